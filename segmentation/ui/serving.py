"""Which of the user's questions does a page serve?"""

from segmentation.study import Question, Study


def questions_for(study: Study, step_id: str) -> list[Question]:
    """The questions this page helps to answer, at most three; on the plan page none (they stand there in full)."""
    if step_id in ("plan", "market"):
        return []
    return list(study.questions[:3])
