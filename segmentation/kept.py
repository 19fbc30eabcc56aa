"""How is the result of a step written to a folder and read back? JSON and Parquet, never pickle."""

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_HOMES = {
    "customers": ("segmentation.customers", "CustomerTable"),
    "segmentation": ("segmentation.segments", "Segmentation"),
    "profiles": ("segmentation.segments", "Profiles"),
    "economics": ("segmentation.economics", "Economics"),
    "zoom": ("segmentation.segments", "Zoom"),
}


class Kept:
    """A result that can save and load itself."""

    def __init__(self, step: str) -> None:
        self.step = step

    def save(self, result: Any, folder: Path) -> None:
        result.save(folder)

    def load(self, folder: Path) -> Any:
        module, name = _HOMES[self.step]
        return getattr(import_module(module), name).load(folder)


class _Frame(Kept):
    """A DataFrame with its `attrs`."""

    def save(self, result: "pd.DataFrame", folder: Path) -> None:
        facts = dict(result.attrs)
        plain = result.copy(deep=False)
        plain.attrs = {}
        plain.to_parquet(folder / "frame.parquet")
        (folder / "attrs.json").write_text(json.dumps(facts, default=float), encoding="utf-8")

    def load(self, folder: Path) -> "pd.DataFrame":
        import pandas as pd

        frame = pd.read_parquet(folder / "frame.parquet")
        frame.attrs = json.loads((folder / "attrs.json").read_text("utf-8"))
        return frame


class _List(Kept):
    """A list of personas."""

    def save(self, result: Any, folder: Path) -> None:
        texts = [persona.to_dict() for persona in result]
        (folder / "personas.json").write_text(json.dumps(texts, ensure_ascii=False, indent=1), encoding="utf-8")

    def load(self, folder: Path) -> Any:
        from segmentation.personas import Persona

        return [Persona.read(data) for data in json.loads((folder / "personas.json").read_text("utf-8"))]


_KEEP: dict[str, type[Kept]] = {"map": _Frame, "personas": _List}


def kept_as(step: str) -> Kept:
    """The way in which the result of this step is kept."""
    return _KEEP.get(step, Kept)(step)
