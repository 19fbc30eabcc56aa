"""One accident at a time: each is said, none breaks the rest."""

import pandas as pd
import pytest

from segmentation.customers import build_customers
from segmentation.errors import MissingData, SegmentationError, WrongChoice
from segmentation.language import speaking
from segmentation.tables import read_table
from tests.customers.tables import table

DAYS = pd.to_datetime(["2024-01-01", "2024-02-01", "2024-03-01"])


def codes(customers):
    return {notice.code for notice in customers.notices}


def purchases(**columns):
    rows = {"customer": ["A", "A", "B"], "date": DAYS, "amount": [10.0, 20.0, 30.0]} | columns
    return table("purchases", rows)


def test_future_dates_do_not_move_the_as_of_day():
    customers = build_customers(purchases(date=pd.to_datetime(["2024-01-01", "2199-01-01", "2024-03-01"])))
    assert customers.as_of == pd.Timestamp("2024-03-01")
    assert "future_date" in codes(customers)
    assert customers.frame.monetary.tolist() == [10.0, 30.0]


def test_orders_before_1970_are_set_aside():
    customers = build_customers(purchases(date=pd.to_datetime(["1899-12-31", "2024-02-01", "2024-03-01"])))
    assert "before_1970" in codes(customers)
    assert customers.frame.loc["A", "frequency"] == 1


def test_all_dates_impossible_keeps_the_customers():
    customers = build_customers(purchases(date=pd.to_datetime(["1899-12-31"] * 3)))
    assert customers.as_of is None
    assert customers.frame.frequency.tolist() == [0, 0]


def test_currencies_are_not_added_up():
    customers = build_customers(purchases(currency=["EUR", "USD", "eur"]))
    assert customers.currency == "EUR"
    assert customers.frame.monetary.tolist() == [10.0, 30.0]
    assert "mixed_currencies" in codes(customers)
    assert build_customers(purchases(currency=["EUR", "USD", "eur"]), currency="USD").frame.monetary.tolist() == [20.0, 0.0]


def test_a_currency_that_is_not_there_sets_nothing_aside():
    customers = build_customers(purchases(currency=["GBP"] * 3), currency="EUR")
    assert customers.currency == "GBP"
    assert customers.frame.monetary.sum() == 60
    assert "currency_differs" in codes(customers)


def test_negative_prices_are_money_given_back():
    customers = build_customers(
        table("purchases", {"customer": ["A", "A"], "date": DAYS[:2], "quantity": [2, 1], "price": [10.0, -3.0]})
    )
    assert customers.frame.loc["A", ["sales", "returns_value", "monetary"]].tolist() == [20.0, 3.0, 17.0]
    assert "negative_price" in codes(customers)


def test_one_customer_with_all_orders():
    many = table("purchases", {"customer": ["A"] * 12, "date": [DAYS[0]] * 12, "amount": [1.0] * 12})
    customers = build_customers(many)
    assert "one_customer" in codes(customers)
    assert len(customers) == 1
    assert customers.lifetime.reason == "too_few_customers"


@pytest.mark.parametrize("header", ["bestelnummer;klantnummer;besteldatum;bedrag", "order_id;customer_id;order_date;amount"])
def test_a_file_of_one_customer_with_all_orders_is_read(header):
    lines = "".join(f"{100 + place};K17;2024-01-0{1 + place};{10 + place},50\n" for place in range(9))
    customers = build_customers(read_table(f"{header}\n{lines}".encode(), name="o.csv"))
    assert customers.frame.monetary.to_dict() == {"K17": 130.5}


def test_only_returns_gives_a_negative_customer_that_stays():
    customers = build_customers(purchases(amount=[-10.0, -20.0, 30.0]))
    assert customers.frame.loc["A", ["frequency", "monetary"]].tolist() == [0, -30.0]
    assert {"negative_net", "only_returns"} <= codes(customers)


def test_no_table_with_a_customer():
    with pytest.raises(MissingData) as error:
        build_customers(table("purchases", {"date": DAYS, "amount": [1.0, 2.0, 3.0]}))
    assert error.value.hint


def test_no_table_at_all_and_an_empty_column():
    with pytest.raises(MissingData):
        build_customers()
    with pytest.raises(MissingData):
        build_customers(purchases(customer=pd.Series([None, None, None], dtype="str")))


def test_an_as_of_day_that_is_none():
    with pytest.raises(WrongChoice):
        build_customers(purchases(), as_of="yesterday-ish")


def test_something_that_is_no_table():
    with pytest.raises(WrongChoice):
        build_customers(3)


def test_a_customer_list_alone():
    customers = build_customers(table("customers", {"customer": ["1", "1", "2"], "age": [30, None, 50], "Hobby": ["tuin", "tuin", None]}))
    assert customers.frame.age.tolist() == [30, 50]
    assert customers.frame.Hobby.isna().tolist() == [False, True]
    assert "listed_twice" in codes(customers)
    assert customers.lines is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_notice_and_column_has_words(language):
    customers = build_customers(purchases(currency=["EUR", "USD", "EUR"]), table("customers", {"customer": ["x"], "age": [3]}))
    with speaking(language):
        sentences = customers.sentences()
        assert sentences
        assert all(" " in sentence and "{" not in sentence for sentence in sentences)
        assert all(customers.describe(name) for name in customers.frame.columns)


def test_a_column_of_dates_without_dates_costs_no_turnover():
    customers = build_customers(purchases(date=[pd.NaT] * 3))
    assert "no_dates" in codes(customers)
    assert customers.as_of is None
    assert customers.frame.monetary.tolist() == [30.0, 30.0]


def test_amounts_that_are_no_numbers_are_said():
    customers = build_customers(table("purchases", {"customer": ["A", "B"], "date": DAYS[:2]}))
    assert "no_money" in codes(customers)
    assert customers.frame.frequency.tolist() == [1, 1]


@pytest.mark.parametrize("amount", [1e17, 1e300, float("inf")])
def test_an_impossible_amount_is_set_aside(amount):
    customers = build_customers(purchases(amount=[10.0, amount, 30.0]))
    assert "no_amount" in codes(customers)
    assert customers.frame.monetary.tolist() == [10.0, 30.0]


def test_the_same_table_twice_counts_once_and_the_account_shows_both():
    customers = build_customers(purchases(), purchases())
    assert "given_twice" in codes(customers)
    assert customers.frame.monetary.tolist() == [30.0, 30.0]
    facts = customers.reconciliation.query("what == 'lines'")
    assert (facts["in"].sum(), facts["kept"].sum(), facts["set_aside"].sum()) == (6, 3, 3)
    assert customers.set_aside.reason.tolist() == ["given_twice"]


def test_two_customer_lists_that_disagree():
    one = table("customers", {"customer": ["A", "B"], "age": [30, 40]}, "a.csv")
    two = table("customers", {"customer": ["B", "C"], "age": [41, 50], "city": ["Assen", "Breda"]}, "b.csv")
    customers = build_customers(purchases(), one, two)
    assert [notice.count for notice in customers.notices if notice.code == "lists_differ"] == [1]
    assert customers.frame.age.tolist() == [30, 40, 50]
    assert customers.frame.place.tolist()[1:] == ["Assen", "Breda"]


@pytest.mark.parametrize(
    "rows",
    [
        {"kind": "tickets", "opened": DAYS, "closed": DAYS, "subject": ["late", "broken", "late"]},
        {"kind": "survey", "nps": [9, 3, 7], "text": ["fine", "too dear", None]},
        {"kind": "campaigns", "campaign": ["x", "x", "y"], "sent": DAYS, "open": [True, False, True]},
    ],
)
def test_experience_without_a_single_order(rows):
    kind = rows["kind"]
    customers = build_customers(table(kind, {"customer": ["A", "A", "B"], **{key: rows[key] for key in rows if key != "kind"}}))
    assert customers.frame.index.tolist() == ["A", "B"]
    assert "monetary" not in customers.frame and customers.lines is None


def test_an_empty_list_breaks_nothing():
    assert "not_used" in codes(build_customers(purchases(), table("customers", {"customer": [], "age": []})))
    frame = pd.DataFrame({"Klantnr": ["A", "B"], "Besteldatum": DAYS[:2], "Ordernr": ["1", "2"], "Bedrag": [10.0, 20.0]})
    assert "empty_table" in codes(build_customers(frame, frame.head(0)))
    with pytest.raises(SegmentationError):
        build_customers(frame.head(0))


@pytest.mark.parametrize("margin", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("per_piece", [True, False])
def test_the_whole_column_tells_whether_a_cost_is_per_piece(margin, per_piece):
    quantity, price = [1, 2, 3, 4, 1, 2], [5.0, 5.0, 5.0, 20.0, 20.0, 20.0]
    paid = [number * each for number, each in zip(quantity, price, strict=True)]
    cost = [(each if per_piece else whole) * (1 - margin) for each, whole in zip(price, paid, strict=True)]
    rows = {"customer": list("AABBCC"), "date": [*DAYS, *DAYS], "quantity": quantity, "amount": paid, "cost": cost}
    customers = build_customers(table("purchases", rows))
    assert ("cost_per_piece" if per_piece else "cost_per_line") in codes(customers)
    assert customers.frame.margin.sum() == pytest.approx(sum(paid) * margin, abs=0.02)


def test_columns_that_an_engine_takes_for_one():
    text = b"Klantnr;klantnr;file_row_number;Besteldatum;Bedrag\nA;x;9;2024-01-02;10,50\nB;y;8;2024-02-03;20,00\n"
    given = read_table(text, name="o.csv")
    assert build_customers(given).frame.monetary.sum() == 30.5


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame.set_index("Klantnr"),
        lambda frame: frame.set_index(["Klantnr", "Ordernr"]),
        lambda frame: frame.assign(Klantnr=[1, "B", "B"]),
        lambda frame: frame.assign(odd=1j),
        lambda frame: frame.assign(odd=[[1], [2], [3]]),
        lambda frame: pd.concat([frame, frame[["Ordernr"]]], axis=1),
        lambda frame: frame.assign(Besteldatum=frame.Besteldatum.dt.tz_localize("Europe/Amsterdam")),
        lambda frame: frame.assign(Besteldatum=["01-02-2024", "13-02-2024", "14-02-2024"]),
    ],
)
def test_frames_as_people_have_them(change):
    frame = pd.DataFrame({"Klantnr": ["A", "B", "B"], "Besteldatum": DAYS, "Ordernr": ["O1", "O2", "O3"], "Bedrag": [10.0, 20.0, 30.0]})
    customers = build_customers(change(frame))
    assert customers.frame.monetary.tolist() == [10.0, 50.0]
    assert pd.notna(customers.as_of)


def test_a_header_that_differs_from_ours_in_case_only() -> None:
    text = b"Customer_ID;City;Order_Date;Amount\nA1;Assen;2024-01-02;10.50\nA2;Groningen;2024-02-03;20.00\nA1;Assen;2024-03-02;5.00\n"
    frame = build_customers(read_table(text, name="o.csv")).frame
    assert frame["place"].to_dict() == {"A1": "Assen", "A2": "Groningen"}
    assert frame["monetary"].to_dict() == {"A1": 15.5, "A2": 20.0}


def test_all_orders_on_one_day_are_said():
    customers = build_customers(purchases(date=pd.to_datetime(["2024-01-01 09:00", "2024-01-01 12:00", "2024-01-01 18:00"])))
    assert "one_day" in codes(customers)
    assert "one_day" not in codes(build_customers(purchases()))
    with speaking("en"):
        assert any(text.startswith("All orders of purchases.csv are of one day") for text in customers.sentences())


@pytest.mark.parametrize(
    "wrong", [{"margin_rate": float("nan")}, {"margin_rate": 7}, {"margin_rate": "much"}, {"horizon_weeks": 0}, {"horizon_weeks": "a year"}]
)
def test_a_margin_or_horizon_that_cannot_be_is_refused(wrong):
    with pytest.raises(WrongChoice):
        build_customers(purchases(), **wrong)


def test_a_day_given_as_a_number_is_that_day():
    assert build_customers(purchases(), as_of=20240201).as_of == pd.Timestamp("2024-02-01")


def test_everybody_forgotten_leaves_an_empty_table():
    customers = build_customers(purchases(), forgotten=["A", "B"])
    assert len(customers) == 0
    assert "forgotten" in codes(customers)


def test_given_columns_under_our_names_make_way_for_what_was_measured():
    text = b"klantnummer;leeftijd;frequency;gap;trend;sales\nA;33;3;2;op;9,50\nB;44;4;5;neer;8,50\nC;66;1;1;neer;7,50\n"
    people = read_table(text, name="klanten.csv")
    orders = table("purchases", {"customer": list("AAB"), "date": DAYS, "amount": [1.0, 2.0, 4.0]})
    customers = build_customers(people, orders)
    assert customers.frame[["frequency", "own frequency", "sales", "own sales"]].to_numpy().tolist() == [[2, 3, 3, 9.5], [1, 4, 4, 8.5], [0, 1, 0, 7.5]]
    assert customers.frame["own trend"].tolist() == ["op", "neer", "neer"]
    assert customers.columns.source[["frequency", "own frequency"]].tolist() == ["purchases.csv", "klanten.csv"]
    alone = build_customers(people)
    assert alone.frame[["frequency", "gap", "sales"]].to_numpy().tolist() == [[3, 2, 9.5], [4, 5, 8.5], [1, 1, 7.5]]
    assert alone.columns.formula["sales"] == "As given"
    assert alone.sentences() is not None


def test_a_list_of_returns_beside_the_orders_takes_off_what_was_given_back():
    sold = pd.DataFrame({"Bon": [f"B{row}" for row in range(20)], "Klantnr": [f"K{row % 5}" for row in range(20)], "Datum": "2024-03-01", "Bedrag": 10.0})
    back = pd.DataFrame({"Bon": [f"R{row}" for row in range(8)], "Klantnr": "K1", "Datum": "2024-04-01", "Terugbetaald": [1.25] * 8})
    made = build_customers(sold, back)
    assert made.frame.loc["K1", "monetary"] == 30.0 and made.frame.loc["K2", "monetary"] == 40.0
