"""Before there are data: which questions, what each needs, what kind of market, which criteria, how much work, how far?

>>> from segmentation.language import speak
>>> speak("en")
>>> [need.code for need in understand("Which customers send back too much?")]
['returns']
"""

from segmentation.plan.criteria import CRITERIA, break_even_customers, weights
from segmentation.plan.effort import effort, hours
from segmentation.plan.library import LIBRARY, TRADES, LibraryQuestion, questions_for
from segmentation.plan.markets import KINDS, QUESTIONS, Diagnosis, diagnose
from segmentation.plan.models import MODELS, Model, ModelScore, score_models
from segmentation.plan.needs import NEEDS, Need, Service, needs_of, serve, understand
from segmentation.plan.scorecard import Score, next_step, scorecard, total

__all__ = [
    "CRITERIA",
    "KINDS",
    "LIBRARY",
    "MODELS",
    "NEEDS",
    "QUESTIONS",
    "TRADES",
    "Diagnosis",
    "LibraryQuestion",
    "Model",
    "ModelScore",
    "Need",
    "Score",
    "Service",
    "break_even_customers",
    "diagnose",
    "effort",
    "hours",
    "needs_of",
    "next_step",
    "questions_for",
    "score_models",
    "scorecard",
    "serve",
    "total",
    "understand",
    "weights",
]
