"""What else did the customers of the invented shop do: ask for help, read mailings, answer a survey?"""

import random
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from segmentation.samples import vocabulary as words

if TYPE_CHECKING:
    from segmentation.samples.generator import Line, Shop


def _bought(shop: "Shop") -> "dict[str, list[Line]]":
    bought: dict[str, list[Line]] = defaultdict(list)
    for line in shop.lines:
        if line.quantity > 0:
            bought[line.customer].append(line)
    return bought


def ask_for_help(chance: random.Random, shop: "Shop") -> None:
    bought = _bought(shop)
    for person in shop.people:
        low, high = person.kind.tickets
        wanted = chance.randint(low, high) if high > 1 or chance.random() < 0.25 else 0
        for _ in range(wanted):
            theme = chance.choice(person.kind.complaints)
            opened = min(chance.choice(bought[person.number]).day + timedelta(days=chance.randint(0, 30)), shop.last)
            hours = round(chance.lognormvariate(3.1 if theme in ("retour", "levering") else 2.3, 0.8), 1)
            closed = opened + timedelta(hours=hours) if chance.random() < 0.96 else None
            shop.tickets.append(
                {
                    "customer": person.number,
                    "opened": opened,
                    "closed": closed,
                    "hours": hours,
                    "theme": theme,
                    "minute": chance.randint(480, 1080),
                    "subject": chance.choice(words.SUBJECTS[theme]),
                    "minutes": max(3, round(chance.gauss(14, 5))),
                    "channel": chance.choice(("telefoon", "e-mail", "e-mail", "chat")),
                }
            )
    shop.tickets.sort(key=lambda row: (row["opened"], row["minute"], row["customer"]))


CAMPAIGNS = (
    ("Voorjaar in de moestuin", date(2025, 3, 6), "tuinier"),
    ("Fiets klaar voor de zomer", date(2025, 5, 8), None),
    ("Zomeropruiming tot 40%", date(2025, 7, 17), None),
    ("Terug naar school", date(2025, 8, 21), "gezin"),
    ("Bollen de grond in", date(2025, 10, 2), "tuinier"),
    ("Sinterklaas en kerst", date(2025, 11, 20), None),
    ("Winteruitverkoop", date(2026, 1, 8), None),
    ("Nieuwe tassen voor lange tochten", date(2026, 3, 12), "fietsreiziger"),
    ("Zaaikalender", date(2026, 4, 2), "tuinier"),
    ("Op pad met kinderen", date(2026, 5, 14), "gezin"),
)


def send_mailings(chance: random.Random, shop: "Shop") -> None:
    """Campaigns for one kind went half to that kind and half to a slice of the whole list, so the two can be compared."""
    gone: set[str] = set()
    for name, day, meant_for in CAMPAIGNS:
        for person in shop.people:
            if not person.subscribed or person.since > day or person.number in gone:
                continue
            fits = person.kind.code == meant_for
            if meant_for and not (fits or chance.random() < 0.25):
                continue
            bounced = chance.random() < 0.015
            opened = not bounced and chance.random() < min(0.95, person.kind.opens * (1.35 if fits else 1.0))
            clicked = opened and chance.random() < min(0.9, person.kind.clicks * (1.5 if fits else 1.0))
            left = opened and chance.random() < (0.004 if fits else 0.014)
            if left:
                gone.add(person.number)
            shop.mailings.append(
                {
                    "email": person.email,
                    "customer": person.number,
                    "campaign": name,
                    "day": day,
                    "opened": opened,
                    "clicked": clicked,
                    "bounced": bounced,
                    "left": left,
                    "spam": left and chance.random() < 0.1,
                    "segment": meant_for if meant_for and fits else "iedereen",
                }
            )


def answer_survey(chance: random.Random, shop: "Shop") -> None:
    bought = _bought(shop)
    for person in shop.people:
        kind = person.kind
        if chance.random() >= kind.answers:
            continue
        thing = chance.choice(bought[person.number]).name.split()[0].lower()
        because, better = chance.choice(kind.praise), chance.choice(kind.dislikes)
        score = max(0, min(10, round(chance.gauss(kind.recommends, 1.4))))
        shop.answers.append(
            {
                "customer": person.number,
                "day": date(2026, 6, chance.randint(2, 24)),
                "recommends": score,
                "grade": max(1, min(10, score - chance.choice((0, 0, 1)))),
                "why": chance.choice(words.PRAISE[because]).format(thing=thing),
                "because": because,
                "theme": better,
                "better": chance.choice(words.COMPLAINTS[better]).format(thing=thing) if chance.random() < 0.75 else "",
            }
        )
    shop.answers.sort(key=lambda row: (row["day"], row["customer"]))
