"""Which kinds of customer does the invented shop have, unknown to itself?"""

from dataclasses import dataclass

SPRING, SUMMER, AUTUMN, WINTER = (3, 4, 5), (6, 7, 8), (9, 10, 11), (12, 1, 2)


@dataclass(frozen=True)
class Kind:
    """How one kind of customer behaves; shares are chances, ranges are inclusive, `orders` is over the whole period."""

    code: str
    count: int
    orders: tuple[int, int]
    lines: tuple[int, int]
    categories: dict[str, int]
    season: dict[int, int]
    age: tuple[int, int]
    women: float
    near: float
    channels: dict[str, int]
    discounted: float = 0.12
    discount: tuple[int, int] = (5, 15)
    returned: float = 0.04
    tickets: tuple[int, int] = (0, 1)
    complaints: tuple[str, ...] = ("levering", "defect")
    subscribed: float = 0.6
    opens: float = 0.3
    clicks: float = 0.2
    answers: float = 0.1
    recommends: int = 8
    praise: tuple[str, ...] = ("kwaliteit", "snel")
    dislikes: tuple[str, ...] = ("verzending", "voorraad")
    household: tuple[str, ...] = ("Samenwonend", "Alleenstaand")
    dearest: bool = False


def _months(*busy: tuple[int, ...]) -> dict[int, int]:
    return {month: 6 if any(month in season for season in busy) else 1 for month in range(1, 13)}


KINDS = (
    Kind(
        "fietsreiziger",
        340,
        (4, 9),
        (1, 3),
        {"Fietstassen": 5, "Kamperen": 5, "Onderhoud": 3, "Kleding": 1},
        _months(SPRING, SUMMER),
        (47, 5),
        0.25,
        0.3,
        {"webshop": 8, "telefoon": 2},
        recommends=9,
        answers=0.2,
        opens=0.45,
        praise=("advies", "kwaliteit"),
        dearest=True,
    ),
    Kind(
        "tuinier",
        590,
        (5, 10),
        (1, 3),
        {"Tuin": 8, "Zaden en bollen": 4, "Huis en keuken": 1},
        _months(SPRING, AUTUMN),
        (61, 9),
        0.6,
        0.75,
        {"webshop": 6, "telefoon": 4},
        opens=0.5,
        answers=0.16,
        praise=("kwaliteit", "dichtbij"),
        household=("Samenwonend", "Samenwonend", "Alleenstaand"),
    ),
    Kind(
        "gezin",
        640,
        (3, 7),
        (1, 3),
        {"Kinderen": 8, "Kamperen": 2, "Huis en keuken": 2, "Onderhoud": 1},
        _months(SUMMER, AUTUMN),
        (37, 5),
        0.68,
        0.6,
        {"webshop": 9, "app": 4},
        returned=0.07,
        answers=0.1,
        praise=("snel", "dichtbij"),
        household=("Gezin met kinderen",),
    ),
    Kind(
        "cadeaugever",
        520,
        (1, 1),
        (1, 2),
        {"Huis en keuken": 9, "Kinderen": 1, "Tuin": 1},
        _months(WINTER),
        (47, 15),
        0.58,
        0.2,
        {"webshop": 9, "app": 2},
        discounted=0.05,
        subscribed=0.25,
        opens=0.12,
        answers=0.05,
        praise=("cadeau",),
    ),
    Kind(
        "koopjesjager",
        300,
        (4, 8),
        (1, 2),
        {"Kleding": 3, "Kamperen": 3, "Huis en keuken": 3, "Tuin": 2},
        _months(WINTER, SUMMER),
        (41, 12),
        0.52,
        0.25,
        {"webshop": 5, "app": 6},
        discounted=0.97,
        discount=(33, 42),
        subscribed=0.95,
        opens=0.75,
        clicks=0.5,
        recommends=7,
        praise=("prijs",),
        dislikes=("prijs",),
    ),
    Kind(
        "passer",
        220,
        (5, 10),
        (2, 4),
        {"Kleding": 1},
        _months(SPRING, AUTUMN),
        (32, 7),
        0.82,
        0.2,
        {"app": 8, "webshop": 4},
        returned=0.76,
        tickets=(0, 3),
        complaints=("maat", "retour"),
        opens=0.5,
        clicks=0.4,
        recommends=7,
        praise=("snel",),
        dislikes=("maat", "retour"),
        household=("Alleenstaand", "Samenwonend"),
    ),
    Kind(
        "beller",
        180,
        (2, 5),
        (1, 2),
        {"Onderhoud": 4, "Tuin": 3, "Kamperen": 2},
        _months(SPRING),
        (67, 10),
        0.45,
        0.5,
        {"telefoon": 9, "webshop": 1},
        tickets=(10, 18),
        complaints=("uitleg", "levering", "defect"),
        subscribed=0.4,
        recommends=6,
        answers=0.2,
        praise=("advies",),
        dislikes=("uitleg", "verzending"),
    ),
    Kind(
        "zaadje",
        210,
        (6, 14),
        (1, 2),
        {"Zaden en bollen": 1},
        _months(SPRING),
        (55, 13),
        0.63,
        0.45,
        {"webshop": 8, "telefoon": 1},
        discounted=0.03,
        returned=0.0,
        opens=0.4,
        answers=0.12,
        recommends=8,
        praise=("snel", "dichtbij"),
        dislikes=("verzending", "voorraad"),
    ),
)

# The costs nobody in the shop ever added up. Goods are bought at the price per line; returned goods go back on the shelf unharmed.
TRUE_COSTS = {"per_return": 8.50, "per_ticket": 7.00, "per_order": 2.10, "shipping_per_order": 4.95, "per_mailing": 0.02}
