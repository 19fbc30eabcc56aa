"""Zooming in: the parts of a segment add up to it, at every level."""

import pandas as pd
import pytest

from segmentation.errors import TooLittleData, WrongChoice
from segmentation.segments import find_segments
from segmentation.segments.micro import Zoom, nested_shares, zoom_in
from segmentation.segments.rules import Condition
from tests.segments.hand import segmented, shop


def test_the_parts_of_a_segment_add_up_to_it_and_are_kept_whole(tmp_path):
    frame, _letters = shop(500)
    found = find_segments(frame[["frequency", "monetary", "recency"]], k=2, bootstraps=10)
    zoom = zoom_in(frame[["frequency", "monetary", "recency"]], found, "A", k=3, bootstraps=10)
    assert list(zoom.shares.index) == ["A1", "A2", "A3"]
    assert zoom.shares["customers"].sum() == found.sizes["A"]
    assert zoom.shares["of_segment"].sum() == pytest.approx(1)
    assert zoom.shares["of_all"].sum() == pytest.approx(found.sizes["A"] / 500)
    assert len(zoom.profiles.sentences("A1")) == 3
    zoom.save(tmp_path)
    again = Zoom.load(tmp_path)
    assert again.segment == "A"
    pd.testing.assert_frame_equal(again.shares, zoom.shares)
    assert again.segmentation.labels.astype(str).to_dict() == zoom.segmentation.labels.astype(str).to_dict()
    assert again.profiles.sentences("A1") == zoom.profiles.sentences("A1")


def test_shares_are_nested():
    frame = pd.DataFrame({"bought": [True] * 4 + [False], "looked": [True, True, False, None, True], "size": [1, 3, 3, 3, 3]})
    steps = [Condition("bought", "=", True), Condition("looked", "=", True), Condition("size", ">", 2)]
    shares = nested_shares(frame, steps)
    assert shares["customers"].tolist() == [5, 4, 2, 1]
    assert shares["of_previous"].tolist() == [1.0, 0.8, 0.5, 0.5]
    assert shares["of_all"].tolist() == [1.0, 0.8, 0.4, 0.2]
    with pytest.raises(WrongChoice):
        nested_shares(frame, [Condition("nothing", "=", True)])


def test_small_and_unknown_segments_are_refused():
    frame, letters = shop(60)
    found = segmented(frame, letters)
    with pytest.raises(TooLittleData):
        zoom_in(frame, found, "C")
    with pytest.raises(WrongChoice):
        zoom_in(frame, found, "Q")
