"""What shall a segment be called? A distinct name after what sets it apart most, in every language.

A name is kept as a code (column, level, direction), so that it can be said in any language.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from segmentation.errors import SegmentationError
from segmentation.language import N_, _
from segmentation.segments.vocabulary import PEOPLE, label_of, level_of

# how a category names people, where the category alone would not say it
CALLED = {
    **dict.fromkeys(("favourite_product", "favourite_category", "favourite_daypart", "favourite_season"), N_("Mostly {level}")),
    **dict.fromkeys(("favourite_channel", "channel", "device"), N_("Via {level}")),
    **dict.fromkeys(("place", "province", "region", "country"), N_("From {level}")),
    **dict.fromkeys(("household", "generation", "gender", "education", "sector"), "{level}"),
    "first_product": N_("Began with {level}"),
    "interest": N_("Interest in {level}"),
    "theme": N_("Write about {level}"),
    "ticket_subject": N_("Ask about {level}"),
}
YES = {"yes", "true", "ja", "waar"}
NO = {"no", "false", "nee", "onwaar"}


@dataclass(frozen=True)
class Naming:
    """What a segment is named after: `level` for a category ("yes" for what holds or not), `direction` 1 for much, -1 for little; no column: average.

    `own`: the name of the user's rule that made it.
    """

    column: str = ""
    level: str = ""
    direction: int = 0
    own: str = ""

    def words(self) -> str:
        """The name in the current language."""
        if self.own:
            return self.own
        if not self.column:
            return _("Average customers")
        if self == NEVER:
            return _("No purchases yet")
        much, little = PEOPLE.get(self.column, ("", ""))
        known = much if self.direction > 0 else little
        if known and self.level in {"", ">0", "yes"}:
            return _(known)
        label, word = label_of(self.column), self.level.casefold()
        if word in YES | NO:
            told = _("With {label}") if (word in YES) == (self.direction > 0) else _("Without {label}")
        elif self.level and self.level != ">0":
            less = _("Less often {level}") if self.column in CALLED else _("{label} not {level}")
            told = _(CALLED.get(self.column, "{label}: {level}")) if self.direction > 0 else less
        else:
            told = _("High {label}") if self.direction > 0 else _("Low {label}")
        name = told.format(label=label, level=level_of(self.column, self.level))
        return name[:1].upper() + name[1:]


NEVER = Naming("frequency", "0")


def named_for_nothing(frame: pd.DataFrame, labels: pd.Series) -> dict[str, Naming]:
    """Segments of which most never bought are called so: all that would set them apart otherwise follows from it."""
    if "frequency" not in frame:
        return {}
    never = (pd.to_numeric(frame["frequency"], errors="coerce") == 0).groupby(labels.astype("str").to_numpy()).mean()
    return {str(segment): NEVER for segment in never.index[never > 0.5]}


def propose_names(highlights: pd.DataFrame, segments: list[str]) -> dict[str, Naming]:
    """Segment → naming, no two the same; the segment that a trait fits most strongly gets the name.

    `highlights` holds the telling facts: segment, column, level, effect, place (0 = most telling).
    """
    found: dict[str, Naming] = {}
    taken: set[tuple[str, str, int]] = set()
    ordered = highlights.assign(strength=highlights["effect"].abs())
    ordered = ordered.sort_values(["place", "strength", "segment"], ascending=[True, False, True], kind="stable")
    for fact in ordered.itertuples():
        level = "yes" if getattr(fact, "kind", "") == "boolean" else str(fact.level)
        naming = Naming(str(fact.column), level, 1 if fact.effect > 0 else -1)
        key = (naming.column, naming.level, naming.direction)
        if fact.segment not in found and key not in taken:
            found[str(fact.segment)] = naming
            taken.add(key)
    return {segment: found.get(segment, Naming()) for segment in segments}


def named_by_rules(frame: pd.DataFrame, labels: pd.Series, model: dict[str, Any]) -> dict[str, Naming]:
    """Segments that own rules made are called as those rules are; customers without a rule as what they are."""
    from segmentation.segments.methods.own_rules import own_segments

    if model.get("kind") != "rules":
        return {}
    try:
        numbers, names = own_segments(frame, model["rules"])
    except SegmentationError:  # a rule about a column that may not be told
        return {}
    made = pd.Series(numbers, index=labels.index).groupby(labels.astype("str")).agg(lambda rule: rule.mode().iloc[0])
    return {str(segment): Naming(own=names[number]) for segment, number in made.items() if names[number]}


def distinct_names(namings: dict[str, Naming]) -> dict[str, str]:
    """The names in the current language, with the letter behind those that would otherwise be the same."""
    words = {segment: naming.words() for segment, naming in namings.items()}
    said = list(words.values())
    return {segment: f"{name} {segment}" if said.count(name) > 1 else name for segment, name in words.items()}
