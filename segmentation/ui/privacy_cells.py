"""Which columns point at people, how are customers shown under another number, and how is one forgotten?"""

import secrets
from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.language import _, ngettext, number
from segmentation.study import Study
from segmentation.tables import Table
from segmentation.tables.privacy import is_protected, pseudonym
from segmentation.tables.told import name_in_words, role_in_words
from segmentation.ui import controls, state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

FORGET = "forget"


def show_privacy(study: Study, analysis: Analysis) -> None:
    """Which columns point at people, what is done with them, and what the law says."""
    title, help_ = (
        _("Which columns point at people?"),
        _("Names, addresses, phone numbers, e-mail, bank accounts, dates of birth."),
    )
    with cell("customers.privacy", title, help=help_, note=False) as here:
        rows = [row for table in analysis.tables for row in _people(table)]
        if rows:
            st.markdown("\n".join(_told(pd.DataFrame(rows, columns=["file", "column", "what", "done"]))))
        count = sum(1 for table in analysis.tables for column in table.columns.values() if column.personal)
        text = ngettext("{n} column points at people.", "{n} columns point at people.", count)
        other = len(rows) - count
        if other > 0:
            text += " " + ngettext("{other} more asks for care.", "{other} more ask for care.", other)
        here.means(text, n=number(count), other=number(other))
        st.markdown(
            _(
                "Your files and everything made from them stay where Klantbeeld runs; nothing is sent anywhere. Personal columns are left out of "
                "the analysis. A customer number is still personal data under the GDPR: you need a reason to use it, tell your customers so, "
                "and remove the study when you no longer need it."
            )
        )
        _choose_pseudonyms(study)
        _forget(study, analysis)


def _told(found: pd.DataFrame) -> Iterator[str]:
    """Per file and per thing that is done, the columns with what they are, as a list."""
    for (file, done), own in found.groupby(["file", "done"], sort=False):
        columns = [row.column if not row.what or row.column.casefold() in row.what.casefold() else f"{row.column} ({row.what})" for row in own.itertuples()]
        yield f"- **{safe(file)}**: {safe(', '.join(columns))}. {safe(done)}"


def _people(table: Table) -> list[tuple[str, str, str, str]]:
    found = []
    for name, column in table.columns.items():
        if column.reason == "bsn_refused":
            done = _("Emptied: the law does not allow its use here.")
        elif column.personal:
            done = _("Used to recognise customers, left out of the analysis.")
        elif is_protected(name, column.role):
            done = _("May describe a segment, never decide about a person.")
        else:
            continue
        found.append((table.name, name_in_words(name), role_in_words(column.role), done))
    return found


def _choose_pseudonyms(study: Study) -> None:
    if study.settings.get("demo"):
        return
    st.toggle(
        _("Replace customer numbers by pseudonyms"),
        value=bool(study.settings.get("pseudonyms")),
        key=state.key("pseudonyms"),
        on_change=_pseudonyms,
        help=_(
            "Every customer gets a code that only this study can make; names and e-mail become codes too, addresses are left out. "
            "Switch it off and the numbers are back."
        ),
    )


def _pseudonyms() -> None:
    if state.value_of("pseudonyms"):
        state.decide(pseudonymised, redraw=True)
        return
    names = own_numbers(st.session_state["study"])
    state.decide(lambda study: with_own_numbers(study, names), redraw=True)


def pseudonymised(study: Study) -> Study:
    """The study with a key of its own, and what was decided about customers under their new names as well."""
    key = secrets.token_hex(16)
    merged = {pseudonym(one, key): pseudonym(other, key) for one, other in study.merged.items()}
    forgotten = (*study.forgotten, *(pseudonym(one, key) for one in study.forgotten))
    return study.change(settings={**study.settings, "pseudonyms": key}, merged={**study.merged, **merged}, forgotten=tuple(dict.fromkeys(forgotten)))


def with_own_numbers(study: Study, names: Mapping[str, str] | None = None) -> Study:
    """The study without its key: customers have their own numbers again. `names` (code → number) keeps what was decided about them under their
    codes: somebody who was forgotten stays so."""
    known = names or {}
    merged = {known[one]: known[other] for one, other in study.merged.items() if one in known and other in known}
    forgotten = (*study.forgotten, *(known[one] for one in study.forgotten if one in known))
    settings = {name: value for name, value in study.settings.items() if name != "pseudonyms"}
    return study.change(settings=settings, merged={**study.merged, **merged}, forgotten=tuple(dict.fromkeys(forgotten)))


def own_numbers(study: Study) -> dict[str, str]:
    """Code → number of the customers about whom something was decided under their code."""
    key = str(study.settings.get("pseudonyms", ""))
    asked = {*study.forgotten, *study.merged, *study.merged.values()} if key else set[str]()
    found: dict[str, str] = {}
    for table in state.store().analysis(with_own_numbers(study)).tables if asked else ():
        if (column := table.roles.get("customer")) is not None:
            numbers = table.frame[column].dropna().astype("str").str.strip().unique()
            found |= {code: number for number in numbers if (code := pseudonym(number, key)) in asked}
    return found


def _forget(study: Study, analysis: Analysis) -> None:
    """A customer who asks to be left out: by number, as it stands in the files."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    left.text_input(
        _("Forget a customer"),
        key=state.key(FORGET),
        placeholder=_("Customer number"),
        help=_("Somebody may ask you to be forgotten. Type the number as it stands in your files; every figure is made again without this customer."),
    )
    with right.popover(_("Forget")):
        st.write(
            _(
                "This customer is left out of every figure, list and export. The file that you uploaded still holds the rows: take them out "
                "of the file and upload it again, or delete this study: ten minutes later its files are gone for good."
            )
        )
        st.button(_("Yes, forget this customer"), key=state.key("act:forget"), on_click=_forget_one, help=_("You can undo this."))
    if st.session_state.pop("forget:unknown", False):
        st.warning(_("No customer has this number; nothing was changed."))
    count = len(study.forgotten)
    if count:
        st.caption(
            ngettext(
                "{n} customer is forgotten: left out of every figure, list and export. The uploaded file still holds the rows.",
                "{n} customers are forgotten: left out of every figure, list and export. The uploaded files still hold the rows.",
                count,
            ).format(n=number(count))
        )
        controls.act(
            _("Take them in again"),
            "unforget",
            lambda one: one.change(forgotten=()),
            type="tertiary",
            help=_("The customers who were forgotten come back."),
        )


def _forget_one() -> None:
    study, analysis = st.session_state["study"], state.analysis()
    told = str(state.value_of(FORGET)).strip()
    key = study.settings.get("pseudonyms")
    found = [one for one in (told, pseudonym(told, key) if key else told) if told and _is_there(analysis, one)]
    if found:
        state.decide(lambda before: before.change(forgotten=tuple(dict.fromkeys((*before.forgotten, *found)))), redraw=True)
    elif told:
        st.session_state["forget:unknown"] = True


def _is_there(analysis: Analysis, customer: str) -> bool:
    for table in analysis.tables:
        column = table.roles.get("customer")
        if column is not None and (table.frame[column].astype("string").str.strip() == customer).any():
            return True
    return False
