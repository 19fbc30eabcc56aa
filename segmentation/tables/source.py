"""Where do the bytes of a file lie, what kind of file is it by its content, and what is packed inside?"""

import gzip
import hashlib
import io
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.table import spool_folder

_NOT_TABLES = (
    (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"RIFF", "RIFF"), (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"), (b"BM\x00", "BMP"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"), (b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"SQLite format 3", "SQLite"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"ID3", "MP3"),
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """A file: in memory or at a path, under the name the user knows."""

    name: str
    data: bytes | None = None
    path: Path | None = None
    members: tuple[str, ...] = ()
    member: str | None = None
    packed: str = ""

    @cached_property
    def size(self) -> int:
        return len(self.data) if self.data is not None else self._place.stat().st_size

    @property
    def _place(self) -> Path:
        assert self.path is not None
        return self.path

    @cached_property
    def head(self) -> bytes:
        if self.data is not None:
            return self.data[:262_144]
        with self._place.open("rb") as file:
            return file.read(262_144)

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        file: IO[bytes] = io.BytesIO(self.data) if self.data is not None else self._place.open("rb")
        with file:
            yield file

    def whole(self) -> bytes:
        return self.data if self.data is not None else self._place.read_bytes()

    def on_disk(self) -> Path:
        """The path of the file; bytes in memory are written down for it."""
        if self.path is not None:
            return self.path
        path = spool_folder() / f"{self.content()[:24]}{Path(self.name).suffix[:8] or '.bin'}"
        if not path.exists():
            path.write_bytes(self.data or b"")
        return path

    def content(self) -> str:
        """The hash of the content."""
        with self.opened() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]

    @cached_property
    def kind(self) -> str:
        """text, workbook, parquet, json, xml, html, gzip or zip, by content and never by the name. Raises ReadError for what is no table."""
        head = self.head
        if head.startswith(b"\x1f\x8b"):
            return "gzip"
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return self._zip_kind()
        if head.startswith(b"PAR1"):
            return "parquet"
        if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            return "workbook"
        for sign, what in _NOT_TABLES:
            if head.startswith(sign) and (len(sign) > 2 or b"\0" in head[:512]):
                raise ReadError(
                    _("This is a {what} file, not a table.").format(what=what),
                    _("Export the data as CSV or Excel and choose that file."),
                )
        start = head[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
        if re.match(rb"<(?:!doctype html|html|head|body|table|div|meta|style)\b", start[:40], re.IGNORECASE):
            return "html"
        if re.match(rb"<\?xml|<!--|<[A-Za-z_][\w.:-]*[\s>]", start[:200]) and re.search(rb"</|/>", head):
            return "html" if re.search(rb"<html\b", start[:2000], re.IGNORECASE) else "xml"
        script = re.match(rb"(?:(?:var|let|const)\s+)?[\w.$]{1,80}\s*[=(]\s*(?=[\[{])", start[:200])
        start = start[script.end() :] if script else start
        if start[:1] in (b"{", b"[") and self._like_json(start):
            return "json"
        return "text"

    def _zip_kind(self) -> str:
        try:
            with self.opened() as file, zipfile.ZipFile(file) as archive:
                names = set(archive.namelist()[:5000])
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise limits.broken("zip") from error
        office = {"[Content_Types].xml", "xl/workbook.xml", "xl/workbook.bin", "content.xml"}
        return "workbook" if names & office and any(name.startswith(("xl/", "content.xml")) for name in names) else "zip"

    def _like_json(self, start: bytes) -> bool:
        after = start[1:].lstrip()[:1]
        if start[:1] == b"{":
            return after in (b'"', b"'", b"}")
        return after in (b"{", b"[", b"]") or self.name.lower().endswith(".json")


def source_of(given: str | Path | bytes | bytearray | memoryview, name: str | None) -> Source:
    """The file as it was given. Raises ReadError when it is not there or holds nothing."""
    if isinstance(given, bytes | bytearray | memoryview):
        source = Source(name or "table", data=bytes(given))
    elif isinstance(given, str | Path):
        path = Path(given)
        try:
            if not path.is_file():
                raise ReadError(_("There is no file “{name}”.").format(name=path.name), _("Choose the file again."))
        except (OSError, ValueError) as error:
            raise ReadError(_("This file cannot be opened."), _("Choose the file again.")) from error
        source = Source(name or path.name, path=path)
    else:
        raise ReadError(_("There is nothing to read here."), _("Choose a file."))
    if source.size == 0:
        raise ReadError(_("This file is empty: there is not one cell in it."), _("Export it again and choose the new file."))
    return source


def unpacked(source: Source, wanted: str | None, depth: int = 0) -> Source:
    """The file inside a gzip or zip; a file that is not packed comes back as it is.

    `wanted` names the member of a zip; without it the largest is taken. Raises ReadError for a trap, a damaged or a locked file.
    """
    if source.kind not in ("gzip", "zip"):
        return source
    if depth >= limits.MOST_DEPTH:
        raise limits.too_large_unpacked()
    try:
        inner = _from_gzip(source) if source.kind == "gzip" else _from_zip(source, wanted)
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise limits.broken(source.kind) from error
    except RuntimeError as error:  # a zip with a password
        raise ReadError(
            _("This zip file is locked with a password."), _("Unpack it yourself and choose the file inside.")
        ) from error
    return unpacked(inner, wanted if wanted not in inner.members else None, depth + 1)


def _from_gzip(source: Source) -> Source:
    name = source.name[: -len(".gz")] if source.name.lower().endswith(".gz") else source.name
    with source.opened() as file, gzip.open(file) as packed:
        return _spooled(packed, source.size, Source(name, packed=source.packed or source.name))  # type: ignore[arg-type]


def _from_zip(source: Source, wanted: str | None) -> Source:
    with source.opened() as file, zipfile.ZipFile(file) as archive:
        entries = {
            entry.filename: entry
            for entry in archive.infolist()
            if entry.filename
            and not entry.is_dir()
            and not entry.filename.startswith("__MACOSX")
            and not Path(entry.filename).name.startswith(".")
        }
        if not entries:
            raise ReadError(_("This zip file is empty."), _("Export it again and choose the new file."))
        if wanted is not None and wanted not in entries:
            raise WrongChoice(
                _("There is no “{name}” in this file.").format(name=wanted),
                _("Choose one of: {names}.").format(names=", ".join([*entries][:20])),
            )
        for entry in entries.values():
            limits.check_ratio(entry.compress_size, entry.file_size)
        limits.check_ratio(source.size, sum(entry.file_size for entry in entries.values()))
        member = wanted or max(entries, key=lambda name: (_like_table(name), entries[name].file_size, name))
        with archive.open(entries[member]) as packed:
            members = tuple(sorted(entries)) if len(entries) > 1 else ()
            shell = Source(
                Path(member).name, members=members, member=member if members else None, packed=source.packed or source.name
            )
            return _spooled(packed, entries[member].compress_size, shell)


def _like_table(name: str) -> int:
    """How likely a file in a zip holds a table: its name is all that is known before it is unpacked."""
    ending = Path(name.lower().removesuffix(".gz")).suffix
    if ending in (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".parquet", ".jsonl", ".ndjson", ".xaf"):
        return 2
    return 0 if ending in (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".html", ".htm", ".css", ".js", ".md", ".docx") else 1


def _spooled(packed: IO[bytes], size: int, shell: Source) -> Source:
    """Unpack in pieces, counting: what a directory says about sizes may be a lie."""
    pieces: list[bytes] = []
    total = 0
    while total <= limits.BULK_BYTES:
        piece = packed.read(limits.MIB)
        if not piece:
            return _with(shell, data=b"".join(pieces))
        pieces.append(piece)
        total += len(piece)
    with tempfile.NamedTemporaryFile(dir=spool_folder(), suffix=Path(shell.name).suffix[:8] or ".bin", delete=False) as target:
        for piece in pieces:
            target.write(piece)
        while piece := packed.read(4 * limits.MIB):
            total += len(piece)
            limits.check_ratio(size, total)
            target.write(piece)
    return _with(shell, path=Path(target.name))


def _with(shell: Source, *, data: bytes | None = None, path: Path | None = None) -> Source:
    return Source(shell.name, data, path, shell.members, shell.member, shell.packed)
