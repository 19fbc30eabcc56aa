"""Who is behind each segment? A first draft from the data, that says of every line what it rests on."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from segmentation.errors import TooLittleData, WrongChoice
from segmentation.language import LANGUAGES, _, current_language, speaking
from segmentation.personas.face import draw_face
from segmentation.personas.facts import known_facts, told_once
from segmentation.personas.names import country_of, invent
from segmentation.personas.persona import Line, Persona
from segmentation.personas.phrases import COLUMN_FIELDS, FIELDS, QUESTIONS, SILENT, UNTOLD
from segmentation.personas.story import day_of, quote_of
from segmentation.personas.telling import GENDERS, category, tell

if TYPE_CHECKING:
    from segmentation.customers import CustomerTable
    from segmentation.economics import Economics
    from segmentation.segments import Profiles, Segmentation

LINES_A_FIELD = 3
UNSTABLE = 0.6
"""Hennig (2007): a mean bootstrap Jaccard below 0.6 means that the cluster should not be trusted."""
SMALL = 30


def draft_personas(
    profiles: "Profiles", language: str = "nl", *, customers: "CustomerTable | pd.DataFrame | None" = None,
    segmentation: "Segmentation | None" = None, economics: "Economics | None" = None, seed: int = 0,
) -> list[Persona]:
    """One persona per segment, drafted from the facts.

    Every line carries its mark. *Data* lines hold the figure, its 95 % interval and the same figure of the other customers, in
    the unit of their column; fields about which the data are silent hold a *guess* that says so, with a question for the
    brainstorm. The same input and `seed` give the same people. Raises WrongChoice for a language that is not there,
    TooLittleData without segments.

    >>> from segmentation.segments import find_segments, profile_segments
    >>> table = pd.DataFrame({"age": [20.0, 21, 22, 23, 24, 70, 71, 72, 73, 74]}, index=list("abcdefghij"))
    >>> personas = draft_personas(profile_segments(table, find_segments(table, k=2)), "en")
    >>> [(line.text, line.interval) for line in personas[0].of("who")]
    [('I am 22, younger than the typical other customer (72).', (20.0, 24.0))]
    """
    if language not in LANGUAGES:
        raise WrongChoice(_("Personas are written in Dutch or English."), _("Choose “nl” or “en”."))
    ground = _ground(profiles, customers, segmentation, economics)
    if not len(ground["sizes"]):
        raise TooLittleData(_("There are no segments to write a persona for."), _("Make segments first, in step 5."))
    names = profiles.names_in(language)
    personas: list[Persona] = []
    with speaking(language):
        for place, segment in enumerate(ground["sizes"].index):
            persona = _draft(str(segment), place + seed, ground, personas)
            personas.append(persona.change(language=language, segment_name=names.get(str(segment), "")))
    return [persona.change(face=_face(persona, seed)) for persona in personas]


def _face(persona: Persona, seed: int) -> str:
    with speaking(persona.language):
        title = _("Drawing of {name}, an invented person").format(name=persona.name)
    return draw_face(persona.segment, persona.name, seed, title=title)


def _ground(profiles: Any, customers: Any, segmentation: Any, economics: Any) -> dict[str, Any]:
    """Everything a draft stands on: facts, sizes, warnings, money."""
    return {
        "facts": known_facts(profiles, customers, segmentation, economics), "sizes": profiles.sizes.astype(int),
        "stability": profiles.stability, "verdict": profiles.verdict, "currency": profiles.currency or "EUR",
    }


def _draft(segment: str, turn: int, ground: dict[str, Any], before: list[Persona]) -> Persona:
    facts = ground["facts"][ground["facts"].segment == segment]
    size, total = int(ground["sizes"][segment]), int(ground["sizes"].sum())
    age = _value(facts, "age")
    country = country_of(_largest(facts, "country"), _largest(facts, "province"), current_language())
    taken = [part for one in before for part in one.name.split()]
    name = invent(turn - len(before), segment, age=age, gender=_gender(facts), country=country, taken=taken)
    lines = _lines(facts, ground["currency"], turn)
    quote, day = quote_of(lines, turn, [one.quote for one in before]), day_of(lines, age, turn)
    home = {line.column: category(line) for line in lines if line.column in HOMES}
    return Persona(
        segment=segment, name=name, age=None if age is None else round(age),
        place=next((home[column] for column in HOMES if column in home), ""), lines=(*lines, quote, *day), quote=quote.text,
        day=" ".join(line.text for line in day), stamp=_stamp(segment, size, ground), customers=size, share=size / total,
        order=(*FIELDS, "quote", "day"),
    )


FIRM = {"sector", "employees", "firm_turnover"}
HOMES = ("place", "province", "region", "country")
ALWAYS = {"age": 4.0, "year_spend": 4.0, "monetary": 2.0, "profit": 2.0}
"""Told whether or not they set the segment apart: what everybody asks first."""


def _lines(facts: pd.DataFrame, currency: str, turn: int) -> list[Line]:
    """The lines of every field: what sets the segment apart first, and a question where the data are silent."""
    told = told_once(facts[~facts.column.str.casefold().isin(UNTOLD)])
    told = told[told.differs | (told.column != "gender")]
    weight = told.effect.abs() + told.differs + told.column.map(ALWAYS).astype(float).fillna(0.0)
    told = told.assign(weight=weight, field=[COLUMN_FIELDS.get(column, "traits") for column in told.column])
    told = told.sort_values(["weight", "column", "level"], ascending=[False, True, True])
    lines: list[Line] = []
    firm = bool(FIRM & set(facts.column))
    for field in FIELDS:
        mine = told[told.field == field]
        if field == "traits":
            mine = mine[mine.differs & ((mine.kind != "category") | (mine.effect > 0))]
        chosen = sorted(_different(mine, {line.column for line in lines}), key=lambda fact: ORDER.get(fact.column, len(ORDER)))
        lines += [tell(fact, currency, turn + place, firm) for place, fact in enumerate(chosen)]
        if not chosen and field != "traits":
            lines.append(_silent(field, lines))
    return lines


ORDER = {column: place for place, column in enumerate(COLUMN_FIELDS)}
TWINS = (
    {"age", "generation"}, {"place", "province", "region", "country"}, {"items", "products"}, {"year_spend", "monetary"},
    {"return_share", "returns_count"}, {"recency", "tenure"},
    {"favourite_product", "first_product"}, {"tickets", "support_minutes"}, {"nps", "score"},
)


def _different(facts: pd.DataFrame, told: set[str]) -> list[Any]:
    """The first few facts, without two that say nearly the same, here or in a field before."""
    chosen: list[Any] = []
    for fact in facts.itertuples():
        before = told | {other.column for other in chosen}
        again = any(fact.column in twins and twins & before - {fact.column} for twins in TWINS)
        if not again and len(chosen) < LINES_A_FIELD:
            chosen.append(fact)
    return chosen


def _silent(field: str, told: list[Line]) -> Line:
    """What stands in a field about which the data say nothing: that, perhaps with a guess, and a question."""
    text = _(SILENT[field])
    loved = next((line.level for line in told if line.column in {"favourite_category", "favourite_product"} and line.level), "")
    if field == "more" and loved:
        text = _("Perhaps more from “{level}”, since that is what I come for now. Nobody has asked me yet.").format(level=loved)
    return Line(field, text, "guess", question=_(QUESTIONS[field]))


def _largest(facts: pd.DataFrame, column: str) -> str:
    levels = facts[(facts.column == column) & (facts.statistic == "share")].sort_values(["value", "level"], ascending=[False, True])
    return str(levels.level.iloc[0]) if len(levels) else ""


def _value(facts: pd.DataFrame, column: str) -> float | None:
    found = facts[(facts.column == column) & (facts.statistic == "median")]
    return float(found.value.iloc[0]) if len(found) else None


def _gender(facts: pd.DataFrame) -> str:
    """The letter f or m when the data are clear that two thirds or more are; else a name that does not say."""
    for fact in facts[(facts.column == "gender") & (facts.statistic == "share")].itertuples():
        word = str(fact.level).strip().casefold()
        if fact.low >= 2 / 3 and word in GENDERS:
            return {"women": "f", "men": "m"}.get(GENDERS[word], "")
    return ""


def _stamp(segment: str, size: int, ground: dict[str, Any]) -> str | None:
    if size < SMALL:
        return "small"
    if ground["stability"].get(segment, 1.0) < UNSTABLE:
        return "unstable"
    return "constructive" if ground["verdict"] == "constructive" else None
