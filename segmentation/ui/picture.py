"""How does a chart come on a page: put together once per visit, and sent as it is after that.

    picture("sizes", (analysis.key("segmentation"), *names.values()), charts.segment_sizes, found.sizes, names)

Putting a chart together and writing it as Vega-Lite takes ten times as long as sending it, and most charts of a page stay the same when one widget changes.
"""

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st

from segmentation.ui import state
from segmentation.ui.once import once


def picture(name: str, made_from: tuple[Hashable, ...], chart: Callable[..., Any], *of: Any, place: Any = st, **selecting: Any) -> Any:
    """Draw `chart(*of)` under this name. `made_from` tells everything in it apart; with `on_select` the answer is what the user selected."""
    spec = once((name, *made_from), lambda: _vega_lite(chart(*of)))
    return place.vega_lite_chart(spec=spec, theme="streamlit", key=state.key(name), **selecting)


def _vega_lite(chart: Any) -> dict[str, Any]:
    """The chart as Vega-Lite, with its tables as Arrow and without Altair's own size: the page gives it one."""
    import altair
    import pyarrow

    altair.data_transformers.disable_max_rows()  # what a browser can draw is weighed where a chart is made
    spec: dict[str, Any] = chart.to_dict(validate=False)  # checked by the tests; on a page it would take half of the time
    spec["datasets"] = {name: pyarrow.Table.from_pylist(rows) for name, rows in spec.get("datasets", {}).items()}
    view = spec.get("config", {}).get("view", {})
    for size in ("continuousWidth", "continuousHeight"):
        view.pop(size, None)
    return spec
