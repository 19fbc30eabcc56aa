"""Which kind of table: what decides when a table could be two things."""

import pandas as pd

from segmentation.tables.meaning import understand


def kind_of(**columns):
    return understand(pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()}), "x.csv")


def test_customers_with_totals_are_no_purchases():
    found = kind_of(
        Klantnr=["1", "2", "3"],
        Naam=["A de Wit", "B Bos", "C Mol"],
        Totaal_besteed=["1,00", "2,00", "9,50"],
        Laatste_bestelling=["13-01-2024"] * 3,
    )
    assert found.kind == "customers"


def test_the_same_customer_on_several_rows_makes_no_customer_table():
    found = kind_of(
        Klantnr=["1", "1", "2", "1"],
        Woonplaats=["Assen", "Assen", "Emmen", "Assen"],
        Datum=["13-01-2024"] * 4,
        Bedrag=["1,00", "2,00", "3,00", "4,00"],
    )
    assert found.kind == "purchases"


def test_a_table_that_says_nothing_is_unknown_and_the_user_can_say_it():
    table = pd.DataFrame({"foo": ["a", "b"], "bar": ["c", "d"]}, dtype="str")
    assert understand(table, "x").kind == "unknown"
    assert understand(table, "x", kind="survey").kind == "survey"


def test_the_kind_is_told_as_a_guess_with_alternatives():
    found = kind_of(
        Ticketnummer=["1", "2"],
        Aangemaakt_op=["13-01-2024", "14-01-2024"],
        Gesloten_op=["14-01-2024", ""],
        Onderwerp=["a b c", "d e f"],
    )
    guess = next(guess for guess in found.guesses if guess.what == "kind")
    assert guess.value == "tickets" and 0.5 < guess.certainty < 1


def test_a_form_with_several_scores_and_a_time_zone_in_letters():
    table = pd.DataFrame(
        {
            "Timestamp": ["2024/05/01 10:11:12 AM EET", "2024/05/02 1:20:00 PM EET"],
            "Hoe tevreden bent u? [Service]": ["4", "5"],
            "Leeftijd": ["30-39", "40-49"],
        },
        dtype="str",
    )
    found = understand(table, "x")
    assert (found.kind, found.export) == ("survey", "google_forms")
    assert found.roles == {"date": "Timestamp", "score": "Hoe tevreden bent u? [Service]", "age": "Leeftijd"}
    assert found.columns["Timestamp"].type == "datetime"


def test_how_many_tickets_a_customer_had_makes_no_table_of_tickets():
    found = kind_of(
        klantnr=[str(1000 + place) for place in range(12)],
        plaats=["Assen", "Breda"] * 6,
        aantal_tickets=["0", "1", "3"] * 4,
        omzet=[f"{place * 7},50" for place in range(12)],
    )
    assert found.kind == "customers" and "ticket" not in found.roles
