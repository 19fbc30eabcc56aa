"""Is a study in the money and about the customers that its files are about?"""

import pytest

from segmentation.study import Study
from segmentation.tables import read_table
from segmentation.ui.first_look import as_told

FIRMS = "Account,Company,Sector,Employees\n" + "\n".join(f"A{n},Firm {n} Ltd,{('Care', 'Retail')[n % 2]},{n + 3}" for n in range(30))
PEOPLE = "Klantnr;Geslacht;Geboortedatum\n" + "\n".join(f"K{n};{'mv'[n % 2]};0{1 + n % 9}-05-1970" for n in range(30))


def sold(sign: str) -> str:
    return "Invoice,Date,Account,Amount\n" + "\n".join(f"F{n},2025-01-{1 + n % 28:02},A{n % 9},{sign}{n + 3}.50" for n in range(40))


@pytest.mark.parametrize(
    ("texts", "currency", "audience"),
    [((FIRMS, sold("£")), "GBP", "b2b"), ((PEOPLE, sold("$")), "USD", "b2c"), ((sold("€"),), "EUR", "b2c"), ((sold(""),), "EUR", "b2c"), ((), "EUR", "b2c")],
)  # fmt: skip
def test_a_study_follows_its_files(texts: tuple[str, ...], currency: str, audience: str) -> None:
    told = as_told(Study(name="x"), [read_table(text.encode(), name=f"{n}.csv") for n, text in enumerate(texts)])
    assert (told.currency, told.audience) == (currency, audience)


def test_what_was_chosen_by_hand_stays() -> None:
    pounds, dollars = (read_table(sold(sign).encode(), name=f"{sign}.csv") for sign in "£$")
    told = as_told(Study(name="x"), [pounds])
    assert as_told(told, [pounds]) == told and as_told(told, [dollars]).currency == "USD"  # nobody chose pounds
    assert as_told(told.change(currency="EUR"), [pounds, dollars]).currency == "EUR"
    assert as_told(Study(name="x", currency="CHF"), [pounds]).currency == "CHF"


@pytest.mark.parametrize(
    ("header", "name", "currency"),
    [
        ("Amount (GBP)", "sales.csv", "GBP"), ("Amount £", "sales.csv", "GBP"), ("Amount", "orders_usd_2025.csv", "USD"), ("Bedrag in euro", "export-GBP.csv", "EUR"),
        ("Amount", "gbpx.csv", "EUR"),
    ],
)  # fmt: skip
def test_a_title_or_the_name_of_the_file_tells_the_currency_when_nothing_speaks_against_it(header: str, name: str, currency: str) -> None:
    table = read_table(sold("").replace("Amount", header).encode(), name=name)
    assert as_told(Study(name="x"), [table]).currency == currency


def test_a_line_above_the_table_tells_the_currency() -> None:
    assert as_told(Study(name="x"), [read_table(f"Sales report 2025, amounts in GBP\n\n{sold('')}".encode(), name="x.csv")]).currency == "GBP"
