"""What was drawn before is not drawn again: pictures and small results of this visit, by the key of what they are made from.

    chart = once((analysis.key("profiles"), "markers", letter), charts.segment_profile, profiles, letter)

A chart takes longer to put together than to send, and most of a page stays the same when one widget changes.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

from segmentation.language import current_language

MOST = 60  # pictures kept per visit

Made = TypeVar("Made")


def once(key: Hashable, make: Callable[..., Made], *of: Any) -> Made:
    """What `make(*of)` gives: made now, or kept from an earlier run of a page in this visit under the same key and language."""
    kept: dict[Hashable, Made] = st.session_state.get("once", {})
    name = (current_language(), key)
    if name not in kept:
        newest = list(kept.items())[-MOST + 1 :]
        st.session_state["once"] = kept = {**dict(newest), name: make(*of)}  # replaced, never changed: another run may be reading it
    return kept[name]
