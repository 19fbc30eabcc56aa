"""What do the files say about a study whose owner has not said it: in which money it counts, and whether the customers are people or firms?"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.study import CURRENCIES, Study
from segmentation.tables import Table
from segmentation.ui import state

LOOKED = "looked"  # at how many files, and what they said then
SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
NAMED = {
    code: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])|{re.escape(sign)}", re.IGNORECASE)
    for code, words, sign in (("EUR", "eur|euros?", "€"), ("GBP", "gbp|pounds? sterling", "£"), ("USD", "usd|us dollars?|dollars?", "$"))
} | {code: re.compile(rf"(?<![^\W_]){code}(?![^\W_])", re.IGNORECASE) for code in CURRENCIES[3:]}
FIRMS, PEOPLE = {"sector", "employees", "firm_turnover"}, {"gender", "birth_date", "age", "household"}


def follow_files(study: Study, analysis: Analysis) -> None:
    """Once for every file that is added: take over what it says about money and customers. What the owner chooses afterwards stays."""
    files = (study.id, study.uploads)
    if study.settings.get("demo") or _before(study)["files"] == len(study.uploads) or st.session_state.get(LOOKED) == files:
        return
    st.session_state[LOOKED] = files  # they may hold a million cells: once per visit
    now = as_told(study, analysis.tables)
    if now != study:
        past = st.session_state.get("past", ())
        state.decide(lambda _study: now, redraw=True)
        st.session_state["past"] = past  # nobody decided this, so there is nothing to undo
        st.rerun()


def as_told(study: Study, tables: Iterable[Table]) -> Study:
    """The study in the money of most amounts, of firms where the list of customers is one of firms; what was chosen by hand stays."""
    tables = tuple(tables)
    before = _before(study)
    seen: Counter[str] = Counter()
    for table in tables:
        seen.update(dict.fromkeys(_codes(table), table.rows))
    roles = {role for table in tables if table.kind == "customers" for role in table.roles}
    firms = bool(roles & FIRMS) and not roles & PEOPLE
    code = seen.most_common(1)[0][0] if seen else study.currency
    told = {"currency": code, "audience": "b2b" if firms else study.audience}
    follows = {name: value for name, value in told.items() if getattr(study, name) == before[name]}
    if all(getattr(study, name) == value for name, value in follows.items()):
        return study
    left = {**before, **follows, "files": len(study.uploads)}
    return study.change(**follows, settings={**study.settings, LOOKED: left})


def _before(study: Study) -> dict[str, Any]:
    """What this look left behind the last time; what differs from it was chosen by hand."""
    left = study.settings.get(LOOKED)
    start = {name: Study.model_fields[name].default for name in ("currency", "audience")}
    return {"files": 0, **start, **(left if isinstance(left, dict) else {})}


def _codes(table: Table) -> set[str]:
    """The currencies that a column of codes holds most of, that the signs in the cells stand for, or that everything written around them names."""
    if "currency" in table.roles:
        held = table.frame[table.roles["currency"]].dropna().astype("str").str.strip().str.upper()
        return set(held.mode().head(1)) & set(CURRENCIES)
    signs = {code for repair in table.receipt.repairs if repair.code == "currency" for sign, code in SIGNS.items() if sign in str(repair.before)}
    return signs if len(signs) == 1 else set() if signs else _named(table)


def _named(table: Table) -> set[str]:
    """The one currency that titles of columns, lines above the table and the name of the file speak of; none where they name two."""
    above = [repair.before for repair in table.receipt.repairs if repair.code == "title_lines"]
    said = [str(text) for text in (*table.columns, *above, table.name, table.sheet or "")]
    found = {code for code, names in NAMED.items() if any(names.search(text) for text in said)}
    return found if len(found) == 1 else set()
