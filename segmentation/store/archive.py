"""How does a study travel? As one zip: `study.json` and the bytes of its files under `uploads/<hash>`.

What comes in was made by anybody: names, sizes and hashes are checked, nothing lands on a path of the archive's choosing, and the
study gets a new id, so that it never lands on top of another.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segmentation.errors import SegmentationError, StoreError
from segmentation.language import _
from segmentation.study import Study

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 4 << 30  # unpacked, of all files together
MOST_FILES = 200
MOST_DECISIONS = 20 << 20  # study.json
_UPLOAD = re.compile(r"uploads/([0-9a-f]{64})")


def packed(study: Study, files: "dict[str, Path]") -> bytes:
    """The study and the original bytes of its files (by hash) as one zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("study.json", study.write())
        for digest, path in sorted(files.items()):
            archive.write(path, f"uploads/{digest}")
    return buffer.getvalue()


class Parcel:
    """A zip that came in, checked before anything is taken from it. Raises StoreError when it is not a study of ours."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            members = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise _not_ours() from error
        self._uploads = {match[1]: info for name, info in members.items() if (match := _UPLOAD.fullmatch(name))}
        decisions = members.get("study.json")
        if decisions is None or len(members) > MOST_FILES or len(self._uploads) + 1 != len(self._archive.infolist()):
            raise _not_ours()
        if decisions.file_size > MOST_DECISIONS or sum(info.file_size for info in members.values()) > MOST_BYTES:
            raise StoreError(_("This study is too large to bring in."), _("Export it again without files it does not need."))
        self.study = Study.read(b"".join(self._chunks(decisions)))
        lost = {upload.hash for upload in self.study.uploads} - set(self._uploads)
        if lost:
            raise StoreError(_("A file of this study is missing from the export."), _("Export the study again."))

    def files(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The promised hash and the bytes of every file the study uses."""
        for digest in sorted({upload.hash for upload in self.study.uploads}):
            yield digest, self._chunks(self._uploads[digest])

    def _chunks(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member, and never more of them than it says it has."""
        left = info.file_size
        try:
            with self._archive.open(info) as file:
                while chunk := file.read(min(1 << 20, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        raise _not_ours()
                    yield chunk
        except SegmentationError:
            raise
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
            raise _not_ours() from error


def _not_ours() -> StoreError:
    return StoreError(_("This file is not a Klantbeeld study."), _("Choose a file that was saved with “Export study”."))
