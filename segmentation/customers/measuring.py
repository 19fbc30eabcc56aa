"""How do order lines become one row per customer, however many they are?"""

from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from segmentation.customers.engine import Workshop
from segmentation.customers.purchases import buying, daypart_of, favourite, matched_returns, orders_of, rhythm, season_of
from segmentation.customers.rows import along, gaps, places, rows_of

MONEY = ("monetary", "sales", "returns_value", "discount", "first_day_sales", "recent_sales", "earlier_sales")
NO_PRODUCT = (
    r"^(?:dotcom |next day )?(?:postage|carriage|shipping|delivery)\b|^(?:verzend|bezorg)kosten|^porto\b|^bank charges"
    r"|^amazon ?fee|^manual$|^adjust|^(?:discount|korting)\b|^(?:statiegeld|waarborg|emballage)"
    r"|^(?:gift ?card|cadeaubon|handling)\b|^samples?$|^(?:this is a )?test(?: product| item)?[0-9]*\.?$"
)
AT_ONCE = 5_000_000  # lines: of many more, favourites and the like would not fit in the engine's gigabyte


class Measuring(NamedTuple):
    """What holds for all customers alike: the day to count back from, the days of a period of the trend, whether purchases have a
    time of day, the roles that the tables have, and what each product is called (or no products at all)."""

    as_of: pd.Timestamp | None
    span: int
    timed: bool
    present: set[str]
    product: str
    label: pd.Series | None


def measured(
    shop: Workshop, path: Path, as_of: pd.Timestamp | None, present: set[str], ids: pd.Index
) -> tuple[int, pd.DataFrame]:
    """Everything that purchases tell about each customer, and the days of the period that the trend compares with the one before.

    `present` holds the roles that the tables have, `ids` all customers, sorted. Many lines are worked through by groups of customers.
    """
    numbered = "order_id" in gaps(path)[1]
    needless = {
        "table",
        "amount",
        "discount",
        "cost",
        *(["line"] if numbered else []),
        *(["product_name"] if "product" in present else []),
    }
    groups = divided(shop, path, ids, needless)
    kept = [shop.keep(orders_of(shop.read(group), present, numbered), f"orders{place}") for place, group in enumerate(groups)]
    about = _about(shop, shop.read(path), kept, as_of, present)
    parts = []
    for place, (group, orders) in enumerate(zip(groups, kept, strict=True)):
        parts.append(shop.folder / f"measured{place}.parquet")  # on disk until all are there
        _part(shop.read(orders), shop.read(group), about).to_parquet(parts[-1])
    if len(parts) > 1:
        shop.renew()
    return about.span, finished(_together(parts, ids), as_of, present, about.span)


def _together(parts: list[Path], ids: pd.Index) -> pd.DataFrame:
    """The customers of all groups under each other, and those who bought nothing.

    Read column by column and left as columns: the whole is never there twice, not here and not when columns come beside it.
    """
    from pyarrow import parquet

    files = [parquet.ParquetFile(part) for part in parts]

    def column(name: str) -> pd.Series:
        return pd.concat([file.read(columns=[name])[name].to_pandas() for file in files], ignore_index=True)

    place = places(pd.Index(column("customer_id")), ids)
    names = [name for name in files[0].schema_arrow.names if name != "customer_id"]
    columns = {name: column(name).reindex(place).set_axis(ids) for name in names}
    return pd.DataFrame(columns, copy=False)


def divided(shop: Workshop, path: Path, ids: pd.Index, needless: set[str]) -> list[Path]:
    """The lines; when there are more than can be handled at once, by groups of neighbouring customers and without needless columns."""
    import ibis

    step = max(1, -(-len(ids) // max(1, -(-rows_of(path) // AT_ONCE))))
    if not (edges := list(ids[step::step])):
        return [path]
    lines = shop.read(path).drop(*needless)
    group = ibis.cases(*((lines.customer_id < edge, place) for place, edge in enumerate(edges)), else_=len(edges))
    return shop.divide(lines.mutate(part=group), "part", "groups")


def _about(shop: Workshop, lines: Any, kept: list[Path], as_of: pd.Timestamp | None, present: set[str]) -> Measuring:
    orders = shop.connection.read_parquet([str(path) for path in kept])
    dated = orders.filter(~orders.back & orders.date.notnull())
    timed = (dated.date.hour() + dated.date.minute()) > 0
    clock = dated.aggregate(first=dated.date.min(), timed=timed.sum()).to_pandas().iloc[0]
    span = 182
    if as_of is not None and pd.notna(clock["first"]):
        span = int(min(182, max(1, (as_of.normalize() - clock["first"].normalize()).days // 2)))
    product, label = "product" if "product" in present else "product_name", None
    if {"product", "product_name"} & present:
        bought = lines.filter(~lines.is_return & lines[product].notnull())
        names = bought.group_by([product]).aggregate(label=bought.product_name.max()).to_pandas()
        label = names.set_index(product).label
    return Measuring(as_of, span, (clock.timed or 0) > 0, present, product, label)


def _part(orders: Any, lines: Any, about: Measuring) -> pd.DataFrame:
    """All measures of these customers."""
    dated = orders.filter(~orders.back & orders.date.notnull())
    parts = [buying(orders, about.as_of, about.span).to_pandas()]
    if about.as_of is not None:
        parts.append(rhythm(dated).to_pandas())
        parts.append(_named(favourite(dated.mutate(season=season_of(dated.date)), "season"), "favourite_season"))
        if about.timed:
            parts.append(_named(favourite(dated.mutate(part=daypart_of(dated.date)), "part"), "favourite_daypart"))
    parts += _tastes(lines, parts[0], about)
    whole = parts[0].set_index("customer_id").sort_index()
    whole.index = whole.index.astype("str")
    return pd.concat([whole, *(along(part.set_index("customer_id"), whole.index) for part in parts[1:])], axis=1)


def _named(expression: Any, name: str, different: str | None = None) -> pd.DataFrame:
    frame = expression.to_pandas().rename(columns={"value": name, **({"different": different} if different else {})})
    return frame if different else frame.drop(columns="different")


def _tastes(lines: Any, buyers: pd.DataFrame, about: Measuring) -> list[pd.DataFrame]:
    """Favourite and first product, category, channel, and how many different ones a customer bought."""
    bought = lines.filter(~lines.is_return)
    parts = [] if about.label is None else _products(lines, bought, buyers, about, about.label)
    if "category" in about.present:
        parts.append(_named(favourite(bought, "category"), "favourite_category", "categories"))
    if "channel" in about.present:
        parts.append(_named(favourite(bought, "channel"), "favourite_channel"))
    return parts


def _products(lines: Any, bought: Any, buyers: pd.DataFrame, about: Measuring, label: pd.Series) -> list[pd.DataFrame]:
    import ibis

    product = about.product
    odd = list(label.index[_no_product(label)])
    goods = bought.filter(~bought[product].isin(odd)) if odd else bought
    parts = [_named(favourite(goods, product), "favourite_product", "products")]
    if about.as_of is not None:
        start = ibis.memtable(buyers[["customer_id", "first_purchase"]].dropna())
        first = goods.inner_join(start, ["customer_id", goods.date == start.first_purchase])
        parts.append(_named(favourite(first, product, weight="cents"), "first_product"))
    for part in parts:
        column = part.columns[1]
        part[column] = part[column].map(label).fillna(part[column]).astype("str")
    return [matched_returns(lines, product).to_pandas(), *parts]


def _no_product(label: pd.Series) -> pd.Series:
    """Postage, bank charges and the like, by the code of a product or by its name."""
    codes = label.index.to_series().astype("str")
    return codes.str.lower().str.contains(NO_PRODUCT) | label.astype("str").str.lower().str.contains(NO_PRODUCT, na=False)


def finished(frame: pd.DataFrame, as_of: pd.Timestamp | None, present: set[str], span: int) -> pd.DataFrame:
    """The measures that follow from the aggregates: shares, averages, days and the trend."""
    out = frame.copy(deep=False)
    for name in (name for name in MONEY if name in out):
        out[name] = out[name].fillna(0).astype("int64") / 100
    counts = [name for name in ("lines", "frequency", "returns_count", "products", "categories", "purchase_days") if name in out]
    for name in counts:
        out[name] = out[name].fillna(0).astype("int64")
    bought = out.frequency > 0
    out["return_share"] = (out.returns_value / out.sales).where(out.sales > 0)
    out["average_order"] = (out.sales / out.frequency).where(bought)
    out["one_time"] = out.frequency == 1
    if "discount" in present:
        out["discount_share"] = (out.discount / (out.sales + out.discount)).where(out.sales + out.discount > 0)
    if {"cost", "margin"} & present:
        _margin(out)
    if as_of is not None:
        _clock(out, as_of, span)
    if "quantity" in present:
        out["items"] = out["items"].round(6)  # parts of pieces add up to the same in whatever order
    else:
        out = out.drop(columns="items")
    return out.drop(columns=["cost", "costed", "gap_spread"], errors="ignore")


HELPERS = ["purchase_days", "first_day_sales", "recent_sales", "earlier_sales"]  # what lifetime value needs besides


def _margin(out: pd.DataFrame) -> None:
    """Margin over the lines whose cost is known; the other lines get the share of the whole table."""
    costed, cost = out.costed.fillna(0).sum(), out.cost.fillna(0).sum()
    rate = 1 - cost / costed if costed else float("nan")
    known = (out.costed - out.cost.fillna(0)) / 100
    rest = out.monetary - out.costed / 100
    out["margin"] = (known + (rest * rate).where(rest.abs() > 0.005, 0)).round(2)


def _clock(out: pd.DataFrame, as_of: pd.Timestamp, span: int) -> None:
    day = as_of.normalize()
    out["recency"] = (day - out.last_purchase.dt.normalize()).dt.days.astype("float64")
    out["tenure"] = (day - out.first_purchase.dt.normalize()).dt.days.astype("float64")
    out["gap"] = out.gap.where(out.purchase_days > 1).astype("float64")
    out["gap_regularity"] = (out.gap_spread / out.gap).where(out.purchase_days > 2).astype("float64")
    both = out.recent_sales + out.earlier_sales
    known = (both > 0) & (out.tenure >= span)
    out["trend"] = ((out.recent_sales - out.earlier_sales) / both).where(known)
