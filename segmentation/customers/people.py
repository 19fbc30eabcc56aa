"""Who customers are, as far as the tables say: age, place, firm, and every other column of a customer list that may be used."""

from typing import Any

import pandas as pd

from segmentation.customers.engine import Workshop
from segmentation.customers.entries import ENTRIES
from segmentation.customers.keys import key_of, keyed
from segmentation.customers.places import provinces, regions
from segmentation.customers.purchases import favourite
from segmentation.customers.sources import Source
from segmentation.customers.totals import told_in_list

GIVEN = {
    "age": "age",
    "gender": "gender",
    "generation": "generation",
    "city": "place",
    "country": "country",
    "sector": "sector",
    "employees": "employees",
    "firm_turnover": "firm_turnover",
    "education": "education",
    "household": "household",
    "interest": "interest",
    "device": "device",
    "since": "since",
    "birth_date": "birth_date",
    "postcode": "postcode",
}
SECRET = {"customer", "email", "phone", "name", "first_name", "address", "iban", "bsn", "text", "reason", "order", "ticket"}
USABLE = {"integer", "number", "money", "percent", "boolean", "category", "date", "datetime"}
MEASURED = ("nps", "score", "date", "visit", "page")
KINDS = {"date": {"date", "datetime"}, "boolean": {"boolean"}, "category": {"category"}}
NUMBERS = ("age", "employees", "firm_turnover")

# Birth years as the Pew Research Center draws the lines ("Defining generations", 2019).
GENERATIONS = (
    (1900, 1945, "silent"),
    (1946, 1964, "boomer"),
    (1965, 1980, "x"),
    (1981, 1996, "millennial"),
    (1997, 2012, "z"),
    (2013, 2100, "alpha"),
)


def listed(shop: Workshop, source: Source, changed: pd.DataFrame, totals: bool = False) -> tuple[pd.DataFrame, dict[str, str], int]:
    """One row per customer of a customer list, the column of the file behind each column, and how many rows were second ones.

    Where a customer stands in the list twice, the first value that is there counts. `totals`: there are no orders, so what the list says of
    turnover, orders and the last purchase counts as such.
    """
    table = shop.connection.read_parquet(str(source.path), file_row_number=True)
    behind = {name: source.roles[role] for role, name in GIVEN.items() if role in source.roles}
    behind |= told_in_list(source) if totals else {}
    taken = set(behind.values()) | {source.roles[role] for role in SECRET if role in source.roles}
    for name, column in source.columns.items():
        usable = column.type in USABLE and not column.personal
        if name not in taken and usable and name in table.columns:
            behind[f"own {name}" if name in GIVEN.values() or not _fits(name, column.type) else name] = name
    if not source.columns:
        behind.update({name: name for name in table.columns if name not in taken | {"file_row_number"}})
    chosen = {f"c{place}": table[column] for place, column in enumerate(behind.values())}
    rows = table.select(customer_id=key_of(table, source), row=table["file_row_number"], **chosen).to_pandas()
    rows = rows.dropna(subset=["customer_id"]).sort_values("row").drop(columns="row")
    rows.columns = ["customer_id", *behind]
    rows["customer_id"] = mapped(rows.customer_id, changed)
    rows = rows.dropna(subset=["customer_id"])
    seconds = int(rows.customer_id.duplicated().sum())
    whole = rows.groupby("customer_id", sort=True).first() if seconds else rows.set_index("customer_id").sort_index()
    return whole, behind, seconds


def _fits(name: str, kind: str) -> bool:
    """Whether a column may have this name: one of ours stands for the kind of figure that we know under it."""
    entry = ENTRIES.get(name)
    return entry is None or kind in KINDS.get(entry.kind, {"integer", "number", "money", "percent"})


def answered(shop: Workshop, source: Source, changed: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Who filled in a survey says of themselves, and every answer that is no text; recommending and scores are measured elsewhere."""
    whole, behind, _seconds = listed(shop, source, changed)
    elsewhere = {source.roles.get(role) for role in MEASURED}
    kept = {name: column for name, column in behind.items() if column not in elsewhere}
    return whole[list(kept)], kept


def mapped(ids: pd.Series, changed: pd.DataFrame) -> pd.Series:
    """Keys of a table as customer ids; a key that is only blanks is none."""
    if not len(changed):
        return ids.astype("str")
    known = ids.map(dict(zip(changed.key, changed.customer_id, strict=True))).fillna(ids).astype("str")
    return known.where(known != "")


def mentioned(shop: Workshop, source: Source, changed: pd.DataFrame) -> pd.DataFrame:
    """What another table says about who its customers are: per role the value that stands there most often."""
    table = shop.read(source.path)
    rows = keyed(table, source).filter(lambda t: t.customer_id.notnull())
    found = pd.DataFrame(index=pd.Index([], dtype="str", name="customer_id"))
    for role, name in GIVEN.items():
        if role not in source.roles or role in ("birth_date", "since") or source.roles[role] == source.key:
            continue
        best = favourite(rows, source.roles[role]).to_pandas()
        best["customer_id"] = mapped(best.customer_id, changed)
        found = found.join(best.groupby("customer_id").value.first().rename(name), how="outer")
    return found


def described(frame: pd.DataFrame, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """Age, generation, province and region where they follow from what is given; postcodes and birth dates do not go further."""
    out = frame.copy()
    for name in (name for name in NUMBERS if name in out):
        number = pd.to_numeric(out[name], errors="coerce")
        if name == "age" or number.notna().sum() >= 0.8 * out[name].notna().sum():
            out[name] = number.astype("float64")
    if "age" in out:
        out["age"] = out.age.where(out.age.between(0, 120))
    year = None
    if "birth_date" in out:
        born = pd.to_datetime(out.birth_date, errors="coerce")
        year = born.dt.year
        if as_of is not None:
            had = (born.dt.month * 100 + born.dt.day) <= (as_of.month * 100 + as_of.day)
            age = (as_of.year - year - (~had).astype("int64")).astype("float64")
            age = age.where(age.between(0, 120))
            out["age"] = out["age"].fillna(age) if "age" in out else age
    elif "age" in out and as_of is not None:
        year = as_of.year - out.age
    if year is not None and "generation" not in out:
        out["generation"] = generation_of(year)
    out = _placed(out)
    texts = [name for name in GIVEN.values() if name in out and name not in (*NUMBERS, "since", "birth_date", "postcode")]
    for name in texts:
        text = out[name].astype("str").str.strip()
        out[name] = text.where(text != "")
    return out.drop(columns=["birth_date", "postcode"], errors="ignore")


def generation_of(year: pd.Series) -> pd.Series:
    answer = pd.Series(None, index=year.index, dtype="str")
    for first, last, name in GENERATIONS:
        answer = answer.mask(year.between(first, last), name)
    return answer


def _placed(out: pd.DataFrame) -> pd.DataFrame:
    if not {"postcode", "place"} & set(out):
        return out
    nothing = pd.Series(None, index=out.index, dtype="str")
    text: dict[str, Any] = {
        name: out[name].astype("str") if name in out else nothing for name in ("postcode", "place", "country")
    }
    province = provinces(text["postcode"], text["place"], text["country"])
    if province.notna().any():
        out["province"], out["region"] = province, regions(province)
    return out
