"""Which segment is served by which player, and where is nobody?

What the user marked is held by the letter of the segment, so that a new name or another language keeps it; before there are segments by the
code of three tiers of value. Studies of before held names: those are understood as long as a segment is called that.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from segmentation.language import N_, _, speaking

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.study import Study

TIERS = {"tier:best": N_("the best customers"), "tier:regular": N_("regular customers"), "tier:once": N_("one-time buyers")}


def places(study: "Study", analysis: "Analysis") -> dict[str, str]:
    """Letter → name of the segments found; before there are any, the three tiers of value that every shop knows."""
    if study.uploads and analysis.ready("profiles") and analysis.ready("segmentation"):
        return {letter: analysis.called(letter) for letter in map(str, analysis.segmentation.sizes.index)}
    return {code: _(name) for code, name in TIERS.items()}


def served_by(marks: Iterable[str], names: Mapping[str, str], proposed: Mapping[str, str] | None = None) -> list[str]:
    """The segments of `names` that these marks stand for, in that order, each once.

    A mark is the letter or code; one of an older study is a name: as it is now, as it was proposed, or that of a tier in either language.

    >>> served_by(["A", "loyal", "gone"], {"A": "A · Big", "B": "B · Loyal"}, {"B": "loyal"})
    ['A', 'B']
    """
    called = _tiers() | {name: code for code, name in (proposed or {}).items()}
    called |= {told: code for code, name in names.items() for told in (name, name.partition(" · ")[2])}
    meant = {mark if mark in names else called.get(mark, "") for mark in marks}
    return [code for code in names if code in meant]


def marked(old: Iterable[str], names: Mapping[str, str], chosen: Sequence[str]) -> list[str]:
    """What to keep once the user has chosen: this choice, and the marks of segments that are not shown now."""
    codes = {*TIERS, *(chr(65 + n) for n in range(26))}
    return [*(mark for mark in old if mark in codes and mark not in names), *chosen]


def _tiers() -> dict[str, str]:
    found = {}
    for language in ("nl", "en"):
        with speaking(language):
            found.update({_(name): code for code, name in TIERS.items()})
    return found
