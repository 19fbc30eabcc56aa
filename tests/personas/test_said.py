"""Is what people say set beside the right figure, and left alone when it is not clear?"""

import pytest

from segmentation.language import speaking
from segmentation.personas import Line, said_against_data


def line(column: str, figure: float, low: float, high: float, **rest) -> Line:
    return Line("x", "", "data", figure, (low, high), 0.0, column=column, **{"statistic": "median", "kind": "number", **rest})


LINES = [
    line("age", 48, 46, 50), line("year_spend", 1250, 1100, 1400, kind="money", currency="EUR"),
    line("return_share", 0.12, 0.10, 0.15, statistic="mean", kind="share"), line("frequency", 9, 8, 10, kind="count"),
    line("place", 0.43, 0.40, 0.46, statistic="share", kind="category", level="Assen"),
]


@pytest.mark.parametrize(
    ("text", "field", "answers"),
    [
        ("rond de 35", "who", [("age", False)]), ("een jaar of 45 tot 48", "who", [("age", True)]),
        ("between 30 and 40", "who", [("age", False)]), ("geeft wel 1.500 euro uit", "spend", [("year_spend", False)]),
        ("€ 1.200 per jaar", "x", [("year_spend", True)]), ("stuurt 40% terug", "frustrations", [("return_share", False)]),
        ("bestelde 9 keer", "buys", [("frequency", True)]), ("woont vast in Assen", "who", [("place", None)]),
        ("bestelt 3 keer per jaar", "buys", []), ("heeft 2 kinderen", "family", []), ("2 kinderen", "who", []),
        ("spends €1,250 a year", "x", [("year_spend", True)]), ("€ 1.250,50", "x", [("year_spend", True)]),
        ("£200 a year", "spend", []), ("200 pond per jaar", "spend", []), ("200 per jaar", "spend", [("year_spend", False)]),
        ("is al 3 jaar klant", "came", []), ("", "who", []), ("9" * 300, "who", []), ("Assense", "who", []),
    ],
)
def test_remarks(text, field, answers):
    assert [(said.line.column, said.agrees) for said in said_against_data(text, LINES, field)] == answers


def test_the_answer_gives_figure_and_interval():
    with speaking("nl"):
        assert said_against_data("ik denk rond de 35", LINES, "who")[0].sentence() == "Jij zegt 35; de data zeggen 48 (46–50)."
    with speaking("en"):
        assert said_against_data("ik denk rond de 48", LINES, "who")[0].sentence() == "That fits the data: 48 (46–50)."
