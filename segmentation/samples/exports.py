"""How do clean facts come out of the shop's five systems: in which dialect, and with which accidents?

Spoiled on purpose, and always the same way: one file in cp1252, one with a title and a totals row, one from an American mailing tool, one
Excel; euro signs, decimal commas, dd-mm-yyyy; customers typed in twice, lines exported twice, orders of customers who are not in the file,
lines without a customer, postcodes and birth dates left out.
"""

import csv
import io
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from segmentation.samples.generator import LAST, SEED, Line, Person, Shop


def write(shop: Shop, truth: list[dict], folder: Path) -> None:
    """The five exports and the truth, as files in this folder."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "klanten.csv").write_bytes(_customers(shop).encode("cp1252"))
    (folder / "bestelregels.csv").write_bytes(_lines(shop).encode("utf-8"))
    (folder / "nieuwsbrieven.csv").write_bytes(_mailings(shop).encode("utf-8"))
    (folder / "enquete.csv").write_bytes(_answers(shop).encode("utf-8-sig"))
    _tickets(shop, folder / "tickets.xlsx")
    pq.write_table(pa.Table.from_pylist(truth), folder / "truth.parquet", compression="zstd")


def _csv(rows: list[list], delimiter: str = ";") -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return target.getvalue()


def _euros(cents: int, sign: bool = False) -> str:
    whole, rest = divmod(abs(cents), 100)
    text = f"{whole:,}".replace(",", ".") + f",{rest:02d}"
    return ("€ " if sign else "") + ("-" if cents < 0 else "") + text


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _customer_row(person: Person, chance: random.Random) -> list[str]:
    return [
        person.number,
        person.first,
        person.particle,
        person.surname,
        f"{person.street} {person.house}",
        "" if chance.random() < 0.015 else person.postcode if chance.random() < 0.8 else person.postcode.replace(" ", "").lower(),
        person.place.upper() if chance.random() < 0.04 else person.place,
        "" if chance.random() < 0.12 else _day(person.born),
        "V" if person.female else "M",
        person.email.upper() if chance.random() < 0.02 else person.email,
        person.phone if chance.random() < 0.7 else "",
        person.household,
        _day(person.since),
        "ja" if person.subscribed else "nee",
    ]


def _customers(shop: Shop) -> str:
    """Thirty people stand in the file twice: under a second number, with another spelling, and no orders under it."""
    chance = random.Random(SEED + 1)
    header = [
        "Klantnr",
        "Voornaam",
        "Tussenvoegsel",
        "Achternaam",
        "Adres",
        "Postcode",
        "Woonplaats",
        "Geboortedatum",
        "Geslacht",
        "E-mail",
        "Telefoon",
        "Huishouden",
        "Klant sinds",
        "Nieuwsbrief",
    ]
    rows = [_customer_row(person, chance) for person in shop.people]
    for place, person in enumerate(chance.sample(shop.people, 30)):
        again = replace(person, number=str(90001 + place), first=person.first[0] + ".", email=person.email.title())
        rows.insert(chance.randint(0, len(rows)), _customer_row(again, chance))
    return _csv([header, *rows])


def _line_row(line: Line, customer: str) -> list[str]:
    return [
        line.order,
        str(line.position),
        _day(line.day),
        customer,
        line.article,
        line.name,
        line.category,
        str(line.quantity),
        _euros(line.price),
        _euros(line.discount) if line.discount else "",
        _euros(line.amount, sign=True),
        _euros(line.cost // line.quantity),
        line.channel,
    ]


def _lines(shop: Shop) -> str:
    """A title, the lines, fourteen of them twice in a row, some of a till without customers, some of customers long gone, and totals."""
    chance = random.Random(SEED + 2)
    header = [
        "Ordernr",
        "Regel",
        "Besteldatum",
        "Klantnr",
        "Artikelnr",
        "Omschrijving",
        "Categorie",
        "Aantal",
        "Stukprijs",
        "Korting",
        "Bedrag",
        "Inkoopprijs",
        "Kanaal",
    ]
    rows = [_line_row(line, line.customer) for line in shop.lines]
    sold = [line for line in shop.lines if line.quantity > 0]
    for place, line in enumerate(chance.sample(sold, 180)):
        nobody = place < 120
        stray = replace(
            line, order=("K" if nobody else "24") + f"{90001 + place}", position=1, channel="kassa" if nobody else line.channel
        )
        rows.append(_line_row(stray, "" if nobody else str(5001 + place % 25)))
    repeated = chance.randint(0, len(shop.lines) - 20)
    rows[repeated + 14 : repeated + 14] = rows[repeated : repeated + 14]
    number = sum(int(row[7]) for row in rows)
    total = sum(int(row[10].replace("€ ", "").replace(".", "").replace(",", "")) for row in rows)
    title = [
        ["De Zwerfkei · fietsen en buitenleven · Assen"],
        [f"Bestelregels 01-01-2024 t/m {_day(LAST)}, bedragen exclusief btw"],
        [],
    ]
    return _csv(
        [*title, header, *rows, ["Totaal", "", "", "", "", "", "", str(number), "", "", _euros(total, sign=True), "", ""]]
    )


def _mailings(shop: Shop) -> str:
    header = [
        "Email Address",
        "Campaign",
        "Send Date",
        "Audience",
        "Opened",
        "Clicked",
        "Bounced",
        "Unsubscribed",
        "Marked as spam",
    ]
    rows = [
        [
            row["email"],
            row["campaign"],
            f"{row['day']:%Y-%m-%d}",
            row["segment"],
            *(int(row[name]) for name in ("opened", "clicked", "bounced", "left", "spam")),
        ]
        for row in shop.mailings
    ]
    return _csv([header, *rows], ",")


def _answers(shop: Shop) -> str:
    header = [
        "Klantnr",
        "Ingevuld op",
        "Hoe waarschijnlijk beveel je ons aan? (0-10)",
        "Rapportcijfer",
        "Waarom koop je bij ons?",
        "Wat kan beter?",
    ]
    return _csv(
        [
            header,
            *(
                [row["customer"], _day(row["day"]), row["recommends"], row["grade"], row["why"], row["better"]]
                for row in shop.answers
            ),
        ]
    )


def _tickets(shop: Shop, path: Path) -> None:
    """Excel with real dates; six tickets of people who never bought, three without a customer."""
    import xlsxwriter

    chance = random.Random(SEED + 3)
    strangers = {chance.randrange(len(shop.tickets)): str(5101 + place) if place < 6 else None for place in range(9)}
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Tickets De Zwerfkei", "created": datetime(2026, 7, 1, 9, 0)})
    when = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
    sheet = book.add_worksheet("Tickets")
    sheet.write_row(0, 0, ["Ticketnr", "Klantnr", "Geopend op", "Gesloten op", "Onderwerp", "Kanaal", "Minuten", "Status"])
    extra: list[dict] = [{**shop.tickets[place], "customer": customer} for place, customer in sorted(strangers.items())]
    for row, ticket in enumerate([*shop.tickets, *extra], start=1):
        opened = datetime.combine(ticket["opened"], datetime.min.time()) + timedelta(minutes=ticket["minute"])
        sheet.write_string(row, 0, f"T{30000 + row}")
        if ticket["customer"]:
            sheet.write_string(row, 1, ticket["customer"])
        sheet.write_datetime(row, 2, opened, when)
        if ticket["closed"]:
            sheet.write_datetime(row, 3, opened + timedelta(hours=ticket["hours"]), when)
        sheet.write_row(
            row, 4, [ticket["subject"], ticket["channel"], ticket["minutes"], "gesloten" if ticket["closed"] else "open"]
        )
    sheet.set_column(2, 3, 17)
    book.close()
