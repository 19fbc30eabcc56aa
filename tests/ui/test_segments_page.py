"""Step 5 without a browser: every control writes its decision, and what was there is still shown."""

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.store import Store
from segmentation.study import Study, Treatment
from tests.analysis.test_analysis import lines
from tests.ui.conftest import Opened, settled


def named(widgets: object, label: str) -> object:
    return next(widget for widget in widgets if widget.label.startswith(label))  # type: ignore[attr-defined]


def study_with_lines(store: Store, **decisions: object) -> Study:
    return store.add_upload(store.new("Autumn", language="en", **decisions), lines(120), "orders.csv")


def saved(store: Store, study: Study, shown: AppTest) -> Study:
    assert not shown.exception
    return store.load(study.id)[0]


@pytest.mark.slow
def test_features_number_method_and_treatment_are_decisions(store: Store, page: Opened) -> None:
    study = study_with_lines(store, k=2, method="kmeans", features=("frequency", "monetary", "recency"))
    shown = settled(page("segments", study))
    assert "How real are these segments?" in [heading.value for heading in shown.subheader]

    shown = named(shown.multiselect, "Features").set_value(["frequency", "monetary"]).run()
    assert saved(store, study, shown).features == ("frequency", "monetary")
    shown = named(shown.selectbox, "Number of segments").set_value(4).run()
    assert saved(store, study, shown).k == 4
    named(shown.selectbox, "Treat this feature").set_value("monetary").run()
    shown = named(shown.selectbox, "Form").set_value("rank").run()
    shown = named(shown.selectbox, "Missing values").set_value("zero").run()
    shown = named(shown.select_slider, "Weight").set_value(2.0).run()
    assert saved(store, study, shown).treatments == {"monetary": Treatment(transform="rank", missing="zero", weight=2.0)}
    shown = named(shown.selectbox, "Way of grouping").set_value("rules").run()
    shown = named(shown.text_area, "Your rules").set_value("Big: monetary > 400\nOften: frequency >= 3").run()
    assert saved(store, study, shown).own_rules == {"Big": "monetary > 400", "Often": "frequency >= 3"}
    shown = settled(shown)
    assert not shown.error
    assert any("Big" in text.placeholder for text in shown.text_input if text.label.startswith("Name of segment"))

    shown = named(shown.button, "Undo").click().run()
    assert saved(store, study, shown).own_rules == {}


@pytest.mark.slow
def test_a_name_a_zoom_and_two_groups_beside_each_other(store: Store, page: Opened) -> None:
    study = study_with_lines(store, k=2, method="kmeans", features=("frequency", "monetary"))
    shown = settled(page("segments", study))
    shown = named(shown.text_input, "Name of segment A").set_value("Now <b>and</b> then").run()
    assert saved(store, study, shown).segment_names == {"A": "Now <b>and</b> then"}
    assert not any(button.key and button.key.startswith("stop:") for button in shown.button), "a name works nothing out again"
    assert not any("<b>and" in text.value for text in shown.markdown), "a name is text, never markup"

    shown = settled(named(shown.selectbox, "Zoom into").set_value("A").run())
    assert any("A1" in text.value for text in shown.markdown)
    shown = named(shown.selectbox, "with").set_value("Bought once").run()
    assert any("Only in" in text.value for text in shown.markdown)
    shown = named(shown.text_input, "Who bought this product").set_value("$nothing$").run()
    assert not shown.exception

    shown = settled(named(shown.selectbox, "Number of segments").set_value(3).run())
    assert "Who moved since you named the segments?" in [heading.value for heading in shown.subheader]
    assert any("The segments still fit" in text.value for text in shown.markdown), "the same customers as when they were named"
    assert any("the border lies elsewhere now" in text.value for text in shown.markdown), "so nobody's own figures explain who moved"
    assert "Why" in next(table.value.columns for table in shown.dataframe if "From" in table.value.columns)
    assert saved(store, study, shown).segment_names == {"A": "Now <b>and</b> then"}
