"""What the user should know about the data, in sentences, and the words behind every code of this room."""

from typing import TYPE_CHECKING

from segmentation.customers import notices
from segmentation.language import N_, _, number, percent

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.customers.table import CustomerTable

REASONS = {
    "no_customer": N_("no customer on the line"),
    "no_amount": N_("no amount on the line, or one that cannot be"),
    "given_twice": N_("the same rows were added before"),
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
    "spend_credibility": N_(
        "Spend per order does not fit its usual model (gamma-gamma); each customer's own average counts, the more so the more often they bought."
    ),
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


def in_words(rows: "pd.DataFrame") -> "pd.DataFrame":
    """The rows of a customer table with the codes of its columns in words."""
    coded = {name: rows[name].map(value, na_action="ignore") for name in _CODED if name in rows}
    return rows.assign(**coded) if coded else rows


def reason(code: str) -> str:
    """A reason for setting rows aside, in the current language."""
    return _(REASONS[code]) if code in REASONS else code


def sentences(customers: "CustomerTable") -> list[str]:
    """What the user should know, one sentence per notice, and how lifetime value was made."""
    told = [notices.sentence(notice, customers.currency) for notice in customers.notices]
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
