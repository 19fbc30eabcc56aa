"""What does a question of a survey ask for? The kind of answer says more than the words of a whole sentence."""

import re

from segmentation.tables.fits import NUMBERS, WORDS, may_be
from segmentation.tables.kinds import Header
from segmentation.tables.rules import header_scores

_OPINION = re.compile(r"\b\d+\s*(?:-|t/?m|tot|to)\s*\d+\b|\b(?:vo?i?nd(?:t|en)?|think|feel)\b", re.IGNORECASE)
_OVERALL = re.compile(r"algeme|eindcijfer|eindoordeel|in (?:het|zijn) geheel|algehe|overall|in general|rapportcijfer|geeft? (?:je|jij|u)\b|alles bij elkaar|totale", re.IGNORECASE)
_HOW_MUCH = re.compile(r"\b(?:hoe|how) (?:zeer |very )?(?:tevreden|satisfied|happy|blij)", re.IGNORECASE)
_JUDGED = re.compile(r"\b(?:hoe|how) (?:beoordeel|would you rate|do you rate)", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:hoeveel|how many)\b", re.IGNORECASE)
_HOW = re.compile(r"\W*(?:hoe|how)\b", re.IGNORECASE)
_FOUND_US = re.compile(r"\bhoe\b.*\b(?:hoorde|gehoord|terecht|vernam|vernomen|ons gevonden|idee gekomen|ken(?:de|t)?)\b|\b(?:how|where) did you (?:\w+ )?(?:hear|find us|find out|learn|see|come across)\b", re.IGNORECASE)
_TOLD_ON = re.compile(r"recommend|aanbev|aanraad|bev(?:e|ee)l\w* .*aan\b|tell (?:your )?friends")
_WHICH = re.compile(r"\W*(?:welke?|which|what)\b", re.IGNORECASE)
_OPEN = re.compile(r"\W*(?:wat|waarom|waarmee|what|why)\b", re.IGNORECASE)
# Of a question about the person who answers, one word is enough.
_ASKED = {
    "age": {"AGE"},
    "gender": {"GENDER"},
    "birth_date": {"BIRTH"},
    "education": {"EDUCATION"},
    "household": {"HOUSEHOLD"},
    "city": {"CITY"},
    "postcode": {"POSTCODE"},
    "country": {"COUNTRY"},
    "first_name": {"FIRSTNAME"},
    "phone": {"PHONE"},
    "sector": {"SECTOR"},
    "employees": {"EMPLOYEES"},
    "device": {"DEVICE"},
    "channel": {"CHANNEL"},
    "interest": {"INTEREST"},
    "product_name": {"PRODUCT", "ORDER"},
}
ASKED_FOR = frozenset({"nps", "score", "reason", "text", "email", "name", "customer", "date", *_ASKED})


def answer_score(role: str, column: Header) -> float:
    """How well the answers to this question fit a role, 0 to 1."""
    have, type_ = set(column.ideas), column.typed.type
    if column.scaled and role not in ("nps", "score"):
        return 0.0
    if role == "score" and type_ == "category" and "SCORE" in have and ("NPS" not in have and _HOW_MUCH.search(column.name) or _JUDGED.search(column.name)):
        return 0.7  # satisfied, very satisfied; poor, good, excellent
    if role in ("nps", "score"):
        return _figure(role, column) if type_ in NUMBERS else 0.0
    if role == "reason":
        return 0.8 if "REASON" in have and type_ in WORDS else 0.0
    if role == "text":
        told = 0.7 if "TEXT" in have else 0.55 if type_ == "text" else 0.0
        said = 0.6 if column.look.seen.get("sentence", 0.0) >= 0.3 or _OPEN.match(column.name) and _wordy(column) else 0.0
        return max(told, said) if type_ in ("text", "category", "id") else 0.0
    if role == "customer" and "?" in column.name and "ID" not in have:
        return 0.0  # "Are you a pupil or a teacher?" asks what, not who
    if role in ("email", "name", "customer", "date"):
        return header_scores(column.ideas, "survey").get(role, 0.0)
    if role == "channel" and type_ in WORDS and _FOUND_US.search(column.name):
        return 0.8
    if role == "product_name" and not (_WHICH.match(column.name) and type_ == "category"):
        return 0.0
    asked = role in _ASKED and _ASKED[role] & have and not have & {"SCORE", "NPS", "REASON"}
    sooner = 0.05 if role == "channel" and _HOW.match(column.name) else 0.0  # "how did you find us" before "at which location"
    return 0.75 + sooner if asked and may_be(role, type_) else 0.0


def _wordy(column: Header) -> bool:
    """Whether at least half of the different answers have three words or more."""
    values = column.look.values
    return 2 * sum(value.count(" ") > 1 for value in values) >= len(values) > 3


def _figure(role: str, column: Header) -> float:
    """How well figures fit a score or a recommendation: none goes above ten."""
    if any(float(value) > 10 for value in column.look.values if value.replace(".", "", 1).isdigit()):
        return 0.0
    have, told = set(column.ideas), column.name.lower()
    if role == "nps":
        return 0.95 if "NPS" in have or _TOLD_ON.search(told) else 0.0
    if _OVERALL.search(told) and not _HOW_MANY.search(column.name):
        return 0.8
    if "SCORE" in have:
        return 0.75
    return 0.0 if column.scaled or _HOW_MANY.search(column.name) else 0.65 if _OPINION.search(column.name) else 0.6
