"""Which columns can a customer table have, what are they called, and how is each worked out?"""

from typing import NamedTuple

from segmentation.language import N_


class Entry(NamedTuple):
    """What is fixed about a column of ours. `source` is the kind of table it needs."""

    label: str
    kind: str
    unit: str
    model: str
    source: str
    formula: str


def _entry(label: str, kind: str, model: str, source: str, formula: str, unit: str = "") -> Entry:
    units = {"money": "currency", "days": "days", "share": "share", "count": "count"}
    return Entry(label, kind, unit or units.get(kind, ""), model, source, formula)


ENTRIES = {
    "recency": _entry(
        N_("Days since last purchase"), "days", "behavioural", "purchases", N_("As-of day minus the day of the last purchase")
    ),
    "frequency": _entry(
        N_("Orders"), "count", "behavioural", "purchases", N_("Number of orders with at least one line that is no return")
    ),
    "monetary": _entry(N_("Turnover, returns taken off"), "money", "value", "purchases", N_("Sales minus returns")),
    "sales": _entry(N_("Sales"), "money", "value", "purchases", N_("Sum of all lines that are no returns")),
    "returns_value": _entry(
        N_("Value of returns"), "money", "value", "purchases", N_("Sum of all return lines, as a positive amount")
    ),
    "returns_count": _entry(
        N_("Returns"), "count", "behavioural", "purchases", N_("Number of orders or credit notes with a return in them")
    ),
    "return_share": _entry(N_("Share returned"), "share", "behavioural", "purchases", N_("Value of returns divided by sales")),
    "returns_matched": _entry(
        N_("Returns with a known purchase"),
        "share",
        "behavioural",
        "purchases",
        N_("Share of the return lines whose product this customer bought earlier in these data"),
    ),
    "lines": _entry(N_("Order lines"), "count", "behavioural", "purchases", N_("Number of lines that count, returns included")),
    "items": _entry(N_("Pieces bought"), "number", "behavioural", "purchases", N_("Sum of the quantities bought")),
    "average_order": _entry(N_("Average order"), "money", "value", "purchases", N_("Sales divided by orders")),
    "tenure": _entry(
        N_("Days since first purchase"), "days", "behavioural", "purchases", N_("As-of day minus the day of the first purchase")
    ),
    "first_purchase": _entry(
        N_("First purchase"), "date", "behavioural", "purchases", N_("Date of the first purchase in these data")
    ),
    "last_purchase": _entry(N_("Last purchase"), "date", "behavioural", "purchases", N_("Date of the last purchase")),
    "gap": _entry(
        N_("Days between purchases"), "days", "behavioural", "purchases", N_("Mean number of days between days with a purchase")
    ),
    "gap_regularity": _entry(
        N_("Irregularity of purchases"),
        "number",
        "behavioural",
        "purchases",
        N_("Standard deviation of the days between purchases divided by their mean: 0 is clockwork, 1 is chance"),
    ),
    "products": _entry(N_("Different products"), "count", "behavioural", "purchases", N_("Number of different products bought")),
    "categories": _entry(
        N_("Different categories"), "count", "behavioural", "purchases", N_("Number of different categories bought")
    ),
    "favourite_product": _entry(N_("Favourite product"), "category", "needs", "purchases", N_("Product on most lines")),
    "favourite_category": _entry(N_("Favourite category"), "category", "needs", "purchases", N_("Category on most lines")),
    "favourite_channel": _entry(N_("Favourite channel"), "category", "behavioural", "purchases", N_("Channel of most lines")),
    "favourite_daypart": _entry(
        N_("Favourite time of day"), "category", "behavioural", "purchases", N_("Part of the day with most orders")
    ),
    "favourite_season": _entry(N_("Favourite season"), "category", "behavioural", "purchases", N_("Season with most orders")),
    "first_product": _entry(
        N_("First product"), "category", "needs", "purchases", N_("Product on which most was spent in the first order")
    ),
    "trend": _entry(
        N_("Trend"),
        "number",
        "behavioural",
        "purchases",
        N_("Sales of the last half year against the half year before: (new − old) / (new + old), from −1 to 1"),
    ),
    "discount": _entry(N_("Discount"), "money", "behavioural", "purchases", N_("Sum of the discounts")),
    "discount_share": _entry(
        N_("Share of discount"), "share", "behavioural", "purchases", N_("Discount divided by sales before discount")
    ),
    "margin": _entry(
        N_("Margin"),
        "money",
        "value",
        "purchases",
        N_("Turnover minus the cost of goods, or turnover times the margin you assume"),
    ),
    "one_time": _entry(N_("Bought once"), "boolean", "behavioural", "purchases", N_("Exactly one order")),
    "tickets": _entry(N_("Support tickets"), "count", "behavioural", "tickets", N_("Number of tickets")),
    "tickets_open": _entry(N_("Open tickets"), "count", "behavioural", "tickets", N_("Number of tickets that are not closed")),
    "hours_to_resolve": _entry(
        N_("Hours to resolve a ticket"),
        "number",
        "behavioural",
        "tickets",
        N_("Mean time between opening and closing a ticket"),
        "hours",
    ),
    "hours_to_resolve_worst": _entry(
        N_("Longest wait for a solution"),
        "number",
        "behavioural",
        "tickets",
        N_("Longest time between opening and closing a ticket"),
        "hours",
    ),
    "support_minutes": _entry(
        N_("Minutes of support"), "number", "value", "tickets", N_("Sum of the minutes worked on tickets"), "minutes"
    ),
    "ticket_subject": _entry(N_("Subject asked about most"), "category", "needs", "tickets", N_("Subject of most tickets")),
    "mailings": _entry(N_("Mailings received"), "count", "behavioural", "campaigns", N_("Number of mailings sent")),
    "opens": _entry(N_("Mailings opened"), "count", "behavioural", "campaigns", N_("Number of mailings opened")),
    "clicks": _entry(N_("Mailings clicked"), "count", "behavioural", "campaigns", N_("Number of mailings clicked on")),
    "bounces": _entry(N_("Mailings bounced"), "count", "behavioural", "campaigns", N_("Number of mailings that came back")),
    "unsubscribes": _entry(N_("Unsubscribes"), "count", "behavioural", "campaigns", N_("Number of times unsubscribed")),
    "spam_reports": _entry(
        N_("Reported as spam"), "count", "behavioural", "campaigns", N_("Number of mailings reported as spam")
    ),
    "open_rate": _entry(
        N_("Share of mailings opened"), "share", "behavioural", "campaigns", N_("Opened divided by mailings that arrived")
    ),
    "click_rate": _entry(
        N_("Share of mailings clicked"), "share", "behavioural", "campaigns", N_("Clicked divided by mailings that arrived")
    ),
    "last_engagement": _entry(
        N_("Last engagement"), "date", "behavioural", "campaigns", N_("Last mailing that was opened or clicked")
    ),
    "visits": _entry(N_("Visits"), "count", "behavioural", "visits", N_("Number of visits to the site")),
    "pages": _entry(N_("Pages seen"), "count", "behavioural", "visits", N_("Number of pages seen")),
    "last_visit": _entry(N_("Last visit"), "date", "behavioural", "visits", N_("Date of the last visit")),
    "nps": _entry(
        N_("Would recommend (0–10)"), "number", "psychographic", "survey", N_("Mean answer to the question of recommending you")
    ),
    "score": _entry(N_("Score given"), "number", "psychographic", "survey", N_("Mean of the scores given")),
    "answers": _entry(N_("Survey answers"), "count", "psychographic", "survey", N_("Number of surveys filled in")),
    "sentiment": _entry(
        N_("Tone of what they write"),
        "number",
        "psychographic",
        "survey",
        N_("Rough: good words minus bad words, from −1 to 1; “not” turns a word"),
    ),
    "theme": _entry(N_("What they write about"), "category", "needs", "survey", N_("Theme most often in their texts")),
    "age": _entry(
        N_("Age"), "number", "demographic", "customers", N_("As given, or years from birth date to the as-of day"), "years"
    ),
    "generation": _entry(
        N_("Generation"), "category", "demographic", "customers", N_("As given, or from the year of birth (Pew Research)")
    ),
    "gender": _entry(N_("Gender"), "category", "demographic", "customers", N_("As given")),
    "education": _entry(N_("Education"), "category", "demographic", "customers", N_("As given")),
    "household": _entry(N_("Household"), "category", "demographic", "customers", N_("As given")),
    "place": _entry(N_("Place"), "category", "geographic", "customers", N_("As given")),
    "province": _entry(
        N_("Province"), "category", "geographic", "customers", N_("From the postcode, else from the name of a larger town")
    ),
    "region": _entry(N_("Region"), "category", "geographic", "customers", N_("Part of the country the province lies in")),
    "country": _entry(N_("Country"), "category", "geographic", "customers", N_("As given, or the one most lines show")),
    "sector": _entry(N_("Sector"), "category", "firmographic", "customers", N_("As given")),
    "employees": _entry(N_("Employees"), "number", "firmographic", "customers", N_("As given")),
    "firm_turnover": _entry(N_("Turnover of the firm"), "money", "firmographic", "customers", N_("As given")),
    "interest": _entry(N_("Interest"), "category", "psychographic", "customers", N_("As given")),
    "device": _entry(N_("Device"), "category", "technographic", "customers", N_("As given, or the one used most")),
    "since": _entry(N_("Customer since"), "date", "behavioural", "customers", N_("As given")),
    "alive": _entry(
        N_("Chance of still being a customer"), "share", "value", "purchases", N_("BG/NBD model (Fader, Hardie & Lee 2005); unknown after a single purchase")
    ),
    "expected_orders": _entry(N_("Orders to expect"), "number", "value", "purchases", N_("BG/NBD model, over the horizon")),
    "expected_value": _entry(
        N_("Value to expect"),
        "money",
        "value",
        "purchases",
        N_("Orders to expect × spend per order (gamma-gamma model, or credibility) × margin where it is known; else margin × retention"),
    ),
}
