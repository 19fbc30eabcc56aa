"""What do the exports of Dutch bookkeeping programs look like? Invoices, invoice lines and relations.

Bookkeeping programs let people choose their columns: recognition asks for a few telling names, and anything else is read like any table.
"""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[moneybird_invoices] purchases 5
source = Moneybird help "Exporteren", sales invoices to CSV or Excel; spelling of the columns not confirmed by a public file
marks = Contact|Contactnaam ; Contact ID ; Toestand|State ; Totaal exclusief btw|Total excl. tax ; Totaal inclusief btw|Total incl. tax ; Openstaand bedrag|Amount due ; Factuurnummer|Invoice ID|Factuur ; Factuurdatum|Invoice date ; Referentie|Reference
order = Factuurnummer | Invoice ID | Factuur
date = Factuurdatum | Invoice date | Datum
due_date = Vervaldatum | Due date
paid_date = Betaaldatum | Betaald op | Payment date
customer = Klantnummer | Contact ID | Customer ID | Contact | Contactnaam
name = Contact | Contactnaam | Bedrijfsnaam
email = E-mailadres | E-mail | Email
amount = Totaal exclusief btw | Totaal excl. btw | Total excl. tax | Bedrag exclusief btw
tax = Btw | BTW-bedrag | Tax
status = Toestand | Status | State
currency = Valuta | Currency
discount = Korting | Discount
postcode = Postcode | Zipcode
city = Plaats | City
country = Land | Country
none = Verzendmethode ; Send method

[moneybird_lines] purchases 5
source = header line of a Moneybird export of invoices, with or without their lines, as quoted in public code of three hands (contactnummer, betaald op, totaalprijs exclusief btw (EUR) …)
marks = contactnummer ; betaald op ; aantal (decimaal) ; categorienummer ; totaalprijs exclusief btw ; totaalprijs inclusief btw ; totaalprijs exclusief btw (EUR) ; btw-tarief naam ; begin periode ; eind periode ; vervaldatum
order = factuurnummer | id
date = datum
due_date = vervaldatum
paid_date = betaald op
customer = contactnummer | contact
name = contact
product_name = omschrijving
category = categorie
quantity = aantal (decimaal) | aantal
amount = totaalprijs exclusief btw (EUR) | totaalprijs exclusief btw
tax = btw
currency = valuta
status = status

[moneybird_contacts] customers 5
source = Moneybird help "Contacten exporteren"; spelling of the columns not confirmed by a public file
marks = Klantnummer|Customer ID ; Bedrijfsnaam|Company name ; Voornaam|Firstname ; Achternaam|Lastname ; Verzendmethode|Send method|Factuur verzendmethode|Verzendmethode facturen ; SEPA IBAN|IBAN ; SEPA mandaat|SEPA mandate ID|SEPA mandaat ID ; Ter attentie van|Attention|T.a.v.|Facturen ter attentie van ; KvK-nummer|KvK nummer|Chamber of commerce
customer = Klantnummer | Customer ID
name = Bedrijfsnaam | Company name | Achternaam | Lastname
first_name = Voornaam | Firstname
email = E-mailadres | E-mail | E-mailadres facturen | Email
phone = Telefoonnummer | Telefoon | Phone
address = Adres | Adresregel 1 | Address
postcode = Postcode | Zipcode
city = Plaats | Stad | City
country = Land | Country
iban = SEPA IBAN | IBAN | Bankrekening
none = Verzendmethode ; Send method ; Factuur verzendmethode ; Verzendmethode facturen

[exact_invoices] purchases 5
source = the spreadsheet of invoice lines of Exact Online, its columns as read by public code (Omschrijving: Kopregel, Betalingsconditie: Code, Code (2), Nettoprijs, Eenheid: Code …); the spellings of the list on the screen not confirmed
marks = Factuurnr.|Factuurnummer|Invoice number ; Factureren aan|Factuur aan|Invoice to|Invoice to: Name|Naam (2) ; Besteld door|Ordered by|Besteld door: Naam|Code (2) ; Uw ref.|Uw referentie|Your ref. ; Verkoopboekstuknr.|Boekstuknr.|Verkoopordernr.|Omschrijving: Kopregel ; Dagboek|Journal|Dagboek: Code ; Bedrag (VV)|Bedrag|Amount (FC)|Nettoprijs ; Betalingsconditie|Payment condition|Betalingsconditie: Code ; Artikelcode|Item code|Artikel: Code ; Factuurdatum|Invoice date|Orderdatum ; Eenheid: Code
order = Factuurnr. | Factuurnummer | Invoice number | Ordernummer
date = Factuurdatum | Invoice date | Orderdatum | Datum
due_date = Vervaldatum | Due date
customer = Debiteur: Code | Debiteurcode | Factureren aan: Code | Factuur aan: Code | Besteld door: Code | Relatiecode | Code | Factureren aan | Factuur aan | Invoice to
name = Debiteur: Naam | Factureren aan: Naam | Factuur aan: Naam | Besteld door: Naam | Besteld door | Ordered by | Naam
product = Artikelcode | Artikel: Code | Item code
product_name = Artikelomschrijving | Artikel: Omschrijving | Omschrijving | Description
category = Artikelgroep | Artikelgroep: Omschrijving | Item group
quantity = Aantal | Quantity
price = Netto prijs | Nettoprijs | Prijs per eenheid | Prijs | Unit price
amount = Bedrag excl. btw | Nettobedrag | Bedrag (excl. BTW) | Bedrag | Amount | Bedrag (VV) | Amount (FC)
tax = Btw-bedrag | BTW-bedrag | VAT amount
discount = Korting | Kortingspercentage | Discount
currency = Valuta | Currency
status = Status

[exact_entries] purchases 6
source = the sheet of sales entries of Exact Online (Dagboek: Code, Boekjaar, Periode, Boekstuknummer, Omschrijving: Kopregel … Kostendrager: Omschrijving), its header as quoted in public code of six hands
marks = Dagboek: Code ; Boekjaar ; Boekstuknummer ; Omschrijving: Kopregel ; Betalingsvoorwaarde: Code|Betalingsconditie: Code|Code betalingsconditie ; Wisselkoers ; Uw ref. ; Betalingsreferentie ; Grootboekrekening ; BTW-percentage ; Kostenplaats: Code ; Kostenplaats: Omschrijving ; Kostendrager: Code ; Kostendrager: Omschrijving
order = Boekstuknummer | Ordernummer
date = Factuurdatum | Boekdatum
due_date = Vervaldatum
customer = Code | Relatiecode
name = Naam
product_name = Omschrijving
category = Grootboekrekening
quantity = Aantal
amount = Bedrag
tax = BTW-bedrag
currency = Valuta
text = Opmerkingen

[exact_orders] purchases 4
source = the CSV of sales orders of Exact Online (SlsSalesOrdersSearch: UTF-16 with tabs, label and field written as one word), its columns as listed in public code (Ordered byCode, Item descriptionDescription, CostPriceFC …)
marks = Ordered byCode|Besteld doorCode ; Ordered byDescription|Ordered byName|Besteld doorOmschrijving|Besteld doorNaam ; Deliver toDescription|Deliver toCode|Leveren aanOmschrijving|Leveren aanCode ; Invoice toDescription|Invoice toCode|Factureren aanOmschrijving|Factureren aanCode ; Item descriptionDescription|ArtikelomschrijvingOmschrijving ; Sales personDescription|VerkoperOmschrijving ; CostPriceFC ; OrderDiscountAmountExclVat ; OrderDiscountAmountInclVat ; OrderDiscountPercentage ; VATPercentage ; Unit:Code|Eenheid:Code ; Order date|Orderdatum ; Order number|Ordernummer
order = Order number | Ordernummer
date = Order date | Orderdatum
customer = Ordered byCode | Besteld doorCode | Invoice toCode | Factureren aanCode
name = Ordered byDescription | Ordered byName | Besteld doorOmschrijving | Besteld doorNaam
product = Item | Artikel
product_name = Item descriptionDescription | ArtikelomschrijvingOmschrijving
quantity = Quantity | Aantal
price = Unit price | Prijs per eenheid
amount = Net price | Netto prijs
discount = Discount | Korting
currency = Currency | Valuta
status = Order status | Orderstatus
channel = Deliver toDescription | Leveren aanOmschrijving
repeats = OrderDiscountAmountExclVat ; OrderDiscountAmountInclVat

[exact_relations] customers 4
source = Exact Online, list of accounts; spelling of the columns not confirmed by a public file
marks = Code|Relatiecode ; Debiteurstatus|Status debiteur|Is debiteur ; Accountmanager|Account manager ; Classificatie|Classificatie 1|Classification ; Sector|Subsector ; Bedrijfsgrootte|Company size ; KvK-nummer|KvK nummer ; Hoofdcontactpersoon|Contactpersoon|Main contact
customer = Code | Relatiecode | Debiteurcode
name = Naam | Name
email = E-mail | E-mailadres | Email
phone = Telefoon | Phone
address = Adresregel 1 | Adres | Address
postcode = Postcode
city = Plaats | City
country = Land | Country
sector = Sector | Subsector
employees = Bedrijfsgrootte | Company size
since = Klant sinds | Debiteur sinds | Gemaakt op

[snelstart_invoices] purchases 5
source = SnelStart, export of sales invoices; spelling of the columns not confirmed by a public file
marks = Factuurnummer|Factuurnr ; Relatiecode|Relatienummer|Klantcode ; Factuurbedrag|Totaal factuurbedrag ; Openstaand saldo|Nog te betalen ; Boekstuknummer|Boekstuk ; Verkoopordernummer|Betalingskenmerk ; Factuurdatum ; Krediettermijn
order = Factuurnummer | Factuurnr
date = Factuurdatum | Datum
due_date = Vervaldatum
customer = Relatiecode | Relatienummer | Klantcode
name = Naam | Relatie | Relatienaam | Klantnaam
amount = Bedrag excl. btw | Bedrag exclusief btw | Factuurbedrag excl. btw | Factuurbedrag | Totaal factuurbedrag
tax = Btw-bedrag | Btw bedrag | Btw
product = Artikelcode
product_name = Artikelomschrijving | Omschrijving
quantity = Aantal
price = Prijs | Verkoopprijs

[snelstart_relations] customers 5
source = the columns of SnelStart's own sheet of customers (RelatieCode, ContactPersoon, KlantKortinggroepId, Incasseren, Aanmanen …), as quoted in public code
marks = Relatiecode ; Relatiesoort|RelatieSoort ; Krediettermijn ; Factuurkorting ; Aanmaning soort|Aanmaningsoort|Aanmanen ; Vestigingsadres straat|Adres ; Bankieren|Incasseren ; Kredietlimiet ; Memo ; FactuurRelatieID ; KlantKortinggroepId ; NaamRekeninghouder ; LandId ; UblBestandAlsBijlage ; CorrespondentieAdresPostcode ; Iban
customer = Relatiecode
name = Naam
email = Email | E-mail | FactuurEmailAdres
phone = Telefoon | Mobiele telefoon | MobieleTelefoon
address = Vestigingsadres straat | Adres
postcode = Vestigingsadres postcode | Postcode
city = Vestigingsadres plaats | Plaats
country = Vestigingsadres land | Land | LandId
iban = Iban
discount = Factuurkorting
text = Memo

[twinfield_invoices] purchases 5
source = the card of customers of Twinfield (browse 100): its Dutch labels as its answer is quoted in public code (Dagboek, Boekst.nr., Debiteur, Factuurnr., Openstaand bedrag, Betaalstatus …); the English ones not confirmed, but for Period and Trans. no.
marks = Dagboek|Daybook|Dagboekcode ; Periode|Period|Jaar/periode ; Boekst.nr.|Boekstuknummer|Boekstuknr.|Transaction number|Trans. no.|Nummer ; Debiteur|Customer|Klantcode|Debiteurcode ; Debiteurnaam|Customer name|Naam ; Factuurnr.|Factuurnummer|Invoice number ; Euro|Basisvaluta|Bedrag basisvaluta|Base value|Basisbedrag|Bedrag in administratie valuta ; Betaalstatus|Matchstatus|Match status|Payment status|Openstaand ; Openstaand bedrag|Open amount ; Betaalnr.|Match number ; Betaaldatum|Match date ; Wijzigingsdatum ; Beschikbaar voor betaalrun
order = Factuurnr. | Factuurnummer | Invoice number
date = Factuurdatum | Boekdatum | Datum | Invoice date | Date
due_date = Vervaldatum | Due date
paid_date = Betaaldatum | Match date
customer = Debiteurcode | Klantcode | Debiteur | Customer
name = Debiteurnaam | Customer name | Naam (2) | Naam
amount = Bedrag excl. btw | Euro | Bedrag basisvaluta | Bedrag in administratie valuta | Basisbedrag | Base value | Bedrag | Value
tax = Btw-bedrag | VAT amount
currency = Valuta | Currency
status = Betaalstatus | Matchstatus | Match status | Payment status

[twinfield_ledger] ledger 5
source = the transactions of the ledger of Twinfield: its Dutch labels (browse 030_3) as quoted in public code (Grootboekrek., Kpl./rel., Act./proj., Basisbedrag, Rapportagebedrag …), the English ones (Period, Transaction type, Trans. no., General ledger, Value …) in the answers kept by php-twinfield/twinfield, tests/IntegrationTests/resources
marks = Grootboekrek.|General ledger ; Grootboekrek.naam ; Dimensietype 1 ; Dimensietype 2 ; Kpl./rel. ; Kpl.-/rel.naam ; Act./proj. ; Act.-/proj.naam ; Basisbedrag|Euro ; Rapportagebedrag|dollar ; Boekingsnummer|Trans. no. ; Adm.naam ; Relatienaam ; Invoerdatum ; D/C ; Transaction type ; Period
order = Factuurnummer | Factuurnr. | Boekingsnummer | Trans. no.
date = Boekdatum
customer = Relatie | Kpl./rel.
name = Relatienaam | Kpl.-/rel.naam
amount = Basisbedrag | Euro | Bedrag | Value
tax = Btw-bedrag
quantity = Aantal
currency = Valuta | Currency
status = Status
text = Omschrijving | Description
category = Name (2) | Name
channel = Name
ledger_account = Grootboekrek. | General ledger

[eboekhouden_invoice_list] purchases 5
source = the invoices of e-Boekhouden (tabs, below a few lines), its columns as read by public migration code (Datum, Nummer, Relatie, Bedrag (Excl), Bedrag (Incl), Factuurtekst)
marks = Factuurtekst ; Nummer ; Relatie ; Bedrag (Excl) ; Bedrag (Incl)
order = Nummer
date = Datum
customer = Relatie
amount = Bedrag (Excl)
product_name = Factuurtekst

[eboekhouden_invoices] purchases 5
source = e-Boekhouden field names in public integration code (MutatieNr, Relatiecode, Factuurnummer …)
marks = Factuurnummer|Factuurnr|Factuur ; Relatiecode|Relatie ; Bedrag excl. BTW|Bedrag ex. BTW|BedragExclBTW|Totaal excl. BTW ; Bedrag incl. BTW|BedragInclBTW|Bedrag incl BTW|Totaal incl. BTW ; Betalingstermijn ; BTW bedrag|BedragBTW|Totaal BTW ; OpenstaandSaldo|Openstaand ; Mutatienr|MutatieNr|Mutatienummer|Mutatie
order = Factuurnummer | Factuurnr | Factuur
date = Datum | Factuurdatum
customer = Relatiecode | Relatie
name = Bedrijf | Relatienaam | Naam
email = Emailadres | E-mailadres | E-mail
amount = Bedrag excl. BTW | Bedrag ex. BTW | BedragExclBTW | Totaal excl. BTW
tax = BTW | BTW bedrag | BedragBTW | Totaal BTW
product_name = Omschrijving
due_date = Vervaldatum

[eboekhouden_mutations] ledger 5
source = e-Boekhouden field names in public integration code (MutatieNr, Soort, Rekening, Tegenrekening …)
marks = Mutatienr|MutatieNr|Mutatienummer ; Soort ; Rekening|Grootboekrekening ; Tegenrekening|TegenrekeningCode ; Boekstuk|Boekstuknummer ; Relatiecode ; BTW-code|BTW code|BTWCode ; Bedrag excl. BTW|BedragExclBTW|Bedrag ex. BTW ; Bedrag incl. BTW|BedragInclBTW ; BTW-bedrag|BTW bedrag|BedragBTW
order = Factuurnummer | Factuurnr | Boekstuk | Boekstuknummer
date = Datum
customer = Relatiecode
amount = Bedrag excl. BTW | BedragExclBTW | Bedrag ex. BTW | Bedrag
tax = BTW | BTW bedrag | BedragBTW
text = Omschrijving
ledger_account = Grootboekcode | Tegenrekening | TegenrekeningCode | Grootboekrekening | Rekening

[xaf_lines] ledger 6
source = XML Auditfile Financieel 3.2 and 4.0, as this program writes it out
marks = jrnID ; trNr ; accID ; effDate ; amnt ; amntTp ; custSupID ; docRef
order = invRef
date = effDate
customer = custSupID
amount = amount
ledger_account = accID
text = desc
product = artGrpID
quantity = qnty

[xaf_turnover] purchases 6
source = XML Auditfile Financieel 3.2 and 4.0, as this program writes it out
marks = invoice ; invoiceDate ; customerID ; turnover ; journalID ; accountID ; accountDescription
order = invoice
date = invoiceDate
customer = customerID
amount = turnover
product_name = description
category = accountDescription
quantity = quantity
tax = vat

[xaf_customers] customers 5
source = XML Auditfile Financieel 3.2 and 4.0, as this program writes it out
marks = custSupID ; custSupName ; custSupTp ; commerceNr ; taxRegIdent ; relationshipID
customer = custSupID
name = custSupName
phone = telephone
email = eMail
address = streetname
postcode = postalCode
city = city
country = country
iban = bankAccNr
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)
