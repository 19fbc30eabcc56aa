"""A phone, as far as a server can tell: an address, cookies, forms."""

import http.client
import json
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit


@dataclass
class Phone:
    """Talks to a listener over one connection that stays open, as a browser does, and keeps its cookies."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    _line: http.client.HTTPConnection | None = None

    def ask(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Status, text and headers of one answer."""
        if self._line is None:
            where = urlsplit(self.address)
            self._line = http.client.HTTPConnection(where.hostname, where.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self._line.request(method, path, body, sent)
            answer = self._line.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            self._line.close()
            self._line = None
            raise
        for cookie in answer.headers.get_all("set-cookie", []):
            name, _sign, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, text, {name.lower(): value for name, value in answer.headers.items()}

    def post(self, path: str, fields: dict[str, str], **headers: str) -> tuple[int, str, dict[str, str]]:
        form = {"content_type": "application/x-www-form-urlencoded", "accept": "application/json", **headers}
        return self.ask("POST", path, urlencode(fields), **form)

    def join(self, code: str, language: str = "nl") -> str:
        """Come in, and give the page."""
        status, _text, headers = self.post(f"/room/{code}/join", {"language": language})
        assert (status, headers["location"]) == (303, f"/room/{code}")
        page = self.ask("GET", f"/room/{code}")[1]
        self.token = re.search(r'data-token="(\w+)"', page)[1]
        return page

    def write(self, code: str, note: str, text: str, **fields: str) -> int:
        form = {"token": self.token, "note": note, "segment": "A", "field": "work", "text": text, **fields}
        return self.post(f"/room/{code}/notes", form)[0]

    def vote(self, code: str, note: str, on: bool = True) -> tuple[int, dict]:
        status, text, _headers = self.post(f"/room/{code}/votes", {"token": self.token, "note": note, "on": "1" if on else "0"})
        return status, json.loads(text)
