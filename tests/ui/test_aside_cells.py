"""Rows that do not count, in one story: what reading and what counting set aside, each row once."""

import pandas as pd
import pytest

from segmentation import build_customers, read_table
from segmentation.tables.arrange import Arranged
from segmentation.tables.mending import with_mended
from segmentation.ui.aside_cells import HELPS, not_counted, rows_of

ROWS = "".join(f"K{n % 5};{1 + n % 28:02}-03-2024;{10 + n},50\n" for n in range(30))
TEXT = "Klantnr;Datum;Bedrag\n" + ROWS + ";04-03-2024;5,00\nK1;04-03-2024;5,00;en;meer;nog\nK2;;7,00\nTotaal;;99,00\n"


def test_every_row_is_kept_or_told_once():
    table = read_table(TEXT.encode(), "orders.csv")
    customers = build_customers(table)
    uncounted = not_counted(table, customers)
    assert dict(zip(uncounted.reason, uncounted.lines, strict=True)) == {"no_customer": 1, "no_date": 1}
    assert table.rejected.reason.tolist() == ["too_many_cells", "total"]
    assert set(uncounted.reason) | {"too_many_cells", "total"} <= set(HELPS)
    counted = table.rows - int(uncounted.lines.sum())
    assert counted == 30 and counted + int(uncounted.lines.sum()) + len(table.rejected) == table.rows_in


def test_nothing_is_said_of_counting_before_there_are_customers():
    assert not_counted(read_table(TEXT.encode(), "orders.csv"), None).empty


def test_each_row_that_does_not_count_can_be_seen_with_its_line_and_its_cells():
    table = read_table(TEXT.encode(), "orders.csv")
    rows = rows_of(table, build_customers(table))
    assert rows.columns.tolist() == ["back", "line", "Klantnr", "Datum", "Bedrag", "why"]
    assert rows.drop(columns=["back", "why"]).to_numpy().tolist() == [
        [33, "K1", "04-03-2024", "5,00;en;meer;nog"],
        [35, "Totaal", "", "99,00"],
        [32, "", "04-03-2024", "5,00"],
        [34, "K2", "", "7,00"],
    ]
    assert rows["why"].nunique() == 4


def test_a_row_that_was_kept_but_did_not_count_counts_when_mended():
    before = read_table(TEXT.encode(), "orders.csv")
    after = read_table(TEXT.encode(), "orders.csv", mended={34: ["K2", "05-03-2024", "7,00"]})
    assert (before.rows, before.rows_in) == (after.rows, after.rows_in)
    assert after.lines is not None and after.at([after.lines.tolist().index(34)]).to_numpy().tolist() == [["K2", "05-03-2024", "7,00"]]
    assert build_customers(after).frame.monetary.sum() - build_customers(before).frame.monetary.sum() == 7
    assert rows_of(after, build_customers(after))["line"].tolist() == [33, 35, 32]


def test_the_cells_of_a_row_stand_under_their_own_columns_where_an_empty_column_was_left_out():
    wide = "\n".join(line.replace(";", ";;", 1) for line in TEXT.splitlines())
    table = read_table(wide.encode(), "orders.csv")
    rows = rows_of(table, None)
    assert list(table.columns) == ["Klantnr", "Datum", "Bedrag"] and table.places == (0, 2, 3)
    assert rows.loc[rows["line"] == 33].iloc[0].tolist()[2:-1] == ["K1", "04-03-2024", "5,00;en;meer;nog"]


def test_no_row_is_lost_when_two_rows_share_the_line_that_is_mended():
    text = pd.DataFrame({"a": ["1", "2", "3"]}, dtype="str")
    found = Arranged(["a"], [], [2, 3, 2], [(3, "note", "x")])
    both, after = with_mended(text, found, {2: ["9"], 3: ["8"]})
    assert sorted(both["a"]) == ["1", "2", "3", "8"] and after.rejected == [] and len(after.lines) == 4


@pytest.mark.parametrize("size", [0, 1, 5])
def test_the_lines_of_rows_are_kept_with_the_table(size, tmp_path):
    text = "Klantnr;Datum;Opmerking\n" + "".join(f'K{n};0{n + 1}-03-2024;"goed\nbezig"\n' for n in range(size)) + "K9;09-03-2024;ja\nK8;08-03-2024;nee\n"
    table = read_table(text.encode(), "visits.csv")
    assert table.lines is not None and table.lines.tolist() == [*range(2, 2 + 2 * size, 2), 2 + 2 * size, 3 + 2 * size]
    table.save(tmp_path)
    assert type(table).load(tmp_path).lines.tolist() == table.lines.tolist()


def test_rows_of_a_list_without_a_customer_are_told_as_set_aside():
    text = "Klantnr;Naam;Plaats;Omzet\n" + "".join(f"K{n};Naam {n};Assen;{n},50\n" for n in range(20)) + ";Jan;Assen;5,00\n;Piet;Assen;6,00\n"
    table = read_table(text.encode(), "klanten.csv")
    customers = build_customers(table)
    assert not_counted(table, customers).to_dict("records") == [{"reason": "no_customer", "lines": 2, "turnover": 0.0}]
    assert rows_of(table, customers)["line"].tolist() == [22, 23]
    assert isinstance(customers.aside, pd.DataFrame) and len(customers.aside) == 2
