"""How loyal and how valuable is each customer, and which of the four strategies fits?

Loyalty is how long somebody has really been a customer: days between first and last purchase (orders, when there are no dates). Value is
profit. Low–low are passers-by to get to know, high loyalty–low value supporters to develop, high–high friends to keep, low loyalty–high
value acquaintances to bind.
"""

from dataclasses import dataclass
from numbers import Real

import numpy as np
import pandas as pd

from segmentation.errors import WrongChoice
from segmentation.language import N_, _

STRATEGIES = {
    "friends": N_("Friends"),
    "supporters": N_("Supporters"),
    "acquaintances": N_("Acquaintances"),
    "passers_by": N_("Passers-by"),
}
ACTIONS = {"friends": N_("keep"), "supporters": N_("develop"), "acquaintances": N_("bind"), "passers_by": N_("get to know")}
AT_A_LOSS = N_("make them pay first")
_PLACES = np.array(["passers_by", "acquaintances", "supporters", "friends"], dtype=object)  # 2 × loyal + valuable


@dataclass(frozen=True, eq=False)
class Strategies:
    """`customers`: Series id → strategy; `table`: per strategy customers, share, profit, revenue, losing (how many lose money); `segments`: counts per segment."""

    customers: pd.Series
    table: pd.DataFrame
    segments: pd.DataFrame
    loyalty_cut: float
    value_cut: float
    unit: str

    def action(self, code: str) -> str:
        """What to do with these customers: no group that loses money together is to be developed."""
        return _(AT_A_LOSS if self.table.loc[code, "profit"] < 0 else ACTIONS[code])

    def moved_from(self, before: pd.Series) -> pd.DataFrame:
        """Who changed since last time: strategy before × strategy now, customers; "new" and "gone" for those in one of the two."""
        both = pd.DataFrame({"before": before, "now": self.customers})
        both = both.astype(object).where(both.notna(), None).fillna({"before": "new", "now": "gone"})
        return pd.crosstab(both["before"], both["now"])


def loyalty_of(frame: pd.DataFrame) -> tuple[pd.Series, str]:
    """Loyalty per customer and its unit: days, or orders when the table knows no dates, or nothing at all."""
    if {"tenure", "recency"} <= set(frame.columns):
        return (pd.to_numeric(frame["tenure"], errors="coerce") - pd.to_numeric(frame["recency"], errors="coerce")).clip(
            lower=0
        ).fillna(0.0), "days"
    if {"first_purchase", "last_purchase"} <= set(frame.columns):
        last, first = (
            pd.to_datetime(frame[name], errors="coerce", format="ISO8601") for name in ("last_purchase", "first_purchase")
        )
        span = last - first
        return span.dt.total_seconds().div(86400).clip(lower=0).fillna(0.0), "days"
    if "frequency" in frame:
        return pd.to_numeric(frame["frequency"], errors="coerce").fillna(0.0).astype(float), "orders"
    return pd.Series(0.0, index=frame.index), ""


def divide(
    loyalty: pd.Series,
    cents: pd.DataFrame,
    segments: pd.Series,
    unit: str,
    loyalty_cut: float | None = None,
    value_cut: float | None = None,
) -> Strategies:
    """Everybody in one of four strategies: above the cut is high. Cuts are the medians unless given (loyalty in `unit`, value in euros)."""
    for cut in (loyalty_cut, value_cut):
        if cut is not None and (not isinstance(cut, Real) or not abs(float(cut)) < 1e12):
            raise WrongChoice(_("A cut point must be a number."), _("Leave it empty for the middle of your customers."))
    value = cents["profit"] / 100
    chosen, where_loyal, where_value = placed(loyalty, value, loyalty_cut, value_cut)
    places = pd.Categorical(chosen, categories=list(STRATEGIES))
    money = cents[["profit", "revenue"]].assign(losing=cents["profit"].to_numpy() < 0, customers=1)
    table = money.groupby(places, observed=False).sum().rename_axis("strategy")
    table = table.assign(profit=table["profit"] / 100, revenue=table["revenue"] / 100, share=table["customers"] / max(len(cents), 1))
    table = table[["customers", "share", "profit", "revenue", "losing"]].astype({"customers": int, "losing": int})
    table.index = table.index.astype(str)
    letters, which = np.unique(segments.astype(str).to_numpy().astype(str), return_inverse=True)
    counts = np.zeros((len(letters), len(STRATEGIES)), dtype=int)
    np.add.at(counts, (which, places.codes), 1)
    per_segment = pd.DataFrame(counts, index=pd.Index(letters, name="segment", dtype=str), columns=list(STRATEGIES))
    return Strategies(chosen, table, per_segment, where_loyal, where_value, unit)


def placed(
    loyalty: pd.Series, value: pd.Series, loyalty_cut: float | None, value_cut: float | None
) -> tuple[pd.Series, float, float]:
    """The strategy of each customer, and the cut points: those given, or the medians."""
    where_loyal = float(loyalty.median()) if loyalty_cut is None else float(loyalty_cut)
    where_value = float(value.median()) if value_cut is None else float(value_cut)
    codes = 2 * (loyalty > where_loyal).to_numpy() + (value > where_value).to_numpy()
    return pd.Series(_PLACES[codes], index=loyalty.index, dtype=str, name="strategy"), where_loyal, where_value
