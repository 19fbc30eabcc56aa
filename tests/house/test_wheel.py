"""What somebody gets who installs Klantbeeld: everything the app needs, and it starts from there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with the tools that are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr[-2000:]
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_everything_the_app_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = "segmentation/_data/"
    wanted = {f"{data}app.py", f"{data}.streamlit/config.toml"}
    wanted |= {f"{data}{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "pages").glob("*.py")}
    for folder in ("static", "sample_data"):
        wanted |= {f"{data}{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    package = [path for path in (ROOT / "segmentation").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    wanted |= {path.relative_to(ROOT).as_posix() for path in package if path.suffix not in (".pyc", ".nbi", ".nbc")}
    assert wanted - names == set()
    assert [name for name in names if "test" in name.split("/")[0] or "__pycache__" in name] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_works_where_nothing_else_of_it_is(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    program = """
import segmentation as seg
from pathlib import Path
from segmentation.language import _, speak
from segmentation.samples import paths, samples
from segmentation.ui.place import home
here = Path(seg.__file__).parent
assert here.is_relative_to(Path.cwd() / "installed"), here
assert home() == here / "_data"
assert (home() / "app.py").is_file() and (home() / "pages").is_dir()
assert all(path.is_file() for sample in samples() for path in paths(sample.id))
speak("nl")
assert _("A study needs a name.") != "A study needs a name."
store = seg.open_store()
print(store.new("From the wheel").name)
"""
    surroundings = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False
    )
    assert ran.stdout.strip() == "From the wheel", ran.stderr[-2000:]


def test_the_wheel_has_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "klantbeeld = segmentation.cli:main" in archive.read(entry).decode()
