"""Which characters do these bytes stand for?

The ladder: a byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then cp1252; the user may say otherwise. Statistical detectors
call Dutch cp1252 files Central European or Cyrillic; this ladder does not guess at languages. Only where cp1252 makes signs that nobody writes inside words,
and the alphabet of DOS (cp850), of the old Macintosh or with a late euro (iso-8859-15) makes letters there, is it one of these.
"""

import codecs
import re
from dataclasses import dataclass

from segmentation.errors import ReadError, WrongChoice
from segmentation.language import _
from segmentation.tables.receipt import Guess, Repair

ENCODINGS = ("utf-8", "cp1252", "iso-8859-15", "cp850", "mac-roman", "utf-16-le", "utf-16-be")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LETTER = re.compile(rb"(?<![\x80-\xff])(?:\xc3[\x80-\xbf]|\xe2\x82\xac)(?![\x80-\xff])")  # à to ÿ and € alone: in cp1252 nobody writes Ã¨
_LETTERS = frozenset("éëïöüèàçêäôóáíúñâîûåøæßœìòùÿõãÉËÏÖÜÈÀÇÄÑÅØÆÊÓÁÍÚ")
_SIGNS = frozenset("€’‘“”„–—…°²³½¼´£§©®·•™µ«»±×÷¡¿ºª`\u00a0")
_OLDER = ("iso-8859-15", "cp850", "mac-roman")
_HIGH = re.compile(rb"[\x80-\xff]")
_ENOUGH = 2000
_CONTROL = re.compile(rb"[\x00\x02-\x08\x0e-\x1a\x1c-\x1e]")  # \x01 and \x1f separate cells in exports of databases


@dataclass(frozen=True)
class Characters:
    """How bytes become text: the encoding, the length of the mark before it, whether stray cp1252 bytes occur in UTF-8."""

    encoding: str
    mark: int = 0
    mixed: bool = False
    certainty: float = 1.0


def characters_of(data: bytes, wanted: str | None = None, whole: bool = True) -> Characters:
    """The encoding of these bytes (or of the beginning of a file, when not `whole`).

    Raises WrongChoice for an encoding that does not exist, ReadError for bytes that are no text.

    >>> characters_of("Zoë".encode("cp1252")).encoding, characters_of("Zoë".encode()).encoding
    ('cp1252', 'utf-8')
    """
    mark, marked = next(((len(sign), name) for sign, name in _MARKS if data.startswith(sign)), (0, None))
    if wanted:
        name = known(wanted)
        return Characters(name, mark if marked == name else 0)
    if marked:
        return Characters(marked, mark)
    if b"\0" in data[:4096] and (wide := _wide(data[:4096])):
        return Characters(wide, certainty=0.95)
    if len(_CONTROL.findall(data[:65536])) > 0.05 * len(data[:65536]) and data[:65536].count(b"\0") < 0.02 * len(data[:65536]):
        raise not_text()
    if data[:65536].count(b"\0") > 0.3 * len(data[:65536]):
        raise not_text()
    return _narrow(data, whole)


def _narrow(data: bytes, whole: bool) -> Characters:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, whole)
        return Characters("utf-8")
    except UnicodeDecodeError:
        good = len(_LETTER.findall(data))
        stray = data.decode("utf-8", "replace").count("\ufffd")
        if good > 0.05 * stray:
            return Characters("utf-8", mixed=True, certainty=0.8)
        return Characters(_narrow_one(data), certainty=0.9)


def _narrow_one(data: bytes) -> str:
    """cp1252, unless half of what is no ASCII is nonsense in it and next to nothing in an older alphabet.

    >>> _narrow_one("Renée,café,Coëvorden".encode("cp850")), _narrow_one("Renée,café,Coëvorden".encode("cp1252"))
    ('cp850', 'cp1252')
    """
    places = [found.start() for found, _turn in zip(_HIGH.finditer(data), range(_ENOUGH), strict=False)]
    around = [(data[at - 1 : at] or b" ") + data[at : at + 1] + (data[at + 1 : at + 2] or b" ") for at in places]
    odd = {name: sum(_odd(near.decode(name, "replace")) for near in around) for name in ("cp1252", *_OLDER)}
    best = min(_OLDER, key=lambda name: odd[name])
    return best if len(around) > 1 and odd["cp1252"] >= 0.5 * len(around) and odd[best] <= 0.05 * len(around) else "cp1252"


def _odd(near: str) -> bool:
    """Whether the sign in the middle of three is one that nobody writes there in Western Europe."""
    before, sign, after = near[0], near[1], near[2]
    if sign in _LETTERS:
        alone = not (before.isalpha() or after.isalpha()) and sign != "à"
        return alone or sign.isupper() and before.islower()
    return sign not in _SIGNS or before.isalpha() and after.isalpha() and sign not in "’–"


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text, every second byte is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def decoded(data: bytes, how: Characters) -> str:
    """The text; bytes that stand for nothing become �, or the cp1252 character where UTF-8 is mixed with it."""
    errors = "cp1252_inside" if how.mixed else "replace"
    return data[how.mark :].decode(how.encoding, errors).removeprefix("\ufeff")


def told(how: Characters, text: str) -> tuple[list[Repair], Guess]:
    """What to say about it: repairs for everything but plain UTF-8, and the guess with its alternatives."""
    repairs = []
    if how.mark:
        repairs.append(Repair("byte_order_mark", 1))
    if how.encoding != "utf-8" or how.mixed:
        repairs.append(Repair("encoding", 1, after=how.encoding + (" + cp1252" if how.mixed else "")))
    if lost := text.count("\ufffd"):
        repairs.append(Repair("unreadable_characters", lost))
    others = tuple(name for name in ENCODINGS if name != how.encoding)
    plain = text.isascii()
    return repairs, Guess("encoding", how.encoding, 1.0 if plain else how.certainty, () if plain else others)


def known(name: str) -> str:
    """Python's name for an encoding of text. Raises WrongChoice when there is none."""
    try:
        found = codecs.lookup(str(name))
        "a".encode(found.name)
        return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "mac-roman": "mac-roman"}.get(found.name, found.name)
    except (LookupError, ValueError, TypeError) as error:
        raise WrongChoice(
            _("There is no encoding called “{name}”.").format(name=name),
            _("Choose one of: {names}.").format(names=", ".join(ENCODINGS)),
        ) from error


def not_text() -> ReadError:
    return ReadError(
        _("This file is no table: it holds a picture, a program or something else that is not text."),
        _("Export the data as CSV or Excel and choose that file."),
    )


def _cp1252_inside(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error("cp1252_inside", _cp1252_inside)
