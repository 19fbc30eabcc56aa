"""What could be done about customers who lose money, from the gentlest step to goodbye, and what does each step bring in a year?

Every rung takes back a part of certain costs from those who accept it. Those who do not accept it leave: what they take along counts against the
rung, but the loss that leaves with them is no merit of it: only a goodbye is credited with that. A goodbye takes away the loss, but not the
costs that stay (time on the payroll, fixed costs), and it takes along the margin of friends. The shares are assumptions, shown with the result and
adjustable; they are shared by all customers, so low and high add up as they are.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from segmentation.economics.costs import Costs
from segmentation.economics.drivers import Drivers
from segmentation.language import N_, _, number, percent

Range = tuple[float, float, float]
EDGES = ("low", "likely", "high")


@dataclass(frozen=True)
class Rung:
    """`back`: the part of `columns` that comes back; `leave`: the part of customers who go because of it (low, likely, high).

    `start`: from what it applies, where that is a number: a share (`unit` "share") or a count.
    """

    code: str
    columns: tuple[str, ...]
    back: Range
    leave: Range
    text: str
    condition: str
    start: float | None = None
    unit: str = "share"

    @property
    def name(self) -> str:
        return _(self.text)

    @property
    def when(self) -> str:
        start = self.start or 0.0
        return _(self.condition).format(start=percent(start) if self.unit == "share" else number(start))


LADDER: tuple[Rung, ...] = (
    Rung(
        "price",
        ("order_handling", "shipping", "payment"),
        (0.3, 0.5, 0.7),
        (0.05, 0.10, 0.25),
        N_("Price or minimum order"),
        N_("Handling, postage and payment take at least {start} of the margin."),
        start=1.0,
    ),
    Rung(
        "discount",
        ("discount_given",),
        (0.3, 0.5, 0.7),
        (0.20, 0.35, 0.50),
        N_("Less discount"),
        N_("The discount is at least {start} of what would be left after the goods without it."),
        start=0.25,
    ),
    Rung(
        "return_policy",
        ("returns",),
        (0.3, 0.5, 0.7),
        (0.05, 0.15, 0.30),
        N_("Return policy or fee"),
        N_("At least {start} returns."),
        start=2.0,
        unit="count",
    ),
    Rung(
        "self_service",
        ("support",),
        (0.2, 0.4, 0.6),
        (0.0, 0.02, 0.05),
        N_("Self-service for questions"),
        N_("At least {start} questions."),
        start=2.0,
        unit="count",
    ),
    Rung(
        "channel",
        ("order_handling", "support"),
        (0.2, 0.35, 0.5),
        (0.0, 0.05, 0.15),
        N_("A cheaper channel"),
        N_("Mostly orders by telephone or at the counter."),
    ),
    Rung(
        "less_marketing",
        ("marketing",),
        (0.5, 0.8, 1.0),
        (0.0, 0.02, 0.05),
        N_("Less marketing"),
        N_("Marketing is spent on them."),
    ),
)
GOODBYE = N_("Saying goodbye")
ADVICE = {
    **{rung.code: rung.text for rung in LADDER},
    "goodbye": GOODBYE,
    "wait": N_("Wait and see"),
    "check": N_("Check the file first"),
    "leave": N_("Leave it as it is"),
}
NO_ACTION = ("wait", "check", "leave")
WORTH = 100  # cents a year below which a step is not worth a letter
DEAR_CHANNELS = ("phone", "telefo", "tel.", "call", "balie", "counter", "fax", "verkoper", "sales rep", "brief", "letter")


def yearly(cents: pd.DataFrame, drivers: Drivers, share: np.ndarray) -> pd.DataFrame:
    """Every cost of the coming year in cents: the past per year, at the pace still expected; winning the customer is behind us."""
    table = cents.drop(columns=["acquisition"]).mul(share / drivers.years, axis=0)
    table["discount_given"] = np.where(drivers.margin_known, drivers.discount, 0) * share / drivers.years
    table["profit"] = (cents["profit"] + cents["acquisition"]) * share / drivers.years
    return table


def goodbye_effect(year: pd.DataFrame, costs: Costs) -> dict[str, np.ndarray]:
    """What a year without this customer brings, in cents: the loss gone, minus costs that stay, minus friends who stay away too."""
    time = (year["support"] + year["order_handling"]).to_numpy()
    margin = np.maximum((year["revenue"] - year["cost_of_goods"]).to_numpy(), 0)
    (stay_low, stay, stay_high), (friends_low, friends, friends_high) = (
        costs.triple("stays_share"),
        costs.triple("referral_share"),
    )
    worst, mid, best = (stay_high, friends_high), (stay, friends), (stay_low, friends_low)
    return {
        edge: -year["profit"].to_numpy() - stays * time - word * margin
        for edge, (stays, word) in zip(EDGES, (worst, mid, best), strict=True)
    }


def climb(
    cents: pd.DataFrame,
    drivers: Drivers,
    costs: Costs,
    share: np.ndarray,
    patterns: np.ndarray,
    channel: pd.Series | None,
    ladder: tuple[Rung, ...] = LADDER,
) -> pd.DataFrame:
    """Per losing customer the likely effect of every rung, what is advised, and its range, in cents a year.

    Advice: check the file where more came back than was bought and where nothing was sold; wait for bad luck and first orders; goodbye only when the rungs `together` leave a loss and bring less than a goodbye;
    else the best rung; and nothing at all when that brings less than a euro.
    """
    losing = cents["profit"].to_numpy() < 0
    year = yearly(cents, drivers, share)[losing]
    leaving = goodbye_effect(year, costs)
    able = _able(year, drivers, losing, channel, {rung.code: rung.start or 0.0 for rung in ladder})
    effects = {rung.code: _effect(rung, year, leaving, able[rung.code]) for rung in ladder}
    effects["goodbye"] = leaving
    codes = [*(rung.code for rung in ladder), "goodbye"]
    likely = np.column_stack([effects[code]["likely"] for code in codes])
    best = likely[:, :-1].argmax(axis=1)
    together = _together({code: np.maximum(effects[code]["likely"], 0) for code in codes[:-1]})
    hopeless = (year["profit"].to_numpy() + together < 0) & (likely[:, -1] > together)
    chosen = np.where(hopeless, len(codes) - 1, best)
    helps = likely[np.arange(len(chosen)), chosen] >= WORTH
    advice = np.where(helps, np.array(codes)[chosen], "leave")
    advice = np.where(np.isin(patterns[losing], ("first", "one_off")), "wait", advice)
    advice = np.where(np.isin(patterns[losing], ("outside", "no_sale")), "check", advice)
    acts = ~np.isin(advice, NO_ACTION)
    table = pd.DataFrame(likely, index=cents.index[losing], columns=codes).assign(
        advice=advice.astype(str), year=year["profit"].to_numpy(), together=together
    )
    for edge in EDGES:
        every = np.column_stack([effects[code][edge] for code in codes])
        table[f"effect_{edge}"] = np.where(acts, every[np.arange(len(chosen)), chosen], 0.0)
    return table


def _effect(rung: Rung, year: pd.DataFrame, leaving: dict[str, np.ndarray], able: np.ndarray) -> dict[str, np.ndarray]:
    """Those who accept save a part of the costs; those who do not are gone, which counts where it costs. Low: least back, most leaving."""
    base = year[list(rung.columns)].to_numpy().sum(axis=1)
    pairs = zip(EDGES, rung.back, reversed(rung.leave), strict=True)
    return {
        edge: np.where(able, (1 - gone) * back * base + gone * np.minimum(leaving[edge], 0), 0.0) for edge, back, gone in pairs
    }


def _together(effects: dict[str, np.ndarray]) -> np.ndarray:
    """All rungs at once: a cheaper channel saves on the same work as price and self-service, so the larger of the two counts."""
    same = effects["price"] + effects["self_service"]
    others = sum(values for code, values in effects.items() if code not in ("price", "self_service", "channel"))
    return np.asarray(others + np.maximum(same, effects["channel"]))


def _able(
    year: pd.DataFrame, drivers: Drivers, losing: np.ndarray, channel: pd.Series | None, start: dict[str, float]
) -> dict[str, np.ndarray]:
    """Where the condition of each rung holds; `start` says from when."""
    counts = {name: values[losing] for name, values in drivers.counts.items()}
    handling = year[["order_handling", "shipping", "payment"]].to_numpy().sum(axis=1)
    margin, given = (year["revenue"] - year["cost_of_goods"]).to_numpy(), year["discount_given"].to_numpy()
    words = np.zeros(int(losing.sum()), dtype=bool)
    if channel is not None:
        words = channel[losing].fillna("").astype(str).str.lower().str.contains("|".join(DEAR_CHANNELS), regex=True).to_numpy()
    return {
        "price": (handling > 0) & (handling >= start["price"] * margin),
        "discount": (given > 0) & (given >= start["discount"] * np.maximum(margin + given, 1)),
        "return_policy": (counts["returns"] > 0) & (counts["returns"] >= start["return_policy"]),
        "self_service": (counts["tickets"] > 0) & (counts["tickets"] >= start["self_service"]),
        "channel": words,
        "less_marketing": year["marketing"].to_numpy() > 0,
    }


def by_segment(table: pd.DataFrame, segments: np.ndarray) -> pd.DataFrame:
    """The ladder per segment in euros a year: rung, customers it would help, effect if all of them got it; and how many are advised it."""
    names, places = np.unique(segments.astype(str), return_inverse=True)

    def euros(column: str, which: np.ndarray) -> np.ndarray:
        return np.round(np.bincount(places[which], table[column].to_numpy()[which], len(names)) / 100, 2)

    parts = []
    for code in [*(rung.code for rung in LADDER), "goodbye"]:
        helped, advised = (table[code] >= WORTH).to_numpy(), (table["advice"] == code).to_numpy()
        part = {
            "segment": names.astype(object),
            "rung": code,
            "helps": np.bincount(places[helped], minlength=len(names)),
            "effect_of_all": euros(code, helped),
            "advised": np.bincount(places[advised], minlength=len(names)),
            **{f"effect_{edge}": euros(f"effect_{edge}", advised) for edge in EDGES},
        }
        parts.append(pd.DataFrame(part))
    return pd.concat(parts).sort_values("segment", kind="stable").reset_index(drop=True).astype({"segment": str, "rung": str})
