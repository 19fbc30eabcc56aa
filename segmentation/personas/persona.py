"""What is a persona: somebody, told in lines that each say where they come from."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

Mark = Literal["data", "colleague", "guess"]
MACHINE = "machine draft"
"""What `Line.by` holds for text that came from a machine."""


@dataclass(frozen=True)
class Line:
    """One sentence about a persona and what it rests on.

    `figure`, `interval` (95 %) and `base` (the same figure among the customers *outside* the segment) are there on *data* lines,
    in the unit of `column`; `statistic` and `level` say how they were made (`given`: among customers
    who bought this), `customers` on how many customers of the segment.
    `question` is for the brainstorm, where the data say nothing.
    """

    field: str
    text: str
    mark: Mark = "guess"
    figure: float | None = None
    interval: tuple[float, float] | None = None
    base: float | None = None
    question: str = ""
    column: str = ""
    statistic: str = ""
    level: str = ""
    given: str = ""
    kind: str = ""
    currency: str = ""
    customers: int = 0
    effect: float = 0.0
    differs: bool = False
    evidence: str = ""
    by: str = ""

    @staticmethod
    def read(data: dict[str, Any]) -> "Line":
        """A line from its `to_dict` form."""
        interval = data.get("interval")
        return Line(**{**data, "interval": None if interval is None else (float(interval[0]), float(interval[1]))})


@dataclass(frozen=True, eq=False)
class Persona:
    """The customers of one segment as one fictional person.

    `lines` are in reading order; those of the fields `quote` and `day` are also joined in `quote` and `day`. `stamp` is None, or
    the code of the warning that goes with an unstable or small segment (`stamp_text` has the words). `face` is an SVG drawing.
    """

    segment: str
    name: str
    age: int | None
    place: str
    lines: tuple[Line, ...]
    quote: str = ""
    day: str = ""
    stamp: str | None = None
    face: str = ""
    language: str = "nl"
    segment_name: str = ""
    customers: int = 0
    share: float = 0.0
    order: tuple[str, ...] = field(default=())
    own_fields: dict[str, str] = field(default_factory=dict)
    photo: str | None = None

    def of(self, name: str) -> tuple[Line, ...]:
        """The lines of one field.

        >>> Persona("A", "Sam", 30, "Assen", (Line("work", "Baker."),)).of("work")[0].text
        'Baker.'
        """
        return tuple(line for line in self.lines if line.field == name)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that have lines, in reading order."""
        found = tuple(dict.fromkeys(line.field for line in self.lines))
        return tuple(name for name in self.order if name in found) + tuple(name for name in found if name not in self.order)

    @property
    def questions(self) -> tuple[Line, ...]:
        """The lines that ask the brainstorm something."""
        return tuple(line for line in self.lines if line.question)

    def change(self, **values: Any) -> "Persona":
        """The same persona with these values changed."""
        return replace(self, **values)

    def to_dict(self) -> dict[str, Any]:
        """The persona as plain data for JSON; `Persona.read` gives it back."""
        return {**asdict(self), "lines": [asdict(line) for line in self.lines]}

    @staticmethod
    def read(data: dict[str, Any]) -> "Persona":
        """A persona from its `to_dict` form."""
        lines = tuple(Line.read(line) for line in data["lines"])
        return Persona(**{**data, "lines": lines, "order": tuple(data.get("order", ()))})


def save_personas(personas: Sequence[Persona], folder: Path) -> None:
    """Write personas as `personas.json`."""
    text = json.dumps([persona.to_dict() for persona in personas], ensure_ascii=False, indent=1)
    (Path(folder) / "personas.json").write_text(text, encoding="utf-8")


def load_personas(folder: Path) -> list[Persona]:
    """Personas written by `save_personas`."""
    data = json.loads((Path(folder) / "personas.json").read_text(encoding="utf-8"))
    return [Persona.read(item) for item in data]
