"""Known exports: a file of each, written after its documentation (the source stands with the definition), is recognised and mapped."""

import csv
import random
import re
from pathlib import Path

import pandas as pd
import pytest

from segmentation.tables import read_table
from segmentation.tables.exports.banks import of_bank
from segmentation.tables.exports.known import Export, known, recognise
from segmentation.tables.meaning import understand
from segmentation.tables.rules import ROLES
from tests.tables.test_roles import described
from tests.tables.unseen import TABLES

FOLDER = Path(__file__).parent / "fixtures" / "exports"
FILES = sorted(FOLDER.glob("*.csv"))
NEEDS = {
    "purchases": ({"customer"}, {"date"}, {"amount", "price"}, {"order"}),
    "customers": ({"customer"},),
    "campaigns": ({"campaign"}, {"sent", "date"}, {"open"}, {"click"}, {"unsubscribe"}),
    "tickets": ({"ticket"}, {"opened"}, {"closed"}, {"subject"}, {"customer"}),
    "survey": ({"date"}, {"nps", "score"}, {"text", "reason"}),
    "ledger": ({"date"}, {"amount"}, {"ledger_account"}),
    "visits": ({"date"}, {"visit"}, {"customer"}),
    "statement": ({"date"}, {"amount"}, {"text"}),
}


def needed(export: Export) -> tuple[set[str], ...]:
    return NEEDS["statement" if of_bank(export.code) else export.kind]


def read(path: Path) -> pd.DataFrame:
    header = path.read_text(encoding="utf-8").split("\n", 1)[0]
    separator = next((sign for sign in "\t;" if sign in header), ",")
    return pd.read_csv(path, sep=separator, dtype="str", keep_default_na=False).astype("str")


def test_there_is_a_file_of_every_export():
    codes = {export.code for export in known() if not export.code.startswith("xaf_")}
    assert codes == {recognise(read(path).columns).code for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_export_is_recognised_and_mapped(path):
    table = read(path)
    meaning = understand(table, path.name)
    assert meaning.export is not None and path.stem.startswith(meaning.export)
    export = next(export for export in known() if export.code == meaning.export)
    assert meaning.kind == export.kind
    assert export.mapping(table.columns).items() <= meaning.roles.items()
    for any_of in needed(export):
        assert any_of & set(meaning.roles), (any_of, meaning.roles)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_export_is_recognised_in_another_order_and_with_columns_of_other_versions(path):
    headers = list(read(path).columns)
    code = recognise(headers).code
    if code != "google_forms":  # there the first column is what tells
        assert recognise(reversed(headers)).code == code
    assert recognise([*headers, "Something new", "Nog iets"]).code == code


def test_exports_are_recognised_with_a_third_of_their_columns_left_out():
    tried, missed = 0, []
    for path in FILES:
        table, dice = read(path), random.Random(path.stem)
        export = recognise(table.columns)
        told = export.mapping(table.columns)
        kept = {told[role] for any_of in needed(export) for role in any_of if role in told} | ({table.columns[0]} if export.needs == 1 else set())
        others = [header for header in table.columns if header not in kept]
        for _turn in range(10):
            gone = set(dice.sample(others, len(others) // 3))
            found = recognise([header for header in table.columns if header not in gone])
            tried += 1
            missed += [] if found and found.code == export.code else [(export.code, gone)]
    assert len(missed) <= 0.01 * tried, missed


@pytest.mark.parametrize("path", FILES[::3], ids=lambda path: path.stem)
def test_export_saved_again_by_a_spreadsheet_is_recognised_and_mapped(path):
    table, dice = read(path), random.Random(path.stem)
    headers = list(table.columns) if path.stem.startswith("google") else dice.sample(list(table.columns), len(table.columns))
    again = table[headers].map(_as_a_dutch_spreadsheet_writes).assign(**{"Eigen notitie": "bellen"})
    again.columns = pd.Index([f" {header.upper()} " for header in again.columns])
    read_again = read_table(again.to_csv(index=False, sep=";", quoting=csv.QUOTE_ALL).encode("utf-8-sig"), "x.csv")
    export = recognise(table.columns)
    assert read_again.export == export.code and read_again.kind == export.kind
    assert export.mapping(read_again.columns).items() <= read_again.roles.items()


def _as_a_dutch_spreadsheet_writes(cell):
    if day := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d).*)?", cell):
        return f"{int(day[3])}-{int(day[2])}-{day[1]} {day[4] or ''}".strip()
    return cell.replace(".", ",") if re.fullmatch(r"-?\d+\.\d+", cell) else cell


def test_hardly_any_other_table_is_taken_for_an_export():
    others = [*described(TABLES), *described((FOLDER.parent / "odd_trades.txt").read_text())]
    found = {title: export.code for _kind, title, _right, table in others if (export := recognise(table.columns))}
    asked = {title for title, code in found.items() if code == "google_forms"}
    like = {"English support", "webshop english minimal", "hubspot-ish dutch", "bank statement", "amazon like"}  # these have the headers of one
    assert len(others) > 180 and len(set(found) - like - asked) <= 1, found


def test_every_definition_is_sound():
    for export in known():
        assert export.source and 1 <= export.needs <= len(export.marks), export.code
        assert {role for role, _names in export.roles} <= set(ROLES), export.code


def test_order_totals_of_shopify_are_no_amount():
    meaning = understand(read(FOLDER / "shopify_orders.csv"), "orders.csv")
    assert "amount" not in meaning.roles
    assert meaning.roles["price"] == "Lineitem price" and meaning.roles["quantity"] == "Lineitem quantity"
    assert meaning.columns["Total"].reason == "order_total_once"


def test_order_totals_that_repeat_on_each_line_are_no_amount():
    meaning = understand(read(FOLDER / "woocommerce_order_lines.csv"), "orders.csv")
    assert meaning.roles["amount"] == "Order Line (w/o tax)"
    assert meaning.columns["Order Total Amount"].reason == "order_total_repeats"


def test_an_unknown_export_with_repeating_totals_has_no_amount():
    rows = [("1", "9,00", "2,00"), ("1", "9,00", "7,00"), ("2", "8,00", "3,00"), ("2", "8,00", "5,00"), ("3", "4,00", "4,00")]
    table = pd.DataFrame(rows, columns=["Ordernr", "Totaal", "Prijs"], dtype="str").assign(Aantal="1", Besteldatum="13-01-2024")
    meaning = understand(table, "x.csv")
    assert "amount" not in meaning.roles and meaning.columns["Totaal"].reason == "order_total_repeats"


def test_an_ordinary_table_is_no_export():
    assert (
        recognise(["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID", "Country"]) is None
    )
    assert recognise(["timestamp", "user", "page"]) is None
    assert recognise([]) is None


def test_ordinary_words_of_bookkeeping_make_no_export():
    invoices = ["Factuurnummer", "Factuurdatum", "Vervaldatum", "Klant", "Klantnummer", "Referentie", "Status", "Totaal excl. btw", "Btw", "Totaal incl. btw", "Openstaand"]
    assert recognise(invoices) is None
    order = ["Factuurnummer", "Factuurdatum", "Relatiecode", "Bedrijf", "Productcode", "Omschrijving", "Aantal", "Prijs per eenheid", "BTW-code", "Bedrag excl."]
    assert recognise([*order, "Bedrag BTW", "Bedrag incl.", "Tegenrekening"]) is None
    hours = ["Factuurnummer", "Factuurdatum", "Vervaldatum", "Relatienummer", "Organisatie", "Projectnummer", "Onderwerp", "Bedrag excl. BTW", "BTW"]
    assert recognise([*hours, "Bedrag incl. BTW", "Openstaand", "Status"]) is None


def test_the_total_of_an_order_is_not_the_amount_of_its_items():
    lines = understand(read(FOLDER / "woocommerce_items.csv"), "orders.csv")
    assert lines.export == "woocommerce_items" and lines.roles["amount"] == "item_total"
    assert lines.columns["order_total"].reason == "order_total_repeats"


def test_the_three_header_lines_of_qualtrics_are_one():
    lines = (FOLDER / "qualtrics.csv").read_text().split("\n")
    labels = "Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,"
    labels += "Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,Hoe waarschijnlijk beveelt u ons aan?,Waarom?"
    imports = ",".join(f'"{{""ImportId"":""{number}""}}"' for number in range(19))
    first = lines[0].rsplit(",", 2)[0] + ",Q1,Q2"
    answers = read_table("\n".join([first, labels, imports, *8 * lines[1:4]]).encode(), "answers.csv")
    assert answers.export == "qualtrics" and answers.kind == "survey" and answers.rows == 24
    assert answers.roles["email"] == answers.roles["customer"] == "RecipientEmail Recipient Email"
    assert answers.roles["nps"] == "Q1 Hoe waarschijnlijk beveelt u ons aan?"
    few = read_table("\n".join([first, labels, imports, lines[1]]).encode(), "answers.csv")
    assert few.export == "qualtrics" and few.rows == 1


def test_exports_that_begin_with_lines_of_their_own_are_recognised():
    above = f"Versienr;Verzendadres{11 * ';'}Factuuradres{11 * ';'}Bestelling{10 * ';'}Contact;;Klantinformatie\nv.1.0{35 * ';'}\n"
    orders = read_table((above + (FOLDER / "bol_orders.csv").read_text(encoding="utf-8")).encode("cp1252"), "orders.csv")
    assert orders.export == "bol_orders" and orders.roles["customer"] == "emailadres"
    above = "Facturen\nVoorbeeldwinkel\n\nVan 01-01-2024 tot en met 31-12-2024\n\n\n"
    invoices = read_table((above + (FOLDER / "eboekhouden_invoice_list.csv").read_text()).encode(), "facturen.csv")
    assert invoices.export == "eboekhouden_invoice_list"
    assert invoices.roles["amount"] == "Bedrag (Excl)" and invoices.roles["customer"] == "Relatie"


def test_headers_of_which_only_these_were_seen_are_recognised():
    german = ["Deal - Titel", "Deal - Organisation", "Deal - Wert", "Deal - Status", "Deal - Verlustgrund", "Deal - Besitzer", "Deal - Deal erstellt"]
    assert recognise(german).code == "pipedrive_deals"
    service_desk = ["Ticket Id", "Subject", "Status", "Requester Name", "Requester Email", "Created Time", "Resolved Time", "Closed Time", "Last Updated Time"]
    times = ["Initial Response Time", "Time Tracked", "First Response Time (in Hrs)", "Resolution Time (in Hrs)", "Survey Result"]
    assert recognise([*service_desk, *times]).code == "freshdesk_tickets"


def test_in_the_english_ledger_of_twinfield_a_name_is_that_of_a_journal_or_an_account():
    header = "Period;Transaction type;Name;Trans. no.;Status;General ledger;Name;Currency;Value;Euro;dollar;Description"
    ledger = read_table(f"{header}\n2024/01;VRK;Sales invoices;202400011;Final;8020;Services;EUR;-190.00;-190.00;-205.20;Advice".encode(), "x.csv")
    assert ledger.export == "twinfield_ledger" and ledger.kind == "ledger"
    assert ledger.roles["category"] == "Name (2)" and not {"customer", "name"} & set(ledger.roles)
    assert ledger.roles["amount"] == "Euro" and ledger.roles["ledger_account"] == "General ledger"
