"""Which tables does the store have?

Every change to these tables comes with a migration in `migrations/versions`, numbered onwards.
Times are ISO 8601 in UTC, which sort as text.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "ix": "ix_%(column_0_label)s"}
)

studies = Table(
    "studies",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("sample", Text),
    Column("revision", Integer, nullable=False),
    Column("created", String(32), nullable=False),
    Column("changed", String(32), nullable=False),
    Column("deleted", String(32)),  # when; the row and all that hangs on it stay for as long as that can be taken back
)

versions = Table(
    "versions",
    metadata,
    Column("study_id", String(64), ForeignKey("studies.id", ondelete="CASCADE"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("saved", String(32), nullable=False),
    Column("body", Text, nullable=False),
)

# Every file a study ever held: an older version of the study may still ask for it.
files = Table(
    "files",
    metadata,
    Column("study_id", String(64), ForeignKey("studies.id", ondelete="CASCADE"), primary_key=True),
    Column("hash", String(64), primary_key=True),
    Index("ix_files_hash", "hash"),
)
