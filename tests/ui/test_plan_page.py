"""Does every control of steps 1 and 2 change the study, at once and for good?"""

from segmentation.store import Store
from tests.ui.conftest import Opened


def test_a_question_is_added_understood_and_taken_away_again(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    shown.text_input(key=f"question|{study.id}").input("Who sends back too much?").run()
    assert [question.text for question in store.load(study.id)[0].questions] == ["Who sends back too much?"]
    assert any("Missing: what they send back" in text.value for text in shown.caption)
    next(button for button in shown.button if button.label == "Remove this question").click().run()
    assert store.load(study.id)[0].questions == ()
    next(button for button in shown.button if button.key == "undo").click().run()
    assert len(store.load(study.id)[0].questions) == 1
    assert not shown.exception


def test_a_library_question_is_taken_with_one_click(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="nl")
    shown = page("plan", study)
    next(button for button in shown.button if button.label == "+ Wie zijn onze beste klanten?").click().run()
    taken = store.load(study.id)[0].questions
    assert [(question.text, question.library) for question in taken] == [("Wie zijn onze beste klanten?", "best")]


def test_a_saying_is_asked_about_and_its_words_can_be_changed(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    shown.text_input(key=f"question|{study.id}").input("Which customers have us over a barrel?").run()
    assert any("We are not sure we understand you" in text.value for text in shown.caption)
    next(button for button in shown.button if button.label == "Which customers cost us more than they bring in?").click().run()
    (question,) = store.load(study.id)[0].questions
    assert (question.text, question.library) == ("Which customers have us over a barrel?", "unprofitable")
    assert any("Answered as: Which customers cost us more" in text.value for text in shown.caption)
    words = next(field for field in shown.text_input if field.label == "Your words")
    words.input("Who opens our newsletter?").run()
    (question,) = store.load(study.id)[0].questions
    assert (question.text, question.library) == ("Who opens our newsletter?", None)
    assert not shown.exception


def test_three_answers_give_a_kind_of_market(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en", market_answers={"sides": "no", "needs": "same"})
    shown = page("plan", study)
    assert not any("This looks like a" in text.value for text in shown.markdown)
    shown.radio(key=f"kind:share|{study.id}|1").set_value("few").run()
    assert store.load(study.id)[0].market_answers["share"] == "few"
    assert any("This looks like a" in text.value for text in shown.markdown)


def test_audience_criteria_and_strategy_are_saved(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    shown.selectbox(key=f"criterion:growing|{study.id}|1").set_value(3.0).run()
    shown.text_area(key=f"strategy:goal|{study.id}|1").input("Sell more").run()
    shown.number_input(key=f"setting:uplift|{study.id}|1").set_value(20.0).run()
    saved = store.load(study.id)[0]
    assert saved.criteria["growing"] == 3.0
    assert saved.strategy.goal == "Sell more"
    assert saved.settings["uplift"] == 20.0
    assert any("pays from 63 customers" in text.value for text in shown.markdown)


def test_the_language_is_a_decision_of_the_study(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="nl")
    shown = page("plan", study)
    assert shown.title[0].value == "Wat wil je weten?"
    shown.radio(key=f"language|{study.id}|1").set_value("en").run()
    assert store.load(study.id)[0].language == "en"
    assert shown.title[0].value == "What do you want to know?"


def test_a_note_is_kept_and_shown_as_text(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    shown.text_area(key=f"note:plan.questions|{study.id}|1").input("![x](http://a.b) $5").run()
    assert store.load(study.id)[0].notes["plan.questions"] == "![x](http://a.b) $5"
    told = next(text.value for text in shown.markdown if "Your note" in text.value)
    assert "![" not in told


def test_somebody_else_saved_first(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    _study, revision = store.load(study.id)
    store.save(study.change(trade="shop"), revision)
    shown.text_area(key=f"strategy:goal|{study.id}|1").input("Mine").run()
    assert any("Nothing is lost" in warning.value for warning in shown.warning)
    assert store.load(study.id)[0].strategy.goal == ""
    shown.button(key="clash_mine").click().run()
    assert store.load(study.id)[0].strategy.goal == "Mine"


def test_a_market_card_has_source_and_date_and_grows_old(store: Store, page: Opened) -> None:
    from segmentation.study import MarketCard

    card = MarketCard(topic="players", text="Big chain", source="Trade journal", date="2019-01-31", sure="sure")
    study = store.new("Market", language="en", market=(card,))
    shown = page("market", study)
    assert any("old: check again" in text.value for text in shown.caption)
    next(button for button in shown.button if button.label == "Remove this card").click().run()
    assert store.load(study.id)[0].market == ()


def test_the_big_screen_shows_one_cell(store: Store, page: Opened) -> None:
    study = store.new("Plan", language="en")
    shown = page("plan", study)
    every = len(shown.subheader)
    shown.query_params["screen"] = "1"
    shown.run()
    assert every > 3
    assert [title.value for title in shown.subheader] == ["Who are you, and who do you sell to?"]
    shown.button(key="screen:on").click().run()
    assert [title.value for title in shown.subheader] == ["Which questions do you want answered?"]
    shown.button(key="screen:off").click().run()
    assert len(shown.subheader) == every
