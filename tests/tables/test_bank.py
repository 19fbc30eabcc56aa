"""Bank statements are read as rows of a ledger; mail and YAML are told for what they are."""

import pytest

from segmentation.errors import ReadError
from segmentation.tables import read_table
from segmentation.tables.mt940 import booked

MT940 = """{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:
:20:P240220000000001
:25:NL69INGB0123456789EUR
:28C:00000
:60F:C240219EUR662,23
:61:2402200220C1,56NTRFEREF//00000000001005
/TRCD/00100/
:86:/EREF/EV12341//CNTP/NL32INGB0000012345/INGBNL2A/Bakkerij de Vri
es///REMI/USTD//Factuur 2024-11/
:61:2402200220D1250,NDDTEREF//00000000001006
:86:/TRTP/SEPA OVERBOEKING/IBAN/NL02RABO0123456789/BIC/RABONL2U/NAME/Verhuurder BV/REMI/Huur maart/EREF/NOTPROVIDED
:61:2402210221RC3,00NTRF
:86:Terugboeking zonder toelichting NL86INGB0002445588
:62F:C240220EUR564,35
-}"""
CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>NL69INGB0123456789</IBAN></Id></Acct>
<Ntry><Amt Ccy="EUR">1250.5</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2024-02-20</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>Bakkerij de Vries</Nm></Dbtr><DbtrAcct><Id><IBAN>NL32INGB0000012345</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Factuur 2024-11</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-02-21</Dt></BookgDt><NtryDtls>
<TxDtls><Amt Ccy="EUR">10.00</Amt><RltdPties><Cdtr><Pty><Nm>Jansen</Nm></Pty></Cdtr></RltdPties></TxDtls><TxDtls><Amt Ccy="EUR">20.00</Amt></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>"""
MAIL = "Received: from a\r\n by b\r\nFrom: Jan <jan@voorbeeld.test>\r\nTo: els@voorbeeld.test\r\nSubject: Bestelling\r\nMIME-Version: 1.0\r\n\r\nHoi Els,\r\nhierbij de lijst.\r\n"
YAML = "klanten:\n  - naam: Jan\n    plaats: Assen\n  - naam: Els\n    plaats: Emmen\n"


def test_mt940_is_a_ledger_with_signs_names_and_accounts():
    table = read_table(MT940.encode(), "afschrift.sta")
    assert table.kind == "ledger" and table.rows == 3
    assert table.frame["Amount"].tolist() == [1.56, -1250.0, -3.0] and table.frame["Date"].dt.day.tolist() == [20, 20, 21]
    assert table.text["Name"].tolist() == ["Bakkerij de Vries", "Verhuurder BV", ""]
    assert table.text["IBAN"].tolist() == ["NL32INGB0000012345", "NL02RABO0123456789", "NL86INGB0002445588"]
    assert table.text["Description"].tolist() == ["Factuur 2024-11", "Huur maart", "Terugboeking zonder toelichting NL86INGB0002445588"]
    assert {"date": "Date", "amount": "Amount", "name": "Name", "iban": "IBAN"}.items() <= table.roles.items()


# What other banks make of the same message, as their statements in public test suites show it.
DIALECTS = {
    "ABN AMRO": (":61:2402200220D10,50N247NONREF\n:86:SEPA OVERBOEKING                 IBAN: NL02RABO0123456789\nBIC: RABONL2U                    NAAM: VERHUURDER BV\nOMSCHRIJVING: HUUR MAART\nKENMERK: 7541",
                 ("-10.50", "VERHUURDER BV", "NL02RABO0123456789", "HUUR MAART", "7541")),
    "ASN": (":61:240220    D65,00NOVBNL47INGB0001234567\nj jansen\n:86:NL47INGB0001234567 j jansen\n\nBetaling sieraden\n\n", ("-65.00", "j jansen", "NL47INGB0001234567", "Betaling sieraden", "")),
    "old Rabobank": (":61:240220C000000000300.00NMSCNONREF          BAKKERIJ DE VRIES\n:86:Factuur 11\n:86:en factuur 12", ("300.00", "BAKKERIJ DE VRIES", "", "Factuur 11 en factuur 12", "")),
    "Knab": (":61:2402200220C500NTRF20-02-2024 10:05//B4G29\n:86:SPAREN\nREK: NL26ABNA0123456789/NAAM: BEDRIJF VOF", ("500.00", "BEDRIJF VOF", "NL26ABNA0123456789", "SPAREN", "")),
    "German": (":61:2402200220CR30,N062NONREF\n:86:166?00GUTSCHRIFT?20EREF+R-1 SVWZ+Rech?21nung 7?31DE31429384455109856736?32PETRA TE?33STER", ("30.00", "PETRA TESTER", "DE31429384455109856736", "Rechnung 7", "R-1")),
    "Triodos": (":61:240220C12,00N999NONREF\n:86:000>100000000000>20NL12RABO0888888888>21METSELAAR BAAS>310454545454", ("12.00", "", "0454545454", "NL12RABO0888888888METSELAAR BAAS", "")),
}


@pytest.mark.parametrize("bank", DIALECTS)
def test_every_bank_explains_in_its_own_way(bank):
    told, wanted = DIALECTS[bank]
    whole = ":20:X\n:25:NL69INGB0123456789\n:60F:C240219EUR1,00\n" + told + "\n:62F:C240220EUR1,00\n:86:of the whole statement\n-XXX\n"
    rows, broken = booked(whole.encode())
    assert [tuple(row[place] for place in (2, 4, 5, 6, 7)) for row in rows] == [wanted] and not broken


def test_what_is_no_booking_is_set_aside():
    table = read_table(MT940.replace(":61:2402210221RC3,00NTRF", ":61:yesterday three euros").encode(), "afschrift.sta")
    assert table.rows == 2 and table.rejected.values.tolist() == [[12, "cut_off", "yesterday three euros"]]
    assert table.text["Description"].tolist() == ["Factuur 2024-11", "Huur maart"]


def test_camt_is_a_ledger_and_a_batch_is_its_payments():
    table = read_table(CAMT.encode(), "afschrift.xml")
    assert table.kind == "ledger" and table.frame["Amount"].tolist() == [1250.5, -10.0, -20.0]
    assert table.text["Name"].tolist() == ["Bakkerij de Vries", "Jansen", ""] and table.text["IBAN"][0] == "NL32INGB0000012345"


@pytest.mark.parametrize(("text", "what"), [(MAIL, "e-mail"), (YAML, "YAML"), ("---\n" + YAML, "YAML"), ("- naam: Jan\n  plaats: Assen\n" * 3, "YAML"), (":20:X\n:25:NL1\n:60F:C240219EUR1,00\n", "bankafschrift")])
def test_what_is_no_table_is_told(text, what):
    with pytest.raises(ReadError, match=what):
        read_table(text.encode(), "x.csv")


@pytest.mark.parametrize("text", ["Naam: Jan\nPlaats: Assen\n\nNaam: Els\nPlaats: Emmen\n", "From;To;Subject\na;b;c\nd;e;f\n", "- a;1\n- b;2\n- c;3\n- d;4\n", "From: a\nTo: b\n\nFrom: c\nTo: d\n"])
def test_what_only_looks_like_it_is_read(text):
    assert read_table(text.encode(), "x.csv").rows >= 2
