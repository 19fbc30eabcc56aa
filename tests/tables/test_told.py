"""Is what the reader of the app sees of the reading true, whole and in the own language, while the table itself stays the same?"""

import pytest

from segmentation.language import speaking
from segmentation.tables import read_table, records
from segmentation.tables.told import name_in_words, names_in_words

GOODS = ["Theepot", "Vaas", "Plaid", "Lamp"]
HEAD = "Order;Datum;Klantnr;Naam;Artikel;Aantal;Bedrag\n"


def orders(count=60, article="{goods}"):
    rows = (
        f"2024-{n:04};{1 + n % 28:02}-03-2024;{n % 9 + 11:05};Piet Jansen;{article.format(goods=GOODS[n % 4])};{1 + n % 3};€ {10 + n % 90},50\n"
        for n in range(count)
    )
    return HEAD + "".join(rows)


def repaired(text, code, language="en"):
    with speaking(language):
        frame = read_table(text.encode(), "orders.csv").receipt.frame()
        return frame[frame.code == code].iloc[0]


def test_a_column_without_a_name_has_a_number_in_the_language_of_the_reader_and_one_name_in_the_table():
    bare = orders().removeprefix(HEAD).encode()
    told = {}
    for language in ("nl", "en"):
        with speaking(language):
            table = read_table(bare, "orders.csv")
            told[language] = " ".join(table.receipt.sentences())
            assert list(table.text.columns) == [f"column {n}" for n in range(1, 8)]
    assert "“kolom 2”" in told["nl"]
    assert "column" not in told["nl"]
    assert "“column 2”" in told["en"]


def test_words_that_are_another_columns_own_name_are_not_given_twice():
    with speaking("nl"):
        assert names_in_words(["kolom 2", "column 2", "column 3 (2)"]) == ["kolom 2", "column 2", "kolom 3 (2)"]
        assert name_in_words("Column 2") == "Column 2"


def test_one_cell_is_told_as_one():
    text = "Klantnr;Bedrag\n" + "".join(f"{n:05};{n},50\n" for n in range(20, 40)) + "00041;€ 7,25\n"
    assert repaired(text, "currency").what == "“Bedrag”: one amount with a currency was read as a number: “€ 7,25” as 7.25."
    assert repaired(text, "currency", "nl").what == "“Bedrag”: één bedrag met een munteenheid is als getal gelezen: “€ 7,25” als 7,25."


def test_times_and_yes_or_no_are_written_as_the_reader_writes_them():
    text = "Ticket;Aangemaakt;Akkoord\n" + "".join(f"#{n};{n:02}-03-2025 09:0{n % 10};{'ja' if n % 2 else 'nee'}\n" for n in range(1, 28))
    assert repaired(text, "date", "nl").after == "1 mrt 2025 09:01"
    assert repaired(text, "yes_no", "nl").after == "ja"
    assert repaired(text, "yes_no", "en").after == "yes"


def test_a_row_that_was_joined_shows_where_the_separator_stood():
    text = orders().replace("Vaas;", "Vaas; blauw;", 1)
    found = repaired(text, "row_joined")
    assert ";Vaas; blauw;" in found.before
    assert ';"Vaas; blauw";' in found.after


def test_a_minus_or_fewer_digits_do_not_keep_a_row_from_being_joined():
    text = orders().replace("Vaas;2;€ 11,50", "Vaas; blauw;-2;€ -1,50", 1)
    table = read_table(text.encode(), "orders.csv")
    assert table.text.iloc[1].tolist()[4:] == ["Vaas; blauw", "-2", "€ -1,50"]
    assert table.receipt.count("row_joined") == 1


def test_names_in_the_example_of_a_row_are_covered():
    found = repaired(orders().replace("Vaas;", "Vaas; blauw;", 1), "row_joined")
    assert "Jansen" not in found.before + found.after
    assert "P••••" in found.before
    assert "P••••" in found.after


def test_numbers_of_citizens_are_nowhere_in_the_table():
    rows = "".join(f"{n:05};{bsn};Assen\n" for n, bsn in enumerate(["111222333", "123456782", "232262536", "010464554", "111222333", "123456782"] * 4, 11))
    table = read_table(f"Klantnr;BSN;Plaats\n{rows}00099;123456782;Emmen;extra;nog meer\n".encode(), "clients.csv")
    assert table.roles["bsn"] == "BSN"
    assert "123456782" not in table.rejected.to_csv() + table.text.to_csv() + table.receipt.frame().to_csv()


def test_which_of_several_tables_was_read_is_said():
    text = "Klanten\nNr;Plaats;Sinds\n" + "".join(f"{n};Assen;0{n}-01-2020\n" for n in range(1, 9)) + "\n\nBestellingen\n" + orders()
    assert repaired(text, "other_tables").what == "Other tables in this file: 1. Only “Bestellingen” was read."


@pytest.mark.parametrize("quote", ['"', "'"])
def test_inches_do_not_make_every_line_be_weighed_with_all_that_follow_it(monkeypatch, quote):
    weighed = []
    grouped = records._grouped
    monkeypatch.setattr(records, "_grouped", lambda pieces, dialect: weighed.append(len(pieces)) or grouped(pieces, dialect))
    lines = orders(300, "Lamp 40\" staand").splitlines()
    text = "\n".join(quote + line.replace(";", f"{quote};{quote}").replace('"', quote) + quote for line in lines)
    table = read_table(text.encode(), "orders.csv")
    assert table.rows == 300
    assert table.text.Artikel.unique().tolist() == [f"Lamp 40{quote} staand"]
    assert max(weighed) < 2 * len(table.columns)
