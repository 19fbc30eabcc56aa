"""Which assumptions about costs are there, in words a shopkeeper uses, with unit, usual figure and source?"""

from dataclasses import dataclass

from segmentation.language import N_, _

Triple = tuple[float, float, float]
Number = float | Triple


@dataclass(frozen=True)
class CostField:
    """One assumption. `unit` is money (euros), share (0–1) or minutes; `driver` is what causes the cost.

    `default` is what counts when nothing is said. `usual` is the figure of the trade with its range, to start from on the page: costs
    outside the seven that nearly every shop has are zero until somebody says otherwise, because a cost nobody named is not to be invented.
    """

    name: str
    group: str
    unit: str
    driver: str
    default: Number
    usual: Triple
    top: float
    text: str
    ask: str
    origin: str

    @property
    def label(self) -> str:
        return _(self.text)

    @property
    def sentence(self) -> str:
        """The assumption as a sentence with a gap `{value}`."""
        return _(self.ask)

    @property
    def source(self) -> str:
        return _(self.origin)

    @property
    def low(self) -> float:
        return self.usual[0]

    @property
    def high(self) -> float:
        return self.usual[2]


_OWN = N_("A starting point only: look it up in your own books.")
_TIME = N_("Time it for a day: a stopwatch beats every published figure.")
_BACK = N_("Germany, 2021: €6.95 on average for transport and handling of a return, and more in small shops (Asdecker, University of Bamberg).")
_AGAIN = N_("Germany, 2018: 79% is sold again as new and 13% as second choice (Asdecker, University of Bamberg).")
_PARCEL = N_("List prices of Dutch parcel carriers for small shippers; your contract says what you pay.")


def _field(name: str, group: str, unit: str, driver: str, default: Number, usual: Triple, text: str, ask: str, origin: str = _OWN) -> CostField:
    top = {"share": 1.0, "minutes": 600.0, "money": 1e9}[unit]
    return CostField(name, group, unit, driver, default, usual, top, text, ask, origin)


FIELDS: tuple[CostField, ...] = (
    _field("margin_rate", "margin", "share", "revenue", (0.30, 0.40, 0.50), (0.30, 0.40, 0.50), N_("Gross margin"),
           N_("Of every euro you sell, {value} is left once the goods are paid for.")),
    _field("per_return", "returns", "money", "returns", (5.00, 8.50, 12.50), (5.00, 8.50, 12.50), N_("Handling a return"),
           N_("Every return costs {value} to receive, check, repack and refund."), _BACK),
    _field("shipping_per_return", "returns", "money", "returns", 0.0, (4.00, 5.50, 7.00), N_("Return postage"),
           N_("You pay {value} postage for every return."), _PARCEL),
    _field("return_write_down", "returns", "share", "returned goods", 0.0, (0.05, 0.15, 0.30), N_("Write-down on returned goods"),
           N_("Goods that come back lose {value} of what you paid for them."), _AGAIN),
    _field("per_ticket", "support", "money", "tickets", (4.00, 7.00, 12.00), (4.00, 7.00, 12.00), N_("Answering a question"),
           N_("Answering one question from a customer costs {value}."), _TIME),
    _field("per_support_minute", "support", "money", "support minutes", 0.0, (0.45, 0.60, 0.85), N_("A minute of support"),
           N_("A minute spent on a customer's question costs {value}; use this or the price per question, not both."), _TIME),
    _field("per_order", "orders", "money", "orders", (1.50, 2.10, 4.00), (1.50, 2.10, 4.00), N_("Handling an order"),
           N_("Picking and packing one order costs {value}, box included."), _TIME),
    _field("per_line", "orders", "money", "lines", 0.0, (0.20, 0.35, 0.60), N_("Handling an order line"),
           N_("Every line on an order costs another {value} to pick."), _TIME),
    _field("shipping_per_order", "shipping", "money", "orders", (4.00, 4.95, 6.95), (4.00, 4.95, 6.95), N_("Sending an order"),
           N_("Sending one order costs you {value}, after what the customer pays for it."), _PARCEL),
    _field("payment_rate", "payment", "share", "revenue", 0.0, (0.0, 0.005, 0.02), N_("Payment, part of turnover"),
           N_("Of every euro paid, {value} goes to the card company or payment service.")),
    _field("per_payment", "payment", "money", "orders", 0.0, (0.20, 0.30, 0.40), N_("Payment, per order"),
           N_("Every payment costs {value}, whatever the amount.")),
    _field("discount_outside", "discount", "share", "discount", 0.0, (0.0, 0.0, 0.0), N_("Discount not yet taken off"),
           N_("Of the discount in your file, {value} was paid out afterwards and is not yet off the amounts.")),
    _field("per_mailing", "marketing", "money", "mailings", (0.005, 0.02, 0.05), (0.005, 0.02, 0.05), N_("A mailing to one customer"),
           N_("Sending one newsletter to one customer costs {value}.")),
    _field("per_campaign", "marketing", "money", "campaigns", 0.0, (50.0, 150.0, 400.0), N_("Making a campaign"),
           N_("Making one campaign costs {value}; it is spread over those who received it."), _TIME),
    _field("marketing_per_year", "marketing", "money", "years", 0.0, (0.0, 0.0, 0.0), N_("Other marketing for existing customers"),
           N_("You spend {value} a year on other marketing for the customers you have.")),
    _field("per_new_customer", "acquisition", "money", "customers", 0.0, (10.0, 25.0, 60.0), N_("Winning a customer"),
           N_("Winning one new customer costs {value} in advertising.")),
    _field("bad_debt_rate", "bad_debt", "share", "revenue", 0.0, (0.0, 0.005, 0.02), N_("Bills never paid"),
           N_("Of every euro you invoice, {value} is never paid.")),
    _field("late_payment_rate", "bad_debt", "share", "revenue", 0.0, (0.0, 0.003, 0.01), N_("Bills paid late"),
           N_("Of every euro you invoice, {value} is lost on interest and reminders because people pay late.")),
    _field("fixed_per_year", "fixed", "money", "years", 0.0, (0.0, 0.0, 0.0), N_("Fixed costs"),
           N_("Rent, software, insurance and the like cost {value} a year, however many customers you have.")),
    _field("stays_share", "goodbye", "share", "support and handling", (0.20, 0.40, 0.70), (0.20, 0.40, 0.70), N_("Costs that stay when a customer goes"),
           N_("When a customer leaves, {value} of the time they took stays on the payroll for the first year.")),
    _field("referral_share", "goodbye", "share", "margin", (0.0, 0.05, 0.15), (0.0, 0.05, 0.15), N_("Margin brought by word of mouth"),
           N_("A customer who leaves takes along {value} of their own margin in friends who no longer come.")),
    _field("minutes_per_ticket", "time", "minutes", "tickets", (8.0, 12.0, 20.0), (8.0, 12.0, 20.0), N_("Time per question"),
           N_("Answering one question takes {value} minutes."), _TIME),
    _field("minutes_per_return", "time", "minutes", "returns", (5.0, 10.0, 15.0), (5.0, 10.0, 15.0), N_("Time per return"),
           N_("One return takes {value} minutes."), _TIME),
    _field("minutes_per_order", "time", "minutes", "orders", (3.0, 5.0, 10.0), (3.0, 5.0, 10.0), N_("Time per order"),
           N_("One order takes {value} minutes."), _TIME),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}
GROUPS = {
    "margin": N_("Margin"), "returns": N_("Returns"), "support": N_("Support"), "orders": N_("Orders"), "shipping": N_("Shipping"), "payment": N_("Payment"),
    "discount": N_("Discount"), "marketing": N_("Marketing"), "acquisition": N_("New customers"), "bad_debt": N_("Unpaid bills"), "fixed": N_("Fixed costs"),
    "goodbye": N_("When somebody leaves"), "time": N_("Time"),
}  # fmt: skip
