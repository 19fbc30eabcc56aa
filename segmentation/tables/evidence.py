"""What do the cells themselves look like? Shares of the values that are e-mail addresses, postcodes, countries, names of people …

>>> shares(["3511 AB", "1012JS"])["postcode"]
1.0
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from stdnum import ean, iban
from stdnum.be import nn
from stdnum.nl import bsn

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"(?:\+|00)[1-9][\d\s\-().]{7,15}|0[1-9]\d{0,2}[\s\-./]?\d[\d\s\-]{5,9}|06[\s\-]?\d[\d\s\-]{6,10}|\(0\d{1,3}\)\s?\d[\d\s\-]{5,9}|6\d{8}"
)
_DIALLED = re.compile(r"'?[+(]?\d[\d\s\-/.()]{5,17}")  # as telephones are written anywhere
_POSTCODE = re.compile(r"(?:NL[- ]?)?[1-9]\d{3}\s?[A-Za-z]{2}")
_STREET = re.compile(
    r"[^\d@]*(?:straat|laan|weg|plein|kade|dijk|singel|gracht|hof|pad|steeg|dreef|park|ring|markt|street|road|avenue|lane|drive|str\.)\b.*",
    re.I,
)
_HOUSED = re.compile(r"[A-Za-zÀ-ÿ'.\- ]{3,}\s\d{1,5}\s?[-/]?[A-Za-z0-9]{0,4}")
_URL = re.compile(r"(?:https?://|www\.)\S+|/[\w\-/.?=&%]*", re.I)
_PERSON = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’\-.]*\.?\s+){1,2}(?:(?:van|de|der|den|ten|ter|te|el|al|von|'t|du|la|le)\s+){0,3}[A-ZÀ-Þ][\w'’\-]+(?:\s*-\s*[A-ZÀ-Þ][\w'’\-]+)?"
)
_ADDRESSED = re.compile(  # mevr. Jansen, dhr. P. Bakker, A.B. de Vries, Jansen, P.
    r"^(?:mevr|mevrouw|mw|dhr|hr|heer|fam|familie|mrs?|ms|miss|dr|drs|ir|prof)\b\.?\s+\S|^(?:[A-Z]\.\s?)+(?:[a-z' ]+\s)?[A-Z]\w|^[A-Z][\w' -]+,\s*(?:[A-Z]\.\s?)+$",
    re.IGNORECASE,
)
_REVERSED = re.compile(r"[A-ZÀ-Þ][\w'’\- ]+,\s*(?:[A-ZÀ-Þ][\w'’\-.]*\s*)+(?:van|de|der|den|ten|ter|te|\s)*")
_FIRM = re.compile(
    r".*\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|ltd|inc|gmbh|llc|holding|group|groep|bvba|stichting|& zn|zonen|& zonen)\.?$", re.I
)
_NEAR_IBAN = re.compile(r"NL[ -]?\d\d[ -]?[A-Z]{4}[ -]?(?:\d[ -]?){10}|BE[ -]?(?:\d[ -]?){14}|DE[ -]?(?:\d[ -]?){20}", re.I)
_NUMBER = re.compile(r"-?\d{0,6}(?:[.,]\d{1,4})?")
_EDUCATION = re.compile(
    r"(?:(?:basisonderwijs|basisschool|lagere school|vmbo(?:-?[tgbk]l?)?|mavo|havo|vwo|atheneum|gymnasium|mbo(?:[- ]?[1-4])?|lbo|hbo|wo|universiteit|universitair|university"
    r"|bachelor|master|phd|high school|secondary school|primary school|college)(?:\s*[/+,-]\s*|\s+of\s+|$))+", re.I
)
_AGE_BAND = re.compile(r"(?:\d\d\s*(?:-|–|t/m|tot)\s*\d\d|(?:jonger dan|onder|<|under|tot)\s*\d\d|(?:ouder dan|boven|>|over)\s*\d\d|\d\d\s*(?:\+|en ouder|plus|and over|or older))(?:\s*(?:jaar|jr|years?))?", re.I)
_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", re.I)
_GENDERS = frozenset(
    "m v f w x o man vrouw male female mannelijk vrouwelijk anders other divers dhr dhr. mevr mevr. mw mw. heer de\u00a0heer mevrouw mr mrs ms "
    "mr. mrs. ms. non-binair non-binary nonbinary meneer".split()
) | {"de heer", "dhr/mevr", "zeg ik liever niet", "wil ik niet zeggen", "prefer not to say"}
_CURRENCIES = frozenset("eur usd gbp chf dkk sek nok pln € $ £ aud cad jpy".split())
_PAYMENTS = frozenset(
    (
        "ideal|pin|contant|creditcard|credit card|visa|mastercard|paypal|klarna|bancontact|cash|overboeking|op rekening|afterpay"
        "|riverty|mpesa|payconiq|mobilepay|twint|blik|venmo|automatische incasso|acceptgiro|overschrijving|bankoverschrijving|direct debit|pinpas|billink|american express|amex|cheque|gift card|vvv-bon|wero|trustly|apple pay|google pay|incasso|sofort|tikkie|in3|card|maestro|v pay|vpay|girocard|cadeaukaart|debit card|factuur|bank transfer|cadeaubon"
    ).split("|")
)
_CHANNELS = frozenset(
    (
        "webshop|winkel|online|website|telefoon|telefonisch|instagram|facebook|google|bol.com|bol|app|e-mail|email|marktplaats|balie"
        "|store|web|pos|phone|amazon|kassa|afhalen|nieuwsbrief|social media|mond-tot-mond|via via|direct|organic|beurs|etsy"
        "|thuisbezorgd|chat|whatsapp|showroom|markt|linkedin|mail|portaal|portal|thefork|booking.com|eigen site|site|internet|folder"
        "|flyer|post|street|walk-in|inloop|baliebezoek|veiling|klok|veilingklok|makelaar|tussenpersoon|reisbureau|partner|dealer"
        "|brief|letter|klantportaal|mijn omgeving|mijn-omgeving|filiaal|buitendienst|inbound|outbound|referral|via bekende|via vriend|advertentie|google ads|event|open dag|tiktok|shop"
        "|mobile|mobile app|desktop|in-store|airbnb|anwb|telesales|uber eats|loket"
    ).split("|")
)
_STATES = frozenset(
    """open gesloten closed nieuw new klaar gereed afgerond afgehandeld voltooid completed complete done finished opgelost solved resolved pending wachtend on-hold
    in-behandeling processing in-progress bezig gepland planned scheduled bevestigd confirmed geannuleerd canceled cancelled vervallen verlopen expired verzonden shipped sent
    geleverd delivered afgeleverd betaald paid onbetaald unpaid voldaan openstaand outstanding overdue actief active inactief inactive slapend opgezegd gestopt stopped
    gepauzeerd paused frozen geblokkeerd blocked gewonnen won verloren lost akkoord accepted geaccepteerd afgewezen rejected declined goedgekeurd approved concept draft
    no-show gekomen verschenen opgehaald collected retour returned geretourneerd refunded terugbetaald ingepland uitgevoerd gefactureerd invoiced besteld ordered ontvangen
    received wacht-op-onderdeel wacht-op-klant awaiting-payment failed mislukt verwerkt processed aanvraag offerte deels-betaald deels-geleverd partially-paid herinnering
    gearchiveerd archived toegewezen assigned heropend reopened in-gebruik prospect trial proef churned lopend aangemeld afgemeld ingeschreven uitgeschreven wachtlijst
    behandeld in-bestelling binnen uitgeleend ingeleverd""".split()
)
_CITIES = frozenset(
    """amsterdam rotterdam den-haag 's-gravenhage utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn arnhem haarlem haarlemmermeer amersfoort zaanstad
    enschede den-bosch 's-hertogenbosch zwolle leiden leeuwarden zoetermeer maastricht dordrecht ede alphen-aan-den-rijn emmen delft deventer venlo sittard helmond hilversum oss
    amstelveen purmerend roosendaal schiedam lelystad alkmaar vlaardingen almelo gouda spijkenisse assen veenendaal nieuwegein zeist katwijk bergen-op-zoom hoorn hengelo hardenberg
    doetinchem kampen roermond den-helder capelle-aan-den-ijssel meppel hoogeveen heerlen weert tiel woerden houten culemborg goes middelburg vlissingen terneuzen drachten sneek
    heerenveen harderwijk barneveld nijkerk wageningen winterswijk zutphen raalte ommen coevorden stadskanaal veendam delfzijl winschoten haren roden beilen bussum naarden
    heemstede beverwijk castricum heerhugowaard schagen enkhuizen volendam edam diemen uithoorn aalsmeer waddinxveen rijswijk voorburg wassenaar naaldwijk maassluis ridderkerk
    barendrecht papendrecht gorinchem waalwijk boxtel veghel uden cuijk boxmeer best veldhoven geldrop valkenswaard deurne asten horst venray panningen echt geleen kerkrade brunssum
    landgraaf valkenburg antwerpen gent brugge leuven mechelen brussel hasselt genk kortrijk aalst oostende turnhout london paris berlin soest baarn bilthoven de-bilt
    dronten emmeloord urk staphorst nunspeet ermelo putten epe vaassen twello rijssen oldenzaal borne goor haaksbergen losser franeker harlingen bolsward joure dokkum
    etten-leur oosterhout zevenbergen dongen rijen""".split()
)
_FIRST = frozenset(
    """jan piet kees henk willem johan peter hans erik mark marco paul frank rob bas tom tim thomas lars daan sem lucas luuk finn noah levi milan bram jesse jayden
    maria anna johanna elisabeth anja petra ingrid marieke sanne lisa eva emma julia sophie fleur lotte anne iris femke esther linda monique sandra karin ellen wilma ria truus
    mohamed mohammed fatima ahmed ali youssef ibrahim aisha david michael john james robert mary patricia jennifer sarah laura kevin dennis jeroen martijn maarten sander
    pieter gerard cor joop wim theo ton ans annie els mieke joke tineke saskia manon chantal kim naomi nina sara zoe mila tess roos noor liam olivia ruben niels stefan
    robin bart joost koen stijn gijs thijs jasper rick remco ronald richard patrick marcel rene andre jos bert harry arie leo fred george emily charlotte suzanne
    nicole astrid yvonne miranda wendy danielle michelle simone judith renate hanneke marleen mirjam carla gerda hilde bianca jolanda claudia brigitte""".split()
)

_LAST = frozenset(
    """jong jansen vries berg bakker dijk visser janssen smit meijer boer mulder groot bos vos peters hendriks leeuwen dekker brouwer wit dijkstra
    smits graaf meer linden kok jacobs vermeulen schouten beek bosch hoekstra willems veen koster schipper evers prins huisman maas verhoeven kuijpers gerritsen
    post kuiper postma veenstra vliet scholten gerrits heuvel bosman kramer timmermans mol ven driessen kooij koning blom vink bruin heijden hermans molenaar
    jonge martens wal wijk boom kroon zee ruiter vandenberg beukers claessens wolters boersma sanders peeters maes mertens claes goossens wouters desmet smet
    pauwels dubois lambert dupont vandenbroeck devos declercq verhaegen michiels hendrickx aerts lemmens yilmaz kaya demir celik ozturk yildiz aydin bouzid mohammed singh
    khan ali nguyen hassan smith jones taylor wilson johnson williams davies evans thomas roberts walker thompson hughes edwards
    harris clarke jackson turner cooper morris ward martin miller davis garcia rodriguez martinez anderson lee perez
    lopez scott adams nelson baker carter mitchell campbell phillips parker collins stewart murphy kelly ryan hoekman haan vroom wiersma bruijn kessel terpstra
    hofman hofstra postmus sikkema bergsma elzinga wagenaar dekkers faber zijlstra douma kamphuis nijland wijnen lammers roos rooij schaik hoek snijders zwart verbeek
    verhagen vonk zeeman versteeg nieuwenhuis pol bijl brink horst velde veldman bergman stam wessels kosters damen keizer franken kempen cornelissen simons rutten
    geerts muller schmidt weber""".split()
)
_OF = frozenset("van de der den ten ter te el al von 't du la le vd v/d v.d.".split())


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Countries in Dutch and English, and their codes."""
    from babel import Locale

    told = {language: {str(code): str(name) for code, name in Locale(language).territories.items()} for language in ("nl", "en")}
    codes = {code.lower() for code in told["en"] if len(code) == 2}
    names = {name.lower() for words in told.values() for code, name in words.items() if len(code) == 2}
    extra = {
        "holland",
        "nld",
        "bel",
        "deu",
        "gbr",
        "usa",
        "uk",
        "eire",
        "the netherlands",
        "belgie",
        "nederland",
        "engeland",
        "england",
        "rsa",
        "channel islands",
        "unspecified",
        "european community",
        "united states of america",
        "fra",
        "esp",
        "ita",
    }
    return frozenset(names | codes | extra)


def _matches(shape: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: bool(shape.fullmatch(value))


def _is_iban(value: str) -> bool:
    """Whether this is the number of an account; one of our neighbours' with a slip of the pen still is."""
    return len(value) > 14 and value[:2].isalpha() and (_NEAR_IBAN.fullmatch(value) is not None or iban.is_valid(value))


def _is_bsn(value: str) -> bool:
    digits = re.sub(r"[\s.\-]", "", value)
    return digits.isdigit() and (8 <= len(digits) <= 9 and bsn.is_valid(digits.zfill(9)) or len(digits) == 11 and nn.is_valid(digits))


def _is_surname(value: str) -> bool:
    """Whether this is a last name alone, as far as they are well known or have the words in front that last names have: "van den Berg", "Jansen".

    >>> _is_surname("van den Berg"), _is_surname("Bakker-Smit"), _is_surname("Kaas")
    (True, True, False)
    """
    told = value.replace(",", " ").split()
    rest = [word for word in told if word.lower() not in _OF]
    led = len(rest) < len(told) <= 4 and all(word[0].islower() or not word[0].isalpha() for word in told if word not in rest)  # "De Storm" may be a boat
    return len(rest) == 1 and rest[0][:1].isupper() and (led or bool(set(rest[0].lower().split("-")) & _LAST))


def _is_person(value: str) -> bool:
    return bool(_PERSON.fullmatch(value) or (_REVERSED.fullmatch(value) and "," in value)) and not any(
        sign.isdigit() for sign in value
    )


TESTS: dict[str, Callable[[str], bool]] = {
    "email": _matches(_EMAIL),
    "phone": lambda value: bool(_PHONE.fullmatch(value)) and 9 <= sum(sign.isdigit() for sign in value) <= 13,
    "dialled": lambda value: bool(_DIALLED.fullmatch(value)) and 7 <= sum(sign.isdigit() for sign in value) <= 15,
    "postcode": _matches(_POSTCODE),
    "iban": _is_iban,
    "bsn": _is_bsn,
    "ean": lambda value: value.isdigit() and len(value) == 13 and ean.is_valid(value),
    "street": lambda value: bool(_STREET.fullmatch(value) or _HOUSED.fullmatch(value)),
    "url": _matches(_URL),
    "uuid": _matches(_UUID),
    "person": _is_person,
    "first": lambda value: value.lower() in _FIRST,
    "known_person": lambda value: _is_person(value) and bool(_FIRST & set(re.findall(r"\w+", value.lower()))),
    "surname": _is_surname,
    "addressed": lambda value: bool(_ADDRESSED.search(value)) and not any(sign.isdigit() for sign in value),
    "firm": _matches(_FIRM),
    "gender": lambda value: value.lower() in _GENDERS,
    "country": lambda value: value.lower() in _countries(),
    "city": lambda value: value.lower().replace(" ", "-") in _CITIES,
    "currency": lambda value: value.lower() in _CURRENCIES,
    "payment": lambda value: value.lower().replace("_", " ") in _PAYMENTS,
    "channel": lambda value: value.lower() in _CHANNELS,
    "state": lambda value: value.lower().replace(" ", "-") in _STATES,
    "education": lambda value: bool(_EDUCATION.fullmatch(value)),
    "age_band": lambda value: bool(_AGE_BAND.fullmatch(value)),
    "sentence": lambda value: value.count(" ") >= 4,
}


def shares(values: Sequence[str], most: int = 300) -> dict[str, float]:
    """For every kind of value the share of these (different) values that are of it; none that is nought."""
    step = max(1, len(values) // most)
    some = [value for value in values[::step] if len(value) < 400][:most]
    if not some:
        return {}
    found = {}
    telling = [value for value in some if not _NUMBER.fullmatch(value)]  # a short number is none of these things
    for kind, test in TESTS.items() if telling else ():
        hits = sum(test(value) for value in telling)
        if hits:
            found[kind] = round(hits / len(some), 3)
    return found
