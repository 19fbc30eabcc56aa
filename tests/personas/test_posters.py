"""Do posters hold every text, tagged and readable, and nothing that runs?"""

import io

import pytest
from pypdf import PdfReader

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import speaking
from segmentation.personas import Line, draft_personas
from segmentation.personas.posters import make_posters, make_script, make_vote_sheets
from tests.personas.people import profiles_of, three_kinds

EVIL = '#panic("run") $x^2$ *bold* [a](http://x) <script>alert(1)</script> \\ @ref `code`'


@pytest.fixture(scope="module")
def personas():
    return draft_personas(profiles_of(*three_kinds(40), B=0.4), "nl")


@pytest.fixture(scope="module")
def pdf(personas):
    return make_posters(personas)[0]


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).replace("\u200b", "").split())


def test_a_page_per_persona_tagged_titled_and_in_its_language(personas, pdf):
    reader = read(pdf)
    assert len(reader.pages) == 3
    root = reader.trailer["/Root"]
    assert root["/Lang"] == personas[0].language
    assert root["/MarkInfo"]["/Marked"]
    assert personas[0].name in reader.metadata.title
    assert b"pdfuaid" in pdf or b"pdfuaid" in root["/Metadata"].get_data()


def test_every_line_and_its_evidence_stands_on_the_poster(personas, pdf):
    text = words(pdf)
    for persona in personas:
        for line in persona.lines:
            assert " ".join(line.text.split()) in text
            assert line.evidence in text


def longest(persona):
    """Everything as long as it may be, without a place to break, and with signs that mean something elsewhere."""
    lines = tuple(
        Line(line.field, f"{EVIL} {'Lang' * 40} {line.text * 3}"[:600], line.mark, question=line.question and line.question * 2, evidence=line.evidence)
        for line in persona.lines
    )
    return persona.change(lines=lines, name="Wilhelmina-Alexandrine van Hoogstraten tot Oudekerk aan de IJssel", quote=EVIL + " word" * 40)


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_the_longest_texts_stay_on_their_page_and_stay_text(personas, paper):
    pdf = make_posters([longest(personas[1])], paper)[0]
    assert len(read(pdf).pages) == 1
    assert '#panic("run")' in words(pdf)


def test_in_english():
    english = draft_personas(profiles_of(*three_kinds(40)), "en")[:1]
    assert read(make_posters(english)[0]).trailer["/Root"]["/Lang"] == "en"


def test_pictures(personas):
    assert make_posters(personas[:1], "a4", "png", 40)[0].startswith(b"\x89PNG")
    assert make_posters(personas[:1], "a4", "svg")[0].startswith(b"<svg")


def test_a_photo_takes_the_place_of_the_face(personas):
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    assert read(make_posters([personas[0].change(photo=f"data:image/png;base64,{pixel}")])[0]).pages


def test_vote_sheets_and_script(personas):
    assert len(read(make_vote_sheets(personas)).pages) == 3  # a page each
    text = words(make_script(personas))
    with speaking(personas[0].language):
        assert all(" ".join(line.question.split()) in text for line in personas[0].questions)


def test_refusals(personas):
    with pytest.raises(WrongChoice):
        make_posters(personas, "a5")
    with pytest.raises(MissingData):
        make_posters([])


def test_a_poster_of_somebody_of_whom_nothing_is_known():
    frame, labels = three_kinds(8)
    everybody = draft_personas(profiles_of(frame[["age"]], labels.map(lambda _letter: "A")), "nl")
    assert {line.mark for line in everybody[0].lines} == {"guess"}
    assert len(read(make_posters(everybody)[0]).pages) == 1
