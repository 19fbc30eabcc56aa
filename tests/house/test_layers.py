"""Who may know whom: what docs/architecture.md says, held by import-linter and a look at the pages."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]


@pytest.mark.slow  # the fast part asks import-linter itself
def test_data_flows_one_way() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    found = subprocess.run([sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_a_flat_story(page: Path) -> None:
    tree = ast.parse(page.read_text("utf-8"))
    assert len(page.read_text("utf-8").splitlines()) <= 60
    assert ast.get_docstring(tree), "its first line says the question it answers"
    for node in ast.walk(tree):
        assert not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda), f"line {node.lineno}"
    for name in _imported(tree):
        assert name.split(".")[0] in ("streamlit", "segmentation", "__future__"), f"a page needs no {name}"


def _imported(tree: ast.Module) -> list[str]:
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


MODULES = [path for path in sorted((ROOT / "segmentation").rglob("*.py")) if "migrations/versions" not in path.as_posix()]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_answers_one_question(module: Path) -> None:
    text = module.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "its first line says which question"
    tables = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    lines = len(text.splitlines()) - sum((node.end_lineno or 0) - node.lineno for node in tables)
    assert lines <= 360, "does it still answer one question?"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert sum(isinstance(part, ast.stmt) for part in ast.walk(node)) <= 50, f"{node.name} is long"
        if isinstance(node, ast.Name):
            assert node.id not in ("pickle", "eval", "exec"), f"line {node.lineno}"
    assert not {"pickle", "cloudpickle", "joblib", "multiprocessing"} & {name.split(".")[0] for name in _imported(tree)}
