"""By which channel can each customer be reached?"""

import pandas as pd

from segmentation.customers.keys import keyed
from segmentation.customers.making import Making
from segmentation.customers.people import mapped
from segmentation.customers.rows import along

CHANNELS = ("email", "phone", "address")


def reached(making: Making, ids: pd.Index) -> pd.DataFrame:
    """Customer × channel that some table has a column for (email, phone, address): whether it is filled in. The addresses themselves go no further."""
    found = pd.DataFrame(index=ids)
    for number, source in enumerate(making.sources):
        channels = [role for role in CHANNELS if role in source.roles and source.key is not None]
        if not channels:
            continue
        rows = keyed(making.table(source), source)
        known = {role: (rows[source.roles[role]].cast("string").strip() != "").fill_null(False) for role in channels}
        rows = rows.filter(rows.customer_id.notnull()).group_by("customer_id").aggregate(**{role: hit.any() for role, hit in known.items()})
        part = rows.to_pandas()
        part["customer_id"] = mapped(part.customer_id, making.changed(number))
        part = along(part.groupby("customer_id").any(), ids)
        for role in channels:
            hit = part[role].eq(True).fillna(False).astype(bool)
            found[role] = found[role] | hit if role in found else hit
    return found
