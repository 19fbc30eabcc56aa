"""How money, numbers, shares, dates and durations are written in the current language."""

import datetime as dt
from functools import lru_cache
from typing import Any

from segmentation.language.words import current_language, ngettext

_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


def _locale() -> str:
    return _LOCALES[current_language()]


def _missing(value: Any) -> bool:
    return value is None or value != value


def number(value: float | None, decimals: int = 0) -> str:
    """`number(1234.5, 1)` is "1.234,5" in Dutch; a missing value is an en dash."""
    if _missing(value):
        return "–"
    return _number(round(float(value), decimals) + 0.0, decimals, _locale())  # type: ignore[arg-type]


@lru_cache(maxsize=50_000)  # a page that is drawn again writes the same thousands of figures
def _number(rounded: float, decimals: int, locale: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(rounded, "#,##0" + ("." + "0" * decimals if decimals else ""), locale=locale))  # type: ignore[arg-type]


def money(value: float | None, currency: str = "EUR", decimals: int | None = None) -> str:
    """`money(1234.5)` is "€ 1.235" in Dutch; under 100 the cents are shown unless `decimals` says otherwise."""
    if _missing(value):
        return "–"
    amount = float(value)  # type: ignore[arg-type]
    places = (2 if abs(amount) < 100 else 0) if decimals is None else decimals
    return _money(round(amount, places) + 0.0, places, currency, _locale())


@lru_cache(maxsize=50_000)
def _money(rounded: float, places: int, currency: str, locale: str) -> str:
    from babel.numbers import format_currency

    fraction = "." + "0" * places if places else ""
    dutch = locale == _LOCALES["nl"]
    pattern = f"¤\u00a0#,##0{fraction};¤\u00a0-#,##0{fraction}" if dutch else f"¤#,##0{fraction};-¤#,##0{fraction}"
    return str(format_currency(rounded, currency, pattern, locale=locale, currency_digits=False))  # type: ignore[arg-type]


def currency_symbol(currency: str = "EUR") -> str:
    from babel.numbers import get_currency_symbol

    return str(get_currency_symbol(currency, locale=_locale()))


def percent(share: float | None, decimals: int = 0) -> str:
    """`percent(0.123)` is "12%"."""
    return "–" if _missing(share) else number(float(share) * 100, decimals) + "%"  # type: ignore[arg-type]


def date(value: Any) -> str:
    """`date(datetime(2024, 3, 5))` is "5 mrt 2024" in Dutch."""
    from babel.dates import format_date

    if _missing(value) or str(value) == "NaT":
        return "–"
    day = value.date() if isinstance(value, dt.datetime) else value
    return str(format_date(day, "d MMM y", locale=_locale())).replace(".", "")


def month(value: Any) -> str:
    """`month(datetime(2024, 3, 5))` is "mrt 2024" in Dutch."""
    from babel.dates import format_date

    return "–" if _missing(value) or str(value) == "NaT" else str(format_date(value, "MMM y", locale=_locale())).replace(".", "")


def duration(days: float | None) -> str:
    """A number of days as people say it: "3 dagen", "5 maanden", "2,5 jaar"."""
    if _missing(days):
        return "–"
    length = float(days)  # type: ignore[arg-type]
    if length < 60:
        whole = round(length)
        return ngettext("{n} day", "{n} days", whole).format(n=number(whole))
    if length < 730:
        whole = round(length / 30.44)
        return ngettext("{n} month", "{n} months", whole).format(n=number(whole))
    return ngettext("{n} year", "{n} years", 2).format(n=number(length / 365.25, 1))


def decimal_sign() -> str:
    return "," if current_language() == "nl" else "."
