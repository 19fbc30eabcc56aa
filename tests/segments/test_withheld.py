"""Columns that were left out before the features are chosen are told with the reason."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

import segmentation as seg
from segmentation.segments.withheld import withheld
from segmentation.tables.table import Column
from tests.segments.hand import table_of


def test_every_reason_has_its_columns_and_orders_have_none():
    columns = [Column("nr", "id", role="customer"), Column("code", "id"), Column("card", "id"), Column("void", "empty"), Column("story", "text"),
               Column("remark", "text", role="text"), Column("mail", "text", role="email", personal=True), Column("born", "date", role="birth_date", personal=True), Column("visits", "integer")]
    listed = SimpleNamespace(kind="customers", columns={one.name: one for one in columns})
    orders = SimpleNamespace(kind="orders", columns={"order": Column("order", "id")})
    customers = table_of(pd.DataFrame({"visits": [1, 2], "card": [3, 4]}))
    assert withheld([listed, orders, listed], customers) == {"id": ["code"], "empty": ["void"], "text": ["story"], "personal": ["mail"]}


def test_an_id_in_disguise_and_an_empty_column_of_a_file():
    rng = np.random.default_rng(0)
    codes = rng.permutation(np.arange(50_000, 50_300))
    rows = [f"K{number:04d};{rng.poisson(4)};{rng.lognormal(4, 1):.2f};{codes[number]};" for number in range(300)]
    table = seg.read_table("\n".join(["klantnummer;bezoeken;besteding;relatiecode;leeg", *rows]).encode(), "klanten.csv")
    assert withheld([table], seg.build_customers(table)) == {"id": ["relatiecode"], "empty": ["leeg"]}
