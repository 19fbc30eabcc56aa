"""How is a known export recognised among others? By headers that only it has, with room for versions that add or drop some."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Export:
    """One known export: its code, the kind of table, headers that give it away, and role → headers, the first one present counts.

    `marks` are the telling headers; each may be a choice of spellings (`Order #|Ordernummer`). `needs` of them must be there. `repeats`
    are columns that hold a figure of the whole order on each of its lines, `once` those that hold it on the first line only.
    """

    code: str
    kind: str
    marks: tuple[str, ...]
    needs: int
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    repeats: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    source: str = ""

    def mapping(self, headers: Iterable[str]) -> dict[str, str]:
        """Role → the header of this file that fills it."""
        there = {plain(header): header for header in reversed(list(headers))}
        found: dict[str, str] = {}
        for role, names in self.roles:
            for name in names:
                header = there.get(plain(name))
                if header is not None and header not in found.values():
                    found[role] = header
                    break
        return found

    def hits(self, there: set[str]) -> int:
        """How many of the telling headers are there."""
        return sum(any(plain(name) in there for name in mark.split("|")) for mark in self.marks)


@lru_cache(maxsize=8192)
def plain(header: str) -> str:
    """A header without case, accents, spaces and signs."""
    text = unicodedata.normalize("NFKD", header).encode("ascii", "ignore").decode().lower().replace("%", "pct").replace("#", "nr")
    return re.sub(r"[^a-z0-9]", "", text)


@lru_cache(maxsize=1)
def known() -> tuple[Export, ...]:
    """Every known export."""
    from segmentation.tables.exports import bookkeeping, mailing, service, shops

    return tuple(export for family in (shops, bookkeeping, mailing, service) for export in family.exports())


def recognise(headers: Iterable[str]) -> Export | None:
    """The export that these headers belong to: the one with most telling headers, relative to what it asks."""
    headers = list(headers)
    there = {plain(header) for header in headers}
    fits = [(export.hits(there), export) for export in known()]
    fits = [
        (hits, export)
        for hits, export in fits
        if hits >= export.needs and (export.code != "google_forms" or _asks(headers, export))
    ]
    return max(fits, key=lambda fit: (fit[0] / len(fit[1].marks), fit[0]))[1] if fits else None


def _asks(headers: list[str], export: Export) -> bool:
    """A form's answers: the moment comes first, and what follows are mostly questions."""
    if export.hits({plain(headers[0])}) == 0 or len(headers) < 2:
        return False
    questions = sum(header.rstrip().endswith("?") or len(header.split()) >= 4 for header in headers[1:])
    return questions >= max(1, (len(headers) - 1) / 3)


def parsed(text: str) -> tuple[Export, ...]:
    """Exports as they are written down in this folder: a block per export, a line per fact.

    `[code] kind needs` opens a block; then `source`, `marks`, `repeats` and `once` lines, and `role = Header | Other header`.
    """
    found = []
    for block in re.split(r"(?m)^(?=\[)", text.strip()):
        lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        if not lines:
            continue
        code, kind, needs = re.match(r"\[(\w+)\]\s+(\w+)\s+(\d+)", lines[0]).groups()  # type: ignore[union-attr]
        facts: dict[str, tuple[str, ...]] = {}
        for line in lines[1:]:
            name, _sign, rest = line.partition(" = ")
            facts[name.strip()] = tuple(
                part.strip() for part in rest.split(" ; " if name.strip() in ("marks", "repeats", "once") else " | ")
            )
        marks, source = facts.pop("marks"), facts.pop("source", ("",))
        repeats, once = (frozenset(plain(name) for name in facts.pop(key, ())) for key in ("repeats", "once"))
        found.append(Export(code, kind, marks, int(needs), tuple(facts.items()), repeats, once, " | ".join(source)))
    return tuple(found)
