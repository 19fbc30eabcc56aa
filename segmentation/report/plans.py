"""What do the data say about each segment on the questions that were asked, and which plan follows from it?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import _, money, ngettext, number, percent
from segmentation.plan import Need, judge
from segmentation.segments.vocabulary import figure
from segmentation.study import Question, Study

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis
    from segmentation.economics import Economics
    from segmentation.errors import SegmentationError

MOST = 5  # facts per question


@dataclass(frozen=True)
class Asked:
    """A question with the facts that serve it, per segment (column × segment, in words), and what is missing."""

    question: Question
    table: "pd.DataFrame"
    missing: tuple[Need, ...]


AVERAGED = ("count", "share")
"""Kinds of which the middle customer is often nought or one, which tells segments apart badly."""


def asked_of_segments(study: Study, analysis: "Analysis") -> list[Asked]:
    """Every question of the study, segment by segment; nothing without questions."""
    import pandas as pd

    customers = analysis.customers
    labels = analysis.segmentation.labels.astype(str)
    letters = [str(letter) for letter in analysis.segmentation.sizes.index]
    found = []
    for question in study.questions:
        service = judge(question, analysis)
        rows = {name: _told(customers.frame[name], labels, letters, str(customers.columns.loc[name, "kind"]), study.currency)
                for name in service.columns[:MOST] if name in customers.columns.index}  # fmt: skip
        found.append(Asked(question, pd.DataFrame.from_dict(rows, orient="index", columns=letters), service.missing))
    return found


def _told(values: "pd.Series", labels: "pd.Series", letters: list[str], kind: str, currency: str) -> list[str]:
    """The middle customer (of counts and shares the average), the share, or the commonest value of each segment."""
    import pandas as pd

    told = []
    for letter in letters:
        own = values[labels.reindex(values.index) == letter].dropna()
        if own.empty:
            told.append("–")
        elif kind == "date" or pd.api.types.is_datetime64_any_dtype(own):
            told.append(f"{own.median():%m-%Y}")
        elif kind == "boolean":
            told.append(percent(float(own.astype(float).mean())))
        elif pd.api.types.is_numeric_dtype(own) and not isinstance(own.dtype, pd.CategoricalDtype):
            middle = float(own.mean() if kind in AVERAGED else own.median())
            told.append(money(middle, currency) if kind == "money" else percent(middle) if kind == "share" else number(middle, 1 if middle % 1 else 0))
        else:
            counts = own.astype(str).value_counts()
            told.append(f"{counts.index[0]} ({percent(counts.iloc[0] / len(own))})")
    return told


@dataclass(frozen=True)
class SegmentPlan:
    """The plan for one segment: (what, what about it) in the order of the work; every figure from the data, the rest to be filled in."""

    segment: str
    lines: tuple[tuple[str, str], ...]


def plan_of(study: Study, analysis: "Analysis", letter: str) -> SegmentPlan:
    """Message, channel, offer, promotion, budget and target of one segment, as far as the data carry them."""
    own = analysis.segmentation.labels.astype(str) == letter
    frame = analysis.customers.frame[own.reindex(analysis.customers.frame.index).fillna(False)]
    lines = ((_("Message"), _message(frame, analysis.customers.frame)), (_("Channel"), _channel(frame)))
    lacking = analysis.lacking("economics")
    return SegmentPlan(letter, (*lines, *(_unweighed(len(frame), lacking) if lacking else _weighed(study, analysis.economics, letter))))


def _unweighed(customers: int, lacking: "SegmentationError") -> list[tuple[str, str]]:
    """Offer, promotion, budget and target as far as they go without turnover, and what is missing."""
    return [
        (_("Offer"), _("No lever with evidence: ask them first.")),
        (_("Promotion"), _("None until you know what they want.")),
        (_("Budget"), str(lacking)),
        (_("Target"), ngettext("{n} customer today; write down how many you want.", "{n} customers today; write down how many you want.", customers)
         .format(n=number(customers))),
    ]  # fmt: skip


def _weighed(study: Study, economics: "Economics", letter: str) -> list[tuple[str, str]]:
    from segmentation.economics.levers import LEVERS

    if float(economics.segments["profit"].get(letter, 0.0)) < 0:
        return _losing(study, economics, letter)
    levers = economics.levers[economics.levers["segment"] == letter]
    best = levers.iloc[0] if len(levers) else None
    years = max(economics.years, 1.0)
    revenue = float(economics.segments["revenue"].get(letter, 0.0)) / years
    gain = float(best["likely"]) if best is not None else 0.0
    product = "" if best is None or not isinstance(best["product"], str) else f": {best['product']} → {best['with_product']}"
    return [
        (_("Offer"), f"{LEVERS[best['lever']].name}{product}" if best is not None else _("No lever with evidence: ask them first.")),
        (_("Promotion"), LEVERS[best["lever"]].next_step if best is not None else _("None until you know what they want.")),
        (_("Budget"), _("At most {amount} a year, or it costs more than it is likely to bring.").format(amount=money(gain, study.currency)) if gain > 0
         else _("None yet: nothing in these data says what it would bring.")),
        (_("Target"), _("Turnover from {now} to {then} a year.").format(now=money(revenue, study.currency), then=money(revenue + _turnover(gain, economics, letter), study.currency))
         if gain > 0 else _("Hold the turnover of {now} a year.").format(now=money(revenue, study.currency))),
    ]  # fmt: skip


def _losing(study: Study, economics: "Economics", letter: str) -> list[tuple[str, str]]:
    """Nothing is sold harder to a segment that loses money: first the step of the ladder that brings most there."""
    ladder = economics.ladder[(economics.ladder["segment"].astype(str) == letter) & (economics.ladder["effect_likely"] > 0)]
    best = ladder.sort_values("effect_likely").iloc[-1] if len(ladder) else None
    lost, gain = -float(economics.segments["profit"][letter]) / max(economics.years, 1.0), float(best["effect_likely"]) if best is not None else 0.0
    loss = money(lost, study.currency)
    told = "" if not gain else _("This step brings about {amount} of it.") if gain < lost else _("This step alone brings about {amount}: more than that.")
    return [
        (_("Offer"), _step(best["rung"]) if best is not None else _("First make them pay: see the goodbye list in step 7.")),
        (_("Promotion"), _("None: selling more to them loses more.")),
        (_("Budget"), _("Nothing until they pay.")),
        (_("Target"), f"{_('From a loss of {loss} a year towards nothing lost.')} {told}".strip().format(loss=loss, amount=money(gain, study.currency))),
    ]


def _step(rung: str) -> str:
    """What to do first with a segment that loses money."""
    from segmentation.economics.words import advice

    if rung == "goodbye":
        return _("Say goodbye to those who go on losing you money: step 7 has the list.")
    return _("First make them pay: {step}.").format(step=advice(rung))


def _message(frame: "pd.DataFrame", everybody: "pd.DataFrame") -> str:
    """What they come for, when they come for it clearly more than others do."""
    for column in ("favourite_category", "favourite_product", "interest"):
        if column in frame and frame[column].notna().any():
            shares, base = (one[column].dropna().astype(str).value_counts(normalize=True) for one in (frame, everybody))
            telling = shares[(shares >= 0.25) & (shares >= 1.2 * base.reindex(shares.index))]
            if len(telling):
                what = str(telling.index[0])
                told = _("{what}: that is what {share} of them come for most, against {base} of everybody.")
                return told.format(what=what, share=figure(round(float(telling.iloc[0]), 3), "share"), base=figure(round(float(base[what]), 3), "share"))
    return _("What moves them is not in your data: ask them, in step 6.")


def _turnover(gain: float, economics: "Economics", letter: str) -> float:
    """The turnover that goes with this extra profit, at the margin of the segment."""
    row = economics.segments.loc[letter]
    margin = 1 - float(row["cost_of_goods"]) / float(row["revenue"]) if row["revenue"] > 0 else 0.0
    return gain / margin if margin > 0.05 else gain


def _channel(frame: "pd.DataFrame") -> str:
    if "favourite_channel" in frame and frame["favourite_channel"].notna().any():
        counts = frame["favourite_channel"].dropna().astype(str).value_counts()
        return _("{channel}: where {share} of them buy").format(channel=counts.index[0], share=figure(round(counts.iloc[0] / counts.sum(), 3), "share"))
    if "open_rate" in frame and frame["open_rate"].notna().any():
        return _("Mail: they open {share} of what they get").format(share=figure(float(frame["open_rate"].mean()), "share"))
    return _("Not in your data: ask where they want to hear from you.")
