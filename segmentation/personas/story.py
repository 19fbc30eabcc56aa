"""What would this person say, and what does a day look like? Written around the facts, and marked as what it is: a guess."""


from collections.abc import Callable, Sequence

from segmentation.language import N_, _
from segmentation.personas.persona import Line

# column → (when more, when less): what somebody might say of whom this is true
QUOTES: dict[str, tuple[str, str]] = {
    "frequency": (N_("You know me by now: I am always back before the season is over."), N_("Once was fine. Give me a reason to come again.")),
    "monetary": (N_("I would rather buy one good thing than three cheap ones, and I buy it here."), N_("I watch my purse; every euro has to earn its place.")),
    "year_spend": (N_("If I need something, this is where I look first."), N_("A small thing now and then, that is enough for me.")),
    "average_order": (N_("If I do order, I do it properly."), N_("Just the one thing, please; the rest can wait.")),
    "recency": (N_("Are you still there? I had almost forgotten you."), N_("I have only just been, and I am looking again already.")),
    "gap": (N_("I come when I need something, and not before."), N_("Is there anything new? I looked last week, but still.")),
    "tenure": (N_("I have been coming here for so long that I know where everything is."), N_("I have only just found you. Surprise me.")),
    "return_share": (N_("I order more than I keep and send the rest back. That is allowed, is it not?"), N_("What I order is right, and it stays.")),
    "returns_count": (N_("If it does not fit it goes back, simple as that."), N_("Sending back? Hardly ever. I know what I want.")),
    "tickets": (N_("I would rather ask first than be sorry afterwards."), N_("I manage by myself. Just let it work.")),
    "open_rate": (N_("I read what you send me. Just make it worth my while."), N_("Please, not another mail.")),
    "click_rate": (N_("A good tip and I am off to have a look."), N_("You need not send me anything; I will come by myself.")),
    "discount_share": (N_("I wait for the offer. It will come."), N_("I do not wait for a discount. If it is good, I take it.")),
    "products": (N_("I like to try something else each time."), N_("I know exactly what I come for.")),
    "one_time": (N_("I only came for that one thing."), N_("The first time was good, so I came back.")),
    "profit": (N_("I think you are quite happy with me."), N_("You will not get rich from me, I know that.")),
    "cost_to_serve": (N_("I know I ask a lot, but then I do come back."), N_("With me you have no trouble at all.")),
    "age": (N_("I was a customer of shops before there were web shops."), N_("I arrange it on my phone, between two other things.")),
}
LOSS = N_("Did I cost you money? Nobody ever told me.")
PLAIN_QUOTES = (
    N_("Nothing special about me, and that is just why you should get to know me."),
    N_("I am in your figures, but have you ever asked me anything?"),
    N_("You see what I buy. Why I buy it, you would have to ask me."),
)


MORNINGS: tuple[tuple[Callable[[float | None], bool], tuple[str, ...]], ...] = (
    (
        lambda age: age is not None and age >= 67,
        (N_("No alarm clock any more, but I am up early all the same: coffee first, then the news."),
        N_("Breakfast takes as long as I like these days, with the paper beside it.")),
    ),
    (
        lambda age: age is not None and age < 30,
        (N_("The alarm goes off three times before I am up. Coffee on the way will have to do."),
        N_("Before I am out of bed I have seen half the world go by on my phone.")),
    ),
    (
        lambda age: age is not None,
        (N_("Seven o'clock: coffee, a sandwich, and out of the door before the day has really begun."),
        N_("The first coffee I drink standing up, with one eye on the clock."),
        N_("First a lap around the block, and only then am I fit to talk to.")),
    ),
    (
        lambda age: True,
        (N_("The day begins with coffee and a look at everything that has to be done."),
        N_("I make my list before breakfast; what is on it usually happens."),
        N_("The day starts before I do, so I drink my coffee quickly.")),
    ),
)
FIRM_MORNINGS = (
    N_("At eight the lights go on in our building, and the first question of the day is already waiting."),
    N_("The coffee machine has only just warmed up when the first order comes in."),
    N_("Before the others arrive I have half an hour to myself, and I use it for the planning."),
)

# column → (scene when more, scene when less); the first column that sets this person apart gives the scene
SCENES: tuple[dict[str, tuple[str, str]], ...] = (
    {
        "open_rate": (N_("Between two jobs I read my mail, and yours is one that I open."), N_("There are forty mails waiting, and yours goes unread with the rest.")),
        "click_rate": (N_("Something in your mail catches my eye and I tap it at once."), N_("If I look for something I go to your shop myself, not through a mail.")),
    },
    {
        "frequency": (N_("Before I know it your shop is open on my screen again."), N_("What was that shop called again? It takes me a moment.")),
        "recency": (N_("Your shop crosses my mind; how long ago would that have been?"), N_("Your last parcel is still in the hall and I am already looking again.")),
        "gap": (N_("It is time again for my order, as it is once in a while."), N_("A quick look whether there is anything new.")),
        "tenure": (N_("I go where I always go; I know the way in your shop with my eyes closed."), N_("I still have to find my way around your shop.")),
    },
    {
        "discount_share": (N_("First I look whether there is an offer; without one I wait."), N_("I see what I want, and it goes into the basket, offer or no offer.")),
        "average_order": (N_("One thing becomes five, and the basket fills up."), N_("One thing goes into the basket, and that is enough.")),
        "year_spend": (N_("I do not look at a euro here; what is good may cost something."), N_("I work out what it comes to, and put one thing back.")),
        "monetary": (N_("I do not look at a euro here; what is good may cost something."), N_("I work out what it comes to, and put one thing back.")),
        "products": (N_("I wander past everything and try something that I did not know yet."), N_("I take the same as always.")),
    },
    {
        "return_share": (N_("When the parcel comes I look at it with a stern eye; part of it goes straight back."), N_("The parcel comes, it is right, and the box goes out with the paper.")),
        "returns_count": (N_("When the parcel comes I look at it with a stern eye; part of it goes straight back."), N_("The parcel comes, it is right, and the box goes out with the paper.")),
        "tickets": (N_("One thing is not clear to me, so I write to the helpdesk, and wait."), N_("It all works by itself; I need not call anybody.")),
        "support_minutes": (N_("One thing is not clear to me, so I write to the helpdesk, and wait."), N_("It all works by itself; I need not call anybody.")),
    },
)
EVENINGS = (
    N_("In the evening I tell about it at the table, and that counts for more than an advertisement."),
    N_("In the evening I lie on the sofa and scroll a little; tomorrow is another day."),
    N_("Before I go to sleep I think: was there not something else I needed?"),
    N_("In the evening the neighbour asks where I got it. I say it without thinking."),
    N_("The day ends quietly. If somebody had asked what could be better, I would have known something."),
)


def quote_of(lines: Sequence[Line], turn: int = 0, taken: Sequence[str] = ()) -> Line:
    """A sentence in quotation marks after what sets this person apart most, not one that somebody else says already: a guess."""
    for line in ranked(lines):
        if line.column in QUOTES and line.differs:
            dear = line.column == "profit" and (line.figure or 0) < 0
            text = _(LOSS if dear else QUOTES[line.column][0 if line.effect > 0 else 1])
            if text not in taken:
                return Line("quote", text, "guess", column=line.column)
    free = [_(text) for text in PLAIN_QUOTES if _(text) not in taken] or [_(text) for text in PLAIN_QUOTES]
    return Line("quote", free[turn % len(free)], "guess")


def day_of(lines: Sequence[Line], age: float | None, turn: int = 0) -> list[Line]:
    """A day in the life, one sentence a line: scenes around the facts, all of them guesses."""
    firm = any(line.column in {"sector", "employees", "firm_turnover"} for line in lines)
    mornings = FIRM_MORNINGS if firm else next(texts for fits, texts in MORNINGS if fits(age))
    sentences = [_(mornings[turn % len(mornings)])]
    order = ranked(lines)
    for scenes in SCENES:
        found = next((line for line in order if line.column in scenes and line.differs), None)
        if found is not None:
            sentences.append(_(scenes[found.column][0 if found.effect > 0 else 1]))
        if scenes is SCENES[1]:
            sentences += _thing(lines)
    sentences.append(_(EVENINGS[turn % len(EVENINGS)]))
    return [Line("day", text, "guess") for text in sentences]


def _thing(lines: Sequence[Line]) -> list[str]:
    """What it is about today, where the data know what this person comes for."""
    for line in lines:
        if line.column in {"favourite_category", "favourite_product", "first_product"} and line.level:
            return [_("Today I have set my heart on “{level}”.").format(level=line.level)]
    return []


def ranked(lines: Sequence[Line]) -> list[Line]:
    """Data lines, what sets apart most first."""
    return sorted((line for line in lines if line.mark == "data"), key=lambda line: (-abs(line.effect), line.column, line.level))
