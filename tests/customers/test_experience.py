"""What customers go through: tickets, mailings, visits, surveys and texts, one row per customer with honest gaps."""

import pandas as pd
import pytest

from segmentation.customers import build_customers
from segmentation.customers.campaigns import difference, wilson
from segmentation.customers.stages import where_most_leave
from segmentation.customers.themes import private, read_texts, theme_table
from tests.customers.tables import table

DAY = pd.Timestamp("2024-05-01")


def bought(*ids):
    return table("purchases", {"customer": list(ids), "date": [DAY] * len(ids), "amount": [1.0] * len(ids)})


def test_tickets_by_hand():
    tickets = table("tickets", {
        "ticket": ["t1", "t2", "t3"], "customer": ["A", "A", "B"], "opened": [DAY, DAY, DAY],
        "closed": [DAY + pd.Timedelta(hours=2), DAY + pd.Timedelta(hours=10), None], "minutes": [5.0, 7.0, 3.0],
        "subject": ["late", "late", "broken"],
    })  # fmt: skip
    frame = build_customers(bought("A", "B", "C"), tickets).frame
    assert frame.loc["A", ["tickets", "tickets_open", "hours_to_resolve", "hours_to_resolve_worst", "support_minutes"]].tolist() == [
        2, 0, 6, 10, 12,
    ]  # fmt: skip
    assert frame.loc["B", ["tickets", "tickets_open", "support_minutes"]].tolist() == [1, 1, 3]
    assert pd.isna(frame.loc["B", "hours_to_resolve"])
    assert frame.loc["C", "tickets"] == 0
    assert frame.loc["A", "ticket_subject"] == "late"


def test_a_ticket_closed_before_it_was_opened_is_said():
    tickets = table("tickets", {"customer": ["A"], "opened": [DAY], "closed": [DAY - pd.Timedelta(days=1)], "ticket": ["t"]})
    customers = build_customers(bought("A"), tickets)
    assert "closed_before_opened" in {notice.code for notice in customers.notices}


def test_mailings_per_customer_and_per_campaign_with_segmented_against_unsegmented():
    rows = {
        "customer": [f"c{n}" for n in range(40)], "campaign": ["May"] * 40, "variant": ["segmented"] * 20 + ["unsegmented"] * 20,
        "open": ["ja"] * 15 + ["nee"] * 5 + ["ja"] * 5 + ["nee"] * 15, "bounce": [False] * 40,
    }  # fmt: skip
    customers = build_customers(bought("c0", "zz"), table("campaigns", rows))
    assert customers.frame.loc["c0", ["mailings", "opens", "open_rate"]].tolist() == [1, 1, 1]
    assert customers.frame.loc["zz", "mailings"] == 0
    assert pd.isna(customers.frame.loc["zz", "open_rate"])
    told = customers.experience.campaigns.set_index("variant")
    assert told.loc["segmented", ["sent", "open", "open_rate"]].tolist() == [20, 15, 0.75]
    gap = customers.experience.segmented.query("group == 'difference' and measure == 'open'").iloc[0]
    assert gap.rate == pytest.approx(0.5)
    assert 0 < gap.low < 0.5 < gap.high < 1


def test_a_table_with_one_row_per_campaign_needs_no_customer():
    rows = {"campaign": ["May", "June"], "sent": [1000, 900], "open": [300, 180], "click": [30, 9], "bounce": [10, 0]}
    customers = build_customers(bought("A"), table("campaigns", rows))
    told = customers.experience.campaigns.set_index("campaign")
    assert told.loc["May", "open_rate"] == pytest.approx(300 / 990)
    assert told.loc["June", "click_rate"] == pytest.approx(0.01)


def test_intervals_of_shares_are_those_of_the_literature():
    assert wilson(15, 20, 1.959964) == pytest.approx((0.75, 0.5313, 0.8881), abs=0.0001)
    low_high = difference(wilson(56, 70, 1.959964), wilson(48, 80, 1.959964))
    assert low_high == pytest.approx((0.2, 0.0524, 0.3339), abs=0.0001)  # Newcombe (1998), table II, method 10, example (a)


def test_surveys_and_texts():
    survey = table("survey", {"customer": ["A", "A", "B"], "nps": [9, 7, 3], "text": [
        "Snelle levering en goede service", "De levering was weer heel snel", "Het pakket was kapot en veel te laat, erg jammer",
    ]})  # fmt: skip
    customers = build_customers(bought("A", "B", "C"), survey)
    frame = customers.frame
    assert frame.loc["A", "nps"] == 8
    assert frame.loc["A", "theme"] == "delivery"
    assert frame.loc["A", "sentiment"] > 0 > frame.loc["B", "sentiment"]
    assert pd.isna(frame.loc["C", "nps"])
    themes = customers.experience.themes.set_index("theme")
    assert themes.loc["delivery", "customers"] == 2


def test_not_turns_a_word_and_english_is_recognised():
    read = read_texts(pd.DataFrame({"customer_id": ["1", "2"], "text": ["Not good, the delivery was late", "Niet goed"]}))
    assert (read.sentiment < 0).all()
    assert read.drop_duplicates("customer_id").language.tolist() == ["en", "nl"]


@pytest.mark.parametrize("secret", ["jan@voorbeeld.nl", "06-12345678", "1234 AB", "NL91ABNA0417164300", "Jan de Vries", "Dorpsstraat 12"])
def test_quotes_hold_nothing_personal(secret):
    text = f"De levering was laat, bel {secret} maar. Groet, Jan de Vries" if "Jan" not in secret else f"Te laat. Groet, {secret}"
    assert secret not in private(text)
    quotes = theme_table(read_texts(pd.DataFrame({"customer_id": ["1"], "text": [text]}))).quotes
    assert not quotes.str.contains(secret, regex=False).any()


def test_stages_show_where_people_stop():
    visits = table("visits", {
        "customer": ["A", "A", "A", "B", "B", "C"], "date": [DAY] * 6,
        "page": ["/blog/tips", "/zoeken", "/product/1", "/blog/tips", "/zoeken", "/blog/tips"],
    })  # fmt: skip
    customers = build_customers(bought("A"), visits)
    told = customers.experience.stages.set_index("stage")
    assert told.customers.tolist() == [3, 2, 1, 1, 0]
    assert told.loc["problem", "dropped"] == 1
    assert customers.frame.loc["A", ["visits", "pages"]].tolist() == [1, 3]
    worst = where_most_leave(customers.experience.stages)
    assert worst is not None and (worst.stage, worst.dropped) == ("problem", 1)


def test_who_all_bought_did_not_leave_on_the_way():
    visits = table("visits", {"customer": ["A", "A", "B"], "date": [DAY] * 3, "page": ["/blog/tips", "/zoeken", "/zoeken"]})
    facts = build_customers(bought("A", "B"), visits).experience.stages
    assert facts.customers.tolist() == [2, 2, 2, 2, 0]
    assert where_most_leave(facts) is None


def test_a_small_order_is_not_about_size():
    read = read_texts(pd.DataFrame({"customer_id": ["1", "2"], "text": ["Verzendkosten vallen tegen bij een kleine bestelling", "De maat past niet"]}))
    assert read.theme.tolist() == ["delivery", "size"]


def test_who_they_are():
    people = table("customers", {
        "customer": ["A", "B", "C"], "birth_date": pd.to_datetime(["1980-05-02", "1950-01-01", None]),
        "postcode": ["9401 AB", None, "2000"], "city": ["Assen", "Den Haag", "Antwerpen"], "country": ["NL", None, "België"],
        "employees": ["10", "250", "x"], "gender": ["v", "m", None],
    })  # fmt: skip
    frame = build_customers(people, bought("A")).frame
    assert frame.age.tolist()[:2] == [43, 74]
    assert frame.generation.tolist()[:2] == ["x", "boomer"]
    assert frame.province.tolist() == ["Drenthe", "Zuid-Holland", "Antwerpen"]
    assert frame.region.tolist()[:2] == ["north", "west"]
    assert frame.gender.tolist()[:2] == ["v", "m"]
    assert not {"birth_date", "postcode"} & set(frame)


def test_every_column_knows_itself():
    customers = build_customers(bought("A", "B"), table("customers", {"customer": ["A"], "age": [40]}))
    facts = customers.columns
    assert list(facts.index) == list(customers.frame.columns)
    assert facts.loc["monetary", ["kind", "model", "source"]].tolist() == ["money", "value", "purchases.csv"]
    assert facts.loc["age", ["model", "missing", "protected"]].tolist() == ["demographic", 0.5, True]
    assert set(customers.models.model) == {
        "demographic", "behavioural", "psychographic", "geographic", "technographic", "firmographic", "needs", "value",
    }  # fmt: skip
    assert customers.models.set_index("model").loc["firmographic", "served"] == 0
