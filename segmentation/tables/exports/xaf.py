"""What does a Dutch audit file (XML Auditfile Financieel) say about customers, their invoices and turnover?

Versions 3.0 to 4.0, recognised by the names of their elements: the official documents disagree about the namespace of 4.0, and programs
write others still. The file is read as a stream; document types and entities are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

import pandas as pd
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from segmentation.errors import ReadError
from segmentation.language import _

_ADDRESS = ("streetname", "number", "numberExtension", "property", "city", "postalCode", "region", "country")
_CUSTOMER = (
    "custSupID",
    "custSupName",
    "contact",
    "telephone",
    "eMail",
    "website",
    "commerceNr",
    "taxRegIdent",
    "relationshipID",
    "custSupTp",
)
_LINE = (
    "nr",
    "accID",
    "docRef",
    "effDate",
    "desc",
    "amnt",
    "amntTp",
    "custSupID",
    "invRef",
    "costID",
    "prodID",
    "projID",
    "artGrpID",
    "qnty",
)
_TURNOVER = (
    "invoice",
    "invoiceDate",
    "customerID",
    "turnover",
    "vat",
    "description",
    "quantity",
    "journalID",
    "accountID",
    "accountDescription",
)
_REVENUE = re.compile(r"omzet|opbrengst|verkoop|verkopen|sales|revenue|turnover", re.IGNORECASE)


@dataclass
class _Books:
    """What was read so far."""

    customers: list[dict[str, str]] = field(default_factory=list)
    accounts: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: list[dict[str, str]] = field(default_factory=list)
    turnover: list[dict[str, str]] = field(default_factory=list)


def read(stream: IO[bytes]) -> dict[str, pd.DataFrame]:
    """The tables of an audit file, as text: "turnover" (invoice lines by customer), "customers" and "lines" (of the journals).

    Turnover is credit less debit on revenue accounts, without VAT; the customer of a line without one is that of its transaction.
    Raises ReadError when this is no audit file, or one that hides entities.
    """
    books = _Books()
    try:
        _gather(stream, books)
    except DefusedXmlException as error:
        raise ReadError(
            _("This XML file defines entities of its own, which may be an attack; it was not read."),
            _("Export it again from the program it came from, as CSV where that is possible."),
        ) from error
    except (ParseError, UnicodeDecodeError, ValueError, LookupError) as error:
        raise ReadError(
            _("This XML file is damaged and could not be read to its end."),
            _("Export the audit file again from the bookkeeping program."),
        ) from error
    if not books.lines and not books.customers:
        raise ReadError(
            _("This XML file is not an audit file (XAF)."),
            _("Export the audit file (XAF) from the bookkeeping program, version 3.2 or 4.0."),
        )
    suppliers = {customer["custSupID"] for customer in books.customers if customer.get("custSupTp", "").upper() == "S"}
    turnover = [row for row in books.turnover if row["customerID"] and row["customerID"] not in suppliers]
    people = [customer for customer in books.customers if customer["custSupID"] not in suppliers]
    return {
        "turnover": _frame(turnover, _TURNOVER),
        "customers": _frame(people, (*_CUSTOMER, *_ADDRESS, "bankAccNr"), always=_CUSTOMER),
        "lines": _frame(books.lines, ("jrnID", "jrnTp", "trNr", "trDt", *_LINE, "amount", "vatAmnt")),
    }


def _gather(stream: IO[bytes], books: _Books) -> None:
    journal: Element | None = None
    told: dict[str, str] = {}
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True, forbid_entities=True, forbid_external=True):
        name = _local(element)
        if event == "start":
            journal, told = (element, {}) if name == "journal" else (journal, told)
        elif name == "customersupplier":
            books.customers.append(_relation(element))
            element.clear()
        elif name == "ledgeraccount":
            account = _leaves(element)
            books.accounts[account.get("accid", "")] = account
            element.clear()
        elif name == "transaction":
            told = told or (_leaves(journal) if journal is not None else {})
            _transaction(element, told, books)
            element.clear()
            if journal is not None and element in journal:
                journal.remove(element)
        elif name == "journal":
            element.clear()


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _leaves(element: Element) -> dict[str, str]:
    """The children that hold text, by their name in lower case."""
    return {_local(child): (child.text or "").strip() for child in element if len(child) == 0}


def _relation(element: Element) -> dict[str, str]:
    """A customer: its own facts, then its street address, or the first one there is."""
    leaves = _leaves(element)
    found = {name: leaves.get(name.lower(), "") for name in _CUSTOMER}
    places = [child for child in element if _local(child) in ("streetaddress", "postaladdress")]
    for place in sorted(places, key=lambda child: _local(child) != "streetaddress")[:1]:
        told = _leaves(place)
        found |= {name: told.get(name.lower(), "") for name in _ADDRESS}
    account = next((child for child in element if _local(child) == "bankaccount"), None)
    if account is not None:
        found["bankAccNr"] = _leaves(account).get("bankaccnr", "")
    return found


def _lines(element: Element) -> Iterator[Element]:
    """The lines of a transaction: under it in 3.x, in a collection of their own in some 4.0 files."""
    return (child for child in element.iter() if _local(child) == "trline")


def _transaction(element: Element, journal: dict[str, str], books: _Books) -> None:
    facts = _leaves(element)
    rows = []
    for line in _lines(element):
        leaves = _leaves(line)
        renamed = leaves | {
            "costid": leaves.get("costid", leaves.get("cost", "")),
            "prodid": leaves.get("prodid", leaves.get("product", "")),
        }
        row = {name: renamed.get(name.lower(), "") for name in _LINE}
        row |= {
            "qnty": leaves.get("qntity", leaves.get("qnty", "")),
            "jrnID": journal.get("jrnid", ""),
            "jrnTp": journal.get("jrntp", ""),
        }
        row |= {"trNr": facts.get("nr", ""), "trDt": facts.get("trdt", ""), "vatAmnt": _vat(line)}
        row["effDate"] = row["effDate"] or row["trDt"]
        row["custSupID"] = row["custSupID"] or facts.get("custsupid", "")
        row["amount"] = _money(_signed(row["amnt"], row["amntTp"]))
        rows.append(row)
    books.lines.extend(rows)
    if journal.get("jrntp", "").upper() not in ("P", "O", "Y"):
        customer = next((row["custSupID"] for row in rows if row["custSupID"]), "")
        invoice = next((row["invRef"] for row in rows if row["invRef"]), "")
        books.turnover.extend(
            _sale(row, facts, customer, invoice, books) for row in rows if _is_revenue(books.accounts.get(row["accID"], {}), row)
        )


def _is_revenue(account: dict[str, str], row: dict[str, str]) -> bool:
    """Whether a line is turnover: by its reference code (RGS), else by its name or number among the accounts of profit and loss."""
    code = account.get("rgscode", "")
    if code:
        return code.startswith(("WOmz", "WNer", "WOvb"))
    if account.get("acctp", "P").upper() == "B":
        return False
    return bool(_REVENUE.search(account.get("accdesc", ""))) or row["accID"].lstrip("0").startswith("8")


def _sale(row: dict[str, str], facts: dict[str, str], customer: str, invoice: str, books: _Books) -> dict[str, str]:
    sign = -1 if _signed(row["amnt"], row["amntTp"]) > 0 else 1
    return {
        "invoice": row["invRef"] or invoice or row["docRef"] or row["trNr"],
        "invoiceDate": row["effDate"],
        "customerID": row["custSupID"] or customer,
        "turnover": _money(-_signed(row["amnt"], row["amntTp"])),
        "vat": _money(abs(_number(row["vatAmnt"])) * sign) if row["vatAmnt"] else "",
        "description": row["desc"] or facts.get("desc", ""),
        "quantity": row["qnty"],
        "journalID": row["jrnID"],
        "accountID": row["accID"],
        "accountDescription": books.accounts.get(row["accID"], {}).get("accdesc", ""),
    }


def _vat(line: Element) -> str:
    amounts = [_leaves(child).get("vatamnt", "") for child in line if _local(child) == "vat"]
    told = [_number(amount) for amount in amounts if amount]
    return _money(sum(told, Decimal(0))) if told else ""


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text.strip() or "0")
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() and abs(value) < Decimal(10) ** 15 else Decimal(0)


def _signed(amount: str, side: str) -> Decimal:
    """Debit positive, credit negative."""
    return -_number(amount) if side.strip().upper() == "C" else _number(amount)


def _money(value: Decimal) -> str:
    return f"{value:.2f}"


def _frame(rows: list[dict[str, str]], columns: tuple[str, ...], always: tuple[str, ...] = ()) -> pd.DataFrame:
    """The rows as text; a column that no row fills is left out, unless it is one that says what this table is."""
    cells: dict[str, Any] = {name: [row.get(name, "") for row in rows] for name in columns}
    kept = {name: values for name, values in cells.items() if name in always or any(values) or columns == _TURNOVER}
    return pd.DataFrame({name: pd.Series(values, dtype="str") for name, values in kept.items()})
