"""How far is this study, what is weak, and what is the best next step?

It fills itself from what was done. Every part counts from 0 to 1; the weakest part with the largest weight is the next step.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import N_, _
from segmentation.plan.deliverables import deliverables
from segmentation.plan.needs import judge

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.study import Study


@dataclass(frozen=True)
class Score:
    """One part of the scorecard: what, how far (0–1), how heavy, which page, and what would help most."""

    code: str
    name: str
    share: float
    weight: float
    step: str
    advice: str

    def told(self) -> str:
        return _(self.name)


# part, its name, its weight, the page where one works on it, what would help most
PARTS = (
    ("questions", N_("Questions"), 3, "plan", N_("Write down three questions you want answered.")),
    ("strategy", N_("Strategy sheet"), 1, "plan", N_("Fill in at least goal, budget, target market, scope and deadline.")),
    ("market", N_("Knowledge of the market"), 1, "market", N_("Answer the four questions about your market, with source and date.")),
    ("data", N_("Data"), 3, "customers", N_("Add your orders, and then tickets, mailings or a survey.")),
    ("answerable", N_("Questions your data can answer"), 2, "customers", N_("Add the data your questions need; step 1 says which.")),
    ("segments", N_("Segments you can trust"), 3, "segments", N_("Look at the segments and try other features.")),
    ("names", N_("Segments with a name of your own"), 1, "segments", N_("Give each segment a name your colleagues understand.")),
    ("personas", N_("Personas checked by people"), 2, "personas", N_("Check the personas with colleagues and add what only they know.")),
    ("costs", N_("Costs you know"), 2, "roi", N_("Fill in your own margin and costs instead of the usual ones.")),
    ("notes", N_("Conclusions of your own"), 1, "report", N_("Write your own conclusion under the plan of each segment.")),
)
UNMADE = N_("Go to step 5: your segments are made there.")
UNREAD = N_("Go to step 3: your files are read there, and the rest of this card fills itself.")


def scorecard(study: "Study", analysis: "Analysis") -> list[Score]:
    """Every part, in the order of the work. Results that are not there yet are not worked out for this."""
    shares = _shares(study, analysis)
    unread = bool(study.uploads) and not analysis.ready("customers")
    begun = {"data": UNREAD if unread else "", "segments": "" if study.uploads and analysis.ready("segmentation") else UNMADE}
    impossible = _impossible(study, analysis)
    return [
        Score(code, name, shares[code], weight, step, begun.get(code) or advice) for code, name, weight, step, advice in PARTS if code not in impossible
    ]


def _impossible(study: "Study", analysis: "Analysis") -> set[str]:
    """Parts that these customers cannot give, whatever is done: no segments of a handful, no costs without turnover."""
    from segmentation.segments.find import LEAST

    if not study.uploads or not analysis.ready("customers"):
        return set()
    frame = analysis.customers.frame
    few = {"segments", "names", "personas", "notes"} if len(frame) < LEAST else set()
    return few | (set() if any(name in frame and frame[name].notna().any() for name in ("monetary", "sales")) else {"costs"})


def _shares(study: "Study", analysis: "Analysis") -> dict[str, float]:
    customers = analysis.customers if study.uploads and analysis.ready("customers") else None
    segmentation = analysis.segmentation if customers is not None and analysis.ready("segmentation") else None
    owed = {one.code: one.share for one in deliverables(study, analysis)}  # counted as page 1 tells them
    answered = [judge(question, analysis).answerable for question in study.questions] if customers is not None else []
    return {
        "questions": _of(len(study.questions), 3),
        "strategy": _of(sum(bool(value) for value in dict(study.strategy).values()), 5),
        "market": _of(sum(bool(card.source and card.date) for card in study.market), 4),
        "data": _data_share(analysis, customers),
        "answerable": _of(answered.count("yes"), len(answered)),
        "segments": _segments_share(segmentation),
        "names": owed["segments"],
        "personas": owed["personas"],
        "costs": _of(len(study.costs) + len(study.known_costs), 4),
        "notes": owed["insight"],
    }


def _of(done: int, whole: int) -> float:
    return min(1.0, done / whole) if whole else 0.0


def total(scores: list[Score]) -> float:
    """The whole as a share of what could be."""
    return sum(score.share * score.weight for score in scores) / sum(score.weight for score in scores)


def next_step(scores: list[Score]) -> Score | None:
    """The part where the next hour helps most: the largest gap, weighted; None when all is done."""
    gaps = [score for score in scores if score.share < 1]
    return max(gaps, key=lambda score: ((1 - score.share) * score.weight, -scores.index(score))) if gaps else None


def _data_share(analysis: "Analysis", customers: object) -> float:
    if customers is None:
        return 0.0
    kinds = {table.kind for table in analysis.tables}
    return min(1.0, 0.6 + 0.2 * len(kinds & {"tickets", "campaigns", "survey", "visits", "customers"}))


def _segments_share(segmentation: object) -> float:
    if segmentation is None:
        return 0.0
    return {"natural": 1.0, "reproducible": 0.8}.get(str(segmentation.verdict), 0.4)  # type: ignore[attr-defined]
