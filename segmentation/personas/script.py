"""What does the facilitator say and do, and how long does each step take?"""

from typing import Any

from segmentation.language import N_, _, ngettext

STEPS: tuple[tuple[str, str, int, str, tuple[str, ...]], ...] = (
    (
        "warmup", N_("Warm-up"), 3, N_("“This is somebody who buys from us. Read along for a moment. Whom do you know who is like this?”"),
        (N_("Put the poster up, or show the persona on the big screen."), N_("Let everybody scan the code; wait until all are in."),
         N_("Explain the marks: data is measured, colleague is said by one of us, guess is still open.")),
    ),
    (
        "fill", N_("Fill in"), 8, N_("“What do you know about this person, and what do you think? One thing per note. Know or think: say which.”"),
        (N_("Begin with the fields that ask a question: there the data are silent."),
         N_("Read new notes aloud without saying who they are from."),
         N_("If a note clashes with the data, ask: whom did you have in mind?")),
    ),
    (
        "vote", N_("Vote"), 3, N_("“Three dots each. Which notes fit this person best?”"),
        (N_("Merge notes that say the same first."), N_("Silence while voting; talk afterwards.")),
    ),
    (
        "decide", N_("Decide"), 6, N_("“What do we put in the persona, and what do we find out first?”"),
        (N_("Accept the notes with the most dots; they get the mark colleague."),
         N_("What many think and nobody knows is a question for the next survey."), N_("Close the room, and print the posters.")),
    ),
)


def script_of() -> dict[str, Any]:
    """The script in the current language, ready to print or show."""
    total = sum(minutes for _code, _name, minutes, _say, _todo in STEPS)
    return {
        "title": _("Script for the brainstorm"),
        "intro": ngettext("{n} minute per persona. Take two or three personas in one meeting, not all of them.",
                          "{n} minutes per persona. Take two or three personas in one meeting, not all of them.", total).format(n=total),
        "questions-title": _("What we do not know yet"),
        "steps": [
            {"code": code, "name": _(name), "minutes": ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes), "say": _(say),
             "todo": [_(text) for text in todo]}
            for code, name, minutes, say, todo in STEPS
        ],
    }
