"""Does a room keep what was said, once, and let the facilitator lead?"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from segmentation.errors import MissingData, WrongChoice
from segmentation.store.room import DOTS, TEXT_LENGTH, Refused, clean_code, clean_text


def put(rooms, room, person, note, text="A baker", **rest):
    return rooms.write(room.code, person, note=note, segment=rest.pop("segment", "A"), field="work", text=text, **rest)


def test_a_note_sent_twice_is_there_once(rooms, room):
    person = rooms.join(room.code)
    assert [put(rooms, room, person, "n1"), put(rooms, room, person, "n1", "Another text")] == [True, False]
    assert [(note.text, note.sure, note.state) for note in rooms.notes(room.id)] == [("A baker", "think", "shown")]


def test_nobody_writes_over_the_note_of_another(rooms, room):
    one, two = rooms.join(room.code), rooms.join(room.code)
    put(rooms, room, one, "n1")
    with pytest.raises(Refused):
        put(rooms, room, two, "n1")


def test_dots_are_a_state_and_there_are_three_per_persona(rooms, room):
    person = rooms.join(room.code)
    for number in range(DOTS + 1):
        put(rooms, room, person, f"n{number}")
    put(rooms, room, person, "other", segment="B")
    assert [rooms.vote(room.code, person, "n0"), rooms.vote(room.code, person, "n0")] == [DOTS - 1, DOTS - 1]
    rooms.vote(room.code, person, "n1")
    assert rooms.vote(room.code, person, "n2") == 0
    with pytest.raises(Refused):
        rooms.vote(room.code, person, "n3")
    assert rooms.vote(room.code, person, "other") == DOTS - 1
    assert rooms.vote(room.code, person, "n0", on=False) == 1
    assert {note.id: note.votes for note in rooms.notes(room.id, "A")} == {"n0": 0, "n1": 1, "n2": 1, "n3": 0}


def test_hiding_merging_and_accepting(rooms, room):
    one, two = rooms.join(room.code), rooms.join(room.code)
    for note in ("n1", "n2", "n3"):
        put(rooms, room, one, note)
    for person, note in ((one, "n1"), (one, "n2"), (two, "n2")):
        rooms.vote(room.code, person, note)
    rooms.judge(room.id, "n2", "merged", into="n1")
    rooms.judge(room.id, "n3", "hidden")
    found = {note.id: (note.state, note.votes) for note in rooms.notes(room.id)}
    assert found == {"n1": ("shown", 2), "n2": ("merged", 0), "n3": ("hidden", 0)}
    rooms.judge(room.id, "n1", "accepted")
    with pytest.raises(Refused):
        rooms.vote(room.code, two, "n3")
    for wrong in (("n1", "gone", None), ("n1", "merged", None), ("n1", "merged", "n1")):
        with pytest.raises(WrongChoice):
            rooms.judge(room.id, wrong[0], wrong[1], wrong[2])


def test_dots_on_what_left_the_board_are_free_again_and_those_on_what_was_merged_go_along(rooms, room):
    person = rooms.join(room.code)
    for note in ("n1", "n2", "n3", "n4"):
        put(rooms, room, person, note)
    for note in ("n1", "n2", "n3"):
        rooms.vote(room.code, person, note)
    rooms.judge(room.id, "n1", "hidden")
    assert rooms.of_person(room.id, person)[0] == {"n2", "n3"}
    assert rooms.vote(room.code, person, "n4") == 0
    rooms.judge(room.id, "n2", "merged", into="n3")
    assert rooms.of_person(room.id, person)[0] == {"n3", "n4"}
    assert rooms.vote(room.code, person, "n3", on=False) == 2  # both dots on it
    assert {note.id: note.votes for note in rooms.notes(room.id)} == {"n1": 1, "n2": 0, "n3": 0, "n4": 1}
    rooms.judge(room.id, "n1", "shown")
    assert rooms.of_person(room.id, person)[0] == {"n1", "n4"}


def test_every_change_raises_the_version(rooms, room):
    versions = [rooms.get(room.id).version]
    person = rooms.join(room.code)
    steps = (
        lambda: put(rooms, room, person, "n1"), lambda: rooms.vote(room.code, person, "n1"),
        lambda: rooms.go_to(room.id, "vote", minutes=3),
    )
    for step in steps:
        step()
        versions.append(rooms.get(room.id).version)
    assert versions == sorted(set(versions))
    assert rooms.get(room.id).seconds_left in {179, 180}


def test_a_closed_room_and_an_expired_one_let_nobody_in(store, rooms, body):
    study = store.new("x").id
    expired = rooms.open(study, body, hours=-1)
    closed = rooms.open(study, body)
    person = rooms.join(closed.code)
    rooms.go_to(closed.id, "closed")
    assert (rooms.by_code(expired.code), rooms.by_code(closed.code)) == (None, None)
    for room in (expired, closed):
        with pytest.raises(Refused):
            rooms.join(room.code)
        with pytest.raises(Refused):
            put(rooms, room, person, "n1")


def test_opening_a_room_closes_the_earlier_one_and_a_deleted_study_takes_its_rooms_along(store, rooms, body):
    study = store.new("x").id
    first, second = rooms.open(study, body), rooms.open(study, body)
    assert [room.id for room in rooms.of_study(study)] == [second.id, first.id]
    assert rooms.by_code(first.code) is None
    store.delete(study)
    with pytest.raises(MissingData):
        rooms.get(second.id)


def test_bounds(rooms, room, monkeypatch):
    monkeypatch.setattr("segmentation.store.rooms.MOST_NOTES", 4)
    person = rooms.join(room.code)
    put(rooms, room, person, "long", "é" * 5000)
    assert len(rooms.notes(room.id)[0].text) == TEXT_LENGTH
    for wrong in ({"text": " \x00 "}, {"note": "x" * 65}, {"note": ""}, {"segment": "Z"}, {"sure": "perhaps"}):
        with pytest.raises(Refused):
            put(rooms, room, person, **{"note": "w", **wrong})
    for number in range(3):
        put(rooms, room, person, f"n{number}")
    with pytest.raises(Refused):
        put(rooms, room, person, "one too many")


def test_codes_and_texts_are_forgiving():
    assert (clean_code(" ab-2 c\n"), clean_code("x" * 100)) == ("AB2C", "X" * 16)
    assert clean_text("a\u202eb\x07  c") == "a b c"


def test_many_writers_at_once_lose_nothing(rooms, room):
    people = [rooms.join(room.code) for _number in range(8)]

    def busy(person):
        for number in range(5):
            put(rooms, room, person, f"{person[:8]}-{number}")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(busy, people))
    assert len(rooms.notes(room.id)) == 40
