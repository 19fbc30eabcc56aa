"""A long sheet is arranged as it would be row by row."""

import io
import random

import pytest
import xlsxwriter

from segmentation import read_table
from segmentation.tables import regular

ROWS = 400


def sheet(kind: str) -> bytes:
    """A workbook of many rows with one thing that is not a row like the others."""
    dice = random.Random(kind)
    rows: list[list[object]] = [[f"K{at % 50:03d}", f"2024-01-{at % 28 + 1:02d}", dice.choice(["Mok", "Bord", "Tafel"]), at * 1.5, "x" if at % 3 else ""] for at in range(ROWS)]
    head = [["Klantnr", "Datum", "Product", "Bedrag", "Opmerking"]]
    match kind:
        case "title":
            head = [["Verkopen 2024"], ["Gemaakt op 1 mei"], *head]
        case "total in the middle":
            rows[250] = ["Totaal", "", "", 1234.5, ""]
        case "total at the end":
            rows.append(["Totaal", "", "", 99.5, ""])
        case "group":
            rows[300] = ["Afdeling Noord Assen", "", "", "", ""]
        case "header again":
            rows[260] = head[0]
        case "blank":
            rows[270] = ["", "", "", "", ""]
        case "note":
            rows += [[""] * 5, ["Bron: eigen administratie van de zaak"]]
        case "nameless":
            head[0][4] = ""
            for at, row in enumerate(rows):
                row[4] = "ja" if at == 333 else ""
        case "nothing":
            head[0][4] = ""
            for row in rows:
                row[4] = ""
        case "line":
            rows[280] = ["-----", "-----", "-----", "-----", "-----"]
        case "total of everything":
            rows[290] = ["Totaal", "2024-01-01", "Mok", 3.0, "y"]
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        page = book.add_worksheet("Blad1")
        for at, row in enumerate([*head, *rows]):
            page.write_row(at, 0, row)
    return made.getvalue()


KINDS = ["plain", "title", "total in the middle", "total at the end", "group", "header again", "blank", "note", "nameless", "nothing", "line", "total of everything"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_sheet_is_arranged_as_row_by_row(kind, monkeypatch):
    data = sheet(kind)
    monkeypatch.setattr(regular, "LONG", 10**9)
    slow = read_table(data, name="a.xlsx")
    monkeypatch.setattr(regular, "LONG", 100)
    for name, size in (("_TOP", 30), ("_END", 20), ("_SPREAD", 40)):
        monkeypatch.setattr(regular, name, size)
    fast = read_table(data, name="a.xlsx")
    assert fast.text.equals(slow.text) and fast.frame.equals(slow.frame) and fast.roles == slow.roles
    assert fast.rejected.to_dict("records") == slow.rejected.to_dict("records") and (fast.rows_in, fast.rows) == (slow.rows_in, slow.rows)
    assert fast.receipt == slow.receipt and fast.guesses == slow.guesses


def test_the_quick_way_is_taken(monkeypatch):
    monkeypatch.setattr(regular, "LONG", 100)
    taken = []
    monkeypatch.setattr("segmentation.tables.read.arranged_long", lambda *given: taken.append(regular.arranged_long(*given)) or taken[-1])
    read_table(sheet("title"), name="a.xlsx")
    assert taken[0] is not None and len(taken[0][1][0]) == ROWS
