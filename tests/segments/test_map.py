"""The map: the same for the same customers, true to who is alike, and never a crash."""

import json
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from segmentation.charts.segments import LETTER, LINE, PHONE_LETTER, _kept_apart, segment_map
from segmentation.errors import MissingData
from segmentation.language import speaking
from segmentation.segments import draw_map
from segmentation.segments.landmarks import place_all
from segmentation.segments.map import describe_map
from segmentation.segments.neighbours import nearest, nearest_everywhere
from segmentation.segments.trust import measure_trust
from tests.segments.hand import segmented


def clouds(rows: int, columns: int = 5, seed: int = 0) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    values = random.normal(size=(3, columns))[random.integers(0, 3, rows)] * 4 + random.normal(size=(rows, columns))
    return pd.DataFrame(values, index=[f"c{number:06d}" for number in range(rows)], columns=list("vwxyz")[:columns])


def test_the_map_is_the_same_whatever_the_order_of_rows():
    frame = clouds(300)
    found = segmented(frame, ["A", "B", "C"] * 100)
    drawn = draw_map(frame, found)
    shuffled = frame.sample(frac=1, random_state=1)
    again = draw_map(shuffled, segmented(shuffled, found.labels.reindex(shuffled.index).astype(str), space=found.space))
    pd.testing.assert_frame_equal(drawn, again)
    assert drawn.attrs["method"] == "umap"
    assert drawn.attrs["landmarks"] == 300
    assert (drawn["segment"].astype(str) == found.labels.astype(str)).all()


def test_who_is_alike_stands_together():
    frame = clouds(600)
    drawn = draw_map(frame, segmented(frame, ["A"] * 600))
    assert drawn.attrs["trustworthiness"] > 0.9
    assert drawn.attrs["neighbour_recall"] > 0.3


def test_the_quick_map_is_the_principal_components():
    frame = clouds(50)
    found = segmented(frame, ["A", "B"] * 25)
    drawn = draw_map(frame, found, quick=True)
    values = found.space.to_numpy()
    spread = np.linalg.svd(values - values.mean(axis=0), compute_uv=False)
    assert np.linalg.norm(drawn["x"]) == pytest.approx(spread[0], rel=1e-4)
    assert np.linalg.norm(drawn["y"]) == pytest.approx(spread[1], rel=1e-4)
    assert drawn.attrs["method"] == "pca"


@pytest.mark.parametrize(
    "frame",
    [
        clouds(1),
        clouds(2),
        clouds(14),
        clouds(40, 1),
        pd.DataFrame({"x": [1.0] * 40}, index=[f"c{n}" for n in range(40)]),
        pd.DataFrame({"x": [1.0, 2.0] * 30}, index=[f"c{n:02d}" for n in range(60)]),
        pd.DataFrame({"x": [0.0, 0, 0, 1, 5] * 20, "y": [0.0, 0, 0, 2, 3] * 20}, index=[f"c{n:03d}" for n in range(100)]),
        pd.DataFrame({"x": [np.nan, 1, 2, np.inf, 1e30] * 10}, index=[f"c{n:02d}" for n in range(50)]),
    ],
    ids=["one", "two", "fourteen", "one-column", "constant", "two-values", "duplicates", "not-finite"],
)
def test_any_customers_get_a_map(frame):
    drawn = draw_map(frame, segmented(frame, ["A"] * len(frame), space=frame))
    assert len(drawn) == len(frame)
    assert np.isfinite(drawn[["x", "y"]].to_numpy()).all()
    assert segment_map(drawn).to_dict()


def test_no_features_is_an_error_for_people():
    frame = clouds(20)
    with pytest.raises(MissingData):
        draw_map(frame, segmented(frame, ["A"] * 20, space=frame[[]]))


def test_landmarks_keep_neighbours_together():
    points = clouds(3000).to_numpy(np.float32)
    placed = place_all(points, seed=0, landmarks=800)
    trust, recall = measure_trust(points, placed)
    assert trust > 0.9
    assert recall > 0.08
    assert np.array_equal(placed, place_all(points, seed=0, landmarks=800))


def test_neighbours_by_cells_are_nearly_always_the_true_ones():
    points = clouds(9000).to_numpy(np.float32)
    found, far = nearest(points, points[:200], 10)
    true, _far = nearest_everywhere(points, points[:200], 10)
    brute = np.argsort(((points[None] - points[:200, None]) ** 2).sum(-1), axis=1, kind="stable")[:, :10]
    assert np.array_equal(np.sort(true, axis=1), np.sort(brute, axis=1))
    assert np.mean([len(set(a) & set(b)) for a, b in zip(found, true, strict=True)]) > 9.3
    assert (np.diff(far, axis=1) >= 0).all()


def test_trust_agrees_with_scikit_learn():
    from sklearn.manifold import trustworthiness

    points = clouds(200).to_numpy(np.float32)
    flat = points[:, :2].copy()
    assert measure_trust(points, flat, rows=200)[0] == pytest.approx(trustworthiness(points, flat, n_neighbors=15), abs=1e-6)


def test_any_number_of_customers_costs_the_browser_the_same():
    random = np.random.default_rng(0)
    drawn = pd.DataFrame(
        {"x": random.normal(size=60_000), "y": random.normal(size=60_000), "segment": random.choice(list("ABCDE"), 60_000)}
    )
    facts = {title: pd.Series("€ 1.234", index=drawn.index) for title in ("omzet", "aantal bestellingen", "tijd")}
    chart = segment_map(drawn, {"A": "Grote besteders"}, facts).to_dict()
    assert len(json.dumps(chart)) < 200_000
    assert any(one["name"] == "region" for one in chart["params"])


def test_names_on_the_map_stand_inside_it_and_apart_on_a_telephone_too():
    random = np.random.default_rng(3)
    letters = random.choice(list("ABCDEFGH"), 800)
    drawn = pd.DataFrame({"x": random.normal(size=800), "y": random.normal(size=800), "segment": letters})
    middles = drawn.groupby("segment")[["x", "y"]].median().reset_index()
    middles["told"] = [f"{letter} · {'Vaste klanten'[: 3 + 2 * place]}" for place, letter in enumerate(middles["segment"])]
    for letter in (LETTER, PHONE_LETTER):
        placed = middles.assign(**_kept_apart(middles, drawn, letter))
        half = placed["told"].str.len() * letter * np.ptp(drawn["x"]) / 2
        assert (placed["x"] - half >= drawn["x"].min() - 1e-9).all()
        assert (placed["x"] + half <= drawn["x"].max() + 1e-9).all()
        for one, other in combinations(placed.index, 2):
            beside = abs(placed["x"][one] - placed["x"][other]) >= half[one] + half[other] - 1e-9
            assert beside or abs(placed["y"][one] - placed["y"][other]) >= LINE * np.ptp(drawn["y"]) - 1e-9


def test_the_map_says_how_far_to_trust_it():
    frame = clouds(100)
    drawn = draw_map(frame, segmented(frame, ["A"] * 100))
    for language in ("nl", "en"):
        with speaking(language):
            assert len(describe_map(drawn)) == 4


@pytest.mark.slow
def test_many_customers_are_drawn_and_refined():
    frame = clouds(60_000)
    drawn = draw_map(frame, segmented(frame, ["A"] * 60_000))
    assert drawn.attrs["landmarks"] == 20_000
    assert drawn.attrs["refined"]
    assert drawn.attrs["trustworthiness"] > 0.9
