"""Where are more customers like the best ones: at most three rules an address supplier can sell, and what may an address cost?

Best are the fifth with the highest profit, as far as that is above zero. Rules are looked for in one half of the customers (by id) and measured
in the other, so the hit rate is not flattered by the search. Break-even price = part that responds × first year's profit of a customer in the rule.
"""

import json
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

COLUMNS = [
    "rule",
    "hit_rate",
    "hit_low",
    "hit_high",
    "base",
    "lift",
    "customers",
    "share",
    "profit",
    "respond",
    "price_low",
    "price",
    "price_high",
]
SOLD = (
    "place",
    "province",
    "region",
    "country",
    "gender",
    "household",
    "sector",
    "generation",
)  # what lists of addresses are chosen by
RESPOND = (0.003, 0.008, 0.02)
LEAST = 20


def find(frame: pd.DataFrame, cents: pd.DataFrame, years: float) -> pd.DataFrame:
    """Up to three rules, best first; empty when the table holds nothing an address supplier knows.

    `rule` is JSON: a list of [column, value] pairs (age as "35-44"); hit rate with 95 % Wilson interval, against the base rate.
    """
    traits = _traits(frame)
    profit = cents["profit"].to_numpy() / 100
    if traits.empty or len(frame) < 10 * LEAST:
        return pd.DataFrame(columns=COLUMNS)
    best = (profit >= np.quantile(profit, 0.8)) & (profit > 0)
    half = pd.util.hash_array(frame.index.to_numpy(dtype=object), categorize=False) % 2 == 1
    masks = _masks(traits)
    found = _search({pair: mask[half] for pair, mask in masks.items()}, best[half])
    rows: list[dict[str, Any]] = []
    for rule in found:
        inside = np.logical_and.reduce([masks[pair] for pair in rule])
        measured = inside & ~half
        if measured.sum() < LEAST:
            continue
        hits, base = int(best[measured].sum()), float(best[~half].mean())
        low, high = _wilson(hits, int(measured.sum()))
        if low <= 1.1 * base or any(_same(rule, json.loads(row["rule"])) for row in rows):
            continue
        earned = max(float(profit[inside].mean()) / years, 0.0)
        rows.append(
            {
                "rule": json.dumps([list(pair) for pair in rule], ensure_ascii=False),
                "hit_rate": hits / int(measured.sum()),
                "hit_low": low,
                "hit_high": high,
                "base": base,
                "lift": hits / int(measured.sum()) / base,
                "customers": int(inside.sum()),
                "share": float(inside.mean()),
                "profit": round(earned, 2),
                "respond": RESPOND[1],
                **{
                    name: round(part * earned, 2)
                    for name, part in zip(("price_low", "price", "price_high"), RESPOND, strict=True)
                },
            }
        )
        if len(rows) == 3:
            break
    return pd.DataFrame(rows, columns=COLUMNS)


def _traits(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns a supplier can choose by, as text; ages in bands of ten years; what hardly varies is left out."""
    found = {
        name: frame[name].astype("str").where(frame[name].notna() & (frame[name].astype("str") != ""))
        for name in SOLD
        if name in frame
    }
    if "age" in frame:
        found.pop("generation", None)
        age = pd.to_numeric(frame["age"], errors="coerce")
        start = (age + 5) // 10 * 10 - 5
        found["age"] = (start.astype("Int64").astype("str") + "-" + (start + 9).astype("Int64").astype("str")).where(
            age.between(15, 95)
        )
    if {"province", "place"} & set(found):
        found.pop("region", None)
    for name in ("employees", "firm_turnover"):
        if name in frame and frame[name].nunique() > 3:
            found[name] = pd.qcut(pd.to_numeric(frame[name], errors="coerce"), 3, duplicates="drop").astype("str")
    kept = {name: values for name, values in found.items() if values.nunique() > 1 and values.notna().mean() > 0.3}
    return pd.DataFrame(kept, index=frame.index)


def _masks(traits: pd.DataFrame) -> dict[tuple[str, str], np.ndarray]:
    """Per column and value who has it, for values that occur often enough to be measured twice."""
    found = {}
    for column in traits:
        codes, values = pd.factorize(traits[column], sort=True)
        often = np.bincount(codes[codes >= 0], minlength=len(values)) >= 2 * LEAST
        found.update({(str(column), str(value)): codes == place for place, value in enumerate(values) if often[place]})
    return found


def _search(masks: dict[tuple[str, str], np.ndarray], best: np.ndarray) -> list[tuple[tuple[str, str], ...]]:
    """Conjunctions of one to three conditions, by the lower bound of their hit rate × the root of their size."""
    base = float(best.mean())
    single = [(pair, mask) for pair, mask in masks.items() if mask.sum() >= LEAST]
    lifted = sorted(single, key=lambda item: (-_gain(item[1], best, base), item[0]))[:12]
    scored: list[tuple[tuple[tuple[str, str], ...], float]] = [((item[0],), _gain(item[1], best, base)) for item in lifted]
    for size in (2, 3):
        for group in combinations(lifted, size):
            if len({item[0][0] for item in group}) == size:
                inside = np.logical_and.reduce([item[1] for item in group])
                if inside.sum() >= LEAST:
                    scored.append((tuple(sorted(item[0] for item in group)), _gain(inside, best, base)))
    return [rule for rule, gain in sorted(scored, key=lambda item: (-item[1], item[0])) if gain > 0]


def _gain(inside: np.ndarray, best: np.ndarray, base: float) -> float:
    size = int(inside.sum())
    return (_wilson(int(best[inside].sum()), size)[0] - base) * np.sqrt(size)


def _same(rule: tuple[tuple[str, str], ...], other: list[list[str]]) -> bool:
    """Whether two rules say nearly the same: one contains the other."""
    mine, theirs = {tuple(pair) for pair in rule}, {tuple(pair) for pair in other}
    return mine <= theirs or theirs <= mine


def _wilson(hits: int, size: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson (1927) score interval for a share."""
    if not size:
        return 0.0, 1.0
    share, spread = hits / size, z * z / size
    middle, reach = share + spread / 2, z * np.sqrt(share * (1 - share) / size + spread / (4 * size))
    return float((middle - reach) / (1 + spread)), float((middle + reach) / (1 + spread))
