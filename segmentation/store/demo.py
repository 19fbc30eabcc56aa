"""Which decisions of a study can be shown to strangers? A demo is a study of its own, with nothing in it that tells whose it is.

Its tables are disguised when they are opened (`segmentation.tables.disguise`); here the decisions are. What somebody typed is left out, because
nobody can know whom it names; a question becomes the question of the library that asks for most of the same facts; amounts get the factor of the tables.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from segmentation.language import _
from segmentation.study import Number, Question, Study, Upload

_SUFFIX = re.compile(r"(?:\.(?:csv|tsv|txt|xlsx?|xlsm|ods|parquet|json|jsonl|xml|xaf))?(?:\.(?:gz|zip))?$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_MONEY_SETTINGS = ("programme_cost", "margin_per_customer", "freed_euros", "programme", "hour_cost")
_PLAIN_SETTINGS = ("uplift", "stale_years", "elasticity", "strengths", "side")


def demo_of(study: Study, secret: str, kinds: Mapping[str, str | None] | None = None, features: Sequence[str] | None = None) -> Study:
    """A new study that leads to the same figures, disguised with this secret.

    `kinds` says what each upload (by hash) turned out to hold, `features` which were taken: a study in other words would suggest others.
    """
    from segmentation.economics.fields import BY_NAME
    from segmentation.tables.disguise import alias, factor

    times = factor(secret)
    amounts = {name: round(float(study.settings[name]) * times, 2) for name in _MONEY_SETTINGS if study.settings.get(name)}
    return Study(
        id=demo_id(study.id), name=_("Demo"), language=study.language, currency=study.currency, seed=study.seed, audience=study.audience, trade=study.trade,
        subject=study.subject, questions=tuple(_question(question, study.audience) for question in study.questions),
        market_answers=study.market_answers, models=study.models,
        criteria={name: value * times if name == "programme_cost" else value for name, value in study.criteria.items()},
        uploads=tuple(_upload(place, upload, kinds or {}) for place, upload in enumerate(study.uploads, 1)), as_of=study.as_of,
        merged={alias(secret, "customer", one): alias(secret, "customer", other) for one, other in study.merged.items()},
        forgotten=tuple(alias(secret, "customer", one) for one in study.forgotten),
        features=tuple(_title(name, secret) for name in features) if features else None, k=study.k, method="auto" if study.own_rules else study.method,
        treatments={_title(name, secret): one.model_copy(update={"cap": None}) for name, one in study.treatments.items()},
        costs={name: _cost(name, value, times) for name, value in study.costs.items() if name in BY_NAME}, known_costs=study.known_costs,
        books={name: round(value * times, 2) for name, value in study.books.items()},
        cuts={name: value * times if name == "value" else value for name, value in study.cuts.items()},
        settings={
            **{name: study.settings[name] for name in _PLAIN_SETTINGS if name in study.settings}, **amounts,
            "demo": secret, "demo_of": study.id,
        },
    )  # fmt: skip


@cache
def everyday_words() -> frozenset[str]:
    """Words of questions and of lists that name nobody: titles of columns that hold no others may be shown."""
    from segmentation.customers.contacts import DONE
    from segmentation.customers.places import towns
    from segmentation.personas.names import FIRST
    from segmentation.plan.vocabulary import vocabulary

    said, called = vocabulary(), [text for bands in FIRST.values() for band in bands.values() for text in band]
    names = {word for text in (*towns(), *called) for word in _LETTERS.findall(text.casefold())}
    texts = (*(word for words in said.needs.values() for word in words), *said.words.values(), *said.nothing, *said.about)
    words = {word for text in texts for word in _LETTERS.findall(text.casefold())} | said.filler | said.english | said.dutch | set(DONE)
    return frozenset(words - names)


def _title(name: str, secret: str) -> str:
    """What a column is called in the demo: one of ours keeps its name, one of the user's own when its words tell nothing."""
    from segmentation.customers.entries import ENTRIES
    from segmentation.tables.disguise import header_words, shown_title

    return name if name in ENTRIES else shown_title(secret, name, header_words() | everyday_words())


def demo_id(study_id: str) -> str:
    """The one demo of a study; it does not tell which study that is."""
    return hashlib.sha256(f"demo:{study_id}".encode()).hexdigest()[:16]


def _question(question: Question, audience: str) -> Question:
    """The question of the library that asks for most of the same facts and for little else."""
    from segmentation.plan import LIBRARY, needs_of

    wanted = {need.code for need in needs_of(question)}

    def likeness(needs: tuple[str, ...]) -> float:
        return len(wanted & set(needs)) / len(wanted | set(needs))

    fitting = [one for one in LIBRARY if one.audience in ("both", audience)]
    nearest = next((one for one in LIBRARY if one.id == question.library), None) or max(fitting, key=lambda one: likeness(one.needs))
    return Question(text=nearest.told(), library=nearest.id, needs=question.needs)


def _upload(place: int, upload: Upload, kinds: Mapping[str, str | None]) -> Upload:
    ending = _SUFFIX.search(upload.name)
    return upload.model_copy(update={"name": f"demo-{place}{ending[0].lower() if ending else ''}", "kind": upload.kind or kinds.get(upload.key)})


def _cost(name: str, value: Number, times: float) -> Number:
    from segmentation.economics.fields import BY_NAME

    if BY_NAME[name].unit != "money":
        return value
    return tuple(round(part * times, 6) for part in value) if isinstance(value, tuple) else round(value * times, 6)  # type: ignore[return-value]


def shareable(study: Study) -> Study:
    """A study as it may leave a demo: without the secret, the original it came from, and how the original files were read."""
    if not study.settings.get("demo"):
        return study
    kept: dict[str, Any] = {name: value for name, value in study.settings.items() if name not in ("demo", "demo_of", "demo_revision")}
    return study.change(uploads=(), merged={}, forgotten=(), settings=kept)
