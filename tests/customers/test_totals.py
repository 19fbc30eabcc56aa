"""A list that says what everybody bought in all gives turnover, orders and recency, when there are no orders."""

from pathlib import Path

import pandas as pd
import pytest

from segmentation.customers import build_customers
from segmentation.economics import weigh_economics
from segmentation.tables import read_table
from tests.customers.tables import table

HEADER = "Klantnummer;Naam;Woonplaats;Leeftijd;Aantal bestellingen;Omzet 2025;Laatste bestelling"
ROWS = """1001;Anna de Vries;Assen;34;2;40,00;01-03-2025
1002;Bram Jansen;Emmen;51;1;12,50;30-11-2025
1003;Carla Smit;Zwolle;28;0;0,00;
1004;Dirk Bos;Assen;67;5;250,75;20-11-2025
1005;Els Mulder;Meppel;45;3;99,95;14-10-2025"""


@pytest.fixture
def everybody(tmp_path: Path):
    path = tmp_path / "klantenlijst.csv"
    path.write_text(f"{HEADER}\n{ROWS}\n", encoding="utf-8")
    return read_table(path)


def test_turnover_orders_and_recency_come_from_the_list(everybody):
    customers = build_customers(everybody)
    frame = customers.frame
    assert str(customers.as_of.date()) == "2025-11-30"
    assert frame.monetary.tolist() == [40.0, 12.5, 0.0, 250.75, 99.95]
    assert frame.frequency.tolist() == [2, 1, 0, 5, 3]
    assert frame.recency.tolist()[:2] == [274.0, 0.0]
    assert pd.isna(frame.recency["1003"])
    assert frame.average_order.tolist()[:2] == [20.0, 12.5]
    assert frame.one_time.tolist() == [False, True, False, False, False]
    assert customers.columns.loc["monetary", ["kind", "model"]].tolist() == ["money", "value"]
    assert weigh_economics(customers).total["revenue"] == 403.2


def test_orders_say_it_better_than_a_list(everybody):
    orders = table("purchases", {"customer": ["1001", "1002"], "date": pd.to_datetime(["2025-12-01"] * 2), "amount": [5.0, 6.0]})
    frame = build_customers(everybody, orders).frame
    assert frame.monetary.tolist() == [5.0, 6.0, 0.0, 0.0, 0.0]
    assert frame["Omzet 2025"].tolist() == [40.0, 12.5, 0.0, 250.75, 99.95]


def test_a_list_without_amounts_stays_a_list():
    assert list(build_customers(table("customers", {"customer": ["1", "2"], "Lengte": [1.8, 1.7]})).frame) == ["Lengte"]
