"""Where do customers lie close together? HDBSCAN (Campello, Moulavi & Sander 2013); whoever lies between is given to the nearest group."""

import numpy as np


def dense(points: np.ndarray) -> tuple[np.ndarray, float]:
    """(labels, share that lay between the groups). One group when nothing stands out."""
    from sklearn.cluster import HDBSCAN

    found = HDBSCAN(min_cluster_size=max(5, len(points) // 40), min_samples=5, copy=True).fit(points).labels_
    between = found < 0
    if between.all():
        return np.zeros(len(points), np.int64), 1.0
    groups = np.unique(found[~between])
    means = np.array([points[found == group].mean(0) for group in groups])
    nearest = ((points[:, None, :] - means[None, :, :]) ** 2).sum(2).argmin(1)
    return np.where(between, nearest, np.searchsorted(groups, found)).astype(np.int64), float(between.mean())
