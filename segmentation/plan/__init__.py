"""Before there are data: which questions, what each needs, what kind of market, which criteria, how much work, how far?

>>> from segmentation.language import speak
>>> speak("en")
>>> [need.code for need in understand("Which customers send back too much?")]
['returns']
"""

from segmentation.plan.attractiveness import LADDER, STRENGTHS, rate, worth_of
from segmentation.plan.criteria import CRITERIA, USUAL, asked_of, break_even_customers, weights
from segmentation.plan.deliverables import Deliverable, deliverables
from segmentation.plan.effort import effort, hours
from segmentation.plan.library import LIBRARY, TRADES, LibraryQuestion, by_id, likeness, nearest, questions_for
from segmentation.plan.markets import KINDS, QUESTIONS, Diagnosis, diagnose
from segmentation.plan.models import MODELS, Model, ModelScore, score_models
from segmentation.plan.needs import NEEDS, Need, Service, judge, need, needs_of, needs_tables, serve, understand, why_refused
from segmentation.plan.scorecard import Score, next_step, scorecard, total

__all__ = [
    "CRITERIA",
    "KINDS",
    "LADDER",
    "LIBRARY",
    "MODELS",
    "NEEDS",
    "QUESTIONS",
    "STRENGTHS",
    "TRADES",
    "USUAL",
    "Deliverable",
    "Diagnosis",
    "LibraryQuestion",
    "Model",
    "ModelScore",
    "Need",
    "Score",
    "Service",
    "asked_of",
    "break_even_customers",
    "by_id",
    "deliverables",
    "diagnose",
    "effort",
    "hours",
    "judge",
    "likeness",
    "nearest",
    "need",
    "needs_of",
    "needs_tables",
    "next_step",
    "questions_for",
    "rate",
    "score_models",
    "scorecard",
    "serve",
    "total",
    "understand",
    "weights",
    "why_refused",
    "worth_of",
]
