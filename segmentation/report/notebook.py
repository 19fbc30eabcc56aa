"""How can a programmer repeat the whole study, step by step? A Jupyter notebook with the verbs and the decisions of this study."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from segmentation.language import _, speaking
from segmentation.plan import asked_of
from segmentation.study import Study

if TYPE_CHECKING:
    from segmentation.analysis import Analysis


def make_notebook(study: Study, analysis: "Analysis") -> bytes:
    """A notebook (.ipynb) that needs `pip install klantbeeld` and the files of the study beside it; every figure comes out again."""
    with speaking(study.language):
        cells = _cells(study, analysis)
    book = {
        "cells": cells, "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}},
    }  # fmt: skip
    return json.dumps(book, ensure_ascii=False, indent=1).encode()


def _cells(study: Study, analysis: "Analysis") -> list[dict[str, Any]]:
    features = sorted(feature.name for feature in analysis.segmentation.features if feature.taken)
    questions = "\n".join(f"- {' '.join(question.text.split())}" for question in study.questions)
    return [
        _words(f"# {study.name}\n\n" + _("Repeats the study on its files, which lie in the same folder. Run the cells from top to bottom.") + f"\n\n{questions}"),
        _code("import segmentation as seg\nfrom segmentation.study import Treatment" if _treats(study) else "import segmentation as seg"),
        _words(_("## Read the files\n\nEvery repair stands on the receipt; rows that could not be placed in `rejected`.")),
        _code(f"tables = [\n{''.join(_read(study, place) for place in range(len(study.uploads)))}]\n"
              "for table in tables:\n    print(table.name, table.kind, table.rows, len(table.rejected))"),
        _words(_("## One row per customer")),
        _code(f"customers = seg.build_customers(*tables, as_of={_day(study)}, currency={study.currency!r}, merged={study.merged or None!r}, "
              f"forgotten={study.forgotten!r})\ncustomers.frame.describe()"),
        _words(_("## Segments")),
        *_before(study, analysis),
        _code(f"solution = seg.find_segments(customers, features={features!r}, k={study.k!r}, method={study.method!r}, seed={study.seed}"
              f"{_treated(study)}{', earlier=earlier' if _before(study, analysis) else ''})\nprint(solution.verdict, dict(solution.sizes))\nsolution.candidates"),
        _code(f"profiles = seg.profile_segments(customers, solution{f', criteria={asked!r}' if (asked := asked_of(study)) else ''})\n"
              f"names = {{**profiles.names, **{dict(study.segment_names)!r}}}\n"
              "for letter in solution.sizes.index:\n    print(letter, names[letter], *profiles.sentences(letter), sep='\\n  ')"),
        *_worth(study, analysis),
        _words(_("## Does it come out the same?")),
        _code(f"expected = {({str(k): int(v) for k, v in analysis.segmentation.sizes.items()})!r}\n"
              f"assert {{letter: int(size) for letter, size in solution.sizes.items()}} == expected{_checked(study, analysis)}"),
    ]  # fmt: skip


def _before(study: Study, analysis: "Analysis") -> list[dict[str, Any]]:
    """The segments as they were when they got their names, from which they have their letters; nothing where nothing changed since."""
    former = study.when_named()
    found = analysis.earlier_segmentation() if former else None
    if former is None or found is None:
        return []
    features = sorted(feature.name for feature in found.features if feature.taken)
    return [_code(f"earlier = seg.find_segments(customers, features={features!r}, k={former.k!r}, method={former.method!r}, seed={former.seed}{_treated(former)})")]


def _checked(study: Study, analysis: "Analysis") -> str:
    """What is left in all, to the cent; in a demo every figure has a hidden factor that the files do not have."""
    if analysis.lacking("economics") or study.settings.get("demo"):
        return ""
    return f"\nassert round(float(economics.total['profit']), 2) == {round(float(analysis.economics.total['profit']), 2)!r}"


def _worth(study: Study, analysis: "Analysis") -> list[dict[str, Any]]:
    """What each segment is worth and the personas that lean on it; without turnover what is missing, and personas without money."""
    lacking = analysis.lacking("economics")
    weigh = f"costs = seg.Costs(**{dict(study.costs)!r})\neconomics = seg.weigh_economics(customers, costs, solution, seed={study.seed}{_booked(study)})\neconomics.segments"
    leaning = "" if lacking else "economics=economics, "
    return [
        _words(_("## What each segment is worth") + (f"\n\n{lacking}" if lacking else "")),
        *([] if lacking else [_code(weigh)]),
        _words(_("## Personas")),
        _code(f"for persona in seg.draft_personas(profiles, language={study.language!r}, customers=customers, segmentation=solution, {leaning}"
              f"seed={study.seed}):\n    print(persona.segment, persona.name, persona.quote)"),
    ]  # fmt: skip


def _booked(study: Study) -> str:
    """The totals of the books and the shares of mixed accounts, which are amounts of the firm: not in a demo."""
    given = {"books": study.books, "shares": study.shares} if not study.settings.get("demo") else {}
    return "".join(f", {name}={value!r}" for name, value in given.items() if value)


def _read(study: Study, place: int) -> str:
    upload = study.uploads[place]
    given = {"sheet": upload.sheet, "reading": upload.reading, "roles": upload.roles, "types": upload.types, "kind": upload.kind, "mended": upload.mended}
    options = "".join(f", {name}={value!r}" for name, value in given.items() if value) if not study.settings.get("demo") else ""
    return f"    seg.read_table({upload.name!r}{options}),\n"


def _day(study: Study) -> str:
    return repr(study.as_of.isoformat()) if study.as_of else "None"


def _treats(study: Study) -> bool:
    former = study.when_named()
    return bool(study.treatments or (former and former.treatments))


def _treated(study: Study) -> str:
    own = f", own_rules={study.own_rules!r}" if study.own_rules else ""
    if not study.treatments:
        return own
    given = {name: one.model_dump() for name, one in study.treatments.items()}
    return f", treatments={{name: Treatment(**one) for name, one in {given!r}.items()}}{own}"


def _id(text: str) -> str:
    return "c" + hashlib.sha256(text.encode()).hexdigest()[:8]


def _words(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": _id(text), "metadata": {}, "source": text}


def _code(text: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": _id(text), "metadata": {}, "execution_count": None, "outputs": [], "source": text}
