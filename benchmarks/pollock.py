"""How well are polluted CSV files read without any parameter? The Pollock benchmark (Vitagliano et al., VLDB 2023).

    python benchmarks/pollock.py FOLDER [--pattern REGEX]

FOLDER is a checkout of HPI-Information-Systems/Pollock (with `polluted_files/csv`, `polluted_files/clean` and `pollock_weights.json`). Every file is read with
`read_table(path)`, written as the benchmark asks (header, then rows; a file without a header as rows only; nothing for an empty file) and scored with its ten
measures: success, and precision, recall and F1 of header, records and cells as multisets, over normalised values (`pollock/metrics.py`). Simple score: the mean over
files of the sum; weighted: by how often each pollution was met in the wild.
"""

import argparse
import csv
import io
import json
import re
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import dateutil.parser

sys.path.insert(0, str(Path(__file__).parents[1]))
csv.field_size_limit(1 << 27)


class Jumps(dateutil.parser.parserinfo):
    JUMP = [" ", ".", ",", ";", "-", "/", "'"]  # noqa: RUF012 - the library's own name


def normaliser(folder: Path) -> Callable[[str], str]:
    """The benchmark's own normalisation of a cell: numbers, times and dates in one notation, text in lower case."""
    sys.path.insert(0, str(folder))
    from pollock import timeparser  # type: ignore[import-not-found]

    def as_date(cell: str) -> str:
        return str(dateutil.parser.parse(cell, parserinfo=Jumps()))

    ways: list[Callable[[str], str]] = [lambda cell: str(int(cell)), lambda cell: str(float(cell)), lambda cell: str(timeparser.parsetime(cell)), as_date]

    @cache
    def normal(cell: str) -> str:
        if not cell.strip():
            return cell.lower()
        if cell in ("True", "true", "False", "false"):
            return str(int(cell in ("True", "true")))
        for way in ways:
            try:
                return way(cell)
            except (ValueError, OverflowError, TypeError):
                continue
        return cell.lower()

    return normal


def measures(source: Iterable[str], loaded: Iterable[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 as the benchmark names them, of two multisets."""
    ours, theirs = Counter(loaded), Counter(source)
    both = (ours & theirs).total()
    if not theirs:
        return 1.0, 1.0, 1.0
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / theirs.total(), both / ours.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(clean: list[list[str]], loaded: list[list[str]], normal: Callable[[str], str]) -> float:
    """The sum of the ten measures of one file."""
    if not clean:
        return 10.0
    header = measures(map(normal, clean[0]), map(normal, loaded[0] if loaded else []))
    records = measures(*(["".join(map(normal, row)) for row in rows[1:]] for rows in (clean, loaded)))
    cells = measures(*([cell for row in rows for cell in row] for rows in (clean, loaded)))
    return 1.0 + sum(header) + sum(records) + sum(cells)


def written(path: Path) -> list[list[str]]:
    """What `read_table` makes of a file, as the benchmark reads it back."""
    from segmentation import SegmentationError, read_table

    try:
        table = read_table(path)
    except SegmentationError:
        return []
    headed = any(guess.what == "header" and guess.value is not None for guess in table.guesses)
    text = table.text.to_csv(index=False, header=headed)
    return list(csv.reader(io.StringIO(text, newline="")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pattern", default="")
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    normal = normaliser(chosen.folder)
    weights = json.loads((chosen.folder / "pollock_weights.json").read_text())
    files = sorted(path for path in (chosen.folder / "polluted_files" / "csv").iterdir() if re.search(chosen.pattern, path.name))
    scores: dict[str, float] = {}
    for path in files:
        with (chosen.folder / "polluted_files" / "clean" / path.name).open(newline="", encoding="utf-8-sig") as file:
            scores[path.name] = score(list(csv.reader(file)), written(path), normal)
    kinds: dict[str, list[float]] = defaultdict(list)
    for name, value in scores.items():
        kinds[re.sub(r"^(row_[a-z_]+?)_?(?:row)?\d.*", r"\1", name)].append(value)
    for kind, values in sorted(kinds.items()):
        print(f"{kind:45} {len(values):5} files  {sum(values) / len(values):7.4f}")
    weight = sum(weights.get(name, -1) for name in scores)
    print(f"\n{len(scores)} files: simple {sum(scores.values()) / len(scores):.3f}, "
          f"weighted {sum(value * weights.get(name, -1) for name, value in scores.items()) / weight:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
