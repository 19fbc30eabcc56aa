"""What does the table per customer answer: who came once, who is due, where the best live, what they began with, whom to ask, whom to leave in peace?"""

import re
from typing import TYPE_CHECKING

from segmentation.customers.dictionary import label
from segmentation.language import N_, _, duration, money, ngettext, number, percent
from segmentation.segments.vocabulary import level_of

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis

BEST = 0.1  # the share of the customers that is called the best
OFTEN = 3  # orders from which somebody has a habit
FEWEST = 30  # customers under which a share says little
RHYTHM = 0.5  # spread of the days between orders, as a share of their mean, under which somebody orders by habit
YEAR = 365
# need → the column that counts it, and the one that says who could have
DOING = {"mailings": ("opens", "mailings"), "support": ("tickets", "monetary"), "discount": ("discount_share", "monetary"), "visits": ("visits", "monetary")}
_SAID = {
    "mailings": (N_("Who opened a mailing"), N_("who got mailings and opened none")), "support": (N_("Who asked for help"), N_("who never did")),
    "discount": (N_("Who ever got a discount"), N_("who never got one")), "visits": (N_("Who was seen on your site"), N_("who was not")),
}  # fmt: skip
ELSEWHERE = re.compile(r"elders|elsewhere|concurren|compet|andere|other", re.I)
SHARE = re.compile(r"%|procent|percent|aandeel|\bdeel\b|share", re.I)


def once(analysis: "Analysis") -> str | None:
    """How many bought once, and for how many of them a second order has become unlikely."""
    frame = analysis.customers.frame
    if not {"frequency", "recency", "gap"} <= set(frame) or not frame["gap"].notna().any():
        return None
    single, usual = frame[frame["frequency"] == 1], float(frame["gap"].dropna().quantile(0.9))
    if single.empty:
        return _("Nobody bought only once.")
    told = ngettext("{n} of your {all} customers bought once.", "{n} of your {all} customers bought once.", len(single)).format(n=number(len(single)), all=number(len(frame)))
    gone = int((single["recency"] > usual).sum())
    return told + " " + _("For {gone} of them that is more than {days} ago: nine in ten who come back do so sooner.").format(gone=number(gone), days=duration(usual))


def slipping(analysis: "Analysis") -> str | None:
    """Customers who used to come back and stay away longer than is usual for them: twice their own time between orders."""
    frame = analysis.customers.frame
    if not {"frequency", "recency", "gap", "monetary"} <= set(frame):
        return None
    known = frame[(frame["frequency"] >= OFTEN) & frame["gap"].notna()]
    away = known[known["recency"] > 2 * known["gap"]]
    if known.empty:
        return None
    return _(
        "{n} of the {known} customers who bought three times or more stay away more than twice as long as they used to; they spent {total}."
    ).format(n=number(len(away)), known=number(len(known)), total=money(away["monetary"].sum(), analysis.customers.currency))


def loyal(analysis: "Analysis") -> str | None:
    """How many are loyal and worth little, as step 7 divides them."""
    if analysis.lacking("economics"):
        return None
    table = analysis.economics.strategies.table
    if "supporters" not in table.index:
        return None
    row = table.loc["supporters"]
    told = _("{n} customers ({share}) stay long and bring little: the supporters of step 7, to develop.")
    return told.format(n=number(int(row["customers"])), share=percent(float(row["share"])))


def where(analysis: "Analysis") -> str | None:
    """Where more of the best live than of the others."""
    frame = analysis.customers.frame
    column = next((name for name in ("province", "country", "place") if name in frame and frame[name].notna().any()), None)
    return _among_best(frame, column, _("Of your best 10%, {share} live in {value}, of the others {base}.")) if column else None


def began_with(analysis: "Analysis") -> str | None:
    """What more of the best began with than of the others."""
    return _among_best(analysis.customers.frame, "first_product", _("Of your best 10%, {share} began with {value}, of the others {base}."))


def _among_best(frame: "pd.DataFrame", column: str, sentence: str) -> str | None:
    """The commonest value among the best tenth, beside its share of the others."""
    if column not in frame or "monetary" not in frame:
        return None
    known = frame[frame[column].notna()]
    best = known.sort_values("monetary", ascending=False, kind="stable").index[: max(1, round(len(known) * BEST))]
    shares, others = (part.astype(str).value_counts(normalize=True) for part in (known.loc[best, column], known.drop(best)[column]))
    if shares.empty or others.empty:
        return None
    value = shares.sort_index().sort_values(ascending=False, kind="stable").index[0]
    return sentence.format(share=percent(float(shares[value])), value=level_of(column, str(value)), base=percent(float(others.get(value, 0.0))))


def leads_on(analysis: "Analysis") -> str | None:
    """After which first purchase most come back."""
    frame = analysis.customers.frame
    if not {"first_product", "frequency"} <= set(frame):
        return None
    again = (frame["frequency"] > 1).groupby(frame["first_product"].astype("str").where(frame["first_product"].notna())).agg(["mean", "count"])
    again = again[again["count"] >= FEWEST].sort_index().sort_values("mean", ascending=False, kind="stable")
    if len(again) < 2:
        return None
    told = _("Of those who began with {best} {most} came back, of those who began with {worst} {least}; of everybody {all}.")
    return told.format(best=again.index[0], most=percent(again["mean"].iloc[0]), worst=again.index[-1], least=percent(again["mean"].iloc[-1]), all=percent((frame["frequency"] > 1).mean()))


def content(analysis: "Analysis") -> str | None:
    """How content the best are beside the others."""
    frame = analysis.customers.frame
    name = next((one for one in ("nps", "score") if one in frame and frame[one].notna().any()), None)
    if not name or "monetary" not in frame:
        return None
    best = frame["monetary"].rank(pct=True, method="first") > 1 - BEST
    given = [frame.loc[part, name].dropna() for part in (best, ~best)]
    if min(map(len, given)) < 5:
        return _("Only {n} of your best 10% gave their opinion: too few to compare.").format(n=number(len(given[0])))
    told = _("{measure}: your best 10% give {best} on average ({n} answered), the others {rest} ({others}).")
    return told.format(measure=label(name), best=number(given[0].mean(), 1), n=number(len(given[0])), rest=number(given[1].mean(), 1), others=number(len(given[1])))


def fans(analysis: "Analysis") -> str | None:
    """How many would recommend and bought in the last year."""
    frame = analysis.customers.frame
    if not {"nps", "recency"} <= set(frame) or not frame["nps"].notna().any():
        return None
    n = int(((frame["nps"] >= 9) & (frame["recency"] <= YEAR)).sum())
    return ngettext("{n} customer gave you a 9 or a 10 and bought in the last year: ask that one first.", "{n} customers gave you a 9 or a 10 and bought in the last year: ask them first.", n).format(n=number(n))


def tired(analysis: "Analysis") -> str | None:
    """How many got as many mailings as is usual or more, and never opened one."""
    frame = analysis.customers.frame
    if not {"mailings", "opens"} <= set(frame) or not (frame["mailings"] > 0).any():
        return None
    sent = frame["mailings"][frame["mailings"] > 0]
    never = int((frame.loc[sent.index, "opens"].fillna(0).eq(0) & (sent >= sent.median())).sum())
    return _("{n} customers got {usual} mailings or more and never opened one: mail them less, or ask what they want to hear.").format(n=number(never), usual=number(sent.median()))


def readers(analysis: "Analysis") -> str | None:
    """Of those who open what is mailed to them, how many bought nothing in the last year, and how many never did."""
    frame = analysis.customers.frame
    if not {"opens", "recency"} <= set(frame) or not (frame["opens"] > 0).any():
        return None
    opened = frame.loc[frame["opens"] > 0, "recency"]
    idle, never = int((opened.isna() | (opened > YEAR)).sum()), int(opened.isna().sum())
    told = _("{n} of the {all} customers who opened a mailing bought nothing in the last year; {never} of them never bought anything.")
    return told.format(n=number(idle), all=number(len(opened)), never=number(never))


def by_habit(analysis: "Analysis") -> str | None:
    """How many order at nearly the same interval."""
    known = analysis.customers.frame.get("gap_regularity")
    if known is None or not known.notna().any():
        return None
    known = known.dropna()
    told = _("{n} of the {all} customers who came on three days or more order at nearly the same interval, by habit. Whether the others compare, only they can tell.")
    return told.format(n=number(int((known < RHYTHM).sum())), all=number(len(known)))


def with_discount(analysis: "Analysis") -> str | None:
    """How often those with and without a discount order; what a card does, a count cannot tell."""
    frame = analysis.customers.frame
    if not {"discount_share", "frequency"} <= set(frame) or not (frame["discount_share"] > 0).any():
        return None
    got = frame["discount_share"].fillna(0) > 0
    told = _("Who ever got a discount ordered {got} times on average, the others {rest} times. Whether the card does that shows only when some get it and others, by lot, do not.")
    return told.format(got=number(frame.loc[got, "frequency"].mean(), 1), rest=number(frame.loc[~got, "frequency"].mean(), 1))


def compared(analysis: "Analysis", needs: set[str]) -> str | None:
    """For a question whether something pays ("does our newsletter bring in anything?"): what those bring who do it, beside those who do not."""
    frame = analysis.customers.frame
    if not needs & {"money", "margin"} or "monetary" not in frame:
        return None
    for code, (column, among) in DOING.items():
        if code in needs and {column, among} <= set(frame):
            known = frame[frame[among].fillna(0) > 0] if code == "mailings" else frame
            does = known[column].fillna(0) > 0
            if min(does.sum(), (~does).sum()) >= FEWEST:
                told = _("{who} brought in {these} on average ({n} customers), {others} {those} ({rest}). Whether the one comes from the other, a count cannot tell.")
                these, those = (money(known.loc[part, "monetary"].mean(), analysis.customers.currency) for part in (does, ~does))
                who, others = map(_, _SAID[code])
                return told.format(who=who, these=these, n=number(int(does.sum())), others=others, those=those, rest=number(int((~does).sum())))
    return None


def wallet(analysis: "Analysis", columns: tuple[str, ...]) -> str | None:
    """Which share of what customers say they spend a year on this kind of thing is yours: their turnover a year beside their own figure.

    The column says what they spend elsewhere when its name does, else what they spend in all, or straight away which share is yours.
    """
    frame = analysis.customers.frame
    name = next((one for one in columns if one in frame and frame[one].dtype.kind in "iuf" and frame[one].notna().any()), None)
    if name is None:
        return None
    said = frame[name].dropna().astype(float)
    said = said[said > 0]
    if SHARE.search(name):
        share = (said / (100 if said.max() > 1 else 1)).clip(upper=1)
        return _("{n} customers say that {share} of what they spend on this kind of thing is spent with you, on average.").format(n=number(len(share)), share=percent(share.mean()))
    if "monetary" not in frame or said.empty:
        return None
    years = max(float(frame["tenure"].max()) / YEAR, 1.0) if "tenure" in frame and frame["tenure"].notna().any() else 1.0
    own = frame.loc[said.index, "monetary"].fillna(0).clip(lower=0) / years
    whole = own + said if ELSEWHERE.search(name) else said.where(said > own, own)
    told = _("Of the {whole} a year that {n} customers say they spend on this kind of thing, {share} is spent with you ({own}); {rest} goes elsewhere.")
    currency = analysis.customers.currency
    return told.format(whole=money(whole.sum(), currency), n=number(len(said)), share=percent(own.sum() / whole.sum()), own=money(own.sum(), currency),
                       rest=money(whole.sum() - own.sum(), currency))  # fmt: skip


def grows(analysis: "Analysis") -> str | None:
    """Which segments grow and which shrink from one half year to the next, as the gate of step 5 has it."""
    if analysis.lacking("segmentation"):
        return None
    gate = analysis.profiles.gate
    change = gate[(gate["criterion"] == "growing") & gate["value"].notna()].set_index("segment")["value"].astype(float).sort_values(ascending=False, kind="stable")
    if change.empty:
        return _("The purchases do not reach back far enough to see growth.")
    told = ", ".join(f"{analysis.called(str(letter))} {'+' if value > 0 else ''}{percent(value)}" for letter, value in change.items())
    return _("Turnover from one half year to the next: {parts}. Part of that is the season, and who bought lately is part of how some segments were made.").format(parts=told)
