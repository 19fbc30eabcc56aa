"""Which ideas stand behind the words of a header? Whole words, parts of compounds, abbreviations and slips of the pen.

A header is read as a row of ideas: "Klantnr." and "customer_id" are both CUSTOMER ID, "Factuurdatum" is ORDER DATE.

>>> ideas("VerkoopFactuurNr.")
('SALE', 'ORDER', 'ID')
>>> ideas("Geb. datum")
('BIRTH', 'DATE')
"""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from segmentation.tables.lexicon import WORDS

_HEADS = tuple(  # what a compound is, when only its last part is known
    """datum nummer naam prijs bedrag code kosten adres groep soort type aantal tarief geld korting tijdstip tijd som totaal plaats
    omschrijving categorie status reden kanaal nr date name number price amount total houder nemer fee kaart bon""".split()
)
_TERSE_HEADS = ("omschr", "datum", "plts", "aant", "bedr", "prijs", "kost", "oms", "srt", "dat", "prs", "grp", "nm", "nr", "cd")
# abbreviations that would be another word without their point
_POINTED = {
    "coll": "QUANTITY",
    "kan": "CHANNEL",
    "boek": "ORDER",
    "tot": "AMOUNT",
    "verv": "DUE",
    "best": "ORDER",
    "bel": "TAX",
    "behand": "EMPLOYEE",
    "ontv": "SENT",
    "verz": "SENT",
}
# what words say when they are the whole header: the columns of a cash book, the story behind a complaint
_ALONE = {"stock": "STOCK", "in": "DEBIT", "bij": "DEBIT", "uit": "CREDIT", "af": "CREDIT", "details": "TEXT", "post": "POST", "door": "DOOR"}
_FILLERS = frozenset(
    "current huidig huidige prive thuis binnen estimated geschat geschatte a an and de den der een en for from het in met mijn my of onze or our te the to unieke unique uw van voor with your".split()
)
_BEGINNINGS = frozenset(
    "kort geb art fac deb tel kl klt rel prod ord vk ik lid inv cust verk ink".split()  # short words that begin compounds
)
_SIGNS = ("nr", "no", "id", "cd", "nm", "dt")
_LINKS = ("s", "en", "e", "n", "")
_SAID = """hoogste diploma = opleiding | brpr = brutoprijs | vkpkan = verkoopkanaal | gb-rek = grootboek | gb rek = grootboek | gb-nr = grootboek nr | gb-omschrijving = grootboek omschrijving | wrkz. pers = employees | werkz. pers = employees | through = via | a/c = account | verblijfsduur = bezoek duur | checked in = checkin | ingecheckt = checkin | checked out = vertrek | uitgecheckt = vertrek | mailprogramma = apparaat | mail client = apparaat | verz.nemer = verzekeringnemer | 4 cijfers = vier | vier cijfers = vier | alleen cijfers = vier | lidmaatschapsnr = lid nr | lidmaatschapsnummer = lid nr | stuknummer = boekstuk nr | stuknr = boekstuk nr | product line = product groep | score 0 10 = nps | crm number = klant nr | crm nr = klant nr | crm-nr = klant nr | crm id = klant nr | point of sale = pos | leveringskosten = verzendkosten | delivery fee = verzendkosten | delivery charge = verzendkosten | delivery cost = verzendkosten | delivery costs = verzendkosten | uid = user id | gb.datum = geboortedatum | hoofdactiviteit = branche | niet afgeleverd = bounce | not delivered = bounce | opt-outs = optout | opt outs = optout | sku = artikel code | ean = artikel code | gtin = artikel code | isbn = artikel code | barcode = artikel code | plu = artikel code | artnr = artikel nr | part number = artikel nr | part no = artikel nr | partno = artikel nr | productsku = artikel code | personeelsnr = medewerker nr | personeelsnummer = medewerker nr | service fee = servicekosten | delivery note = pakbon | packing slip = pakbon | credit note = creditnota | order lines = line | order line = line | invoice lines = line | invoice line = line | kv k = kvk | pr gr = productgroep | e mail = email | e-mail = email | opt in = optin | opt-in = optin | first name =
    firstname | last name = lastname | given name = firstname | family name = lastname | voor naam = voornaam | post code =
    postcode | postal code = postcode | zip code = postcode | unit price = unitprice | unit cost = unitcost | line item =
    lineitem | time stamp = timestamp | m/v = mv | opt out = optout | opt-out = optout | house number = huisnummer | huis nr =
    huisnr | date of birth = geboortedatum | net promoter score = nps | stock code = artikel code | item code = artikel code |
    klant sinds = sinds | lid sinds = sinds | customer since = since | member since = since | bank account = iban | job title =
    functie | company size = employees | customer type = klanttype groep | e_mail = email | page view = pageview | geb.dat =
    geboortedatum | geb. dat = geboortedatum | te betalen = eindbedrag | in btw = incl btw | booked on = orderdatum | af bij = debet credit | af/bij = debet credit | p/st =
    per stuk | p.st = per stuk | boekdatum = orderdatum | besteld door = besteller | geboekt door = boeker | gemeld door = melder
    | gereserveerd door = boeker | ordered by = buyer | booked by = buyer | unit of measure = eenheid | boek nr = order nr |
    boeknr = order nr | boek.nr = order nr | melddatum = ticket datum | issue date = order date | date issued = order date | bill
    to = billing | bill-to = billing | sold to = billing | sold-to = billing | ship to = deliver | ship-to = deliver | t.a.v =
    tav | check in = checkin | check-in = checkin | check out = vertrek | check-out = vertrek | 06 nr = mobiel nr | 06 nummer =
    mobiel nr | km stand = kmstand | km-stand = kmstand | vat number = btwnummer | vat no = btwnummer | btw nr = btwnummer |
    btw-nr = btwnummer | btw nummer = btwnummer | btw-nummer = btwnummer | btw id = btwnummer | tax id = btwnummer | tax number =
    btwnummer | vat id = btwnummer | account manager = accountmanager | sales rep = salesrep | grand total = eindtotaal | number
    of = aantal | nr of = aantal | no. of = aantal | no of = aantal | nr. of = aantal | licence plate = kenteken | license plate
    = kenteken | lic. plate = kenteken | d.d = op | i.v.m = reden | verv.datum = vervaldatum | verv.dat = vervaldatum | verv.
    datum = vervaldatum | loon en kosten = kosten | p.p = per persoon | p/p = per persoon | p/u = per uur | full name = fullname
    | user agent = browser | first seen = since | last seen = laatste bezoek | household size = huishoudgrootte | time spent =
    duur | mailing list = nieuwsbrief | ptnr = patient nr | verkoopwijze = verkoopkanaal | uitgeleend = orderdatum | uitleendatum = orderdatum | ingeleverd = teruggebracht | inleverdatum =
    vervaldatum | kunnr = klant nr | vbeln = order nr | matnr = artikel nr | budat = orderdatum | netwr = nettobedrag | afnnr = afnemer nr | afn.nr = afnemer nr | stud.nr = student nr |
    cl.nr = client nr | persoonsnr = klant nr | zaaknr = ticket nr | regeltot = regeltotaal | ship cost = verzendkosten | ship fee = verzendkosten | ship amt = verzendkosten |
    shipping fee = verzendkosten | verz.kosten = verzendkosten | verz.kst = verzendkosten | verzkosten = verzendkosten | bezorgkst = bezorgkosten | transportkst = transportkosten |
    cogs eur = kostprijs | inkoopbedr = kostprijs | aanschafwaarde = inkoopwaarde | behandelcode = prestatiecode | behandeldag = orderdatum | behandeldatum = orderdatum | consultdatum = orderdatum | verrichtingsdatum = orderdatum | prestatiedatum = orderdatum | uitvoerdatum = orderdatum | uitvoeringsdatum = orderdatum | gedeclareerd op = declaratie aangemaakt |
    levenscyclusfase = fase |
    trdat = orderdatum | fctdat = orderdatum | bestdat = orderdatum | boekdat = orderdatum | audat = orderdatum | fkdat = orderdatum | insdat = inschrijfdatum | cre dt = created date | entry dt = created date | sls dt = verkoopdatum | sls prc = verkoopprijs | sls chnl = verkoopkanaal |
    sls ord = verkooporder | f name = firstname | l name = lastname | smtp addr = email | m v = mv | aant mw = medewerkers | aant wn = werknemers | emp cnt = employees | pst cd = postcode | ind cd = sbi | nbedr = nettobedrag | brbedr = brutobedrag | regtot = regeltotaal |
    levaant = aantal geleverd | gelevaant = aantal geleverd | bestaant = aantal besteld | num units = aantal | netpr = nettoprijs | ntprs = nettoprijs | brprs = brutoprijs | ehprs = eenheidsprijs | artsrt = artikelsoort | hfdgrp = hoofdgroep | kstprs = kostprijs | kostprs = kostprijs |
    cst amt = kostprijs | cost amt = kostprijs | inkbedr = kostprijs | gm pct = marge | grs prft = brutowinst | vkkan = verkoopkanaal | verkkan = verkoopkanaal | kan cd = verkoopkanaal | ship chrg = verzendkosten | shp amt = verzendkosten | shp cost = verzendkosten |
    pay mthd = betaalwijze | pmt mthd = betaalwijze | valcd = valuta | ordsts = orderstatus | cls dt = closed date | gesl dat = sluitdatum | hndl tm = behandeltijd | aant ontv = aantal ontvangers | part nr = artikel nr |
    product family = productgroep | line of business = productlijn | hoofdcat = categorie | sign up = signup | sign-up = signup | signed up = signup | reg date = registratiedatum |
    regdate = registratiedatum | reg dt = registratiedatum | e-post = email | telprive = telefoon | 06-nummer = mobiel nr | 06-nr = mobiel nr | vast nummer = telefoon |
    whats app = whatsapp | post cd = postcode | ind code = sbi | emp count = employees | pay by = vervaldatum | betalen voor = vervaldatum | burg. staat = huishouden |
    burg staat = huishouden | burgstaat = huishouden | interessegeb = interessegebied | first nm = firstname | last nm = lastname | kan beter = verbeterpunt | kan er beter = verbeterpunt | kunnen we beter = verbeterpunt | kunnen wij beter = verbeterpunt | beter doen = verbeterpunt | do better = verbeterpunt | done better = verbeterpunt |
    wijze van betalen = betaalwijze | btlwijze = betaalwijze | payment gateway = betaalwijze | verkoopknl = verkoopkanaal | bedr.tak = branche | d.o.b = geboortedatum | te fact = eindbedrag | te factureren = eindbedrag | te innen = eindbedrag | burg.staat = huishouden |
    group size = aantal personen | party size = aantal personen | groepsgrootte = aantal personen |
    betaald t/m = einddatum | t/m = tot | niet bezorgd = bounce | undelivered = bounce | undeliverable = bounce | wat gedaan = werkzaamheden |
    g/l = grootboek | source no = relatie nr | regdatum = registratiedatum | made you = reden | retour afzender = bounce | return to sender = bounce |
    increment id = order id | hoe oud = leeftijd | how old = age | event time = datetime | booking fee = servicekosten | ticket fee = servicekosten | handling fee = servicekosten |
    transaction fee = servicekosten | omzet bij ons = klantomzet | onze omzet = klantomzet | revenue with us = klantomzet | turnover with us = klantomzet | spend with us = klantomzet |
    pin code = postcode | pincode = postcode | raised by = contactpersoon | reported by = contactpersoon | requested by = contactpersoon | ingediend door = melder | aangevraagd door = melder | day of week = weekdag | dow = weekdag |
    per klant = | per customer = | per lid = | per member = | per gast = | ons gevonden = kanaal | find us = kanaal | found us = kanaal |
    bij ons terecht = kanaal | kwam u bij ons = kanaal | kent u ons = kanaal | bij ons gekomen = kanaal | bij ons gehoord = kanaal | van ons gehoord = kanaal | over ons gehoord = kanaal | ons leren kennen = kanaal | learn about us = kanaal | find out about = kanaal | hear of us = kanaal |
    account owner = accountmanager | contact owner = accountmanager | deal owner = accountmanager | lead owner = accountmanager | case owner = accountmanager | ticket owner = accountmanager | company owner = accountmanager |
    created by = medewerker | aangemaakt door = medewerker | gewijzigd door = medewerker | modified by = medewerker | updated by = medewerker | entered by = medewerker | ingevoerd door = medewerker | verwerkt door = medewerker | afgehandeld door = medewerker |
    eerste reactie = reactietijd | first response = reactietijd | from name = afzender | sender name = afzender | preview text = preheader | operating system = os | screen resolution = schermtype |
    exchange rate = wisselkoers | openstaand bedrag = outstanding | openstaand saldo = outstanding | open bedrag = outstanding | balance due = outstanding | open amount = outstanding | aantal regels = regels | aantal orderregels = regels | number of lines = regels |
    gift wrap = verpakking | gift card = cadeaubon | gift message = bericht | online/offline = kanaal | man/vrouw = mv | male/female = mv | verkoop-naar = afnemer | verkoop naar = afnemer | factureer-naar = debiteur | factureer naar = debiteur |
    bondsnummer = lid nr | bondsnr = lid nr | membership number = lid nr | membership no = lid nr | membership id = lid nr | persoons-id = klant nr | record id = id |
    enrolment date = inschrijfdatum | enrollment date = inschrijfdatum | ext price = totaalprijs | ext. price = totaalprijs | buying price = inkoopprijs | inchecken = checkin | uitchecken = vertrek | inchecktijd = checkin tijd | uitchecktijd = vertrektijd | externe id = klant nr | external id = klant nr | extern id = klant nr | enqueteresultaat = tevredenheid | survey result = tevredenheid | ticket group = medewerker | assignment group = medewerker | support group = medewerker | behandelgroep = medewerker | behandelaarsgroep = medewerker | hear about = kanaal | heard about = kanaal |
    time zone = tijdzone | bkst.nr = boekstuk nr | bkst nr = boekstuk nr | bkstnr = boekstuk nr | folionr = order nr | folio = order nr | bij ons terechtgekomen = kanaal | terechtgekomen = kanaal | conversation tags = labels |
    acquisition date = inschrijfdatum | employment status = functie | toevoeging huisnummer = huisnummertoevoeging | ingelogd = laatste login | family name = achternaam | reden van status = status | help topic = categorie |
    verloopdatum = vervaldatum | u geboekt = kanaal | je geboekt = kanaal | you book = kanaal | message name = mailnaam | status reason = status | review content = reviewtekst | review title = onderwerp | currency rate = wisselkoers | amount due = outstanding | amount credited = creditnota |
    line item id = regelnummer | incassodatum = betaaldatum | lid van = sinds | positions = aantal | donatie id = order id | gift id = order id | donation id = order id | donation number = order id |
    people work = employees | mensen werken = werknemers | toegangscode = code | botanische naam = productnaam | kprijs = kostprijs | trajectnummer = order nr | trajectnr = order nr | city tax = toeristenbelasting | rekening tegenpartij = tegenrekening klant | rekeningnummer tegenpartij = tegenrekening klant | eigen bijdrage = aanbetaling | soldto = klant nr | helponderwerp = categorie | how big is your company = employees | donatie-id = order id | stand van zaken = status | jongen/meisje = geslacht | organisatiegrootte = bedrijfsgrootte | verkeersbron = kanaal | traffic source = kanaal | gestructureerde mededeling = kenmerk | gestruct. mededeling = kenmerk | rekplaats = opslag | hoe gevonden = kanaal | hoe gekomen = kanaal | doorverwezen door = kanaal | verwezen door = kanaal | aankprijs = inkoopprijs | nominal code = grootboek nr | reknr = rekening nr | gbnr = grootboek nr | bekend met ons = kanaal | vernam u = kanaal | vernomen = kanaal | ken je ons = kanaal | help-onderwerp = categorie | ribbon = lint | carbon = koolstof | bonbon = snoep | innamedatum = retourdatum | naam en voornaam = fullname | voornaam en naam = fullname | naam voornaam = fullname | voornaam en achternaam = fullname | family size = huishoudgrootte | faktnr = factuur nr | faktuurnr = factuur nr | faktdat = factuurdatum | donnr = donateur nr | abonr = abonnee nr | abonnr = abonnee nr | te betalen voor = vervaldatum | servicebonnr = ticket nr | servicebonnummer = ticket nr | opted out = optout | membership nr = lid nr | boekstnr = boekstuk nr | boekst nr = boekstuk nr | boekjr = boekjaar | boekjrperiode = boekjaar | te voldoen = eindbedrag |
    vhe nummer = kavelnummer | vhe-nummer = kavelnummer | vhe nr = kavelnummer | ngf nummer = lid nr | ngf-nummer = lid nr | scheepsnaam = kenteken | scheepsnm = kenteken | bootnaam = kenteken | van/aan = tegenpartij | aan/van = tegenpartij"""
_PHRASES = {
    said.strip(): meant.strip() for said, _sign, meant in (line.partition("=") for line in " ".join(_SAID.split()).split("|"))
}

_PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_PHRASES, key=len, reverse=True)))})\b")
_RATED = {"CLICK", "OPEN", "BOUNCE", "UNSUBSCRIBE", "SPAM", "TAX", "DISCOUNT", "RETURN"}  # of these a rate is a share, no price
_SLIPS_FROM = 7  # shorter words are too often another word that exists; within a compound this is less likely
_SLIPS_INSIDE = 4


def _known() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    parts: dict[str, str] = {}
    for idea, known in WORDS.items():
        for word in known.split():
            plain = word.lstrip("=").replace("_", "")
            whole.setdefault(plain, idea)
            if not word.startswith("=") and len(plain) > 2:
                parts.setdefault(plain, idea)
    return whole, parts


_WHOLE, _PARTS = _known()
_SORTED = sorted(_PARTS)


@lru_cache(maxsize=32_768)
def ideas(header: str) -> tuple[str, ...]:
    """The ideas behind a header, in the order of its words; "?" for a word that is not known."""
    found: list[str] = []
    dotted = set(re.findall(r"([a-z]{3,})\.", header.lower()))
    if re.fullmatch(r"\s*(?:6|9|19|20|21)\s*%\s*", header):
        return ("TAX",)  # the rates there are
    told = words(header)
    terse = header == header.upper() and any(sign.isalpha() for sign in header) and " " not in header.strip()  # as the fields of old programs are called
    if len(told) == 1 and told[0] in _ALONE:
        return (_ALONE[told[0]],)
    for place, word in enumerate(told):
        if word in _FILLERS:
            continue
        if word in _POINTED and (word in dotted or word == "tot" and (place == 0 or terse and place == len(told) - 1)):
            found.append(_POINTED[word])
        elif word in _WHOLE:
            found.append(_WHOLE[word])
        elif not word.isdigit():
            found.extend(_parts(word) or _headed(word) or _coupled(word) or _shortened(word, terse or word in dotted) or (_tersely_headed(word) if terse else ()) or _misspelt(word) or ("?",))
        elif re.fullmatch(r"20[0-4]\d", word):
            found.append("PERIOD")
    if "rate" in told and _RATED & set(found):
        found[found.index("PRICE")] = "RATE"
    return tuple(found)


def words(header: str) -> list[str]:
    """The words of a header, lower case and without accents: "KlantNr_oud" is klant, nr, oud.

    >>> words("CustomerID (nieuw)")
    ['customer', 'id', 'nieuw']
    """
    text = re.sub(r"^\s*#\s*(?=\w)", "aantal ", re.sub(r"\(\s*[-−][^)]*\)", " ", header))
    text = re.sub(
        r"\b([A-Z]{2,4})(?=[a-z]{3})", lambda found: found[0] + " " if found[0].lower() in _BEGINNINGS else found[0], text
    )
    text = re.sub(r"\b([A-Z]{2,5})([a-z]{2,})\b", lambda found: f"{found[1]} {found[2]}" if found[2] in _WHOLE else found[0], text)
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    text = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    text = re.sub(r"\((?:in )?(?:eur|euro|euros|usd|gbp)\)|\bin euro?s?\b", " ", text)
    text = (
        re.sub(r"\d+\s*%", " ", text).replace("e-mail", "email").replace("%", " procent ").replace("#", " nr ").replace("_", " ")
    )
    text = re.sub(r"\bnum(?:ber)? (?:of )?(?=[a-z]+s\b)", "aantal ", text)
    text = re.sub(r" {2,}", " ", text)
    text = _PHRASE.sub(lambda found: _PHRASES[found[0]], text)
    return re.findall(r"[a-z]+|\d+", text)


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """The ideas of a compound: the fewest, longest known parts that together are the whole word."""
    if word in _PARTS:
        return (_PARTS[word],)
    best: tuple[str, ...] = ()
    for size in range(len(word) - 1, 1, -1):
        part, rest = word[:size], word[size:]
        if part not in _PARTS and part not in _BEGINNINGS:
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


def _coupled(word: str) -> tuple[str, ...]:
    """Two known words, one of them short, written together as bookkeeping programs do: TRANSDAT, KLNTNAAM."""
    for size in range(len(word) - (2 if word.endswith(_SIGNS) else 3), 2, -1):
        if word[:size] in _WHOLE and word[size:] in _WHOLE:
            return (_WHOLE[word[:size]], _WHOLE[word[size:]])
    return ()


def _headed(word: str) -> tuple[str, ...]:
    """A compound of which only the last part is known: in Dutch that part says what it is, "huurdatum" is a date."""
    for head in _HEADS:
        if word.endswith(head) and len(word) > len(head) + 1:
            first = word.removesuffix(head)
            meant = (_WHOLE.get(first) if len(first) == 3 or head in ("nr", "nummer", "code") else "") or _meant(first)
            return (meant, _WHOLE[head]) if meant else ("?", *_last_known(first), _WHOLE[head])
    for ending in ("ing", "ingen", "en", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 4 and word.removesuffix(ending) in _PARTS:
            return (_PARTS[word.removesuffix(ending)],)
    tails = [word[at:] for at in range(3, len(word) - 4) if word[at:] in _PARTS]
    return ("?", _PARTS[tails[0]]) if tails else ()


def _tersely_headed(word: str) -> tuple[str, ...]:
    """The same in the fields of old programs: HOUTSRT is a kind of something, SCHEEPSNM a name."""
    for head in _TERSE_HEADS:
        if word.endswith(head) and len(word) > len(head) + 2:
            return ("?", _WHOLE[head])
    return ()


def _last_known(first: str) -> tuple[str, ...]:
    """What the end of an unknown first part says: the number of a "clublid" is that of a member."""
    tails = [first[at:] for at in range(3, len(first) - 2) if first[at:] in _PARTS]
    return (_PARTS[tails[0]],) if tails else ()


@lru_cache(maxsize=4096)
def _shortened(word: str, dotted: bool) -> tuple[str, ...]:
    """The idea of an abbreviation, when all known words that it can stand for mean the same.

    With a point behind it, it stands for what begins like it; without one, it must be longer and several words must; without vowels, it
    may be the consonants of a long word.
    """
    longer: set[str] = set()
    if dotted or len(word) > 4:
        first = bisect_left(_SORTED, word)
        begun = _SORTED[first : bisect_left(_SORTED, word + "{", first)]
        longer = {_PARTS[known] for known in begun} if dotted or len(begun) > 1 else set()
    if not longer and len(word) > 2 and not set(word) & set("aeiouy"):
        inside = re.compile(word[0] + "".join(f".*?{letter}" for letter in word[1:]))
        longer = {idea for known, idea in _PARTS.items() if 2 * len(word) <= len(known) <= 3 * len(word) and inside.match(known)}
    return tuple(longer) if len(longer) == 1 else ()


@lru_cache(maxsize=1)
def _slips() -> dict[str, set[tuple[str, int]]]:
    """Long known words, whole and with one letter left out: which words they come from, and where that letter stood."""
    found: dict[str, set[tuple[str, int]]] = {}
    for known in _PARTS:
        if len(known) > _SLIPS_INSIDE:
            for slip, at in _without_one(known).items():
                found.setdefault(slip, set()).add((known, at))
    return found


def _without_one(word: str) -> dict[str, int]:
    """The word, and what is left without one of its letters but the first and the last: endings make other words, not slips."""
    return {word: 0} | {word[:at] + word[at + 1 :]: at for at in range(1, len(word) - 1)}


@lru_cache(maxsize=4096)
def _misspelt(word: str) -> tuple[str, ...]:
    """The idea of a word with one letter wrong, too many, too few or two swapped; also of the last part of a compound ("klantnumer").

    >>> ideas("Factuurdatm"), ideas("Artkelnummer")
    (('ORDER', 'DATE'), ('PRODUCT', 'ID'))
    """
    if len(word) < _SLIPS_FROM or len(word) > 40:
        return ()
    meant = _meant(word)
    if meant:
        return (meant,)
    for size in range(len(word) - _SLIPS_INSIDE, 2, -1):
        first, last = word[:size], word[size:]
        if first in _PARTS and (meant := _meant(last)):
            return (_PARTS[first], meant)
        if last in _WHOLE and size > _SLIPS_INSIDE and (meant := _meant(first)):
            return (meant, _WHOLE[last])
    return ()


def _meant(word: str) -> str:
    if len(word) < _SLIPS_INSIDE:
        return ""
    told = {  # one letter is wrong, too many or too few, or two are swapped; a letter that moved makes another word
        _PARTS[known]
        for slip, here in _without_one(word).items()
        for known, there in _slips().get(slip, ())
        if not here or not there or here == there or abs(here - there) == 1 and sorted(word) == sorted(known)
    }
    return told.pop() if len(told) == 1 else ""
