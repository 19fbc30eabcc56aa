"""Is every sentence about a segment true? Worked out again from the table alone, in both languages, on the samples and on tables never seen."""

import re

import numpy as np
import pandas as pd
import pytest

import segmentation as seg
from segmentation.language import speaking
from segmentation.samples import paths
from segmentation.segments.vocabulary import figure, label_of, level_of

SCALE = re.compile("schaal van|scale from")  # the trend of buying is told by its scale, not by its name
NUMBER = re.compile(r"-?\d[\d.,\u00a0\u202f ]*")


def numbers_in(text, language):
    """Every figure in a sentence as a number; percentages as shares."""
    found = []
    for match in NUMBER.finditer(text):
        word = match.group().strip().rstrip(".,").replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
        plain = word.replace(".", "").replace(",", ".") if language == "nl" else word.replace(",", "")
        share = text[match.end():].lstrip().startswith("%") or text[match.end() - 1:].startswith("%")
        found.append(float(plain) / (100 if share else 1))
    return found


def as_told(value, kind, currency):
    """The ways in which a true figure may be written."""
    return {figure(value, kind, currency), figure(value, kind, currency, exact=True)}


def truly(frame, fact):
    column = frame[fact.column].dropna()
    if fact.kind == "category":
        return float((column.astype("str") == fact.level).mean())
    column = column.astype(float)
    column = column[np.isfinite(column)]
    if fact.level == ">0":
        return float((column > 0).mean())
    return float(column.median() if fact.statistic == "median" else column.mean())


def met(frame, condition, told, language):
    """Who meets a condition as it stands in the sentence, read back from its words."""
    column = frame[condition.column]
    if isinstance(condition.value, bool):
        return column.astype("boolean").eq(condition.value == (condition.sign == "=")).fillna(False).to_numpy(bool)
    if isinstance(condition.value, str):
        assert level_of(condition.column, condition.value) in told
        same = column.astype("str").eq(condition.value).fillna(False).to_numpy(bool)
        return same if condition.sign == "=" else ~same
    bound = numbers_in(told.replace(label_of(condition.column), ""), language)[0]
    values = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    if re.search("minstens|at least", told):
        return values >= bound
    if re.search("precies|exactly", told):
        return values == bound
    return values > bound if condition.sign == ">" else values <= bound


def untrue(frame, found, profiles, language):
    """Every sentence that does not follow from the table."""
    wrong, labels = [], found.labels.astype("str").reindex(frame.index)
    for letter in profiles.table.index:
        own, told = frame[labels == letter], profiles.sentences(letter)
        size = [len(own), len(own) / len(frame)]
        if "turnover" in profiles.table:
            size += [own["monetary"].sum(), own["monetary"].sum() / frame["monetary"].sum()]
        said = numbers_in(told[0].split(letter, 1)[1], language)
        wrong += [told[0]] if not np.allclose(said, size, rtol=1e-3, atol=0.0051) else []
        facts = list(profiles.highlights[profiles.highlights["segment"] == letter].itertuples())
        for sentence in told[1:]:
            about = [fact for fact in facts if label_of(fact.column).strip("“”‘’") in sentence or fact.column == "trend" and SCALE.search(sentence)]
            if not about:
                stable = found.stability[letter]
                wrong += [sentence] if re.search(r"\d", sentence) and not np.isclose(numbers_in(sentence, language)[0], stable, atol=0.0051) else []
            elif not any(holds(frame, own, fact, sentence, profiles.currency) for fact in about):
                wrong.append(sentence)
        rule = profiles.rules[letter]
        if rule.conditions:
            inside = (labels == letter).to_numpy()
            meets = np.all([met(frame, one, one.words(rule.kinds, rule.currency), language) for one in rule.conditions], axis=0)
            shares = numbers_in(rule.sentence(), language)[-2:]
            true = [inside[meets].mean(), meets[inside].mean()]
            wrong += [f"{rule.sentence()} {true}"] if not np.allclose(shares, true, atol=0.0051) else []
    return wrong


def holds(frame, own, fact, sentence, currency):
    value, base = truly(own, fact), truly(frame, fact)
    kind = "share" if fact.statistic == "share" else fact.kind
    higher = {"nl": r"hoger|langer|meer|vaker", "en": r"higher|longer|more of them|for more"}
    lower = {"nl": r"lager|korter|minder", "en": r"lower|shorter|fewer"}
    up = any(re.search(words, sentence, re.I) for words in higher.values()) and not any(re.search(words, sentence, re.I) for words in lower.values())
    figures = all(any(words in sentence for words in as_told(one, kind, currency) | shares(one, kind)) for one in (value, base))
    known = frame[fact.column].notna().mean()
    return figures and up == (value > base) and (known == 1 or fact.kind in {"category", "boolean"} or ")" in sentence)


def shares(value, kind):
    from segmentation.language import percent

    return {percent(value, places) for places in (0, 1)} if kind == "share" else set()


def check(customers, frame, **choice):
    found = seg.find_segments(customers, bootstraps=5, **choice)
    profiles = seg.profile_segments(customers, found)
    for language in ("nl", "en"):
        with speaking(language):
            assert untrue(frame, found, profiles, language) == []
    with speaking("en"):
        assert any(untrue(frame.sample(frac=1, random_state=1).set_axis(frame.index), found, profiles, "en"))  # the check can fail
    return found


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("sample", "k"), [("zwerfkei", "auto"), ("online_retail", 5)])
def test_true_on_the_samples(sample, k):
    customers = seg.build_customers(*[seg.read_table(path) for path in paths(sample)])
    check(customers, customers.frame, k=k)


def unseen(seed, rows=240):
    """Customers of three kinds with gaps in what is known, yes and no, words, counts full of zeros and figures of every size."""
    rng = np.random.default_rng(seed)
    kind = rng.choice(3, rows, p=[0.5, 0.3, 0.2])
    frame = pd.DataFrame({
        "monetary": rng.lognormal(np.array([3, 5, 7])[kind], 0.6).round(2), "Bezoeken": rng.poisson(np.array([0.2, 4, 1])[kind]),
        "Gewicht (kg)": rng.normal(np.array([0.02, 0.05, 0.03])[kind], 0.005), "Nieuwsbrief": rng.random(rows) < np.array([0.1, 0.8, 0.5])[kind],
        "Kleur": np.where(rng.random(rows) < 0.7, np.array(["rood", "blauw", "100 % wol"])[kind], "groen"),
        "Cijfer": np.where(rng.random(rows) < 0.3, np.nan, rng.normal(np.array([6, 8, 7])[kind], 1).round(1)),
        "Saldo": rng.normal(np.array([-4e4, 0, 9e6])[kind], 1e4),
    }, index=[f"k{number:04d}" for number in range(rows)])  # fmt: skip
    frame["Actief"] = frame["Nieuwsbrief"].astype(object).where(rng.random(rows) < 0.9, None)
    return frame


@pytest.mark.parametrize("seed", [0, 1])
def test_true_on_tables_never_seen(seed):
    frame = unseen(seed)
    assert check(frame, frame).k >= 2
