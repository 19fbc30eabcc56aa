"""What do columns say for which no sentence of their own is made: the middle or the commonest, and a measure set beside a group?

Works with any column of the customer table, the user's own included; with a survey alone it is most of the answer.
"""

from typing import TYPE_CHECKING

from segmentation.customers.dictionary import label
from segmentation.language import _, number
from segmentation.segments.vocabulary import figure, level_of

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.customers import CustomerTable

MEASURES = {
    "satisfaction": ("nps", "score"), "money": ("monetary", "sales"), "purchases": ("frequency",), "returns": ("return_share",), "support": ("tickets",),
    "mailings": ("open_rate",), "discount": ("discount_share",), "visits": ("visits",), "margin": ("margin",),
}  # fmt: skip
GROUPS = {
    "age": ("age", "generation"), "gender": ("gender",), "household": ("household", "education"), "place": ("province", "place", "country"), "sector": ("sector",),
    "firm_size": ("employees",), "channel": ("favourite_channel", "device"), "interest": ("interest",),
}  # fmt: skip
BANDS = 3  # of a figure such as an age
MOST, FEWEST = 5, 5  # groups told, customers in a group


def in_general(customers: "CustomerTable", name: str, currency: str) -> str:
    """The middle and the middle half of a figure, or the commonest value, and of how many it is known."""
    values, kind = customers.frame[name].dropna(), str(customers.columns.loc[name, "kind"])
    known = "" if len(values) == len(customers.frame) else " " + _("Known for {known} of your customers.").format(known=figure(len(values) / len(customers.frame), "share"))
    if _figures(values, kind):
        return _("{what}: {middle} for the middle customer, for half of them between {low} and {high}.").format(
            what=label(name), **{part: figure(float(values.quantile(q)), kind, currency) for part, q in (("low", 0.25), ("middle", 0.5), ("high", 0.75))}
        ) + known  # fmt: skip
    if kind in ("text", "date") or values.nunique() > len(values) / 2:
        return ""
    counts = values.astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    first = _("{value} ({share})")
    told = ", ".join(first.format(value=level_of(name, str(level)), share=figure(count / len(values), "share")) for level, count in counts.head(3).items())
    return _("{what}: mostly {values}.").format(what=label(name), values=told) + known


def set_beside(customers: "CustomerTable", needs: list[str], currency: str, by_town: bool = False) -> list[str]:
    """For a question about a group and a measure ("are the young more content?"): the measure per group, the first group that is known; by town where that is asked."""
    by = group_of(customers, needs)
    by = next(iter(_known(customers, ("place",))), by) if by_town and by == "province" else by
    measures = [name for code in needs for name in _known(customers, MEASURES.get(code, ()))[:1]]
    return [told for name in measures[:2] if by and (told := _per_group(customers, by, name, currency))]


def group_of(customers: "CustomerTable", needs: list[str]) -> str | None:
    """The column of the first group that is asked about and known."""
    return next((name for code in needs for name in _known(customers, GROUPS.get(code, ()))), None)


def groups_of(customers: "CustomerTable", by: str) -> "pd.Series":
    """The group of every customer: the value itself, or the band of a figure."""
    frame = customers.frame
    return _banded(frame[by]) if _figures(frame[by].dropna(), str(customers.columns.loc[by, "kind"])) else frame[by].astype("str").where(frame[by].notna())


def _known(customers: "CustomerTable", names: tuple[str, ...]) -> list[str]:
    """Those of these columns that hold more than one value."""
    return [name for name in names if name in customers.frame and customers.frame[name].nunique() > 1]


def _per_group(customers: "CustomerTable", by: str, measure: str, currency: str) -> str:
    frame, kind = customers.frame, str(customers.columns.loc[measure, "kind"])
    groups = groups_of(customers, by)
    table = frame[measure].astype(float).groupby(groups, observed=True, sort=False).agg(["mean", "count"]).query(f"count >= {FEWEST}")
    if len(table) < 2:
        return ""
    shown = table.sort_values("count", ascending=False, kind="stable").head(MOST).sort_values("mean", ascending=False, kind="stable")
    parts = (
        _("{group}: {value} ({n})").format(group=level_of(by, str(group)), value=figure(float(row["mean"]), "number" if kind == "count" else kind, currency), n=number(row["count"]))
        for group, row in shown.iterrows()
    )
    return _("{measure}, on average by {group} (how many customers in brackets): {values}.").format(measure=label(measure), group=label(by).lower(), values="; ".join(parts))


def _banded(values: "pd.Series") -> "pd.Series":
    """A figure in bands of about as many customers: "18–34"."""
    import pandas as pd

    bands = pd.qcut(values, BANDS, duplicates="drop")
    ends = values.groupby(bands, observed=True).agg(["min", "max"])
    return bands.map({band: f"{number(row['min'])}–{number(row['max'])}" for band, row in ends.iterrows()})


def _figures(values: "pd.Series", kind: str) -> bool:
    import pandas as pd

    return kind not in ("category", "boolean", "text", "date") and pd.api.types.is_numeric_dtype(values) and not isinstance(values.dtype, pd.CategoricalDtype)
