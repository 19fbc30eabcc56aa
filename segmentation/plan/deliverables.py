"""How far are the three things every study owes: the key segments, the insight per segment, and the personas?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmentation.language import N_, _, number

if TYPE_CHECKING:
    from segmentation.analysis import Analysis
    from segmentation.study import Study


@dataclass(frozen=True)
class Deliverable:
    """One deliverable: its name, how many of how many are ready, what that counts, and the page where one goes on."""

    code: str
    name: str
    done: int
    whole: int
    counts: str
    step: str

    @property
    def share(self) -> float:
        return min(1.0, self.done / self.whole) if self.whole else 0.0

    @property
    def state(self) -> str:
        """ "open", "begun" or "done": it follows from what was done, nobody ticks it off."""
        return "done" if self.share == 1 else "begun" if self.done else "open"

    def state_told(self) -> str:
        return {"open": _("still open"), "begun": _("under way"), "done": _("done")}[self.state]

    def counted(self) -> str:
        """How many of how many are ready."""
        return _(self.counts).format(done=number(self.done), whole=number(self.whole)) if self.whole else _("not begun")

    def told(self) -> str:
        return f"{_(self.name)}: {self.counted()}"


def deliverables(study: "Study", analysis: "Analysis") -> list[Deliverable]:
    """The three, in the order of the work; what is not worked out yet is not worked out for this."""
    letters = [str(letter) for letter in analysis.segmentation.sizes.index] if study.uploads and analysis.ready("segmentation") else []
    named = sum(letter in study.segment_names for letter in letters)
    insights = sum(bool(study.notes.get(f"report.plan:{letter}", "").strip()) for letter in letters)
    checked = sum(letter in study.personas for letter in letters)
    return [
        Deliverable("segments", N_("The list of key segments"), named, len(letters), N_("{done} of {whole} have a name you chose"), "segments"),
        Deliverable("insight", N_("The insight per segment"), insights, len(letters), N_("{done} of {whole} have your conclusion"), "report"),
        Deliverable("personas", N_("The personas"), checked, len(letters), N_("{done} of {whole} were checked or filled in by people"), "personas"),
    ]
