"""What does this shop assume about its costs, and how sure is it of each?"""

import difflib
import math
from decimal import Decimal
from numbers import Real
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from segmentation.economics.costfield import CostField, Number, Triple
from segmentation.economics.fields import BY_NAME, FIELDS
from segmentation.errors import WrongChoice
from segmentation.language import _, number, percent


class Costs(BaseModel):
    """Cost assumptions: each a number (known) or (low, likely, high) (estimated). Money in euros, shares 0–1.

    Anything not given keeps its default (`Costs.fields()`); costs outside the well-known seven default to zero. The margin can also differ
    by product category, and is only an assumption where the lines do not say what the goods cost. Raises WrongChoice for values that
    cannot be: a share above 1, a negative cost, a range that is empty or upside down, a name that does not exist.

    >>> costs = Costs(margin_rate=0.40, per_return=(6, 8.50, 12))
    >>> costs.likely("per_return"), costs.known("per_return"), costs.known("margin_rate")
    (8.5, False, True)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    margin_rate: Number = BY_NAME["margin_rate"].default
    margin_by_category: dict[str, Number] = {}
    per_return: Number = BY_NAME["per_return"].default
    shipping_per_return: Number = BY_NAME["shipping_per_return"].default
    return_write_down: Number = BY_NAME["return_write_down"].default
    per_ticket: Number = BY_NAME["per_ticket"].default
    per_support_minute: Number = BY_NAME["per_support_minute"].default
    per_order: Number = BY_NAME["per_order"].default
    per_line: Number = BY_NAME["per_line"].default
    shipping_per_order: Number = BY_NAME["shipping_per_order"].default
    payment_rate: Number = BY_NAME["payment_rate"].default
    per_payment: Number = BY_NAME["per_payment"].default
    discount_outside: Number = BY_NAME["discount_outside"].default
    per_mailing: Number = BY_NAME["per_mailing"].default
    per_campaign: Number = BY_NAME["per_campaign"].default
    marketing_per_year: Number = BY_NAME["marketing_per_year"].default
    per_new_customer: Number = BY_NAME["per_new_customer"].default
    bad_debt_rate: Number = BY_NAME["bad_debt_rate"].default
    late_payment_rate: Number = BY_NAME["late_payment_rate"].default
    fixed_per_year: Number = BY_NAME["fixed_per_year"].default
    stays_share: Number = BY_NAME["stays_share"].default
    referral_share: Number = BY_NAME["referral_share"].default
    minutes_per_ticket: Number = BY_NAME["minutes_per_ticket"].default
    minutes_per_return: Number = BY_NAME["minutes_per_return"].default
    minutes_per_order: Number = BY_NAME["minutes_per_order"].default

    def __init__(self, /, **values: Any) -> None:
        super().__init__(**_checked(values))

    @staticmethod
    def fields() -> tuple[CostField, ...]:
        """Every assumption there is, in the order a shopkeeper thinks of them."""
        return FIELDS

    @classmethod
    def usual(cls, **values: Any) -> "Costs":
        """The usual figures of the trade for everything, as ranges, except what is given."""
        return cls(**{**{field.name: field.usual for field in FIELDS}, **values})

    def change(self, **values: Any) -> "Costs":
        """The same assumptions with these changed, checked again."""
        return Costs(**{**self.given(), **values})

    def given(self) -> dict[str, Any]:
        """What somebody filled in; the others keep their default."""
        return {name: value for name, value in self if name in self.model_fields_set}

    def triple(self, name: str) -> Triple:
        """Low, likely, high; three times the same for a known figure. `margin_rate:Shoes` is the margin of one category."""
        base, _sep, category = name.partition(":")
        value = self.margin_by_category[category] if category else getattr(self, base)
        return value if isinstance(value, tuple) else (value, value, value)

    def likely(self, name: str) -> float:
        return self.triple(name)[1]

    def known(self, name: str) -> bool:
        """Whether the figure is certain: a number, or a range without width."""
        low, _likely, high = self.triple(name)
        return low == high

    def names(self) -> list[str]:
        """Every assumption, categories included, in a fixed order."""
        return [field.name for field in FIELDS] + [f"margin_rate:{category}" for category in sorted(self.margin_by_category)]

    def draw(self, draws: int, seed: int = 0) -> dict[str, np.ndarray]:
        """`draws` values per uncertain assumption from a triangular distribution over its range, independent of each other.

        Each assumption has its own stream of chance, so changing one leaves the draws of the others as they were.
        """
        drawn = {}
        for place, name in enumerate(self.names()):
            low, likely, high = self.triple(name)
            if low < high:
                drawn[name] = np.random.default_rng([seed, place]).triangular(low, likely, high, draws)
        return drawn


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    """The values as floats or triples; `margin_rate:Shoes` moved to the margins by category."""
    checked: dict[str, Any] = {}
    margins: dict[str, Number] = {}
    for name, value in values.items():
        base, _sep, category = name.partition(":")
        if name == "margin_by_category":
            if not isinstance(value, dict):
                raise WrongChoice(
                    _("The margins per category are not a list of categories."), _("Give a margin for each category by name.")
                )
            margins.update({str(key): _value(BY_NAME["margin_rate"], margin) for key, margin in value.items()})
        elif base == "margin_rate" and category:
            margins[category] = _value(BY_NAME["margin_rate"], value)
        elif name in BY_NAME:
            checked[name] = _value(BY_NAME[name], value)
        else:
            near = difflib.get_close_matches(name, BY_NAME, 1)
            hint = (
                _("Did you mean “{name}”?").format(name=near[0])
                if near
                else _("Known are: {names}.").format(names=", ".join(BY_NAME))
            )
            raise WrongChoice(_("There is no cost called “{name}”.").format(name=name), hint)
    return {**checked, "margin_by_category": margins} if margins else checked


def _value(field: CostField, value: Any) -> Number:
    if isinstance(value, tuple | list | np.ndarray):
        if len(value) != 3:
            raise WrongChoice(
                _("{cost}: a range needs three figures.").format(cost=field.label),
                _("Give the lowest, the most likely and the highest value."),
            )
        low, likely, high = (_one(field, part) for part in value)
        if not low <= likely <= high:
            raise WrongChoice(
                _("{cost}: the range {low} – {likely} – {high} is not in order.").format(
                    cost=field.label, low=_shown(field, low), likely=_shown(field, likely), high=_shown(field, high)
                ),
                _("The lowest comes first, then the most likely, then the highest."),
            )
        return (low, likely, high)
    return _one(field, value)


def _one(field: CostField, value: Any) -> float:
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real | Decimal) or not math.isfinite(float(value)):
        raise WrongChoice(
            _("{cost}: this is not a number.").format(cost=field.label),
            _("Give a number, or a lowest, most likely and highest one."),
        )
    figure = float(value)
    if figure < 0:
        raise WrongChoice(
            _("{cost}: {value} is below zero.").format(cost=field.label, value=_shown(field, figure)),
            _("A cost is zero or more; leave it at zero if there is none."),
        )
    if figure > field.top:
        hint = (
            _("A share lies between 0% and 100%.")
            if field.unit == "share"
            else _("Check the number of zeros.")
        )
        raise WrongChoice(_("{cost}: {value} cannot be right.").format(cost=field.label, value=_shown(field, figure)), hint)
    return figure


def _shown(field: CostField, value: float) -> str:
    """An amount without a sign: which currency these costs are in is not known here."""
    if field.unit == "share":
        return percent(value, 0 if value >= 0.1 else 1)
    return number(value, 2) if field.unit == "money" else number(value)
