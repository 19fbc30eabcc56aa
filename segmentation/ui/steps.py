"""Which steps are there, in the order people work, and how far is each?"""

from collections.abc import Callable
from dataclasses import dataclass

from segmentation.analysis import Analysis
from segmentation.language import N_
from segmentation.study import Study


@dataclass(frozen=True)
class Step:
    """One page: its number and file, what it is called, the question it answers, what it needs, and when it is done."""

    id: str
    file: str
    title: str
    question: str
    needs: str  # "" | "study" | "tables" | "customers"
    done: Callable[[Study, Analysis], bool]

    @property
    def number(self) -> int:
        return STEPS.index(self) + 1


def _has_kind(*kinds: str) -> Callable[[Study, Analysis], bool]:
    """Done when there is such a table; files that were not read yet are not read for this."""
    return lambda _study, analysis: analysis.ready("customers") and any(table.kind in kinds for table in analysis.tables)


STEPS = (
    Step("plan", "pages/1_plan.py", N_("Plan"), N_("What do you want to know?"), "study", lambda s, _a: bool(s.questions)),
    Step(
        "market", "pages/2_market.py", N_("Market"), N_("What does your market look like?"), "study", lambda s, _a: bool(s.market)
    ),
    Step(
        "customers",
        "pages/3_customers.py",
        N_("Customers"),
        N_("Who are your customers, and how do they buy?"),
        "study",
        lambda s, a: bool(s.uploads) and a.ready("customers"),
    ),
    Step(
        "experience",
        "pages/4_experience.py",
        N_("Experience"),
        N_("What do your customers go through with you?"),
        "customers",
        _has_kind("tickets", "campaigns", "survey", "visits"),
    ),
    Step(
        "segments",
        "pages/5_segments.py",
        N_("Segments"),
        N_("Which kinds of customer do you have?"),
        "customers",
        lambda s, a: bool(s.uploads) and a.ready("segmentation"),
    ),
    Step(
        "personas",
        "pages/6_personas.py",
        N_("Personas"),
        N_("Who is behind each segment?"),
        "customers",
        lambda s, a: bool(s.uploads) and a.ready("personas"),
    ),
    Step(
        "roi",
        "pages/7_roi.py",
        N_("Money"),
        N_("What does each customer earn you, and what do you do about it?"),
        "customers",
        lambda s, a: bool(s.costs),
    ),
    Step("report", "pages/8_report.py", N_("Report"), N_("How do you tell it to others?"), "customers", lambda _s, _a: False),
)


def step(step_id: str) -> Step:
    return next(one for one in STEPS if one.id == step_id)
