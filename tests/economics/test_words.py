"""Can everything that is shown be said and drawn, in Dutch and in English, without an untranslated word?"""

import pandas as pd
import pytest

import segmentation as seg
from segmentation.charts import economics as charts
from segmentation.economics import words
from segmentation.economics.cases import CASES
from segmentation.economics.fields import FIELDS
from segmentation.economics.ladder import ADVICE, LADDER
from segmentation.economics.levers import LEVERS, break_even
from segmentation.economics.trace import lines_of, rates_of
from segmentation.errors import WrongChoice
from segmentation.language import catalogue, speaking
from tests.economics.shop import lines_table, zwerfkei


@pytest.fixture(scope="module")
def found() -> seg.Economics:
    table, truth = zwerfkei()
    labels = truth["kind"].map({kind: "ABCDEFGH"[place] for place, kind in enumerate(sorted(truth["kind"].unique()))})
    return seg.weigh_economics(table, seg.Costs.usual(), labels)


def test_no_text_of_this_room_is_untranslated():
    for room in ("economics", "samples"):
        assert catalogue.untranslated(catalogue.LOCALE / "nl" / f"{room}.po") == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_has_its_figures(found, language):
    with speaking(language):
        said = [
            words.statement_sentence(found),
            words.whale_sentence(found),
            words.flags_sentence(found),
            words.goodbye_sentence(found),
            words.missing_sentence(found),
        ]
        said += words.customer_sentences(found, found.goodbye.loc[0, "customer_id"]) + words.warning_sentences(found)
        said += [rung.when for rung in LADDER] + [
            field.sentence.format(value="x") + field.source + field.label for field in FIELDS
        ]
        said += [lever.name + lever.assumption + lever.next_step for lever in LEVERS.values()] + [case.sentence for case in CASES]
        said += [words.advice(code) for code in ADVICE] + [words.reason(code) for code in words.REASON]
    assert all(said) and not any("{" in sentence or "nan" in sentence.lower().split() for sentence in said)


def test_the_first_customer_on_the_list_is_explained(found):
    with speaking("en"):
        first = words.customer_sentences(found, found.goodbye.loc[0, "customer_id"])
        assert first[0].startswith("Customer ") and "It is a habit" in first[1] and first[-1].startswith("Advice: ")
        assert "Even with all steps together this customer still costs you" in first[-1]
        kept = found.goodbye[~found.goodbye["advice"].isin(["goodbye", "wait", "check", "leave"])]["customer_id"].iloc[0]
        assert "so a goodbye comes too early" in words.customer_sentences(found, kept)[-1]
        with pytest.raises(WrongChoice):
            words.customer_sentences(found, "nobody")


def test_goods_that_are_covered_by_the_margin_rate_are_not_called_missing():
    small = seg.weigh_economics(pd.DataFrame({"monetary": [5.0], "frequency": [3]}, index=["K1"]))
    with speaking("en"):
        assert "margin" in small.missing and "goods" not in words.missing_sentence(small)
        sure = words.customer_sentences(
            seg.weigh_economics(pd.DataFrame({"monetary": [5.0], "frequency": [9]}, index=["K1"])), "K1"
        )
    assert sure[2] == "Whatever the estimates turn out to be, this customer costs you money."


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_picture_can_be_drawn_and_described(found, language):
    with speaking(language):
        drawn = [
            charts.whale(found),
            charts.segment_profit(found, {"A": "Callers"}),
            charts.in_and_out(found),
            charts.ladder(found),
        ]
        drawn += [charts.quadrants(found, found.strategies), charts.response(found, 500.0, 0.12)]
        for chart in drawn:
            plain = chart.to_dict()
            assert plain["description"] and sum(len(rows) for rows in plain.get("datasets", {}).values()) <= 5000


def test_one_customer_makes_a_picture_too():
    small = seg.weigh_economics(pd.DataFrame({"monetary": [5.0], "frequency": [3]}, index=["K1"]))
    for draw in (charts.whale, charts.segment_profit, charts.in_and_out, charts.ladder):
        draw(small).to_dict()
    with speaking("en"):
        assert words.whale_sentence(small).startswith("With these costs nobody earns")


def test_an_amount_can_be_followed_to_its_rates_and_lines():
    table = lines_table([("K1", "1", "a"), ("K1", "2", "b"), ("K2", "3", "a")])
    small = seg.weigh_economics(table, seg.Costs(margin_rate=0.5, per_order=2.0))
    rates = rates_of(small, "K1").set_index("name")
    assert rates.loc["cost_of_goods", ["rate", "euros"]].tolist() == [0.5, small.customers.loc["K1", "cost_of_goods"]]
    assert rates.loc["per_order", "euros"] == 4.0 == small.customers.loc["K1", "order_handling"]
    assert lines_of(table, "K1")["order_id"].tolist() == ["1", "2"]
    with pytest.raises(WrongChoice):
        rates_of(small, "nobody")


def test_the_costs_of_one_customer_add_up_to_the_cent(found):
    for customer in found.customers.index[:40]:
        told = found.customers.loc[customer]
        assert round(rates_of(found, customer)["euros"].sum(), 2) == round(told["revenue"] - told["profit"], 2)


def test_what_is_shared_or_written_down_stands_in_the_trace():
    rows = pd.DataFrame(
        {"monetary": [100.0, 33.33], "frequency": [3, 1], "returns_count": [1, 0], "returns_value": [20.0, 0.0], "mailings": [3, 1]},
        index=["K1", "K2"],
    )
    small = seg.weigh_economics(rows, seg.Costs(margin_rate=0.4, per_order=2.117, return_write_down=0.5, marketing_per_year=100.0, bad_debt_rate=0.0123))
    for customer in rows.index:
        told = small.customers.loc[customer]
        assert round(rates_of(small, customer)["euros"].sum(), 2) == round(told["revenue"] - told["profit"], 2)
    rates = rates_of(small, "K1").set_index("name")["euros"]
    assert rates["cost_of_goods"] == 60.0
    assert rates["returns"] == 6.0  # half of what 20 euros of goods had cost
    assert (rates["per_mailing"], rates["marketing"]) == (0.06, 50.0)  # three at 2 cents; half of a hundred


def test_the_uplift_a_programme_needs(found):
    needed = break_even(found.segments, 2.0, 100.0)
    margin = (found.segments["revenue"] - found.segments["cost_of_goods"]) / 2
    assert (needed * margin).round(6).eq(100.0).all()
