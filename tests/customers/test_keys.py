"""Who is who: keys that look different between tables, orphans, and duplicates that are only proposed."""

import pandas as pd

from segmentation.customers import build_customers
from tests.customers.tables import table

DAY = pd.Timestamp("2024-05-01")


def bought(*ids, **more):
    return table("purchases", {"customer": list(ids), "date": [DAY] * len(ids), "amount": [1.0] * len(ids), **more})


def test_keys_find_their_customer_without_case_blanks_zeros_and_spreadsheet_decimals():
    people = table("customers", {"customer": ["K-007", " 0042 ", "13085", "zoë"], "city": ["Assen", "Breda", "Delft", "Ede"]})
    customers = build_customers(people, bought("k-7", "42", "13085.0", "ZOË"))
    assert customers.frame.index.tolist() == ["0042", "13085", "K-007", "zoë"]
    assert customers.frame.frequency.tolist() == [1, 1, 1, 1]
    told = customers.joins.set_index("kind").loc["purchases"]
    assert (told.exact, told.case_and_blanks, told.leading_zeros) == (1, 1, 2)


def test_numbers_stored_as_floats_are_whole_ids():
    customers = build_customers(table("purchases", {"customer": [13085.0, None], "date": [DAY] * 2, "amount": [1.0, 2.0]}))
    assert customers.frame.index.tolist() == ["13085"]


def test_two_that_could_be_meant_are_left_apart():
    people = table("customers", {"customer": ["a1", "A1"], "city": ["Assen", "Breda"]})
    customers = build_customers(people, bought("A 1"))
    assert customers.frame.index.tolist() == ["A 1", "A1", "a1"]
    assert set(customers.duplicates.reason) == {"case_and_blanks"}


def test_an_email_finds_its_customer():
    people = table("customers", {"customer": ["1", "2"], "email": ["Ann@example.nl", "bob@example.nl"]})
    mail = table("campaigns", {"email": ["ann@example.nl", "new@example.nl"], "campaign": ["May"] * 2, "open": [True, False]})
    customers = build_customers(people, bought("1"), mail)
    assert customers.frame.index.tolist() == ["1", "2", "new@example.nl"]
    assert customers.frame.loc["1", ["mailings", "opens"]].tolist() == [1, 1]
    told = customers.joins.set_index("kind").loc["campaigns"]
    assert (told.email, told.only_here, told.only_elsewhere) == (1, 1, 1)


def test_duplicates_are_proposed_and_merged_only_when_the_user_says_so():
    people = table("customers", {"customer": ["1", "2"], "email": ["ann@example.nl", "ANN@example.nl"]})
    apart = build_customers(people, bought("1", "2"))
    assert apart.duplicates[["keep", "other", "reason"]].to_numpy().tolist() == [["1", "2", "email"]]
    assert len(apart) == 2
    together = build_customers(people, bought("1", "2"), merged={"2": "1"})
    assert together.frame.loc["1", ["frequency", "monetary"]].tolist() == [1, 2.0]
    facts = together.reconciliation.set_index("what").loc["customers"]
    assert (facts["in"], facts["kept"], facts["set_aside"], facts["reason"]) == (2, 1, 1, "merged")


def test_one_name_on_one_postcode_is_proposed_as_one_customer():
    rows = {
        "customer": ["1", "2", "3", "4", "5"],
        "first_name": ["Ann", "ann ", "Bob", "Ann", "Ann"],
        "name": ["de Wit", "De Wit", "de Wit", "de Wit", None],
        "postcode": ["9401 AB", "9401ab", "9401AB", None, "9401AB"],
    }
    pairs = build_customers(table("customers", rows), bought("1")).duplicates
    assert pairs.to_numpy().tolist() == [["1", "2", "name_and_postcode"]]


def test_who_asked_to_be_forgotten_is_gone_from_every_table():
    tickets = table("tickets", {"customer": ["1", "2"], "subject": ["late", "late"], "opened": [DAY] * 2})
    customers = build_customers(bought("1", "2"), tickets, forgotten=("2",))
    assert customers.frame.index.tolist() == ["1"]
    assert set(pd.read_parquet(customers.tickets).customer_id) == {"1"}
    assert set(pd.read_parquet(customers.lines).customer_id) == {"1"}
    assert customers.set_aside.set_index("reason").loc["forgotten", "lines"] == 1


def test_a_list_without_a_single_match_is_said_and_breaks_nothing():
    customers = build_customers(table("customers", {"customer": ["x", "y"], "age": [30, 40]}), bought("1", "2"))
    assert "no_match" in {notice.code for notice in customers.notices}
    assert customers.frame.frequency.tolist() == [1, 1, 0, 0]
    assert customers.frame.recency.isna().tolist() == [False, False, True, True]


def test_by_which_channel_each_customer_can_be_reached():
    people = table("customers", {"customer": [*"ABCC"], "email": ["a@b.nl", " ", None, "c@d.nl"], "phone": [None, "0612345678", "", None]})
    known = build_customers(people, bought(*"ABCD")).reached
    assert known["email"].to_dict() == {"A": True, "B": False, "C": True, "D": False}
    assert known["phone"].to_dict() == {"A": False, "B": True, "C": False, "D": False}
    assert not len(build_customers(bought("A", "B")).reached.columns)
