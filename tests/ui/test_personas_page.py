"""Page 6: can a persona be changed and taken back, a room be opened, led and closed, and a machine be asked without a word too many?"""

import base64
import json

import numpy as np
import pandas as pd
import pytest

from segmentation.personas import writing
from segmentation.store.rooms import Rooms
from tests.personas.test_writing import chat, fake

pytestmark = pytest.mark.slow


@pytest.fixture
def study(store):
    draw = np.random.default_rng(0)
    rows = []
    for number in range(160):
        often = number % 2
        for _order in range(2 + 6 * often):
            day = pd.Timestamp("2024-01-01") + pd.Timedelta(days=int(draw.integers(0, 600)))
            rows.append((f"K{number:03}", f"{day:%d-%m-%Y}", f"{20 + 60 * often + draw.random():.2f}".replace(".", ","), "Tuin" if often else "Mode"))
    table = pd.DataFrame(rows, columns=["Klantnummer", "Besteldatum", "Bedrag", "Categorie"])
    study = store.new("Personas", k=2, method="kmeans")
    study = store.add_upload(study, table.to_csv(sep=";", index=False).encode(), "orders.csv")
    analysis = store.analysis(study)
    for step in ("customers", "segmentation", "profiles", "economics", "personas"):
        analysis.compute(step)
    return study


def said(shown):
    return " ".join(one.value for one in (*shown.markdown, *shown.caption))


def keyed(found, start):
    return next(one for one in found if (one.key or "").startswith(start))


def press(shown, start):
    keyed(shown.button, start).click().run()
    assert not shown.exception


def write(shown, segment, field, text, mark="colleague"):
    keyed(shown.text_area, f"text:{segment}:{field}|").set_value(text)
    keyed(shown.radio, f"mark:{segment}:{field}|").set_value(mark)
    next(one for one in shown.button if one.label == "Bewaren" and one.form_id.startswith(f"form:{segment}:{field}|")).click().run()
    assert not shown.exception


def button(shown, label):
    return next(one for one in shown.button if one.label == label)


def test_the_page(store, study, page):
    shown = page("personas", study)
    assert not shown.exception
    texts = " ".join(one.value for one in shown.markdown)
    assert ":green-badge[data]" in texts
    assert ":orange-badge[gok]" in texts

    saves = [one for one in shown.button if one.label == "Bewaren"]
    next(one for one in saves if one.form_id.startswith("form:A:name")).click().run()
    assert store.load(study.id)[0].personas == {}  # nothing was changed there
    box = next(one for one in shown.text_area if one.key.startswith("text:A:work"))
    box.set_value("Werkt in de zorg")
    saves = [one for one in shown.button if one.label == "Bewaren"]
    next(one for one in saves if one.form_id.startswith("form:A:work")).click().run()
    assert store.load(study.id)[0].personas["A"].fields["work"][-1].text == "Werkt in de zorg"
    assert "Werkt in de zorg" in " ".join(one.value for one in shown.markdown)
    button(shown, "Laatste wijziging ongedaan maken").click().run()
    assert store.load(study.id)[0].personas == {}

    button(shown, "Open een kamer").click().run()
    rooms = Rooms(store.engine)
    room = rooms.of_study(study.id)[0]
    assert any(room.code in one.value for one in shown.markdown)
    person = rooms.join(room.code)
    rooms.write(room.code, person, note="n1", segment="A", field="work", text="Bakker", sure="know")
    shown.run()
    button(shown, "Overnemen").click().run()
    assert store.load(study.id)[0].personas["A"].fields["work+"][-1].text == "Bakker"
    button(shown, "Kamer sluiten").click().run()
    assert not rooms.get(room.id).is_open
    assert not shown.exception


def test_changing_history_order_and_own_fields(store, study, page):
    def edits():
        return store.load(study.id)[0].personas["A"]

    shown = page("personas", study)
    for number, mark in ((1, "colleague"), (2, "guess"), (3, "colleague")):
        write(shown, "A", "spend", f"Versie {number}", mark)
    assert [(line.text, line.mark) for line in edits().fields["spend"]] == [("Versie 1", "colleague"), ("Versie 2", "guess"), ("Versie 3", "colleague")]
    assert "De data zeggen nu" in said(shown)  # the draft stands beside what people wrote
    press(shown, "back:A:spend:0")
    assert edits().fields["spend"][-1].text == "Versie 1"
    press(shown, "undo:A:spend")
    assert edits().fields["spend"][-1].text == "Versie 3"
    press(shown, "take:A:spend")
    assert edits().fields["spend"][-1].text == ""
    assert "De data zeggen nu" not in said(shown)
    press(shown, "top:A:media")
    assert edits().order[0] == "media"

    def name_a_field(title):
        keyed(shown.text_input, "own-name:A").set_value(title)
        next(one for one in shown.button if one.form_id.startswith("own:A")).click().run()
        assert not shown.exception

    name_a_field("Lijfspreuk")
    name_a_field("lijfspreuk")
    assert list(edits().own_fields.values()) == ["Lijfspreuk"]
    assert "al een veld" in shown.toast[0].value
    own = next(iter(edits().own_fields))
    write(shown, "A", own, "Goedkoop is duurkoop")
    assert "Goedkoop is duurkoop" in said(shown)
    press(shown, f"drop:A:{own}")
    assert edits().own_fields == {}

    keyed(shown.button_group, "persona|").set_value("B").run()
    write(shown, "B", "name", "Truus de Vries")
    assert store.load(study.id)[0].personas["B"].fields["name"][-1].text == "Truus de Vries"
    keyed(shown.selectbox, "which|").set_value("B").run()
    keyed(shown.button_group, "paper|").set_value("a3").run()
    assert not shown.exception


def test_a_photo_in_place_of_the_face(store, study, page):
    shown = page("personas", study)
    keyed(shown.file_uploader, "photo:A").set_value(("me.png", b"\x89PNG\r\n\x1a\n" + b"x" * 500_000, "image/png")).run()
    press(shown, "photo-on:A")
    assert "400 kB" in shown.toast[0].value
    assert store.load(study.id)[0].personas == {}
    pixel = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    keyed(shown.file_uploader, "photo:A").set_value(("me.png", pixel, "image/png")).run()
    press(shown, "photo-on:A")
    assert store.load(study.id)[0].personas["A"].photo.startswith("data:image/png;base64,")
    press(shown, "photo-off:A")
    assert store.load(study.id)[0].personas == {}


def test_leading_a_room(store, study, page):
    shown = page("personas", study)
    press(shown, "room-open")
    rooms = Rooms(store.engine)
    room = rooms.of_study(study.id)[0]
    person = rooms.join(room.code)
    for number in range(3):
        rooms.write(room.code, person, note=f"n{number}", segment="A", field="work", text=f"Briefje {number}")
    rooms.vote(room.code, person, "n1")
    keyed(shown.button_group, "step|").set_value("vote").run()
    assert (rooms.get(room.id).step, rooms.get(room.id).seconds_left is not None) == ("vote", True)
    press(shown, "no|n2")
    keyed(shown.selectbox, "into|n1").set_value("n0").run()
    press(shown, "merge|n1")
    assert {note.id: (note.state, note.votes) for note in rooms.notes(room.id)} == {"n0": ("shown", 1), "n1": ("merged", 0), "n2": ("hidden", 0)}
    keyed(shown.selectbox, "focus|").set_value("B").run()
    assert rooms.get(room.id).focus == "B"
    if any((one.key or "").startswith("share|") for one in shown.button):  # a machine without a network cannot share
        press(shown, "share|")
        assert rooms.get(room.id).shared.startswith("http://")
        press(shown, "stop|")
    assert rooms.get(room.id).shared == ""
    shown.query_params["screen"] = "1"
    shown.query_params["cell"] = "3"
    shown.run()
    assert not shown.exception
    assert room.code in said(shown)
    assert not any((one.key or "").startswith("yes|") for one in shown.button)


def test_help_with_writing_is_off_until_asked_for_and_taken_over_line_by_line(store, study, page, monkeypatch):
    def never(*_parts):
        raise AssertionError("nothing may leave")

    with monkeypatch.context() as closed:
        closed.setattr(writing, "_post", never)
        shown = page("personas", study)
        assert not any((one.key or "").startswith("writer-send") for one in shown.button)
        keyed(shown.toggle, "writer-on").set_value(True).run()
        assert keyed(shown.button, "writer-send").disabled
    evil = "![x](http://evil.example/x.png) <script>"
    seen = []
    with fake(chat(json.dumps({"quote": "Ik neem er nog een.", "work": evil})), seen=seen) as url:
        for label, value in (("Adres", url), ("Model", "klein"), ("Sleutel", "top-secret")):
            next(one for one in shown.text_input if one.label == label).set_value(value).run()
        press(shown, "writer-send")
    assert seen[0][2].decode() == next(one.value for one in shown.code)  # sent as it was shown
    assert "\\!\\[x\\]" in said(shown)
    assert store.load(study.id)[0].personas == {}
    press(shown, "writer-take:A:work")
    [line] = store.load(study.id)[0].personas["A"].fields["work"]
    assert (line.text, line.mark, line.by) == (evil, "guess", "machine draft")
    assert "machineconcept" in said(shown)
    shown.run()
    assert len(seen) == 1  # one click, one request
    assert all(b"top-secret" not in path.read_bytes() for path in store.home.rglob("*") if path.is_file())
    with fake(b"", status=500) as url:
        next(one for one in shown.text_input if one.label == "Adres").set_value(url).run()
        press(shown, "writer-send")
    assert "500" in shown.error[0].value
