"""How are the results said in words? Sentences in the current language, made when somebody looks."""

import json

import pandas as pd

from segmentation.economics.ladder import ADVICE, NO_ACTION
from segmentation.economics.result import Economics
from segmentation.errors import WrongChoice
from segmentation.language import N_, _, money, ngettext, number, percent

COLUMN = {
    "revenue": N_("Turnover"),
    "cost_of_goods": N_("Goods"),
    "returns": N_("Returns"),
    "support": N_("Support"),
    "order_handling": N_("Handling orders"),
    "shipping": N_("Shipping"),
    "payment": N_("Payment"),
    "discount": N_("Discount paid out afterwards"),
    "marketing": N_("Marketing"),
    "acquisition": N_("Winning customers"),
    "bad_debt": N_("Unpaid and late bills"),
    "profit": N_("Profit"),
    "fixed": N_("Fixed costs"),
    "result": N_("Profit after fixed costs"),
    "customers": N_("Customers"),
    "unprofitable": N_("Losing money"),
    "roi": N_("Return on what goes in"),
    "invested": N_("What goes in"),
    "profit_per_customer": N_("Profit per customer"),
}
REASON = {
    "returns": N_("sends a lot back"),
    "support": N_("asks many questions"),
    "small_orders": N_("places small orders"),
    "discount": N_("buys at a discount"),
    "margin": N_("buys goods with a thin margin"),
    "marketing": N_("takes much marketing"),
    "acquisition": N_("cost a lot to win"),
    "unpaid": N_("pays late or not at all"),
    "little": N_("a little of everything"),
    "": N_("nothing stands out"),
}
PATTERN = {
    "structural": N_("It is a habit, not bad luck."),
    "one_off": N_("It is bad luck: without one event this customer would pay."),
    "first": N_("There was one order only, which is too little to judge by."),
    "outside": N_(
        "More was sent back than bought here, so the purchase lies before these data. Check the file before you do anything."
    ),
    "no_sale": N_("Most of the lines here are tests or corrections by hand, so this is hardly a customer. Check the file before you do anything."),
    "": "",
}
MISSING = {
    "orders": N_("the number of orders"),
    "lines": N_("order lines"),
    "returns": N_("returns"),
    "returns_value": N_("the value of returns"),
    "tickets": N_("questions to support"),
    "minutes": N_("minutes of support"),
    "mailings": N_("mailings"),
    "discount": N_("discounts"),
}
TRAIT = {
    "age": N_("age"),
    "generation": N_("generation"),
    "gender": N_("gender"),
    "place": N_("place"),
    "province": N_("province"),
    "region": N_("region"),
    "country": N_("country"),
    "postcode": N_("postcode"),
    "nationality": N_("nationality"),
    "birth_country": N_("country of birth"),
    "language": N_("language"),
    "religion": N_("religion"),
    "household": N_("household"),
    "sector": N_("sector"),
    "employees": N_("employees"),
    "firm_turnover": N_("turnover of the firm"),
}


def reason(code: str) -> str:
    return _(REASON.get(code, code))


def advice(code: str) -> str:
    return _(ADVICE.get(code, code))


def trait(code: str) -> str:
    return _(TRAIT.get(code, code))


def statement_sentence(found: Economics) -> str:
    """What the whole earns, and between which bounds."""
    total, (low, high) = found.total, found.facts["interval"][""]
    text = _("Your customers brought in {revenue} and cost {cost}, so {profit} is left before fixed costs.")
    said = text.format(
        revenue=money(total["revenue"], found.currency),
        cost=money(total["revenue"] - total["profit"], found.currency),
        profit=money(total["profit"], found.currency),
    )
    if high - low < 1:
        return said
    return (
        said
        + " "
        + _("As far as the costs are estimates, it lies between {low} and {high} in nine cases out of ten.").format(
            low=money(low, found.currency), high=money(high, found.currency)
        )
    )


def whale_sentence(found: Economics) -> str:
    """The peak of the curve and what is lost after it."""
    whale = found.whale
    peak = int(whale["cumulative"].argmax())
    top, last = float(whale["cumulative"].iloc[peak]), float(whale["cumulative"].iloc[-1])
    if top <= 0:
        return _("With these costs nobody earns you anything. Look at what would have to be true, below.")
    if top - last < 0.01:
        return _("Nobody takes profit away: with these costs every customer pays.")
    losing = int((whale["profit"] < 0).sum())
    text = ngettext(
        "The curve peaks at {top}. After that one customer takes {lost} away again, {share} of the peak.",
        "The curve peaks at {top}. After that {n} customers take {lost} away again, {share} of the peak.",
        losing,
    )
    return text.format(
        top=money(top, found.currency),
        n=number(losing),
        lost=money(top - last, found.currency),
        share=percent((top - last) / top, 1),
    )


def flags_sentence(found: Economics) -> str:
    """How many lose money, how much, and how many of those surely."""
    losing = found.customers[found.customers["unprofitable"]]
    if losing.empty:
        return _("With these costs no customer loses you money.")
    sure = int((losing["certainty"] >= 0.9).sum())
    text = ngettext(
        "{n} customer ({share}) costs more than they bring in: {loss} together.",
        "{n} customers ({share}) cost more than they bring in: {loss} together.",
        len(losing),
    )
    said = text.format(
        n=number(len(losing)),
        share=percent(len(losing) / len(found.customers), 1),
        loss=money(-losing["profit"].sum(), found.currency),
    )
    return said + " " + _("For {n} of them that is at least 90% certain.").format(n=number(sure))


def goodbye_sentence(found: Economics) -> str:
    """What acting on the list brings in a year, and what doing nothing costs."""
    act = found.goodbye[~found.goodbye["advice"].isin(NO_ACTION)]
    if act.empty:
        return _("There is nobody here to act on. The losses are bad luck, first orders, corrections or purchases from before these data.")
    goodbyes = int((act["advice"] == "goodbye").sum())
    facts = found.facts
    gain = facts["year_after_likely"] - facts["year_before"]
    said = _(
        "Acting on {n} of the {all} brings about {gain} a year ({low} to {high}); goodbyes among them: {goodbyes}. Doing nothing costs {nothing} a year: their losses go on."
    ).format(
        n=number(len(act)),
        all=number(len(found.goodbye)),
        gain=money(gain, found.currency),
        low=money(facts["year_after_low"] - facts["year_before"], found.currency),
        high=money(facts["year_after_high"] - facts["year_before"], found.currency),
        goodbyes=number(goodbyes),
        nothing=money(facts["doing_nothing"], found.currency),
    )
    if gain <= facts["doing_nothing"]:
        return said
    return said + " " + _("Acting can bring more than the losses: a step that works can turn a loss into a profit.")


def customer_sentences(found: Economics, customer_id: str) -> list[str]:
    """Why this customer stands where they stand, and what is advised. Raises WrongChoice for an unknown customer."""
    if customer_id not in found.customers.index:
        raise WrongChoice(_("There is no customer “{name}”.").format(name=customer_id), _("Choose one from the list."))
    row = found.customers.loc[customer_id]
    cost = row["revenue"] - row["profit"]
    said = [
        _("Customer {name} brought in {revenue} and cost {cost}: {profit}.").format(
            name=customer_id,
            revenue=money(row["revenue"], found.currency),
            cost=money(cost, found.currency),
            profit=money(row["profit"], found.currency),
        )
    ]
    if not row["unprofitable"]:
        return said
    habit = PATTERN[row["pattern"]]
    said.append(_("What stands out: {reason}. {pattern}").format(reason=reason(row["reason"]), pattern=_(habit)))
    if row["certainty"] >= 0.995:
        said.append(_("Whatever the estimates turn out to be, this customer costs you money."))
    else:
        said.append(
            _("In {n} of 100 cases this loss stands when the estimates vary.").format(n=number(round(row["certainty"] * 100)))
        )
    plan = found.goodbye.set_index("customer_id").loc[customer_id]
    if plan["advice"] in NO_ACTION:
        said.append(_("Advice: {advice}.").format(advice=advice(plan["advice"]).lower()))
    else:
        said.append(
            _("Advice: {advice}, about {effect} a year ({low} to {high}).").format(
                advice=advice(plan["advice"]).lower(),
                effect=money(plan["effect"], found.currency),
                low=money(plan["effect_low"], found.currency),
                high=money(plan["effect_high"], found.currency),
            )
            + " "
            + _why(plan, found.currency)
        )
    return said


def _why(plan: pd.Series, currency: str) -> str:
    """Why a goodbye, or why not: it follows from what all steps together leave in the coming year, and from what a goodbye brings."""
    left = round(plan["profit_ahead"] + plan["together"], 2)
    if plan["advice"] == "goodbye":
        text = _("Even with all steps together this customer still costs you {left} a year.")
        return text.format(left=money(-left, currency))
    if left >= 0:
        text = _("With all steps together this customer brings in {left} a year, so a goodbye comes too early.")
        return text.format(left=money(left, currency))
    text = _(
        "All steps together do not make this customer pay, but they bring more than a goodbye: {together} against {goodbye} a year."
    )
    return text.format(together=money(plan["together"], currency), goodbye=money(plan["rung_goodbye"], currency))


def missing_sentence(found: Economics) -> str:
    """What the data do not hold, so that it counts as nothing. The goods always count: by the margin rate where their cost is not known."""
    names = [_(MISSING[name]) for name in found.missing if name in MISSING and name not in ("minutes", "returns_value")]
    return _("Not in your data, so counted as nothing: {names}.").format(names=", ".join(names)) if names else ""


def warning_sentences(found: Economics) -> list[str]:
    """Groups that stand on the list more often, and the duty to let a person decide."""
    said = [
        _("{trait} “{value}”: {share} of them stand on the list, against {others} of the others.").format(
            trait=trait(row.column).capitalize(),
            value=row.value,
            share=percent(row.share_on_list),
            others=percent(row.share_of_others),
        )
        for row in found.warnings.itertuples()
    ]
    if (found.goodbye["advice"] == "goodbye").any():
        said.append(
            _(
                "A person decides about every goodbye, not this list: article 22 of the AVG (GDPR) asks for it, and so does decency."
            )
        )
    return said


def rule_sentence(rule: str) -> str:
    """A prospect rule in words: "place Assen, age 35–44, women"."""
    return ", ".join(_said(column, value) for column, value in json.loads(rule))


def _said(column: str, value: str) -> str:
    sex = value.lower().strip(". ")
    if column == "gender" and sex in ("v", "f", "w", "vrouw", "female", "mevr", "mw", "woman"):
        return _("women")
    if column == "gender" and sex in ("m", "man", "male", "dhr", "mr"):
        return _("men")
    return f"{trait(column)} {value.replace('-', '–')}"


def column_titles(columns: pd.Index | list[str]) -> dict[str, str]:
    """Titles of the statement's columns in the current language."""
    return {name: _(COLUMN[name]) for name in columns if name in COLUMN}
