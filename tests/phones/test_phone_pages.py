"""What can another machine reach, and what can somebody with bad intentions do?"""

import json
import re
import socket
import sys
from urllib.parse import urlsplit

import pytest

from segmentation.phones import routes, share_room, stop_sharing
from segmentation.phones.guard import BODY, WRONG_CODES, Limit
from tests.phones.people import Phone

EVIL = '<script>alert(1)</script>![x](http://evil.example/x.png)"><img src=x onerror=alert(1)>'


@pytest.fixture
def phone(room):
    joined = Phone(room.shared)
    joined.join(room.code)
    return joined


def test_join_write_vote_and_see_it(phone, rooms, room):
    assert phone.write(room.code, "n1", "Denk rond de 35", field="who") == 200
    assert phone.vote(room.code, "n1") == (200, {"left": 2})
    state = json.loads(phone.ask("GET", f"/room/{room.code}/state?v=0")[1])
    assert "Denk rond de 35" in state["board"]
    assert "Jij zegt 35; de data zeggen" in state["board"]
    assert phone.ask("GET", f"/room/{room.code}/state?v={state['version']}")[0] == 204
    assert rooms.notes(room.id)[0].votes == 1


def test_a_deleted_study_shuts_its_phones_out_and_taken_back_it_finds_them_in_their_places(phone, store, rooms, room):
    assert phone.write(room.code, "n1", "Bakker") == 200
    state = f"/room/{room.code}/state?v=0"
    store.delete(room.study_id)
    try:
        assert phone.ask("GET", state)[0] == phone.write(room.code, "n2", "Smid") == 404
        assert Phone(room.shared).ask("GET", f"/room/{room.code}")[0] == 404
    finally:
        store.undelete(room.study_id)
    assert "Bakker" in json.loads(phone.ask("GET", state)[1])["board"]
    assert phone.vote(room.code, "n1") == (200, {"left": 2})
    assert [note.id for note in rooms.notes(room.id)] == ["n1"]


def test_without_javascript_a_form_does_the_same(phone, rooms, room):
    form = {"token": phone.token, "note": "", "segment": "A", "field": "work", "text": "Bakker", "sure": "know"}
    status, _text, headers = phone.post(f"/room/{room.code}/notes", form, accept="text/html")
    assert (status, headers["location"]) == (303, f"/room/{room.code}")
    assert [(note.text, note.sure) for note in rooms.notes(room.id)] == [("Bakker", "know")]


def test_each_phone_in_its_language(room):
    assert "Brainstorm" not in Phone(room.shared).join(room.code, "nl")
    page = Phone(room.shared).join(room.code, "en")
    assert '<html lang="en">' in page
    assert "Put it on the board" in page
    assert 'lang="nl"' in Phone(room.shared).ask("GET", f"/room/{room.code}", accept_language="nl-NL")[1]


def test_what_people_type_is_text(phone, room):
    phone.write(room.code, "n1", EVIL)
    page = phone.ask("GET", f"/room/{room.code}")[1]
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_headers_let_nothing_run_or_leave(phone, room):
    headers = phone.ask("GET", f"/room/{room.code}")[2]
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert all("httponly" in value.lower() for name, value in headers.items() if name == "set-cookie")


@pytest.mark.parametrize(
    "path",
    [
        "/", "/app.py", "/health", "/_stcore/health", "/_stcore/stream", "/_stcore/upload_file/x/y", "/_stcore/host-config", "/static/x",
        "/app/static/fonts/x", "/media/x", "/metrics", "/segments", "/room/../health", "/room/look/../routes.py", "/room/look/..%2froutes.py",
        "/component/x", "/docs", "//etc/passwd",
    ],
)
def test_other_machines_reach_the_room_and_nothing_else(room, path):
    for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"):
        status, text, _headers = Phone(room.shared).ask(method, path)
        assert status == 404
        assert not text


def test_no_websocket(room):
    where = urlsplit(room.shared)
    with socket.create_connection((where.hostname, where.port), timeout=10) as line:
        line.sendall(
            b"GET /_stcore/stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        assert b" 101 " not in line.recv(400).partition(b"\r\n")[0]


def test_only_shared_rooms_are_there_for_other_machines(store, rooms, room, body):
    private = rooms.open(store.new("Private").id, body)
    assert Phone(room.shared).ask("GET", f"/room/{private.code}")[0] == 404


def test_sharing_stops_with_the_last_room(store, rooms, body):
    opened = rooms.open(store.new("x").id, body)
    shared = share_room(store, opened.id, host="127.0.0.1", port=0)
    assert Phone(shared.shared).ask("GET", "/room")[0] == 200
    assert stop_sharing(store, opened.id).shared == ""
    with pytest.raises(OSError):
        Phone(shared.shared).ask("GET", "/room")


def test_forged_posts_are_refused(phone, rooms, room):
    phone.write(room.code, "n1", "Bakker")
    vote = {"token": phone.token, "note": "n1", "on": "1"}
    assert phone.post(f"/room/{room.code}/votes", {**vote, "token": "0" * 40})[0] == 403
    assert phone.post(f"/room/{room.code}/votes", vote, origin="http://evil.example")[0] == 403
    assert phone.post(f"/room/{room.code}/votes", vote, sec_fetch_site="cross-site")[0] == 403
    assert phone.post(f"/room/{room.code}/votes", vote, content_type="text/plain")[0] == 415
    stranger = Phone(room.shared, {f"kb_{room.code}": "made-up"})
    assert stranger.post(f"/room/{room.code}/votes", vote)[0] == 403
    thief = Phone(room.shared)
    thief.join(room.code)
    assert thief.post(f"/room/{room.code}/votes", vote)[0] == 403
    assert rooms.notes(room.id)[0].votes == 0


def test_a_megabyte_is_too_much(phone, rooms, room):
    assert phone.write(room.code, "n1", "x" * 1_000_000) == 413
    assert phone.write(room.code, "n1", "x" * (BODY - 500)) == 200
    assert len(rooms.notes(room.id)[0].text) == 280


def test_ten_thousand_wrong_codes_get_nowhere_and_who_is_in_stays_in(phone, room):
    guesser = Phone(room.shared)
    statuses = [guesser.ask("GET", f"/room/WRNG{number:04}")[0] for number in range(WRONG_CODES + 30)]
    assert statuses == [404] * WRONG_CODES + [429] * 30
    assert Phone(room.shared).ask("GET", f"/room/{room.code}")[0] == 429
    assert phone.ask("GET", f"/room/{room.code}")[0] == 200
    assert phone.write(room.code, "n1", "Still here") == 200


def test_limits_forget_and_are_bounded():
    now = [0.0]
    limit = Limit(3, 60.0, clock=lambda: now[0])
    assert sum(limit.count("a") for _number in range(10_000)) == 3
    now[0] = 61.0
    assert limit.count("a")
    for number in range(20_000):
        limit.count(str(number))
    assert len(limit._times) <= 10_000


def test_a_flood_from_one_phone_is_asked_to_wait(store, rooms, body, monkeypatch):
    monkeypatch.setattr(sys.modules["segmentation.phones.routes"], "POSTS", 6)
    opened = rooms.open(store.new("x").id, body)
    shared = share_room(store, opened.id, host="127.0.0.1", port=0)
    phone = Phone(shared.shared)
    phone.join(opened.code)
    assert [phone.write(opened.code, f"n{number}", "x") for number in range(8)] == [200] * 6 + [429] * 2
    stop_sharing(store, opened.id)


def test_a_closed_room_says_goodbye(phone, rooms, room):
    rooms.go_to(room.id, "closed")
    assert phone.ask("GET", f"/room/{room.code}")[0] == 404
    assert phone.write(room.code, "n1", "Too late") == 404


def test_the_routes_for_this_machine_open_no_store_by_themselves():
    assert {route.path.split("/")[1] for route in routes()} == {"room"}


def test_a_phone_never_gets_a_customer_row(phone, rooms, room):
    page = phone.ask("GET", f"/room/{room.code}")[1]
    assert re.findall(r"\bc\d{4}\b", page) == []  # whole words: a token of forty hexadecimal signs may well hold "c0068"
