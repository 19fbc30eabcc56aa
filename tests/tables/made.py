"""Tables with the headers of real ones and cells made up on the spot, so that many rows fit on one line: orders with lines, customers that come back.

A table is `# kind: title [lines]`, then a line per column: header > right roles ("." for none, "/" between two that are both right) > cells, which
are words divided by | or `=maker(…)`, one of the makers below. The same text gives the same cells.
"""

import ast
import datetime
import random
import re
from collections.abc import Iterator

import pandas as pd

_FIRST = "Jan Piet Anna Fatima Mohamed Sanne Kees Els Willem Marieke Joost Lotte Ahmed Ingrid Bram Femke Daan Sophie Henk Wilma Tim Noor".split()
_LAST = "de Vries|Jansen|Bakker|El Amrani|van den Berg|Smit|Visser|Meijer|de Boer|Mulder|Bos|Vos|Peters|Hendriks|van Dijk|Dekker|Yilmaz|Kok".split(
    "|"
)
_FIRMS = "Van Dam Bouw B.V.|Smit Installatie|Hoekstra VOF|Jansen Holding BV|Bakkerij Bos|Eetcafe De Hoek|Stichting Groen|Zorggroep Noord|Tech4U BV".split(
    "|"
)
_CITIES = "Assen|Groningen|Utrecht|Zwolle|Rolde|Emmen|Leeuwarden|Amsterdam|Breda|Den Haag|'s-Hertogenbosch".split("|")
_STREETS = "Dorpsstraat Kerkweg Lindelaan Stationsplein Hoofdstraat Molenweg Brink Vaart".split()
_START = datetime.date(2024, 1, 3)


class Maker:
    """Cells for the columns of one table, that agree with each other: the same customer has one name, price × quantity is the amount."""

    def __init__(self, kind: str, rows: int, lines: bool, seed: str) -> None:
        self.seed, self.rows, self.random = seed, rows, random.Random(seed)
        self.orders = list(range(rows))
        if lines:
            self.orders = [order for order in range(rows) for _line in range(self.random.choice([1, 1, 2, 3]))][:rows]
        buyers = [self.random.randrange(max(3, rows * 11 // 20)) for _row in range(rows)]
        self.customers = list(range(rows)) if kind == "customers" else [buyers[order] for order in self.orders]
        self.quantities = [self.random.choice([1, 1, 1, 2, 2, 3, 4, 5, 10]) for _row in range(rows)]
        self.products = [self.random.randrange(12) for _row in range(rows)]
        prices = [round(self.random.uniform(1.5, 180), 2) for _product in range(12)]
        self.prices = [prices[product] for product in self.products]
        gaps = [self.random.choice([0, 0, 1, 1, 2, 5]) for _row in range(rows)]
        self.days = [_START + datetime.timedelta(sum(gaps[: order + 1])) for order in self.orders]

    def _of(self, keys: list[int], salt: str) -> list[random.Random]:
        return [random.Random(f"{self.seed}{salt}{key}") for key in keys]

    def _choice(self, values: list[str], salt: str) -> list[str]:
        return [dice.choice(values) for dice in self._of(self.customers, salt)]

    def _written(self, days: list[datetime.date], pattern: str, keys: list[int]) -> list[str]:
        clocks = [
            datetime.time(dice.randrange(8, 21), dice.randrange(60), dice.randrange(60)) for dice in self._of(keys, pattern)
        ]
        told = [
            f"{datetime.datetime.combine(day, clock):{pattern.replace('%-', '%')}}"
            for day, clock in zip(days, clocks, strict=True)
        ]
        return [re.sub(r"(?<!:)\b0(\d)\b", r"\1", cell) for cell in told] if "%-" in pattern else told

    def _money(self, value: float, style: str) -> str:
        told = f"{value:.2f}".replace(".", ",") if style.endswith("nl") else f"{value:,.2f}"
        told = (
            f"{value:.2f}"
            if style.endswith("en")
            else told.translate(str.maketrans(",.", ".,"))
            if style.endswith("nlk")
            else told
        )
        return f"€ {told}" if style[0] == "E" else told

    def cid(self, pattern: str, start: int = 1) -> list[str]:
        return [pattern % (start + 7 * customer) for customer in self.customers]

    def oid(self, pattern: str, start: int = 1) -> list[str]:
        return [pattern % (start + order) for order in self.orders]

    def seq(self, start: int = 1, pattern: str = "%d") -> list[str]:
        return [pattern % (start + row) for row in range(self.rows)]

    def line(self) -> list[str]:
        return [str(1 + self.orders[:row].count(order)) for row, order in enumerate(self.orders)]

    def odate(self, pattern: str, plus: int = 0) -> list[str]:
        return self._written([day + datetime.timedelta(plus) for day in self.days], pattern, self.orders)

    def day(self, pattern: str, low: int, high: int) -> list[str]:
        days = [
            datetime.date(self.random.randint(low, high), self.random.randint(1, 12), self.random.randint(1, 28))
            for _row in self.orders
        ]
        return self._written(days, pattern, list(range(self.rows)))

    def cday(self, pattern: str, low: int = 1950, high: int = 2003) -> list[str]:
        days = [
            datetime.date(dice.randint(low, high), dice.randint(1, 12), dice.randint(1, 28))
            for dice in self._of(self.customers, "born")
        ]
        return self._written(days, pattern, self.customers)

    def first(self) -> list[str]:
        return self._choice(_FIRST, "first")

    def last(self) -> list[str]:
        return self._choice(_LAST, "last")

    def name(self) -> list[str]:
        return [f"{first} {last}" for first, last in zip(self.first(), self.last(), strict=True)]

    def namelast(self) -> list[str]:
        return [f"{last}, {first[0]}." for first, last in zip(self.first(), self.last(), strict=True)]

    def firm(self) -> list[str]:
        return [f"{firm} {city}" for firm, city in zip(self._choice(_FIRMS, "firm"), self._choice(_CITIES, "seat"), strict=True)]

    def mail(self) -> list[str]:
        names = [re.sub(r"[^a-z]", "", name.lower()) for name in self.name()]
        hosts = self._choice(["gmail.com", "ziggo.nl", "bedrijf.nl"], "host")
        return [f"{name}{customer}@{host}" for name, customer, host in zip(names, self.customers, hosts, strict=True)]

    def phone(self) -> list[str]:
        shapes = self._choice(["06-%08d", "06 %08d", "06%08d", "+316%08d"], "phone")
        return [
            shape % dice.randrange(10**7, 10**8) for shape, dice in zip(shapes, self._of(self.customers, "number"), strict=True)
        ]

    def city(self) -> list[str]:
        return self._choice(_CITIES, "city")

    def pc(self, pattern: str) -> list[str]:
        return [
            pattern % (dice.randrange(1011, 9999), "".join(dice.choices("ABCDEGHJKLMNPRSTVWXZ", k=2)))
            for dice in self._of(self.customers, "pc")
        ]

    def street(self, numbered: bool = True) -> list[str]:
        streets = self._choice(_STREETS, "street")
        return [f"{street} {number}" for street, number in zip(streets, self.nr(), strict=True)] if numbered else streets

    def nr(self) -> list[str]:
        return [str(dice.randrange(1, 200)) for dice in self._of(self.customers, "house")]

    def iban(self) -> list[str]:
        found = []
        for customer, dice in zip(self.customers, self._of(self.customers, "iban"), strict=True):
            bank, account = ("INGB", "RABO", "ABNA")[customer % 3], f"{dice.randrange(10**9):010d}"
            check = 98 - int("".join(str(int(sign, 36)) for sign in f"{bank}{account}NL00")) % 97
            found.append(f"NL{check:02d}{bank}{account}")
        return found

    def plate(self) -> list[str]:
        return [
            f"{dice.randrange(10, 99)}-{''.join(dice.choices('BDFGHJKLN', k=3))}-{dice.randrange(1, 9)}"
            for dice in self._of(self.customers, "plate")
        ]

    def per(self, *values: str) -> list[str]:
        return self._choice(list(values), "per")

    def pero(self, *values: str) -> list[str]:
        return [dice.choice(values) for dice in self._of(self.orders, "pero")]

    def pick(self, *values: str) -> list[str]:
        return [self.random.choice(values) for _row in range(self.rows)]

    def ints(self, low: int, high: int) -> list[str]:
        return [str(self.random.randint(low, high)) for _row in range(self.rows)]

    def money(self, low: float, high: float, style: str = "nl") -> list[str]:
        return [self._money(self.random.uniform(low, high), style) for _row in range(self.rows)]

    def price(self, style: str) -> list[str]:
        return [self._money(price, style) for price in self.prices]

    def qty(self) -> list[str]:
        return [str(quantity) for quantity in self.quantities]

    def amount(self, style: str, part: float = 1.0) -> list[str]:
        return [self._money(price * quantity * part, style) for price, quantity in zip(self.prices, self.quantities, strict=True)]

    def prodid(self, pattern: str, start: int) -> list[str]:
        return [pattern % (start + 37 * product) for product in self.products]

    def prodname(self, *values: str) -> list[str]:
        return [values[product % len(values)] for product in self.products]

    def ean(self) -> list[str]:
        return [f"87{product * 12345677 + 10**9:011d}" for product in self.products]


def made(text: str, rows: int = 30) -> Iterator[tuple[set[str], str, dict[str, set[str]], pd.DataFrame]]:
    """(right kinds, title, header → right roles, cells) of each table; one cell in twenty-five is empty, but not what a purchase cannot miss."""
    for block in re.split(r"(?m)^# (?=[a-z/]+: )", text.strip())[1:]:
        head, *lines = [line.strip() for line in block.strip().splitlines() if line.strip()]
        kinds, _sign, title = head.partition(": ")
        maker = Maker(kinds, rows, "[lines]" in title, title)
        right, cells = {}, {}
        for line in lines:
            header, roles, told = line.split(" > ", 2)
            values = _made(maker, told) if told.startswith("=") else maker.pick(*told.split("|"))
            right[header] = set(roles.split("/"))
            kept = right[header] & {"customer", "order", "date", "amount"}
            cells[header] = [value if kept or maker.random.random() > 0.04 else "" for value in values]
        yield set(kinds.split("/")), title, right, pd.DataFrame(cells, dtype="str")


def _made(maker: Maker, told: str) -> list[str]:
    call = ast.parse(told[1:], mode="eval").body
    assert isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    given = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
    return list(getattr(maker, call.func.id)(*map(ast.literal_eval, call.args), **given))
