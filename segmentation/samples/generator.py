"""What did the customers of the invented shop in Assen do, and what did each of them really earn it?

    python -m segmentation.samples.generator [FOLDER]

writes the same bytes every time. The generator first draws clean facts (people, orders, returns, questions, mailings, answers) from one
seeded source of chance, counts the truth from those, and only then spoils them the way exports are spoiled (`segmentation.samples.exports`).
"""

import random
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from segmentation.samples import vocabulary as words
from segmentation.samples.kinds import KINDS, TRUE_COSTS, Kind

SEED = 9401  # the postcode of Assen
FIRST, LAST = date(2024, 1, 1), date(2026, 6, 30)


@dataclass
class Person:
    """One customer as the world knows them."""

    number: str
    kind: Kind
    female: bool
    first: str
    particle: str
    surname: str
    born: date
    street: str
    house: int
    postcode: str
    place: str
    email: str
    phone: str
    household: str
    subscribed: bool
    since: date = FIRST


@dataclass
class Line:
    """One order line; money in cents, returns with a negative quantity."""

    order: str
    position: int
    day: date
    customer: str
    article: str
    name: str
    category: str
    quantity: int
    price: int
    discount: int
    cost: int
    channel: str

    @property
    def amount(self) -> int:
        return self.quantity * self.price - self.discount


@dataclass
class Shop:
    """Everything that happened."""

    people: list[Person] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tickets: list[dict] = field(default_factory=list)
    mailings: list[dict] = field(default_factory=list)
    answers: list[dict] = field(default_factory=list)


def simulate(seed: int = SEED) -> Shop:
    """Two and a half years of De Zwerfkei, clean and complete."""
    chance = random.Random(seed)
    shop = Shop()
    kinds = [kind for kind in KINDS for _ in range(kind.count)]
    chance.shuffle(kinds)
    taken: set[str] = set()
    for place, kind in enumerate(kinds):
        shop.people.append(_person(chance, kind, f"{10001 + 3 * place}", taken))
    baskets = [(day, person, number) for person in shop.people for number, day in enumerate(_order_days(chance, person))]
    baskets.sort(key=lambda basket: (basket[0], basket[1].number, basket[2]))
    for place, (day, person, _) in enumerate(baskets):
        _order(chance, shop, person, day, 240001 + place)
    _number_returns(shop)
    _tickets(chance, shop)
    _mailings(chance, shop)
    _answers(chance, shop)
    return shop


def _pick(chance: random.Random, weights: dict) -> object:
    return chance.choices(list(weights), list(weights.values()))[0]


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(letter for letter in letters.lower() if letter.isalnum())


def _person(chance: random.Random, kind: Kind, number: str, taken: set[str]) -> Person:
    age = max(18, min(88, round(chance.gauss(*kind.age))))
    female = chance.random() < kind.women
    names = (words.WOMEN if female else words.MEN)["old" if age > 57 else "middle" if age > 38 else "young"]
    first, surname = chance.choice(names.split()), chance.choice(words.SURNAMES)
    particle = next((start for start in words.PARTICLES if surname.startswith(start + " ")), "")
    surname = surname.removeprefix(particle).strip()
    address = f"{_plain(first)}.{_plain(particle + surname)}"
    while address in taken:
        address = f"{address.rstrip('0123456789')}{chance.randint(2, 99)}"
    taken.add(address)
    where = words.NEAR if chance.random() < kind.near else words.FAR
    place, _province, low, high, _weight = chance.choices(where, [row[4] for row in where])[0]
    letters = "".join(chance.choice("ABCDEGHJKLMNPRTVWXZ") for _ in range(2))
    return Person(
        number=number, kind=kind, female=female, first=first, particle=particle, surname=surname,
        born=LAST - timedelta(days=round(age * 365.25) + chance.randint(0, 364)),
        street=chance.choice(words.STREETS), house=chance.randint(1, 189), postcode=f"{chance.randint(low, high)} {letters}", place=place,
        email=f"{address}@{chance.choice(('voorbeeld.nl', 'voorbeeld.nl', 'voorbeeldmail.nl', 'post.voorbeeld.nl'))}",
        phone=f"06-00{chance.randint(100000, 999999)}", household=chance.choice(kind.household), subscribed=chance.random() < kind.subscribed,
    )  # fmt: skip


def _order_days(chance: random.Random, person: Person) -> list[date]:
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    wanted = chance.randint(*person.kind.orders)
    start = chance.randint(0, round(len(days) * (0.95 if wanted == 1 else 0.55)))
    end = len(days) if chance.random() < 0.75 else chance.randint(start + (len(days) - start) // 2, len(days))
    season = [person.kind.season[day.month] for day in days[start:end]]
    return sorted(set(chance.choices(days[start:end], season, k=wanted)))


def _order(chance: random.Random, shop: Shop, person: Person, day: date, number: int) -> None:
    kind = person.kind
    person.since = min(person.since, day) if person.since != FIRST else day
    channel = str(_pick(chance, kind.channels))
    discounted = chance.random() < kind.discounted
    share = chance.randint(*kind.discount) if discounted else 0
    basket: dict[str, tuple] = {}
    for _ in range(chance.randint(*kind.lines)):
        category = _pick(chance, kind.categories)
        shelf = [article for article in words.ARTICLES if article[2] == category]
        article = chance.choice(sorted(shelf, key=lambda item: -item[3])[: max(3, len(shelf) // 2)] if kind.dearest else shelf)
        basket[article[0]] = article
    for wanted, along, odds in words.TOGETHER:
        if any(article[1] == wanted for article in basket.values()) and chance.random() < odds:
            basket.update({article[0]: article for article in words.ARTICLES if article[1] == along})
    back = day + timedelta(days=chance.randint(5, 24))
    for position, (code, name, category, price, cost) in enumerate(basket.values(), start=1):
        quantity = 1 if price > 1000 else chance.choice((1, 1, 1, 2))
        price = price if day.year < 2025 else price * 103 // 100 // 5 * 5
        discount = quantity * price * share // 100
        shop.lines.append(Line(str(number), position, day, person.number, code, name, category, quantity, price, discount, quantity * cost, channel))
        if chance.random() < kind.returned and back <= LAST:
            shop.lines.append(Line("R", 1, back, person.number, code, name, category, -quantity, price, -discount, -quantity * cost, channel))


def _number_returns(shop: Shop) -> None:
    """Every article that comes back is a return of its own, numbered in the order of arrival."""
    returns = sorted((line for line in shop.lines if line.order == "R"), key=lambda line: (line.day, line.customer, line.article))
    for place, line in enumerate(returns):
        line.order = f"R{70001 + place}"
    shop.lines.sort(key=lambda line: (line.day, line.order, line.position))


def _bought(shop: Shop) -> dict[str, list[Line]]:
    bought: dict[str, list[Line]] = defaultdict(list)
    for line in shop.lines:
        if line.quantity > 0:
            bought[line.customer].append(line)
    return bought


def _tickets(chance: random.Random, shop: Shop) -> None:
    bought = _bought(shop)
    for person in shop.people:
        low, high = person.kind.tickets
        wanted = chance.randint(low, high) if high > 1 or chance.random() < 0.25 else 0
        for _ in range(wanted):
            theme = chance.choice(person.kind.complaints)
            opened = min(chance.choice(bought[person.number]).day + timedelta(days=chance.randint(0, 30)), LAST)
            hours = round(chance.lognormvariate(3.1 if theme in ("retour", "levering") else 2.3, 0.8), 1)
            closed = opened + timedelta(hours=hours) if chance.random() < 0.96 else None
            shop.tickets.append(
                {"customer": person.number, "opened": opened, "closed": closed, "hours": hours, "theme": theme, "minute": chance.randint(480, 1080),
                 "subject": chance.choice(words.SUBJECTS[theme]), "minutes": max(3, round(chance.gauss(14, 5))), "channel": chance.choice(("telefoon", "e-mail", "e-mail", "chat"))}
            )  # fmt: skip
    shop.tickets.sort(key=lambda row: (row["opened"], row["minute"], row["customer"]))


CAMPAIGNS = (
    ("Voorjaar in de moestuin", date(2025, 3, 6), "tuinier"), ("Fiets klaar voor de zomer", date(2025, 5, 8), None), ("Zomeropruiming tot 40%", date(2025, 7, 17), None),
    ("Terug naar school", date(2025, 8, 21), "gezin"), ("Bollen de grond in", date(2025, 10, 2), "tuinier"), ("Sinterklaas en kerst", date(2025, 11, 20), None),
    ("Winteruitverkoop", date(2026, 1, 8), None), ("Nieuwe tassen voor lange tochten", date(2026, 3, 12), "fietsreiziger"), ("Zaaikalender", date(2026, 4, 2), "tuinier"),
    ("Op pad met kinderen", date(2026, 5, 14), "gezin"),
)  # fmt: skip


def _mailings(chance: random.Random, shop: Shop) -> None:
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
                {"email": person.email, "customer": person.number, "campaign": name, "day": day, "opened": opened, "clicked": clicked, "bounced": bounced,
                 "left": left, "spam": left and chance.random() < 0.1, "segment": meant_for if meant_for and fits else "iedereen"}
            )  # fmt: skip


def _answers(chance: random.Random, shop: Shop) -> None:
    bought = _bought(shop)
    for person in shop.people:
        kind = person.kind
        if chance.random() >= kind.answers:
            continue
        thing = chance.choice(bought[person.number]).name.split()[0].lower()
        because, better = chance.choice(kind.praise), chance.choice(kind.dislikes)
        score = max(0, min(10, round(chance.gauss(kind.recommends, 1.4))))
        shop.answers.append(
            {"customer": person.number, "day": date(2026, 6, chance.randint(2, 24)), "recommends": score, "grade": max(1, min(10, score - chance.choice((0, 0, 1)))),
             "why": chance.choice(words.PRAISE[because]).format(thing=thing), "because": because, "theme": better,
             "better": chance.choice(words.COMPLAINTS[better]).format(thing=thing) if chance.random() < 0.75 else ""}
        )  # fmt: skip
    shop.answers.sort(key=lambda row: (row["day"], row["customer"]))


def truth(shop: Shop) -> list[dict]:
    """Per customer: the kind, the figures, and the profit in cents under `TRUE_COSTS` (half a cent up)."""
    rows = {
        person.number: {"customer_id": person.number, "kind": person.kind.code, "revenue": 0, "cost_of_goods": 0, "discount": 0, "orders": set(), "returns": 0, "tickets": 0, "mailings": 0}
        for person in shop.people
    }
    for line in shop.lines:
        row = rows[line.customer]
        row["revenue"] += line.amount
        row["cost_of_goods"] += line.cost
        row["discount"] += line.discount
        if line.quantity > 0:
            row["orders"].add(line.order)
        else:
            row["returns"] += 1
    for ticket in shop.tickets:
        rows[ticket["customer"]]["tickets"] += 1
    for mailing in shop.mailings:
        rows[mailing["customer"]]["mailings"] += 1
    cents = {name: round(euros * 100) for name, euros in TRUE_COSTS.items()}
    for row in rows.values():
        row["orders"] = len(row["orders"])
        spent = row["orders"] * (cents["per_order"] + cents["shipping_per_order"]) + row["returns"] * cents["per_return"]
        spent += row["tickets"] * cents["per_ticket"] + row["mailings"] * cents["per_mailing"]
        row["profit"] = row["revenue"] - row["cost_of_goods"] - spent
    return [rows[number] for number in sorted(rows)]


if __name__ == "__main__":
    from segmentation.samples.exports import write

    shop = simulate()
    write(shop, truth(shop), Path(sys.argv[1] if len(sys.argv) > 1 else "sample_data/zwerfkei"))
