"""Which columns are answers to several questions on one scale: 1 to 5, or "not important" to "very important"?"""

import re
from collections.abc import Sequence

from segmentation.tables.types import Look
from segmentation.tables.vocabulary import ideas

_STEPS = {str(step) for step in range(11)}
_SCALES = {(low, high) for low in (0, 1) for high in (4, 5, 6, 7, 9, 10)}
_FEWEST_ANSWERS = 20
_FEWEST_WORDED = 8
_SEVERAL = 3
_MOST_STEPS = 7
_COUNTED = {"QUANTITY", "ORDER", "ID", "NPS", "TICKET", "OPEN", "CLICK", "SENT", "VISIT"}
_DEGREE = re.compile(
    r"\b(?:zeer|heel|erg|very|extremely|niet|geen|not|neutraal|neutral|(?:on)?eens|(?:dis)?agree|soms|sometimes|vaak|often|nooit|never|altijd|always|(?:on)?tevreden|(?:dis|un)?satisfied"
    r"|(?:on)?belangrijk|(?:un)?important|essential|necessary|goed|slecht|matig|voldoende|good|poor|fair|excellent|enigszins|beetje|somewhat|redelijk)\b",
    re.IGNORECASE,
)


def on_one_scale(looks: Sequence[Look]) -> set[str]:
    """Columns answered with whole numbers on the same short scale (1 to 5, 0 to 10), when there are at least three of them."""
    scales: dict[tuple[int, int], set[str]] = {}
    for look in looks:
        if look.filled < _FEWEST_ANSWERS or not 3 <= len(look.counts) <= 12 or set(ideas(look.name)) & _COUNTED:
            continue
        given = {int(value) for value in look.values if value in _STEPS}
        if (
            sum(look.counts[value] for value in look.values if value in _STEPS) == look.filled
            and (min(given), max(given)) in _SCALES
        ):
            scales.setdefault((min(given), max(given)), set()).add(look.name)
    return {name for names in scales.values() if len(names) >= _SEVERAL for name in names}


def in_the_same_words(looks: Sequence[Look]) -> set[str]:
    """Columns answered in the words of one scale ("not essential", "very essential"), when there are at least three of them.

    >>> from segmentation.tables.types import Look
    >>> said = {"very essential": 4, "essential": 5, "not essential": 2}
    >>> sorted(in_the_same_words([Look(name, dict(said), 11, 0) for name in ("videos", "repositories", "tutors")]))
    ['repositories', 'tutors', 'videos']
    """
    told = [
        look
        for look in looks
        if look.filled >= _FEWEST_WORDED and 2 <= len(look.counts) <= _MOST_STEPS and sum(bool(_DEGREE.search(value)) for value in look.counts) > 0.5 * len(look.counts)
    ]
    found: set[str] = set()
    for look in told:
        alike = {other.name for other in told if len({value.lower() for value in look.counts} & {value.lower() for value in other.counts}) >= 2}
        found |= alike if len(alike) >= _SEVERAL else set()
    return found
