"""How much work is this study, and what does it cost?

The hours are our own estimate from what the app takes over and what people still do themselves; they are shown as such and can be changed.
"""

import math
from dataclasses import dataclass

from segmentation.language import N_, _
from segmentation.plan.needs import needs_of
from segmentation.study import Study


@dataclass(frozen=True)
class Task:
    """A piece of work: what, and between how many and how many hours."""

    name: str
    low: float
    high: float

    def told(self) -> str:
        return _(self.name)


def effort(study: Study) -> list[Task]:
    """The work of this study, from its scope: its questions and what they need, its files, customers or the whole market."""
    files = max(1, len(study.uploads))
    questions = max(1, len(study.questions))
    tasks = [
        Task(N_("Questions and strategy sheet"), 0.5 + 0.25 * questions, 1 + 0.5 * questions),
        Task(N_("Exporting and checking the files"), 0.5 * files, 2.0 * files),
        Task(N_("Choosing features and judging the segments"), 1, 3),
        Task(N_("Brainstorm about the personas with colleagues"), 2, 4),
        Task(N_("Deciding and planning what to do per segment"), 1 + 0.25 * questions, 1 + questions),
    ]
    if not study.questions or any(need.code == "margin" for question in study.questions for need in needs_of(question)):
        tasks.insert(-1, Task(N_("Checking the costs with the books"), 1, 3))
    if study.subject == "market":
        tasks.insert(1, Task(N_("Looking into the market and the competitors"), 4, 12))
    return tasks


def hours(study: Study) -> tuple[int, int]:
    """The whole, from the least to the most, in whole hours: nobody plans by the quarter."""
    tasks = effort(study)
    return math.floor(sum(task.low for task in tasks)), math.ceil(sum(task.high for task in tasks))
