"""A real server and a real browser: what a person sees, and proof that nothing leaves this computer."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright

from segmentation.server import free_port

ROOT = Path(__file__).parents[2]
HERE = {"localhost", "127.0.0.1"}
OWN_PORTS = 8701 + 40 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))  # tests that run beside each other take ports apart
PATIENCE = 90_000  # milliseconds for one script run, on a machine that does other things too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(300))


@dataclass
class Server:
    """The app as a user starts it, with a data folder of its own."""

    home: Path
    port: int = field(default_factory=lambda: free_port(OWN_PORTS))
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> "Server":
        command = [sys.executable, "-m", "segmentation.cli", "serve", "--no-browser", "--port", str(self.port)]
        surroundings = {**os.environ, "KLANTBEELD_HOME": str(self.home)}
        surroundings.pop("KLANTBEELD_DATABASE_URL", None)
        with (self.home.parent / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=2).close()
                return self
            except (urllib.error.URLError, OSError):
                assert self.process.poll() is None, self.said()
                assert time.monotonic() < deadline, self.said()
                time.sleep(0.1)

    def kill(self) -> None:
        """As when the power goes."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        return (self.home.parent / "server.log").read_text("utf-8", "replace")[-3000:]


@dataclass
class Visitor:
    """Somebody with a browser tab."""

    page: Page
    server: Server
    left: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def go(self, path: str = "/") -> "Visitor":
        self.page.goto(self.server.url + path)
        return self.settle()

    def settle(self) -> "Visitor":
        """Wait until the page has been drawn and no script runs: before the first run nothing runs either, and the first heading comes in the middle of one."""
        still = '[data-testid="stApp"][data-test-script-state="notRunning"]'
        for mark in (still, '[data-testid="stMain"] :is(h1, h2, h3)', still):
            self.page.wait_for_selector(mark, timeout=PATIENCE)
        return self

    def click(self, name: str) -> "Visitor":
        self.page.get_by_role("button", name=name, exact=False).first.click()
        return self

    def sees(self, text: str, seconds: float = 90) -> "Visitor":
        self.page.get_by_text(text, exact=False).first.wait_for(timeout=seconds * 1000)
        return self

    @property
    def study(self) -> str:
        """The study in the address."""
        return dict(part.split("=", 1) for part in urlsplit(self.page.url).query.split("&") if "=" in part).get("study", "")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that do not stop it."""
    made = Server(tmp_path_factory.mktemp("server") / "home").start()
    yield made
    made.kill()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone: it may be killed."""
    made = Server(tmp_path / "home").start()
    yield made
    made.kill()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests. It draws by itself: imitating a graphics card costs more."""
    given = os.environ.get("KLANTBEELD_TEST_CHROMIUM")
    found = given or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, server: Server) -> Iterator["Visits"]:
    """`visit()` is somebody who opens a browser; afterwards nothing may have left this computer and no page may have failed."""
    visits = Visits(chromium, server)
    yield visits
    visits.end()


class Visits:
    """Everybody who came by in one test."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server = browser, server
        self.visitors: list[Visitor] = []

    def __call__(self, server: Server | None = None, language: str = "nl", width: int = 1280) -> Visitor:
        locale = {"nl": "nl-NL", "en": "en-GB"}[language]
        context = self.browser.new_context(locale=locale, viewport={"width": width, "height": 900}, accept_downloads=True)
        visitor = Visitor(context.new_page(), server or self.server)
        visitor.page.set_default_timeout(PATIENCE)

        def look(request: Request | WebSocket) -> None:
            address = urlsplit(request.url)
            if address.scheme not in ("data", "blob", "about") and address.hostname not in HERE:
                visitor.left.append(request.url)

        visitor.page.on("request", look)
        visitor.page.on("websocket", look)
        visitor.page.on("pageerror", lambda error: visitor.broken.append(str(error)))
        self.visitors.append(visitor)
        return visitor

    def end(self) -> None:
        for visitor in self.visitors:
            visitor.page.context.close()
        assert [address for visitor in self.visitors for address in visitor.left] == [], "something left this computer"
        assert [error for visitor in self.visitors for error in visitor.broken] == []
