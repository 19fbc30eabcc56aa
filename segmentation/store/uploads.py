"""Where do the uploaded bytes lie? Under their content hash, so that the same file is kept once."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from segmentation.errors import StoreError
from segmentation.language import _

CHUNK = 1 << 20

Source = Path | bytes | BinaryIO | Iterator[bytes]


class Uploads:
    """Original bytes by content hash: `<folder>/<hash>/original`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, digest: str) -> Path:
        """The original bytes. Raises StoreError when they are gone."""
        path = self.folder / digest / "original"
        if len(digest) != 64 or not digest.isalnum() or not path.is_file():
            raise StoreError(_("A file of this study is no longer there."), _("Upload the file again."))
        return path

    @contextmanager
    def received(self, source: Source) -> Iterator[tuple[str, int, Path]]:
        """Hash, size and a temporary copy of these bytes, which is gone afterwards unless it was kept."""
        with ExitStack() as clearing:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
                clearing.callback(Path(name).unlink, missing_ok=True)
                with os.fdopen(handle, "wb") as target:
                    digest, size = _copied(source, target)
            except OSError as error:
                message = _("The file cannot be read or kept.")
                raise StoreError(message, _("Check that it is still there and that the disk is not full.")) from error
            yield digest, size, Path(name)

    def keep(self, digest: str, fresh: Path) -> None:
        """Give a received file its place."""
        target = self.folder / digest / "original"
        if not target.exists():
            target.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(fresh, target)

    def drop(self, digest: str) -> None:
        shutil.rmtree(self.folder / digest, ignore_errors=True)


def _copied(source: Source, target: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(source):
        size += len(chunk)
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest(), size


def _chunks(source: Source) -> Iterator[bytes]:
    if isinstance(source, bytes | bytearray | memoryview):
        yield bytes(source)
    elif isinstance(source, Path | str):
        with Path(source).open("rb") as file:
            yield from iter(lambda: file.read(CHUNK), b"")
    elif hasattr(source, "read"):
        yield from iter(lambda: source.read(CHUNK), b"")
    else:
        yield from source
