"""Is a segment worth an own approach? The criteria of a useful segment, each with its figure and what is needed.

After Kotler and Dolnicar, Grün and Leisch (2018, chapter 4): large enough, worth the money, identifiable, reachable, distinct,
stable, growing. What the data cannot answer stays open (`passed` is missing), it does not fail.
"""

import numpy as np
import pandas as pd

from segmentation.language import N_, _, money, number, percent
from segmentation.segments.apart import from_nearest
from segmentation.segments.differences import numbers_of
from segmentation.segments.material import Material
from segmentation.segments.rules import Rules

CRITERIA = {
    "size": N_("large enough"),
    "money": N_("pays for its own approach"),
    "identifiable": N_("identifiable"),
    "reachable": N_("reachable"),
    "distinct": N_("distinct"),
    "stable": N_("stable"),
    "growing": N_("growing"),
}

# what is asked unless the study says otherwise; a programme that costs 500 a year and brings 10% more from who it reaches
ASKED = {
    "fewest": 30.0, "programme_cost": 500.0, "uplift": 0.10, "margin_rate": 0.40, "identifiable": 0.70, "reachable": 0.50,
    "distinct": 0.33, "stable": 0.75, "growing": 0.0,
}  # fmt: skip
"""identifiable: harmonic mean of precision and recall; distinct: a medium Cliff's delta (Romano 2006); stable: Hennig (2007)."""

HALF_YEAR = pd.Timedelta(days=182)


def weigh_gate(
    material: Material, rules: Rules, stability: pd.Series, criteria: dict[str, float]
) -> pd.DataFrame:
    """One row per segment and criterion: segment, criterion, value, needed, passed (True, False or missing when unknown)."""
    asked = {**ASKED, **{name: float(value) for name, value in criteria.items() if name in ASKED}}
    yearly, growth, apart = _yearly_turnover(material), _growth(material), from_nearest(material)
    rows = []
    for segment in material.segments:
        inside = (material.labels == segment).to_numpy()
        gain = None if yearly is None else float(np.nansum(yearly[inside])) * asked["margin_rate"] * asked["uplift"]
        values: dict[str, tuple[float | None, float]] = {
            "size": (float(inside.sum()), asked["fewest"]),
            "money": (gain, asked["programme_cost"]),
            "identifiable": (rules[segment].balance if rules[segment].conditions else 0.0, asked["identifiable"]),
            "reachable": (
                None if material.contacts is None else float(material.contacts.to_numpy()[inside].mean()),
                asked["reachable"],
            ),
            "distinct": (apart.get(segment), asked["distinct"]),
            "stable": (_known(stability.get(segment)), asked["stable"]),
            "growing": (growth.get(segment), asked["growing"]),
        }
        rows += [
            {
                "segment": segment,
                "criterion": code,
                "value": value,
                "needed": needed,
                "passed": None if value is None else value >= needed,
            }
            for code, (value, needed) in values.items()
        ]
    gate = pd.DataFrame(rows, columns=["segment", "criterion", "value", "needed", "passed"])
    return gate.astype({"segment": "str", "criterion": "str", "value": float, "needed": float, "passed": "boolean"})


def gate_sentence(criterion: str, value: float, needed: float, currency: str = "EUR") -> str:
    """What one criterion found, in the current language."""
    if pd.isna(value):
        return {
            "money": _("Turnover is not known, so this cannot be weighed."),
            "reachable": _("The data do not say how these customers can be reached."),
            "growing": _("The purchases do not reach back far enough to see growth."),
            "stable": _("How surely it comes back has not been worked out."),
        }.get(criterion, _("The data do not say."))
    told = {
        "size": _("{value} customers; {needed} are enough to reckon with."),
        "money": _("By the margin and the uplift you reckon with, an approach of its own would bring in about {value} a year and cost {needed}."),
        "identifiable": _("A short rule finds them with a score of {value}; {needed} is enough."),
        "reachable": _("For {value} of them a channel is known; {needed} is enough."),
        "distinct": _("Its clearest difference from the segment most like it is at least {value} on a scale to 1; {needed} is enough."),
        "stable": _("When the customers were drawn anew, {value} of it came back together on average; {needed} is enough."),
        "growing": _("Turnover changed by {value} from one half year to the next; the season may have a part in that."),
    }[criterion]
    if criterion == "money":
        return told.format(value=money(value, currency), needed=money(needed, currency))
    write, places = (percent, 0) if criterion in {"reachable", "stable", "growing"} else (number, 0 if criterion == "size" else 2)
    while value < needed and write(value, places) == write(needed, places) and places < 6:
        places += 1  # "75%; 75% is enough" beside a cross would contradict itself
    return told.format(value=write(value, places), needed=write(needed, 0 if write is percent else places))


def _known(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _yearly_turnover(material: Material) -> np.ndarray | None:
    """What each customer brings in a year: what it brought in all, over the years it has been a customer (at least one)."""
    if "monetary" not in material.kinds:
        return None
    turnover = numbers_of(material.frame["monetary"])
    if "tenure" not in material.kinds:
        return turnover
    return turnover / np.maximum(np.nan_to_num(numbers_of(material.frame["tenure"])) / 365.25, 1)


def _growth(material: Material) -> dict[str, float]:
    """Turnover, less what came back, of the last half year against the half year before, per segment; nothing when the lines are younger than a year."""
    if material.lines is None or material.as_of is None:
        return {}
    import duckdb

    ends = pd.Timestamp(material.as_of)
    ends = ends.tz_localize(None) if ends.tzinfo else ends
    middle, start = ends - HALF_YEAR, ends - 2 * HALF_YEAR
    with duckdb.connect() as engine:
        sums = engine.execute(
            "select cast(customer_id as varchar) as customer_id, min(date) as first, "
            "sum(case when date > $middle then amount else 0 end) as late, "
            "sum(case when date > $start and date <= $middle then amount else 0 end) as early "
            "from read_parquet($path) where date <= $ends and customer_id is not null group by 1",
            {
                "middle": middle.to_pydatetime(), "start": start.to_pydatetime(), "ends": ends.to_pydatetime(),
                "path": str(material.lines),
            },
        ).df()  # fmt: skip
    if not len(sums) or pd.Timestamp(sums["first"].min()) > start + pd.Timedelta(days=14):
        return {}
    sums = sums.set_index("customer_id")[["late", "early"]].astype(float).reindex(material.labels.index).fillna(0)
    totals = sums.groupby(material.labels.to_numpy()).sum()
    return {str(segment): float(row.late / row.early - 1) for segment, row in totals.iterrows() if row.early > 0}
