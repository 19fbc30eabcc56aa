"""Bases of customers as other firms have them, drawn anew: wholesale, an association's survey, a shop with a helpdesk, forty customers."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from segmentation.tables import Table, read_table


def _file(name: str, rows: list[dict[str, object]]) -> Table:
    text = pd.DataFrame(rows).to_csv(sep=";", index=False, decimal=",")
    return read_table(text.encode(), name=name)


def _orders(draw: np.random.Generator, kinds: np.ndarray, euros: tuple[float, ...], often: tuple[float, ...], ranges: tuple[str, ...]) -> Table:
    rows = []
    for number, kind in enumerate(kinds):
        for _order in range(1 + draw.poisson(often[kind])):
            day = pd.Timestamp("2023-01-02") + pd.Timedelta(days=int(draw.integers(0, 700)))
            order = f"F{len(rows):06}"
            for _line in range(int(draw.integers(1, 4))):
                group = ranges[kind] if draw.random() < 0.7 else ranges[int(draw.integers(len(ranges)))]
                size = int(draw.integers(1, 4))
                rows.append({
                    "Factuurnr": order, "Klantnr": f"D{number:04}", "Factuurdatum": f"{day:%d-%m-%Y}", "Artikelgroep": group,
                    "Artikel": f"{group} maat {size}", "Aantal": int(draw.integers(1, 9)),
                    "Bedrag": round(float(euros[kind] * size * draw.lognormal(0, 0.4)), 2) * (-1 if draw.random() < 0.04 * (kind + 1) else 1),
                    "Kanaal": ["Webshop", "Vertegenwoordiger", "Telefoon"][min(kind + int(draw.random() < 0.2), 2)],
                })  # fmt: skip
    return _file("facturen.csv", rows)


def wholesale(draw: np.random.Generator) -> list[Table]:
    """Firms with a sector, people and turnover, and their invoices."""
    kinds = draw.integers(0, 3, 260)
    firms = [
        {"Klantnr": f"D{number:04}", "Bedrijfsnaam": f"Firma {number} BV", "Branche": ["Horeca", "Bouw", "Zorg"][kind if draw.random() < 0.7 else 1],
         "Medewerkers": int(draw.poisson((4, 25, 120)[kind]) + 1), "Omzet": int(draw.lognormal((12, 14, 16)[kind], 0.4)), "Plaats": ["Assen", "Zwolle", "Emmen"][int(draw.integers(3))]}
        for number, kind in enumerate(kinds)
    ]  # fmt: skip
    return [_file("relaties.csv", firms), _orders(draw, kinds, (40.0, 160.0, 700.0), (3, 8, 5), ("Schoonmaak", "Bevestiging", "Handschoenen"))]


def survey(draw: np.random.Generator) -> list[Table]:
    """Only answers: no purchase in sight."""
    rows = []
    for number in range(300):
        kind = int(draw.integers(3))
        rows.append({
            "Lidnummer": f"L{number:04}", "Leeftijd": int(np.clip(draw.normal((28, 47, 69)[kind], 5), 16, 95)), "Geslacht": "MV"[int(draw.random() < 0.5)],
            "Aanbeveling (0-10)": int(np.clip(draw.normal((9, 7, 5)[kind], 1), 0, 10)), "Uren per week": round(float(draw.gamma((2, 4, 8)[kind])), 1),
            "Huishouden": ["Alleenstaand", "Gezin met kinderen", "Samenwonend"][kind if draw.random() < 0.6 else 0],
            "Wil meedoen": ["ja", "nee"][int(draw.random() < (0.2, 0.5, 0.8)[kind])], "Hobby": ["Fietsen", "Wandelen", "Bridge"][kind if draw.random() < 0.6 else 2],
        })  # fmt: skip
    return [_file("enquete.csv", rows)]


def helpdesk(draw: np.random.Generator) -> list[Table]:
    """Orders and the tickets about them."""
    kinds = draw.integers(0, 2, 320)
    tickets = []
    for number, kind in enumerate(kinds):
        for _ticket in range(draw.poisson((0.2, 2.0)[kind])):
            opened = pd.Timestamp("2024-01-01") + pd.Timedelta(hours=float(draw.integers(0, 6000)))
            tickets.append({
                "Ticketnummer": f"T{len(tickets):05}", "Klantnr": f"D{number:04}", "Aangemaakt": f"{opened:%d-%m-%Y %H:%M}",
                "Gesloten": f"{opened + pd.Timedelta(hours=float(draw.gamma(2, 12))):%d-%m-%Y %H:%M}",
                "Onderwerp": ["Levering te laat", "Factuur klopt niet"][int(draw.random() < 0.4)], "Minuten": int(draw.gamma(3, 5)) + 1,
            })  # fmt: skip
    return [_orders(draw, kinds, (25.0, 60.0), (1, 6), ("Thee", "Koffie")), _file("tickets.csv", tickets)]


def forty(draw: np.random.Generator) -> list[Table]:
    """A small shop: forty customers and nothing but orders."""
    return [_orders(draw, np.repeat([0, 1], 20), (15.0, 90.0), (1, 7), ("Brood", "Taart"))]


BASES: dict[str, Callable[[np.random.Generator], list[Table]]] = {
    "wholesale": wholesale, "survey": survey, "helpdesk": helpdesk, "forty": forty,
}  # fmt: skip
