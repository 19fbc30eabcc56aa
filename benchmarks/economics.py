"""How long does weighing take, and how much does the Monte Carlo of the certainty cost of it?

    python -m benchmarks.economics

Weighs 5,000 and 200,000 invented customers with 1,000 draws of every cost range, beside the same without any range, and beside drawing one
world at a time, the way one would first write it (timed on 20 draws and multiplied). Then page 7 is drawn for 5,000 customers, without a browser, and
a cost is changed on it: what the server does for that, in seconds and in seconds of processor, beside drawing the page for the first time.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

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


def orders(size: int) -> bytes:
    """An export of orders of so many customers over two years."""
    chance = np.random.default_rng(size)
    rows = size * 5
    days = pd.Timestamp("2023-01-01") + pd.to_timedelta(chance.integers(0, 730, rows), unit="D")
    table = pd.DataFrame(
        {
            "customer_id": [f"K{place:05d}" for place in np.r_[np.arange(size), chance.integers(0, size, rows - size)]],
            "order_id": [f"O{place:06d}" for place in range(rows)],
            "date": days.strftime("%Y-%m-%d"),
            "product": [f"product {place}" for place in chance.zipf(1.6, rows) % 200],
            "category": chance.choice(["bread", "cake", "drinks"], rows),
            "amount": (chance.gamma(2, 20, rows) * chance.choice([1, 1, 1, 1, -1], rows)).round(2),
        }
    )
    return table.to_csv(index=False).encode()


def both_clocks(work: Any) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def redraw(size: int, turns: int = 9) -> None:
    """Page 7 for so many customers: its first drawing, and what a changed cost takes."""
    from streamlit.testing.v1 import AppTest

    from segmentation.language import speak
    from segmentation.ui import state

    speak("en")  # AppTest writes options outside the thread of the page
    store = state.store()
    study = store.add_upload(store.new("Orders", language="en"), orders(size), "orders.csv")
    analysis = store.analysis(study)
    for step in ("economics", "profiles"):
        analysis.compute(step)
    shown = AppTest.from_file(str(Path(__file__).resolve().parents[1] / "app.py"), default_timeout=300)
    shown.query_params["study"] = study.id
    shown.switch_page("pages/7_roi.py")

    def draw() -> None:
        shown.session_state[f"open:costs|{study.id}"] = True  # AppTest forgets with each run what was open
        shown.run()
        assert not shown.exception

    first = both_clocks(draw)
    time.sleep(5)  # as somebody who looks at the page
    taken = []
    for turn in range(turns):
        cost = next(box for box in shown.number_input if str(box.key).startswith("cost:per_order"))
        cost.set_value(round(2.0 + turn / 10, 2))
        taken.append(both_clocks(draw))
    wall, processor = (statistics.median(column) for column in zip(*taken[1:], strict=True))
    print(
        f"{size:>7} customers: a changed cost on page 7 takes the server {wall:.2f} s, {processor:.2f} s of processor; "
        f"the first drawing {first[0]:.2f} s and {first[1]:.2f} s ({first[1] / processor:.1f}×)"
    )


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
    with tempfile.TemporaryDirectory() as home:
        os.environ["KLANTBEELD_HOME"] = home
        redraw(5_000)
        sys.stdout.flush()
        os._exit(0)  # the worker's process may still be starting
