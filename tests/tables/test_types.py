"""Types as the Dutch write them, decided by the whole column; a small table and the bulk path give the same values."""

import datetime as dt
import math

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.errors import WrongChoice
from segmentation.tables.meaning import convert, duckdb_expression, understand
from segmentation.tables.table import Column
from segmentation.tables.types import decide, look_at


def typed(*cells, name="x", **hints):
    found = decide(look_at(pd.Series(cells, name=name, dtype="str")), **hints)
    return found.type, found.format


def values(header, *cells):
    """The cells of one column, understood and converted, None where a value is missing."""
    text = pd.DataFrame({header: pd.Series(cells, dtype="str")})
    frame, _repairs, failed = convert(text, understand(text, "x.csv").columns)
    return [None if pd.isna(value) else value for value in frame[header]], failed["row"].tolist()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("€ 1.234,50", "1.234", "3,00-", "(12,00)"), [1234.5, 1234.0, -3.0, -12.0]),
        (("12,-", "€ 5,--", "EUR 7", "-€ 3,10"), [12.0, 5.0, 7.0, -3.1]),
        (("1,234.50", "0.99", "12,500.00"), [1234.5, 0.99, 12500.0]),
        (("1 234,56", "2 000,10", "-0,5"), [1234.56, 2000.1, -0.5]),
        (("12,50", "12.75", "n.v.t."), [12.5, 12.75, None]),
        (("1,5e3", "2,0E2", "-"), [1500.0, 200.0, None]),
    ],
)
def test_money(cells, expected):
    assert values("Bedrag", *cells) == (expected, [])


def test_a_point_is_a_thousand_or_a_decimal_by_the_whole_column():
    assert values("Bedrag", "1.234", "2.500")[0] == [1234, 2500]
    assert values("Bedrag", "1.234", "12.5")[0] == [1.234, 12.5]
    assert values("Bedrag", "1.234", "0.500")[0] == [1.234, 0.5]


def test_an_undecided_column_follows_the_rest_of_the_table_and_says_so():
    table = pd.DataFrame({"Omzet": ["1.234", "2.345"], "Prijs": ["1.50", "2.25"]}, dtype="str")
    meaning = understand(table, "x.csv")
    assert convert(table, meaning.columns)[0]["Omzet"].tolist() == [1.234, 2.345]
    guess = next(guess for guess in meaning.guesses if guess.what == "decimal:Omzet")
    assert guess.alternatives == (",",) and guess.certainty < 1


def test_percentages_are_shares():
    assert values("Marge", "21%", "9,5 %", "") == ([0.21, 0.095, None], [])
    assert typed("10", "25", share=True) == ("percent", ",%")
    assert typed("0,10", "0,25", share=True) == ("percent", ",")


@pytest.mark.parametrize(
    ("yes", "no"), [("ja", "nee"), ("J", "N"), ("yes", "no"), ("TRUE", "FALSE"), ("waar", "onwaar"), ("aan", "uit")]
)
def test_yes_and_no(yes, no):
    assert values("Opt-in", yes, no, "onbekend") == ([True, False, None], [])


def test_a_cross_is_yes_and_letters_of_their_own_are_not():
    assert typed("x", "x", "") == ("boolean", "")
    assert typed("M", "V", "M")[0] == "category"
    assert typed("0", "1", "1")[0] == "integer"


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (("13-04-2024", "05-06-2024"), dt.datetime(2024, 4, 13)),
        (("3-4-24", "17-12-24"), dt.datetime(2024, 4, 3)),
        (("2024-04-13", "2024-06-05"), dt.datetime(2024, 4, 13)),
        (("04/13/2024", "06/05/2024"), dt.datetime(2024, 4, 13)),
        (("13 april 2024", "1 mrt. 2024"), dt.datetime(2024, 4, 13)),
        (("za 13 apr 2024", "vr 1 maart 2024"), dt.datetime(2024, 4, 13)),
        (("Apr 13, 2024 1:05 PM", "May 2, 2024 9:00 AM"), dt.datetime(2024, 4, 13, 13, 5)),
        (("2024-04-13T10:11:12Z", "2024-06-05T00:00:00+02:00"), dt.datetime(2024, 4, 13, 10, 11, 12)),
        (("2024-04-13 23:30:00 +0200", "2024-06-05 08:00:00 +0200"), dt.datetime(2024, 4, 13, 23, 30)),
        (("13-04-2024 om 9.30 uur", "14-04-2024 om 10.15 uur"), dt.datetime(2024, 4, 13, 9, 30)),
        (("13.04.2024", "5.6.2024"), dt.datetime(2024, 4, 13)),
        (("20240413", "20240605"), dt.datetime(2024, 4, 13)),
        (("13042024", "05062024"), dt.datetime(2024, 4, 13)),
        (("3042024", "13062024"), dt.datetime(2024, 4, 3)),
        (("45395", "45448"), dt.datetime(2024, 4, 13)),
        (("45395,5", "45448"), dt.datetime(2024, 4, 13, 12)),
        (("1713002400", "1717574400"), dt.datetime(2024, 4, 13, 10, 0)),
    ],
)
def test_dates(cells, day):
    found, failed = values("Besteldatum", *cells)
    assert found[0] == pd.Timestamp(day) and found[1] is not None and failed == []


def test_figures_that_a_program_did_not_round_are_numbers_and_long_codes_are_none():
    assert values("Bedrag", "74.9983063931007", "73.55106718210598", "1.234567890123456")[0][0] == pytest.approx(74.9983063931007)
    assert understand(pd.DataFrame({"Nr": ["12345678901234567890", "12345678901234567891"]}, dtype="str"), "x").columns["Nr"].type == "id"


def test_shares_and_money_in_one_column_are_read_as_neither():
    table = pd.DataFrame({"Branche": ["34,5 %", "€ 61,20", "8,1 %", "32"]}, dtype="str")
    assert understand(table, "x").columns["Branche"].type not in ("percent", "money", "number")


def test_several_ways_of_writing_dates_in_one_column():
    found, failed = values("Datum", "13-04-2024", "2024-04-14", "15 april 2024", "16-4-24", "0000-00-00", "morgen")
    assert [day and day.day for day in found] == [13, 14, 15, 16, None, None] and failed == [5]


def test_day_and_month_are_told_as_a_guess_when_they_could_be_swapped():
    table = pd.DataFrame({"Datum": ["03-04-2024", "05-06-2024", "01-02-2024"]}, dtype="str")
    guess = next(guess for guess in understand(table, "x").guesses if guess.what == "order:Datum")
    assert (guess.value, guess.alternatives) == ("%d-%m-%Y", ("%m-%d-%Y",)) and guess.certainty < 1
    other = understand(table, "x", types={"Datum": "date:%m-%d-%Y"})
    assert convert(table, other.columns)[0]["Datum"][0] == pd.Timestamp(2024, 3, 4)


def test_american_dates_elsewhere_decide_what_is_undecided():
    table = pd.DataFrame({"Created date": ["12/31/2023", "01/15/2024"], "Paid date": ["01/02/2024", "02/03/2024"]}, dtype="str")
    assert convert(table, understand(table, "x").columns)[0]["Paid date"][0] == pd.Timestamp(2024, 1, 2)


def test_numbers_are_days_since_1900_only_in_a_column_named_as_a_date():
    assert typed("45395", "45448", name="Aantal") == ("integer", ",")
    assert typed("12", "45448", dated=True)[0] == "integer"


def test_two_digit_years_of_birth_are_in_the_past():
    assert values("Geboortedatum", "01-02-62", "13-12-99")[0] == [pd.Timestamp(1962, 2, 1), pd.Timestamp(1999, 12, 13)]


def test_ids_keep_their_zeros_and_lose_what_a_spreadsheet_added():
    assert values("Klantnr", "007", "012", "100")[0] == ["007", "012", "100"]
    assert values("Customer ID", "13085.0", "13078.0", "nan")[0] == ["13085", "13078", None]
    assert values("Postcode", "1011", "0999")[0] == ["1011", "0999"]
    assert values("EAN", "8712345678906", "8712345678913")[0] == ["8712345678906", "8712345678913"]


@pytest.mark.parametrize("word", ["", "n/a", "-", "onbekend", "N.v.t.", "NULL", "#N/B", " ? ", "\u00a0"])
def test_words_for_nothing(word):
    found, failed = values("Bedrag", "1,50", word)
    assert found == [1.5, None] and failed == []
    assert values("Woonplaats", "Assen", word)[0] == ["Assen", None]


def test_na_is_a_country():
    assert values("Land", "NL", "NA", "BE")[0] == ["NL", "NA", "BE"]


def test_types_of_the_frame():
    text = pd.DataFrame(
        {
            "Klantnr": ["1", "2"],
            "Datum": ["13-01-2024", ""],
            "Bedrag": ["1,50", ""],
            "Aantal": ["1", ""],
            "Retour": ["ja", ""],
            "Leeg": ["", ""],
        },
        dtype="str",
    )
    frame, _repairs, _failed = convert(text, understand(text, "x").columns)
    assert [str(kind) for kind in frame.dtypes] == ["str", "datetime64[us]", "float64", "Int64", "boolean", "str"]


def test_repairs_are_counted_with_an_example():
    text = pd.DataFrame({"Bedrag": ["€ 1.234,50", "3,00-", "onbekend", "gratis", "5,00"]}, dtype="str")
    _frame, repairs, failed = convert(text, understand(text, "x", types={"Bedrag": "money"}).columns)
    told = {repair.code: (repair.count, repair.before, repair.after) for repair in repairs}
    assert told["currency"] == (1, "€ 1.234,50", "1234.5")
    assert told["minus_behind"] == (1, "3,00-", "-3")
    assert told["decimal_comma"][0] == 3 and told["missing_word"][0] == 1 and told["unfit"][0] == 1
    assert failed.to_numpy().tolist() == [[3, "Bedrag", "not_a_number"]]


def test_rows_keep_their_order_in_a_large_table():
    text = pd.DataFrame(
        {"Bedrag": pd.Series(range(300_000)).astype("str"), "Klant": "K" + pd.Series(range(300_000)).astype("str")}
    ).astype("str")
    columns = {"Bedrag": Column("Bedrag", "integer", ","), "Klant": Column("Klant", "id")}
    frame, _repairs, _failed = convert(text, columns)
    assert (frame["Bedrag"].to_numpy(dtype="int64") == range(300_000)).all() and (frame["Klant"] == text["Klant"]).all()


def test_names_of_columns_may_be_anything():
    text = pd.DataFrame([["1", "2", "3"]], columns=['a"b', "row", "c0"], dtype="str")
    frame, _repairs, _failed = convert(text, understand(text, "x").columns)
    assert frame.columns.tolist() == ['a"b', "row", "c0"] and frame.iloc[0].tolist() == [1, 2, 3]


def test_an_empty_table_and_a_table_without_columns():
    for text in (pd.DataFrame(), pd.DataFrame({"Bedrag": pd.Series([], dtype="str")})):
        frame, repairs, failed = convert(text, understand(text, "x").columns)
        assert frame.shape == text.shape and repairs == [] and failed.empty


ENGINE = duckdb.connect()
COLUMNS = [
    Column("c", "money", ","), Column("c", "money", "."), Column("c", "integer", ","), Column("c", "percent", ",%"), Column("c", "id", ".0"),
    Column("c", "date", "%d-%m-%Y|%d-%m-%y|%Y-%m-%d"), Column("c", "date", "%d %B %Y"), Column("c", "date", "excel"), Column("c", "boolean"), Column("c", "text"),
    Column("c", "category", role="country"),
]  # fmt: skip
CELL = st.one_of(
    st.text(max_size=12), st.from_regex(r"\A€? ?-?[0-9]{1,3}([.,][0-9]{3})?([.,][0-9]{1,2})?-?\Z"), st.from_regex(r"\A[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}\Z"),
    st.sampled_from(["ja", "N", "12 mrt 2024", "13085.0", "45395.25", "nan", "inf", "1e5", "(5)", "5%"]),
)  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    cells=st.one_of(
        st.lists(CELL, min_size=1, max_size=8),
        st.lists(st.from_regex(r"\A(-?[0-9]{1,16})?\Z"), min_size=1, max_size=8),  # cells that are their value as they stand
        st.lists(st.sampled_from(["rood", "blauw", "", "NA", "Na", "-", " groen", "n.v.t.", "geel\u00a0"]), min_size=1, max_size=4),
    ),
    column=st.sampled_from(COLUMNS),
)
def test_the_bulk_path_gives_the_same_values(cells, column):
    cells = [cell.encode("utf-8", "ignore").decode().replace("\x00", "") for cell in cells]
    frame, _repairs, _failed = convert(pd.DataFrame({"c": pd.Series(cells, dtype="str")}), {"c": column})
    query = (
        f"SELECT {duckdb_expression(column, 'cell')} FROM (SELECT unnest(?) AS cell, unnest(range(?)) AS place) ORDER BY place"
    )
    bulk = [row[0] for row in ENGINE.execute(query, [cells, len(cells)]).fetchall()]
    for one, other in zip(frame["c"], bulk, strict=True):
        assert (pd.isna(one) and other is None) or one == other


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_money_written_by_a_dutch_program_is_read_back_to_the_cent(cents):
    written = [f"€ {abs(cent) / 100:,.2f}".translate(str.maketrans(",.", ".,")) + ("-" if cent < 0 else "") for cent in cents]
    found, failed = values("Bedrag", *written)
    assert failed == [] and all(math.isclose(value * 100, cent, abs_tol=1e-3) for value, cent in zip(found, cents, strict=True))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=15), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_text_at_all_is_understood_and_keeps_its_rows(cells):
    whole = {
        name.encode("utf-8", "ignore").decode(): [cell.encode("utf-8", "ignore").decode() for cell in column]
        for name, column in cells.items()
    }
    table = pd.DataFrame({name: pd.Series(column, dtype="str") for name, column in whole.items()})
    frame, repairs, _failed = convert(table, understand(table, "x").columns)
    assert frame.shape == table.shape and all(repair.count >= 0 for repair in repairs)


@pytest.mark.parametrize("choice", ["foo", "date:%Q", "number:;", "date:'); DROP", "", "money:,%x"])
def test_a_type_that_does_not_exist_is_told(choice):
    with pytest.raises(WrongChoice):
        understand(pd.DataFrame({"a": ["1"]}, dtype="str"), "x", types={"a": choice})


@pytest.mark.parametrize(
    "choice",
    ["date", "datetime", "number", "percent", "boolean", "time", "empty", "id", "date:%A %d %B %Y om %H:%M uur|%d-%m-%y"],
)
def test_any_column_may_be_given_any_type(choice):
    table = pd.DataFrame({"a": ["12,5%", "x", "3-4-24", ""]}, dtype="str")
    frame, _repairs, _failed = convert(table, understand(table, "x", types={"a": choice}).columns)
    assert len(frame) == 4


def test_amounts_in_two_currencies_are_said() -> None:
    from segmentation.tables import read_table

    rows = "".join(f"K{place % 7};0{1 + place % 9}-03-2026;{'€' if place % 3 else '$'} {10 + place},50\n" for place in range(30))
    receipt = read_table(("klant;datum;bedrag\n" + rows).encode(), name="orders.csv").receipt
    assert [(one.count, one.where, one.before, one.after) for one in receipt.repairs if one.code == "currencies"] == [(10, "bedrag", "$ 10,50", "€")]
    alone = read_table(("klant;datum;bedrag\n" + rows.replace("$", "€")).encode(), name="orders.csv").receipt
    assert "currencies" not in {one.code for one in alone.repairs}
