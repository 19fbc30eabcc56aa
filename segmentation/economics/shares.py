"""Which assumptions about what people will do did the user change: who responds, what comes back, who leaves, and from when a step applies?"""

from collections.abc import Mapping
from dataclasses import replace
from numbers import Real
from typing import Any

from segmentation.economics.ladder import LADDER, Rung
from segmentation.economics.levers import LEVERS
from segmentation.errors import WrongChoice
from segmentation.language import _

Range = tuple[float, float, float]


def defaults() -> dict[str, float]:
    """Every assumption by name: `lever.respond`, `rung.back`, `rung.leave` (shares), and `rung.start` where a rung has a threshold.

    >>> defaults()["cross_sell.respond"], defaults()["return_policy.start"]
    (0.05, 2.0)
    """
    told = {f"{code}.respond": lever.respond[1] for code, lever in LEVERS.items()}
    for rung in LADDER:
        told |= {f"{rung.code}.back": rung.back[1], f"{rung.code}.leave": rung.leave[1]}
        if rung.start is not None:
            told[f"{rung.code}.start"] = rung.start
    return told


def checked(shares: Mapping[str, Any] | None) -> dict[str, float]:
    """What the user changed, as numbers. Raises WrongChoice for an unknown name and for a share that is none."""
    known, answer = defaults(), {}
    if shares is not None and not isinstance(shares, Mapping):
        raise WrongChoice(_("The assumptions are not a list of numbers by name."), ", ".join(known))
    for name, value in (shares or {}).items():
        if name not in known:
            raise WrongChoice(_("There is no assumption called “{name}”.").format(name=name), ", ".join(known))
        top = 1e6 if name.endswith(".start") else 1.0
        if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= float(value) <= top:
            raise WrongChoice(
                _("The assumption “{name}” must be a number between 0 and {top}.").format(name=name, top=f"{top:g}"),
                _("A share lies between 0 and 1: write 40% as 0.40."),
            )
        if float(value) != known[name]:
            answer[str(name)] = float(value)
    return answer


def stretched(usual: Range, likely: float) -> Range:
    """The usual range around another middle, as wide in proportion, within 0 and 1.

    >>> stretched((0.02, 0.05, 0.10), 0.10)
    (0.04, 0.1, 0.2)
    """
    scale = likely / usual[1] if usual[1] else 0.0
    return (round(min(usual[0] * scale, 1.0), 6), round(likely, 6), round(min(usual[2] * scale, 1.0), 6))


def respond(code: str, shares: Mapping[str, float]) -> Range:
    """The part of those reached by this lever that responds."""
    return stretched(LEVERS[code].respond, shares.get(f"{code}.respond", LEVERS[code].respond[1]))


def rungs(shares: Mapping[str, float]) -> tuple[Rung, ...]:
    """The ladder with what the user changed."""
    return tuple(
        replace(
            rung,
            back=stretched(rung.back, shares.get(f"{rung.code}.back", rung.back[1])),
            leave=stretched(rung.leave, shares.get(f"{rung.code}.leave", rung.leave[1])),
            start=shares.get(f"{rung.code}.start", rung.start),
        )
        for rung in LADDER
    )
