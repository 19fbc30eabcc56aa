"""What does a widget's rerun cost beside its own work, with every library loaded?

    python benchmarks/rerun.py [PAGE ...]

Draws pages of a finished study without a browser, again and again. Streamlit collects garbage after every run: its cost is measured with and without
what stays being set apart, and so is the frame (steps, scorecard, guards) that stands around every page.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("1_plan", "2_market", "3_customers", "4_experience", "5_segments", "6_personas", "7_roi", "8_report")
LIBRARIES = "altair duckdb ibis numba scipy.optimize sklearn.cluster sklearn.mixture typst umap vl_convert".split()
REPEATS = 7


def milliseconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def usual(values: list[float]) -> str:
    return f"{statistics.median(values):6.1f} ms"


def main(pages: list[str]) -> None:
    for library in LIBRARIES:  # as in a server that has done everything once
        import_module(library)
    from streamlit.testing.v1 import AppTest

    from segmentation import samples
    from segmentation.ui import frame as framing
    from segmentation.ui import state
    from segmentation.ui.work import A_MOMENT

    store = state.store()
    study = store.new("Zwerfkei", sample="zwerfkei")
    for path in samples.paths("zwerfkei"):
        study = store.add_upload(study, path, path.name)
    analysis = store.analysis(study)
    for step in ("map", "personas"):
        analysis.compute(step)

    loose = [milliseconds(lambda: gc.collect(2)) for _turn in range(REPEATS)]
    frames: list[float] = []
    plain = framing.frame

    def timed(step: str) -> Any:
        begun = time.perf_counter()
        try:
            return plain(step)
        finally:
            frames.append(1000 * (time.perf_counter() - begun))

    framing.frame = timed  # type: ignore[assignment]
    for page in pages or PAGES:
        shown = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
        shown.query_params["study"] = study.id
        shown.switch_page(f"pages/{page}.py")
        shown.run()
        shown.run()
        time.sleep(2 * A_MOMENT)  # as somebody who looks at the page; what stays is then set apart
        frames.clear()
        runs, collected = [], []
        for _turn in range(REPEATS):
            runs.append(milliseconds(shown.run))
            collected.append(milliseconds(lambda: gc.collect(2)))
        assert not shown.exception
        print(
            f"{page:12} whole run {usual(runs)}   the frame around it {usual(frames)}   garbage {usual(collected)}, with nothing set apart {usual(loose)}"
        )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["KLANTBEELD_HOME"] = home
        main(sys.argv[1:])
        os._exit(0)  # the worker's process may still be starting
