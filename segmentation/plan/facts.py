"""Which kinds of fact can a question need: the columns and roles that give each, and how one gets it?"""

from dataclasses import dataclass

from segmentation.language import N_, _


@dataclass(frozen=True)
class Need:
    """One kind of fact: the columns per customer and the roles in a file that give it, how to get it, where it is shown."""

    code: str
    name: str
    columns: tuple[str, ...]
    roles: tuple[str, ...]
    how: str
    steps: tuple[str, ...]
    # every group must have one of its roles; () means any one role of `roles` is enough
    together: tuple[tuple[str, ...], ...] = ()

    def told(self) -> str:
        return _(self.name)

    def how_to_get(self) -> str:
        return _(self.how)


NEEDS: tuple[Need, ...] = (
    Need(
        "purchases",
        N_("who bought when"),
        ("recency", "frequency", "last_purchase", "first_purchase", "one_time", "gap", "tenure"),
        ("date", "order"),
        N_("Export the orders or invoices of your web shop, till or bookkeeping: one row per order with customer and date."),
        ("customers", "segments"),
        (("customer", "email", "name", "phone"), ("date",)),
    ),
    Need(
        "money",
        N_("what they spent"),
        ("monetary", "sales", "average_order"),
        ("amount", "price"),
        N_("Take the export with the amounts: the total per order, or price and quantity per line."),
        ("customers", "segments", "roi"),
    ),
    Need(
        "margin",
        N_("what you keep of it"),
        ("margin",),
        ("margin", "cost"),
        N_("Add the purchase price or the margin per product, or fill in one margin for everything in step 7."),
        ("roi",),
    ),
    Need(
        "returns",
        N_("what they send back"),
        ("returns_count", "returns_value", "return_share"),
        ("return",),
        N_("Export returns or credit notes; lines with a negative quantity or amount count as well."),
        ("experience", "roi"),
    ),
    Need(
        "support",
        N_("how much help they ask"),
        ("tickets", "hours_to_resolve", "support_minutes"),
        ("ticket", "opened"),
        N_("Export the tickets of your help desk or mailbox: customer, date opened, date closed, subject."),
        ("experience", "roi"),
    ),
    Need(
        "mailings",
        N_("which mailings they open"),
        ("mailings", "opens", "clicks", "open_rate", "click_rate"),
        ("campaign", "open", "click", "sent"),
        N_("Export the recipients of your newsletters with opened and clicked, from your mailing tool."),
        ("experience", "segments"),
    ),
    Need(
        "visits",
        N_("what they look at before they buy"),
        ("visits",),
        ("visit", "page"),
        N_("Export visits per customer from your web shop's statistics; only visitors who logged in can be joined."),
        ("experience",),
    ),
    Need(
        "satisfaction",
        N_("how content they are"),
        ("nps", "score"),
        ("nps", "score"),
        N_(
            "Ask one question after a purchase: how likely are you to recommend us, 0 to 10? Keep the customer's number with the answer."
        ),
        ("experience", "personas"),
    ),
    Need(
        "reasons",
        N_("why they buy or not"),
        ("theme", "sentiment"),
        ("reason", "text"),
        N_("Ask an open question in a survey or at the counter: why did you choose us, and what almost stopped you?"),
        ("experience", "personas"),
    ),
    Need(
        "age",
        N_("how old they are"),
        ("age", "generation"),
        ("birth_date", "age", "generation"),
        N_("Ask for a birth date or an age band where it helps the customer, such as a birthday offer. Only if you will use it."),
        ("customers", "personas"),
    ),
    Need(
        "gender",
        N_("man, woman or otherwise"),
        ("gender",),
        ("gender",),
        N_("Ask it only where it matters for what you sell; leave room for not saying."),
        ("customers", "personas"),
    ),
    Need(
        "place",
        N_("where they live"),
        ("place", "province", "region", "country"),
        ("postcode", "city", "country"),
        N_("Keep the postcode of the delivery address; four digits are enough."),
        ("customers", "personas"),
    ),
    Need(
        "household",
        N_("their household"),
        ("household", "education"),
        ("household", "education"),
        N_("Ask it in a short survey, or buy it per postcode area from an address supplier."),
        ("personas",),
    ),
    Need(
        "interest",
        N_("what interests them"),
        ("interest",),
        ("interest",),
        N_("Ask for preferences when people subscribe to the newsletter, or take them from what they buy."),
        ("segments", "personas"),
    ),
    Need(
        "channel",
        N_("through which channel they come"),
        ("favourite_channel", "device"),
        ("channel", "device"),
        N_("Export orders with the channel or source: shop, web, phone, market place; and the device if your shop knows it."),
        ("experience", "segments", "personas"),
    ),
    Need(
        "products",
        N_("what they buy"),
        ("products", "categories", "favourite_category", "favourite_product", "first_product"),
        ("product", "category", "product_name"),
        N_("Take the export with order lines: one row per product, with its name and, if you can, its category."),
        ("customers", "roi"),
    ),
    Need(
        "discount",
        N_("how much discount they get"),
        ("discount", "discount_share"),
        ("discount",),
        N_("Take the export with the discount per order or line."),
        ("experience", "roi"),
    ),
    Need(
        "season",
        N_("when in the year or the day they buy"),
        ("favourite_season", "favourite_daypart", "trend"),
        ("date",),
        N_("Any export with the date of each order does; more than one year shows the seasons."),
        ("customers",),
    ),
    Need(
        "growth",
        N_("how it changes over time"),
        ("trend", "tenure", "first_purchase"),
        ("date", "since"),
        N_("Bring at least two years of orders, or keep this study and load the next file later."),
        ("customers", "segments"),
    ),
    Need(
        "acquisition",
        N_("how new customers come in"),
        ("favourite_channel", "first_product", "since"),
        ("channel", "since"),
        N_("Keep the source of the first order, and what you pay for it, per channel."),
        ("roi", "personas"),
    ),
    Need(
        "sector",
        N_("in which sector they work"),
        ("sector",),
        ("sector",),
        N_("Look up the SBI code of your business customers at the chamber of commerce, or ask for it on the order form."),
        ("customers", "segments"),
    ),
    Need(
        "firm_size",
        N_("how big the firms are"),
        ("employees", "firm_turnover"),
        ("employees", "firm_turnover"),
        N_("The chamber of commerce and most address suppliers give the number of employees per firm."),
        ("customers", "segments"),
    ),
    Need(
        "wallet",
        N_("what they spend elsewhere"),
        (),
        (),
        N_(
            "Only customers know this: ask in a survey what they spend a year on this kind of thing, and how much of that with you."
        ),
        ("market", "experience"),
    ),
    Need(
        "payment",
        N_("how and when they pay"),
        (),
        ("payment", "due_date", "paid_date"),
        N_("Export the open and paid invoices of your bookkeeping with due date and date paid."),
        ("roi",),
    ),
)
