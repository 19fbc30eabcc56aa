"""What is each segment? Its figures in their own units, what sets it apart, a rule, a name, typical customers, criteria."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from segmentation.errors import MissingData
from segmentation.language import _, current_language, speaking
from segmentation.segments.differences import measure_facts, mostly_zero, numbers_of, told_levels
from segmentation.segments.gate import weigh_gate
from segmentation.segments.material import BETTER, Material, gather
from segmentation.segments.names import Naming, distinct_names, named_by_rules, named_for_nothing, propose_names
from segmentation.segments.rules import Condition, Rule, Rules, write_rules
from segmentation.segments.segmentation import Segmentation
from segmentation.segments.typical import typical_customers

HIGHLIGHTS = 6
ALIKE = 0.85
"""Two columns with a rank correlation above this say the same thing: only the first is told."""


@dataclass(frozen=True, eq=False)
class Profiles:
    """Everything said about the segments, as figures; the words are made when somebody looks.

    `table`: segment × column, with customers and share first; medians, or means (`statistics` says which), or shares for
    "column = level" and "column > 0". `base`: the same over all customers. `facts`: every fact with interval, base and effect,
    the telling ones first. `highlights`: the few that are told. `gate`: segment, criterion, value, needed, passed.
    """

    table: pd.DataFrame
    base: pd.Series
    statistics: pd.Series
    facts: pd.DataFrame
    highlights: pd.DataFrame
    rules: Rules
    namings: dict[str, Naming]
    typical: dict[str, pd.DataFrame]
    gate: pd.DataFrame
    sizes: pd.Series
    stability: pd.Series
    verdict: str
    currency: str
    features: tuple[str, ...] = ()
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def differences(self) -> pd.DataFrame:
        """Effect sizes of every column against the other customers: segment, column, value, base, effect, interval, rank …

        `effect` is Cliff's delta or a difference of shares, -1 to 1, with its 95 % `interval`.
        """
        pairs = list(zip(self.facts["effect_low"], self.facts["effect_high"], strict=True))
        return self.facts.assign(interval=pairs)

    @property
    def names(self) -> dict[str, str]:
        """Segment → proposed name in the current language."""
        return self.names_in(current_language())

    def names_in(self, language: str) -> dict[str, str]:
        """Segment → proposed name in this language ("nl" or "en"); no two the same."""
        with speaking(language):
            return distinct_names(self.namings)

    def sentences(self, segment: str) -> list[str]:
        """Three true sentences about a segment in the current language; every figure in them stands in `table` or `stability`."""
        from segmentation.segments.sentences import three_sentences

        return three_sentences(self, segment)

    def save(self, folder: Path) -> None:
        """Write this as JSON and Parquet into an existing folder."""
        folder = Path(folder)
        for name in ("table", "facts", "highlights", "gate"):
            getattr(self, name).to_parquet(folder / f"{name}.parquet")
        for letter, people in self.typical.items():
            people.to_parquet(folder / f"typical_{letter}.parquet")
        rest = {
            "base": self.base.to_dict(), "statistics": self.statistics.to_dict(), "sizes": self.sizes.to_dict(),
            "stability": self.stability.to_dict(), "verdict": self.verdict, "currency": self.currency, "features": self.features,
            "kinds": self.kinds, "namings": {letter: asdict(naming) for letter, naming in self.namings.items()},
            "rules": [asdict(rule) for rule in self.rules.values()], "typical": list(self.typical),
        }  # fmt: skip
        (folder / "profiles.json").write_text(json.dumps(rest, indent=1), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Profiles":
        """Read what `save` wrote."""
        folder = Path(folder)
        rest = json.loads((folder / "profiles.json").read_text(encoding="utf-8"))
        frames = {name: pd.read_parquet(folder / f"{name}.parquet") for name in ("table", "facts", "highlights", "gate")}
        rules = [Rule(**{**rule, "conditions": tuple(Condition(**one) for one in rule["conditions"])}) for rule in rest["rules"]]
        return cls(
            **frames,
            base=pd.Series(rest["base"], dtype=float, name="base"),
            statistics=_series(rest["statistics"], "statistic", str),
            sizes=_series(rest["sizes"], "customers", int),
            stability=_series(rest["stability"], "stability", float),
            rules=Rules({rule.segment: rule for rule in rules}),
            namings={letter: Naming(**naming) for letter, naming in rest["namings"].items()},
            typical={letter: pd.read_parquet(folder / f"typical_{letter}.parquet") for letter in rest["typical"]},
            verdict=rest["verdict"], currency=rest["currency"], features=tuple(rest["features"]), kinds=rest["kinds"],
        )  # fmt: skip


def profile_segments(customers: Any, segmentation: Segmentation, *, criteria: dict[str, float] | None = None) -> Profiles:
    """Say what each segment is. `customers`: a CustomerTable, or a DataFrame with one row per customer and the id as index.

    Columns that point at a person never appear; columns that took no part in the segmentation are described all the same.
    `criteria` may set what the gate asks: programme_cost (money a year), uplift, margin_rate, fewest (customers); see
    `segmentation.segments.gate`. Raises MissingData when customers and segmentation do not belong together.

    >>> from segmentation.segments import find_segments
    >>> customers = pd.DataFrame({"monetary": [9.0, 10, 11, 12, 13, 95, 96, 97, 98, 99]}, index=list("abcdefghij"))
    >>> profiles = profile_segments(customers, find_segments(customers, k=2))
    >>> sorted(profiles.table["monetary"])
    [11.0, 97.0]
    """
    material = gather(customers, segmentation)
    if not len(material.frame):
        raise MissingData(
            _("None of these customers is in the segmentation."), _("Make the segments again from this customer table.")
        )
    table, base, statistics = _table(material)
    facts = measure_facts(material)
    highlights = _highlights(material, facts)
    rules = write_rules(material)
    sizes = table["customers"].astype(int).rename("customers")
    stability = segmentation.stability.rename("stability").astype(float)
    namings = propose_names(highlights, material.segments) | named_for_nothing(material.frame, material.labels)
    namings |= named_by_rules(material.frame, material.labels, segmentation.model)
    return Profiles(
        table=table, base=base, statistics=statistics, facts=facts, highlights=highlights, rules=rules,
        namings=namings, typical=typical_customers(material, segmentation, highlights),
        gate=weigh_gate(material, rules, stability, criteria or {}), sizes=sizes, stability=stability,
        verdict=segmentation.verdict, currency=material.currency, features=material.features, kinds=material.kinds,
    )  # fmt: skip


def _table(material: Material) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """segment × column; the same over everybody; and which statistic each column holds."""
    codes = material.labels
    columns: dict[str, tuple[pd.Series, str]] = {}
    for column, kind in material.kinds.items():
        values = material.frame[column]
        if kind == "boolean":
            columns[column] = (values.astype("Float64").astype(float), "share")
        elif kind == "category":
            known = values.notna().to_numpy()
            words = values.astype("str").where(known)
            for level in told_levels(words[known].to_numpy(dtype=object), codes[known].to_numpy()):
                columns[f"{column} = {level}"] = ((words == level).astype(float).where(known), "share")
        else:
            numbers = pd.Series(numbers_of(values), index=codes.index)
            zeros = kind != "share" and mostly_zero(numbers.dropna().to_numpy())
            columns[column] = (numbers, "mean" if zeros or kind == "share" else "median")
            if zeros:
                columns[f"{column} > 0"] = ((numbers > 0).astype(float).where(numbers.notna()), "share")
    sizes = codes.value_counts().reindex(material.segments)
    parts = {"customers": sizes, "share": sizes / len(codes)}
    base = {"customers": float(len(codes)), "share": 1.0}
    statistics = {"customers": "count", "share": "share"}
    if "monetary" in material.kinds:
        turnover = pd.Series(numbers_of(material.frame["monetary"]), index=codes.index).groupby(codes).sum().round(2)
        parts["turnover"], base["turnover"], statistics["turnover"] = turnover, float(turnover.sum().round(2)), "sum"
        if base["turnover"] > 0:
            parts["turnover_share"], base["turnover_share"] = turnover / base["turnover"], 1.0
            statistics["turnover_share"] = "share"
    for name, (values, statistic) in columns.items():
        how = "median" if statistic == "median" else "mean"
        parts[name] = values.groupby(codes).agg(how)
        base[name], statistics[name] = float(values.agg(how)), statistic
    table = pd.DataFrame(parts).reindex(material.segments)
    table.index = pd.Index(material.segments, name="segment", dtype="str")
    return table, pd.Series(base, name="base", dtype=float), _series(statistics, "statistic", str)


def _highlights(material: Material, facts: pd.DataFrame) -> pd.DataFrame:
    """The few facts per segment that are told: sure, telling, and not the same thing twice."""
    alike = _alike(material)
    chosen = []
    for _segment, own in facts[facts["differs"] & (facts["value"] != facts["base"])].groupby("segment", sort=True):
        told: list[str] = []
        for row, column in zip(own.index, own["column"], strict=True):
            if BETTER.get(column) in material.kinds:
                continue
            if len(told) < HIGHLIGHTS and not any(column in alike.get(other, {other}) for other in told):
                told.append(column)
                chosen.append((row, len(told) - 1))
    highlights = facts.loc[[row for row, _place in chosen]].reset_index(drop=True)
    return highlights.assign(place=[place for _row, place in chosen])


def _alike(material: Material) -> dict[str, set[str]]:
    """Column → columns that say the same (rank correlation), itself included."""
    numeric = [name for name, kind in material.kinds.items() if kind not in {"category"}]
    rows = np.unique(np.linspace(0, len(material.frame) - 1, min(3000, len(material.frame))).astype(int))
    sample = pd.DataFrame(
        {name: pd.to_numeric(material.frame[name].iloc[rows], errors="coerce").astype(float) for name in numeric}
    )
    close = sample.rank().corr().abs().fillna(0) > ALIKE
    return {name: {name, *close.columns[close[name]]} for name in numeric}


def _series(values: dict[str, Any], name: str, kind: type) -> pd.Series:
    index = pd.Index(list(values), dtype="str", name="segment" if name in {"customers", "stability"} else None)
    return pd.Series(list(values.values()), index=index, name=name, dtype="str" if kind is str else kind)
