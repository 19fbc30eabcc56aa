"""How does a column become a feature? Heavy tails by logarithm, extremes capped, one scale, rare categories grouped; all of it named."""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Feature
from segmentation.study import Treatment

TRANSFORMS = ("none", "log", "spread", "rank", "categories")
MISSING = ("median", "zero", "level", "flag")
RARE = 0.02
REACH = 6.0


def fit_treatment(values: pd.Series, feature: Feature) -> Feature:
    """The feature with its treatment fitted: `treatment` says what is done, `facts` with which figures.

    `feature.treatment` holds what the user overruled: transform (none, log, spread, rank, categories), cap (the largest value counted, in
    the column's own unit; `inf` for no cap), missing (median, zero, level, flag), weight. None means: decide by the data.
    """
    if feature.kind in ("category", "text") or feature.treatment.transform == "categories":
        return _fit_categories(values, feature)
    return _fit_number(values, feature)


def treat(values: pd.Series, feature: Feature) -> np.ndarray:
    """The column as treated: standardised numbers, or level numbers for a category. Works on customers never seen before, too."""
    facts = feature.facts
    if "levels" in facts:
        known = {level: number for number, level in enumerate(facts["levels"])}
        numbers, words = coded(values)
        lookup = [known.get(word, facts["rest"]) for word in words] + [known.get(None, facts["common"])]
        return np.array(lookup, dtype=np.int64)[numbers]
    x = np.array(as_numbers(values), dtype=float)
    x[np.isnan(x)] = facts["fill"]
    x = np.clip(x, facts["low"], facts["high"])
    return (_transformed(x, facts) - facts["centre"]) / facts["scale"]


def unknown(values: pd.Series, feature: Feature) -> list[np.ndarray]:
    """Where that it is missing is kept as information: who lacks the figure, standardised."""
    share = feature.facts.get("unknown", 0.0)
    return [(np.isnan(as_numbers(values)) - share) / np.sqrt(share * (1 - share))] if share else []


def as_numbers(values: pd.Series) -> np.ndarray:
    """Any column as floats: dates as days, booleans as 0 and 1, infinite or absurdly large as missing."""
    if pd.api.types.is_datetime64_any_dtype(values):
        days = (values.dt.tz_localize(None) if getattr(values.dt, "tz", None) else values) - pd.Timestamp("2000-01-01")
        return (days / pd.Timedelta(days=1)).to_numpy(float, na_value=np.nan)
    if pd.api.types.is_timedelta64_dtype(values):
        return (values / pd.Timedelta(days=1)).to_numpy(float, na_value=np.nan)
    numbers = pd.to_numeric(values, errors="coerce")
    x = np.array(numbers.astype("float64") if numbers.dtype != object else numbers.astype(float), dtype=float)
    x[~(np.abs(x) < 1e100)] = np.nan
    return x


def coded(values: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Any column as numbers of words, −1 where it is missing, with the words in order."""
    numbers, different = pd.factorize(values, use_na_sentinel=True)
    words = [str(value) for value in different]
    known = sorted(set(words))
    place = {word: number for number, word in enumerate(known)}
    lookup = np.array([place[word] for word in words] + [-1])
    return lookup[numbers], known


def _fit_categories(values: pd.Series, feature: Feature) -> Feature:
    numbers, words = coded(values)
    counts = pd.Series(np.bincount(numbers[numbers >= 0], minlength=len(words)), index=pd.Index(words, dtype=object))
    counts = counts.sort_values(ascending=False, kind="stable")
    enough = max(RARE * len(values), min(5, len(values) / 10))
    levels = [str(level) for level, count in counts.items() if count >= enough][:12]
    missing = int((numbers < 0).sum())
    lost = counts[~counts.index.isin(levels)]
    own_level = missing >= enough if feature.treatment.missing is None else feature.treatment.missing in ("level", "flag")
    if not levels:
        levels = [str(level) for level in counts.index[:1]]
    known: list[str | None] = list(levels)
    if len(lost):
        known.append("…")
    rest = len(known) - 1 if len(lost) else 0
    if own_level and missing:
        known.append(None)
    facts = {
        "levels": known, "rest": rest, "common": 0, "grouped": [str(level) for level in lost.index[:20]], "grouped_levels": len(lost), "grouped_customers": int(lost.sum()), "different": len(words),
        "missing": missing / max(len(values), 1), "share_largest": float(counts.iloc[0] / len(values)) if len(counts) else 0.0,
    }
    treatment = feature.treatment.model_copy(
        update={"transform": "categories", "missing": "level" if own_level else "most_common", "cap": None})
    return _with(feature, treatment, facts)


def _fit_number(values: pd.Series, feature: Feature) -> Feature:
    x = np.sort(as_numbers(values))  # so that neither the order of rows nor other columns can change the last bit of a sum
    wish = feature.treatment
    known = x[~np.isnan(x)]
    missing = 1 - len(known) / max(len(x), 1)
    fill_by = wish.missing if wish.missing in ("median", "zero") else "median"
    fill = 0.0 if fill_by == "zero" or not len(known) else float(np.median(known))
    full = np.where(np.isnan(x), fill, x)
    remembered = wish.missing == "flag" and 0 < missing < 1
    transform = wish.transform if wish.transform in TRANSFORMS else best_transform(known)
    facts: dict[str, Any] = {"fill": fill, "missing": float(missing), "skew": skewness(some(known)), "divisor": 1.0, "middle": 0.0}
    facts["transform"], facts["unknown"] = transform, float(missing) if remembered else 0.0
    if transform == "log":
        facts["divisor"] = log_divisor(some(known))
    elif transform == "spread":
        facts["middle"], facts["divisor"] = float(np.median(known)), robust_scale(some(known))
    elif transform == "rank":
        facts["quantiles"] = np.quantile(full, np.linspace(0, 1, 101)).tolist()
    facts["low"], facts["high"] = _caps(known, facts, wish.cap)
    values = np.unique(some(known))
    facts["range"] = [float(known.min()), float(known.max())] if 0 < len(values) <= 11 and np.all(values == np.round(values)) else None
    facts["capped_low"] = int((known < facts["low"]).sum())
    facts["capped"] = facts["capped_low"] + int((known > facts["high"]).sum())
    ready = _transformed(np.clip(full, facts["low"], facts["high"]), facts)
    spread = float(ready.std())
    facts["centre"], facts["scale"] = float(ready.mean()), spread if spread > 1e-12 * max(1.0, abs(float(ready.mean()))) else 1.0
    facts["skew_after"] = skewness(some(ready))
    cap = facts["high"] if facts["capped"] else None
    return _with(feature, wish.model_copy(update={"transform": transform, "cap": cap, "missing": "flag" if remembered else fill_by}), facts)


def some(x: np.ndarray, most: int = 20_000) -> np.ndarray:
    """Every second, third, … value: enough to see the shape of a column that lies in order."""
    return x[:: max(1, len(x) // most)]


def best_transform(known: np.ndarray) -> str:
    """None, log for a heavy right tail, spread (asinh) for two heavy tails.

    A quantile transform is never chosen: on columns full of zeros it destroys segments.
    """
    known = some(known)
    if len(np.unique(known)) < 5:
        return "none"
    before = abs(skewness(known))
    if known.min() >= 0 and known.max() > 1 + 1e-9 and before > 1:
        after = np.log1p(known / log_divisor(known))
        return "log" if abs(skewness(after)) < 0.8 * before else "none"
    if tail(known) > 2.2 and known.min() < 0:
        return "spread"
    return "none"


def tail(known: np.ndarray) -> float:
    """How much farther the outer customers lie than in a bell shape: (q.995 − q.005) / (q.75 − q.25) ÷ 3.82, 1 for a normal column."""
    low, q1, q3, high = np.quantile(known, [0.005, 0.25, 0.75, 0.995])
    return float((high - low) / (q3 - q1) / 3.82) if q3 > q1 else 1.0


def log_divisor(known: np.ndarray) -> float:
    """What to divide by before log(1 + x): the one of a few that leaves least skew, so that cents and thousands are treated alike."""
    positive = known[known > 0]
    if not len(positive):
        return 1.0
    if len(positive) < 0.98 * len(known):  # zeros must stay near to the ones and twos
        return 1.0 if np.all(known == np.round(known)) else float(np.median(positive))
    options = [*np.quantile(positive, [0.02, 0.1, 0.5]), float(np.median(positive)) * 0.01]
    found = min(options, key=lambda option: abs(skewness(np.log1p(known / max(option, 1e-9)))))
    return float(max(found, 1e-9))


def skewness(x: np.ndarray) -> float:
    """The third standardised moment; 0 for a constant."""
    spread = x.std() if len(x) else 0.0
    return float((((x - x.mean()) / spread) ** 3).mean()) if spread > 1e-12 else 0.0


def robust_scale(x: np.ndarray) -> float:
    """Interquartile range ÷ 1.349, or the standard deviation where half of the customers share one value."""
    q1, q3 = np.quantile(x, [0.25, 0.75])
    spread = float(q3 - q1) / 1.349
    deviation = float(x.std())
    return spread if spread > 0.2 * deviation else deviation or 1.0


def _caps(known: np.ndarray, facts: dict[str, Any], wish: float | None) -> tuple[float, float]:
    """Lowest and highest value counted: six robust standard deviations around the middle, of the treated values.

    Where half of the customers share one value (no returns at all), the others among themselves say what is extreme.
    """
    if not len(known):
        return 0.0, 0.0
    if wish is not None:
        return float(min(known.min(), wish)), float(wish)
    ready = some(_transformed(known, facts))
    common = float(np.median(ready))
    judged = ready[ready != common] if (ready == common).mean() > 0.4 else ready
    if len(np.unique(judged)) < 10:
        return float(known.min()), float(known.max())
    reach, middle = REACH * robust_scale(judged), float(np.median(judged))
    everything = _transformed(known, facts)
    inside = known[(np.abs(everything - middle) <= reach) | (everything == common)]
    return (float(inside.min()), float(inside.max())) if len(inside) else (float(known.min()), float(known.max()))


def _transformed(x: np.ndarray, facts: dict[str, Any]) -> np.ndarray:
    transform = facts["transform"]
    if transform == "log":
        return np.sign(x) * np.log1p(np.abs(x) / facts["divisor"])
    if transform == "spread":
        return np.arcsinh((x - facts["middle"]) / facts["divisor"])
    if transform == "rank":
        return np.interp(x, facts["quantiles"], np.linspace(-1, 1, 101))
    return x


def _with(feature: Feature, treatment: Treatment, facts: dict[str, Any]) -> Feature:
    from dataclasses import replace

    return replace(feature, treatment=treatment, facts=facts)
