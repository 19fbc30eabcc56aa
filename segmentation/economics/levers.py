"""Which levers are there, what do we assume of each, and what is the first step?"""

from dataclasses import dataclass

import pandas as pd

from segmentation.language import N_, _

Range = tuple[float, float, float]


@dataclass(frozen=True)
class Lever:
    """`respond`: the part of those reached that does what is hoped for in a year (low, likely, high)."""

    code: str
    respond: Range
    text: str
    why: str
    step: str
    needs: str = N_("order lines with products")

    @property
    def name(self) -> str:
        return _(self.text)

    @property
    def assumption(self) -> str:
        return _(self.why)

    @property
    def data(self) -> str:
        """What has to be in the files before there can be evidence for it."""
        return _(self.needs)

    @property
    def next_step(self) -> str:
        return _(self.step)


LEVERS: dict[str, Lever] = {
    lever.code: lever
    for lever in (
        Lever(
            "cross_sell",
            (0.02, 0.05, 0.10),
            N_("Cross-sell"),
            N_("Bought the first product, not yet the one that goes with it; a response buys it once."),
            N_("Show the second product on the page of the first and in the order confirmation."),
        ),
        Lever(
            "up_sell",
            (0.02, 0.05, 0.10),
            N_("Up-sell"),
            N_("Bought only the cheaper product; a response pays the difference once."),
            N_("Put the dearer product beside the cheaper one, with the reason in one sentence."),
        ),
        Lever(
            "deep_sell",
            (0.02, 0.05, 0.10),
            N_("Deep-sell"),
            N_("Came back, but buys from one category only; a response places one order in a second one."),
            N_("Send one mailing about a second category, chosen from what others in this segment buy."),
            needs=N_("product categories"),
        ),
        Lever(
            "missed_up_sell",
            (0.02, 0.05, 0.10),
            N_("Missed up-sell"),
            N_("Looked at a product and did not buy; a response places an average order."),
            N_("Ask what held them back, and send one reminder about the product."),
            needs=N_("visits to the site"),
        ),
        Lever(
            "retention",
            (0.05, 0.10, 0.20),
            N_("Hold on to them"),
            N_("Earned well and stay away longer than they used to; a response earns what they earned before."),
            N_("Call or write the first twenty personally this week."),
            needs=N_("order dates"),
        ),
        Lever(
            "referral",
            (0.02, 0.05, 0.10),
            N_("Ask for a referral"),
            N_("Loyal and satisfied; a response brings one customer who earns what an average one here does."),
            N_("Ask the first ten for a review or a friend, with a thank-you for both."),
            needs=N_("recommendation scores, or many orders"),
        ),
        Lever(
            "reward",
            (0.03, 0.06, 0.12),
            N_("Reward at once"),
            N_("Bought two or three times; a response orders once more, minus a reward of 5% of the order."),
            N_("Give the reward at the till or in the confirmation, not in a booklet to save up."),
            needs=N_("the number of orders"),
        ),
        Lever(
            "co_creation",
            (0.0, 0.01, 0.03),
            N_("Make it together"),
            N_("Told you what they think; a response orders once more a year."),
            N_("Invite five of them to choose the next product with you."),
            needs=N_("recommendation scores"),
        ),
        Lever(
            "guarantee",
            (0.02, 0.05, 0.10),
            N_("Service guarantee"),
            N_("Waited more than three days for an answer; a response stays and earns what they earned before."),
            N_("Promise an answer within a working day, and say what you do when you miss it."),
            needs=N_("questions with the time they took"),
        ),
    )
}


def break_even(segments: pd.DataFrame, years: float, programme: float) -> pd.Series:
    """The extra turnover, as a share of what a segment spends now, that pays for a programme of this many euros a year in that segment."""
    margin = (segments["revenue"] - segments["cost_of_goods"]) / years
    return (programme / margin).where(margin > 0)
