"""What is a brainstorm room, and what is a note in it?"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from segmentation.errors import WrongChoice
from segmentation.language import N_

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O 1 I L: codes are read aloud
CODE_LENGTH = 6
HOURS = 4
STEPS = ("warmup", "fill", "vote", "decide", "closed")
MINUTES = {"warmup": 3, "fill": 8, "vote": 3, "decide": 6, "closed": 0}
STEP_NAMES = {"warmup": N_("Warm-up"), "fill": N_("Fill in"), "vote": N_("Vote"), "decide": N_("Decide"), "closed": N_("Closed")}
TEXT_LENGTH = 280
DOTS = 3
MOST_PEOPLE = 300
MOST_NOTES = 200
"""Per person: enough for an afternoon, too little to fill a disk."""


@dataclass(frozen=True)
class Room:
    """One room as it stands now."""

    id: str
    study_id: str
    code: str
    secret: str
    language: str
    step: str
    focus: str
    ends: datetime | None
    opened: datetime
    expires: datetime
    shared: str
    version: int

    @property
    def is_open(self) -> bool:
        return self.step != "closed" and datetime.now(UTC) < self.expires

    @property
    def seconds_left(self) -> int | None:
        """Seconds on the timer, 0 when it has run out, None when it is not running."""
        return None if self.ends is None else max(0, round((self.ends - datetime.now(UTC)).total_seconds()))


@dataclass(frozen=True)
class Note:
    """What somebody wrote: `sure` is know or think; `state` is shown, hidden, merged (`into` another) or accepted."""

    id: str
    person: str
    segment: str
    field: str
    text: str
    sure: str
    sent: str
    state: str
    into: str | None
    votes: int


class Refused(WrongChoice):
    """A phone asked for something that this room does not allow now."""


def room_of(row: Any) -> Room:
    """A row of the database as a room."""
    ends = None if row.ends is None else datetime.fromisoformat(row.ends)
    opened, expires = datetime.fromisoformat(row.opened), datetime.fromisoformat(row.expires)
    return Room(
        row.id,
        row.study_id,
        row.code,
        row.secret,
        row.language,
        row.step,
        row.focus,
        ends,
        opened,
        expires,
        row.shared,
        row.version,
    )


def clean_code(code: str) -> str:
    """A code as it is stored, however somebody typed it.

    >>> clean_code(" k7-mp3x ")
    'K7MP3X'
    """
    return "".join(sign for sign in code[:40].upper() if sign in LETTERS)[:16]


def clean_text(text: str) -> str:
    """A note without control signs and double blanks, at most TEXT_LENGTH long.

    >>> clean_text("  around\\t35\\x00 ")
    'around 35'
    """
    visible = "".join(sign if sign.isprintable() else " " for sign in text[: 4 * TEXT_LENGTH])
    return " ".join(visible.split())[:TEXT_LENGTH].rstrip()


def is_name(text: str) -> bool:
    """Whether this can be the id of a note: phones choose them themselves.

    >>> is_name("a1-B_2"), is_name(""), is_name('a"b'), is_name("x" * 65)
    (True, False, False, False)
    """
    return bool(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", text))
