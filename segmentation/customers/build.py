"""Which steps lead from tables to one row per customer, and in which order."""

import math
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.customers import accounts, keys
from segmentation.customers.dictionary import dictionary, eight_models
from segmentation.customers.entries import ENTRIES
from segmentation.customers.experience import experienced
from segmentation.customers.intake import last_day, written
from segmentation.customers.lifetime import lifetime_value
from segmentation.customers.making import Making, begin, find_who
from segmentation.customers.measuring import HELPERS, measured
from segmentation.customers.people import answered, described, listed, mentioned
from segmentation.customers.reach import reached
from segmentation.customers.rows import along
from segmentation.customers.table import CustomerTable, Lifetime, Notice
from segmentation.customers.totals import reckoned
from segmentation.errors import WrongChoice
from segmentation.language import _

Progress = Callable[[float, str], None]
LONGEST = 1040  # weeks: beyond twenty years nothing can be said
BOUGHT = (
    "lines",
    "frequency",
    "items",
    "monetary",
    "sales",
    "returns_value",
    "returns_count",
    "products",
    "categories",
    "discount",
    "margin",
    *HELPERS,
)
ZEROS = {
    "tickets": ("tickets", "tickets_open", "support_minutes"),
    "campaigns": ("mailings", "opens", "clicks", "bounces", "unsubscribes", "spam_reports"),
    "visits": ("visits", "pages"),
}


def build_customers(
    *tables: Any,
    as_of: Any = None,
    currency: str | None = None,
    merged: Mapping[str, str] | None = None,
    forgotten: Sequence[str] = (),
    margin_rate: float | None = None,
    horizon_weeks: int = 52,
    progress: Progress | None = None,
) -> CustomerTable:
    """One row per customer from whatever tables there are.

    Tables (or DataFrames) come in any order; their kinds are recognised. `as_of` is the day from which recency counts back: the
    day of the last transaction when it is not given, never today. `currency` is an ISO code; lines in another one are set
    aside. `merged` says which id is kept for which other (other → kept), `forgotten` whose rows must be left out. `margin_rate`
    is the margin per unit of turnover, for orders without costs. Expected value looks `horizon_weeks` ahead.

    Every customer of every table has a row; counts and sums are zero where there was nothing, everything else is missing. Money
    is counted in whole cents. Raises MissingData when no table says which customer a row belongs to, WrongChoice for a setting
    that cannot be used.

    >>> import pandas as pd
    >>> bought = {"customer": ["A", "A", "B"], "date": ["2024-01-02", "2024-03-01", "2024-02-10"], "amount": [10.0, 5.5, 7.25]}
    >>> orders = pd.DataFrame(bought)
    >>> build_customers(orders).frame[["recency", "frequency", "monetary"]].loc["A"].tolist()
    [0.0, 2.0, 15.5]
    """
    say = progress or (lambda share, text: None)
    _sensible(margin_rate, horizon_weeks)
    making = begin(tables, _day(as_of), merged or {}, forgotten)
    say(0.05, _("Finding out who is who"))
    find_who(making)
    say(0.2, _("Reading order lines"))
    lines, present, code = written(making, currency)
    making.as_of = making.as_of or last_day(making)
    say(0.35, _("Working out what each customer buys"))
    frame, origin, personal, kinds = _people(making)
    bought = pd.DataFrame(index=frame.index)
    if lines is not None:
        span, bought = measured(making.shop, lines, making.as_of, present, frame.index)
        _fill_purchases(bought, margin_rate)
        frame = _beside(frame, bought.drop(columns=HELPERS, errors="ignore"), origin, kinds)
    elif {"monetary", "frequency", "last_purchase"} & set(kinds):
        making.as_of = making.as_of or _last_told(frame, making.now)
        frame = reckoned(frame, making.as_of)
    say(0.6, _("Adding tickets, mailings, visits and surveys"))
    paths, told, themes = experienced(making)
    for kind, part in told.items():
        known = along(part, frame.index)
        for name in (name for name in ZEROS.get(kind, ()) if name in known and known[name].notna().any()):
            known[name] = known[name].fillna(0)
        frame = _beside(frame, known, origin, kinds)
    say(0.75, _("Estimating who will come back"))
    life = Lifetime(horizon_weeks=horizon_weeks)
    if lines is not None:
        expected, life = lifetime_value(bought, making.as_of, horizon_weeks, _rate(bought, margin_rate), span)
        frame = _beside(frame, along(expected, frame.index), origin, kinds)
    frame = _tidy(frame)
    say(0.95, _("Writing down what every column is"))
    return _finish(
        making, frame, origin, personal, kinds, life, themes, {**paths, "lines": lines}, code or currency or "EUR", currency
    )


def _day(as_of: Any) -> pd.Timestamp | None:
    if as_of is None:
        return None
    try:
        day = pd.Timestamp(str(as_of) if isinstance(as_of, (int, float)) else as_of)  # 20241231 is a day, and no number of nanoseconds
        if day is pd.NaT:
            return None
        return day.tz_localize(None).as_unit("ns")
    except (ValueError, TypeError, OverflowError) as error:
        raise WrongChoice(_("The as-of day is not a date."), _("Choose a day, such as 2024-12-31.")) from error


def _sensible(margin_rate: Any, horizon_weeks: Any) -> None:
    if margin_rate is not None and not (isinstance(margin_rate, Real) and -math.inf < float(margin_rate) <= 1):
        raise WrongChoice(_("The margin is a share of turnover, and no share is above one."), _("Choose a number such as 0.4."))
    if not (isinstance(horizon_weeks, Real) and 0 < float(horizon_weeks) <= LONGEST):
        raise WrongChoice(
            _("The horizon is a number of weeks above zero."), _("Choose a number such as 52, and at most {n}.").format(n=LONGEST)
        )


def _people(making: Making) -> tuple[pd.DataFrame, dict[str, str], set[str], dict[str, str]]:
    """Who customers are: from customer lists first, then from what other tables mention."""
    frame = pd.DataFrame(index=making.ids())
    origin: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for number, source in enumerate(making.sources):
        origin[source.kind] = f"{origin[source.kind]}, {source.name}" if source.kind in origin else source.name
        if source.key is None:
            continue
        if source.kind == "customers":
            part, behind, seconds = listed(making.shop, source, making.changed(number), totals=not making.of_kind("purchases"))
            kinds |= {name: source.columns[column].type for name, column in behind.items() if column in source.columns}
            if seconds:
                making.notices.append(Notice("listed_twice", seconds, source.name))
            part = along(part, frame.index)
            if other := _differing(frame, part):
                making.notices.append(Notice("lists_differ", other, source.name))
        elif source.kind == "survey":
            part, behind = answered(making.shop, source, making.changed(number))
            kinds |= {name: source.columns[column].type for name, column in behind.items() if column in source.columns}
        else:
            part = mentioned(making.shop, source, making.changed(number))
        for name, values in along(part, frame.index).items():
            origin.setdefault(str(name), source.name)
            frame[name] = frame[name].where(frame[name].notna(), values) if name in frame else values
    words = {"integer": "number", "percent": "share", "datetime": "date"}
    return described(frame, making.as_of), origin, set(), {name: words.get(kind, kind) for name, kind in kinds.items()}


def _last_told(frame: pd.DataFrame, now: pd.Timestamp) -> pd.Timestamp | None:
    """The last purchase of all in a list of customers that is not in the future; None where it says nothing of them."""
    days = pd.to_datetime(frame["last_purchase"]) if "last_purchase" in frame else pd.Series([], dtype="datetime64[ns]")
    known = days[days <= now + pd.Timedelta(days=1)].max()
    return None if pd.isna(known) else known.normalize()


def _beside(frame: pd.DataFrame, part: pd.DataFrame, origin: dict[str, str], kinds: dict[str, str]) -> pd.DataFrame:
    """What was measured beside what was given; a given column under the name of a measured one makes way, as `own …`."""
    own = {name: f"own {name}" for name in frame.columns if name in part}
    for facts in (origin, kinds):
        facts |= {own[name]: facts.pop(name) for name in own if name in facts}
    return pd.concat([frame.rename(columns=own), part], axis=1)


def _differing(frame: pd.DataFrame, part: pd.DataFrame) -> int:
    """About how many customers a list says something else than was known."""
    differs = pd.Series(False, index=frame.index)
    for name in set(part.columns) & set(frame.columns):
        known, told = frame[name].astype("object"), part[name].astype("object")
        differs |= known.notna() & told.notna() & (known != told)
    return int(differs.sum())


def _fill_purchases(frame: pd.DataFrame, margin_rate: float | None) -> None:
    """Who has no purchase here bought nothing: counts and sums are zero, averages and days stay missing."""
    for name in (name for name in BOUGHT if name in frame):
        frame[name] = frame[name].fillna(0)
    for name in ("lines", "frequency", "returns_count", "products", "categories", "purchase_days"):
        if name in frame:
            frame[name] = frame[name].astype("int64")
    frame["one_time"] = frame["frequency"] == 1
    if margin_rate is not None and "margin" not in frame:
        frame["margin"] = (frame["monetary"] * margin_rate).round(2)


def _rate(frame: pd.DataFrame, margin_rate: float | None) -> float | None:
    if "margin" in frame and frame.monetary.sum() > 0:
        return float(frame.margin.sum() / frame.monetary.sum())
    return margin_rate


def _tidy(frame: pd.DataFrame) -> pd.DataFrame:
    """Our columns in the order of the dictionary, the user's own after them; texts as text."""
    place = {name: number for number, name in enumerate(ENTRIES)}
    known = [name for name in frame.columns if name.removesuffix("_low").removesuffix("_high") in place]
    known.sort(key=lambda name: (place[name.removesuffix("_low").removesuffix("_high")], name))
    out = frame[[*known, *(name for name in frame.columns if name not in known)]]
    for name in out.columns[out.dtypes == "object"]:
        known = out[name].dropna()
        truths = len(known) > 0 and bool(known.map(type).eq(bool).all())
        out[name] = out[name].astype("boolean" if truths else "str")
    return out


def _finish(
    making: Making,
    frame: pd.DataFrame,
    origin: dict[str, str],
    personal: set[str],
    kinds: dict[str, str],
    life: Lifetime,
    themes: Any,
    paths: dict[str, Path | None],
    code: str,
    wanted: str | None,
) -> CustomerTable:
    columns = dictionary(frame, origin, personal, kinds)
    joined = keys.joins(making.sources, making.register)
    making.notices += _noticed(making, frame if paths["lines"] else frame.iloc[:, :0], joined)
    if wanted and code != wanted:
        making.notices.append(Notice("currency_differs"))
    counts = {"in": len(making.register.ids), "kept": len(frame)}
    removed = {"merged": len(making.merged), "forgotten": len(making.forgotten)}
    channels = reached(making, frame.index)
    making.shop.close()
    return CustomerTable(
        frame=frame,
        columns=columns,
        as_of=making.as_of,
        currency=code,
        models=eight_models(columns),
        lifetime=life,
        experience=themes,
        reconciliation=accounts.reconciliation(making.accounts, counts, removed),
        set_aside=accounts.set_aside([*making.accounts, *making.nobody]),
        aside=accounts.together(making.aside),
        joins=joined,
        duplicates=making.duplicates,
        notices=tuple(making.notices),
        reached=channels,
        keeper=making.shop,
        **paths,
        sources=tuple({"name": source.name, "kind": source.kind, "fingerprint": source.fingerprint} for source in making.sources),
    )


def _noticed(making: Making, frame: pd.DataFrame, joined: pd.DataFrame) -> list[Notice]:
    """What stands out in the whole: joins that fail, one customer with everything, negative customers, likely duplicates."""
    told = []
    if len(making.sources) > 1:
        for row in joined[joined.customers > 0].itertuples():
            share = row.matched / row.customers
            if row.matched == 0:
                told.append(Notice("no_match", int(row.customers), str(row.table)))
            elif share < 0.5 and row.kind != "customers":
                told.append(Notice("few_match", int(row.customers - row.matched), str(row.table), float(share)))
    if "sales" in frame and (buyers := int((frame.lines > 0).sum())):
        if buyers == 1 and int(frame.lines.sum()) >= 10:
            told.append(Notice("one_customer", 1, making.of_kind("purchases")[0][1].name))
        top = float(frame.sales.max() / frame.sales.sum()) if frame.sales.sum() > 0 else 0.0
        if buyers > 2 and top > 0.5:
            told.append(Notice("one_giant", 1, value=top))
        for code, count in (
            ("only_returns", ((frame.lines > 0) & (frame.frequency == 0)).sum()),
            ("negative_net", (frame.monetary < 0).sum()),
        ):
            told += [Notice(code, int(count))] if count else []
    return told + ([Notice("duplicates", pairs)] if (pairs := len(making.duplicates)) else [])
