"""Seeing what the segments are: the map with a group to draw on it, profiles, criteria, parts, overlap, and taking them along."""

import json
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts import segments as charts
from segmentation.language import LANGUAGES, N_, _, ngettext, number, percent
from segmentation.report.files import csv_bytes
from segmentation.segments import Profiles
from segmentation.segments.gate import CRITERIA, gate_sentence
from segmentation.segments.map import describe_map, draw_map
from segmentation.segments.overlap import best_customers, bought, compare_groups, measure_overlap, tell_group
from segmentation.segments.recipe import MODELS, write_recipe
from segmentation.segments.travel import Decision, write_decision
from segmentation.segments.vocabulary import figure, label_of, level_of
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import safe
from segmentation.ui.work import ready

GROUPS = {"best": N_("Best 20%"), "once": N_("Bought once"), "returns": N_("Sent back over 20%")}


def show_map(study: Study, analysis: Analysis) -> None:
    """The customers as a picture; a rectangle drawn on it tells about who is inside."""
    question = _("Where are your customers?")
    with cell(
        "segments.map", question, help=_("Customers who resemble each other lie close together. Only for looking.")
    ) as here:
        done = analysis.ready("map")
        drawn = analysis.map if done else _quick_map(analysis)
        names = analysis.names
        event = picture(
            f"map-{done}", (analysis.key("map" if done else "segmentation"), analysis.key("profiles"), *names.values()),
            lambda: charts.segment_map(drawn, names, _hover(analysis)), on_select="rerun", selection_mode="region",
        )  # fmt: skip
        st.caption(safe(" ".join(describe_map(drawn))))
        _tell_region(analysis, drawn, event)
        if not done:
            ready(analysis, "map")
        here.means(_("The map shows {n} customers; drag a rectangle to read who is inside."), n=number(len(drawn)))


def _quick_map(analysis: Analysis) -> pd.DataFrame:
    return once((analysis.key("segmentation"), "quick"), partial(draw_map, quick=True), analysis.customers, analysis.segmentation)


def _hover(analysis: Analysis) -> dict[str, pd.Series]:
    """Up to three facts per customer, in words."""
    frame, profiles = analysis.customers.frame, analysis.profiles
    columns = [name for name in profiles.features if profiles.kinds[name] not in ("category", "boolean") and name in frame][:3]
    rows = frame.sample(min(len(frame), 5000), random_state=0) if len(frame) > 20_000 else frame
    told = {}
    for name in columns:
        values = pd.to_numeric(rows[name], errors="coerce")
        told[label_of(name)] = values.map(lambda value, kind=profiles.kinds[name]: figure(value, kind, profiles.currency))
    return told


def _tell_region(analysis: Analysis, drawn: pd.DataFrame, event: Any) -> None:
    region = dict(event.selection.get("region", {})) if event else {}
    if not {"x", "y"} <= set(region):
        return
    inside = drawn["x"].between(*sorted(region["x"])) & drawn["y"].between(*sorted(region["y"]))
    share = percent(inside.mean(), 1)
    st.markdown(
        f"**{safe(_('In your rectangle: {n} customers, {share} of all.').format(n=number(int(inside.sum())), share=share))}**"
    )
    for sentence in tell_group(analysis.customers, analysis.segmentation, inside):
        st.write(safe(sentence))


def show_profiles(study: Study, analysis: Analysis) -> None:
    """What each segment is."""
    profiles, names = analysis.profiles, analysis.names
    with cell(
        "segments.profiles", _("What is each segment?"), help=_("Compared with all your other customers, in their own units.")
    ):
        letters = list(profiles.table.index)
        for tab, letter in zip(
            st.tabs([safe(f"{letter} · {names.get(letter, letter)}") for letter in letters]), letters, strict=True
        ):
            with tab:
                for sentence in profiles.sentences(letter):
                    st.write(safe(sentence))
                left, right = st.columns([3, 2])
                picture(f"differences:{letter}", (analysis.key("profiles"),), charts.segment_differences, profiles, letter, place=left)
                with right:
                    st.caption(_("In a rule"))
                    for sentence in profiles.rules[letter].sentences():
                        st.write(safe(sentence))
                if letter in profiles.typical:
                    st.caption(_("Typical customers, under other names and rounded"))
                    _show_typical(profiles.typical[letter], profiles)


def _show_typical(people: pd.DataFrame, profiles: Profiles) -> None:
    in_days = _("{label} (days)")
    names = {name: in_days.format(label=label_of(str(name))) if profiles.kinds.get(str(name)) == "days" else label_of(str(name)) for name in people}
    words = {name: people[name].map(partial(level_of, name), na_action="ignore") for name in people if profiles.kinds.get(name) == "category"}
    kinds = {told: profiles.kinds.get(str(name), "") for name, told in names.items()}
    show_table(people.assign(**words).rename(columns=names).rename_axis(""), kinds, profiles.currency, hide_index=False)


def show_markers(study: Study, analysis: Analysis) -> None:
    """All segments beside each other."""
    with cell("segments.markers", _("What sets the segments apart?")) as here:
        profiles = analysis.profiles
        names = analysis.names
        with st.grid(2):
            for letter in profiles.table.index:
                with st.container():
                    st.markdown(f"**{safe(letter)} · {safe(names.get(letter, ''))}**")
                    picture(f"profile:{letter}", (analysis.key("profiles"), *names.values()), charts.segment_profile, profiles, letter, names)
        with st.expander(_("The figures")):
            st.dataframe(_figures(profiles))
        here.means(_("Full colour marks what sets a segment clearly apart; pale bars are small differences."))


def _figures(profiles: Profiles) -> pd.DataFrame:
    """All figures of the segments beside each other, each row in its own unit."""
    table = profiles.table.T.assign(**{_("Everybody"): profiles.base})
    own = {"customers": (_("customers"), "count"), "share": (_("share of the customers"), "share"),
           "turnover": (_("turnover of all together"), "money"), "turnover_share": (_("share of the turnover"), "share")}  # fmt: skip
    rows = {}
    for name, values in table.iterrows():
        column, _equals, level = str(name).partition(" = ")
        if name in own and name not in profiles.kinds:
            told, kind = own[str(name)]
        elif name in profiles.kinds:
            told, kind = label_of(str(name)), profiles.kinds[str(name)]
        elif level:
            told, kind = f"{label_of(column)}: {level_of(column, level)}", "share"
        else:
            told, kind = _("{column}: more than none").format(column=label_of(str(name).removesuffix(" > 0"))), "share"
        rows[told] = [figure(float(value), "share" if kind == "boolean" else kind, profiles.currency) for value in values]
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(table.columns))


def show_gate(study: Study, analysis: Analysis) -> None:
    """Is each segment worth an approach of its own?"""
    profiles, names = analysis.profiles, analysis.names
    question = _("Is each segment worth an approach of its own?")
    with cell(
        "segments.gate",
        question,
        help=_("A useful segment is large enough, worth the money, known, reachable, distinct and stable."),
    ) as here:
        signs = {True: "✓", False: "✗"}
        wide = profiles.gate.pivot(index="segment", columns="criterion", values="passed")[list(CRITERIA)]
        told = wide.map(lambda passed: "?" if pd.isna(passed) else signs[bool(passed)])
        told.index = [f"{letter} · {names.get(letter, '')}" for letter in told.index]
        st.table(told.rename(columns={code: _(words) for code, words in CRITERIA.items()}), border="horizontal")
        with st.expander(_("Why")):
            for letter, own in profiles.gate.groupby("segment", sort=True):
                st.markdown(f"**{safe(names.get(str(letter), letter))}**")
                for row in own.itertuples():
                    sign = "?" if pd.isna(row.passed) else signs[bool(row.passed)]
                    sentence = gate_sentence(row.criterion, row.value, row.needed, profiles.currency)
                    st.write(safe(f"{sign} {_(CRITERIA[row.criterion])}: {sentence}"))
        met = wide.fillna(False).astype(bool).sum(axis=1)
        best = [str(letter) for letter in met.index[met == met.max()]]
        text = ngettext("Segment {letters} meets most: {n} of {all}.", "Segments {letters} meet most: {n} of {all} each.", len(best))
        here.means(text, letters=", ".join(best), n=number(int(met.max())), all=number(len(CRITERIA)))


def show_micro(study: Study, analysis: Analysis) -> None:
    """Zoom into a segment."""
    names = analysis.names
    with cell(
        "segments.micro", _("What parts does a segment have?"), help=_("Micro-segments: the same search, inside one segment.")
    ) as here:
        letters = [str(letter) for letter in analysis.segmentation.sizes.index]
        letter = st.selectbox(
            _("Zoom into"), letters, format_func=lambda one: f"{one} · {names.get(one, '')}", index=None, key=state.key("zoom"),
            placeholder=_("Choose a segment"), help=_("Takes some seconds."),
        )  # fmt: skip
        if letter is None or not ready(analysis, f"zoom:{letter}"):
            return
        zoom = analysis.zoom(letter)
        inner = zoom.profiles.names_in(study.language)
        st.caption(_("Here “all customers” in the sentences are those of segment {letter}.").format(letter=letter))
        picture(f"micro:{letter}", (analysis.key(f"zoom:{letter}"), *inner.values()), charts.segment_sizes, zoom.shares["customers"], inner)
        for part, row in zoom.shares.iterrows():
            head = _("{part}: {of_segment} of the segment, {of_all} of your whole customer base.").format(
                part=f"{part} · {inner.get(str(part), '')}",
                of_segment=percent(row["of_segment"]),
                of_all=percent(row["of_all"], 1),
            )
            st.markdown(f"**{safe(head)}** " + " ".join(safe(sentence) for sentence in zoom.profiles.sentences(str(part))[1:]))
        here.means(zoom.segmentation.explain()[0])


def show_overlap(study: Study, analysis: Analysis) -> None:
    """Other groups across the segments."""
    frame = analysis.customers.frame
    question = _("How do other groups lie across the segments?")
    with cell(
        "segments.overlap", question, help=_("“Bought X” is not “best customers”: see how far they overlap, and how they differ.")
    ) as here:
        groups = _groups(analysis, frame)
        if not groups:
            st.write(_("Your customer table has no groups to compare: add a file with purchases."))
            return
        names = analysis.names
        made_from = (analysis.key("segmentation"), *groups)
        overlap = once((*made_from, "overlap"), measure_overlap, analysis.segmentation, groups)
        picture("overlap", (*made_from, *names.values()), charts.group_overlap, overlap, names)
        if len(groups) > 1:
            left, right = st.columns(2)
            first = left.selectbox(_("Compare"), list(groups), key=state.key("first-group"), help=_("The first group."))
            second = right.selectbox(_("with"), list(groups), index=1, key=state.key("second-group"), help=_("The second group."))
            if first != second:
                _compare(analysis, groups, first, second)
        most = overlap.sort_values("lift").iloc[-1]
        here.means(_("“{group}” is {times} times as common in segment {letter} as among everybody."), group=most["group"],
                   times=number(most["lift"], 1), letter=most["segment"])  # fmt: skip


def _groups(analysis: Analysis, frame: pd.DataFrame) -> dict[str, pd.Series]:
    groups = {}
    if "monetary" in frame:
        groups[_(GROUPS["best"])] = best_customers(frame)
    if "frequency" in frame:
        groups[_(GROUPS["once"])] = frame["frequency"] == 1
    if "return_share" in frame:
        groups[_(GROUPS["returns"])] = frame["return_share"] > 0.2
    if getattr(analysis.customers, "lines", None) is not None:
        product = st.text_input(
            _("Who bought this product"), key=state.key("product"), max_chars=120, placeholder=_("Code or name, exactly as in your file"),
            help=_("Adds a group: everybody who ever bought it."),
        )  # fmt: skip
        if product:
            groups[_("Bought {product}").format(product=product)] = bought(analysis.customers, product.strip())
    return {name: group for name, group in groups.items() if group.any()}


def _compare(analysis: Analysis, groups: dict[str, pd.Series], first: str, second: str) -> None:
    made_from = (analysis.key("segmentation"), "compare", first, second)
    counts, facts = once(made_from, compare_groups, analysis.customers, analysis.segmentation, groups[first], groups[second])
    sizes = counts.set_index("part")["customers"]
    st.write(safe(_("In both: {both}. Only in “{first}”: {one}. Only in “{second}”: {two}.").format(
        both=number(sizes["both"]), first=first, second=second, one=number(sizes["first"]), two=number(sizes["second"]))))  # fmt: skip
    telling = facts[(facts["segment"] == "first") & facts["differs"]].drop_duplicates("column").head(4)
    rows = []
    for fact in telling.itertuples():
        kind, currency = "share" if fact.statistic == "share" else fact.kind, analysis.profiles.currency
        what = (
            label_of(fact.column) if fact.level in ("", ">0") else f"{label_of(fact.column)}: {level_of(fact.column, fact.level)}"
        )
        rows.append(
            {_("What differs"): what, first: figure(fact.value, kind, currency), second: figure(fact.others, kind, currency)}
        )
    if rows:
        show_table(pd.DataFrame(rows))


def take_along(study: Study, analysis: Analysis) -> None:
    """The segments as files that work outside the app."""
    with cell(
        "segments.travel", _("Use the segments elsewhere"), help=_("In your mailing tool, database or spreadsheet."), note=False
    ) as here:
        found = analysis.customers, analysis.segmentation
        decision = once((analysis.key("segmentation"), "decision"), write_decision, *found)
        labels = pd.DataFrame({"segment": analysis.segmentation.labels.astype(str)})
        labels["name"] = labels["segment"].map(analysis.names)
        labels["certainty"] = analysis.segmentation.certainty.round(3)
        columns = st.columns(4)
        columns[0].download_button(
            _("List"), csv_bytes(labels), "segments.csv", "text/csv", help=_("Every customer with its segment, for a mailing tool."),
            icon=":material/table:", key="take-list",
        )  # fmt: skip
        columns[1].download_button(
            _("SQL"), decision.sql(), "segments.sql", "text/plain", help=_("A query that gives every customer a segment."),
            icon=":material/database:", key="take-sql",
        )  # fmt: skip
        columns[2].download_button(
            _("Formula"), _formulas(decision), "segments-formula.txt", "text/plain",
            help=_("One spreadsheet formula, for Dutch and English spreadsheets."), icon=":material/function:", key="take-formula",
        )  # fmt: skip
        exact = _recipe_button(columns[3], analysis)
        with st.expander(_("The rules in words")):
            for sentence in decision.sentences():
                st.write(safe(sentence))
        told = _("Rules, SQL and formula place {share} of your customers as the segmentation does.")
        if exact is not None:
            told = _("Rules, SQL and formula place {share} of your customers as the segmentation does; the recipe (JSON) {exact}.")
        here.means(told, share=percent(decision.fidelity, 1), exact=percent(exact or 0.0, 1))


def _recipe_button(place: Any, analysis: Analysis) -> float | None:
    """The recipe to take along; which share of the customers it places as found."""
    if analysis.segmentation.model.get("kind") not in MODELS:
        return None
    recipe = once((analysis.key("segmentation"), "recipe"), write_recipe, analysis.customers, analysis.segmentation)
    place.download_button(
        _("Recipe"), json.dumps(recipe, indent=1), "segments-recipe.json", "application/json",
        help=_("Every treatment and every centre, for programmers. It says how many of your customers it places as found."), icon=":material/data_object:",
        key="take-recipe",
    )  # fmt: skip
    return float(recipe["fidelity"])


def _formulas(decision: Decision) -> str:
    """The formula per language, with the column that belongs in each cell."""
    cells = "\n".join(f"{chr(66 + place)}: {column}" for place, column in enumerate(decision.columns))
    return "\n\n".join([cells, *(f"{words}\n{decision.formula(code)}" for code, words in LANGUAGES.items())]) + "\n"
