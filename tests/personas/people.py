"""Tables to draw people from."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from segmentation.segments.differences import measure_facts
from segmentation.segments.material import gather


def three_kinds(n: int = 100, seed: int = 0) -> tuple[pd.DataFrame, pd.Series]:
    """Three kinds of customer that differ in age, money, returns and place."""
    draw = np.random.default_rng(seed)
    ids = [f"c{number:04}" for number in range(3 * n)]
    frame = pd.DataFrame(
        {
            "age": np.concatenate([draw.normal(middle, 4, n).round() for middle in (30, 48, 70)]),
            "frequency": draw.poisson(np.repeat([2, 9, 4], n)) + 1,
            "monetary": np.repeat([50.0, 900.0, 200.0], n) * draw.lognormal(0, 0.3, 3 * n),
            "return_share": np.repeat([0.3, 0.02, 0.1], n) * draw.random(3 * n),
            "tickets": draw.poisson(np.repeat([0.8, 0.05, 0.2], n)),
            "place": np.where(draw.random(3 * n) < np.repeat([0.6, 0.1, 0.2], n), "Assen", "Groningen"),
            "favourite_category": np.where(draw.random(3 * n) < np.repeat([0.7, 0.2, 0.1], n), "Mode", "Tuin"),
            "vip": draw.random(3 * n) < np.repeat([0.1, 0.8, 0.3], n),
        },
        index=pd.Index(ids, name="customer_id"),
    )
    return frame, pd.Series(np.repeat(list("ABC"), n), index=frame.index)


def profiles_of(frame: pd.DataFrame, labels: pd.Series, verdict: str = "natural", **stability: float) -> Any:
    """The part of a profile that personas are drafted from, for segments that are given."""
    sizes = labels.value_counts().sort_index()
    solution = SimpleNamespace(labels=labels, features=())
    return SimpleNamespace(
        facts=measure_facts(gather(frame, solution)), sizes=sizes, verdict=verdict, currency="EUR",
        stability=pd.Series({letter: stability.get(letter, 0.9) for letter in sizes.index}),
        names_in=lambda _language: {letter: f"Segment {letter}" for letter in sizes.index},
    )
