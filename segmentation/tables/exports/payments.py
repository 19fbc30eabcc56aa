"""What do the exports of payment accounts and card readers look like? What was sold is the amount: not what was paid out, and fees are no costs of the goods."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[paypal_activity] purchases 6
source = the activity report of PayPal, its English header as quoted verbatim in public code of ten hands; of the Dutch one the names that two public importers read (Tijdzone, Bruto, Kosten, Net, Van e-mailadres, Naar e-mailadres, Transactiereferentie, Factuurreferentie, Effect op saldo …), Objectnaam not confirmed
marks = TimeZone|Time Zone|Tijdzone ; Gross|Bruto ; Fee|Kosten ; Net ; From Email Address|Van e-mailadres ; To Email Address|Naar e-mailadres ; Transaction ID|Transactiereferentie ; Reference Txn ID ; Balance Impact|Effect op saldo
date = Date | Datum
name = Name | Naam
status = Status
currency = Currency | Valuta
amount = Gross | Bruto
email = From Email Address | Van e-mailadres
order = Invoice Number | Factuurnummer | Invoice ID | Factuurreferentie | Transaction ID | Transactiereferentie
product_name = Item Title | Objectnaam
shipping = Shipping and Handling Amount | Verzendkosten
tax = Sales Tax | BTW
quantity = Quantity
address = Address Line 1
postcode = Zip/Postal Code
city = Town/City
country = Country
phone = Contact Phone Number
text = Note | Description | Omschrijving

[adyen_received] purchases 6
source = the received payments of Adyen, as a public test of an importer writes it after Adyen's documentation (Company Account, Merchant Account, Psp Reference … Shopper Interaction); the columns of the shopper not confirmed
marks = Company Account ; Merchant Account ; Psp Reference ; Merchant Reference ; TimeZone ; Payment Method ; Creation Date
order = Merchant Reference
date = Creation Date
payment = Payment Method
currency = Currency
amount = Amount
status = Type
customer = Shopper Reference
name = Shopper Name
email = Shopper Email
country = Shopper Country

[square_items] purchases 6
source = the item details of Square, as quoted verbatim in public code and notes of eight hands (Date, Time, Time Zone, Category, Item, Qty, Price Point Name … Fulfillment Note, Channel, Token)
marks = Time Zone ; Item ; Qty ; Price Point Name ; Modifiers Applied ; Gross Sales|Product Sales ; Net Sales ; Dining Option ; Customer Reference ID ; Itemization Type ; Payment ID
date = Date
category = Category
product_name = Item
quantity = Qty
product = SKU | GTIN
discount = Discounts
amount = Net Sales
tax = Tax
order = Transaction ID
customer = Customer ID
name = Customer Name
channel = Channel | Dining Option | Location
text = Notes

[square_transactions] purchases 6
source = the transactions of Square, as quoted verbatim in a public test of an importer (Gross Sales, Discounts, Net Sales, Gift Card Sales, Tax, Tip, Partial Refunds, Total Collected, Source … Customer Reference ID)
marks = Time Zone ; Gift Card Sales ; Partial Refunds ; Total Collected ; Card Entry Methods ; Square Gift Card ; Other Tender ; Net Total ; PAN Suffix ; Staff Name ; Customer Reference ID
date = Date
discount = Discounts
amount = Net Sales
tax = Tax
return = Partial Refunds
channel = Source
payment = Card Brand
order = Transaction ID
product_name = Description
customer = Customer ID
name = Customer Name
none = Device Name ; Device Nickname ; Staff Name ; Staff ID ; Details ; Event Type ; Location ; Deposit Details
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)
