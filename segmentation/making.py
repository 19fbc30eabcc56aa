"""How is each result made: from which others, by which decisions of the study, with which verb?"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from segmentation.errors import MissingData, SegmentationError, TooLittleData, WrongChoice
from segmentation.language import N_, _
from segmentation.study import Study

if TYPE_CHECKING:
    from segmentation.analysis import Analysis

Progress = Callable[[float, str], None]

# step → (the steps it is made from, its share of the waiting, what to say meanwhile)
STEPS: dict[str, tuple[tuple[str, ...], float, str]] = {
    "customers": ((), 0.30, N_("Putting your customers together")),
    "features": (("customers",), 0.01, N_("Looking for features that tell customers apart")),
    "segmentation": (("customers", "features"), 0.35, N_("Looking for segments")),
    "map": (("customers", "segmentation"), 0.25, N_("Drawing the map")),
    "profiles": (("customers", "segmentation"), 0.08, N_("Describing the segments")),
    "economics": (("customers", "segmentation"), 0.15, N_("Working out costs and profit")),
    "personas": (("customers", "segmentation", "profiles", "economics"), 0.02, N_("Drafting personas")),
    "zoom": (("customers", "segmentation"), 0.15, N_("Looking inside the segment")),  # zoom:A
}

# step → the decisions of the study that change its result
DECISIONS: dict[str, tuple[str, ...]] = {
    "customers": ("as_of", "currency", "merged", "forgotten"),
    "features": ("questions", "audience", "models"),
    "segmentation": ("features", "treatments", "k", "method", "seed", "own_rules"),
    "map": ("seed",),
    "profiles": ("criteria",),
    "economics": ("costs", "books", "shares", "seed"),
    "personas": ("language", "seed"),
    "zoom": ("seed",),
}


def kind_of(step: str) -> str:
    """A step may be about one segment: `zoom:A` is of the kind zoom."""
    return step.partition(":")[0]


def made_as(step: str) -> tuple[tuple[str, ...], float, str]:
    """What this step is made from, its share of the waiting, what to say meanwhile. Raises WrongChoice when there is no such step."""
    if kind_of(step) not in STEPS:
        raise WrongChoice(_("There is no step “{step}”.").format(step=step), ", ".join(STEPS))
    return STEPS[kind_of(step)]


def make(analysis: "Analysis", step: str, progress: Progress | None) -> Any:
    """Work this step out from the ones before it."""
    kind, _colon, part = step.partition(":")
    return MAKE[kind](analysis, progress, part) if part else MAKE[kind](analysis, progress)


def _customers(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.customers import build_customers

    study = analysis.study
    return build_customers(
        *analysis.tables,
        as_of=study.as_of,
        currency=study.currency,
        merged=study.merged or None,
        forgotten=study.forgotten,
        progress=progress,
    )


def _features(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.segments import suggest_features

    study = analysis.study
    return suggest_features(analysis.customers, study.questions, audience=study.audience, models=study.models)


def _segmentation(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.segments import find_segments

    study = analysis.study
    features = study.features or tuple(feature.name for feature in analysis.features if feature.taken) or None
    return find_segments(
        analysis.customers,
        features=features,
        k=study.k,
        method=study.method,
        seed=study.seed,
        treatments=study.treatments or None,
        own_rules=study.own_rules or None,
        earlier=analysis.earlier_segmentation(),
        progress=progress,
    )


def _map(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.segments import draw_map

    return draw_map(analysis.customers, analysis.segmentation, seed=analysis.study.seed, progress=progress)


def _profiles(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.segments import profile_segments

    return profile_segments(analysis.customers, analysis.segmentation, criteria=criteria_of(analysis.study))


def criteria_of(study: Study) -> dict[str, float]:
    """What the gate asks, from the plan: what an own approach costs and brings, from how many customers it pays, and the margin.

    `study.criteria` holds weights under the names of the criteria; what is asked has other names.
    """
    from segmentation.plan import asked_of

    return asked_of(study)


def _economics(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.economics import Costs, weigh_economics

    study = analysis.study
    try:
        solution = analysis.segmentation
    except (MissingData, TooLittleData):
        solution = None
    return weigh_economics(
        analysis.customers,
        Costs(**study.costs),
        solution,
        seed=study.seed,
        books=study.books or None,
        shares=study.shares,
        progress=progress,
    )


def _personas(analysis: "Analysis", progress: Progress | None) -> Any:
    from segmentation.personas import draft_personas

    study = analysis.study
    try:
        economics = analysis.economics
    except SegmentationError:
        economics = None
    return draft_personas(
        analysis.profiles,
        language=study.language,
        customers=analysis.customers,
        segmentation=analysis.segmentation,
        economics=economics,
        seed=study.seed,
    )


def _zoom(analysis: "Analysis", progress: Progress | None, letter: str = "") -> Any:
    from segmentation.segments import zoom_in

    return zoom_in(analysis.customers, analysis.segmentation, letter, seed=analysis.study.seed, progress=progress)


MAKE: dict[str, Callable[..., Any]] = {
    "customers": _customers,
    "features": _features,
    "segmentation": _segmentation,
    "map": _map,
    "profiles": _profiles,
    "economics": _economics,
    "personas": _personas,
    "zoom": _zoom,
}
