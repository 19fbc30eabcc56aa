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


def test_an_answer_nobody_signed_is_somebody_all_the_same() -> None:
    content, _kind = survey(30)
    lines = content.decode().splitlines()
    lines[3], lines[9] = (";" + line.split(";", 1)[1] for line in (lines[3], lines[9]))
    customers = seg.build_customers(seg.read_table("\n".join(lines).encode(), name="enquete.csv"))
    assert len(customers) == 30 and {"#3", "#9"} <= set(customers.frame.index)


def test_beside_other_tables_answers_nobody_signed_are_told() -> None:
    answers = pd.DataFrame({"Klantnummer": ["K1", None, None], "NPS": [9, 3, 7]})
    people = pd.DataFrame({"Klantnummer": ["K1", "K2"], "Plaats": ["Assen", "Emmen"]})
    tables = [seg.read_table(frame.to_csv(index=False, sep=";").encode(), name=name) for frame, name in ((answers, "enquete.csv"), (people, "klanten.csv"))]
    customers = seg.build_customers(*tables)
    assert customers.frame.index.tolist() == ["K1", "K2"]
    assert [(one.code, one.count, one.table) for one in customers.notices if one.code == "no_customer"] == [("no_customer", 2, "enquete.csv")]


def test_a_survey_without_any_number_has_a_customer_per_answer() -> None:
    content, _kind = survey(30)
    without = "\n".join(line.split(";", 1)[1] for line in content.decode().splitlines())
    customers = seg.build_customers(seg.read_table(without.encode(), name="formulier.csv"))
    assert len(customers) == 30 and set(customers.frame.index) == {f"#{place}" for place in range(1, 31)}
