"""What do the files say about a study whose owner has not said it: in which money it counts, and whether the customers are people or firms?"""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.study import Study
from segmentation.tables import Table
from segmentation.ui import state

LOOKED = "looked"  # at how many files
SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}
CURRENCIES = ("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN")
FIRMS, PEOPLE = {"sector", "employees", "firm_turnover"}, {"gender", "birth_date", "age", "household"}


def follow_files(study: Study, analysis: Analysis) -> None:
    """Once for every file that is added: take over what it says about money and customers. What the owner chooses afterwards stays."""
    files = (study.id, study.uploads)
    if study.settings.get("demo") or study.settings.get(LOOKED) == len(study.uploads) or st.session_state.get(LOOKED) == files:
        return
    st.session_state[LOOKED] = files  # they may hold a million cells: once per visit
    now = as_told(study, analysis.tables)
    if now != study:
        past = st.session_state.get("past", ())
        state.decide(lambda _before: now.change(settings={**now.settings, LOOKED: len(now.uploads)}), redraw=True)
        st.session_state["past"] = past  # nobody decided this, so there is nothing to undo
        st.rerun()


def as_told(study: Study, tables: Iterable[Table]) -> Study:
    """The study in the money of most amounts, of firms where the list of customers is one of firms."""
    tables = tuple(tables)
    seen: Counter[str] = Counter()
    for table in tables:
        seen.update(dict.fromkeys(_codes(table), table.rows))
    roles = {role for table in tables if table.kind == "customers" for role in table.roles}
    firms = bool(roles & FIRMS) and not roles & PEOPLE
    code = seen.most_common(1)[0][0] if seen else study.currency
    return study.change(currency=code, audience="b2b" if firms else study.audience)


def _codes(table: Table) -> set[str]:
    """The currencies that the signs in the cells of a file stand for, or that a column of codes holds most of."""
    if "currency" in table.roles:
        held = table.frame[table.roles["currency"]].dropna().astype("str").str.strip().str.upper()
        return set(held.mode().head(1)) & set(CURRENCIES)
    signs = {code for repair in table.receipt.repairs if repair.code == "currency" for sign, code in SIGNS.items() if sign in str(repair.before)}
    return signs if len(signs) == 1 else set()
