"""Does a question get what it asks for from the later steps, with the figures that stand there?"""

import pytest

from segmentation.analysis import Analysis
from segmentation.economics.words import rule_sentence
from segmentation.language import money, number, percent, speaking
from segmentation.plan import LIBRARY
from segmentation.report.worked_out import direct
from segmentation.study import Question, Study
from segmentation.tables import read_table
from tests.ui.test_demo_mode import shop


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analysis(Study(name="x", language="en"), [read_table(text.encode(), name=name) for name, text in shop().items()])


def answered(analysis: Analysis, library: str) -> str:
    text = next(one.text for one in LIBRARY if one.id == library)
    with speaking("en"):
        said = direct(Question(text=text, library=library), analysis)
        assert said == direct(Question(text=text + "?"), analysis), "in own words as from the library"
    return said


def test_who_costs_money_and_why(analysis: Analysis) -> None:
    losing = analysis.economics.customers.query("unprofitable")
    said = answered(analysis, "unprofitable")
    with speaking("en"):
        for _code, part in losing.groupby("reason"):
            told = f"({number(len(part))}, {money(-part['profit'].sum(), 'EUR')})"
            assert (told in said) == (part["profit"].sum() in losing.groupby("reason")["profit"].sum().nsmallest(3).tolist())


def test_the_kinds_of_customer_with_their_sizes(analysis: Analysis) -> None:
    said = answered(analysis, "kinds")
    for letter, size in analysis.segmentation.sizes.items():
        assert f"{letter} · " in said
        with speaking("en"):
            assert f"({percent(size / analysis.segmentation.sizes.sum())})" in said


def test_what_goes_together_and_where_to_find_more(analysis: Analysis) -> None:
    cross = analysis.economics.levers.query("lever == 'cross_sell'")
    said = answered(analysis, "cross_sell")
    assert ("No two products" in said) if cross.empty else (str(cross.sort_values("likely").iloc[-1]["with_product"]) in said)
    rules, said = analysis.economics.prospects, answered(analysis, "more_like")
    with speaking("en"):
        assert ("Nothing an address supplier" in said) if rules.empty else (rule_sentence(rules.iloc[0]["rule"]) in said)


def test_what_a_customer_is_worth_and_nothing_where_nothing_is_known(analysis: Analysis) -> None:
    with speaking("en"):
        assert money(analysis.customers.frame["expected_value"].sum(), "EUR") in answered(analysis, "worth")
        assert direct(Question(text="What is the weather?"), analysis) == ""
