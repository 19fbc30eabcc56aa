"""How is what was read from a file remembered for as long as that file stays the same?"""

from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar, cast

More = ParamSpec("More")
Read = TypeVar("Read")

MOST = 8  # answers kept per question; what is kept is small, a row per customer or per product


def remembered(read: Callable[Concatenate[str, More], Read]) -> Callable[Concatenate[Path, More], Read]:
    """A question about a file that is answered from memory when it was asked before. Look at the answer, do not change it."""

    @lru_cache(maxsize=MOST)
    def kept(path: str, _changed: int, _size: int, *more: object) -> Read:
        return read(path, *more)  # type: ignore[call-arg, arg-type]

    @wraps(read)
    def ask(path: Path, *more: More.args, **_named: More.kwargs) -> Read:
        found = Path(path).stat()
        return kept(str(path), found.st_mtime_ns, found.st_size, *more)

    return cast(Callable[Concatenate[Path, More], Read], ask)
