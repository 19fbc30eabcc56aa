"""A customer who asks to be forgotten, and customers under another number: what the figures then know."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from segmentation.store import Store
from segmentation.tables.privacy import pseudonym
from segmentation.ui.privacy_cells import _told, pseudonymised, with_own_numbers
from tests.ui.conftest import Opened

ORDERS = "Klantnr;Naam;E-mail;Datum;Bedrag\n" + "".join(
    f"K{n % 20};Jan Bos;jan{n % 20}@x.nl;{1 + n % 28:02}-{1 + n % 12:02}-2024;{10 + n % 90},50\n" for n in range(200)
)


def test_pseudonyms_give_the_same_figures_under_other_names(store: Store) -> None:
    study = store.add_upload(store.new("Own", language="en"), ORDERS.encode(), "orders.csv").change(merged={"K1": "K2"}, forgotten=("K3",))
    hidden = pseudonymised(study)
    key = hidden.settings["pseudonyms"]
    own, covered = store.analysis(study), store.analysis(hidden)
    assert own.key("customers") != covered.key("customers")
    told = covered.tables[0].text.to_csv() + covered.tables[0].frame.to_csv() + covered.tables[0].head(3).to_csv()
    assert "K4" not in told and "jan4" not in told and "Jan" not in told
    before, after = own.customers.frame, covered.customers.frame
    assert sorted(after.index) == sorted(pseudonym(one, key) for one in before.index)
    assert after.loc[pseudonym("K5", key), "monetary"] == before.loc["K5", "monetary"]
    assert pseudonym("K3", key) not in after.index and len(after) == 18
    assert with_own_numbers(hidden).settings == study.settings
    assert pseudonymised(study).settings["pseudonyms"] != key


@pytest.mark.slow
def test_a_customer_is_forgotten_by_number(store: Store, page: Opened) -> None:
    study = store.add_upload(store.new("Forget", language="en"), ORDERS.encode(), "orders.csv")
    store.analysis(study).customers  # noqa: B018 - worked out beforehand, so that the page waits for no job
    shown = page("customers", study)
    _type(shown, "K999")
    assert any("No customer has this number" in str(one.value) for one in shown.warning)
    _type(shown, "K7")
    kept = store.load(study.id)[0]
    assert kept.forgotten == ("K7",) and "K7" not in store.analysis(kept).customers.frame.index
    assert any("1 customer is forgotten" in str(one.value) for one in shown.caption)
    next(one for one in shown.toggle if one.label == "Replace customer numbers by pseudonyms").set_value(True).run()
    kept = store.load(study.id)[0]
    assert len(store.analysis(kept).customers.frame) == 19 and not shown.exception


@pytest.mark.slow
@pytest.mark.parametrize("by_code", [False, True])
def test_who_was_forgotten_under_a_code_stays_so_when_the_numbers_are_back(store: Store, page: Opened, by_code: bool) -> None:
    study = pseudonymised(store.add_upload(store.new("Forget", language="en"), ORDERS.encode(), "orders.csv"))
    store.save(study, store.load(study.id)[1])
    store.analysis(study).customers  # noqa: B018 - worked out beforehand, so that the page waits for no job
    shown = page("customers", study)
    _type(shown, pseudonym("K7", study.settings["pseudonyms"]) if by_code else "K7")
    assert len(store.load(study.id)[0].forgotten) == 1
    next(one for one in shown.toggle if one.label == "Replace customer numbers by pseudonyms").set_value(False).run()
    kept = store.load(study.id)[0]
    assert "K7" in kept.forgotten and "K7" not in store.analysis(kept).customers.frame.index and "pseudonyms" not in kept.settings


def test_customers_who_were_taken_together_under_a_code_stay_so(store: Store) -> None:
    study = pseudonymised(store.add_upload(store.new("Own", language="en"), ORDERS.encode(), "orders.csv"))
    key = study.settings["pseudonyms"]
    joined = study.change(merged={pseudonym("K1", key): pseudonym("K2", key)})
    again = with_own_numbers(joined, {pseudonym(one, key): one for one in ("K1", "K2")})
    assert again.merged["K1"] == "K2"


def test_no_number_stands_in_the_example_of_a_row_under_pseudonyms(store: Store) -> None:
    text = ORDERS.replace("K7;Jan Bos;", "K7;Jan; Bos;", 1)
    study = pseudonymised(store.add_upload(store.new("Own", language="en"), text.encode(), "orders.csv"))
    receipt = store.analysis(study).tables[0].receipt
    assert receipt.count("row_joined") == 1
    assert "K7" not in receipt.frame().to_csv()


def test_a_column_is_not_explained_by_its_own_name() -> None:
    rows = [("a.csv", "BSN", "burgerservicenummer (BSN)", "Leeg."), ("a.csv", "Mail", "e-mailadres", "Leeg."), ("a.csv", "Wie", "naam", "Leeg.")]
    told = "".join(_told(pd.DataFrame(rows, columns=["file", "column", "what", "done"]))).replace("\\", "")
    assert told == "- **a.csv**: BSN, Mail, Wie (naam). Leeg."


def _type(shown: AppTest, number: str) -> None:
    next(one for one in shown.text_input if one.label == "Forget a customer").set_value(number).run()
    next(one for one in shown.button if one.label == "Yes, forget this customer").click().run()
