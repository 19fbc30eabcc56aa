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
