"""May a language model of the user's own choice suggest other words, and what exactly would it be told?

Off until somebody fills in an address. What is sent is one request with the *data* lines of one persona: shares, medians and means of one
segment, never a customer, never what customers wrote. What comes back is untrusted text: bounded, plain, and a guess until somebody takes it.
"""

import ipaddress
import json
import os
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from segmentation.errors import MissingData, WrongChoice
from segmentation.language import _
from segmentation.personas.edits import TEXT_LENGTH
from segmentation.personas.persona import Persona
from segmentation.personas.phrases import LABELS

ANSWER_BYTES = 256_000
SECONDS = 60.0
WITHHELD = frozenset({"ticket_subject"})  # words that customers or helpdesks typed
TASK = (
    "You help a business describe one group of its customers as one fictional person. The facts below are figures of the whole group. "
    "Write in {language}, in the first person, warm and plain, without clichés, without new figures, names of people or brands, and without "
    "guessing at origin, religion, health or politics. Answer with one JSON object and nothing else; its keys are: {keys}. "
    "Each value is at most two sentences; “day” is a day in the life in at most six."
)


class NoAnswer(MissingData):
    """The endpoint did not give a text that can be used."""


@dataclass(frozen=True)
class Endpoint:
    """Where an OpenAI-compatible service listens. The key is kept in memory and never printed."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        """Where the request goes. Raises WrongChoice for anything but https, or http inside this network."""
        parts = urlsplit(self.url.strip())
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query or not self.model.strip():
            raise WrongChoice(
                _("This address or model cannot be used."), _("Fill in an address such as http://localhost:11434/v1 and the name of a model.")
            )
        if parts.scheme == "http" and not _near(parts.hostname):
            raise WrongChoice(_("Without https anybody on the way could read along."), _("Use an address that begins with https."))
        path = parts.path.rstrip("/").removesuffix("/chat/completions")
        return f"{parts.scheme}://{parts.netloc}{path}/chat/completions"


def from_environment() -> Endpoint:
    """What KLANTBEELD_WRITER_URL, KLANTBEELD_WRITER_MODEL and KLANTBEELD_WRITER_KEY say; empty where they say nothing."""
    names = ("KLANTBEELD_WRITER_URL", "KLANTBEELD_WRITER_MODEL", "KLANTBEELD_WRITER_KEY")
    return Endpoint(*(os.environ.get(name, "") for name in names))


def wanted_fields(persona: Persona) -> tuple[str, ...]:
    """What a machine may suggest: the quote, the day, and the fields about which the data are silent. Figures stay ours."""
    return ("quote", "day", *dict.fromkeys(line.field for line in persona.questions))


def request_of(persona: Persona, model: str) -> str:
    """The body of the request, to be shown before it is sent and sent as it was shown.

    >>> from segmentation.personas import Line
    >>> sam = Persona("A", "Sam", 48, "Assen", (Line("who", "I am 48.", "data", 48.0), Line("work", "Baker, I think.", "colleague")), language="en")
    >>> "I am 48." in request_of(sam, "m"), "Baker" in request_of(sam, "m"), "Sam" in request_of(sam, "m")
    (True, False, False)
    """
    facts = [line for line in persona.lines if line.mark == "data" and line.column not in WITHHELD]
    told = "\n".join(f"{LABELS.get(line.field, line.field)}: {line.text}" for line in facts)
    task = TASK.format(language={"nl": "Dutch"}.get(persona.language, "English"), keys=", ".join(wanted_fields(persona)))
    messages = [{"role": "system", "content": task}, {"role": "user", "content": told}]
    return json.dumps({"model": model.strip(), "messages": messages, "temperature": 0.7, "stream": False}, ensure_ascii=False, indent=1)


def suggest(endpoint: Endpoint, body: str, fields: tuple[str, ...], seconds: float = SECONDS) -> dict[str, str]:
    """Send this body once; field → suggested text, plain and at most as long as a poster holds.

    Raises NoAnswer when nothing usable comes back within `seconds`, WrongChoice for an address that cannot be used.
    """
    return usable(_post(endpoint, body, seconds), fields)


def usable(answer: bytes, fields: tuple[str, ...]) -> dict[str, str]:
    """What of an answer can be shown.

    >>> usable(b'{"choices": [{"message": {"content": "{\\\\"quote\\\\": \\\\"Hello <b>\\\\", \\\\"x\\\\": 1}"}}]}', ("quote",))
    {'quote': 'Hello <b>'}
    """
    try:
        content = str(json.loads(answer)["choices"][0]["message"]["content"])
        found = json.loads(content[content.index("{") : content.rindex("}") + 1])
        texts = {name: _plain(found[name]) for name in fields if name in found}
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise NoAnswer(_("The answer could not be read."), _("Try again, or try another model.")) from None
    texts = {name: text for name, text in texts.items() if text}
    if not texts:
        raise NoAnswer(_("There was nothing usable in the answer."), _("Try again, or try another model."))
    return texts


def _plain(value: Any) -> str:
    """Text without control signs, at most as long as a field may be."""
    text = " ".join(str(part) for part in value) if isinstance(value, list) else value if isinstance(value, str) else ""
    visible = "".join(sign if sign.isprintable() else " " for sign in text[: 4 * TEXT_LENGTH])
    return " ".join(visible.split())[:TEXT_LENGTH].rstrip()


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """What the user pointed at is where it goes: a redirect could carry the key elsewhere."""

    def redirect_request(self, *_parts: Any) -> None:
        return None


def _post(endpoint: Endpoint, body: str, seconds: float) -> bytes:
    headers = {"content-type": "application/json", "accept": "application/json", "user-agent": "klantbeeld"}
    if endpoint.key:
        headers["authorization"] = f"Bearer {endpoint.key}"
    try:
        request = urllib.request.Request(endpoint.address, body.encode(), headers, method="POST")  # noqa: S310 - `address` lets only http(s) through
    except ValueError:
        raise WrongChoice(_("This address or model cannot be used."), _("Check it for signs that do not belong there.")) from None
    handlers: list[urllib.request.BaseHandler] = [_NoDetour()]
    if _near(urlsplit(endpoint.url).hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))
    hint = _("Check the address, the model and the key, and whether the service is running.")
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=seconds) as answer:
            return _read(answer, time.monotonic() + seconds)
    except urllib.error.HTTPError as error:
        raise NoAnswer(_("The service refused, with code {code}.").format(code=error.code), hint) from None
    except TimeoutError:
        raise NoAnswer(_("The service took too long."), _("Try again, or try a smaller model.")) from None
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(getattr(error, "reason", None), TimeoutError):
            raise NoAnswer(_("The service took too long."), _("Try again, or try a smaller model.")) from None
        raise NoAnswer(_("The service could not be reached."), hint) from None


def _read(answer: Any, deadline: float) -> bytes:
    """The whole answer, as long as it is neither too long nor too slow."""
    whole = b""
    while part := answer.read1(16_384):
        whole += part
        if len(whole) > ANSWER_BYTES:
            raise NoAnswer(_("The answer is far too long."), _("Try another model."))
        if time.monotonic() > deadline:
            raise TimeoutError
    return whole


def _near(host: str) -> bool:
    """This machine, or an address of a private network."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False
