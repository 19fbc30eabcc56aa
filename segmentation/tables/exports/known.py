"""How is a known export recognised among others? By headers that only it has, with room for versions that add or drop some."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from segmentation.tables.vocabulary import ideas

LEAST, MUCH, SURE = 1.2, 2.0, 4.0  # of what headers tell: below which nothing is believed, what half a table must hold, what is enough by itself


@dataclass(frozen=True)
class Export:
    """One known export: its code, the kind of table, headers that give it away, and role → headers, the first one present counts.

    `marks` are the telling headers; each may be a choice of spellings (`Order #|Ordernummer`). `needs` of them must be there. `repeats`
    are columns that hold a figure of the whole order on each of its lines, `once` those that hold it on the first line only;
    those in `none` never have a role, whatever they are called.
    """

    code: str
    kind: str
    marks: tuple[str, ...]
    needs: int
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    repeats: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    source: str = ""
    none: frozenset[str] = frozenset()

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
    from segmentation.tables.exports import banks, bookkeeping, mailing, markets, payments, sellers, service, shops, visiting

    families = (shops, markets, sellers, payments, bookkeeping, banks, mailing, service, visiting)
    return tuple(export for family in families for export in family.exports())


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[dict[str, float], ...]]:
    """Code → how much each of its headers tells: a group of spellings per mark, then one per other header of a role.

    What more programs call so tells less, and so does an ordinary word.
    """
    programs: dict[str, set[str]] = {}
    groups: dict[str, list[tuple[list[str], float]]] = {}
    for export in known():
        marked = [mark.split("|") for mark in export.marks]
        there = {plain(name) for names in marked for name in names}
        others = {plain(name): name for _role, names in export.roles for name in names if plain(name) not in there}
        groups[export.code] = [*((names, 1.0) for names in marked), *(([name], 0.5) for name in others.values())]
        for name in {plain(name) for names, _share in groups[export.code] for name in names}:
            programs.setdefault(name, set()).add(export.code.partition("_")[0])
    return {
        code: tuple({plain(name): share * (0.5 if _ordinary(name) else 1.0) / len(programs[plain(name)]) for name in names} for names, share in group)
        for code, group in groups.items()
    }


def _ordinary(name: str) -> bool:
    """Whether a header is one word that says the plain thing: "Status", "Datum"."""
    found = ideas(name)
    return len(found) == 1 and found[0] != "?"


def recognise(headers: Iterable[str]) -> Export | None:
    """The export that these headers belong to: the one for which they tell most.

    Enough of its telling headers must be there, or so many of its less telling ones that most of the table is explained: people leave columns out.
    """
    headers = list(headers)
    there = {plain(header) for header in headers}
    fits = []
    for export in known():
        hits = export.hits(there)
        if hits == 0 or export.code == "google_forms" and not _asks(headers, export):
            continue
        if export.kind == "customers" and not {"customer", "email", "name"} & set(export.mapping(headers)):
            continue
        each = [max((weight for name, weight in group.items() if name in there), default=0.0) for group in _weights()[export.code]]
        points = sum(each)
        mostly = hits > 1 and sum(weight > 0 for weight in each) >= 0.5 * len(there)
        told_enough = hits >= export.needs and (points >= LEAST or export.needs == 1)
        if told_enough or mostly and points >= MUCH or hits > 1 and points >= SURE:
            fits.append((points, hits, export))
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None


def _asks(headers: list[str], export: Export) -> bool:
    """A form's answers: the moment comes first, and what follows are mostly questions."""
    if export.hits({plain(headers[0])}) == 0 or len(headers) < 2:
        return False
    questions = sum(header.rstrip().endswith("?") or len(header.split()) >= 4 for header in headers[1:])
    return questions >= max(1, (len(headers) - 1) / 4)


def parsed(text: str) -> tuple[Export, ...]:
    """Exports as they are written down in this folder: a block per export, a line per fact.

    `[code] kind needs` opens a block; then `source`, `marks`, `repeats`, `once` and `none` lines, and `role = Header | Other header`.
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
                part.strip() for part in rest.split(" ; " if name.strip() in ("marks", "repeats", "once", "none") else " | ")
            )
        marks, source = facts.pop("marks"), facts.pop("source", ("",))
        repeats, once, none = (frozenset(plain(name) for name in facts.pop(key, ())) for key in ("repeats", "once", "none"))
        found.append(Export(code, kind, marks, int(needs), tuple(facts.items()), repeats, once, " | ".join(source), none))
    return tuple(found)
