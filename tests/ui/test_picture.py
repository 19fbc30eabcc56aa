"""Does a chart reach the page whole: its tables apart from its looks, so that another figure leaves the picture standing?"""

import json
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pyarrow
import pytest

from segmentation.charts import economics as charts
from segmentation.charts.theme import described
from segmentation.economics import Costs, weigh_economics
from segmentation.ui.picture import LARGE, MANY, _larger, _vega_lite
from tests.economics.shop import zwerfkei


def looks(spec: dict[str, Any]) -> str:
    """The chart without its tables: what makes a browser draw it from nothing when it differs."""
    told = json.dumps({name: part for name, part in spec.items() if name != "datasets"})
    for place, name in enumerate(spec["datasets"]):
        told = told.replace(name, str(place))
    return told


@pytest.mark.parametrize("chart", [charts.whale, charts.whale_places, charts.segment_profit, charts.in_and_out])
def test_another_cost_changes_the_tables_and_not_the_looks(chart: Any) -> None:
    customers, known = zwerfkei()
    segments = (known["orders"] > 3).map({True: "A", False: "B"})
    one, other = (
        _vega_lite(chart(weigh_economics(customers, Costs(per_order=price), segments, draws=10), {})) for price in (2.0, 2.5)
    )
    assert looks(one) == looks(other) and one["datasets"] != other["datasets"]


def test_every_row_arrives_and_what_is_endless_is_unknown() -> None:
    rows = pd.DataFrame(
        {"x": [1.0, np.inf, np.nan], "n": [1, 2, 3], "who": ["a", None, "ç"], "on": pd.to_datetime(["2024-05-03", None, "2024-01-01"])}
    )
    under = alt.Chart(rows[["x"]]).mark_rule().encode(x="x:Q")
    spec = _vega_lite(alt.layer(alt.Chart(rows).mark_point().encode(x="x:Q", y="n:Q", color="who:N"), under))
    whole, part = (pyarrow.ipc.open_stream(table).read_all().to_pydict() for table in spec["datasets"].values())
    assert whole["n"] == [1, 2, 3] and whole["who"] == ["a", None, "ç"] and part == {"x": [1.0, None, None]}
    assert whole["x"] == [1.0, None, None] and str(whole["on"][0]).startswith("2024-05-03")
    assert {layer["data"]["name"] for layer in spec["layer"]} == set(spec["datasets"])


def test_many_marks_are_painted_and_few_are_elements() -> None:
    for count, painted in ((MANY, False), (MANY + 1, True)):
        spec = _vega_lite(alt.Chart(pd.DataFrame({"x": range(count)})).mark_point().encode(x="x:Q"))
        assert ("usermeta" in spec) == painted


def test_the_letters_of_a_chart_are_larger_on_the_big_screen_and_the_rest_stays() -> None:
    spec = _larger({"mark": "bar", "config": {"axis": {"grid": False, "labelFontSize": 13}}})
    assert spec["mark"] == "bar" and spec["config"]["axis"]["grid"] is False
    assert {spec["config"][part]["labelFontSize"] for part in ("axis", "legend", "header")} == {LARGE}


def test_letters_in_a_picture_grow_with_those_beside_it_and_it_takes_more_of_the_height() -> None:
    mark = {"type": "text", "fontSize": 10}
    spec = _larger({"height": 300, "layer": [{"mark": mark, "encoding": {"x": {"axis": {"labelFontSize": {"expr": "9"}}}}}], "params": [{"name": "line", "value": 10}]})
    layer = spec["layer"][0]
    assert layer["mark"]["fontSize"] == 14 and layer["encoding"]["x"]["axis"]["labelFontSize"] == LARGE
    assert spec["params"] == [{"name": "line", "value": 14}] and spec["config"]["text"]["fontSize"] == LARGE
    narrow = _larger({"layer": [{"mark": {"fontSize": {"expr": "clamp(9, 7, 12)"}}}]})
    assert narrow["layer"][0]["mark"]["fontSize"] == {"expr": "(clamp(9, 7, 12)) * 1.4"}
    assert [_larger({"height": tall})["height"] for tall in (300, 500, 900)] == [420, 560, 900]


def test_a_wide_key_ends_at_the_right_edge() -> None:
    chart = alt.Chart(pd.DataFrame({"x": [1]})).mark_bar().encode(x="x:Q")
    spec = _vega_lite(described(chart, "One bar", key="end"))
    assert spec["config"]["legend"]["layout"]["top"] == {"anchor": "end"} and "usermeta" not in spec
