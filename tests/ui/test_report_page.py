"""Does step 8 give a study without turnover its report, and say what is missing for the money?"""

from segmentation.report import files
from segmentation.store import Store
from segmentation.study import Question
from tests.report.test_without_turnover import survey
from tests.ui.conftest import Opened, settled


def test_a_survey_alone_has_a_report(store: Store, page: Opened) -> None:
    study = store.new("Survey", language="en", questions=(Question(text="Are the young less content?"),))
    study = store.add_upload(study, survey().encode(), "enquete.csv")
    analysis = store.analysis(study)
    for step in ("segmentation", "profiles", "personas"):
        analysis.compute(step)
    shown = settled(page("report", study))
    assert not shown.exception
    assert [one.value.replace("\\", "") for one in shown.info] == ["The report goes without money. There is no turnover per customer, so nothing can be weighed. Upload orders with an amount in step 3."]
    assert {one.label for one in shown.get("download_button")} == {file.label for file in files.offered(analysis)}
    assert all(one.proto.ignore_rerun for one in shown.get("download_button")), "a page that is drawn again would lose the next click on a file"
    assert any("69–72: 10 (22)" in one.value.replace("\\", "") for one in shown.markdown)


def test_a_handful_of_customers_gets_its_answers(store: Store, page: Opened) -> None:
    """Too few for segments: the questions are answered as far as that goes, and the lists of money can be taken along."""
    orders = "klant;datum;bedrag\n" + "".join(f"k{n};{1 + n % 28:02}-0{1 + n % 6}-2024;{20 + 10 * n}\n" for n in range(6))
    study = store.new("Few", language="en", questions=(Question(text="Who are our best customers?", library="best"), Question(text="Which kinds of customers do we have?", library="kinds")))
    study = store.add_upload(study, orders.encode(), "orders.csv")
    for step in ("customers", "economics"):
        store.analysis(study).compute(step)
    shown = settled(page("report", study))
    assert not shown.exception and not shown.error
    assert shown.info[0].value.startswith("There are no segments in these data")
    assert {one.label for one in shown.get("download_button")} == {"Money per customer", "The goodbye list", "Recipe"}
    assert any("The best 10% of your customers (1)" in one.value.replace("\\", "") for one in shown.markdown)
    assert "Segments" not in " ".join(bar.proto.text for bar in shown.get("progress")), "the scorecard asks for nothing these customers cannot give"
