"""The Dutch audit file: both versions, credit notes, customers of a transaction, and attacks."""

import io
from pathlib import Path

import pytest

from segmentation.errors import ReadError
from segmentation.tables.exports import xaf
from segmentation.tables.meaning import understand

FOLDER = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("name", ["xaf32.xaf", "xaf40.xaf"])
def test_turnover_by_customer_and_invoice(name):
    with (FOLDER / name).open("rb") as stream:
        tables = xaf.read(stream)
    turnover = tables["turnover"]
    assert turnover[["invoice", "customerID", "turnover"]].to_numpy().tolist() == [
        ["2024001", "D001", "100.00"], ["2024001", "D001", "50.00"], ["2024002", "D002", "-50.00"],
    ]  # fmt: skip
    assert turnover["invoiceDate"].tolist() == ["2024-01-15", "2024-01-15", "2024-02-20"]
    assert turnover["vat"].tolist() == ["21.00", "10.50", ""]
    assert tables["customers"]["custSupID"].tolist() == ["D001", "D002"]
    assert len(tables["lines"]) == 8


def test_tables_of_an_audit_file_are_understood():
    with (FOLDER / "xaf32.xaf").open("rb") as stream:
        tables = xaf.read(stream)
    meaning = understand(tables["turnover"], "turnover")
    assert meaning.kind == "purchases" and meaning.roles["amount"] == "turnover" and meaning.roles["customer"] == "customerID"
    assert understand(tables["customers"], "customers").roles["postcode"] == "postalCode"
    assert understand(tables["lines"], "lines").kind == "ledger"


def test_entities_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><auditfile>&c;</auditfile>'
    with pytest.raises(ReadError) as caught:
        xaf.read(io.BytesIO(bomb))
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [b"", b"<a/>", b"<auditfile><company>", b"\xff\xfe\x00", b"<?xml version='1.0' encoding='nonsense'?><a/>", b"<a>\x00</a>"],
)
def test_anything_else_is_an_error_for_people(data):
    with pytest.raises(ReadError):
        xaf.read(io.BytesIO(data))
