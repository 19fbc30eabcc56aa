"""Does every control of pages 3, 4 and 7 keep what the user decided, and does the page follow?"""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from segmentation.store import Store
from segmentation.study import Study
from tests.ui.conftest import Opened, settled
from tests.ui.test_demo_mode import shop

DEAR = {"margin_rate": 0.2, "per_order": 9.0, "per_ticket": (20.0, 40.0, 60.0), "minutes_per_ticket": 10.0, "per_mailing": 1.5}


def mailings() -> str:
    rows = ["klantnr;campagne;verzonden;geopend;geklikt"]
    rows += [
        f"KLX-{7000 + n % 90};{'Segment A' if n % 2 else 'Iedereen'} {n % 3};0{1 + n % 9}-04-2024;{int(n % 3 == 0)};{int(n % 7 == 0)}"
        for n in range(270)
    ]
    return "\n".join(rows)


@pytest.fixture
def study(store: Store) -> Study:
    """A small shop in which some customers cost money, and two of the list share an e-mail address."""
    made = store.new("Shop", language="en", costs=DEAR)
    files = shop()
    files["zonderland-klanten.csv"] += "\nKLX-9000;Quirijn Zonderland1;quirijn1@zonderland.example;;Zoutkamp;7601 QX;actief"
    for name, text in {**files, "mailings.csv": mailings()}.items():
        made = store.add_upload(made, text.encode(), name)
    analysis = store.analysis(made)
    for step in ("customers", "segmentation", "profiles"):
        analysis.compute(step)
    return made


FOLDED = ("costs", "more-costs", "statement", "check", "wait", "trace", "ladder", "rungs", "best", "in-out", "strategies", "moved", "respond", "programme", "levers")


def unfolded(shown: AppTest) -> AppTest:
    """Run page 7 with every part of it opened: AppTest forgets with each run what was open."""
    study_id = shown.query_params["study"]
    for name in FOLDED:
        shown.session_state[f"open:{name}|{study_id[0] if isinstance(study_id, list) else study_id}"] = True
    shown.run()
    assert not shown.exception
    return shown


def widget(shown: AppTest, kind: str, name: str) -> Any:
    """The widget of this kind that decides on this, whatever the generation of the page."""
    found = [one for one in getattr(shown, kind) if one.key and one.key.split("|")[0] == name]
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0]


def changed(shown: AppTest, kind: str, name: str, value: Any) -> AppTest:
    widget(shown, kind, name).set_value(value)
    return unfolded(settled(shown.run()))


def saved(store: Store, study: Study) -> Study:
    return store.load(study.id)[0]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_page_7_keeps_every_assumption_and_follows_it(store: Store, page: Opened, study: Study) -> None:
    shown = settled(page("roi", study))
    few, drawn = len(shown.number_input), len(shown.dataframe)
    shown = unfolded(shown)
    assert len(shown.number_input) > few + 20 and len(shown.dataframe) > drawn, "what stands closed is drawn when it is opened"
    titles = [title.value for title in shown.subheader]
    assert titles.index("The goodbye list: what could you do about them?") == 2, "the list is found without scrolling past a wall"
    profit = next(metric.value for metric in shown.metric if metric.label == "Profit")

    shown = changed(shown, "button_group", "costs:sending", "fetched")
    assert saved(store, study).costs["shipping_per_order"] == 0.0
    without = next(metric.value for metric in shown.metric if metric.label == "Profit")
    assert without != profit, "who sends nothing pays no postage"
    shown = changed(shown, "button_group", "costs:sending", "sent")
    assert "shipping_per_order" not in saved(store, study).costs
    profit = next(metric.value for metric in shown.metric if metric.label == "Profit")
    assert without != profit

    shown = changed(shown, "number_input", "cost:margin_rate", 30.0)
    assert saved(store, study).costs["margin_rate"] == pytest.approx(0.30)
    assert next(metric.value for metric in shown.metric if metric.label == "Profit") != profit
    shown = changed(shown, "selectbox", "sure:margin_rate:own", "rough")
    assert saved(store, study).costs["margin_rate"] == pytest.approx((0.18, 0.30, 0.42))
    shown = changed(shown, "number_input", "books:turnover", 12_345.0)
    assert saved(store, study).books == {"turnover": 12_345.0}
    assert any("your books say" in text.value for text in shown.markdown)

    for name, value, why in (("margin_rate", 140.0, "140% cannot be right"), ("per_order", -5.0, "-5.00 is below zero")):
        before = saved(store, study).costs
        widget(shown, "number_input", f"cost:{name}").set_value(value)
        shown.run()
        refused = [str(error.value).replace("\\", "") for error in shown.error]
        shown = unfolded(shown)
        assert saved(store, study).costs == before and widget(shown, "number_input", f"cost:{name}").value != value
        assert any(why in error for error in refused), refused

    for name, value, kept in (("price.start", 150.0, 1.5), ("return_policy.back", 80.0, 0.8), ("price.leave", 0.0, 0.0)):
        shown = changed(shown, "number_input", f"share:{name}", value)
        assert saved(store, study).shares[name] == kept
    responds = next(one.key.split("|")[0] for one in shown.number_input if one.key and ".respond|" in one.key)
    shown = changed(shown, "number_input", responds, 50.0)
    assert saved(store, study).shares[responds.removeprefix("share:")] == 0.5

    shown = changed(shown, "number_input", "cut:loyalty", 100.0)
    shown = changed(shown, "number_input", "cut:value", 25.0)
    assert saved(store, study).cuts == {"loyalty": 100.0, "value": 25.0}
    shown = changed(shown, "number_input", "freed:euros", 500.0)
    shown = changed(shown, "select_slider", "freed:response", 0.3)
    shown = changed(shown, "number_input", "programme", 2_000.0)
    assert {"freed_euros": 500.0, "elasticity": 0.3, "programme": 2_000.0}.items() <= saved(store, study).settings.items()

    widget(shown, "button", "costs:usual").click()
    shown = unfolded(settled(shown.run()))
    kept = saved(store, study).costs
    assert kept["per_order"] == 9.0 and len(kept) > len(DEAR)
    widget(shown, "button", "costs:none").click()
    settled(shown.run())
    assert saved(store, study).costs == {}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_customer_on_the_list_is_explained_decided_and_exported(
    store: Store, page: Opened, study: Study, language: str
) -> None:
    study = study.change(language=language)
    store.save(study, store.load(study.id)[1])
    shown = unfolded(settled(page("roi", study)))
    first = next(box for box in shown.selectbox if box.key == "roi-customer").value
    assert any(first.removeprefix("KLX-") in text.value for text in shown.markdown)
    assert store.analysis(study).economics.goodbye["customer_id"].iloc[0] == first
    shown = changed(shown, "selectbox", f"decision:{first}", "keep")
    assert saved(store, study).decisions == {f"customer:{first}": "keep"}
    assert any(button.proto.id for button in shown.get("download_button"))
    for box in ("roi-customer", "roi-letter", "roi-lever-segment"):
        one = next(one for one in shown.selectbox if one.key == box)
        one.set_value(one.options[-1] if box != "roi-letter" else "goodbye")
        unfolded(shown)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_pages_3_and_4_keep_and_follow(store: Store, page: Opened, study: Study) -> None:
    shown = settled(page("customers", study))
    names = [box for box in shown.selectbox if box.key and box.key.startswith("spread|")]
    names[0].set_value(names[0].options[-1] if names[0].options[-1] in names[0].options else names[0].value)
    shown.run()
    assert not shown.exception
    day = widget(shown, "date_input", "as_of")
    day.set_value(day.value.replace(month=6, day=30))
    shown = settled(shown.run())
    assert not shown.exception
    assert saved(store, study).as_of is not None and saved(store, study).as_of.month == 6

    shown = settled(page("experience", saved(store, study)))
    for kind, name in (("selectbox", "beside"), ("selectbox", "quotes"), ("button_group", "measure")):
        for one in getattr(shown, kind):
            if one.key and one.key.startswith(f"{name}|") and len(one.options) > 1:
                before = [text.value for text in shown.markdown]
                one.select_index(len(one.options) - 1) if kind == "selectbox" else one.set_value("click")
                shown.run()
                assert not shown.exception
                assert [text.value for text in shown.markdown] != before or name == "measure"
                break


LONELY = {
    "no dates": "klantnr;bestelnr;product;bedrag\n" + "\n".join(f"K{n % 9};O{n};p{n % 3};{10 + n},50" for n in range(40)),
    "tickets only": "ticketnr;klantnr;geopend;gesloten;onderwerp\n" + "\n".join(f"T{n};K{n % 9};0{1 + n % 9}-05-2024;1{n % 9}-05-2024;te laat" for n in range(40)),
    "survey only": "klantnr;datum;nps;reden\n" + "\n".join(f"K{n};0{1 + n % 9}-06-2024;{n % 11};de levering duurde lang" for n in range(40)),
    "customers only": "klantnr;plaats;leeftijd\n" + "\n".join(f"K{n};Assen;{20 + n}" for n in range(40)),
    "one customer": "klantnr;bestelnr;datum;bedrag\nK1;O1;01-02-2024;10,00\nK1;O2;03-02-2024;12,00",
    "only returns": "klantnr;bestelnr;datum;bedrag\n" + "\n".join(f"K{n % 9};O{n};0{1 + n % 9}-05-2024;-{5 + n},00" for n in range(40)),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", list(LONELY))
def test_a_file_that_tells_little_breaks_no_page(store: Store, page: Opened, name: str) -> None:
    study = store.add_upload(store.new(name, language="en"), LONELY[name].encode(), "file.csv")
    for step in ("customers", "experience", "roi"):
        shown = settled(page(step, study))
        assert not shown.exception
        assert shown.subheader or shown.info or shown.warning or shown.error
        if (name, step) in (("one customer", "roi"), ("no dates", "roi")):  # too few for segments, not too few to weigh
            titles = [title.value for title in shown.subheader]
            assert "Who earns your profit, and who takes it away again?" in titles and any(one.label == "Profit" for one in shown.metric)
            assert "What is each segment worth?" not in titles and any("From 10 on" in text.value for text in shown.info)


@pytest.mark.slow
def test_equal_customers_have_no_segments_but_do_earn_something(store: Store, page: Opened) -> None:
    rows = "\n".join(["klantnr;datum;bedrag", *(f"K{n};01-03-2024;10,00" for n in range(60))])
    study = store.add_upload(store.new("Equal", language="en"), rows.encode(), "equal.csv")
    shown = settled(page("roi", study))
    assert {metric.label: metric.value for metric in shown.metric}["Turnover"] == "€600"
    assert any("can tell customers apart" in str(error.value) for error in shown.error)
