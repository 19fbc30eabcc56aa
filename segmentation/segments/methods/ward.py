"""Which groups appear when the two nearest are joined, again and again? Ward's (1963) tree on a sample of the customers."""

import numpy as np


def cut(points: np.ndarray, ks: list[int]) -> dict[int, np.ndarray]:
    """The labels of these few points at every number of groups: one tree, cut at each height."""
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = linkage(points, "ward")
    return {k: np.unique(fcluster(tree, k, "maxclust"), return_inverse=True)[1] for k in ks}


def means(points: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """The middle of every group."""
    return np.array([points[labels == group].mean(0) for group in range(int(labels.max()) + 1)])
