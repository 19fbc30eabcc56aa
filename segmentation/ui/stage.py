"""How is a page shown to a room: one cell at a time on the big screen, and disguised when the figures are somebody else's?

The big screen is a choice of this tab (`?screen=1&cell=3` in the address), demo mode one of the study.
"""

import streamlit as st

from segmentation.errors import SegmentationError
from segmentation.language import _
from segmentation.study import Study
from segmentation.ui import state

KEPT = '[class*="st-key-cell-"], [class*="st-key-screen-"], [data-testid="stAlert"], [data-testid="stProgress"]'
# the type is larger than the theme's, for this tab only; what stands between the cells of a page is left out where there is a cell
LARGE = f"""html{{font-size:24px}}
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"]:has([class*="st-key-cell-"]) > :not(:is({KEPT})):not(:has({KEPT})){{display:none}}
[data-testid="stMainBlockContainer"]{{padding:3.9rem 2rem 1.5rem}}
[data-testid="stMetricValue"] *,[data-testid="stMetricLabel"] *{{white-space:normal;overflow:visible;text-overflow:clip}}[data-testid="stMetricValue"]{{font-size:1.6rem}}"""


def on_screen() -> bool:
    """Whether this tab shows one cell at a time."""
    return st.query_params.get("screen") == "1"


def place() -> int:
    """The number of the cell on the big screen, from 1."""
    told = st.query_params.get("cell", "1")
    return int(told) if told.isdecimal() and 1 <= int(told) <= 99 else 1


def begin(page: str) -> None:
    """A page begins: no cell has been seen yet. How many it has is known from the last time it was drawn."""
    before = st.session_state.get("cells", (page, 0))
    st.session_state["last_cell"] = before[1] if before[0] == page and before[1] else 99
    st.session_state["cells"] = (page, 0)


def next_cell_is_shown() -> bool:
    """Counts the cells of this page; True when the one that now begins is to be seen."""
    page, seen = st.session_state.get("cells", ("", 0))
    st.session_state["cells"] = (page, seen + 1)
    return not on_screen() or seen + 1 == place()


def controls() -> None:
    """Previous, next and leave; the arrow keys and Escape do the same."""
    st.html(f"<style>{LARGE}</style>")
    last = st.session_state["last_cell"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("Previous"), key="screen:back", on_click=_go, args=(-1, last), shortcut="left", disabled=place() <= 1)
        st.button(_("Next"), key="screen:on", on_click=_go, args=(1, last), shortcut="right", disabled=place() >= last, type="primary")
        st.button(_("Leave the big screen"), key="screen:off", on_click=_leave, shortcut="Esc", type="tertiary")


def _go(step: int, last: int) -> None:
    st.query_params["cell"] = str(min(max(1, place() + step), last))


def _leave() -> None:
    for name in ("screen", "cell"):
        if name in st.query_params:
            del st.query_params[name]


def panel(study: Study) -> None:
    """For the side bar: begin the big screen, switch demo mode."""
    with st.popover(_("Show to others"), width="stretch", help=_("For a workshop or a client: one cell at a time, or with names and amounts disguised.")):
        st.button(
            _("Big screen"),
            key="screen:begin",
            on_click=_begin_screen,
            width="stretch",
            help=_("One cell at a time in large type. Go on with the arrow keys; Escape brings you back."),
        )
        st.toggle(
            _("Demo mode"),
            value=bool(study.settings.get("demo")),
            key=state.key("demo"),
            on_change=_demo,
            help=_("Opens a disguised copy: other names, ids, places and products, every amount times a hidden factor, your own texts left out."),
        )


def _begin_screen() -> None:
    st.query_params["screen"] = "1"
    st.query_params["cell"] = "1"


def _demo() -> None:
    """To the demo of this study, or back from it; what is shown there is a study of its own."""
    study = st.session_state["study"]
    origin = study.settings.get("demo_of")
    try:
        target = state.store().load(origin)[0] if origin else state.store().demo(study.id)
    except SegmentationError as error:
        state.fail(error)
        return
    st.session_state["showing"] = not origin
    st.query_params["study"] = target.id
    state.take(*state.store().load(target.id))


def banner(study: Study) -> None:
    """Says on every page that what is shown is disguised, and remembers it for the start page."""
    st.session_state["showing"] = bool(study.settings.get("demo"))
    if study.settings.get("demo"):
        st.warning(
            _(
                "Demo mode: names, ids, places and products are made up, every amount is multiplied by a hidden factor, and your own texts are left out. "
                "What you change here belongs to the demo."
            )
        )


def shown_name(study: Study) -> str:
    """The name of the study, unless that would tell whose it is."""
    return _("Demo") if study.settings.get("demo") else study.name


def file_name(study: Study, name: str) -> str:
    """The name of a file, unless that would tell whose it is."""
    return _("a file") if study.settings.get("demo") else name
