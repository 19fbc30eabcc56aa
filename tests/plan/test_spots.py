"""Do the marks of who serves whom outlive a new name, another language and the making of segments?"""

import pytest

from segmentation.charts.plan import white_spots
from segmentation.language import speaking
from segmentation.plan.spots import TIERS, marked, places, served_by
from segmentation.study import Study

NAMES = {"A": "A · Big spenders", "B": "B · Fans", "C": "C · Once"}


def test_a_mark_is_held_by_the_letter_whatever_the_segment_is_called() -> None:
    assert served_by(["C", "A"], NAMES) == ["A", "C"]
    assert served_by(["C", "A"], {**NAMES, "A": "A · Whales"}) == ["A", "C"]


@pytest.mark.parametrize(
    ("mark", "code"), [("Fans", "B"), ("B · Fans", "B"), ("buy often", "C"), ("gone", ""), ("", ""), ("vaste klanten", ""), ("D", "")]
)
def test_names_of_an_older_study_are_understood(mark: str, code: str) -> None:
    assert served_by([mark], NAMES, {"C": "buy often"}) == [code] * bool(code)


def test_tiers_marked_in_one_language_are_marked_in_the_other() -> None:
    study = Study(name="x")
    with speaking("nl"):
        dutch = places(study, None)  # type: ignore[arg-type]
    with speaking("en"):
        english = places(study, None)  # type: ignore[arg-type]
        assert served_by([dutch["tier:best"], english["tier:once"]], english) == ["tier:best", "tier:once"]
    assert list(dutch) == list(english) == list(TIERS) and set(dutch.values()).isdisjoint(english.values())


def test_what_is_not_shown_now_is_kept_and_names_are_not() -> None:
    assert marked(["tier:best", "A", "Fans", "E"], NAMES, ["B"]) == ["tier:best", "E", "B"]
    with speaking("en"):
        assert marked(["tier:best", "E"], places(Study(name="x"), None), []) == ["E"]  # type: ignore[arg-type]


def test_the_picture_tells_served_from_room() -> None:
    with speaking("en"):
        rows = white_spots(["we", "chain"], ["A", "B"], {"we": ["A"], "chain": []}).data
    assert list(zip(rows["player"], rows["segment"], rows["state"], strict=True)) == [("we", "A", "served"), ("we", "B", "room"), ("chain", "A", "room"), ("chain", "B", "room")]
