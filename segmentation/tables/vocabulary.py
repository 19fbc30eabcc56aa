"""Which ideas stand behind the words of a header? Dutch and English, whole words and parts of compounds, long and abbreviated.

A header is read as a row of ideas: "Klantnr." and "customer_id" are both CUSTOMER ID, "Factuurdatum" is ORDER DATE.

>>> ideas("VerkoopFactuurNr.")
('SALE', 'ORDER', 'ID')
>>> ideas("Geb. datum")
('BIRTH', 'DATE')
"""

import re
import unicodedata
from functools import lru_cache

# A word after "=" is only known as a whole word: too short or too common to be found inside a compound.
_WORDS = {
    "CUSTOMER": """contractant aanmelder gever schenker inschrijver kunde kunden huishouder deelneemster =klt klant klanten customer customers client clients clienten debiteur debiteuren debtor relatie relaties afnemer afnemers koper
        kopers buyer buyers gast gasten guest guests lid leden ledenlijst member members patient patienten deelnemer participant abonnee subscriber
        donateur donor huurder tenant leerling cursist student opdrachtgever consument consumer gebruiker user besteller bezoeker visitor
        shopper sporter client leden afnemersnummer begunstigde =cust =deb =rel =kl =clnt =debnr =clt =bp =patron =respondent =adopter
        eigenaar owner =klnt =contact =contactpersoon =account =persoon =person =relation =renter ouder verzekerde =profile =recipient =holder =boeker hoofdboeker =melder aanvrager boeker inzender =houder kaarthouder""",
    "COMPANY": """bedrijf bedrijfs company organisatie organization organisation firma =firm onderneming zaak business =bv kantoor handelsnaam =org
        vereniging =club""",
    "CARD": "klantenkaart spaarkaart klantenpas spaarpas pas kaart card loyalty =loyaliteit strippenkaart",
    "ORDER": """contract contracten werkbon auftrag auftrags rechnung rechnungs bestell order orders bestelling bestellingen bestel factuur facturen fact invoice invoices =inv bon kassabon receipt transactie
        transacties transaction =trx =tx =trans boeking booking reservering reservation afspraak afspraken appointment opdracht werkorder
        job levering =basket cart checkout =bill rekening nota pakbon offerte quote deal =ord =fac =factnr bonnetje zending shipment
        =so billed invoiced ordered gefactureerd besteld geboekt kassaticket kassa verkooporder inschrijving consult reparatie repair =rit =behandelkaart dossier =sessie verhuur subscription
        abonnement membership lidmaatschap =po document boekstuk cash uitcheck booking =mutatie""",
    "SALE": "=vk =verk verkoop verkopen sale sales sold aankoop aankopen purchase purchases gekocht verkocht bought koop bezorg",
    "ID": """nummer nummers nr number =no =num =id ids code =cd key referentie =ref reference sleutel uuid guid kenmerk identifier identificatie
        =nrs =nmr =# volgnummer =idnr =ident =token =pk =hash""",
    "DATE": """datum date datums =dat =dt dag =day datetime tijdstip timestamp moment wanneer when =dd =ddmmjj =ddmmjjjj =datumtijd =op =at =on
        =tijdstempel""",
    "TIME": "tijd time uur hour klok starttijd begintijd =tijden",
    "PERIOD": "maand month jaar year kwartaal quarter week periode period boekjaar seizoen season weekdag weekday annual yearly monthly weekly jaarlijks maandelijks jaarlijkse",
    "CREATED": "aangemaakt gemaakt created create aanmaak creation toegevoegd added ingevoerd invoer =insert ingediend submitted submit afgenomen entered",
    "CHANGED": "gewijzigd wijzig wijziging gewijzigde bijgewerkt updated update modified modification mutatie changed last_modified edited",
    "LAST": "laatste last laatst recent latest most",
    "FIRSTLY": "eerste first",
    "SINCE": "vanaf inschr =aanmelddat sinds since registratie registration geregistreerd registered ingeschreven aanmelding aangemeld signup joined join aanmeld start =klant_sinds instap toetreding =lidsinds inschrijf begin ingang",
    "END": "eind einde end until =tot opzeg opgezegd opzegging afgemeld uitschrijf uitgeschreven beeindigd expiry expires vervallen verloop geldig",
    "NAME": "naam namen name names =nm voluit =naamklant weergavenaam",
    "FIRSTNAME": "vorname voornaam voornamen firstname givenname given roepnaam initialen voorletters voorletter initials forename =fname =vnaam =vn",
    "LASTNAME": "nachname achternaam lastname surname family familienaam geslachtsnaam =lname =anaam",
    "INFIX": "tussenvoegsel tussenv voorvoegsel tussenvoegsels infix =tv prefix middle middlename suffix",
    "AMOUNT": """betrag gesamt gift giften donatie =schenking geld bedrag bedragen amount amounts =amt =amnt totaal total totals =tot totalen =ttl som =sum waarde value besteding bestedingen besteed spent spend
        opbrengst =bedr afrekening eindbedrag =euro =eur =euros charged grand factuurbedrag =payable =bedragen kassabedrag""",
    "NET": "netto =net nettobedrag =ht =nett",
    "GROSS": "bruto gross =ttc",
    "SUBTOTAL": "subtotaal subtotal",
    "EXPENSE": "kosten costs kost toeslag surcharge",
    "REVENUE": "umsatz =omz omzet revenue turnover =rev omzetten =gmv ltv lifetime opbrengsten besteding",
    "PRICE": "preis einzelpreis =pr prijs prijzen price prices tarief tarieven rate stukprijs eenheidsprijs unitprice fee adviesprijs =prs =prc =ep",
    "PER": "=per =pm =pj",
    "POINTS": "punten points spaarpunten tegoed",
    "UNIT": "stuck =stuk unit =each eenheid eenheids unitair =pp =pst",
    "QUANTITY": "menge anzahl colli collo =aantl =aantallen aantal aantallen quantity quantities =qty hoeveelheid stuks pieces =pcs units =count quant aant =hoev =ant =quant =qnt =hvh =nbr items =stk",
    "PRODUCT": """pakket ware product producten products artikel artikelen =art article articles item items sku =ean =ean13 =gtin =isbn barcode stock dienst
        diensten service services behandeling behandelingen treatment gerecht dish lineitem =prod goods goederen materiaal cursus course les
        workshop menu boek onderdeel onderdelen werkzaamheden werkzaamheid verrichting plu prestatie =asin lidmaatschapstype voorstelling evenement event arrangement
        kamer room voertuig fiets traktatie hoofdproduct""",
    "TITLE": "bezeichnung =omschrijv titel title omschrijving beschrijving description =omschr =desc =descr toelichting =oms",
    "VARIANT": "variant variatie variation",
    "CATEGORY": """aard gebied categorie categorieen category categories =cat groep group groepen soort soorten type types klasse class genre afdeling department
        rubriek collectie collection assortiment =subcat hoofdgroep productlijn segmentatie segment familie tak""",
    "BRAND": "merk brand fabrikant manufacturer leverancier supplier vendor crediteur",
    "COST": "=ik =ink kostprijs cost inkoop inkoopprijs inkoopwaarde =cogs unitcost =ikp =cp",
    "MARGIN": "marge margin winst profit brutowinst brutomarge",
    "DISCOUNT": "rabatt korting kortingen discount discounts rabat actiekorting =disc =krt deduction",
    "COUPON": "coupon kortingscode voucher promotiecode promo kadobon cadeaubon actiecode",
    "RETURN": "retour retouren return returns returned refund refunded refunds terugbetaald terugbetaling geretourneerd gecrediteerd creditnota teruggestuurd =ret chargeback reversed",
    "CHANNEL": "=branch kanaal channel bron source herkomst medium verkoopkanaal filiaal filialen winkel store shop vestiging locatie location platform marktplaats marketplace utm =via bestelwijze besteltype =pos outlet leadbron",
    "EMAIL": "email mail emailadres mailadres =e_mail =mailadr =eml",
    "PHONE": "telefoon telefoonnummer phone mobiel mobile =gsm =tel =telnr telephone =mob =tlf whatsapp telefoonnr cell",
    "FAX": "fax website url homepage linkedin facebook instagram twitter",
    "ADDRESS": "=str strasse =strt adres address =adr straat street straatnaam adresregel addressline addr",
    "HOUSE": "huisnummer huisnr housenumber toevoeging =huisnrtoev =hnr =toev",
    "POSTCODE": "=postc =pcd =zipcd postcode zip zipcode postal postalcode =pc =pcode postcodes postkode plz",
    "CITY": "=ort =wpl =wnpl =plts =pl plaats stad city woonplaats town gemeente plaatsnaam woonpl municipality standplaats dorp residence",
    "PROVINCE": "provincie province regio region staat state county area rayon",
    "COUNTRY": "=lnd land country landcode =countrycode =ctry landen nation landnaam",
    "BIRTH": "geburt geburts geboorte geboortedatum birth birthdate =dob =geb =gebdat birthday verjaardag geboren born =gebdatum geboortedag geboortejaar birthyear",
    "AGE": "leeftijd leeftijden age ages =lft leeftijdscategorie leeftijdsgroep",
    "GENDER": "geslacht gender sex sekse aanhef salutation =mv titulatuur aanspreekvorm =m_v",
    "GENERATION": "generatie generation cohort",
    "EDUCATION": "=opl =oplniv opleiding opleidingsniveau education onderwijs studie degree",
    "HOUSEHOLD": "huishouden gezin gezinssamenstelling household gezinssituatie burgerlijke marital kinderen children huishoudtype gezinsgrootte leefsituatie huishoud gezins",
    "INTEREST": "interesse interesses hobby hobbys interest interests voorkeur voorkeuren preference preferences",
    "DEVICE": "apparaat device toestel browser =os besturingssysteem apparaattype",
    "SECTOR": "sector branche sectoren =sbi industry industrie bedrijfstak sbicode branchecode nace sic",
    "EMPLOYEES": "=mdw mitarbeiter medewerkers werknemers employees =fte personeel personeelsleden headcount fte werkzame arbeidsplaatsen",
    "EMPLOYEE": "medewerker werknemer employee verkoper kapper kapster stylist monteur behandelaar agent behandeld toegewezen assigned assignee assigned rep salesrep accountmanager docent trainer bediende kelner ober cashier kassier therapeut handler",
    "IBAN": "iban rekeningnummer bankrekening bankrekeningnummer bankaccount tegenrekening bankrekeningnr",
    "BSN": "bsn burgerservicenummer sofinummer sofi ssn",
    "TICKET": "ticket tickets case incident melding meldingen zaaknummer klacht klachten issue hulpvraag supportvraag vraag conversation gesprek call servicedesk helpdesk verzoek request",
    "OPEN": "geopend opened openstaand open opens openings geopende openratio geopend gelezen",
    "CLOSED": "=afh =afgeh gesloten closed close afgesloten opgelost solved resolved resolution afgehandeld afsluit afhandel afgerond sluiting gereed completed oplos sluit oplossing voltooid",
    "SUBJECT": "onderwerp subject betreft betreffende onderwerpregel thema topic",
    "MINUTES": "minuten minutes =min =mins duur duration bestede behandeltijd afhandeltijd handletime doorlooptijd handling werktijd tijdsduur tijdsbesteding",
    "STATUS": "=stat status statussen state fase stage toestand voortgang orderstatus betaalstatus actief active",
    "CHILD": "=kind =child =zoon =dochter",
    "DAYS": "dagen days =dgn",
    "SECONDS": "=sec =secs second seconds seconde seconden =sek",
    "PRIORITY": "prioriteit priority urgentie urgency =prio severity",
    "CAMPAIGN": "campagne campagnes campaign campaigns nieuwsbrief newsletter mailing mailings flow automation broadcast uiting actie acties",
    "SENT": "verzonden verstuurd verzend verzendmoment sent send sends verstuurde afgeleverd delivered ontvangen received receipts deliveries bezorgd verzonden verzendingen ontvangers recipients deliveries",
    "CLICK": "klik kliks click clicks geklikt clicked clickthrough klikratio ctr doorkliks doorgeklikt",
    "BOUNCE": "bounce bounces bounced hardbounce softbounce gebounced onbestelbaar",
    "UNSUBSCRIBE": "=afm =uitschr uitschrijving uitschrijvingen unsubscribe unsubscribed unsubscribes afmelding afmeldingen opt_out optout uitgeschreven afgemeld unsubs uitmeldingen",
    "SPAM": "spam abuse complaints complaint klachtmelding spamklachten spammeldingen spamreports",
    "OPTIN": "optin opt toestemming consent subscribed marketing akkoord permission accepts accept abonneren",
    "RATE": "percentage ratio =pct =perc procent percent =rate =cijferpct aandeel share",
    "SCORE": "score cijfer rating beoordeling tevredenheid tevreden satisfied satisfaction rapportcijfer sterren stars csat oordeel eindoordeel waardering grade eindcijfer ster ces",
    "NPS": "=nps aanbevelen aanraden aanbeveelt aanraadt recommend aanbevelingsscore netpromoterscore promoter waarschijnlijk",
    "REASON": "reden reason redenen waarom why oorzaak motief motivatie aanleiding",
    "TEXT": "verslag gespreksverslag tekst text opmerking opmerkingen comment comments feedback review bericht message body reactie notitie notities notes note antwoord memo toelichtingen commentaar remark remarks ervaring suggestie suggesties mededeling bijzonderheden reviewtekst mededeling mededelingen",
    "VISIT": "bezoek bezoeken visit visits sessie session sessions bezoeknummer pageview pageviews",
    "PAGE": "pagina page url landingspagina path landing website paginatitel",
    "CURRENCY": "valuta currency munt muntsoort =cur valutacode",
    "TAX": "mwst ust btw =vat tax taxes belasting =bt btwbedrag =gst taxed belastingen omzetbelasting",
    "SHIPPING": "versand verzending verzendkosten shipping verzendmethode bezorgkosten freight porto bezorging delivery vracht afleverkosten verzendwijze",
    "PAYMENT": "betaling betaal betaalmethode betaalwijze payment betaalmiddel betaald paid pay payments betaalvorm tender betaaltype",
    "DUE": "uiterste verval vervaldatum due betaaltermijn expire uiterlijke termijn",
    "EXCL": "excl =ex =exc exclusief exclusive excluding exbtw zonder",
    "INCL": "incl inclusief inclusive including inc",
    "BILLING": "billing facturatie facturering",
    "DELIVER": "lever aflever afleveradres leverdatum verzendadres shipto bezorgadres verwacht expected gewenste planned",
    "LEDGER": "=grb =gbr =grbk =gbrek grootboek grootboekrekening ledger glaccount gl tegenrekening grootboeknummer boekhoud kostenplaats",
    "JOURNAL": "dagboek journal memoriaal daybook",
    "DEBIT": "debet debit =db",
    "CREDIT": "credit =cr",
    "BALANCE": "saldo balance",
    "LINE": "regel regelnummer line lineitem positie position regelnr rij row",
    "STOCK": "voorraad stock inventory",
    "SIZE": "maat size kleur color colour gewicht weight",
    "YESNO": "is has heeft ja nee",
    "IP": "=ip",
    "PASSWORD": "wachtwoord password",
    "ORIGIN": "nationaliteit nationality etniciteit ethnicity religie religion geloof afkomst geboorteland",
}
_HEADS = (
    "datum",
    "nummer",
    "naam",
    "prijs",
    "bedrag",
    "code",
    "kosten",
    "adres",
    "groep",
    "soort",
    "type",
    "aantal",
    "tarief",
    "geld",
    "korting",
    "tijdstip",
    "tijd",
    "som",
    "totaal",
    "plaats",
    "omschrijving",
    "categorie",
    "status",
    "reden",
    "kanaal",
    "nr",
    "date",
    "name",
    "number",
    "price",
    "amount",
    "total",
)
_FILLERS = frozenset(
    "unieke unique te de het een van der den the of a an in en and or for voor met with to from my mijn uw your our onze".split()
)
_SHORT = ("geb", "art", "fac", "deb", "tel", "kl", "klt", "rel", "prod", "ord", "vk", "ik", "lid", "inv", "cust", "verk", "ink")  # that begin compounds
_LINKS = ("s", "en", "e", "n", "")
_PHRASES = (
    ("e mail", "email"),
    ("e-mail", "email"),
    ("opt in", "optin"),
    ("opt-in", "optin"),
    ("first name", "firstname"),
    ("last name", "lastname"),
    ("given name", "firstname"),
    ("family name", "lastname"),
    ("voor naam", "voornaam"),
    ("post code", "postcode"),
    ("postal code", "postcode"),
    ("zip code", "postcode"),
    ("unit price", "unitprice"),
    ("unit cost", "unitcost"),
    ("line item", "lineitem"),
    ("time stamp", "timestamp"),
    ("m/v", "mv"),
    ("opt out", "optout"),
    ("opt-out", "optout"),
    ("house number", "huisnummer"),
    ("huis nr", "huisnr"),
    ("date of birth", "geboortedatum"),
    ("net promoter score", "nps"),
    ("stock code", "artikel code"),
    ("item code", "artikel code"),
    ("klant sinds", "sinds"),
    ("lid sinds", "sinds"),
    ("customer since", "since"),
    ("member since", "since"),
    ("bank account", "iban"),
    ("job title", "functie"),
    ("company size", "employees"),
    ("customer type", "klanttype groep"),
    ("e_mail", "email"),
    ("page view", "pageview"),
    ("geb.dat", "geboortedatum"),
    ("geb. dat", "geboortedatum"),
    ("te betalen", "eindbedrag"),
    ("af bij", "debet credit"),
    ("af/bij", "debet credit"),
    ("p/st", "per stuk"),
    ("p.st", "per stuk"),
    ("boekdatum", "orderdatum"),
    ("besteld door", "besteller"),
    ("geboekt door", "boeker"),
    ("gemeld door", "melder"),
    ("gereserveerd door", "boeker"),
    ("ordered by", "buyer"),
    ("booked by", "buyer"),
    ("unit of measure", "eenheid"),
)


def _known() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    parts: dict[str, str] = {}
    for idea, words in _WORDS.items():
        for word in words.split():
            plain = word.lstrip("=").replace("_", "")
            whole.setdefault(plain, idea)
            if not word.startswith("=") and len(plain) > 2:
                parts.setdefault(plain, idea)
    return whole, parts


_WHOLE, _PARTS = _known()


@lru_cache(maxsize=4096)
def ideas(header: str) -> tuple[str, ...]:
    """The ideas behind a header, in the order of its words; "?" for a word that is not known."""
    found: list[str] = []
    dotted = set(re.findall(r"([a-z]{3,})\.", header.lower()))
    for word in words(header):
        if word in _FILLERS:
            continue
        if word in _WHOLE:
            found.append(_WHOLE[word])
        elif not word.isdigit():
            found.extend(_parts(word) or _headed(word) or _shortened(word, word in dotted) or ("?",))
    return tuple(found)


def _headed(word: str) -> tuple[str, ...]:
    """A compound of which only the last part is known: in Dutch that part says what it is, "huurdatum" is a date."""
    for head in _HEADS:
        if word.endswith(head) and len(word) > len(head) + 1:
            return ("?", _WHOLE[head])
    for ending in ("ing", "ingen", "en", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 4 and word.removesuffix(ending) in _PARTS:
            return (_PARTS[word.removesuffix(ending)],)
    tails = [word[at:] for at in range(3, len(word) - 4) if word[at:] in _PARTS]
    return ("?", _PARTS[tails[0]]) if tails else ()


@lru_cache(maxsize=4096)
def _shortened(word: str, dotted: bool) -> tuple[str, ...]:
    """The idea of an abbreviation: all known words that begin like it mean the same, or all long ones that hold its consonants in that order."""
    longer = {idea for known, idea in _PARTS.items() if known.startswith(word)} if dotted else set()
    if not longer and len(word) > 2 and not set(word) & set("aeiouy"):
        inside = re.compile(word[0] + "".join(f".*?{letter}" for letter in word[1:]))
        longer = {idea for known, idea in _PARTS.items() if len(known) >= 2 * len(word) and inside.match(known)}
    return tuple(longer) if len(longer) == 1 else ()


def words(header: str) -> list[str]:
    """The words of a header, lower case and without accents: "KlantNr_oud" is klant, nr, oud.

    >>> words("CustomerID (nieuw)")
    ['customer', 'id', 'nieuw']
    """
    text = re.sub(r"\b([A-Z]{2,4})(?=[a-z]{3})", lambda found: found[0] + " " if found[0].lower() in _SHORT else found[0], header)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    text = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    text = re.sub(r"\((?:in )?(?:eur|euro|euros|usd|gbp)\)|\bin euro?s?\b", " ", text)
    text = text.replace("%", " procent ").replace("#", " nr ").replace("_", " ")
    for phrase, whole in _PHRASES:
        if phrase in text:
            text = re.sub(rf"\b{re.escape(phrase)}\b", whole, text)
    return re.findall(r"[a-z]+|\d+", text)


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """The ideas of a compound: the fewest, longest known parts that together are the whole word."""
    if word in _PARTS:
        return (_PARTS[word],)
    best: tuple[str, ...] = ()
    for size in range(len(word) - 1, 1, -1):
        part, rest = word[:size], word[size:]
        if part not in _PARTS and part not in _SHORT:
            continue
        for link in _LINKS:
            if rest.startswith(link) and len(rest) > len(link):
                tail = rest[len(link) :]
                after = (_WHOLE[tail],) if tail in _WHOLE and len(tail) > 1 else _parts(tail)
                if after and (not best or len(after) + 1 < len(best)):
                    best = (_WHOLE[part], *after)
        if best and len(best) == 2:
            return best
    return best
