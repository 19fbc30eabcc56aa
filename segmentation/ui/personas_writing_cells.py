"""Help with writing from a language model of the user's own choice: off until asked for, shown before it is sent, taken over line by line."""

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import _
from segmentation.personas import Persona
from segmentation.personas import edits as change
from segmentation.personas.persona import MACHINE
from segmentation.personas.phrases import LABELS
from segmentation.personas.writing import Endpoint, from_environment, request_of, suggest, wanted_fields
from segmentation.study import Study
from segmentation.ui import state
from segmentation.ui.cells import cell, show_error
from segmentation.ui.personas_cells import edited
from segmentation.ui.text import safe

KEPT = "writer"  # address, model, key and what came back: of this tab only, never of the study


def help_writing(study: Study, analysis: Analysis) -> None:
    """Nothing happens here until somebody switches it on, fills in an address, and presses the button."""
    with cell("personas.writing", _("Would you like help with writing?"), note=False):
        st.markdown(_("This is not needed: everything works without it. It is off, and as long as it is off nothing leaves this computer."))
        on = st.toggle(_("Ask a language model of my own choice"), key=f"writer-on|{study.id}",
                       help=_("One on this computer, such as Ollama or LM Studio, or a service that you trust."))  # fmt: skip
        if on:
            endpoint = _endpoint()
            persona = _whom(edited(study, analysis), study)
            _ask(persona, endpoint)
            _compare(persona)


def _kept() -> dict:
    if KEPT not in st.session_state:
        known = from_environment()
        st.session_state[KEPT] = {"url": known.url, "model": known.model, "key": known.key, "texts": {}}
    return st.session_state[KEPT]


def _endpoint() -> Endpoint:
    kept = _kept()
    left, middle, right = st.columns([3, 2, 2])
    url = left.text_input(_("Address"), kept["url"], placeholder="http://localhost:11434/v1", max_chars=300,
                          help=_("Of any service that speaks the OpenAI protocol. It goes there and nowhere else."))  # fmt: skip
    model = middle.text_input(_("Model"), kept["model"], max_chars=100, help=_("As the service calls it."))
    key = right.text_input(_("Key"), kept["key"], type="password", max_chars=300,
                           help=_("Only if the service asks for one. It stays in the memory of this tab: not in the study, not in an export, not in a log."))  # fmt: skip
    st.session_state[KEPT] = {**kept, "url": url, "model": model, "key": key}
    return Endpoint(url, model, key)


def _whom(personas: list[Persona], study: Study) -> Persona:
    names = {persona.segment: f"{persona.segment} · {persona.name}" for persona in personas}
    chosen = st.selectbox(_("About whom"), list(names), format_func=names.__getitem__, key=f"writer-who|{study.id}", help=_("One persona at a time."))
    return next(persona for persona in personas if persona.segment == chosen)


def _ask(persona: Persona, endpoint: Endpoint) -> None:
    """What would go out, in full, and the button that sends it once."""
    body = request_of(persona, endpoint.model)
    st.markdown(_("This is what would be sent, and nothing else: the figures of one segment. No customer, no name, nothing that customers or colleagues wrote."))
    with st.expander(_("See exactly what would be sent")):
        st.code(body, language="json", wrap_lines=True)
    if not st.button(_("Send this once"), disabled=not (endpoint.url and endpoint.model), key=state.key("writer-send"), icon=":material/send:",
                     help=_("One request. Fill in an address and a model first.")):  # fmt: skip
        return
    try:
        with st.spinner(_("Waiting for an answer; a minute at most")):
            texts = suggest(endpoint, body, wanted_fields(persona))
    except SegmentationError as error:
        show_error(error)
        return
    kept = _kept()
    st.session_state[KEPT] = {**kept, "texts": {**kept["texts"], _place(persona): texts}}


def _place(persona: Persona) -> str:
    return f"{st.session_state['study'].id}:{persona.segment}"


def _compare(persona: Persona) -> None:
    """What stands there beside what the machine wrote, to be taken over one by one."""
    texts: dict[str, str] = _kept()["texts"].get(_place(persona), {})
    if texts:
        st.caption(_("Left what stands there now, right the machine draft. Read it with care: a machine makes things up. What you take over keeps that mark."))
    for name, text in texts.items():
        left, right = st.columns(2, border=True)
        left.markdown(f"**{safe(_(LABELS.get(name, name)))}**  \n{safe(_now(persona, name))}")
        right.markdown(f":violet-badge[{_('machine draft')}] {safe(text)}")
        if text == _now(persona, name):
            right.caption(_("Taken over"))
        else:
            right.button(_("Take this over"), key=state.key(f"writer-take:{persona.segment}:{name}"), on_click=_take, args=(persona.segment, name, text),
                         help=_("The old text stays in the history."))  # fmt: skip


def _now(persona: Persona, name: str) -> str:
    return " ".join(line.text for line in persona.of(name))


def _take(segment: str, name: str, text: str) -> None:
    state.decide(lambda study: change.edit_line(study, segment, name, text, mark="guess", by=MACHINE), redraw=True)
