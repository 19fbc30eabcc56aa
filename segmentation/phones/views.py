"""What stands on a phone: the door, the persona under discussion, the board, and the form under your thumb?"""

from collections.abc import Sequence
from typing import Any

from segmentation.language import LANGUAGES, N_, _, ngettext
from segmentation.personas import Persona, said_against_data, stamp_text
from segmentation.personas.phrases import FIELDS, LABELS, QUESTIONS
from segmentation.phones.html import Markup, joined, tag
from segmentation.store.room import DOTS, STEP_NAMES, TEXT_LENGTH, Note, Room

MARKS = {"data": N_("data"), "colleague": N_("colleague"), "guess": N_("guess")}
GUIDE = {
    "warmup": N_("Read along with {name} for a moment. What strikes you first? There are no wrong answers."),
    "fill": N_("What do you know or think about {name}? One thing per note, the shorter the better."),
    "vote": N_("Which notes fit {name} best? You have {dots} dots."),
    "decide": N_("We talk about the notes with the most dots. Look at the big screen."),
    "closed": N_("This room is closed. Thank you for thinking along."),
}
SURE = {"know": N_("I know this"), "think": N_("I think this")}
STATES = {"accepted": N_("in the persona")}


def document(title: str, language: str, body: Sequence[str], *, room: bool = False) -> str:
    """A whole page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", title),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="stylesheet", href="/room/look/phone.css"),
        tag("link", rel="icon", href="data:,"),
        [tag("script", src="/room/look/phone.js", defer=True)] if room else [],
    )
    return f"<!doctype html>{tag('html', head, tag('body', body), lang=language)}"


def door(language: str, room: Room | None, message: str = "") -> str:
    """The page before you are in: type the code, or just come in when the QR brought you."""
    message_tag = [tag("p", message, class_="wrong", role="alert")] if message else []
    if room is None:
        form = tag(
            "form",
            tag("label", _("Code on the big screen"), for_="code"),
            tag(
                "input",
                id="code",
                name="code",
                required=True,
                maxlength=16,
                autocomplete="off",
                autocapitalize="characters",
                spellcheck="false",
                autofocus=True,
                class_="code",
            ),
            tag("button", _("Go to the room"), class_="main"),
            method="get",
            action="/room",
        )
    else:
        buttons = [
            tag("button", _enter(code), name="language", value=code, lang=code, class_="main" if code == language else "other")
            for code in sorted(LANGUAGES, key=lambda code: code != language)
        ]
        form = tag("form", buttons, method="post", action=f"/room/{room.code}/join")
    promise = tag("p", _("No account, no name: what you write is shown without saying who wrote it."), class_="small")
    main = tag(
        "main",
        tag("p", "Klantbeeld", class_="brand"),
        tag("h1", _("Think along about our customers")),
        message_tag,
        form,
        promise,
    )
    return document(_("Join the room"), language, [main])


def _enter(code: str) -> str:
    return {"nl": "Doe mee in het Nederlands", "en": "Join in English"}[code]


def whole_room(room: Room, persona: Persona, parts: dict[str, str], token: str) -> str:
    """The page you are on while the room is open; `parts` are guide, persona and board."""
    other = "en" if persona.language == "nl" else "nl"
    header = tag(
        "header",
        tag("span", "Klantbeeld", class_="brand"),
        tag("span", id="timer", role="timer", class_="timer"),
        tag("a", LANGUAGES[other], lang=other, href=f"/room/{room.code}?language={other}", class_="small"),
    )
    votes = tag(
        "form",
        tag("input", type="hidden", name="token", value=token),
        tag("div", Markup(parts["board"]), id="board"),
        id="votes",
        method="post",
        action=f"/room/{room.code}/votes",
    )
    main = tag(
        "main",
        *(tag("div", Markup(parts[name]), id=name) for name in ("guide", "persona")),
        _form(room, persona, token),
        votes,
    )
    words = tag(
        "div",
        id="words",
        hidden=True,
        data_sent=_("Your note is on the board."),
        data_waiting=_("No connection. Your note is kept here and sent by itself."),
        data_back=_("Connected again; everything has been sent."),
        data_refused=_("That did not work."),
        data_closed=_(GUIDE["closed"]),
    )
    facts = {"data_code": room.code, "data_version": parts["version"], "data_ends": _ends(room)}
    whole = tag(
        "div", header, tag("p", id="status", role="status", class_="status"), main, words, id="room", data_token=token, **facts
    )
    return document(_("{name}: brainstorm").format(name=persona.name), persona.language, [whole], room=True)


def _ends(room: Room) -> str:
    left = room.seconds_left
    return "" if left is None else str(left)


def guide_of(room: Room, persona: Persona) -> Markup:
    """What to do in this step."""
    words = _(GUIDE[room.step]).format(name=persona.name.split()[0], dots=DOTS)
    return tag("p", tag("strong", _(STEP_NAMES[room.step]), class_="step"), tag("br"), words, class_="guide")


def persona_card(persona: Persona) -> Markup:
    """Who it is about, and what we know of them."""
    stamp = stamp_text(persona)
    about = ", ".join(str(part) for part in (persona.name, persona.age, persona.place) if part)
    return tag(
        "article",
        tag("div", Markup(persona.face), class_="face"),
        tag(
            "div", tag("p", _("Segment {letter}").format(letter=persona.segment), class_="small"), tag("h1", about), class_="who"
        ),
        tag("blockquote", persona.quote),
        [tag("p", stamp, class_="stamp")] if stamp else [],
        tag(
            "details",
            tag("summary", _("What we know of {name}").format(name=persona.name.split()[0])),
            [_field(persona, name) for name in persona.fields if name not in {"quote", "day"}],
        ),
        class_="persona",
    )


def _field(persona: Persona, name: str) -> Markup:
    lines = [
        tag(
            "li",
            tag("span", _(MARKS[line.mark]), class_=f"mark {line.mark}"),
            " ",
            line.text,
            [tag("small", line.evidence)] if line.evidence else [],
        )
        for line in persona.of(name)
    ]
    return joined([tag("h2", label(persona, name)), tag("ul", lines)])


def label(persona: Persona, name: str) -> str:
    """A field in words: one of ours, or one that the user made."""
    return _(LABELS[name]) if name in LABELS else persona.own_fields.get(name, name)


def _form(room: Room, persona: Persona, token: str) -> Markup:
    silent = {line.field for line in persona.questions}
    options = [
        tag(
            "option",
            f"{label(persona, name)}{' ?' if name in silent else ''}",
            value=name,
            data_question=_(QUESTIONS[name]) if name in QUESTIONS else "",
        )
        for name in (*FIELDS[:-1], "day", *persona.own_fields)
    ]
    sure = [
        tag(
            "label",
            tag("input", type="radio", name="sure", value=value, checked=value == "think"),
            tag("span", _(text)),
            class_="sure",
        )
        for value, text in SURE.items()
    ]
    return tag(
        "form",
        tag("label", _("About"), for_="field"),
        tag("select", options, id="field", name="field"),
        tag("label", _("Your note"), for_="text"),
        tag("p", id="question", class_="small"),
        tag("textarea", id="text", name="text", maxlength=TEXT_LENGTH, rows=3, required=True, aria_describedby="question"),
        tag("fieldset", tag("legend", _("How sure are you?")), sure),
        tag("input", type="hidden", name="token", value=token),
        tag("input", type="hidden", name="segment", value=persona.segment),
        tag("input", type="hidden", name="note", value=""),
        tag("button", _("Put it on the board"), class_="main"),
        id="note",
        method="post",
        action=f"/room/{room.code}/notes",
        class_="card",
        hidden=room.step in {"vote", "decide"},
    )


def board_of(room: Room, persona: Persona, notes: Sequence[Note]) -> Markup:
    """The notes, the same for everybody."""
    if not notes:
        return tag("p", _("Nothing on the board yet. Yours can be the first."), class_="small")
    title = ngettext("{n} note on the board", "{n} notes on the board", len(notes)).format(n=len(notes))
    return joined([tag("h2", title), tag("ul", [_note(persona, note) for note in notes], class_="notes")])


def _note(persona: Persona, note: Note) -> Markup:
    answers = [said.sentence() for said in said_against_data(note.text, persona.lines, note.field)]
    dots = ngettext("{n} dot", "{n} dots", note.votes).format(n=note.votes)
    words = _("Dot for: {text}").format(text=note.text)
    button = tag(
        "button", str(note.votes), name="flip", value=note.id, aria_pressed="false", aria_label=f"{words} ({dots})", class_="dot"
    )
    tags = [tag("span", label(persona, note.field), class_="mark"), tag("span", _(SURE[note.sure]), class_="mark colleague")]
    tags += [tag("span", _(STATES[note.state]), class_="mark data")] if note.state in STATES else []
    said = tag("p", note.text, class_="said")
    return tag(
        "li",
        tag("div", said, [tag("p", answer, class_="answer") for answer in answers], tag("p", tags)),
        button,
        id=f"note-{note.id}",
        class_="note",
    )


def plain_page(language: str, title: str, text: str) -> str:
    """A page that only says something."""
    back = tag("a", _("Type another code"), href="/room")
    return document(
        title, language, [tag("main", tag("p", "Klantbeeld", class_="brand"), tag("h1", title), tag("p", text), tag("p", back))]
    )


def spoken_persona(body: dict[str, Any], segment: str, language: str) -> Persona:
    """The persona of this segment in the language of this phone, where it was drafted in both; else as it is."""
    personas = body.get(language) or body["personas"]
    data = next((one for one in personas if str(one["segment"]) == segment), personas[0])
    return Persona.read({**data, "language": language})
