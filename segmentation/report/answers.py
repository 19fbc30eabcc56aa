"""What is the answer to each question, with which evidence, and how certain; or why can it not be answered with these data?

Every sentence is worked out from the tables by the need it serves (`segmentation.plan.needs`), in the current language.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from segmentation.language import _, date, duration, money, number, percent
from segmentation.plan import Need, Service, needs_tables, serve, why_refused
from segmentation.report import from_customers, from_rows
from segmentation.report.asked_for import named
from segmentation.report.beside import in_general, set_beside
from segmentation.report.worked_out import direct, instead
from segmentation.study import Question, Study

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis

LOSING = (
    r"risk|losing|lose (?!money)|lost|churn|leav|verliez|verloren|dreig|af(ge)?ha(ak|k)|haakt|haken|vertrek|weglop|weggelopen|kwijt|niet meer|nooit meer|lang niet|niet (meer )?gezien|"
    r"wegblij|weggebleven|verdwe|verdwijn|slaper|slapend|ingeslapen|opzeg|opgezegd|zeg(t|gen) .*op\b|stilletjes|gone quiet|gone cold|lapse|not seen|haven.?t|hasn.?t|"
    r"stopped|dormant|inactive|no longer|any ?more|dropp|disappear|vanish|al (een|maanden|weken|jaren|lang)\b|heard from"
)
MONEY = r"\bgeld\b|\bmoney\b"  # who loses us money, not whom we lose
BEST = r"\bbest|grootst|biggest|largest|belangrijk|important|waard|worth|valuable|afhankelijk|depend"
DAYS = r"\bdag|\bday|weekda|uur\b|uren\b|hour|tijdstip|hoe laat|what time|weekend|(maan|dins|woens|donder|vrij|zater|zon)dag|(mon|tues|wednes|thurs|fri|satur|sun)day|ochtend|middag|avond|morning|evening|afternoon|lunch"
TOGETHER = r"samen|together|combin|ernaast|erbij|along|bijpass|toonbank|cross"
FIRST = ("returns", "support", "mailings", "discount", "payment", "reasons", "wallet")  # the heart of a question that asks for them
ANY = {"purchases", "money", "margin"}  # what nearly every question needs besides its own subject
AT_RISK = ("at_risk", "members", "maintenance")  # questions of the library about customers who may be leaving
FEW = 30  # under this many customers a share says little


@dataclass(frozen=True)
class Answer:
    """A question with its evidence sentences, how certain they are ("measured", "estimated", "few" or "none"), and what is missing."""

    question: Question
    evidence: tuple[str, ...]
    certainty: str
    missing: tuple[Need, ...]
    refused: tuple[str, ...] = ()

    def certainty_words(self) -> str:
        return {
            "measured": _("Counted in your own data."),
            "estimated": _("Depends on your estimates of costs; step 7 shows how far."),
            "few": _("From few customers: take it as a hint."),
            "none": "",  # the reason why not says so
        }[self.certainty]

    def why_not(self) -> str:
        """Why the question cannot, or not wholly, be answered."""
        if self.refused:
            return " ".join(why_refused(code) for code in self.refused)
        if not self.missing and not self.evidence:
            return _("Not answerable with this, because the question does not say what to count.")
        if not self.missing:
            return ""
        names = ", ".join(need.told() for need in self.missing)
        text = (
            _("Not answerable with this, because these are missing: {needs}.")
            if not self.evidence
            else _("For the whole answer these are missing: {needs}.")
        )
        return text.format(needs=names)


def answers(study: Study, analysis: "Analysis") -> list[Answer]:
    """An answer per question of the study, in its order."""
    return [_answer(question, study, analysis) for question in study.questions]


def _answer(question: Question, study: Study, analysis: "Analysis") -> Answer:
    service = serve(question, analysis.tables if needs_tables(question) else (), analysis.customers)
    if _beside_the_point(question, service):
        return Answer(question, (), "none", service.missing, service.refused)
    facts = _Facts(study, analysis)
    served = [need for need in sorted(service.needs, key=partial(_place, question.text.lower())) if need not in service.missing]
    at_once = direct(question, analysis, study.trade)
    said = instead(question, study.trade) if at_once else set()
    if not at_once and {"products", "purchases", "money"} & {need.code for need in served} and (at_once := named(analysis, question.text) or ""):
        said = {"products"}
    at_once = at_once or from_customers.compared(analysis, {need.code for need in served}) or ""
    beside = [] if said else set_beside(analysis.customers, [need.code for need in served], study.currency)
    general = [_told(need, question, facts) for need in served if need.code not in said]
    told = [*general, *beside] if re.search(BEST, question.text.lower()) else [*beside, *general]
    evidence = [sentence for sentence in dict.fromkeys([at_once, *told]) if sentence]
    words, buying = question.text.lower(), any(need.code == "purchases" for need in served)
    if (buying and re.search(LOSING, words) and not re.search(MONEY, words)) or question.library in AT_RISK:
        evidence = list(dict.fromkeys(sentence for sentence in [from_customers.slipping(analysis), *evidence] if sentence))
    return Answer(question, tuple(evidence), _certainty(evidence, service, facts), service.missing, service.refused)


def _beside_the_point(question: Question, service: Service) -> bool:
    """Whether the very subject of the question is missing, so that what is known would answer another one."""
    from segmentation.plan.library import by_id

    known = by_id(question.library)
    subject = {known.needs[0]} if known and question.needs is None else {need.code for need in service.needs}
    subject -= ANY
    return bool(subject) and subject <= {need.code for need in service.missing}


def _certainty(evidence: list[str], service: Service, facts: "_Facts") -> str:
    if not evidence:
        return "none"
    if {need.code for need in service.needs} & {"margin", "support"}:
        return "estimated"
    return "few" if len(facts.frame) < FEW else "measured"


def _told(need: Need, question: Question, facts: "_Facts") -> str:
    """The sentence made for this need, or else what the first of its columns says in general."""
    if need.code == "products" and not re.search(TOGETHER, question.text.lower()) and question.library != "cross_sell":
        return from_rows.sells(facts.analysis) or ""
    if need.code == "season" and re.search(DAYS, question.text.lower()):
        return from_rows.days(facts.analysis) or ""
    sentence = _EVIDENCE[need.code](facts) if need.code in _EVIDENCE else None
    columns = serve(question.model_copy(update={"needs": (need.code,)}), customers=facts.analysis.customers).columns
    if need.code == "wallet":
        sentence = from_customers.wallet(facts.analysis, columns)
    if sentence:
        return sentence
    general = (in_general(facts.analysis.customers, name, facts.study.currency) for name in columns if name in facts.analysis.customers.columns.index)
    return next(filter(None, general), "")


def _place(text: str, need: Need) -> int:
    """What the question is about comes first: its own subject, then money where it asks for the best, then the rest."""
    return 0 if need.code in FIRST else 1 if need.code == "margin" or (need.code == "money" and re.search(BEST, text)) else 2


class _Facts:
    """The table per customer, and the few ways every answer looks at it."""

    def __init__(self, study: Study, analysis: "Analysis") -> None:
        self.study, self.analysis = study, analysis
        self.frame: pd.DataFrame = analysis.customers.frame

    def column(self, name: str) -> "pd.Series | None":
        return self.frame[name].dropna() if name in self.frame and self.frame[name].notna().any() else None

    def cash(self, value: float) -> str:
        return money(value, self.study.currency)

    def best(self) -> "pd.Index":
        """The tenth of the customers with the highest net turnover, at least one."""
        ranked = self.frame["monetary"].sort_values(ascending=False, kind="stable")
        return ranked.index[: max(1, len(ranked) // 10)]


def _purchases(facts: _Facts) -> str | None:
    often, last = facts.column("frequency"), facts.column("recency")
    if often is None or last is None:
        return None
    return _("{share} of your customers bought once; the middle customer bought {n} times, last {ago} before {day}.").format(
        share=percent((often == 1).mean()),
        n=number(often.median()),
        ago=duration(last.median()),
        day=date(facts.analysis.customers.as_of),
    )


def _products(facts: _Facts) -> str | None:
    pairs = None if facts.analysis.lacking("economics") else facts.analysis.economics.pairs
    if pairs is None or not len(pairs):
        return _FAVOURITE(facts)
    best = pairs.iloc[0]
    return _(
        "“{first}” and “{second}” go together most: {lift} times as often in one order as by chance, at least {low} times."
    ).format(first=best["first"], second=best["second"], lift=number(best["lift"], 1), low=number(best["lift_low"], 1))


def _money(facts: _Facts) -> str | None:
    spent = facts.column("monetary")
    if spent is None or spent.sum() <= 0:
        return None
    best = facts.best()
    return _("The best 10% of your customers ({n}) bring {share} of the turnover of {total}; on average {each} each.").format(
        n=number(len(best)),
        share=percent(spent[best].sum() / spent.sum()),
        total=facts.cash(spent.sum()),
        each=facts.cash(spent[best].mean()),
    )


def _margin(facts: _Facts) -> str | None:
    if facts.analysis.lacking("economics"):
        return None
    table = facts.analysis.economics.customers
    losing = table[table["unprofitable"]]
    sure = losing[losing["certainty"] >= 0.9]
    return _("{n} customers cost more than they bring in, together {loss}; of {sure} of them that is at least 90% sure.").format(
        n=number(len(losing)), loss=facts.cash(-losing["profit"].sum()), sure=number(len(sure))
    )


def _returns(facts: _Facts) -> str | None:
    back, sold = facts.column("returns_value"), facts.column("sales")
    if back is None or sold is None or sold.sum() <= 0:
        return None
    back = back.abs()
    if not back.sum():
        return _("There are no returns in these data.")
    worst = back.sort_values(ascending=False)
    share = worst.iloc[: max(1, len(worst) // 20)].sum() / back.sum()
    return _("Customers sent back {share} of what they bought; the 5% who return most account for {worst} of it.").format(
        share=percent(back.sum() / sold.sum(), 1), worst=percent(share)
    )


def _support(facts: _Facts) -> str | None:
    tickets = facts.column("tickets")
    if tickets is None or tickets.sum() <= 0:
        return None
    busiest = tickets.sort_values(ascending=False).iloc[: max(1, len(facts.frame) // 20)].sum() / tickets.sum()
    return _("{share} of your customers asked for help; the 5% who ask most account for {busiest} of all tickets.").format(
        share=percent((tickets > 0).sum() / len(facts.frame)), busiest=percent(busiest)
    )


def _mailings(facts: _Facts) -> str | None:
    sent, opened = facts.column("mailings"), facts.column("opens")
    if sent is None or opened is None or sent.sum() <= 0:
        return None
    return _("Of every 100 mailings {n} are opened; {never} of those who get them never opened one.").format(
        n=number(100 * opened.sum() / sent.sum()), never=percent((opened.reindex(sent[sent > 0].index).fillna(0) == 0).mean())
    )


def _largest(column: str, sentence: Callable[[], str]) -> Callable[[_Facts], str | None]:
    """Evidence of the form: most turnover comes from the customers with this value."""

    def tell(facts: _Facts) -> str | None:
        from segmentation.segments.vocabulary import level_of

        values = facts.column(column)
        if values is None or "monetary" not in facts.frame:
            return None
        spent = (
            facts.frame["monetary"]
            .groupby(facts.frame[column].astype("str").where(facts.frame[column].notna()))
            .sum()
            .sort_values(ascending=False)
        )
        if spent.empty or spent.sum() <= 0:
            return None
        known = facts.frame.loc[values.index, "monetary"].sum()
        return sentence().format(
            value=level_of(column, str(spent.index[0])),
            share=percent(spent.iloc[0] / known),
            known=percent(len(values) / len(facts.frame)),
        )

    return tell


def _age(facts: _Facts) -> str | None:
    ages = facts.column("age")
    if ages is None:
        return _GENERATION(facts)
    return _(
        "The middle customer is {age}; half of them are between {low} and {high}. Known for {known} of your customers."
    ).format(
        age=number(ages.median()),
        low=number(ages.quantile(0.25)),
        high=number(ages.quantile(0.75)),
        known=percent(len(ages) / len(facts.frame)),
    )


def _satisfaction(facts: _Facts) -> str | None:
    given = facts.column("nps")
    if given is None:
        return None
    score = 100 * ((given >= 9).mean() - (given <= 6).mean())
    return _("The net promoter score of the {n} who answered is {score}.").format(n=number(len(given)), score=number(score))


def _discount(facts: _Facts) -> str | None:
    share = facts.column("discount_share")
    if share is None:
        return None
    return _("{share} of your customers got a discount; for {heavy} it was more than a fifth of what they bought.").format(
        share=percent((share > 0).mean()), heavy=percent((share > 0.2).mean())
    )


_GENERATION = _largest("generation", lambda: _("Most turnover comes from {value}: {share}. Known for {known} of your customers."))
_FAVOURITE = _largest("favourite_category", lambda: _("Most turnover comes from customers who mostly buy {value}: {share}."))
_EVIDENCE: dict[str, Callable[[_Facts], str | None]] = {
    "purchases": _purchases,
    "money": _money,
    "margin": _margin,
    "returns": _returns,
    "support": _support,
    "mailings": _mailings,
    "age": _age,
    "satisfaction": _satisfaction,
    "discount": _discount,
    "place": _largest(
        "province", lambda: _("Most turnover comes from {value}: {share}. The place of {known} of your customers is known.")
    ),
    "products": _products,
    "channel": _largest("favourite_channel", lambda: _("Most turnover comes from customers of the channel {value}: {share}.")),
    "season": lambda facts: from_rows.season(facts.analysis),
    "growth": lambda facts: from_customers.grows(facts.analysis),
    "payment": lambda facts: from_rows.paid(facts.analysis),
    "sector": _largest(
        "sector", lambda: _("Most turnover comes from the sector {value}: {share}. Known for {known} of your customers.")
    ),
    "gender": _largest("gender", lambda: _("Most turnover comes from {value}: {share}. Known for {known} of your customers.")),
    "acquisition": _largest("first_product", lambda: _("Most turnover comes from customers who began with {value}: {share}.")),
    "reasons": _largest(
        "theme",
        lambda: _(
            "Those who wrote something wrote most about {value}; they bring {share} of the turnover of everybody who wrote."
        ),
    ),
}
