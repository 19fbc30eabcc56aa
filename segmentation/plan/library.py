"""Which questions are good ones to begin with, per trade and for people or firms?"""

from dataclasses import dataclass
from functools import lru_cache

from segmentation.language import N_, _
from segmentation.plan.reading import read
from segmentation.study import Question

TRADES = {
    "any": N_("any trade"),
    "webshop": N_("web shop"),
    "shop": N_("shop"),
    "hospitality": N_("food and drink"),
    "care": N_("salon, practice or sport"),
    "craft": N_("garage, installer or craft"),
    "wholesale": N_("wholesale or production"),
    "services": N_("business services"),
    "club": N_("association or charity"),
}


@dataclass(frozen=True)
class LibraryQuestion:
    """A question to take or adapt: its needs are known, so is the trade it fits."""

    id: str
    text: str
    needs: tuple[str, ...]
    trades: tuple[str, ...] = ("any",)
    audience: str = "both"  # both, b2c or b2b

    def told(self) -> str:
        return _(self.text)


def _q(id: str, text: str, needs: str, trades: str = "any", audience: str = "both") -> LibraryQuestion:
    return LibraryQuestion(id, text, tuple(needs.split()), tuple(trades.split()), audience)


LIBRARY: tuple[LibraryQuestion, ...] = (
    _q("best", N_("Who are our best customers?"), "purchases money"),
    _q("kinds", N_("Which kinds of customer do we have?"), "purchases money"),
    _q("unprofitable", N_("Which customers cost us more than they bring in?"), "money margin returns support"),
    _q("concentration", N_("How much do we depend on a few large customers?"), "money"),
    _q("one_time", N_("Who buys once and never comes back?"), "purchases"),
    _q("at_risk", N_("Which good customers are we about to lose?"), "purchases money"),
    _q("worth", N_("What is a customer worth to us in the coming year?"), "purchases money margin"),
    _q("loyal", N_("Who is loyal but spends little, and what else could they buy?"), "purchases money products"),
    _q("returns", N_("Who sends back so much that we lose money?"), "returns margin money"),
    _q("support", N_("Which customers ask so much help that we lose money?"), "support margin money"),
    _q("discount", N_("Who buys only with a discount?"), "discount purchases"),
    _q("cross_sell", N_("What is bought together, and whom do we offer it?"), "products"),
    _q("first_product", N_("With which first purchase do our best customers begin?"), "products purchases money"),
    _q("where", N_("Where do our best customers live?"), "place money", audience="b2c"),
    _q("age", N_("For which generations do we matter, and for which not?"), "age money", audience="b2c"),
    _q("more_like", N_("Where do we find more customers like our best ones?"), "money place acquisition"),
    _q("satisfied", N_("Are our most valuable customers content?"), "satisfaction money"),
    _q("why", N_("Why do people buy from us, and why not?"), "reasons"),
    _q("ambassadors", N_("Whom can we ask to recommend us?"), "satisfaction purchases"),
    _q("mailing", N_("Who should get which newsletter?"), "mailings purchases"),
    _q("mail_tired", N_("Whom do we mail too often?"), "mailings"),
    _q("season", N_("Who buys when in the year?"), "season purchases"),
    _q("growth", N_("Which group of customers grows, and which shrinks?"), "growth purchases"),
    _q("wallet", N_("Which share of their spending goes to competitors?"), "wallet money"),
    _q("channel", N_("Which channel brings the customers that stay?"), "channel purchases", "webshop shop"),
    _q("abandon", N_("Who looks but does not buy?"), "visits purchases", "webshop"),
    _q("delivery", N_("Who orders so little that delivery costs more than we earn?"), "money margin", "webshop wholesale"),
    _q(
        "reviews",
        N_("What do content and discontented customers write, and who are they?"),
        "reasons satisfaction",
        "webshop hospitality care",
    ),
    _q("card", N_("Does our loyalty card change how people buy?"), "discount purchases", "shop hospitality"),
    _q("daypart", N_("Who comes on quiet hours, and who only at the busiest?"), "season", "hospitality care shop"),
    _q("groups", N_("Are families another kind of guest than couples?"), "household money", "hospitality", "b2c"),
    _q("no_show", N_("Who makes appointments and does not come back?"), "purchases", "care"),
    _q("treatments", N_("Which treatments or lessons lead to a second one?"), "products purchases", "care club"),
    _q("maintenance", N_("Whose maintenance is due, and who went elsewhere?"), "purchases wallet", "craft"),
    _q("jobs", N_("Which kinds of job earn least per hour of work?"), "products margin support", "craft services"),
    _q("sectors", N_("In which sectors are our best business customers?"), "sector money", "wholesale services any", "b2b"),
    _q("firm_size", N_("Does the size of a firm tell what it will spend?"), "firm_size money", "wholesale services any", "b2b"),
    _q("late", N_("Which customers pay late, and what does that cost us?"), "payment money", "wholesale services craft", "b2b"),
    _q(
        "contracts",
        N_("Which customers order by habit and which compare every time?"),
        "purchases",
        "wholesale services",
        "b2b",
    ),
    _q("minimum", N_("From which order size do we earn?"), "money margin", "wholesale", "b2b"),
    _q("members", N_("Which members are about to leave?"), "purchases mailings", "club"),
    _q("donors", N_("Who gives often, and who gave once?"), "purchases money", "club"),
)
ALIKE = 0.2  # share of three-letter parts in common from which a question is worth proposing
SAME = 0.8  # share from which it is that question
PROPOSED = 4
MEANT = ("unprofitable", "at_risk", "wallet", "satisfied", "late", "why")  # what a saying about customers mostly means
_BY_ID = {question.id: question for question in LIBRARY}


def by_id(id: str | None) -> LibraryQuestion | None:
    return _BY_ID.get(id or "")


def meant_by(question: Question) -> LibraryQuestion | None:
    """The question of the library that this one is: taken from it, or written down in all but its words."""
    if question.library or question.needs is not None:
        return by_id(question.library)
    parts = _parts(question.text)
    return next((one for one in LIBRARY if len(parts & _parts(told := one.told())) >= SAME * len(parts | _parts(told))), None)


def questions_for(trade: str = "any", audience: str = "b2c") -> list[LibraryQuestion]:
    """The questions that fit a trade and an audience: those of the trade first, then those for any trade."""
    fitting = [one for one in LIBRARY if one.audience in ("both", audience)]
    own = [one for one in fitting if trade != "any" and trade in one.trades]
    return own + [one for one in fitting if "any" in one.trades and one not in own]


def nearest(text: str, trade: str = "any", audience: str = "b2c") -> list[LibraryQuestion]:
    """The questions of the library that this one may mean: those that look like it, then those of what sayings about customers mostly mean.

    At most four, each with needs of its own; none when it names no customers and looks like nothing.
    """
    alike = [one for share, one in _alike(text, trade, audience)[:2] if share >= ALIKE]
    meant = [one for code in MEANT if read(text).about and (one := _BY_ID[code]).audience in ("both", audience)]
    each = {frozenset(one.needs): one for one in reversed([*alike, *meant])}
    return [one for one in dict.fromkeys([*alike, *meant]) if each[frozenset(one.needs)] is one][:PROPOSED]


def likeness(text: str, trade: str = "any", audience: str = "b2c") -> tuple[float, str]:
    """How much this question looks like one of the library (0 to 1), and which."""
    alike = _alike(text, trade, audience)
    return (alike[0][0], alike[0][1].id) if alike else (0.0, "")


def _alike(text: str, trade: str, audience: str) -> list[tuple[float, LibraryQuestion]]:
    """The questions of the library, those that look most like this one first."""
    asked = _parts(text)
    shares = [(len(asked & _parts(one.told())) / (len(asked | _parts(one.told())) or 1), one) for one in questions_for(trade, audience)]
    return sorted(shares, key=lambda pair: pair[0], reverse=True)


@lru_cache(maxsize=512)
def _parts(text: str) -> frozenset[str]:
    """Every three letters in a row, by which texts are alike in spite of endings."""
    plain = f"  {' '.join(text.lower().split())} "
    return frozenset(plain[place : place + 3] for place in range(len(plain) - 2))
