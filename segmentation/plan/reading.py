"""Which facts does a question in somebody's own words ask for?

The words of the question are compared with the expressions of the vocabulary, with endings, separable verbs and slips of the pen. Longer
expressions hold before shorter ones in the same words; weak ones count only in a question about customers, and last ones only where nothing else
says what to count.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from segmentation.plan.vocabulary import vocabulary

ENDINGS = frozenset(["", *"e en es s n t d te ten de den er ers ing ings ed ly st ste je jes tje tjes".split()])
AFTER_E = frozenset("e en es ed er ers ing ings ly".split()) | {f"e{ending}" for ending in ENDINGS}
SHORT = {
    "t": "het",
    "n": "een",
    "mn": "mijn",
    "zn": "zijn",
    "hvl": "hoeveel",
    "vd": "van de",
    "tov": "ten opzichte van",
    "hoelang": "hoe lang",
    "hoevaak": "hoe vaak",
}
SIGNS = {"%": " procent ", "€": " euro ", "$": " dollar ", "£": " pound "}
TO_VERB = re.compile(r"\b(af|aan|achter|binnen|bij|mee|op|over|terug|uit|vast|weg) te (\w+)")  # "af te haken": the verb in one word again
GAP = 8
OWN_PLACE = frozenset({"interest", "sector"})
AT, THE = frozenset("op bij van naar at to of from about in".split()), frozenset("de het the this deze dit".split())
PREPOSITIONS = frozenset("uit op over aan in door om bij langs".split())
DETERMINERS = frozenset("de het een die deze dit dat ons onze mijn hun".split())
ABOUT_ANYTHING = frozenset({"products", "growth", "season"})
LAST = 2  # the doubt of an expression that counts only where nothing else does
OTHER = 3  # letters from which an unknown word may be the name of a thing
SHORTEST_SLIP, LONG = 5, 8  # letters: a shorter word with a slip is too often another word
AROUND = ("about", "aside", "elsewhere")  # these say what a question is about and take no words from others
TRADE = frozenset("purchases money margin returns discount payment mailings wallet support".split())  # plain words of these are about a shop
PRONOUNS = frozenset("wie who ze zij they them he she hij iemand iedereen anyone anybody someone somebody mensen people lui volk folk folks".split())
OURS = frozenset("ons onze our us".split())
AS_MOST = frozenset({"purchases", "money"})  # what a question about customers is about when its words betray nothing: three in four are


@dataclass(frozen=True, eq=False)
class Word:
    """One word of an expression: how it may be written; `_word` makes each once, so that one is found by its identity."""

    text: str
    exact: bool
    more_before: bool
    more_after: bool

    def fits(self, token: str) -> bool:
        if self.text == "#":
            return token[0].isdigit()
        if self.more_before:
            return (
                self.text in token if self.more_after else any(token.endswith(self.text + ending) for ending in ("", "s", "en"))
            )
        if self.more_after:
            return token.startswith(self.text)
        return token == self.text or (not self.exact and len(self.text) > 3 and _is_form(token, self.text))


Places = tuple[tuple[Word, ...], ...]


@dataclass(frozen=True)
class Expression:
    """Words that together betray `code`: each place has one word or another; before the places in `gaps` other words may stand.

    `doubt` 0 counts always, 1 in a question about customers, 2 only where in such a question nothing says what to count. A `dutch` one counts in no
    English question: there "the shop" is no form of "shoppen".
    """

    code: str
    places: Places
    gaps: frozenset[int]
    doubt: int
    dutch: bool

    def found(self, fitting: list[set[Word]], leading: frozenset[int] = frozenset(), place: int = 0, start: int = 0) -> frozenset[int]:
        """The places of the question it covers, empty when it is not there; `leading` are the prepositions in it, which close no separable verb."""
        reach = len(fitting) if place == 0 else start + 1 + (GAP if place in self.gaps else 0)
        for position in range(start, min(reach, len(fitting))):
            if fitting[position].isdisjoint(self.places[place]):
                continue
            if place in self.gaps and place + 1 == len(self.places) and position in leading:
                continue
            rest = self.found(fitting, leading, place + 1, position + 1) if place + 1 < len(self.places) else frozenset()
            if rest or place + 1 == len(self.places):
                return rest | {position}
        return frozenset()


@dataclass(frozen=True)
class Reading:
    """What was read: codes of needs, codes of what nobody should keep, whether it is about customers at all, and whether some of its words are plain."""

    needs: frozenset[str]
    refused: tuple[str, ...]
    about: bool
    sure: bool = True


@lru_cache(maxsize=1024)
def read(text: str, about_customers: bool = False) -> Reading:
    """The facts that a question asks for; `about_customers` where that is sure without its saying so.

    >>> sorted(read("waarom haken klanten af?").needs), read("welk geloof hebben ze").refused
    (['purchases', 'reasons'], ('religion',))
    """
    known = vocabulary()
    tokens = [_mended(token) for token in _tokens(text)]
    fitting = [_words_like(token) or _unknown(token) for token in tokens]
    at_all = set().union(*fitting) if fitting else set()
    english, leading, own = _is_english(tokens), _leading(tokens), _own_places(tokens)
    found = [(one, where) for one in _beginning_with(at_all) if not (english and one.dutch) and (where := one.found(fitting, leading))]
    found = [(one, where) for one, where in found if not (one.code in OWN_PLACE and where <= own)]
    held = list(_longest_first([(one, where) for one, where in found if one.code not in AROUND and one.doubt < LAST]))
    about = about_customers or any(one.code == "about" for one, _where in found) or any(one.code in known.needs and not one.doubt for one in held)
    subjects = {one.code for one in held if one.code in known.needs}
    about = about or subjects > {"products"} or len(subjects - ABOUT_ANYTHING) > 1  # what is sold and something of it, or whom and when
    needs = {one.code for one in held if one.code in known.needs and (about or not one.doubt)}
    if about and needs <= known.groups:
        needs |= {one.code for one, _where in found if one.doubt == LAST}
    if "margin" in needs:
        needs.add("money")
    refused = tuple(code for code in known.not_to_keep if any(one.code == code for one in held))
    people = bool(at_all & _people())
    if not about_customers and any(one.code == "elsewhere" for one, _where in found) and not _of_a_shop(held, at_all, tokens):
        return Reading(frozenset(), refused, about=False)
    if not people and not about_customers and any(one.code == "aside" for one, _where in found):
        return Reading(frozenset(), refused, about=False)
    of_people = not about_customers and people and not any(one.code == "nothing" for one in held)
    if not needs and not refused and of_people:
        return Reading(AS_MOST, refused, about, sure=False)
    return Reading(frozenset(needs), refused, about, bool(needs) or any(not one.doubt for one in held))  # everyday words count where customers are spoken of


def _leading(tokens: list[str]) -> frozenset[int]:
    """Where a word leads to another: "uit" closes "geven ... uit", but not in "geven gasten uit het noorden"."""
    return frozenset(at for at, (token, after) in enumerate(pairwise(tokens)) if token in PREPOSITIONS and after in DETERMINERS)


def _own_places(tokens: list[str]) -> frozenset[int]:
    """Where the asker's own place stands: "our museum", "op de camping"; that is no hobby and no trade of a customer's."""
    ours = {at + 1 for at, token in enumerate(tokens) if token in OURS}
    there = {at + 2 for at, (before, token) in enumerate(pairwise(tokens)) if before in AT and token in THE}
    return frozenset(ours | there)


def _of_a_shop(held: list[Expression], words: set[Word], tokens: list[str]) -> bool:
    """Whether it names customers, us, or what is bought and paid: "who" and "people" may be anybody."""
    named = any(word.text not in PRONOUNS for word in words & _people())
    return named or not OURS.isdisjoint(tokens) or any(one.code in TRADE and not one.doubt for one in held)


def _longest_first(found: list[tuple[Expression, frozenset[int]]]) -> Iterator[Expression]:
    """Those that hold: of two in the same words the longer one, or the one with less doubt."""
    held = list(_unshadowed(found))
    where_of = {id(one): where for one, where in found}
    return (one for one in held if not any(where_of[id(one)] <= where_of[id(other)] and _outdoes(other, one) for other in held))


def _outdoes(one: Expression, other: Expression) -> bool:
    return one.code not in (other.code, "nothing") and one.doubt < other.doubt and not one.gaps


def _unshadowed(found: list[tuple[Expression, frozenset[int]]]) -> Iterator[Expression]:
    """One whose words all belong to longer ones says nothing of its own."""
    taken: frozenset[int] = frozenset()
    for length in sorted({len(one.places) for one, _where in found}, reverse=True):
        of_this = [(one, where) for one, where in found if len(one.places) == length and not where <= taken]
        yield from (one for one, _where in of_this)
        if length > 1:
            taken = taken.union(*(where for one, where in of_this if not one.gaps or one.code == "nothing"))


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’‘`´")
    for sign, word in SIGNS.items():
        plain = plain.replace(sign, word)
    plain = plain.replace("v/d", "van de").replace("e-mail", "email")
    written = " ".join(SHORT.get(token, token) for token in re.findall(r"[a-z0-9]+", plain))
    return TO_VERB.sub(_one_verb, written).split()


def _is_english(tokens: list[str]) -> bool:
    known = vocabulary()
    return sum(token in known.english for token in tokens) > sum(token in known.dutch for token in tokens)


def _one_verb(found: re.Match[str]) -> str:
    """The verb in one word where there is such a verb: "er iets aan te verdienen" holds none."""
    whole = found[1] + found[2]
    return whole if any(len(word.text) > len(found[1]) for word in _words_like(whole)) else found[0]


@cache
def _lexicon() -> tuple[Expression, ...]:
    known = vocabulary()
    lists = {**known.needs, **known.not_to_keep, "nothing": known.nothing, "about": known.about, "aside": known.aside, "elsewhere": known.elsewhere}
    return tuple(_expression(code, item) for code, items in lists.items() for item in items)


@cache
def _by_first_word() -> dict[Word, list[int]]:
    starts: dict[Word, list[int]] = {}
    for number, one in enumerate(_lexicon()):
        for word in one.places[0]:
            starts.setdefault(word, []).append(number)
    return starts


def _beginning_with(words: set[Word]) -> list[Expression]:
    """The expressions of which every place is among these words, in the order of the list."""
    lexicon, starts = _lexicon(), _by_first_word()
    numbers = {number for word in words for number in starts.get(word, ())}
    return [lexicon[number] for number in sorted(numbers) if all(not words.isdisjoint(place) for place in lexicon[number].places)]


def _expression(code: str, marked: str) -> Expression:
    written = marked.removeprefix("~")
    places: list[tuple[Word, ...]] = []
    gaps: set[int] = set()
    for part in written.rstrip("?").split():
        if part == "..":
            gaps.add(len(places))
        else:
            places.append(tuple(_word(one) for one in part.split("/")))
    doubt = len(written) - len(written.rstrip("?"))
    return Expression(code, tuple(places), frozenset(gaps), max(doubt, int(code in vocabulary().everyday)), marked != written)


@cache
def _word(written: str) -> Word:
    return Word(written.strip("=*"), written.startswith("="), written.startswith("*"), written.endswith("*"))


@cache
def _vocabulary() -> tuple[Word, ...]:
    return tuple({word for one in _lexicon() for place in one.places for word in place})


@cache
def _by_start() -> dict[str, list[Word]]:
    """The words by the two letters a token must begin with to fit them; under "" those that fit in the middle of one."""
    starts: dict[str, list[Word]] = {}
    for word in _vocabulary():
        starts.setdefault("" if word.more_before or word.text == "#" else word.text[:2], []).append(word)
    return starts


@cache
def _people() -> frozenset[Word]:
    """The words by which a question asks for customers: who, which clients."""
    return frozenset(_word(one) for group in ("klant", "customer") for one in vocabulary().words[group].split("/"))


@lru_cache(maxsize=4096)
def _words_like(token: str) -> set[Word]:
    return {word for start in ("", token[:2]) for word in _by_start().get(start, ()) if word.fits(token)}


def _unknown(token: str) -> set[Word]:
    """What no expression knows may be the name of a thing: "which gnomes sell best"."""
    return set() if len(token) < OTHER or token in vocabulary().filler else {_word("_")}


def _is_form(token: str, word: str) -> bool:
    """Whether this is the word with an ending: "bestelt", "stopped", "leaving"."""
    if word.endswith("e") and token.startswith(word[:-1]):
        return token[len(word) - 1 :] in AFTER_E
    rest = token[len(word) :]
    return token.startswith(word) and (rest in ENDINGS or (rest[0] == word[-1] and rest[1:] in ENDINGS))


@lru_cache(maxsize=4096)
def _mended(token: str) -> str:
    """The word that was meant when this one is unknown and one slip of the pen away from one that is not."""
    if len(token) < SHORTEST_SLIP or _words_like(token):
        return token
    return min((word.text for word in _vocabulary() if word.text[0] == token[0] and _slipped(token, word)), default=token)


def _slipped(token: str, word: Word) -> bool:
    if word.more_before or len(word.text) < SHORTEST_SLIP:
        return False
    if not word.more_after:
        return _one_slip(token, word.text)
    return any(_one_slip(token[: len(word.text) + more], word.text) for more in (-1, 0, 1))


def _one_slip(token: str, word: str) -> bool:
    """Two letters swapped; in a longer word one letter too few or too many; in a long one, one that is wrong."""
    if len(token) == len(word):
        wrong = [place for place in range(len(word)) if token[place] != word[place]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and token[wrong[0]] == word[wrong[1]] and token[wrong[1]] == word[wrong[0]]
        return swapped or (len(wrong) == 1 and len(word) > LONG)
    short, long = sorted((token, word), key=len)
    return (
        len(long) == len(short) + 1 and len(short) > SHORTEST_SLIP and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    )
