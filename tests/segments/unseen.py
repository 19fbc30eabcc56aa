"""Customer tables that nobody looked at while the sentences were written: mixed columns, zeros, gaps, firms, a survey, a list without orders, a small shop."""

from functools import lru_cache

import numpy as np
import pandas as pd

import segmentation as seg
from segmentation.samples import paths


def _ids(rows, letter="k"):
    return [f"{letter}{number:04d}" for number in range(rows)]


def _listed(frame, name):
    """The customers of a list as somebody saves it, read and built as the app does."""
    return seg.build_customers(seg.read_table(frame.to_csv(index=False, sep=";", decimal=",").encode(), name))


def mixed(rng, rows=240):
    """Three kinds, with yes and no, words, counts and figures of every size."""
    kind = rng.choice(3, rows, p=[0.5, 0.3, 0.2])
    frame = pd.DataFrame({
        "monetary": rng.lognormal(np.array([3, 5, 7])[kind], 0.6).round(2), "Bezoeken": rng.poisson(np.array([0.2, 4, 1])[kind]),
        "Gewicht (kg)": rng.normal(np.array([0.02, 0.05, 0.03])[kind], 0.005), "Nieuwsbrief": rng.random(rows) < np.array([0.1, 0.8, 0.5])[kind],
        "Kleur": np.where(rng.random(rows) < 0.7, np.array(["rood", "blauw", "100 % wol"])[kind], "groen"),
        "Cijfer": np.where(rng.random(rows) < 0.3, np.nan, rng.normal(np.array([6, 8, 7])[kind], 1).round(1)),
        "Saldo": rng.normal(np.array([-4e4, 0, 9e6])[kind], 1e4),
    }, index=_ids(rows))  # fmt: skip
    frame["Actief"] = frame["Nieuwsbrief"].astype(object).where(rng.random(rows) < 0.9, None)
    return frame


def zeros(rng, rows=300):
    """What people buy of six things, mostly nothing, and two groups that differ in it."""
    kind = rng.choice(2, rows, p=[0.6, 0.4])
    usual = np.array([[3, 0.1, 0.4, 0.05, 1, 0.2], [0.1, 4, 0.3, 2, 0.1, 0.2]])[kind]
    frame = pd.DataFrame(rng.poisson(usual), columns=["tea", "coffee", "biscuits", "beans and filters", "mugs", "gifts"], index=_ids(rows, "z"))
    return frame.assign(spent=(frame.sum(axis=1) * rng.lognormal(2, 0.3, rows)).round(2))


def gaps(rng, rows=260):
    """Figures missing for some to most, a column that is the same for all who are known, infinities, rare words."""
    kind = rng.choice(3, rows)
    frame = pd.DataFrame({f"q{j}": rng.normal(np.array([[-3, 0, 3], [0, 4, -2], [1, -1, 5]])[kind, j], 1) for j in range(3)}, index=_ids(rows, "g"))
    frame = frame.mask(pd.DataFrame(rng.random((rows, 3)) < [0.05, 0.25, 0.45], frame.index, frame.columns))
    frame["since"] = np.where(rng.random(rows) < 0.5, np.nan, 2019.0)
    frame["rate"] = np.where(rng.random(rows) < 0.02, np.inf, rng.exponential(1.0 + 4 * kind))
    frame["place"] = np.where(rng.random(rows) < 0.15, [f"hamlet {number % 30}" for number in range(rows)], np.array(["north", "south", "not known"])[kind])
    return frame


def firms(rng, rows=220):
    """A list of firms with their trade, staff and turnover with us."""
    kind = rng.choice(3, rows, p=[0.5, 0.3, 0.2])
    return _listed(pd.DataFrame({
        "Klantnummer": _ids(rows, "F"), "Bedrijfsnaam": [f"Handel {number} bv" for number in range(rows)],
        "Branche": np.array(["horeca", "zorg", "bouw"])[np.where(rng.random(rows) < 0.8, kind, rng.choice(3, rows))],
        "Aantal medewerkers": np.round(rng.lognormal(np.array([1.5, 3.5, 5])[kind], 0.5)).astype(int) + 1,
        "Omzet": rng.lognormal(np.array([6, 8, 10])[kind], 0.5).round(2), "Aantal bestellingen": rng.poisson(np.array([2, 9, 25])[kind]) + 1,
        "Contract": np.where(rng.random(rows) < np.array([0.1, 0.6, 0.9])[kind], "ja", "nee"),
    }), "bedrijven.csv")  # fmt: skip


def survey(rng, rows=280):
    """Answers from 1 to 5 to eight statements, and an age band."""
    kind = rng.choice(3, rows)
    usual = np.array([[5, 5, 4, 1, 1, 2, 3, 3], [1, 2, 1, 5, 4, 5, 3, 3], [3, 3, 3, 3, 3, 3, 1, 5]])[kind]
    answers = np.clip(np.round(usual + rng.normal(0, 0.8, (rows, 8))), 1, 5).astype(int)
    frame = pd.DataFrame(answers, columns=[f"stelling {j + 1}" for j in range(8)]).assign(respondent=_ids(rows, "r"))
    return _listed(frame[["respondent", *frame.columns[:-1]]].assign(leeftijdsgroep=rng.choice(["18-34", "35-54", "55+"], rows)), "enquete.csv")


def without_orders(rng, rows=250):
    """A list: turnover with you, number of orders and the last one, one row per customer."""
    kind = rng.choice(2, rows, p=[0.7, 0.3])
    orders = rng.poisson(np.array([1, 9])[kind]) + 1
    last = pd.Timestamp("2024-12-31") - pd.to_timedelta(rng.integers(0, np.array([700, 90])[kind]), unit="D")
    return _listed(pd.DataFrame({
        "klantnr": _ids(rows, "L"), "plaats": rng.choice(["Assen", "Emmen", "Borger"], rows), "omzet": (orders * rng.lognormal(3.5, 0.4, rows)).round(2),
        "aantal bestellingen": orders, "laatste bestelling": last.strftime("%d-%m-%Y"),
    }), "klanten.csv")  # fmt: skip


def ninety(rng, rows=90):
    """The orders of ninety customers over two years, some of them sent back."""
    kind = rng.choice(2, rows, p=[0.6, 0.4])
    parts = []
    for number in range(rows):
        count = 1 + rng.poisson([1, 8][kind[number]])
        days = pd.Timestamp("2023-01-01") + pd.to_timedelta(rng.integers(0, 730, count), unit="D")
        amount = rng.lognormal([4.5, 3][kind[number]], 0.4, count).round(2)
        parts.append(pd.DataFrame({"customer": f"n{number:03d}", "order": [f"{number}-{place}" for place in range(count)], "date": days.strftime("%Y-%m-%d"),
                                   "product": rng.choice(["rope", "sail", "paint"], count), "amount": np.where(rng.random(count) < 0.1, -amount, amount)}))
    return seg.build_customers(seg.read_table(pd.concat(parts).to_csv(index=False).encode(), "orders.csv"))


TABLES = {one.__name__: one for one in (mixed, zeros, gaps, firms, survey, without_orders, ninety)}


def built(name):
    """The customers of one of the tables."""
    return TABLES[name](np.random.default_rng([7, len(name)]))


@lru_cache(maxsize=12)
def made(name, **choice):
    """The customers of a table or a sample, their segments, and what these are."""
    customers = seg.build_customers(*[seg.read_table(path) for path in paths(name)]) if name in ("zwerfkei", "online_retail") else built(name)
    found = seg.find_segments(customers, bootstraps=5, **choice)
    return customers, found, seg.profile_segments(customers, found)


def frame_of(customers):
    """One row per customer."""
    return customers if isinstance(customers, pd.DataFrame) else customers.frame
