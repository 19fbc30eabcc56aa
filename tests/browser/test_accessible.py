"""Does axe-core find anything serious on a page that is ours to mend?"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visits

# what Streamlit's own chrome does and we cannot change without patching it
THEIRS = ("stToolbar", "stHeader", "stMainMenu", "stDecoration", "stStatusWidget", "stFileUploader", "stDataFrame", "glide-data-grid", "react-aria")
PAGES = ("", "plan", "market", "customers")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_that_is_ours(visit: Visits, page: str, scheme: str) -> None:
    visitor = visit(language="nl")
    visitor.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visitor.go("/").click("Begin zonder gegevens")
    visitor.page.wait_for_url("**/plan?study=*")
    visitor.go(f"/{page}?study={visitor.study}" if page else "/")
    found = Axe().run(visitor.page).response["violations"]
    ours = [
        (one["id"], node["html"][:160])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
        if not any(mark in node["html"] + " ".join(map(str, node["target"])) for mark in THEIRS)
    ]
    assert ours == []
