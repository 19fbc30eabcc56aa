"""Which columns should make the segments, and why? Suggestions with reasons, and what speaks against a column."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import MissingData, TooLittleData, WrongChoice
from segmentation.language import _
from segmentation.segments.plain import plain
from segmentation.segments.repeats import without_repeats
from segmentation.segments.segmentation import Feature
from segmentation.segments.treatment import as_numbers, fit_treatment, some, treat
from segmentation.study import Treatment

# Behaviour first (Kotler & Keller): recency, frequency and value, then how they buy, then what they cost.
CORE = ("recency", "frequency", "monetary", "average_order", "categories", "discount_share", "return_share", "tickets", "mailings",
        "open_rate", "visits", "favourite_category")
FIRMS = ("sector", "employees", "firm_turnover")  # what tells firms apart as well as what they buy
ROUGH = ("answers", "sentiment", "theme", "ticket_subject")  # read from texts, or a count of paper: no ground to place people on by itself
FEW = 7
DERIVED = re.compile(r"(_low|_high)$|^expected_|^alive$|^sales$|^returns_value$|^returns_count$|^one_time$|^lines$")
ID_NAME = re.compile(r"(^|_|\b|klant|customer|relatie|debiteur|order|user|account|member|lid|card|pas)(id|nr|no|nummer|number|code|key|uuid|guid)(_|\b|$)|"
                     r"^(customer|klant|ref|reference|referentie)$", re.I)
LABEL_NAME = re.compile(r"^(customer|klant)?[_ ]?(segment|cluster|label|klasse|class|groep|group|target|truth|doelgroep|persona)(en|s)?([_ ]?(id|nr|no|name|naam|\d+))?$", re.I)
PERSONAL_NAME = re.compile(
    r"e-?mail|telefoon|phone|^(first|last|full|customer|klant|voor|achter|sur)?[_ ]?na(me|am)$|iban|bsn|postcode|^adres|address", re.I)
PROTECTED_NAME = re.compile(
    r"^(religi\w*|geloof|ethnic\w*|etnisch\w*|race|ras|nationalit\w*|gezondheid|health([_ ]status)?|sexual\w*|seksu\w*|vakbond|"
    r"union([_ ]member)?|polit\w*|gender|geslacht|sex)$", re.I)
# Which words in a question point to which columns.
QUESTION_WORDS = (
    (r"kosten|verlies|rendab|cost|losing|unprofit", r"return_share|^tickets$|discount_share"),
    (r"retour|return|terug", r"return"), (r"loyal|trouw|blijv|churn|verloop|retent", r"recency|frequency|tenure|gap|trend"),
    (r"omzet|turnover|waard|value|winst|profit|best", r"monetary|average_order|margin|frequency"),
    (r"mail|nieuwsbrief|newsletter|campag|kanaal|channel", r"open|click|mail|channel|visits"),
    (r"support|ticket|klacht|complain|service", r"ticket|resolve|support|minutes"),
    (r"korting|discount|actie|prijs|price", r"discount|price"), (r"leeftijd|age|doelgroep|gezin|household", r"age|generation|household"),
    (r"product|assortiment|categor", r"product|categor|items"), (r"\bwaar\b|regio|plaats|where|region", r"place|province|region|country"),
)


def suggest_features(customers: Any, questions: Iterable[Any] = (), audience: str = "b2c", models: Iterable[str] = ()) -> list[Feature]:
    """Every column as a feature, with its reason (code), its treatment as it would be applied, and whether it is taken.

    customers: CustomerTable or DataFrame. questions: texts or `study.Question`s. audience: "b2c", or "b2b", where what a firm is
    counts as well as what it buys. models: of the eight, those the study wants.
    Reasons: question, model, core, chosen, other. Warnings: constant, empty, id, label, personal, protected, redundant, mostly_missing,
    one_value, derived, many_levels. Raises MissingData when the table has no columns.

    >>> table = pd.DataFrame({"turnover": [1.0, 2, 3, 4] * 5, "country": ["NL"] * 20})
    >>> [(feature.name, feature.taken, feature.warning) for feature in suggest_features(table)]
    [('turnover', True, ''), ('country', False, 'constant')]
    """
    frame, about = table_of(customers)
    return _suggested(frame, about, " ".join(str(getattr(question, "text", question)) for question in questions).lower(), set(models), audience)


def _suggested(frame: pd.DataFrame, about: Any, asked: str = "", wanted: set[str] | None = None, audience: str = "b2c") -> list[Feature]:
    wanted = wanted or set()
    ready = [fitted(frame, _described(frame, name, about, asked, wanted, audience)) for name in sorted(frame.columns, key=str)]
    if about is not None:
        best = [replace(feature, taken=feature.taken and _wanted(feature)) for feature in ready]
        if sum(feature.taken for feature in best) < 2:  # a survey or a list alone holds no behaviour: then all there is counts
            best = [replace(feature, taken=feature.taken and feature.name not in ROUGH) for feature in ready]
        ready = best
    if any(one.taken and one.warning != "one_value" for one in ready):  # what is the same for nearly everybody only blurs the rest
        ready = [replace(one, taken=one.taken and one.warning != "one_value") for one in ready]
    ready.sort(key=lambda feature: _rank(feature.name))
    limit = 0.999 if about is None else 0.92
    found = without_repeats(frame, ready, limit)
    if about is not None:
        found = _few(found)
    return sorted(found, key=lambda feature: (not feature.taken, _rank(feature.name)))


def _few(found: list[Feature]) -> list[Feature]:
    """Of a customer table only the best few: recency, frequency and value, what the questions and models ask, then the rest of the core.

    Many columns that say little drown the few that matter, and nobody can explain segments of fourteen columns (Dolnicar et al. 2018, ch. 6). Of a
    survey alone all answers on a scale count: which of them were asked first says nothing.
    """
    order = {"question": 1, "model": 2, "core": 3}

    def place(one: Feature) -> tuple[int, tuple[int, str]]:
        asked = order.get(one.why, 4) if one.name in (*CORE, *FIRMS) or one.why == "model" else 4
        return (0 if one.name in CORE[:3] else 1 if one.name in FIRMS and one.why == "core" else asked, _rank(one.name))

    best = sorted((one for one in found if one.taken), key=place)
    worth = [one for one in best if one.why != "other"]
    kept = {one.name for one in worth[:FEW]} if len(worth) >= 2 else {one.name for one in (*best[:FEW], *(one for one in best if one.facts.get("range")))}
    return [replace(one, taken=one.taken and one.name in kept) for one in found]


def _wanted(feature: Feature) -> bool:
    """Of a built customer table only what was asked for and the core take part: thirty columns at once drown every group."""
    return feature.why in ("question", "model") or feature.why == "core" and feature.facts["missing"] <= 0.3


def choose_features(
    frame: pd.DataFrame, about: pd.DataFrame | None, wanted: Any, treatments: dict[str, Treatment] | None,
) -> tuple[Feature, ...]:
    """The features that take part, fitted, by name, then those left out; from names, Features or None for the suggestion."""
    treatments = treatments or {}
    if wanted is None:
        everything = _suggested(frame, about)
        taken = [feature for feature in everything if feature.taken]
    else:
        names = [str(getattr(item, "name", item)) for item in wanted if getattr(item, "taken", True)]
        unknown = [name for name in names if name not in frame.columns]
        if unknown:
            raise MissingData(_("There is no column “{name}” among these customers.").format(name=unknown[0]), _known(frame))
        chosen = [_described(frame, name, about, "", set(), "b2c") for name in dict.fromkeys(names)]
        own = {item.name: item.treatment for item in wanted if isinstance(item, Feature) and not item.facts}
        taken = [replace(fitted(frame, replace(item, treatment=own.get(item.name, item.treatment))), why="chosen") for item in chosen]
        taken = [replace(feature, taken=feature.warning not in ("constant", "empty")) for feature in taken]
        everything, taken = taken, [feature for feature in taken if feature.taken]
    ready = [
        replace(fit_shared(frame, replace(feature, treatment=_checked(treatments[feature.name]), facts={})), warning=feature.warning)
        if feature.name in treatments else feature
        for feature in taken
    ]
    ready = [feature for feature in ready if feature.treatment.weight > 0]
    if not ready:
        raise MissingData(
            _("None of these columns can tell customers apart."),
            _("Choose at least one column in which customers differ, such as turnover or number of orders."))
    _one_scale(ready)
    left = tuple(feature for feature in everything if not feature.taken)
    return tuple(sorted(ready, key=lambda feature: feature.name)) + tuple(sorted(left, key=lambda feature: feature.name))


def _one_scale(ready: list[Feature]) -> None:
    """Answers on one and the same scale (all yes/no, all 1–5) keep it: what everybody answers alike should not weigh as much."""
    ranges = {tuple(feature.facts.get("range") or (feature.name,)) for feature in ready}
    if len(ready) > 1 and len(ranges) == 1 and all(feature.facts.get("transform") == "none" for feature in ready):
        common = float(np.sqrt(np.mean([feature.facts["scale"] ** 2 for feature in ready])))
        for feature in ready:
            feature.facts["scale"] = common
            feature.facts["same_scale"] = True


def fitted(frame: pd.DataFrame, feature: Feature) -> Feature:
    """The feature with its treatment fitted and what speaks against it."""
    feature = fit_shared(frame, feature)
    warning = feature.warning or _against(frame[feature.name], feature)
    out = warning in ("constant", "empty", "id", "label", "personal", "protected", "mostly_missing", "derived", "many_levels")
    return replace(feature, warning=warning, taken=not out)


def fit_shared(frame: pd.DataFrame, feature: Feature) -> Feature:
    """`fit_treatment`, with the shares of the levels."""
    feature = fit_treatment(frame[feature.name], feature)
    if "levels" in feature.facts:
        column = treat(frame[feature.name], feature)
        feature.facts["shares"] = (np.bincount(column, minlength=len(feature.facts["levels"])) / len(column)).tolist()
    return feature


def table_of(customers: Any) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """(one row per customer, what each column is or None), from a CustomerTable or a DataFrame."""
    about = None if isinstance(customers, pd.DataFrame) else getattr(customers, "columns", None)
    frame = customers if isinstance(customers, pd.DataFrame) else getattr(customers, "frame", None)
    if not isinstance(frame, pd.DataFrame):
        raise WrongChoice(_("Segments are made from a table with one row per customer."), _("Build the customers first."))
    frame = plain(frame)
    if not len(frame.columns):
        raise MissingData(_("These customers have no columns to tell them apart by."), _("Load a file with purchases or properties."))
    if len(frame) < 2:
        raise TooLittleData(
            _("There are too few customers to find segments in."), _("Load a file with at least {n} customers.").format(n=20))
    return frame, about


def _described(frame: pd.DataFrame, name: str, about: Any, asked: str, wanted: set[str], audience: str) -> Feature:
    row = about.loc[name] if about is not None and name in getattr(about, "index", ()) else None
    kind = str(row["kind"]) if row is not None and "kind" in row else _kind(frame[name])
    if kind not in ("category", "text") and _kind(frame[name]) == "category":
        kind = "category"
    model = str(row["model"]) if row is not None and "model" in row else ""
    warning = ""
    if (row is not None and bool(row.get("personal", False))) or (row is None and PERSONAL_NAME.search(name)):
        warning = "personal"
    elif (row is not None and bool(row.get("protected", False))) or (row is None and PROTECTED_NAME.search(name)):
        warning = "protected"
    elif row is not None and (DERIVED.search(name) or kind in ("date", "text")):
        warning = "derived"
    elif LABEL_NAME.search(name):
        warning = "label"
    why = "core" if name in CORE or audience == "b2b" and name in FIRMS else "other"
    if model and model in wanted:
        why = "model"
    if asked and any(re.search(words, asked) and re.search(columns, name, re.I) for words, columns in QUESTION_WORDS):
        why = "question"
    return Feature(name=name, kind=kind, why=why, warning=warning)


def _kind(values: pd.Series) -> str:
    if pd.api.types.is_bool_dtype(values):
        return "boolean"
    if pd.api.types.is_numeric_dtype(values):
        return "number"
    if pd.api.types.is_datetime64_any_dtype(values) or pd.api.types.is_timedelta64_dtype(values):
        return "date"
    if values.dtype != object:
        return "category"
    known = as_numbers(values.dropna())
    return "number" if len(known) and np.isfinite(known).all() else "category"


def _against(values: pd.Series, feature: Feature) -> str:
    """The code of what speaks against this column, or nothing."""
    facts, n = feature.facts, len(values)
    if facts["missing"] >= 1:
        return "empty"
    if "levels" in facts:
        different, known = facts["different"], n * (1 - facts["missing"])
        if different < 2 and facts["missing"] == 0:
            return "constant"
        if different > 0.9 * known and known >= 20:
            return "id"
        if different > 50 and facts["grouped_customers"] > 0.6 * n:
            return "many_levels"
        return "one_value" if facts["share_largest"] >= 0.98 else "mostly_missing" if facts["missing"] > 0.6 else ""
    known = as_numbers(values)
    known = known[~np.isnan(known)]
    if known.min() == known.max():
        return "constant"
    if _only_names(known, feature.name):
        return "id"
    if facts["missing"] > 0.6:
        return "mostly_missing"
    seen = some(known)
    return "one_value" if np.unique(seen, return_counts=True)[1].max() >= 0.98 * len(seen) else ""


def _only_names(known: np.ndarray, name: str) -> bool:
    """Whole numbers that are different for everybody: by their name, by steps that are all the same, or because as many numbers drawn from
    their range would have had eight or more pairs alike (birthday problem), they name the customer and measure nothing."""
    ordered = np.sort(known)
    steps = np.diff(ordered)
    if len(known) < 30 or np.any(known != np.round(known)) or steps.min() <= 0:
        return False
    pairs_alike = len(known) ** 2 / (2 * (ordered[-1] - ordered[0]))
    return bool(pairs_alike >= 8 or steps.max() == steps.min() or ID_NAME.search(name))


def _rank(name: str) -> tuple[int, str]:
    return (CORE.index(name) if name in CORE else len(CORE), name)


def _checked(treatment: Any) -> Treatment:
    try:
        return treatment if isinstance(treatment, Treatment) else Treatment.model_validate(treatment)
    except ValueError as error:
        raise WrongChoice(_("This treatment of a feature is not understood."), _("Choose one of the treatments in the list.")) from error


def _known(frame: pd.DataFrame) -> str:
    return _("Choose from: {names}.").format(names=", ".join(str(name) for name in frame.columns[:12]))
