"""Step 3 with the files people really choose: each accident gets a sentence, and nothing already made is lost."""

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.store import Store
from tests.ui.conftest import Opened, settled

GOOD = "Klantnr;Datum;Bedrag\n" + "".join(f"K{n % 40};{1 + n % 28:02}-{1 + n % 12:02}-2024;{10 + n % 90},50\n" for n in range(400))
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def everything(shown: AppTest) -> str:
    parts = [*shown.markdown, *shown.error, *shown.info, *shown.caption, *shown.warning, *shown.subheader]
    return "\n".join(str(part.value) for part in parts)


def give(shown: AppTest, name: str, content: bytes) -> AppTest:
    shown.file_uploader[0].upload(name, content, "application/octet-stream").run()
    assert not shown.exception
    return settled(shown)


@pytest.mark.slow
def test_a_good_file_becomes_customers(store: Store, page: Opened) -> None:
    study = store.new("Files", language="en")
    shown = give(page("customers", study), "orders.csv", GOOD.encode("cp1252"))
    told = everything(shown)
    assert "purchases" in told
    assert "400" in told
    assert any(metric.value == "40" for metric in shown.metric)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("holiday.csv", PHOTO),
        ("noid.csv", b"Kleur;Maat\nrood;3\nblauw;4\ngroen;5\n"),
        ("one.csv", b"Klantnr;Datum;Bedrag\nK1;01-02-2024;10,00\n"),
        ("column.csv", b"waarde\n1\n2\n3\n"),
        ("equal.csv", b"Klantnr;Datum;Bedrag\n" + b"K1;01-02-2024;10,00\n" * 50),
        ("hostile.csv", b"Klantnr;Naam;Datum;Bedrag\n<script>;![x](http://a.b);01-02-2024;=1+1\nK2;=1+1;02-02-2024;5,00\n"),
    ],
)
def test_an_accident_gets_a_sentence_and_loses_nothing(store: Store, page: Opened, name: str, content: bytes) -> None:
    study = store.new("Files", language="en", questions=())
    study = store.add_upload(study, GOOD.encode(), "orders.csv")
    shown = settled(page("customers", study))
    give(shown, name, content)
    told = everything(shown)
    assert "Something went wrong in this step" not in told
    assert "orders" in told, "the file that was there is still shown"
    assert "![x](http" not in told
    kept = store.load(study.id)[0]
    assert {upload.name for upload in kept.uploads} == {"orders.csv", name} or {upload.name for upload in kept.uploads} == {"orders.csv"}
    assert not shown.exception


@pytest.mark.slow
def test_a_file_that_cannot_be_read_can_be_taken_away_again(store: Store, page: Opened) -> None:
    study = store.add_upload(store.new("Files", language="en"), GOOD.encode(), "orders.csv")
    study = store.add_upload(study, PHOTO, "photo.csv")
    shown = settled(page("customers", study))
    assert shown.error
    next(button for button in shown.button if button.key and "act:table:" in button.key).click().run()
    settled(shown)
    assert [upload.name for upload in store.load(study.id)[0].uploads] == ["orders.csv"]
    assert any(metric.value == "40" for metric in shown.metric)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("header", "rows", "told"),
    [
        ("Klantnummer;Naam;Aantal bestellingen;Omzet 2025;Laatste bestelling", "{n};Klant {n};{few};{n},50;0{few}-03-2025", "your list of customers says"),
        ("Klantnummer;Naam;Omzet 2025", "{n};Klant {n};{n},50", "but not how often"),
    ],
)
def test_a_list_of_customers_is_enough_for_step_3(store: Store, page: Opened, header: str, rows: str, told: str) -> None:
    lines = "\n".join([header, *(rows.format(n=1000 + n, few=1 + n % 8) for n in range(60))])
    shown = give(page("customers", store.new("List", language="en")), "klantenlijst.csv", lines.encode())
    assert told in everything(shown)
    figures = {metric.label: metric.value for metric in shown.metric}
    assert figures["Customers"] == "60"
    assert figures["Turnover"] == "€61,800"
