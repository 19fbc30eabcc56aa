"""Which ideas in a header make which role? One line per role: what must stand there, what may not, and how telling that is.

`CUSTOMER ID 0.97` is read as: both ideas present. `-ORDER` forbids an idea. `tickets:` holds for that kind of table only. Each idea that a
rule does not explain takes something off.
"""

from dataclasses import dataclass
from functools import lru_cache

_RULES = {
    "customer": """CUSTOMER ID 0.97 | CUSTOMER -CATEGORY -QUANTITY -SCORE 0.8 | CARD ID 0.86 | CARD -CATEGORY -QUANTITY 0.7 | CUSTOMER EMAIL -NAME 0.3 | COMPANY ID 0.7 | CUSTOMER CARD ID 0.96 | HOUSEHOLD ID 0.88
        | customers: ID 0.85 | survey: CUSTOMER -CATEGORY 0.85 | customers: COMPANY ID 0.8 | purchases: CUSTOMER NAME 0.35 | CUSTOMER PHONE 0.2 | ACCOUNT ID 0.93 | ACCOUNT 0.72 | ACCOUNT CUSTOMER ID 0.97 | LEAD ID 0.9 | OWNER ID 0.9 | CONTACT ID 0.88 | customers: LEAD 0.5 | FILE ID 0.7 | PARENT 0.7 | PARENT ID 0.85 | customers: EMPLOYEE ID 0.86 | customers: FILE ID 0.88 | customers: FILE 0.6 | PARTNER ID 0.8 | customers: VOLUNTEER ID 0.95 | customers: VOLUNTEER 0.8 | SOMEBODY ID 0.6 | SOMEBODY 0.52 | customers: SOMEBODY ID 0.8""",
    "order": """ORDER ID -CUSTOMER -LINE -CARD -LEDGER -PAYMENT 0.96 | ORDER ID SALE 0.97 | SALE ID 0.9 | ORDER -DATE -PERIOD -QUANTITY -AMOUNT -STATUS -CUSTOMER -MINUTES -SECONDS 0.81 | purchases: ID -LINE 0.8
        | SALE 0.55 | purchases: SINCE ID 0.75 | purchases: PAYMENT ID 0.66 | purchases: TICKET ID 0.8 | purchases: TICKET 0.6 | purchases: FILE ID 0.9 | purchases: FILE 0.7 | ledger: ORDER ID 0.9 | ORDER LINE ID 0.4 | BILL 0.75 | BILL ID 0.9""",
    "date": """BILL DATE 0.95 | ORDER DATE -DELIVER -DUE -LAST -FIRSTLY -PAYMENT -BIRTH -END 0.97 | SALE DATE 0.97 | DATE -BIRTH -CHANGED -DUE -DELIVER -LAST -FIRSTLY
        -CLOSED -SENT -PAYMENT -OPEN -SINCE -END -RETURN 0.9 | ORDER TIME 0.75 | purchases: CREATED DATE 0.88 | purchases: CREATED 0.8 | VISIT DATE 0.95
        | visits: VISIT 0.8 | visits: TIME 0.55 | purchases: ORDER CREATED 0.92 | survey: CREATED DATE 0.92 | survey: CREATED 0.85 | PERIOD 0.45 | purchases: ORDER 0.6 | purchases: VISIT 0.565
        | customers: LAST ORDER 0.66 | customers: LAST SALE 0.66 | customers: LAST ORDER DATE 0.7 | customers: LAST SALE DATE 0.7 | survey: CLOSED DATE 0.7
        | purchases: PAYMENT DATE 0.6 | ledger: ORDER DATE 0.97 | purchases: RECEIVED DATE 0.85 | purchases: RECEIVED 0.8 | survey: RECEIVED DATE 0.85 | purchases: SENT DATE 0.5 | survey: SENT DATE 0.6 | survey: END DATE 0.7 | purchases: DELIVER DATE 0.6 | purchases: DELIVER 0.56 | purchases: SINCE 0.56
        | visits: SINCE TIME 0.6 | purchases: SINCE TIME 0.6 | visits: SINCE 0.6 | purchases: SINCE DATE 0.55 | visits: CREATED DATE 0.8 | visits: VISIT SINCE 0.85 | RETURN DATE 0.6 | campaigns: SENT DATE 0.8 | campaigns: DELIVER DATE 0.7 | campaigns: SENT TIME 0.8 | campaigns: SENT 0.5 | campaigns: SINCE DATE 0.7 | survey: SINCE DATE 0.97 | ledger: DATE 0.9 | ledger: PAYMENT DATE 0.6""",
    "amount": """BILL AMOUNT 0.92 | NET -TAX 0.93 | NET AMOUNT -DISCOUNT -SHIPPING 0.96 | NET REVENUE 0.96 | SALE NET 0.95 | GROSS 0.8 | GROSS AMOUNT 0.86 | GROSS REVENUE 0.88 | SUBTOTAL -TAX 0.78
        | SUBTOTAL EXCL 0.85 | SUBTOTAL EXCL TAX 0.95 | ledger: ORDER 0.6 | NET ORDER 0.93 | NET ORDER AMOUNT -DISCOUNT -SHIPPING 0.97 | LINE NET 0.96 | LINE SUBTOTAL 0.97 | AMOUNT -LAST -TAX -DISCOUNT -SHIPPING -RETURN -COST -PAYMENT -DEBIT -CREDIT -QUANTITY -MARGIN -MINUTES -SECONDS 0.9 | AMOUNT EXCL TAX -DISCOUNT -SHIPPING 0.96
        | AMOUNT EXCL -DISCOUNT -SHIPPING 0.96 | AMOUNT EXCL SHIPPING -COST -EXPENSE 0.93 | AMOUNT INCL TAX -DISCOUNT -SHIPPING 0.885 | AMOUNT INCL -DISCOUNT -SHIPPING 0.885
        | ORDER AMOUNT -TAX -DISCOUNT -SHIPPING -RETURN -COST -PAYMENT -QUANTITY 0.94 | LINE AMOUNT 0.97 | REVENUE 0.93 | SALE AMOUNT 0.94 | PAYMENT AMOUNT 0.8 | PAYMENT PRICE 0.96
        | EXCL TAX 0.85 | INCL TAX 0.8 | EXCL 0.75 | INCL 0.7 | purchases: SALE 0.6 | AMOUNT REVENUE 0.95 | REVENUE EXCL 0.96 | CREDIT AMOUNT 0.4
        | ORDER EXCL TAX 0.91 | ORDER INCL TAX 0.86 | ORDER EXCL 0.88 | ORDER INCL 0.83 | ORDER REVENUE 0.94 | LINE PRICE 0.91 | AMOUNT PRICE -UNIT 0.88 | AMOUNT PRICE EXCL -UNIT 0.9 | AMOUNT PRICE EXCL TAX -UNIT 0.94 | AMOUNT PRICE INCL TAX -UNIT 0.88 | AMOUNT PRICE INCL -UNIT 0.86 | purchases: ORDER 0.5
        | purchases: EXPENSE 0.45 | purchases: COST -SHIPPING 0.45 | PAYMENT 0.55 | purchases: AMOUNT COST 0.8 | LINE AMOUNT EXCL 0.98 | LINE AMOUNT INCL 0.92 | SALE PRICE 0.3 | visits: AMOUNT 0.8
        | ledger: AMOUNT -DEBIT -CREDIT 0.9 | CUSTOMER REVENUE 0.9 | purchases: PRODUCT AMOUNT 0.85 | AMOUNT UNIT PRICE 0.3 | purchases: FEE 0.88 | purchases: RECEIVED 0.6 | purchases: ALLOWANCE 0.55 | VALUE 0.82 | ORDER VALUE 0.92 | SALE VALUE 0.92 | NET VALUE 0.92 | GROSS VALUE 0.86 | CUSTOMER VALUE 0.85 | VALUE AMOUNT 0.9 | VALUE REVENUE 0.95 | LINE VALUE 0.93 | ledger: FEE 0.8 | purchases: ORDER FEE 0.9 | customers: SALE PERIOD 0.85 | customers: FEE -PAYMENT 0.7""",
    "price": """customers: FEE PERIOD 0.7 | customers: PRICE PERIOD 0.7 | PRICE -COST -TAX -RATE -DISCOUNT -SHIPPING -AMOUNT -LINE 0.93 | UNIT PRICE 0.97 | PRICE EXCL 0.95 | PRICE INCL 0.91 | PRODUCT PRICE 0.95 | SALE PRICE 0.94
        | UNIT AMOUNT 0.85 | purchases: UNIT COST 0.6 | PRICE EXCL TAX 0.95 | PRICE INCL TAX 0.91 | LINE PRICE 0.6 | NET PRICE 0.94 | GROSS PRICE 0.9 | PRODUCT COST 0.3 | ORDER UNIT PRICE 0.95 | AMOUNT UNIT PRICE 0.88
        | ORDER PRICE 0.7 | PRODUCT AMOUNT 0.4""",
    "quantity": """QUANTITY -EMPLOYEES -CUSTOMER -ORDER -VISIT -SENT -OPEN -CLICK -BOUNCE -UNSUBSCRIBE -CAMPAIGN -HOUSEHOLD -SALE -TICKET -TEXT -STOCK -RETURN -DATE -PERIOD -MINUTES -TIME -PRICE -ID 0.95
        | QUANTITY PRODUCT 0.93 | ORDER QUANTITY LINE 0.95 | purchases: ORDER QUANTITY -LAST 0.85 | purchases: SALE QUANTITY 0.9 | UNIT QUANTITY 0.95 | LINE QUANTITY 0.97 | purchases: TICKET QUANTITY 0.9 | QUANTITY DELIVER 0.9 | purchases: PRODUCT HOURS 0.6 | purchases: HOURS 0.52 | purchases: QUANTITY PERIOD -PRODUCT -ORDER 0.7 | purchases: QUANTITY DAYS 0.7 | purchases: FEE DAYS 0.7 | purchases: DELIVER 0.55 | purchases: QUANTITY CUSTOMER 0.7""",
    "product": """PRODUCT ID 0.97 | purchases: EDUCATION ID 0.9 | WORK ID 0.97 | PRODUCT -MINUTES -SECONDS -SCORE -TITLE -NAME -CATEGORY -PRICE -TAX -QUANTITY -COST -DISCOUNT -AMOUNT -LINE -BRAND -SIZE 0.85 | STOCK ID 0.8 | LINE PRODUCT ID 0.97""",
    "product_name": """PRODUCT NAME 0.97 | PRODUCT TITLE -CATEGORY 0.96 | purchases: TITLE -CUSTOMER 0.86 | PRODUCT -ID -CATEGORY -PRICE -TAX -QUANTITY -COST -DISCOUNT -AMOUNT -LINE -BRAND -SIZE -LOCATION 0.87
        | LINE TITLE 0.9 | LINE NAME 0.9 | purchases: ORDER TITLE 0.6 | ORDER LINE TITLE 0.9 | LINE PRODUCT 0.85 | LINE PRODUCT NAME 0.97 | purchases: WHAT 0.66 | purchases: ORDER 0.52 | purchases: NAME -CUSTOMER -CONTACT -ACCOUNT -EMPLOYEE 0.56 | purchases: POST 0.6 | customers: ORDER 0.55 | purchases: EDUCATION 0.7 | purchases: TICKET NAME 0.92 | purchases: TICKET TITLE 0.9 | WORK 0.8 | WORK NAME 0.97 | WORK TITLE 0.96""",
    "category": """WORK CATEGORY 0.97 | PRODUCT CATEGORY -CUSTOMER 0.97 | CATEGORY -DISCOUNT -LINE -CUSTOMER -ORDER -PAYMENT -TAX -TICKET -CARD -BRAND -CAMPAIGN -SECTOR -DEVICE -AGE -HOUSEHOLD -DELIVER -SHIPPING -UNIT 0.85 | CATEGORY NAME 0.85 | CATEGORY TITLE 0.8
        | purchases: REVENUE CATEGORY 0.85 | purchases: TICKET CATEGORY 0.88 | CATEGORY ID 0.7 | tickets: SUBJECT CATEGORY 0.9 | tickets: SUBJECT 0.6 | tickets: TICKET CATEGORY 0.8 | purchases: ORDER CATEGORY 0.55 | visits: ORDER CATEGORY 0.8 | tickets: ORDER CATEGORY 0.8 | AMOUNT CATEGORY 0.6 | purchases: DESTINATION 0.55 | tickets: TAG 0.72 | tickets: TICKET TAG 0.72 | PRODUCT CATEGORY NAME 0.97 | purchases: CUSTOMER CATEGORY 0.3 | purchases: CATEGORY CARD 0.6 | purchases: PET CATEGORY 0.7
        | customers: CUSTOMER CATEGORY 0.6""",
    "cost": "tickets: ORDER COST 0.8 | tickets: EXPENSE 0.6 | purchases: EXPENSE 0.55 | campaigns: EXPENSE 0.8 | campaigns: EXPENSE SHIPPING 0.9 | COST -SHIPPING -PAYMENT -AMOUNT -ORDER 0.92 | COST PRICE 0.96 | PRODUCT COST 0.92 | UNIT COST 0.9 | COST AMOUNT 0.7 | COST VALUE 0.7 | COST EXCL -SHIPPING 0.9 | COST LINE 0.9",
    "margin": "MARGIN 0.93 | MARGIN RATE 0.85 | MARGIN AMOUNT 0.93 | ORDER MARGIN 0.93",
    "discount": """purchases: CAMPAIGN 0.55 | DISCOUNT -COUPON -ID -CARD 0.93 | DISCOUNT AMOUNT 0.96 | DISCOUNT RATE 0.86 | ORDER DISCOUNT 0.92 | LINE DISCOUNT 0.95 | COUPON 0.6 | COUPON AMOUNT 0.8 | COUPON DISCOUNT 0.86 | COUPON VALUE 0.8 | DISCOUNT INCL 0.85
        | DISCOUNT EXCL 0.9 | COUPON DISCOUNT AMOUNT 0.85""",
    "return": "RETURN -ID -REASON -DATE -STATUS -CLICK 0.9 | RETURN QUANTITY 0.92 | RETURN AMOUNT 0.92 | YESNO RETURN 0.93 | ORDER RETURN 0.85 | PRODUCT RETURN 0.8 | RETURN STATUS 0.6 | RETURN PRODUCT QUANTITY 0.9",
    "channel": """CHANNEL -QUANTITY -SHIPPING -ID -CLICK -PAGE -SCORE -PAYMENT 0.9 | SALE CHANNEL 0.97 | ORDER CHANNEL 0.93 | CHANNEL NAME 0.9 | CHANNEL ID 0.75 | CHANNEL CATEGORY 0.8 | CHANNEL CITY 0.5 | visits: LOCATION 0.85 | LOCATION 0.4 | CHANNEL LOCATION 0.9 | CUSTOMER CHANNEL 0.7 | COMPANY CHANNEL 0.6
        | tickets: TICKET CHANNEL 0.9 | tickets: RECEIVED CATEGORY 0.94 | CAMPAIGN CHANNEL 0.8 | CHANNEL OPTIN 0.3 | WHERE SALE 0.85 | WHERE ORDER 0.8""",
    "email": "EMAIL -OPTIN -CAMPAIGN -STATUS -OPEN -CLICK -SENT -BOUNCE -YESNO -SUBJECT -EMPLOYEE -QUANTITY 0.97 | CUSTOMER EMAIL 0.97 | CONTACT EMAIL 0.97 | BILLING EMAIL 0.96 | EMAIL ADDRESS 0.97 | EMPLOYEE EMAIL 0.2",
    "phone": "PHONE -OPTIN 0.96 | PHONE ID 0.97 | CUSTOMER PHONE 0.96 | CONTACT PHONE 0.96 | BILLING PHONE 0.96 | PHONE COMPANY 0.9 | PHONE HOUSEHOLD 0.8",
    "name": """ledger: PARTNER 0.8 | NAME -SALE -PRODUCT -CATEGORY -FIRSTNAME -CAMPAIGN -CHANNEL -CITY -COUNTRY -ORDER -EMPLOYEE -PAYMENT -SHIPPING -BRAND -PAGE -SECTOR -LEDGER -TICKET -PROVINCE -LINE -DISCOUNT
        -COUPON -COMPANY -DEVICE -JOURNAL -BILL 0.8 | CUSTOMER NAME -FIRSTNAME -CAMPAIGN -PRODUCT 0.96 | LASTNAME 0.9 | CUSTOMER LASTNAME 0.88 | COMPANY NAME 0.84 | COMPANY 0.72 | NAME LASTNAME 0.88
        | BILLING NAME 0.92 | CUSTOMER COMPANY NAME 0.95 | CUSTOMER COMPANY 0.82 | BILLING COMPANY 0.6 | CUSTOMER -ID 0.55 | customers: NAME -FIRSTNAME -CATEGORY -PRODUCT 0.93
        | COMPANY CUSTOMER NAME 0.95 | FIRSTNAME LASTNAME 0.92 | BILLING LASTNAME 0.84 | NAME FIRSTNAME LASTNAME 0.92 | customers: TITLE 0.3 | CUSTOMER TITLE 0.88 | FULL 0.93 | FULL NAME 0.93 | CUSTOMER FULL NAME 0.97 | FULL LASTNAME 0.9 | PARENT NAME 0.8 | PARENT 0.55 | customers: EMPLOYEE 0.55 | customers: EMPLOYEE NAME 0.7 | CONTACT 0.62 | ACCOUNT 0.54 | ACCOUNT NAME 0.94 | COMPANY ACCOUNT 0.82 | CONTACT NAME 0.82 | OWNER 0.6 | WHO 0.56 | LEAD NAME 0.85 | CONTACT FIRSTNAME LASTNAME 0.85 | CONTACT LASTNAME 0.85 | customers: VOLUNTEER NAME 0.95 | customers: VOLUNTEER 0.6 | SOMEBODY 0.5""",
    "first_name": "INITIALS 0.75 | FIRSTNAME -LASTNAME -CHILD 0.95 | FIRSTNAME NAME 0.95 | CUSTOMER FIRSTNAME 0.95 | BILLING FIRSTNAME 0.93",
    "address": "ADDRESS -IP -EMAIL -DELIVER -SENT -SHIPPING -CITY -POSTCODE 0.95 | ADDRESS HOUSE 0.96 | CUSTOMER ADDRESS 0.95 | BILLING ADDRESS 0.94 | ADDRESS NAME 0.93 | ADDRESS DELIVER 0.6 | ADDRESS SENT 0.6 | ADDRESS SHIPPING 0.6 | ADDRESS COMPANY 0.85 | ADDRESS LINE 0.93 | ADDRESS ID 0.7",
    "postcode": "POSTCODE -DELIVER -SHIPPING 0.97 | CUSTOMER POSTCODE 0.97 | BILLING POSTCODE 0.96 | DELIVER POSTCODE 0.6 | SHIPPING POSTCODE 0.6 | POSTCODE ID 0.9 | POSTCODE ADDRESS 0.92 | PROVINCE POSTCODE 0.7",
    "city": "customers: LOCATION 0.6 | CITY -BIRTH -DELIVER -SHIPPING -CATEGORY 0.95 | CITY NAME 0.95 | CUSTOMER CITY 0.95 | BILLING CITY 0.94 | DELIVER CITY 0.6 | SHIPPING CITY 0.6 | COMPANY CITY 0.85 | ADDRESS CITY 0.9",
    "country": "COUNTRY -DELIVER -SHIPPING -BIRTH -ORIGIN 0.95 | COUNTRY ID 0.93 | COUNTRY NAME 0.93 | CUSTOMER COUNTRY 0.95 | BILLING COUNTRY 0.94 | SHIPPING COUNTRY 0.6 | DELIVER COUNTRY 0.6 | COUNTRY PROVINCE 0.8 | BILLING COUNTRY ID 0.8 | ADDRESS COUNTRY 0.9",
    "birth_date": "BIRTH -CITY -COUNTRY -NAME -PET 0.96 | BIRTH DATE -PET 0.97 | BIRTH PERIOD 0.9 | CUSTOMER BIRTH 0.95",
    "age": "AGE -CATEGORY 0.95 | AGE CATEGORY 0.9 | CUSTOMER AGE 0.95 | AGE PERIOD 0.9",
    "gender": "GENDER 0.95 | CUSTOMER GENDER 0.95 | GENDER TITLE 0.85",
    "generation": "GENERATION 0.93",
    "education": "EDUCATION -COMPANY 0.9 | EDUCATION CATEGORY 0.9",
    "household": "HOUSEHOLD -ID -NAME -CONTACT 0.9 | HOUSEHOLD CATEGORY 0.9 | HOUSEHOLD QUANTITY 0.85",
    "interest": "INTEREST SUBJECT 0.93 | customers: PREFERENCE -LANGUAGE 0.7 | customers: PREFERENCE PRODUCT 0.7 | INTEREST 0.9 | CUSTOMER INTEREST 0.9 | INTEREST CATEGORY 0.85",
    "device": "DEVICE PREFERENCE 0.85 | DEVICE 0.92 | DEVICE CATEGORY 0.92 | VISIT DEVICE 0.9",
    "sector": "customers: CATEGORY COMPANY -CUSTOMER 0.8 | SECTOR 0.95 | SECTOR ID 0.9 | SECTOR NAME 0.96 | SECTOR TITLE 0.96 | SECTOR CATEGORY 0.9 | COMPANY SECTOR 0.95",
    "employees": "EMPLOYEES -HOURS 0.93 | QUANTITY EMPLOYEES 0.97 | COMPANY EMPLOYEES 0.93 | QUANTITY EMPLOYEE 0.9 | EMPLOYEES CATEGORY 0.85 | customers: PEOPLE -ID 0.68 | customers: PEOPLE QUANTITY 0.7 | customers: EMPLOYEE 0.8",
    "firm_turnover": "customers: PERIOD REVENUE CUSTOMER 0.9 | PERIOD REVENUE -CUSTOMER 0.8 | customers: REVENUE -CUSTOMER 0.75 | customers: COMPANY REVENUE 0.95 | customers: PERIOD REVENUE -CUSTOMER 0.97 | PERIOD AMOUNT REVENUE 0.8",
    "iban": "IBAN 0.95 | IBAN ID 0.95 | CUSTOMER IBAN 0.95 | IBAN NAME 0.1",
    "bsn": "BSN 0.97 | BSN ID 0.97",
    "ticket": "tickets: RETURN ID 0.75 | TICKET ID 0.97 | tickets: TICKET 0.85 | tickets: ID 0.88 | tickets: FILE ID 0.9 | tickets: TICKET ORDER ID 0.8 | tickets: ORDER ID -CUSTOMER 0.5",
    "opened": """tickets: OPEN DATE 0.95 | tickets: OPEN 0.9 | tickets: CREATED DATE 0.95 | tickets: CREATED 0.92 | tickets: DATE -CLOSED -LAST -CHANGED -DUE 0.85 | tickets: TICKET DATE -CLOSED -LAST 0.93
        | tickets: TICKET CREATED 0.93 | tickets: SINCE DATE 0.8 | tickets: RECEIVED DATE 0.95 | tickets: RECEIVED 0.92 | tickets: SENT DATE 0.75 | tickets: SENT 0.6 | tickets: TIME 0.5 | tickets: TICKET CREATED DATE 0.95 | tickets: SINCE 0.7 | tickets: TICKET OPEN DATE 0.95""",
    "closed": "tickets: EMPLOYEE DATE 0.7 | tickets: END 0.7 | tickets: CLOSED DATE 0.96 | tickets: CLOSED 0.9 | tickets: TICKET CLOSED 0.93 | tickets: CLOSED TIME -FIRSTLY 0.8 | tickets: LAST CLOSED DATE 0.9 | tickets: END DATE 0.8 | tickets: TICKET CLOSED DATE 0.95 | tickets: DELIVER 0.3",
    "subject": "SUBJECT -CATEGORY -ID 0.92 | tickets: TITLE 0.8 | tickets: TICKET TITLE 0.85 | tickets: TICKET 0.55 | tickets: TICKET SUBJECT 0.95 | campaigns: EMAIL SUBJECT 0.93 | campaigns: SUBJECT LINE 0.93 | tickets: TICKET NAME 0.8 | tickets: NAME 0.3",
    "minutes": "visits: MINUTES -HOURS -SECONDS -DAYS 0.9 | MINUTES -HOURS -SECONDS -DAYS -FIRSTLY -TICKET 0.85 | tickets: MINUTES -HOURS -SECONDS -DAYS -FIRSTLY 0.93 | tickets: MINUTES -HOURS -SECONDS -DAYS -FIRSTLY TIME 0.93 | tickets: CLOSED TIME 0.8 | tickets: TIME 0.6 | tickets: MINUTES -HOURS -SECONDS -DAYS -FIRSTLY QUANTITY 0.93 | tickets: CLOSED MINUTES -HOURS -SECONDS -DAYS -FIRSTLY 0.85 | tickets: TICKET MINUTES -HOURS -SECONDS -DAYS -FIRSTLY 0.9 | tickets: AMOUNT MINUTES -HOURS -SECONDS -DAYS -FIRSTLY 0.9 | purchases: QUANTITY MINUTES -HOURS -SECONDS -DAYS -FIRSTLY 0.85",
    "status": "ORDER STATE 0.9 | tickets: STATE 0.85 | STATUS -EMAIL -CAMPAIGN -SHIPPING -COUNTRY -PAYMENT 0.9 | ORDER STATUS 0.95 | TICKET STATUS 0.95 | STATUS PAYMENT 0.8 | CUSTOMER STATUS 0.88 | PAYMENT STATUS 0.8 | COMPANY STATUS 0.8 | STATUS SHIPPING 0.6 | ORDER STATUS ID 0.7 | campaigns: CAMPAIGN STATUS 0.85",
    "campaign": "CAMPAIGN -PERIOD 0.9 | CAMPAIGN NAME 0.96 | CAMPAIGN TITLE 0.95 | CAMPAIGN ID 0.8 | campaigns: NAME 0.7 | campaigns: TITLE 0.7 | campaigns: EMAIL NAME 0.75 | campaigns: SENT NAME 0.8 | campaigns: SHIPPING 0.6 | campaigns: EMAIL TITLE 0.75 | CAMPAIGN SUBJECT 0.4 | campaigns: EMAIL 0.6",
    "sent": """campaigns: SENT -RATE -DATE -TIME -WEEKDAY 0.9 | campaigns: SENT DATE 0.78 | campaigns: SENT ID 0.88 | campaigns: SENT QUANTITY 0.93 | campaigns: SENT AMOUNT 0.92 | campaigns: DATE -SINCE -OPEN -CLICK -BOUNCE -UNSUBSCRIBE -LAST 0.8 | campaigns: QUANTITY 0.6 | campaigns: CUSTOMER QUANTITY 0.7
        | campaigns: CAMPAIGN SENT 0.88 | campaigns: SENT EMAIL 0.9 | campaigns: EMAIL QUANTITY SENT 0.93 | campaigns: SENT TIME 0.76 | campaigns: AMOUNT CUSTOMER 0.85 | campaigns: RECEIVED 0.7 | campaigns: RECEIVED QUANTITY 0.72 | campaigns: EMAIL QUANTITY 0.85 | campaigns: DELIVER 0.65 | campaigns: DELIVER QUANTITY 0.68""",
    "open": "campaigns: VIEWS 0.6 | campaigns: OPEN -RATE -CLICK 0.93 | campaigns: OPEN QUANTITY 0.95 | campaigns: OPEN AMOUNT 0.9 | campaigns: OPEN DATE 0.85 | campaigns: OPEN RATE 0.7 | campaigns: EMAIL OPEN 0.93 | campaigns: OPEN FIRSTLY 0.7 | campaigns: OPEN PRICE 0.7",
    "click": "campaigns: CLICK -RATE -OPEN 0.93 | campaigns: CLICK QUANTITY 0.95 | campaigns: CLICK AMOUNT 0.9 | campaigns: CLICK RATE 0.7 | campaigns: EMAIL CLICK 0.93 | campaigns: CLICK DATE 0.85 | campaigns: CLICK PRICE 0.7",
    "bounce": "campaigns: BOUNCE -RATE 0.93 | campaigns: BOUNCE QUANTITY 0.95 | campaigns: BOUNCE AMOUNT 0.95 | campaigns: BOUNCE RATE 0.7 | campaigns: EMAIL BOUNCE 0.93 | campaigns: BOUNCE PRICE 0.7 | campaigns: BOUNCE DATE 0.8 | campaigns: ERROR 0.65",
    "unsubscribe": "campaigns: UNSUBSCRIBE -RATE 0.93 | campaigns: UNSUBSCRIBE QUANTITY 0.95 | campaigns: UNSUBSCRIBE RATE 0.7 | campaigns: UNSUBSCRIBE AMOUNT 0.9 | campaigns: END QUANTITY 0.7 | campaigns: END DATE 0.77 | campaigns: UNSUBSCRIBE DATE 0.8 | campaigns: END 0.75 | campaigns: UNSUBSCRIBE PRICE 0.7",
    "spam": "campaigns: SPAM -RATE 0.93 | campaigns: SPAM QUANTITY 0.95 | campaigns: SPAM RATE 0.7 | campaigns: SPAM PRICE 0.7 | campaigns: TICKET QUANTITY 0.9 | campaigns: TICKET 0.8 | campaigns: SPAM TICKET 0.95",
    "variant": "campaigns: VARIANT 0.9 | campaigns: CATEGORY 0.5",
    "score": "SCORE -NPS -RATE -LEAD 0.9 | survey: SCORE -LEAD 0.93 | tickets: SCORE 0.9 | SCORE TICKET 0.85 | SCORE TITLE 0.5 | survey: AMOUNT SCORE 0.85 | survey: PRODUCT SCORE 0.7 | SCORE CUSTOMER -LEAD 0.85",
    "nps": "NPS 0.93 | NPS SCORE 0.97 | NPS CATEGORY 0.3",
    "reason": "REASON -BILLING 0.9 | RETURN REASON 0.9 | REASON SALE 0.85 | REASON END 0.9 | REASON CUSTOMER 0.85 | REASON SCORE 0.9",
    "text": "survey: SCORE 0.55 | TEXT -QUANTITY -ID -COMPANY 0.85 | survey: TEXT -ID 0.92 | TEXT CUSTOMER 0.85 | tickets: TEXT -QUANTITY 0.9 | tickets: TEXT SUBJECT 0.6 | survey: TITLE 0.6 | SCORE TEXT 0.7 | ORDER TEXT 0.8 | tickets: TICKET 0.52 | tickets: TITLE 0.6 | TEXT TITLE 0.8 | ledger: TITLE 0.6 | customers: TITLE 0.55 | tickets: WORK 0.81 | tickets: CLOSED 0.6",
    "visit": "VISIT ID 0.93 | visits: VISIT 0.8 | visits: ID 0.75 | VISIT QUANTITY 0.8 | visits: ORDER ID 0.98",
    "page": "PAGE 0.85 | visits: PAGE 0.93 | visits: PAGE NAME 0.9 | visits: PAGE TITLE 0.8 | visits: PAGE VISIT 0.9 | visits: FAX 0.8",
    "currency": "CURRENCY 0.95 | CURRENCY ID 0.95 | ORDER CURRENCY 0.93 | PAYMENT CURRENCY 0.9 | AMOUNT CURRENCY 0.85",
    "tax": "TAX -RATE -EXCL -INCL -ID -CATEGORY 0.93 | TAX AMOUNT -RATE -EXCL -INCL 0.96 | ORDER TAX -EXCL -INCL 0.93 | LINE TAX 0.9",
    "shipping": "SHIPPING -ADDRESS -CITY -COUNTRY -POSTCODE -NAME -ID -CATEGORY -DATE -STATUS 0.85 | SHIPPING COST 0.97 | SHIPPING COST EXCL TAX 0.985 | SHIPPING EXPENSE 0.97 | SENT EXPENSE 0.95 | SENT COST 0.95 | DELIVER EXPENSE 0.85 | ORDER EXPENSE 0.2 | SHIPPING AMOUNT -EXCL 0.96 | ORDER SHIPPING 0.88 | SHIPPING PRICE 0.93 | SHIPPING FEE 0.97 | DELIVER FEE 0.85 | DELIVER COST 0.8",
    "payment": "PAYMENT -DATE -AMOUNT -ID -STATUS -COST 0.9 | PAYMENT CATEGORY 0.89 | PAYMENT TITLE 0.85 | PAYMENT NAME 0.85 | ORDER PAYMENT 0.88 | PAYMENT CARD 0.6 | PAYMENT CHANNEL 0.93",
    "due_date": "OUTSTANDING 0.6 | DUE -SENT -SHIPPING -DELIVER 0.93 | DUE DATE -SENT -SHIPPING -DELIVER 0.97 | ORDER DUE 0.93 | PAYMENT DUE 0.93 | DUE DATE PAYMENT 0.95",
    "paid_date": "PAYMENT DATE -DUE -FIRSTLY -LAST -END 0.95 | DATE PAYMENT AMOUNT 0.93 | PAYMENT -END 0.7 | ORDER DATE PAYMENT 0.93 | AMOUNT DATE 0.6 | PAYMENT TIME 0.7 | purchases: RECEIVED DATE 0.55",
    "ledger_account": "ledger: POST 0.9 | ledger: BILL 0.85 | ledger: BILL ID 0.9 | ledger: BILL NAME 0.6 | ledger: ACCOUNT ID 0.96 | ledger: ACCOUNT 0.8 | LEDGER 0.93 | LEDGER ID 0.96 | LEDGER NAME 0.7 | ledger: CUSTOMER ID 0.1 | ledger: LEDGER TITLE 0.6 | ledger: IBAN 0.1",
    "since": """customers: FIRSTLY DATE 0.85 | customers: FIRSTLY 0.72 | customers: FIRSTLY CUSTOMER DATE 0.88 | SINCE -END -COMPANY 0.92 | SINCE DATE -END -COMPANY 0.95 | CUSTOMER SINCE 0.97 | customers: CREATED DATE 0.85 | customers: CREATED 0.8 | customers: DATE -CHANGED -LAST -BIRTH -END -OPTIN 0.6
        | customers: FIRSTLY CUSTOMER 0.8 | customers: FIRSTLY CONTACT 0.8 | customers: FIRSTLY ORDER 0.7 | customers: FIRSTLY ORDER DATE 0.75 | customers: FIRSTLY SALE 0.75 | customers: FIRSTLY SALE DATE 0.8 | customers: FIRSTLY VISIT 0.8 | customers: FIRSTLY VISIT DATE 0.8 | CARD DATE 0.5 | customers: SINCE ORDER 0.85 | SINCE ORDER DATE 0.8""",
}
_GENERIC = frozenset({"ID", "TITLE"})
# Ideas that make a header mean another thing altogether, when no rule speaks of them: an average amount is no amount, a pet's name no name.
_TURNED = 0.45
_TURNS = frozenset(
    """AVERAGE OUTSTANDING DEPOSIT COMMISSION DISTANCE POINTS PARTNER INCOME PET MANDATE PLATE FIRMCODE JOBTITLE REPLY PASSWORD IP BRAND WAREHOUSE
    PREFERENCE OFTEN DOOR COSTCENTRE TERMS EMPLOYER PRIORITY ORIGIN COUPON INFIX HOUSE CHANGED OPTIN BIC SERIAL TABLE EXCHANGE PAYOUT""".split()
)
NEUTRAL = frozenset(
    {"BILLING", "SALE", "LINE", "CREATED", "YESNO", "EXCL", "INCL", "AMOUNT", "ORDER", "CUSTOMER", "ID", "DATE", "NAME"}
)


@dataclass(frozen=True)
class Rule:
    """The ideas that must and must not be in a header, and how telling they are, in one kind of table or in all ("")."""

    needs: frozenset[str]
    bars: frozenset[str]
    score: float
    kind: str = ""


def _parsed(text: str) -> tuple[Rule, ...]:
    rules = []
    for line in text.split("|"):
        parts = line.split()
        kind = parts.pop(0)[:-1] if parts[0].endswith(":") else ""
        needs = frozenset(part for part in parts[:-1] if not part.startswith("-"))
        rules.append(Rule(needs, frozenset(part[1:] for part in parts[:-1] if part.startswith("-")), float(parts[-1]), kind))
    return tuple(rules)


RULES: dict[str, tuple[Rule, ...]] = {role: _parsed(text) for role, text in _RULES.items()}
ROLES = tuple(RULES)


@lru_cache(maxsize=8192)
def header_scores(found: tuple[str, ...], kind: str) -> dict[str, float]:
    """How well these ideas fit each role, 0 to 1, in a table of this kind.

    >>> max(header_scores(("ORDER", "DATE"), "purchases").items(), key=lambda item: item[1])
    ('date', 0.972)
    """
    have = frozenset(found)
    scores = {}
    for role, rules in RULES.items():
        best = 0.0
        for rule in rules:
            if rule.kind in ("", kind) and rule.needs <= have and not rule.bars & have:
                left = have - rule.needs
                strange = _TURNED if rule.needs <= _GENERIC else 0.12  # any number may be an order's, but not that of a sector
                unknown = 0.25 if rule.needs <= _GENERIC else 0.12
                off = sum(
                    _TURNED if idea in _TURNS else 0.05 if idea in NEUTRAL else unknown if idea == "?" else strange
                    for idea in left
                )
                off += 0.04 * max(0, found.count("?") - 1)
                best = max(best, rule.score + (0.001 * len(rule.needs)) - off)
        if best >= 0.3:
            scores[role] = round(min(best, 0.99), 3)
    return scores
