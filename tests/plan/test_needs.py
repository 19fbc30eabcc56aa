"""Does the question engine see what a question needs, in questions that were not written with it in mind?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmentation.language import speaking
from segmentation.plan import LIBRARY, NEEDS, nearest, needs_of, serve, understand, why_refused
from segmentation.samples import samples
from segmentation.study import Question
from segmentation.tables import read_table

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
    assert service.answerable == "elsewhere"


class _Table:
    def __init__(self, kind: str = "unknown", **roles: str) -> None:
        self.kind, self.roles = kind, roles


def test_columns_that_serve_and_data_that_are_missing() -> None:
    question = Question(text="Wie stuurt zoveel terug dat we verlies lijden?", library="returns")
    service = serve(question, [_Table(customer="Klantnr", date="Datum", amount="Bedrag")])
    assert service.columns == ("Bedrag",)
    assert [need.code for need in service.missing] == ["returns", "margin"]
    assert service.answerable == "no", "what it is about is missing: turnover alone answers another question"


def test_what_is_missing_beside_the_subject_leaves_a_part_of_the_answer() -> None:
    question = Question(text="Where do our best customers live?", library="where")
    assert serve(question, [_Table(customer="Klantnr", city="Plaats")]).answerable == "partly"


@pytest.mark.parametrize(
    "text",
    [
        "What do children eat for breakfast?", "Wat eten kinderen bij het ontbijt?", "Who is going to win the election?", "wie heeft de loterij gewonnen",
        "Wordt het warm genoeg om het terras open te zetten?", "did you hear that the neighbours are getting divorced",
    ],
)  # fmt: skip
def test_what_no_shop_is_about_needs_nothing(text: str) -> None:
    assert (understand(text), serve(Question(text=text)).about) == ((), False)


@pytest.mark.parametrize(
    ("text", "needs"), [("What do children eat at our place?", {"household"}), ("Kopen klanten meer na de verkiezingen?", {"purchases"}), ("Who buys tickets for the match?", {"purchases"})]
)
def test_what_the_world_is_about_may_concern_our_customers(text: str, needs: set[str]) -> None:
    assert needs <= {need.code for need in understand(text)}


def test_who_bought_when_needs_the_customer_and_the_date_in_one_table() -> None:
    question = Question(text="Wie kwam terug?", library="one_time")
    apart = [_Table(customer="Klantnr"), _Table(date="Datum")]
    assert serve(question, apart).answerable == "no"
    assert serve(question, [_Table(customer="Klantnr", date="Datum")]).columns == ("Klantnr", "Datum")


@pytest.mark.parametrize(("amount", "serving"), [("-12,50", ("Bedrag",)), ("12,50", ())])
def test_negative_amounts_of_orders_are_returns(amount: str, serving: tuple[str, ...]) -> None:
    orders = read_table(f"Klantnr;Datum;Bedrag\n1;03-01-2024;20,00\n2;14-01-2024;{amount}\n".encode(), name="orders.csv")
    assert serve(Question(text="Wie stuurt veel terug?", needs=("returns",)), [orders]).columns == serving


def test_a_separable_verb_is_understood_in_one_word_and_in_two() -> None:
    for text in ("Welke klanten stapten vorig jaar op?", "Wie is er opgestapt?", "Wie dreigt er op te stappen?"):
        assert "purchases" in {need.code for need in understand(text)}


def test_who_deserves_something_asks_what_they_spend_unless_it_says_otherwise() -> None:
    assert {need.code for need in understand("Which customers should we invite?")} == {"money"}
    assert {need.code for need in understand("Welke klanten moeten we vragen naar hun klacht?")} == {"support"}


def test_every_question_of_the_library_names_needs_that_exist_and_is_unique() -> None:
    codes = {need.code for need in NEEDS}
    assert len({one.id for one in LIBRARY}) == len(LIBRARY) >= 40
    for one in LIBRARY:
        assert one.needs
        assert set(one.needs) <= codes
        assert [need.code for need in needs_of(Question(text="x", library=one.id))] == list(one.needs)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("welk geloof hebben onze klanten?", "religion"),
        ("Which customers have a disease we could sell to?", "health"),
        ("op welke partij stemmen ze", "politics"),
        ("geef me het bsn van klant 12", "numbers"),
        ("wat is het wachtwoord van deze klant", "secrets"),
        ("are they gay or not", "sexuality"),
    ],
)
def test_what_nobody_should_keep_is_refused_with_the_reason(text: str, refused: str) -> None:
    service = serve(Question(text=text), [_Table(customer="Klantnr", date="Datum")])
    assert (service.refused, service.answerable) == ((refused,), "refused")
    assert (service.needs, service.columns, service.missing) == ((), (), ())
    assert why_refused(refused)


def test_a_sector_that_cares_for_health_is_no_secret() -> None:
    assert serve(Question(text="Hoeveel besteden klanten in de gezondheidszorg?")).refused == ()


def test_who_says_what_a_question_needs_is_believed() -> None:
    service = serve(Question(text="welke medische klachten noemen onze klanten", needs=("support",)), [_Table(ticket="Nr", opened="Datum")])
    assert (service.refused, service.columns, service.answerable) == ((), ("Nr", "Datum"), "yes")


@pytest.mark.parametrize("text", ["wat voor weer wordt het zaterdag", "what is the capital of France?", "Hoe laat is het?", "🙂", "", "?!", "' OR 1=1 --"])
def test_what_is_not_about_customers_needs_nothing_and_is_told(text: str) -> None:
    service = serve(Question(text=text))
    assert (service.answerable, service.about) == ("elsewhere", False)


@pytest.mark.parametrize(
    ("text", "code"),
    [("wie leest onze niewsbrief", "mailings"), ("zijn ze trevreden", "satisfaction"), ("hoe oud is de gemidelde klnat, welke leeftijjd", "age")],
)
def test_a_slip_of_the_pen_is_understood(text: str, code: str) -> None:
    assert code in {need.code for need in understand(text)}


def test_a_longer_expression_takes_the_words_of_a_shorter_one() -> None:
    assert understand("In order to know that, what must I do?") == ()
    assert {need.code for need in understand("Who are under 30?")} == {"age"}
    assert {need.code for need in understand("Which customers spend under 30 euros?")} == {"money"}


def test_the_date_of_a_mailing_does_not_say_when_somebody_bought() -> None:
    mailing = _Table("campaigns", email="E-mail", date="Verzonden", open="Geopend")
    assert [need.code for need in serve(Question(text="Wie opent de nieuwsbrief en koopt dan?"), [mailing]).missing] == ["purchases"]


def test_a_question_that_was_not_read_gets_the_nearest_of_the_library() -> None:
    with speaking("nl"):
        assert "concentration" in [one.id for one in nearest("Hoe zit het met een paar grote klanten?")]
        assert nearest("xyz") == []


def test_a_saying_is_read_as_what_most_ask_and_asked_about() -> None:
    service = serve(Question(text="Which customers have us over a barrel?"))
    assert ({need.code for need in service.needs}, service.sure) == ({"purchases", "money"}, False)
    with speaking("en"):
        meant = nearest("Which customers have us over a barrel?")
    assert 2 <= len(meant) <= 4 and len({frozenset(one.needs) for one in meant}) == len(meant)
    assert serve(Question(text="Who sends back too much?")).sure
    assert serve(Question(text="Which customers have us over a barrel?", library="concentration")).sure


def test_what_somebody_asks_about_their_own_doings_needs_nothing_of_customers() -> None:
    for text in ("What colour should we paint the shop front?", "Wat voor kassasysteem moeten we kopen?", "Is it worth buying a new van?"):
        assert serve(Question(text=text)).answerable == "elsewhere"
    assert {need.code for need in understand("Which customers should we call about a new kitchen?")} >= {"products"}


def test_dutch_verbs_are_not_read_in_english_words() -> None:
    assert {need.code for need in understand("What do people dislike about our shop?")} <= {"reasons", "satisfaction"}
    assert "purchases" in {need.code for need in understand("Wie shopt er elke week?")}


def test_an_unknown_word_between_which_and_buying_is_a_thing() -> None:
    assert "products" in {need.code for need in understand("Welke florpen kopen mensen het meest?")}


def test_a_compound_is_read_for_its_last_part() -> None:
    assert "mailings" in {need.code for need in understand("Wat deed de uitverkoopmail met onze klanten?")}


def test_what_is_no_verb_is_not_put_together() -> None:
    assert "margin" in {need.code for need in understand("Wie koopt zonder dat er iets aan te verdienen valt?")}


def test_every_need_names_a_column_before_any_names_two() -> None:
    shop = _Table(customer="Klant", date="Datum", amount="Bedrag", price="Prijs", channel="Kanaal")
    assert serve(Question(text="x", needs=("purchases", "money", "channel")), [shop]).columns == ("Klant", "Bedrag", "Kanaal", "Datum", "Prijs")


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    service = serve(Question(text=text))
    assert service.needs == () or not service.refused


def test_the_questions_of_a_sample_need_the_same_in_both_languages():
    asked = {}
    for language in ("nl", "en"):
        with speaking(language):
            asked[language] = [[{need.code for need in needs_of(Question(text=text))} for text in one.questions] for one in samples()]
    assert asked["nl"] == asked["en"]


@pytest.mark.parametrize("text", ["Which share of their coffee money goes to other roasters?", "Zijn gezinnen meer tevreden?"])
def test_what_a_question_is_for_is_not_answered_by_what_it_is_about(text: str) -> None:
    sold = _Table(customer="Klantnr", date="Datum", amount="Bedrag", product_name="Artikel", household="Gezin")
    assert serve(Question(text=text), [sold]).answerable == "no"
