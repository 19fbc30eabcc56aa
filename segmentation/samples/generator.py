"""What did the customers of the invented shop in Assen do, and what did each of them really earn it?

    python -m segmentation.samples.generator [FOLDER]

writes the same bytes every time. The generator first draws clean facts (people, orders, returns, questions, mailings, answers) from one
seeded source of chance, counts the truth from those, and only then spoils them the way exports are spoiled (`segmentation.samples.exports`).
"""

import random
import sys
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from segmentation.samples import vocabulary as words
from segmentation.samples.contacts import answer_survey, ask_for_help, send_mailings
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
    last: date = LAST


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
    ask_for_help(chance, shop)
    send_mailings(chance, shop)
    answer_survey(chance, shop)
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
        number=number,
        kind=kind,
        female=female,
        first=first,
        particle=particle,
        surname=surname,
        born=LAST - timedelta(days=round(age * 365.25) + chance.randint(0, 364)),
        street=chance.choice(words.STREETS),
        house=chance.randint(1, 189),
        postcode=f"{chance.randint(low, high)} {letters}",
        place=place,
        email=f"{address}@{chance.choice(('voorbeeld.nl', 'voorbeeld.nl', 'voorbeeldmail.nl', 'post.voorbeeld.nl'))}",
        phone=f"06-00{chance.randint(100000, 999999)}",
        household=chance.choice(kind.household),
        subscribed=chance.random() < kind.subscribed,
    )


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
        shop.lines.append(
            Line(
                str(number),
                position,
                day,
                person.number,
                code,
                name,
                category,
                quantity,
                price,
                discount,
                quantity * cost,
                channel,
            )
        )
        if chance.random() < kind.returned and back <= LAST:
            shop.lines.append(
                Line("R", 1, back, person.number, code, name, category, -quantity, price, -discount, -quantity * cost, channel)
            )


def _number_returns(shop: Shop) -> None:
    """Every article that comes back is a return of its own, numbered in the order of arrival."""
    returns = sorted((line for line in shop.lines if line.order == "R"), key=lambda line: (line.day, line.customer, line.article))
    for place, line in enumerate(returns):
        line.order = f"R{70001 + place}"
    shop.lines.sort(key=lambda line: (line.day, line.order, line.position))


def truth(shop: Shop) -> list[dict]:
    """Per customer: the kind, the figures, and the profit in cents under `TRUE_COSTS` (half a cent up)."""
    rows: dict[str, dict[str, Any]] = {
        person.number: {
            "customer_id": person.number,
            "kind": person.kind.code,
            "revenue": 0,
            "cost_of_goods": 0,
            "discount": 0,
            "orders": set(),
            "returns": 0,
            "tickets": 0,
            "mailings": 0,
        }
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
