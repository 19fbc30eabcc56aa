"""The brainstorm on the big screen: open a room, let colleagues in, lead the steps, and take over what they know."""

from datetime import UTC, datetime
from typing import Any

import segno
import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import _, ngettext, number
from segmentation.personas import Persona, draft_personas, said_against_data
from segmentation.personas.edits import add_line
from segmentation.personas.persona import Mark
from segmentation.personas.phrases import LABELS
from segmentation.personas.posters import make_script, make_vote_sheets
from segmentation.personas.script import script_of
from segmentation.phones import GOODBYE, addresses, resume_sharing, share_room, stop_sharing
from segmentation.store.room import MINUTES, STEP_NAMES, STEPS, Note, Room
from segmentation.store.rooms import Rooms
from segmentation.study import Study
from segmentation.ui import stage, state
from segmentation.ui.cells import cell
from segmentation.ui.personas_cells import edited, picture
from segmentation.ui.text import safe

FRESH = 2.0
"""Seconds between two looks at the room."""


def lead_brainstorm(study: Study, analysis: Analysis) -> None:
    """Open a room, or lead the one that is open."""
    rooms, personas = Rooms(state.store().engine), edited(study, analysis)
    with cell("personas.brainstorm", _("What do your colleagues know?"),
              help=_("Colleagues join on their phones, without an account. They see the persona, never a customer.")):  # fmt: skip
        room = next((one for one in rooms.of_study(study.id) if one.is_open), None)
        if room is None:
            st.markdown(_("Twenty minutes per persona: warm up, fill in, vote, decide. What they say is set beside the data at once."))
            with st.container(horizontal=True):
                st.button(_("Open a room"), type="primary", on_click=_open, args=(study, analysis), key=state.key("room-open"),
                          help=_("You get a code and a QR. The room closes by itself after four hours."))  # fmt: skip
                st.download_button(_("Script to print"), lambda: make_script(personas), file_name="script.pdf", on_click="ignore",
                                   mime="application/pdf", help=_("What to say and do in each step."))  # fmt: skip
                st.download_button(_("Sheets to vote on"), lambda: make_vote_sheets(personas), file_name="votes.pdf", on_click="ignore",
                                   mime="application/pdf", help=_("For a room without phones: a page per persona to stick dots on."))  # fmt: skip
            return
        by_segment = {persona.segment: persona for persona in personas}
        if stage.on_screen():
            _wall(room, by_segment.get(room.focus, personas[0]))
            _board(room.id, study, by_segment)
            _lead(room, personas)
        else:
            _invite(room)
            _lead(room, personas)
            _board(room.id, study, by_segment)


def _open(study: Study, analysis: Analysis) -> None:
    other = "en" if study.language == "nl" else "nl"
    body: dict[str, Any] = {study.language: [persona.to_dict() for persona in edited(study, analysis)]}
    try:
        translated = draft_personas(
            analysis.profiles, other, customers=analysis.customers, segmentation=analysis.segmentation, economics=analysis.at_hand("economics"), seed=study.seed
        )  # fmt: skip
        body[other] = [persona.to_dict() for persona in translated]
    except SegmentationError:
        pass  # without it, phones show the persona in the language of the study
    Rooms(state.store().engine).open(study.id, {**body, "personas": body[study.language]}, study.language)


def _invite(room: Room) -> None:
    """Code, QR and address; and the decision to let other machines in."""
    resume_sharing(state.store())
    left, right = st.columns([1, 2], gap="large", vertical_alignment="center")
    if room.shared:
        address = f"{room.shared}/room/{room.code}"
        with left:
            st.image(_qr(address), width=260, alt=_("QR code that leads to {address}").format(address=address))
        with right:
            st.markdown(_("Scan the code, or go to **{address}** and type").format(address=f"`{room.shared}/room`"))
            st.markdown(f"# {safe(room.code)}")
            st.caption(_("Everybody on this network who has the code can join until you close the room."))
            with st.container(horizontal=True):
                st.button(_("Stop sharing"), on_click=_stop, args=(room.id,), key=f"stop|{room.id}",
                          help=_("Phones lose the room; notes stay."))  # fmt: skip
                _close_button(room)
        return
    with left:
        st.markdown(_("Code of this room"))
        st.markdown(f"# {safe(room.code)}")
        _close_button(room)
    with right:
        st.info(_("Only this computer can reach the room now. Share it to let phones on your network in; they reach the room and nothing else."))
        found = addresses()
        if not found:
            st.warning(_("This computer is not on a network."))
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            host = st.selectbox(_("Network address"), found, key=f"host|{room.id}", width=220, help=_("Usually the first. Phones must be on the same wifi."))
            st.button(_("Share on this network"), type="primary", on_click=_share, args=(room.id, host), key=f"share|{room.id}",
                      help=_("A second, small server starts that knows only this room. Your app and data stay closed."))  # fmt: skip


def _wall(room: Room, persona: Persona) -> None:
    """What the room sees above the board: who it is about, what to do now, and how to come in."""
    resume_sharing(state.store())
    face, words, door = st.columns([1, 4, 2], gap="medium", vertical_alignment="center")
    face.image(picture(persona), width=170, alt=_("Drawing of {name}, an invented person").format(name=persona.name))
    script = next(step for step in script_of()["steps"] if step["code"] == room.step)
    words.markdown(f"**{safe(persona.name)}** · {safe(script['name'])}")
    words.markdown(f"### {safe(script['say'])}")
    with door, st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if room.shared:
            st.image(_qr(f"{room.shared}/room/{room.code}"), width=150, alt=_("QR code that leads to {address}").format(address=f"{room.shared}/room"))
        st.markdown(f"### {safe(room.code)}", width="content")


def _qr(address: str) -> str:
    return str(segno.make(address, error="m").svg_data_uri(scale=6, border=2, dark="#1e2a2c", light="#ffffff"))


def _close_button(room: Room) -> None:
    st.button(_("Close the room"), on_click=_close, args=(room.id,), key=f"close|{room.id}", help=_("Nobody can write any more."))


def _share(room_id: str, host: str) -> None:
    try:
        share_room(state.store(), room_id, host)
    except SegmentationError as error:
        st.toast(f"**{safe(error.message)}** {safe(error.hint)}", icon=":material/warning:", duration="long")


def _stop(room_id: str) -> None:
    stop_sharing(state.store(), room_id)


def _lead(room: Room, personas: list[Persona]) -> None:
    """Which persona, which step, how long."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    names = {persona.segment: f"{persona.segment} · {persona.name}" for persona in personas}
    focus = list(names).index(room.focus) if room.focus in names else 0
    left.selectbox(_("Persona under discussion"), list(names), focus, format_func=names.__getitem__, key=f"focus|{room.id}", on_change=_focus,
                   args=(room.id,), help=_("Phones follow at once."))  # fmt: skip
    steps = {step: _(STEP_NAMES[step]) for step in STEPS[:-1]}
    right.segmented_control(_("Step"), list(steps), format_func=steps.__getitem__, default=room.step, required=True, key=f"step|{room.id}",
                             on_change=_step, args=(room.id,), help=_("Starts the timer of that step."))  # fmt: skip
    if stage.on_screen():
        return
    script = next(step for step in script_of()["steps"] if step["code"] == room.step)
    st.markdown(f"> {safe(script['say'])}")
    st.caption(" · ".join(safe(one) for one in script["todo"]))


def _focus(room_id: str) -> None:
    Rooms(state.store().engine).go_to(room_id, focus=st.session_state[f"focus|{room_id}"])


def _step(room_id: str) -> None:
    step = st.session_state[f"step|{room_id}"]
    Rooms(state.store().engine).go_to(room_id, step, minutes=MINUTES[step])


def _close(room_id: str) -> None:
    Rooms(state.store().engine).go_to(room_id, "closed")
    stop_sharing(state.store(), room_id, after=GOODBYE)


@st.fragment(run_every=FRESH)
def _board(room_id: str, study: Study, personas: dict[str, Persona]) -> None:
    """What is on the board, looked at again every two seconds."""
    from segmentation.language import speak

    speak(study.language)
    if st.session_state.pop("accepted", False):  # the persona above has changed: draw the whole page again
        st.rerun()
    rooms = Rooms(state.store().engine)
    room = next((one for one in rooms.of_study(study.id) if one.id == room_id), None)
    if room is None or not room.is_open:  # closed, or gone with its study
        st.rerun()
    left = room.seconds_left
    people = ngettext("{n} person is in", "{n} people are in", rooms.present(room_id)).format(n=number(rooms.present(room_id)))
    clock = "" if left is None else f" · {left // 60}:{left % 60:02}"
    st.markdown(f"#### {people}{clock}")
    written = rooms.notes(room_id, room.focus)
    notes = [note for note in written if note.state in {"shown", "accepted"}]
    if not notes:
        st.caption(_("Nothing on the board yet."))
    wide = 4 if stage.on_screen() else 3
    columns = st.columns(wide)
    for place, note in enumerate(notes):
        with columns[place % wide], st.container(border=True, key=f"note-{room_id}-{note.id}"):
            _note(room_id, note, notes, personas[note.segment])
    if not stage.on_screen():
        _off_the_board(room_id, [note for note in written if note.state in {"hidden", "merged"}])


def _off_the_board(room_id: str, notes: list[Note]) -> None:
    """What was hidden or merged can always come back."""
    if not notes:
        return
    title = ngettext("{n} note taken off the board", "{n} notes taken off the board", len(notes)).format(n=number(len(notes)))
    with st.expander(title, key=f"off|{room_id}"):
        for note in notes:
            why = _("hidden") if note.state == "hidden" else _("merged into another note")
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{safe(note.text)} :small[({why})]", width="stretch")
                st.button(_("Put back"), key=f"back|{note.id}", on_click=_judge, args=(room_id, note.id, "shown"), type="tertiary",
                          help=_("It stands on the board and on the phones again, with its own dots."))  # fmt: skip


def _note(room_id: str, note: Note, notes: list[Note], persona: Persona) -> None:
    field = _(LABELS[note.field]) if note.field in LABELS else persona.own_fields.get(note.field, note.field)
    sure = _("knows") if note.sure == "know" else _("thinks")
    st.markdown(f"**{safe(note.text)}**  \n{'●' * min(note.votes, 12) or '○'} {number(note.votes)}")
    for said in said_against_data(note.text, persona.lines, note.field):
        st.markdown(f":green-badge[{_('data')}] {safe(said.sentence())}")
    st.caption(f"{safe(field)} · {sure}")
    if stage.on_screen():  # the room reads along; who leads takes over on another screen, or after leaving this one
        return
    with st.container(horizontal=True, gap="small"):
        if note.state == "accepted":
            st.markdown(f":blue-badge[{_('in the persona')}]")
        else:
            st.button(_("Accept"), key=f"yes|{note.id}", on_click=_accept, args=(room_id, note), type="tertiary",
                      help=_("Adds it to the persona, marked colleague; the data keep their own lines."))  # fmt: skip
        st.button(_("Hide"), key=f"no|{note.id}", on_click=_judge, args=(room_id, note.id, "hidden"), type="tertiary",
                  help=_("Takes it off the board and off the phones."))  # fmt: skip
        others = {other.id: other.text for other in notes if other.id != note.id}
        if others:
            with st.popover(_("Merge"), type="tertiary", help=_("Puts it together with a note that says the same; dots go along.")):
                into = st.selectbox(_("Into"), list(others), format_func=others.__getitem__, key=f"into|{note.id}")
                st.button(_("Merge these"), key=f"merge|{note.id}", on_click=_judge, args=(room_id, note.id, "merged", into))


def _judge(room_id: str, note: str, verdict: str, into: str | None = None) -> None:
    Rooms(state.store().engine).judge(room_id, note, verdict, into)


def _accept(room_id: str, note: Note) -> None:
    mark: Mark = "colleague" if note.sure == "know" else "guess"
    by = _("Brainstorm {date}").format(date=datetime.now(UTC).date().isoformat())
    state.decide(lambda study: add_line(study, note.segment, note.field, note.text, mark=mark, by=by), redraw=True)
    _judge(room_id, note.id, "accepted")
    st.session_state["accepted"] = True
