"""What was drawn before is not drawn again: pictures and small results of this visit, by the key of what they are made from.

    chart = once((analysis.key("profiles"), "markers", letter), charts.segment_profile, profiles, letter)

A chart takes longer to put together than to send, and most of a page stays the same when one widget changes.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

import streamlit as st

from segmentation.language import current_language

MOST = 60  # kept per visit; the one made longest ago goes first

Made = TypeVar("Made")


def once(key: Hashable, make: Callable[..., Made], *of: Any) -> Made:
    """What `make(*of)` gives: made now, or kept from an earlier run of a page in this visit under the same key and language. Look, do not change it."""
    return cast(Made, _kept(repr((current_language(), key)), make, of))


@st.cache_resource(scope="session", max_entries=MOST, show_spinner=False)
def _kept(name: str, _make: Callable[..., Any], _of: tuple[Any, ...]) -> Any:
    return _make(*_of)
