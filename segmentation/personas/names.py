"""What could somebody of this age, from this place, be called? Invented people only.

Own short lists per birth cohort (age bands as of the middle of the 2020s) and per country; a name that both men and women carry is taken
unless the data say which it is. A persona is never given the name of another persona of the same study.
"""


import hashlib
from collections.abc import Container

# country → age band (youngest age) → (either, women, men)
FIRST: dict[str, dict[int, tuple[str, str, str]]] = {
    "nl": {
        0: ("Robin Sam Noa Bo Jip Luca Charlie Puck Jamie Kai", "Emma Sanne Fleur Lotte Isa Britt Femke Roos", "Daan Thijs Sem Bram Lars Tim Ruben Jesse"),
        30: ("Robin Kim Sam Marijn Bo Jamie Sascha Dominique Pim Loïs", "Marloes Sanne Linda Anouk Ilse Marieke Eline Nienke",
             "Jeroen Bas Mark Sander Rick Niels Joost Maarten"),
        45: ("Chris Robin Marijn Kim Jos Sandy Pascal Dominique Sjors Marian", "Monique Esther Petra Mirjam Saskia Karin Ingrid Wendy",
             "Marcel Peter Edwin Erik Ronald Frank Arjan Richard"),
        60: ("Jos Chris Wil Jo Toni Willy Bernie Marian Nicky Gerrie", "Marja Ineke Anja Ria Tineke Margriet Hanneke Wilma",
             "Henk Kees Gerard Hans Wim Jan Piet Theo"),
        75: ("Jo Willy Gerrie Wil Jos Annie Bennie Toos Rinie Chris", "Riet Corrie Truus Greet Nel Mien Bep Jopie",
             "Cor Arie Joop Gerrit Klaas Dirk Siem Bertus"),
    },
    "fy": {
        0: ("Jorrit Rixt Sil Fedde Nynke Wytse", "Nynke Femke Rixt Jeltje Froukje Hiske", "Jelle Sietse Wytse Jorrit Fedde Hidde"),
        45: ("Anne Jelle Sjoerd Baukje Tjitske Wiebe", "Sietske Baukje Tjitske Hinke Janke Ytsje", "Sjoerd Wiebe Sytse Douwe Tjeerd Klaas"),
    },
    "be": {
        0: ("Robin Noor Lou Senne Jo Sam", "Lore Noor Fien Hanne Marthe Elke", "Wout Jef Seppe Stijn Bavo Arne"),
        45: ("Jo Chris Dominique Pascal Lou Robin", "Griet Leen An Katrien Hilde Veerle", "Luc Koen Geert Dirk Wim Filip"),
    },
    "en": {
        0: ("Alex Robin Charlie Jamie Casey Rowan Frankie Morgan", "Chloe Holly Megan Isla Poppy Jess", "Callum Josh Harry Ollie Ben Luke"),
        30: ("Alex Jamie Sam Charlie Jordan Ashley Robin Lee", "Gemma Laura Claire Becky Hannah Kirsty", "Gareth Craig Stuart Adam Ross Liam"),
        50: ("Chris Pat Lesley Robin Terry Kerry Frances Jo", "Karen Alison Tracey Heather Sally Fiona", "Nigel Graham Keith Martin Neil Ian"),
        70: ("Pat Leslie Robin Frances Jean Sidney Terry Evelyn", "Margaret Maureen Doreen Brenda Sheila Hazel", "Roy Derek Norman Ron Ken Dennis"),
    },
    "de": {
        0: ("Kim Robin Sascha Toni Luca Jona", "Lena Hanna Greta Svenja Katrin Antje", "Jonas Lukas Malte Torben Jan Kai"),
        45: ("Kim Sascha Toni Heike Uli Chris", "Heike Birgit Sabine Anke Ute Karin", "Uwe Jürgen Thomas Holger Bernd Ralf"),
    },
    "fr": {
        0: ("Camille Charlie Sacha Lou Alix Noa", "Manon Chloé Léa Inès Élise Margot", "Hugo Théo Lucas Bastien Jules Rémi"),
        45: ("Dominique Claude Camille Pascal Frédérique Andréa", "Sylvie Nathalie Isabelle Corinne Florence Hélène",
             "Laurent Philippe Thierry Olivier Bruno Didier"),
    },
}
LAST = {
    "nl": "Veenstra Bakker Mulder Timmer Hofman Kuiper Brouwer Smeets Verhoeven Schipper Boersma Wolters Linthorst Haverkamp Kramer Postma",
    "fy": "Hoekstra Dijkstra Wiersma Zijlstra Terpstra Bouma Sikkema Feenstra Elzinga Reitsma",
    "be": "Peeters Maes Claes Wouters Goossens Desmet Verlinden Lambrecht Baert Aerts",
    "en": "Carter Whitfield Hughes Barlow Ashworth Fletcher Marsh Holloway Pritchard Bennett Doyle Kirkwood",
    "de": "Lindner Becker Vogt Brandt Seidel Hartmann Kessler Albrecht Winter Jansen",
    "fr": "Moreau Lefèvre Garnier Rousseau Chevalier Lambert Fontaine Marchand Perrin Girard",
}
COUNTRIES = {
    "nl": "nl nld nederland netherlands the netherlands holland", "be": "be bel belgië belgie belgium vlaanderen",
    "en": "gb uk gbr united kingdom verenigd koninkrijk england engeland eire ierland ireland scotland us usa united states australia",
    "de": "de deu germany duitsland austria oostenrijk deutschland", "fr": "fr fra france frankrijk",
}


def country_of(country: str, province: str, language: str) -> str:
    """Which name list fits: by country where it is known, by language where it is not.

    >>> country_of("United Kingdom", "", "nl"), country_of("", "Fryslân", "nl"), country_of("", "", "en")
    ('en', 'fy', 'en')
    """
    if province.strip().casefold() in {"fryslân", "fryslan", "friesland"}:
        return "fy"
    wanted = country.strip().casefold()
    for code, words in COUNTRIES.items():
        if wanted and (wanted in words.split() or wanted in words):
            return code
    return "en" if language == "en" and not wanted and not province else "nl"


def invent(
    seed: int, segment: str, *, age: float | None = None, gender: str = "", country: str = "nl", taken: Container[str] = ()
) -> str:
    """A name that is always the same for the same seed, segment and facts.

    >>> invent(0, "A", age=48, country="nl") == invent(0, "A", age=48, country="nl")
    True
    """
    bands = FIRST[country]
    youngest = max(band for band in bands if band <= max(age if age is not None else 45, 0))
    firsts = bands[youngest][{"f": 1, "m": 2}.get(gender, 0)].split()
    lasts = LAST[country].split()
    start = int.from_bytes(hashlib.sha256(f"{seed}|{segment}|{youngest}|{gender}".encode()).digest()[:8], "big")
    return f"{_free(firsts, start, taken)} {_free(lasts, start // 97, taken)}"


def _free(names: list[str], start: int, taken: Container[str]) -> str:
    """The first name from here on that nobody has yet; the one here when all are taken."""
    turned = [names[(start + step) % len(names)] for step in range(len(names))]
    return next((name for name in turned if name not in taken), turned[0])
