"""What do the data say about each kind of fact a question may need: a sentence per need, worked out from the table per customer?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from segmentation.language import _, date, duration, money, number, percent
from segmentation.report import from_customers, from_rows
from segmentation.study import Study

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis


class Facts:
    """The table per customer, and the few ways every answer looks at it."""

    def __init__(self, study: Study, analysis: "Analysis") -> None:
        self.study, self.analysis = study, analysis
        self.frame: pd.DataFrame = analysis.customers.frame

    def column(self, name: str) -> "pd.Series | None":
        return self.frame[name].dropna() if name in self.frame and self.frame[name].notna().any() else None

    def cash(self, value: float) -> str:
        return money(value, self.study.currency)

    def best(self) -> "pd.Index":
        """The tenth of the customers with the highest net turnover, at least one."""
        ranked = self.frame["monetary"].sort_values(ascending=False, kind="stable")
        return ranked.index[: max(1, len(ranked) // 10)]


def _purchases(facts: Facts) -> str | None:
    often, last = facts.column("frequency"), facts.column("recency")
    if often is None or last is None:
        return None
    told = (
        _("{share} of your customers bought once; the middle customer bought {n} times, last {ago} before {day}.")
        if (often == 1).any()
        else _("Everybody bought more than once; the middle customer bought {n} times, last {ago} before {day}.")
    )
    return told.format(
        share=percent((often == 1).mean()),
        n=number(often.median()),
        ago=duration(last.median()),
        day=date(facts.analysis.customers.as_of),
    )


def _products(facts: Facts) -> str | None:
    pairs = None if facts.analysis.lacking("economics") else facts.analysis.economics.pairs
    if pairs is None or not len(pairs):
        return _FAVOURITE(facts)
    best = pairs.iloc[0]
    return _(
        "“{first}” and “{second}” go together most: {lift} times as often in one order as by chance, at least {low} times."
    ).format(first=best["first"], second=best["second"], lift=number(best["lift"], 1), low=number(best["lift_low"], 1))


def _money(facts: Facts) -> str | None:
    spent = facts.column("monetary")
    if spent is None or spent.sum() <= 0:
        return None
    best = facts.best()
    return _("The best 10% of your customers ({n}) bring {share} of the turnover of {total}; on average {each} each.").format(
        n=number(len(best)),
        share=percent(spent[best].sum() / spent.sum()),
        total=facts.cash(spent.sum()),
        each=facts.cash(spent[best].mean()),
    )


def _margin(facts: Facts) -> str | None:
    if facts.analysis.lacking("economics"):
        return None
    table = facts.analysis.economics.customers
    losing = table[table["unprofitable"]]
    sure = losing[losing["certainty"] >= 0.9]
    if losing.empty:
        return _("With these costs nobody costs more than they bring in.")
    return _("{n} customers cost more than they bring in, together {loss}; of {sure} of them that is at least 90% sure.").format(
        n=number(len(losing)), loss=facts.cash(-losing["profit"].sum()), sure=number(len(sure))
    )


def _returns(facts: Facts) -> str | None:
    back, sold = facts.column("returns_value"), facts.column("sales")
    if back is None or sold is None or sold.sum() <= 0:
        return None
    back = back.abs()
    if not back.sum():
        return _("There are no returns in these data.")
    worst = back.sort_values(ascending=False)
    share = worst.iloc[: max(1, len(worst) // 20)].sum() / back.sum()
    return _("Customers sent back {share} of what they bought; the 5% who return most account for {worst} of it.").format(
        share=percent(back.sum() / sold.sum(), 1), worst=percent(share)
    )


def _support(facts: Facts) -> str | None:
    tickets = facts.column("tickets")
    if tickets is None or tickets.sum() <= 0:
        return None
    busiest = tickets.sort_values(ascending=False).iloc[: max(1, len(facts.frame) // 20)].sum() / tickets.sum()
    return _("{share} of your customers asked for help; the 5% who ask most account for {busiest} of all tickets.").format(
        share=percent((tickets > 0).sum() / len(facts.frame)), busiest=percent(busiest)
    )


def _mailings(facts: Facts) -> str | None:
    sent, opened = facts.column("mailings"), facts.column("opens")
    if sent is None or opened is None or sent.sum() <= 0:
        return None
    return _("Of every 100 mailings {n} are opened; {never} of those who get them never opened one.").format(
        n=number(100 * opened.sum() / sent.sum()), never=percent((opened.reindex(sent[sent > 0].index).fillna(0) == 0).mean())
    )


def _largest(column: str, sentence: Callable[[], str]) -> Callable[[Facts], str | None]:
    """Evidence of the form: most turnover comes from the customers with this value."""

    def tell(facts: Facts) -> str | None:
        from segmentation.segments.vocabulary import level_of

        values = facts.column(column)
        if values is None or "monetary" not in facts.frame:
            return None
        spent = (
            facts.frame["monetary"]
            .groupby(facts.frame[column].astype("str").where(facts.frame[column].notna()))
            .sum()
            .sort_values(ascending=False)
        )
        if spent.empty or spent.sum() <= 0:
            return None
        known = facts.frame.loc[values.index, "monetary"].sum()
        return sentence().format(
            value=level_of(column, str(spent.index[0])),
            share=percent(spent.iloc[0] / known),
            known=percent(len(values) / len(facts.frame)),
        )

    return tell


def _age(facts: Facts) -> str | None:
    ages = facts.column("age")
    if ages is None:
        return _GENERATION(facts)
    return _(
        "The middle customer is {age}; half of them are between {low} and {high}. Known for {known} of your customers."
    ).format(
        age=number(ages.median()),
        low=number(ages.quantile(0.25)),
        high=number(ages.quantile(0.75)),
        known=percent(len(ages) / len(facts.frame)),
    )


def _satisfaction(facts: Facts) -> str | None:
    given = facts.column("nps")
    if given is None:
        return None
    score = 100 * ((given >= 9).mean() - (given <= 6).mean())
    return _("The net promoter score of the {n} who answered is {score}.").format(n=number(len(given)), score=number(score))


def _discount(facts: Facts) -> str | None:
    share = facts.column("discount_share")
    if share is None:
        return None
    if not (share > 0.2).any():
        return _("{share} of your customers got a discount; for nobody it was more than a fifth of what they bought.").format(share=percent((share > 0).mean()))
    return _("{share} of your customers got a discount; for {heavy} it was more than a fifth of what they bought.").format(
        share=percent((share > 0).mean()), heavy=percent((share > 0.2).mean())
    )


_GENERATION = _largest("generation", lambda: _("Most turnover comes from {value}: {share}. Known for {known} of your customers."))
_FAVOURITE = _largest("favourite_category", lambda: _("Most turnover comes from customers who mostly buy {value}: {share}."))
EVIDENCE: dict[str, Callable[[Facts], str | None]] = {
    "purchases": _purchases,
    "money": _money,
    "margin": _margin,
    "returns": _returns,
    "support": _support,
    "mailings": _mailings,
    "age": _age,
    "satisfaction": _satisfaction,
    "discount": _discount,
    "place": _largest(
        "province", lambda: _("Most turnover comes from {value}: {share}. The place of {known} of your customers is known.")
    ),
    "products": _products,
    "channel": _largest("favourite_channel", lambda: _("Most turnover comes from customers of the channel {value}: {share}.")),
    "season": lambda facts: from_rows.season(facts.analysis),
    "growth": lambda facts: from_customers.grows(facts.analysis),
    "payment": lambda facts: from_rows.paid(facts.analysis),
    "sector": _largest(
        "sector", lambda: _("Most turnover comes from the sector {value}: {share}. Known for {known} of your customers.")
    ),
    "gender": _largest("gender", lambda: _("Most turnover comes from {value}: {share}. Known for {known} of your customers.")),
    "acquisition": _largest("first_product", lambda: _("Most turnover comes from customers who began with {value}: {share}.")),
    "reasons": _largest(
        "theme",
        lambda: _(
            "Those who wrote something wrote most about {value}; they bring {share} of the turnover of everybody who wrote."
        ),
    ),
}
