"""Does any input, of any bytes, give anything but a table or a sentence for people? Damaged files, as many as you have patience for.

    python benchmarks/fuzz.py [--inputs 10000] [--seed 0] [--keep FOLDER]

Takes the exports, audit files and broken files of the tests, writes tables in many dialects and formats besides, damages each at random (bytes turned, cut out, doubled,
put in; pieces of two files joined) and reads it with `read_table`. Anything but a Table or a SegmentationError is printed and kept in FOLDER; so is whatever takes
more than ten seconds. Prints how many gave what, and the slowest.
"""

import argparse
import contextlib
import gzip
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
SLOW = 10.0
SIGNS = [b"\x00", b'"', b"'", b";", b",", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x82\xac", b"\x80", b"=", b"<", b">", b"{", b"[", b"&", b"\\", b"#", b"\xf0\x9f\x92\xb6"]  # fmt: skip


def seeds() -> list[tuple[str, bytes]]:
    """Names and bytes of whole files of every kind that is read."""
    from tests.tables.made import made

    fixtures = ROOT / "tests" / "tables" / "fixtures"
    found = [(path.name, path.read_bytes()) for folder in (fixtures, fixtures / "exports", fixtures.parent / "broken") for path in sorted(folder.iterdir()) if path.is_file()]
    for at, (_kinds, _title, _right, table) in enumerate(made((fixtures / "strangers.txt").read_text(), 12)):
        if at >= 60:
            break
        sign, coding = ";,\t|"[at % 4], ("utf-8", "cp1252", "utf-16", "utf-8-sig")[at // 4 % 4]
        text = table.to_csv(index=False, sep=sign, quoting=at % 2)
        data = text.encode(coding, "replace")
        found.append((f"made{at}.csv", data))
        if at % 6 == 0:
            found.append((f"made{at}.csv.gz", gzip.compress(data, mtime=0)))
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as archive:
                archive.writestr(f"made{at}.csv", data)
            found.append((f"made{at}.zip", packed.getvalue()))
            found.append((f"made{at}.json", table.to_json(orient="records").encode()))
            book = io.BytesIO()
            table.to_excel(book, index=False, engine="xlsxwriter")
            found.append((f"made{at}.xlsx", book.getvalue()))
            page = io.BytesIO()
            table.to_parquet(page)
            found.append((f"made{at}.parquet", page.getvalue()))
    return found


def damaged(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """The same bytes after one to eight accidents."""
    for _turn in range(dice.randint(1, 8)):
        at, size = dice.randrange(len(data) + 1), dice.choice([1, 1, 2, 7, 60, 500])
        kind = dice.randrange(7)
        if kind == 0 and data:
            data = data[:at] + bytes(sign ^ (1 << dice.randrange(8)) for sign in data[at : at + size]) + data[at + size :]
        elif kind == 1:
            data = data[:at] + data[at + size :]
        elif kind == 2:
            data = data[:at] + data[at : at + size] * dice.randint(2, 5) + data[at + size :]
        elif kind == 3:
            data = data[:at] + dice.choice(SIGNS) * dice.choice([1, 1, 2, 30]) + data[at:]
        elif kind == 4:
            data = data[:at] + dice.randbytes(size) + data[at:]
        elif kind == 5 and other:
            start = dice.randrange(len(other))
            data = data[:at] + other[start : start + 10 * size] + data[at:]
        else:
            data = data[:at] if dice.random() < 0.5 else data[at:]
    return data[:200_000]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    from segmentation import SegmentationError, read_table

    files, dice, gave = seeds(), random.Random(chosen.seed), Counter[str]()
    slowest = (0.0, "")
    for turn in range(chosen.inputs):
        (name, data), (_other, other) = dice.choice(files), dice.choice(files)
        broken = damaged(data, other, dice)
        start, what = time.process_time(), ""
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                table = read_table(broken, name=name)
            gave["table"] += 1
            if len(table.frame) != len(table.text):
                what = "rows lost"
        except SegmentationError as error:
            gave["error"] += 1
            what = "" if error.message and error.hint else "a sentence without advice"
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            what = "".join(traceback.format_exception_only(error)).strip()
        took = time.process_time() - start
        slowest = max(slowest, (took, f"{name}, input {turn}"))
        if what or took > SLOW:
            gave["broke"] += 1
            print(f"input {turn} of seed {chosen.seed}, {name}: {what or f'{took:.1f} s'}", flush=True)
            if chosen.keep:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{chosen.seed}-{turn}-{name}").write_bytes(broken)
    print(f"{chosen.inputs} inputs: {gave['table']} tables, {gave['error']} sentences, {gave['broke']} broke; the slowest {slowest[0]:.2f} s ({slowest[1]})")


if __name__ == "__main__":
    main()
