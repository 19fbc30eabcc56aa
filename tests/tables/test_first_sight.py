"""What a table says that no header says: who buys under which number, when, what it brings in, and what has no role whatever it is called."""

import pandas as pd
import pytest

from segmentation import read_table
from segmentation.tables.evidence import TESTS
from segmentation.tables.exports.known import known, parsed
from segmentation.tables.meaning import understand
from segmentation.tables.vocabulary import ideas

ROWS = range(40)
NAMES = ["Eetcafe De Hoek", "Bakkerij Bos", "Zorggroep Noord", "Stichting Groen", "Tech4U BV", "Van Dam Bouw B.V.", "Hoekstra VOF"]
DAYS = [f"{1 + row % 28:02}-{1 + row % 12:02}-2024" for row in ROWS]
SUMS = [f"{10 + 7 * row % 90},{row % 10}5" for row in ROWS]


def table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame({name.replace("_", " "): cells for name, cells in columns.items()}, dtype="str")


def test_customers_in_words_beside_a_number_of_each_are_known_by_the_number():
    cells = table(Ontvangstbewijs=[str(700 + row) for row in ROWS], Datum=DAYS, Ontdoener=[NAMES[row % 7] for row in ROWS], Stamcode=[f"R{100 + row % 7}" for row in ROWS], Bedrag=SUMS)
    roles = understand(cells, "afval").roles
    assert (roles["customer"], roles["name"]) == ("Stamcode", "Ontdoener")


def test_a_number_that_returns_with_other_people_is_nobodys():
    cells = table(Datum=DAYS, Ontdoener=[NAMES[row % 7] for row in ROWS], Stamcode=[f"R{100 + row % 6}" for row in ROWS], Bedrag=SUMS)
    assert understand(cells, "afval").roles["customer"] == "Ontdoener"


def test_a_price_without_pieces_is_what_the_line_brings_in_and_one_with_pieces_is_not():
    cells = {"Datum": DAYS, "Klantnr": [str(100 + row % 9) for row in ROWS], "Behandeling": [["Knippen", "Verven", "Föhnen"][row % 3] for row in ROWS], "Prijs": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "kapper").roles["amount"] == "Prijs"
    cells["Aantal"] = [str(1 + row % 3) for row in ROWS]
    assert understand(pd.DataFrame(cells, dtype="str"), "kapper").roles["price"] == "Prijs"


def test_the_day_of_payment_is_the_day_where_there_is_no_other():
    cells = {"Klantnr": [str(100 + row % 9) for row in ROWS], "Factuurnr": [str(5000 + row) for row in ROWS], "Betaald op": DAYS, "Bedrag": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["date"] == "Betaald op"
    cells["Factuurdatum"] = DAYS
    roles = understand(pd.DataFrame(cells, dtype="str"), "x").roles
    assert (roles["date"], roles["paid_date"]) == ("Factuurdatum", "Betaald op")


def test_appointments_without_money_are_visits_and_with_money_purchases():
    cells = {"Afspraaknr": [str(900 + row) for row in ROWS], "Datum": DAYS, "Patiëntnr": [str(100 + row % 9) for row in ROWS], "Behandelaar": ["JB"] * 40}
    meaning = understand(pd.DataFrame(cells, dtype="str"), "agenda")
    assert meaning.kind == "visits" and meaning.roles["visit"] == "Afspraaknr"
    assert understand(pd.DataFrame(cells | {"Bedrag": SUMS}, dtype="str"), "agenda").kind == "purchases"


def test_invoices_with_the_account_they_were_booked_on_are_purchases_still():
    cells = {"Factuurdatum": DAYS, "Klantnr": [str(100 + row % 9) for row in ROWS], "Factuurnr": [str(5000 + row) for row in ROWS], "Grootboekrekening": ["8000"] * 40, "Bedrag excl. btw": SUMS, "BTW": SUMS}
    meaning = understand(pd.DataFrame(cells, dtype="str"), "x")
    assert meaning.kind == "purchases" and meaning.roles["customer"] == "Klantnr"
    cells["Grootboekrekening"] = [["1300", "8000", "1500"][row % 3] for row in ROWS]  # the same invoices, told line by line of the journal
    assert understand(pd.DataFrame(cells, dtype="str"), "x").kind == "ledger"


def test_a_card_with_what_is_left_on_it_is_no_statement_of_a_bank_and_one_with_accounts_is():
    cells = {"Datum": DAYS, "Klantnr": [str(100 + row % 9) for row in ROWS], "Bedrag": SUMS, "Saldo": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").kind == "purchases"
    cells = {"Boekdatum": DAYS, "Tegenrekening": ["NL91ABNA0417164300", "NL69INGB0123456789"] * 20, "Bedrag": SUMS, "Saldo": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").kind == "ledger"


def test_a_measure_is_nobodys_number_and_merges_nobody():
    cells = table(Datum=DAYS, Veehouder=[f"Mts {NAMES[row % 7]}" for row in ROWS], Koeien=[str([50, 120, 80, 95, 300, 41, 77][row % 7]) for row in ROWS], Bedrag=SUMS)
    assert understand(cells, "x").roles["customer"] == "Veehouder"


def test_an_invoice_that_is_not_paid_counts_all_the_same():
    cells = {"Factuurnr": [str(5000 + row) for row in ROWS], "Klantnr": [str(100 + row % 9) for row in ROWS], "Betaald op": [day if row % 3 else "" for row, day in enumerate(DAYS)], "Bedrag": SUMS}
    assert "date" not in understand(pd.DataFrame(cells, dtype="str"), "x").roles


@pytest.mark.parametrize(
    ("beside", "customer"),
    [({"Dealer nr": ["12", "13", "14"]}, "Klantnr"), ({"Klantreferentie": [f"R{at}" for at in range(9)]}, "Klantnr"), ({"Passant": ["A. Smit", "B. Bos", "C. Vos"]}, "Klantnr")],
)
def test_a_word_that_may_mean_somebody_gives_way_to_one_that_means_the_customer(beside, customer):
    cells = {"Datum": DAYS, **{name: [values[row % len(values)] for row in ROWS] for name, values in beside.items()}, "Klantnr": [str(100 + row % 9) for row in ROWS], "Bedrag": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["customer"] == customer


def test_the_only_way_to_know_who_bought_is_kept_however_few_there_are():
    cells = {"Datum": DAYS, "E-mail": [f"a{row % 3}@x.nl" for row in ROWS], "Artikel": ["Mok"] * 40, "Bedrag": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["customer"] == "E-mail"


def test_days_as_keys_are_days():
    cells = {"DateKey": [f"2024{1 + row % 12:02}{1 + row % 28:02}" for row in ROWS], "CustomerKey": [str(100 + row % 9) for row in ROWS], "SalesAmount": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["date"] == "DateKey"


def test_what_was_paid_for_things_is_turnover_and_no_cost_where_nothing_else_is():
    cells = {"Date": DAYS, "Customer ID": [str(100 + row % 9) for row in ROWS], "Item": ["Mug"] * 40, "Purchase price": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["amount"] == "Purchase price"


def test_the_number_of_a_receipt_is_that_of_the_ticket_where_nothing_else_is():
    cells = {"Bonnummer": [str(900 + row) for row in ROWS], "Gemeld op": DAYS, "Afgehandeld op": DAYS, "Klacht": [["Kraan lekt", "Geen warm water", "Lamp kapot"][row % 3] for row in ROWS], "Huurder": [str(row % 9) for row in ROWS]}
    meaning = understand(pd.DataFrame(cells, dtype="str"), "x")
    assert meaning.kind == "tickets" and meaning.roles["ticket"] == "Bonnummer" and "order" not in meaning.roles


@pytest.mark.parametrize(
    ("header", "cells", "role"),
    [
        ("Taal", ["nl", "fr", "de"], None),
        ("Land", ["NL", "FR", "DE"], "country"),
        ("Leeftijdscategorie", ["JO19", "JO17", "MO15"], None),
        ("Leeftijdscategorie", ["18-25", "26-35", "36-45"], "age"),
        ("Betaald", ["ja", "nee", "ja"], None),
        ("Betaald", ["pin", "contant", "ideal"], "payment"),
    ],
)
def test_cells_decide_what_a_header_alone_would_promise(header, cells, role):
    told = {"Klantnr": [str(100 + row) for row in ROWS], "Naam": [NAMES[row % 7] for row in ROWS], header: [cells[row % 3] for row in ROWS]}
    assert understand(pd.DataFrame(told, dtype="str"), "x").columns[header].role == role


def test_last_names_alone_are_names_and_what_is_sold_is_none():
    cells = {"Datum": DAYS, "Naam": [["van den Berg", "Jansen", "Bakker", "de Boer"][row % 4] for row in ROWS], "Bedrag": SUMS, "E-mail": [f"a{row}@x.nl" for row in ROWS]}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["name"] == "Naam"
    cells["Naam"] = [["Boeket klein", "Rouwkrans", "Vaas"][row % 3] for row in ROWS]
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["product_name"] == "Naam"


def test_orders_called_by_a_sign_and_a_number_are_orders():
    cells = {"Name": [f"#{1030 + row}" for row in ROWS], "Email": [f"a{row % 9}@x.nl" for row in ROWS], "Created at": DAYS, "Total": SUMS}
    assert understand(pd.DataFrame(cells, dtype="str"), "x").roles["order"] == "Name"


def test_a_belgian_national_number_is_refused_as_a_dutch_one_is():
    numbers = ["85073003328", "93051822361", "00012511119"]
    assert all(TESTS["bsn"](number) for number in numbers) and not TESTS["bsn"]("85073003327")
    cells = {"Klantnr": [str(100 + row) for row in ROWS], "Rijksregisternummer": [numbers[row % 3] for row in ROWS]}
    meaning = understand(pd.DataFrame(cells, dtype="str"), "x")
    assert meaning.refused == ("Rijksregisternummer",)
    text = "Klantnr;Naam;Rijksregisternummer\n" + "".join(f"K{row};Piet Bos;{numbers[row % 3]}\n" for row in range(18)) + "K99;Piet Bos;85.07.30-033.28;extra;meer;nog\n"
    assert "033.28" not in read_table(text.encode(), "x.csv").rejected["text"][0]


def test_an_export_can_say_that_a_column_never_has_a_role():
    told = parsed("[till] purchases 2\nmarks = Zzq ; Qzz\norder = Zzq\nnone = Device Name ; Location\n")[0]
    assert told.none == frozenset({"devicename", "location"})
    for export in known():
        roles = {name for _role, names in export.roles for name in names}
        assert not {"".join(sign for sign in name.lower() if sign.isalnum()) for name in roles} & export.none, export.code


def test_columns_that_an_export_names_as_nothing_stay_so():
    cells = {"Title": ["Mei"] * 40, "Subject": ["Hallo"] * 40, "List": ["Leden"] * 40, "Send Date": DAYS, "Total Recipients": ["900"] * 40, "Successful Deliveries": ["880"] * 40, "Unique Opens": ["300"] * 40, "Unique Clicks": ["40"] * 40, "Abuse Complaints": ["0"] * 40, "Times Forwarded": ["0"] * 40}
    meaning = understand(pd.DataFrame(cells, dtype="str"), "x")
    assert meaning.export == "mailchimp_campaigns" and meaning.columns["List"].role is None and meaning.roles["sent"] == "Total Recipients"


@pytest.mark.parametrize(
    ("header", "told"),
    [("HOUTSRT", ("?", "CATEGORY")), ("FAKTNR", ("ORDER", "ID")), ("Rekening tegenpartij", ("IBAN", "CUSTOMER")), ("opgepakt door", ("?", "?")), ("Membership #", ("CUSTOMER", "ID")), ("Inlijstbon", ("?", "ORDER"))],
)
def test_headers_of_old_programs_and_of_trades(header, told):
    assert ideas(header) == told
