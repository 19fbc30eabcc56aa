"""Who is behind each segment? Personas drafted from the data, line by line as data, colleague or guess.

`draft_personas(profiles)` writes them, `apply_edits` adds what people changed, `said_against_data` sets a remark beside the figures,
`make_poster` prints them.
"""

from segmentation.personas.draft import draft_personas, stamp_text
from segmentation.personas.persona import Line, Persona, load_personas, save_personas

__all__ = ["Line", "Persona", "draft_personas", "load_personas", "save_personas", "stamp_text"]
