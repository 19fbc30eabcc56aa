"""Why somebody is in another segment: what is said is worked out again here, customer by customer."""

import numpy as np
import pandas as pd
import pytest

from segmentation.errors import MissingData
from segmentation.language import speaking
from segmentation.segments import find_segments
from segmentation.segments.moves import BORDER, FIGURE, TOGETHER, explain_moves


def shop(n=240):
    """Two groups that differ in orders and in visits, and a column that tells nothing."""
    rng = np.random.default_rng(0)
    group = np.arange(n) % 3 == 0
    return pd.DataFrame({
        "orders": rng.normal(2, 0.5, n) + 10 * group, "visits": rng.normal(5, 1, n) + 4 * group, "city": rng.choice(["Assen", "Emmen"], n),
    }, index=[f"K{number:03d}" for number in range(n)])


@pytest.fixture(scope="module")
def then():
    return find_segments(shop(), ["orders", "visits"], k=2, bootstraps=5)


@pytest.fixture(scope="module")
def explained(then):
    now = shop()
    few = now.index[now.orders < 6]
    now.loc[few[:6], "orders"] += 10.0
    now.loc[few[6:8], ["orders", "visits"]] = [7.4, 9.0]  # neither alone is enough
    later = find_segments(now, ["orders", "visits"], k=2, bootstraps=5, earlier=then)
    return explain_moves(then, shop(), later, now), few


def test_what_decided_is_what_changed(explained):
    moves, few = explained
    assert moves.people.loc[few[:6]].to_numpy().tolist() == [["A", "B", FIGURE, "orders"]] * 6
    row = moves.streams().iloc[0]
    assert (row.before, row.after, row.column, row.customers) == ("A", "B", "orders", 6)


def test_setting_the_figure_back_brings_them_back(explained, then):
    moves, _few = explained
    for cause in (FIGURE, TOGETHER):
        for name, row in moves.people[moves.people.cause == cause].iterrows():
            back = {column: moves.now.loc[[name]].assign(**{column: moves.then.at[name, column]}) for column in ("orders", "visits")}
            homes = {column: then.place(people).iloc[0] == row.before for column, people in back.items()}
            assert homes[row.column] if cause == FIGURE else not any(homes.values())


def test_the_sentences_are_true_and_in_both_languages(explained):
    moves, few = explained
    old, new = (frame.loc[few[:6], "orders"].median() for frame in (moves.then, moves.now))
    with speaking("en"):
        assert moves.sentences("A", "B")[0] == f"For 6 customers this decided it: “orders”, typically {old:.2f} then and {new:.1f} now."
        assert moves.why()[few[0]].startswith("“orders”: ")
    with speaking("nl"):
        assert moves.sentences("A", "B")[0].startswith("Bij 6 klanten gaf dit de doorslag: ‘orders’, doorgaans toen ")


def test_who_did_not_change_was_moved_by_the_border(then):
    table = shop()
    later = find_segments(table, ["orders", "visits"], k=4, bootstraps=5, earlier=then)
    moves = explain_moves(then, table, later, table)
    assert len(later.moved) and set(moves.people.cause) == {BORDER} and set(moves.people.column) == {""}
    with speaking("en"):
        told = moves.sentences(*moves.people[["before", "after"]].iloc[0])
        assert len(told) == 1 and told[0].endswith("by the segments of then: the border lies elsewhere now.")
        assert set(moves.why()) == {"the border between the segments"}


def test_own_rules_and_a_column_that_is_gone():
    table, rules = shop(), {"many": "orders > 6", "from Assen": "city = Assen"}
    then = find_segments(table, method="rules", own_rules=rules, bootstraps=5)
    now = table.assign(city=table.city.where(table.index != "K001", "Emmen" if table.city["K001"] == "Assen" else "Assen"))
    moves = explain_moves(then, table, find_segments(now, method="rules", own_rules=rules, bootstraps=5, earlier=then), now)
    assert moves.people.index.tolist() == ["K001"] and moves.people.column.tolist() == ["city"]
    with speaking("en"):
        assert moves.why().iloc[0] == f"“city”: {table.city['K001']} → {now.city['K001']}"
    found = find_segments(table, ["orders", "visits"], k=2, bootstraps=5)
    with pytest.raises(MissingData):
        explain_moves(found, table, find_segments(table, ["orders"], k=3, bootstraps=5, earlier=found), table[["orders"]])
