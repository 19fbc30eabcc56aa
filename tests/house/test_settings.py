"""Every setting that the code reads is explained where somebody looks for it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = [ROOT / "run.py", *(ROOT / "segmentation").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    used = {name for path in CODE for name in re.findall(r"KLANTBEELD_[A-Z][A-Z_]*[A-Z]", path.read_text("utf-8"))}
    told = set(re.findall(r"KLANTBEELD_[A-Z_]*[A-Z]", (ROOT / "docs" / "settings.md").read_text("utf-8")))
    assert used == told


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python run.py " in readme
    assert "python run.py test" in readme


def test_no_lock_or_setting_holds_an_address_of_a_package_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        assert not re.search(r"(?m)^--|/simple\b", (ROOT / name).read_text("utf-8"))
    assert not (ROOT / "uv.lock").exists()


def test_every_dependency_is_locked_with_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        entries = re.split(r"\n(?=[a-z0-9])", text, flags=re.IGNORECASE)
        entries = [entry for entry in entries if re.match(r"[a-z0-9][\w.-]*==", entry, re.IGNORECASE)]
        assert len(entries) > 50
        assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
