"""Choosing features and a number of segments, and seeing how real, how sure and how big the outcome is."""

import pandas as pd
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.charts import segments as charts
from segmentation.errors import SegmentationError
from segmentation.language import N_, _, ngettext, number, percent
from segmentation.segments import Segmentation
from segmentation.segments.segmentation import Warned
from segmentation.segments.spread import spread_of
from segmentation.segments.vocabulary import label_of
from segmentation.segments.withheld import withheld
from segmentation.segments.words import BY_RULE, FEW, METHOD_NAMES, SURE, came_back, from_columns, of_few, warning_sentence
from segmentation.study import Study, Treatment
from segmentation.ui import controls, state
from segmentation.ui.amounts import show_table
from segmentation.ui.cells import cell
from segmentation.ui.once import once
from segmentation.ui.picture import picture
from segmentation.ui.text import fill, safe

WHY = {
    "question": N_("serves one of your questions"), "model": N_("serves the model you chose"), "core": N_("says how they buy"),
    "chosen": N_("chosen by you"), "other": N_("another column"),
}  # fmt: skip
AGAINST = {
    "constant": N_("the same for everybody"), "empty": N_("empty"), "id": N_("a number that only names the customer"),
    "id_like": N_("a number that only names the customer"), "label": N_("probably an earlier segment: that would only repeat itself"),
    "personal": N_("points at a person: left out"), "protected": N_("may not be used to treat people differently: left out"),
    "redundant": N_("says the same as another feature"), "mostly_missing": N_("mostly missing"),
    "one_value": N_("nearly the same for everybody"), "derived": N_("worked out from other columns"),
    "many_levels": N_("too many different words"),
}  # fmt: skip
WITHHELD = {**AGAINST, "text": N_("free text"), "personal": N_("personal data")}
TRANSFORMS = {
    None: N_("As it should be"), "none": N_("As it is"), "log": N_("Logarithm: tames large amounts"),
    "spread": N_("Squeezed on both sides"), "rank": N_("Order only"), "categories": N_("As categories"),
}  # fmt: skip
MISSING = {
    None: N_("As it should be"), "median": N_("Take the middle"), "zero": N_("Count as zero"), "level": N_("A group of its own"),
    "flag": N_("Take the middle and remember"),
}  # fmt: skip
METHODS = {
    "auto": N_("Choose for me"), "kmeans": N_("k-means: compact groups"), "mixture": N_("Mixture: groups of any shape"),
    "latent_class": N_("Latent class: surveys and categories"), "ward": N_("Ward: step by step together"),
    "hdbscan": N_("HDBSCAN: only dense groups"), "rfm": N_("Recency, frequency and value cells"), "rules": N_("Your own rules"),
}  # fmt: skip

NAMED = 6
SAID = ("constant", "one_value", "id", "label")  # reasons that lie in the file, and are said without asking
TREATED = ("capped", "floored", "grouped", "missing", "out_")  # what a reader wants to know only on asking


def choose_features(study: Study, analysis: Analysis) -> None:
    """Which facts about customers make them alike."""
    question = _("What should make customers alike?")
    help_ = _("Customers end up together when they resemble each other in these facts. Few good ones beat many.")
    with cell("segments.features", question, help=help_) as here:
        try:
            suggested = _without_bounds(analysis.features)
        except SegmentationError:
            _withheld(analysis)
            raise
        shown = controls.pick(
            "features", _("Features"), {one.name: label_of(one.name) for one in suggested},
            help=_("Chosen for you to begin with; change them as you like."), default=[one.name for one in suggested if one.taken],
        )  # fmt: skip
        for one in suggested:
            if one.name in shown and one.warning in ("personal", "protected", "id", "label"):
                st.warning(safe(warning_sentence(Warned(f"in_{one.warning}", {"column": one.name}))))
        _withheld(analysis)
        _left_out([one for one in suggested if one.name not in shown])
        with st.expander(_("Why these, and how each is treated")):
            spreads = once((analysis.key("customers"), "spreads"), _spreads, analysis.customers.frame, [one.name for one in suggested])
            picture_of = {_("Spread"): st.column_config.BarChartColumn(width="small", help=_("How many customers have little and how many much of it."))}
            st.dataframe(_feature_table(suggested, spreads, study.treatments), hide_index=True, column_config=picture_of)
            _treat(study, [one.name for one in suggested if one.name in shown])
        here.means(_("Columns that make the segments: {n} of {all}."), n=number(len(shown)), all=number(len(suggested)))


def _withheld(analysis: Analysis) -> None:
    """Columns of the files that cannot be chosen here, each reason with its columns."""
    for reason, columns in once((analysis.key("customers"), "withheld"), withheld, analysis.tables, analysis.customers).items():
        told = ngettext("{columns} in your files takes no part: {why}.", "{columns} in your files take no part: {why}.", len(columns))
        st.caption(fill(told, columns=", ".join(columns[:NAMED]) + (" …" if len(columns) > NAMED else ""), why=_(WITHHELD[reason])))


def _left_out(others: list) -> None:
    """Columns that could be chosen but are worth nothing, each reason with its columns."""
    for reason in SAID:
        columns = [label_of(one.name).strip("“”‘’") for one in others if one.warning == reason]
        if columns:
            told = ngettext("{columns} is left out: {why}.", "{columns} are left out: {why}.", len(columns))
            st.caption(fill(told, columns=", ".join(columns[:NAMED]) + (" …" if len(columns) > NAMED else ""), why=_(AGAINST[reason])))


def _spreads(frame: pd.DataFrame, names: list[str]) -> dict[str, list[int]]:
    return {name: spread_of(frame[name]) for name in names}


def _without_bounds(features: list) -> list:
    """Without the lower and upper bounds of an estimate, which are no facts beside it."""
    names = {one.name for one in features}
    return [one for one in features if one.name.removesuffix("_low").removesuffix("_high") not in names - {one.name}]


def _feature_table(features: list, spreads: dict[str, list[int]], chosen: dict[str, Treatment]) -> pd.DataFrame:
    rows = []
    for one in features:
        own = chosen.get(one.name, Treatment())
        against = _(AGAINST[one.warning]) if one.warning in AGAINST else ""
        like = (one.facts.get("worked_out") or one.facts.get("redundant_with")) if one.warning == "redundant" else None
        rows.append({
            _("Feature"): label_of(one.name), _("Why"): _(WHY.get(one.why, WHY["other"])),
            _("Against it"): f"{against}: {from_columns(like)}" if like else against,
            _("Spread"): spreads[one.name], _("Skew"): number(one.facts["skew"], 1) if "skew" in one.facts else "",
            _("Treatment"): _(TRANSFORMS.get(own.transform or one.treatment.transform, TRANSFORMS[None])),
            _("Weight"): number(own.weight, 2),
            _("Capped at"): "" if one.treatment.cap is None else number(one.treatment.cap, 0 if one.treatment.cap >= 10 else 2),
            _("Customers capped"): number(one.facts.get("capped", 0)), _("Missing"): percent(one.facts.get("missing", 0)),
        })  # fmt: skip
    return pd.DataFrame(rows)


def _treat(study: Study, names: list[str]) -> None:
    """Overrule how one feature is treated."""
    if not names:
        return
    name = st.selectbox(
        _("Treat this feature differently"), names, format_func=label_of, key=state.key("treated"),
        help=_("The usual treatment suits nearly always. Overrule it when you know your figures better."),
    )  # fmt: skip
    now = study.treatments.get(name, Treatment())
    left, middle, right = st.columns(3)
    common = {"on_change": _save_treatment, "args": (name,)}
    left.selectbox(
        _("Form"), list(TRANSFORMS), index=list(TRANSFORMS).index(now.transform), format_func=lambda code: _(TRANSFORMS[code]),
        key=state.key(f"transform:{name}"), help=_("How the figures are bent before customers are compared."), **common,
    )  # fmt: skip
    middle.selectbox(
        _("Missing values"), list(MISSING), index=list(MISSING).index(now.missing), format_func=lambda code: _(MISSING[code]),
        key=state.key(f"missing:{name}"), help=_("What to do with customers for whom this is not known."), **common,
    )  # fmt: skip
    right.select_slider(
        _("Weight"), sorted({*(step / 4 for step in range(13)), float(now.weight)}), float(now.weight), key=state.key(f"weight:{name}"), format_func=lambda weight: number(weight, 2),
        help=_("1 counts as much as every other feature, 2 twice as much."), **common,
    )  # fmt: skip


def _save_treatment(name: str) -> None:
    chosen = Treatment(
        transform=state.value_of(f"transform:{name}"), missing=state.value_of(f"missing:{name}"),
        weight=float(state.value_of(f"weight:{name}") or 1.0),
    )  # fmt: skip
    state.decide(lambda study: study.change(treatments={
        **{key: value for key, value in study.treatments.items() if key != name}, **({} if chosen == Treatment() else {name: chosen}),
    }))  # fmt: skip


def choose_number(study: Study, _analysis: Analysis) -> None:
    """Let the number be chosen, or choose it."""
    with cell("segments.number", _("How many segments?"), note=False):
        options: dict[str | int, str] = {"auto": _("Choose for me"), **{k: str(k) for k in range(2, 13)}}
        left, right = st.columns(2)
        with left:
            controls.choose(
                "k",
                _("Number of segments"),
                options,
                help=_("Klantbeeld compares 2 to 12 and takes the number that the data speak for; without groups, from 3 to 6, the one that comes back best."),
            )
        with right:
            methods = {code: _(words) for code, words in METHODS.items()}
            chosen = controls.choose(
                "method", _("Way of grouping"), methods, help=_("Compared side by side on the same criteria.")
            )
        if chosen == "rules":
            st.text_area(
                _("Your rules"), "\n".join(f"{name}: {rule}" for name, rule in study.own_rules.items()), key=state.key("own-rules"),
                on_change=_save_rules, max_chars=4000, placeholder=_("Big: turnover > 500 and number of returns < 2"),
                help=_("One rule per line: a name, a colon, and conditions joined by “and” or “or”. The first that fits counts."),
            )  # fmt: skip


def _save_rules() -> None:
    lines = [line.partition(":") for line in str(state.value_of("own-rules") or "").splitlines()]
    rules = {name.strip(): rule.strip() for name, _colon, rule in lines if name.strip() and rule.strip()}
    state.decide(lambda study: study.change(own_rules=rules))


def show_verdict(_study: Study, analysis: Analysis) -> None:
    """Are they real?"""
    found = analysis.segmentation
    help_ = _("Research calls the three answers natural, reproducible and constructive (Dolnicar and Leisch, 2010).")
    with cell("segments.verdict", _("How real are these segments?"), help=help_):
        if found.verdict_facts.get("by_hand"):
            st.badge(_("Made by rule"), color="gray")
        elif found.verdict == "natural":
            st.badge(_("Natural groups: there are gaps between them"), color="green")
        elif found.verdict == "reproducible":
            st.badge(_("They come back, with fluid borders"), color="blue")
        else:
            st.badge(_("No natural groups: a way to divide"), color="orange")
        for sentence in found.explain():
            st.write(safe(sentence))
        told = list(zip(found.warnings, found.sentences(), strict=True))
        cautions = [sentence for warned, sentence in told if not warned.code.startswith(TREATED)]
        treated = [sentence for warned, sentence in told if warned.code.startswith(TREATED)]
        if cautions:
            st.warning("\n".join(f"- {safe(sentence)}" for sentence in cautions))
        if treated:
            with st.expander(_("What was done to the columns ({n})").format(n=number(len(treated)))):
                st.markdown("\n".join(f"- {safe(sentence)}" for sentence in treated))


def show_sizes(study: Study, analysis: Analysis) -> None:
    """How big each is, how sure, and its name."""
    found = analysis.segmentation
    proposed = analysis.profiles.names_in(study.language)
    with cell("segments.sizes", _("How big and how sure is each segment?")) as here:
        names = {**proposed, **study.segment_names}
        picture("sizes", (analysis.key("segmentation"), *names.values()), charts.segment_sizes, found.sizes, names)
        for letter in found.sizes.index:
            left, right = st.columns([2, 3], vertical_alignment="center")
            left.text_input(
                _("Name of segment {letter}").format(letter=letter), value=study.segment_names.get(letter, ""), max_chars=80,
                placeholder=proposed.get(str(letter), ""), key=state.key(f"name:{letter}"), on_change=_rename, args=(letter,),
                help=_("Leave it empty to keep the proposed name."),
            )  # fmt: skip
            right.write(safe(_came_back(float(found.stability.get(letter, float("nan"))), found)))
        largest = found.sizes.index[found.sizes == found.sizes.max()]
        told = ngettext(
            "Segment {letters} is the largest, with {share} of your customers.",
            "Segments {letters} are the largest, each with {share} of your customers.", len(largest),
        )  # fmt: skip
        if len(found.sizes) == 1:
            told = _("All your customers are in one segment.")
        here.means(told, letters=", ".join(map(str, largest)), share=percent(found.sizes.max() / found.sizes.sum()))


def _came_back(stability: float, found: Segmentation) -> str:
    """How often a segment came back, in plain words; a steady cut through one cloud is steady, not real."""
    if pd.isna(stability):
        return _("How surely it comes back is not known.")
    told = came_back(stability)
    if found.verdict_facts.get("by_hand"):
        return told + " " + _(next(words for least, words in BY_RULE.items() if stability >= least))
    if stability >= 0.75 and found.verdict == "constructive":
        return told if found.verdict_facts.get("different") else told + " " + _("A steady cut, though no group by nature.")
    if stability >= 0.85:
        return told + " " + _(FEW if of_few(found) else SURE)
    if stability >= 0.75:
        return told + " " + _("It is there, though its border is fluid.")
    if stability >= 0.6:
        return told + " " + _("There is something, but do not count on who is in it.")
    return told + " " + _("Do not trust it.")


def _rename(letter: str) -> None:
    name = str(state.value_of(f"name:{letter}") or "").strip()
    state.decide(lambda study: study.change(segment_names={
        **{key: value for key, value in study.segment_names.items() if key != letter}, **({letter: name} if name else {}),
    }))  # fmt: skip


def show_candidates(_study: Study, analysis: Analysis) -> None:
    """What was compared."""
    found = analysis.segmentation
    question = _("What else was tried?")
    with cell("segments.candidates", question, help=_("Every way and number is measured on the same criteria.")) as here:
        if not len(found.candidates):
            return
        left, right = st.columns(2)
        made_from = (analysis.key("segmentation"),)
        left.caption(_("How surely the segments come back, per way of grouping"))
        picture("stability", made_from, charts.stability_by_number, found.candidates, place=left)
        if len(found.splits):
            right.caption(_("How segments split when their number grows"))
            near = found.splits[found.splits["k"] <= max(found.k + 2, 5)]
            picture("splits", made_from, charts.segment_splits, near, place=right)
        with st.expander(_("All candidates with their figures")):
            shares = dict.fromkeys((_("Comes back"), _("Smallest share")), "share")
            show_table(_candidates(found.candidates), shares)
        here.means(
            _("{k} segments were chosen. Way of grouping: {method}."), k=number(found.k), method=_(METHOD_NAMES.get(found.method, found.method))
        )


def _candidates(candidates: pd.DataFrame) -> pd.DataFrame:
    words = {
        "method": _("Way"), "k": _("Segments"), "stability": _("Comes back"), "silhouette": _("Separation"),
        "null": _("Separation without groups"), "redraws": _("Re-draws"),
        "smallest": _("Smallest share"), "chosen": _("Taken"),
    }  # fmt: skip
    named = candidates.assign(method=[_(METHOD_NAMES.get(code, code)) for code in candidates["method"]])
    return named[[name for name in words if name in candidates]].rename(columns=words)
