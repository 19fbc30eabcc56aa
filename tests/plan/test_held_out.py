"""Is the question engine right on questions and tables it was not made with: which columns serve, what is missing?

Questions as shopkeepers ask them, in Dutch and English, in haste, against six tables as programs export them. Which needs a question has and which of them
the table serves was written down by hand before the engine was run: 20 of the first forty were right then. A question counts as right when every need that
somebody would say it has is found, at most two are read into it, and what is missing is exactly what the table does not hold.
"""

import pytest

from segmentation.plan import serve, understand
from segmentation.study import Question
from segmentation.tables import Table, read_table

FILES = {
    "webshop": "Order ID;Customer Email;Created at;Total;Discount Amount;Lineitem name;Lineitem quantity;Shipping Zip;Source\n"
    + "".join(f"#10{n};klant{n % 7}@voorbeeld.nl;2024-0{1 + n % 9}-1{n % 9} 10:00;{20 + n},50;{n % 3},00;Lamp {n % 4};{1 + n % 3};94{n % 10}1 AB;web\n" for n in range(30)),
    "till": "Datum;Bon;Pasnummer;Artikel;Aantal;Bedrag\n"
    + "".join(f"1{n % 9}-0{1 + n % 9}-2024;B{n};P{n % 8};Brood {n % 4};{1 + n % 2};{2 + n % 5},95\n" for n in range(30)),
    "crm": "Debiteurnummer;Bedrijfsnaam;Plaats;Branche;Aantal medewerkers;Jaaromzet\n"
    + "".join(f"D{n};Firma {n} BV;{('Assen', 'Zwolle', 'Meppel')[n % 3]};{('Bouw', 'Zorg', 'Horeca')[n % 3]};{3 + n * 4};{100000 + n * 5000}\n" for n in range(30)),
    "invoices": "Factuurnummer;Debiteur;Factuurdatum;Vervaldatum;Betaald op;Bedrag excl\n"
    + "".join(f"F{n};D{n % 9};0{1 + n % 9}-03-2024;0{1 + n % 9}-04-2024;1{n % 9}-04-2024;{250 + n},00\n" for n in range(30)),
    "helpdesk": "Ticket;Customer ID;Opened;Closed;Subject;Minutes\n"
    + "".join(f"T{n};C{n % 9};2024-05-0{1 + n % 9} 09:00;2024-05-1{n % 9} 12:00;Broken part {n % 5};{10 + n}\n" for n in range(30)),
    "members": "Lidnr;Geboortedatum;Geslacht;Postcode;Lid sinds;NPS;Reden\n"
    + "".join(f"L{n};0{1 + n % 9}-05-19{50 + n};{'mv'[n % 2]};94{n % 10}1 AB;01-0{1 + n % 9}-2015;{n % 11};Omdat het gezellig is {n}\n" for n in range(30)),
}  # fmt: skip

# question; table; the needs somebody would name; those of them that this table serves
ASKED: list[tuple[str, str, str, str]] = [
    ("wie zijn mn beste klanten eigenlijk??", "webshop", "money purchases", "money purchases"),
    ("Hoeveel klanten komen nooit meer terug na 1x bestellen", "webshop", "purchases", "purchases"),
    ("Wie bestelt er alleen met kortingscode?", "webshop", "discount purchases", "discount purchases"),
    ("welke lampen verkopen we aan vaste klanten", "webshop", "products purchases", "products purchases"),
    ("Uit welke postcodes komt de meeste omzet?", "webshop", "place money", "place money"),
    ("Kost het retourneren ons meer dan we eraan overhouden?", "webshop", "returns margin money", "money"),
    ("Do people who come in through instagram spend more?", "webshop", "channel money", "channel money"),
    ("which customers havent ordered for a year", "webshop", "purchases", "purchases"),
    ("what gets put in the same basket", "webshop", "products", "products"),
    ("Is our newsletter actually read by anyone?", "webshop", "mailings", ""),
    ("Wat is een stamgast bij ons per jaar waard?", "till", "money", "money"),
    ("wanneer is het druk en wie komt er dan", "till", "season", "season"),
    ("Welk brood gaat vaak samen over de toonbank?", "till", "products", "products"),
    ("Komt iemand met een pas vaker langs?", "till", "purchases", "purchases"),
    ("Zijn het vooral ouderen die doordeweeks komen?", "till", "age season", "season"),
    ("How many regulars did we lose this winter?", "till", "purchases season", "purchases season"),
    ("Which articles bring in new people?", "till", "products acquisition", "products"),
    ("waarom loopt de verkoop op dinsdag terug", "till", "season growth reasons", "season growth"),
    ("In welke branches zitten onze grootste afnemers?", "crm", "sector money", "sector"),
    ("Hoeveel personeel heeft een gemiddelde klant van ons?", "crm", "firm_size", "firm_size"),
    ("Zitten er nog veel bouwbedrijven in de buurt die geen klant zijn?", "crm", "sector place acquisition", "sector place"),
    ("Where are our accounts located?", "crm", "place", "place"),
    ("Do bigger companies stay with us longer?", "crm", "firm_size purchases", "firm_size"),
    ("Welke klanten lopen ook bij de concurrent?", "crm", "wallet", ""),
    ("wie betaalt er te laat", "invoices", "payment", "payment"),
    ("Hoe lang staan onze facturen open?", "invoices", "payment", "payment"),
    ("Welke debiteuren leveren onder de streep niks op?", "invoices", "margin money", "money"),
    ("Are we too dependent on three big clients?", "invoices", "money", "money"),
    ("Which clients spend less than last year?", "invoices", "money growth", "money growth"),
    ("Who owes us money the longest?", "invoices", "payment", "payment"),
    ("Who keeps calling the helpdesk?", "helpdesk", "support", "support"),
    ("how long do people wait before their problem is solved", "helpdesk", "support", "support"),
    ("Kosten de klagers ons meer dan ze opleveren?", "helpdesk", "support margin money", "support"),
    ("Zijn klanten met veel storingen ontevreden?", "helpdesk", "support satisfaction", "support"),
    ("Hoe oud zijn onze leden?", "members", "age", "age"),
    ("Zeggen jongeren eerder op dan ouderen?", "members", "age purchases", "age"),
    ("Waarom zijn mensen lid?", "members", "reasons", "reasons"),
    ("Who would recommend us to a friend?", "members", "satisfaction", "satisfaction"),
    ("Do men and women leave for different reasons?", "members", "gender reasons purchases", "gender reasons"),
    ("Wonen onze leden in de buurt of komen ze van ver?", "members", "place", "place"),
]


# Five batches of twenty-six, each written and judged when the one before had been learnt from. Of these 9, 17, 18, 21 and 19 were right at first sight.
LATER: list[tuple[str, str, str, str]] = [
    ("Wie van onze klanten is al maanden niet meer geweest?", "till", "purchases", "purchases"),
    ("Wat koopt iemand die maar 1 keer komt?", "till", "products purchases", "products purchases"),
    ("op welke uren staan de stamgasten in de zaak", "till", "season purchases", "season purchases"),
    ("Brengt de spaarkaart iets op?", "till", "discount money", "money"),
    ("which customers are worth a personal phone call at christmas", "webshop", "money season", "money season"),
    ("Hoeveel procent van de mensen stuurt spullen retour?", "webshop", "returns", ""),
    ("Do I make any money on orders under 25 euro?", "webshop", "margin money", "money"),
    ("Who only buys when we send a coupon", "webshop", "discount purchases", "discount purchases"),
    ("Bestellen Belgen meer dan Nederlanders?", "webshop", "place purchases", "place purchases"),
    ("Kijken mensen vaak rond zonder iets te bestellen?", "webshop", "visits", ""),
    ("Welke sector groeit het hardst?", "crm", "sector growth", "sector"),
    ("Waar zitten de bedrijven met meer dan 50 man personeel?", "crm", "place firm_size", "place firm_size"),
    ("Which industries should our sales rep visit first?", "crm", "sector", "sector"),
    ("Are small firms less loyal than large ones?", "crm", "firm_size purchases", "firm_size"),
    ("Wie moeten we steeds een aanmaning sturen?", "invoices", "payment", "payment"),
    ("Which clients pay on time?", "invoices", "payment", "payment"),
    ("Welke klant zou pijn doen als hij wegging?", "invoices", "money purchases", "money purchases"),
    ("Zijn de uren die we in kleine opdrachten steken het waard?", "invoices", "margin money", "money"),
    ("Waar gaan de meeste klachten over?", "helpdesk", "support", "support"),
    ("Do we answer fast enough?", "helpdesk", "support", "support"),
    ("Welke klanten kosten de monteur de meeste tijd?", "helpdesk", "support", "support"),
    ("Are our volunteers getting older?", "members", "age", "age"),
    ("wat vinden jonge leden van ons", "members", "age satisfaction", "age satisfaction"),
    ("Wie komt er bij en wie gaat er weg, mannen of vrouwen?", "members", "gender acquisition purchases", "gender acquisition"),
    ("What do parents want that others don't?", "members", "household reasons", "reasons"),
    ("Hoe komen nieuwe leden bij ons terecht?", "members", "acquisition channel", "acquisition"),
    ("Komen de mensen van de braderie daarna nog een keer terug?", "till", "purchases", "purchases"),
    ("hoe vol zit het op vrijdagavond en wat besteden ze dan", "till", "season money", "season money"),
    ("Wat is onze gemiddelde bon?", "till", "money", "money"),
    ("Do people who buy coffee also take cake?", "till", "products", "products"),
    ("Welke vaste klanten zijn we sinds de verbouwing kwijt?", "till", "purchases", "purchases"),
    ("Loont het om ook op maandag open te zijn?", "till", "season margin money", "season money"),
    ("Welke producten krijgen we het vaakst terug en van wie?", "webshop", "returns products", "products"),
    ("Hoeveel van mijn kopers komt via Google?", "webshop", "channel purchases", "channel purchases"),
    ("Who are the people that order every single month?", "webshop", "purchases", "purchases"),
    ("Are customers from abroad worth the shipping?", "webshop", "place margin money", "place money"),
    ("What should I offer to someone who just bought a lamp?", "webshop", "products", "products"),
    ("zijn mensen die met korting binnenkomen later ook trouw?", "webshop", "discount purchases", "discount purchases"),
    ("Welke branche betaalt het best?", "crm", "sector money", "sector"),
    ("Moeten we ons op eenmansbedrijven of op grote bedrijven richten?", "crm", "firm_size", "firm_size"),
    ("Which region has the most of our accounts?", "crm", "place", "place"),
    ("What else do these companies buy from our competitors?", "crm", "wallet products", ""),
    ("Which clients are slow payers?", "invoices", "payment", "payment"),
    ("Van welke drie klanten zijn we het meest afhankelijk?", "invoices", "money", "money"),
    ("Who hasn't had an invoice from us this year?", "invoices", "purchases", "purchases"),
    ("Verdienen we wel aan onze kleine klanten?", "invoices", "margin money", "money"),
    ("Which customers open a ticket every week?", "helpdesk", "support", "support"),
    ("Hoe snel lossen we iets op?", "helpdesk", "support", "support"),
    ("Zijn 60-plussers tevredener dan dertigers?", "members", "age satisfaction", "age satisfaction"),
    ("Welke leden zouden ons aanbevelen en waar wonen die?", "members", "satisfaction place", "satisfaction place"),
    ("Why do women join more often than men?", "members", "gender reasons", "gender reasons"),
    ("Lezen onze leden het clubblad nog?", "members", "mailings", ""),
    ("Wie dronk vorig jaar nog elke week koffie bij ons en nu niet meer?", "till", "purchases", "purchases"),
    ("Welke taart moet ik vaker bakken?", "till", "products", "products"),
    ("is de dinsdagochtend de moeite waard", "till", "season margin", "season"),
    ("Who spends over 50 euros per visit?", "till", "money", "money"),
    ("Zijn het steeds dezelfde gezichten of komen er nieuwe klanten?", "till", "acquisition purchases", "purchases"),
    ("Which shoppers stopped buying after the price increase?", "webshop", "purchases discount", "purchases discount"),
    ("Wie laat zijn winkelwagentje staan?", "webshop", "visits", ""),
    ("Hoeveel verdien ik aan iemand die veel terugstuurt?", "webshop", "returns margin money", "money"),
    ("Wat was de eerste aankoop van de mensen die nu het meest uitgeven?", "webshop", "products money", "products money"),
    ("Do repeat buyers use a phone or a computer?", "webshop", "channel purchases", "channel purchases"),
    ("Are we getting more orders from Germany than before?", "webshop", "place growth purchases", "place growth purchases"),
    ("Who deserves a thank-you gift?", "webshop", "money purchases", "money purchases"),
    ("Bij welke soort bedrijven komen we het makkelijkst binnen?", "crm", "sector", "sector"),
    ("Zitten onze klanten vooral in het noorden?", "crm", "place", "place"),
    ("How many employees do our typical customers have?", "crm", "firm_size", "firm_size"),
    ("Which industries order the most?", "crm", "sector purchases", "sector"),
    ("Hoeveel van hun inkoop doen ze bij ons en hoeveel ergens anders?", "crm", "wallet", ""),
    ("Welke klanten moeten we eerst bellen over hun openstaande rekening?", "invoices", "payment", "payment"),
    ("Which ten clients bring in half of our turnover?", "invoices", "money", "money"),
    ("Is omzet per klant omlaag gegaan?", "invoices", "money growth", "money growth"),
    ("Which clients take more time than they pay for?", "invoices", "margin money", "money"),
    ("Welke problemen kosten ons de meeste minuten?", "helpdesk", "support", "support"),
    ("Do the same people complain over and over?", "helpdesk", "support", "support"),
    ("Welke leden dreigen op te zeggen?", "members", "purchases", ""),
    ("Hebben we genoeg jeugd?", "members", "age", "age"),
    ("What do our fans have in common, are they men, are they older?", "members", "satisfaction gender age", "satisfaction gender age"),
    ("Wat gebeurt er als onze grootste klant stopt?", "invoices", "money purchases", "money purchases"),
    ("Komen mensen na een klacht nog terug?", "helpdesk", "support purchases", "support"),
    ("Who buys gifts and who buys for themselves?", "webshop", "products reasons", "products"),
    ("welke klanten zijn het afgelopen jaar gegroeid", "invoices", "growth", "growth"),
    ("Which customers never react to our newsletter?", "webshop", "mailings", ""),
    ("Wat kost een bestelling van een tientje ons eigenlijk?", "webshop", "margin money", "money"),
    ("Leveren trouwe klanten meer op dan nieuwe?", "webshop", "purchases money acquisition", "purchases money"),
    ("Waar wonen de mensen die het meeste uitgeven?", "webshop", "place money", "place money"),
    ("Do customers in healthcare buy differently from those in construction?", "crm", "sector purchases", "sector"),
    ("Hoe groot zijn de bedrijven waar we aan leveren?", "crm", "firm_size", "firm_size"),
    ("Which towns should our van drive to?", "crm", "place", "place"),
    ("How many days does it take before we get paid?", "invoices", "payment", "payment"),
    ("Wie betaalt altijd keurig op tijd?", "invoices", "payment", "payment"),
    ("Is er verschil tussen klanten in de zomer en in de winter?", "till", "season", "season"),
    ("Wat nemen mensen mee als ze toch al brood kopen?", "till", "products", "products"),
    ("Hoeveel mensen komen minstens een keer per week?", "till", "purchases", "purchases"),
    ("What time do the big spenders come in?", "till", "season money", "season money"),
    ("Who needs the most help from us after buying?", "helpdesk", "support", "support"),
    ("Hoe lang moeten klanten op antwoord wachten?", "helpdesk", "support", "support"),
    ("Are younger members less satisfied?", "members", "age satisfaction", "age satisfaction"),
    ("Wat is de reden dat mensen lid worden?", "members", "reasons", "reasons"),
    ("Which neighbourhoods do we not reach?", "members", "place", "place"),
    ("Zijn er meer vrouwen dan mannen lid?", "members", "gender", "gender"),
    ("Which products come back broken?", "webshop", "returns products", "products"),
    ("Wie koopt er alleen als het afgeprijsd is?", "webshop", "discount purchases", "discount purchases"),
    ("How did our best customers find us?", "webshop", "channel money", "channel money"),
    ("Welke gasten reserveren en komen dan niet opdagen?", "till", "purchases", "purchases"),
    ("Is mijn omzet te veel van toeristen afhankelijk?", "till", "money place", "money"),
    ("Wat verkoop ik op een regenachtige zaterdag het meest?", "till", "products season", "products season"),
    ("Do students come back after graduation?", "till", "age purchases", "purchases"),
    ("hoeveel klanten zie ik maar 1x per jaar", "till", "purchases", "purchases"),
    ("Which customers would notice if we raised prices?", "webshop", "discount", "discount"),
    ("Wie bestelt drie maten en stuurt er twee terug?", "webshop", "returns products", "products"),
    ("Hoe vaak wordt onze mail geopend?", "webshop", "mailings", ""),
    ("What do first time buyers usually order?", "webshop", "products acquisition", "products acquisition"),
    ("Verdienen de Waddeneilanden de bezorgkosten terug?", "webshop", "place margin", "place"),
    ("Kopen bezoekers via Facebook minder dan via de zoekmachine?", "webshop", "channel purchases", "channel purchases"),
    ("Which sectors should we leave?", "crm", "sector", "sector"),
    ("Hebben middelgrote bedrijven andere wensen dan kleine?", "crm", "firm_size reasons", "firm_size"),
    ("Waar in Nederland hebben we nog geen klanten?", "crm", "place acquisition", "place"),
    ("Who gets their supplies from someone else?", "crm", "wallet", ""),
    ("Welke klanten hebben hun rekening nog niet voldaan?", "invoices", "payment", "payment"),
    ("Which clients grew the most since 2022?", "invoices", "growth", "growth"),
    ("Welke opdrachtgevers zijn goed voor 80% van de omzet?", "invoices", "money", "money"),
    ("Houden we aan spoedklussen iets over?", "invoices", "margin money", "money"),
    ("Which subject takes us the longest to solve?", "helpdesk", "support", "support"),
    ("Wie mailt ons elke week met een vraag?", "helpdesk", "support", "support"),
    ("Are new members younger than the old ones?", "members", "age acquisition", "age acquisition"),
    ("Welk cijfer geven de leden ons?", "members", "satisfaction", "satisfaction"),
    ("How far do members travel to get here?", "members", "place", "place"),
    ("Waarom zegt iemand zijn lidmaatschap op?", "members", "reasons purchases", "reasons"),
    ("Zijn het vooral heren?", "members", "gender", "gender"),
]


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return {name: read_table(text.encode(), name=f"{name}.csv") for name, text in FILES.items()}


def judged(text: str, table: Table, needs: str, served: str) -> str:
    """What is wrong, or nothing."""
    wanted, there = set(needs.split()), set(served.split())
    found = {need.code for need in understand(text)}
    if not wanted <= found:
        return f"not seen: {sorted(wanted - found)}"
    if len(found - wanted) > 2:
        return f"read into it: {sorted(found - wanted)}"
    service = serve(Question(text=text), [table])
    missing = {need.code for need in service.missing}
    if wanted & missing != wanted - there:
        return f"missing {sorted(wanted & missing)}, expected {sorted(wanted - there)}"
    strange = {column for column in service.columns if column not in table.columns}
    return f"no columns {strange}" if strange or bool(service.columns) < bool(there) else ""


@pytest.mark.parametrize("batch", [ASKED, LATER], ids=["forty", "later"])
def test_at_least_nine_in_ten_are_right(batch: list[tuple[str, str, str, str]], tables: dict[str, Table]) -> None:
    wrong = {text: fault for text, name, needs, served in batch if (fault := judged(text, tables[name], needs, served))}
    assert len(wrong) <= len(batch) // 10, wrong
