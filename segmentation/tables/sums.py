"""Which columns are price, quantity, tax and amount of each other, whatever their headers say? Their own sums tell."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

import numpy as np
import pandas as pd

from segmentation.tables.kinds import Header
from segmentation.tables.rules import header_scores
from segmentation.tables.types import Typed, body_of

_ROWS, _FEWEST, _MOST = 200, 8, 10
_HOLDS = 0.9  # in this share of the rows: people round, and give things away
_NUMBERS = ("integer", "number", "money")
_NEVER = frozenset({"ID", "TAX", "DATE", "PERIOD", "TIME", "MARGIN"})
_TAKEN_OFF = frozenset({"COMMISSION", "FEE", "EXPENSE"})  # what a bank or a platform keeps
_MOST_TAKEN = 0.15


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


def told_by_parts(columns: Sequence[Header], text: pd.DataFrame) -> set[tuple[str, str]]:
    """Role and column where two columns add up to a third: without tax + tax = with tax, and what was sold − what a platform keeps = what is paid out.

    The amount is the one without tax, and the one before anything is kept; `taxed` is said of the one with tax, `kept` of what is kept.

    >>> from segmentation.tables.kinds import headers
    >>> from segmentation.tables.types import decide, look_at
    >>> text = pd.DataFrame([(f"{n}.00", f"{n * 0.21:.2f}", f"{n * 1.21:.2f}") for n in range(10, 22)], columns=["Subtotal", "Sales tax", "Total"], dtype="str")
    >>> looks = [look_at(text[name]) for name in text]
    >>> sorted(told_by_parts(headers(looks, {look.name: decide(look) for look in looks}), text))
    [('amount', 'Subtotal'), ('taxed', 'Total')]
    """
    some = [column for column in columns if column.typed.type in _NUMBERS and "ID" not in column.ideas]
    if not 3 <= len(some) <= 3 * _MOST:
        return set()
    cells = text.head(_ROWS)
    parts = {column.name: column for column in some if set(column.ideas) & {"TAX", *_TAKEN_OFF} and not set(column.ideas) & {"EXCL", "INCL", "SHIPPING"}}
    values = {column.name: _numbers(cells[column.name], column.typed) for column in some} if parts else {}
    found: set[tuple[str, str]] = set()
    whole = [column.name for column in some if column.name not in parts and not _of_one(column)]
    for part, (less, more) in ((part, pair) for part in parts for pair in permutations(whole, 2)):
        taxed = "TAX" in parts[part].ideas
        if _adds_up(values[less], np.abs(values[part]), values[more], 1.0 if taxed else _MOST_TAKEN):
            found |= {("amount", less), ("taxed", more)} if taxed else {("amount", more), ("kept", part)}
    return found


def _of_one(column: Header) -> bool:
    """Whether this is what one piece costs, by its header."""
    scores = header_scores(column.ideas, "purchases")
    return scores.get("price", 0.0) > scores.get("amount", 0.0)


def _adds_up(less: np.ndarray, part: np.ndarray, more: np.ndarray, most: float) -> bool:
    """Whether in nearly all rows the first two make the third, and the part is as small as it should be."""
    filled = ~np.isnan(less + part + more) & (part > 0)
    if filled.sum() < _FEWEST or len(np.unique(less[filled])) < 2:
        return False
    less, part, more = less[filled], part[filled], more[filled]
    fits = np.abs(np.abs(more) - np.abs(less) - part) <= 0.011
    return bool(fits.mean() >= _HOLDS and np.median(part / np.maximum(np.abs(more), 0.01)) <= most)


def _beside(have: set[str]) -> bool:
    """Whether figures under these ideas are no part of a sum: a tax is not, an amount without it is."""
    return bool(have & _NEVER) and not ("TAX" in have and have & {"EXCL", "INCL"})


def _triples(values: Mapping[str, np.ndarray], left: Sequence[np.ndarray]) -> Iterator[tuple[tuple[str, str], ...]]:
    for quantity, price, amount in permutations(values, 3):
        number, each, total = values[quantity], values[price], values[amount]
        if _whole(each) and not _whole(number):
            continue  # the other way round is looked at as well
        filled = ~np.isnan(number + each + total)
        if filled.sum() < _FEWEST or (total[filled] == 0).mean() > 1 - _HOLDS / 2 or len(np.unique(number[filled])) < 2 or len(np.unique(each[filled])) < 2:
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
