"""How is a page built so that nothing anybody typed can become markup?

Text is escaped when it enters a tag; only what came out of a tag passes as it is.

>>> tag("p", "<script>", class_="note")
'<p class="note">&lt;script&gt;</p>'
>>> tag("ul", [tag("li", "one"), tag("li", "two")])
'<ul><li>one</li><li>two</li></ul>'
"""

from collections.abc import Iterable
from html import escape

VOID = {"input", "meta", "link", "br", "img"}


class Markup(str):
    """Markup that was made by `tag`, or that this project drew itself."""

    __slots__ = ()


Child = str | Iterable[str]


def tag(element: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """One element. `class_` becomes class, `aria_label` aria-label; None and False leave it out, True writes its name."""
    words = ""
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        words += f" {label}" if value is True else f' {label}="{escape(str(value), quote=True)}"'
    start = f"<{element}{words}>"
    return Markup(start if element in VOID else f"{start}{joined(children)}</{element}>")


def joined(children: Iterable[Child]) -> Markup:
    """Children beside each other; text among them is escaped."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Markup):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(escape(child, quote=False))
        else:
            parts.append(joined(child))
    return Markup("".join(parts))
