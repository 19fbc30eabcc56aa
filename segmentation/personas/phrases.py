"""Which fields does a persona have, which columns belong in them, and what is asked where the data are silent?"""

from segmentation.language import N_

FIELDS = (
    "who", "work", "family", "education", "spend", "buys", "more", "came", "media", "wishes", "frustrations", "serve", "traits",
)

LABELS = {
    "who": N_("Who I am"), "work": N_("Work"), "family": N_("Family"), "education": N_("Education"), "spend": N_("What I spend"),
    "buys": N_("What I buy"), "more": N_("What I would like more of"), "came": N_("How and why I became a customer"),
    "media": N_("Media and channels"), "wishes": N_("Wishes"), "frustrations": N_("Frustrations"),
    "serve": N_("What it takes to serve me"), "traits": N_("What sets me apart"), "quote": N_("Quote"), "day": N_("A day in the life"),
}

QUESTIONS = {
    "who": N_("How old is this customer, and where do they live? Think of somebody you know."),
    "work": N_("What does this customer do for a living?"),
    "family": N_("Who is at home when the parcel arrives?"),
    "education": N_("What did this customer learn, and does it matter for what they buy?"),
    "spend": N_("What does this customer spend in a year, and where else do they spend it?"),
    "buys": N_("What lies in the basket when this customer checks out?"),
    "more": N_("What would this customer gladly buy here, if only we offered it?"),
    "came": N_("How did this customer find us, and why did they stay?"),
    "media": N_("Where would this customer see a message from us?"),
    "wishes": N_("What does this customer hope for that we do not do yet?"),
    "frustrations": N_("What makes this customer sigh?"),
    "serve": N_("What work does this customer give us that others do not?"),
}

SILENT = {
    "who": N_("Your data do not say how old I am or where I live."), "work": N_("What I do for a living is not in your data."),
    "family": N_("Who is waiting for me at home, your data do not know."), "education": N_("What I learned, your data do not say."),
    "spend": N_("What I spend in a year cannot be read from your data."), "buys": N_("What I buy cannot be read from your data."),
    "more": N_("What I would like more of, nobody has asked me yet."), "came": N_("How I found you, your data do not tell."),
    "media": N_("Where I read, watch and scroll, your data do not know."), "wishes": N_("What I wish for, nobody has asked me yet."),
    "frustrations": N_("What annoys me is not in your data; that need not mean that nothing does."),
    "serve": N_("What it takes to serve me has not been worked out."),
}

# columns of the customer table that say again what another column says better, or that no customer would say
UNTOLD = frozenset([
    "sales", "returns_value", "lines", "margin", "discount", "alive", "alive_low", "alive_high", "expected_orders",
    "expected_orders_low", "expected_orders_high", "expected_value_low", "expected_value_high", "gap_regularity",
    "trend", "tickets_open", "hours_to_resolve_worst", "mailings", "opens", "clicks", "bounces", "sentiment",
    "last_engagement", "since", "first_purchase", "last_purchase", "open_rate_low", "open_rate_high", "spam_reports",
    "pages", "last_visit", "answers", "returns_matched", "tussenvoegsel", "aanhef", "prefix", "salutation",
])  # fmt: skip

COLUMN_FIELDS = {  # in the order in which they are told
    "age": "who", "place": "who", "province": "who", "region": "who", "country": "who", "gender": "who", "generation": "who",
    "sector": "work", "employees": "work", "firm_turnover": "work", "household": "family", "education": "education",
    "year_spend": "spend", "monetary": "spend", "average_order": "spend", "discount_share": "spend", "expected_value": "spend",
    "frequency": "buys", "items": "buys", "products": "buys", "categories": "buys", "favourite_category": "buys",
    "favourite_product": "buys", "favourite_season": "buys", "gap": "buys", "recency": "buys", "interest": "wishes", "theme": "frustrations", "goes_with": "more", "one_category": "more",
    "first_product": "came", "tenure": "came", "one_time": "came", "open_rate": "media", "click_rate": "media", "visits": "media",
    "favourite_channel": "media", "favourite_daypart": "media", "device": "media", "unsubscribes": "media", "tickets": "frustrations", "ticket_subject": "frustrations",
    "return_share": "frustrations", "returns_count": "frustrations", "hours_to_resolve": "frustrations", "nps": "frustrations",
    "score": "frustrations", "support_minutes": "serve", "cost_to_serve": "serve", "profit": "serve", "unprofitable": "serve",
}
