"""The base at a glance: figures by hand, and pictures that say what they show."""

import pandas as pd
import pytest

from segmentation.charts import customers as charts
from segmentation.charts import experience as more
from segmentation.customers import build_customers, glance
from tests.customers.tables import table


@pytest.fixture(scope="module")
def base():
    days = ["2024-01-10", "2024-05-10", "2024-02-01", "2024-12-20", "2024-12-20"]
    rows = {"customer": ["A", "A", "B", "C", "C"], "date": pd.to_datetime(days), "amount": [50.0, 20.0, 10.0, 15.0, 5.0]}
    return build_customers(table("purchases", rows))


def test_figures_by_hand(base):
    months = glance.per_month(base.lines)
    assert months.turnover.tolist() == [50, 10, 20, 20]
    cohorts = glance.per_cohort(base.lines).set_index(["start", "later"])
    assert cohorts.loc[(pd.Timestamp("2024-01-01"), 1), "share"] == 0.5
    assert glance.concentration(base.frame.monetary)["best20"] == pytest.approx(0.7)
    grid = glance.recency_frequency(base.frame)
    assert grid.customers.sum() == 3
    square = grid.iloc[0]
    assert len(glance.in_square(base.frame, int(square.recent), int(square.often))) == square.customers
    beside = glance.beside_value(base.frame, "frequency")
    assert beside.customers.sum() == 3


def test_concentration_is_of_the_turnover_that_is_shown():
    """140 is left when who sent back more than was bought takes 20 off; the best customer brings 100 of it."""
    found = glance.concentration(pd.Series([100, -20, 10, 50]))
    assert found["best1"] == pytest.approx(100 / 140)
    assert found["for80"] == 0.5
    assert glance.concentration(pd.Series([10, -20])) == {}


def test_who_does_not_come_back_counts_too(tmp_path):
    """A: Jan and Jul. B: Jan and May. C, D: May only. Of the three quarters that began, Q2 is over for A and B, Q3 for C and D as well."""
    days = {"A": ["2024-01-05", "2024-07-05"], "B": ["2024-01-09", "2024-05-09"], "C": ["2024-05-01"], "D": ["2024-05-02"]}
    rows = [(who, pd.Timestamp(day), False) for who, many in days.items() for day in many]
    pd.DataFrame(rows, columns=["customer_id", "date", "is_return"]).to_parquet(tmp_path / "lines.parquet")
    cohorts = glance.per_cohort(tmp_path / "lines.parquet")
    assert cohorts[["later", "customers", "share"]].to_numpy().tolist() == [[0, 2, 1], [1, 1, 0.5], [2, 1, 0.5], [0, 2, 1], [1, 0, 0]]
    assert glance.back_next_quarter(cohorts, pd.Timestamp("2024-06-29")) is None
    assert glance.back_next_quarter(cohorts, pd.Timestamp("2024-06-30")) == 0.5
    assert glance.back_next_quarter(cohorts, pd.Timestamp("2024-09-30")) == 0.25


def test_nothing_at_all_is_a_group_of_its_own():
    frame = pd.DataFrame({"monetary": range(100), "return_share": [0.0] * 60 + [0.001 * n for n in range(1, 41)]})
    parts = glance.beside_value(frame, "return_share")
    assert parts.customers.tolist() == [60, 14, 13, 13]
    assert (parts.low.iloc[0], parts.high.iloc[0]) == (0, 0)
    assert parts.value.is_monotonic_increasing


def test_every_picture_says_what_it_shows(base):
    rates = pd.DataFrame({"campaign": ["May"], "rate": [0.2], "low": [0.1], "high": [0.3]})
    drawn = [
        charts.months(glance.per_month(base.lines), "EUR"),
        charts.cohorts(glance.per_cohort(base.lines)),
        charts.concentration(base.frame.monetary),
        charts.spread(base.frame.monetary, "Omzet"),
        charts.grid(glance.recency_frequency(base.frame), "EUR"),
        more.rates(rates, "campaign", "Geopend"),
        more.experience(glance.beside_value(base.frame, "frequency"), "Bestellingen", "EUR"),
    ]
    for chart in drawn:
        told = chart.to_dict()
        assert len(told["description"]) > 10
        assert "{" not in told["description"]
