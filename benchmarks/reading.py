"""How fast are large files read, beside pandas and openpyxl in the same run?

    python benchmarks/reading.py [--rows 10000000] [--folder DIR]

Writes a Dutch CSV (semicolon, decimal comma, dd-mm-yyyy) as UTF-8 and as cp1252, and a workbook of 100,000 rows; reads each in a fresh process with
pandas/openpyxl and with `read_table` without any option; prints seconds, memory (the top of the process, less what it had after its imports) and the ratios.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PRODUCTS = ("Regenjas Zoë", "Fietstas", "Café mok", "Wandelschoen", "Pannenset €", "Theelicht", "Handdoek blauw", "Koekjestrommel")


def write_csv(path: Path, rows: int, encoding: str) -> None:
    """A web shop's order lines, from a fixed seed."""
    import numpy as np

    random = np.random.default_rng(0)
    days = [f"{day[8:10]}-{day[5:7]}-{day[:4]}" for day in map(str, np.datetime64("2022-01-01") + np.arange(1000))]
    with path.open("w", encoding=encoding, newline="") as file:
        file.write("Klantnr;Ordernr;Besteldatum;Product;Aantal;Bedrag;Plaats\r\n")
        for start in range(0, rows, 200_000):
            size = min(200_000, rows - start)
            picks = zip(
                random.integers(1, 200_000, size), random.integers(0, 1000, size), random.integers(0, 8, size), random.integers(1, 9, size),
                random.integers(100, 99_999, size), strict=True,
            )  # fmt: skip
            file.writelines(
                f"{who:07d};O{start + at:08d};{days[day]};{PRODUCTS[what]};{many};{cents // 100},{cents % 100:02d};Assen-Noord\r\n"
                for at, (who, day, what, many, cents) in enumerate(picks)
            )


def write_workbook(path: Path, rows: int) -> None:
    import datetime

    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("Orders")
    dated = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_row(0, 0, ["Klantnr", "Ordernr", "Besteldatum", "Product", "Aantal", "Bedrag", "Plaats", "Korting"])
    for at in range(1, rows + 1):
        sheet.write_string(at, 0, f"{at * 7919 % 20_000:07d}")
        sheet.write_string(at, 1, f"O{at:08d}")
        sheet.write_datetime(at, 2, datetime.datetime(2024, 1, 1) + datetime.timedelta(days=at % 700), dated)
        sheet.write_string(at, 3, PRODUCTS[at % 8])
        sheet.write_number(at, 4, at % 9 + 1)
        sheet.write_number(at, 5, (at * 31 % 99_999) / 100)
        sheet.write_string(at, 6, "Assen")
        sheet.write_number(at, 7, at % 5)
    book.close()


def by_pandas(path: str) -> int:
    import pandas as pd

    encoding = "cp1252" if "cp1252" in path else "utf-8"
    texts = dict.fromkeys(["Klantnr", "Ordernr", "Product", "Plaats"], "str")
    frame = pd.read_csv(path, sep=";", decimal=",", encoding=encoding, dtype=texts)
    frame["Besteldatum"] = pd.to_datetime(frame["Besteldatum"], format="%d-%m-%Y")
    return len(frame)


def by_openpyxl(path: str) -> int:
    import openpyxl

    sheet = openpyxl.load_workbook(path, data_only=True).active
    return sum(1 for _row in sheet.iter_rows(values_only=True)) - 1


def by_us(path: str) -> int:
    from segmentation import read_table

    table = read_table(path)
    assert table.parquet().exists() and table.rows_in == table.rows + len(table.rejected)
    return table.rows


def measured(how: str, path: Path) -> dict[str, float]:
    """Seconds and megabytes of one reading in a process of its own."""
    code = f"import sys; sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parents[1])]!r}; import reading; reading.report({how!r}, {str(path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def report(how: str, path: str) -> None:
    import pandas  # noqa: F401 - imports are not what is measured
    import pyarrow.csv  # noqa: F401

    if how == "by_us":
        from segmentation import read_table

        read_table(b"a;b\n1;2\n", name="warm.csv")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, used = time.perf_counter(), time.process_time()
    rows = globals()[how](path)
    seconds, cpu = time.perf_counter() - start, time.process_time() - used
    top = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"rows": rows, "seconds": seconds, "cpu": cpu, "mb": (top - before) / 1024, "top": top / 1024}))


def beside(label: str, other: str, path: Path, repeats: int) -> None:
    them = min((measured(other, path) for _time in range(repeats)), key=lambda one: one["seconds"])
    we = min((measured("by_us", path) for _time in range(repeats)), key=lambda one: one["seconds"])
    assert them["rows"] == we["rows"], (them, we)
    for name, one in ((other[3:], them), ("read_table", we)):
        print(f"{label:18} {name:11} {one['seconds']:7.2f} s  (cpu {one['cpu']:6.2f} s)  {one['mb']:7.0f} MB (top {one['top']:.0f} MB)")
    print(f"{label:18} {them['seconds'] / we['seconds']:.1f} times as fast (cpu {them['cpu'] / we['cpu']:.1f}), {them['mb'] / max(1, we['mb']):.1f} times less memory\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=None)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reading-") as made:
        folder = chosen.folder or Path(made)
        for encoding in ("utf-8", "cp1252"):
            path = folder / f"orders-{chosen.rows}-{encoding}.csv"
            if not path.exists():
                write_csv(path, chosen.rows, encoding)
            beside(f"csv {encoding}", "by_pandas", path, chosen.repeats)
        path = folder / "orders-100000.xlsx"
        if not path.exists():
            write_workbook(path, 100_000)
        beside("xlsx 100,000 rows", "by_openpyxl", path, chosen.repeats)


if __name__ == "__main__":
    main()
