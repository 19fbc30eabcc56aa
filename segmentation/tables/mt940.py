"""How does a bank's statement in MT940 become rows? The fields of the message, and what each bank writes where text is free.

Written after the statements in public test suites of ING, ABN AMRO, Rabobank, ASN, SNS, Knab, Triodos, bunq, Van Lanschot and German banks.
"""

import re
from collections.abc import Iterator

from segmentation.tables.encoding import characters_of, decoded

_FIELD = re.compile(r"(?m)^:(\d\d[A-Z]?):")
# day, day booked, in or out, third letter of the currency, amount (with a comma; an old Rabobank with a point, Knab with none), kind, the rest
_BOOKED = re.compile(r"(\d{6})(?:\d{4}|[ ]{4})?\s*(R?[CD])[A-Z]?\s*(\d{1,15}(?:[.,]\d{0,3})?)(?:[A-Z][A-Z0-9]{3})?(.*)", re.DOTALL | re.IGNORECASE)
_SLASHED = re.compile(r"/(NAME|IBAN|CNTP|REMI|EREF|TRTP|BIC|CSID|MARF|BENM|ORDP|ISDT|PURP|KREF|PREF|TRCD|RTRN|ADDR|ULTD|ULTB|ID|SVCL|USTD|STRD)/")
_SPELLED = re.compile(r"(?:^|[\s/])(IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\.|MACHTIGING|INCASSANT|REK): *")
_GERMAN = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+")
_IBAN = re.compile(r"(?:[A-Z]{2}\d{2}[A-Z]{4}\d{10}|DE\d{20}|BE\d{14})(?!\d)")
_ACCOUNT = re.compile(r"\s*([A-Z]{2}\d{2}[A-Z0-9]{8,30}|\d{7,10}) +(\S.*)")


def booked(data: bytes) -> tuple[list[list[str]], list[tuple[int, str, str]]]:
    """What was booked: own account, day, amount, currency, name, account, description and reference of the other side; and line, reason and
    text of what is no booking."""
    text = decoded(data, characters_of(data)).replace("\r\n", "\n")
    rows: list[list[str]] = []
    broken: list[tuple[int, str, str]] = []
    account = currency = booking = before = ""
    for line, field, told in _fields(text):
        tag = field
        if tag.startswith("25"):
            account = told.split("\n")[0].strip()
        elif tag in ("60F", "60M"):
            currency = told[7:10]
        elif tag == "61" and (found := _BOOKED.match(told)):
            day, sign, amount, booking = found.groups()
            less = "-" if sign.upper() in ("D", "RC") else ""
            whole, _sign, cents = amount.replace(",", ".").partition(".")
            rows.append([account, f"20{day[:2]}-{day[2:4]}-{day[4:]}", f"{less}{int(whole)}.{cents.ljust(2, '0')}", currency, *_beside(booking), "", ""])
        elif tag == "61":
            broken.append((line, "cut_off", told[:10_000]))
            tag = ""  # what explains it explains no other
        elif tag == "86" and before in ("61", "86") and rows:  # behind the closing balance it is about the whole statement
            _explain(rows[-1], told)
        before = tag
    return rows, broken


def _fields(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, tag and content of every field, without what closes a message."""
    marks = [*_FIELD.finditer(text)]
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        told = text[mark.end() : after.start() if after else len(text)]
        yield text.count("\n", 0, mark.start()) + 1, mark[1], re.split(r"\n-[}\s]|\n-(?:XXX)?$|\n-XXX\n|\n\{", told)[0].strip("\n")


def _beside(rest: str) -> list[str]:
    """Name and account that some banks write behind the amount: "NONREF          FOODS", or an account and below it the name."""
    first, _newline, below = rest.partition("\n")
    found = _IBAN.search(rest)
    padded = re.match(r"(?!.*//)\S+ {2,}(\S.*)", first)
    name = padded[1] if padded else below if found and found.end() == len(first.rstrip()) and not below.startswith("/") else ""
    return [name.split("\n")[0].strip(), found[0] if found else ""]


def _explain(row: list[str], told: str) -> None:
    """Fill in who is on the other side and why, as far as the bank labels them; a second explanation is put behind the first."""
    name, account, why, reference = _explained(told)
    found = _IBAN.search(told.replace("\n", ""))
    row[4], row[5], row[7] = row[4] or name, account or row[5] or (found[0] if found else ""), row[7] or reference
    row[6] = " ".join(part for part in (row[6], " ".join(why.split())) if part)


def _explained(told: str) -> tuple[str, str, str, str]:
    """Name, account, description and reference."""
    flat = told.replace("\n", "")
    numbered = re.match(r"\d{3}([?>])\d\d", flat)
    if numbered:
        return _numbered(flat[3:], numbered[1])
    if _SLASHED.search(flat):
        return _slashed(flat)
    if _SPELLED.search(told):
        before, said = _labelled(_SPELLED, told)
        return said.get("NAAM", ""), said.get("IBAN", "") or said.get("REK", ""), said.get("OMSCHRIJVING", "") or before, said.get("KENMERK", "") or said.get("BETALINGSKENM.", "")
    first, _newline, below = told.partition("\n")
    named = _ACCOUNT.fullmatch(first)
    if named and below[:1] in ("\n", " ") and below.strip():  # the line below is empty
        return named[2].strip(), named[1], below, ""
    return "", "", told, ""


def _slashed(flat: str) -> tuple[str, str, str, str]:
    _before, said = _labelled(_SLASHED, flat)
    other = said.get("CNTP", "").split("/")
    name = said.get("NAME") or (other[2] if len(other) > 2 else "")
    why = re.sub(r"^USTD/*", "", said.get("USTD") or said.get("REMI", "")).strip("/ ")
    return name.strip(), (said.get("IBAN") or other[0]).strip(), why, said.get("EREF", "").replace("NOTPROVIDED", "")


def _numbered(flat: str, sign: str) -> tuple[str, str, str, str]:
    """German banks and Triodos number the parts: 20 to 29 and 60 to 63 tell why, 31 is the account, 32 and 33 the name."""
    pieces = re.split(rf"{re.escape(sign)}(\d\d)", flat)
    parts = [(int(number), part) for number, part in zip(pieces[1::2], pieces[2::2], strict=True)]
    why = "".join(part for number, part in parts if 20 <= number <= 29 or 60 <= number <= 63)
    before, said = _labelled(_GERMAN, why)
    kind = "".join(part for number, part in parts if number == 0)
    name, account = ("".join(part for number, part in parts if number in numbers) for numbers in ((32, 33), (31,)))
    return name.strip(), account.strip(), said.get("SVWZ") or before or kind, said.get("EREF", "").replace("NOTPROVIDED", "")


def _labelled(labels: re.Pattern[str], told: str) -> tuple[str, dict[str, str]]:
    """What stands before the first label, and the text behind each."""
    before, *pieces = labels.split(told)
    said: dict[str, str] = {}
    for label, value in zip(pieces[::2], pieces[1::2], strict=True):
        said.setdefault(label, " ".join(value.strip("/ \n").split()))
    return before.strip(), said
