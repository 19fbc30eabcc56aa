"""Does the question engine see what a question needs, in questions that were not written with it in mind?"""

import pytest

from segmentation.plan import LIBRARY, NEEDS, needs_of, serve, understand
from segmentation.study import Question

HELD_OUT = [
    ("Welke klanten stuur ik beter weg omdat ze alleen geld kosten?", {"money", "margin"}),
    ("Hoeveel van mijn omzet komt van de vijf grootste klanten?", {"money"}),
    ("Wie is al een half jaar niet geweest en kocht vroeger wel vaak?", {"purchases"}),
    ("Komen mijn beste klanten uit Drenthe of Groningen, of wonen ze verder weg?", {"purchases", "place"}),
    ("Zijn vrouwen trouwer dan mannen?", {"gender", "purchases"}),
    ("Welke artikelen worden vaak samen gekocht?", {"products"}),
    ("Waarom haken mensen af na de eerste bestelling?", {"reasons", "purchases"}),
    ("Hoe tevreden zijn onze vaste klanten?", {"satisfaction"}),
    ("Wie opent onze nieuwsbrief nooit?", {"mailings"}),
    ("Wie belt de helpdesk het meest?", {"support"}),
    ("Wie koopt alleen in de uitverkoop?", {"discount"}),
    ("In welke branche zitten onze winstgevendste klanten?", {"sector", "money", "margin"}),
    ("Kopen kleine bedrijven anders dan grote bedrijven?", {"firm_size", "purchases"}),
    ("Via welk kanaal komen de klanten die blijven?", {"channel"}),
    ("Wie betaalt er structureel te laat?", {"payment"}),
    ("Which customers return more than half of what they order?", {"returns", "purchases"}),
    ("How old are the people who spend most?", {"age", "money"}),
    ("Do families buy more than singles?", {"household", "purchases"}),
    ("Which first product leads to a second order?", {"products", "purchases"}),
    ("Who complains a lot and earns us little?", {"support", "money"}),
    ("Where can we find more customers like the top ten?", {"acquisition", "place"}),
    ("Is the number of young customers growing?", {"age", "growth"}),
    ("When in the year do our best customers buy?", {"season", "purchases"}),
    ("Which companies spend more with our competitors than with us?", {"wallet", "money"}),
]


@pytest.mark.parametrize(("text", "expected"), HELD_OUT)
def test_a_question_betrays_its_needs(text: str, expected: set[str]) -> None:
    found = {need.code for need in understand(text)}
    assert expected <= found
    assert len(found - expected) <= 2, f"too much read into it: {found - expected}"


def test_bought_together_asks_for_products_and_for_nothing_else() -> None:
    for text in ("Which products are bought together?", "Welke producten worden samen gekocht?"):
        assert [need.code for need in understand(text)] == ["products"]


def test_a_question_about_nothing_needs_nothing_and_says_so() -> None:
    service = serve(Question(text="Klopt dit?"))
    assert service.needs == ()
    assert service.answerable == "unknown"


class _Table:
    def __init__(self, **roles: str) -> None:
        self.roles = roles


def test_columns_that_serve_and_data_that_are_missing() -> None:
    question = Question(text="Wie stuurt zoveel terug dat we verlies lijden?", library="returns")
    service = serve(question, [_Table(customer="Klantnr", date="Datum", amount="Bedrag")])
    assert service.columns == ("Bedrag",)
    assert [need.code for need in service.missing] == ["returns", "margin"]
    assert service.answerable == "partly"


def test_who_bought_when_needs_the_customer_and_the_date_in_one_table() -> None:
    question = Question(text="Wie kwam terug?", library="one_time")
    apart = [_Table(customer="Klantnr"), _Table(date="Datum")]
    assert serve(question, apart).answerable == "no"
    assert serve(question, [_Table(customer="Klantnr", date="Datum")]).columns == ("Klantnr", "Datum")


def test_every_question_of_the_library_names_needs_that_exist_and_is_unique() -> None:
    codes = {need.code for need in NEEDS}
    assert len({one.id for one in LIBRARY}) == len(LIBRARY) >= 40
    for one in LIBRARY:
        assert one.needs
        assert set(one.needs) <= codes
        assert [need.code for need in needs_of(Question(text="x", library=one.id))] == list(one.needs)
