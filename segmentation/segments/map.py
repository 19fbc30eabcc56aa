"""Where does every customer stand? A flat picture of the customer base, for looking only: segments are never made from it."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from segmentation.errors import MissingData
from segmentation.language import _, percent
from segmentation.segments.kernels import warm_up
from segmentation.segments.material import in_order
from segmentation.segments.segmentation import Segmentation
from segmentation.segments.trust import measure_trust

FEWEST = 15  # umap needs a neighbourhood; below this the principal components say all there is
REFINE_UP_TO = 400_000

__all__ = ["describe_map", "draw_map", "warm_up"]

Progress = Callable[[float, str], None] | None


def draw_map(
    customers: object,
    segmentation: Segmentation,
    *,
    seed: int = 0,
    quick: bool = False,
    refine: bool | None = None,
    progress: Progress = None,
) -> pd.DataFrame:
    """A place (x, y) for every customer, with its segment; indexed by customer id. The same customers give the same map.

    `quick` gives the principal components at once; otherwise UMAP on at most 20,000 landmarks with the rest laid between them
    and, with `refine` (by itself up to 400,000 customers), a few gentle rounds over everybody. Fewer than 15 customers, or
    features in which customers hardly differ, get the principal components.

    `.attrs`: method ("umap", "pca"), trustworthiness and neighbour_recall (0–1, see `segmentation.segments.trust`), landmarks
    (how many rows UMAP saw), refined, seed. Raises MissingData when the segmentation has no treated features to draw.

    >>> import pandas as pd
    >>> from segmentation.segments import find_segments
    >>> customers = pd.DataFrame({"monetary": [9.0, 10, 11, 12, 95, 96, 97, 98, 99, 100]}, index=list("abcdefghij"))
    >>> drawn = draw_map(customers, find_segments(customers, k=2), quick=True)
    >>> drawn.columns.tolist(), drawn.attrs["method"]
    (['x', 'y', 'segment'], 'pca')
    """
    from segmentation.segments.landmarks import LANDMARKS, place_all, principal

    order = in_order(segmentation.space.index)
    space = segmentation.space.iloc[order]
    points = _points(space)
    different = len(np.unique(points[:5000], axis=0)) if len(points) else 0
    umap = not quick and len(points) >= FEWEST and different > 3
    if umap:
        _tell(progress, 0.1, _("Drawing the map of your customers"))
        refine = len(points) <= REFINE_UP_TO if refine is None else refine
        places = place_all(points, seed=seed, refine=refine)
    else:
        places = principal(points)
    _tell(progress, 0.9, _("Checking how far the map can be trusted"))
    trust, recall = measure_trust(points, places, seed=seed)
    same = segmentation.labels.index.equals(segmentation.space.index)
    labels = segmentation.labels.iloc[order] if same else segmentation.labels.reindex(space.index)
    drawn = pd.DataFrame({"x": places[:, 0], "y": places[:, 1], "segment": labels.array}, index=space.index)
    drawn.attrs = {
        "method": "umap" if umap else "pca",
        "trustworthiness": round(trust, 4),
        "neighbour_recall": round(recall, 4),
        "landmarks": min(LANDMARKS, len(points)) if umap else 0,
        "refined": bool(umap and refine and len(points) > LANDMARKS),
        "seed": seed,
        "customers": len(points),
    }
    _tell(progress, 1.0, _("The map is ready"))
    return drawn


def describe_map(drawn: pd.DataFrame) -> list[str]:
    """How the map was made and how far to trust it, in sentences."""
    trust = drawn.attrs.get("trustworthiness", 1.0)
    umap = drawn.attrs.get("method") == "umap"
    how = _("Customers who look alike stand close together.") if umap else _("A first, straight projection of the customers.")
    if trust >= 0.95:
        faith = _("Neighbours on the map are really alike: you can trust who stands next to whom.")
    elif trust >= 0.85:
        faith = _("Most neighbours on the map are really alike, but not all.")
    else:
        faith = _("Many neighbours on the map are not really alike: use the figures, not the picture.")
    recall = drawn.attrs.get("neighbour_recall")
    nearest = "" if recall is None else _("Of the customers most like somebody, {share} also stand close by on the map.").format(share=percent(recall))
    return [how, faith, *([nearest] if nearest else []), _("Distances between far groups, and their size on the map, mean nothing.")]


def _points(space: pd.DataFrame) -> NDArray[np.float32]:
    """Finite, centred, in the scale of the features as they were clustered."""
    if space.shape[1] == 0:
        raise MissingData(_("There are no features to draw a map of."), _("Choose at least one feature first."))
    values = np.nan_to_num(space.to_numpy(np.float64, na_value=np.nan), posinf=0, neginf=0).clip(-1e6, 1e6)
    return (values - values.mean(axis=0) if len(values) else values).astype(np.float32)


def _tell(progress: Progress, share: float, text: str) -> None:
    if progress:
        progress(share, text)
