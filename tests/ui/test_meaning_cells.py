"""Overruling what a column is: what one click changes in the study."""

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.language import speaking
from segmentation.store import Store
from segmentation.study import Study, Upload
from segmentation.tables.told import sheet_in_words
from segmentation.ui.meaning_cells import changed, overruled
from tests.ui.conftest import ROOT, Opened, settled

ROLES = {"klantnummer": "customer", "naam": "name", "": None}
TYPES = {"tekst": "text", "nummer of code": "id"}
NOW = {"Klant": "customer", "Code": None}


def test_another_column_gets_the_role():
    upload = Upload(hash="a", name="a.csv")
    assert overruled(upload, now=NOW, edited={1: {"role": "klantnummer"}}, roles=ROLES, types=TYPES) == {
        "roles": {"customer": "Code"},
        "types": {},
    }


def test_a_column_gets_another_role_and_gives_up_its_own():
    upload = Upload(hash="a", name="a.csv")
    found = overruled(upload, now=NOW, edited={0: {"role": "naam", "type": "tekst"}}, roles=ROLES, types=TYPES)
    assert found == {"roles": {"customer": None, "name": "Klant"}, "types": {"Klant": "text"}}


def test_a_column_loses_its_role():
    upload = Upload(hash="a", name="a.csv", roles={"amount": "B"})
    found = overruled(upload, now=NOW, edited={0: {"role": ""}}, roles=ROLES, types=TYPES)
    assert found["roles"] == {"amount": "B", "customer": None}


def test_only_that_file_is_changed():
    study = Study(name="x", uploads=(Upload(hash="a", name="a.csv"), Upload(hash="b", name="b.csv")))
    after = changed(study, "b", lambda _upload: {"kind": "visits"})
    assert [upload.kind for upload in after.uploads] == [None, "visits"]


def drawn(store: Store, page: Opened, language: str, name: str, content: str, **chosen: object) -> AppTest:
    """Page 3 with one file, read as was chosen."""
    study = store.add_upload(store.new("Words", language=language), content.encode(), name)
    if chosen:
        study = study.change(uploads=(study.uploads[0].model_copy(update=chosen),))
        store.save(study, store.load(study.id)[1])
    return settled(page("customers", study))


def words(shown: AppTest) -> str:
    told = [*(str(part.value) for part in (*shown.markdown, *shown.info, *shown.caption)), *(str(button.label) for button in shown.button)]
    return "\n".join(told).replace("\\", "")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "told", "other", "choice"), [("nl", "is gelezen als 3250", "Lees als 3,25", "Lees zonder mijn keuzes"), ("en", "was read as 3250", "Read as 3.25", "Read without my choices")])
def test_a_number_that_can_be_two_is_shown_as_both_and_what_was_chosen_can_be_dropped_days_later(
    store: Store, page: Opened, language: str, told: str, other: str, choice: str
) -> None:
    rows = "".join(f"{n % 9 + 11:05};{1 + n % 12:02}-{1 + n % 11:02}-2024;{3 + n % 7}.250\n" for n in range(60))
    content = "Klant;Datum;Bedrag\n" + rows
    shown = drawn(store, page, language, "orders.csv", content)
    assert told in words(shown)
    assert other in words(shown)
    assert choice not in words(shown)
    again = drawn(store, page, language, "orders.csv", content, types={"Bedrag": "number:."})
    assert told not in words(again)
    next(button for button in again.button if button.label == choice).click().run()
    assert told in words(settled(again))


@pytest.mark.slow
@pytest.mark.parametrize(("language", "column", "export"), [("nl", "kolom 2", "een export van WooCommerce"), ("en", "column 2", "an export of WooCommerce")])
def test_columns_without_a_name_and_known_exports_are_told_in_the_language_of_the_page(store: Store, page: Opened, language: str, column: str, export: str) -> None:
    bare = "".join(f"{n % 9 + 11:05};piet{n % 9}@voorbeeld.nl;{1 + n % 28:02}-01-2024\n" for n in range(60))
    shown = drawn(store, page, language, "bare.csv", bare)
    frames = [str(frame.value) for frame in shown.dataframe]
    assert any(column in frame for frame in frames)
    assert column in words(shown), "the list of columns that point at people"
    fixture = ROOT / "tests" / "tables" / "fixtures" / "exports" / "woocommerce_orders.csv"
    assert export in words(drawn(store, page, language, fixture.name, fixture.read_text("utf-8")))


def test_the_tables_of_an_audit_file_have_names_in_both_languages() -> None:
    with speaking("nl"):
        assert sheet_in_words("turnover", "boeken.xaf") == "omzet"
        assert sheet_in_words("turnover", "books.xlsx") == "turnover"
        assert sheet_in_words("lines", "books.xml", "xaf_lines") == "journaalregels"


@pytest.mark.slow
def test_of_a_file_that_is_not_recognised_the_columns_stand_open(store: Store, page: Opened) -> None:
    bare = "".join(f"2024-{n:04};{1 + n % 28:02}-01-2024;{n % 9 + 11:05};{10 + n},50\n" for n in range(60))
    for text, stands_open in ((bare, True), ("Order;Datum;Klantnr;Bedrag\n" + bare, False)):
        shown = drawn(store, page, "en", "orders.csv", text)
        assert [one.proto.expanded for one in shown.expander if one.label.startswith("What each column is")] == [stands_open]


@pytest.mark.slow
def test_that_there_is_no_header_is_shown_as_a_choice_and_can_be_chosen(store: Store, page: Opened) -> None:
    bare = "".join(f"2024-{n:04};{1 + n % 28:02}-01-2024;{n % 9 + 11:05};{10 + n},50\n" for n in range(60))
    shown = drawn(store, page, "nl", "orders.csv", "Order;Datum;Klantnr;Bedrag\n" + bare)
    header = next(one for one in shown.selectbox if one.label == "Kop in rij")
    assert header.value == 1
    settled(header.set_value("").run())
    study = store.load(store.studies()[0].id)[0]
    assert study.uploads[0].reading == {"header": None}
    again = settled(page("customers", study))
    found = next(one for one in again.selectbox if one.label == "Kop in rij")
    assert found.value == ""
    assert "geen" in found.options
