"""What the user should know about the data, in sentences, and the words behind every code of this room."""

from typing import TYPE_CHECKING

from segmentation.language import N_, _, date, money, ngettext, number, percent

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable, Notice

REASONS = {
    "no_customer": N_("no customer on the line"),
    "no_amount": N_("no amount on the line"),
    "no_date": N_("no date on the line"),
    "before_1970": N_("a date before 1970"),
    "future_date": N_("a date in the future"),
    "after_as_of": N_("after the as-of day"),
    "other_currency": N_("another currency"),
    "forgotten": N_("a customer who asked to be removed"),
    "unreadable": N_("could not be read"),
    "merged": N_("merged into another customer, as you said"),
}

REFUSALS = {
    "no_dates": N_("Without order dates nobody can say who will come back."),
    "too_few_customers": N_("There are too few customers with an order to learn from; about 50 are needed."),
    "too_few_repeaters": N_("Too few customers came back for a second order to learn from; about 20 are needed."),
    "too_short": N_("The orders cover less than eight weeks; that is too short to see who comes back."),
    "not_converged": N_("The buying pattern in these data does not determine the model: its figures would be chance."),
    "spend_average": N_("Spend per order does not determine its model; each customer's own average is used."),
}

VALUES = {
    "spring": N_("spring"),
    "summer": N_("summer"),
    "autumn": N_("autumn"),
    "winter": N_("winter"),
    "morning": N_("morning"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
    "night": N_("night"),
    "north": N_("North"),
    "east": N_("East"),
    "south": N_("South"),
    "west": N_("West"),
    "silent": N_("Silent generation (to 1945)"),
    "boomer": N_("Baby boomers (1946–1964)"),
    "x": N_("Generation X (1965–1980)"),
    "millennial": N_("Millennials (1981–1996)"),
    "z": N_("Generation Z (1997–2012)"),
    "alpha": N_("Generation Alpha (from 2013)"),
    "delivery": N_("delivery"),
    "price": N_("price"),
    "quality": N_("quality"),
    "service": N_("service"),
    "returns": N_("returns"),
    "website": N_("website"),
    "payment": N_("payment"),
    "stock": N_("stock and choice"),
    "size": N_("size and colour"),
    "packaging": N_("packaging"),
    "advice": N_("advice and explanation"),
    "problem": N_("Problem"),
    "search": N_("Search"),
    "compare": N_("Compare"),
    "decide": N_("Decide"),
    "look_back": N_("Look back"),
    "segmented": N_("Segmented"),
    "unsegmented": N_("Not segmented"),
    "difference": N_("Difference"),
    "sent": N_("Sent"),
    "open": N_("Opened"),
    "click": N_("Clicked"),
    "bounce": N_("Bounced"),
    "unsubscribe": N_("Unsubscribed"),
    "spam": N_("Marked as spam"),
}
_CODED = ("favourite_season", "favourite_daypart", "region", "generation", "theme")


def value(code: object) -> str:
    """A code of this room as people say it; anything else as it is."""
    return _(VALUES[code]) if isinstance(code, str) and code in VALUES else str(code)


def shown(column: str, code: object) -> str:
    """A value of this column of the customer table in the current language."""
    return value(code) if column in _CODED else str(code)


def reason(code: str) -> str:
    """A reason for setting rows aside, in the current language."""
    return _(REASONS[code]) if code in REASONS else code


def _notice(notice: "Notice", customers: "CustomerTable") -> str:
    n, table = notice.count, notice.table
    texts = {
        "no_customer": ngettext(
            "{n} line of {table} has no customer and is set aside.", "{n} lines of {table} have no customer and are set aside.", n
        ),
        "no_amount": ngettext(
            "{n} line of {table} has no amount and is set aside.", "{n} lines of {table} have no amount and are set aside.", n
        ),
        "no_date": ngettext(
            "{n} line of {table} has no date and is set aside.", "{n} lines of {table} have no date and are set aside.", n
        ),
        "before_1970": ngettext(
            "{n} line of {table} is dated before 1970 and is set aside.",
            "{n} lines of {table} are dated before 1970 and are set aside.",
            n,
        ),
        "future_date": ngettext(
            "{n} line of {table} is dated in the future and is set aside.",
            "{n} lines of {table} are dated in the future and are set aside.",
            n,
        ),
        "after_as_of": ngettext(
            "{n} line of {table} is later than the as-of day and does not count.",
            "{n} lines of {table} are later than the as-of day and do not count.",
            n,
        ),
        "mixed_currencies": ngettext(
            "{table} mixes currencies: {n} line is not in {currency} and is set aside.",
            "{table} mixes currencies: {n} lines are not in {currency} and are set aside.",
            n,
        ),
        "forgotten": ngettext(
            "{n} line of a customer who asked to be removed is left out.",
            "{n} lines of customers who asked to be removed are left out.",
            n,
        ),
        "order_totals_once": _("In {table} the amount is that of the whole order; it counts once per order."),
        "negative_price": ngettext(
            "{n} line of {table} has a negative price; it counts as money given back.",
            "{n} lines of {table} have a negative price; they count as money given back.",
            n,
        ),
        "one_customer": _("All orders of {table} belong to one customer. Is that the right column?"),
        "one_giant": _("One customer accounts for {share} of the turnover."),
        "no_match": _(
            "No customer of {table} is found in the other tables. Look at the customer numbers: are they of the same kind?"
        ),
        "few_match": _("Only {share} of the customers of {table} are found in the other tables."),
        "key_by_name": _("{table} has no customer number; names are used, and two people may have one name."),
        "listed_twice": ngettext(
            "{n} row of {table} is about a customer who is already in it; the first value counts.",
            "{n} rows of {table} are about customers who are already in it; the first value counts.",
            n,
        ),
        "same_order_twice": ngettext(
            "{n} order number is in more than one table; check that they do not overlap.",
            "{n} order numbers are in more than one table; check that they do not overlap.",
            n,
        ),
        "closed_before_opened": ngettext(
            "{n} ticket of {table} was closed before it was opened; its time does not count.",
            "{n} tickets of {table} were closed before they were opened; their time does not count.",
            n,
        ),
        "not_used": _("{table} is not used: it is not clear what it holds, or which customer its rows belong to."),
        "currency_differs": _("The study counts in another currency than the orders, which are in {currency}."),
        "only_returns": ngettext(
            "{n} customer only has returns, of purchases before these data begin.",
            "{n} customers only have returns, of purchases before these data begin.",
            n,
        ),
        "negative_net": ngettext(
            "{n} customer returned more than was bought here; the net value is negative and stays so.",
            "{n} customers returned more than they bought here; their net value is negative and stays so.",
            n,
        ),
        "duplicates": ngettext(
            "{n} pair of customers may be one and the same; you decide.",
            "{n} pairs of customers may be one and the same; you decide.",
            n,
        ),
    }
    text = texts.get(notice.code, notice.code)
    return text.format(n=number(n), table=table, currency=customers.currency, share=percent(notice.value))


def sentences(customers: "CustomerTable") -> list[str]:
    """What the user should know, one sentence per notice, and how lifetime value was made."""
    told = [_notice(notice, customers) for notice in customers.notices]
    return [*told, *lifetime_sentences(customers)]


def lifetime_sentences(customers: "CustomerTable") -> list[str]:
    life = customers.lifetime
    if "sales" not in customers.frame:
        return []
    refusal = _(REFUSALS[life.reason]) if life.reason in REFUSALS else ""
    if life.method == "margin_retention":
        told = _("Value to expect is margin × retention: {share} of the buyers of one period come back in the next.").format(
            share=percent(life.figures.get("retention"))
        )
        return [refusal, told]
    if life.method == "none":
        return [refusal] if refusal else []
    told = _("Over the next {weeks} weeks about {orders} orders can be expected ({low} to {high}).").format(
        weeks=life.horizon_weeks,
        orders=number(life.figures["orders"]),
        low=number(life.figures["orders_low"]),
        high=number(life.figures["orders_high"]),
    )
    return [text for text in (told, refusal) if text]


def at_a_glance(customers: "CustomerTable") -> str:
    """The base in one sentence."""
    frame = customers.frame
    return _("{n} customers, {turnover} turnover up to {day}.").format(
        n=number(len(frame)), turnover=money(frame["monetary"].sum(), customers.currency), day=date(customers.as_of)
    )
