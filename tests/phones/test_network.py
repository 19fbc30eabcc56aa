"""From another address of the network: is the room there, and is everything else of the running app out of reach?"""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from segmentation.phones import addresses
from segmentation.phones.guard import WRONG_CODES
from segmentation.server import free_port
from segmentation.store import open_store
from segmentation.store.rooms import Rooms
from tests.phones.people import Phone

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
APP = (
    "/", "/app.py", "/plan", "/personas", "/health", "/_stcore/health", "/_stcore/script-health-check", "/_stcore/stream", "/_stcore/host-config",
    "/_stcore/allowed-message-origins", "/_stcore/upload_file/s/f", "/static/js/main.js", "/app/static/logo.svg", "/media/x.png", "/component/x/index.html",
    "/favicon.png", "/metrics", "/docs", "/openapi.json", "/.streamlit/config.toml", "/klantbeeld.sqlite", "/room/../klantbeeld.sqlite", "/room/look/../../server.py",
)  # fmt: skip


def answers(host: str, port: int, path: str) -> int | None:
    """The status of a GET there; None when nobody listens."""
    line = http.client.HTTPConnection(host, port, timeout=5)
    try:
        line.request("GET", path)
        return line.getresponse().status
    except OSError:
        return None
    finally:
        line.close()


def wait_for(what, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not come up"
        time.sleep(0.2)


@pytest.fixture(scope="module")
def far() -> str:
    """An address of this machine that is not the one the app listens on: that of its network where it has one."""
    return next(iter(addresses()), "127.0.0.2")


def _door(host: str) -> int:
    """A free port there, below those that outgoing connections of other tests may take meanwhile."""
    for port in range(18_765, 18_865):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind((host, port))
            return port
    raise OSError("no free port")


@pytest.fixture(scope="module")
def shared(far, body, tmp_path_factory):
    """The app as a user starts it, with a room that was open to the network before it was started."""
    home = tmp_path_factory.mktemp("network")
    store = open_store(home)
    rooms = Rooms(store.engine)
    door = _door(far)
    room = rooms.share(rooms.open(store.new("Autumn").id, body).id, f"http://{far}:{door}")
    port = free_port(8801)
    command = [sys.executable, "-m", "segmentation.cli", "serve", "--port", str(port), "--no-browser"]
    app = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "KLANTBEELD_HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: answers("127.0.0.1", port, "/health") == 200 and answers(far, door, "/room") == 200)
        yield room, rooms, port, door
    finally:
        app.terminate()
        app.wait(timeout=30)
        store.engine.dispose()


def test_the_room_answers_and_the_app_does_not(shared, far):
    room, rooms, port, door = shared
    phone = Phone(f"http://{far}:{door}")
    phone.join(room.code)
    assert phone.write(room.code, "far", "Hello from afar") == 200
    assert [note.text for note in rooms.notes(room.id)] == ["Hello from afar"]
    assert answers("127.0.0.1", port, "/health") == 200
    assert answers(far, port, "/health") is None  # the app's own port is closed on the network


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
def test_no_page_upload_or_health_of_the_app_on_the_port_of_the_room(shared, far, method):
    phone = Phone(f"http://{far}:{shared[3]}")
    found = {path: phone.ask(method, path, b"x" if method in {"POST", "PUT"} else None)[:2] for path in APP}
    assert set(found.values()) == {(404, "")}


def test_no_websocket_on_either(shared, far):
    _room, _rooms, port, door = shared
    knock = "GET /_stcore/stream HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    with socket.create_connection((far, door), timeout=10) as line:
        line.sendall(knock.format(f"{far}:{door}").encode())
        assert line.recv(400).startswith(b"HTTP/1.1 404")
    with pytest.raises(OSError):
        socket.create_connection((far, port), timeout=5)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:  # on this machine, but sent by a page from elsewhere
        line.sendall(knock.format("evil.example").encode())
        assert b" 101 " not in line.recv(400).partition(b"\r\n")[0]


def test_ten_thousand_wrong_codes_find_nothing(shared, far):
    room, _rooms, _port, door = shared
    inside = Phone(f"http://{far}:{door}")
    inside.join(room.code)
    statuses: Counter[int] = Counter()
    with socket.create_connection((far, door), timeout=30) as line, line.makefile("rb") as heard:
        for start in range(0, 10_000, 100):
            asked = (f"GET /room/W{number:05}/state HTTP/1.1\r\nHost: {far}\r\n\r\n" for number in range(start, start + 100))
            line.sendall("".join(asked).encode())
            for _answer in range(100):
                statuses[int(heard.readline().split()[1])] += 1
                size = 0
                while (header := heard.readline().strip().lower()):
                    size = int(header.partition(b":")[2]) if header.startswith(b"content-length") else size
                heard.read(size)
    assert statuses == {404: WRONG_CODES, 429: 10_000 - WRONG_CODES}
    assert Phone(f"http://{far}:{door}").ask("GET", f"/room/{room.code}")[0] == 429
    assert inside.ask("GET", f"/room/{room.code}")[0] == 200
