"""Rows that do not count, in one story: what reading and what counting set aside, each row once."""

from segmentation import build_customers, read_table
from segmentation.ui.aside_cells import HELPS, _to_mend, not_counted

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


def test_what_is_too_much_in_a_row_stands_in_its_last_cell():
    rows = _to_mend(read_table(TEXT.encode(), "orders.csv"))
    assert rows.columns.tolist() == ["back", "line", "Klantnr", "Datum", "Bedrag"]
    assert rows.iloc[0].tolist() == [False, 33, "K1", "04-03-2024", "5,00;en;meer;nog"]
