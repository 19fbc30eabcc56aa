"""Which kinds of fact can a question need: the columns and roles that give each, the words that betray it, and how one gets it?"""

from dataclasses import dataclass

from segmentation.language import N_, _


@dataclass(frozen=True)
class Need:
    """One kind of fact: the columns per customer and the roles in a file that give it, words that betray it, how to get it, where it is shown."""

    code: str
    name: str
    columns: tuple[str, ...]
    roles: tuple[str, ...]
    how: str
    words: str
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
        r"koop|\bkopen\b|\bkopers?\b|(?<!samen ge)kocht|aankoop|aankope|bestel|klant(en)?waarde|vaak|vaker|trouw|loya|terugk|weg(blijv|lop|gaan)|verliez|vertrek|afhak|verloop|slapend|eenmalig|herhaal|"
        r"beste klant|buy|bought(?! together)|purchas|order|often|frequen|repeat|return to us|come back|coming back|churn|lapse|\blos(e|ing)\b(?! money)|risk|leav|retain|retention|at risk|one.?time|once|best customer|inactive|dormant",
        ("customers", "segments"),
        (("customer", "email", "name", "phone"), ("date",)),
    ),
    Need(
        "money",
        N_("what they spent"),
        ("monetary", "sales", "average_order"),
        ("amount", "price"),
        N_("Take the export with the amounts: the total per order, or price and quantity per line."),
        r"omzet|uitgev|uitgegeven|besteed|besteding|waard|winst|rendab|opbreng|verdien|geld|duur|beste klant|80.?20|pareto|groot(ste)? klant|"
        r"turnover|revenue|spen[dt]|worth|valu|profit|earn|money|basket|best customer|biggest|largest",
        ("customers", "segments", "roi"),
    ),
    Need(
        "margin",
        N_("what you keep of it"),
        ("margin",),
        ("margin", "cost"),
        N_("Add the purchase price or the margin per product, or fill in one margin for everything on page 7."),
        r"winst|marge|rendab|verdien|kost(en|prijs| ons| me)|verlies(gev|lat)|afscheid|profit|margin|earn|loss|cost us|costs? more|unprofitable|lose money|losing money",
        ("roi",),
    ),
    Need(
        "returns",
        N_("what they send back"),
        ("returns_count", "returns_value", "return_share"),
        ("return",),
        N_("Export returns or credit notes; lines with a negative quantity or amount count as well."),
        r"retour|terugst|teruggest|terugzend|send(s|ing)? .*back|sent back|\breturn(s|ed|ing|ers?)?\b(?! to us)|refund|credit",
        ("experience", "roi"),
    ),
    Need(
        "support",
        N_("how much help they ask"),
        ("tickets", "hours_to_resolve", "support_minutes"),
        ("ticket", "opened"),
        N_("Export the tickets of your help desk or mailbox: customer, date opened, date closed, subject."),
        r"ticket|helpdesk|klacht|klag|service|support|hulp|vragen stel|bellen|complain|help desk|\bhelp\b|contact us",
        ("experience", "roi"),
    ),
    Need(
        "mailings",
        N_("which mailings they open"),
        ("mailings", "opens", "clicks", "open_rate", "click_rate"),
        ("campaign", "open", "click", "sent"),
        N_("Export the recipients of your newsletters with opened and clicked, from your mailing tool."),
        r"mail|nieuwsbrief|campagne|open(en|t) |klik|afmeld|uitschrijv|newsletter|campaign|unsubscrib|\bclick|opened",
        ("experience", "segments"),
    ),
    Need(
        "visits",
        N_("what they look at before they buy"),
        ("visits",),
        ("visit", "page"),
        N_("Export visits per customer from your web shop's statistics; only visitors who logged in can be joined."),
        r"bezoek|website|bekij|bekeken|kijken rond|orienteren|oriënteren|surf|winkelwagen|afbreek|visit|look at|browse|website|abandon|cart|search before",
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
        r"tevred|aanbevel|nps|beoordel|review|ambassad|promotor|doorvertel|satisf|recommend|review|happy|content with|ambassador|promoter|refer",
        ("experience", "personas"),
    ),
    Need(
        "reasons",
        N_("why they buy or not"),
        ("theme", "sentiment"),
        ("reason", "text"),
        N_("Ask an open question in a survey or at the counter: why did you choose us, and what almost stopped you?"),
        r"waarom|reden|motief|behoefte|wens|frustrat|drijf|twijfel|\bwhy\b|reason|motiv|need(s)?\b|wish|frustrat|drive",
        ("experience", "personas"),
    ),
    Need(
        "age",
        N_("how old they are"),
        ("age", "generation"),
        ("birth_date", "age", "generation"),
        N_("Ask for a birth date or an age band where it helps the customer, such as a birthday offer. Only if you will use it."),
        r"leeftijd|\boud\b|ouder(en)?\b|jong|generatie|senior|student|millennial|\bage\b|how old|young|older|generation|senior|student",
        ("customers", "personas"),
    ),
    Need(
        "gender",
        N_("man, woman or otherwise"),
        ("gender",),
        ("gender",),
        N_("Ask it only where it matters for what you sell; leave room for not saying."),
        r"man(nen)?\b|vrouw|geslacht|gender|\bmen\b|women|male|sex\b",
        ("customers", "personas"),
    ),
    Need(
        "place",
        N_("where they live"),
        ("place", "province", "region", "country"),
        ("postcode", "city", "country"),
        N_("Keep the postcode of the delivery address; four digits are enough."),
        r"\bwaar\b|woon|wonen|regio|plaats|postcode|provinc|stad|dorp|buurt|wijk|\bland(en)?\b|buitenland|where|\blive\b|region|place|postcode|zip|province|city|town|neighbou?rhood|countr|abroad",
        ("customers", "personas"),
    ),
    Need(
        "household",
        N_("their household"),
        ("household", "education"),
        ("household", "education"),
        N_("Ask it in a short survey, or buy it per postcode area from an address supplier."),
        r"gezin|huishoud|kinderen|alleenstaand|opleiding|inkomen|famil|household|children|kids|single|educat|income",
        ("personas",),
    ),
    Need(
        "interest",
        N_("what interests them"),
        ("interest",),
        ("interest",),
        N_("Ask for preferences when people subscribe to the newsletter, or take them from what they buy."),
        r"interes|hobby|smaak|stijl|levensstijl|lifestyle|hobb|taste|style",
        ("segments", "personas"),
    ),
    Need(
        "channel",
        N_("through which channel they come"),
        ("favourite_channel", "device"),
        ("channel", "device"),
        N_("Export orders with the channel or source: shop, web, phone, market place; and the device if your shop knows it."),
        r"kanaal|kanalen|webwinkel|fysiek|winkel of|telefoon|mobiel|apparaat|marktplaats|hoe vinden|komen .*binnen|bol\b|channel|online or|in.?store|phone|mobile|device|how do .* find|come from|market ?place",
        ("experience", "segments", "personas"),
    ),
    Need(
        "products",
        N_("what they buy"),
        ("products", "categories", "favourite_category", "favourite_product", "first_product"),
        ("product", "category", "product_name"),
        N_("Take the export with order lines: one row per product, with its name and, if you can, its category."),
        r"product|artikel|assortiment|categor|wat kop|welke spull|samen gekocht|combinat|bijverk|cross|upsell|up-sell|duurdere|pakket|"
        r"article|item|assortment|range|what do .* buy|bought together|combination|cross.?sell|up.?sell|bundle",
        ("customers", "roi"),
    ),
    Need(
        "discount",
        N_("how much discount they get"),
        ("discount", "discount_share"),
        ("discount",),
        N_("Take the export with the discount per order or line."),
        r"korting|aanbieding|actie(s|code|prijs)|uitverkoop|koopje|prijsgevoel|discount|offer|sale\b|bargain|promo|voucher|coupon|price.?sensitiv",
        ("experience", "roi"),
    ),
    Need(
        "season",
        N_("when in the year or the day they buy"),
        ("favourite_season", "favourite_daypart", "trend"),
        ("date",),
        N_("Any export with the date of each order does; more than one year shows the seasons."),
        r"seizoen|wanneer|maand|kerst|zomer|voorjaar|drukte|\bdag(en|deel)?\b|moment|season|\bwhen\b|month|christmas|summer|spring|time of|daypart|weekend",
        ("customers",),
    ),
    Need(
        "growth",
        N_("how it changes over time"),
        ("trend", "tenure", "first_purchase"),
        ("date", "since"),
        N_("Bring at least two years of orders, or keep this study and load the next file later."),
        r"groei|groeit|krimp|toenem|afnem|ontwikkel|trend|verander|grow|shrink|increas|declin|develop|chang(e|ing)",
        ("customers", "segments"),
    ),
    Need(
        "acquisition",
        N_("how new customers come in"),
        ("favourite_channel", "first_product", "since"),
        ("channel", "since"),
        N_("Keep the source of the first order, and what you pay for it, per channel."),
        r"nieuwe klant|werv|aantrek|prospect|advert|lookalike|meer van zulke|meer zulke|vind .*klanten|new customer|acqui|attract|prospect|adverti|more like them|find more|more of them",
        ("roi", "personas"),
    ),
    Need(
        "sector",
        N_("in which sector they work"),
        ("sector",),
        ("sector",),
        N_("Look up the SBI code of your business customers at the chamber of commerce, or ask for it on the order form."),
        r"branche|sector|sbi|bedrijfstak|soort bedrij|industr|type of (firm|compan|business)|line of business|kind of (firm|compan|business)",
        ("customers", "segments"),
    ),
    Need(
        "firm_size",
        N_("how big the firms are"),
        ("employees", "firm_turnover"),
        ("employees", "firm_turnover"),
        N_("The chamber of commerce and most address suppliers give the number of employees per firm."),
        r"medewerker|werknemer|personeel|\bfte\b|mkb|grootbedrijf|bedrijfsgroott|kleine bedrij|grote bedrij|employee|staff|headcount|firm size|compan(y|ies) size|sme\b|small (firm|compan|business)|large (firm|compan)",
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
        r"elders|concurrent|share of wallet|aandeel in best|overstap|elsewhere|competit|wallet|switch",
        ("market", "experience"),
    ),
    Need(
        "payment",
        N_("how and when they pay"),
        (),
        ("payment", "due_date", "paid_date"),
        N_("Export the open and paid invoices of your bookkeeping with due date and date paid."),
        r"betaal|wanbetal|te laat|openstaand|aanman|debiteur|pay(s|ing|ment)?\b.*(late|time)|late pay|overdue|debtor|bad debt|invoice",
        ("roi",),
    ),
)
