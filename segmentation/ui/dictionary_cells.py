"""What do these figures stand on? Who is who across files, whether it adds up, the eight models, and what each column means."""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.customers.dictionary import label, labels, model_name, where_to_get
from segmentation.customers.words import in_words, reason
from segmentation.language import N_, _, money, ngettext, number, percent
from segmentation.study import Study
from segmentation.ui import controls, state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

WHAT = {
    "lines": N_("Order lines"), "turnover": N_("Turnover"), "sales": N_("Sales"), "returns": N_("Returns"), "customers": N_("Customers"),
}  # fmt: skip
WHY = {
    "case_and_blanks": N_("the same number but for capitals or spaces"), "leading_zeros": N_("the same number but for zeros in front"),
    "email": N_("the same e-mail address"), "name_and_postcode": N_("the same name and postcode"),
}  # fmt: skip
KINDS = {
    "number": N_("number"), "money": N_("money"), "share": N_("share"), "count": N_("count"), "days": N_("days"), "date": N_("date"),
    "category": N_("category"), "boolean": N_("yes or no"), "text": N_("text"),
}  # fmt: skip

SHOWN = 200  # customers of the table


def show_account(_study: Study, analysis: Analysis) -> None:
    """Does everything that came in stand somewhere?"""
    customers = analysis.customers
    facts = customers.reconciliation
    help_ = _("Everything that came in is either in the table or set aside with a reason. Nothing disappears.")
    with cell("customers.account", _("Does it add up?"), help=help_, note=False) as here:
        rows = []
        for row in facts.to_dict("records"):
            counts = row["what"] in ("lines", "customers")
            written = [number(row[part]) if counts else money(row[part], customers.currency, 2) for part in ("in", "kept", "set_aside")]
            why = ", ".join(reason(code) for code in row["reason"].split(", ") if code)
            rows.append([row["table"], _(WHAT[row["what"]]), *written, why])
        names = [_("File"), _("What"), _("Came in"), _("Counts"), _("Set aside"), _("Because of")]
        show_table(pd.DataFrame(rows, columns=names))
        lines = facts[facts.what == "lines"]
        if len(lines):
            counted, everything = int(lines["kept"].sum()), int(lines["in"].sum())
            if counted == everything:
                here.means(_("All {n} order lines count."), n=number(everything))
            else:
                told = _("{n} of the {all} order lines count ({share}); the others are set aside with a reason.")
                here.means(told, n=number(counted), all=number(everything), share=percent(min(counted / everything, 0.999), 1))
                st.caption(_("What you can do about these rows stands above, under each file: “Rows set aside”."))


def show_who(study: Study, analysis: Analysis) -> None:
    """How the files fit together, and which customers may be one and the same."""
    customers = analysis.customers
    joined = customers.joins
    if len(joined) < 2 and customers.duplicates.empty and not study.merged:
        return
    help_ = _("Customer numbers are compared without capitals, spaces and zeros in front, and by e-mail address where both have one.")
    with cell("customers.who", _("Do your files speak of the same customers?"), help=help_, note=False) as here:
        names = {
            "table": _("File"), "customers": _("Customers"), "matched": _("Also elsewhere"), "only_here": _("Only here"),
            "only_elsewhere": _("Missing here"),
        }  # fmt: skip
        show_table(joined[list(names)].rename(columns=names))
        _duplicates(study, customers.duplicates)
        worst = joined.loc[(joined.matched / joined.customers.clip(lower=1)).idxmin()]
        here.means(
            _("Of the customers in {table}, {share} are known from your other files."),
            table=worst.table, share=percent(worst.matched / max(worst.customers, 1)),
        )  # fmt: skip


def _duplicates(study: Study, pairs: pd.DataFrame) -> None:
    if len(pairs):
        title = ngettext("{n} pair that may be one customer", "{n} pairs that may be one customer", len(pairs))
        with st.expander(title.format(n=number(len(pairs)))):
            shown = pairs.assign(reason=[_(WHY.get(code, code)) for code in pairs.reason], one=False)
            told = st.data_editor(
                shown[["one", "keep", "other", "reason"]], hide_index=True, key=state.key(f"pairs:{len(study.merged)}"),
                disabled=["keep", "other", "reason"],
                column_config={
                    "one": st.column_config.CheckboxColumn(_("One and the same"), help=_("Their orders are then added up.")),
                    "keep": _("Keep"), "other": _("Merge into it"), "reason": _("Because"),
                },
            )  # fmt: skip
            chosen = {str(row.other): str(row.keep) for row in told[told.one].itertuples()}
            controls.act(
                _("Merge the chosen pairs"), "merge", lambda study: study.change(merged={**study.merged, **chosen}),
                disabled=not chosen, help=_("You can undo this."),
            )  # fmt: skip
    if study.merged:
        text = ngettext("Take {n} merged customer apart again", "Take {n} merged customers apart again", len(study.merged))
        controls.act(text.format(n=number(len(study.merged))), "unmerge", lambda study: study.change(merged={}))


def show_models(_study: Study, analysis: Analysis) -> None:
    """The eight models of segmentation: what is here for each, what is missing, and where to get it."""
    models = analysis.customers.models
    help_ = _("Eight ways to divide customers. A model can be used when some of its columns are there.")
    with cell("customers.models", _("Which models of segmentation can you use?"), help=help_) as here:
        rows = [
            {
                _("Model"): model_name(row.model),
                _("Columns"): number(row.served),
                _("What you have"): _few(row.columns),
                _("What could be added"): _few(row.missing),
                _("Where to get it"): where_to_get(row.model),
            }
            for row in models.itertuples(index=False, name="Row")
        ]
        st.table(pd.DataFrame(rows).set_index(_("Model")), border="horizontal")
        without = [model_name(model) for model in models.model[models.served == 0]]
        if without:
            here.means(_("{n} of the 8 have data; nothing yet for: {models}."), n=number(8 - len(without)), models=", ".join(without))
        else:
            here.means(_("All eight models have data."))


def _few(names: str, most: int = 6) -> str:
    """The first of these columns in words, as text that is no markup."""
    told = [safe(label(name)) for name in names.split(", ") if name]
    return ", ".join(told[:most]) + (" …" if len(told) > most else "")


def show_dictionary(_study: Study, analysis: Analysis) -> None:
    """One row per customer, and what each column means."""
    customers = analysis.customers
    with cell("customers.table", _("One row per customer"), note=False, help=_("The table that everything after this stands on.")) as here:
        frame, told = customers.frame, labels(customers.frame.columns)
        kinds = {told[name]: str(kind) for name, kind in customers.columns.kind.items() if name in told}
        show_table(in_words(frame.head(SHOWN)).rename(columns=told).rename_axis(_("Customer")), kinds, customers.currency, hide_index=False)
        with st.expander(_("What each column means")):
            facts = customers.columns
            meanings = pd.DataFrame(
                {
                    _("Column"): [label(name) for name in facts.index],
                    _("Kind"): [_(KINDS.get(kind, kind)) for kind in facts.kind],
                    _("How it is made"): [_(formula) for formula in facts.formula],
                    _("From"): list(facts.source),
                    _("Model"): [model_name(model) for model in facts.model],
                    _("Missing"): [percent(share) for share in facts.missing],
                }
            )
            st.dataframe(meanings, hide_index=True)
        text = _("{n} customers, {columns} columns; the first {shown} are shown.") if len(frame) > SHOWN else _("{n} customers, {columns} columns.")
        here.means(text, n=number(len(frame)), columns=number(frame.shape[1]), shown=number(SHOWN))
