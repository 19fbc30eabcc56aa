"""Where do the files that are not Python lie: beside the package in a checkout, inside it in an installed wheel?"""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


@cache
def home() -> Path:
    """The folder that holds app.py, pages, static and sample_data."""
    inside = PACKAGE / "_data"
    return inside if inside.is_dir() else PACKAGE.parent


def static(name: str) -> Path:
    """A file of our own look: logo, icon, fonts."""
    return home() / "static" / name
