"""How is a column called, and how is a figure written? Fixed columns in words, the user's own by their own name."""

from math import isnan

from segmentation.language import N_, _, duration, money, ngettext, number, percent

LABELS = {
    "recency": N_("time since the last purchase"),
    "frequency": N_("number of orders"),
    "monetary": N_("turnover"),
    "sales": N_("turnover before returns"),
    "returns_value": N_("value of returns"),
    "returns_count": N_("number of returns"),
    "return_share": N_("share returned"),
    "returns_matched": N_("share of returns that were bought here before"),
    "lines": N_("number of order lines"),
    "items": N_("number of items"),
    "average_order": N_("average order"),
    "tenure": N_("time as a customer"),
    "gap": N_("time between orders"),
    "gap_regularity": N_("irregularity of buying"),
    "products": N_("number of different products"),
    "categories": N_("number of product groups"),
    "favourite_product": N_("favourite product"),
    "favourite_category": N_("favourite product group"),
    "favourite_channel": N_("favourite channel"),
    "favourite_daypart": N_("favourite part of the day"),
    "favourite_season": N_("favourite season"),
    "first_product": N_("first product bought"),
    "trend": N_("trend of buying"),
    "discount": N_("discount"),
    "discount_share": N_("share bought at a discount"),
    "margin": N_("margin"),
    "one_time": N_("bought only once"),
    "tickets": N_("number of support tickets"),
    "tickets_open": N_("number of open support tickets"),
    "hours_to_resolve": N_("time until a ticket is resolved (hours)"),
    "hours_to_resolve_worst": N_("longest wait for an answer (hours)"),
    "support_minutes": N_("support time in minutes"),
    "ticket_subject": N_("subject of support tickets"),
    "mailings": N_("number of mailings received"),
    "opens": N_("number of mailings opened"),
    "clicks": N_("number of clicks in mailings"),
    "bounces": N_("number of bounced mailings"),
    "unsubscribes": N_("number of unsubscribes"),
    "spam_reports": N_("number of mailings reported as spam"),
    "open_rate": N_("share of mailings opened"),
    "click_rate": N_("share of mailings clicked"),
    "visits": N_("number of visits"),
    "pages": N_("number of pages seen"),
    "nps": N_("recommendation score"),
    "score": N_("satisfaction score"),
    "answers": N_("number of surveys filled in"),
    "sentiment": N_("tone of reviews"),
    "theme": N_("theme of reviews"),
    "age": N_("age"),
    "generation": N_("generation"),
    "gender": N_("gender"),
    "place": N_("place"),
    "province": N_("province"),
    "region": N_("region"),
    "country": N_("country"),
    "sector": N_("sector"),
    "employees": N_("number of employees"),
    "firm_turnover": N_("turnover of the firm"),
    "education": N_("education"),
    "household": N_("household"),
    "interest": N_("interest"),
    "device": N_("device"),
    "alive": N_("chance of being still a customer"),
    "expected_orders": N_("expected number of orders"),
    "expected_value": N_("expected value"),
    "profit": N_("profit"),
}

CODED = {"favourite_season", "favourite_daypart", "region", "generation", "theme"}

# column → the name of who has much of it, and of who has little
PEOPLE = {
    "recency": (N_("Sleepers"), N_("Recent buyers")), "frequency": (N_("Regulars"), N_("Rare buyers")),
    "monetary": (N_("Big spenders"), N_("Small spenders")), "sales": (N_("Large buyers"), N_("Modest buyers")),
    "average_order": (N_("Large baskets"), N_("Small baskets")), "return_share": (N_("Frequent returners"), N_("Keep what they buy")),
    "returns_value": (N_("Costly returners"), N_("Return little")), "returns_count": (N_("Returners"), N_("Seldom send back")),
    "returns_matched": (N_("Return what they bought"), N_("Returns without a purchase")), "gap_regularity": (N_("Irregular buyers"), N_("Buy like clockwork")),
    "items": (N_("Bulk buyers"), N_("Few items")),
    "lines": (N_("Long order lists"), N_("Short order lists")), "products": (N_("Broad choosers"), N_("Narrow choosers")),
    "categories": (N_("All-round shoppers"), N_("Specialists")), "tenure": (N_("Long-standing customers"), N_("Newcomers")),
    "gap": (N_("Slow repeaters"), N_("Quick repeaters")), "trend": (N_("Growing customers"), N_("Fading customers")),
    "discount_share": (N_("Bargain hunters"), N_("Full-price buyers")), "discount": (N_("Discount takers"), N_("Little discount")),
    "margin": (N_("Margin makers"), N_("Thin margins")), "one_time": (N_("One-time buyers"), N_("Returning customers")),
    "tickets": (N_("Question askers"), N_("Ask little")), "support_minutes": (N_("Much support"), N_("Little support")),
    "tickets_open": (N_("Waiting for an answer"), N_("Few open questions")), "hours_to_resolve": (N_("Helped slowly"), N_("Helped quickly")),
    "hours_to_resolve_worst": (N_("Long waits"), N_("Short waits")), "mailings": (N_("Often mailed"), N_("Seldom mailed")),
    "bounces": (N_("Mail bounces"), N_("Mail arrives")), "unsubscribes": (N_("Unsubscribers"), N_("Stay subscribed")),
    "spam_reports": (N_("Report spam"), N_("Seldom report spam")),
    "open_rate": (N_("Keen readers"), N_("Silent readers")),
    "opens": (N_("Newsletter readers"), N_("Open few mailings")), "clicks": (N_("Clickers"), N_("Seldom click")),
    "click_rate": (N_("Eager clickers"), N_("Seldom click through")), "pages": (N_("Look around a lot"), N_("Look around little")),
    "answers": (N_("Fill in surveys"), N_("Seldom fill in surveys")), "sentiment": (N_("Positive writers"), N_("Negative writers")),
    "profit": (N_("Much profit"), N_("Little profit")), "visits": (N_("Frequent visitors"), N_("Rare visitors")), "nps": (N_("Fans"), N_("Critics")),
    "score": (N_("Satisfied customers"), N_("Dissatisfied customers")), "age": (N_("Older customers"), N_("Younger customers")),
    "employees": (N_("Large firms"), N_("Small firms")),
    "firm_turnover": (N_("Firms with high turnover"), N_("Firms with low turnover")),
    "alive": (N_("Active customers"), N_("Probably lost")), "expected_value": (N_("Promising customers"), N_("Little to expect")),
    "expected_orders": (N_("Probable returners"), N_("Probable leavers")),
}  # fmt: skip


def label_of(column: str) -> str:
    """The column in words in the current language; a column of the user's own by its own name, in quotes.

    >>> from segmentation.language import speaking
    >>> with speaking("en"):
    ...     label_of("monetary"), label_of("Shoe size")
    ('turnover', '“Shoe size”')
    """
    return _(LABELS[column]) if column in LABELS else _("“{column}”").format(column=column)


def level_of(column: str, level: str) -> str:
    """A category in words: codes of the customer table translated, the user's own words as they stand."""
    from segmentation.customers.words import VALUES

    if level in ("True", "False"):
        return _("yes") if level == "True" else _("no")
    return _(VALUES[level]) if column in CODED and level in VALUES else level


def figure(value: float, kind: str, currency: str = "EUR", *, exact: bool = False) -> str:
    """A figure in its own unit. `exact` keeps days and cents as they are, for conditions that must be carried out."""
    if isnan(value):
        return "–"
    if kind == "money":
        return money(value, currency, decimals=2 if exact and value != round(value) else None)
    if kind == "days":
        if not exact and abs(value) >= 60:
            return duration(value)
        days = round(value, 6) if exact else round(value)
        return ngettext("{n} day", "{n} days", 1 if days == 1 else 2).format(n=number(days, _needed(days)))
    if kind == "share":
        if exact:
            return percent(value, _needed(round(100 * value, 4)))
        whole = round(value, 6) == round(value, 2) or 0.1 <= abs(value) < 0.995
        return percent(value, 0 if whole else 1)
    return number(value, _needed(value) if exact else _needed(round(value, decimals_for(value))))


def _needed(value: float) -> int:
    """The decimals that leave nothing out, at most six."""
    return next((places for places in range(6) if round(value, places) == value), 6)


def decimals_for(value: float) -> int:
    """How many decimals tell a plain number apart: none for whole and large ones, three figures for the rest."""
    if value == round(value) or abs(value) >= 1000:
        return 0
    return 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 else 4
