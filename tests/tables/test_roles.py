"""What columns mean: on many tables at once, and the accidents one by one."""

import re
from pathlib import Path

import pandas as pd
import pytest

from segmentation.tables.lexicon import WORDS
from segmentation.tables.meaning import understand
from segmentation.tables.rules import RULES
from segmentation.tables.vocabulary import ideas
from tests.tables.made import made
from tests.tables.unseen import TABLES


def described(text):
    """(kind, title, header → right roles, cells) of each table in the collection."""
    for block in re.split(r"(?m)^# ", text.strip())[1:]:
        lines = block.strip().splitlines()
        kind, _sign, title = lines[0].partition(": ")
        columns = [line.split(" > ", 2) for line in lines[1:] if line.strip()]
        cells = {
            header.strip(): pd.Series([cell.strip() for cell in values.split("|")], dtype="str")
            for header, _roles, values in columns
        }
        yield (
            kind,
            title,
            {header.strip(): set(roles.strip().split("/")) for header, roles, _values in columns},
            pd.DataFrame(cells).fillna("").astype("str"),
        )


ALL = list(described(TABLES))


def test_the_measure_is_wide_enough():
    assert len(ALL) >= 60 and sum(len(right) for _kind, _title, right, _table in ALL) >= 500


@pytest.mark.parametrize(("kind", "title", "right", "table"), ALL, ids=[title for _kind, title, _right, _table in ALL])
def test_kind(kind, title, right, table):
    assert understand(table, title).kind == kind


def judged(tables):
    """The columns whose role is not the right one, how many columns there are, and of each table whether its kind was found."""
    wrong, columns, kinds = [], 0, []
    for kind, title, right, table in tables:
        meaning = understand(table, title)
        kinds.append(meaning.kind in kind)
        columns += len(right)
        for header, wanted in right.items():
            found = {role for role, column in meaning.roles.items() if column == header} or {"."}
            if not found & wanted:
                wrong.append((title, header, found))
    return wrong, columns, kinds


def test_at_least_ninety_five_of_a_hundred_columns_are_right():
    wrong, columns, _kinds = judged(ALL)
    assert len(wrong) <= 0.05 * columns, wrong


def test_tables_with_many_rows_are_understood():
    wrong, columns, kinds = judged(made((Path(__file__).parent / "fixtures" / "made_tables.txt").read_text()))
    assert columns > 1500 and len(wrong) <= 0.025 * columns, wrong
    assert sum(kinds) >= 0.97 * len(kinds)


def test_tables_of_odd_trades_are_understood():
    wrong, columns, kinds = judged(described((Path(__file__).parent / "fixtures" / "odd_trades.txt").read_text()))
    assert columns > 550 and len(wrong) <= 0.045 * columns, wrong
    assert len(kinds) == 40 and sum(kinds) >= 38


def test_tables_of_fresh_trades_are_understood():
    wrong, columns, kinds = judged(made((Path(__file__).parent / "fixtures" / "fresh_trades.txt").read_text(), 24))
    assert columns > 850 and len(wrong) <= 0.035 * columns, wrong
    assert sum(kinds) >= 0.97 * len(kinds)


def test_tables_of_strangers_are_understood():
    wrong, columns, kinds = judged(made((Path(__file__).parent / "fixtures" / "strangers.txt").read_text()))
    assert columns > 6250 and len(wrong) <= 0.026 * columns, wrong
    assert len(kinds) == 464 and sum(kinds) >= 453


def test_tables_of_more_strangers_are_understood():
    wrong, columns, kinds = judged(made((Path(__file__).parent / "fixtures" / "more_strangers.txt").read_text()))
    assert columns > 6400 and len(wrong) <= 0.03 * columns, wrong
    assert len(kinds) == 460 and sum(kinds) >= 443


def test_headers_that_somebody_really_wrote_are_understood():
    """Header rows found in public programs (exports, imports, lists on a screen), with cells made up for them."""
    wrong, columns, kinds = judged(made((Path(__file__).parent / "fixtures" / "real_headers.txt").read_text(), 24))
    assert columns > 640 and len(wrong) <= 0.04 * columns, wrong
    assert len(kinds) == 48 and sum(kinds) >= 44


def test_a_list_of_what_each_customer_bought_in_all_is_no_list_of_purchases():
    lists = [("klant", "bestellingen", "bezoeken", "omzet"), ("customer_id", "orders", "visits", "revenue"), ("Customer", "Orders per customer", "Visits", "Revenue per customer")]
    for who, *what in lists:
        table = pd.DataFrame({who: [f"K{row}" for row in range(20)]} | {name: [str(row * 7 % 13 + 1) for row in range(20)] for name in what}, dtype="str")
        meaning = understand(table, "x")
        assert meaning.kind == "customers" and meaning.roles == {"customer": who, "amount": what[-1]}, meaning.roles


def test_turnover_of_people_is_with_us_and_that_of_firms_is_their_own_unless_known_to_the_cent():
    for sector, sums, role in (("", "{}", "amount"), ("Bouw", "{}00000", "firm_turnover"), ("Bouw", "{}12,34", "amount")):
        cells = {"Klantnr": [f"K{row}" for row in range(20)], "Omzet": [sums.format(row + 1) for row in range(20)]}
        table = pd.DataFrame(cells | ({"Branche": [sector] * 20} if sector else {"Leeftijd": [str(row + 20) for row in range(20)]}), dtype="str")
        assert understand(table, "x").roles.get(role) == "Omzet"


def test_order_of_rows_and_columns_changes_nothing():
    for _kind, title, _right, table in ALL[:12]:
        swapped = table.iloc[::-1, ::-1]
        assert understand(swapped, title).roles.items() == understand(table, title).roles.items()


def test_online_retail():
    table = pd.DataFrame(
        {
            "Invoice": ["489434", "489434", "C489449"], "StockCode": ["85048", "79323P", "22087"], "Description": ["15CM CHRISTMAS GLASS BALL", "PINK CHERRY LIGHTS", "PAPER BUNTING"],
            "Quantity": ["12", "12", "-12"], "InvoiceDate": ["2009-12-01 07:45:00", "2009-12-01 07:45:00", "2009-12-01 10:33:00"], "Price": ["6.95", "6.75", "2.95"],
            "Customer ID": ["13085.0", "13085.0", ""], "Country": ["United Kingdom", "United Kingdom", "Australia"],
        },
        dtype="str",
    )  # fmt: skip
    meaning = understand(table, "online_retail.csv")
    assert meaning.kind == "purchases" and meaning.export is None
    assert meaning.roles == {
        "order": "Invoice", "product": "StockCode", "product_name": "Description", "quantity": "Quantity", "date": "InvoiceDate", "price": "Price",
        "customer": "Customer ID", "country": "Country",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Klantnummer", ("CUSTOMER", "ID")), ("customer_id", ("CUSTOMER", "ID")), ("KlantNr.", ("CUSTOMER", "ID")), ("VerkoopFactuurNr", ("SALE", "ORDER", "ID")),
        ("E-mail adres", ("EMAIL", "ADDRESS")), ("Geb.datum", ("BIRTH", "DATE")), ("Totaal excl. BTW", ("AMOUNT", "EXCL", "TAX")), ("Cliëntnaam", ("CUSTOMER", "NAME")),
        ("Huurdatum", ("?", "DATE")), ("Prijs p/st", ("PRICE", "PER", "UNIT")),
    ],
)  # fmt: skip
def test_ideas_in_a_header(header, expected):
    assert ideas(header) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("klantnumer", ("CUSTOMER", "ID")), ("Artkelnummer", ("PRODUCT", "ID")), ("Facutur", ("ORDER",)), ("Omschrijvng", ("TITLE",)), ("Lading", ("?",)),
        ("Tot. excl.", ("AMOUNT", "EXCL")), ("Geldig tot", ("END", "END")), ("Verv.datum", ("DUE",)), ("# medewerkers", ("QUANTITY", "EMPLOYEES")),
        ("Order #", ("ORDER", "ID")), ("Omzet 2023", ("REVENUE", "PERIOD")), ("Bounce rate", ("BOUNCE", "RATE")), ("BTW 21%", ("TAX",)), ("Uit", ("CREDIT",)),
    ],
)  # fmt: skip
def test_ideas_in_abbreviations_and_slips(header, expected):
    assert ideas(header) == expected


def test_sums_say_what_headers_do_not():
    lines = [(1, 250), (2, 395), (1, 120), (3, 250), (5, 99), (2, 120), (1, 395), (4, 99)] * 2
    table = pd.DataFrame(
        {
            "Bestelnr": [str(700 + row) for row in range(16)], "Datum": ["13-01-2024"] * 16, "Klantnr": [f"K{row % 5}" for row in range(16)],
            "Besteld": [str(many) for many, _each in lines], "p": [f"{each / 100:.2f}" for _many, each in lines], "t": [f"{many * each / 100:.2f}" for many, each in lines],
        },
        dtype="str",
    )  # fmt: skip
    roles = understand(table, "x").roles
    assert (roles["quantity"], roles["price"], roles["amount"]) == ("Besteld", "p", "t")


def bought(**more):
    """Sixteen lines of orders, with these columns besides."""
    days = [f"{day + 1:02d}-01-2024" for day in range(16)]
    return pd.DataFrame({"Klantnr": [f"K{row % 5}" for row in range(16)], "Datum": days, **more}, dtype="str")


def money(*values):
    return [f"{value:.2f}".replace(".", ",") for value in values]


def test_the_amount_is_what_stands_without_tax_whatever_the_two_are_called():
    sums = [10 + 7.5 * row for row in range(16)]
    table = bought(Totaal=money(*(1.21 * each for each in sums)), Waarvan_btw=money(*(0.21 * each for each in sums)), Tussentelling=money(*sums))
    assert understand(table, "x").roles["amount"] == "Tussentelling"


def test_a_price_and_its_tax_make_no_amount():
    sums = [10 + 7.5 * row for row in range(16)]
    lines = {"Aantal": [str(row % 3 + 1) for row in range(16)], "Prijs excl": money(*sums), "Btw": money(*(0.21 * each for each in sums)), "Prijs incl": money(*(1.21 * each for each in sums))}
    roles = understand(bought(**lines, Regeltotaal=money(*(each * (row % 3 + 1) for row, each in enumerate(sums)))), "x").roles
    assert (roles["price"], roles["amount"]) == ("Prijs excl", "Regeltotaal")


def test_of_what_a_platform_pays_out_the_amount_is_what_was_sold():
    sums = [10 + 7.5 * row for row in range(16)]
    table = bought(Bruto=money(*sums), Kosten=money(*(-0.03 * each for each in sums)), Netto=money(*(each - round(0.03 * each, 2) for each in sums)))
    roles = understand(table, "x").roles
    assert roles["amount"] == "Bruto" and "cost" not in roles


def test_a_code_that_goes_with_one_product_each_is_the_products():
    goods = [("W11", "Rioja"), ("W12", "Merlot"), ("W13", "Merlot"), ("W14", "Cava"), ("W15", "Syrah")]
    rows = [goods[row * 7 % 5] for row in range(16)]
    lines = {"Kenmerk": [f"Z{row}" for row in range(16)], "Cuvee": [code for code, _name in rows], "Artikel": [name for _code, name in rows], "Bedrag": money(*range(1, 17))}
    assert understand(bought(**lines), "x").roles["product"] == "Cuvee"
    coarse = lines | {"Cuvee": [code[:2] + str(int(code[2]) // 3) for code, _name in rows]}
    assert "product" not in understand(bought(**coarse), "x").roles  # a group of products is no product


def test_the_number_of_an_order_goes_before_that_of_its_payment():
    table = bought(**{"Transaction ID": [f"90{row}" for row in range(16)], "Order ID": [f"A{row // 2}" for row in range(16)], "Amount": money(*range(1, 17))})
    assert understand(table, "x").roles["order"] == "Order ID"
    assert understand(table.drop(columns="Order ID"), "x").roles["order"] == "Transaction ID"


def test_answers_in_the_words_of_one_scale_are_a_survey_whatever_words_stand_above_them():
    said = ["heel belangrijk", "belangrijk", "niet belangrijk", "belangrijk"] * 3
    table = pd.DataFrame({"Leeftijd": ["18-24", "25-34"] * 6, "pagina_en_scherm": said, "apparaat": said[1:] + said[:1], "status_tickets": said[2:] + said[:2]}, dtype="str")
    meaning = understand(table, "x")
    assert meaning.kind == "survey" and meaning.roles == {"age": "Leeftijd"}


def test_the_total_of_an_order_on_each_of_its_lines_is_not_the_amount_when_another_differs_from_line_to_line():
    lines = bought(Ordernr=[str(700 + row // 2) for row in range(16)], Ordertotaal=money(*(20 + 10 * (row // 2) for row in range(16))), Waarde=money(*(8 + 3 * row for row in range(16))))
    meaning = understand(lines, "x")
    assert meaning.roles["amount"] == "Waarde" and meaning.columns["Ordertotaal"].reason == "order_total_repeats"
    once = lines.assign(Ordertotaal=["" if row % 2 else total for row, total in enumerate(lines.Ordertotaal)]).astype("str")
    assert understand(once, "x").columns["Ordertotaal"].reason == "order_total_once"
    assert understand(lines.iloc[::2].reset_index(drop=True), "x").roles["amount"] == "Ordertotaal"  # one line each: the total says it best


def test_what_the_user_said_of_a_total_keeps_its_reason():
    lines = bought(Ordernr=[str(700 + row // 2) for row in range(16)], Ordertotaal=money(*(20 + 10 * (row // 2) for row in range(16))), Waarde=money(*(8 + 3 * row for row in range(16))))
    meaning = understand(lines, "x", roles={"amount": "Ordertotaal"})
    assert meaning.roles["amount"] == "Ordertotaal" and meaning.columns["Ordertotaal"].reason == "user"


def test_a_thing_beside_its_number_is_what_was_sold():
    things = bought(Kostuum=["Markies", "Piraat", "Heks", "Clown"] * 4, **{"Kostuum nr": ["K1", "K2", "K3", "K4"] * 4, "Bedrag": money(*range(1, 17))})
    roles = understand(things, "x").roles
    assert (roles["product"], roles["product_name"]) == ("Kostuum nr", "Kostuum")


def test_schools_and_brackets_of_age_speak_for_themselves():
    table = pd.DataFrame({"Klantnr": list("123456"), "niveau": ["havo", "vwo", "hbo", "mbo 4", "wo", "havo/vwo"], "groep_a": ["18-24", "25 t/m 34", "65+", "25-34", "35-44", "jonger dan 18"]}, dtype="str")
    roles = understand(table, "x").roles
    assert (roles.get("education"), roles.get("age")) == ("niveau", "groep_a")


def test_what_is_numbered_second_has_no_role_of_its_own():
    table = pd.DataFrame(
        {
            "Klantnr": ["1", "2"],
            "Naam 1": ["Jan Bos", "Els Vos"],
            "Naam 2": ["Piet Bos", "Kees Vos"],
            "Plaats": ["Assen", "Emmen"],
        },
        dtype="str",
    )
    assert understand(table, "x").roles == {"customer": "Klantnr", "name": "Naam 1", "city": "Plaats"}


def test_every_rule_speaks_of_known_ideas():
    assert {idea for rules in RULES.values() for rule in rules for idea in rule.needs | rule.bars} <= set(WORDS)


def test_the_user_has_the_last_word():
    table = pd.DataFrame(
        {"Klant": ["a", "b"], "Code": ["1", "2"], "Bedrag": ["1,00", "2,00"], "Datum": ["13-01-2024", "14-01-2024"]}, dtype="str"
    )
    meaning = understand(table, "x", roles={"customer": "Code", "amount": None}, types={"Code": "id"}, kind="visits")
    assert meaning.roles["customer"] == "Code" and "amount" not in meaning.roles and meaning.kind == "visits"
    assert meaning.columns["Code"].reason == "user" and meaning.columns["Code"].type == "id"
    assert "customer" in understand(table, "x", roles={"customer": "Gone"}).roles  # a choice for another file does no harm


def test_the_mail_address_stands_in_for_a_customer_number():
    table = pd.DataFrame(
        {"E-mail": ["a@b.nl", "c@d.nl"], "Bedrag": ["1,00", "2,00"], "Besteldatum": ["13-01-2024", "14-01-2024"]}, dtype="str"
    )
    meaning = understand(table, "x")
    assert (
        meaning.roles["customer"] == meaning.roles["email"] == "E-mail" and meaning.columns["E-mail"].reason == "fallback_email"
    )


def test_values_speak_where_headers_are_silent():
    table = pd.DataFrame(
        {"a": ["jan@test.nl", "els@test.nl"], "b": ["1234 AB", "2345CD"], "c": ["NL91ABNA0417164300", "NL20INGB0001234567"]},
        dtype="str",
    )
    assert {role: column for role, column in understand(table, "x").roles.items() if role != "customer"} == {
        "email": "a",
        "postcode": "b",
        "iban": "c",
    }


def test_a_header_that_promises_what_the_values_are_not():
    table = pd.DataFrame({"E-mail": ["ja", "nee", "ja"], "Telefoon": ["mobiel", "vast", "vast"]}, dtype="str")
    assert not {"email", "phone"} & set(understand(table, "x").roles)


@pytest.mark.parametrize("header", ["", "   ", "€", "💶", "a" * 5000, "Klantnr" * 300, "1", "\n", "%", "?" * 50])
def test_strange_headers_do_no_harm(header):
    assert understand(pd.DataFrame({header: ["1", "x"]}, dtype="str"), "x").columns[header].name == header


def test_a_table_without_words_in_its_header():
    rows = [
        ("K1", "13-01-2024", "12,50"),
        ("K2", "14-01-2024", "3,00"),
        ("K1", "20-01-2024", "8,99"),
        ("K3", "21-01-2024", "1,00"),
    ]
    meaning = understand(pd.DataFrame(rows, columns=["Kolom 1", "Kolom 2", "Kolom 3"], dtype="str"), "x")
    assert meaning.kind == "purchases" and meaning.roles == {"customer": "Kolom 1", "date": "Kolom 2", "amount": "Kolom 3"}


def test_a_whole_export_without_a_header():
    lines = [(row % 7 + 1, 250 + 35 * (row % 5)) for row in range(60)]
    who = [row * 7 % 15 for row in range(60)]
    people = [f"{first} {last}" for first in ("Jan", "Els", "Kees", "Anna", "Piet") for last in ("Bos", "Vos", "Smit")]
    goods = [("Vaas; mondgeblazen", "Decoratie"), ("Kandelaar eik", "Decoratie"), ("Plaid wol 130 x 180", "Textiel"), ("Theedoek set", "Textiel"), ("Mok blauw", "Servies")]
    cells = [
        [f"2024-{row:05d}", f"{row % 28 + 1:02d}-01-2024", f"K{who[row]:04d}", people[who[row]], *goods[row % 5], str(many), f"€ {each / 100:.2f}".replace(".", ","), f"€ {many * each / 100:.2f}".replace(".", ",")]
        for row, (many, each) in enumerate(lines)
    ]  # fmt: skip
    meaning = understand(pd.DataFrame(cells, columns=[f"column {at}" for at in range(1, 10)], dtype="str"), "x")
    order = ("order", "date", "customer", "name", "product_name", "category", "quantity", "price", "amount")
    assert meaning.kind == "purchases" and meaning.roles == {role: f"column {at}" for at, role in enumerate(order, 1)}
    assert {column.reason for column in meaning.columns.values()} == {"other_columns"}  # nobody said so, and no header


def test_what_the_user_said_of_a_column_without_a_name_keeps_its_reason():
    rows = [("K1", "13-01-2024", "12,50"), ("K2", "14-01-2024", "3,00"), ("K1", "20-01-2024", "8,99"), ("K3", "21-01-2024", "1,00")]
    meaning = understand(pd.DataFrame(rows, columns=["column 1", "column 2", "column 3"], dtype="str"), "x", roles={"price": "column 3"})
    assert meaning.columns["column 3"].reason == "user" and meaning.columns["column 1"].reason == "other_columns"


def test_the_only_day_and_the_only_sum_of_purchases_need_no_telling_name():
    table = pd.DataFrame({"Klantnr": ["K1", "K2", "K1"], "Bestelnr": ["1", "2", "3"]}, dtype="str")
    table = table.assign(Gehaald=["13-01-2024", "14-01-2024", "20-01-2024"], Afgerekend=["12,50", "3,00", "8,99"]).astype("str")
    meaning = understand(table, "x")
    assert meaning.roles["date"] == "Gehaald" and meaning.roles["amount"] == "Afgerekend"
    assert meaning.columns["Gehaald"].reason == "other_columns" and meaning.columns["Gehaald"].certainty == 0.5
