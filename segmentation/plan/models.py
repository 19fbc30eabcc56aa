"""Which of the eight models of segmentation fits these questions and these data?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import N_, _
from segmentation.plan.examples import EXAMPLES
from segmentation.plan.needs import needs_of
from segmentation.study import Question

if TYPE_CHECKING:
    from segmentation.customers import CustomerTable


@dataclass(frozen=True)
class Model:
    """One model: its name, what it divides by, an example per trade, the needs it answers, whom it suits."""

    code: str
    name: str
    about: str
    example: str
    needs: tuple[str, ...]
    audience: str = "both"

    def told(self) -> str:
        return _(self.name)

    def example_for(self, trade: str) -> str:
        """An example from this trade, or a general one."""
        return _(EXAMPLES.get(trade, {}).get(self.code, self.example))


MODELS: tuple[Model, ...] = (
    Model(
        "demographic",
        N_("demographic"),
        N_("Who people are: age, generation, gender, household."),
        N_("Young families want other opening hours than people over 65."),
        ("age", "gender", "household"),
        "b2c",
    ),
    Model(
        "behavioural",
        N_("behavioural"),
        N_("What they do: how often, how recently, what and when they buy."),
        N_("Buyers of every week, buyers for Christmas, and people who came once."),
        ("purchases", "products", "season", "mailings", "returns", "visits", "discount", "growth"),
    ),
    Model(
        "psychographic",
        N_("psychographic"),
        N_("What moves them: interests, values, style of life."),
        N_("Bargain hunters, brand lovers and people who want it to last."),
        ("interest", "reasons"),
    ),
    Model(
        "geographic",
        N_("geographic"),
        N_("Where they are: place, region, distance, country."),
        N_("Customers within ten minutes and customers who order from far away."),
        ("place",),
    ),
    Model(
        "technographic",
        N_("technographic"),
        N_("With what they reach you: device, channel, software."),
        N_("Phone shoppers, desk shoppers and callers."),
        ("channel", "visits"),
    ),
    Model(
        "firmographic",
        N_("firmographic"),
        N_("What kind of firm it is: sector, size, profit, place."),
        N_("Builders with five people buy otherwise than housing corporations."),
        ("sector", "firm_size", "place"),
        "b2b",
    ),
    Model(
        "needs",
        N_("needs-based"),
        N_("What they want solved, and how much help they ask."),
        N_("One wants advice, another only the lowest price, fast."),
        ("reasons", "satisfaction", "support", "wallet"),
    ),
    Model(
        "value",
        N_("value-based"),
        N_("What they are worth: turnover, margin, cost to serve, lifetime value."),
        N_("The twenty who earn your profit and the eighty who cost it."),
        ("money", "margin", "returns", "support", "payment"),
    ),
)


ENOUGH = 2  # columns from which a model has something to divide by
GENERAL = frozenset({"purchases", "money"})


@dataclass(frozen=True)
class ModelScore:
    """How well a model fits: asked by the questions, held by the data (both 0–1), the columns that serve it, and the total."""

    model: Model
    asked: float
    held: float
    columns: tuple[str, ...]

    @property
    def total(self) -> float:
        return 0.5 * self.asked + 0.5 * self.held


def score_models(questions: Sequence[Question], audience: str, customers: "CustomerTable | None" = None) -> list[ModelScore]:
    """The eight models, best first; models for the other audience come last."""
    wanted = [[need.code for need in needs_of(question)] for question in questions]
    scores = []
    for model in MODELS:
        columns = _serving(model.code, customers)
        asked = sum(max((_telling(code) for code in codes if code in model.needs), default=0.0) for codes in wanted) / max(1, len(wanted))
        scores.append(ModelScore(model, asked, min(1.0, len(columns) / ENOUGH), columns))
    return sorted(
        scores, key=lambda score: (score.model.audience not in ("both", audience), -score.total, MODELS.index(score.model))
    )


def _telling(need: str) -> float:
    """How much a need says about the way to divide: nearly every question asks who bought and for how much."""
    return 0.5 if need in GENERAL else 1.0


def _serving(code: str, customers: "CustomerTable | None") -> tuple[str, ...]:
    if customers is None:
        return ()
    columns: Iterable[str] = customers.columns.index[customers.columns["model"] == code]
    return tuple(str(name) for name in columns)
