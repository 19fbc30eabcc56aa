"""How does a chart come on a page: put together once per visit, and sent as it is after that.

    picture("sizes", (analysis.key("segmentation"), *names.values()), charts.segment_sizes, found.sizes, names)

Putting a chart together and writing it as Vega-Lite takes ten times as long as sending it, and most charts of a page stay the same when one widget changes.
Where only the figures of a chart change, the browser puts them in the chart that stands there: tables travel apart from what the chart looks like.
"""

from collections.abc import Callable, Hashable, Iterator
from hashlib import blake2b
from typing import Any

import streamlit as st

from segmentation.ui import stage, state
from segmentation.ui.once import once

LARGE = 18  # letters beside a chart on the big screen
LARGER = 1.4  # times as large are the letters in it, and it may take more of the height
TALL = 560  # pixels up to which it does
MANY = 300  # rows from which a browser paints a picture faster than it keeps an element for every mark


def picture(name: str, made_from: tuple[Hashable, ...], chart: Callable[..., Any], *of: Any, place: Any = st, **selecting: Any) -> Any:
    """Draw `chart(*of)` under this name. `made_from` tells everything in it apart; with `on_select` the answer is what the user selected."""
    large = stage.on_screen()
    spec = once((name, large, *made_from), lambda: _larger(_vega_lite(chart(*of))) if large else _vega_lite(chart(*of)))
    return place.vega_lite_chart(spec=spec, theme="streamlit", key=state.key(name), **selecting)


def _vega_lite(chart: Any) -> dict[str, Any]:
    """The chart as Vega-Lite, with its tables as Arrow and without Altair's own size: the page gives it one."""
    import altair
    import pyarrow

    altair.data_transformers.disable_max_rows()  # what a browser can draw is weighed where a chart is made
    tables, longest = _taken_out(chart)
    spec: dict[str, Any] = chart.to_dict(validate=False)  # checked by the tests; on a page it would take half of the time
    others = {name: _stream(pyarrow.Table.from_pylist(rows)) for name, rows in spec.get("datasets", {}).items()}
    spec["datasets"] = {**others, **tables}
    if spec.pop("usermeta", {}).get("key") == "end":
        spec["config"].setdefault("legend", {})["layout"] = {place: {"anchor": "end"} for place in ("top", "bottom")}
    if longest > MANY:
        spec["usermeta"] = {"embedOptions": {"renderer": "canvas"}}
    view = spec.get("config", {}).get("view", {})
    for size in ("continuousWidth", "continuousHeight"):
        view.pop(size, None)
    return spec


def _larger(spec: dict[str, Any]) -> dict[str, Any]:
    """The same chart with letters for the back of a room, and as tall as the room it has there."""
    config = spec.setdefault("config", {})
    for part in ("axis", "legend", "header"):
        config[part] = {**config.get(part, {}), "labelFontSize": LARGE, "titleFontSize": LARGE, "labelLimit": 18 * LARGE}
    config["text"] = {"fontSize": LARGE, **config.get("text", {})}
    if isinstance(spec.get("height"), int | float):
        spec["height"] = max(spec["height"], min(LARGER * spec["height"], TALL))
    for part in ("layer", "encoding", "mark", "params"):
        _enlarge(spec.get(part))
    return spec


def _enlarge(part: Any) -> None:
    """Every size of letters that a chart sets itself, and the height of a line of them."""
    for inside in part if isinstance(part, list) else part.values() if isinstance(part, dict) else ():
        _enlarge(inside)
    if not isinstance(part, dict):
        return
    if "labelFontSize" in part:
        part["labelFontSize"] = LARGE
    for size in ("fontSize", "labelLimit"):
        if isinstance(part.get(size), int | float):
            part[size] *= LARGER
    worked_out = part["fontSize"].get("expr", "") if isinstance(part.get("fontSize"), dict) else ""
    if worked_out and "line" not in worked_out:  # what follows from the height of a line grows with that
        part["fontSize"] = {"expr": f"({worked_out}) * {LARGER}"}
    if part.get("name") == "line":
        part["value"] *= LARGER


def _taken_out(chart: Any) -> tuple[dict[str, bytes], int]:
    """The tables of this chart by name, which the chart has in their place, and the rows of the longest."""
    import altair
    import pandas as pd

    found: dict[str, bytes] = {}
    longest = 0
    for part in _parts(chart):
        if isinstance(rows := part.data, pd.DataFrame):
            arrow = _arrow(rows)
            name = blake2b(arrow, digest_size=12).hexdigest()
            found[name], longest = arrow, max(longest, len(rows))
            part.data = altair.NamedData(name=name)
    return found, longest


def _parts(chart: Any) -> Iterator[Any]:
    """The chart and every chart in it."""
    import altair

    yield chart
    for inside in ("layer", "hconcat", "vconcat", "concat", "spec"):
        held = getattr(chart, inside, altair.Undefined)
        for part in held if isinstance(held, list) else [held]:
            if isinstance(part, altair.TopLevelMixin):
                yield from _parts(part)


def _arrow(rows: Any) -> bytes:
    """The rows as Arrow: figures and texts as they are, anything else (days, categories) the way Altair writes it; endless is unknown."""
    import numpy as np
    import pandas as pd
    import pyarrow
    from altair.utils import sanitize_pandas_dataframe

    if not all(kind.kind in "iufb" or isinstance(kind, pd.StringDtype) for kind in rows.dtypes):
        rows = sanitize_pandas_dataframe(rows)
    endless = [name for name in rows if rows[name].dtype.kind == "f" and not np.isfinite(rows[name].to_numpy()).all()]
    rows = rows.assign(**{name: rows[name].where(np.isfinite(rows[name])) for name in endless})
    return _stream(pyarrow.Table.from_pandas(rows, preserve_index=False, nthreads=1))


def _stream(table: Any) -> bytes:
    """A table of Arrow as it travels."""
    import pyarrow

    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
