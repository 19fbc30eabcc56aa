"""Who is behind each segment? Personas drafted from the data, line by line as data, colleague or guess.

`draft_personas(profiles)` writes them, `apply_edits` adds what people changed, `said_against_data` sets a remark beside the
figures, `make_posters` prints them.
"""

from typing import TYPE_CHECKING, Any

from segmentation.personas.edits import apply_edits, edit_line
from segmentation.personas.persona import Line, Persona, load_personas, save_personas
from segmentation.personas.said import Said, said_against_data
from segmentation.personas.stamp import stamp_text

if TYPE_CHECKING:
    from segmentation.personas.draft import draft_personas as draft_personas

__all__ = [
    "Line",
    "Persona",
    "Said",
    "apply_edits",
    "draft_personas",
    "edit_line",
    "load_personas",
    "said_against_data",
    "save_personas",
    "stamp_text",
]


def __getattr__(name: str) -> Any:
    if name != "draft_personas":  # the one verb that needs pandas: phones and posters begin without it
        raise AttributeError(f"module 'segmentation.personas' has no attribute {name!r}")
    from segmentation.personas.draft import draft_personas

    return draft_personas
