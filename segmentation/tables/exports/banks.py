"""What do bank statements look like that a bank gives as CSV? One's own account has no role; whose the other account is stands in for the customer."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[ing_statement] ledger 6
source = header lines of ING in Dutch and English, of several years, as quoted verbatim in public code of ten hands (Naam / Omschrijving, Af Bij, Mutatiesoort | Transactietype … Resulting balance, Tag)
marks = Naam / Omschrijving|Name / Description ; Tegenrekening|Counterparty ; Af Bij|Debit/credit ; Bedrag (EUR)|Amount (EUR) ; Mutatiesoort|Transactietype|Transaction type ; Mededelingen|Notifications ; Saldo na mutatie|Saldo na trn|Resulting balance ; Tag
date = Datum | Date
name = Naam / Omschrijving | Name / Description
iban = Tegenrekening | Counterparty
amount = Bedrag (EUR) | Amount (EUR)
payment = Mutatiesoort | Transactietype | Transaction type
text = Mededelingen | Notifications

[rabobank_statement] ledger 6
source = header line of the CSV of Rabobank, as quoted verbatim in public code of ten hands (IBAN/BBAN, Munt, BIC, Volgnr … Oorspr bedrag, Oorspr munt, Koers)
marks = IBAN/BBAN ; Munt ; Volgnr ; Saldo na trn ; Tegenrekening IBAN/BBAN ; Naam tegenpartij ; Naam uiteindelijke partij ; Naam initiërende partij ; BIC tegenpartij ; Batch ID ; Machtigingskenmerk ; Omschrijving-1 ; Reden retour ; Oorspr bedrag|Oorspronkelijk bedrag
date = Datum
amount = Bedrag
currency = Munt
iban = Tegenrekening IBAN/BBAN
name = Naam tegenpartij
text = Omschrijving-1

[abnamro_statement] ledger 6
source = the sheet of ABN AMRO, its header in Dutch and English as quoted in a public test of an importer (Rekeningnummer, Muntsoort, Transactiedatum … | accountNumber, mutationcode, transactiondate …); its text file has no header
marks = Muntsoort|mutationcode ; Transactiedatum|transactiondate ; Rentedatum|valuedate ; Beginsaldo|startsaldo ; Eindsaldo|endsaldo ; Transactiebedrag|amount ; Rekeningnummer|accountNumber
date = Transactiedatum | transactiondate
currency = Muntsoort | mutationcode
amount = Transactiebedrag | amount
text = Omschrijving | description

[knab_statement] ledger 6
source = header line of Knab (below a line "KNAB EXPORT"), as quoted verbatim in public code of four hands, with and without Referentie and Boekdatum at the end
marks = Transactiedatum ; Valutacode ; CreditDebet ; Tegenrekeningnummer ; Tegenrekeninghouder ; Valutadatum ; Betaalwijze ; Type betaling ; Machtigingsnummer ; Incassant ID
date = Transactiedatum
currency = Valutacode | Valuta
amount = Bedrag
iban = Tegenrekeningnummer
name = Tegenrekeninghouder
payment = Betaalwijze
text = Omschrijving

[bunq_statement] ledger 5
source = header line of bunq, as quoted verbatim in a public test of an importer (Date, Interest Date, Amount, Account, Counterparty, Name, Description)
marks = Interest Date ; Counterparty ; Account ; Name ; Description ; Amount
date = Date
amount = Amount
iban = Counterparty
name = Name
text = Description

[revolut_statement] ledger 6
source = header line of Revolut for people, as quoted verbatim in public code of three hands (Type, Product, Started Date, Completed Date … State, Balance)
marks = Started Date ; Completed Date ; State ; Balance ; Product ; Fee ; Type
date = Completed Date | Started Date
amount = Amount
currency = Currency
status = State
payment = Type
text = Description

[revolut_business] ledger 6
source = header line of Revolut for firms, as quoted verbatim in public code of six hands, of several years (Date started (UTC), Date completed (UTC), ID … Beneficiary BIC)
marks = Date started (UTC) ; Date completed (UTC) ; Payer ; Card number ; Orig currency ; Orig amount ; Payment currency
date = Date completed (UTC) | Date started (UTC)
amount = Amount
currency = Payment currency
status = State
payment = Type
name = Payer
iban = Beneficiary IBAN
text = Description

[wise_statement] ledger 6
source = header line of the statement of a Wise balance, as quoted verbatim in a public test of an importer (TransferWise ID, Date, Amount … Total fees, Exchange To Amount)
marks = TransferWise ID ; Payment Reference ; Running Balance ; Exchange From ; Exchange To ; Exchange Rate ; Payer Name ; Payee Name ; Payee Account Number ; Card Last Four Digits ; Card Holder Full Name ; Total fees ; Exchange To Amount
date = Date
amount = Amount
currency = Currency
name = Payer Name | Payee Name
text = Description

[n26_statement] ledger 5
source = header lines of N26, of now and of before, as quoted verbatim in a public test of an importer (Booking Date, Value Date, Partner Name … | Date, Payee, Account number …)
marks = Partner Name|Payee ; Partner Iban|Account number ; Booking Date ; Value Date ; Payment Reference ; Account Name ; Amount (EUR) ; Original Amount|Amount (Foreign Currency) ; Original Currency|Type Foreign Currency ; Exchange Rate
date = Booking Date | Date
name = Partner Name | Payee
iban = Partner Iban | Account number
amount = Amount (EUR)
payment = Type | Transaction type
text = Payment Reference
"""

_BANKS = frozenset({"ing", "rabobank", "abnamro", "knab", "bunq", "revolut", "wise", "n26"})


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)


def of_bank(code: str) -> bool:
    """Whether this export is the statement of a bank, which knows no ledger accounts."""
    return code.partition("_")[0] in _BANKS
