"""Does demo mode let nothing through that belongs to somebody, while tables still join and figures keep their shape?"""

from segmentation.tables import read_table
from segmentation.tables.disguise import disguise, factor

ORDERS = (
    "klantnr;order;datum;product;plaats;postcode;bedrag;opmerking\n"
    "K-100;B1;01-02-2024;Rode fiets;Assen;9401 AB;100,00;Bel Jan de Vries even\n"
    "k-100;B2;03-02-2024;Blauwe tent;Assen;9401 AB;50,00;\n"
    "K-200;B3;04-02-2024;Rode fiets;Groningen;9711 CD;25,00;Geen haast\n"
    "K-300;B4;05-02-2024;Slaapzak;Meppel;7941 EF;75,00;Graag snel\n"
)
PEOPLE = (
    "klantnr;naam;email;plaats\n"
    "K-100;Jan de Vries;jan@voorbeeld.nl;Assen\n"
    "K-200;Fatima Bakker;fatima@voorbeeld.nl;Groningen\n"
    "K-300;Sanne Smit;sanne@voorbeeld.nl;Meppel\n"
)
SECRETS = [
    "K-100",
    "K-200",
    "Jan",
    "Fatima",
    "voorbeeld",
    "Assen",
    "Groningen",
    "9401",
    "Rode",
    "tent",
    "Slaapzak",
    "Graag",
    "jansen",
]


def test_nothing_of_the_original_is_left_anywhere() -> None:
    for text, name in ((ORDERS, "jansen-orders.csv"), (PEOPLE, "jansen-klanten.csv")):
        shown = disguise(read_table(text.encode(), name=name), "secret")
        looks = [
            shown.frame.to_csv(),
            shown.text.to_csv(),
            shown.rejected.to_csv(),
            shown.name,
            str(shown.receipt),
            str(shown.guesses),
        ]
        everything = "\n".join(looks)
        for secret in SECRETS:
            assert secret.casefold() not in everything.casefold()


def test_the_same_customer_has_the_same_name_in_every_table() -> None:
    orders = disguise(read_table(ORDERS.encode(), name="a.csv"), "secret")
    people = disguise(read_table(PEOPLE.encode(), name="b.csv"), "secret")
    bought, known = orders.frame[orders.roles["customer"]], people.frame[people.roles["customer"]]
    assert set(bought) == set(known)
    assert bought.iloc[0] == bought.iloc[1], "the case of an id makes no other customer"


def test_another_secret_gives_other_names_and_another_factor() -> None:
    table = read_table(ORDERS.encode(), name="a.csv")
    one, other = disguise(table, "one"), disguise(table, "other")
    assert set(one.frame["klantnr"]).isdisjoint(other.frame["klantnr"])
    assert factor("one") != factor("other")
    assert one.fingerprint != other.fingerprint != table.fingerprint


def test_amounts_keep_their_proportions_and_are_never_the_same() -> None:
    table = read_table(ORDERS.encode(), name="a.csv")
    shown = disguise(table, "secret").frame["bedrag"]
    ratio = shown / table.frame["bedrag"]
    assert ratio.max() - ratio.min() < 0.001, "only the rounding to cents may differ"
    assert not shown.isin(table.frame["bedrag"]).any()
    for secret in map(str, range(200)):
        assert abs(factor(secret) - 1) > 0.1


def test_titles_and_lists_keep_everyday_words_only() -> None:
    """A firm, a school or a friend may stand in the title of a column, or in a list of words."""
    rows = "".join(f"K-{n};{n % 7};{'ja' if n % 2 else 'nee'};{'hbo' if n % 2 else 'Lauwers College'};{n % 3}\n" for n in range(40))
    table = read_table(f"klantnr;bezoeken Zonderland;vriend van Quirijn;opleiding;aantal kinderen\n{rows}".encode(), name="x.csv")
    assert table.roles["education"] == "opleiding"
    shown = disguise(table, "secret")
    assert list(shown.frame.columns) == list(shown.columns) == [column.name for column in shown.columns.values()]
    everything = shown.frame.to_csv() + str(shown.columns) + str(shown.roles) + str(shown.receipt)
    assert not [word for word in ("zonderland", "quirijn", "lauwers") if word in everything.casefold()]
    assert {"klantnr", "opleiding", "aantal kinderen"} <= set(shown.frame.columns)
    assert "hbo" in set(shown.frame["opleiding"]) and shown.frame["opleiding"].nunique() == 2, "groups stay apart"
    assert list(disguise(table, "secret", frozenset({"zonderland"})).frame.columns)[1] == "bezoeken Zonderland"
