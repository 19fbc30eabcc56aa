"""What is each column, where did it come from, and which model of segmentation does it serve?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from segmentation.customers.entries import ENTRIES, Entry
from segmentation.language import N_, _
from segmentation.tables.told import name_in_words

if TYPE_CHECKING:
    from segmentation.customers.table import CustomerTable


MODELS = {
    "demographic": (N_("Demographic"), N_("Your customer list or CRM; a birth date at registration; a short survey")),
    "behavioural": (
        N_("Behavioural"),
        N_("Orders from your shop or till; mailings from your mail tool; visits from your web statistics"),
    ),
    "psychographic": (N_("Psychographic"), N_("A short survey about interests and satisfaction; reviews")),
    "geographic": (N_("Geographic"), N_("Postcodes or towns from your invoices or delivery addresses")),
    "technographic": (N_("Technographic"), N_("Device and browser from your web statistics or app")),
    "firmographic": (N_("Firmographic"), N_("Sector and size from the trade register, your CRM or the firm's own site")),
    "needs": (
        N_("Needs-based"),
        N_("Product categories in your orders; reasons to buy from a survey; questions to your help desk"),
    ),
    "value": (N_("Value-based"), N_("Amounts and cost prices of your orders; minutes of support")),
}
PROTECTED = {"age", "generation", "gender", "household"}
_OWN = {
    "demographic": (
        "income",
        "inkomen",
        "age",
        "leeftijd",
        "education",
        "opleiding",
        "married",
        "marital",
        "burger",
        "kinder",
        "children",
    ),
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
        rows.append(
            {
                "column": name,
                "kind": known.kind if _kind(frame[name]) != "category" else "category",
                "unit": known.unit,
                "source": origin.get(name, origin.get(known.source, "")),
                "formula": own.formula if name in kinds and known.source != "customers" else known.formula,
                "model": known.model,
                "missing": float(frame[name].isna().mean()) if len(frame) else 0.0,
                "personal": name in personal,
                "protected": name in PROTECTED,
            }
        )
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
    """The name of a column as people say it, in the current language; a column of the user's own keeps its name, or its number when it has none."""
    if name.endswith("_low") and entry_of(name):
        return _("{figure}, at least").format(figure=label(name[:-4]))
    if name.endswith("_high") and entry_of(name):
        return _("{figure}, at most").format(figure=label(name[:-5]))
    entry = ENTRIES.get(name)
    return _(entry.label) if entry else name_in_words(name)


def labels(names: Iterable[str]) -> dict[str, str]:
    """Names of columns as people say them, all different: a column of the user's own with the words of ours gets a number."""
    told: dict[str, str] = {}
    for name in names:
        text, again = label(name), 2
        while text in told.values():
            text, again = f"{label(name)} ({again})", again + 1
        told[name] = text
    return told


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
