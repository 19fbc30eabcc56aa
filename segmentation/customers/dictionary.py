"""What each column is: its name in words, kind, where it came from, how it was worked out, which model of segmentation it serves."""

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from segmentation.language import N_, _

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable


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
    "recency": _entry(N_("Days since last purchase"), "days", "behavioural", "purchases", N_("As-of day minus the day of the last purchase")),
    "frequency": _entry(N_("Orders"), "count", "behavioural", "purchases", N_("Number of orders with at least one line that is no return")),
    "monetary": _entry(N_("Turnover, returns taken off"), "money", "value", "purchases", N_("Sales minus returns")),
    "sales": _entry(N_("Sales"), "money", "value", "purchases", N_("Sum of all lines that are no returns")),
    "returns_value": _entry(N_("Value of returns"), "money", "value", "purchases", N_("Sum of all return lines, as a positive amount")),
    "returns_count": _entry(N_("Returns"), "count", "behavioural", "purchases", N_("Number of orders or credit notes with a return in them")),
    "return_share": _entry(N_("Share returned"), "share", "behavioural", "purchases", N_("Value of returns divided by sales")),
    "returns_matched": _entry(N_("Returns with a known purchase"), "share", "behavioural", "purchases",
                              N_("Share of the return lines whose product this customer bought earlier in these data")),
    "lines": _entry(N_("Order lines"), "count", "behavioural", "purchases", N_("Number of lines that count, returns included")),
    "items": _entry(N_("Pieces bought"), "number", "behavioural", "purchases", N_("Sum of the quantities bought")),
    "average_order": _entry(N_("Average order"), "money", "value", "purchases", N_("Sales divided by orders")),
    "tenure": _entry(N_("Days since first purchase"), "days", "behavioural", "purchases", N_("As-of day minus the day of the first purchase")),
    "first_purchase": _entry(N_("First purchase"), "date", "behavioural", "purchases", N_("Date of the first purchase in these data")),
    "last_purchase": _entry(N_("Last purchase"), "date", "behavioural", "purchases", N_("Date of the last purchase")),
    "gap": _entry(N_("Days between purchases"), "days", "behavioural", "purchases", N_("Mean number of days between days with a purchase")),
    "gap_regularity": _entry(N_("Irregularity of purchases"), "number", "behavioural", "purchases",
                             N_("Standard deviation of the days between purchases divided by their mean: 0 is clockwork, 1 is chance")),
    "products": _entry(N_("Different products"), "count", "behavioural", "purchases", N_("Number of different products bought")),
    "categories": _entry(N_("Different categories"), "count", "behavioural", "purchases", N_("Number of different categories bought")),
    "favourite_product": _entry(N_("Favourite product"), "category", "needs", "purchases", N_("Product on most lines")),
    "favourite_category": _entry(N_("Favourite category"), "category", "needs", "purchases", N_("Category on most lines")),
    "favourite_channel": _entry(N_("Favourite channel"), "category", "behavioural", "purchases", N_("Channel of most lines")),
    "favourite_daypart": _entry(N_("Favourite time of day"), "category", "behavioural", "purchases", N_("Part of the day with most orders")),
    "favourite_season": _entry(N_("Favourite season"), "category", "behavioural", "purchases", N_("Season with most orders")),
    "first_product": _entry(N_("First product"), "category", "needs", "purchases", N_("Product on which most was spent in the first order")),
    "trend": _entry(N_("Trend"), "number", "behavioural", "purchases",
                    N_("Sales of the last half year against the half year before: (new − old) / (new + old), from −1 to 1")),
    "discount": _entry(N_("Discount"), "money", "behavioural", "purchases", N_("Sum of the discounts")),
    "discount_share": _entry(N_("Share of discount"), "share", "behavioural", "purchases", N_("Discount divided by sales before discount")),
    "margin": _entry(N_("Margin"), "money", "value", "purchases", N_("Turnover minus the cost of goods, or turnover times the margin you assume")),
    "one_time": _entry(N_("Bought once"), "boolean", "behavioural", "purchases", N_("Exactly one order")),
    "tickets": _entry(N_("Support tickets"), "count", "behavioural", "tickets", N_("Number of tickets")),
    "tickets_open": _entry(N_("Open tickets"), "count", "behavioural", "tickets", N_("Number of tickets that are not closed")),
    "hours_to_resolve": _entry(N_("Hours to resolve a ticket"), "number", "behavioural", "tickets",
                               N_("Mean time between opening and closing a ticket"), "hours"),
    "hours_to_resolve_worst": _entry(N_("Longest wait for a solution"), "number", "behavioural", "tickets",
                                     N_("Longest time between opening and closing a ticket"), "hours"),
    "support_minutes": _entry(N_("Minutes of support"), "number", "value", "tickets", N_("Sum of the minutes worked on tickets"), "minutes"),
    "ticket_subject": _entry(N_("Subject asked about most"), "category", "needs", "tickets", N_("Subject of most tickets")),
    "mailings": _entry(N_("Mailings received"), "count", "behavioural", "campaigns", N_("Number of mailings sent")),
    "opens": _entry(N_("Mailings opened"), "count", "behavioural", "campaigns", N_("Number of mailings opened")),
    "clicks": _entry(N_("Mailings clicked"), "count", "behavioural", "campaigns", N_("Number of mailings clicked on")),
    "bounces": _entry(N_("Mailings bounced"), "count", "behavioural", "campaigns", N_("Number of mailings that came back")),
    "unsubscribes": _entry(N_("Unsubscribes"), "count", "behavioural", "campaigns", N_("Number of times unsubscribed")),
    "spam_reports": _entry(N_("Reported as spam"), "count", "behavioural", "campaigns", N_("Number of mailings reported as spam")),
    "open_rate": _entry(N_("Share of mailings opened"), "share", "behavioural", "campaigns", N_("Opened divided by mailings that arrived")),
    "click_rate": _entry(N_("Share of mailings clicked"), "share", "behavioural", "campaigns", N_("Clicked divided by mailings that arrived")),
    "last_engagement": _entry(N_("Last engagement"), "date", "behavioural", "campaigns", N_("Last mailing that was opened or clicked")),
    "visits": _entry(N_("Visits"), "count", "behavioural", "visits", N_("Number of visits to the site")),
    "pages": _entry(N_("Pages seen"), "count", "behavioural", "visits", N_("Number of pages seen")),
    "last_visit": _entry(N_("Last visit"), "date", "behavioural", "visits", N_("Date of the last visit")),
    "nps": _entry(N_("Would recommend (0–10)"), "number", "psychographic", "survey", N_("Mean answer to the question of recommending you")),
    "score": _entry(N_("Score given"), "number", "psychographic", "survey", N_("Mean of the scores given")),
    "answers": _entry(N_("Survey answers"), "count", "psychographic", "survey", N_("Number of surveys filled in")),
    "sentiment": _entry(N_("Tone of what they write"), "number", "psychographic", "survey",
                        N_("Rough: good words minus bad words, from −1 to 1; “not” turns a word")),
    "theme": _entry(N_("What they write about"), "category", "needs", "survey", N_("Theme most often in their texts")),
    "age": _entry(N_("Age"), "number", "demographic", "customers", N_("As given, or years from birth date to the as-of day"), "years"),
    "generation": _entry(N_("Generation"), "category", "demographic", "customers", N_("As given, or from the year of birth (Pew Research)")),
    "gender": _entry(N_("Gender"), "category", "demographic", "customers", N_("As given")),
    "education": _entry(N_("Education"), "category", "demographic", "customers", N_("As given")),
    "household": _entry(N_("Household"), "category", "demographic", "customers", N_("As given")),
    "place": _entry(N_("Place"), "category", "geographic", "customers", N_("As given")),
    "province": _entry(N_("Province"), "category", "geographic", "customers", N_("From the postcode, else from the name of a larger town")),
    "region": _entry(N_("Region"), "category", "geographic", "customers", N_("Part of the country the province lies in")),
    "country": _entry(N_("Country"), "category", "geographic", "customers", N_("As given, or the one most lines show")),
    "sector": _entry(N_("Sector"), "category", "firmographic", "customers", N_("As given")),
    "employees": _entry(N_("Employees"), "number", "firmographic", "customers", N_("As given")),
    "firm_turnover": _entry(N_("Turnover of the firm"), "money", "firmographic", "customers", N_("As given")),
    "interest": _entry(N_("Interest"), "category", "psychographic", "customers", N_("As given")),
    "device": _entry(N_("Device"), "category", "technographic", "customers", N_("As given, or the one used most")),
    "since": _entry(N_("Customer since"), "date", "behavioural", "customers", N_("As given")),
    "alive": _entry(N_("Chance of still being a customer"), "share", "value", "purchases", N_("BG/NBD model (Fader, Hardie & Lee 2005)")),
    "expected_orders": _entry(N_("Orders to expect"), "number", "value", "purchases", N_("BG/NBD model, over the horizon")),
    "expected_value": _entry(N_("Value to expect"), "money", "value", "purchases",
                             N_("Orders to expect × spend per order (gamma-gamma model) × margin where it is known; else margin × retention")),
}

MODELS = {
    "demographic": (N_("Demographic"), N_("Your customer list or CRM; a birth date at registration; a short survey")),
    "behavioural": (N_("Behavioural"), N_("Orders from your shop or till; mailings from your mail tool; visits from your web statistics")),
    "psychographic": (N_("Psychographic"), N_("A short survey about interests and satisfaction; reviews")),
    "geographic": (N_("Geographic"), N_("Postcodes or towns from your invoices or delivery addresses")),
    "technographic": (N_("Technographic"), N_("Device and browser from your web statistics or app")),
    "firmographic": (N_("Firmographic"), N_("Sector and size from the trade register, your CRM or the firm's own site")),
    "needs": (N_("Needs-based"), N_("Product categories in your orders; reasons to buy from a survey; questions to your help desk")),
    "value": (N_("Value-based"), N_("Amounts and cost prices of your orders; minutes of support")),
}
PROTECTED = {"age", "generation", "gender", "household"}
_OWN = {
    "demographic": ("income", "inkomen", "age", "leeftijd", "education", "opleiding", "married", "marital", "burger", "kinder", "children"),
    "geographic": ("city", "plaats", "regio", "region", "country", "land"),
    "technographic": ("device", "browser", "platform", "apparaat", "os", "software", "app"),
    "firmographic": ("sector", "branche", "sbi", "employees", "werknemers", "medewerkers", "fte", "industry", "rechtsvorm"),
    "psychographic": ("interest", "hobby", "lifestyle", "leefstijl", "attitude", "score", "tevreden", "satisf"),
    "value": ("omzet", "turnover", "revenue", "spend", "besteed", "marge", "margin", "profit", "winst"),
    "behavioural": ("orders", "visits", "bestellingen", "bezoek", "last", "laatste", "frequency", "aantal"),
}


def entry_of(name: str) -> Entry | None:
    """The entry of a column; `_low` and `_high` are the ends of the interval of another."""
    if name.endswith(("_low", "_high")):
        base = ENTRIES.get(name.rsplit("_", 1)[0])
        return None if base is None else base._replace(model="")
    return ENTRIES.get(name)


def dictionary(frame: pd.DataFrame, origin: dict[str, str], personal: set[str], kinds: dict[str, str]) -> pd.DataFrame:
    """One row per column of the customer table. `origin` says from which table a column came, by column or by kind of table."""
    rows = []
    for name in frame.columns:
        entry = entry_of(name)
        own = Entry(name, kinds.get(name) or _kind(frame[name]), "", _own_model(name), "customers", N_("As given"))
        known = entry or own
        rows.append({
            "column": name, "kind": known.kind if _kind(frame[name]) != "category" else "category", "unit": known.unit,
            "source": origin.get(name, origin.get(known.source, "")), "formula": known.formula, "model": known.model,
            "missing": float(frame[name].isna().mean()) if len(frame) else 0.0, "personal": name in personal,
            "protected": name in PROTECTED,
        })
    names = ["column", "kind", "unit", "source", "formula", "model", "missing", "personal", "protected"]
    return pd.DataFrame(rows, columns=names).set_index("column")


def _own_model(name: str) -> str:
    words = name.lower()
    return next((model for model, parts in _OWN.items() if any(part in words for part in parts)), "")


def _kind(values: pd.Series) -> str:
    types = pd.api.types
    if types.is_bool_dtype(values):
        return "boolean"
    if types.is_datetime64_any_dtype(values):
        return "date"
    if types.is_numeric_dtype(values):
        return "number"
    return "category"


def eight_models(columns: pd.DataFrame) -> pd.DataFrame:
    """The eight models of segmentation: the columns here that serve each (mostly filled ones), and ours that are missing."""
    rows = []
    for model in MODELS:
        there = columns.index[(columns.model == model) & (columns.missing < 1)]
        could = [name for name, entry in ENTRIES.items() if entry.model == model and name not in set(there)]
        rows.append({"model": model, "columns": ", ".join(there), "served": len(there), "missing": ", ".join(could)})
    return pd.DataFrame(rows).astype({"model": "str", "columns": "str", "missing": "str"})


def label(name: str) -> str:
    """The name of a column as people say it, in the current language; a column of the user's own keeps its name."""
    if name.endswith("_low") and entry_of(name):
        return _("{figure}, at least").format(figure=label(name[:-4]))
    if name.endswith("_high") and entry_of(name):
        return _("{figure}, at most").format(figure=label(name[:-5]))
    entry = ENTRIES.get(name)
    return _(entry.label) if entry else name


def model_name(model: str) -> str:
    return _(MODELS[model][0]) if model in MODELS else ""


def where_to_get(model: str) -> str:
    """Where one could get data for this model, in the current language."""
    return _(MODELS[model][1])


def describe(customers: "CustomerTable", column: str) -> str:
    """What this column is, in the current language: name, formula, source, and how much is missing."""
    from segmentation.language import percent

    facts: Any = customers.columns.loc[column]
    parts = [f"{label(column)}: {_(facts.formula)}." if facts.formula else f"{label(column)}."]
    if facts.source:
        parts.append(_("From {table}.").format(table=facts.source))
    if facts.missing > 0:
        parts.append(_("Missing for {share} of the customers.").format(share=percent(facts.missing)))
    return " ".join(parts)
