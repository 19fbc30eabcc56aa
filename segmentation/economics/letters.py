"""What do you write to a customer on each rung, decently, in their own language?"""

from dataclasses import dataclass

from segmentation.errors import WrongChoice
from segmentation.language import N_, _, current_language, speaking


@dataclass(frozen=True)
class Letter:
    """A draft with gaps, named in its own language: {name} of the customer, {shop}, {sender}."""

    subject: str
    body: str


GAPS = {"name": N_("name"), "amount": N_("amount"), "date": N_("date"), "sender": N_("sender"), "shop": N_("shop")}

_LETTERS: dict[str, tuple[str, str]] = {
    "price": (
        N_("A small change to our delivery costs"),
        N_(
            "Dear {name},\n\nYou have been ordering from us for a while, and we are glad of it. Small parcels cost us more to pack and send than they bring "
            "in. From next month we therefore charge part of the postage on orders below {amount}. Above that, delivery stays free. You can also put a few "
            "things together in one order, or collect them from us.\n\nIs this inconvenient for you? Do let us know; we will look at it together.\n\n"
            "Kind regards,\n{sender}\n{shop}"
        ),
    ),
    "discount": (
        N_("About our discounts"),
        N_(
            "Dear {name},\n\nYou know how to find our offers, and that is clever. On many of those orders we earn nothing, and we cannot keep that up. From next "
            "month you will receive fewer discount codes from us. What stays: good advice, honest prices, and every now and then a real offer when "
            "we clear the shelves.\n\nKind regards,\n{sender}\n{shop}"
        ),
    ),
    "return_policy": (
        N_("Choosing right first time, and a change to returns"),
        N_(
            "Dear {name},\n\nYou sometimes send something back, and that is your right. Every return costs us time and postage, and we would rather spend "
            "those on advice. Our size and product guide is now on every page, and we gladly help you choose. From next month we charge {amount} per "
            "return parcel; if something is broken or wrong, returning of course stays free.\n\nKind regards,\n{sender}\n{shop}"
        ),
    ),
    "self_service": (
        N_("Answers at any hour of the day"),
        N_(
            "Dear {name},\n\nYou asked us a number of questions, and we like to answer them well. The most asked ones now have a short page with pictures "
            "and films, open day and night. From there you also follow your parcel or register a return yourself. If that does not help, you can still reach us.\n\n"
            "Kind regards,\n{sender}\n{shop}"
        ),
    ),
    "channel": (
        N_("Ordering online made easy"),
        N_(
            "Dear {name},\n\nUntil now you mostly ordered by telephone. Your details are ready for you online: your earlier orders stand there, and ordering "
            "again takes a minute. We gladly walk you through it once. If you prefer to keep calling, that remains possible.\n\nKind regards,\n{sender}\n{shop}"
        ),
    ),
    "less_marketing": (
        N_("Less post from us"),
        N_(
            "Dear {name},\n\nWe notice that our newsletters do not interest you much, so we will write to you less often: only when there is real "
            "news. Would you rather receive everything, or nothing at all? You choose that below.\n\nKind regards,\n{sender}\n{shop}"
        ),
    ),
    "goodbye": (
        N_("About our work for you"),
        N_(
            "Dear {name},\n\nThank you for being our customer. We looked honestly at what we can do well, and for the way you order we are not the right shop: we "
            "cannot do it at a price that is fair to you and to us. From {date} we therefore no longer deliver to you. Open orders, guarantees and returns we "
            "handle as you are used to. We gladly suggest another supplier.\n\nIf you see this differently, please call me: a person looks at it, and we have "
            "been wrong before.\n\nKind regards,\n{sender}\n{shop}"
        ),
    ),
}


def letter(rung: str, language: str | None = None) -> Letter:
    """The draft letter or e-mail for this rung, in this language or the current one. Raises WrongChoice for a rung without a letter.

    >>> letter("less_marketing", "en").subject
    'Less post from us'
    """
    if rung not in _LETTERS:
        raise WrongChoice(
            _("There is no letter for “{name}”.").format(name=rung),
            _("Choose one of: {names}.").format(names=", ".join(_LETTERS)),
        )
    subject, body = _LETTERS[rung]
    with speaking(language or current_language()):
        return Letter(_(subject), _(body).format(**{gap: f"{{{_(word)}}}" for gap, word in GAPS.items()}))
