"""Step 1: what do you want to know?"""

from segmentation.ui.frame import frame
from segmentation.ui.plan_cells import about_you, criteria, market_kind, models, questions, strategy

study, analysis = frame("plan")
questions(study, analysis)
about_you(study, analysis)
market_kind(study, analysis)
models(study, analysis)
criteria(study, analysis)
strategy(study, analysis)
