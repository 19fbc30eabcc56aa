"""Do these figures agree with the bookkeeping? What the books say, what stands here, and the difference."""

from collections.abc import Mapping

import pandas as pd

from segmentation.errors import WrongChoice
from segmentation.language import N_, _

LINES = {
    "turnover": N_("Turnover"),
    "gross_margin": N_("Gross margin"),
    "total_cost": N_("Total cost, goods included"),
    "profit": N_("Profit"),
}


def compare(total: pd.Series, books: Mapping[str, float] | None) -> pd.DataFrame:
    """Per line what the books say, what this analysis says, the difference (books − here) and its share; empty without books.

    `books` may hold turnover, gross_margin, total_cost and profit, in euros over the same period. Raises WrongChoice for other names and
    for values that are no numbers.
    """
    here = {
        "turnover": total["revenue"],
        "gross_margin": round(total["revenue"] - total["cost_of_goods"], 2),
        "total_cost": round(total["revenue"] - total["result"], 2),
        "profit": total["result"],
    }
    if books is not None and not isinstance(books, Mapping):
        raise WrongChoice(_("The books are not a list of amounts by name."), ", ".join(LINES))
    rows = []
    for name, value in (books or {}).items():
        if name not in here:
            raise WrongChoice(
                _("The books have no line “{name}” here.").format(name=name), ", ".join(_(text) for text in LINES.values())
            )
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e13:
            raise WrongChoice(
                _("{line}: this is not an amount.").format(line=_(LINES[name])), _("Type the amount from your bookkeeping.")
            )
        difference = round(float(value) - float(here[name]), 2)
        rows.append(
            {
                "line": name,
                "books": round(float(value), 2),
                "here": float(here[name]),
                "difference": difference,
                "share": difference / float(value) if value else float("nan"),
            }
        )
    return pd.DataFrame(rows, columns=["line", "books", "here", "difference", "share"])
