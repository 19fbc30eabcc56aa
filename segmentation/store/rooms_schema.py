"""Which tables do the brainstorm rooms have? Times are ISO 8601 in UTC; `person` is a random name, never a real one."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from segmentation.store.schema import metadata


def _of_room() -> Column:
    return Column("room_id", String(64), ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True)


rooms = Table(
    "rooms",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("study_id", String(64), ForeignKey("studies.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(16), nullable=False),
    Column("secret", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("step", String(16), nullable=False),
    Column("focus", String(16), nullable=False),
    Column("ends", String(32)),
    Column("opened", String(32), nullable=False),
    Column("expires", String(32), nullable=False),
    Column("shared", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_rooms_code", "code", unique=True),
    Index("ix_rooms_study_id", "study_id"),
)

people = Table(
    "room_people",
    metadata,
    _of_room(),
    Column("person", String(64), primary_key=True),
    Column("joined", String(32), nullable=False),
)

notes = Table(
    "room_notes",
    metadata,
    _of_room(),
    Column("note", String(64), primary_key=True),
    Column("person", String(64), nullable=False),
    Column("segment", String(16), nullable=False),
    Column("field", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("sure", String(8), nullable=False),
    Column("sent", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("into", String(64)),
)

votes = Table(
    "room_votes",
    metadata,
    _of_room(),
    Column("note", String(64), primary_key=True),
    Column("person", String(64), primary_key=True),
)
