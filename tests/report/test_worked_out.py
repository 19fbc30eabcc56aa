"""Does a question get what it asks for from the later steps, with the figures that stand there?"""

from types import SimpleNamespace

import pandas as pd
import pytest

from segmentation.analysis import Analysis
from segmentation.economics.words import rule_sentence
from segmentation.language import money, number, percent, speaking
from segmentation.plan import LIBRARY
from segmentation.report import from_customers, from_rows
from segmentation.report.answers import answers
from segmentation.report.worked_out import direct
from segmentation.study import Question, Study, Upload
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


PAID = """factuur;klantnr;factuurdatum;vervaldatum;betaald op;bedrag
F1;K1;01-01-2024;31-01-2024;30-01-2024;100,00
F2;K1;01-02-2024;02-03-2024;12-03-2024;365,00
F3;K2;01-03-2024;31-03-2024;10-05-2024;365,00
F4;K2;01-04-2024;01-05-2024;;50,00
F5;K3;01-06-2024;01-07-2024;01-07-2024;10,00
"""


def test_who_pays_late_and_what_that_costs() -> None:
    asked = Question(text="Which customers pay late, and what does that cost us?", library="late")
    study = Study(name="x", language="en", questions=(asked,))
    with speaking("en"):
        (answer,) = answers(study, Analysis(study, [read_table(PAID.encode(), name="facturen.csv")]))
    # ten days and forty late on 365 each: 50 days' interest on 365 is 365 × 50 / 365 a year, one percent of that is half a euro
    assert answer.evidence[0] == (
        "Of 4 paid invoices 50% were paid late. Half of those were more than 25 days late. €50.00 is open past its date. "
        "The money that came late costs you €0.50 for every percent of interest a year."
    )
    assert answer.missing == ()


SOLD = "klantnr;order;datum;bedrag\n" + "".join(
    f"K{n % 40};{n};{1 + n % 28:02}-{1 + n % 12:02}-{2022 + n // 480};{120 if n % 12 == 11 else 10},00\n" for n in range(960)
)


@pytest.fixture(scope="module")
def sold() -> Analysis:
    questions = (Question(text="Are our most valuable customers content?"), Question(text="Do bigger firms spend more?"))
    return Analysis(Study(name="x", language="en", questions=questions), [read_table(SOLD.encode(), name="orders.csv")])


def test_the_months_and_the_days_as_the_orders_have_them(sold: Analysis) -> None:
    with speaking("en"):
        # eleven months of 10 against one of 120: 120 / 230
        assert from_rows.season(sold).startswith("Most turnover of the year comes in December (52%), least in January (4%).")
        assert "no time" in from_rows.days(sold)
    with speaking("nl"):
        assert "in december (52%)" in from_rows.season(sold)


def test_what_is_known_does_not_answer_another_question(sold: Analysis) -> None:
    content, bigger = answers(sold.study, sold)
    assert (content.evidence, content.certainty, content.missing[-1].code) == ((), "none", "satisfaction")
    assert (bigger.evidence, bigger.certainty, bigger.missing[-1].code) == ((), "none", "firm_size")


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("Wat geeft u per jaar elders uit?", "Of the €800 a year that 4 customers say they spend on this kind of thing, 50% is spent with you (€400); €400 goes elsewhere."),
        ("Wat geeft u per jaar in totaal uit aan fietsen?", "Of the €400 a year that 4 customers say they spend on this kind of thing, 100%"),
        ("Welk deel van uw fietsuitgaven is bij ons (%)?", "4 customers say that 100% of what they spend"),
    ],
)
def test_the_share_of_wallet_from_a_question_in_a_survey(column: str, told: str) -> None:
    orders = "klantnr;order;datum;bedrag\n" + "".join(f"K{n % 4};{n};{1 + n:02}-{1 + n % 6:02}-2024;50,00\n" for n in range(8))
    survey = f"klantnr;{column}\n" + "".join(f"K{n};100\n" for n in range(4))
    study = Study(name="x", language="en", questions=(Question(text="x", library="wallet"),))
    tables = [read_table(orders.encode(), name="orders.csv"), read_table(survey.encode(), name="enquete.csv")]
    with speaking("en"):
        (answer,) = answers(study, Analysis(study, tables))
    assert answer.evidence
    assert answer.evidence[0].startswith(told)


def test_whether_help_goes_with_spending_is_told_with_both_means_and_no_more() -> None:
    frame = pd.DataFrame({"monetary": [100.0] * 30 + [50.0] * 30, "tickets": [1] * 30 + [0] * 30})
    analysis = SimpleNamespace(customers=SimpleNamespace(frame=frame, currency="EUR"))
    with speaking("en"):
        told = from_customers.compared(analysis, {"support", "money"})  # type: ignore[arg-type]
        assert told == "Who asked for help brought in €100 on average (30 customers), who never did €50.00 (30). Whether the one comes from the other, a count cannot tell."
        assert from_customers.compared(analysis, {"support"}) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Wie opent onze nieuwsbrief maar koopt niets?", "Who opens our newsletter but never orders?"])
def test_who_opens_and_does_not_buy_is_counted(text: str) -> None:
    """a bought this year, b long ago, c never; d opened nothing."""
    orders = "klant;datum;bedrag\na;01-06-2024;10\nb;01-01-2023;10\nd;01-06-2024;10\n"
    mailings = "klant;campagne;verzonden;geopend\n" + "".join(f"{name};juni;02-06-2024;{'nee' if name == 'd' else 'ja'}\n" for name in "abcd")
    tables = [read_table(orders.encode(), name="o.csv"), read_table(mailings.encode(), name="m.csv", kind="campaigns")]
    with speaking("en"):
        said = answers(Study(name="x", language="en", questions=(Question(text=text),)), Analysis(Study(name="x"), tables))[0].evidence[0]
    assert said == "2 of the 3 customers who opened a mailing bought nothing in the last year; 1 of them never bought anything."


def test_what_a_question_names_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f"{1 + n % 28:02}-0{1 + n % 8}-2025;K{n % 40};{'Haarlak sterk' if n % 4 == 0 else 'Knippen heren' if n % 4 == 1 else 'Product met kam'};{10 + n % 3},00;1{n % 3}:15" for n in range(120)]
    table = read_table("\n".join(["Datum;Klantnr;Artikel;Bedrag;Tijd", *rows]).encode(), name="kassa.csv")
    asked = tuple(Question(text=text) for text in ("Who buys haarlak?", "Which hours are quiet?", "Which customers have we not seen for months?", "Who are our best customers?", "Which products sell best?"))
    study = Study(name="Salon", language="en", questions=asked, uploads=(Upload(hash="2" * 64, name="kassa.csv"),))
    with speaking("en"):
        spray, hours, gone, best, sells = (one.evidence for one in answers(study, Analysis(study, [table])))
    assert spray[0] == "10 of your 40 customers (25%) bought something with “haarlak” in its name, for €330 together."
    assert "The busiest hour begins at" in hours[0]
    assert "stay away more than twice as long" in gone[0]
    assert not any("in its name" in sentence for sentence in (*best, *sells))
