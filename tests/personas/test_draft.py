"""Does a draft tell the truth about its segment, and only about its segment?"""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.errors import WrongChoice
from segmentation.personas import Persona, draft_personas, load_personas, save_personas, stamp_text
from tests.personas.checker import untrue
from tests.personas.people import profiles_of, three_kinds


@pytest.fixture(scope="module")
def kinds():
    frame, labels = three_kinds()
    return frame, labels, draft_personas(profiles_of(frame, labels, B=0.4), "nl")


def test_one_persona_per_segment_and_every_line_is_marked(kinds):
    personas = kinds[2]
    assert [persona.segment for persona in personas] == ["A", "B", "C"]
    assert {line.mark for persona in personas for line in persona.lines} == {"data", "guess"}
    assert all(line.figure is not None and line.evidence for p in personas for line in p.lines if line.mark == "data")


def test_every_data_line_is_true_and_none_of_the_portraits_fits_another_segment(kinds):
    frame, labels, personas = kinds
    for persona in personas:
        assert untrue(persona, frame, labels) == []
        for other in {"A", "B", "C"} - {persona.segment}:
            told = [line for line in persona.lines if line.mark == "data"]
            assert len(untrue(persona, frame, labels, other)) >= 0.8 * len(told)


def test_where_the_data_are_silent_the_line_says_so_and_asks(kinds):
    work = kinds[2][0].of("work")
    assert [(line.mark, line.figure, bool(line.text), bool(line.question)) for line in work] == [("guess", None, True, True)]


def test_the_text_holds_figure_and_comparison():
    frame = pd.DataFrame({"age": [20.0, 21, 22, 23, 24, 70, 71, 72, 73, 74], "frequency": [1.0] * 5 + [9.0] * 5}, index=list("abcdefghij"))
    labels = pd.Series(list("AAAAABBBBB"), index=frame.index)
    young, old = draft_personas(profiles_of(frame, labels), "nl")
    assert [line.text for line in young.of("who")] == ["Ik ben 22, jonger dan de doorsnee andere klant (72)."]
    assert young.of("buys")[0].text == "Ik bestelde één keer; de doorsnee andere klant deed 9 bestellingen."
    assert "9 bestellingen" in old.of("buys")[0].text
    assert old.of("who")[0].interval == (70.0, 74.0)
    assert (old.age, old.stamp) == (72, "small")


def test_people_differ_from_each_other(kinds):
    personas = kinds[2]
    for of in (lambda p: p.name.split()[0], lambda p: p.quote, lambda p: p.day, lambda p: p.face):
        assert len({of(persona) for persona in personas}) == 3


def test_an_unstable_segment_carries_a_stamp(kinds):
    assert [persona.stamp for persona in kinds[2]] == [None, "unstable", None]
    assert "Niet stabiel" in stamp_text(kinds[2][1])


def test_same_facts_same_people_another_seed_other_people(kinds):
    frame, labels, personas = kinds
    again = draft_personas(profiles_of(frame.sample(frac=1, random_state=1), labels, B=0.4), "nl")
    assert [persona.to_dict() for persona in again] == [persona.to_dict() for persona in personas]
    other = draft_personas(profiles_of(frame, labels, B=0.4), "nl", seed=1)
    assert [persona.name for persona in other] != [persona.name for persona in personas]


def test_english_and_dutch_tell_the_same_facts(kinds):
    frame, labels, dutch = kinds
    english = draft_personas(profiles_of(frame, labels, B=0.4), "en")
    for one, two in zip(dutch, english, strict=True):
        facts = [[(line.column, line.level, line.figure) for line in persona.lines if line.mark == "data"] for persona in (one, two)]
        assert facts[0] == facts[1]
        assert not {line.text for line in one.lines} & {line.text for line in two.lines}


def test_an_unknown_language_is_refused(kinds):
    with pytest.raises(WrongChoice):
        draft_personas(profiles_of(*kinds[:2]), "fr")


def test_personas_come_back_from_disk(kinds, tmp_path):
    save_personas(kinds[2], tmp_path)
    assert [one.to_dict() for one in load_personas(tmp_path)] == [one.to_dict() for one in kinds[2]]
    assert Persona.read(json.loads(json.dumps(kinds[2][0].to_dict()))).to_dict() == kinds[2][0].to_dict()


@settings(max_examples=12, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10_000), segments=st.integers(2, 5), size=st.integers(6, 60))
def test_true_on_random_tables(seed, segments, size):
    draw = np.random.default_rng(seed)
    n = segments * size
    frame = pd.DataFrame(
        {
            "age": np.where(draw.random(n) < 0.2, np.nan, draw.integers(18, 90, n)), "recency": draw.integers(0, 900, n),
            "open_rate": draw.beta(1, 3, n), "tickets": draw.poisson(0.3, n), "one_time": draw.random(n) < 0.4,
            "favourite_channel": draw.choice(["web", "winkel", "<b>telefoon</b>"], n), "Größe {x} %": draw.normal(0, 1, n),
        },
        index=[f"k{number:05}" for number in range(n)],
    )
    labels = pd.Series([chr(65 + number % segments) for number in range(n)], index=frame.index)
    for persona in draft_personas(profiles_of(frame, labels), "en", seed=seed):
        assert untrue(persona, frame, labels) == []


def test_every_column_of_our_own_has_its_place_in_a_persona_or_is_left_out_on_purpose():
    from segmentation.customers.entries import ENTRIES
    from segmentation.personas.phrases import COLUMN_FIELDS, UNTOLD

    assert set(ENTRIES) - set(COLUMN_FIELDS) - UNTOLD == set()
