"""What do the exports of tills, market places and payment providers look like? Figures of a whole order are named as in shops.py."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[lightspeed_retail_sales] purchases 5
source = Lightspeed Retail (R-Series) help, sales reports; spelling of the columns not confirmed by a public file
marks = Sale ID|Sale #|Verkoop-ID|Verkoop-id ; Employee|Medewerker ; Register|Kassa ; Shop|Winkel|Filiaal ; Subtotal w/ Discounts|Subtotal|Subtotaal ; Completed|Sale Date|Date|Datum|Voltooid ; Cost|Kosten ; Profit|Winst ; Margin|Marge ; System ID|Systeem-ID ; Customer ID|Klant-ID
order = Sale ID | Sale # | Verkoop-ID | ID
date = Completed | Sale Date | Date | Voltooid | Datum
customer = Customer ID | Klant-ID | Customer | Klant
product_name = Description | Item | Omschrijving | Artikel
product = System ID | Systeem-ID | Item ID
quantity = Quantity | Qty | Aantal
price = Price | Prijs | Retail
amount = Subtotal w/ Discounts | Subtotal | Subtotaal | Total | Totaal
discount = Discounts | Discount | Korting
tax = Tax | Btw
cost = Cost | Kosten
margin = Profit | Winst
channel = Shop | Winkel | Filiaal | Source
category = Category | Categorie

[lightspeed_retail_lines] purchases 6
source = the columns of "reports_sales_listings_transaction_line" of Lightspeed Retail (R-Series) as listed in public import code of two hands (ID, Date, Description, Qty, Retail, Subtotal, Discount, Tax … Customer, Source)
marks = Retail ; Qty ; Subtotal ; Discount ; Tax ; Source ; Customer ; Description
order = ID
date = Date
customer = Customer ID | Customer
product_name = Description
quantity = Qty
price = Retail
amount = Total | Subtotal
discount = Discount
tax = Tax
channel = Source

[lightspeed_retail_customers] customers 5
source = the columns of "customer_listings_customers" of Lightspeed Retail (R-Series) as read by public migration code (Home, Work, Pager, No Email, No Phone, Address1, ZIP …)
marks = Customer ID ; Home ; Work ; Pager ; Fax ; No Email ; No Phone ; Address1 ; ZIP
customer = Customer ID
first_name = First Name
name = Last Name | Company
email = Email
phone = Home | Mobile | Work
address = Address1
city = City
postcode = ZIP
country = Country
text = Note

[bol_orders] purchases 6
source = header line of the bol order file (below two lines: Versienr;Verzendadres … and v.1.0), as quoted verbatim in public import code of three hands
marks = bestelnummer|Bestelnummer ; EAN ; referentie|Referentie ; producttitel|Producttitel|Titel ; conditie ; annuleringsverzoek ; uiterste leverdatum|Uiterste leverdatum ; voornaam_verzending ; postcode_verzending ; telnummerbezorging
order = bestelnummer
date = besteldatum
email = emailadres | e-mailadres
first_name = voornaam_facturatie | voornaam_verzending
name = achternaam_facturatie | achternaam_verzending
address = adres_fact_straat | adres_verz_straat
postcode = postcode_facturatie | postcode_verzending
city = woonplaats_facturatie | woonplaats_verzending
country = land_facturatie | land_verzending
phone = telnummerbezorging
product = EAN
product_name = producttitel | Titel
quantity = aantal
price = prijs
gender = aanhef_facturatie | aanhef_verzending

[mirakl_orders] purchases 6
source = header line of the orders of a Dutch shop on Mirakl (Blokker), as quoted verbatim in public import code (Datum aangemaakt;Bestelnummer;…;Facturatie-adres: Familienaam …)
marks = Datum aangemaakt ; Aanbieding SKU ; Status van aanbieding ; Nr. bestelpost ; Verzendprijs ; Totaalbedrag bestelling ; Totaalbedrag verzending ; Commissie (exclusief belastingen) ; Belastingstarief op commissie ; Verzendadres: Familienaam ; Facturatie-adres: Familienaam ; Shop SKU ; email_customer
order = Bestelnummer
date = Datum aangemaakt
email = email_customer
first_name = Facturatie-adres: Voornaam | Verzendadres: Voornaam
name = Facturatie-adres: Familienaam | Verzendadres: Familienaam
address = Facturatie-adres: Straat (1) | Verzendadres: Straat (1)
postcode = Facturatie-adres: Postcode | Verzendadres: Postcode
city = Facturatie-adres: Stad | Verzendadres: Stad
country = Facturatie-adres: Land | Verzendadres: Land
phone = phone_customer | Facturatie-adres: Telefoonnummer
product = Shop SKU | Aanbieding SKU
product_name = Details
quantity = Aantal
price = Eenheidsprijs
amount = Bedrag
shipping = Verzendprijs
currency = Valuta
status = Status
repeats = Totaalbedrag bestelling ; Totaalbedrag verzending

[mollie_payments] purchases 5
source = header lines of the Mollie dashboard in English and Dutch, as quoted in public code (Consumer bank account … | Rekening consument, Uitbetalingsreferentie, Teruggestort bedrag)
marks = Payment method|Betaalmethode ; Consumer name|Consumentnaam|Consumentennaam|Naam consument ; Consumer bank account|Consumer account|Rekening consument|Rekeningnummer consument|Consumentrekeningnummer|Consumentenrekening ; Consumer BIC|BIC consument|Consumenten-BIC|Consument-BIC ; Settlement currency|Uitbetalingsvaluta|Uitbetaalde valuta|Settlement valuta ; Settlement amount|Uitbetalingsbedrag|Uitbetaald bedrag|Settlement bedrag ; Settlement reference|Settlement referentie|Uitbetalingsreferentie ; Amount refunded|Terugbetaald bedrag|Teruggestort bedrag|Bedrag terugbetaald
order = ID | Order reference | Orderreferentie
date = Date | Datum
amount = Amount | Bedrag
currency = Currency | Valuta
status = Status
payment = Payment method | Betaalmethode
text = Description | Omschrijving
name = Consumer name | Consumentnaam | Consumentennaam | Naam consument
iban = Consumer bank account | Consumer account | Rekening consument | Rekeningnummer consument | Consumentrekeningnummer | Consumentenrekening
return = Amount refunded | Terugbetaald bedrag | Teruggestort bedrag | Bedrag terugbetaald | Bedrag teruggestort

[stripe_payments] purchases 5
source = Stripe dashboard, unified payments export; header line as quoted in public code
marks = Created (UTC)|Created date (UTC)|Created ; Amount Refunded ; Converted Amount ; Converted Amount Refunded ; Converted Currency ; Statement Descriptor ; Customer Email ; Seller Message ; Captured ; Card ID
order = id
date = Created date (UTC) | Created (UTC) | Created
customer = Customer ID
email = Customer Email
amount = Converted Amount | Amount
return = Converted Amount Refunded | Amount Refunded
currency = Converted Currency | Currency
tax = Tax
status = Status
product_name = Description
name = Card Name
postcode = Card Address Zip
city = Card Address City
country = Card Address Country | Card Issue Country
payment = Payment Source Type | Card Brand
none = Seller Message ; Statement Descriptor ; Captured ; Card Funding ; Mode

[stripe_customers] customers 4
source = Stripe dashboard, customers export; column names as read by public code (Created (UTC), Total Spend, Payment Count, Refunded Volume, Dispute Losses)
marks = id ; Created (UTC) ; Total Spend ; Payment Count ; Average Order ; Delinquent ; Refunded Volume ; Dispute Losses
customer = id
email = Email
name = Name
since = Created (UTC)
amount = Total Spend
currency = Currency
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)
