"""Can people change a persona, take it back, and never lose what they wrote to a new analysis?"""

import pytest

from segmentation.errors import WrongChoice
from segmentation.personas import Line, Persona, apply_edits
from segmentation.personas.edits import (
    add_field,
    add_line,
    beside,
    drop_field,
    edit_line,
    restore_line,
    set_order,
    set_photo,
    undo_line,
)
from segmentation.study import Study

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


@pytest.fixture
def persona():
    lines = (Line("who", "I am 48.", "data", 48.0, (46.0, 50.0), 37.0), Line("work", "Not in the data.", "guess", question="What work?"),
             Line("quote", "Hello.", "guess"))
    return Persona("A", "Sam Mulder", 48, "Assen", lines, quote="Hello.", order=("who", "work", "quote"))


def seen(persona, study, field):
    return [(line.text, line.mark) for line in apply_edits(persona, study.personas.get("A")).of(field)]


def test_writing_undoing_and_going_back(persona):
    study = edit_line(Study(name="x"), "A", "work", "Baker.\n\n Works alone. ", by="Ann")
    assert seen(persona, study, "work") == [("Baker.", "colleague"), ("Works alone.", "colleague")]
    study = edit_line(study, "A", "work", "Teacher.", mark="guess")
    assert seen(persona, study, "work") == [("Teacher.", "guess")]
    assert seen(persona, undo_line(study, "A", "work"), "work")[0] == ("Baker.", "colleague")
    assert seen(persona, restore_line(study, "A", "work", 0), "work")[0] == ("Baker.", "colleague")
    assert seen(persona, undo_line(undo_line(study, "A", "work"), "A", "work"), "work") == [("Not in the data.", "guess")]
    assert undo_line(undo_line(study, "A", "work"), "A", "work").personas == {}


def test_the_same_text_is_no_change(persona):
    study = edit_line(Study(name="x"), "A", "work", "Baker.")
    assert edit_line(study, "A", "work", " Baker. ") is study
    assert edit_line(Study(name="x"), "A", "work", "  ").personas == {}


def test_an_empty_text_gives_the_field_back_to_the_data(persona):
    study = edit_line(edit_line(Study(name="x"), "A", "who", "About 35."), "A", "who", "")
    assert seen(persona, study, "who") == [("I am 48.", "data")]
    assert len(study.personas["A"].fields["who"]) == 2


def test_a_new_analysis_stands_beside_and_not_over_what_people_wrote(persona):
    study = edit_line(Study(name="x"), "A", "who", "About 35.")
    later = persona.change(lines=(Line("who", "I am 52.", "data", 52.0, (50.0, 54.0), 37.0), *persona.lines[1:]))
    assert seen(later, study, "who") == [("About 35.", "colleague")]
    assert [line.text for line in beside(later, study.personas["A"])["who"]] == ["I am 52."]
    silent = persona.change(lines=(Line("who", "How old I am is not in your data.", "guess", question="How old?"),))
    assert beside(silent, study.personas["A"]) == {}, "of what the data do not know there is nothing to choose"


def test_name_quote_own_fields_order_and_photo(persona):
    study = edit_line(Study(name="x"), "A", "name", "Jo Bakker")
    study = edit_line(study, "A", "quote", "Well, well.")
    study = add_field(study, "A", "Favourite saying")
    own = next(iter(study.personas["A"].own_fields))
    study = set_order(edit_line(study, "A", own, "It will be fine."), "A", (own, "work", "who"))
    changed = apply_edits(persona, study.personas["A"])
    assert (changed.name, changed.quote, changed.fields[0]) == ("Jo Bakker", "Well, well.", own)
    assert drop_field(study, "A", own).personas["A"].own_fields == {}
    photo = set_photo(study, "A", PNG)
    assert apply_edits(persona, photo.personas["A"]).photo.startswith("data:image/png;base64,")
    assert apply_edits(persona, set_photo(photo, "A", None).personas["A"]).photo is None
    assert Study.read(photo.write()) == photo


@pytest.mark.parametrize("wrong", [b"", b"<svg onload=alert(1)>", PNG + b"0" * 500_000])
def test_only_photos_that_fit(wrong):
    with pytest.raises(WrongChoice):
        set_photo(Study(name="x"), "A", wrong)


def test_bounds():
    with pytest.raises(WrongChoice):
        edit_line(Study(name="x"), "A", "work", "x" * 2000)
    with pytest.raises(WrongChoice):
        add_field(Study(name="x"), "A", "  ")
    with pytest.raises(WrongChoice):
        restore_line(Study(name="x"), "A", "work", 0)


def test_adding_keeps_the_data_and_answers_the_question(persona):
    study = add_line(add_line(Study(name="x"), "A", "who", "Has a dog."), "A", "who", "Has a dog.")
    assert seen(persona, study, "who") == [("I am 48.", "data"), ("Has a dog.", "colleague")]
    study = add_line(add_line(study, "A", "work", "Baker."), "A", "work", "Own shop.")
    assert seen(persona, study, "work") == [("Baker.", "colleague"), ("Own shop.", "colleague")]
    assert seen(persona, undo_line(study, "A", "work+"), "work") == [("Baker.", "colleague")]
    assert apply_edits(persona, study.personas["A"]).questions == ()
