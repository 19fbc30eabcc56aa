"""What the first command says on a computer that is not as it should be."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

import run


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A checkout of its own in which nothing has been installed, and nothing is."""
    inside = tmp_path / ".venv" / "python"
    monkeypatch.chdir(tmp_path)
    for name, value in {"HERE": tmp_path, "VENV": inside.parent, "INSIDE": inside, "INSTALLED": inside.parent / "installed.json"}.items():
        monkeypatch.setattr(run, name, str(value))
    (tmp_path / run.APP).write_text("library==1")
    inside.parent.mkdir()
    inside.write_text("")
    return tmp_path


def test_too_old_a_python_is_told_which_one_to_get(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(run.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match="needs Python"):
        run.fitting_python()


def test_another_python_that_fits_goes_on_with_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[Any] = []
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(run.sys, "argv", ["run.py", "test"])
    monkeypatch.setattr(run.shutil, "which", lambda name: name if name == "py" else None)
    monkeypatch.setattr(run, "quietly", lambda *command: int("-3.12" not in command))
    monkeypatch.setattr(subprocess, "call", lambda command: called.append(command) or 3)
    with pytest.raises(SystemExit) as left:
        run.fitting_python()
    assert (left.value.code, called) == (3, [["py", "-3.12", "run.py", "test"]])


def test_an_installation_that_was_interrupted_begins_again(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    Path(run.INSTALLED).write_text(json.dumps({run.APP: "another lock"}))
    tried: list[str] = []
    monkeypatch.setattr(run, "usable", lambda _program: True)
    monkeypatch.setattr(run.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(run, "python", lambda *command: tried.append("pip") or 1 if "pip" in command else 0)
    with pytest.raises(SystemExit, match="could not be installed"):
        run.install(run.APP)
    assert run.installed() == {}
    assert len(tried) == 3, "a network that falters for a moment is not the end"
    monkeypatch.setattr(run, "python", lambda *_command: 0)
    run.install(run.APP)
    assert run.installed() == {run.APP: run.digest(run.APP), "python": run.interpreter()}
    monkeypatch.setattr(run, "python", lambda *_command: pytest.fail("nothing is to be done"))
    run.install(run.APP)


def test_another_python_on_the_computer_means_another_installation(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    Path(run.INSTALLED).write_text(json.dumps({run.APP: run.digest(run.APP), "python": "/usr/bin/python3.11-of-then"}))
    done: list[Any] = []
    monkeypatch.setattr(run, "usable", lambda _program: True)
    monkeypatch.setattr(run, "python", lambda *command: done.append(command) or 0)
    run.install(run.APP)
    assert any("pip" in command for command in done)
    assert run.installed()["python"] == run.interpreter()


def test_a_folder_that_cannot_be_written_to_is_named(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    monkeypatch.setattr(run.os, "access", lambda *_asked: False)
    with pytest.raises(SystemExit, match="a folder of your own"):
        run.install(run.APP)


def test_an_interpreter_that_cannot_start_is_not_usable(alone: Path) -> None:
    assert not run.usable(run.INSIDE)
    assert not run.usable(str(alone / "nothing"))
