"""Figures in tables are written in the language of the app, whatever the browser speaks; nothing stands where nothing is known."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from segmentation.language import speaking
from segmentation.ui.amounts import _writing


@pytest.mark.parametrize(
    ("values", "kind", "dutch", "english"),
    [
        ([5.7, 167.7], "", ["5,7", "167,7"], ["5.7", "167.7"]),
        ([3030, 1], "count", ["3.030", "1"], ["3,030", "1"]),
        ([1980, 9401], "number", ["1980", "9401"], ["1980", "9401"]),
        ([0.041, 0.02], "share", ["4,1%", "2,0%"], ["4.1%", "2.0%"]),
        ([0.5, 0.041], "share", ["50%", "4%"], ["50%", "4%"]),
        ([279.61, 12.3], "money", ["€\xa0280", "€\xa012"], ["€280", "€12"]),
        ([1279.61], "amount", ["1.280"], ["1,280"]),
        ([1234.0, 7.0], "plain", ["1234", "7"], ["1234", "7"]),
    ],
)
def test_figures_are_written_by_their_kind(values: list[float], kind: str, dutch: list[str], english: list[str]) -> None:
    for language, told in (("nl", dutch), ("en", english)):
        with speaking(language):
            write = _writing(pd.Series(values), kind, "EUR")
            assert write is not None and [write(value) for value in values] == told


def test_days_are_words_and_texts_stand_as_they_are() -> None:
    with speaking("nl"):
        write = _writing(pd.to_datetime(pd.Series(["2024-05-03"])), "", "EUR")
        assert write is not None and write(pd.Timestamp("2024-05-03")) == "3 mei 2024"
    assert _writing(pd.Series(["3,5", None]), "number", "EUR") is None and _writing(pd.Series([True, False]), "", "EUR") is None


def page() -> None:
    import pandas as pd
    import streamlit as st

    from segmentation.language import speaking
    from segmentation.ui import amounts

    counted = st.session_state.setdefault("written", [])

    def writing(values: pd.Series, kind: str, currency: str):  # type: ignore[no-untyped-def]
        counted.append(values.name)
        return original(values, kind, currency)

    original, amounts._writing = amounts._writing, writing
    rows = pd.DataFrame({"n": [1234.5, 2.0]}, index=pd.Index(["a", "b"], name="who"))
    with speaking("nl"), st.container():
        amounts.show_table(rows)
        amounts.show_table(rows.rename_axis("wie"))
        amounts.show_table(rows.rename(columns={"n": "m"}))
        amounts.show_table(rows * 2)
    with speaking("en"):
        amounts.show_table(rows)
    amounts._writing = original


def test_a_table_is_written_once_and_anew_when_anything_in_it_changes() -> None:
    shown = AppTest.from_function(page).run()
    before = [element.proto.SerializeToString() for element in shown.dataframe]
    shown.run()
    assert not shown.exception
    assert shown.session_state["written"] == ["n", "n", "m", "n", "n"]
    assert [element.proto.SerializeToString() for element in shown.dataframe] == before
    assert len(set(before)) == 5


def test_a_traced_rate_times_its_quantity_is_the_amount_beside_it():
    from segmentation.ui.trace_cells import _quantity_and_price

    with speaking("en"):
        assert _quantity_and_price("cost_of_goods", 113.0, 0.5398, 61.0, "EUR") == ("€113.00", "53.98%")  # 54.0% would be 61.02
        assert _quantity_and_price("cost_of_goods", 200.0, 0.6, 120.0, "EUR") == ("€200.00", "60.0%")
        assert _quantity_and_price("per_mailing", 10.0, 0.025, 0.25, "EUR") == ("10", "€0.025")
