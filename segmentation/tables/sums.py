"""Which columns are price, quantity and amount of each other, whatever their headers say? Their own sums tell."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

import numpy as np
import pandas as pd

from segmentation.tables.kinds import Header
from segmentation.tables.types import Typed, body_of

_ROWS, _FEWEST, _MOST = 200, 8, 10
_HOLDS = 0.9  # in this share of the rows: people round, and give things away
_NUMBERS = ("integer", "number", "money")
_NEVER = frozenset({"ID", "TAX", "DATE", "PERIOD", "TIME", "MARGIN"})


def told_by_sums(columns: Sequence[Header], text: pd.DataFrame) -> set[tuple[str, str]]:
    """Role and column of every price × quantity = amount in this table, with or without a discount in per cents.

    Of two factors the one with whole numbers only is the quantity; where that does not tell, both are said of both. Nothing is said when the quantity never varies: then price and amount
    are the same thing.

    >>> from segmentation.tables.kinds import headers
    >>> from segmentation.tables.types import decide, look_at
    >>> rows = [(str(n), f"{price},50", f"{n * (price + 0.5):.2f}".replace(".", ",")) for n, price in zip([1, 2, 3, 4] * 3, range(2, 14))]
    >>> text = pd.DataFrame(rows, columns=["a", "b", "c"], dtype="str")
    >>> looks = [look_at(text[name]) for name in text]
    >>> sorted(told_by_sums(headers(looks, {look.name: decide(look) for look in looks}), text))
    [('amount', 'c'), ('price', 'b'), ('quantity', 'a')]
    """
    some = [column for column in columns if column.typed.type in _NUMBERS and not _beside(set(column.ideas))]
    if not 3 <= len(some) <= _MOST:
        return set()
    cells = text.head(_ROWS)
    values = {column.name: _numbers(cells[column.name], column.typed) for column in some}
    shares = [
        _share(cells[column.name], column.typed)
        for column in columns
        if "DISCOUNT" in column.ideas and "AMOUNT" not in column.ideas
    ]
    return {claim for triple in _triples(values, [np.ones(len(cells)), *shares]) for claim in triple}


def _beside(have: set[str]) -> bool:
    """Whether figures under these ideas are no part of a sum: a tax is not, an amount without it is."""
    return bool(have & _NEVER) and not ("TAX" in have and have & {"EXCL", "INCL"})


def _triples(values: Mapping[str, np.ndarray], left: Sequence[np.ndarray]) -> Iterator[tuple[tuple[str, str], ...]]:
    for quantity, price, amount in permutations(values, 3):
        number, each, total = values[quantity], values[price], values[amount]
        if _whole(each) and not _whole(number):
            continue  # the other way round is looked at as well
        filled = ~np.isnan(number + each + total)
        if filled.sum() < _FEWEST or len(np.unique(number[filled])) < 2 or len(np.unique(each[filled])) < 2:
            continue
        for part in left:
            due = (number * each * part)[filled]
            if (np.abs(due - total[filled]) <= 0.011 + 0.002 * np.abs(due)).mean() >= _HOLDS:
                yield ("quantity", quantity), ("price", price), ("amount", amount)
                break


def _whole(values: np.ndarray) -> bool:
    known = values[~np.isnan(values)]
    return bool((known == np.floor(known)).all())


def _numbers(cells: pd.Series, typed: Typed) -> np.ndarray:
    return np.array([_number(cell, "," if typed.format.startswith(",") else ".") for cell in cells])


def _number(cell: str, decimal: str) -> float:
    found = body_of(cell) if isinstance(cell, str) and cell else None
    if found is None:
        return np.nan
    body = found[0].replace("." if decimal == "," else ",", "").replace(",", ".")
    try:
        value = float(body)
    except ValueError:
        return np.nan
    return -value if cell.strip().startswith(("-", "(")) or "minus_behind" in found[1] else value


def _share(cells: pd.Series, typed: Typed) -> np.ndarray:
    """What a discount in per cents leaves of a price."""
    percents = np.nan_to_num(_numbers(cells, typed))
    return 1 - percents / (100 if percents.max(initial=0) > 1 else 1)
