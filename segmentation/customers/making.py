"""Who is who? The tables of one build, the customers in them, and what was noticed on the way."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from segmentation.customers import accounts, keys
from segmentation.customers.engine import Workshop, let_go
from segmentation.customers.sources import Source, sources_of
from segmentation.customers.table import Notice
from segmentation.errors import MissingData
from segmentation.language import _


@dataclass(eq=False)
class Making:
    """The state of one build: the tables, who is who in them, and what was noticed."""

    shop: Workshop
    sources: list[Source]
    as_of: pd.Timestamp | None
    register: keys.Register = field(default_factory=keys.Register)
    merged: dict[str, str] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)
    accounts: list[pd.DataFrame] = field(default_factory=list)
    nobody: list[pd.DataFrame] = field(default_factory=list)
    aside: list[pd.DataFrame] = field(default_factory=list)
    duplicates: pd.DataFrame = field(default_factory=pd.DataFrame)
    now: pd.Timestamp = field(default_factory=lambda: pd.Timestamp(time.strftime("%Y-%m-%d")))

    def of_kind(self, kind: str) -> list[tuple[int, Source]]:
        return [(number, source) for number, source in enumerate(self.sources) if source.kind == kind]

    def table(self, source: Source) -> Any:
        return self.shop.connection.read_parquet(str(source.path), file_row_number=True)

    def changed(self, number: int) -> pd.DataFrame:
        """The keys of a table that mean another customer id: matched between tables, or merged by the user."""
        own = self.register.changed[number]
        own = own.assign(customer_id=own.customer_id.replace(self.merged))
        said = pd.DataFrame({"key": list(self.merged), "customer_id": list(self.merged.values())}, dtype="str")
        return pd.concat([own, said]).drop_duplicates("key").reset_index(drop=True)

    def ids(self) -> pd.Index:
        """Every customer of every table, less those merged into another and those who asked to be removed."""
        everybody = self.register.ids.replace(self.merged) if self.merged else self.register.ids
        whole = pd.Index(everybody.astype("str")).unique()
        return pd.Index(whole[~whole.isin(list(self.forgotten))].sort_values(), dtype="str", name="customer_id")


def begin(tables: tuple[Any, ...], as_of: pd.Timestamp | None, merged: Mapping[str, str], forgotten: Sequence[str]) -> Making:
    shop = Workshop()
    whole = sources_of(tables, shop.folder)
    once = [source for source in whole if not source.again or source.kind == "purchases"]  # lines that were added twice are set aside
    keyed = keys.in_order(source for source in once if source.key and source.kind not in ("unknown", "ledger"))
    others = [source for source in once if source not in keyed]
    if not keyed:
        raise MissingData(
            _("No table says which customer a row belongs to."),
            _("Choose the column with the customer number, the e-mail address or the name for one of your files in step 3."),
        )
    chosen = keys.decided(merged)
    making = Making(shop, [*keyed, *(source for source in others if source.kind == "campaigns")], as_of, merged=chosen)
    making.forgotten = {chosen.get(str(one), str(one)) for one in forgotten}
    if empty := sum(isinstance(table, pd.DataFrame) and not len(table) for table in tables):
        making.notices.append(Notice("empty_table", empty))
    making.notices += [Notice("given_twice", table=source.name) for source in whole if source not in once]
    making.notices += [Notice("not_used", table=source.name) for source in others if source.kind not in ("campaigns", "ledger")]
    return making


def find_who(making: Making) -> None:
    """Register the customers of every table, and say what does not fit."""
    for number, source in enumerate(making.sources):
        if source.key is None:
            making.register.members[number] = pd.Index([], dtype="str")
            making.register.changed[number] = pd.DataFrame({"key": [], "customer_id": []}, dtype="str")
            making.register.how[number] = {}
            continue
        making.register.enter(number, keys.keys_in(making.table(source), source))
        if source.kind != "purchases" and (nobody := keys.without_key(making.table(source), source)):
            making.notices.append(Notice("no_customer", nobody, source.name))
            making.nobody.append(accounts.account_of_nobody(source, nobody))
            making.aside.append(accounts.rows_of_nobody(making.table(source), source))
        if not len(making.register.members[number]):
            making.notices.append(Notice("not_used", table=source.name))
        if source.key_role == "name":
            making.notices.append(Notice("key_by_name", table=source.name))
    pairs, gone = keys.proposed(making.register), list(making.forgotten | set(making.merged))
    making.duplicates = pairs[~pairs.keep.isin(gone) & ~pairs.other.isin(gone)].reset_index(drop=True)
    let_go()
    if not len(making.register.ids):
        raise MissingData(
            _("The column with customers is empty."), _("Choose another column as customer in step 3, or look at the file.")
        )
