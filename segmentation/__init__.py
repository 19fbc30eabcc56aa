"""From an export to segments, what each is worth and who they are: every verb, in the order of the work.

>>> import segmentation as seg
>>> table = seg.read_table(b"klant;datum;bedrag\\nA;01-02-2024;12,50\\n", name="orders.csv")
>>> table.roles["customer"]
'klant'

Each verb is imported when it is first used, so `import segmentation` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

_VERBS = {
    "read_table": "segmentation.tables",
    "build_customers": "segmentation.customers",
    "find_segments": "segmentation.segments",
    "draw_map": "segmentation.segments",
    "profile_segments": "segmentation.segments",
    "draft_personas": "segmentation.personas",
    "weigh_economics": "segmentation.economics",
    "Table": "segmentation.tables",
    "CustomerTable": "segmentation.customers",
    "Segmentation": "segmentation.segments",
    "Profiles": "segmentation.segments",
    "Persona": "segmentation.personas",
    "Costs": "segmentation.economics",
    "Economics": "segmentation.economics",
    "Study": "segmentation.study",
    "Analysis": "segmentation.analysis",
    "SegmentationError": "segmentation.errors",
    "open_store": "segmentation.store",
    "speak": "segmentation.language",
}

__all__ = [*_VERBS]  # noqa: PLE0604 - the table above is the list of names

if TYPE_CHECKING:
    from segmentation.analysis import Analysis as Analysis
    from segmentation.customers import CustomerTable as CustomerTable
    from segmentation.customers import build_customers as build_customers
    from segmentation.economics import Costs as Costs
    from segmentation.economics import Economics as Economics
    from segmentation.economics import weigh_economics as weigh_economics
    from segmentation.errors import SegmentationError as SegmentationError
    from segmentation.language import speak as speak
    from segmentation.personas import Persona as Persona
    from segmentation.personas import draft_personas as draft_personas
    from segmentation.segments import Profiles as Profiles
    from segmentation.segments import Segmentation as Segmentation
    from segmentation.segments import draw_map as draw_map
    from segmentation.segments import find_segments as find_segments
    from segmentation.segments import profile_segments as profile_segments
    from segmentation.store import open_store as open_store
    from segmentation.study import Study as Study
    from segmentation.tables import Table as Table
    from segmentation.tables import read_table as read_table


def __getattr__(name: str) -> Any:
    if name not in _VERBS:
        raise AttributeError(f"module 'segmentation' has no attribute {name!r}")
    return getattr(import_module(_VERBS[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_VERBS])
