"""Small customer bases with segments put on by hand, so that every figure can be worked out on paper."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from segmentation.segments.segmentation import Feature, Segmentation, lettered


def segmented(frame: pd.DataFrame, letters, features=None, stability=None, space=None, **more) -> Segmentation:
    """A Segmentation with these letters, one per row of the frame."""
    labels = lettered(pd.Series(list(letters), index=frame.index))
    numeric = frame.select_dtypes("number") if space is None else space
    kinds = list(labels.cat.categories)
    return Segmentation(
        labels=labels,
        verdict="reproducible",
        stability=pd.Series(
            stability or [0.8] * len(kinds), index=pd.Index(kinds, dtype="str", name="segment"), name="stability"
        ),
        certainty=pd.Series(1.0, index=frame.index, name="certainty"),
        candidates=pd.DataFrame(),
        k=len(kinds),
        method="kmeans",
        seed=0,
        features=tuple(Feature(name) for name in (features or numeric.columns)),
        space=(numeric - numeric.mean()) / numeric.std().replace(0, 1) if space is None else space,
        **more,
    )


def shop(rows: int = 400, seed: int = 0) -> tuple[pd.DataFrame, pd.Series]:
    """A shop with three kinds of customers: many who bought once, regulars, and few who return half of what they buy."""
    random = np.random.default_rng(seed)
    kind = random.choice(["A", "B", "C"], rows, p=[0.55, 0.35, 0.10])
    orders = np.where(kind == "A", 1, random.poisson(6, rows) + 2)
    average = random.lognormal(3.5, 0.4, rows)
    frame = pd.DataFrame(
        {
            "frequency": orders,
            "monetary": (orders * average).round(2),
            "recency": np.where(kind == "A", random.integers(200, 400, rows), random.integers(0, 90, rows)),
            "return_share": np.where(kind == "C", random.uniform(0.4, 0.6, rows), random.uniform(0, 0.1, rows)).round(3),
            "country": np.where(random.random(rows) < np.where(kind == "B", 0.8, 0.3), "Nederland", "België"),
            "one_time": orders == 1,
            "tickets": np.where(kind == "C", random.poisson(1.5, rows), 0),
            "email": [f"klant{number}@voorbeeld.nl" for number in range(rows)],
        },
        index=pd.Index([f"k{number:05d}" for number in range(rows)], name="customer_id"),
    )
    return frame, pd.Series(kind, index=frame.index)


def table_of(frame: pd.DataFrame, **more) -> SimpleNamespace:
    """A stand-in for a CustomerTable: the same fields as far as the segments room looks at them."""
    kinds = {
        "frequency": "count", "monetary": "money", "recency": "days", "return_share": "share", "country": "category",
        "one_time": "boolean", "tickets": "count", "email": "text", "secret": "number",
    }  # fmt: skip
    columns = pd.DataFrame({"kind": {name: kinds.get(name, "number") for name in frame.columns}})
    columns["personal"] = [name in {"email", "secret"} for name in columns.index]
    facts = {"frame": frame, "columns": columns, "currency": "EUR", "as_of": pd.Timestamp("2025-01-01"), "lines": None, **more}
    return SimpleNamespace(**facts)
