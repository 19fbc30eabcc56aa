"""Files as people have them: every dialect, encoding and container gives the same table, and no row gets lost."""

import gzip
import io
import zipfile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation import read_table
from segmentation.errors import ReadError, WrongChoice

ROWS = [
    ["Klantnr", "Besteldatum", "Bedrag", "Naam"],
    ["007", "13-01-2024", "12,50", "Zoë Jansen"],
    ["008", "14-02-2024", "1.234,00", "A; B en C, samen"],
    ["012", "15-03-2024", "3,25", 'De "Hoek"'],
    ["015", "31-03-2024", "0,99", ""],
]


def as_csv(rows: list[list[str]], delimiter: str = ";", quote: str = '"', end: str = "\n") -> str:
    def cell(value: str) -> str:
        risky = any(sign in value for sign in (delimiter, quote, "\n", "\r"))
        return f"{quote}{value.replace(quote, quote * 2)}{quote}" if risky else value

    return end.join(delimiter.join(map(cell, row)) for row in rows) + end


EXPECTED = read_table(as_csv(ROWS).encode(), "orders.csv").frame


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_dialect_gives_the_same_frame(delimiter, end):
    table = read_table(as_csv(ROWS, delimiter, end=end).encode(), "orders.csv")
    pd.testing.assert_frame_equal(table.frame, EXPECTED)
    assert table.text.to_numpy().tolist() == ROWS[1:]


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman", "iso-8859-15", "cp1252"])
def test_letters_of_older_computers_are_known_by_what_they_make_of_words(encoding):
    text = "Klant;Plaats;Soort\nRenée Müller;Coëvorden;één keer\nJosé Peña;Curaçao;café\n"
    assert read_table(text.encode(encoding), "old.csv").text.values.tolist() == [["Renée Müller", "Coëvorden", "één keer"], ["José Peña", "Curaçao", "café"]]


def test_a_euro_of_a_late_alphabet_is_a_euro():
    assert read_table("Klant;Bedrag\nA;€ 12,50\nB;€ 3,00\n".encode("iso-8859-15"), "x.csv").frame.Bedrag.tolist() == [12.5, 3.0]


def test_a_text_file_opened_in_a_spreadsheet_without_being_split(tmp_path):
    import xlsxwriter

    lines = ["Datum;Kaart;Station;Bedrag", "02-02-2025;7002 3048;Coevorden Centrum;53,66", "06-02-2025;7002 4100;Gouda;129,53", "", '07-02-2025;7002 4100;"Emmen; oost";9,00']
    with xlsxwriter.Workbook(tmp_path / "tank.xlsx") as book:
        sheet = book.add_worksheet("Blad1")
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line)
    table = read_table(tmp_path / "tank.xlsx")
    assert table.text.columns.tolist() == ["Datum", "Kaart", "Station", "Bedrag"] and table.frame.Bedrag.tolist() == [53.66, 129.53, 9.0]
    assert table.text.Station.tolist() == ["Coevorden Centrum", "Gouda", "Emmen; oost"] and table.sheet == "Blad1"
    assert "lines_in_cells" in {repair.code for repair in table.receipt.repairs}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_frame(encoding):
    pd.testing.assert_frame_equal(read_table(as_csv(ROWS).encode(encoding), "orders.csv").frame, EXPECTED)


def test_every_container_gives_the_same_frame(tmp_path):
    text = as_csv(ROWS).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("orders.csv", text)
    frame = pd.DataFrame(ROWS[1:], columns=ROWS[0])
    book = io.BytesIO()
    frame.to_excel(book, index=False, engine="xlsxwriter")
    frame.to_parquet(tmp_path / "orders.parquet")
    for given_ in (
        gzip.compress(text),
        packed.getvalue(),
        book.getvalue(),
        (tmp_path / "orders.parquet").read_bytes(),
        frame.to_json(orient="records").encode(),
    ):
        found = read_table(given_, "orders").frame
        pd.testing.assert_frame_equal(found, EXPECTED, check_dtype=False)


CELL = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=8).map(
    lambda cell: f"w{cell}"
)


@settings(max_examples=15, derandomize=True, deadline=None)
@given(
    st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=3, max_size=12)),
    st.sampled_from(";,\t|"),
)
def test_what_was_written_is_read_back(rows, delimiter):
    header = [f"kolom{at}" for at in range(len(rows[0]))]
    table = read_table(
        as_csv([header, *rows], delimiter).encode(), "a.csv", reading={"header": 1, "delimiter": delimiter, "quote": '"'}
    )
    assert table.text.to_numpy().tolist() == rows


@settings(max_examples=30, derandomize=True, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(["1", "2,50", "x", "", '"', "Totaal", "13-01-2024", "a b c d"]), min_size=1, max_size=7),
        min_size=1,
        max_size=20,
    )
)
def test_rows_in_are_rows_kept_and_rows_set_aside(rows):
    try:
        table = read_table("\n".join(";".join(row) for row in rows).encode(), "a.csv")
    except ReadError:
        return
    assert table.rows_in == table.rows + len(table.rejected) == len(table.frame) + len(table.rejected)


def test_titles_totals_subtotals_and_notes_are_set_aside_with_their_line():
    text = "Rapport omzet\n\nKlant;Datum;Bedrag\nA;01-02-2024;1,50\nB;02-02-2024;2,50\nSubtotaal;;4,00\nC;03-02-2024;1,00\nTotaal;;5,00\nBron: kassa\n"
    table = read_table(text.encode(), "omzet.csv")
    assert table.rejected[["line", "reason"]].to_numpy().tolist() == [[6, "total"], [8, "total"], [9, "note"]]
    assert table.text["Klant"].tolist() == ["A", "B", "C"]
    assert table.receipt.count("title_lines") == 1
    assert len(read_table(text.encode(), "omzet.csv", reading={"skip_totals": False}).text) == 5


def test_a_customer_called_total_stays():
    table = read_table(b"klant;datum;bedrag\nTotaal BV;01-02-2024;1,50\nB;02-02-2024;2,50\nC;02-02-2024;2,50\n", "a.csv")
    assert table.rows == 3


def test_a_row_that_does_not_fit_is_set_aside_and_comes_back_when_mended():
    text = b"a;b;c\n1;2;3\n4;5;6\nx;y;z;q;w\n7;8;9\n"
    table = read_table(text, "a.csv")
    assert table.rejected.to_numpy().tolist() == [[4, "too_many_cells", "x;y;z;q;w"]]
    mended = read_table(text, "a.csv", mended={4: ["x", "y", "z"]})
    assert mended.text.to_numpy().tolist()[2] == ["x", "y", "z"] and mended.rejected.empty


@pytest.mark.parametrize(
    ("line", "fixed", "code"),
    [
        ("03-01-2024;;12;noot", ["03-01-2024", "12", "noot"], "row_trimmed"),
        ("03-01-2024;12", ["03-01-2024", "12", ""], "row_padded"),
        ("03-01-202412;noot", ["03-01-2024", "12", "noot"], "row_split"),
        ("03-01-2024 12 noot", ["03-01-2024", "12", "noot"], "row_delimiter"),
        ('"03-01-2024;12;noot', ['"03-01-2024', "12", "noot"], "stray_quotes"),
    ],
)
def test_a_spoiled_row_is_mended_visibly(line, fixed, code):
    good = "\n".join(f"{day:02d}-01-2024;{day + 10};mies" for day in range(4, 20))
    table = read_table(f"datum;aantal;naam\n{good}\n{line}\n02-02-2024;33;wim\n".encode(), "a.csv")
    assert table.text.to_numpy().tolist()[16] == fixed
    assert table.receipt.count(code) == 1


def test_headers_of_several_rows_groups_years_and_none():
    grouped = b";Klant;;Order;\nNr;Naam;Plaats;Datum;Bedrag\n1;Jan;Assen;01-02-2024;1,50\n2;Piet;Assen;01-03-2024;2,50\n"
    assert list(read_table(grouped, "a.csv").text.columns) == ["Nr", "Klant Naam", "Klant Plaats", "Order Datum", "Order Bedrag"]
    assert list(read_table(b"Regio;2022;2023\nNoord;10;20\nZuid;30;40\n", "a.csv").text.columns) == ["Regio", "2022", "2023"]
    bare = read_table(b"007;13-01-2024;12,50\n008;14-01-2024;3,00\n", "a.csv")
    assert bare.rows == 2 and list(bare.text.columns) == ["column 1", "column 2", "column 3"]
    assert list(read_table(b"a;a;;b\n1;2;3;4\n5;6;7;8\n", "a.csv").text.columns) == ["a", "a (2)", "column 3", "b"]


def test_two_tables_in_one_file():
    text = b"Klant;Datum;Bedrag\nA;01-02-2024;1,50\nB;02-02-2024;2,50\nC;02-02-2024;2,50\n\nProduct;Prijs\nX;5\nY;6\nZ;7\n"
    table = read_table(text, "a.csv")
    assert table.rows == 3 and (table.sheet, table.sheets) == ("1", ("1", "2"))
    assert [guess.alternatives for guess in table.guesses if guess.what == "sheet"] == [("2",)] and read_table(text, "a.csv", sheet="2").rows == 3
    assert read_table(text, "a.csv", reading={"table": 2}).text.to_numpy().tolist() == [["X", "5"], ["Y", "6"], ["Z", "7"]]


def test_the_line_that_names_the_separator_and_a_separator_at_each_end():
    assert read_table(b"sep=;\r\na;b;\r\n1;2;\r\n3;4;\r\n", "a.csv").text.to_numpy().tolist() == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    "choice", [{"encoding": "xx"}, {"foo": 1}, {"header": 99}, {"table": 5}, {"delimiter": "ab"}, {"header": "x"}]
)
def test_a_choice_that_cannot_be_is_refused(choice):
    with pytest.raises(WrongChoice) as error:
        read_table(b"a;b\n1;2\n3;4\n", "a.csv", reading=choice)
    assert error.value.message and error.value.hint


def test_saved_and_loaded_it_is_the_same(tmp_path):
    from segmentation.tables import Table

    table = read_table(as_csv(ROWS).encode(), "orders.csv")
    table.save(tmp_path / "kept")
    again = Table.load(tmp_path / "kept")
    pd.testing.assert_frame_equal(again.frame, table.frame)
    pd.testing.assert_frame_equal(again.text, table.text)
    pd.testing.assert_frame_equal(again.rejected, table.rejected)
    assert (again.columns, again.roles, again.receipt, again.guesses, again.fingerprint, again.rows_in) == (
        table.columns, table.roles, table.receipt, table.guesses, table.fingerprint, table.rows_in,
    )  # fmt: skip
    assert len(pd.read_parquet(table.parquet())) == table.rows
