"""The server: nothing in its log or its answers may carry customers elsewhere."""

import asyncio
import logging
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import error_util
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import InvalidHandshake, Origin, Subprotocol
from websockets.sync.client import connect

from segmentation import server
from segmentation.errors import SegmentationError
from segmentation.ui.discretion import Discretion, be_discreet
from segmentation.ui.place import home


async def _plain(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"Content-Security-Policy", b"own")]})
    await send({"type": "http.response.body", "body": b""})


def test_every_answer_has_our_headers_and_a_route_may_be_stricter() -> None:
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(server.SecurityHeaders(_plain)({"type": "http"}, None, send))  # type: ignore[arg-type]
    headers = sent[0]["headers"]
    assert [value for name, value in headers if name.lower() == b"content-security-policy"] == [b"own"]
    assert {name.lower() for name, _value in headers} == set(server.HEADERS)


@pytest.mark.parametrize(
    ("origin", "passed"),
    [
        ("http://localhost:8501", True),
        (None, True),
        ("http://localhost:9999", False),
        ("http://evil.example", False),
        ("http://localhost:8501.evil.example", False),
        ("null", False),
    ],
)
def test_only_our_own_pages_may_connect_and_nobody_elsewhere_is_asked(origin: str | None, passed: bool) -> None:
    seen: list[str] = []

    async def app(_scope: Any, _receive: Any, _send: Any) -> None:
        seen.append("app")

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, Any]) -> None:
        seen.append(message["type"])

    headers = [(b"host", b"localhost:8501"), *([(b"origin", origin.encode())] if origin else [])]
    asyncio.run(server.OwnPagesOnly(app)({"type": "websocket", "headers": headers}, receive, send))  # type: ignore[arg-type]
    assert seen == (["app"] if passed else ["websocket.close"])


def test_the_policy_lets_a_browser_fetch_nothing_from_elsewhere() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in server.POLICY.split(";"))
    for rule, sources in rules.items():
        for source in sources.split():
            assert source in ("'self'", "'none'", "'unsafe-inline'", "'wasm-unsafe-eval'", "data:", "blob:", "ws:", "wss:"), rule
    assert "'unsafe-inline'" not in rules["script-src"]
    assert rules["default-src"] == "'self'"


def test_the_log_tells_where_and_never_what(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("test.discretion")
    log.addFilter(Discretion())
    try:
        raise ValueError("Jansen, 9401 AB Assen")
    except ValueError as error:
        log.exception("A page failed", exc_info=error)
    assert "Jansen" not in caplog.text
    assert "ValueError at test_server.py" in caplog.text


def test_a_page_that_failed_names_no_customer_in_the_log(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    be_discreet()
    error_util._log_uncaught_app_exception(ValueError("Jansen, 9401 AB Assen"))
    said = "".join(capfd.readouterr()) + caplog.text  # a handler made by an earlier test writes to a stream of its own
    assert "Jansen" not in said
    assert "ValueError" in said


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((server.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert server.free_port(port) != port
        with pytest.raises(SegmentationError) as refused:
            server.serve(port, browser=False)
    assert str(port) in refused.value.message and "--port" in refused.value.hint


def test_the_server_listens_to_this_computer_only() -> None:
    assert server.ADDRESS == "127.0.0.1"


def test_errors_for_people_are_shown_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(server.st, "error", shown.append)
    assert server._tell(SegmentationError("A file is empty.", "Export it again. ![x](http://a)"))
    assert server._tell(ValueError("Jansen"))
    assert shown[0].startswith("A file is empty")
    assert "![x]" not in shown[0]
    assert "Jansen" not in shown[1]


@pytest.fixture(scope="module")
def plain_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app as `streamlit run app.py` starts it."""
    port = server.free_port(8680)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    surroundings = {**os.environ, "KLANTBEELD_HOME": str(tmp_path_factory.mktemp("plain"))}
    process = subprocess.Popen(command, cwd=home(), env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"127.0.0.1:{port}"
    try:
        for _turn in range(600):
            try:
                urllib.request.urlopen(f"http://{address}/health", timeout=5).close()
                break
            except OSError:
                assert process.poll() is None
                time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_streamlit_run_has_the_same_guards(plain_address: str) -> None:
    with urllib.request.urlopen(f"http://{plain_address}/", timeout=30) as answer:
        assert answer.headers["content-security-policy"] == server.POLICY
    with urllib.request.urlopen(f"http://{plain_address}/room", timeout=30) as door:
        assert door.headers["content-security-policy"].startswith("default-src 'none'"), "the phone room is there, with rules of its own"
    with pytest.raises(InvalidHandshake):
        connect(f"ws://{plain_address}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], origin=Origin("http://evil.example"))


@pytest.mark.slow
def test_streamlit_run_shows_the_start_page(plain_address: str) -> None:
    with connect(f"ws://{plain_address}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None) as line:
        line.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        said = [ForwardMsg.FromString(bytes(line.recv(60)))]
        while not said[-1].HasField("script_finished"):
            said.append(ForwardMsg.FromString(bytes(line.recv(60))))
    titles = [one.delta.new_element.heading.body for one in said if one.HasField("delta") and one.delta.new_element.HasField("heading")]
    assert "Ken je klanten" in titles


@pytest.mark.slow
def test_studies_that_cannot_be_opened_end_the_start_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    surroundings = {**os.environ, "KLANTBEELD_HOME": str(tmp_path / "file" / "home")}
    command = [sys.executable, "-m", "segmentation.cli", "serve", "--no-browser", "--port", str(server.free_port(8690))]
    ended = subprocess.run(command, cwd=home(), env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert "KLANTBEELD_HOME" in ended.stderr and len(ended.stderr.splitlines()) == 1
