"""How attractive is each segment to you, and how attractive are you to it?

Both are weighted averages of ratings, drawn against each other: Dolnicar, Grün & Leisch (2018), Market Segmentation Analysis, chapters 4 and 10. The
ratings of the segments come from the gate; how strong you are there is yours to say. Once it is known what customers earn, the money is judged by
that. A segment that loses money is knocked out (their chapter 4): it counts for half, and the advice is to make it pay first.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from segmentation.language import N_

if TYPE_CHECKING:
    import pandas as pd

STRENGTHS = {
    "offer": N_("what we sell suits them"),
    "price": N_("our price suits them"),
    "reach": N_("we reach them easily"),
    "image": N_("they know and trust us"),
}
MIDDLE = 3  # of 1 to 5: as good as others
LADDER = (
    ("go", N_("go for it")),
    ("grow", N_("worth becoming stronger")),
    ("keep", N_("keep, without extra money")),
    ("leave", N_("not now")),
    ("judge", N_("attractive; judge your own strength there first")),
    ("mend", N_("first make it pay")),
)


def rate(
    gate: "pd.DataFrame", weights: Mapping[str, float], strengths: Mapping[str, Mapping[str, float]], worth: "pd.Series | None" = None
) -> "pd.DataFrame":
    """One row per segment: `attractive` and `strong` (0-10), `advice` (a code of LADDER), and how many ratings were known.

    A criterion that is met counts 1, one that is not counts for how near it comes, at most a half; one that is unknown does not count. `size` is both
    large enough and worth the money; with `worth` (see `worth_of`) the money counts for as much as its customers earn, and a segment below zero counts for
    half and is to be mended first.

    >>> import pandas as pd
    >>> gate = pd.DataFrame({"segment": ["A", "A"], "criterion": ["size", "stable"], "value": [40.0, 0.3], "needed": [30.0, 0.75], "passed": [True, False]})
    >>> rate(gate, {"size": 3, "stable": 1}, {"A": {"offer": 5, "price": 5, "reach": 5, "image": 5}}).loc["A"].astype(str).tolist()
    ['8.0', '10.0', 'go', '2']
    """
    import pandas as pd

    rows: dict[str, dict[str, Any]] = {}
    for letter, own in gate.groupby("segment", sort=True):
        given = strengths.get(str(letter), {})
        strong = 10 * sum((float(given.get(code, MIDDLE)) - 1) / 4 for code in STRENGTHS) / len(STRENGTHS)
        earns = None if worth is None else float(worth.get(letter, 0.0))
        rated = [
            (_degree(row, earns), float(weights.get("size" if row.criterion == "money" else row.criterion, 0)))
            for row in own.itertuples()
            if row.passed is not None and not pd.isna(row.passed)
        ]
        if given:
            rated.append((strong / 10, float(weights.get("fits", 0))))
        whole = sum(weight for _share, weight in rated)
        attractive = 10 * sum(share * weight for share, weight in rated) / whole if whole else 5.0
        losing = earns is not None and earns < 0
        attractive /= 2 if losing else 1
        rows[str(letter)] = {
            "attractive": round(attractive, 2), "strong": round(strong, 2), "advice": "mend" if losing else _advice(attractive, strong, bool(given)),
            "known": sum(weight > 0 for _share, weight in rated),
        }  # fmt: skip
    return pd.DataFrame.from_dict(rows, orient="index", columns=["attractive", "strong", "advice", "known"])


def worth_of(segments: "pd.DataFrame") -> "pd.Series":
    """What a customer of each segment earns, the average customer being 1; `segments` is `Economics.segments`.

    >>> import pandas as pd
    >>> worth_of(pd.DataFrame({"customers": [1, 3], "profit": [30.0, 10.0]}, index=["A", "B"])).round(2).to_dict()
    {'A': 3.0, 'B': 0.33}
    """
    average, each = segments["profit"].sum() / segments["customers"].sum(), segments["profit"] / segments["customers"]
    return each / average if average > 0 else each.clip(-1, 1)


def _degree(row: Any, earns: float | None) -> float:
    if row.criterion == "money" and earns is not None:
        return min(1.0, max(0.0, earns))
    if row.passed:
        return 1.0
    return 0.5 * min(1.0, max(0.0, row.value / row.needed)) if row.needed > 0 else 0.0


def _advice(attractive: float, strong: float, judged: bool) -> str:
    if attractive >= 5:
        return ("go" if strong >= 5 else "grow") if judged else "judge"
    return "keep" if strong >= 5 else "leave"
