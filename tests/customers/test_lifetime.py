"""Lifetime value: the published figures of CDNOW, honest intervals, plain refusals."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.special import hyp2f1

from segmentation.customers import bgnbd, build_customers, gammagamma
from segmentation.customers.words import lifetime_sentences
from segmentation.language import speaking
from tests.customers.tables import table

PUBLISHED = np.array([0.243, 4.414, 0.793, 2.426])


@pytest.fixture(scope="module")
def cdnow():
    return pd.read_csv(Path(__file__).parent / "data" / "cdnow_summary.csv")


def groups_of(frame):
    return bgnbd.Groups.of(frame.x.to_numpy("float64"), frame.t_x.to_numpy("float64"), frame["T"].to_numpy("float64"))


def simulated(customers, seed, weeks=39.0):
    """Histories in whole days of customers who buy and leave as BG/NBD says."""
    draw = np.random.default_rng(seed)
    rate, leave = draw.gamma(0.5, 1 / 5.0, customers), draw.beta(0.8, 2.5, customers)
    watched = draw.uniform(weeks / 2, weeks, customers)
    x, last, here, moment = np.zeros(customers), np.zeros(customers), np.ones(customers, dtype=bool), np.zeros(customers)
    while here.any():
        moment = moment + draw.exponential(1 / np.maximum(rate, 1e-9))
        here &= moment < watched
        x, last = x + here, np.where(here, moment, last)
        here &= draw.random(customers) > leave
    return bgnbd.Groups.of(x, last, watched)


def test_bgnbd_finds_the_published_parameters(cdnow):
    model = bgnbd.fit(groups_of(cdnow))
    assert model.converged
    assert model.parameters == pytest.approx(PUBLISHED, abs=0.0006)
    assert model.likelihood == pytest.approx(-9582.4, abs=0.1)


def test_the_customer_of_the_paper_is_expected_to_buy_1_226_times():
    group = bgnbd.Groups.of(np.array([2.0]), np.array([30.43]), np.array([38.86]))
    assert bgnbd.expected_purchases(PUBLISHED, group, 39.0)[0] == pytest.approx(1.226, abs=0.0005)


def test_the_weeks_held_out_come_within_the_known_error_of_the_model(cdnow):
    """CDNOW, weeks 40 to 78: this model is known to run low there, the more so for customers with one or two repeat purchases, and to
    rank customers well; the paper reports a correlation of .626 per customer.
    """
    groups = groups_of(cdnow)
    expected = bgnbd.expected_purchases(bgnbd.fit(groups).parameters, groups, 39.0)[groups.place]
    assert expected.sum() / cdnow.x_next.sum() - 1 == pytest.approx(-0.121, abs=0.001)
    assert _as_printed(cdnow, 39.0).sum() == pytest.approx(bgnbd.expected_purchases(PUBLISHED, groups, 39.0)[groups.place].sum(), abs=1e-6)
    whole = sum(bgnbd.population(PUBLISHED, weeks + 39.0) for weeks in cdnow["T"])
    assert whole / (cdnow.x + cdnow.x_next).sum() - 1 == pytest.approx(-0.040, abs=0.001)
    assert np.corrcoef(expected, cdnow.x_next)[0, 1] == pytest.approx(0.626, abs=0.001)
    by_count = pd.DataFrame({"real": cdnow.x_next, "expected": expected}).groupby(cdnow.x.clip(upper=7)).mean()
    assert by_count.expected.is_monotonic_increasing
    assert (by_count.expected / by_count.real).between(0.72, 1.0).all()


def _as_printed(people, weeks):
    """Equation 10 of the paper, term by term, with the published parameters."""
    (r, alpha, a, b), x, last, watched = PUBLISHED, people.x, people.t_x, people["T"]
    above = hyp2f1(r + x, b + x, a + b + x - 1, weeks / (alpha + watched + weeks)) * ((alpha + watched) / (alpha + watched + weeks)) ** (r + x)
    below = 1 + (x > 0) * a / (b + x - 1).where(x > 0, 1.0) * ((alpha + watched) / (alpha + last)) ** (r + x)
    return (a + b + x - 1) / (a - 1) * (1 - above) / below


def test_gamma_gamma_finds_the_published_parameters(cdnow):
    again = cdnow[cdnow.x > 0]
    assert len(again) == 946
    model = gammagamma.fit(again.x.to_numpy("float64"), again.m.to_numpy("float64"))
    assert model.parameters == pytest.approx([6.25, 3.74, 15.44], abs=0.01)


def test_expected_purchases_agree_with_what_simulated_customers_do():
    """Equation 9 against ten thousand lives, and the sum of equation 10 over a fitted base against what follows."""
    draw = np.random.default_rng(1)
    r, alpha, a, b = PUBLISHED
    bought = np.zeros(40_000)
    rate, leave = draw.gamma(r, 1 / alpha, 40_000), draw.beta(a, b, 40_000)
    here, moment = np.ones(40_000, dtype=bool), np.zeros(40_000)
    while here.any():
        moment = moment + draw.exponential(1 / np.maximum(rate, 1e-12))
        here &= moment < 52
        bought += here
        here &= draw.random(40_000) > leave
    assert bgnbd.population(PUBLISHED, 52.0) == pytest.approx(bought.mean(), abs=3 * bought.std() / 200)


def test_equal_leaving_for_all_is_no_reason_to_refuse():
    """Everybody has the same chance of leaving: a and b run away together, what follows from them does not."""
    draw = np.random.default_rng(3)
    x, last, watched = np.zeros(1500), np.zeros(1500), np.full(1500, 60.0)
    for place in range(1500):
        rate, moment = draw.gamma(2, 0.1), 0.0
        while True:
            moment += draw.exponential(1 / rate)
            if moment > 60:
                break
            x[place], last[place] = x[place] + 1, moment
            if draw.random() < 0.1:
                break
    model = bgnbd.fit(bgnbd.Groups.of(x, last, watched))
    assert model.converged
    assert model.parameters[2] / model.parameters[2:].sum() == pytest.approx(0.1, abs=0.02)


@pytest.mark.slow
def test_a_90_percent_interval_holds_the_truth_85_to_95_times_in_a_hundred():
    """200 bases of 800 customers: the interval of everybody's expected orders, and of one customer's, holds the true expectation."""
    from segmentation.customers.lifetime import Expected, _orders, _totals

    truth = np.array([0.5, 5.0, 0.8, 2.5])
    hits, ones = [], []
    for seed in range(200):
        groups = simulated(800, seed)
        model = bgnbd.fit(groups)
        real = bgnbd.expected_purchases(truth, groups, 26.0)
        expected = Expected.of(model, groups, 26.0)
        told = _totals(model, groups, expected)
        hits.append(told["orders_low"] <= groups.weight @ real <= told["orders_high"])
        each = _orders(model, groups, expected, pd.RangeIndex(len(groups.place)))
        ones.append(((each.expected_orders_low <= real[groups.place]) & (real[groups.place] <= each.expected_orders_high)).mean())
    assert 0.85 <= np.mean(hits) <= 0.95
    assert 0.85 <= np.mean(ones) <= 0.95


def shop(customers, seed=0, **more):
    """Orders of customers who come back at random, over two years."""
    draw = np.random.default_rng(seed)
    rows = []
    for place in range(customers):
        day, rate, mean = draw.integers(0, 500), draw.gamma(0.8, 0.02), draw.gamma(20, 2.5)
        while day < 730:
            rows.append((f"c{place}", pd.Timestamp("2022-01-01") + pd.Timedelta(days=int(day)), round(mean * draw.gamma(6) / 6, 2)))
            if draw.random() < 0.25:
                break
            day += max(1, draw.exponential(1 / rate))
    frame = pd.DataFrame(rows, columns=["customer", "date", "amount"])
    return table("purchases", {**frame.to_dict("list"), **more})


def test_every_customer_gets_a_value_with_an_interval():
    customers = build_customers(shop(400), margin_rate=0.4)
    frame, life = customers.frame, customers.lifetime
    assert life.method == "bgnbd"
    assert {"r", "alpha", "a", "b"} <= set(life.parameters)
    assert life.figures["margin_rate"] == pytest.approx(0.4, abs=0.001)
    assert frame.alive.dropna().between(0, 1).all()
    assert (frame.alive.isna() == (frame.frequency == 1)).all()  # one purchase says nothing about coming back
    for name in ("expected_orders", "expected_value"):
        assert (frame[f"{name}_low"] <= frame[name] + 1e-12).all()
        assert (frame[name] <= frame[f"{name}_high"] + 1e-12).all()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_too_few_customers_are_refused_with_a_reason(language):
    few = build_customers(shop(20))
    assert few.lifetime.refused
    assert few.lifetime.reason == "too_few_customers"
    with speaking(language):
        assert all(" " in sentence for sentence in lifetime_sentences(few))


def test_only_one_time_buyers_fall_back_or_stay_without():
    once = {"customer": [f"c{n}" for n in range(80)], "date": [pd.Timestamp("2024-01-01") + pd.Timedelta(days=n) for n in range(80)]}
    customers = build_customers(table("purchases", {**once, "amount": [10.0] * 80}))
    assert customers.lifetime.reason == "too_few_repeaters"
    assert "expected_orders" not in customers.frame


def test_negative_customers_stay_and_get_no_negative_orders():
    rows = shop(300)
    rows.frame.loc[0, "amount"] = -500.0
    frame = build_customers(rows).frame
    assert (frame.monetary < 0).any()
    assert (frame.expected_orders.dropna() >= 0).all()


def test_who_buys_small_keeps_buying_small_when_gamma_gamma_takes_differences_for_chance():
    """Two kinds of customer, the small one comes often: gamma-gamma explains their means by chance alone and would expect the same of both."""
    draw = np.random.default_rng(4)
    rows = [
        (f"{kind}{place}", pd.Timestamp("2023-01-01") + pd.Timedelta(days=int(day)), round(float(mean * draw.uniform(0.8, 1.2)), 2))
        for kind, mean, orders in (("small", 7.0, 14), ("large", 90.0, 5))
        for place in range(100)
        for day in np.sort(draw.choice(700, orders, replace=False))
    ]
    frame = pd.DataFrame(rows, columns=["customer", "date", "amount"])
    customers = build_customers(table("purchases", frame.to_dict("list")))
    assert customers.lifetime.reason == "spend_credibility"
    each = customers.frame.expected_value / customers.frame.expected_orders
    assert each[each.index.str.startswith("small")].between(5, 9).all()
    assert each[each.index.str.startswith("large")].between(75, 105).all()


def test_credibility_by_hand():
    from segmentation.customers.lifetime import _credible

    told = _credible(np.array([10.0, 30.0]), np.array([1.0, 3.0]), between=4.0, within=12.0)
    assert told["mean"].tolist() == [0.25 * 10 + 0.75 * 20, 0.5 * 30 + 0.5 * 20]
    assert told["error"].tolist() == pytest.approx([3**0.5 / 17.5, 2**0.5 / 25])


def test_buyers_so_alike_that_the_model_has_no_answer_are_refused_with_a_reason():
    rows = [(f"K{place % 80}", pd.Timestamp(2026, 1 + place % 8, 1 + place % 9), 10.5 + place % 50) for place in range(200)]
    customers = build_customers(table("purchases", pd.DataFrame(rows, columns=["customer", "date", "amount"]).to_dict("list")))
    assert customers.lifetime.reason == "not_converged"
    assert all(lifetime_sentences(customers))
