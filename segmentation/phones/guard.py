"""Who is kept out: guessers of codes, floods, forged posts and bodies that are too large?"""

import hashlib
import hmac
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

BODY = 8 * 1024
WRONG_CODES, WRONG_WINDOW = 12, 600.0
NAMES = 10_000
POSTS, POST_WINDOW = 90, 60.0


class Limit:
    """At most `most` things per `window` seconds for each name; remembers a bounded number of names.

    >>> limit = Limit(2, 60.0, clock=lambda: 0.0)
    >>> limit.count("a"), limit.count("a"), limit.count("a"), limit.count("b")
    (True, True, False, True)
    """

    def __init__(self, most: int, window: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.most, self.window, self.clock = most, window, clock
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def full(self, name: str) -> bool:
        """Whether this name has had its share."""
        times = self._times.get(name)
        while times and times[0] <= self.clock() - self.window:
            times.popleft()
        return times is not None and len(times) >= self.most

    def count(self, name: str) -> bool:
        """Count one more, unless the share is used up."""
        if self.full(name):
            return False
        self._times.setdefault(name, deque()).append(self.clock())
        self._times.move_to_end(name)
        while len(self._times) > NAMES:
            self._times.popitem(last=False)
        return True


class TooLargeError(Exception):
    """The body of a request is larger than any form of ours."""


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a posted form, first value each. Raises TooLargeError, and ValueError for what is not such a form."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise ValueError("not a form")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > BODY:
            raise TooLargeError
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=12)
    return {name: values[0] for name, values in fields.items()}


def seal(secret: str, person: str) -> str:
    """The token that a form of this person carries: nobody without the room's secret can make it."""
    return hmac.new(secret.encode(), person.encode(), hashlib.sha256).hexdigest()[:40]


def sealed(secret: str, person: str, token: str) -> bool:
    """Whether this token belongs to this person.

    >>> sealed("s", "p", seal("s", "p")), sealed("s", "p", "x")
    (True, False)
    """
    return hmac.compare_digest(seal(secret, person).encode(), token.encode())


def from_here(request: Request) -> bool:
    """Whether a post comes from a page of this same address, as far as the browser says."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
