"""How does a file too large for the memory become a Table whose typed rows lie on disk?"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pyarrow as pa

from segmentation.language import _
from segmentation.tables import bulk, limits
from segmentation.tables.columnar import parquet_relation, sampled
from segmentation.tables.engine import (
    Relation,
    frame_of,
    literal,
    opened,
    repairs_over_all,
    text_of,
    unfit_cells,
    with_missing,
    written,
)
from segmentation.tables.examples import covered, without_numbers
from segmentation.tables.meaning import Meaning, understand
from segmentation.tables.plain import written_plain
from segmentation.tables.receipt import Receipt, Repair
from segmentation.tables.source import Source
from segmentation.tables.table import Cells, Table, picked, rejections, spool_folder, typed_frame

if TYPE_CHECKING:
    from segmentation.tables.read import Wishes

SAMPLE = 20_000


def read_parquet(source: Source, wishes: "Wishes") -> Table:
    """The table in a Parquet file. Raises ReadError for a damaged file or a trap."""
    folder = _folder(wishes)
    relation, rows = parquet_relation(source, folder)
    try:
        with opened(relation, folder) as con:
            sample = frame_of(
                [*relation.names], [column.fill_null("") for column in sampled(con, relation, rows, SAMPLE).columns]
            )
            meaning = understand(sample, source.name, roles=wishes.roles, types=wishes.types, kind=wishes.kind)
            relation = replace(relation, refused=frozenset(meaning.refused))
            target = _target(folder)
            _report(wishes, 0.2)
            kept, empty = written(con, relation.typed_sql(meaning.columns), target)
            repairs = [
                *repairs_over_all(sample, meaning.columns, kept, empty),
                *unfit_cells(con, relation, meaning.columns, empty),
            ]
    except duckdb.Error as error:  # damage that only shows where the rows are
        raise limits.broken("Parquet") from error
    _report(wishes, 1.0)
    return _made(source.name, lambda: relation, meaning, target, kept, empty, repairs, folder)


def read_text(source: Source, wishes: "Wishes") -> Table | None:
    """The table in a large text, or None when its rows are too irregular for the engine."""
    plan = bulk.planned(source, wishes.reading)
    if plan is None:
        return None
    folder = _folder(wishes)
    names, columns = plan.head.names, list(zip(*plan.sample, strict=True))
    sample = frame_of(names, [pa.array(columns[at], type=pa.large_string()) for at in plan.head.keep])
    meaning = understand(sample, source.name, roles=wishes.roles, types=wishes.types, kind=wishes.kind)
    plain = _from_plain(source, wishes, plan, sample, meaning, folder)
    if plain is not None:
        return plain
    path = bulk.engine_text(source, plan, wishes.progress)
    loud = bulk.relation_of(path, plan, rejects=True)
    try:
        with opened(loud, folder) as con:
            return _from_engine(source, wishes, plan, path, loud, con, folder, sample, meaning)
    except duckdb.Error:
        return None


def _from_plain(
    source: Source, wishes: "Wishes", plan: bulk.Plan, sample: pd.DataFrame, meaning: Meaning, folder: Path
) -> Table | None:
    """The table in a text without quotation marks; None when it holds them."""
    target = _target(folder)
    found = written_plain(source, plan, meaning.columns, target, folder, wishes.progress)
    if found is None:
        return None
    later = _Later(source, plan, frozenset(meaning.refused))
    odd = bulk.odd_rows(plan, [(line, text) for line, text in found.odd], wishes.mended)
    rows, empty = found.rows, found.empty
    if odd.cells:
        rows, empty, target = _with_rows(meaning, target, odd.cells, plan, folder)
    repairs = repairs_over_all(sample, meaning.columns, rows, empty)
    if any(
        count and meaning.columns[name].type not in ("text", "id", "category", "empty")
        for name, count in zip(plan.head.names, empty, strict=True)
    ):
        relation = bulk.with_rows(later.relation(), odd.cells, plan)
        with opened(relation, folder) as con:
            repairs += unfit_cells(con, relation, meaning.columns, empty)
    made = _made(
        source.name, lambda: bulk.with_rows(later.relation(), odd.cells, plan), meaning, target, rows, empty, repairs, folder
    )
    return _told(made, plan, odd, odd.rejected, meaning, wishes)


class _Later:
    """The relation of a text, made when somebody asks for its cells."""

    def __init__(self, source: Source, plan: bulk.Plan, refused: frozenset[str]) -> None:
        self.source, self.plan, self.refused = source, plan, refused

    def relation(self) -> Relation:
        path = bulk.engine_text(self.source, self.plan)
        return replace(bulk.relation_of(path, self.plan, rejects=False), refused=self.refused)


def _with_rows(
    meaning: Meaning, target: Path, cells: list[list[str]], plan: bulk.Plan, folder: Path
) -> tuple[int, list[int], Path]:
    """The typed rows on disk with more rows behind them."""
    more = bulk.more_rows(cells, plan)
    whole = _target(folder)
    with opened(more, folder) as con:
        query = f"SELECT * FROM read_parquet({literal(str(target))}) UNION ALL BY NAME {more.typed_sql(meaning.columns)}"
        rows, empty = written(con, query, whole)
    target.unlink()
    return rows, empty, whole


def _told(
    made: Table, plan: bulk.Plan, odd: bulk.Odd, rejected: list[tuple[int, str, str]], meaning: Meaning, wishes: "Wishes"
) -> Table:
    """The table with what the reading of its text has to say."""
    _report(wishes, 1.0)
    text = pd.DataFrame([[row[at] for at in plan.head.keep] for row in odd.cells], columns=plan.head.names, dtype="str")
    repairs = covered(odd.repairs, text, odd.lines, meaning.columns)
    return replace(
        made,
        rejected=rejections(sorted(without_numbers(rejected) if meaning.refused else rejected)),
        places=tuple(plan.head.keep),
        rows_in=made.rows + len(rejected),
        receipt=Receipt((*plan.repairs, *_shared(plan.head.repairs), *repairs, *made.receipt.repairs)),
        guesses=(*plan.guesses, *plan.head.guesses, *meaning.guesses),
    )


def _from_engine(
    source: Source, wishes: "Wishes", plan: bulk.Plan, path: Path, loud: Relation, con: duckdb.DuckDBPyConnection, folder: Path,
    sample: pd.DataFrame, meaning: Meaning, known: tuple[tuple[int, str], ...] = (),
) -> Table | None:  # fmt: skip
    refused = frozenset(meaning.refused)
    loud = replace(loud, refused=refused)
    quiet = replace(bulk.relation_of(path, plan, rejects=False), refused=refused)
    condition = bulk.totals_sql(plan) if plan.totals else ""
    query = loud.typed_sql(meaning.columns) + (f" WHERE NOT {condition}" if condition else "")
    target = _target(folder)
    _report(wishes, 0.35)
    rows, empty = written(con, query, target)
    rejects = bulk.rejects_of(con)
    if any("INVALID" in kinds for _place, _text, kinds in rejects) or len(rejects) > bulk.MOST_ODD:
        return _otherwise(source, wishes, plan, target)
    if any("UNQUOTED" in kinds and "\n" in text.strip() for _place, text, kinds in rejects):
        target.unlink()
        return None if known else _without_stray_marks(source, wishes, plan, path, refused, folder, sample, meaning)
    starts = bulk.line_numbers(path, bulk.located(path, rejects))
    left = [*known, *((line, text) for line, (_place, text, _kinds) in zip(starts, rejects, strict=True))]
    odd = bulk.odd_rows(plan, left, wishes.mended)
    rejected = [*odd.rejected, *(bulk.totals_of(con, quiet, condition, path, plan.dialect) if condition else [])]
    if condition:
        quiet = replace(quiet, source=f"(SELECT * FROM {quiet.source} WHERE NOT {condition})")
    relation = bulk.with_rows(quiet, odd.cells, plan)
    if odd.cells:
        rows, empty, target = _with_rows(meaning, target, odd.cells, plan, folder)
        for name, table in relation.tables.items():
            con.register(name, table)
    _report(wishes, 0.9)
    cells = [*repairs_over_all(sample, meaning.columns, rows, empty), *unfit_cells(con, relation, meaning.columns, empty)]
    made = _made(source.name, lambda: relation, meaning, target, rows, empty, cells, folder)
    return _told(made, plan, odd, rejected, meaning, wishes)


def _without_stray_marks(
    source: Source,
    wishes: "Wishes",
    plan: bulk.Plan,
    path: Path,
    refused: frozenset[str],
    folder: Path,
    sample: pd.DataFrame,
    meaning: Meaning,
) -> Table | None:
    clean, taken = bulk.without_stray_marks(path, plan)
    if not taken or len(taken) > bulk.MOST_ODD:
        return None
    loud = replace(bulk.relation_of(clean, plan, rejects=True), refused=refused)
    with opened(loud, folder) as con:
        return _from_engine(source, wishes, plan, clean, loud, con, folder, sample, meaning, tuple(taken))


def _shared(repairs: list[Repair]) -> list[Repair]:
    """Repairs of the beginning that count for the whole file; those of rows are counted by the engine."""
    return [
        repair
        for repair in repairs
        if repair.code in ("title_lines", "header_joined", "header_made", "header_mended", "first_nameless", "blank_columns")
    ]


def _otherwise(source: Source, wishes: "Wishes", plan: bulk.Plan, target: Path) -> Table | None:
    """The beginning looked like UTF-8, the rest is not: read it all as cp1252."""
    target.unlink(missing_ok=True)
    if plan.characters.encoding != "utf-8" or plan.characters.mixed or "encoding" in wishes.reading:
        return None
    return read_text(source, replace(wishes, reading={**wishes.reading, "encoding": "cp1252"}))


def _made(
    name: str,
    relation: Callable[[], Relation],
    meaning: Meaning,
    target: Path,
    rows: int,
    empty: list[int],
    repairs: list[Repair],
    folder: Path,
) -> Table:
    return Table(
        name=name,
        cells=Cells(
            text=lambda: text_of(relation(), folder),
            frame=lambda: typed_frame(target),
            typed=target,
            head=lambda most: text_of(relation(), folder, most),
            at=lambda rows: picked(target, rows),
        ),
        kind=meaning.kind,
        export=meaning.export,
        columns=with_missing(meaning.columns, empty),
        roles=meaning.roles,
        receipt=Receipt((*meaning.repairs, *repairs)),
        guesses=meaning.guesses,
        rows_in=rows,
        rows=rows,
    )


def _folder(wishes: "Wishes") -> Path:
    folder = wishes.spool or spool_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _target(folder: Path) -> Path:
    return folder / f"rows-{secrets.token_hex(8)}.parquet"


def _report(wishes: Any, share: float) -> None:
    if wishes.progress:
        wishes.progress(share, _("Reading the rows"))
