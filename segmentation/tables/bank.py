"""How do a bank's statements (MT940, CAMT.053) become rows, and which written things are no table at all?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from defusedxml.ElementTree import fromstring

from segmentation.errors import ReadError
from segmentation.language import _
from segmentation.tables import limits
from segmentation.tables.nested import Records

NAMES = ["Own account", "Date", "Amount", "Currency", "Name", "IBAN", "Description", "Reference"]
_YAML = re.compile(rb"-?[ \t]*[\w\"'][\w \"'.-]{0,60}:(?:[ \t]+\S.*)?|-[ \t]+\S.*|#.*|---.*|\.\.\.|")
_MAIL_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:|[ \t]+\S|>?From \S+@")


def is_mt940(head: bytes) -> bool:
    """Whether this beginning is a bank's statement in MT940: fields as :20:, :25:, :60F: and :61:, each on its own line.

    >>> is_mt940(b":20:940A\\n:25:NL69INGB0123456789\\n:60F:C240101EUR1,00\\n"), is_mt940(b"a;b\\n:20:;x\\n")
    (True, False)
    """
    return re.search(rb"(?m)^:(?:25P?|86):", head) is not None and re.search(rb"(?m)^:60[FM]:[CD]|^:61:\d{6}", head) is not None


def read_mt940(data: bytes) -> Records:
    """What was booked, a row each. Raises ReadError when nothing was."""
    from segmentation.tables.mt940 import booked

    rows, broken = booked(data)
    return replace(_records(rows), rejected=broken)


def is_camt(head: bytes) -> bool:
    """Whether this beginning of an XML file is a bank's statement as ISO 20022 has it (CAMT.052, 053 or 054)."""
    return re.search(rb"<(?:\w+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)(?:V\d+)?[\s>/]", head) is not None


def read_camt(data: bytes) -> Records:
    """What was booked, a row each; of a batch, each of its payments."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ValueError, SyntaxError) as error:
        raise limits.broken("XML") from error
    rows: list[list[str]] = []
    for statement in (one for one in root.iter() if _local(one) in ("Stmt", "Rpt", "Ntfctn")):
        own = _told(statement, "Acct", "Id", "IBAN")
        for entry in _all(statement, "Ntry"):
            details = [one for box in _all(entry, "NtryDtls") for one in _all(box, "TxDtls")]
            for detail in details if len(details) > 1 and all(_amount(one) for one in details) else [None]:
                rows.append([own, *_booked(entry, details[0] if detail is None and details else detail, detail is not None)])
    return _records(rows)


def _booked(entry: Any, detail: Any, apart: bool) -> list[str]:
    day = _told(entry, "BookgDt", "Dt") or _told(entry, "BookgDt", "DtTm")[:10] or _told(entry, "ValDt", "Dt")
    out = (_told(detail, "CdtDbtInd") if apart else "") or _told(entry, "CdtDbtInd")
    node = (_amount(detail) if apart else [])[:1] or _all(entry, "Amt")[:1]
    amount, currency = (_point((node[0].text or "").strip()), node[0].get("Ccy") or "") if node else ("", "")
    side = "Cdtr" if out == "DBIT" else "Dbtr"
    name = _told(detail, "RltdPties", side, "Nm") or _told(detail, "RltdPties", side, "Pty", "Nm")
    why = " ".join((one.text or "").strip() for box in _all(detail, "RmtInf") for one in _all(box, "Ustrd")) or _told(entry, "AddtlNtryInf")
    iban, reference = _told(detail, "RltdPties", f"{side}Acct", "Id", "IBAN"), _told(detail, "Refs", "EndToEndId")
    return [day, "-" * (out == "DBIT") + amount if amount else "", currency, name, iban, why, "" if reference == "NOTPROVIDED" else reference]


def _amount(detail: Any) -> list[Any]:
    return _all(detail, "Amt") or [one for box in _all(detail, "AmtDtls") for kind in _all(box, "TxAmt") for one in _all(kind, "Amt")]


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: Any, name: str) -> list[Any]:
    return [] if element is None else [child for child in element if _local(child) == name]


def _told(element: Any, *way: str) -> str:
    """The text at the end of a way down, "" where it breaks off."""
    for name in way:
        element = next(iter(_all(element, name)), None)
    return "" if element is None else (element.text or "").strip()


def _point(amount: str) -> str:
    """Two decimals at least: 1.250 is no thousand here."""
    whole, _sign, cents = amount.partition(".")
    return f"{whole}.{cents.rstrip('0').ljust(2, '0')}" if whole.isdigit() and (cents.isdigit() or not cents) else amount


def _records(rows: list[list[str]]) -> Records:
    if not rows:
        raise ReadError(_("Nothing was booked in this bank statement."), _("Download a longer period from your bank, as CSV, MT940 or CAMT.053."))
    kept = [at for at in range(len(NAMES)) if at and any(row[at] for row in rows) or at == 0 and len({row[0] for row in rows}) > 1]
    return Records([NAMES[at] for at in kept], [[row[at] for at in kept] for row in rows])


def refuse_what_is_no_table(head: bytes) -> None:
    """Say of an e-mail message and of YAML what they are. Raises ReadError for those, and for nothing else."""
    lines = [*_lines(head)]
    above = lines[: next((at for at, line in enumerate(lines) if not line.strip()), len(lines))]
    if len(above) > 3 and all(_MAIL_LINE.match(line) for line in above) and re.search(rb"(?im)^from:", head) and re.search(rb"(?im)^(?:mime-version|message-id|received):", b"\n".join(above)):
        raise ReadError(
            _("This is an e-mail message, not a table."), _("Save what is attached to it, and choose that file; a table in the text can be copied to a spreadsheet.")
        )
    nested = sum(line[:2] in (b"- ", b"  ") for line in lines)
    if (lines and lines[0].strip() == b"---" or nested >= 0.5 * len(lines)) and len(lines) > 3 and any(b": " in line for line in lines) and all(_YAML.fullmatch(line.strip()) for line in lines[:-1]):
        raise ReadError(_("This is a YAML file, not a table."), _("Export the data as CSV, Excel or JSON and choose that file."))


def _lines(head: bytes, most: int = 200) -> Iterator[bytes]:
    yield from (line.rstrip(b"\r") for line in head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", most)[:most])
