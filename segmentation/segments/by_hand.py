"""What do segments made by hand look like? Cells of recency, frequency and value, or own rules, on the same criteria as the rest."""

from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments.bootstrap import redraw_with
from segmentation.segments.choose import Found
from segmentation.segments.criteria import apart, silhouette
from segmentation.segments.methods.cells import cell_cuts, cells
from segmentation.segments.methods.own_rules import own_segments, spelled
from segmentation.segments.space import Space


def by_hand(frame: pd.DataFrame, space: Space, method: str, rules: dict[str, str], seed: int, bootstraps: int) -> Found:
    """The segments of a recipe. Nobody claims that they are natural: the verdict is constructive."""
    if method == "rules":
        raw, names = own_segments(frame, rules)
        model: dict[str, Any] = {"kind": "rules", "rules": {name: spelled(frame, rule) for name, rule in rules.items()}}
    else:
        cuts = cell_cuts(frame)
        raw, names = cells(frame, cuts), []
        model = {"kind": "cells", "cuts": cuts}
    present, labels = np.unique(raw, return_inverse=True)
    k = len(present)
    model["present"] = present.tolist()

    def again(rows: np.ndarray, _rng: np.random.Generator) -> np.ndarray:
        fresh = raw if method == "rules" else cells(frame, cell_cuts(frame.iloc[rows]))
        return np.unique(fresh, return_inverse=True)[1]

    redrawn = redraw_with(labels, k, again, max(5, min(bootstraps, 100 if len(frame) < 50_000 else 20)), seed)
    rows = np.sort(np.random.default_rng(seed).choice(len(space), min(len(space), 1000), replace=False))
    width = silhouette(apart(space.wide[rows]), np.ones(len(rows)), labels[rows]) if k > 1 else 0.0
    low, high = redrawn.interval
    stable = float(redrawn.stability.mean())
    candidates = pd.DataFrame([{
        "method": method, "k": k, "shape": "", "silhouette": width, "stability": stable, "stability_low": low, "stability_high": high,
        "agreement": float(redrawn.agreement.mean()), "chosen": True,
    }])
    facts = {"by_hand": True, "groups": False, "stability": stable, "stability_low": low, "stability_high": high,
             "rule_names": [names[number] for number in present] if names else []}
    return Found(
        labels=labels, certainty=np.ones(len(frame)), k=k, method=method, stability=redrawn.stability, interval=(low, high),
        verdict="constructive", candidates=candidates, facts=facts, model=model,
    )
