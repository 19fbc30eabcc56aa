"""What is the answer to each question, with which evidence, and how certain; or why can it not be answered with these data?

Every sentence is worked out from the tables by the need it serves (`segmentation.plan.needs`), in the current language.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from segmentation.language import _, ngettext
from segmentation.plan import Need, Service, judge, needs_of, serve, why_refused
from segmentation.report import from_customers, from_rows
from segmentation.report.asked_for import named
from segmentation.report.beside import group_of, in_general, set_beside
from segmentation.report.evidence import EVIDENCE, Facts
from segmentation.report.worked_out import direct, instead
from segmentation.study import Question, Study

if TYPE_CHECKING:
    from segmentation.analysis import Analysis

LOSING = (
    r"risk|slipp?(ing|s)? |drift|losing|lose (?!money)|lost|churn|leav|verliez|verloren|dreig|af(ge)?ha(ak|k)|haakt|haken|vertrek|weglop|weggelopen|kwijt|niet meer|nooit meer|lang niet|niet (meer )?gezien|"
    r"wegblij|weggebleven|verdwe|verdwijn|slaper|slapend|ingeslapen|opzeg|opgezegd|zeg(t|gen) .*op\b|stilletjes|gone quiet|gone cold|lapse|not seen|haven.?t|hasn.?t|"
    r"stopped|dormant|inactive|no longer|any ?more|dropp|disappear|vanish|al (een|maanden|weken|jaren|lang)\b|heard from"
)
MONEY = r"\bgeld\b|\bmoney\b"  # who loses us money, not whom we lose
BEST = r"\bbest|grootst|biggest|largest|belangrijk|important|waard|worth|valuable|afhankelijk|depend"
DAYS = r"\bdag|\bday|weekda|uur\b|uren\b|hour|tijdstip|hoe laat|what time|weekend|(maan|dins|woens|donder|vrij|zater|zon)dag|(mon|tues|wednes|thurs|fri|satur|sun)day|ochtend|middag|avond|morning|evening|afternoon|lunch"
ONLY = r"\balleen\b|\benkel\b|uitsluitend|pas als|volle pri|\bonly\b|\bjust\b|without a|never .*full|full price|zonder"  # who never buys otherwise
TOWNS = r"\bdorp|\bplaats|\bstad\b|\bsteden\b|gemeente|woonplaats|\btown|\bvillage|\bcity|\bcities"
WORTH = r"worth|waard"  # whether a group is worth it is told per group, not of the best
TOGETHER = r"samen|together|combin|ernaast|erbij|along|bijpass|toonbank|cross"
THINGS = r"\bwat\b|\bwhat\b|product|artik|article|item|\bsold\b|verkocht|koop|kocht|\bbuy|bought"  # where products may be the subject
BUYS_NOTHING = r"\b(koop|kocht|kope|gekocht|bestel)\w*\b.*\b(niets|niks|niet|nooit)\b|\b(niets|niks|niet|nooit)\b.*\b(koop|kocht|kope|gekocht|bestel|besteld)\w*\b|\b(buy|bought|order)\w*\b.*\b(nothing|never)\b|\b(never|not|don.?t|without|nothing)\b.*\b(buy|bought|order)\w*\b"
FIRST = ("returns", "support", "mailings", "discount", "payment", "reasons", "wallet")  # the heart of a question that asks for them
AT_RISK = ("at_risk", "members", "maintenance")  # questions of the library about customers who may be leaving
FEW = 30  # under this many customers a share says little


@dataclass(frozen=True)
class Answer:
    """A question with its evidence sentences, how certain they are ("measured", "estimated", "few" or "none"), and how far the data serve it."""

    question: Question
    evidence: tuple[str, ...]
    certainty: str
    service: Service

    @property
    def missing(self) -> tuple[Need, ...]:
        return self.service.missing

    def certainty_words(self) -> str:
        told = {
            "measured": _("Counted in your own data."),
            "estimated": _("Depends on your estimates of costs; step 7 shows how far."),
            "few": _("From few customers: take it as a hint."),
            "none": "",  # the reason why not says so
        }[self.certainty]
        return told if self.service.sure else f"{told} {_('We were not sure what was asked; step 1 lets you say so.')}".strip()

    def why_not(self) -> str:
        """Why the question cannot, or not wholly, be answered."""
        if self.service.refused:
            return " ".join(why_refused(code) for code in self.service.refused)
        if self.service.answerable == "elsewhere":
            return _("Not answerable with this, because the question does not seem to be about customers.")
        if not self.service.needs:
            return _("Not answerable with this, because the question does not say what to count.")
        if not self.missing:
            return "" if self.evidence else _("No figure about everybody together answers this; step 6 shows the facts for it per segment.")
        names, n = ", ".join(need.told() for need in self.missing), len(self.missing)
        if self.evidence:
            text = ngettext("For the whole answer this is missing: {needs}.", "For the whole answer these are missing: {needs}.", n)
        else:
            text = ngettext("Not answerable with this, because this is missing: {needs}.", "Not answerable with this, because these are missing: {needs}.", n)
        return text.format(needs=names)


def answers(study: Study, analysis: "Analysis") -> list[Answer]:
    """An answer per question of the study, in its order."""
    analysis.compute("customers")  # by which every question is judged
    return [_answer(question, study, analysis) for question in study.questions]


def _answer(question: Question, study: Study, analysis: "Analysis") -> Answer:
    service = judge(question, analysis)
    if service.answerable in ("no", "unknown", "elsewhere", "refused"):
        return Answer(question, (), "none", service)
    facts = Facts(study, analysis)
    served = [need for need in sorted(service.needs, key=partial(_place, question.text.lower())) if need not in service.missing]
    at_once = direct(question, analysis, study.trade)
    said = instead(question, study.trade) if at_once else set()
    if not at_once and "mailings" in (need.code for need in served) and re.search(BUYS_NOTHING, question.text.lower()) and (at_once := from_customers.readers(analysis) or ""):
        said = {"purchases"}
    if not at_once and service.sure and not re.search(TOGETHER, question.text.lower()) and {"products", "purchases", "money"} & {need.code for need in served} and (at_once := named(analysis, question.text) or ""):
        said = {"products"}
    at_once = at_once or from_customers.compared(analysis, {need.code for need in served}) or ""
    slow = from_rows.late_per_group(analysis, group_of(analysis.customers, [need.code for need in served])) if "payment" in (need.code for need in served) else None
    by_town = bool(re.search(TOWNS, question.text.lower()))
    beside = [slow] if slow else [] if said else set_beside(analysis.customers, [need.code for need in served], study.currency, by_town)
    general = [_told(need, question, facts) for need in served if need.code not in said]
    whole = re.search(BEST, question.text.lower()) and not re.search(WORTH, question.text.lower())
    told = [*general, *beside] if whole else [*beside, *general]
    evidence = [sentence for sentence in dict.fromkeys([at_once, *told]) if sentence]
    words, buying = question.text.lower(), any(need.code == "purchases" for need in served)
    if (buying and re.search(LOSING, words) and not re.search(MONEY, words)) or question.library in AT_RISK:
        evidence = list(dict.fromkeys(sentence for sentence in [from_customers.slipping(analysis), *evidence] if sentence))
    return Answer(question, tuple(evidence), _certainty(evidence, service, facts), service)


def _certainty(evidence: list[str], service: Service, facts: "Facts") -> str:
    if not evidence:
        return "none"
    if {need.code for need in service.needs} & {"margin", "support"}:
        return "estimated"
    return "few" if len(facts.frame) < FEW else "measured"


def _told(need: Need, question: Question, facts: "Facts") -> str:
    """The sentence made for this need, or else what the first of its columns says in general."""
    if need.code == "products" and not re.search(TOGETHER, question.text.lower()) and question.library != "cross_sell":
        asked = re.search(THINGS, question.text.lower()) or len(needs_of(question)) == 1  # else it only says of whom: "coffee drinkers"
        return (from_rows.sells(facts.analysis) or "") if asked else ""
    if need.code == "season" and re.search(DAYS, question.text.lower()):
        return from_rows.days(facts.analysis) or ""
    if need.code == "discount" and re.search(ONLY, question.text.lower()) and (never := from_rows.full_price(facts.analysis)):
        return never
    sentence = EVIDENCE[need.code](facts) if need.code in EVIDENCE else None
    columns = serve(question.model_copy(update={"needs": (need.code,)}), customers=facts.analysis.customers).columns
    if need.code == "wallet":
        sentence = from_customers.wallet(facts.analysis, columns)
    if sentence:
        return sentence
    general = (in_general(facts.analysis.customers, name, facts.study.currency) for name in columns if name in facts.analysis.customers.columns.index)
    return next(filter(None, general), "")


def _place(text: str, need: Need) -> int:
    """What the question is about comes first: its own subject, then money where it asks for the best, then the rest."""
    if need.code == "products" and not re.search(THINGS, text):
        return 3
    return 0 if need.code in FIRST else 1 if need.code == "margin" or (need.code == "money" and re.search(BEST, text)) else 2
