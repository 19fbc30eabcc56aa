"""What is the answer? The segments of a customer base, frozen, with how far each can be trusted."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from segmentation.segments.words import explain_verdict, warning_sentence
from segmentation.study import Treatment


@dataclass(frozen=True)
class Feature:
    """One column as a feature: why it is there, how it is treated, and whether it takes part.

    `why` and `warning` are codes (`sentences` in `segments.words` makes words of them); `treatment` is the treatment as applied;
    `facts` holds what was fitted: centre, scale, low and high cap, groups of categories, share missing, skew, redundancy.
    """

    name: str
    kind: str = "number"
    why: str = "chosen"
    treatment: Treatment = Treatment()
    taken: bool = True
    warning: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {**asdict(self), "treatment": self.treatment.model_dump()}

    @staticmethod
    def from_dict(data: dict[str, Any]) -> "Feature":
        return Feature(**{**data, "treatment": Treatment(**data["treatment"])})


@dataclass(frozen=True)
class Warned:
    """One thing the reader must know, as a code with its figures; `segmentation.sentences()` makes words of it."""

    code: str
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Segmentation:
    """The segments of one customer base.

    `labels`: customer → "A", "B" … (largest first). `verdict`: natural, reproducible or constructive. `stability`: segment →
    mean bootstrap Jaccard, 0–1. `certainty`: customer → how sure its place is, 0–1. `candidates`: every method × k compared.
    `space`: the treated features, one row per customer. `model`: what places a customer (centres, Gaussians or rules) as plain data.
    """

    labels: pd.Series
    verdict: str
    stability: pd.Series
    certainty: pd.Series
    candidates: pd.DataFrame
    k: int
    method: str
    seed: int
    features: tuple[Feature, ...]
    space: pd.DataFrame
    verdict_facts: dict[str, Any] = field(default_factory=dict)
    model: dict[str, Any] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()
    splits: pd.DataFrame = field(default_factory=pd.DataFrame)
    moved: pd.DataFrame | None = None

    @property
    def sizes(self) -> pd.Series:
        """Segment → number of customers, largest first."""
        return self.labels.value_counts(sort=False).rename("customers")

    def explain(self) -> list[str]:
        """Why this verdict, and what to do with it, in sentences."""
        return explain_verdict(self)

    def sentences(self) -> list[str]:
        """Every warning in words."""
        return [warning_sentence(warned) for warned in self.warnings]

    def place(self, customers: Any) -> pd.Series:
        """Customer → segment for customers of another day, by this segmentation as it stands: nothing is fitted again.

        customers: CustomerTable or DataFrame with the columns of the features. Missing for whom none of the own rules fits. Raises
        MissingData when a column is not there.
        """
        from segmentation.segments.recipe import recipe_of, score

        return lettered(score(recipe_of(self), customers), [str(letter) for letter in self.labels.cat.categories])

    def save(self, folder: Path) -> None:
        """Write this as JSON and Parquet into an existing folder."""
        folder = Path(folder)
        people = pd.DataFrame({"label": self.labels.astype(str), "certainty": self.certainty})
        people.to_parquet(folder / "customers.parquet")
        self.space.to_parquet(folder / "space.parquet")
        self.candidates.to_parquet(folder / "candidates.parquet")
        self.splits.to_parquet(folder / "splits.parquet")
        if self.moved is not None:
            self.moved.to_parquet(folder / "moved.parquet")
        rest = {
            "verdict": self.verdict, "k": self.k, "method": self.method, "seed": self.seed, "verdict_facts": self.verdict_facts,
            "model": self.model, "stability": {str(letter): float(value) for letter, value in self.stability.items()},
            "features": [feature.to_dict() for feature in self.features], "warnings": [asdict(warned) for warned in self.warnings],
        }
        (folder / "segmentation.json").write_text(json.dumps(rest, indent=1, default=_plain), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Segmentation":
        """Read what `save` wrote."""
        folder = Path(folder)
        rest = json.loads((folder / "segmentation.json").read_text(encoding="utf-8"))
        people = pd.read_parquet(folder / "customers.parquet")
        moved = folder / "moved.parquet"
        stability = pd.Series(rest.pop("stability"), name="stability", dtype=float)
        stability.index = pd.Index(stability.index, name="segment", dtype="str")
        rest["features"] = tuple(Feature.from_dict(data) for data in rest["features"])
        rest["warnings"] = tuple(Warned(**data) for data in rest["warnings"])
        return cls(
            labels=lettered(people["label"]), certainty=people["certainty"], stability=stability,
            candidates=pd.read_parquet(folder / "candidates.parquet"), space=pd.read_parquet(folder / "space.parquet"),
            splits=pd.read_parquet(folder / "splits.parquet"), moved=pd.read_parquet(moved) if moved.exists() else None, **rest,
        )


def lettered(letters: pd.Series, kinds: list[str] | None = None) -> pd.Series:
    """Letters as an ordered category, so that every table and chart keeps A, B, C … in order."""
    kinds = kinds or sorted(letters.astype(str).unique(), key=lambda letter: (len(letter), letter))
    return pd.Series(pd.Categorical(letters.astype("str"), kinds, ordered=True), index=letters.index, name="segment")


def letter(number: int) -> str:
    """The name of segment 0, 1, 2 …: A, B … Z, AA, AB …

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else str(value)
