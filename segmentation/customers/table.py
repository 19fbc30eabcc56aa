"""What is known of each customer: one row each, and for every figure where it came from."""

import json
import shutil
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

_PATHS = ("lines", "tickets", "campaigns", "survey", "visits")
_FRAMES = ("frame", "columns", "reconciliation", "set_aside", "joins", "duplicates", "models", "reached", "aside")


@dataclass(frozen=True)
class Notice:
    """Something the user should know about the data: a code, how often, and the table it concerns."""

    code: str
    count: int = 0
    table: str = ""
    value: float | None = None


@dataclass(frozen=True, eq=False)
class Lifetime:
    """How lifetime value was worked out: by which model, with which parameters, or why not.

    `method` is "bgnbd", "margin_retention" or "none"; `reason` a code when the model refused.
    """

    method: str = "none"
    reason: str = ""
    parameters: dict[str, float] = field(default_factory=dict)
    errors: dict[str, float] = field(default_factory=dict)
    horizon_weeks: int = 52
    customers: int = 0
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        return self.method != "bgnbd"


@dataclass(frozen=True, eq=False)
class Experience:
    """What happened besides buying: per campaign, segmented against unsegmented, themes with quotes, the buying stages."""

    campaigns: pd.DataFrame = field(default_factory=pd.DataFrame)
    segmented: pd.DataFrame = field(default_factory=pd.DataFrame)
    themes: pd.DataFrame = field(default_factory=pd.DataFrame)
    stages: pd.DataFrame = field(default_factory=pd.DataFrame)
    subjects: pd.DataFrame = field(default_factory=pd.DataFrame)


@dataclass(frozen=True, eq=False)
class CustomerTable:
    """One row per customer (`frame`, indexed by customer_id) and everything said about its columns and its making.

    `reached`: customer × channel that the tables have a column for (email, phone, address), whether it is filled in.
    `aside`: the first rows of each table that do not count and could be mended (fingerprint of the table, reason, row).
    `lines`, `tickets`, `campaigns`, `survey`, `visits` are paths of normalised rows (Parquet) or None. The files of a table
    that was not saved live as long as the object does.
    """

    frame: pd.DataFrame
    columns: pd.DataFrame
    as_of: pd.Timestamp | None
    currency: str
    reconciliation: pd.DataFrame
    set_aside: pd.DataFrame
    joins: pd.DataFrame
    duplicates: pd.DataFrame
    models: pd.DataFrame
    lifetime: Lifetime = field(default_factory=Lifetime)
    experience: Experience = field(default_factory=Experience)
    notices: tuple[Notice, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()
    reached: pd.DataFrame = field(default_factory=pd.DataFrame)
    aside: pd.DataFrame = field(default_factory=pd.DataFrame)
    lines: Path | None = None
    tickets: Path | None = None
    campaigns: Path | None = None
    survey: Path | None = None
    visits: Path | None = None
    keeper: Any = field(default=None, repr=False)  # holds the folder of the unsaved files

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def filled(self) -> frozenset[str]:
        """The columns with a value for anybody. Looked for once: every question asks it on every page."""
        return frozenset(str(name) for name in self.frame.columns if self.frame[name].notna().any())

    def describe(self, column: str) -> str:
        """What this column is, in the current language."""
        from segmentation.customers.dictionary import describe

        return describe(self, column)

    def sentences(self) -> list[str]:
        """What the user should know about these data, in the current language."""
        from segmentation.customers.words import sentences

        return sentences(self)

    def save(self, folder: Path) -> None:
        """Write everything to this folder: JSON and Parquet."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        for name in _FRAMES:
            getattr(self, name).to_parquet(folder / f"{name}.parquet")
        for name, frame in vars(self.experience).items():
            frame.to_parquet(folder / f"experience_{name}.parquet")
        for name in _PATHS:
            if (path := getattr(self, name)) is not None:
                shutil.copyfile(path, folder / f"{name}_rows.parquet")
        facts = {
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "currency": self.currency,
            "lifetime": asdict(self.lifetime),
            "notices": [asdict(notice) for notice in self.notices],
            "sources": list(self.sources),
        }
        (folder / "customers.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "CustomerTable":
        """What `save` wrote to this folder."""
        folder = Path(folder)
        facts = json.loads((folder / "customers.json").read_text(encoding="utf-8"))
        frames = {name: pd.read_parquet(folder / f"{name}.parquet") for name in _FRAMES}
        experience = {name: pd.read_parquet(folder / f"experience_{name}.parquet") for name in vars(Experience())}
        rows = {name: folder / f"{name}_rows.parquet" for name in _PATHS}
        return cls(
            **frames,
            as_of=None if facts["as_of"] is None else pd.Timestamp(facts["as_of"]),
            currency=facts["currency"],
            lifetime=Lifetime(**facts["lifetime"]),
            experience=Experience(**experience),
            notices=tuple(Notice(**notice) for notice in facts["notices"]),
            sources=tuple(facts["sources"]),
            **{name: path for name, path in rows.items() if path.exists()},
        )

    def with_frame(self, frame: pd.DataFrame) -> "CustomerTable":
        """The same table with other columns or fewer customers (a zoom, a merge of own columns)."""
        return replace(self, frame=frame)
