"""What do shops on the market places of others, and in the web shops of site builders, export? Figures of a whole order are named as in shops.py."""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = """
[etsy_items] purchases 6
source = EtsySoldOrderItems, its header as quoted verbatim in public tests of four hands (Sale Date, Item Name, Buyer, Quantity, Price … InPerson Location, VAT Paid by Buyer, SKU)
marks = Sale Date ; Item Name ; Buyer ; Coupon Details ; Shipping Discount ; Order Shipping ; Order Sales Tax ; Item Total ; Listing ID ; Ship Name ; Ship Zipcode ; Listings Type
date = Sale Date
product_name = Item Name
customer = Buyer
quantity = Quantity
price = Price
discount = Discount Amount
amount = Item Total
currency = Currency
product = Listing ID | SKU
paid_date = Date Paid
name = Ship Name
address = Ship Address1
city = Ship City
postcode = Ship Zipcode
country = Ship Country
order = Order ID
payment = Payment Type
repeats = Order Shipping ; Order Sales Tax

[etsy_orders] purchases 6
source = EtsySoldOrders, its header as quoted verbatim in public tests of four hands (Sale Date, Order ID, Buyer User ID, Full Name … Order Value … Card Processing Fees, Order Net)
marks = Sale Date ; Buyer User ID ; Full Name ; Number of Items ; Ship Zipcode ; Order Value ; Coupon Details ; Shipping Discount ; Order Total ; Card Processing Fees ; Order Net ; Adjusted Order Total
date = Sale Date
order = Order ID
customer = Buyer User ID | Buyer
first_name = First Name
name = Last Name | Full Name
quantity = Number of Items
payment = Payment Method
address = Street 1
city = Ship City
postcode = Ship Zipcode
country = Ship Country
currency = Currency
amount = Order Value
discount = Discount Amount
shipping = Shipping
tax = Sales Tax
status = Status
paid_date = Date Paid

[ebay_orders] purchases 6
source = the orders report of eBay, its header as quoted verbatim in public tests of four hands (Sales Record Number, Order Number, Buyer Username … PayPal Transaction ID); the British one (Post to postcode …) in one of them
marks = Sales Record Number ; Buyer Username ; Buyer Name ; Item Number ; Item Title ; Custom Label ; Sold For ; Shipping And Handling ; Sale Date ; Paid On Date ; Ship To Zip|Post to postcode ; Sold Via Promoted Listings
order = Order Number
customer = Buyer Username
name = Buyer Name | Post to name
email = Buyer Email
address = Buyer Address 1 | Ship To Address 1 | Post to address 1
city = Buyer City | Ship To City | Post to city
postcode = Buyer Zip | Ship To Zip | Post to postcode
country = Buyer Country | Ship To Country | Post to country
phone = Ship To Phone | Post to phone
product = Custom Label | Item Number
product_name = Item Title
quantity = Quantity
price = Sold For
shipping = Shipping And Handling
tax = Seller Collected Tax
amount = Total Price
payment = Payment Method
date = Sale Date
paid_date = Paid On Date
text = Buyer Note

[amazon_orders] purchases 6
source = the order reports of Amazon (tabs), their header lines as quoted verbatim in public code of nine hands (order-id, order-item-id, purchase-date, payments-date … | amazon-order-id, merchant-order-id, shipment-id …)
marks = order-id|amazon-order-id ; order-item-id|amazon-order-item-id ; purchase-date ; payments-date ; product-name ; item-price ; item-tax ; ship-service-level ; ship-postal-code ; quantity-purchased|quantity-shipped ; buyer-phone-number ; item-promotion-discount ; fulfillment-channel ; sales-channel
order = order-id | amazon-order-id
date = purchase-date
paid_date = payments-date
email = buyer-email
name = buyer-name | recipient-name
phone = buyer-phone-number | ship-phone-number
product = sku | asin
product_name = product-name
quantity = quantity-purchased | quantity | quantity-shipped
currency = currency
amount = item-price
tax = item-tax
shipping = shipping-price
discount = item-promotion-discount
status = order-status
channel = sales-channel
address = bill-address-1 | ship-address-1
city = bill-city | ship-city
postcode = bill-postal-code | ship-postal-code
country = bill-country | ship-country

[wix_orders] purchases 6
source = the orders of Wix, its header as read by public code of four hands (Order #, Date, Time, Billing Customer … Buyer's Phone #, Buyer's Email … Item's Name, Item's Variant … Total after refund); the newer one (Order number, Date created …) not confirmed
marks = Billing Customer ; Billing Street Name&Number ; Delivery Customer|Shipping Customer ; Buyer's Phone # ; Buyer's Email ; Item's Name ; Item's Variant ; Item's Price ; Item's Custom Text ; Notes to Seller ; Fulfillment ; Total after refund
order = Order #
date = Date
name = Billing Customer | Delivery Customer | Shipping Customer
email = Buyer's Email
phone = Buyer's Phone #
address = Billing Street Name&Number | Delivery Street Name&Number | Shipping Street Name&Number
city = Billing City | Delivery City | Shipping City
postcode = Billing Zip Code | Delivery Zip Code | Shipping Zip Code
country = Billing Country | Delivery Country | Shipping Country
product = SKU
product_name = Item's Name
quantity = Qty
price = Item's Price
currency = Currency
payment = Payment Method
status = Payment
text = Notes to Seller
repeats = Shipping ; Tax ; Total ; Refund ; Total after refund

[channelengine_lines] purchases 6
source = the fields of an order and its lines in ChannelEngine's own client (channelengine/merchant-api-client-csharp, MerchantOrderResponse and MerchantOrderLineResponse: ChannelName, ChannelOrderNo, MerchantProductNo, UnitPriceInclVat, LineTotalInclVat …); which of them the file has not confirmed
marks = ChannelName ; ChannelOrderNo ; ChannelEngineId|MerchantOrderNo ; MerchantProductNo ; UnitPriceInclVat ; LineTotalInclVat ; CurrencyCode ; ChannelProductNo ; LineVat ; ShippingCostsInclVat
order = ChannelEngineId | MerchantOrderNo | ChannelOrderNo
date = OrderDate | CreatedAt
channel = ChannelName
customer = ChannelCustomerNo
email = Email
phone = Phone
name = BillingAddress_LastName | ShippingAddress_LastName
postcode = BillingAddress_ZipCode | ShippingAddress_ZipCode
city = BillingAddress_City | ShippingAddress_City
country = BillingAddress_CountryIso | ShippingAddress_CountryIso
product = MerchantProductNo
product_name = Description
quantity = Quantity
price = UnitPriceInclVat
amount = LineTotalInclVat
tax = LineVat
currency = CurrencyCode
payment = PaymentMethod
status = OrderStatus | Status
repeats = SubTotalInclVat ; SubTotalVat ; ShippingCostsInclVat ; ShippingCostsVat ; TotalInclVat ; TotalVat
"""


def exports() -> tuple[Export, ...]:
    """Every export of this family."""
    return parsed(_EXPORTS)
