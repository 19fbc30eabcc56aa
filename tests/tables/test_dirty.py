"""Files as they really come out of tills, reports and spreadsheets: what is in them is read, what is around them is left out and told."""

import io
import json
import zipfile

import pandas as pd
import pytest

from segmentation import read_table
from segmentation.errors import ReadError
from segmentation.tables import limits

ORDERS = [["1", "Jan", "12,50"], ["2", "Piet", "3,00"], ["3", "Kees", "4,00"]]
NAMES = ["Klantnr", "Naam", "Bedrag"]
PLAIN = "Klantnr;Naam;Bedrag\n1;Jan;12,50\n2;Piet;3,00\n3;Kees;4,00\n"

CELL = '<Cell><Data ss:Type="String">{}</Data></Cell>'

SAME = {
    "titles and facts above the table": "Rapport;Verkopen per klant\nFiliaal;Assen\nVan;01-01-2024\nTot;31-01-2024\n\n" + PLAIN,
    "one very long title": "Omzetlijst per debiteur van 1 januari 2024 tot en met 31 december 2024, afgedrukt op 3 januari 2025\n\n\n" + PLAIN,
    "remarks": "# Export van kassa 3\n# datum: 2024-03-01\n# regels: 3\n" + PLAIN,
    "a mark in the middle": PLAIN.replace("3;Kees", "\ufeff3;Kees"),
    "the end of file of dos": PLAIN + "\x1a",
    "zeros": PLAIN.replace("Jan", "J\0an"),
    "three kinds of line ends": "Klantnr;Naam;Bedrag\r\n1;Jan;12,50\n2;Piet;3,00\r3;Kees;4,00\r\n",
    "separators at the end of rows only": "Klantnr;Naam;Bedrag\n1;Jan;12,50;\n2;Piet;3,00;\n3;Kees;4,00;\n",
    "decimal commas without quotes": "Klantnr,Naam,Bedrag\n1,Jan,12,50\n2,Piet,3,00\n3,Kees,4,00\n",
    "rows quoted whole": '"Klantnr;""Naam"";Bedrag"\n"1;""Jan"";12,50"\n"2;""Piet"";3,00"\n"3;""Kees"";4,00"\n',
    "columns by their place": "Klantnr  Naam       Bedrag\n1        Jan         12,50\n2        Piet         3,00\n3        Kees         4,00\n",
    "a line under the header": "Klantnr  Naam       Bedrag\n-------  ---------- ------\n1        Jan         12,50\n2        Piet         3,00\n3        Kees         4,00\n",
    "a text table": "| Klantnr | Naam | Bedrag |\n|---------|------|-------:|\n| 1 | Jan | 12,50 |\n| 2 | Piet | 3,00 |\n| 3 | Kees | 4,00 |\n",
    "a database's answer": (
        "+---------+------+--------+\n| Klantnr | Naam | Bedrag |\n+---------+------+--------+\n|       1 | Jan  |  12,50 |\n|       2 | Piet |   3,00 |\n"
        "|       3 | Kees |   4,00 |\n+---------+------+--------+\n3 rows in set (0.00 sec)\n"
    ),
    "formulas that keep zeros": 'Klantnr;Naam;Bedrag\n="1";Jan;12,50\n="2";Piet;3,00\n="3";Kees;4,00\n',
    "a web page called xls": (
        "<html><body><table><tr><th>Klantnr<th>Naam<th>Bedrag</tr><tr><td>1<td>Jan<td>12,50</tr><tr><td>2<td>Piet<td>3,00</tr>"
        "<tr><td>3<td>Kees<td>4,00</tr></table><script>alert('<table>')</script></body></html>"
    ),
    "a sheet as xml": (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="Blad1"><Table>'
        + "".join(f"<Row>{''.join(map(CELL.format, row))}</Row>" for row in (NAMES, *ORDERS))
        + "</Table></Worksheet></Workbook>"
    ),
    "records in xml": "<orders>" + "".join(f'<order Klantnr="{a}"><Naam>{b}</Naam><Bedrag>{c}</Bedrag></order>' for a, b, c in ORDERS) + "</orders>",
    "a separator line that is not true": "sep=;\n" + PLAIN.replace(";", "\t"),
    "curly quotation marks": "".join(";".join(f"“{cell}”" for cell in row) + "\n" for row in (NAMES, *ORDERS)),
    "a mark written down as letters": "ï»¿" + PLAIN,
    "a sign nobody sees between cells": PLAIN.replace(";", "\x01"),
    "signs nobody sees inside cells": PLAIN.replace("Jan", "\u200bJan"),
    "facts under a header of their own": "Rapport;Waarde\nPeriode;2024\nAantal;3\n\n" + PLAIN,
    "a remark between the rows": PLAIN.replace("2;Piet", "# pauze\n2;Piet"),
    "a sentence with a separator below": PLAIN + "Dit overzicht is gemaakt op 3 januari; door de administratie\n",
    "spaces around separators": PLAIN.replace(";", " ; "),
    "json: a comma too many": "[" + "".join(json.dumps(dict(zip(NAMES, row, strict=True))) + ",\n" for row in ORDERS) + "]",
    "json: in a script": "var data = " + json.dumps([dict(zip(NAMES, row, strict=True)) for row in ORDERS]) + ";",
    "json: one behind the other": "".join(json.dumps(dict(zip(NAMES, row, strict=True))) for row in ORDERS),
    "json: names and rows apart": json.dumps({"columns": NAMES, "index": [0, 1, 2], "data": ORDERS}),
    "json: rows of cells": json.dumps([NAMES, *ORDERS]),
    "json: columns by row number": json.dumps({name: {str(at): row[place] for at, row in enumerate(ORDERS)} for place, name in enumerate(NAMES)}),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_the_table_inside_is_found(case):
    table = read_table(SAME[case].encode(), "export.xls")
    assert list(table.text.columns) == NAMES
    assert [[cell.strip() for cell in row] for row in table.text.to_numpy().tolist()] == ORDERS
    assert table.frame["Bedrag"].tolist() == [12.5, 3.0, 4.0] and table.roles["customer"] == "Klantnr"
    assert table.rows_in == table.rows + len(table.rejected)


ASIDE = {
    "Gemiddelde;;6,50": "total", "Totaal;;19,50": "total", "Pagina 1 van 2": "note", "Bron: kassa, uitdraai 3 maart": "note", "* inclusief retouren": "note",
    "(3 rows)": "note", "Klantnr;Naam;Bedrag": "header_again", "Filiaal Emmen;;": "heading",
}  # fmt: skip


@pytest.mark.parametrize("line", ASIDE)
def test_what_is_no_row_is_set_aside(line):
    table = read_table((PLAIN + line + "\n").encode(), "export.csv")
    assert table.rejected[["line", "reason"]].to_numpy().tolist() == [[5, ASIDE[line]]]
    assert table.text.to_numpy().tolist() == ORDERS


def test_groups_with_a_name_and_a_subtotal():
    text = "Filiaal Assen;;;\nNr;Naam;Datum;Bedrag\n1;Jan;01-02-2024;12,50\n2;Piet;02-02-2024;3,50\nSubtotaal Assen;;;16,00\nFiliaal Emmen;;;\n3;Kees;13-02-2024;4,00\nTotaal;;;20,00\n"
    table = read_table(text.encode(), "a.csv")
    assert table.rejected["reason"].tolist() == ["total", "heading", "total"] and table.frame["Bedrag"].tolist() == [
        12.5,
        3.5,
        4.0,
    ]


def test_units_below_the_header_and_years_that_run_twice_belong_to_it():
    units = b"Klant;Datum;Omzet;Marge\n;;(\xe2\x82\xac);(%)\nK1;03-01-2024;1.234,50;12,5\nK2;15-01-2024;99,95;20,0\n"
    assert list(read_table(units, "a.csv").text.columns) == ["Klant", "Datum", "Omzet (€)", "Marge (%)"]
    years = (
        b";;Omzet;;Retouren;\nNr;Naam;2023;2024;2023;2024\n1;Jan;1200,50;1300,00;0,00;12,50\n2;Piet;800,00;750,25;10,00;0,00\n"
    )
    assert list(read_table(years, "a.csv").text.columns) == [
        "Nr",
        "Naam",
        "Omzet 2023",
        "Omzet 2024",
        "Retouren 2023",
        "Retouren 2024",
    ]


def test_addresses_over_lines_do_not_spoil_the_separator():
    rows = "".join(f'{at},01-02-2024,"Dorpsstraat {at}\nAssen\n\nNL",Open\n' for at in range(80))
    table = read_table(f"Zaak,Datum,Adres,Status\n{rows}".encode(), "a.csv")
    assert (
        table.rows == 80
        and list(table.text.columns) == ["Zaak", "Datum", "Adres", "Status"]
        and table.text["Adres"][3] == "Dorpsstraat 3\nAssen\n\nNL"
    )


def test_a_title_block_in_a_sheet():
    grid = [
        ["Omzetrapport", None, None],
        ["Gegenereerd op", "31-12-2024", None],
        [None, None, None],
        NAMES,
        *ORDERS,
        ["Totaal", None, "19,50"],
    ]
    file = io.BytesIO()
    pd.DataFrame(grid).to_excel(file, index=False, header=False, engine="xlsxwriter")
    table = read_table(file.getvalue(), "a.xlsx")
    assert (
        table.text.to_numpy().tolist() == ORDERS
        and table.receipt.count("title_lines") == 2
        and table.rejected["reason"].tolist() == ["total"]
    )


def test_of_a_zip_the_table_is_read_and_not_the_manual():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("leesmij.txt", "Dit is de export van je webwinkel, veel plezier ermee.\n" * 90)
        archive.writestr("orders.csv", PLAIN)
    assert read_table(file.getvalue(), "export.zip").text.to_numpy().tolist() == ORDERS


def test_web_pages_with_spans_and_without_a_table():
    page = b"<table><tr><td colspan=2>Omzet<td rowspan=2>x<tr><td>1<td>2<tr><td>3<td>4<td>5</table>"
    assert read_table(page, "a.html", reading={"header": None}).text.to_numpy().tolist() == [
        ["Omzet", "", "x"],
        ["1", "2", ""],
        ["3", "4", "5"],
    ]
    with pytest.raises(ReadError):
        read_table(b"<html><p>Welkom</p></html>", "a.html")


def test_ten_thousand_columns_are_a_table():
    names = ["klantnr", *(f"meting {at}" for at in range(9_999))]
    text = (
        ";".join(names) + "\n" + "".join(";".join(["K1", *(f"{at % 97},5" for at in range(9_999))]) + "\n" for _row in range(3))
    )
    table = read_table(text.encode(), "a.csv")
    assert len(table.columns) == 10_000 and table.frame.iloc[2, 5] == 4.5


def test_two_encodings_in_one_file_are_both_read():
    data = PLAIN.replace("Jan", "Zoë").encode() + "4;Café;1,00\n".encode("cp1252")
    assert read_table(data, "x.csv").text["Naam"].tolist() == ["Zoë", "Piet", "Kees", "Café"]


def test_the_title_of_the_next_table_is_no_row_of_this_one_and_returns_alone_are_purchases():
    told = "KLANTEN\nKlantnr;Naam;Plaats\n" + "".join(f"R{row};Naam {row};Assen\n" for row in range(10, 40))
    told += "\n\nVERKOPEN\nBon;Klantnr;Datum;Bedrag\n" + "".join(f"{row};R{row % 30 + 10};{row % 28 + 1:02}-03-2024;{row},50\n" for row in range(10, 90))
    told += "\nRETOUREN\nBon;Klantnr;Datum;Terugbetaald\n" + "".join(f"{row};R{row};{row:02}-04-2024;{row},25\n" for row in range(10, 22))
    sizes = {name: read_table(told.encode(), "x.csv", sheet=name) for name in ("KLANTEN", "VERKOPEN", "RETOUREN")}
    assert [(table.kind, table.rows_in) for table in sizes.values()] == [("customers", 30), ("purchases", 80), ("purchases", 12)]
    assert sizes["RETOUREN"].roles["return"] == "Terugbetaald"


def test_a_second_table_under_a_title_of_its_own_is_another_table():
    told = "KLANTEN\nKlantnr,Naam,E-mail,Postcode\n" + "".join(f"{row},Jan {row},k{row}@x.nl,94{row}AB\n" for row in range(10, 22))
    told += "\nBESTELLINGEN\nOrdernr,Klantnr,Datum,Bedrag\n" + "".join(f"{row},{row % 12},2024-01-{row - 9},{row}.50\n" for row in range(10, 40))
    first, second = (read_table(told.encode(), "x.csv", reading={"table": number}) for number in (2, 3))
    assert (first.rows, second.rows) == (12, 30) and list(second.text.columns) == ["Ordernr", "Klantnr", "Datum", "Bedrag"]
    table = read_table(told.encode(), "x.csv")
    assert table.roles["email"] == "E-mail" and (table.sheet, table.sheets) == ("KLANTEN", ("KLANTEN", "BESTELLINGEN"))
    assert read_table(told.encode(), "x.csv", sheet="BESTELLINGEN").kind == "purchases"


def test_the_tax_between_a_subtotal_and_a_total_is_no_row():
    table = read_table((PLAIN + ";Subtotaal;19,50\n;BTW 9%;1,76\n;Totaal;21,26\n").encode(), "x.csv")
    assert table.rows == 3 and list(table.rejected.reason) == ["total"] * 3


def test_a_separator_with_a_space_behind_it_is_one_in_a_text():
    rows = "".join(f"{row};Naam {row};{'belt; vaak; terug' if row % 5 == 2 else 'ok'};{row + 1:02d}-04-2024;{row},25\n" for row in range(20))
    table = read_table(("Klantnr;Naam;Opmerking;Datum;Bedrag\n" + rows).encode(), "x.csv")
    assert table.text["Opmerking"][2] == "belt; vaak; terug" and table.text["Naam"][2] == "Naam 2" and table.rows == 20


def test_days_as_a_spreadsheet_counts_them_between_dates_written_out():
    days = ["3-1-24", "45294", "2024-01-05", "6 jan 2024", "17-1-24", "45310"] * 3
    table = read_table(("Klantnr;Besteldatum\n" + "".join(f"{row};{day}\n" for row, day in enumerate(days))).encode(), "x.csv")
    assert table.frame["Besteldatum"].dt.day.tolist() == [3, 3, 5, 6, 17, 19] * 3
    assert read_table(b"Klantnr;Besteldatum\n" + b"".join(b"%d;%d-1-24\n" % (row, row) for row in range(1, 9)) + b"9;7\n", "x.csv").frame["Besteldatum"].isna().sum() == 1


@pytest.mark.parametrize(("total", "named"), [("Totaal {}", True), ("Totaal", False)])
def test_the_name_of_a_group_counts_for_all_its_rows_where_subtotals_prove_it(total, named):
    told = "Klant;Maand;Omzet\n"
    for who in ("Bakkerij Bos", "Hotel De Brink", "Fietsen Vos"):
        told += f"{who};jan 2024;100,50\n;feb 2024;201,00\n;mrt 2024;301,50\n{total.format(who)};;603,00\n"
    table = read_table((told + "Eindtotaal;;1809,00\n").encode(), "x.csv")
    assert table.rows == 9 and (table.text["Klant"] == "").sum() == (0 if named else 6)
    assert any(repair.code == "groups_named" and repair.count == 6 for repair in table.receipt.repairs) is named


WEATHER = [[f"2024-06-{day:02}", str(100 + day * 37 % 90), f"{day * 13 % 7}1.5", "zon" if day % 2 else "regen"] for day in range(1, 13)]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Bezoekers;Omzet;Weer", ["column 1", "Bezoekers", "Omzet", "Weer"]),
        ("Datum;Bezoekers;Omzet", ["Datum", "Bezoekers", "Omzet", "column 4"]),
        ("v1;v2;v3", ["column 1", "v1", "v2", "v3"]),
    ],
)
def test_one_name_too_few_is_missing_where_the_other_names_then_fit(header, names):
    table = read_table("\n".join([header, *map(";".join, WEATHER)]).encode(), "a.csv")
    assert list(table.text.columns) == names and table.text.to_numpy().tolist() == WEATHER
    assert table.receipt.count("first_nameless") == (names[0] == "column 1")


def test_a_first_column_that_repeats_or_a_last_one_that_is_empty_leaves_the_names_where_they_stand():
    again = [["zon", "1", "2", "x"], ["zon", "2", "3", "y"]] * 4
    table = read_table("\n".join(["v1;v2;v3", *map(";".join, again)]).encode(), "a.csv")
    assert list(table.text.columns) == ["v1", "v2", "v3", "column 4"]
    people = [f"k{at}@x.nl;Jan {at};{['Assen', 'Goes'][at % 2]};NL" for at in range(9)]
    assert read_table("\n".join(["E-mail;Naam;Plaats", *people]).encode(), "a.csv").text.columns[0] == "E-mail"
    orders = [f"{1000 + at};K{at % 3};{at},50;NL" for at in range(9)]
    assert read_table("\n".join(["Ordernr;Klant;Bedrag", *orders]).encode(), "a.csv").text.columns[0] == "Ordernr"
    trailing = read_table("\n".join(["v1;v2;v3", *(";".join([*row[:3], ""]) for row in WEATHER)]).encode(), "a.csv")
    assert list(trailing.text.columns) == ["v1", "v2", "v3"]


def test_a_surname_a_comma_and_a_first_name_are_one_cell():
    people = [[str(row), f"Bos, Jan {row}" if row % 5 else "onbekend", f"{row:02}-03-1990", "Heren 1", str(row * 3 % 40)] for row in range(1, 29)]
    told = "\n".join(["Nr,Naam,Geboren,Team,Rugnummer", *map(",".join, people)]).encode()
    table = read_table(told, "a.csv")
    assert list(table.text.columns) == ["Nr", "Naam", "Geboren", "Team", "Rugnummer"] and table.text.to_numpy().tolist() == people
    assert table.receipt.count("texts_joined") == 23
    assert read_table(told.replace(b", ", b","), "a.csv").receipt.count("texts_joined") == 0


def test_the_name_of_a_group_right_under_the_header_is_no_part_of_it():
    told = "Artikel;Omschrijving;Inkoop;Verkoop\nMagazijn: Hoorn;;;\n72315;Muurverf;25,50;42,50\n85913;Deurkruk;9,36;15,60\nMagazijn: Goes;;;\n45113;Kabelgoot;4,05;6,75\n"
    table = read_table(told.encode(), "a.csv")
    assert list(table.text.columns) == ["Artikel", "Omschrijving", "Inkoop", "Verkoop"] and table.rows == 3
    assert table.rejected[["line", "reason"]].to_numpy().tolist() == [[2, "heading"], [5, "heading"]]
    bare = read_table(told.replace("Hoorn;;;", "Hoorn").replace("Goes;;;", "Goes").encode(), "a.csv")
    assert bare.text.equals(table.text) and bare.rejected["reason"].tolist() == ["heading", "heading"]
    wrapped = read_table(told.replace("Magazijn: Hoorn", "op voorraad").replace("Magazijn: Goes;;;\n", "").encode(), "a.csv")
    assert wrapped.text.columns[0] == "Artikel op voorraad"


def test_remarks_with_separators_between_the_rows_are_no_rows_and_numbers_with_a_sign_are():
    told = "sensor;tijd;graden;vocht\nk1;2025-01-02 08:30;-14,1;81\n# deur open; alarm\nk2;2025-01-02 22:00;-9,1;76\nk1;2025-01-03 10:30;6,8;73\n"
    table = read_table(told.encode(), "a.csv")
    assert table.rows == 3 and table.rejected[["line", "reason"]].to_numpy().tolist() == [[3, "note"]]
    numbered = read_table(told.replace("k1", "#1").replace("k2", "#2").replace("# deur open", "#3").encode(), "a.csv")
    assert numbered.rows == 4 and not len(numbered.rejected)


def test_a_row_of_units_is_told_from_a_row_of_the_table():
    told = "Monster;Plaats;Diepte;Warmte;pH;Geleiding\n{}\nM1;Goes;20;17,8;7,0;842\nM2;Tiel;100;16,8;6,4;771\nM3;Oss;50;5,0;7,2;575\n"
    units = read_table(told.format(";;cm;°C;-;µS/cm").encode(), "a.csv")
    assert list(units.text.columns) == ["Monster", "Plaats", "Diepte cm", "Warmte °C", "pH -", "Geleiding µS/cm"] and units.rows == 3
    assert units.receipt.count("header_joined") == 2
    for row in ("M0;Goes;-;-;-;-", "m;l;-;-;-;-"):
        assert read_table(told.format(row).encode(), "a.csv").rows == 4


BARS = [["1", "Prijslijst a|b nakijken", "12,50", "ja"], ["2", "Foto's maken", "3,00", ""], ["3", 'Bord 12" ophangen', "4,00", "nee"]]
DRAWN = {
    "markdown": "# Actielijst\n\nAanwezig: Femke, Joris\n\n| Nr | Taak | Bedrag | Klaar? |\n|:---|---|---:|:-:|\n"
    + "".join("| " + " | ".join(row).replace("a|b", r"a\|b") + " |\n" for row in BARS) + "\n*Volgende keer: 26 mei, 10:00 uur.*\n",
    "a prompt": "mysql> SELECT * FROM t;\n+----+------+------+--------+\n| Nr | Taak | Bedrag | Klaar? |\n+----+------+------+--------+\n"
    + "".join("| " + " | ".join(row).replace("a|b", r"a\|b") + " |\n" for row in BARS) + "+----+------+------+--------+\n3 rows in set (0.00 sec)\n\nmysql> exit\nBye\n",
    "a box": "┌────┬──────┬──────┬──────┐\n│ Nr │ Taak │ Bedrag │ Klaar? │\n├────┼──────┼──────┼──────┤\n" + "".join("│ " + " │ ".join(row) + " │\n" for row in BARS)
    + "└────┴──────┴──────┴──────┘\n",
}  # fmt: skip


@pytest.mark.parametrize("case", DRAWN)
def test_a_table_drawn_with_bars_is_read_without_what_stands_around_it(case):
    table = read_table(DRAWN[case].encode(), "a.txt")
    assert list(table.text.columns) == ["Nr", "Taak", "Bedrag", "Klaar?"] and table.text.to_numpy().tolist() == BARS
    assert set(table.rejected["reason"]) <= {"note"} and table.receipt.count("table_drawn") == 4


def test_bars_that_are_not_drawn_as_a_table_stay_separators():
    told = 'a|b|c\n---|---|---\n1|"x|y"|3\n2|z|4\n'
    assert read_table(told.encode(), "a.csv").text.to_numpy().tolist() == [["1", "x|y", "3"], ["2", "z", "4"]]


LINED = [[str(at), f"Naam{' ' if at % 2 else '-'}van {at}", f"{at},50", f"{at * 40},25"] for at in range(1, 13)]


def test_columns_by_their_place_under_a_title_with_blanks_of_its_own():
    told = "Pakbon 2025-0388   Bouwbedrijf Roukema B.V.\n\n" + "".join(f"{a:6}{b:20}{c:>8}{d:>12}\n" for a, b, c, d in [["Nr", "Artikel", "Prijs", "Bedrag"], *LINED])
    table = read_table(told.encode(), "a.txt")
    assert list(table.text.columns) == ["Nr", "Artikel", "Prijs", "Bedrag"] and table.text.to_numpy().tolist() == LINED
    assert table.receipt.count("title_lines") == 1


def test_pages_with_a_header_and_dashes_on_each_are_one_table():
    head = "Openstaande posten per 31-12-2024      Blad: {}\nAdministratie: 003 Het Anker\n\n" + "Nr  Naam       Prijs   Bedrag\n--- -------- ------- --------\n"
    rows = [f"{a:4}{b:9}{c:>7}{d if at % 3 else '':>9}".rstrip() + "\n" for at, (a, b, c, d) in enumerate((a, b[:8], c, d) for a, b, c, d in LINED)]
    told = "".join(head.format(page + 1) + "".join(rows[4 * page : 4 * page + 4]) + f"\n             Pagina {page + 1} van 3\n\f\n" for page in range(3))
    table = read_table(told.encode(), "a.lst")
    assert list(table.text.columns) == ["Nr", "Naam", "Prijs", "Bedrag"] and table.text["Nr"].tolist() == [row[0] for row in LINED]
    assert table.text["Bedrag"].tolist() == [row[3] if at % 3 else "" for at, row in enumerate(LINED)]
    assert sorted(set(table.rejected["reason"])) == ["header_again", "note"] and table.rows_in == table.rows + len(table.rejected)


BOOK = ["Datum;Post;Inkomsten", *(f"{day:02}-03-2024;{'Kantine' if day % 2 else 'Zaalhuur'};{day * 7},50" for day in range(1, 15))]
BUDGET = ["Begroting;Rubriek;Bedrag", *(f"{what};R{at};{at}.200,00" for at, what in enumerate(("Contributie", "Subsidie", "Kantine", "Zaalhuur"), 1))]


@pytest.mark.parametrize("turned", [False, True])
def test_two_tables_beside_each_other_are_two_tables(turned):
    sides = [BOOK, [*BUDGET, *[";;"] * (len(BOOK) - len(BUDGET))]]
    told = "\n".join(";;".join(pair) for pair in zip(*(reversed(sides) if turned else sides), strict=True)).encode()
    table = read_table(told, "a.csv")
    assert [";".join(row) for row in [list(table.text.columns), *table.text.to_numpy().tolist()]] == BOOK and table.sheets == ("1", "2")
    other = read_table(told, "a.csv", sheet="2")
    assert [";".join(row) for row in [list(other.text.columns), *other.text.to_numpy().tolist()]] == BUDGET
    assert table.receipt.count("other_tables") == other.receipt.count("other_tables") == 1


def test_an_empty_column_between_sides_that_are_as_long_divides_nothing():
    told = "\n".join(f"{one};;{one}".replace(";;Datum;Post;Inkomsten", ";;Dag;Soort;Geld") for one in BOOK)
    table = read_table(told.encode(), "a.csv")
    assert len(table.text.columns) == 6 and not table.sheets and table.rows == 14


def test_a_name_too_few_is_told_of_a_large_file_too(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "BULK_BYTES", 0)
    told = "\n".join(["Bezoekers;Omzet;Weer", *(";".join([f"{row[0]} {turn:02}:00", *row[1:]]) for turn in range(20) for row in WEATHER)])
    table = read_table(told.encode(), "a.csv", spool=tmp_path / "spool")
    assert [*table.columns] == ["column 1", "Bezoekers", "Omzet", "Weer"] and table.rows == 240 and table.receipt.count("first_nameless") == 1
