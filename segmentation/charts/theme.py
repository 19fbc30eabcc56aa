"""How does every picture look: one colour per segment everywhere, quiet axes, an alternative text for who cannot see it.

The first eight colours keep apart for who sees all colours and for who does not (deuteranopia, protanopia, tritanopia), and every one keeps a
contrast of at least 3:1 on the light and the dark page (`tests/house/test_palette.py` measures both). Colour is never the only sign: letters stand beside it.
"""

import textwrap
from typing import TYPE_CHECKING, Any, Literal

from segmentation.language import current_language

if TYPE_CHECKING:
    import altair as alt

SEGMENT_COLOURS = (
    "#0072B2", "#C8570A", "#00856A", "#B76C99", "#8B6FE0", "#7A6640", "#759339", "#E0486C", "#3C95B5", "#A97C12", "#9C5B6B", "#63727C",
)  # fmt: skip
LOSS, GAIN, NEUTRAL = "#C8570A", "#00856A", "#63727C"
ALL_CUSTOMERS = "#63727C"
# A chart is written once and drawn on a light page, a dark page and white paper: Vega looks what it stands on.
PAPER = "background"
SMALL = "windowSize()[0] < 640"
INK = f"luminance({PAPER}) < 0.4 ? '#EFEAE0' : '#0A1214'"
LABELS = {"expr": f"{SMALL} ? 140 : 220"}  # pixels for a name beside an axis: a telephone needs the rest for the picture

_NUMBERS = {
    "nl": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€\u00a0", ""]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["€", ""]},
}


def segment_colour(letter: str) -> str:
    """The colour of a segment, the same on every page, poster and slide; a part of it (A1, A2 …) has the same.

    >>> segment_colour("A"), segment_colour("A2")
    ('#0072B2', '#0072B2')
    """
    place = 0
    for sign in letter.upper().rstrip("0123456789"):
        place = place * 26 + (ord(sign) - ord("A") + 1 if "A" <= sign <= "Z" else 0)
    return SEGMENT_COLOURS[(max(place, 1) - 1) % len(SEGMENT_COLOURS)]


def segment_scale(letters: list[str]) -> "alt.Scale":
    """The Altair scale that gives each of these segments its own colour."""
    import altair as alt

    return alt.Scale(domain=letters, range=[segment_colour(letter) for letter in letters])


def lines(title: str, width: int = 34) -> list[str]:
    """A long title of an axis in lines that fit on a telephone.

    >>> lines("Turnover divided into costs and profit (€)")
    ['Turnover divided into costs and', 'profit (€)']
    """
    return textwrap.wrap(title, width) or [""]


def described(chart: Any, text: str, height: int | None = None, *, key: Literal["start", "end"] = "start") -> Any:
    """The chart with an alternative text (what a person would say it shows) and quiet axes, ready for page or report.

    Its key begins where the axes meet; a wide one ends at the right edge instead, so that it has the room over the names of the axis too.
    Configuration can only stand on the outermost chart, so call this last.
    """
    from altair.utils.schemapi import disable_debug_mode

    disable_debug_mode()  # a chart is checked when it is drawn; checking every part of it as well makes a page half as slow again
    chart.description = text
    if height is not None:
        chart.height = height
    chart.config = _quiet()  # at once: every `configure_…` builds the whole chart anew
    if key == "end":
        chart.usermeta = {"key": key}  # the page does it: Vega knows how, Altair has no word for it
    return chart


def _quiet() -> "alt.Config":
    """Axes and legends that can be read and do not shout, figures in the reader's language, ink for the paper a chart stands on."""
    import altair as alt

    small = {"labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal", "labelLimit": LABELS}
    return alt.Config(
        locale={"number": _NUMBERS[current_language()]},
        axis={**small, "grid": False, "tickSize": 4},
        axisBand={"labelOverlap": False, "labelFlush": False},
        legend={**small, "orient": "top", "symbolLimit": 0},
        view={"strokeWidth": 0},
        text={"color": {"expr": INK}},
        rule={"color": {"expr": INK}},
        header={"labelFontSize": 13, "titleFontSize": 13},
    )
