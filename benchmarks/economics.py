"""How long does weighing take, and how much does the Monte Carlo of the certainty cost of it?

    python -m benchmarks.economics

Weighs 5,000 and 200,000 invented customers with 1,000 draws of every cost range, beside the same without any range, and beside drawing one
world at a time, the way one would first write it (timed on 20 draws and multiplied).
"""

import time

import numpy as np
import pandas as pd

import segmentation as seg
from segmentation.economics.drivers import drivers_of
from segmentation.economics.statement import entries, statement


def shop(size: int) -> pd.DataFrame:
    chance = np.random.default_rng(size)
    return pd.DataFrame(
        {
            "monetary": chance.gamma(1, 120, size).round(2),
            "frequency": chance.poisson(1.5, size) + 1,
            "returns_count": chance.poisson(0.3, size),
            "returns_value": chance.gamma(1, 8, size).round(2),
            "tickets": chance.poisson(0.3, size),
            "mailings": chance.poisson(10, size),
            "age": chance.integers(18, 80, size),
            "gender": chance.choice(["V", "M"], size),
        },
        index=[f"K{place:06d}" for place in range(size)],
    )


def clock(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def one_world_at_a_time(table: pd.DataFrame, costs: seg.Costs, draws: int) -> None:
    drivers = drivers_of(table)
    made, drawn = entries(drivers, costs), costs.draw(draws)
    for place in range(draws):
        values = {name: float(drawn[name][place]) if name in drawn else costs.likely(name) for name in costs.names()}
        statement(drivers, made, values)


def main() -> None:
    ranges = seg.Costs.usual()
    certain = seg.Costs(**{name: ranges.likely(name) for name in ranges.names()})
    seg.weigh_economics(shop(100), ranges)
    for size in (5_000, 200_000):
        table = shop(size)
        whole = min(clock(lambda: seg.weigh_economics(table, ranges, draws=1000)) for _ in range(3))  # noqa: B023
        without = min(clock(lambda: seg.weigh_economics(table, certain, draws=1000)) for _ in range(3))  # noqa: B023
        naive = clock(lambda: one_world_at_a_time(table, ranges, 20)) * 50  # noqa: B023
        print(
            f"{size:>7} customers: {whole:.2f} s with 1,000 draws, {without:.2f} s without ranges, {naive:.0f} s one world at a time ({naive / whole:.0f}×)"
        )


if __name__ == "__main__":
    main()
