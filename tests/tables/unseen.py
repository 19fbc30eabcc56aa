"""Tables as Dutch and English firms have them, with the role that each column should get: the measure of role finding.

A table is its kind, then a line per column: header, expected role ("." for none; two roles with "/" are both right), some cells divided by |.
"""

TABLES = """
# purchases: webshop, flat order export
Bestelnummer > order > 10231|10232|10233|10234
Besteldatum > date > 03-01-2024|04-01-2024|15-01-2024|20-01-2024
Klantnummer > customer > K0012|K0044|K0012|K0101
E-mailadres > email > jan@voorbeeld.nl|piet@test.nl|jan@voorbeeld.nl|els@mail.nl
Totaalbedrag > amount > € 34,95|€ 12,50|€ 1.204,00|€ 8,99
Verzendkosten > shipping > € 4,95|€ 4,95|€ 0,00|€ 4,95
Betaalmethode > payment > iDEAL|PayPal|iDEAL|Klarna
Status > status > Verzonden|Verzonden|Geannuleerd|Verzonden

# purchases: garage work orders
Werkordernr > order > W2301|W2302|W2303
Kenteken > . > 12-ABC-3|G-123-AB|99-XX-11
Klantnr > customer > 1001|1002|1001
Klantnaam > name > J. Jansen|Bakkerij De Vries B.V.|J. Jansen
Datum > date > 2-1-2024|3-1-2024|14-2-2024
Omschrijving werkzaamheden > product_name > Grote beurt|APK|Remblokken vervangen
Arbeidsuren > . > 1,5|0,75|2
Bedrag excl. btw > amount > 245,00|49,50|189,95
Bedrag incl. btw > . > 296,45|59,90|229,84

# purchases: hair salon appointments
Afspraak ID > order > 5501|5502|5503|5504
Datum > date > 12-03-2024|12-03-2024|13-03-2024|14-03-2024
Tijd > . > 09:00|09:45|13:30|16:00
Klant > customer/name > Sanne Bakker|Fatima El Amrani|Lisa de Jong|Sanne Bakker
Behandeling > product_name > Knippen dames|Kleuren|Föhnen|Knippen dames
Kapster > . > Mandy|Esra|Mandy|Esra
Duur (min) > minutes > 45|90|30|45
Prijs > price/amount > 32,50|78,00|22,50|32,50

# purchases: restaurant reservations with spending
Reserveringsnummer > order > R-10001|R-10002|R-10003
Reserveringsdatum > date > 05-05-2024|06-05-2024|17-05-2024
Gastnaam > name > De Boer|Visser|Meijer
Telefoonnummer > phone > 06-12345678|06-23456789|0592-345678
Aantal personen > quantity/. > 2|4|6
Tafel > . > 12|3|8
Besteding > amount > 86,50|143,20|310,75

# customers: sports association members
Lidnummer > customer > 000123|000124|000125
Voornaam > first_name > Jan|Anja|Mohamed
Tussenvoegsel > . > de||van
Achternaam > name > Vries|Smit|Dijk
Geslacht > gender > M|V|M
Geboortedatum > birth_date > 12-05-1980|03-11-1992|30-01-2001
Straat > address > Dorpsstraat|Kerkweg|Lindelaan
Huisnummer > . > 12|3|45a
Postcode > postcode > 9401 AB|9402CD|9404 EF
Woonplaats > city > Assen|Assen|Rolde
Lid sinds > since > 01-09-2015|01-01-2020|15-03-2022
Contributie > . > 180,00|95,00|180,00

# purchases: wholesaler invoice lines
Factuurnr. > order > VF24-0001|VF24-0001|VF24-0002|VF24-0003
Regelnr > . > 1|2|1|1
Debiteurnr. > customer > 20015|20015|20330|20015
Factuurdatum > date > 31-01-2024|31-01-2024|31-01-2024|29-02-2024
Artikelnr. > product > A-1001|A-2004|A-1001|B-33
Artikelomschrijving > product_name > Schroef M6 100st|Moer M6|Schroef M6 100st|Boormachine
Artikelgroep > category > Bevestiging|Bevestiging|Bevestiging|Gereedschap
Aantal > quantity > 10|25|4|1
Stuksprijs > price > 4,95|3,10|4,95|129,00
Korting % > discount > 5|0|5|10
Regelbedrag > amount > 47,03|77,50|18,81|116,10
Kostprijs > cost > 2,10|1,40|2,10|88,00

# customers: loyalty card holders
Pasnummer > customer > 2610000012345|2610000012346|2610000012347
Naam > name > Mevr. A. Jansen|Dhr. P. de Groot|Mevr. S. Yilmaz
E-mail > email > a.jansen@ziggo.nl|pdg@xs4all.nl|s.yilmaz@gmail.com
Mobiel > phone > 0612345678|0687654321|0611122233
Punten saldo > . > 120|0|3400
Laatste bezoek > date/. > 12-02-2024|30-11-2023|01-03-2024
Totale besteding > amount > 1.234,50|89,95|12.003,10

# purchases: POS tickets
Bonnr > order > 100001|100001|100002|100003
Kassadatum > date > 20240302|20240302|20240302|20240303
Tijdstip > . > 10:02|10:02|10:15|11:40
Kassa > . > 1|1|2|1
Artikel > product_name/product > Espresso|Croissant|Cappuccino|Espresso
Groep > category > Koffie|Bakkerij|Koffie|Koffie
Stuks > quantity > 1|2|1|3
Bedrag > amount > 2,60|3,80|3,20|7,80
Pas > customer > 4411|4411||4412
Betaalwijze > payment > PIN|PIN|Contant|PIN

# customers: B2B CRM
Relatiecode > customer > R001|R002|R003
Bedrijfsnaam > name > Van Dam Bouw B.V.|Installatiebedrijf Smit|Hoekstra VOF
Contactpersoon > . > Henk van Dam|Wim Smit|Ria Hoekstra
Branche > sector > Bouw|Installatie|Detailhandel
SBI-code > . > 4120|4322|4711
Aantal medewerkers > employees > 24|8|3
Jaaromzet > firm_turnover > 2.400.000|850.000|310.000
Telefoon > phone > 0592-123456|050-1234567|058-2345678
Emailadres > email > info@vandam.nl|wim@smit.nl|ria@hoekstra.nl
Vestigingsplaats > city > Assen|Groningen|Leeuwarden
Klant sinds > since > 2015-03-01|2018-07-12|2021-01-05

# tickets: Dutch helpdesk
Ticketnummer > ticket > T-9001|T-9002|T-9003
Klantnummer > customer > 10023|10044|10023
Aangemaakt op > opened > 02-01-2024 09:14|02-01-2024 11:03|05-01-2024 16:40
Gesloten op > closed > 02-01-2024 10:02|03-01-2024 09:00|
Onderwerp > subject > Retour aanmelden|Waar blijft mijn pakket?|Factuur klopt niet
Categorie > category > Retour|Levering|Factuur
Prioriteit > . > Hoog|Normaal|Laag
Status > status > Gesloten|Gesloten|Open
Bestede tijd (min) > minutes > 12|25|8

# campaigns: newsletter summary
Campagne > campaign > Voorjaar 2024|Paasactie|Nieuwsbrief april
Verzonden op > sent/date > 01-03-2024|20-03-2024|05-04-2024
Aantal verzonden > sent > 1250|1248|1301
Geopend > open > 540|610|498
Geklikt > click > 88|132|67
Bounces > bounce > 12|9|14
Uitgeschreven > unsubscribe > 3|5|2
Spamklachten > spam > 0|1|0

# survey: customer satisfaction
Tijdstempel > date > 02-04-2024 10:11:12|02-04-2024 13:40:01|03-04-2024 08:00:59
E-mailadres > email > a@b.nl|c@d.nl|e@f.nl
Hoe waarschijnlijk is het dat u ons aanbeveelt aan vrienden of collega's? > nps > 9|7|10
Welk rapportcijfer geeft u onze service? > score > 8|6|9
Waarom heeft u voor ons gekozen? > reason > Prijs|Via een vriend|Kwaliteit
Heeft u nog opmerkingen? > text > Nee hoor, alles ging goed deze keer|De levering duurde erg lang helaas|Top service, ga zo door

# purchases: English simple transactions
transaction_id > order > TX1|TX2|TX3|TX4
customer_id > customer > C9|C7|C9|C3
purchase_date > date > 2024-01-03|2024-01-04|2024-02-11|2024-02-12
amount > amount > 19.99|5.00|120.50|18.00
store > channel > Amsterdam|Utrecht|Online|Online

# purchases: English order lines snake case
order_id > order > 1|1|2|3
order_date > date > 2023-05-01|2023-05-01|2023-05-02|2023-05-09
cust_no > customer > 501|501|502|501
sku > product > AB-1|AB-2|AB-1|ZZ-9
product_name > product_name > Mug blue|Mug red|Mug blue|Teapot
category > category > Mugs|Mugs|Mugs|Teapots
qty > quantity > 2|1|1|1
unit_price > price > 7.50|7.50|7.50|24.95
line_total > amount > 15.00|7.50|7.50|24.95
unit_cost > cost > 3.10|3.10|3.10|11.00
channel > channel > web|web|store|web
is_return > return > 0|0|1|0

# customers: English CRM
Account Number > customer > 11|12|13
Company Name > name > Smith Ltd|Jones & Sons|Acme Inc
Industry > sector > Retail|Construction|IT
Number of Employees > employees > 10|250|45
Annual Revenue > firm_turnover > 1200000|55000000|9000000
Phone > phone > +31 20 1234567|+44 20 79460000|+31 6 12345678
Billing City > city > Amsterdam|London|Utrecht
Billing Country > country > Netherlands|United Kingdom|Netherlands
Created Date > since > 2019-01-01|2020-05-05|2022-12-01

# customers: B2C demographics
klant_id > customer > 1|2|3|4
leeftijd > age > 34|56|23|41
geslacht > gender > vrouw|man|vrouw|anders
postcode > postcode > 1234AB|3511 CD|9712 EF|5611GH
huishouden > household > alleenstaand|gezin met kinderen|samenwonend|alleenstaand
opleiding > education > hbo|mbo|wo|mbo
interesse > interest > sport|koken|reizen|sport
apparaat > device > mobiel|desktop|mobiel|tablet

# purchases: bookkeeping sales invoices
Factuurnummer > order > 2024001|2024002|2024003
Factuurdatum > date > 05-01-2024|12-01-2024|20-01-2024
Vervaldatum > due_date > 04-02-2024|11-02-2024|19-02-2024
Debiteur > customer/name > Jansen Holding BV|Pietersen Bouw|Jansen Holding BV
Netto > amount > 1000,00|450,00|75,00
BTW > tax > 210,00|94,50|15,75
Bruto > . > 1210,00|544,50|90,75
Betaald op > paid_date > 20-01-2024||21-02-2024

# ledger: bank statement
Datum > date > 20240102|20240103|20240105
Naam / Omschrijving > name/. > Albert Heijn 1234|J. de Vries|Belastingdienst
Rekening > . > NL91ABNA0417164300|NL91ABNA0417164300|NL91ABNA0417164300
Tegenrekening > iban > NL20INGB0001234567|NL02RABO0123456789|NL86INGB0002445588
Code > . > BA|GT|IC
Af Bij > . > Af|Bij|Af
Bedrag (EUR) > amount > 23,45|1.200,00|342,00
Mededelingen > text/. > Pasvolgnr 001|Factuur 2024003|Aanslag 2023

# purchases: subscriptions billing
Abonnementnummer > order > AB1|AB2|AB3
Abonneenummer > customer > 9001|9002|9003
Type abonnement > category/product_name > Jaar|Maand|Jaar
Ingangsdatum > since/date > 01-01-2023|01-06-2023|01-01-2024
Einddatum > . > 31-12-2023||31-12-2024
Bedrag per maand > amount > 12,95|14,95|12,95

# purchases: theater ticketing
Boekingsnr > order > B77|B78|B79
Voorstelling > product_name > Hamlet|De Notenkraker|Hamlet
Speeldatum > . > 12-10-2024|20-12-2024|13-10-2024
Boekdatum > date > 01-09-2024|03-09-2024|10-09-2024
Bezoekersnummer > customer > 301|302|301
Aantal kaarten > quantity > 2|4|1
Rang > category/. > 1e|2e|1e
Totaal > amount > 70,00|100,00|35,00
Verkoopkanaal > channel > Website|Kassa|Website

# purchases: dentist
Patiëntnr > customer > 4001|4002|4001
Behandeldatum > date > 10-01-2024|11-01-2024|12-01-2024
Prestatiecode > product > C002|M03|V92
Omschrijving > product_name > Periodieke controle|Gebitsreiniging|Vulling
Tarief > price > 25,63|16,14|60,52
Aantal > quantity > 1|2|1
Behandelaar > . > dr. Kok|Mw. Bos|dr. Kok

# visits: web sessions
session_id > visit > s1|s2|s3
user_id > customer > u1|u2|u1
timestamp > date > 2024-01-01T10:00:00Z|2024-01-01T10:05:00Z|2024-01-02T09:00:00Z
page_url > page > /home|/product/12|/cart
device > device > mobile|desktop|mobile
utm_source > channel > google|newsletter|direct

# visits: gym check-ins
Lidnr > customer > 55|56|55
Bezoekdatum > date > 02-01-2024 18:03|02-01-2024 19:00|04-01-2024 18:10
Locatie > channel > Assen|Assen|Groningen

# tickets: English support
Case ID > ticket > 1|2|3
Requester email > email > a@x.com|b@y.com|a@x.com
Created at > opened > 2024-01-02 10:00|2024-01-03 12:00|2024-01-05 08:00
Solved at > closed > 2024-01-02 12:00|2024-01-04 12:00|
Subject > subject > Refund please|Login problem|Where is my order
Assignee > . > Tom|Ann|Tom
Channel > channel > email|chat|email
Satisfaction Score > score > 5|3|4

# campaigns: per recipient
E-mailadres > email > a@b.nl|c@d.nl|e@f.nl
Campagnenaam > campaign > Lente|Lente|Lente
Verzonden > sent > ja|ja|ja
Geopend > open > ja|nee|ja
Geklikt > click > nee|nee|ja
Gebounced > bounce > nee|ja|nee
Afgemeld > unsubscribe > nee|nee|nee

# purchases: bakery B2B deliveries
Leverdatum > date > 02-01-2024|03-01-2024|04-01-2024
Afnemer > customer > Hotel Centraal|Café Zuid|Hotel Centraal
Product > product_name > Bruin brood|Croissant|Stokbrood
Aantal geleverd > quantity > 40|120|25
Prijs per stuk > price > 1,85|0,65|1,10
Totaal excl. BTW > amount > 74,00|78,00|27,50

# purchases: bike rental
Huurder > customer/name > Jan Smit|Eva Mulder|Jan Smit
Huurdatum > date > 01-07-2024|02-07-2024|03-07-2024
Fietsnummer > product > F12|F08|F12
Type fiets > category/product_name > E-bike|Stadsfiets|E-bike
Dagen > quantity/. > 1|3|2
Huurprijs > price/amount > 25,00|30,00|50,00
Borg > . > 50,00|50,00|50,00

# purchases: returns list
Retournummer > . > RT1|RT2|RT3
Ordernummer > order > 1001|1002|1003
Klantcode > customer > K1|K2|K1
Retourdatum > date > 04-02-2024|07-02-2024|09-02-2024
Artikelcode > product > A1|B2|C3
Aantal retour > return/quantity > 1|1|2
Retourreden > reason > Te klein|Beschadigd|Niet mooi
Terugbetaald bedrag > amount/return > 19,95|35,00|40,00

# customers: donors
Donateurnummer > customer > D1|D2|D3
Aanhef > gender > Dhr.|Mevr.|Mevr.
Voorletters > first_name > J.|A.B.|S.
Achternaam > name > Bakker|de Wit|Chen
Adres > address > Dorpsstraat 12|Kerkweg 3|Laan 45
Postcode > postcode > 1111AA|2222 BB|3333CC
Plaats > city > Amsterdam|Utrecht|Zwolle
IBAN > iban > NL91ABNA0417164300|NL20INGB0001234567|NL02RABO0123456789
Opt-in nieuwsbrief > . > ja|nee|ja

# purchases: donations
Donateurnr > customer > D1|D2|D1
Datum gift > date > 01-01-2024|02-02-2024|01-04-2024
Bedrag gift > amount > 25|10|50
Campagne > campaign > Kerst|Kerst|Voorjaar
Betaalvorm > payment > Incasso|iDEAL|Incasso

# survey: NPS simple
respondent_id > customer > 1|2|3
datum > date > 01-02-2024|01-02-2024|02-02-2024
NPS > nps > 9|3|10
Toelichting > text > Prima geholpen door de medewerkers|Te lang moeten wachten aan de telefoon|Altijd fijn om te komen winkelen

# survey: reviews
Reviewdatum > date > 01-02-2024|05-02-2024|02-03-2024
Klantnr > customer > 5|6|7
Sterren > score > 5|4|1
Review > text > Heel blij met mijn aankoop en de bezorging|Goed product maar dure verzending|Nooit meer, kapot aangekomen en geen reactie
Product > product_name > Theepot|Mok|Theepot

# purchases: uppercase erp
KLANTNR > customer > 000451|000452|000451
FACTUURNR > order > 900001|900002|900003
FACTDAT > date > 02-01-24|03-01-24|14-02-24
ARTNR > product > 10.20.30|10.20.31|10.20.30
OMSCHR > product_name > Verf wit 10L|Kwast 50mm|Verf wit 10L
AANT > quantity > 1|3|2
BEDR > amount > 89,95|14,85|179,90
MARGE > margin > 30,00|5,00|60,00

# purchases: camelCase json
orderNumber > order > 88|89|90
orderedAt > date > 2024-02-01T12:00:00+01:00|2024-02-02T12:00:00+01:00|2024-02-03T12:00:00+01:00
customerEmail > email > x@y.nl|z@q.nl|x@y.nl
totalPrice > amount > 10.5|20|31.75
discountAmount > discount > 0|5|0
shippingCountry > country > NL|BE|NL
currency > currency > EUR|EUR|EUR

# purchases: cleaning company jobs
Opdrachtnr > order > O1|O2|O3
Opdrachtgever > customer/name > VvE Parkzicht|Kantoor Zuidas BV|VvE Parkzicht
Uitvoerdatum > date > 02-01-2024|05-01-2024|09-02-2024
Dienst > product_name > Glasbewassing|Schoonmaak kantoor|Glasbewassing
Uren > quantity/. > 4|12|4
Uurtarief > price > 38,50|32,00|38,50
Factuurbedrag > amount > 154,00|384,00|154,00

# customers: webshop customers with totals
ID > customer > 1|2|3
Voornaam > first_name > Piet|Klaas|Marie
Achternaam > name > Jansen|Visser|Mulder
E-mail > email > p@j.nl|k@v.nl|m@m.nl
Land > country > Nederland|België|Nederland
Aantal bestellingen > . > 3|1|12
Totaal besteed > amount > 123,45|19,95|1.045,00
Nieuwsbrief > . > ja|nee|ja
Aangemaakt op > since > 01-01-2020|05-06-2021|09-09-2022

# purchases: school canteen
Datum > date > 01-02-2024|01-02-2024|02-02-2024
Kaartnr > customer > 991|992|991
Product > product_name > Broodje|Melk|Soep
Prijs > price > 2,50|1,10|1,75
Aantal > quantity > 1|2|1

# tickets: incident register
Meldingsnr > ticket > M1|M2|M3
Melddatum > opened > 01-03-2024|02-03-2024|05-03-2024
Afgehandeld op > closed > 02-03-2024|02-03-2024|
Melder > customer/name/. > Jan Smit|Els Bos|Jan Smit
Omschrijving > subject/text > Lekkage badkamer|Verwarming doet het niet|Deur klemt
Doorlooptijd (uren) > minutes/. > 24|3|

# purchases: travel agency
Boekingsnummer > order > 70011|70012|70013
Boekingsdatum > date > 12-01-2024|15-01-2024|03-02-2024
Hoofdboeker > name/customer > Jansen|Kuipers|De Haan
Bestemming > product_name/category/. > Kreta|Mallorca|Kreta
Vertrekdatum > . > 12-07-2024|15-06-2024|03-05-2024
Reissom > amount > 1.450,00|2.310,00|998,00
Aantal reizigers > quantity/. > 2|4|2

# purchases: optician
Klantnummer > customer > 123|124|123
Geboortejaar > birth_date > 1950|1988|1950
Aankoopdatum > date > 03-05-2023|04-05-2023|09-12-2023
Merk > . > Ray-Ban|Prada|Gucci
Categorie > category > Zonnebril|Montuur|Montuur
Verkoopprijs > price > 149,00|289,00|310,00
Inkoopprijs > cost > 70,00|130,00|140,00
Verkoper > . > Tom|Anna|Tom
Filiaal > channel > Emmen|Emmen|Assen

# purchases: headers with units
Datum (dd-mm-jjjj) > date > 01-02-2024|02-02-2024|03-02-2024
Ordernummer (#) > order > 1|2|3
Klant-ID > customer > a1|a2|a1
Omzet (€) > amount > 12,00|13,50|9,00
Aantal (st.) > quantity > 1|2|1
Korting (€) > discount > 0,00|1,50|0,00

# purchases: English retail
Receipt No. > order > 1|2|3
Date of Sale > date > 01/02/2024|14/02/2024|20/02/2024
Loyalty Card > customer > 7001|7002|7001
Item > product_name/product > Coffee beans 1kg|Filter papers|Grinder
Department > category > Coffee|Accessories|Machines
Qty Sold > quantity > 1|2|1
Net Sales > amount > 15.95|6.00|99.00
Discount > discount > 0.00|0.50|10.00
VAT > tax > 1.44|0.54|17.18

# customers: nursery parents
Oudernummer > customer > 1|2|3
Naam ouder > name > Sanne de Boer|Ali Kaya|Eva Bos
Mailadres > email > s@b.nl|a@k.nl|e@b.nl
Tel. mobiel > phone > 06 12345678|06 23456789|06 34567890
Burgerlijke staat > household/. > Gehuwd|Samenwonend|Gehuwd
Nationaliteit > . > Nederlandse|Turkse|Nederlandse

# purchases: hotel stays
Reservation ID > order > H1|H2|H3
Guest ID > customer > G1|G2|G1
Check-in > . > 2024-03-01|2024-03-05|2024-04-01
Check-out > . > 2024-03-03|2024-03-06|2024-04-04
Booking date > date > 2024-01-01|2024-02-01|2024-03-30
Room type > category/product_name > Double|Single|Double
Nights > quantity/. > 2|1|3
Total amount > amount > 240.00|95.00|360.00
Booking channel > channel > Booking.com|Direct|Expedia

# campaigns: English
Campaign Name > campaign > Spring|Summer|Autumn
Send Date > sent/date > 2024-03-01|2024-06-01|2024-09-01
Recipients > sent > 1000|1100|1050
Delivered > . > 990|1080|1040
Unique Opens > open > 400|450|380
Unique Clicks > click > 80|70|60
Hard Bounces > bounce > 5|9|4
Unsubscribes > unsubscribe > 2|3|1
Subject Line > subject > Fresh picks|Summer sale|Warm up

# ledger: journal entries
Boekstuknr > order/. > M1|M1|M2
Dagboek > . > Verkoop|Verkoop|Bank
Grootboekrekening > ledger_account > 8000|1300|1100
Boekdatum > date > 01-01-2024|01-01-2024|05-01-2024
Omschrijving > text/product_name/. > Omzet hoog|Debiteuren|Ontvangst
Debet > . > |121,00|121,00
Credit > . > 100,00||

# purchases: flower webshop
Order > order > #2001|#2002|#2003|#2004
Datum bestelling > date > 14-02-2024 08:11|14-02-2024 09:40|15-02-2024 10:00|16-02-2024 12:13
Naam klant > name/customer > Petra Smeets|Lars Koning|Petra Smeets|Eline Vos
Mail > email > petra@kpn.nl|lars@live.nl|petra@kpn.nl|eline@vos.eu
Boeket > product_name/. > Rode rozen|Veldboeket|Tulpen|Rode rozen
Aant. > quantity > 1|2|1|1
Prijs incl. > price > € 29,95|€ 24,50|€ 19,95|€ 29,95
Bezorgkosten > shipping > € 5,95|€ 5,95|€ 0|€ 5,95
Te betalen > amount > € 35,90|€ 54,95|€ 19,95|€ 35,90

# purchases: pizza delivery
Winkelnaam > channel > Assen|Assen|Groningen
Klantnaam > name > J Smit|A Jansen|P Visser
TelefoonNr > phone > 0612345678|0623456789|0634567890
Email > email > j@s.nl|a@j.nl|p@v.nl
Adres > address > Kerkstraat 1|Dorpsweg 22|Singel 3
Woonplaats > city > Assen|Assen|Groningen
Besteldatum > date > 1-1-2024|2-1-2024|31-1-2024
AfleverType > . > Bezorgen|Afhalen|Bezorgen
Product > product_name > Margherita|Funghi|Salami
Prijs > price > 7,50|8,00|9,25
Bezorgkosten > shipping > 2,50|0,00|2,50
Aantal > quantity > 1|2|1
Regelprijs > amount > 7,50|16,00|9,25
Totaalprijs > . > 10,00|16,00|11,75
Gebruikte Coupon > . > |ZOMER|
Coupon Korting > discount > 0,00|1,00|0,00

# customers: golf club
Relatienummer > customer > 1001|1002|1003
Roepnaam > first_name > Jan|Sanne|Piet
Tussenvoegsel > . > de||van
Achternaam > name > Vries|Jansen|Dam
Geslacht > gender > M|V|M
Geboortedatum > birth_date > 12-04-1968|01-09-1990|23-12-1955
E-mailadres > email > jan@example.nl|s@example.nl|p@example.nl
Adres > address > Zeestraat 12a|Laan 3|Duinweg 9
Postcode > postcode > 2202BB|2201 AA|2203CD
Woonplaats > city > Noordwijk|Noordwijk|Leiden
Soort lidmaatschap > category/. > A-lid|B-lid|A-lid
Rekeningnummer > iban > NL91ABNA0417164300|NL20INGB0001234567|NL02RABO0123456789
Datum machtiging > since/. > 01-03-2015|01-03-2019|01-03-2011
Opmerking > text > x||y

# customers: newsletter subscribers
Voornaam > first_name > Jan|Els|Kim
Achternaam > name > Bos|Smit|Mol
Straat en huisnr > address > Dorpsstraat 1|Kerkweg 2|Laan 3
Postcode > postcode > 1234AA|2345 BB|3456CC
Woonplaats > city > Ede|Oss|Urk
Land > country > Nederland|Nederland|België
Email adres > email > a@b.nl|c@d.nl|e@f.be
Telefoon > phone > 0318-123456|0412-654321|0527-111222
Geldig tot > . > 31-12-2024|31-12-2025|30-06-2025
Actief > status > ja|ja|nee
Aanmeld Datum > since > 01-01-2020|05-06-2021|09-08-2022

# purchases: receivables
Klant > customer/name > Bakkerij Smit|Café Zuid|Bakkerij Smit
Factuurnummer > order > 20240001|20240002|20240003
Factuurdatum > date > 2024-01-05|2024-01-09|2024-02-01
Vervaldatum > due_date > 2024-02-04|2024-02-08|2024-03-02
Bedrag > amount > 120.50|99.00|1250.75
Bedrag open > . > 0.00|99.00|0.00
Datum betaald > paid_date > 2024-01-20||2024-02-15

# purchases: optometry POS
bon_nr > order > 9001|9002|9003
kassadatum > date > 2024-03-01|2024-03-01|2024-03-02
tijd > . > 10:11|12:30|09:05
medewerker > . > Tom|Ans|Tom
klantkaart > customer > 771|772|771
omschrijving > product_name > Lenzenvloeistof|Bril compleet|Brilkoord
hoofdgroep > category > Lenzen|Brillen|Accessoires
aantal > quantity > 2|1|1
bruto > . > 17.90|299.00|9.95
korting > discount > 0|30.00|0
netto > amount > 17.90|269.00|9.95
betaald met > payment > PIN|PIN|Contant

# customers: dental patients
patient_id > customer > 5001|5002|5003
geboren > birth_date > 1980-02-01|1975-12-30|2010-07-07
m/v > gender > m|v|v
pc > postcode > 9401AA|9402BB|9403CC
plaats > city > Assen|Assen|Rolde
verzekeraar > . > Zilveren Kruis|VGZ|Menzis
ingeschreven sinds > since > 2015-01-01|2018-05-05|2020-09-09

# tickets: ICT helpdesk
Incident > ticket > INC001|INC002|INC003
Aanmelder > name/customer/. > Piet Bos|Jan Mol|Piet Bos
Korte omschrijving > subject/text > Printer doet niets|Wachtwoord vergeten|Geen internet op kantoor
Aanmaakdatum > opened > 03-01-2024 08:12|04-01-2024 09:00|15-01-2024 10:30
Datum gereed > closed > 03-01-2024 10:00|04-01-2024 09:10|
Behandelaar > . > Kees|Ria|Kees
Prioriteit > . > P1|P3|P2
Bestede minuten > minutes > 45|5|120

# survey: event evaluation
Timestamp > date > 2024/05/01 10:11:12 AM EET|2024/05/01 10:20:00 AM EET|2024/05/02 9:00:00 AM EET
Wat is je leeftijd? > age > 34|51|28
Hoe tevreden was je over de locatie? (1-5) > score > 4|5|3
Wat kunnen we volgende keer beter doen? > text > Meer zitplaatsen in de grote zaal graag|Niets, het was prima georganiseerd|De koffie was te vroeg op helaas

# campaigns: sms campaigns
Actienaam > campaign > Black Friday|Kerst|Nieuwjaar
Verzenddatum > sent/date > 24-11-2023|18-12-2023|02-01-2024
Ontvangers > sent > 2100|2090|2085
Doorgeklikt > click > 210|150|98
Afmeldingen > unsubscribe > 12|9|22
Niet bezorgd > bounce/. > 30|28|31

# purchases: SaaS invoices english
Invoice ID > order > in_1|in_2|in_3
Billed On > date > 2024-01-01|2024-01-02|2024-02-01
Subscriber > customer > cus_1|cus_2|cus_1
Plan > product_name/category/. > Pro|Basic|Pro
Net amount > amount > 49.00|19.00|49.00
VAT amount > tax > 10.29|3.99|10.29
Currency > currency > EUR|EUR|EUR
Paid on > paid_date > 2024-01-02||2024-02-02

# purchases: supermarkets loyalty english
household_key > customer > 1|2|1
basket_id > order > 9001|9002|9003
day > date/. > 2023-01-01|2023-01-02|2023-02-03
product_id > product > 101|102|103
department > category > GROCERY|MEAT|GROCERY
quantity > quantity > 1|2|1
sales_value > amount > 1.99|5.48|2.00
retail_disc > discount > 0.00|-0.50|0.00
store_id > channel > 31|31|32

# purchases: event tickets
Bestelling ID > order > 1|2|3
Gekocht op > date > 01-03-2024 12:00|02-03-2024 13:00|13-03-2024 11:11
E-mail koper > email > a@a.nl|b@b.nl|c@c.nl
Evenement > product_name > Zomerfeest|Zomerfeest|Winterfair
Ticketsoort > category/product_name > Regulier|VIP|Regulier
Aantal tickets > quantity > 2|1|4
Ticketprijs > price > 15,00|45,00|12,50
Servicekosten > . > 1,50|1,50|1,50
Totaalbedrag > amount > 31,50|46,50|51,50

# customers: real estate leads
Lead ID > customer/. > L1|L2|L3
Volledige naam > name > Jan de Boer|Ans Vos|Wim Kok
Mobiel nummer > phone > 0612345678|+31623456789|06-34567890
Bron > channel > Funda|Website|Via via
Interesse in > interest > Appartement|Vrijstaand|Appartement
Budget > . > 350000|600000|275000
Fase > status > Nieuw|Bezichtiging|Afgesloten
Datum eerste contact > since > 01-02-2024|03-02-2024|05-02-2024

# purchases: physio
cliëntnummer > customer > 301|302|301
consultdatum > date > 05-02-24|06-02-24|19-02-24
therapeut > . > Kim|Bo|Kim
verrichting > product_name > Zitting fysiotherapie|Echografie|Zitting fysiotherapie
declaratiebedrag > amount > 38,50|55,00|38,50
verzekerd > . > J|N|J

# purchases: car dealer
Verkoopdatum > date > 12-01-2023|14-03-2023|22-05-2023
Relatienr > customer > 881|882|883
Merk > . > Opel|Kia|Volvo
Model > product_name/. > Corsa|Picanto|V60
Kenteken > . > AB-123-C|X-999-ZZ|12-AB-34
Verkoopprijs > price/amount > 18.950|12.450|34.995
Inruilwaarde > . > 4.500|0|12.000
Marge > margin > 1.850|900|3.200
Verkoper > . > Tom|Sjaak|Tom

# purchases: ERP english abbreviations
INV_NO > order > 1|1|2
INV_DT > date > 20240105|20240105|20240112
CUST_CD > customer > C001|C001|C044
ITEM_CD > product > I1|I2|I1
ITEM_DESC > product_name > Bolt|Nut|Bolt
QTY > quantity > 100|50|25
UOM > . > PCS|PCS|PCS
UNIT_PRC > price > 0.15|0.10|0.15
NET_AMT > amount > 15.00|5.00|3.75
TAX_AMT > tax > 3.15|1.05|0.79
WHS > . > A|A|B

# visits: webshop analytics
Datum > date > 01-01-2024|01-01-2024|02-01-2024
Klant-ID > customer > 1|2|1
Bekeken pagina > page > /schoenen|/home|/actie
Apparaat > device > Mobiel|Desktop|Mobiel
Sessieduur (sec) > minutes/. > 120|30|340

# customers: B2B prospects
KvK-nummer > customer/. > 12345678|23456789|34567890
Handelsnaam > name > De Gouden Korst|Fietsen Vos|Kapsalon Kim
SBI-omschrijving > sector > Bakkerij|Detailhandel fietsen|Haarverzorging
Werkzame personen > employees > 12|4|2
Omzetklasse > firm_turnover/. > 1-2 mln|<500k|<250k
Bezoekadres > address > Markt 1|Dijk 44|Plein 9
Vestigingsplaats > city > Emmen|Meppel|Assen
Provincie > . > Drenthe|Drenthe|Drenthe

# purchases: library of wine merchant
Klantcode > customer > WK01|WK02|WK01
Leverbon > order > LB1|LB2|LB3
Leverdatum > date > 05-01-2024|06-01-2024|09-02-2024
Wijn > product_name/. > Rioja Crianza|Chablis|Barolo
Jaargang > . > 2018|2021|2016
Flessen > quantity/. > 6|12|3
Flesprijs > price > 8,95|14,50|32,00
Totaal ex btw > amount > 53,70|174,00|96,00

# customers: gym members english
Member No > customer > 100|101|102
Full Name > name > Ann Lee|Bob Ray|Cat Moe
DOB > birth_date > 1990-01-01|1985-05-05|2000-10-10
Gender > gender > Female|Male|Female
Join Date > since > 2022-01-01|2021-03-03|2023-02-02
Membership Type > category/. > Gold|Silver|Gold
Monthly Fee > . > 39.99|24.99|39.99
Last Visit > date/. > 2024-01-02|2023-12-12|2024-01-05

# survey: employee style nps english
Response ID > . > 1|2|3
Submitted at > date > 2024-01-01 10:00|2024-01-02 11:00|2024-01-03 12:00
Customer ID > customer > c1|c2|c3
How likely are you to recommend us to a friend or colleague? > nps > 9|4|10
What is the main reason for your score? > reason/text > Fast delivery and friendly staff overall|Too expensive compared with others nearby|Great quality every time I order here

# purchases: refunds included english
Date > date > 2024-01-01|2024-01-02|2024-01-03
Transaction Type > category/. > Sale|Refund|Sale
Txn ID > order > t1|t2|t3
Cust. ID > customer > 1|2|3
Gross > . > 10.00|-5.00|20.00
Net > amount > 8.26|-4.13|16.53
Payment type > payment > Visa|Visa|Cash
Branch > channel/. > Leeds|York|Leeds

# purchases: plumber invoices
Nota nr > order > N1|N2|N3
Klantnaam > name > Fam. Jansen|VvE De Eik|Fam. Jansen
Klantcode > customer > J01|E02|J01
Notadatum > date > 03-01-2024|14-01-2024|20-02-2024
Werkzaamheden > product_name > CV onderhoud|Lekkage|Radiator plaatsen
Manuren > quantity/. > 2|1,5|4
Materiaalkosten > cost/. > 12,50|45,00|230,00
Bedrag ex. BTW > amount > 145,00|162,50|410,00
BTW-bedrag > tax > 30,45|34,13|86,10

# purchases: clothes store POS
Transactienummer > order > 88001|88001|88002
Transactiedatum > date > 2024-04-01 10:22:01|2024-04-01 10:22:01|2024-04-02 16:10:44
Filiaalnaam > channel > Emmen|Emmen|Hoogeveen
Barcode > product > 8712345678906|8712345678913|8712345678906
Artikelnaam > product_name > T-shirt wit|Jeans blauw|T-shirt wit
Maat > . > M|32|L
Kleur > . > wit|blauw|wit
Verkochte stuks > quantity > 1|1|2
Verkoopprijs > price > 19,95|69,95|19,95
Nettobedrag > amount > 19,95|62,95|39,90
Kortingsbedrag > discount > 0,00|7,00|0,00
Klantenkaartnummer > customer > 70001|70001|70055

# customers: swimming school
Leerlingnr > customer > 1|2|3
Voornaam kind > first_name > Sem|Noor|Finn
Achternaam kind > name > de Boer|Smit|Vos
Geb.datum > birth_date > 12-05-2017|03-11-2016|30-01-2018
Telefoon ouder > phone > 0612345678|0623456789|0634567890
E-mail ouder > email > a@b.nl|c@d.nl|e@f.nl
Startdatum > since > 01-09-2023|01-09-2022|15-01-2024
Niveau > . > A|B|A
Zwembad > . > De Welle|De Welle|Sportlaan

# purchases: food wholesaler orders
ordernr > order > 1|1|2
orderregelnr > . > 10|20|10
afnemernr > customer > 9|9|12
afnemer > name/. > Cafetaria Zuid|Cafetaria Zuid|Hotel Oost
besteldd > date > 04-03-2024|04-03-2024|15-03-2024
levdatum > . > 05-03-2024|05-03-2024|16-03-2024
artcode > product > F10|F22|F10
artomschr > product_name > Friet 2,5kg|Mayonaise|Friet 2,5kg
assortimentsgroep > category > Diepvries|Sauzen|Diepvries
aantal colli > quantity > 4|1|10
prijs/eenheid > price > 6,10|12,95|5,90
regeltotaal > amount > 24,40|12,95|59,00
marge % > margin > 22|31|20

# tickets: web care
Case nummer > ticket > C-1|C-2|C-3
Aanmaakdatum > opened > 02-01-2024 12:00|03-01-2024 08:30|04-01-2024 17:15
Afsluitdatum > closed > 02-01-2024 15:00|05-01-2024 09:00|
Relatienummer > customer > 77|78|77
Kanaal > channel > WhatsApp|E-mail|Telefoon
Categorie melding > category > Levering|Retour|Product
Status > status > Gesloten|Gesloten|In behandeling
Medewerker > . > Kim|Bas|Kim
Klanttevredenheid > score > 4|2|5

# campaigns: mailing tool dutch
Naam mailing > campaign > Zomeractie|Herfst|Sinterklaas
Onderwerpregel > subject > Zomer!|Herfst in huis|Sint is er
Verstuurd op > sent/date > 01-06-2024 10:00|15-09-2024 10:00|20-11-2024 10:00
Aantal ontvangers > sent > 5010|5120|5230
Unieke opens > open > 2010|1980|2300
Unieke kliks > click > 310|280|420
Openratio > . > 40,1%|38,7%|44,0%
Hard bounces > bounce > 21|18|25
Afmeldingen > unsubscribe > 9|12|15

# survey: shop exit
Ingevuld op > date > 01-05-2024 12:00|02-05-2024 13:00|13-05-2024 14:00
Klantnummer > customer > 1|2|3
Algemeen oordeel (1-10) > score > 8|7|9
NPS > nps > 9|6|10
Wat was de reden van uw bezoek? > reason/text > Cadeau zoeken|Ruilen|Rondkijken
Suggesties > text > Meer paskamers graag en betere verlichting|Geen idee eigenlijk, alles was prima|Langere openingstijden op donderdag

# customers: insurance relations
Relatie-ID > customer > R1|R2|R3
Initialen > first_name > J.|A.M.|P.
Achternaam > name > Bakker|Visser|Mulder
Geslacht (M/V) > gender > M|V|M
Geboortedatum > birth_date > 01-02-1960|03-04-1985|05-06-1975
Straatnaam > address > Kerkstraat|Dorpsweg|Lindelaan
Huisnr. > . > 1|22|3b
PC > postcode > 7811AA|7822 BB|7833CC
Woonpl. > city > Emmen|Emmen|Coevorden
Gezinssituatie > household > Gehuwd|Alleenstaand|Samenwonend
Aantal polissen > . > 3|1|2
Jaarpremie > . > 1.203,50|340,00|822,10
Klant sinds > since > 2001|2015|2010

# purchases: insurance premiums english
policy_no > order/product/. > P1|P2|P3
client_no > customer > 10|11|10
premium_date > date > 2024-01-01|2024-01-01|2024-02-01
premium_amount > amount > 45.00|23.50|45.00
product_line > category/product_name/product > Home|Car|Home
sales_channel > channel > Broker|Direct|Broker

# purchases: B2B webshop json style
order.id > order > 501|502|503
order.createdAt > date > 2024-01-01T10:00:00Z|2024-01-05T10:00:00Z|2024-01-20T10:00:00Z
customer.id > customer > 7|8|7
customer.email > email > x@x.nl|y@y.nl|x@x.nl
billing.postcode > postcode > 1000AA|2000BB|1000AA
totals.grandTotal > amount > 100.00|55.50|80.00
totals.shipping > shipping > 5.00|5.00|0.00
paymentMethod > payment > ideal|paypal|ideal

# customers: accountant firms
Cliëntnummer > customer > 1|2|3
Naam onderneming > name > Bouw BV|Kapsalon Kim|Taxi Tom
Rechtsvorm > . > BV|Eenmanszaak|VOF
Branchecode (SBI) > sector > 4120|9602|4932
FTE > employees > 12|2|3
Omzet boekjaar > firm_turnover > 1.200.000|85.000|140.000
Plaats > city > Assen|Emmen|Meppel
Accountmanager > . > Jan|Els|Jan

# purchases: cinema english
Booking Ref > order > B1|B2|B3
Booked At > date > 2024-05-01 20:00|2024-05-02 19:00|2024-05-13 21:00
Film > product_name/. > Dune|Barbie|Dune
Seats > quantity/. > 2|1|4
Member ID > customer > 1|2|1
Ticket Revenue > amount > 24.00|12.00|48.00
Screen > . > 1|2|1

# purchases: car wash subscription
Datum/tijd > date > 01-02-2024 12:01|01-02-2024 13:10|02-02-2024 09:00
Kenteken > . > AB-12-CD|XX-99-YY|AB-12-CD
Programma > product_name/. > Basis|Luxe|Basis
Bedrag incl. btw > amount > 9,95|15,95|9,95
Betaalmiddel > payment > PIN|Tegoed|PIN
Pasnr > customer > 1001|1002|1001

# visits: museum card
Kaartnummer > customer > 1|2|1
Datum bezoek > date > 01-03-2024|01-03-2024|09-03-2024
Museum > . > Drents Museum|Drents Museum|Groninger Museum

# ledger: ing bank
Boekingsdatum > date > 01-02-2024|02-02-2024|15-02-2024
Rekeningnummer > . > NL91ABNA0417164300|NL91ABNA0417164300|NL91ABNA0417164300
Tegenrekening > iban > NL20INGB0001234567|NL02RABO0123456789|NL86INGB0002445588
Naam tegenpartij > name > A. Smit|B. Bos BV|Belastingdienst
Bedrag > amount > -12,50|250,00|-1.000,00
Saldo na boeking > . > 100,00|350,00|-650,00
Omschrijving > text/product_name/. > pin|factuur 12|aanslag

# purchases: pharmacy
receptnr > order/. > 1|2|3
patientnr > customer > 10|11|10
afleverdatum > date > 01-02-2024|02-02-2024|23-02-2024
atc_code > product/. > A10BA02|C07AB02|A10BA02
geneesmiddel > product_name/. > Metformine|Metoprolol|Metformine
aantal > quantity > 90|30|90
vergoed bedrag > amount > 6,12|4,50|6,12

# customers: subscriptions english saas
company_id > customer > 1|2|3
company_name > name > Acme|Globex|Initech
industry > sector > Retail|IT|Finance
num_employees > employees > 10|200|45
country_code > country > NL|DE|BE
signup_date > since > 2020-01-01|2021-05-05|2022-09-09
plan > category/product_name/. > pro|basic|pro
mrr > . > 99|29|99

# purchases: Excel home made
Wie > customer/name/. > Piet|Els|Piet
Wanneer > date > 1-1-2024|5-1-2024|20-1-2024
Wat > product_name/. > Taart|Brood|Koek
Hoeveel > quantity/. > 1|2|3
Euro > amount > 15,00|5,00|7,50

# purchases: english wholesale
Sales Order No. > order > SO1|SO1|SO2
Posting Date > date > 2024-01-01|2024-01-01|2024-01-15
Sell-to Customer No. > customer > C10|C10|C20
Sell-to Customer Name > name > Alpha|Alpha|Beta
Item No. > product > 1000|1001|1000
Description > product_name > Bike|Pump|Bike
Item Category Code > category > BIKE|ACC|BIKE
Quantity > quantity > 1|2|1
Unit Price Excl. VAT > price > 500.00|12.50|500.00
Line Discount % > discount > 0|10|5
Line Amount Excl. VAT > amount > 500.00|22.50|475.00
Unit Cost (LCY) > cost > 320.00|6.00|320.00

# purchases: nursery garden
Kassabon > order > 1|2|3
Datum verkoop > date > 01-04-2024|02-04-2024|15-04-2024
Klantenpas > customer > P1|P2|P1
Plant > product_name/. > Roos|Hortensia|Buxus
Plantgroep > category > Heesters|Heesters|Hagen
Stuks > quantity > 1|3|10
Stukprijs incl. > price > 9,95|14,95|2,50
Totaal incl. > amount > 9,95|44,85|25,00

# customers: vet
Eigenaar nr > customer > 1|2|3
Eigenaar > name > J. de Boer|A. Smit|P. Vos
Adres + huisnr > address > Dorpsweg 1|Kade 2|Laan 3
Postcode/plaats > postcode/city/. > 9401AB Assen|9402AB Assen|7811AA Emmen
Tel. privé > phone > 0592-345678|0592-876543|0591-234567
Mail eigenaar > email > a@b.nl|b@c.nl|c@d.nl
Diersoort > category/. > Hond|Kat|Hond

# purchases: vet treatments
Behandelnr > order > 1|2|3
Eigenaarnr > customer > 1|2|1
Behandeldatum > date > 03-01-2024|14-01-2024|25-01-2024
Dier > . > Bello|Poes|Bello
Diagnose > . > Oorontsteking|Controle|Vaccinatie
Behandeling > product_name > Oorspoeling|Consult|Enting
Kosten > cost/amount > 45,00|38,50|52,00

# purchases: print shop
OrderID > order > 1|2|3
Debiteur > customer/name > Drukwerk BV|School Noord|Drukwerk BV
Orderdatum > date > 2024-01-03|2024-01-04|2024-02-10
Leverdatum > . > 2024-01-10|2024-01-12|2024-02-18
Product > product_name > Flyer A5|Poster A2|Visitekaartjes
Oplage > quantity/. > 1000|50|250
Verkoopbedrag > amount > 120,00|85,00|39,00
Inkoopbedrag > cost > 60,00|40,00|12,00
Winst > margin > 60,00|45,00|27,00

# tickets: housing corporation
Verzoeknr > ticket > V1|V2|V3
Huurdernr > customer > 10|11|10
Datum melding > opened > 01-02-2024|02-02-2024|15-02-2024
Datum afgerond > closed > 03-02-2024|05-02-2024|
Soort verzoek > category > Reparatie|Klacht|Reparatie
Omschrijving > subject/text > Kraan lekt|Geluidsoverlast buren|Cv doet het niet
Urgentie > . > Hoog|Laag|Hoog

# campaigns: english flows
Flow > campaign > Welcome|Winback|Birthday
Emails sent > sent > 1000|500|300
Opened > open > 450|120|140
Clicked > click > 90|20|44
Bounced > bounce > 3|8|1
Unsubscribed > unsubscribe > 4|6|0
Revenue > amount/. > 1200.50|300.00|455.10

# survey: dutch restaurant
Datum bezoek > date > 01-02-2024|03-02-2024|14-02-2024
E-mail > email > a@b.nl|c@d.nl|e@f.nl
Cijfer eten > score > 8|7|9
Zou je ons aanraden? (0-10) > nps > 9|7|10
Wat kan beter? > text > De bediening was wat traag op zaterdag|Niets te klagen, prima avond gehad|Meer keuze voor vegetariers zou fijn zijn

# customers: webshop english minimal
email > email > a@b.com|c@d.com|e@f.com
first name > first_name > Ann|Bob|Cat
last_name > name > Lee|Ray|Moe
zip > postcode > 1011AB|3511CD|9711EF
town > city > Amsterdam|Utrecht|Groningen
date joined > since > 2020-01-01|2021-01-01|2022-02-02
total_orders > . > 2|5|1
lifetime_value > amount > 120.50|88.00|12.00
accepts_marketing > . > yes|no|yes

# purchases: energy retail
Contractnummer > order/. > C1|C2|C3
Klant-nr. > customer > 1|2|3
Factuurmaand > . > 2024-01|2024-01|2024-02
Factuurdatum > date > 05-02-2024|05-02-2024|05-03-2024
Verbruik (kWh) > quantity/. > 230|410|190
Bedrag (excl.) > amount > 55,20|98,40|45,60
BTW bedrag > tax > 11,59|20,66|9,58

# customers: charity
Relnr > customer > 1|2|3
Titel > gender/. > Dhr.|Mevr.|Mevr.
Vn > first_name/. > J.|A.|B.
Anaam > name > Bakker|Smit|Vos
Gebdat > birth_date > 01-02-1950|03-04-1960|05-06-1970
Postcode > postcode > 1111AA|2222BB|3333CC
Land > country > NL|NL|BE
Laatste gift > . > 25,00|10,00|50,00
Datum laatste gift > date/. > 01-12-2023|24-12-2023|01-01-2024

# purchases: groothandel debiteurenverkoop
Klnr > customer > 10012|10044|10012|10090
Factnr > order > 2400123|2400124|2400130|2400131
Factdat > date > 03-01-2024|04-01-2024|15-01-2024|20-01-2024
Artnr > product > 4401|4402|4401|4410
Artomschr > product_name > Doos A4 bruin|Tape 50mm|Doos A4 bruin|Noppenfolie
Aantal st > quantity > 10|5|20|2
Bedr. excl > amount > 34,95|12,50|1.204,00|8,99
Btw% > . > 21|21|21|9
Bedr. incl > . > 42,29|15,13|1.456,84|9,80

# customers: crm snake case
klant_id > customer > 1|2|3|4
voor_naam > first_name > Jan|Els|Ahmed|Fleur
achter_naam > name > Bos|Smit|Yilmaz|Kok
geb_dat > birth_date > 12-05-1980|03-11-1992|30-01-2001|04-04-1977
m_v > gender > m|v|m|v
tel_nr > phone > 0612345678|0687654321|0592345678|0611112222
pc > postcode > 9401AB|9402CD|7811EE|9411XX
wpl > city > Assen|Assen|Emmen|Beilen
aangemaakt_op > since > 2020-01-02|2021-03-04|2022-05-06|2023-07-08
nieuwsbrief > . > ja|nee|ja|ja

# customers: boekhouding debiteuren
Deb.nr > customer > 130001|130002|130003
Debiteur > name > Bakkerij Jansen B.V.|Slagerij De Boer|Kapsalon Knip
Adres > address > Dorpsstraat 12|Kerkweg 3|Lindelaan 45a
PC > postcode > 9401 AB|9402 CD|9404 EF
Wpl > city > Assen|Assen|Rolde
Tel > phone > 0592-123456|0592-234567|06-12345678
Mail > email > info@jansen.nl|boer@slager.nl|hallo@knip.nl
KvK > . > 01234567|12345678|23456789
BTW-nr > . > NL001234567B01|NL002345678B01|NL003456789B01
Bet.term > . > 14|30|14
Kredietlim. > . > 5.000,00|2.500,00|1.000,00

# purchases: camel case webshop api
orderId > order > 8812|8813|8814
customerId > customer > 31|32|31
createdAt > date > 2024-01-03T10:00:00Z|2024-01-04T11:30:00Z|2024-02-05T08:15:00Z
lineItemSku > product > SKU-1|SKU-2|SKU-1
lineItemTitle > product_name > Tent 2p|Slaapzak|Tent 2p
qty > quantity > 1|2|1
unitPriceExclVat > price > 99.50|45.00|99.50
lineTotalExclVat > amount > 99.50|90.00|99.50
discountAmount > discount > 0.00|9.00|0.00
shippingCountry > country > NL|BE|NL
paymentMethod > payment > ideal|bancontact|ideal

# customers: sportschool
Lidnr. > customer > 551|552|553
Naam lid > name > Jan Bos|Fatima El Idrissi|Kees Vos
Geb. datum > birth_date > 12-5-1980|3-11-1992|30-1-2001
Lft > age > 43|31|23
M/V > gender > M|V|M
Abo > category/. > Onbeperkt|1x p.w.|Onbeperkt
Inschr.dat > since > 01-09-2015|01-01-2020|15-03-2022
Uitschr.dat > . > ||01-01-2024
Mob.nr > phone > 0612345678|0623456789|0634567890
Mailadres > email > j@b.nl|f@i.nl|k@v.nl

# tickets: servicedesk
Meldnr > ticket > M24-001|M24-002|M24-003
Aangemeld op > opened > 03-01-2024 09:12|04-01-2024 10:00|15-01-2024 16:45
Afgemeld op > closed > 03-01-2024 11:00|05-01-2024 09:30|
Aanmelder > name/customer > Jan Bos|Els Smit|Kees Vos
Korte omschr > subject > Printer doet het niet|Wachtwoord vergeten|Scherm zwart
Prio > . > 3|2|1
Behandelaar > . > Piet|Anja|Piet
Best. tijd (min) > minutes > 45|10|120
Stat > status > Gesloten|Gesloten|Open

# campaigns: nieuwsbrieven
Mailing > campaign > Kerstactie|Voorjaarsnieuws|Zomerdeals
Verz.datum > date > 12-12-2023|20-03-2024|15-06-2024
Nr Verzonden > sent > 1.250|1.310|1.290
Nr Geopend > open > 480|512|433
Nr Kliks > click > 88|95|61
Bounces (hard) > bounce > 12|8|9
Afm. > unsubscribe > 4|6|3
Onderwerpregel > subject > Cadeautip voor jou|De lente komt|Laatste kans

# survey: klanttevredenheid
Respnr > . > 1|2|3|4
Ingevuld op > date > 03-01-2024 10:12|03-01-2024 11:00|04-01-2024 09:00|05-01-2024 20:15
Hoe waarschijnlijk is het dat u ons aanbeveelt? > nps > 9|7|10|3
Rapportcijfer > score > 8|7|9|4
Toelichting > reason/text > Snel geholpen en vriendelijk|Kon wel wat sneller|Heel fijn contact gehad|Drie keer moeten bellen voor antwoord
Leeftijdscat. > age > 25-34|35-44|65+|45-54
Geslacht > gender > Vrouw|Man|Vrouw|Man

# purchases: kassa bonregels
Bonnr > order > 10001|10001|10002|10003
Kassadatum > date > 03-01-2024|03-01-2024|03-01-2024|04-01-2024
Tijdstip > . > 09:12|09:12|10:40|11:05
EAN > product > 8712345678906|8710400000006|8711000000003|8712345678906
Artikel > product_name > Melk 1L|Brood wit|Kaas 48+|Melk 1L
Art.groep > category > Zuivel|Brood|Zuivel|Zuivel
Aant. > quantity > 1|2|1|3
Stukspr. > price > 1,19|2,45|8,95|1,19
Rglbedrag > amount > 1,19|4,90|8,95|3,57
Klantkaart > customer > 5001|5001|5002|5001

# customers: hotel guests english
Guest ID > customer > G1|G2|G3
Surname > name > Smith|Jones|Brown
Forename > first_name > Anna|Bob|Carl
DOB > birth_date > 1980-02-03|1975-12-13|1999-06-30
Sex > gender > F|M|M
Nationality > country/. > NL|GB|DE
Mobile > phone > +31612345678|+447911123456|+4915112345678
E-mail addr. > email > a@s.com|b@j.co.uk|c@b.de
Street > address > High Street 1|Low Road 22|Hauptstrasse 4
Post code > postcode > 1012AB|SW1A 1AA|10115
Town > city > Amsterdam|London|Berlin
Member since > since > 2019-01-01|2020-02-02|2021-03-03
Nights > . > 3|12|1

# purchases: tuincentrum verkoopregels
VerkoopID > order > 1|2|3
KlantID > customer > 11|12|11
VerkDat > date > 1-4-24|13-4-24|20-5-24
ProdCode > product > PL01|PL02|GR11
ProdOms > product_name > Viool paars|Geranium|Potgrond 40L
PrGr > category > Plant|Plant|Grond
Aant > quantity > 6|2|1
VKprijs > price > 1,50|3,95|4,99
IKprijs > cost > 0,80|2,10|2,95
Korting% > discount > 0|10|0
Omz > amount > 9,00|7,11|4,99

# purchases: facturen zzp
Factuur # > order > 2024-001|2024-002|2024-003
Opdrachtgever > customer/name > Gemeente Assen|Jansen B.V.|Gemeente Assen
Factuurdatum > date > 31-01-2024|29-02-2024|31-03-2024
Vervaldatum > due_date > 14-02-2024|14-03-2024|14-04-2024
Uren > quantity/. > 40|32|16
Tarief > price > 85,00|90,00|85,00
Totaal ex btw > amount > 3.400,00|2.880,00|1.360,00
BTW > tax > 714,00|604,80|285,60
Totaal > . > 4.114,00|3.484,80|1.645,60
Betaald op > paid_date > 12-02-2024|20-03-2024|

# ledger: grootboekmutaties
Boekdatum > date > 03-01-2024|04-01-2024|15-01-2024
Dagb. > . > VRK|VRK|BNK
Bkst.nr > . > 2024001|2024002|2024003
Grb.rek. > ledger_account > 8000|8000|1300
Omschrijving > . > Factuur Jansen|Factuur Boer|Betaling Jansen
Debet > . > 0,00|0,00|121,00
Credit > . > 100,00|250,00|0,00
Rel.code > customer > 10012|10044|10012

# visits: webanalytics
sessie_id > visit > s1|s2|s3
bezoeker > customer > v100|v101|v100
datum_tijd > date > 2024-01-03 10:00:00|2024-01-03 10:05:00|2024-01-04 12:00:00
pagina > page > /home|/product/1|/winkelwagen
bron > channel > google|direct|nieuwsbrief
apparaat > device > mobiel|desktop|mobiel
duur_sec > . > 30|120|45

# purchases: donaties
Don.nr > order > D1|D2|D3
Relatienr > customer > R1|R2|R1
Gever > name > Jan Bos|Els Smit|Jan Bos
Ontv.datum > date > 01-02-2024|03-02-2024|24-12-2024
Gift > amount > 25,00|10,00|50,00
Bestemming > . > Noodhulp|Algemeen|Noodhulp
Wijze > payment/. > iDEAL|Incasso|Overboeking
IBAN > iban > NL91ABNA0417164300|NL20INGB0001234567|NL91ABNA0417164300

# customers: mailinglijst
Emailadres > email > a@b.nl|c@d.nl|e@f.nl
Roepnaam > first_name > Jan|Els|Fleur
Tussenv. > . > |van|de
Familienaam > name > Bos|Dijk|Wit
Aanhef > gender/. > Dhr.|Mevr.|Mevr.
Aangemeld > since > 01-02-2022|03-04-2023|05-06-2024
Taal > . > nl|nl|en
Afgemeld? > unsubscribe/. > nee|nee|ja

# purchases: b2b orderexport
SalesOrder > order > SO1|SO2|SO3
AccountNo > customer > A100|A200|A100
AccountName > name > Jansen BV|De Boer VOF|Jansen BV
OrderDt > date > 2024-01-03|2024-01-15|2024-02-20
ItemNo > product > I1|I2|I3
ItemDesc > product_name > Bolt M8|Nut M8|Washer
ProdCat > category > Fasteners|Fasteners|Fasteners
QtyOrd > quantity > 100|200|500
NetAmt > amount > 25.00|30.00|12.50
CostAmt > cost > 15.00|18.00|6.00
SalesRep > . > Kim|Tom|Kim
Whse > . > AMS|AMS|RTM

# customers: bedrijvenlijst
Relatie > name/customer > Jansen BV|De Boer VOF|Gemeente Assen
Branche > sector > Bouw|Detailhandel|Overheid
SBI > sector/. > 4120|4711|8411
Aant. mdw > employees > 12|5|800
Jaaromzet > firm_turnover/amount > 1.200.000|450.000|90.000.000
Vestigingsplaats > city > Assen|Emmen|Assen
Contactpersoon > . > Jan Bos|Els Smit|Kees Vos
Website > . > www.jansen.nl|www.deboer.nl|www.assen.nl
Relatie sinds > since > 2010|2015|2020

# purchases: cursusinschrijvingen
Inschrijfnr > order > 1|2|3
Cursist > customer/name > Jan Bos|Els Smit|Jan Bos
Cursuscode > product > EHBO1|BHV2|EHBO1
Cursusnaam > product_name > EHBO basis|BHV herhaling|EHBO basis
Startdatum > . > 01-03-2024|15-03-2024|01-09-2024
Inschrijfdatum > date > 01-02-2024|02-02-2024|15-07-2024
Cursusgeld > amount/price > 195,00|145,00|195,00
Vestiging > channel/. > Assen|Emmen|Assen

# tickets: helpdesk english
Case No > ticket > C-1|C-2|C-3
Contact > customer/name > Ann Lee|Bob Ray|Ann Lee
Date opened > opened > 2024-01-03 10:00|2024-01-04 11:00|2024-01-15 12:00
Date closed > closed > 2024-01-03 12:00||2024-01-16 09:00
Topic > subject > Login broken|Invoice question|Cannot pay
Handling time (mins) > minutes > 30|15|45
CSAT > score > 5|3|4
Agent > . > Kim|Tom|Kim

# purchases: retourlijst
Retournr > . > R1|R2|R3
Ordernr. > order > 1001|1002|1003
Klantnr. > customer > K1|K2|K1
Retourdatum > date > 03-02-2024|04-02-2024|18-02-2024
Artikelnr. > product > A1|A2|A1
Stuks > quantity > 1|2|1
Terugbetaald > return/amount > 34,95|25,00|34,95
Retourreden > reason > Te klein|Kapot|Te groot

# purchases: horeca leverancier
Afl.dat > date > 03-01-2024|10-01-2024|17-01-2024
Kl.nr > customer > 7|8|7
Kl.naam > name > Cafe De Kroon|Hotel Assen|Cafe De Kroon
Prod.nr > product > 1|2|3
Prod.oms > product_name > Pils fust|Cola krat|Wijn rood
Coll. > quantity > 2|3|1
Pr/col > price > 120,00|14,50|45,00
Bedrag € > amount > 240,00|43,50|45,00
Emb. > . > 30,00|4,50|0,00

# customers: zorgpraktijk
Clientnr > customer > 1|2|3
Initialen > . > J.|E.|A.
Anaam > name > Bos|Smit|Vos
Gebdatum > birth_date > 01-02-1950|03-04-1960|25-06-1970
Gesl. > gender > M|V|V
BSN > bsn > 111222333|123456782|111222333
Verzekeraar > . > Menzis|CZ|Menzis
Woonpl. > city > Assen|Emmen|Meppel
Eerste contact > since > 01-03-2019|04-05-2020|15-07-2021

# purchases: tickets festival
Ticketnr > order/. > T1|T2|T3
Besteld door > name/customer > Ann Lee|Bob Ray|Cat Moe
E-mailadres besteller > email > a@b.nl|c@d.nl|e@f.nl
Besteldatum/tijd > date > 03-01-2024 10:00|04-01-2024 11:00|15-01-2024 12:00
Type kaart > product_name/category > Weekend|Dag|Weekend
Aantal kaarten > quantity > 2|1|4
Totaalprijs > amount > 150,00|45,00|300,00
Servicekosten > . > 3,00|1,50|6,00

# customers: kringloop vriendenkaart
Kaartnr > customer > 9001|9002|9003
Voorl. > . > J|E|K
Naam > name > Bos|Smit|Vos
Str. > address > Dorpsstraat|Kerkweg|Lindelaan
Hnr > . > 1|22|3b
Postc. > postcode > 9401AB|9402CD|9403EE
Plts > city > Assen|Assen|Assen
Gezinssamenst. > household > alleenstaand|gezin met kinderen|samenwonend
Opl.niv. > education > mbo|hbo|wo
Punten > . > 120|40|0

# campaigns: advertenties
Campagnenaam > campaign > Zomer search|Zomer social|Merk
Periode > . > 2024-06|2024-06|2024-06
Vertoningen > sent/. > 12000|45000|3000
Kliks > click > 340|610|220
Kosten > cost > 120,50|210,00|45,10
Conversies > . > 12|9|18

# survey: google form english
Timestamp > date > 1/3/2024 10:12:00|1/4/2024 11:00:00|1/25/2024 9:00:00
Email Address > email > a@b.com|c@d.com|e@f.com
How satisfied are you with our service? > score > 4|5|3
How likely are you to recommend us to a friend? > nps > 9|10|6
What could we do better? > text > Faster delivery would be nice|Nothing, all was perfect|Answer the phone more quickly please
What is your age? > age > 25-34|35-44|18-24

# purchases: abonnementen
Abonnementnr > order > 1|2|3
Abonnee > customer/name > Jan Bos|Els Smit|Kees Vos
Ingangsdatum > date > 01-01-2024|01-02-2024|01-03-2024
Einddatum > . > 31-12-2024|31-01-2025|
Maandbedrag > amount/price > 9,95|14,95|9,95
Pakket > product_name/category > Basis|Plus|Basis
Opgezegd > . > nee|nee|ja

# purchases: umlauts deutsch gemischt
Kundennr > customer > 1|2|1
Auftragsnr > order > 11|12|13
Bestelldatum > date > 03.01.2024|04.01.2024|25.01.2024
Menge > quantity > 1|2|3
Stückpreis > price > 12,50|3,99|8,00
Gesamtbetrag > amount > 12,50|7,98|24,00

# purchases: autoverhuur
Contr.nr > order > C1|C2|C3
Huurder > customer/name > Jan Bos|Els Smit|Jan Bos
Ophaaldatum > date > 03-01-2024|04-01-2024|15-02-2024
Retourdatum > . > 05-01-2024|10-01-2024|16-02-2024
Kenteken > . > AB-123-C|XX-99-YY|AB-123-C
Dagen > quantity/. > 2|6|1
Dagprijs > price > 45,00|45,00|50,00
Huursom > amount > 90,00|270,00|50,00
Borg > . > 250,00|250,00|250,00

# purchases: boekhandel verkopen
Verkoopnr > order > V1|V2|V3
Dat. > date > 03-01-2024|04-01-2024|25-01-2024
Klantcode > customer > K1|K2|K1
ISBN > product > 9789023456789|9789012345678|9789023456789
Titel > product_name > De avond|Het huis|De avond
Genre > category > Roman|Kind|Roman
Aant. > quantity > 1|2|1
Verk.prijs > price > 22,50|12,99|22,50
Regeltotaal > amount > 22,50|25,98|22,50

# customers: tandarts
Pat.nr > customer > 1|2|3
Pat.naam > name > J. Bos|E. Smit|A. Vos
Geboren > birth_date > 01-02-1950|03-04-1960|25-06-1970
Geslacht > gender > Man|Vrouw|Man
Adresregel 1 > address > Dorpsstraat 1|Kerkweg 22|Lindelaan 3
Postcode/plaats > . > 9401 AB Assen|9402 CD Assen|7811 EE Emmen
Tel. privé > phone > 0592-123456|0592-234567|06-12345678
Ingeschreven per > since > 01-03-2019|04-05-2020|15-07-2021

# purchases: webshop order lines english
Order No. > order > 1001|1001|1002
Ordered at > date > 2024-01-03 10:00|2024-01-03 10:00|2024-01-15 11:00
Cust. No. > customer > C1|C1|C2
Item code > product > A1|A2|A1
Item > product_name > Tent|Bag|Tent
Category > category > Outdoor|Outdoor|Outdoor
Qty. > quantity > 1|2|1
Unit price (EUR) > price > 99.50|45.00|99.50
Line total > amount > 99.50|90.00|99.50
Discount % > discount > 0|10|0
Country > country > NL|BE|NL

# tickets: klachtenregister
Klachtnr > ticket > K1|K2|K3
Datum ontvangst > opened > 03-01-2024|04-01-2024|25-01-2024
Datum afh. > closed > 05-01-2024|04-01-2024|
Klantnr > customer > 11|12|11
Aard klacht > subject/category > Levering te laat|Product stuk|Verkeerde factuur
Afgehandeld door > . > Kim|Tom|Kim
Best. minuten > minutes > 30|15|60

# campaigns: mailtool export
Campaign title > campaign > Spring|Summer|Autumn
Send date > date > 2024-03-01|2024-06-01|2024-09-01
Recipients > sent > 1200|1300|1250
Unique opens > open > 400|420|390
Unique clicks > click > 80|90|70
Unsubs > unsubscribe > 3|5|2
Hard bounces > bounce > 10|9|12
Subject > subject > Spring is here|Summer sale|Autumn news

# survey: evaluatie cursus
Datum > date > 03-01-2024|04-01-2024|25-01-2024
Naam deelnemer > name/customer > Jan Bos|Els Smit|Kees Vos
Cijfer trainer > score > 8|9|7
Cijfer locatie > . > 7|8|6
Zou u deze cursus aanbevelen aan collega's (0-10)? > nps > 9|10|6
Overige opmerkingen > text > Prima dag gehad met elkaar|Lunch was erg lekker en ruim|Zaal was te koud in de ochtend

# purchases: fietsenmaker
Werkbon > order > 1|2|3
Klant > customer/name > Jan Bos|Els Smit|Jan Bos
Dat. in > date > 03-01-2024|04-01-2024|25-01-2024
Dat. uit > . > 05-01-2024|08-01-2024|26-01-2024
Merk fiets > . > Gazelle|Batavus|Gazelle
Reparatie > product_name/. > Band plakken|Ketting vervangen|Remmen afstellen
Mat.kosten > cost/. > 5,00|22,50|0,00
Arbeid > . > 15,00|30,00|20,00
Tot. bedrag > amount > 20,00|52,50|20,00

# customers: nieuwsbrief inschrijvingen
E-mail > email > a@b.nl|c@d.nl|e@f.nl
Voornaam > first_name > Jan|Els|Fleur
Achternaam > name > Bos|Dijk|Wit
Inschrijfdatum > since > 01-02-2022|03-04-2023|25-06-2024
Bron > channel > website|winkel|website
Interessegebied > interest > wandelen|fietsen|wandelen
Leeftijdsklasse > age > 25-34|35-44|55-64

# purchases: salon behandelingen export
Boekingsnr. > order > B1|B2|B3
Behandeldatum > date > 03-01-2024|04-01-2024|25-01-2024
Klant ID > customer > 7|8|7
Dienst > product_name > Knippen|Kleuren|Knippen
Dienstgroep > category > Haar|Haar|Haar
Bedrag incl. BTW > amount > 32,50|78,00|32,50
Fooi > . > 2,00|0,00|1,50
Betaalwijze > payment > pin|contant|pin

# customers: b2b accounts english
Account ID > customer > A1|A2|A3
Account name > name > Jansen BV|De Boer VOF|Smit Holding
Industry > sector > Construction|Retail|Finance
No. of employees > employees > 12|5|40
Annual revenue > firm_turnover > 1200000|450000|900000
Billing city > city > Assen|Emmen|Assen
Billing country > country > NL|NL|NL
Owner > . > Kim|Tom|Kim
Created date > since > 2020-01-02|2021-03-04|2022-05-26

# purchases: pinbonnen
Transactie-ID > order > T1|T2|T3
Datum/tijd > date > 03-01-2024 10:00|04-01-2024 11:00|25-01-2024 12:00
Terminal > . > 1|1|2
Kaarttype > . > Maestro|Visa|Maestro
Bedrag (€) > amount > 12,50|3,99|45,00
Klantpasnr > customer > 55|56|55

# visits: klantbezoeken
Bezoekdatum > date > 03-01-2024|04-01-2024|25-01-2024
Bezoeknr > visit > 1|2|3
Relatiecode > customer > R1|R2|R1
Vertegenwoordiger > . > Kim|Tom|Kim
Bezoekduur (min.) > minutes/. > 30|45|60
Verslag > text > Goed gesprek gehad over nieuwe collectie|Klant wil graag meer korting op staal|Volgende keer de nieuwe prijslijst meenemen

# purchases: groentepakket
Bestelnr > order > 1|2|3
Leverdatum > date/. > 03-01-2024|10-01-2024|17-01-2024
Abonneenr > customer > 5|6|5
Pakketsoort > category/product_name > Groot|Klein|Groot
Aantal pakketten > quantity > 1|2|1
Prijs p.st. > price > 14,50|9,95|14,50
Subtotaal > amount > 14,50|19,90|14,50
Afhaalpunt > channel/. > Assen|Rolde|Assen

# ledger: bankafschrift
Boekdatum > date > 03-01-2024|04-01-2024|25-01-2024
Rekeningnummer > iban/. > NL91ABNA0417164300|NL91ABNA0417164300|NL91ABNA0417164300
Naam tegenpartij > name > J Bos|E Smit|K Vos
Tegenrekening > iban/customer > NL20INGB0001234567|NL02ABNA0123456789|NL20INGB0001234567
Bedrag > amount > 12,50|-3,99|45,00
Saldo na mutatie > . > 112,50|108,51|153,51
Omschrijving > . > Factuur 1|Boodschappen|Factuur 2

# customers: verenigingsleden
Bondsnr > customer > 1|2|3
Naam (voluit) > name > Jan Bos|Els Smit|Kees Vos
Gebdat. > birth_date > 01-02-1950|03-04-1960|25-06-1970
M/V > gender > M|V|M
Straat + nr > address > Dorpsstraat 1|Kerkweg 22|Lindelaan 3
PC > postcode > 9401AB|9402CD|7811EE
Plaats > city > Assen|Assen|Emmen
Lid sinds > since > 2010|2015|2020
Soort lid > category/. > Jeugd|Senior|Senior
Contributie 2024 > . > 120,00|180,00|180,00

# purchases: verfwinkel
Order-ID > order > 1|2|3
Orderdatum (dd-mm-jjjj) > date > 03-01-2024|04-01-2024|25-01-2024
Relatienummer > customer > R1|R2|R1
Artikelcode leverancier > product/. > A1|A2|A1
Artikelnaam > product_name > Muurverf 10L|Kwast 5cm|Muurverf 10L
Hoofdgroep > category > Verf|Gereedschap|Verf
Aantal verkocht > quantity > 1|3|2
Nettoprijs per stuk > price > 45,00|6,50|45,00
Netto regelbedrag > amount > 45,00|19,50|90,00
Inkoopprijs > cost > 28,00|3,10|28,00
Marge % > margin > 37|52|37

# customers: wijnclub
lidnummer > customer > 1|2|3
voorletters > first_name/. > J.|E.|K.
achternaam > name > Bos|Smit|Vos
geboortejaar > birth_date > 1960|1975|1988
woonplaats > city > Assen|Emmen|Zwolle
e-mailadres > email > j@b.nl|e@s.nl|k@v.nl
mobiel nummer > phone > 0612345678|0623456789|0634567890
lid vanaf > since > 01-01-2010|15-03-2015|01-06-2020
favoriete druif > . > Merlot|Syrah|Riesling

# purchases: amazon like
order-id > order > 402-1|402-2|402-3
purchase-date > date > 2024-01-03T10:00:00+00:00|2024-01-04T11:00:00+00:00|2024-01-25T12:00:00+00:00
buyer-email > email > a@m.com|b@m.com|a@m.com
buyer-name > name/customer > Ann Lee|Bob Ray|Ann Lee
sku > product > X1|X2|X1
product-name > product_name > Lamp|Chair|Lamp
quantity-purchased > quantity > 1|2|1
item-price > price/amount > 19.99|45.00|19.99
item-tax > tax > 3.47|7.81|3.47
shipping-price > shipping > 4.95|0.00|4.95
ship-country > country/. > NL|DE|NL

# tickets: gemeente meldingen
Zaaknummer > ticket > Z1|Z2|Z3
Datum registratie > opened > 03-01-2024|04-01-2024|25-01-2024
Datum afhandeling > closed > 05-01-2024||26-01-2024
Onderwerp > subject > Losse stoeptegel|Kapotte lantaarn|Zwerfafval
Wijk > . > Centrum|Noorderpark|Centrum
Doorlooptijd (dagen) > . > 2||1

# survey: bibliotheek
Respondent ID > customer/. > 1|2|3
Invuldatum > date > 03-01-2024|04-01-2024|25-01-2024
Hoe tevreden bent u over de collectie? > score > 4|5|3
Hoe vaak bezoekt u de bibliotheek? > . > Wekelijks|Maandelijks|Wekelijks
Wat mist u? > text > Meer luisterboeken graag|Langere openingstijden op zaterdag|Een rustige plek om te studeren
Uw leeftijd > age > 34|67|22
Uw geslacht > gender > man|vrouw|anders

# purchases: energie facturen
Notanummer > order > N1|N2|N3
Contractant > customer/name > Jan Bos|Els Smit|Jan Bos
Notadatum > date > 03-01-2024|04-01-2024|25-01-2024
Uiterste betaaldatum > due_date > 17-01-2024|18-01-2024|08-02-2024
Bedrag exclusief btw > amount > 120,00|88,50|45,00
Btw-bedrag > tax > 25,20|18,59|9,45
Te betalen > . > 145,20|107,09|54,45

# campaigns: sms en mail
Actie > campaign > Moederdag|Vaderdag|Zomer
Kanaal > channel > mail|sms|mail
Verstuurd op > date > 08-05-2024|12-06-2024|01-07-2024
Ontvangers > sent > 1500|800|1450
Geopend (uniek) > open > 600|0|550
Doorgeklikt > click > 120|60|99
Uitgeschreven > unsubscribe > 4|1|3

# purchases: moestuin verhuur
Huurcontract > order > H1|H2|H3
Lidnr > customer > 1|2|1
Tuinnr > product/. > T1|T2|T3
Ingangsdatum > date > 01-01-2024|01-02-2024|15-03-2024
Oppervlakte m2 > . > 50|100|75
Huurprijs > price/amount > 60,00|110,00|85,00
Betaald d.d. > paid_date > 05-01-2024|03-02-2024|20-03-2024

# customers: hubspot-ish dutch
Record-ID > customer > 101|102|103
Voornaam > first_name > Jan|Els|Kees
Achternaam > name > Bos|Smit|Vos
Functie > . > Directeur|Inkoper|Eigenaar
Bedrijfsnaam > . > Bos BV|Smit VOF|Vos & Zn
Telefoonnummer (mobiel) > phone > 0612345678|0623456789|0634567890
Lifecycle-fase > status/. > Lead|Klant|Klant
Aanmaakdatum > since > 01-01-2022|02-02-2023|15-03-2024
"""
