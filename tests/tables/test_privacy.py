"""Personal data: found, masked, kept out; citizen service numbers refused; ids made unreadable."""

import random

import pandas as pd
import pytest
from stdnum.nl import bsn

from segmentation.tables.meaning import convert, duckdb_expression, understand
from segmentation.tables.privacy import is_protected, mask, pseudonym


def bsns(count):
    """Numbers that pass the eleven test."""
    numbers = random.Random(1)
    found = []
    while len(found) < count:
        number = f"{numbers.randrange(100_000_000, 999_999_999)}"
        if bsn.is_valid(number):
            found.append(number)
    return found


PEOPLE = pd.DataFrame(
    {
        "Klantnr": ["1", "2", "3"], "Naam": ["Jan de Vries", "Els Bos", "Kim Mol"], "E-mail": ["jan@test.nl", "els@test.nl", "kim@test.nl"],
        "Mobiel": ["0612345678", "0687654321", "0611122233"], "Adres": ["Dorpsstraat 1", "Kerkweg 2", "Laan 3"], "Rekening": ["NL91ABNA0417164300", "NL20INGB0001234567", ""],
        "Geboortedatum": ["13-01-1980", "14-02-1990", "15-03-2000"], "Bedrag": ["1,00", "2,00", "3,00"], "Woonplaats": ["Assen", "Emmen", "Assen"],
    },
    dtype="str",
)  # fmt: skip


def test_what_points_at_people():
    columns = understand(PEOPLE, "x").columns
    personal = {name for name, column in columns.items() if column.personal}
    assert personal == {"Naam", "E-mail", "Mobiel", "Adres", "Rekening", "Geboortedatum"}


def test_people_are_found_by_their_values_alone():
    table = pd.DataFrame(
        {
            "a": ["jan@test.nl", "els@test.nl"],
            "b": ["Jan de Vries", "Els Bos"],
            "c": ["NL91ABNA0417164300", ""],
            "d": ["rood", "blauw"],
        },
        dtype="str",
    )
    assert {name for name, column in understand(table, "x").columns.items() if column.personal} == {"a", "b", "c"}


@pytest.mark.parametrize("people", [("Mevr. A. Zijlstra", "Dhr. K. Ozinga", "Fam. Wubs"), ("Zijlstra, A.", "Ozinga, K.L.", "Wubs, P."), ("A.B. Zijlstra", "K. van Ozinga", "P. Wubs")])
def test_customers_who_are_known_by_their_name_are_people_and_numbers_are_not(people):
    sold = {"Datum": ["01-02-2025", "03-02-2025", "04-03-2025"], "Bedrag": ["10,00", "20,00", "5,50"]}
    named = understand(pd.DataFrame({"Klant": people, **sold}, dtype="str"), "x").columns["Klant"]
    numbered = understand(pd.DataFrame({"Klant": ["K1", "K2", "K3"], **sold}, dtype="str"), "x").columns["Klant"]
    assert (named.role, named.personal) == ("customer", True)
    assert (numbered.role, numbered.personal) == ("customer", False)


def test_examples_of_personal_columns_are_masked():
    _frame, repairs, _failed = convert(PEOPLE, understand(PEOPLE, "x").columns)
    told = " ".join(f"{repair.before} {repair.after}" for repair in repairs)
    assert "1980" not in told and "•" in told
    assert "1980" not in repr(understand(PEOPLE, "x"))


def test_a_column_of_citizen_service_numbers_is_refused():
    table = pd.DataFrame({"BSN": bsns(4), "Bedrag": ["1,00"] * 4}, dtype="str")
    meaning = understand(table, "x")
    assert (
        meaning.refused == ("BSN",)
        and meaning.columns["BSN"].reason == "bsn_refused"
        and meaning.repairs[0].code == "bsn_refused"
    )
    frame, _repairs, _failed = convert(table, meaning.columns)
    assert frame["BSN"].isna().all() and "NULL" in duckdb_expression(meaning.columns["BSN"], "cell")
    assert table["BSN"][0] not in repr(meaning)


def test_citizen_service_numbers_without_a_header_that_says_so():
    assert understand(pd.DataFrame({"nummer": bsns(20)}, dtype="str"), "x").refused == ("nummer",)


def test_a_header_that_says_so_and_numbers_of_nine_digits_are_enough():
    slips = pd.DataFrame({"BSN ouder": ["145236987", "301928374", "222333445"], "BSN bekend": ["ja", "nee", "ja"]}, dtype="str")
    assert understand(slips, "x").refused == ("BSN ouder",)


def test_an_account_number_with_a_slip_in_it_is_personal_still():
    meaning = understand(pd.DataFrame({"Rekening": ["NL69INGB0001234567", "NL12 RABO 0123 4567 89"], "Bedrag": ["1,00", "2,00"]}, dtype="str"), "x")
    assert meaning.columns["Rekening"].personal and not meaning.columns["Bedrag"].personal


def test_ordinary_numbers_of_nine_digits_are_kept():
    numbers = [f"{random.Random(place).randrange(100_000_000, 999_999_999)}" for place in range(200)]
    assert understand(pd.DataFrame({"Klantnr": numbers}, dtype="str"), "x").refused == ()
    assert understand(pd.DataFrame({"Klantnr": bsns(3)}, dtype="str"), "x").refused == ()  # three may be chance


@pytest.mark.parametrize(
    "name", ["Geslacht", "Geboortedatum", "Nationaliteit", "Religie", "Etniciteit", "Lid vakbond", "health_condition", "Leeftijd"]
)
def test_protected_characteristics(name):
    assert is_protected(name, None)


@pytest.mark.parametrize("name", ["Aantal", "Omzet", "Woonplaats", "Kanaal"])
def test_other_columns_are_not_protected(name):
    assert not is_protected(name, None)


def test_pseudonyms_depend_on_the_key_and_nothing_else():
    assert pseudonym("13085", "a key") == pseudonym(" 13085 ", b"a key") != pseudonym("13085", "another key")
    assert len({pseudonym(str(number), "a key") for number in range(10_000)}) == 10_000


def test_a_mask_shows_next_to_nothing():
    assert mask("jan@test.nl") == "j••••" and mask("") == ""
