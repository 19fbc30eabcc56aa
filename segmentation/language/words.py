"""Which words: gettext catalogues, one per room, and the language of this thread of work."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

LANGUAGES = {"nl": "Nederlands", "en": "English"}
LOCALE = Path(__file__).parent / "locale"

_language: ContextVar[str] = ContextVar("language", default="nl")


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for translation now and translate it later: `_(N_("Customers"))`."""
    return text


def speak(language: str) -> None:
    """Use this language from here on, in this thread."""
    _language.set(language if language in LANGUAGES else "nl")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use this language for a while."""
    token = _language.set(language if language in LANGUAGES else "nl")
    try:
        yield
    finally:
        _language.reset(token)


def current_language() -> str:
    return _language.get()


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    whole = gettext.NullTranslations()
    for path in sorted((LOCALE / language).glob("*.mo")):
        with path.open("rb") as file:
            whole.add_fallback(gettext.GNUTranslations(file))
    return whole


@lru_cache(maxsize=10_000)  # each room is a catalogue of its own: a text of the last one is asked of all of them
def _told(language: str, text: str) -> str:
    return _catalogue(language).gettext(text)


def _(text: str) -> str:
    """The text in the current language."""
    return _told(_language.get(), text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural for this count, in the current language; `{n}` is filled by the caller."""
    return _catalogue(_language.get()).ngettext(one, many, count)
