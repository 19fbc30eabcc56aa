"""A survey and nothing else: every answer reaches the customer table, and the segments are made of the answers."""

import numpy as np
import pandas as pd

import segmentation as seg


def survey(people: int = 150) -> tuple[bytes, np.ndarray]:
    chance = np.random.default_rng(3)
    kind = chance.integers(0, 3, people)
    answers = {
        "Belang prijs": np.array([1, 3, 5])[kind], "Belang service": np.array([5, 3, 1])[kind], "Belang keuze": np.array([2, 5, 3])[kind],
    }  # fmt: skip
    frame = pd.DataFrame(
        {"Respondent": np.arange(people) + 1000, "NPS": np.clip(chance.normal(7, 2, people).round(), 0, 10).astype(int)}
    )
    for name, middle in answers.items():
        frame[name] = np.clip((middle + chance.normal(0, 0.6, people)).round(), 1, 5).astype(int)
    frame["Abonnement"] = chance.choice(["ja", "nee"], people)
    opinions = ("Ik vind het vaak te duur hier", "Altijd goed geholpen door het team", "Geen mening over deze winkel")
    frame["Toelichting"] = [f"{opinions[number % 3]}, zeker bij bezoek {number}" for number in range(people)]
    return frame.to_csv(index=False, sep=";").encode(), kind


def test_every_answer_reaches_the_customer_table() -> None:
    content, _kind = survey()
    table = seg.read_table(content, name="enquete.csv")
    assert table.kind == "survey"
    customers = seg.build_customers(table)
    for name in ("Belang prijs", "Belang service", "Belang keuze"):
        told = customers.frame[name].to_numpy(dtype=float)
        assert told.sum() == table.frame[name].astype(float).sum()
        assert customers.columns.loc[name, "source"] == "enquete.csv"
    assert "NPS" not in customers.frame, "it is there as nps"
    assert "Toelichting" not in customers.frame, "what people wrote is no feature"


def test_the_answers_make_the_segments() -> None:
    content, kind = survey()
    found = seg.find_segments(seg.build_customers(seg.read_table(content, name="enquete.csv")), bootstraps=30)
    assert found.k == 3
    assert found.verdict != "constructive"
    agree = pd.crosstab(found.labels.to_numpy(), kind).max(axis=1).sum() / len(kind)
    assert agree > 0.9
    assert not {"sentiment", "theme", "answers"} & {feature.name for feature in found.features if feature.taken}
