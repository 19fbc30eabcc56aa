"""What did people change about a persona? Every change is added, none overwrites: what was there can always be gone back to.

`Study.personas` holds, per segment, the versions of each edited field, oldest first. The last one counts; an empty last one means:
as the data have it. A new analysis never touches them: `beside` shows what it would say now.
"""

from datetime import UTC, datetime
from typing import Any

from segmentation.errors import WrongChoice
from segmentation.language import _
from segmentation.personas.persona import MACHINE, Line, Mark, Persona
from segmentation.study import PersonaEdits, PersonaLine, Study, new_id

TEXT_LENGTH = 600
VERSIONS = 50
ADDED = "+"  # "work+" holds what was added to "work"
NAMED = ("name", "quote", "place")
PHOTO_BYTES = 400_000


def apply_edits(persona: Persona, edits: PersonaEdits | None, called: str = "") -> Persona:
    """The persona as people see it: drafted lines, replaced where somebody wrote something else; `called` is the name somebody gave the segment.

    >>> drafted = Persona("A", "Sam", 30, "Assen", (Line("work", "Not in your data.", "guess"),))
    >>> study = edit_line(Study(name="Autumn"), "A", "work", "Runs a bakery.", mark="colleague")
    >>> [(line.text, line.mark) for line in apply_edits(drafted, study.personas["A"]).of("work")]
    [('Runs a bakery.', 'colleague')]
    """
    persona = persona.change(segment_name=called) if called else persona
    if edits is None:
        return persona
    lines = [line for line in persona.lines if written(edits, line.field) is None]
    lines = [line for line in lines if not (line.question and written(edits, line.field + ADDED))]
    values: dict[str, Any] = {}
    for field in sorted(edits.fields, key=lambda name: name.endswith(ADDED)):
        now = written(edits, field)
        if now is None:
            continue
        if field in NAMED:
            values[field] = now.text
        origin = _("Machine draft") if now.by == MACHINE else ""
        lines += [
            Line(field.removesuffix(ADDED), text, now.mark, by=now.by, evidence=origin) for text in now.text.splitlines() if text.strip()
        ]
    order = tuple(dict.fromkeys((*edits.order, *persona.order, *edits.own_fields)))
    day = " ".join(line.text for line in lines if line.field == "day")
    return persona.change(
        lines=tuple(line for line in lines if line.field not in {"name", "place"}), order=order, own_fields=dict(edits.own_fields),
        photo=edits.photo, day=day, **values,
    )


def written(edits: PersonaEdits, field: str) -> PersonaLine | None:
    """What people last wrote in this field; None when the drafted lines count."""
    versions = edits.fields.get(field, ())
    return versions[-1] if versions and versions[-1].text else None


def edit_line(study: Study, segment: str, field: str, text: str, *, mark: Mark = "colleague", by: str = "") -> Study:
    """The study with this field of this persona rewritten, a line per paragraph; an empty text gives it back to the data."""
    edits = study.personas.get(segment, PersonaEdits())
    words = "\n".join(part.strip() for part in text.splitlines() if part.strip())
    if len(words) > TEXT_LENGTH:
        raise WrongChoice(_("That is too long for a poster."), _("Keep it under {n} signs.").format(n=TEXT_LENGTH))
    before = edits.fields.get(field, ())
    if (before[-1].text if before else "") == words and (not words or before[-1].mark == mark):
        return study
    line = PersonaLine(text=words, mark=mark, by=by[:80], at=datetime.now(UTC).isoformat(timespec="seconds"))
    return _with(study, segment, edits, fields={**edits.fields, field: (*before, line)[-VERSIONS:]})


def add_line(study: Study, segment: str, field: str, text: str, *, mark: Mark = "colleague", by: str = "") -> Study:
    """The study with this text added to what stands in the field already: the data keep their lines, questions are answered."""
    before = written(study.personas.get(segment, PersonaEdits()), field + ADDED)
    known = before.text.splitlines() if before else []
    words = " ".join(text.split())
    if not words or words in known:
        return study
    return edit_line(study, segment, field + ADDED, "\n".join([*known, words]), mark=mark, by=by)


def undo_line(study: Study, segment: str, field: str) -> Study:
    """The study with the last change of this field taken back; without changes, the same study."""
    edits = study.personas.get(segment, PersonaEdits())
    rest = edits.fields.get(field, ())[:-1]
    others = {name: versions for name, versions in edits.fields.items() if name != field}
    return _with(study, segment, edits, fields={**others, field: rest} if rest else others)


def restore_line(study: Study, segment: str, field: str, version: int) -> Study:
    """The study with an earlier version of this field written again, as the newest."""
    versions = study.personas.get(segment, PersonaEdits()).fields.get(field, ())
    if not 0 <= version < len(versions):
        raise WrongChoice(_("That version is not there."), "")
    old = versions[version]
    return edit_line(study, segment, field, old.text, mark=old.mark, by=old.by)


def beside(persona: Persona, edits: PersonaEdits | None) -> dict[str, tuple[Line, ...]]:
    """Field → what the data say now, for every field that people rewrote: to be set beside their text, for them to choose.

    A field of which the data say nothing has nothing to choose: there, people know better.
    """
    rewritten = [field for field in (edits.fields if edits else ()) if edits and written(edits, field) is not None]
    measured = {field: tuple(line for line in persona.of(field) if line.mark == "data") for field in rewritten}
    return {field: lines for field, lines in measured.items() if lines}


def add_field(study: Study, segment: str, title: str) -> Study:
    """The study with a field of the user's own in this persona."""
    words = " ".join(title.split())[:60]
    edits = study.personas.get(segment, PersonaEdits())
    if not words:
        raise WrongChoice(_("A field needs a name."), _("Type one, such as “Favourite saying”."))
    if words.casefold() in {name.casefold() for name in edits.own_fields.values()}:
        raise WrongChoice(_("There is a field with this name already."), _("Choose another name."))
    return _with(study, segment, edits, own_fields={**edits.own_fields, f"own_{new_id()}": words})


def drop_field(study: Study, segment: str, field: str) -> Study:
    """The study without this field of the user's own."""
    edits = study.personas.get(segment, PersonaEdits())
    if field not in edits.own_fields:
        return study
    own = {name: title for name, title in edits.own_fields.items() if name != field}
    return _with(study, segment, edits, own_fields=own, fields={name: kept for name, kept in edits.fields.items() if name != field})


def set_order(study: Study, segment: str, order: tuple[str, ...]) -> Study:
    """The study with the fields of this persona in this order."""
    return _with(study, segment, study.personas.get(segment, PersonaEdits()), order=tuple(dict.fromkeys(order)))


def set_photo(study: Study, segment: str, photo: bytes | None) -> Study:
    """The study with a photo in place of the drawn face; None brings the face back. Raises WrongChoice for other files."""
    edits = study.personas.get(segment, PersonaEdits())
    if photo is None:
        return _with(study, segment, edits, photo=None)
    kind = "png" if photo.startswith(b"\x89PNG\r\n\x1a\n") else "jpeg" if photo.startswith(b"\xff\xd8\xff") else ""
    if not kind or len(photo) > PHOTO_BYTES:
        raise WrongChoice(_("This is not a photo that fits."), _("Choose a PNG or JPEG of at most 400 kB."))
    from base64 import b64encode

    return _with(study, segment, edits, photo=f"data:image/{kind};base64,{b64encode(photo).decode()}")


def _with(study: Study, segment: str, edits: PersonaEdits, **values: Any) -> Study:
    fresh = PersonaEdits.model_validate({**dict(edits), **values})
    others = {letter: kept for letter, kept in study.personas.items() if letter != segment}
    return study.change(personas={**others, segment: fresh} if fresh != PersonaEdits() else others)
