"""How is it said? Codes and figures of a segmentation as sentences in the current language."""

from typing import TYPE_CHECKING

from segmentation.language import _

if TYPE_CHECKING:
    from segmentation.segments.segmentation import Segmentation, Warned


def explain_verdict(segmentation: "Segmentation") -> list[str]:
    """Why this verdict, and what to do with it."""
    first = {
        "natural": _("These segments are natural: there are gaps between them."),
        "reproducible": _("These segments are reproducible: they come back, but their borders are fluid."),
        "constructive": _("There are no natural groups here."),
    }
    return [first[segmentation.verdict]]


def warning_sentence(warned: "Warned") -> str:
    """One warning in words."""
    return warned.code
