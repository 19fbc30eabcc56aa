"""Is every data line true on real tables, and could no persona be swapped for another?"""

from itertools import permutations

import pandas as pd
import pytest

import segmentation as seg
from segmentation.personas import draft_personas
from segmentation.personas.facts import SERVE
from segmentation.samples import paths
from tests.personas.checker import untrue


def a_year(customers):
    """The year's spending, worked out by another road: cents in pandas."""
    lines = pd.read_parquet(customers.lines, columns=["customer_id", "date", "amount"])
    last = pd.Timestamp(customers.as_of).normalize() + pd.Timedelta(days=1)
    lines = lines[lines.date < last]
    if lines.date.min() > last - pd.Timedelta(days=365):
        return None
    cents = (lines.amount.astype(float) * 100).round().where(lines.date >= last - pd.Timedelta(days=365), 0)
    return (cents.groupby(lines.customer_id).sum() / 100).reindex(customers.frame.index)


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["zwerfkei", "online_retail"])
def test_true_and_not_to_be_swapped(sample):
    customers = seg.build_customers(*[seg.read_table(path) for path in paths(sample)])
    solution = seg.find_segments(customers, k=4, method="kmeans", bootstraps=5)
    profiles = seg.profile_segments(customers, solution)
    economics = seg.weigh_economics(customers, seg.Costs(margin_rate=0.4), solution)
    personas = draft_personas(profiles, "nl", customers=customers, segmentation=solution, economics=economics)
    books = economics.customers.reindex(customers.frame.index)
    frame = customers.frame.assign(
        profit=books.profit, unprofitable=books.unprofitable, cost_to_serve=books[list(SERVE)].sum(axis=1).round(2),
        year_spend=a_year(customers),
    )  # fmt: skip
    assert any(line.column == "year_spend" for line in personas[0].lines) == frame.year_spend.notna().any()
    for persona in personas:
        assert untrue(persona, frame, solution.labels.astype("str")) == []
    for one, other in permutations(personas, 2):
        told = [line for line in one.lines if line.mark == "data"]
        assert len(untrue(one, frame, solution.labels.astype("str"), other.segment)) >= 0.8 * len(told)
    alone = draft_personas(profiles, "en")
    assert [persona.segment for persona in alone] == [persona.segment for persona in personas]
    assert all(untrue(persona, frame, solution.labels.astype("str")) == [] for persona in alone)
