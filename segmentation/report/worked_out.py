"""What do the later steps answer to a question straight away: who loses money and why, what goes together, where to find more, whom to mail what?

`direct(question, analysis)` gives the sentence that the question asks for, from results that were worked out for steps 5 and 7.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from segmentation.language import _, money, ngettext, number, percent
from segmentation.report import from_customers, from_rows
from segmentation.study import Question

if TYPE_CHECKING:
    from segmentation.analysis import Analysis

SURE = 0.55  # how much a question in own words must look like one of the library


def direct(question: Question, analysis: "Analysis", trade: str = "any") -> str:
    """The answer in a sentence, or nothing where these results do not answer it."""
    made = _DIRECT.get(question.library or _like(question.text, trade))
    return (made(analysis) or "") if made else ""


def _like(text: str, trade: str) -> str:
    from segmentation.plan import likeness

    share, code = likeness(text, trade or "any")
    return code if share >= SURE else ""


def _losing(analysis: "Analysis", only: str = "") -> str | None:
    """What stands out about those who cost money, the dearest reason first; or how many there are for one reason."""
    from segmentation.economics.words import reason

    if analysis.lacking("economics"):
        return None
    found = analysis.economics
    losing = found.customers[found.customers["unprofitable"]]
    grouped = losing.groupby("reason")["profit"].agg(["size", "sum"]).sort_values("sum")
    if only:
        if only not in grouped.index:
            return _("With these costs nobody loses you money because of that.")
        told = ngettext("{n} customer loses you money that way: {loss} together.", "{n} customers lose you money that way: {loss} together.", int(grouped.loc[only, "size"]))
        return told.format(n=number(int(grouped.loc[only, "size"])), loss=money(-grouped.loc[only, "sum"], found.currency))
    if grouped.empty:
        return None
    parts = ", ".join(f"{reason(str(row.Index))} ({number(row.size)}, {money(-row.sum, found.currency)})" for row in grouped.head(3).itertuples(name="Reason"))
    return _("What stands out about those who cost you money: {parts}.").format(parts=parts)


def _because(code: str) -> "Callable[[Analysis], str | None]":
    return lambda analysis: _losing(analysis, code)


def _together(analysis: "Analysis") -> str | None:
    """The pair that is bought together most clearly, and to how many it can be offered."""
    if analysis.lacking("economics"):
        return None
    levers = analysis.economics.levers
    cross = levers[levers["lever"] == "cross_sell"]
    if cross.empty:
        return _("No two products are bought together clearly more often than by chance.")
    best = cross.sort_values("likely").iloc[-1]
    same = cross[(cross["product"] == best["product"]) & (cross["with_product"] == best["with_product"])]
    return _("{one} and {other} are bought together {lift} times as often as by chance ({low} to {high}). {n} customers bought the first and not yet the second: offer it to them.").format(
        one=best["product"], other=best["with_product"], lift=number(best["lift"], 1), low=number(best["lift_low"], 1), high=number(best["lift_high"], 1),
        n=number(int(same["customers"].sum())),
    )  # fmt: skip


def _more_like(analysis: "Analysis") -> str | None:
    """What an address supplier could sell that finds more of the best."""
    from segmentation.economics.words import rule_sentence

    if analysis.lacking("economics"):
        return None
    rules = analysis.economics.prospects
    if rules.empty:
        return _("Nothing an address supplier knows sets your best customers apart in these data.")
    first = rules.iloc[0]
    return _("Look first for: {rule}. Of such customers {hit} belong to your best ({low} to {high}), of everybody {base}.").format(
        rule=rule_sentence(first["rule"]), hit=percent(first["hit_rate"]), low=percent(first["hit_low"]), high=percent(first["hit_high"]), base=percent(first["base"]),
    )  # fmt: skip


def _mail(analysis: "Analysis") -> str | None:
    """Which segments open what they get, and which do not."""
    frame = analysis.customers.frame
    if "open_rate" not in frame or frame["open_rate"].notna().sum() < 30 or analysis.lacking("segmentation"):
        return None
    labels = analysis.segmentation.labels.astype(str).reindex(frame.index)
    rates = frame["open_rate"].groupby(labels).agg(["mean", "count"])
    rates = rates[rates["count"] >= 10].sort_values("mean")
    if len(rates) < 2:
        return None
    analysis.compute("profiles")
    most, least = rates.iloc[-1], rates.iloc[0]
    return _("Segment {most} opens most of what you mail ({high}), segment {least} least ({low}): mail the first more of what they buy, and ask the other what they want to hear.").format(
        most=analysis.called(str(rates.index[-1])), high=percent(most["mean"]), least=analysis.called(str(rates.index[0])), low=percent(least["mean"]),
    )  # fmt: skip


def _kinds(analysis: "Analysis") -> str | None:
    """The segments by name and size."""
    if analysis.lacking("segmentation"):
        return None
    sizes = analysis.segmentation.sizes
    analysis.compute("profiles")  # which give the names
    parts = ", ".join(f"{analysis.called(str(letter))} ({percent(count / sizes.sum())})" for letter, count in sizes.items())
    return _("{n} segments: {parts}.").format(n=number(len(sizes)), parts=parts)


def _worth(analysis: "Analysis") -> str | None:
    """What the customer in the middle, and all of them, can be expected to bring in the year ahead."""
    frame = analysis.customers.frame
    if "expected_value" not in frame or not frame["expected_value"].notna().any():
        return None
    currency = analysis.customers.currency
    return _("In the year ahead the customer in the middle can be expected to be worth {middle}, and all of them together {all}.").format(
        middle=money(frame["expected_value"].median(), currency), all=money(frame["expected_value"].sum(), currency),
    )  # fmt: skip


_DIRECT: "dict[str, Callable[[Analysis], str | None]]" = {
    "unprofitable": _losing, "returns": _because("returns"), "support": _because("support"), "delivery": _because("small_orders"),
    "cross_sell": _together, "more_like": _more_like, "mailing": _mail, "mail_tired": from_customers.tired, "kinds": _kinds, "worth": _worth,
    "one_time": from_customers.once, "no_show": from_customers.once, "donors": from_customers.once, "loyal": from_customers.loyal,
    "where": from_customers.where, "first_product": from_customers.began_with, "treatments": from_customers.leads_on, "satisfied": from_customers.content,
    "ambassadors": from_customers.fans, "contracts": from_customers.by_habit, "card": from_customers.with_discount, "growth": from_customers.grows,
    "discount": from_rows.full_price, "season": from_rows.season, "daypart": from_rows.days, "jobs": from_rows.leaves, "minimum": from_rows.smallest_order,
    "late": from_rows.paid,
}  # fmt: skip

# needs of which the sentence in general would only say the same again, or something else
INSTEAD = {
    "returns": {"money"}, "support": {"money"}, "delivery": {"money"}, "unprofitable": {"money"},
    "cross_sell": {"products"}, "one_time": {"purchases"}, "no_show": {"purchases"}, "donors": {"purchases"}, "kinds": {"purchases", "money"},
    "season": {"season", "purchases"}, "daypart": {"season"}, "growth": {"growth", "purchases"}, "late": {"payment", "money"}, "jobs": {"products", "support", "margin", "money"},
    "contracts": {"purchases"}, "minimum": {"money", "margin"}, "treatments": {"products"}, "first_product": {"products", "purchases"}, "loyal": {"purchases", "money"},
    "where": {"money"}, "discount": {"purchases"}, "mail_tired": {"mailings"}, "satisfied": {"money"}, "worth": {"purchases", "margin"}, "ambassadors": {"purchases"}, "mailing": {"purchases"},
}  # fmt: skip


def instead(question: Question, trade: str = "any") -> set[str]:
    """The needs that the direct answer to this question takes the place of."""
    return INSTEAD.get(question.library or _like(question.text, trade), set())
