"""Which products really go together, and which dearer product could follow a cheaper one?

Lift compares how often two products are in one order with how often chance alone would put them there, so that "a bag goes with everything"
does not count. The interval is Wilson's for the share of buyers of the first who take the second, set against the share of all orders, and
widened for the number of pairs looked at (Bonferroni).
"""

from statistics import NormalDist

import numpy as np
import pandas as pd

from segmentation.economics.remembered import remembered

PRODUCTS, LEAST = 400, 20  # the best-selling products looked at; the orders a pair must share to be talked about
PAIRS = ["first", "second", "orders", "support", "confidence", "lift", "lift_low", "lift_high", "amount_second"]


# Lines that are no products, in the words of shops: POSTAGE, Verzendkosten, BANK CHARGES, Manual, Korting …
_GOODS = (
    "not regexp_matches(lower(coalesce(product_name, product, '')), "
    "'^(dotcom )?(postage|carriage|shipping|delivery|manual$|bank charges|samples?$|discount|adjust|verzend|porto|korting|bezorg|cadeaubon|gift ?(card|voucher))')"
)
_PRODUCT = "coalesce(nullif(product_name, ''), product)"


@remembered
def buyers_of(lines: str, products: tuple[str, ...]) -> dict[str, pd.Index]:
    """For these products the ids of those who bought it."""
    import duckdb

    with duckdb.connect() as engine:
        rows = engine.execute(
            f"select distinct customer_id, {_PRODUCT} as product from read_parquet(?) where not is_return and list_contains(?, {_PRODUCT})",
            [lines, list(products)],
        ).df()
    return {str(product): pd.Index(mine.astype(str).to_numpy(object)) for product, mine in rows.groupby("product")["customer_id"]}


@remembered
def pairs_of(lines: str) -> pd.DataFrame:
    """Products bought in one order more often than by chance: both ways round, surest lift first; empty when there are none."""
    import duckdb

    with duckdb.connect() as engine:
        engine.execute(
            f"create temp table bought as select distinct coalesce(order_id, customer_id || '·' || cast(date as date)) as o, {_PRODUCT} as p "
            f"from read_parquet(?) where not is_return and amount > 0 and {_GOODS}",
            [lines],
        )
        total = int(engine.execute("select count(distinct o) from bought").fetchall()[0][0])
        engine.execute(
            "create temp table best as select p, count(*) as n from bought group by p order by n desc, p limit ?", [PRODUCTS]
        )
        facts = (
            engine.execute(
                f"select {_PRODUCT} as p, median(amount) as amount from read_parquet(?) "
                "where not is_return and amount > 0 group by 1",
                [lines],
            )
            .df()
            .set_index("p")
        )
        both = engine.execute(
            "select a.p as first, b.p as second, count(*) as orders from (select bought.* from bought join best using (p)) a "
            "join (select bought.* from bought join best using (p)) b on a.o = b.o and a.p <> b.p group by all having count(*) >= ? order by 1, 2",
            [LEAST],
        ).df()
        counts = engine.execute("select p, n from best").df().set_index("p")["n"]
    return _lifts(both, counts, facts, total)


def _lifts(both: pd.DataFrame, counts: pd.Series, facts: pd.DataFrame, total: int) -> pd.DataFrame:
    if both.empty:
        return pd.DataFrame(columns=PAIRS)
    first, second = both["first"].map(counts).to_numpy(float), both["second"].map(counts).to_numpy(float)
    together = both["orders"].to_numpy(float)
    lift = together * total / (first * second)
    z = NormalDist().inv_cdf(1 - 0.05 / (2 * max(len(counts) * (len(counts) - 1) / 2, 1)))
    share, slack = together / first, z * z / first
    middle, reach = share + slack / 2, z * np.sqrt(share * (1 - share) / first + slack / (4 * first))
    low, high = (middle - reach) / (1 + slack), (middle + reach) / (1 + slack)
    table = both.assign(
        support=together / total,
        confidence=share,
        lift=lift,
        lift_low=low * total / second,
        lift_high=np.minimum(high, 1.0) * total / second,
    )
    table["amount_second"] = table["second"].map(facts["amount"]).astype(float)
    return (
        table[table["lift_low"] > 2]
        .sort_values(["lift_low", "first", "second"], ascending=[False, True, True])
        .reset_index(drop=True)[PAIRS]
    )


@remembered
def steps_up(lines: str) -> pd.DataFrame:
    """Per category the cheaper and the dearer product (`_up`) of a pair that are alternatives: 1.2 to 2.5 times the price, both sold often."""
    import duckdb

    with duckdb.connect() as engine:
        goods = engine.execute(
            f"select category, {_PRODUCT} as product, median(amount / quantity) as price, median(quantity) as pieces, count(distinct customer_id) as buyers from read_parquet(?) "
            f"where not is_return and amount > 0 and quantity > 0 and category is not null and {_GOODS} group by all having count(distinct customer_id) >= ? order by all",
            [lines, LEAST],
        ).df()
    both = goods.merge(goods, on="category", suffixes=("", "_up"))
    both = both[(both["price_up"] >= 1.2 * both["price"]) & (both["price_up"] <= 2.5 * both["price"])]
    both = both.assign(
        reach=both["buyers"] * (both["price_up"] - both["price"]) * np.minimum(1, both["buyers_up"] / both["buyers"])
    )
    return (
        both.sort_values(["reach", "product", "product_up"], ascending=[False, True, True])
        .drop_duplicates("product")
        .head(30)
        .reset_index(drop=True)
    )
