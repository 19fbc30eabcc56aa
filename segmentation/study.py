"""What the user decided, and nothing else: small, plain data that is saved at every change.

A `Study` never holds a result. Everything that follows from it hangs off `segmentation.analysis.Analysis`.

>>> study = Study(name="Autumn")
>>> later = study.change(k=4)
>>> later.k, study.k
(4, 'auto')
>>> Study.read(later.write()).k
4
"""

import json
import secrets
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from segmentation.errors import StoreError
from segmentation.language import _

SCHEMA = 1
CURRENCIES = ("EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN")  # that a study can be told to count in

# What decides who is in which segment. Kept when segments first get names or personas, so that later choices keep their letters.
PLACING = {"uploads", "as_of", "merged", "forgotten", "features", "treatments", "k", "method", "own_rules", "seed"}
SUGGESTING = {"questions", "audience", "models"}  # as long as the user did not choose features

Number = float | tuple[float, float, float]
Audience = Literal["b2c", "b2b"]


def new_id() -> str:
    """A random, unguessable name: study ids stand in addresses."""
    return secrets.token_urlsafe(9)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(_Part):
    """A question the business wants answered, which entry of the library it came from, and what it needs if the user said so."""

    text: str
    library: str | None = None
    needs: tuple[str, ...] | None = None
    id: str = Field(default_factory=new_id)


class Strategy(_Part):
    """The strategy sheet, in the user's own words."""

    goal: str = ""
    budget: str = ""
    goals: str = ""
    target_market: str = ""
    mission: str = ""
    scope: str = ""
    deliverables: str = ""
    team: str = ""
    deadline: str = ""


class MarketCard(_Part):
    """One thing known about the market: what, from whom, from when, and how sure."""

    topic: str = "players"
    text: str
    source: str = ""
    date: str = ""
    sure: Literal["sure", "likely", "guess"] = "likely"
    id: str = Field(default_factory=new_id)


class Upload(_Part):
    """A file in this study: its content hash, its name, and how the user said it must be read.

    `reading` overrules guesses of the reader (delimiter, encoding, header row, sheet …), `roles` and `types` those about columns
    (role → column or None; column → type), `mended` rows put back after being set aside (line → cells), `kind` that of the table.
    """

    hash: str
    name: str
    size: int = 0
    sheet: str | None = None
    kind: str | None = None
    reading: dict[str, Any] = {}
    roles: dict[str, str | None] = {}
    types: dict[str, str] = {}
    mended: dict[int, list[str]] = {}
    hidden: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Tells it apart from the other uploads of a study: the content, and which sheet of it when several are used."""
        return self.hash if self.sheet is None else sha256(f"{self.hash}#{self.sheet}".encode()).hexdigest()

    @property
    def title(self) -> str:
        """What people call it: the name of the file, and of the sheet when several are used."""
        return self.name if self.sheet is None else f"{self.name} · {self.sheet}"


class Treatment(_Part):
    """What the user overruled about one feature: transform, cap, weight, what to do with missing values."""

    transform: str | None = None
    cap: float | None = None
    missing: str | None = None
    weight: float = 1.0


class PersonaLine(_Part):
    """One line of a persona as a person wrote or accepted it."""

    text: str
    mark: Literal["data", "colleague", "guess"] = "guess"
    by: str = ""
    at: str = ""


class PersonaEdits(_Part):
    """What people changed about the persona of one segment, oldest first, so that every change can be undone."""

    fields: dict[str, tuple[PersonaLine, ...]] = {}
    order: tuple[str, ...] = ()
    own_fields: dict[str, str] = {}
    photo: str | None = None


class Study(_Part):
    """Every decision of one study. Frozen: `change` gives the next one."""

    schema_version: int = SCHEMA
    id: str = Field(default_factory=new_id)
    name: str
    language: Literal["nl", "en"] = "nl"
    currency: str = "EUR"
    created: datetime = Field(default_factory=lambda: datetime.now(UTC))
    sample: str | None = None
    seed: int = 0

    # 1 · plan
    audience: Audience = "b2c"
    trade: str = ""
    subject: Literal["customers", "market"] = "customers"
    questions: tuple[Question, ...] = ()
    strategy: Strategy = Strategy()
    market_answers: dict[str, str] = {}
    models: tuple[str, ...] = ()
    criteria: dict[str, float] = {}

    # 2 · market
    market: tuple[MarketCard, ...] = ()
    benchmarks: tuple[dict[str, Any], ...] = ()

    # 3 and 4 · the tables
    uploads: tuple[Upload, ...] = ()
    as_of: datetime | None = None
    merged: dict[str, str] = {}
    forgotten: tuple[str, ...] = ()

    # 5 · segments
    features: tuple[str, ...] | None = None
    treatments: dict[str, Treatment] = {}
    k: int | Literal["auto"] = "auto"
    method: str = "auto"
    own_rules: dict[str, str] = {}
    segment_names: dict[str, str] = {}
    named_under: dict[str, Any] | None = None

    # 6 · personas
    personas: dict[str, PersonaEdits] = {}

    # 7 · money
    costs: dict[str, Number] = {}
    known_costs: tuple[str, ...] = ()
    books: dict[str, float] = {}
    cuts: dict[str, float] = {}
    shares: dict[str, float] = {}
    decisions: dict[str, str] = {}

    # everywhere
    notes: dict[str, str] = {}
    settings: dict[str, Any] = {}

    def change(self, **values: Any) -> "Study":
        """The same study with these decisions changed, checked again."""
        later = Study.model_validate({**dict(self), **values})
        attached = bool(later.segment_names or later.personas)
        if attached == (later.named_under is not None):
            return later
        return later.model_copy(update={"named_under": self._placing() if attached else None})

    def _placing(self) -> dict[str, Any]:
        return self.model_dump(mode="json", include=PLACING | (SUGGESTING if self.features is None else set()))

    def when_named(self) -> "Study | None":
        """The study as it was when its segments first got a name or a persona; None when nothing since then decides who is where.

        >>> named = Study(name="Autumn", k=4).change(segment_names={"A": "Loyal"})
        >>> named.when_named() is None, named.change(k=5).when_named().k
        (True, 4)
        """
        if self.named_under is None or self.named_under == self._placing():
            return None
        return Study.model_validate({**dict(self), **self.named_under, "named_under": None, "segment_names": {}, "personas": {}})

    def note(self, cell: str, text: str) -> "Study":
        """The study with the user's own note under this cell; an empty text removes it."""
        notes = {key: value for key, value in self.notes.items() if key != cell}
        return self.change(notes={**notes, cell: text} if text.strip() else notes)

    def write(self) -> str:
        """The study as JSON."""
        return self.model_dump_json(indent=1)

    @staticmethod
    def read(text: str | bytes) -> "Study":
        """A study from JSON, of this schema version or an older one.

        Raises StoreError for anything else.
        """
        try:
            data = json.loads(text)
            if int(data["schema_version"]) > SCHEMA:
                raise StoreError(
                    _("This study was made with a newer version of Klantbeeld."),
                    _("Install the newest version and open it again."),
                )
            return Study.model_validate(migrated(data))
        except (ValueError, KeyError, TypeError, ValidationError, RecursionError) as error:
            raise StoreError(
                _("This file is not a Klantbeeld study."), _("Choose a file that was saved with “Export study”.")
            ) from error


def migrated(data: dict[str, Any]) -> dict[str, Any]:
    """Older studies brought up to this schema version, one version at a time."""
    return data
