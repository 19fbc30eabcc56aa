"""Mass, niche, segmented, diversified or multi-sided: which kind of market is this, from a few plain questions?

The five kinds are those of Osterwalder & Pigneur (2010), Business Model Generation, building block 1, customer segments.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from segmentation.language import N_, _


@dataclass(frozen=True)
class MarketQuestion:
    """A plain question, and per answer how many points it gives to which kind of market."""

    id: str
    text: str
    answers: dict[str, tuple[str, dict[str, int]]]

    def told(self) -> str:
        return _(self.text)

    def choices(self) -> dict[str, str]:
        return {code: _(text) for code, (text, _points) in self.answers.items()}


@dataclass(frozen=True)
class MarketKind:
    """A kind of market: its name, what it is, what it means for the rest of the study."""

    code: str
    name: str
    about: str
    means: str


KINDS = {
    kind.code: kind
    for kind in (
        MarketKind(
            "mass",
            N_("mass market"),
            N_("Nearly everybody is a customer, with much the same need."),
            N_(
                "Ask first whether segments pay: one good offer for all may earn more. If you segment, look at value and habits rather than at who people are."
            ),
        ),
        MarketKind(
            "niche",
            N_("niche market"),
            N_("A small, specific group with needs of its own."),
            N_(
                "Your market is one segment already. Look for kinds of customer within it, and use the profile of the best to find more like them."
            ),
        ),
        MarketKind(
            "segmented",
            N_("segmented market"),
            N_("Several groups with the same need in different degrees."),
            N_("This is what segmentation is made for: same products, other message, offer and service per segment."),
        ),
        MarketKind(
            "diversified",
            N_("diversified market"),
            N_("Groups with wholly different needs, served with different products."),
            N_("Make a study per line of business: customers of one say little about those of the other."),
        ),
        MarketKind(
            "multi_sided",
            N_("multi-sided market"),
            N_("Two or more groups that need each other, such as buyers and sellers."),
            N_("Every side gets a study of its own, and what one side does changes the other: draw who depends on whom."),
        ),
    )
}

QUESTIONS: tuple[MarketQuestion, ...] = (
    MarketQuestion(
        "sides",
        N_("Do you bring groups together that need each other, such as buyers and sellers, or readers and advertisers?"),
        {
            "yes": (N_("Yes, without one the other would not come"), {"multi_sided": 20}),
            "bit": (N_("A little: part of our income works like that"), {"multi_sided": 3}),
            "no": (N_("No"), {}),
        },
    ),
    MarketQuestion(
        "needs",
        N_("Do your customers come with the same need?"),
        {
            "same": (N_("Yes, nearly all"), {"mass": 3, "niche": 1}),
            "degrees": (N_("The same need, but in different degrees"), {"segmented": 4}),
            "different": (N_("No, wholly different needs"), {"diversified": 4}),
        },
    ),
    MarketQuestion(
        "products",
        N_("Do different customers buy different products?"),
        {
            "same": (N_("No, all much the same"), {"mass": 2, "niche": 1}),
            "variants": (N_("Variants of the same"), {"segmented": 2}),
            "different": (N_("Yes, separate lines of business"), {"diversified": 3}),
        },
    ),
    MarketQuestion(
        "share",
        N_("How many people or firms in your area could be a customer?"),
        {
            "all": (N_("Nearly everybody"), {"mass": 3}),
            "many": (N_("A good part"), {"segmented": 2, "diversified": 1}),
            "few": (N_("A small, specific group"), {"niche": 4}),
        },
    ),
    MarketQuestion(
        "special",
        N_("Would a stranger need explanation why somebody wants what you sell?"),
        {
            "yes": (N_("Yes, it is for insiders"), {"niche": 3}),
            "no": (N_("No, everybody understands it"), {"mass": 1, "segmented": 1}),
        },
    ),
    MarketQuestion(
        "price",
        N_("Do some customers gladly pay more for a better version?"),
        {
            "yes": (N_("Yes, clearly"), {"segmented": 2, "niche": 1}),
            "no": (N_("Hardly: price decides"), {"mass": 2}),
        },
    ),
    MarketQuestion(
        "message",
        N_("Could you use one advertisement for everybody?"),
        {
            "yes": (N_("Yes, the same for all"), {"mass": 2, "niche": 1}),
            "tone": (N_("The same message in another tone"), {"segmented": 2}),
            "no": (N_("No, they would not recognise themselves"), {"diversified": 2, "multi_sided": 1}),
        },
    ),
)


@dataclass(frozen=True)
class Diagnosis:
    """The kind of market, how clearly it came out (0–1), the runner-up, and the answers that decided."""

    kind: MarketKind
    certainty: float
    second: MarketKind
    because: tuple[str, ...]


def diagnose(answers: Mapping[str, str]) -> Diagnosis | None:
    """Which kind of market these answers point to; None with fewer than three answers.

    >>> diagnose({"sides": "yes", "needs": "same", "share": "all"}).kind.code
    'multi_sided'
    """
    points = dict.fromkeys(KINDS, 0)
    because: dict[str, list[str]] = {code: [] for code in KINDS}
    answered = [(question, answers[question.id]) for question in QUESTIONS if answers.get(question.id) in question.answers]
    if len(answered) < 3:
        return None
    for question, answer in answered:
        text, given = question.answers[answer]
        for code, worth in given.items():
            points[code] += worth
            because[code].append(text)
    ranked = sorted(points, key=lambda code: (-points[code], list(KINDS).index(code)))
    total = sum(points.values()) or 1
    first, second = ranked[0], ranked[1]
    return Diagnosis(KINDS[first], (points[first] - points[second]) / total, KINDS[second], tuple(because[first]))
