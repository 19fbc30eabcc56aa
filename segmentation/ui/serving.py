"""Which of the user's questions does a page serve?"""

from segmentation.plan import needs_of
from segmentation.study import Question, Study


def questions_for(study: Study, step_id: str) -> list[Question]:
    """The questions that need what this page shows, at most three; on the plan page none (they stand there in full)."""
    return [question for question in study.questions if any(step_id in need.steps for need in needs_of(question))][:3]
