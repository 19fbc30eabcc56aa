"""Is every data line true on real tables and on tables never seen before, and could no persona be swapped for another?"""

from itertools import permutations

import numpy as np
import pytest

import segmentation as seg
from segmentation.errors import SegmentationError
from segmentation.personas import draft_personas
from segmentation.samples import paths
from tests.personas.bases import BASES
from tests.personas.checker import misquoted, untrue, whole_frame

CHOSEN = {"survey": ["age", "Aanbeveling (0-10)", "Uren per week"]}  # nothing in it is known as behaviour: somebody has to choose


def drawn(tables, k, features=None):
    customers = seg.build_customers(*tables)
    solution = seg.find_segments(customers, features=features, k=k, method="kmeans", bootstraps=5)
    profiles = seg.profile_segments(customers, solution)
    try:
        economics = seg.weigh_economics(customers, seg.Costs(margin_rate=0.4), solution, draws=50)
    except SegmentationError:
        economics = None
    return customers, solution, profiles, economics


def check(customers, solution, profiles, economics):
    """Every line of every persona, in both languages; gives the Dutch personas and what they were checked against."""
    told = {"customers": customers, "segmentation": solution, "economics": economics}
    dutch, english = (draft_personas(profiles, language, **told) for language in ("nl", "en"))
    labels = solution.labels.astype("str")
    frame = whole_frame(customers, economics, dutch)
    for persona in (*dutch, *english):
        assert untrue(persona, frame, labels) == []
        names = tuple(map(str, frame.columns))
        assert [wrong for line in persona.lines if line.mark == "data" for wrong in misquoted(line, names, persona.language)] == []
        for line in persona.lines:
            assert "{" not in line.text and "nan" not in line.text.casefold() and "  " not in line.text
            assert line.mark != "data" or line.interval[0] <= line.figure <= line.interval[1]
    assert [[line.column for line in one.lines] for one in dutch] == [[line.column for line in one.lines] for one in english]
    alone = draft_personas(profiles, "en")
    assert all(untrue(persona, frame, labels) == [] for persona in alone)
    return dutch, frame, labels


def kept_apart(personas, frame, labels, share):
    """Given the figures of another segment, this share of a persona's lines at least is found out."""
    for one, other in permutations(personas, 2):
        told = [line for line in one.lines if line.mark == "data"]
        assert len(untrue(one, frame, labels, other.segment)) >= share * len(told)
    for of in (lambda p: p.name.split()[0], lambda p: tuple(line.text for line in p.lines if line.mark == "data")):
        assert len({of(persona) for persona in personas}) == len(personas)


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["zwerfkei", "online_retail"])
def test_true_and_not_to_be_swapped(sample):
    found = drawn([seg.read_table(path) for path in paths(sample)], 4)
    personas, frame, labels = check(*found)
    told = {line.column for persona in personas for line in persona.lines}
    assert {"year_spend", "profit", "goes_with"} <= told
    kept_apart(personas, frame, labels, 0.8)


@pytest.mark.slow
@pytest.mark.parametrize("k", [2, 8])
@pytest.mark.parametrize("base", sorted(BASES))
def test_true_on_bases_never_seen(base, k):
    found = drawn(BASES[base](np.random.default_rng(k)), k if base != "forty" else min(k, 4), CHOSEN.get(base))
    personas, frame, labels = check(*found)
    assert len(personas) == found[1].k
    kept_apart(personas, frame, labels, 0.5)
