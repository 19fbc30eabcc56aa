"""What do the data say about each segment on the questions that were asked?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import money, number, percent
from segmentation.plan import Need, serve
from segmentation.study import Question, Study

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis

MOST = 5  # facts per question


@dataclass(frozen=True)
class Asked:
    """A question with the facts that serve it, per segment (column × segment, in words), and what is missing."""

    question: Question
    table: "pd.DataFrame"
    missing: tuple[Need, ...]


def asked_of_segments(study: Study, analysis: "Analysis") -> list[Asked]:
    """Every question of the study, segment by segment; nothing without questions."""
    import pandas as pd

    customers = analysis.customers
    labels = analysis.segmentation.labels.astype(str)
    letters = [str(letter) for letter in analysis.segmentation.sizes.index]
    found = []
    for question in study.questions:
        service = serve(question, customers=customers)
        rows = {name: _told(customers.frame[name], labels, letters, str(customers.columns.loc[name, "kind"]), study.currency)
                for name in service.columns[:MOST] if name in customers.columns.index}  # fmt: skip
        found.append(Asked(question, pd.DataFrame.from_dict(rows, orient="index", columns=letters), service.missing))
    return found


def _told(values: "pd.Series", labels: "pd.Series", letters: list[str], kind: str, currency: str) -> list[str]:
    """The middle customer, the share, or the commonest value of each segment."""
    import pandas as pd

    told = []
    for letter in letters:
        own = values[labels.reindex(values.index) == letter].dropna()
        if own.empty:
            told.append("–")
        elif kind == "date" or pd.api.types.is_datetime64_any_dtype(own):
            told.append(f"{own.median():%m-%Y}")
        elif kind == "boolean":
            told.append(percent(float(own.astype(float).mean())))
        elif pd.api.types.is_numeric_dtype(own) and not isinstance(own.dtype, pd.CategoricalDtype):
            middle = float(own.median()) if kind != "count" else float(own.mean())
            told.append(money(middle, currency) if kind == "money" else percent(middle) if kind == "share" else number(middle, 1 if middle % 1 else 0))
        else:
            counts = own.astype(str).value_counts()
            told.append(f"{counts.index[0]} ({percent(counts.iloc[0] / len(own))})")
    return told
