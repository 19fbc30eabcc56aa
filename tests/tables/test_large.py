"""A large file read out of core gives what the careful reader gives."""

import pandas as pd
import pytest

from segmentation import read_table
from segmentation.tables import limits

HEADER = "Klantnr;Ordernr;Besteldatum;Product;Aantal;Bedrag\r\n"


def lines(count: int, product: str = "Regenjas Zoë") -> list[str]:
    return [
        f"{at % 97:05d};O{at:06d};{at % 28 + 1:02d}-{at % 12 + 1:02d}-2024;{product} {at % 7};{at % 9 + 1};{at % 500},{at % 100:02d}\r\n"
        for at in range(count)
    ]


SPOILED = {
    "as it is": lambda rows: rows,
    "quoted": lambda rows: [row.replace("Regenjas Zoë", '"Regenjas; Zoë"') for row in rows],
    "words for nothing": lambda rows: [*rows[:50], "n.v.t.;Onbekend; 03-04-2024 ;\u00a0;-;n/a\r\n", *rows[50:]],
    "a row too short, a row too long": lambda rows: [*rows[:60], "00001;O9\r\n", "a;b;c;d;e;f;g;h\r\n", *rows[60:]],
    "a stray quotation mark": lambda rows: [*rows[:70], '00002;O123456;01-02-2024;"half;3;1,00\r\n', *rows[70:]],
    "totals at the end": lambda rows: [*rows, "Totaal;;;;;1.234,00\r\n"],
    "a day that does not exist": lambda rows: [*rows[:80], "00003;O777777;31-02-2024;Mok;3;1,00\r\n", *rows[80:]],
    "titles above": lambda rows: ["Alle orders\r\n", "\r\n", *rows],
}


@pytest.mark.parametrize("encoding", ["utf-8", *(pytest.param(name, marks=pytest.mark.slow) for name in ("cp1252", "utf-16"))])
@pytest.mark.parametrize("how", SPOILED)
def test_out_of_core_and_in_memory_agree(monkeypatch, tmp_path, how, encoding):
    rows = SPOILED[how]([HEADER, *lines(600)])
    path = tmp_path / "orders.csv"
    path.write_bytes("".join(rows).encode(encoding))
    careful = read_table(path)
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    large = read_table(path, spool=tmp_path / "spool")
    key = ["Ordernr", "Klantnr"]
    pd.testing.assert_frame_equal(
        large.frame.sort_values(key, ignore_index=True), careful.frame.sort_values(key, ignore_index=True)
    )
    assert large.rows_in == careful.rows_in and large.roles == careful.roles
    assert large.rejected[["line", "reason"]].to_numpy().tolist() == careful.rejected[["line", "reason"]].to_numpy().tolist()
    assert sorted(large.text["Ordernr"]) == sorted(careful.text["Ordernr"]) and len(large.head(3)) == 3
    assert large.parquet().exists()


def test_mended_rows_of_a_large_file_come_back(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    data = "".join([HEADER, *lines(300)[:10], "a;b;c;d;e;f;g;h\r\n", *lines(300)[10:]]).encode()
    table = read_table(data, "orders.csv")
    line = int(table.rejected["line"][0])
    again = read_table(data, "orders.csv", mended={line: ["00001", "O999999", "01-02-2024", "Mok", "1", "2,50"]})
    assert (line, again.rejected.empty, again.rows) == (12, True, 301) and "O999999" in set(again.frame["Ordernr"])


def test_names_in_the_example_of_a_repaired_row_of_a_large_file_are_covered(monkeypatch):
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    rows = [f"{at % 97:05d};Jan Smit;O{at:06d};{at % 28 + 1:02d}-03-2024;{at % 500},50\r\n" for at in range(300)]
    data = "".join(["Klantnr;Naam;Ordernr;Besteldatum;Bedrag\r\n", *rows[:60], "00001;Sanne de Vries;O900000;01-03-2024\r\n", *rows[60:]]).encode()
    table = read_table(data, "orders.csv")
    told = next(repair for repair in table.receipt.repairs if repair.code == "row_padded")
    assert "Sanne" not in told.before + told.after and "O900000" in told.before and table.rows == 301


def test_rows_that_do_not_count_are_shown_of_a_large_file_too_though_nobody_knows_their_line(monkeypatch):
    from segmentation import build_customers
    from segmentation.ui.aside_cells import rows_of

    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    table = read_table("".join([HEADER, *lines(300), "00004;O999998;;Mok;1;2,50\r\n"]).encode(), "orders.csv")
    rows = rows_of(table, build_customers(table))
    assert table.lines is None and rows["line"].tolist() == [0] and rows["Ordernr"].tolist() == ["O999998"]


def test_an_encoding_that_shows_late(monkeypatch):
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    rows = [HEADER, *lines(12_000, "Regenjas"), *lines(3, "Café")]
    table = read_table("".join(rows).encode("cp1252"), "orders.csv")
    assert table.frame["Product"].iloc[-1] == "Café 2" and table.rows == 12_003


def test_parquet_with_ids_as_floats(tmp_path):
    frame = pd.DataFrame(
        {
            "Customer ID": [13085.0, None, 13086.0],
            "Price": [1.5, 2.25, 3.0],
            "InvoiceDate": pd.to_datetime(["2024-01-01 10:00"] * 3),
        }
    )
    frame.to_parquet(tmp_path / "lines.parquet")
    table = read_table(tmp_path / "lines.parquet")
    assert table.text["Customer ID"].tolist() == ["13085", "", "13086"]
    assert table.roles["customer"] == "Customer ID" and table.frame["Customer ID"].dropna().tolist() == ["13085", "13086"]
    assert str(table.frame["InvoiceDate"].dtype).startswith("datetime64")


def test_parquet_whose_columns_have_names_of_the_engine_or_differ_in_case_only(tmp_path):
    frame = pd.DataFrame({"file_row_number": [7, 8], "Bedrag": [1.5, 2.5], "bedrag": [3.5, 4.5], "place": ["x", "y"]})
    frame.to_parquet(tmp_path / "odd.parquet")
    table = read_table(tmp_path / "odd.parquet")
    assert table.text.to_numpy().tolist() == [["7", "1.5", "3.5", "x"], ["8", "2.5", "4.5", "y"]]
    assert table.frame.iloc[:, [1, 2]].to_numpy().tolist() == [[1.5, 3.5], [2.5, 4.5]]


def test_rows_longer_than_a_glance_are_read(monkeypatch, tmp_path):
    """A header that fills the whole first look: no row was seen, and the file was called no table."""
    path = tmp_path / "wide.csv"
    header = ";".join(["customer id", *(f"answer to a long question of the spring survey {at:05d}" for at in range(3_000))])
    rows = [";".join([f"C{row % 7:03d}", *(str((row * at) % 10) for at in range(3_000))]) for row in range(30)]
    path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    table = read_table(path, spool=tmp_path / "spool")
    assert len(table.frame) == 30 and len(table.columns) == 3_001
    assert table.frame["answer to a long question of the spring survey 00003"].sum() == sum(row * 3 % 10 for row in range(30))
