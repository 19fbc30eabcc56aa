"""How is it said? Codes and figures of a segmentation as sentences in the current language."""

from typing import TYPE_CHECKING, Any

from segmentation.language import N_, _, ngettext, number, percent
from segmentation.segments.vocabulary import decimals_for, figure, label_of

if TYPE_CHECKING:
    from segmentation.segments.segmentation import Segmentation, Warned

METHOD_NAMES = {
    "kmeans": N_("compact groups (k-means)"), "mixture": N_("groups of any size and shape (a Gaussian mixture)"),
    "latent_class": N_("groups that answer alike (latent classes)"), "ward": N_("joined step by step (Ward)"),
    "hdbscan": N_("dense groups only (HDBSCAN)"), "rfm": N_("cells of recency, frequency and value"), "rules": N_("your own rules"),
}
SENTENCES = {
    "small": N_("There are only {customers} customers. Use these segments to talk about, not to steer by."),
    "small_base": N_("There are only {customers} customers: from re-draw to re-draw the stability mostly lies between {low} and {high}. "
                     "Use these segments to talk about, not to steer by."),
    "few_different": N_("In these columns there are only {customers} different customers: who is in a segment is exactly alike, or nearly so."),
    "unstable": N_("Segment {segment} came back in part only ({stability} alike on re-draws): its border is uncertain."),
    "doubtful": N_("Do not trust segment {segment}: it was only {stability} alike when the customers were drawn anew."),
    "zeros": N_("In {names} many customers have nothing at all. Groups that differ only in what they buy can then be missed."),
    "leak": N_("“{column}” alone gives nearly the same segments. Is it an old label? Then leave it out and look again."),
    "fewer": N_("You asked for {asked} segments; {k} were found, the rest stayed empty."),
    "missing": N_("“{column}” is missing for {share} of the customers; filled in with {by}."),
    "out_constant": N_("“{column}” is the same for every customer and was left out."),
    "out_known_constant": N_("“{column}” is the same for everybody of whom it is known, and was left out."),
    "out_empty": N_("“{column}” is empty and was left out."),
    "out_id": N_("“{column}” is different for (nearly) every customer: it looks like something that identifies them, and was left out."),
    "out_label": N_("“{column}” looks like a segment that was made before, and was left out. Put it in yourself if it is not."),
    "out_personal": N_("“{column}” holds personal data and was left out."),
    "out_protected": N_("“{column}” is a protected characteristic and was left out. Treating people differently by it is often not allowed."),
    "out_redundant": N_("“{column}” says the same as “{other}” and was left out."),
    "out_mostly_missing": N_("“{column}” is missing for most customers and was left out."),
    "out_one_value": N_("“{column}” has the same value for nearly everybody and was left out."),
    "out_many_levels": N_("“{column}” has too many different values and was left out."),
    "in_constant": N_("“{column}” is the same for every customer."),
    "in_empty": N_("“{column}” is empty."),
    "in_id": N_("You put in “{column}”, but it is different for (nearly) every customer: it looks like something that identifies them."),
    "in_label": N_("You put in “{column}”, but it looks like a segment that was made before."),
    "in_personal": N_("You put in “{column}”, which holds personal data. Check that you may use it for this."),
    "in_protected": N_("You put in “{column}”, a protected characteristic. Treating people differently by it is often not allowed."),
    "in_redundant": N_("“{column}” says nearly the same as another column."),
    "in_mostly_missing": N_("“{column}” is missing for most customers."),
    "in_one_value": N_("“{column}” has the same value for nearly everybody: it can hardly tell customers apart."),
    "in_many_levels": N_("“{column}” has very many different values; most were taken together."),
}
FILLED = {
    "median": N_("the middle value"), "zero": N_("zero"), "most_common": N_("the most common value"), "level": N_("a value of its own"),
    "flag": N_("the middle value, and that it was missing counts too"),
}
COUNTED = {"tiny", "capped", "floored", "grouped"}

SURE = N_("You can build on it.")
BY_RULE = {  # from which stability on
    0.95: N_("Made by rule; who is in it stays nearly the same."), 0.75: N_("Made by rule; who is in it stays the same for the most part."),
    0.0: N_("Made by rule; who is in it depends on the customers you happen to have."),
}  # fmt: skip
FEW = N_("That is steady, but these are too few customers to build on.")


def of_few(segmentation: "Segmentation") -> bool:
    """Whether there are so few customers that even steady segments are no ground to build on."""
    return any(warned.code == "small_base" for warned in segmentation.warnings)


def explain_verdict(segmentation: "Segmentation") -> list[str]:
    """Why this verdict, and what to do with it."""
    facts = segmentation.verdict_facts
    if facts.get("by_hand"):
        return [
            _("You made these segments yourself, by rule. They need no proof that they exist; they need to be useful."),
            _("When the customers are drawn anew, {stability} of a segment stays the same.").format(stability=_share(facts["stability"])),
        ]
    told = {"natural": _natural, "reproducible": _reproducible, "constructive": _constructive}[segmentation.verdict](segmentation)
    return [*told, _reason(segmentation)]


def _natural(segmentation: "Segmentation") -> list[str]:
    return [
        _("There are {k} natural groups here.").format(k=segmentation.k), _gap(segmentation.verdict_facts),
        _("When the customers are drawn anew, {stability} of a segment comes back.").format(
            stability=_share(segmentation.verdict_facts["stability"])) + " " + _ground(segmentation),
    ]


def _ground(segmentation: "Segmentation") -> str:
    """Whether the segments are ground to build on: all of them, all but those that do not come back, or none of so few customers."""
    if of_few(segmentation):
        return _(FEW)
    loose = _loose(segmentation, 0.75)
    return _("You can build on the segments, but not on {segments}.").format(segments=loose) if loose else _(SURE)


def _loose(segmentation: "Segmentation", least: float) -> str:
    """The segments that come back for less than this: “B, D and E”."""
    loose = [str(segment) for segment, stability in segmentation.stability.items() if stability < least]
    return _(" and ").join([", ".join(loose[:-1]), loose[-1]] if loose[1:] else loose)


def _reproducible(segmentation: "Segmentation") -> list[str]:
    facts = segmentation.verdict_facts
    told = [_("There is structure here, but the borders between these segments are fluid."), _gap(facts)]
    if facts.get("steadier"):
        told.append(_("The likeliest number of groups is {best}, but these {k} segments come back more surely, so they were chosen.").format(
            best=facts["best_k"], k=segmentation.k))
    elif facts.get("best_k") and facts["best_k"] != segmentation.k:
        told.append(_("The data themselves speak for {best} segments; you have {k}.").format(best=facts["best_k"], k=segmentation.k))
    loose = _loose(segmentation, 0.6)
    back = _("When the customers are drawn anew, {stability} of a segment comes back. Use the segments, and expect customers near a border to change place.")
    if loose:
        back = _("When the customers are drawn anew, {stability} of a segment comes back. Use the segments except {segments}, and expect customers near a "
                 "border to change place.")
    return [*told, back.format(stability=_share(facts["stability"]), segments=loose)]


def _constructive(segmentation: "Segmentation") -> list[str]:
    facts = segmentation.verdict_facts
    if facts.get("different"):
        return [
            _("In these columns there are only {n} different customers: too few to tell groups from chance.").format(n=facts["different"]),
            _("These {k} segments put together who is alike.").format(k=segmentation.k),
            _("Add columns in which customers differ more, such as turnover or number of orders, or make the segments by a rule of your own."),
        ]
    why = _gap(facts)
    if facts.get("dropped_stability") is not None:
        why = _("There are signs of {best} groups, but for the average customer only {stability} of its group comes back when the customers are drawn "
                "anew: nothing to build on.").format(best=facts["best_k"], stability=_share(facts["dropped_stability"]))
    elif facts.get("signs"):
        return [
            _("There are signs of {best} groups, but these {k} segments are not to be built on: only {stability} of a segment comes back when the "
              "customers are drawn anew.").format(best=facts["best_k"], k=segmentation.k, stability=_share(facts["stability"])),
            _("Let the number and the way of grouping be chosen for you, or take fewer segments."),
        ]
    return [
        _("There are no natural groups here."), why,
        _("These customers differ by degree: there is one cloud, and these {k} segments are a way to cut it up.").format(k=segmentation.k),
        _("That is no failure. Cut where it is useful: value tiers (best 20%, middle, rest), a rule of your own, or these segments if "
          "each gets its own approach. Choose the cut by what you will do differently, not by the statistics."),
    ]


def _gap(facts: dict[str, Any]) -> str:
    values = {"gap": number(facts["gap"], 2), "copies": facts["copies"], "usual": number(facts["gap_copies"], 2)}
    if facts["groups"] and facts["gap"] > facts["gap_copies_high"]:
        return _("Between the groups there are gaps (strength {gap}) that {copies} copies of this file without groups do not have "
                 "({usual}).").format(**values)
    if facts["groups"]:
        return _("Groups explain these customers better than one group does, by {gain} points (BIC); in {copies} copies of this file without groups "
                 "that is {usual} on average.").format(
            gain=number(facts["gain"]), copies=facts["copies"], usual=number(facts["gain_copies"]))
    return _("The gaps between the likeliest groups (strength {gap}) do not stand out from those in {copies} copies of this file without groups "
             "({usual} on average), or one group explains the customers as well.").format(**values)


def _reason(segmentation: "Segmentation") -> str:
    name = _(METHOD_NAMES[segmentation.method])
    if segmentation.verdict_facts.get("asked_k") == segmentation.k:
        return _("You chose {k} segments. Way of grouping: {method}.").format(k=segmentation.k, method=name)
    if segmentation.verdict_facts.get("asked_method"):
        return _("Way of grouping, as you chose: {method}.").format(method=name)
    if segmentation.verdict == "constructive":
        if segmentation.k not in range(3, 7):
            return _("Way of grouping: {method}.").format(method=name)
        return _("{k} segments is the number from 3 to 6 that comes back best. Way of grouping: {method}.").format(
            k=segmentation.k, method=name)
    if segmentation.method == "mixture":
        return _("Way of grouping: {method}; compact groups (k-means) do not follow these borders.").format(method=name)
    if segmentation.verdict_facts.get("steadier"):
        return _("Way of grouping: {method}; every segment comes back, and this way is the easiest to explain.").format(method=name)
    return _("Way of grouping: {method}; it finds the same groups as heavier ways, and is the easiest to explain.").format(method=name)


def warning_sentence(warned: "Warned") -> str:
    """One warning in words."""
    figures: dict[str, Any] = dict(warned.figures)
    for key in ("stability", "low", "high", "share"):
        if key in figures:
            figures[key] = _share(figures[key])
    if "cap" in figures:
        plain = figures.get("kind") not in ("share", "days")
        figures["cap"] = number(figures["cap"], 0 if abs(figures["cap"]) >= 100 else decimals_for(figures["cap"])) if plain else figure(figures["cap"], figures["kind"])
    for key in ("column", "other"):
        if key in figures:
            figures[key] = from_columns(figures[key]).strip("“”‘’")
    if "by" in figures:
        figures["by"] = _(FILLED.get(figures["by"], FILLED["median"]))
    if "columns" in figures:
        figures["names"] = ", ".join(label_of(name) for name in figures["columns"])
    if warned.code in COUNTED:
        return _counted(warned.code, figures)
    code = "small" if warned.code == "small_base" and figures["low"] == figures["high"] else warned.code
    return _(SENTENCES[code]).format(**figures)


def _counted(code: str, figures: dict[str, Any]) -> str:
    """The warnings that count customers."""
    n = figures["customers"]
    told = {
        "tiny": ngettext("Segment {segment} has only {customers} customer.", "Segment {segment} has only {customers} customers.", n),
        "capped": ngettext("“{column}”: {customers} customer above {cap} counts as {cap}.", "“{column}”: {customers} customers above {cap} count as {cap}.", n),
        "floored": ngettext("“{column}”: {customers} customer below {cap} counts as {cap}.", "“{column}”: {customers} customers below {cap} count as {cap}.", n),
        "grouped": ngettext("“{column}”: {levels} rare values ({customers} customer) were taken together.",
                            "“{column}”: {levels} rare values ({customers} customers) were taken together.", n),
        "rare": ngettext("“{column}”: one rare value ({customers} customer) counts as “other”.",
                         "“{column}”: one rare value ({customers} customers) counts as “other”.", n),
    }["rare" if figures.get("levels") == 1 else code]
    return told.format(**{**figures, "customers": number(n)})


def from_columns(names: str | list[str]) -> str:
    """A column as people call it, or how it is worked out from others.

    >>> from_columns(["spent", "÷", "visited"])
    'spent ÷ visited'
    """
    if isinstance(names, str):
        return label_of(names)
    return " ".join(word if place % 2 else label_of(word).strip("“”‘’") for place, word in enumerate(names))


def came_back(stability: float) -> str:
    """The stability of a segment in plain words: its mean Jaccard over the re-draws, "" when unknown.

    >>> from segmentation.language import speaking
    >>> with speaking("en"):
    ...     came_back(0.94)
    'When the customers were drawn anew, 94% of it came back together on average.'
    """
    return "" if stability != stability else _("When the customers were drawn anew, {share} of it came back together on average.").format(
        share=_share(stability))


def _share(value: float) -> str:
    return percent(value, 0)
