"""What every test gets: its own data folder, Dutch as the language, and no way to be skipped unnoticed."""

import functools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from segmentation.language import speaking


@pytest.fixture(autouse=True)
def _house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test sees the user's own studies, or another test's, or another test's language."""
    monkeypatch.setenv("KLANTBEELD_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KLANTBEELD_DATABASE_URL", raising=False)
    with speaking("nl"):
        yield


@pytest.fixture(scope="session", autouse=True)
def _libraries_looked_through_once() -> Iterator[None]:
    """For every page opened without a browser, Streamlit asks each installed library whether it brings components; what is installed stays the same."""
    with pytest.MonkeyPatch.context() as patch:
        if "streamlit" in sys.modules:
            from streamlit.components.v2 import manifest_scanner

            patch.setattr(manifest_scanner, "scan_component_manifests", functools.cache(manifest_scanner.scan_component_manifests))
        yield


def _most(item: pytest.Item) -> float:
    """How many seconds this test asked for, 0 when it asked for none."""
    asked = item.get_closest_marker("timeout")
    return asked.args[0] if asked else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: begun last, they would keep one processor waiting for the other."""
    items.sort(key=_most, reverse=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where everything is installed (CI=true) a skipped test is a promise nobody checked: it fails."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, which is not allowed where CI=true: {report.longrepr}"
    return report
