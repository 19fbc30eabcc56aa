"""Step 1: what do you want to know?"""

from segmentation.ui.frame import frame
from segmentation.ui.plan_cells import models, onward, progress, strategy
from segmentation.ui.plan_criteria_cells import criteria
from segmentation.ui.plan_market_cells import about_you, market_kind
from segmentation.ui.plan_questions_cells import questions

study, analysis = frame("plan")
progress(study, analysis)
about_you(study, analysis)
questions(study, analysis)
market_kind(study, analysis)
models(study, analysis)
criteria(study, analysis)
strategy(study, analysis)
onward(study, analysis)
