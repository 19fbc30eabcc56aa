"""How does another program give a customer its segment? A recipe in plain JSON: every treatment and every centre, and nothing
hidden.

`score(recipe, frame)` is all that is needed to carry it out; it uses the recipe and nothing else of this package's results.
"""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import _
from segmentation.segments.plain import plain
from segmentation.segments.segmentation import Feature, Segmentation

FORMAT = "klantbeeld-segments-1"
STEPS = {
    "number": "x missing → fill; low ≤ x ≤ high; then by transform; then (x − centre) / scale · √weight",
    "log": "sign(x) · ln(1 + |x| / divisor)",
    "spread": "asinh((x − middle) / divisor)",
    "rank": "place among the quantiles, from -1 to 1",
    "unknown": "where a number has it: beside the number (missing − unknown) / √(unknown · (1 − unknown)) · √weight",
    "category": "per level (hit − share) / √max(share, 0.001) · √weight; unknown: level number rest; missing: its level or common",
    "centres": "the nearest centre by Euclidean distance, after (row − centre) · axes where axes are given",
    "cells": "one figure per cut in this order, 1 above it and 0 at it, below it or missing, read as a number of two; its place in present",
    "rules": "the first rule of which all conditions hold (and before or), counted from 0; its place in present",
    "mixture": "the largest share · Gaussian density · product of level chances, summed over the parts of a group (joined)",
}
USED = frozenset("fill low high transform divisor middle quantiles centre scale levels rest common shares unknown".split())
FITTED = ("centres", "mixture")
MODELS = (*FITTED, "cells", "rules")

Values = NDArray[np.float64]


def write_recipe(customers: Any, segmentation: Segmentation) -> dict[str, Any]:
    """The recipe of a segmentation as plain data for JSON, with the share of these customers that it places alike (`fidelity`).

    Exact for k-means, mixtures, cells and own rules. Ward, HDBSCAN and latent classes have no formula of their own: there the recipe gives
    everybody to the nearest centre. Raises WrongChoice for segments that were not made by this package.
    """
    frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
    recipe = recipe_of(segmentation)
    placed = score(recipe, frame)
    if not frame.index.equals(segmentation.labels.index):
        placed = placed.reindex(segmentation.labels.index)
    alike = placed.to_numpy(dtype=object) == segmentation.labels.astype(str).to_numpy(dtype=object)
    return {**recipe, "fidelity": float(np.mean(alike))}


def recipe_of(segmentation: Segmentation) -> dict[str, Any]:
    """The recipe without its fidelity: all that is needed to place customers, new ones too."""
    model, letters = segmentation.model, segmentation.verdict_facts.get("letters")
    if model.get("kind") not in MODELS or not letters:
        raise _unfit()
    return {
        "format": FORMAT, "steps": STEPS, "method": segmentation.method, "seed": segmentation.seed,
        "features": [_ingredient(feature) for feature in segmentation.features if feature.taken] if model["kind"] in FITTED else [],
        "model": model, "letters": {str(group): letter for group, letter in enumerate(letters)},
    }  # fmt: skip


def score(recipe: dict[str, Any], customers: Any) -> pd.Series:
    """Customer → segment by the recipe, for the customers it was made from and for new ones; missing for whom no segment was made by hand.

    Raises MissingData when a column of the recipe is not there.
    """
    frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
    groups = pd.Series(_groups(recipe, plain(frame)), index=frame.index)
    return groups.astype(str).map(recipe["letters"]).astype("str").rename("segment")


def _unfit() -> WrongChoice:
    hint = _("Use the rules, the SQL or the spreadsheet formula instead.")
    return WrongChoice(_("These segments cannot travel as a scoring recipe."), hint)


def _ingredient(feature: Feature) -> dict[str, Any]:
    facts = {name: value for name, value in feature.facts.items() if name in USED}
    return {"name": feature.name, "weight": feature.treatment.weight, **facts}


def _groups(recipe: dict[str, Any], frame: pd.DataFrame) -> NDArray[np.int64]:
    features, model = recipe["features"], recipe["model"]
    if model["kind"] not in FITTED:
        return _by_hand(frame, model)
    missing = [feature["name"] for feature in features if feature["name"] not in frame.columns]
    if missing:
        raise _absent(missing)
    smooth = [feature for feature in features if "levels" not in feature]
    kinds = [feature for feature in features if "levels" in feature]
    numbers = _stack([part for feature in smooth for part in _number(frame[feature["name"]], feature)], len(frame))
    codes = [_codes(frame[feature["name"]], feature) for feature in kinds]
    if model["kind"] == "mixture":
        return _likeliest(numbers, codes, model)
    wide = np.column_stack([numbers, *[_indicators(code, feature) for code, feature in zip(codes, kinds, strict=True)]])
    if "axes" in model:
        wide = (wide - np.array(model["centre"])) @ np.array(model["axes"])
    if wide.shape[1] != len(model["centres"][0]):
        raise _unfit()
    return _nearest(wide, np.array(model["centres"]))


def _stack(parts: list[Values], rows: int) -> Values:
    return np.column_stack(parts) if parts else np.zeros((rows, 0))


def _by_hand(frame: pd.DataFrame, model: dict[str, Any]) -> NDArray[np.int64]:
    from segmentation.segments.methods.cells import cells
    from segmentation.segments.methods.own_rules import own_segments

    absent = [name for name in model.get("cuts", ()) if name not in frame.columns]
    if absent:
        raise _absent(absent)
    raw = own_segments(frame, model["rules"])[0] if model["kind"] == "rules" else cells(frame, model["cuts"])
    place = {number: group for group, number in enumerate(model["present"])}
    return np.array([place.get(int(number), -1) for number in raw], dtype=np.int64)


def _absent(columns: list[str]) -> MissingData:
    return MissingData(
        _("These columns are needed and not there: {columns}.").format(columns=", ".join(columns)),
        _("Build the customers with the same tables as before."))


def _number(values: pd.Series, feature: dict[str, Any]) -> list[Values]:
    """The treated number, and beside it whether it was missing where that is kept."""
    from segmentation.segments.treatment import as_numbers

    x = np.array(as_numbers(values), dtype=float)
    share, root = feature.get("unknown", 0.0), np.sqrt(feature["weight"])
    flag = [(np.isnan(x) - share) / np.sqrt(share * (1 - share)) * root] if share else []
    x = np.clip(np.where(np.isnan(x), feature["fill"], x), feature["low"], feature["high"])
    if feature["transform"] == "log":
        x = np.sign(x) * np.log1p(np.abs(x) / feature["divisor"])
    elif feature["transform"] == "spread":
        x = np.arcsinh((x - feature["middle"]) / feature["divisor"])
    elif feature["transform"] == "rank":
        x = np.interp(x, feature["quantiles"], np.linspace(-1, 1, len(feature["quantiles"])))
    return [np.asarray((x - feature["centre"]) / feature["scale"] * root), *flag]


def _codes(values: pd.Series, feature: dict[str, Any]) -> NDArray[np.int64]:
    place = {level: number for number, level in enumerate(feature["levels"])}
    words = [None if pd.isna(value) else str(value) for value in values]
    absent = place.get(None, feature.get("common", 0))
    return np.array([absent if word is None else place.get(word, feature["rest"]) for word in words], dtype=np.int64)


def _indicators(codes: NDArray[np.int64], feature: dict[str, Any]) -> Values:
    shares = np.array(feature["shares"])
    hits = codes[:, None] == np.arange(len(shares))
    return np.asarray((hits - shares) / np.sqrt(np.maximum(shares, 1e-3)) * np.sqrt(feature["weight"]))


def _nearest(points: Values, centres: Values) -> NDArray[np.int64]:
    away = np.stack([((points - centre) ** 2).sum(axis=1) for centre in centres], axis=1)
    return away.argmin(axis=1)


def _likeliest(numbers: Values, codes: list[NDArray[np.int64]], model: dict[str, Any]) -> NDArray[np.int64]:
    smooth = [place for place, border in enumerate(model["borders"]) if border is None]
    steps = [np.searchsorted(border, numbers[:, place]) for place, border in enumerate(model["borders"]) if border is not None]
    points, levels = numbers[:, smooth], [*codes, *steps]
    logs = []
    for part, share in enumerate(model["shares"]):
        log = np.full(len(points), np.log(max(share, 1e-300)))
        if smooth:
            spread = np.array(model["covariances"][part])
            spread = spread if model["shape"] >= 3 else np.diag(np.diag(spread))
            root = np.linalg.cholesky(spread)
            gap = np.linalg.solve(root, (points - np.array(model["means"][part])).T)
            log += -0.5 * (gap**2).sum(axis=0) - np.log(np.diag(root)).sum()
        for place, code in enumerate(levels):
            log += np.log(np.array(model["chances"][part][place]))[code]
        logs.append(log)
    chances = np.exp(np.array(logs) - np.max(logs, axis=0)).T
    joined = np.array(model["joined"])
    return np.column_stack([chances[:, joined == group].sum(axis=1) for group in range(joined.max() + 1)]).argmax(axis=1)
