"""What stands in the workbook? Answers, plans, segments, customers and money, with words for codes and every figure in its own format.

The lists for programs (`segments.csv`, `roi.csv` …) keep the fixed names; this one is opened by people.
"""

import io
from typing import TYPE_CHECKING

from segmentation.language import N_, _, currency_symbol

if TYPE_CHECKING:
    import pandas as pd

    from segmentation.analysis import Analysis
    from segmentation.study import Study

MOST_ROWS = 1_000_000  # of a sheet
WIDEST = 60  # signs of a column: what is longer goes on over more lines
FORMATS = {"money": '#,##0.00;[Red]-#,##0.00', "share": "0.0%", "number": "#,##0.###"}
COUNTED = {"lines": N_("Order lines"), "turnover": N_("Turnover"), "sales": N_("Sales"), "returns": N_("Returns"), "customers": N_("Customers")}
ANSWERED = N_("Answers")
PLANS = N_("Plan")
_Sheet = tuple["pd.DataFrame", dict[str, str]]  # a table and how its columns are written: money, share, number or text over more lines


def make_workbook(study: "Study", analysis: "Analysis") -> bytes:
    """An Excel workbook in the language of the reader; without turnover it says what is missing for the money."""
    import pandas as pd

    buffer = io.BytesIO()
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd-mm-yyyy"}}
    with pd.ExcelWriter(buffer, engine="xlsxwriter", engine_kwargs=options) as writer:
        formats = {name: writer.book.add_format({"num_format": told, "valign": "top"}) for name, told in FORMATS.items()}
        formats[""] = writer.book.add_format({"text_wrap": True, "valign": "top"})
        for title, (table, kinds) in _sheets(study, analysis).items():
            _plain(table).head(MOST_ROWS).to_excel(writer, sheet_name=title[:31], index=False)
            sheet = writer.sheets[title[:31]]
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(table.columns):
                sheet.set_column(place, place, _width(table[column], str(column)), formats.get(kinds.get(str(column), "none")))
    return buffer.getvalue()


def _plain(table: "pd.DataFrame") -> "pd.DataFrame":
    """Only what a cell can hold: figures, dates, and texts without signs that XML has no place for."""
    from segmentation.report.story import printable

    plain = table.copy()
    for column in plain.columns:
        if plain[column].dtype.kind not in "iufbmM":
            plain[column] = plain[column].map(lambda value: value if value is None or isinstance(value, int | float) else printable(str(value)), na_action="ignore")
    return plain.rename(columns=lambda name: printable(str(name)))


def _width(values: "pd.Series", title: str) -> float:
    """Wide enough for the title and the longest of the first values."""
    seen = [len(part) for value in values.head(200) for part in str(value).split("\n")]
    return min(WIDEST, max([len(title), *seen]) + 2)


def _sheets(study: "Study", analysis: "Analysis") -> dict[str, _Sheet]:
    """The sheets by their title, in the order of the story."""
    asked = {_(ANSWERED): _answers(study, analysis)} if study.questions else {}
    return {
        **asked, _("Segments"): _segments(study, analysis), _(PLANS): _plans(study, analysis), _("Differences"): _differences(analysis),
        _("Customers"): _customers(study, analysis), **_money(study, analysis), _("Counted"): _counted(analysis), _("Columns"): _columns(analysis),
    }  # fmt: skip


def _answers(study: "Study", analysis: "Analysis") -> _Sheet:
    import pandas as pd

    from segmentation.report.answers import answers

    rows = [
        {_("Question"): one.question.text, _("Answer"): next(iter(one.evidence), one.why_not()), _("Evidence"): "\n".join(one.evidence[1:]),
         _("How sure"): one.certainty_words(), _("What is missing"): one.why_not() if one.evidence else ""}
        for one in answers(study, analysis)
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    return table, dict.fromkeys(table.columns, "")


def _segments(study: "Study", analysis: "Analysis") -> _Sheet:
    import pandas as pd

    from segmentation.economics.words import column_titles

    names = {"name": _("Name"), "customers": _("Customers"), "stability": _("Comes back")}
    table = pd.DataFrame({"name": analysis.names, "customers": analysis.segmentation.sizes, "stability": analysis.segmentation.stability}).rename_axis("segment")
    kinds = {_("Comes back"): "share"}
    if not analysis.lacking("economics"):
        table = table.join(analysis.economics.segments.drop(columns=["customers"], errors="ignore"))
        names |= _in_currency(column_titles(list(table.columns)), study.currency)
        kinds |= {names[name]: "money" for name in names if name not in ("name", "customers", "stability", "unprofitable", "roi")} | {names["roi"]: "share"}
    return table.reset_index().rename(columns={"segment": _("Segment"), **names}), kinds


def _plans(study: "Study", analysis: "Analysis") -> _Sheet:
    import pandas as pd

    from segmentation.report.plans import plan_of

    letters = [str(letter) for letter in analysis.segmentation.sizes.index]
    rows = [{_("Segment"): analysis.called(letter), **dict(plan_of(study, analysis, letter).lines), _("Our note"): study.notes.get(f"report.plan:{letter}", "")} for letter in letters]
    table = pd.DataFrame(rows)
    return table, dict.fromkeys(table.columns, "")


def _differences(analysis: "Analysis") -> _Sheet:
    from segmentation.segments.vocabulary import label_of, level_of

    facts = analysis.profiles.differences
    told = facts.assign(
        segment=facts["segment"].astype(str), column=facts["column"].map(label_of),
        level=[level_of(row.column, str(row.level)) if row.level and row.level != ">0" else "" for row in facts.itertuples()],
        differs=facts["differs"].map({True: _("yes"), False: _("no")}), feature=facts["feature"].map({True: _("yes"), False: _("no")}),
    )  # fmt: skip
    names = {
        "segment": _("Segment"), "column": _("What"), "level": _("Value"), "value": _("In this segment"), "low": _("at least"), "high": _("at most"), "base": _("All customers"),
        "others": _("The others"), "effect": _("Less (−1) or more (1) than the others"), "differs": _("Differs for sure"), "feature": _("Used to make the segments"),
    }  # fmt: skip
    return told[list(names)].rename(columns=names), {names[name]: "number" for name in ("value", "low", "high", "base", "others", "effect")}


def _customers(study: "Study", analysis: "Analysis") -> _Sheet:
    """Every customer with segment and money, or without turnover with what is known."""
    from segmentation.customers.dictionary import labels
    from segmentation.customers.words import in_words
    from segmentation.economics.words import column_titles, reason
    from segmentation.report.files import segments_table

    own = segments_table(study, analysis)
    names = {"segment": _("Segment"), "name": _("Name"), "certainty": _("How sure of the segment")}
    kinds = {names["certainty"]: "share"}
    if analysis.lacking("economics"):
        columns = analysis.customers.columns
        known = [name for name in analysis.customers.frame.columns if name in columns.index and not columns.loc[name, "personal"]]
        table = own.rename(columns=names).join(in_words(analysis.customers.frame[known]).rename(columns=labels(known)), rsuffix=" (2)")
    else:
        money = analysis.economics.customers
        shown = money.drop(columns=["segment", "pattern", "loyalty", "profit_before", "loyalty_before"], errors="ignore")
        shown = shown.assign(reason=shown["reason"].map(reason, na_action="ignore"), unprofitable=shown["unprofitable"].map({True: _("yes"), False: _("no")}))
        titles = _in_currency(column_titles([name for name in shown.columns if name != "unprofitable"]), study.currency)
        later = {"profit_now": _("Profit in the last year"), "profit_ahead": _("Profit expected in the year ahead")}
        titles |= _in_currency({name: title for name, title in later.items() if name in shown}, study.currency)
        kinds |= dict.fromkeys(titles.values(), "money") | {_("How sure"): "share"}
        titles |= {"unprofitable": _("Loses money"), "certainty": _("How sure"), "reason": _("What stands out")}
        table = own.rename(columns=names).join(shown.rename(columns=titles))
    return table.rename_axis(_("Customer")).reset_index(), kinds


def _money(study: "Study", analysis: "Analysis") -> dict[str, _Sheet]:
    """The goodbye list in words, or why there is none."""
    import pandas as pd

    from segmentation.economics.words import PATTERN, advice, reason

    lacking = analysis.lacking("economics")
    if lacking:
        return {_("Money"): (pd.DataFrame({_("Missing"): [str(lacking)]}), {})}
    found = analysis.economics.goodbye.reset_index(drop=analysis.economics.goodbye.index.name is None)
    amounts = _in_currency({"effect": _("Brings a year"), "effect_low": _("at least"), "effect_high": _("at most"), "profit": _("Profit so far")}, study.currency)
    names = {"customer_id": _("Customer"), "segment": _("Segment"), "advice": _("Advice"), "reason": _("What stands out"), "pattern": _("Habit or luck"), "certainty": _("How sure"), **amounts}
    told = found.assign(
        segment=found["segment"].astype(str).map(analysis.called), advice=found["advice"].map(advice), reason=found["reason"].map(reason),
        pattern=found["pattern"].map(lambda code: _(PATTERN[code]) if code else ""),
    )  # fmt: skip
    order = ["customer_id", "segment", "advice", "effect", "effect_low", "effect_high", "profit", "certainty", "reason", "pattern"]
    return {_("Goodbye list"): (told[order].rename(columns=names), {**dict.fromkeys(amounts.values(), "money"), names["certainty"]: "share"})}


def _counted(analysis: "Analysis") -> _Sheet:
    from segmentation.customers.words import reason

    facts = analysis.customers.reconciliation
    told = facts.assign(
        what=[_(COUNTED.get(code, code)) for code in facts["what"]],
        reason=[", ".join(reason(code) for code in str(codes or "").split(", ") if code) for codes in facts["reason"]],
    )
    names = {"table": _("File"), "what": _("What"), "in": _("Came in"), "kept": _("Counts"), "set_aside": _("Set aside"), "reason": _("Because of")}
    return told[list(names)].rename(columns=names), {names[name]: "number" for name in ("in", "kept", "set_aside")}


def _columns(analysis: "Analysis") -> _Sheet:
    import pandas as pd

    from segmentation.customers.dictionary import label, model_name

    facts = analysis.customers.columns
    table = pd.DataFrame({
        _("Column"): [label(name) for name in facts.index], _("How it is made"): [_(told) if told else "" for told in facts["formula"]],
        _("From"): list(facts["source"]), _("Model"): [model_name(model) for model in facts["model"]], _("Missing"): list(facts["missing"]),
    })  # fmt: skip
    return table, {_("Missing"): "share"}


def _in_currency(titles: dict[str, str], currency: str) -> dict[str, str]:
    """Titles of amounts with the sign of their currency; counts and shares go without."""
    bare = ("customers", "unprofitable", "roi")
    return {name: title if name in bare else f"{title} ({currency_symbol(currency)})" for name, title in titles.items()}


