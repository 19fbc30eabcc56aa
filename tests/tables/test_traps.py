"""Files that are no tables, or that would hurt: each is refused with a clear sentence, before it hurts."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from segmentation import read_table
from segmentation.errors import ReadError
from segmentation.tables import limits


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_csv", ".csv"), data)
    return file.getvalue()


def sparse_sheet() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write(0, 0, "a")
    sheet.write(1_048_575, 16_383, "b")
    book.close()
    return file.getvalue()


def parquet_bomb() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table({"a": pa.array([1] * 6_000_000, type=pa.int8())}), file)
    return file.getvalue()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{at} "{(f"&l{at - 1};" if at else "ha") * 10}">' for at in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><auditfile>&l8;</auditfile>'.encode()


TRAPS = {
    "empty": lambda: b"",
    "blank": lambda: b" \n\n;;;\n",
    "photo": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "noise": lambda: os.urandom(4000),
    "pdf": lambda: b"%PDF-1.4\n" + b"x" * 100,
    "web page": lambda: b"<!DOCTYPE html><html><body><p>Just words</p></body></html>",
    "broken zip": lambda: zipped(a_csv=b"a;b\n1;2\n")[:60],
    "empty zip": zipped,
    "broken workbook": lambda: zipped(**{"[Content_Types]_xml": b"<Types/>", "xl__workbook_xml": b"<workbook/>"}),
    "broken parquet": lambda: b"PAR1" + b"\x00" * 80 + b"PAR1",
    "zip bomb": lambda: zipped(a_csv=b"0" * 100_000_000),
    "workbook bomb": lambda: zipped(**{"[Content_Types]_xml": b"<Types/>", "xl__worksheets__sheet1_xml": b"<c/>" * 25_000_000}),
    "gzip bomb": lambda: gzip.compress(b"a;b\n" + b"1;1\n" * 20_000_000, 6),
    "sparse workbook": sparse_sheet,
    "parquet bomb": parquet_bomb,
    "billion laughs": laughs,
    "deep json": lambda: b"[" * 100_000,
    "no records": lambda: b"[]",
    "a hundred thousand columns": lambda: (";".join(map(str, range(100_000))) + "\n").encode() * 2,
    "endless cell": lambda: b'a;b\n1;"' + b"x" * (limits.MOST_CELL * 2 + 10) + b'"\n2;3\n',
}


HEAVY = {"zip bomb", "workbook bomb", "gzip bomb", "endless cell", "parquet bomb"}


@pytest.mark.parametrize("trap", [pytest.param(trap, marks=pytest.mark.slow if trap in HEAVY else ()) for trap in TRAPS])
def test_it_is_refused_with_a_message_and_a_hint(trap):
    with pytest.raises(ReadError) as error:
        read_table(TRAPS[trap](), "orders.csv")
    assert error.value.message and error.value.hint


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ReadError):
        read_table(tmp_path / "nothing.csv")


@pytest.mark.parametrize(
    "data",
    [
        b"email\na@b.nl\nc@d.nl\n",
        b"a;b\n" + b"1;1\n" * 50,
        b"x",
        (";".join(f"c{at}" for at in range(600)) + "\n").encode() + b";".join([b"1"] * 600),
    ],
)
def test_small_and_wide_tables_are_tables(data):
    table = read_table(data, "a.csv")
    assert table.rows == len(table.frame) and list(table.columns) == list(table.frame.columns)


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "broken").iterdir()), ids=lambda path: path.stem)
def test_what_once_broke_the_reader_is_refused(path):
    with pytest.raises(ReadError):
        read_table(path)


@pytest.mark.parametrize("header", ["klantnr", "customer_id", "Customer ID", "debiteurnummer"])
def test_a_file_of_one_customer_knows_whose_it_is(header: str) -> None:
    """A number that is always the same may be the shop's own, but under this header it is not the number of an order."""
    rows = "".join(f"K1;{day:02}-03-2024;{3 * day},50\n" for day in range(1, 20))
    assert read_table(f"{header};datum;bedrag\n{rows}".encode(), name="een.csv").roles["customer"] == header
