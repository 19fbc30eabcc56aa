"""In which province and region does a customer live? By the postcode, else by the name of a larger town; offline."""

import pandas as pd

# Dutch four-digit postcodes by province, border villages included as far as ranges go (first, last, province).
_DUTCH = """
1000 1299 Noord-Holland|1300 1379 Flevoland|1380 1389 Noord-Holland|1390 1393 Utrecht|1394 1395 Noord-Holland
1396 1397 Utrecht|1398 1425 Noord-Holland|1426 1427 Utrecht|1428 1429 Zuid-Holland|1430 2158 Noord-Holland
2159 2164 Zuid-Holland|2165 2165 Noord-Holland|2166 3399 Zuid-Holland|3400 3464 Utrecht|3465 3466 Zuid-Holland
3467 3624 Utrecht|3625 3625 Noord-Holland|3626 3650 Utrecht|3651 3653 Zuid-Holland|3654 3769 Utrecht|3770 3789 Gelderland
3790 3791 Utrecht|3792 3799 Gelderland|3800 3836 Utrecht|3837 3888 Gelderland|3889 3899 Flevoland|3900 3924 Utrecht
3925 3926 Gelderland|3927 3999 Utrecht|4000 4119 Gelderland|4120 4146 Utrecht|4147 4162 Gelderland|4163 4169 Utrecht
4170 4199 Gelderland|4200 4209 Zuid-Holland|4210 4212 Gelderland|4213 4213 Zuid-Holland|4214 4219 Gelderland
4220 4229 Zuid-Holland|4230 4239 Utrecht|4240 4249 Zuid-Holland|4250 4299 Noord-Brabant|4300 4599 Zeeland
4600 4674 Noord-Brabant|4675 4675 Zeeland|4676 4689 Noord-Brabant|4690 4699 Zeeland|4700 5299 Noord-Brabant
5300 5335 Gelderland|5336 5765 Noord-Brabant|5766 5817 Limburg|5818 5849 Noord-Brabant|5850 6019 Limburg
6020 6029 Noord-Brabant|6030 6499 Limburg|6500 6583 Gelderland|6584 6599 Limburg|6600 7399 Gelderland|7400 7438 Overijssel
7439 7439 Gelderland|7440 7704 Overijssel|7705 7705 Drenthe|7706 7739 Overijssel|7740 7769 Drenthe|7770 7799 Overijssel
7800 7945 Drenthe|7946 7946 Overijssel|7947 7949 Drenthe|7950 7955 Overijssel|7956 7999 Drenthe|8000 8049 Overijssel
8050 8054 Gelderland|8055 8069 Overijssel|8070 8099 Gelderland|8100 8159 Overijssel|8160 8195 Gelderland|8196 8199 Overijssel
8200 8259 Flevoland|8260 8299 Overijssel|8300 8322 Flevoland|8323 8349 Overijssel|8350 8354 Drenthe|8355 8379 Overijssel
8380 8387 Drenthe|8388 8436 Friesland|8437 8439 Drenthe|8440 9299 Friesland|9300 9349 Drenthe|9350 9399 Groningen
9400 9478 Drenthe|9479 9479 Groningen|9480 9499 Drenthe|9500 9509 Groningen|9510 9539 Drenthe|9540 9563 Groningen
9564 9564 Drenthe|9565 9569 Groningen|9570 9579 Drenthe|9580 9653 Groningen|9654 9659 Drenthe|9660 9748 Groningen
9749 9749 Drenthe|9750 9759 Groningen|9760 9769 Drenthe|9770 9849 Groningen|9850 9859 Friesland|9860 9869 Groningen
9870 9879 Friesland|9880 9999 Groningen
"""

_BELGIAN = """
1000 1299 Brussel|1300 1499 Waals-Brabant|1500 1999 Vlaams-Brabant|2000 2999 Antwerpen|3000 3499 Vlaams-Brabant
3500 3999 Limburg (BE)|4000 4999 Luik|5000 5680 Namen|6000 6599 Henegouwen|6600 6999 Luxemburg (BE)|7000 7999 Henegouwen
8000 8999 West-Vlaanderen|9000 9999 Oost-Vlaanderen
"""

_TOWNS = {
    "Groningen": "groningen hoogezand veendam stadskanaal winschoten delfzijl leek haren appingedam",
    "Friesland": "leeuwarden drachten sneek heerenveen harlingen joure franeker dokkum wolvega bolsward lemmer",
    "Drenthe": "assen emmen hoogeveen meppel coevorden roden beilen borger eelde klazienaveen",
    "Overijssel": "zwolle enschede deventer almelo hengelo kampen oldenzaal raalte rijssen hardenberg steenwijk"
    " nijverdal borne haaksbergen",
    "Flevoland": "almere lelystad dronten emmeloord zeewolde urk",
    "Gelderland": "arnhem nijmegen apeldoorn ede doetinchem zutphen tiel harderwijk barneveld wageningen winterswijk"
    " culemborg ermelo nunspeet epe duiven zevenaar wijchen putten voorst elst velp zaltbommel",
    "Utrecht": "utrecht amersfoort veenendaal nieuwegein zeist houten woerden soest ijsselstein maarssen bilthoven"
    " baarn leusden vianen doorn mijdrecht breukelen bunschoten leerdam",
    "Noord-Holland": "amsterdam haarlem zaandam hoofddorp hilversum alkmaar amstelveen purmerend hoorn velsen"
    " heerhugowaard beverwijk heemskerk castricum bussum huizen weesp aalsmeer schagen uithoorn heemstede"
    " volendam edam enkhuizen naarden haarlemmermeer",
    "Zuid-Holland": "rotterdam den haag 's-gravenhage dordrecht leiden zoetermeer delft gouda spijkenisse vlaardingen"
    " schiedam alphen aan den rijn rijswijk katwijk barendrecht ridderkerk gorinchem papendrecht"
    " zwijndrecht leidschendam voorburg wassenaar maassluis hellevoetsluis noordwijk waddinxveen"
    " sliedrecht lisse naaldwijk nootdorp",
    "Zeeland": "middelburg vlissingen goes terneuzen zierikzee hulst tholen",
    "Noord-Brabant": "eindhoven tilburg breda den bosch 's-hertogenbosch helmond oss roosendaal bergen op zoom oosterhout"
    " waalwijk veldhoven uden boxtel etten-leur best dongen valkenswaard veghel geldrop boxmeer deurne"
    " cuijk",
    "Limburg": "maastricht venlo sittard heerlen roermond weert geleen kerkrade landgraaf venray valkenburg brunssum",
}
_LONG = ("den haag", "den bosch", "bergen op zoom", "alphen aan den rijn")

_REGIONS = {
    "north": ("Groningen", "Friesland", "Drenthe"),
    "east": ("Overijssel", "Flevoland", "Gelderland"),
    "west": ("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland"),
    "south": ("Noord-Brabant", "Limburg"),
}
REGION = {province: region for region, provinces in _REGIONS.items() for province in provinces}
_NETHERLANDS = {"nl", "nld", "netherlands", "the netherlands", "nederland", "holland"}
_BELGIUM = {"be", "bel", "belgium", "belgië", "belgie", "belgique"}


def _ranges(text: str) -> list[tuple[int, int, str]]:
    parts = [part.split(" ", 2) for line in text.strip().splitlines() for part in line.split("|")]
    return [(int(first), int(last), name) for first, last, name in parts]


def _lookup(text: str) -> pd.Series:
    return pd.Series({code: name for first, last, name in _ranges(text) for code in range(first, last + 1)}, dtype="str")


def towns() -> dict[str, str]:
    found = {}
    for province, names in _TOWNS.items():
        long = [name for name in _LONG if name in names]
        for name in long:
            names = names.replace(name, "")
        found.update(dict.fromkeys([*long, *names.split()], province))
    return found


def provinces(postcode: pd.Series, town: pd.Series, country: pd.Series) -> pd.Series:
    """The province of each customer, missing where it cannot be told.

    >>> one = lambda text: pd.Series([text], dtype="str")
    >>> provinces(one("9401 AB"), one("Assen"), one("NL")).tolist()
    ['Drenthe']
    """
    land = country.str.strip().str.lower()
    dutch, belgian = land.isna() | land.isin(_NETHERLANDS), land.isin(_BELGIUM)
    code = postcode.str.extract(r"^\s*(?:NL|B|BE)?[\s-]*([1-9][0-9]{3})(?:\.0)?\s*(?:[A-Za-z]{2})?\s*$")[0]
    digits = pd.to_numeric(code).astype("Int64")
    by_code = digits.map(_lookup(_DUTCH)).where(dutch).fillna(digits.map(_lookup(_BELGIAN)).where(belgian))
    by_town = town.str.strip().str.lower().map(towns()).where(dutch & (code.isna() | by_code.isna()))
    return by_code.fillna(by_town).astype("str")


def regions(province: pd.Series) -> pd.Series:
    """north, east, west or south, as Statistics Netherlands divides the country (NUTS 1)."""
    return province.map(REGION).astype("str")
