"""Which keys in different tables are the same customer, and how do we know?

Within one table nothing is merged unasked: ids that look alike are proposed as duplicates. Between tables a key finds its
customer as it stands, else without case and blanks, else without leading zeros, else by e-mail; never when two could be meant.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from segmentation.customers.rows import TAKEN
from segmentation.customers.sources import Source

ANCHORS = ("customers", "purchases")
LEVELS = ("exact", "case_and_blanks", "leading_zeros", "email")


def as_text(table: Any, source: Source, name: str) -> Any:
    """A column of numbers or words as text: 13085.0 → "13085"; empty is missing."""
    column = table[name]
    if column.type().is_floating():
        whole = column.try_cast("int64")
        text = (whole == column).ifelse(whole.cast("string"), column.cast("string"))
        return column.isnan().ifelse(None, text)
    text = column.cast("string")
    return text.nullif("") if name in source.blank else text


def clean(keys: pd.Series) -> pd.Series:
    """A customer key without blanks around it and without the `.0` of a spreadsheet; e-mail addresses in small letters.

    Only the different keys of a table pass here, so that millions of lines need not.

    >>> clean(pd.Series([" 0042 ", "1234.0", "Ann@Example.nl"])).tolist()
    ['0042', '1234', 'ann@example.nl']
    """
    text = keys.astype("str").str.strip().str.replace(r"^([0-9]+)\.0$", r"\1", regex=True)
    return text.where(~text.str.contains("@", regex=False), text.str.lower())


def key_of(table: Any, source: Source) -> Any:
    """The key of each row as it stands; a row without a customer number but with an e-mail address has that as its key, an answer nobody signed its place."""
    assert source.key is not None
    key = as_text(table, source, source.key)
    if source.key_role == "customer" and "email" in source.roles and source.roles["email"] != source.key:
        key = key.fill_null(_email(table, source))
    if source.alone:
        place = "#" + (table[TAKEN] + 1).cast("string")
        key = key.nullif("").fill_null(place) if source.key_role else place
    return key


def nameless(table: Any, source: Source) -> Any:
    """Whether a row does not say which customer it belongs to."""
    key = key_of(table, source)
    return key.isnull() | (key.strip() == "")


def without_key(table: Any, source: Source) -> int:
    """How many rows do not say which customer they belong to."""
    return int(nameless(table, source).sum().fill_null(0).to_pandas())


def keyed(table: Any, source: Source) -> Any:
    """The rows with their key as `customer_id`; a column of the file that differs from that in case only makes way, as DuckDB knows no case."""
    others = {name: table[name] for name in table.columns if name.lower() not in ("customer_id", "really")}
    return table.select(customer_id=key_of(table, source), **others)


def named(rows: Any, changed: pd.DataFrame) -> Any:
    """The rows with the customer instead of the key in `customer_id`, where the two differ."""
    import ibis

    if not len(changed):
        return rows
    found = ibis.memtable(changed.rename(columns={"key": "customer_id", "customer_id": "really"}))
    rows = rows.left_join(found, "customer_id").drop("customer_id_right")
    return rows.mutate(customer_id=rows.really.fill_null(rows.customer_id).nullif("")).drop("really")


def _email(table: Any, source: Source) -> Any:
    text = table[source.roles["email"]].cast("string").strip().lower()
    return text.contains("@").ifelse(text, None)


def _home(table: Any, source: Source) -> Any:
    name, postcode = (as_text(table, source, source.roles[role]).strip().nullif("") for role in ("name", "postcode"))
    if "first_name" in source.roles:
        name = as_text(table, source, source.roles["first_name"]).fill_null("") + name
    return (name + postcode).lower().re_replace(r"\s+", "")


def without_case(keys: pd.Series) -> pd.Series:
    return keys.str.lower().str.replace(r"\s+", "", regex=True)


def without_zeros(keys: pd.Series) -> pd.Series:
    """`K-0042` and `k-42`, `0042` and `42`."""
    return without_case(keys).str.replace(r"^([^0-9]*)0+(?=[0-9])", r"\1", regex=True)


def _nobody() -> pd.DataFrame:
    return pd.DataFrame({"told": [], "customer_id": []}, dtype="str")


@dataclass(eq=False)
class Register:
    """Every customer known so far, per table which key means which customer, and what was `told` of whom: e-mail addresses, and names with postcodes."""

    ids: pd.Series = field(default_factory=lambda: pd.Series([], dtype="str"))
    emails: pd.DataFrame = field(default_factory=_nobody)
    homes: pd.DataFrame = field(default_factory=_nobody)
    changed: dict[int, pd.DataFrame] = field(default_factory=dict)
    members: dict[int, pd.Index] = field(default_factory=dict)
    how: dict[int, dict[str, int]] = field(default_factory=dict)

    def enter(self, number: int, keys: pd.DataFrame) -> None:
        """Add the keys of a table (columns key, email, home), matched with the customers known so far."""
        first = not len(self.ids)
        raw = keys.dropna(subset=["key"])
        raw = raw.assign(name=clean(raw["key"]))
        own = raw[raw.name != ""].drop(columns="key").rename(columns={"name": "key"})
        own = own.drop_duplicates().sort_values(["key", "email"])
        names = own["key"].drop_duplicates().reset_index(drop=True)
        found = pd.DataFrame({"key": names, "customer_id": None, "how": None}, dtype="str")
        if not first:
            self._match(found, own)
        found["customer_id"] = found.customer_id.fillna(found.key)
        self.how[number] = {} if first else {str(k): int(v) for k, v in found.how.value_counts().items()}
        other = found[found.key != found.customer_id]
        place = dict(zip(other.key, other.customer_id, strict=True))
        forms = raw.drop_duplicates("key")
        forms = pd.DataFrame({"key": forms["key"], "customer_id": _through(forms.name, place)})
        self.changed[number] = forms[forms.key != forms.customer_id].reset_index(drop=True)
        members = pd.Index(found.customer_id.astype("str").unique())
        self.members[number] = members
        self.ids = pd.Series(pd.Index(self.ids.astype("str")).union(members), dtype="str")
        own["customer_id"] = _through(own["key"], place)
        self.emails, self.homes = _more(self.emails, own, "email"), _more(self.homes, own, "home")

    def _match(self, found: pd.DataFrame, own: pd.DataFrame) -> None:
        exact = found.key.isin(self.ids)
        found.loc[exact, "customer_id"], found.loc[exact, "how"] = found.loc[exact, "key"], "exact"
        for level, fold in (("case_and_blanks", without_case), ("leading_zeros", without_zeros)):
            open_, free = found.customer_id.isna(), ~self.ids.isin(found.customer_id.dropna())
            if not open_.any() or not free.any():
                break
            base = pd.Series(self.ids[free].array, index=fold(self.ids[free].astype("str")))
            base = base[~base.index.duplicated(keep=False)]
            folded = fold(found.loc[open_, "key"].astype("str"))
            _take(found, folded[~folded.duplicated(keep=False)].map(base), level)
        if len(self.emails):
            one = self.emails[~self.emails.told.duplicated(keep=False)].set_index("told").customer_id
            by_key = own.dropna(subset=["email"]).groupby("key").email.agg(lambda emails: emails.iloc[0])
            open_ = found.customer_id.isna()
            _take(found, found.loc[open_, "key"].map(by_key).map(one), "email")


def _through(keys: pd.Series, place: Mapping[str, str]) -> pd.Series:
    """What each key means, where that is something else."""
    return keys.map(place).fillna(keys).astype("str") if place else keys


def _more(known: pd.DataFrame, own: pd.DataFrame, what: str) -> pd.DataFrame:
    """What was told of whom, with what this table tells."""
    told = own.dropna(subset=[what]).rename(columns={what: "told"})[["told", "customer_id"]]
    return pd.concat([known, told]).drop_duplicates() if len(told) else known


def _take(found: pd.DataFrame, matches: pd.Series, level: str) -> None:
    matches = matches.dropna()
    found.loc[matches.index, "customer_id"], found.loc[matches.index, "how"] = matches, level


def keys_in(table: Any, source: Source) -> pd.DataFrame:
    """The different keys of a table with the e-mail addresses that go with them and, in a customer list, name and postcode as one text."""
    import ibis

    email = _email(table, source) if "email" in source.roles else ibis.null("string")
    home = _home(table, source) if source.kind == "customers" and {"name", "postcode"} <= set(source.roles) else ibis.null("string")
    return table.select(key=key_of(table, source), email=email, home=home).distinct().to_pandas().astype("str")


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Tables with customer numbers before tables without; customer lists, then purchases, then the rest."""
    return sorted(
        sources,
        key=lambda source: (
            source.key_role != "customer",
            ANCHORS.index(source.kind) if source.kind in ANCHORS else 2,
            source.kind,
            source.name,
            source.fingerprint,
        ),
    )


def decided(merged: Mapping[str, str]) -> dict[str, str]:
    """What the user said about duplicates: id → the id it is kept under, chains followed, circles ignored."""
    answer = {}
    for start in sorted(merged):
        seen, place = {start}, merged[start]
        while place in merged and place not in seen:
            seen.add(place)
            place = merged[place]
        if place not in seen and place != start:
            answer[str(start)] = str(place)
    return answer


def joins(sources: list[Source], register: Register) -> pd.DataFrame:
    """Per table: how many customers it has, how many the others know, and who is missing on either side."""
    rows = []
    for number, source in enumerate(sources):
        own = register.members[number]
        others = [other for other in range(len(sources)) if other != number and len(register.members[other])]
        rest = [other for other in others if sources[other].kind in ANCHORS] or others
        known = pd.Index([], dtype="str")
        for other in rest:
            known = known.union(register.members[other])
        matched = len(own.intersection(known))
        how = register.how[number]
        rows.append(
            {
                "table": source.name,
                "kind": source.kind,
                "key": source.key_role,
                "customers": len(own),
                "matched": matched,
                "only_here": len(own) - matched if rest else 0,
                "only_elsewhere": len(known) - matched,
                **{level: how.get(level, 0) for level in LEVELS},
            }
        )
    names = ["table", "kind", "key", "customers", "matched", "only_here", "only_elsewhere", *LEVELS]
    return pd.DataFrame(rows, columns=names)


def proposed(register: Register) -> pd.DataFrame:
    """Pairs of ids that may be one customer: keep, other, reason. Nothing is merged before the user says so."""
    found: dict[tuple[str, str], str] = {}
    for reason, fold in (("case_and_blanks", without_case), ("leading_zeros", without_zeros)):
        _pairs(found, pd.Series(fold(register.ids).array, index=register.ids), reason)
    for reason, told in (("email", register.emails), ("name_and_postcode", register.homes)):
        few = told[told.groupby("told").customer_id.transform("size") <= 5]
        _pairs(found, few.set_index("customer_id").told, reason)
    rows = [{"keep": keep, "other": other, "reason": reason} for (keep, other), reason in sorted(found.items())]
    return pd.DataFrame(rows, columns=["keep", "other", "reason"]).astype("str")


def _pairs(found: dict[tuple[str, str], str], looks: pd.Series, reason: str) -> None:
    looks = looks[looks.duplicated(keep=False)]
    for _look, ids in looks.groupby(looks).groups.items():
        keep, *others = sorted(map(str, ids))
        for other in others:
            found.setdefault((keep, other), reason)
