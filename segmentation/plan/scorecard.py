"""How far is this study, what is weak, and what is the best next step?

It fills itself from what was done. Every part counts from 0 to 1; the weakest part with the largest weight is the next step.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import N_, _
from segmentation.plan.needs import serve

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


def scorecard(study: "Study", analysis: "Analysis") -> list[Score]:
    """Every part, in the order of the work. Results that are not there yet are not worked out for this."""
    customers = analysis.customers if study.uploads and analysis.ready("customers") else None
    segmentation = analysis.segmentation if customers is not None and analysis.ready("segmentation") else None
    answered = [serve(question, customers=customers).answerable for question in study.questions] if customers is not None else []
    sheet = [value for value in dict(study.strategy).values() if value]
    sourced = [card for card in study.market if card.source and card.date]
    return [
        Score(
            "questions",
            N_("Questions"),
            min(1.0, len(study.questions) / 3),
            3,
            "plan",
            N_("Write down three questions you want answered."),
        ),
        Score(
            "strategy",
            N_("Strategy sheet"),
            min(1.0, len(sheet) / 5),
            1,
            "plan",
            N_("Fill in at least goal, budget, target market, scope and deadline."),
        ),
        Score(
            "market",
            N_("Knowledge of the market"),
            min(1.0, len(sourced) / 4),
            1,
            "market",
            N_("Answer the four questions about your market, with source and date."),
        ),
        Score(
            "data",
            N_("Data"),
            _data_share(analysis, customers),
            3,
            "customers",
            N_("Add your orders, and then tickets, mailings or a survey."),
        ),
        Score(
            "answerable",
            N_("Questions your data can answer"),
            answered.count("yes") / len(answered) if answered else 0.0,
            2,
            "customers",
            N_("Add the data your questions need; step 1 says which."),
        ),
        Score(
            "segments",
            N_("Segments you can trust"),
            _segments_share(segmentation),
            3,
            "segments",
            N_("Look at the segments and try other features."),
        ),
        Score(
            "names",
            N_("Segments with a name of your own"),
            min(1.0, len(study.segment_names) / max(1, len(segmentation.sizes))) if segmentation else 0.0,
            1,
            "segments",
            N_("Give each segment a name your colleagues understand."),
        ),
        Score(
            "personas",
            N_("Personas checked by people"),
            min(1.0, len(study.personas) / max(1, len(segmentation.sizes))) if segmentation else 0.0,
            2,
            "personas",
            N_("Check the personas with colleagues and add what only they know."),
        ),
        Score(
            "costs",
            N_("Costs you know"),
            min(1.0, (len(study.costs) + len(study.known_costs)) / 4),
            2,
            "roi",
            N_("Fill in your own margin and costs instead of the usual ones."),
        ),
        Score(
            "notes",
            N_("Conclusions of your own"),
            min(1.0, len(study.notes) / 3),
            1,
            "report",
            N_("Write a note under what struck you."),
        ),
    ]


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
