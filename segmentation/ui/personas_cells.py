"""The personas on screen: every line with its mark and its evidence, to be changed in place, and printed."""

import base64
from collections.abc import Callable

import streamlit as st

from segmentation.analysis import Analysis
from segmentation.errors import SegmentationError
from segmentation.language import N_, _, ngettext, number, percent
from segmentation.personas import Line, Persona, apply_edits, stamp_text
from segmentation.personas import edits as change
from segmentation.personas.persona import MACHINE
from segmentation.personas.phrases import LABELS
from segmentation.study import PersonaEdits, Study
from segmentation.ui import state
from segmentation.ui.cells import cell
from segmentation.ui.text import safe

Change = Callable[..., Study]

MARKS = {"data": (N_("data"), "green"), "colleague": (N_("colleague"), "blue"), "guess": (N_("guess"), "orange")}
MACHINE_MARK = (N_("machine draft"), "violet")
MEANINGS = {
    "data": N_("measured on these customers"), "colleague": N_("said by somebody who knows them"), "guess": N_("not known yet"),
}  # fmt: skip


def edited(study: Study, analysis: Analysis) -> list[Persona]:
    """The drafted personas with everything people changed."""
    return [apply_edits(persona, study.personas.get(persona.segment), study.segment_names.get(persona.segment, "")) for persona in analysis.personas]


def show_personas(study: Study, analysis: Analysis) -> None:
    """Choose a persona, and see and change what is said about it."""
    personas = edited(study, analysis)
    with cell(
        "personas.gallery", _("Who are your customers?"), help=_("One invented person per segment. The figures are real, the face and name are not.")
    ) as here:  # fmt: skip
        _gallery(personas)
        letters = [persona.segment for persona in personas]
        names = {persona.segment: f"{persona.segment} · {persona.name}" for persona in personas}
        chosen = st.segmented_control(
            _("Show this persona"), letters, format_func=lambda letter: safe(names[letter]), default=letters[0], required=True,
            key=f"persona|{study.id}", help=_("Every persona can be changed and printed."),
        )  # fmt: skip
        asked = sum(len(persona.questions) for persona in personas)
        here.means(
            ngettext("{n} question is still open: the data say nothing about it. Ask your colleagues, below.",
                     "{n} questions are still open: the data say nothing about them. Ask your colleagues, below.", asked),
            n=number(asked),
        )  # fmt: skip
    drafted = {persona.segment: persona for persona in analysis.personas}
    persona = next(persona for persona in personas if persona.segment == (chosen or letters[0]))
    with cell(f"personas.{persona.segment}", safe(persona.name)):
        _head(persona)
        _legend()
        left, right = st.columns(2, gap="large")
        fields = [name for name in persona.fields if name not in {"quote", "day"}]
        fields += [name for name in persona.own_fields if not persona.of(name)]
        half = _middle(persona, fields)
        for column, names_here in ((left, fields[:half]), (right, fields[half:])):
            with column:
                for name in names_here:
                    _field(study, persona, drafted[persona.segment], name)
        if persona.of("day"):
            _field(study, persona, drafted[persona.segment], "day")
        _arrange(persona)


def _middle(persona: Persona, fields: list[str]) -> int:
    """After how many fields the second column begins, so that both are about as long."""
    long = [150 + sum(60 + len(line.text) + len(line.evidence) + len(line.question) for line in persona.of(name)) for name in fields]
    return min(range(1, len(fields) + 1), key=lambda cut: max(sum(long[:cut]), sum(long[cut:])))


def _gallery(personas: list[Persona]) -> None:
    with st.container(horizontal=True, gap="small"):
        for persona in personas:
            with st.container(width=128):
                st.image(picture(persona), width=112, alt=_("Drawing of {name}, an invented person").format(name=persona.name))
                st.caption(f"**{safe(persona.name)}**  \n{safe(_about(persona))}")


def picture(persona: Persona) -> str | bytes:
    """The photo, or the drawn face."""
    return base64.b64decode(persona.photo.partition(",")[2]) if persona.photo else persona.face


def _about(persona: Persona) -> str:
    return ", ".join(str(part) for part in (persona.age, persona.place) if part) or _("{share} of your customers").format(
        share=percent(persona.share)
    )


def _head(persona: Persona) -> None:
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        st.image(picture(persona), width=180, alt=_("Drawing of {name}, an invented person").format(name=persona.name))
        with st.container(width=520):
            customers = ngettext("{n} customer", "{n} customers", persona.customers).format(n=number(persona.customers))
            parts = [_about(persona) if persona.age or persona.place else "", persona.segment_name, f"{customers} ({percent(persona.share)})"]
            st.markdown(" · ".join(safe(part) for part in parts if part))
            st.markdown(f"### *“{safe(persona.quote)}”*")
            if any(line.by == MACHINE for line in persona.of("quote")):
                st.markdown(f":{MACHINE_MARK[1]}-badge[{_(MACHINE_MARK[0])}]")
            if stamp_text(persona):
                st.warning(safe(stamp_text(persona)), icon=":material/warning:")
            with st.container(horizontal=True):
                _edit(persona, "name", _("Change the name"), persona.name)
                _edit(persona, "quote", _("Change the quote"), persona.quote)
                _photo(persona)


def _legend() -> None:
    words = [f":{colour}-badge[{_(name)}] {_(MEANINGS[mark])}" for mark, (name, colour) in MARKS.items()]
    certainty = _("In brackets: between which values the figure lies with 95% certainty.")
    st.markdown(f":small[{' · '.join(words)}. {certainty}]")


def _field(study: Study, persona: Persona, drafted: Persona, name: str) -> None:
    title = _(LABELS[name]) if name in LABELS else persona.own_fields.get(name, name)
    st.markdown(f"#### {safe(title)}")
    for line in [_day(persona)] if name == "day" else persona.of(name):
        word, colour = MACHINE_MARK if line.by == MACHINE else MARKS[line.mark]
        evidence = f"  \n:small[:gray[{safe(line.evidence)}]]" if line.evidence else ""
        st.markdown(f":{colour}-badge[{_(word)}] {safe(line.text)}{evidence if line.by != MACHINE else ''}")
        if line.question:
            st.markdown(f":material/help: **{safe(line.question)}**")
    edits = study.personas.get(persona.segment)
    fresh = change.beside(drafted, edits).get(name)
    if fresh:
        with st.container(border=True):
            st.caption(_("What the data say now:"))
            for line in fresh:
                st.markdown(safe(line.text))
            _act(_("Take this instead"), f"take:{persona.segment}:{name}", lambda now: change.edit_line(now, persona.segment, name, ""),
                 _("Your own text stays in the history."))  # fmt: skip
    _edit(persona, name, _("Change"), "\n".join(line.text for line in persona.of(name) if not line.question))


def _day(persona: Persona) -> Line:
    """The day as one paragraph."""
    first = persona.of("day")[0]
    return Line("day", " ".join(line.text for line in persona.of("day")), first.mark, by=first.by)


def _edit(persona: Persona, field: str, label: str, text: str) -> None:
    """Rewrite a field, undo, or go back to an earlier text."""
    segment, name = persona.segment, f"{persona.segment}:{field}"
    with st.popover(label, type="tertiary", help=_("Rewrite this in your own words; nothing is lost, you can always go back.")):
        with st.form(state.key(f"form:{name}"), border=False):
            st.text_area(_("Text, a line per thought"), text, max_chars=change.TEXT_LENGTH, key=state.key(f"text:{name}"),
                         help=_("Empty it to give the field back to the data."))  # fmt: skip
            marks = {"colleague": _("A colleague knows this"), "guess": _("A guess")}
            st.radio(_("How do you know?"), list(marks), format_func=marks.__getitem__, key=state.key(f"mark:{name}"), horizontal=True,
                     help=_("Figures keep the mark data; your own words never get it."))  # fmt: skip
            st.form_submit_button(_("Save"), type="primary", on_click=_save, args=(segment, field, text))
        edits = st.session_state["study"].personas.get(segment, PersonaEdits())
        for key in (field, field + change.ADDED):
            versions = edits.fields.get(key, ())
            if versions:
                _act(_("Undo the last change"), f"undo:{segment}:{key}", lambda now, key=key: change.undo_line(now, segment, key),
                     _("Back to the text before it."))  # fmt: skip
                for place, old in reversed(list(enumerate(versions[:-1]))):
                    st.caption(f"{safe(old.at[:16].replace('T', ' '))} · {safe(old.text or _('as the data have it'))}")
                    _act(_("Use this again"), f"back:{segment}:{key}:{place}",
                         lambda now, key=key, place=place: change.restore_line(now, segment, key, place), _("Writes this text again."))  # fmt: skip
        if field in persona.fields:
            _act(_("Move to the top"), f"top:{segment}:{field}", lambda now: change.set_order(now, segment, (field, *persona.order)),
                 _("Puts this field first, on screen and on the poster."))  # fmt: skip
        if field in persona.own_fields:
            _act(_("Remove this field"), f"drop:{segment}:{field}", lambda now: change.drop_field(now, segment, field),
                 _("Only fields of your own can be removed."))  # fmt: skip


def _save(segment: str, field: str, before: str) -> None:
    text, mark = state.value_of(f"text:{segment}:{field}") or "", state.value_of(f"mark:{segment}:{field}")
    if text.strip() == before.strip() and field not in st.session_state["study"].personas.get(segment, PersonaEdits()).fields:
        return  # what the data say stays theirs

    def written(study: Study) -> Study:
        return change.edit_line(study, segment, field, text, mark=mark)

    _decide(written)


def _act(label: str, name: str, act: Change, help_: str) -> None:
    st.button(label, key=state.key(name), help=help_, type="tertiary", on_click=_decide, args=(act,))


def _decide(act: Change) -> None:
    """Save a change; what cannot be is said where the reader is looking, and nothing is changed."""
    try:
        state.decide(act, redraw=True)
    except SegmentationError as error:
        st.toast(f"**{safe(error.message)}** {safe(error.hint)}", icon=":material/warning:", duration="long")


def _photo(persona: Persona) -> None:
    with st.popover(_("Photo"), type="tertiary", help=_("A photo instead of the drawn face. Use one that you may use, never of a customer.")):
        file = st.file_uploader(_("PNG or JPEG, at most 400 kB"), type=["png", "jpg", "jpeg"], key=state.key(f"photo:{persona.segment}"))
        if file is not None:
            _act(_("Use this photo"), f"photo-on:{persona.segment}",
                 lambda now, data=file.getvalue(): change.set_photo(now, persona.segment, data), _("It stays in this study."))  # fmt: skip
        if persona.photo:
            _act(_("Back to the drawn face"), f"photo-off:{persona.segment}", lambda now: change.set_photo(now, persona.segment, None),
                 _("The photo is removed."))  # fmt: skip


def _arrange(persona: Persona) -> None:
    help_ = _("Something that matters in your trade, such as a favourite saying.")
    popover = st.popover(_("Add a field of your own"), type="tertiary", help=help_)
    with popover, st.form(state.key(f"own:{persona.segment}"), border=False):
        st.text_input(_("Name of the field"), key=state.key(f"own-name:{persona.segment}"), max_chars=60, help=help_)
        st.form_submit_button(_("Add"), on_click=_add_field, args=(persona.segment,))


def _add_field(segment: str) -> None:
    title = state.value_of(f"own-name:{segment}") or ""
    if title.strip():
        _decide(lambda study: change.add_field(study, segment, title))


def print_posters(study: Study, analysis: Analysis) -> None:
    """Posters to hang up, as they stand on screen."""
    from segmentation.personas.posters import make_posters

    personas = edited(study, analysis)
    with cell("personas.posters", _("Posters for on the wall"), note=False):
        left, right = st.columns(2)
        papers = {"a4": "A4", "a3": "A3"}
        paper = left.segmented_control(_("Paper"), list(papers), format_func=papers.__getitem__, default="a4", required=True,
                                       key=f"paper|{study.id}", help=_("A3 is meant for the wall, A4 for on the table."))  # fmt: skip
        names = {"": _("All personas"), **{persona.segment: f"{persona.segment} · {persona.name}" for persona in personas}}
        which = right.selectbox(_("Which"), list(names), format_func=names.__getitem__, key=f"which|{study.id}",
                                help=_("All in one file, or one."))  # fmt: skip
        wanted = [persona for persona in personas if which in {"", persona.segment}]
        with st.container(horizontal=True):
            st.download_button(
                _("Download as PDF"), lambda: make_posters(wanted, paper)[0], file_name=f"personas-{paper}.pdf", mime="application/pdf",
                type="primary", on_click="ignore", icon=":material/print:", help=_("Tagged, so that screen readers can read it too."),
            )  # fmt: skip
            if which:
                st.download_button(_("Picture (PNG)"), lambda: make_posters(wanted, paper, "png")[0], file_name=f"persona-{which}.png",
                                   mime="image/png", on_click="ignore", help=_("For a slide or a message."))  # fmt: skip
                st.download_button(_("Drawing (SVG)"), lambda: make_posters(wanted, paper, "svg")[0], file_name=f"persona-{which}.svg",
                                   mime="image/svg+xml", on_click="ignore", help=_("Sharp at every size."))  # fmt: skip
