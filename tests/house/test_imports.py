"""How much is loaded before anybody asked for it. Counted, not timed: a clock says something else on every machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "pandas",
    "numpy",
    "scipy",
    "sklearn",
    "umap",
    "numba",
    "ibis",
    "duckdb",
    "pyarrow",
    "altair",
    "typst",
    "streamlit",
    "sqlalchemy",
}


def loaded(program: str) -> set[str]:
    """The top-level modules that are there after this program."""
    told = f"{program}\nimport json, sys; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    said = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return set(json.loads(said.splitlines()[-1]))


def test_the_package_itself_costs_nothing() -> None:
    assert loaded("import segmentation") & (HEAVY | {"pydantic", "babel"}) == set()


def test_the_command_line_answers_before_loading_anything_heavy() -> None:
    assert loaded("import segmentation.cli") & HEAVY == set()


@pytest.mark.slow
def test_the_store_opens_without_the_analysis() -> None:
    program = "import tempfile; from segmentation.store import open_store; open_store(tempfile.mkdtemp()).new('x')"
    heavy = HEAVY - {"sqlalchemy"} | {"alembic"}
    assert loaded(program) & (heavy - {"alembic"}) == set()


@pytest.mark.slow
@pytest.mark.parametrize("room", ["jobs", "analysis", "study", "shelf"])
def test_rooms_the_first_page_needs_are_light(room: str) -> None:
    assert loaded(f"import segmentation.{room}") & (HEAVY - {"sqlalchemy"}) == set()


@pytest.mark.slow
def test_the_first_page_loads_no_analysis() -> None:
    program = "import segmentation.ui.frame, segmentation.ui.start_cells"
    assert loaded(program) & {"scipy", "sklearn", "umap", "numba", "ibis", "duckdb", "typst"} == set()


@pytest.mark.slow
def test_the_first_page_is_drawn_without_numpy() -> None:
    program = """
from pathlib import Path
from streamlit.testing.v1 import AppTest
import segmentation.ui.work as work
work.A_MOMENT = 3600  # what is made ready afterwards is not of the first page
assert not AppTest.from_file(str(Path("app.py").absolute()), default_timeout=60).run().exception
"""
    assert loaded(program) & {"numpy", "pandas", "pyarrow", "altair", "PIL", "duckdb"} == set()
