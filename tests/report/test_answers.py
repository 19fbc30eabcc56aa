"""Is every answer true, and does a question that cannot be answered say why?"""

import pandas as pd
import pytest

from segmentation.analysis import Analysis
from segmentation.language import speaking
from segmentation.report.answers import answers
from segmentation.report.files import csv_bytes, harmless, sheet_bytes
from segmentation.study import Question, Study
from segmentation.tables import read_table

LINES = "klantnr;order;datum;bedrag\n" + "".join(
    f"K{customer};{customer}-{order};{1 + (customer * 7 + order * 3) % 28:02}-{1 + order:02}-2024;{100 if customer < 2 else 10},00\n"
    for customer in range(20)
    for order in range(1 if customer >= 10 else 4)
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    questions = ("Who are our best customers?", "Who sends back too much?", "Is this right?", "Which customers do we risk losing?")
    study = Study(name="x", language="en", questions=tuple(Question(text=text) for text in questions))
    return Analysis(study, [read_table(LINES.encode(), name="orders.csv")])


def test_answers_say_what_the_table_says(analysis: Analysis) -> None:
    with speaking("en"):
        best, back, unclear, losing = answers(analysis.study, analysis)
        assert any("50% of your customers bought once" in sentence for sentence in best.evidence)
        # the best two of twenty brought 2 × 4 × 100 of 800 + 8 × 4 × 10 + 10 × 10
        assert any("The best 10% of your customers (2) bring 66% of the turnover of €1,220" in sentence for sentence in best.evidence)
        assert best.certainty == "few"
        assert back.evidence == ("There are no returns in these data.",)
        assert unclear.certainty == "none"
        assert "does not seem to be about customers" in unclear.why_not()
        assert "of the 10 customers who bought three times or more" in losing.evidence[0]


def test_nothing_in_a_csv_can_run() -> None:
    table = pd.DataFrame({"name": ["=1+1", "@x", "Jan"], "value": [-1.5, 2.0, 3.0]}, index=pd.Index(["a", "b", "c"], name="=id"))
    text = csv_bytes(table).decode("utf-8-sig")
    assert text.splitlines() == ["'=id,name,value", "a,'=1+1,-1.5", "b,'@x,2.0", "c,Jan,3.0"]
    assert harmless("+31") == "'+31"


def test_a_list_for_people_opens_in_the_spreadsheet_of_their_country() -> None:
    table = pd.DataFrame({"customer": ["0012", "=1+1"], "profit": [-1.5, 2.0]})
    written = {}
    for language in ("nl", "en"):
        with speaking(language):
            written[language] = sheet_bytes(table).decode("utf-8-sig").splitlines()
    assert written == {"nl": ["customer;profit", "0012;-1,5", "'=1+1;2,0"], "en": ["customer,profit", "0012,-1.5", "'=1+1,2.0"]}


def test_a_question_about_towns_is_answered_by_town_and_one_about_the_world_not_at_all() -> None:
    rows = "".join(f"K{n};{n};{1 + n % 28:02}-0{1 + n % 9}-2024;{100 if n % 2 else 10},00;{'Assen' if n % 2 else 'Emmen'};{'Oak barrel' if n % 2 else 'Oil lamp'}\n" for n in range(40))
    texts = ("Which towns bring most turnover?", "What do children eat for breakfast?", "Which customers have us over a barrel?")
    study = Study(name="x", language="en", questions=tuple(Question(text=text) for text in texts))
    analysis = Analysis(study, [read_table(f"klantnr;order;datum;bedrag;plaats;artikel\n{rows}".encode(), name="orders.csv")])
    with speaking("en"):
        towns, world, saying = answers(study, analysis)
        assert any("Assen" in sentence and "Emmen" in sentence for sentence in towns.evidence)
        assert (world.evidence, world.certainty) == ((), "none") and "about customers" in world.why_not()
        assert not any("barrel" in sentence for sentence in saying.evidence) and "We were not sure" in saying.certainty_words()
