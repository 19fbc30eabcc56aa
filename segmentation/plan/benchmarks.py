"""How do this study's own figures compare with what others report, definition by definition?

The user pastes or uploads a table with three things per row: what, how much, from whom. The definition is matched with one of the figures this
study can work out itself; a row that cannot be matched is shown as it is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from segmentation.language import N_, _

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.customers import CustomerTable
    from segmentation.tables import Table

MOST, LONGEST = 200, 200  # rows of a file with benchmarks, and letters in a cell


@dataclass(frozen=True)
class Figure:
    """A figure this study can work out: what it is called, how it is defined, its unit (share, money or number), and how."""

    code: str
    name: str
    definition: str
    unit: str
    words: str
    needs: tuple[str, ...]
    make: Callable[["pd.DataFrame"], float]

    def told(self) -> str:
        return _(self.name)


def _one_time(frame: "pd.DataFrame") -> float:
    orders = frame["frequency"][frame["frequency"] > 0]
    return float((orders == 1).mean())


def _repeat(frame: "pd.DataFrame") -> float:
    return 1 - _one_time(frame)


def _spread(frame: "pd.DataFrame") -> float:
    ranked = frame["monetary"].sort_values(ascending=False)
    total = float(ranked.sum())
    return float(ranked.iloc[: max(1, len(ranked) // 5)].sum()) / total if total else float("nan")


def _ratio(above: str, below: str) -> Callable[["pd.DataFrame"], float]:
    def make(frame: "pd.DataFrame") -> float:
        whole = float(frame[below].sum())
        return float(frame[above].abs().sum()) / whole if whole else float("nan")

    return make


def _a_year(column: str) -> Callable[["pd.DataFrame"], float]:
    """Per customer and year of the data: from the first purchase of all to the last day, at least one year."""

    def make(frame: "pd.DataFrame") -> float:
        return float(frame[column].mean()) / max(float(frame["tenure"].max()) / 365, 1.0)

    return make


A_YEAR = r"per jaar|a year|per year|annual|yearly|jaarlijks"
FIGURES: tuple[Figure, ...] = (
    Figure("one_time", N_("one-time buyers"), N_("Customers with one order, as a share of all customers with an order."), "share",
           r"one.?time|eenmalig|(niet|nooit) (meer )?terugk|never (come|came) back|bought once|single.?purchase|(één|een|1) keer (kocht|gekocht|koopt)", ("frequency",), _one_time),
    Figure("repeat_rate", N_("repeat rate"), N_("Customers with more than one order, as a share of all customers with an order."), "share",
           r"repeat|herhaal|terugk(er|om)|c[oa]me back|returning|meer dan (een|één)", ("frequency",), _repeat),
    Figure("return_rate", N_("return rate"), N_("Value sent back as a share of the value sold."), "share",
           r"retour|return rate|returns|terugst", ("returns_value", "sales"), _ratio("returns_value", "sales")),
    Figure("average_order", N_("average order"), N_("Turnover divided by the number of orders."), "money",
           r"order ?(value|waarde|bedrag)|average order|aov|bonbedrag|gemiddelde bestel|basket", ("sales", "frequency"), _ratio("sales", "frequency")),
    Figure("orders_a_year", N_("orders per customer and year"), N_("Number of orders divided by the number of customers and by the years of the data."), "number",
           rf"(orders?|bestellingen|aankopen|purchases).*({A_YEAR})", ("frequency", "tenure"), _a_year("frequency")),
    Figure("value_a_year", N_("turnover per customer and year"), N_("Net turnover divided by the number of customers and by the years of the data."), "money",
           rf"(klant|customer|omzet|turnover|besteding|spend).*({A_YEAR})", ("monetary", "tenure"), _a_year("monetary")),
    Figure("orders", N_("orders per customer"), N_("Number of orders divided by the number of customers."), "number",
           r"orders? per|bestellingen per|frequen", ("frequency",), lambda f: float(f["frequency"].mean())),
    Figure("value", N_("turnover per customer"), N_("Net turnover divided by the number of customers."), "money",
           r"per (klant|customer)|customer value|klantwaarde", ("monetary",), lambda f: float(f["monetary"].mean())),
    Figure("top_fifth", N_("share of the best fifth"), N_("Turnover of the best 20% of customers as a share of all turnover."), "share",
           r"pareto|80.?20|top ?20|best(e)? (20|fifth|vijfde)|concentrat", ("monetary",), _spread),
    Figure("open_rate", N_("open rate"), N_("Mailings opened as a share of mailings sent."), "share", r"open(s|ing|ed)?\b.*(rate|ratio|percent|%)|openrat|geopend|openpercent|openingsp",
           ("opens", "mailings"), _ratio("opens", "mailings")),
    Figure("click_rate", N_("click rate"), N_("Mailings clicked as a share of mailings sent."), "share", r"click|klik|ctr", ("clicks", "mailings"), _ratio("clicks", "mailings")),
    Figure("hours_to_resolve", N_("hours to resolve"), N_("Hours between opening and closing a ticket, averaged per customer and then over the customers who asked something."),
           "number", r"(oplos|afhandel|doorloop)\w*tijd|time to (resolve|solve|close)|resolution time|hours to resolve|uren tot", ("hours_to_resolve",),
           lambda f: float(f["hours_to_resolve"].mean())),
    Figure("tickets", N_("tickets per order"), N_("Support tickets divided by orders."), "number", r"^(?!.*(tijd|time|uur|hour)).*(ticket|contact rate|helpdesk)",
           ("tickets", "frequency"), _ratio("tickets", "frequency")),
    Figure("nps", N_("net promoter score"), N_("Share that answers 9 or 10 minus the share that answers 0 to 6, times 100."), "number", r"\bnps\b|promoter", ("nps",),
           lambda f: float(100 * ((f["nps"] >= 9).sum() - (f["nps"] <= 6).sum()) / max(1, f["nps"].notna().sum()))),
)  # fmt: skip


@dataclass(frozen=True)
class Benchmark:
    """A row the user gave beside the study's own figure: both as plain numbers (shares between 0 and 1), or None."""

    what: str
    theirs: float | None
    source: str
    figure: Figure | None
    own: float | None
    given: str = ""  # theirs as it was typed: a price may be in another currency


def figure_for(what: str) -> Figure | None:
    """The figure of this study that means the same as these words, or None.

    >>> figure_for("Retourpercentage kleding").code
    'return_rate'
    """
    return next((figure for figure in FIGURES if re.search(figure.words, what.lower())), None)


def rows_of(table: "Table") -> tuple[dict[str, str], ...]:
    """The first three columns of a file as rows of what, how much, from whom; at most `MOST` of them, those without a name left out."""
    cells = table.text.iloc[:MOST, :3].astype(str)
    rows = ({name: value[:LONGEST] for name, value in zip(("what", "value", "source"), [*row, "", ""], strict=False)} for row in cells.itertuples(index=False))
    return tuple(row for row in rows if row["what"].strip())


def compare(rows: Sequence[dict[str, Any]], customers: "CustomerTable | None") -> list[Benchmark]:
    """Each row the user gave beside the study's own figure with the same definition."""
    found = []
    for row in rows:
        what, source = str(row.get("what") or "").strip(), str(row.get("source") or "").strip()
        if not what:
            continue
        figure = figure_for(what)
        found.append(Benchmark(what, _number(row.get("value"), figure), source, figure, _own(figure, customers), str(row.get("value") or "").strip()))
    return found


def _own(figure: Figure | None, customers: "CustomerTable | None") -> float | None:
    if (
        figure is None
        or customers is None
        or not all(name in customers.frame and customers.frame[name].notna().any() for name in figure.needs)
    ):
        return None
    value = figure.make(customers.frame)
    return None if value != value else value


def _number(value: Any, figure: Figure | None) -> float | None:
    """A figure as people type it: "12,5%", "€ 48", "0.3". A share above 1 was meant as a percentage."""
    text = re.sub(r"[^\d,.\-]", "", str(value if value is not None else ""))
    if not re.search(r"\d", text):
        return None
    thousands = figure is not None and figure.unit == "money" and re.fullmatch(r"-?\d{1,3}(\.\d{3})+", text)
    text = text.replace(".", "").replace(",", ".") if thousands or re.search(r"\.\d{3},|,\d{1,2}$", text) else text.replace(",", "")
    try:
        number = float(text)
    except ValueError:
        return None
    percent = "%" in str(value) or (figure is not None and figure.unit == "share" and abs(number) > 1)
    return number / 100 if percent else number
