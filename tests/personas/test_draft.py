"""Does a draft tell the truth about its segment, and only about its segment?"""

import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.errors import WrongChoice
from segmentation.language import speaking
from segmentation.personas import Persona, draft_personas, load_personas, save_personas, stamp_text
from segmentation.personas.telling import tell
from tests.personas.checker import misquoted, untrue
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


def fact(column, value, others, *, statistic="median", kind="number", level="", differs=True, given=""):
    apart = 1.0 if value > others else -1.0
    return SimpleNamespace(
        column=column, value=value, others=others, low=value, high=value, others_low=others, others_high=others, statistic=statistic, kind=kind,
        level=level, given=given, customers=50, effect=apart, differs=differs,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "dutch"),
    [
        (fact("profit", -9.93, 73.0, kind="money"), "Onder de streep leg je € 9,93 op me toe; aan de doorsnee andere klant houd je € 73 over."),
        (fact("profit", 40.0, -3.0, kind="money"), "Onder de streep houd je € 40 aan me over; op de doorsnee andere klant leg je € 3,00 toe."),
        (fact("frequency", 1.0, 6.0, kind="count"), "Ik bestelde één keer; de doorsnee andere klant deed 6 bestellingen."),
        (fact("frequency", 7.0, 2.5, kind="count"), "Ik kom steeds terug: 7 bestellingen tot nu toe, waar de doorsnee andere klant op 2 à 3 blijft staan."),
        (fact("items", 25.5, 9.0, kind="count"), "In totaal kocht ik 26 artikelen; de doorsnee andere klant 9."),
        (fact("tenure", 92.0, 81.0, kind="days"), "Ik kom hier al 92 dagen; de doorsnee andere klant 81 dagen."),
        (fact("return_share", 0.0, 0.07, statistic="mean", kind="share"), "Wat ik bestel, houd ik: er ging niets terug, bij anderen gemiddeld 7%."),
        (fact("favourite_season", 0.55, 0.17, statistic="share", kind="category", level="summer"),
         "Ik bestel vooral in de zomer, net als 55% van de klanten zoals ik; van de anderen is dat 17%."),
        (fact("household", 1.0, 0.3, statistic="share", kind="category", level="Alleenstaand"), "Ik woon alleen, zoals alle klanten in mijn groep; van de anderen is dat 30%."),
        (fact("country", 0.96, 0.97, statistic="share", kind="category", level="United Kingdom", differs=False),
         "Ik woon in het Verenigd Koninkrijk, zoals bijna iedereen hier: 96% van de klanten zoals ik en 97% van de anderen."),
        (fact("place", 0.25, 0.37, statistic="share", kind="category", level="Assen"), "Ik woon in Assen, net als 25% van de klanten zoals ik. Van de anderen zijn het er meer: 37%."),
        (fact("favourite_channel", 0.5, 0.1, statistic="share", kind="category", level="Bol"), "Ik bestel via “Bol”, net als 50% van de klanten zoals ik; van de anderen is dat 10%."),
        (fact("one_category", 1.0, 0.1, statistic="share", kind="boolean"),
         "Wie zoals ik terugkwam, bleef steeds bij één categorie; van de anderen deed 10% dat. Daar valt voor mij nog iets te ontdekken."),
        (fact("goes_with", 0.2, 0.6, statistic="share", kind="boolean", level="Slaapzak", given="Tent"),
         "Van je andere klanten met “Tent” heeft 60% ook “Slaapzak”; van de klanten zoals ik nog maar 20%. Laat het me eens zien."),
        (fact("unprofitable", 0.0, 0.05, statistic="share", kind="boolean"), "Op geen van de klanten zoals ik leg je geld toe; op 5% van de anderen wel."),
        (fact("Aantal fietsen", 3.0, 1.0), "Bij “Aantal fietsen” zit ik op 3, hoger dan de doorsnee andere klant (1)."),
    ],
)  # fmt: skip
def test_a_fact_as_somebody_would_say_it(told, dutch):
    with speaking("nl"):
        assert tell(told).text.replace("\u00a0", " ") == dutch


def test_a_firm_speaks_as_we():
    with speaking("nl"):
        assert tell(fact("place", 0.6, 0.2, statistic="share", kind="category", level="Assen"), firm=True).text.startswith("Ons bedrijf zit in Assen")


def test_a_plain_frame_will_do_whatever_its_columns_are_called(kinds):
    frame, labels, _personas = kinds
    odd = frame.assign(lines=range(len(frame)), as_of="x", frame=1.0, levers=frame.age % 7, **{"{level}": frame.place, "100% {": frame.frequency})
    drafted = draft_personas(profiles_of(odd, labels), "nl", customers=odd, segmentation=SimpleNamespace(labels=labels), economics=odd)
    assert all(untrue(persona, odd, labels) == [] for persona in drafted)


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
        told = [line for line in persona.lines if line.mark == "data"]
        assert [wrong for line in told for wrong in misquoted(line, tuple(frame.columns), "en")] == []


def test_every_column_of_our_own_has_its_place_in_a_persona_or_is_left_out_on_purpose():
    from segmentation.customers.entries import ENTRIES
    from segmentation.personas.phrases import COLUMN_FIELDS, UNTOLD

    assert set(ENTRIES) - set(COLUMN_FIELDS) - UNTOLD == set()
