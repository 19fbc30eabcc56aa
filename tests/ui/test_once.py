"""Is a picture made once, and anew when what it is made from or the language changes?"""

import streamlit as st
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from segmentation.language import speaking
    from segmentation.ui.once import once

    made = st.session_state.setdefault("made", [])

    def make(name: str) -> str:
        made.append(name)
        return name

    assert [once(("a", 1), make, "first"), once(("a", 1), make, "second")] == ["first", "first"]
    with speaking("en"):
        assert once(("a", 1), make, "third") == "third"
    assert once(("a", 2), make, "fourth") == "fourth"


def test_made_once_per_key_and_language() -> None:
    st.cache_resource.clear()
    shown = AppTest.from_function(page).run().run()
    assert not shown.exception
    assert shown.session_state["made"] == ["first", "third", "fourth"]


def failing() -> None:
    import streamlit as st

    from segmentation.ui.once import once

    try:
        once("a", lambda: 1 // 0)
    except ZeroDivisionError:
        st.write(str(once("a", lambda: 7)))


def test_what_cannot_be_made_is_not_kept() -> None:
    shown = AppTest.from_function(failing).run()
    assert shown.markdown[0].value == "7"
