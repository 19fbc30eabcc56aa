"""How does a room become reachable from other machines, while the app stays on this one?

Only when the facilitator asks for it: a second server, in a thread, on one address of this machine, that knows the routes of the
phone room and nothing else. No page, websocket, upload or health of the app is behind it. It closes with the last shared room.
"""

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.errors import WrongChoice
from segmentation.language import _
from segmentation.phones.routes import HEADERS, routes
from segmentation.store.room import Room
from segmentation.store.rooms import Rooms

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from segmentation.store import Store

PORT = 8765
GOODBYE = 8.0
"""Seconds in which phones can still hear that the room is closed."""


@dataclass(frozen=True)
class Listener:
    """A second server that is running: where, and how to stop it."""

    host: str
    port: int
    _server: "uvicorn.Server"
    _thread: threading.Thread

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def stop(self) -> None:
        """Close it, and wait until the address is free."""
        self._server.should_exit = True
        self._thread.join(timeout=10)


_running: dict[str, Listener] = {}
_door = threading.Lock()


def addresses() -> list[str]:
    """The addresses of this machine on its networks, the usual one first. Nothing is sent to find out."""
    found: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # a documentation address: choosing a route for it sends nothing
        found.append(str(probe.getsockname()[0]))
    with suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return [one for one in dict.fromkeys(found) if not one.startswith("127.")]


def share_room(store: "Store", room_id: str, host: str | None = None, port: int | None = None) -> Room:
    """Open this room to other machines; its `shared` says at which address. Raises WrongChoice without a network."""
    known = addresses()
    where = host or (known[0] if known else "")
    if not where:
        raise WrongChoice(_("This computer is not on a network."), _("Connect to the wifi of your colleagues and try again."))
    listener = _listen(store, where, port)
    return Rooms(store.engine).share(room_id, listener.address)


def stop_sharing(store: "Store", room_id: str, after: float = 0.0) -> Room:
    """Close this room to other machines; with the last one, the second server stops.

    It stops `after` so many seconds: in that time phones hear that the room is closed, and nothing else.
    """
    room = Rooms(store.engine).share(room_id, "")
    stop_unused(store, after)
    return room


def stop_unused(store: "Store", after: float = 0.0) -> None:
    """Stop the second server, `after` so many seconds, when no room is shared then: also when the last one went with its study."""
    if after:
        timer = threading.Timer(after, stop_unused, (store,))
        timer.daemon = True
        timer.start()
        return
    with _door:
        listener = None if Rooms(store.engine).shared() else _running.pop(str(store.home), None)
        if listener:
            listener.stop()


def resume_sharing(store: "Store") -> list[Room]:
    """After a restart: open again what was shared, at the same address, so that phones find it back."""
    back = []
    for room in Rooms(store.engine).shared():
        host, _colon, port = room.shared.removeprefix("http://").rpartition(":")
        try:
            _listen(store, host, int(port))
            back.append(room)
        except (WrongChoice, ValueError):  # another network by now: the facilitator shares it anew
            Rooms(store.engine).share(room.id, "")
    return back


def _listen(store: "Store", host: str, port: int | None) -> Listener:
    with _door:
        listener = _running.get(str(store.home))
        if listener and listener.alive and listener.host == host and port in {None, listener.port}:
            return listener
        if listener:
            listener.stop()
        _running[str(store.home)] = _start(phone_app(store), host, port)
        return _running[str(store.home)]


def phone_app(store: "Store") -> "ASGIApp":
    """The application that other machines see: the routes of shared rooms, and a plain 404 for all else."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse

    async def nothing(_request: Request, _error: Exception) -> PlainTextResponse:
        return PlainTextResponse("", 404, HEADERS)

    return Starlette(routes=routes(store, shared_only=True), exception_handlers={404: nothing, 405: nothing})


def _start(app: "ASGIApp", host: str, port: int | None) -> Listener:
    import uvicorn

    listening = _bound(host, port)
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, date_header=False, lifespan="off", ws="none",
        proxy_headers=False, timeout_keep_alive=30, limit_concurrency=600, backlog=256,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="phones", daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    return Listener(host, int(listening.getsockname()[1]), server, thread)


def _bound(host: str, port: int | None) -> socket.socket:
    """A socket on this address: the given port, or the first free one."""
    for wanted in [port] if port is not None else [*range(PORT, PORT + 20), 0]:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, wanted))
            return listening
        except OSError:
            listening.close()
    raise WrongChoice(_("This address cannot be opened."), _("Choose another network, or close the program that uses it."))
