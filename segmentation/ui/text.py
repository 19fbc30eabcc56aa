"""How does a text of the user, or an amount of money, get on the page without turning into markup?

Streamlit renders Markdown in nearly every place: `$…$` becomes a formula, `![x](http://…)` an address the browser fetches, `:red[…]` a
colour. Everything that is not our own fixed text passes here.
"""

import re
from typing import Any

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=&])")

_LINK = re.compile(r"(https?|ftp|www)(?=[:.])", re.IGNORECASE)  # a sign without width keeps an address from becoming a link


def safe(text: Any) -> str:
    """The text as it stands, whatever Markdown would make of it; line breaks become spaces, hard blanks ("€ 5") stay.

    >>> safe("![x](http://a.b) costs $5")
    '\\\\!\\\\[x\\\\]\\\\(http\\u2060\\\\:\\\\/\\\\/a\\\\.b\\\\) costs \\\\$5'
    """
    flat = "\u00a0".join(" ".join(part.split()) for part in str(text).split("\u00a0"))
    flat = _LINK.sub("\\1\u2060", flat)
    return _SPECIAL.sub(r"\\\1", flat).replace("/", "\\/")


def fill(sentence: str, **values: Any) -> str:
    """A translated sentence with its `{places}` filled, each made harmless first."""
    return sentence.format(**{key: safe(value) for key, value in values.items()})
