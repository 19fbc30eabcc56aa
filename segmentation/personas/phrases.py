"""How does a persona say a fact? Sentences per column and per way of differing, in the first person, several where one would tire.

`{value}` is the figure of the segment, `{others}` the same figure of the other customers, `{level}` the category, `{label}` the column in
words. Ways: `more`, `less`, `same` for amounts, `level` for the share that a category has, `any` for the share above zero, `yes` for true.
"""


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
UNTOLD = frozenset(
    ["sales", "returns_value", "lines", "margin", "discount", "alive", "alive_low", "alive_high", "expected_orders", "expected_orders_low", "expected_orders_high", "expected_value_low", "expected_value_high", "gap_regularity", "trend", "tickets_open", "hours_to_resolve_worst", "mailings", "opens", "clicks", "bounces", "sentiment", "last_engagement", "since", "first_purchase", "last_purchase", "open_rate_low", "open_rate_high"]
)

COLUMN_FIELDS = {
    "age": "who", "place": "who", "province": "who", "region": "who", "country": "who", "gender": "who", "generation": "who",
    "sector": "work", "employees": "work", "firm_turnover": "work", "household": "family", "education": "education",
    "year_spend": "spend", "monetary": "spend", "average_order": "spend", "discount_share": "spend", "expected_value": "spend",
    "frequency": "buys", "items": "buys", "products": "buys", "categories": "buys", "favourite_category": "buys",
    "favourite_product": "buys", "favourite_season": "buys", "gap": "buys", "recency": "buys", "interest": "wishes", "theme": "wishes",
    "first_product": "came", "tenure": "came", "one_time": "came", "open_rate": "media", "click_rate": "media", "visits": "media",
    "favourite_channel": "media", "favourite_daypart": "media", "device": "media", "unsubscribes": "media", "tickets": "frustrations", "ticket_subject": "frustrations",
    "return_share": "frustrations", "returns_count": "frustrations", "hours_to_resolve": "frustrations", "nps": "frustrations",
    "score": "frustrations", "support_minutes": "serve", "cost_to_serve": "serve", "profit": "serve", "unprofitable": "serve",
}

SENTENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("age", "more"): (N_("I am {value}, older than the typical other customer, who is {others}."),),
    ("age", "less"): (N_("I am {value}, younger than the typical other customer, who is {others}."),),
    ("age", "same"): (N_("I am {value}, about as old as your other customers."),),
    ("place", "level"): (N_("I live in {level}, like {value} of these customers; of the others {others} do."),),
    ("province", "level"): (N_("My home is in {level}, as it is for {value} of these customers ({others} of the others)."),),
    ("region", "level"): (N_("My region is {level}: true of {value} of these customers and of {others} of the others."),),
    ("country", "level"): (N_("My country is {level}, as for {value} of these customers and {others} of the others."),),
    ("gender", "level"): (N_("Of customers like me {value} are {level}; of the others {others}."),),
    ("generation", "level"): (N_("My generation is {level}, like {value} of these customers; of the others {others}."),),
    ("sector", "level"): (N_("Our firm is in {level}, like {value} of these customers; of the others {others} are."),),
    ("employees", "more"): (N_("We work here with {value}; the typical other customer has {others}."),),
    ("employees", "less"): (N_("We are a smaller team, of {value}; the typical other customer has {others}."),),
    ("employees", "same"): (N_("We work here with {value}, about as many as at your other customers."),),
    ("firm_turnover", "more"): (N_("Our firm turns over {value} a year, the typical other customer {others}."),),
    ("firm_turnover", "less"): (N_("Our firm turns over {value} a year, the typical other customer {others}."),),
    ("firm_turnover", "same"): (N_("Our firm turns over {value} a year, about as much as your other customers."),),
    ("household", "level"): (N_("My household is “{level}”, like {value} of these customers; of the others {others}."),),
    ("education", "level"): (N_("My education is “{level}”, like {value} of these customers; of the others {others}."),),
    ("interest", "level"): (N_("What I warm to is {level}, like {value} of these customers; of the others {others}."),),
    ("theme", "level"): (N_("When I write to you it is about “{level}”, as with {value} of these customers and {others} of the others."),),
    ("year_spend", "more"): (
        N_("In the past year I spent {value} here; the typical other customer {others}."),
        N_("Over the past year it came to {value}, where the typical other customer stayed at {others}."),
    ),
    ("year_spend", "less"): (
        N_("In the past year I spent {value} here, less than the {others} of the typical other customer."),
        N_("No more than {value} in the past year, where the typical other customer spent {others}."),
    ),
    ("year_spend", "same"): (N_("In the past year I spent {value} here, about as much as others."),),
    ("monetary", "more"): (
        N_("All together I have left {value} here; the typical other customer {others}."),
        N_("So far I have spent {value} with you, where the typical other customer is at {others}."),
    ),
    ("monetary", "less"): (
        N_("All together I have left {value} here; the typical other customer {others}."),
        N_("So far it has stayed at {value}, where the typical other customer is at {others}."),
    ),
    ("monetary", "same"): (N_("All together I have left {value} here, about as much as others."),),
    ("average_order", "more"): (
        N_("When I order, it is for about {value}; the typical other customer spends {others} at a time."),
        N_("My basket is fuller: some {value} per order, against {others} for the typical other customer."),
    ),
    ("average_order", "less"): (
        N_("My orders are smaller: about {value} at a time, where the typical other customer spends {others}."),
        N_("I take less at a time, around {value}; the typical other customer is at {others}."),
    ),
    ("average_order", "same"): (N_("An order of mine is about {value}, much like that of others."),),
    ("discount_share", "more"): (N_("I pick my moment: on average {value} comes off my bill as a discount, for others {others}."),),
    ("discount_share", "less"): (N_("I wait less for offers: on average {value} comes off my bill, for others {others}."),),
    ("discount_share", "same"): (N_("On average {value} comes off my bill as a discount, about the same as for others."),),
    ("expected_value", "more"): (N_("For the year ahead your figures expect {value} from me; from the typical other customer {others}."),),
    ("expected_value", "less"): (N_("For the year ahead your figures expect no more than {value} from me; from the typical other customer {others}."),),
    ("expected_value", "same"): (N_("For the year ahead your figures expect {value} from me, about what they expect from others."),),
    ("frequency", "more"): (
        N_("I keep coming back: {value} so far, where the typical other customer stops at {others}."),
        N_("You see me often: {value} up to now, against {others} for the typical other customer."),
    ),
    ("frequency", "less"): (
        N_("I order less often: {value} so far, where the typical other customer has {others}."),
        N_("You see me less: {value} up to now; the typical other customer is at {others}."),
    ),
    ("frequency", "same"): (N_("So far I placed {value}, about as many as others."),),
    ("items", "more"): (N_("In all I took home {value}; the typical other customer {others}."),),
    ("items", "less"): (N_("In all I took home {value}; the typical other customer {others}."),),
    ("items", "same"): (N_("In all I took home {value}, about as many as others."),),
    ("products", "more"): (N_("I like to look around: {value} by now, against {others} for the typical other customer."),),
    ("products", "less"): (N_("I know what I come for: {value} by now, against {others} for the typical other customer."),),
    ("products", "same"): (N_("By now I have tried {value}, about as many as others."),),
    ("categories", "more"): (N_("I shop across the range, in {value}; the typical other customer in {others}."),),
    ("categories", "less"): (N_("I keep to a smaller corner of the shop, {value}; the typical other customer comes to {others}."),),
    ("categories", "same"): (N_("I buy from {value}, about as many as others."),),
    ("favourite_category", "level"): (
        N_("I come mostly for {level}, like {value} of these customers; of the others {others} do."),
        N_("My first stop is {level}: true of {value} of these customers and of {others} of the others."),
    ),
    ("favourite_product", "level"): (N_("What I buy most is “{level}”, like {value} of these customers; of the others {others} do."),),
    ("favourite_season", "level"): (N_("My season is {level}: true of {value} of these customers and of {others} of the others."),),
    ("gap", "more"): (N_("Between two orders I let some {value} go by; the typical other customer {others}."),),
    ("gap", "less"): (N_("I am back sooner: some {value} between two orders, where the typical other customer takes {others}."),),
    ("gap", "same"): (N_("Between two orders I let some {value} go by, about as long as others."),),
    ("recency", "more"): (N_("My last order is {value} ago, that of the typical other customer {others}."),),
    ("recency", "less"): (N_("I was here more recently, {value} ago; the typical other customer {others} ago."),),
    ("recency", "same"): (N_("My last order is {value} ago, about as long as with others."),),
    ("first_product", "level"): (N_("For me it began with “{level}”, as for {value} of these customers and {others} of the others."),),
    ("tenure", "more"): (N_("I have been coming here for {value}; the typical other customer for {others}."),),
    ("tenure", "less"): (N_("I have known you for {value}, shorter than the {others} of the typical other customer."),),
    ("tenure", "same"): (N_("I have been coming here for {value}, about as long as others."),),
    ("one_time", "yes"): (N_("Of customers like me {value} bought just once; of the others {others}."),),
    ("one_time", "none"): (N_("None of the customers like me bought just once; of the others {others} did."),),
    ("unsubscribes", "none"): (N_("None of the customers like me unsubscribed from your mail; of the others {others} did."),),
    ("tickets", "none"): (N_("None of the customers like me ever asked the helpdesk something; of the others {others} did."),),
    ("returns_count", "none"): (N_("None of the customers like me ever sent something back; of the others {others} did."),),
    ("unprofitable", "none"): (N_("None of the customers like me cost you more than they bring in; of the others {others} do."),),
    ("open_rate", "more"): (N_("I read more of what you send: customers like me open {value} of your mail, the others {others}."),),
    ("open_rate", "less"): (N_("Your mail reaches me less: customers like me open {value} of it, the others {others}."),),
    ("open_rate", "same"): (N_("Customers like me open {value} of your mail, about as much as others."),),
    ("click_rate", "more"): (N_("A good link tempts me sooner: customers like me click in {value} of your mails, the others in {others}."),),
    ("click_rate", "less"): (N_("I click through less: in {value} of your mails, where the others do so in {others}."),),
    ("click_rate", "same"): (N_("Customers like me click in {value} of your mails, about as often as others."),),
    ("visits", "more"): (N_("I look in more: {value}, against {others} for the typical other customer."),),
    ("visits", "less"): (N_("I look in less: {value}, against {others} for the typical other customer."),),
    ("visits", "same"): (N_("I looked in {value}, about as often as others."),),
    ("unsubscribes", "any"): (N_("Of customers like me {value} unsubscribed from your mail; of the others {others}."),),
    ("favourite_channel", "level"): (N_("I order through {level}, like {value} of these customers; of the others {others} do."),),
    ("favourite_daypart", "level"): (N_("My moment to order is {level}, as for {value} of these customers and {others} of the others."),),
    ("device", "level"): (N_("I look and buy on {level}, like {value} of these customers; of the others {others} do."),),
    ("ticket_subject", "level"): (
        N_("What I ask the helpdesk about is “{level}”, like {value} of who asked something; of the others {others}."),
    ),
    ("tickets", "any"): (
        N_("Of customers like me {value} had to ask the helpdesk something; of the others {others}."),
        N_("Did I need help? {value} of customers like me did, of the others {others}."),
    ),
    ("tickets", "more"): (N_("I need your helpdesk more: {value} so far, the typical other customer {others}."),),
    ("tickets", "less"): (N_("I need your helpdesk less: {value} so far, the typical other customer {others}."),),
    ("tickets", "same"): (N_("I came to your helpdesk with {value}, about as many as others."),),
    ("return_share", "more"): (N_("Not everything is right the first time: on average {value} of what I buy goes back, for others {others}."),),
    ("return_share", "less"): (N_("I keep more of what I order: on average {value} goes back, for others {others}."),),
    ("return_share", "same"): (N_("On average {value} of what I buy goes back, about the same as for others."),),
    ("returns_count", "any"): (N_("Of customers like me {value} have sent something back; of the others {others}."),),
    ("hours_to_resolve", "more"): (N_("For an answer I waited {value} hours; the typical other customer {others}."),),
    ("hours_to_resolve", "less"): (N_("I had my answer in {value} hours; the typical other customer in {others}."),),
    ("hours_to_resolve", "same"): (N_("For an answer I waited {value} hours, about as long as others."),),
    ("nps", "more"): (N_("Would I recommend you? I give a {value}; the typical other customer a {others}."),),
    ("nps", "less"): (N_("Would I recommend you? I give a {value}; the typical other customer a {others}."),),
    ("nps", "same"): (N_("Would I recommend you? I give a {value}, about the same as others."),),
    ("score", "more"): (N_("My mark for you is {value}; that of the typical other customer {others}."),),
    ("score", "less"): (N_("My mark for you is {value}; that of the typical other customer {others}."),),
    ("score", "same"): (N_("My mark for you is {value}, about the same as others."),),
    ("support_minutes", "any"): (N_("For {value} of customers like me the helpdesk had to set to work; for {others} of the others."),),
    ("cost_to_serve", "more"): (N_("Handling, shipping, returns and help for me cost you {value}; for the typical other customer {others}."),),
    ("cost_to_serve", "less"): (N_("Handling, shipping, returns and help for me cost you less: {value}; for the typical other customer {others}."),),
    ("cost_to_serve", "same"): (N_("Handling, shipping, returns and help for me cost you {value}, about the same as for others."),),
    ("profit", "more"): (N_("Below the line {value} is left of me; of the typical other customer {others}."),),
    ("profit", "less"): (N_("Below the line {value} is left of me; of the typical other customer {others}."),),
    ("profit", "same"): (N_("Below the line {value} is left of me, about the same as of others."),),
    ("unprofitable", "yes"): (N_("Of customers like me {value} cost you more than they bring in; of the others {others}."),),
    ("", "more"): (N_("My “{label}” is {value}, higher than the {others} of the typical other customer."),),
    ("", "less"): (N_("My “{label}” is {value}, lower than the {others} of the typical other customer."),),
    ("", "same"): (N_("My “{label}” is {value}, about the same as that of others."),),
    ("", "mean_more"): (N_("My “{label}” is {value} on average, higher than the {others} of the others."),),
    ("", "mean_less"): (N_("My “{label}” is {value} on average, lower than the {others} of the others."),),
    ("", "mean_same"): (N_("My “{label}” is {value} on average, about the same as that of others."),),
    ("", "level"): (N_("My “{label}” is “{level}”, like {value} of these customers; of the others {others}."),),
    ("", "any"): (N_("Of customers like me {value} have some “{label}”; of the others {others}."),),
    ("", "yes"): (N_("“{label}” is true of {value} of customers like me; of {others} of the others."),),
}
