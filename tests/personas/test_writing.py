"""What goes to a language model and what comes back from it: shown, bounded, plain, and nothing at all unless asked for."""

import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from segmentation.errors import SegmentationError, WrongChoice
from segmentation.personas import Line, draft_personas
from segmentation.personas.edits import TEXT_LENGTH
from segmentation.personas.writing import ANSWER_BYTES, Endpoint, NoAnswer, from_environment, request_of, suggest, wanted_fields
from tests.personas.people import profiles_of, three_kinds

FIELDS = ("quote", "day", "work")
EVIL = '<script>alert(1)</script> ![x](http://evil.example/x.png) <img src=x onerror=alert(1)> [a](javascript:b)'


def chat(content: str) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


@contextmanager
def fake(answer=b"", status=200, headers=(), wait=0.0, seen=None) -> Iterator[str]:
    """A tiny endpoint on this machine that answers always the same."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            if seen is not None:
                seen.append((self.path, dict(self.headers), body))
            time.sleep(wait)
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer)
            except OSError:  # hung up on: that is what some of these tests are about
                return

        def log_message(self, *_parts):
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def persona():
    return draft_personas(profiles_of(*three_kinds(40)), "nl")[0]


def test_what_was_shown_is_what_is_sent_and_the_key_only_as_a_header(persona):
    seen = []
    body = request_of(persona, "a-model")
    with fake(chat('{"quote": "Dag!", "day": ["Eerst koffie.", "Dan de deur uit."], "monetary": "€ 5"}'), seen=seen) as url:
        assert suggest(Endpoint(url, "a-model", "sleutel"), body, FIELDS) == {"quote": "Dag!", "day": "Eerst koffie. Dan de deur uit."}
    [(path, headers, sent)] = seen
    assert (path, headers["Authorization"], sent.decode()) == ("/v1/chat/completions", "Bearer sleutel", body)
    assert "sleutel" not in body


def test_only_figures_of_the_segment_go_out(persona):
    lines = (*persona.lines, Line("work", "Jan van de kaasboer", "colleague"), Line("frustrations", "Bel mij: 06-1", "data", 1.0, (1, 1), 1.0, column="ticket_subject"))
    body = request_of(persona.change(lines=lines, photo="data:image/png;base64,AAAA"), "m")
    assert all(secret not in body for secret in ("kaasboer", "06-1", "base64", persona.name, persona.quote, "c0001"))
    told = [line.text for line in persona.lines if line.mark == "data"]
    assert told and all(json.dumps(text, ensure_ascii=False)[1:-1] in body for text in told)
    assert wanted_fields(persona)[:2] == ("quote", "day") and "work" in wanted_fields(persona) and "spend" not in wanted_fields(persona)


def test_script_and_pictures_stay_text():
    with fake(chat("```json\n" + json.dumps({"quote": EVIL, "work": "a\x00b\u202ec\nd"}) + "\n```")) as url:
        assert suggest(Endpoint(url, "m"), "{}", FIELDS) == {"quote": EVIL, "work": "a b c d"}


def test_long_texts_are_cut():
    with fake(chat(json.dumps({"quote": "word " * 5000}))) as url:
        assert len(suggest(Endpoint(url, "m"), "{}", FIELDS)["quote"]) <= TEXT_LENGTH


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"\xff\xfe\x00", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}', chat("no"), chat("[1]"), chat("{"), chat("} {"),
        chat('{"quote": 5}'), chat('{"quote": {"a": "b"}}'), chat('{"quote": "  "}'), chat('{"other": "x"}'), chat('{"a":' * 50_000 + "1" + "}" * 50_000)[:ANSWER_BYTES],
        b"x" * 10_000_000,
    ],
)  # fmt: skip
def test_rubbish_is_refused(answer):
    with fake(answer) as url, pytest.raises(NoAnswer):
        suggest(Endpoint(url, "m"), "{}", FIELDS)


def test_a_service_that_is_not_there_or_says_no_or_sleeps():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(NoAnswer):
        suggest(Endpoint(closed, "m"), "{}", FIELDS)
    with fake(b"secret words of the service", status=401) as url, pytest.raises(NoAnswer) as refused:
        suggest(Endpoint(url, "m"), "{}", FIELDS)
    assert "401" in refused.value.message and "secret" not in str(refused.value)
    with fake(chat("{}"), wait=1.0) as url, pytest.raises(NoAnswer):
        suggest(Endpoint(url, "m"), "{}", FIELDS, seconds=0.2)


def test_a_redirect_is_not_followed():
    seen = []
    with fake(chat('{"quote": "x"}'), seen=seen) as elsewhere, fake(status=307, headers=[("location", elsewhere)]) as url, pytest.raises(NoAnswer):
        suggest(Endpoint(url, "m", "key"), "{}", FIELDS)
    assert seen == []


@pytest.mark.parametrize(
    "url",
    ["", "file:///etc/passwd", "ftp://x/y", "http://example.com/v1", "https://me:key@example.com/v1", "https://", "nonsense", "https://example.com/v1?key=x", "http://[::1", "https://exa mple.com/\n"],
)
def test_addresses_that_could_leak_are_refused(url):
    with pytest.raises(SegmentationError):
        suggest(Endpoint(url, "m"), "{}", FIELDS, seconds=0.2)


def test_an_address_needs_a_model():
    with pytest.raises(WrongChoice):
        suggest(Endpoint("https://example.com/v1", " "), "{}", FIELDS)
    assert Endpoint("https://example.com/v1/chat/completions/", "m").address == "https://example.com/v1/chat/completions"


def test_the_key_is_in_no_message_and_no_log(monkeypatch, caplog):
    monkeypatch.setenv("KLANTBEELD_WRITER_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("KLANTBEELD_WRITER_MODEL", "m")
    monkeypatch.setenv("KLANTBEELD_WRITER_KEY", "top-secret\r\nx: y")
    endpoint = from_environment()
    with caplog.at_level(logging.DEBUG), pytest.raises(SegmentationError) as told:
        suggest(endpoint, "{}", FIELDS)
    assert "top-secret" not in f"{endpoint!r} {told.value} {caplog.text}"
