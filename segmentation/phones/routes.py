"""What can a phone ask for? The door, the room, its state, a note, a vote: nothing else, and never a customer row.

Everything answers without JavaScript too (a form and a redirect); with it, posts carry `accept: application/json`, wait in the
phone while there is no connection, and are sent again under the same id.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import anyio
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from segmentation.language import LANGUAGES, _, speaking
from segmentation.phones.boards import Board, Boards
from segmentation.phones.guard import (
    POST_WINDOW,
    POSTS,
    WRONG_CODES,
    WRONG_WINDOW,
    Limit,
    TooLargeError,
    form_of,
    from_here,
    seal,
    sealed,
)
from segmentation.phones.views import door, plain_page, whole_room
from segmentation.store import open_store
from segmentation.store.room import Refused, Room, clean_code
from segmentation.store.rooms import Rooms

if TYPE_CHECKING:
    from segmentation.store import Store

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
LOOK = {"phone.css": "text/css; charset=utf-8", "phone.js": "text/javascript; charset=utf-8"}

Answer = Callable[[Request], Awaitable[Response]]


def routes(store: "Store | None" = None, *, shared_only: bool = False) -> list[BaseRoute]:
    """The routes of the phone room, over this store (or the usual one, opened when first needed).

    `shared_only` lets nobody into rooms that the facilitator did not open to other machines.
    """
    desk = Desk(store, shared_only)
    return [
        Route("/room", desk.knock, methods=["GET"]),
        Route("/room/look/{name}", look, methods=["GET"]),
        Route("/room/{code}", desk.enter, methods=["GET"]),
        Route("/room/{code}/join", desk.join, methods=["POST"]),
        Route("/room/{code}/state", desk.state, methods=["GET"]),
        Route("/room/{code}/notes", desk.write, methods=["POST"]),
        Route("/room/{code}/votes", desk.vote, methods=["POST"]),
    ]


async def look(request: Request) -> Response:
    """The style and the script of the pages."""
    name = request.path_params["name"]
    if name not in LOOK:
        return Response(status_code=404)
    content = files("segmentation.phones").joinpath("look", name).read_bytes()
    return Response(content, media_type=LOOK[name], headers={**HEADERS, "cache-control": "public, max-age=300"})


class Desk:
    """Answers phones. Holds no state worth keeping: limits may begin again after a restart, notes and votes lie in the store."""

    def __init__(self, store: "Store | None", shared_only: bool) -> None:
        self._store, self._shared_only = store, shared_only
        self._boards: Boards | None = None
        self._wrong = Limit(WRONG_CODES, WRONG_WINDOW)
        self._posts = Limit(POSTS, POST_WINDOW)
        self._one_writer: anyio.CapacityLimiter | None = None

    @property
    def rooms(self) -> Rooms:
        return self.boards.rooms

    @property
    def boards(self) -> Boards:
        if self._boards is None:
            self._boards = Boards(Rooms((self._store or open_store()).engine))
        return self._boards

    # reading

    async def knock(self, request: Request) -> Response:
        """The door; a typed code leads to its room."""
        code = clean_code(request.query_params.get("code", ""))
        if code:
            return RedirectResponse(f"/room/{code}", 303, HEADERS)
        with speaking(_language(request)):
            return page(door(_language(request), None))

    async def enter(self, request: Request) -> Response:
        """The room for who is in, the door for who is not."""
        found = await self._find(request)
        if isinstance(found, Response):
            return found
        room, person = found
        language = _language(request, room)
        with speaking(language):
            if not person:
                answer = page(door(language, room))
            else:
                answer = await self._in_thread(partial(self._room_page, room, person, language))
        if request.query_params.get("language") in LANGUAGES:
            _keep(answer, "kb_language", language)
        return answer

    async def state(self, request: Request) -> Response:
        """What changed since version `v`: 204 when nothing did."""
        found = await self._find(request)
        if isinstance(found, Response):
            return found
        room, person = found
        if not person:
            return JSONResponse({"gone": True}, 403, HEADERS)
        if request.query_params.get("v") == str(room.version):
            return Response(status_code=204, headers=HEADERS)
        with speaking(_language(request, room)):
            return JSONResponse(
                await self._in_thread(partial(self._state, room, person, _language(request, room))), headers=HEADERS
            )

    def _parts(self, room: Room, person: str, language: str) -> tuple[Board, dict[str, str]]:
        board = self.boards.get(room, language)
        voted, mine = self.rooms.of_person(room.id, person)
        notes = board.for_person(voted, mine)
        return board, {"version": str(board.version), "guide": board.guide, "persona": board.card, "board": notes}

    def _room_page(self, room: Room, person: str, language: str) -> Response:
        board, parts = self._parts(room, person, language)
        return page(whole_room(room, board.persona, parts, seal(room.secret, person)))

    def _state(self, room: Room, person: str, language: str) -> dict[str, Any]:
        board, parts = self._parts(room, person, language)
        form = room.step not in {"vote", "decide"}
        return {**parts, "version": board.version, "ends": room.seconds_left, "segment": room.focus, "form": form}

    # writing

    async def join(self, request: Request) -> Response:
        """Come in: a random name in a cookie, nothing else."""
        found = await self._find(request)
        if isinstance(found, Response):
            return found
        room, person = found
        form = await self._form(request)
        if isinstance(form, Response):
            return form
        language = form.get("language", "") if form.get("language") in LANGUAGES else _language(request, room)
        with speaking(language):
            if not person:
                try:
                    person = await self._in_turn(partial(self.rooms.join, room.code))
                except Refused as error:
                    return page(plain_page(language, error.message, error.hint), 409)
        answer = RedirectResponse(f"/room/{room.code}", 303, HEADERS)
        _keep(answer, f"kb_{room.code}", person)
        _keep(answer, "kb_language", language)
        return answer

    async def write(self, request: Request) -> Response:
        """Put a note on the board, once however often it is sent."""
        return await self._post(request, self._write)

    async def vote(self, request: Request) -> Response:
        """Put a dot on a note, or take it off."""
        return await self._post(request, self._vote)

    def _write(self, room: Room, person: str, form: dict[str, str]) -> dict[str, Any]:
        from secrets import token_urlsafe

        note = form.get("note") or token_urlsafe(9)
        fresh = self.rooms.write(
            room.code,
            person,
            note=note,
            segment=form.get("segment", ""),
            field=form.get("field", ""),
            text=form.get("text", ""),
            sure=form.get("sure", "think"),
        )
        return {"note": note, "fresh": fresh}

    def _vote(self, room: Room, person: str, form: dict[str, str]) -> dict[str, Any]:
        note = form.get("note") or form.get("flip", "")
        on = form["on"] == "1" if "on" in form else note not in self.rooms.of_person(room.id, person)[0]
        return {"left": self.rooms.vote(room.code, person, note, on)}

    async def _post(self, request: Request, act: Callable[[Room, str, dict[str, str]], dict[str, Any]]) -> Response:
        found = await self._find(request)
        if isinstance(found, Response):
            return found
        room, person = found
        form = await self._form(request)
        if isinstance(form, Response):
            return form
        language = _language(request, room)
        with speaking(language):
            if not person or not sealed(room.secret, person, form.get("token", "")):
                return self._no(request, language, _("This form has expired."), _("Load the page again."), 403)
            if not self._posts.count(person):
                return self._no(request, language, _("That is fast."), _("Wait a moment and send it again."), 429)
            try:
                result = await self._in_turn(partial(act, room, person, form))
            except Refused as error:
                return self._no(request, language, error.message, error.hint, 409)
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse(result, headers=HEADERS)
        return RedirectResponse(f"/room/{room.code}", 303, HEADERS)

    # what every request has in common

    async def _find(self, request: Request) -> "tuple[Room, str] | Response":
        """The room and who asks ("" for who has not joined), or the answer that keeps guessers out."""
        given, address = str(request.path_params["code"]), request.client.host if request.client else ""
        person = request.cookies.get(f"kb_{clean_code(given)}", "")[:64]
        room, inside = None, False
        if person or not self._wrong.full(address):  # who guesses on and on costs no look in the store
            room, inside = await self._in_thread(partial(self._look_up, given, person))
        if inside and room is not None:
            return room, person
        language = _language(request, room)
        with speaking(language):
            if self._wrong.full(address):
                return self._no(
                    request, language, _("Too many wrong codes."), _("Wait ten minutes, or ask the facilitator."), 429
                )
            if room is None:
                self._wrong.count(address)
                hint = _("Look at the code on the big screen and type it again.")
                return self._no(request, language, _("There is no open room with this code."), hint, 404)
        return room, ""

    def _look_up(self, code: str, person: str) -> tuple[Room | None, bool]:
        room, inside = self.rooms.seat(code, person)
        return (None, False) if room is None or (self._shared_only and not room.shared) else (room, inside)

    async def _form(self, request: Request) -> "dict[str, str] | Response":
        if not from_here(request):
            return Response("forged", 403, HEADERS)
        try:
            return await form_of(request)
        except TooLargeError:
            return Response("too large", 413, HEADERS)
        except ValueError:
            return Response("not a form", 415, HEADERS)

    def _no(self, request: Request, language: str, message: str, hint: str, status: int) -> Response:
        headers = (
            {**HEADERS, "retry-after": "600" if status == 429 and not request.cookies else "2"} if status == 429 else HEADERS
        )
        if "application/json" in request.headers.get("accept", "") or request.url.path.endswith("/state"):
            return JSONResponse({"message": f"{message} {hint}".strip()}, status, headers)
        return HTMLResponse(plain_page(language, message, hint), status, headers)

    async def _in_thread(self, work: Callable[[], Any]) -> Any:
        return await anyio.to_thread.run_sync(work)

    async def _in_turn(self, work: Callable[[], Any]) -> Any:
        """Writers queue here instead of in the database, where waiting goes by naps of a tenth of a second."""
        if self._one_writer is None:
            self._one_writer = anyio.CapacityLimiter(1)
        return await anyio.to_thread.run_sync(work, limiter=self._one_writer)


def page(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, HEADERS)


def _language(request: Request, room: Room | None = None) -> str:
    """As asked for, as chosen before, as the phone is set, as the room is."""
    asked = request.query_params.get("language", ""), request.cookies.get("kb_language", "")
    for language in (*asked, request.headers.get("accept-language", "")[:2].lower(), room.language if room else ""):
        if language in LANGUAGES:
            return language
    return "nl"


def _keep(answer: Response, name: str, value: str) -> None:
    answer.set_cookie(name, value, max_age=6 * 3600, path="/room", httponly=True, samesite="lax")
