"""What stands out in the tables, one sentence per code of a `Notice`."""

from typing import TYPE_CHECKING

from segmentation.language import _, ngettext, number, percent

if TYPE_CHECKING:
    from segmentation.customers.table import Notice


def sentence(notice: "Notice", currency: str) -> str:
    """A notice in the current language."""
    n = notice.count
    texts = _set_aside(n) | _odd_lines(n) | _who(n) | _odd_customers(n)
    text = texts.get(notice.code, notice.code)
    return text.format(n=number(n), table=notice.table, currency=currency, share=percent(notice.value))


def _set_aside(n: int) -> dict[str, str]:
    """Lines that do not count."""
    return {
        "no_customer": ngettext(
            "{n} line of {table} has no customer and is set aside.", "{n} lines of {table} have no customer and are set aside.", n
        ),
        "no_amount": ngettext(
            "{n} line of {table} has no amount, or one that cannot be, and is set aside.",
            "{n} lines of {table} have no amount, or one that cannot be, and are set aside.",
            n,
        ),
        "no_date": ngettext(
            "{n} line of {table} has no date and is set aside.", "{n} lines of {table} have no date and are set aside.", n
        ),
        "before_1970": ngettext(
            "{n} line of {table} is dated before 1970 and is set aside.",
            "{n} lines of {table} are dated before 1970 and are set aside.",
            n,
        ),
        "future_date": ngettext(
            "{n} line of {table} is dated in the future and is set aside.",
            "{n} lines of {table} are dated in the future and are set aside.",
            n,
        ),
        "after_as_of": ngettext(
            "{n} line of {table} is later than the as-of day and does not count.",
            "{n} lines of {table} are later than the as-of day and do not count.",
            n,
        ),
        "mixed_currencies": ngettext(
            "{table} mixes currencies: {n} line is not in {currency} and is set aside.",
            "{table} mixes currencies: {n} lines are not in {currency} and are set aside.",
            n,
        ),
        "forgotten": ngettext(
            "{n} line of a customer who asked to be removed is left out.",
            "{n} lines of customers who asked to be removed are left out.",
            n,
        ),
        "given_twice": _("{table} was added twice with the same rows; they count once."),
    }


def _odd_lines(n: int) -> dict[str, str]:
    """How lines, orders and tickets were read, and what seems wrong with them."""
    return {
        "empty_table": ngettext("{n} table is empty and not used.", "{n} tables are empty and not used.", n),
        "no_money": _("{table} has no column with amounts that can be read: its turnover counts as zero."),
        "no_dates": _("{table} has no dates: what was bought counts, but not when."),
        "one_day": _("All orders of {table} are of one day: who comes back, how often and in which season cannot be known."),
        "order_totals_once": _("In {table} the amount is that of the whole order; it counts once per order."),
        "cost_per_piece": _("In {table} the cost is taken as that of one piece, times the number of pieces."),
        "cost_per_line": _("In {table} the cost is taken as that of the whole line, whatever the number of pieces."),
        "negative_price": ngettext(
            "{n} line of {table} has a negative price; it counts as money given back.",
            "{n} lines of {table} have a negative price; they count as money given back.",
            n,
        ),
        "same_order_twice": ngettext(
            "{n} order number is in more than one table; check that they do not overlap.",
            "{n} order numbers are in more than one table; check that they do not overlap.",
            n,
        ),
        "closed_before_opened": ngettext(
            "{n} ticket of {table} was closed before it was opened; its time does not count.",
            "{n} tickets of {table} were closed before they were opened; their time does not count.",
            n,
        ),
        "not_used": _("{table} is not used: it is not clear what it holds, or which customer its rows belong to."),
        "currency_differs": _("The study counts in another currency than the orders, which are in {currency}."),
    }


def _who(n: int) -> dict[str, str]:
    """Customers who are not found, or found more than once."""
    return {
        "no_match": _(
            "No customer of {table} is found in the other tables. Look at the customer numbers: are they of the same kind?"
        ),
        "few_match": _("Only {share} of the customers of {table} are found in the other tables."),
        "key_by_name": _("{table} has no customer number; names are used, and two people may have one name."),
        "listed_twice": ngettext(
            "{n} row of {table} is about a customer who is already in it; the first value counts.",
            "{n} rows of {table} are about customers who are already in it; the first value counts.",
            n,
        ),
        "lists_differ": ngettext(
            "{table} says something else about {n} customer than an earlier list; the first value counts.",
            "{table} says something else about {n} customers than an earlier list; the first value counts.",
            n,
        ),
        "duplicates": ngettext(
            "{n} pair of customers may be one and the same; you decide.",
            "{n} pairs of customers may be one and the same; you decide.",
            n,
        ),
    }


def _odd_customers(n: int) -> dict[str, str]:
    return {
        "one_customer": _("All orders of {table} belong to one customer. Is that the right column?"),
        "one_giant": _("One customer accounts for {share} of the turnover."),
        "only_returns": ngettext(
            "{n} customer only has returns, of purchases before these data begin.",
            "{n} customers only have returns, of purchases before these data begin.",
            n,
        ),
        "negative_net": ngettext(
            "{n} customer returned more than was bought here; the net value is negative and stays so.",
            "{n} customers returned more than they bought here; their net value is negative and stays so.",
            n,
        ),
    }
