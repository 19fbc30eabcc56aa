"""How fast and how small? Order lines to the customer table beside vectorised pandas, and lifetime value beside `lifetimes`.

    python benchmarks/customers.py                  10 M lines beside pandas, 1 M customers of lifetime value
    python benchmarks/customers.py --lines 100      the whole build of 100 M lines within 2 GB, and whether time grows faster than the lines
    python benchmarks/customers.py --oracle PYTHON  an interpreter in which `lifetimes` is installed, to run beside

Every comparison runs in one go and prints its ratio; the figures it gave are in docs/methods/customers.md.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

MILLION = 1_000_000
MEASURES = (
    *("lines", "monetary", "sales", "returns_value", "items", "frequency", "returns_count"),
    *("first_purchase", "last_purchase", "recent_sales", "earlier_sales"),
)


def made(folder: Path, millions: float) -> Path:
    """Order lines as a shop exports them: two million customers per hundred million lines, a fifth of the lines per order."""
    import duckdb

    path = folder / f"lines{millions:g}.parquet"
    rows = int(millions * MILLION)
    customers, orders = max(rows // 50, 1), max(rows // 5, 1)
    with duckdb.connect() as engine:
        engine.execute("SET memory_limit = '1500MB'")
        engine.execute(
            f"""COPY (
                SELECT 'O' || o AS order_no, 'K' || (hash(o) % {customers}) AS customer,
                       TIMESTAMP '2023-01-01' + to_minutes(CAST(hash(o * 7) % 1051200 AS BIGINT)) AS moment,
                       'P' || (hash(i * 3) % 5000) AS product, 1 + CAST(hash(i * 11) % 5 AS INTEGER) AS quantity,
                       CAST(hash(i * 13) % 20000 AS DOUBLE) / 100 * CASE WHEN hash(i * 17) % 50 = 0 THEN -1 ELSE 1 END AS amount
                FROM (SELECT i, i // 5 AS o FROM range({rows}) AS t(i)) WHERE o < {orders}
            ) TO '{path}' (FORMAT parquet)"""
        )
    return path


def table(path: Path) -> Any:
    roles = {
        "order": "order_no",
        "customer": "customer",
        "date": "moment",
        "product": "product",
        "quantity": "quantity",
        "amount": "amount",
    }
    return SimpleNamespace(
        name=path.name, kind="purchases", roles=roles, columns={}, rejected=[], fingerprint="", parquet=lambda: path
    )


def by_engine(path: Path, memory: str = "4GB") -> pd.DataFrame:
    """Twelve measures per customer, by this room's own expressions."""
    from segmentation.customers.engine import Workshop
    from segmentation.customers.lines import Reading, kept_lines, read_lines
    from segmentation.customers.purchases import buying, orders_of
    from segmentation.customers.sources import sources_of

    shop = Workshop(memory)
    source = sources_of((table(path),), shop.folder)[0]
    rows = shop.connection.read_parquet(str(path), file_row_number=True)
    lines, _refunds = kept_lines(shop.name(read_lines(rows, source, Reading()), "lines"))
    orders = orders_of(lines, {"quantity"}, numbered=source.roles["order"] in source.full)
    answer = shop.keep(buying(orders, pd.Timestamp("2025-01-01"), 182), "customers")
    shop.close()  # what the engine held is free before the answer is read
    return pd.read_parquet(answer).set_index("customer_id").sort_index()


def by_pandas(path: Path) -> pd.DataFrame:
    """The same twelve, as one would write them well in pandas: whole columns, one pass per grouping."""
    frame = pd.read_parquet(path)
    frame["cents"] = (frame.amount * 100).round().astype("int64")
    back = frame.cents < 0
    frame["sold"], frame["returned"] = frame.cents.where(~back, 0), -frame.cents.where(back, 0)
    frame["pieces"] = frame.quantity.where(~back, 0)
    bought = frame[~back]
    by = frame.groupby("customer", sort=True)
    out = by.agg(
        lines=("cents", "size"),
        monetary=("cents", "sum"),
        sales=("sold", "sum"),
        returns_value=("returned", "sum"),
        items=("pieces", "sum"),
    )
    per = bought.groupby("customer")
    out["frequency"], out["returns_count"] = per.order_no.nunique(), frame[back].groupby("customer").order_no.nunique()
    out["first_purchase"], out["last_purchase"] = per.moment.min(), per.moment.max()
    turn = pd.Timestamp("2025-01-02") - pd.Timedelta(days=182)
    recent, earlier = bought.moment >= turn, (bought.moment < turn) & (bought.moment >= turn - pd.Timedelta(days=182))
    out["recent_sales"] = bought[recent].groupby("customer").cents.sum()
    out["earlier_sales"] = bought[earlier].groupby("customer").cents.sum()
    out["recency"] = (pd.Timestamp("2025-01-01") - out.last_purchase.dt.normalize()).dt.days
    return out


def by_apply(path: Path, share: float) -> float:
    """Seconds that `groupby.apply` would take, from a share of the customers."""
    frame = pd.read_parquet(path)
    chosen = frame.customer.drop_duplicates().sample(frac=share, random_state=0)
    part = frame[frame.customer.isin(chosen)]
    start = time.perf_counter()
    part.groupby("customer").apply(_one, include_groups=False)
    return (time.perf_counter() - start) / share


def _one(rows: pd.DataFrame) -> pd.Series:
    bought = rows[rows.amount >= 0]
    return pd.Series(
        {
            "lines": len(rows),
            "monetary": rows.amount.sum(),
            "sales": bought.amount.sum(),
            "frequency": bought.order_no.nunique(),
            "items": bought.quantity.sum(),
            "first": bought.moment.min(),
            "last": bought.moment.max(),
        }
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


def _alike(one: pd.Series, two: pd.Series) -> bool:
    """Every customer's figure the same: cents to the cent, moments to the microsecond; who has none here has none there, or zero."""
    if one.dtype.kind == "M":
        return bool(((one == two) | (one.isna() & two.isna())).all())
    return bool((one.fillna(0).to_numpy() == two.fillna(0).to_numpy()).all())


def purchases(folder: Path, millions: float) -> None:
    path = made(folder, millions)
    by_engine(made(folder, 0.1))
    ours, one = timed(lambda: by_engine(path))
    theirs, two = timed(lambda: by_pandas(path))
    same = one.index.equals(two.index) and all(_alike(one[name], two[name]) for name in MEASURES)
    apply = by_apply(path, 0.01)
    print(
        f"{millions:g} M lines, {len(one):,} customers: engine {ours:.1f} s, pandas {theirs:.1f} s ({theirs / ours:.1f}x), "
        f"groupby.apply about {apply:.0f} s ({apply / ours:.0f}x); equal: {same}"
    )


def whole(path: Path) -> tuple[float, float, float, tuple[int, int]]:
    """Everything: seconds, processor seconds, peak of memory in MB, and the shape of the customer table."""
    from segmentation.customers import build_customers

    seconds, customers = timed(lambda: build_customers(table(path)))
    used = resource.getrusage(resource.RUSAGE_SELF)
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, customers.frame.shape


def large(folder: Path, millions: float) -> None:
    seconds, processors = [], []
    for part in (millions / 10, millions):
        took, processor, peak, (customers, columns) = apart(whole, apart(made, folder, part))
        seconds.append(took)
        processors.append(processor)
        print(
            f"{part:g} M lines, the whole build of {customers:,} customers x {columns} columns: {took:.0f} s "
            f"({processor:.0f} s of processor), peak {peak:,.0f} MB"
        )
    print(f"{seconds[1] / seconds[0]:.1f}x the time, {processors[1] / processors[0]:.1f}x the processor time for 10x the lines")


def apart(work: Callable[..., Any], *given: Any) -> Any:
    """What this gives in a process of its own, so that its memory is measured and nobody else's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(work, *given).result()


def simulated(customers: int, seed: int = 0) -> pd.DataFrame:
    """Histories of customers who buy and leave as BG/NBD says, in days, with spend as gamma-gamma says."""
    draw = np.random.default_rng(seed)
    rate, leave = draw.gamma(0.24, 1 / 4.41, customers) / 7, draw.beta(0.79, 2.43, customers)
    watched = draw.integers(100, 273, customers).astype("float64")
    x, last, here = np.zeros(customers), np.zeros(customers), np.ones(customers, dtype=bool)
    moment = np.zeros(customers)
    while here.any():
        moment = moment + draw.exponential(1 / np.maximum(rate, 1e-12))
        here &= moment < watched
        x, last = x + here, np.where(here, np.ceil(moment), last)
        here &= draw.random(customers) > leave
    last = np.minimum(last, watched)
    scale = draw.gamma(3.74, 1 / 15.44, customers)
    mean = np.divide(draw.gamma(6.25 * np.maximum(x, 1)) / scale, np.maximum(x, 1))
    return pd.DataFrame({"x": x, "t_x": last / 7, "T": watched / 7, "m": np.where(x > 0, mean, 0.0)})


def lifetime(folder: Path, oracle: str | None) -> None:
    from segmentation.customers import bgnbd, gammagamma

    frame = simulated(MILLION)
    x, t_x, watched, m = (frame[name].to_numpy() for name in frame)
    again = x > 0
    gammagamma.fit(x[again][:1000], m[again][:1000])
    ours, fitted = timed(lambda: (bgnbd.fit(bgnbd.Groups.of(x, t_x, watched)), gammagamma.fit(x[again], m[again])))
    values = [round(float(value), 4) for model in fitted for value in model.parameters]
    print(f"1 M customers, BG/NBD and gamma-gamma: {ours:.1f} s, parameters {values}")
    if oracle:
        path = folder / "histories.csv"
        frame.to_csv(path, index=False)
        told = json.loads(subprocess.run([oracle, "-c", ORACLE, str(path)], capture_output=True, text=True, check=True).stdout)
        print(f"`lifetimes`: {told['seconds']:.1f} s ({told['seconds'] / ours:.1f}x), parameters {told['parameters']}")


ORACLE = """
import json, sys, time, pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter
frame = pd.read_csv(sys.argv[1])
start = time.perf_counter()
one = BetaGeoFitter().fit(frame.x, frame.t_x, frame["T"])
again = frame[frame.x > 0]
two = GammaGammaFitter().fit(again.x, again.m)
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "parameters": [round(float(v), 4) for v in [*one.params_, *two.params_]]}))
"""


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--lines", type=float, default=10, help="millions of order lines")
    reader.add_argument("--oracle", help="an interpreter in which `lifetimes` is installed")
    wanted = reader.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if wanted.lines >= 50:
            large(folder, wanted.lines)
        else:
            purchases(folder, wanted.lines)
            lifetime(folder, wanted.oracle)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
