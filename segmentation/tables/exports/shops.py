"""What do the exports of web shops look like?

Figures of a whole order that stand on its first line only are named `once`, those that are repeated on each of its lines `repeats`: neither
may be the amount of a line. There the turnover is price × quantity, or the total of the line.
"""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[shopify_orders] purchases 6
source = help.shopify.com "Exporting orders"; header line as quoted in public import code
marks = Name|Naam ; Financial Status|Financiële status ; Fulfillment Status|Fulfilmentstatus ; Lineitem quantity ; Lineitem name ; Lineitem price ; Lineitem sku ; Lineitem fulfillment status ; Accepts Marketing
order = Name | Naam | Id
email = Email | E-mail | E-mailadres
date = Created at | Aangemaakt op
paid_date = Paid at | Betaald op
product = Lineitem sku
product_name = Lineitem name
quantity = Lineitem quantity
price = Lineitem price
discount = Discount Amount | Lineitem discount | Kortingsbedrag
shipping = Shipping | Verzending
tax = Taxes | Belastingen
return = Refunded Amount
currency = Currency | Valuta
status = Financial Status | Financiële status
payment = Payment Method | Betaalmethode
channel = Source | Location
name = Billing Name | Shipping Name
address = Billing Street | Billing Address1 | Shipping Street
postcode = Billing Zip | Shipping Zip
city = Billing City | Shipping City
country = Billing Country | Shipping Country
phone = Phone | Billing Phone | Shipping Phone
text = Notes
once = Subtotal ; Total ; Discount Amount ; Shipping ; Taxes ; Refunded Amount

[shopify_customers] customers 5
source = help.shopify.com "Customer CSV file"; header line as quoted in public import code
marks = Customer ID ; First Name ; Last Name ; Accepts Email Marketing|Accepts Marketing ; Accepts SMS Marketing ; Default Address Address1|Address1 ; Default Address Zip|Zip ; Total Spent ; Total Orders ; Tax Exempt ; Province Code|Default Address Province Code
customer = Customer ID
first_name = First Name | Voornaam
name = Last Name | Achternaam
email = Email | E-mail
amount = Total Spent | Totaal besteed
address = Default Address Address1 | Address1
city = Default Address City | City
postcode = Default Address Zip | Zip
country = Default Address Country Code | Country Code | Country
phone = Phone | Default Address Phone
text = Note

[woocommerce_order_lines] purchases 6
source = header line of the Advanced Order Export plugin, as quoted in public code
marks = Order Number|Order ID ; Order Status ; Order Date ; First Name (Billing) ; Email (Billing) ; Item Cost ; Item Name|Name ; Quantity (- Refund)|Quantity ; Order Line Total|Order Line (w/o tax)|Item #|SKU
order = Order Number | Order ID
date = Order Date
status = Order Status
customer = Customer User ID | Customer ID
email = Email (Billing)
first_name = First Name (Billing)
name = Last Name (Billing)
phone = Phone (Billing)
address = Address 1&2 (Billing) | Address 1 (Billing)
postcode = Postcode (Billing)
city = City (Billing)
country = Country Code (Billing)
product = SKU | Product Id
product_name = Item Name | Name
category = Category
quantity = Quantity (- Refund) | Quantity
price = Item Cost
amount = Order Line (w/o tax) | Order Line Total (- Refund) | Order Line Total
tax = Order Line Tax
discount = Discount Amount
payment = Payment Method Title
text = Customer Note
repeats = Order Total Amount ; Order Subtotal Amount ; Cart Discount Amount ; Order Shipping Amount ; Order Refund Amount ; Order Total Tax Amount

[woocommerce_orders] purchases 5
source = header line of the Advanced Order Export plugin, as quoted in public code
marks = Order Number|Order ID|order_number|order_id ; Order Status|status ; Order Date|order_date ; Email (Billing)|billing_email ; Order Total Amount|order_total ; Payment Method Title|payment_method ; First Name (Billing)|billing_first_name ; Order Shipping Amount|shipping_total ; Cart Discount Amount|discount_total
order = Order Number | order_number | Order ID | order_id
date = Order Date | order_date | date
status = Order Status | status
customer = Customer User ID | customer_id | customer_user
email = Email (Billing) | billing_email
first_name = First Name (Billing) | billing_first_name
name = Last Name (Billing) | billing_last_name
phone = Phone (Billing) | billing_phone
address = Address 1&2 (Billing) | billing_address_1
postcode = Postcode (Billing) | billing_postcode
city = City (Billing) | billing_city
country = Country Code (Billing) | billing_country
amount = Order Total Amount | order_total
shipping = Order Shipping Amount | shipping_total
tax = Order Total Tax Amount | tax_total
discount = Cart Discount Amount | discount_total
return = Order Refund Amount | refunded_total
payment = Payment Method Title | payment_method_title | payment_method
currency = Order Currency | order_currency | currency
text = Customer Note | customer_note

[woocommerce_items] purchases 6
source = the orders of the definition above with their lines, under the names that WooCommerce itself uses for them (item_total …); which of them a plugin writes not confirmed by a public file
marks = item_sku|item_product_id ; item_name ; item_quantity|item_qty ; item_price|item_subtotal ; item_total ; order_total ; billing_email ; billing_last_name|billing_first_name ; shipping_total|order_shipping
order = order_number | order_id
date = order_date | date
status = order_status | status
customer = customer_id | customer_user
email = billing_email
first_name = billing_first_name
name = billing_last_name
phone = billing_phone
address = billing_address_1
postcode = billing_postcode
city = billing_city
country = billing_country
product = item_sku | item_product_id
product_name = item_name
quantity = item_quantity | item_qty
price = item_price
amount = item_total | item_subtotal
tax = item_total_tax | item_tax
return = item_refunded
payment = payment_method_title | payment_method
currency = order_currency | currency
text = customer_note
repeats = order_total ; order_subtotal ; shipping_total ; tax_total ; discount_total ; cart_discount ; refunded_total

[woocommerce_analytics_orders] purchases 5
source = woocommerce.com "WooCommerce Analytics", orders report
marks = Order #|Bestelling #|Bestelnummer ; N. Revenue|Net Sales|Netto omzet ; Customer type|Klanttype|Klantsoort ; Product(s)|Product(en) ; Items sold|Verkochte artikelen ; Coupon(s)|Waardebon(nen)|Kortingsbon(nen) ; N. Revenue (formatted)|Net Sales (formatted)
order = Order # | Bestelling # | Bestelnummer
date = Date | Datum
status = Status
customer = Customer | Klant
product_name = Product(s) | Product(en)
quantity = Items sold | Verkochte artikelen
amount = N. Revenue | Net Sales | Netto omzet
channel = Attribution | Toewijzing | Origin

[woocommerce_customers] customers 5
source = woocommerce.com "WooCommerce Analytics", customers report
marks = Username|Gebruikersnaam ; Last active|Laatst actief ; Sign up|Date registered|Aanmelding ; Total spend|Totaal besteed|Totale uitgaven ; AOV|Gem. bestelwaarde ; Orders|Bestellingen ; Country / Region|Country|Land / regio
name = Name | Naam
customer = Customer ID | Klant-ID | Username | Gebruikersnaam
email = Email | E-mail
since = Sign up | Date registered | Aanmelding
amount = Total spend | Totaal besteed | Totale uitgaven
country = Country / Region | Country | Land / regio
city = City | Plaats | Stad
postcode = Postal code | Postcode
none = Last active ; Laatst actief

[lightspeed_ecom_orders] purchases 5
source = Lightspeed eCom help, order export; spelling of the columns not confirmed by a public file
marks = Order_ID|Order ID|Ordernummer|Order number ; Price_incl|Price incl.|Totaal incl. btw|Price_incl. ; Price_excl|Price excl.|Totaal excl. btw ; Payment_status|Payment status|Betaalstatus ; Shipment_status|Shipment status|Verzendstatus ; Customer_ID|Customer ID|Klant ID ; Payment_method|Betaalmethode|Payment method ; Price_cost|Price cost|Inkoopprijs
order = Order number | Order_Number | Ordernummer | Order_ID | Order ID
date = Created_at | Created at | Date | Datum | Aangemaakt op
customer = Customer_ID | Customer ID | Klant ID
email = E-mail | Email | Customer_Email
first_name = Firstname | First name | Voornaam
name = Lastname | Last name | Achternaam
phone = Phone | Telefoon
amount = Price_excl | Price excl. | Totaal excl. btw | Price_incl | Price incl. | Totaal incl. btw
cost = Price_cost | Price cost | Inkoopprijs
discount = Discount | Discount_amount | Korting
payment = Payment_method | Payment method | Betaalmethode
status = Status | Payment_status | Payment status | Betaalstatus
shipping = Shipment_price_excl | Shipping costs | Verzendkosten
channel = Channel | Kanaal
postcode = Zipcode | Billing zipcode | Postcode
city = City | Billing city | Plaats
country = Country | Billing country | Land

[lightspeed_customers] customers 6
source = ecom-support.lightspeedhq.com article 360016065014 "Customer column titles"
marks = Internal ID ; Registered ; LastnamePreposition ; Customer type ; Coc number ; Vat number ; Streetname ; Shipping Streetname ; Zipcode
customer = Internal ID
since = Registered
first_name = Firstname
name = Lastname
email = E-Mail
phone = Phone | Mobile
address = Streetname
postcode = Zipcode
city = City
country = Country
birth_date = Date of birth | Birthdate
gender = Gender

[magento_orders] purchases 5
source = experienceleague.adobe.com, the orders grid; its English header as written by the export itself (quoted in public code), its Dutch one from the language packs magento-l10n/language-nl_NL nl_NL.csv and mageplaza/magento-2-dutch-language-pack nl_NL.csv (Verkooppunt, Factuurnaam, Verzendnaam, Klantengroep …)
marks = Purchase Point|Verkooppunt|Aankooppunt|Purchased From (Store) ; Purchase Date|Aankoopdatum|Purchased On|Besteldatum ; Bill-to Name|Factuurnaam|Factuur aan naam|Factureren aan|Bill to Name ; Ship-to Name|Verzendnaam|Verzend aan naam|Verzenden aan|Ship to Name ; Grand Total (Base)|Eindtotaal (Basis)|G.T. (Base)|Totaalbedrag (basis) ; Grand Total (Purchased)|Eindtotaal (Gekocht)|G.T. (Purchased)|Totaalbedrag (aankoop) ; Customer Email|Klant e-mail ; Customer Group|Klantengroep|Klantgroep ; Shipping and Handling|Verzend- en administratiekosten ; Shipping Information|Bezorg Informatie ; Total Refunded|Totaal terugbetaald
order = ID | Order # | Ordernr. | Order ID | Bestelnummer | Bestelling # | Increment ID
date = Purchase Date | Aankoopdatum | Purchased On | Besteldatum
email = Customer Email | Klant e-mail
name = Customer Name | Naam klant | Klantnaam | Bill-to Name | Factuurnaam | Factuur aan naam | Factureren aan | Bill to Name
amount = Grand Total (Base) | Eindtotaal (basis) | G.T. (Base) | Totaalbedrag (basis) | Grand Total (Purchased) | Eindtotaal (gekocht) | G.T. (Purchased)
status = Status
address = Billing Address | Factuuradres
shipping = Shipping and Handling | Verzend- en administratiekosten | Verzending en verwerking
payment = Payment Method | Betaalmethode
return = Total Refunded | Totaal terugbetaald | Totaal gecrediteerd
channel = Purchase Point | Verkooppunt | Aankooppunt | Purchased From (Store)

[magento_customers] customers 5
source = the customers grid; its English header as written by the export itself (quoted in public code), its Dutch one from magento-l10n/language-nl_NL nl_NL.csv (Klant Sinds, Account gemaakt in, Account-blokkade …)
marks = Customer Since|Klant Sinds ; Confirmed email|E-mailbevestiging ; Account Created in|Account gemaakt in ; Tax VAT Number ; Web Site|Website ; Account Lock|Account-blokkade ; Billing Firstname|Facturering voornaam ; Billing Lastname|Facturering achternaam ; State/Province|Staat/Provincie ; Street Address ; ZIP
customer = ID
name = Name | Naam
email = Email | E-mail
phone = Phone | Telefoonnummer
postcode = ZIP | Postcode
country = Country | Land
since = Customer Since | Klant Sinds
birth_date = Date of Birth | Geboortedatum
gender = Gender | Geslacht
address = Street Address | Adres | Billing Address | Factuuradres
city = City | Plaatsnaam
first_name = Billing Firstname | Facturering voornaam
channel = Account Created in | Account gemaakt in

[prestashop_orders] purchases 6
source = the headers that the order list itself exports (PrestaShop/PrestaShop OrderController exportAction), their Dutch from the nl-NL catalogue AdminGlobal and AdminOrderscustomersFeature (ijzershop/PrestaShop)
marks = Reference|Referentie ; New client|Nieuwe klant|New ; Delivery|Bezorging|Levering ; Customer|Klant ; Total|Totaal ; Payment|Betaling ; Status ; Date|Datum
order = Reference | Referentie
date = Date | Datum
customer = Customer | Klant
amount = Total | Totaal
payment = Payment | Betaling
status = Status
country = Delivery | Bezorging | Levering

[prestashop_customers] customers 5
source = the headers that the customer list itself exports (PrestaShop/PrestaShop CustomerController exportAction), their Dutch from the nl-NL catalogue AdminGlobal and AdminOrderscustomersFeature (ijzershop/PrestaShop)
marks = Social title|Sociale titel ; Email address|E-mailadres ; Sales|Verkopen ; Enabled|Ingeschakeld ; Newsletter|Nieuwsbrief ; Partner offers|Partneraanbiedingen ; Registration|Registratie ; Last visit|Laatste bezoek
customer = ID
gender = Social title | Sociale titel
first_name = First name | Voornaam
name = Last name | Achternaam
email = Email address | E-mailadres
amount = Sales | Verkopen
since = Registration | Registratie
date = Last visit | Laatste bezoek
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)
