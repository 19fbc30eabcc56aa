"""What does a question need to be answered, which columns give it, and how does one get what is missing?

A need is one kind of fact ("returns"). A question from the library names its needs; a question in the user's own words is read for the words
that betray them, in Dutch and in English.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from segmentation.language import N_, _
from segmentation.plan.facts import NEEDS, Need
from segmentation.plan.reading import read
from segmentation.study import Question

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.customers import CustomerTable
    from segmentation.tables import Table


# facts that only people can tell, so that a column of a survey may hold them under any name
ASKED_OF_PEOPLE = frozenset({"interest", "household", "reasons", "satisfaction", "wallet", "channel", "age", "gender", "sector", "firm_size"})
ALWAYS = frozenset({"purchases", "money", "margin"})  # what nearly every question needs besides its own subject
HEART = frozenset("returns support mailings discount payment reasons wallet satisfaction visits".split())  # what a question that asks for it is about
GIVEN_BACK = ("amount", "quantity")  # roles whose negative figures are returns
NOT_ABOUT_BUYING = ("campaigns", "tickets", "survey", "visits")
REFUSALS = {
    "religion": N_("What somebody believes is a special kind of personal data: the law (GDPR, article 9) forbids dividing customers by it."),
    "health": N_("Somebody's health is a special kind of personal data: the law (GDPR, article 9) forbids dividing customers by it."),
    "origin": N_("Somebody's origin or colour is a special kind of personal data: the law (GDPR, article 9) forbids dividing customers by it."),
    "politics": N_("What somebody votes or which union they join is a special kind of personal data: the law (GDPR, article 9) forbids dividing customers by it."),
    "sexuality": N_("Whom somebody loves is a special kind of personal data: the law (GDPR, article 9) forbids dividing customers by it."),
    "crime": N_("Convictions and bailiffs are not for a shop to keep: the law (GDPR, article 10) leaves them to the authorities."),
    "numbers": N_("Numbers and papers of the state, such as a passport or benefits, answer no question about how people buy. Do not keep them."),
    "secrets": N_("Passwords, card numbers and private messages are nobody's business but the customer's. Do not keep them."),
}  # fmt: skip
_BY_CODE = {need.code: need for need in NEEDS}


@dataclass(frozen=True)
class Service:
    """How far a question can be answered: the needs, the columns that serve, and the needs nothing serves yet.

    `beside` when the very subject of the question is among those, so that the rest would answer another one; `estimated` what step 7 reckons with a guess for.
    """

    needs: tuple[Need, ...]
    columns: tuple[str, ...]
    missing: tuple[Need, ...]
    refused: tuple[str, ...] = ()
    about: bool = True
    sure: bool = True  # False when the words may mean something else
    beside: bool = False
    estimated: tuple[Need, ...] = ()

    @property
    def answerable(self) -> str:
        """ "yes", "partly", "no", "refused" when nobody should keep this of customers, "elsewhere" when it is not about them at all, or "unknown" when it
        betrays no need."""
        if self.refused:
            return "refused"
        if not self.needs:
            return "unknown" if self.about else "elsewhere"
        if not self.missing:
            return "yes"
        return "no" if self.beside or len(self.missing) == len(self.needs) else "partly"


def need(code: str) -> Need:
    return _BY_CODE[code]


def understand(text: str) -> tuple[Need, ...]:
    """The needs that a question in someone's own words betrays, in the order of `NEEDS`."""
    found = read(text).needs
    return tuple(one for one in NEEDS if one.code in found)


def needs_of(question: Question) -> tuple[Need, ...]:
    """What this question needs: as the user says, else as the library does, else as its words betray; nothing when it asks what nobody should keep."""
    from segmentation.plan.library import meant_by

    if question.needs is not None:
        return tuple(one for one in NEEDS if one.code in question.needs)
    if refused_of(question):
        return ()

    known = meant_by(question)
    return tuple(need(code) for code in known.needs) if known else understand(question.text)


def refused_of(question: Question) -> tuple[str, ...]:
    """Codes of what this question asks that nobody should keep of customers; the user who says what it needs has read why."""
    return read(question.text).refused if question.needs is None else ()


def why_refused(code: str) -> str:
    """What this is, and why it is better not kept."""
    return _(REFUSALS[code])


def judge(question: Question, analysis: "Analysis") -> Service:
    """How far the study as it stands answers this question: the one judgement that every page, the scorecard and the report go by.

    What you keep of a sale is missing no longer once there is turnover: step 7 reckons with an estimate of it.
    """
    customers = analysis.customers if analysis.ready("customers") else None
    service = serve(question, analysis.tables if customers is None or needs_tables(question) else (), customers)
    if customers is None or customers.filled.isdisjoint(("monetary", "sales")):
        return service
    estimated = tuple(one for one in service.missing if one.code == "margin")
    return replace(service, missing=tuple(one for one in service.missing if one not in estimated), estimated=estimated)


def serve(question: Question, tables: "Iterable[Table]" = (), customers: "CustomerTable | None" = None) -> Service:
    """Which columns could answer this question, and which data are missing.

    A column of the user's own serves by its name, as the questions of a survey do ("What interests you most?").

    With `customers` the columns per customer count (a column without any value does not); without, the roles that were found in the tables. What no
    column per customer holds, such as when invoices were paid, is looked for in the tables in both cases.
    """
    from segmentation.plan.library import meant_by

    wanted = needs_of(question)
    have = frozenset() if customers is None else customers.filled
    tables = tuple(tables)
    roles = [_buying_roles(table) for table in tables]
    serving: list[list[str]] = []
    missing: list[Need] = []
    for one in wanted:
        in_rows = _served_by(one, roles) if not (have and one.columns) else []
        found = [name for name in one.columns if name in have] or in_rows or _asked_in(one, sorted(have), tables)
        if one.code == "returns" and not found and not have:
            found = [name for table in tables for name in _credited(table)]
        if found:
            serving.append(found)
        else:
            missing.append(one)
    columns = dict.fromkeys(name for of_each in zip_longest(*serving) for name in of_each if name)  # the first of every need before the second of any
    reading = read(question.text)
    said = question.needs is not None or meant_by(question) is not None
    return Service(
        wanted, tuple(columns), tuple(missing), refused_of(question), reading.about, said or reading.sure, _subject_of(question, wanted, missing)
    )


def _subject_of(question: Question, wanted: Sequence[Need], missing: Sequence[Need]) -> bool:
    """Whether what the question is about is missing: the first need of one of the library, else its heart, else every need that is not of all questions."""
    from segmentation.plan.library import meant_by

    known = meant_by(question) if question.needs is None else None
    asked = {one.code for one in wanted}
    subject = ({known.needs[0]} if known else asked & HEART or asked) - ALWAYS
    return bool(subject) and subject <= {one.code for one in missing}


def needs_tables(question: Question) -> bool:
    """Whether it asks for something that only the tables hold, not the table per customer."""
    return any(not one.columns for one in needs_of(question))


def _asked_in(one: Need, have: Sequence[str], tables: "Sequence[Table]") -> list[str]:
    """Columns of the user's own whose name asks for this fact."""
    if one.code not in ASKED_OF_PEOPLE:
        return []
    from segmentation.customers.dictionary import entry_of  # the first page appears before pandas is there

    names = [name for name in have if not entry_of(name)] if have else [name for table in tables for name in _without_role(table)]
    return [name for name in names if one.code in read(name, about_customers=True).needs]


def _without_role(table: "Table") -> list[str]:
    held = set(dict(table.roles).values())
    return [str(name) for name in getattr(table, "columns", ()) if name not in held]


def _credited(table: "Table") -> list[str]:
    """The first column of orders in which a negative figure stands for what came back, as the statistics of the file on disk tell."""
    asked = [table.roles[role] for role in GIVEN_BACK if role in table.roles]
    if table.kind in NOT_ABOUT_BUYING or not asked or not hasattr(table, "parquet"):
        return []
    from pyarrow.parquet import read_metadata

    known = read_metadata(table.parquet())
    parts = [known.row_group(group).column(place) for group in range(known.num_row_groups) for place in range(known.num_columns)]
    below = {
        part.path_in_schema
        for part in parts
        if part.is_stats_set and isinstance(part.statistics.min, int | float) and part.statistics.min < 0
    }
    return [name for name in asked if name in below][:1]


def _buying_roles(table: "Table") -> dict[str, str]:
    """The roles of a table; the date of a mailing, a ticket, an answer or a visit says nothing about when somebody bought."""
    elsewhere = table.kind in NOT_ABOUT_BUYING
    return {role: column for role, column in dict(table.roles).items() if not (elsewhere and role == "date")}


def _served_by(one: Need, tables: Sequence[dict[str, str]]) -> list[str]:
    for roles in tables:
        if one.together:
            if all(any(role in roles for role in group) for group in one.together):
                return [next(roles[role] for role in group if role in roles) for group in one.together]
            continue
        found = [roles[role] for role in one.roles if role in roles]
        if found:
            return found
    return []
