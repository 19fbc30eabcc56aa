"""How is the app served: to this computer only, with nothing in it that could carry data elsewhere?

`serve()` starts it; `surroundings()` is what stands around the pages, also where `streamlit run app.py` starts them: headers, guards, the phone room, `/health`.
"""

import logging
import os
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from segmentation.errors import SegmentationError, whereabouts
from segmentation.language import _
from segmentation.ui.discretion import be_discreet
from segmentation.ui.opening import opening
from segmentation.ui.place import home, static
from segmentation.ui.text import safe
from segmentation.ui.their_words import script

log = logging.getLogger(__name__)

ADDRESS = "127.0.0.1"
PORT = 8501

# Without this, `![x](http://…)` in any text shown as Markdown would make the browser fetch that address, customer data and all.
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self' ws: wss:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}


class SecurityHeaders:
    """Adds our headers to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", []))
                names = {name.lower() for name, _value in given}
                message = {**message, "headers": [*given, *((n, v) for n, v in HEADERS.items() if n not in names)]}
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class OwnPagesOnly:
    """Refuses a connection to the app that a page of another address asks for.

    Streamlit would refuse most of them too, but only after asking a service on the internet for this computer's own address.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            told = Headers(scope=scope)
            if urlsplit(told.get("origin", "")).netloc not in ("", told.get("host")) or told.get("origin") == "null":
                await receive()
                await send({"type": "websocket.close", "code": 1008})
                return
        await self.app(scope, receive, send)


class PhoneRoom:
    """The pages of the phone room, loaded when the first phone knocks."""

    def __init__(self) -> None:
        self._router: Router | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._router is None:
            from segmentation.phones import routes

            self._router = Router(routes())
        await self._router(scope, receive, send)


def surroundings(cannot: Callable[[SegmentationError], None] = lambda _error: None) -> dict[str, Any]:
    """What stands around the pages, as arguments of `st.App`; `cannot` hears why the studies cannot be opened (every page says so too)."""
    be_discreet()
    return {
        "lifespan": opening(cannot),
        "routes": [Route("/health", _health), Route("/favicon.png", _icon), Route("/words/{language}.js", script), Route("/room{rest:path}", PhoneRoom())],
        "middleware": [
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=[ADDRESS, "localhost"]),
            Middleware(OwnPagesOnly),
        ],
        "on_script_error": _tell,
    }


async def _health(_request: Request) -> JSONResponse:
    return JSONResponse({"status": "ok"})


async def _icon(_request: Request) -> FileResponse:
    return FileResponse(static("icon.png"), media_type="image/png")


def _tell(error: Exception) -> bool:
    """What a page shows when something went wrong that no verb expected."""
    if isinstance(error, SegmentationError):
        st.error(safe(f"{error.message} {error.hint}"))
        return True
    log.error("A page failed: %s", whereabouts(error))
    st.error(_("Something went wrong on this page. Nothing you made is lost: reload the page, or go back a step."))
    return True


def serve(port: int | None = None, browser: bool = True) -> None:
    """Start the app on this computer and stay until it is stopped. Raises StoreError when the studies cannot be opened."""
    if port and not _is_free(port):
        raise SegmentationError(_("Port {port} is in use on this computer.").format(port=port), _("Choose another one with --port, or leave it out."))
    chosen = port or free_port()
    address = f"http://localhost:{chosen}"
    print(f"Klantbeeld: {address}", flush=True)  # noqa: T201 - the one line a person in a terminal needs
    if browser and _has_screen():
        threading.Thread(target=_open_when_up, args=(address, chosen), daemon=True).start()
    trouble: list[SegmentationError] = []

    def cannot(error: SegmentationError) -> None:
        trouble.append(error)
        signal.raise_signal(signal.SIGINT)

    entry = str(home() / "app.py")
    sys.argv = [entry]  # Streamlit looks for .streamlit/config.toml beside the script that was started
    settings = {
        "server.address": ADDRESS,
        "server.port": chosen,
        "server.headless": True,
        "browser.gatherUsageStats": False,
        "browser.serverAddress": "localhost",
        "global.developmentMode": False,
        "logger.hideWelcomeMessage": True,
    }
    try:
        st.App(entry, **surroundings(cannot)).run(config=settings)
    except KeyboardInterrupt:
        if not trouble:
            raise
    if trouble:
        raise trouble[0]


def free_port(wanted: int = PORT) -> int:
    """The first free port from `wanted` on, or any where those are all taken or kept from us."""
    near = next(filter(_is_free, range(wanted, wanted + 20)), None)
    if near is not None:
        return near
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # on Windows this option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
        return True


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_when_up(address: str, port: int, patience: float = 60) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://{ADDRESS}:{port}/health", timeout=2).close()
            webbrowser.open(address)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
