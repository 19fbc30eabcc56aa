"""In which language, and how money, numbers and dates are written there.

The language is held per thread (a script run of the app, a request, a job), never for the whole process:

>>> speak("en")
>>> _("Customers")
'Customers'
>>> number(1234.5, 1)
'1,234.5'
>>> with speaking("nl"):
...     number(1234.5, 1)
'1.234,5'

Source strings are English. Dutch stands in `locale/nl/<room>.po`, one file per room; `python run.py words` refreshes
and compiles them. Results keep codes and figures, never sentences: words are made when somebody looks.
"""

from segmentation.language.formats import currency_symbol, date, decimal_sign, duration, money, month, number, percent
from segmentation.language.words import LANGUAGES, N_, _, current_language, ngettext, speak, speaking

__all__ = [
    "LANGUAGES",
    "N_",
    "_",
    "currency_symbol",
    "current_language",
    "date",
    "decimal_sign",
    "duration",
    "money",
    "month",
    "ngettext",
    "number",
    "percent",
    "speak",
    "speaking",
]
