"""What does the report tell, in which order? One story, set as a PDF and as slides, in the language of the study."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from segmentation.language import N_, _, date, money, ngettext, number, speaking
from segmentation.report.answers import answers
from segmentation.report.plans import SegmentPlan, plan_of

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.personas import Persona
    from segmentation.study import Study

SHEET = (
    ("goal", N_("Goal")), ("goals", N_("How will you know it worked?")), ("target_market", N_("Target market")), ("scope", N_("Scope")),
    ("budget", N_("Budget")), ("team", N_("Team")), ("deadline", N_("Deadline")),
)  # fmt: skip
MOST_APART = 6
KEPT = "\n\u00a0\u202f"  # the last two hold an amount and its sign together
VERDICTS = {
    "natural": N_("natural groups: there are gaps between them"),
    "reproducible": N_("reproducible groups: they come back, their borders are fluid"),
    "constructive": N_("a useful division: there are no natural groups here"),
}


@dataclass(frozen=True)
class Part:
    """One part of the story: a title, the sentence to remember, what supports it, a picture, a stamp of certainty, and the user's notes.

    `figures` are (label, value) pairs for a picture that people can change in their slides, `measure` says what they count; `chart` makes the
    picture for print. `known` is False of a question that could not be answered.
    """

    code: str
    title: str
    lead: str = ""
    lines: tuple[str, ...] = ()
    stamp: str = ""
    notes: tuple[str, ...] = ()
    chart: Callable[[], Any] | None = None
    figures: tuple[tuple[str, float], ...] = ()
    measure: str = ""
    known: bool = True
    letter: str = ""
    plan: SegmentPlan | None = None
    persona: "Persona | None" = None


@dataclass(frozen=True)
class Story:
    """The whole: its title, what stands under it, the parts in order, and the language."""

    title: str
    about: str
    language: str
    parts: tuple[Part, ...] = field(default=())


def story(study: "Study", analysis: "Analysis") -> Story:
    """The story of this study, every sentence worked out from its tables or written by its people."""
    with speaking(study.language):
        parts = [
            *_plan(study), *_answers(study, analysis), _division(study, analysis), *_segments(study, analysis), _choice(study, analysis),
            _money(study, analysis), *_market(study), _made(study, analysis),
        ]  # fmt: skip
        about = _("{n} customers in {k} segments, as of {day}").format(
            n=number(len(analysis.customers.frame)), k=number(len(analysis.segmentation.sizes)), day=date(analysis.customers.as_of)
        )
        return Story(study.name, about, study.language, tuple(parts))


def printable(value: Any) -> Any:
    """Texts, wherever they stand in lists and tables, without signs that neither paper nor XML can hold."""
    if isinstance(value, str):
        return "".join(sign if sign.isprintable() or sign in KEPT else " " for sign in value)
    if isinstance(value, dict):
        return {key: printable(one) for key, one in value.items()}
    return [printable(one) for one in value] if isinstance(value, list | tuple) else value


def _notes(study: "Study", *starts: str) -> tuple[str, ...]:
    return tuple(text for cell, text in study.notes.items() if cell.startswith(starts) and text.strip())


def _plan(study: "Study") -> list[Part]:
    sheet = dict(study.strategy)
    lines = tuple(f"{_(label)}: {sheet[code]}" for code, label in SHEET if sheet.get(code))
    notes = _notes(study, "plan.")
    return [Part("plan", _("What we wanted"), lines=lines, notes=notes)] if lines or notes else []


def _answers(study: "Study", analysis: "Analysis") -> list[Part]:
    found = []
    for answer in answers(study, analysis):
        first, *rest = answer.evidence or (answer.why_not(),)
        why = (answer.why_not(),) if answer.evidence and answer.why_not() else ()
        found.append(Part("answer", answer.question.text, first, (*rest, *why), answer.certainty_words(), known=bool(answer.evidence)))
    return [*found[:-1], replace(found[-1], notes=_notes(study, "report.answers"))] if found else []


def _division(study: "Study", analysis: "Analysis") -> Part:
    from segmentation.charts import segments as charts

    found, names = analysis.segmentation, analysis.names
    return Part(
        "division", _("Which kinds of customer there are"), found.explain()[0], tuple(found.explain()[1:3]), _(VERDICTS[found.verdict]),
        _notes(study, "segments."), lambda: charts.segment_sizes(found.sizes, names),
        tuple((analysis.called(str(letter)), float(size)) for letter, size in found.sizes.items()), _("Customers per segment"),
    )  # fmt: skip


def _segments(study: "Study", analysis: "Analysis") -> list[Part]:
    from segmentation.charts import segments as charts
    from segmentation.personas import apply_edits
    from segmentation.segments.words import came_back

    names, found = analysis.names, analysis.segmentation
    personas = {persona.segment: apply_edits(persona, study.personas.get(persona.segment)) for persona in analysis.personas}
    parts = []
    for letter in map(str, found.sizes.index):
        first, *rest = analysis.profiles.sentences(letter)
        stable = float(found.stability.get(letter, float("nan")))
        stamp = came_back(stable)
        rules = tuple(analysis.profiles.rules[letter].sentences())[:1]
        parts.append(
            Part(
                "segment", f"{letter} · {names.get(letter, letter)}", first, (*rest, *rules), stamp, _notes(study, f"report.plan:{letter}"),
                partial(charts.segment_differences, analysis.profiles, letter), _apart(analysis, letter), _("Less (−1) or more (1) than the others"), letter=letter, plan=plan_of(study, analysis, letter), persona=personas.get(letter),
            )
        )  # fmt: skip
    return parts


def _apart(analysis: "Analysis", letter: str) -> tuple[tuple[str, float], ...]:
    """What sets a segment apart most, as far as a slide can show."""
    from segmentation.segments.vocabulary import label_of, level_of

    facts = analysis.profiles.facts
    own = facts[(facts["segment"].astype(str) == letter) & facts["differs"]].head(MOST_APART)
    return tuple(
        (label_of(row.column) + (f": {level_of(row.column, row.level)}" if row.level and row.level != ">0" else ""), round(float(row.effect), 2))
        for row in own.itertuples()
    )


def _choice(study: "Study", analysis: "Analysis") -> Part:
    from segmentation import plan
    from segmentation.charts.plan import attractiveness

    names = analysis.names
    earned = None if analysis.lacking("economics") else analysis.economics.segments
    worth, sizes = (plan.worth_of(earned), earned["revenue"]) if earned is not None else (None, analysis.segmentation.sizes)
    rated = plan.rate(analysis.profiles.gate, plan.weights(study.criteria), study.settings.get("strengths", {}), worth)
    ladder = dict(plan.LADDER)
    ranked = rated.sort_values(["attractive", "strong"], ascending=False)
    judged = study.settings.get("strengths")
    told = _("attractive {attractive} of 10, our strength {strong} of 10: {advice}") if judged else _("attractive {attractive} of 10: {advice}")
    unjudged = _("attractive {attractive} of 10; judge your own strength there first")
    lines = tuple(
        f"{letter} · {names.get(str(letter), '')}: " + (unjudged if row.advice == "judge" else told).format(attractive=number(row.attractive, 1), strong=number(row.strong, 1), advice=_(ladder[row.advice]))
        for letter, row in zip(ranked.index, ranked.itertuples(), strict=True)
    )  # fmt: skip
    unknown = "" if judged else _("Our own strength was not judged yet: everywhere as good as others.")
    figures = tuple((str(letter), float(value)) for letter, value in ranked["attractive"].items())
    return Part("choice", _("Which segments we choose"), lines[0], lines[1:], unknown, (), lambda: attractiveness(rated, names, sizes), figures, _("How attractive each segment is, of 10"))


def _money(study: "Study", analysis: "Analysis") -> Part:
    lacking = analysis.lacking("economics")
    if lacking:
        return Part("money", _("What each segment is worth"), str(lacking), notes=_notes(study, "roi."))
    from segmentation.charts import economics as charts
    from segmentation.economics.words import missing_sentence, statement_sentence

    found, names = analysis.economics, analysis.names
    losing = found.customers[found.customers["unprofitable"]]
    lines = [
        _("{n} customers cost more than they bring in, together {loss}; of {sure} of them that is at least 90% sure.").format(
            n=number(len(losing)), loss=money(-losing["profit"].sum(), study.currency), sure=number(int((losing["certainty"] >= 0.9).sum())))
    ]  # fmt: skip
    known = len(found.told)
    stamp = ngettext("Depends on your estimates of costs: {known} of {all} is known exactly.", "Depends on your estimates of costs: {known} of {all} are known exactly.", known)
    figures = tuple((f"{letter} · {names.get(str(letter), '')}", round(float(value), 2)) for letter, value in found.segments["profit"].items())
    missing = missing_sentence(found)
    return Part(
        "money", _("What each segment is worth"), statement_sentence(found), (*lines, *([missing] if missing else [])), stamp.format(known=number(known), all=number(len(found.costs.fields()))), _notes(study, "roi."),
        lambda: charts.segment_profit(found, names), figures, _("What is left of each segment, in {currency}").format(currency=study.currency),
    )  # fmt: skip


def _market(study: "Study") -> list[Part]:
    lines = tuple(f"{card.text} ({', '.join(part for part in (card.source, card.date) if part) or _('no source')})" for card in study.market)
    notes = _notes(study, "market.")
    return [Part("market", _("What we know of the market"), lines=lines, notes=notes)] if lines or notes else []


def _made(study: "Study", analysis: "Analysis") -> Part:
    from segmentation.customers.accounts import not_counted
    from segmentation.segments.words import METHOD_NAMES

    found = analysis.segmentation
    kept = [table.rows - int(not_counted(table, analysis.customers)["lines"].sum()) for table in analysis.tables]
    files = tuple(
        _("{file}: {kept} of {all} rows used").format(file=table.name, kept=number(rows), all=number(table.rows_in))
        for table, rows in zip(analysis.tables, kept, strict=True)
    )
    method = _("{k} segments on {features} features; way of grouping: {method}.").format(
        k=number(found.k), method=_(METHOD_NAMES[found.method]), features=number(len([one for one in found.features if one.taken]))
    )
    cautions = tuple(found.sentences()[:3])
    lead = _("Everything here follows from these files and can be repeated with the recipe or the notebook.")
    return Part("made", _("How this was made"), lead, (*files, method, *cautions), notes=_notes(study, "customers.", "experience."))
