"""What would this person say, and what does a day look like? Written around the facts, and marked as what it is: a guess."""

from collections.abc import Sequence

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
    "return_share": (N_("I order two sizes and send one back. That is allowed, is it not?"), N_("What I order is right, and it stays.")),
    "returns_count": (N_("If it does not fit it goes back, simple as that."), N_("Sending back? Hardly ever. I know what I want.")),
    "tickets": (N_("I would rather ask first than be sorry afterwards."), N_("I manage by myself. Just let it work.")),
    "open_rate": (N_("I read what you send me. Just make it worth my while."), N_("Please, not another mail.")),
    "click_rate": (N_("A good tip and I am off to have a look."), N_("You need not send me anything; I will come by myself.")),
    "discount_share": (N_("I wait for the offer. It will come."), N_("I do not wait for a discount. If it is good, I take it.")),
    "products": (N_("I like to try something else each time."), N_("I know exactly what I come for.")),
    "one_time": (N_("I only came for that one thing."), N_("The first time was good, so I came back.")),
    "profit": (N_("I think you are quite happy with me."), N_("Did I cost you money? Nobody ever told me.")),
    "cost_to_serve": (N_("I know I ask a lot, but then I do come back."), N_("With me you have no trouble at all.")),
    "age": (N_("I was a customer of shops before there were web shops."), N_("I arrange it on my phone, between two other things.")),
}
PLAIN_QUOTES = (
    N_("Nothing special about me, and that is just why you should get to know me."),
    N_("I am in your figures, but have you ever asked me anything?"),
    N_("You see what I buy. Why I buy it, you would have to ask me."),
)


def quote_of(lines: Sequence[Line], turn: int = 0) -> Line:
    """A sentence in quotation marks after what sets this person apart most: a guess."""
    for line in ranked(lines):
        if line.column in QUOTES and line.differs:
            return Line("quote", _(QUOTES[line.column][0 if line.effect > 0 else 1]), "guess", column=line.column)
    return Line("quote", _(PLAIN_QUOTES[turn % len(PLAIN_QUOTES)]), "guess")


def day_of(lines: Sequence[Line], name: str, turn: int = 0) -> list[Line]:
    """A day in the life, a sentence a line, all guesses around the facts."""
    return [Line("day", _("{name} gets up, has breakfast and looks at the phone.").format(name=name), "guess")]


def ranked(lines: Sequence[Line]) -> list[Line]:
    """Data lines, what sets apart most first."""
    return sorted((line for line in lines if line.mark == "data"), key=lambda line: (-abs(line.effect), line.column, line.level))
