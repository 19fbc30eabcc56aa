"""How do other groups lie across the segments? "Bought X" is not "best customers": how far they overlap, and how they differ."""

from dataclasses import replace
from typing import Any

import pandas as pd

from segmentation.errors import MissingData, TooLittleData, WrongChoice
from segmentation.language import _
from segmentation.segments.differences import measure_facts, numbers_of, share_interval
from segmentation.segments.material import BETTER, FEWEST, gather
from segmentation.segments.segmentation import Segmentation


def best_customers(customers: Any, share: float = 0.2) -> pd.Series:
    """Customer → whether it is among the `share` that bring in most (ties by id). Raises MissingData without turnover."""
    frame = customers if isinstance(customers, pd.DataFrame) else customers.frame
    if "monetary" not in frame:
        raise MissingData(_("The turnover of the customers is not known."), _("Add a file with purchases in step 3."))
    if not 0 < share <= 1:
        raise WrongChoice(_("A share lies between 0 and 100%."), _("Choose for example 20%."))
    turnover = pd.Series(numbers_of(frame["monetary"]), index=frame.index).sort_index().fillna(float("-inf"))
    ordered = turnover.sort_values(ascending=False, kind="stable")
    chosen = set(ordered.index[: max(1, round(share * len(ordered)))])
    return pd.Series([name in chosen for name in frame.index], index=frame.index, name="best")


def bought(customers: Any, product: str) -> pd.Series:
    """Customer → whether it ever bought this product (by code or by name). Raises MissingData without purchase lines."""
    lines = getattr(customers, "lines", None)
    if lines is None:
        raise MissingData(_("The purchase lines are not known."), _("Add a file with purchases in step 3."))
    import duckdb

    with duckdb.connect() as engine:
        found = engine.execute(
            "select distinct cast(customer_id as varchar) from read_parquet($path) "
            "where amount > 0 and (cast(product as varchar) = $product or cast(product_name as varchar) = $product)",
            {"path": str(lines), "product": product},
        ).fetchall()
    buyers = {name for (name,) in found}
    index = customers.frame.index
    return pd.Series([name in buyers for name in index], index=index, name=product)


def measure_overlap(segmentation: Segmentation, groups: dict[str, pd.Series]) -> pd.DataFrame:
    """How every group lies across the segments: one row per group and segment.

    `customers`: in both; `of_segment` (with 95 % interval `low`, `high`): the share of the segment that is in the group;
    `of_group`: the share of the group that is in the segment; `lift`: how many times as common the group is there as among
    everybody; `jaccard`.

    >>> from segmentation.segments import find_segments
    >>> frame = pd.DataFrame({"x": [1.0, 2, 3, 4, 5, 91, 92, 93, 94, 95]}, index=list("abcdefghij"))
    >>> found = find_segments(frame, k=2)
    >>> low = measure_overlap(found, {"low": frame["x"] < 10})
    >>> sorted(low["of_segment"])
    [0.0, 1.0]
    """
    labels = segmentation.labels.astype("str")
    rows = []
    for name, group in groups.items():
        member = group.reindex(labels.index).fillna(False).astype(bool)
        for segment in segmentation.sizes.index:
            inside = labels == segment
            both, size = int((member & inside).sum()), int(inside.sum())
            share, low, high = share_interval(both, size) if size else (0.0, 0.0, 0.0)
            base = float(member.mean())
            rows.append({
                "group": name, "segment": str(segment), "customers": both, "of_segment": share, "low": low, "high": high,
                "of_group": both / member.sum() if member.any() else 0.0, "lift": share / base if base else 0.0,
                "jaccard": both / int((member | inside).sum()) if both else 0.0,
            })  # fmt: skip
    columns = ["group", "segment", "customers", "of_segment", "low", "high", "of_group", "lift", "jaccard"]
    return pd.DataFrame(rows, columns=columns)


def compare_groups(
    customers: Any, segmentation: Segmentation, first: pd.Series, second: pd.Series
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two groups against each other: (how many are in the one, the other, both; what sets apart who is in only one of them).

    The second table has the columns of `Profiles.facts`, with "first" and "second" as segments. It is empty when either has
    fewer than five. Raises TooLittleData when nobody is in either.
    """
    index = segmentation.labels.index
    one, two = (group.reindex(index).fillna(False).astype(bool) for group in (first, second))
    if not (one | two).any():
        raise TooLittleData(_("Nobody is in either group."), _("Choose other groups."))
    sizes = {"first": int((one & ~two).sum()), "second": int((two & ~one).sum()), "both": int((one & two).sum())}
    counts = pd.DataFrame({"part": list(sizes), "customers": list(sizes.values())})
    counts["share"] = counts["customers"] / counts["customers"].sum()
    material = gather(customers, segmentation)
    apart = pd.Series("", index=index, dtype="str").mask(one & ~two, "first").mask(two & ~one, "second")
    apart = apart.reindex(material.frame.index)
    kept = (apart != "").to_numpy()
    enough = min(sizes["first"], sizes["second"]) >= FEWEST
    chosen = replace(material, frame=material.frame[kept], labels=apart[kept], features=())
    return counts, measure_facts(chosen) if enough else measure_facts(chosen).head(0)


def tell_group(customers: Any, segmentation: Segmentation, group: pd.Series, *, most: int = 3) -> list[str]:
    """What sets a group of customers apart from all others, in at most `most` sentences in the current language.

    Raises TooLittleData for fewer than five customers: that would be a portrait of somebody.
    """
    from segmentation.segments.sentences import tell_fact

    material = gather(customers, segmentation)
    inside = group.reindex(material.frame.index).fillna(False).astype(bool)
    if int(inside.sum()) < FEWEST:
        hint = _("Choose a larger group: at least {n}.").format(n=FEWEST)
        raise TooLittleData(_("Too few customers to say something about."), hint)
    labels = pd.Series("others", index=material.frame.index, dtype="str").mask(inside, "group")
    facts = measure_facts(replace(material, labels=labels))
    better = facts["column"].map(BETTER).isin(material.kinds.keys())
    facts = facts[(facts["segment"] == "group") & facts["differs"] & ~better].drop_duplicates("column")
    told = [sentence for fact in facts.itertuples() if (sentence := tell_fact(fact, material.currency))]
    return told[:most] or [_("In no column do they clearly differ from the other customers.")]
