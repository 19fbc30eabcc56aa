"""What is said of a segment? Three true sentences: how big, and the two things that set it apart most."""

from math import nan
from typing import TYPE_CHECKING, Any

from segmentation.errors import WrongChoice
from segmentation.language import _, money, ngettext, number, percent
from segmentation.segments.vocabulary import LABELS, figure, label_of, level_of
from segmentation.segments.words import came_back

if TYPE_CHECKING:
    from segmentation.segments.profile import Profiles


def three_sentences(profiles: "Profiles", segment: str) -> list[str]:
    """Size and two differences; where fewer differences are sure, what can be said honestly instead.

    Raises WrongChoice for a segment that is not there.
    """
    if segment not in profiles.table.index:
        raise WrongChoice(
            _("There is no segment {segment}.").format(segment=segment),
            _("Choose one of: {segments}.").format(segments=", ".join(profiles.table.index)),
        )
    told = [_size(profiles, segment)]
    facts = profiles.highlights[profiles.highlights["segment"] == segment]
    told += [sentence for fact in facts.itertuples() if (sentence := tell_fact(fact, profiles.currency))][:2]
    if len(profiles.table) == 1:
        told.append(_("That is everybody: there is no other segment to set it against."))
    elif len(told) == 1:
        told.append(_("In no column do they clearly differ from the other customers."))
    elif len(told) == 2:
        told.append(_("In nothing else do they clearly differ from the other customers."))
    if len(told) == 2:
        told.append(_stability(profiles, segment))
    return told


def _size(profiles: "Profiles", segment: str) -> str:
    row = profiles.table.loc[segment]
    count = int(row["customers"])
    figures = {"segment": segment, "n": number(count), "share": percent(row["share"], _places(row["share"]))}
    if "turnover_share" in row:
        figures |= {"turnover": money(row["turnover"], profiles.currency)}
        figures |= {"part": percent(row["turnover_share"], _places(row["turnover_share"]))}
        return ngettext(
            "Segment {segment} has {n} customer ({share} of all), who brought in {turnover}: {part} of the turnover.",
            "Segment {segment} has {n} customers ({share} of all), who brought in {turnover}: {part} of the turnover.", count,
        ).format(**figures)  # fmt: skip
    return ngettext(
        "Segment {segment} has {n} customer: {share} of all.", "Segment {segment} has {n} customers: {share} of all.", count
    ).format(**figures)


def tell_fact(fact: Any, currency: str) -> str:
    """One fact in words, or "" when both figures would be written the same."""
    label, more = label_of(fact.column), fact.value > fact.base
    if fact.statistic == "share":
        value, base = (percent(share, _places(share)) for share in (fact.value, fact.base))
        told = _share_sentence(fact, more)
    else:
        value, base = figure(fact.value, fact.kind, currency), figure(fact.base, fact.kind, currency)
        if value == base:
            value, base = figure(fact.value, fact.kind, currency, exact=True), figure(fact.base, fact.kind, currency, exact=True)
        told = _amount_sentence(fact, more)
    if value == base:
        return ""
    if fact.kind == "boolean":
        label = label.strip("“”‘’")
    sentence = told.format(label=label, value=value, base=base, level=level_of(fact.column, fact.level))
    known = getattr(fact, "known", 1.0)  # facts kept by an earlier release do not say
    if known == 1:
        return sentence
    share = percent(known, _places(known))
    return sentence + " " + _("(This is known for {share} of all customers.)").format(share=share)


def _amount_sentence(fact: Any, more: bool) -> str:
    if fact.column == "trend" and more:
        return _(
            "They buy more of late: typically {value} on a scale from -1 (nothing any more) to 1 (only of late), against {base} over all customers."
        )
    if fact.column == "trend":
        return _(
            "They buy less of late: typically {value} on a scale from -1 (nothing any more) to 1 (only of late), against {base} over all customers."
        )
    if fact.column not in LABELS:  # a name of the user's own, of which nobody knows whether it is one or many
        return _named_sentence(fact, more)
    if fact.statistic == "mean" and more:
        return _("Their {label} is higher: {value} on average, against {base} over all customers.")
    if fact.statistic == "mean":
        return _("Their {label} is lower: {value} on average, against {base} over all customers.")
    if fact.kind == "days" and more:
        return _("Their {label} is longer: typically {value}, against {base} over all customers.")
    if fact.kind == "days":
        return _("Their {label} is shorter: typically {value}, against {base} over all customers.")
    if more:
        return _("Their {label} is higher: typically {value}, against {base} over all customers.")
    return _("Their {label} is lower: typically {value}, against {base} over all customers.")


def _named_sentence(fact: Any, more: bool) -> str:
    if fact.statistic == "mean":
        return (
            _("{label} is higher for them: {value} on average, against {base} over all customers.") if more
            else _("{label} is lower for them: {value} on average, against {base} over all customers.")
        )  # fmt: skip
    return (
        _("{label} is higher for them: typically {value}, against {base} over all customers.") if more
        else _("{label} is lower for them: typically {value}, against {base} over all customers.")
    )  # fmt: skip


def _share_sentence(fact: Any, more: bool) -> str:
    if fact.level == ">0":
        return (
            _("For more of them the {label} is above zero: {value}, against {base} of all customers.") if more
            else _("For fewer of them the {label} is above zero: {value}, against {base} of all customers.")
        ) if fact.column in LABELS else (
            _("{label} is above zero for more of them: {value}, against {base} of all customers.") if more
            else _("{label} is above zero for fewer of them: {value}, against {base} of all customers.")
        )  # fmt: skip
    if fact.kind == "boolean":
        return (
            _("“{label}” holds for more of them: {value}, against {base} of all customers.") if more
            else _("“{label}” holds for fewer of them: {value}, against {base} of all customers.")
        )  # fmt: skip
    return (
        _("More of them have {level} as their {label}: {value}, against {base} of all customers.") if more
        else _("Fewer of them have {level} as their {label}: {value}, against {base} of all customers.")
    )  # fmt: skip


def _stability(profiles: "Profiles", segment: str) -> str:
    return came_back(float(profiles.stability.get(segment, nan))) or _(
        "How surely this segment comes back in other customers is not known."
    )


def _places(share: float) -> int:
    """A decimal for small and nearly full shares, where a whole percentage would say nothing or "100%"."""
    return 1 if 0 < share < 0.095 or 0.995 <= share < 1 else 0
