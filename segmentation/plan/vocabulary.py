"""Which expressions betray what a question needs, as `vocabulary.toml` lists them?

>>> [one for one in vocabulary().needs["payment"] if "wanbetal" in one]
['wanbetal*']
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from segmentation.plan.verbs import forms, parted, whole

_VERB = re.compile(r"~([a-z]+)")
_SEPARABLE = re.compile(r"~([a-z]+)\|([a-z]+)")
_GROUP = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True)
class Vocabulary:
    """Expressions by need and by what nobody should keep, those that look like a need and are none, and those by which a question is about customers;
    `aside` are what somebody asks about their own doings, `elsewhere` what no shop is about.

    `everyday` are the needs whose words are found in questions about anything ("when", "where"): they count only in a question about customers.
    `filler` are words of every sentence, which are never the name of a thing; `english` and `dutch` those that tell the language of a question, and an expression that begins with `~` counts in none that is English. `groups` are the needs that say of whom ("the young") and not how much, so that something to count is still to be found. `words` are
    groups of words with one meaning, by name.
    """

    needs: dict[str, tuple[str, ...]]
    not_to_keep: dict[str, tuple[str, ...]]
    nothing: tuple[str, ...]
    about: tuple[str, ...]
    aside: tuple[str, ...]
    elsewhere: tuple[str, ...]
    everyday: frozenset[str]
    filler: frozenset[str]
    english: frozenset[str]
    dutch: frozenset[str]
    groups: frozenset[str]
    words: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The list as it is read: groups of words and all forms of a verb written out."""
    read = tomllib.loads(files("segmentation.plan").joinpath("vocabulary.toml").read_text("utf-8"))

    def listed(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for item in " ".join(text.split()).split(", ") for one in marked(item)))

    def marked(item: str) -> Iterator[str]:
        written = _written_out(item, read["words"], read["strong"])
        return (f"~{one}" for one in written) if "~" in item else written

    return Vocabulary(
        needs={code: listed(text) for code, text in read["needs"].items()},
        not_to_keep={code: listed(text) for code, text in read["not_to_keep"].items()},
        nothing=listed(read["around"]["nothing"]),
        about=listed(read["around"]["about"]),
        aside=listed(read["around"]["aside"]),
        elsewhere=listed(read["around"]["elsewhere"]),
        everyday=frozenset(read["around"]["everyday"]),
        filler=frozenset(read["around"]["filler"].split()),
        english=frozenset(read["around"]["english"].split()),
        dutch=frozenset(read["around"]["dutch"].split()),
        groups=frozenset(read["around"]["groups"]),
        words=read["words"],
    )


def _written_out(item: str, words: dict[str, str], strong: dict[str, str]) -> Iterator[str]:
    """An expression with its groups and verbs in every form; a separable verb gives one in two words and one in one."""
    item = _GROUP.sub(lambda found: words[found[1]], item)
    separable = _SEPARABLE.search(item)
    if separable:
        part, verb = separable.groups()
        yield from _written_out(item.replace(separable[0], "/".join(parted(verb, strong)) + f" .. {part}"), words, strong)
        yield from _written_out(item.replace(separable[0], "/".join(whole(verb, part, strong))), words, strong)
    else:
        yield _VERB.sub(lambda found: "/".join(forms(found[1], strong)), item)
