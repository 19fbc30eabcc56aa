"""How is a Dutch verb written in a question: which forms has it, in one word and in two?

>>> forms("haken", {}), parted("haken", {})
(('haken', 'haak', 'haakt', 'haakte', 'haakten', 'gehaakt'), ('haken', 'haak', 'haakt', 'haakte', 'haakten'))
>>> whole("haken", "af", {})
('afhaken', 'afhaak', 'afhaakt', 'afhaakte', 'afhaakten', 'afgehaakt')
"""

import re

VOWELS = "aeiou"
VOICELESS = "tkfschp"  # 't kofschip: a stem that ends in one of these gets -te, any other -de
UNPARTED = re.compile(r"(be|ge|her|ont|ver).*[aeiou].*[aeiou]")  # such a verb gets no ge-, but "bellen" and "geven" do


def forms(verb: str, strong: dict[str, str]) -> tuple[str, ...]:
    """Infinitive, present, past and, last, the participle; `strong` gives those after the infinitive of a verb that follows no rule."""
    if verb in strong:
        return (verb, *strong[verb].split())
    stem = _stem(verb)
    present = stem if stem.endswith("t") else f"{stem}t"
    root = verb.removesuffix("en")
    hard = root[-1] in VOICELESS or root.endswith("x")
    past = stem + ("te" if hard else "de")
    ge = "" if UNPARTED.match(verb) else "ge"
    done = ge + (stem if stem.endswith(("t", "d")) else stem + ("t" if hard else "d"))
    return tuple(dict.fromkeys((verb, stem, present, past, f"{past}n", done)))


def parted(verb: str, strong: dict[str, str]) -> tuple[str, ...]:
    """The forms behind which the first part of a separable verb stands by itself: "haakt … af"."""
    return forms(verb, strong)[:-1]


def whole(verb: str, part: str, strong: dict[str, str]) -> tuple[str, ...]:
    """The forms of a separable verb in one word: "afgehaakt"."""
    return tuple(part + form for form in forms(verb, strong))


def _stem(verb: str) -> str:
    """The first person: "haken" → "haak", "bellen" → "bel", "blijven" → "blijf", "wandelen" → "wandel"."""
    root = verb.removesuffix("en")
    if len(root) > 1 and root[-1] == root[-2]:
        return root[:-1]
    ending = {"v": "f", "z": "s"}.get(root[-1], root[-1])
    short = len(root) > 1 and root[-2] in VOWELS and root[-3:-2] not in tuple(VOWELS)
    unstressed = root[-2:] in ("el", "er", "en", "em") and any(letter in VOWELS for letter in root[:-2])
    double = root[-2] if short and root[-2] != "i" and not unstressed else ""
    return root[:-1] + double + ending
