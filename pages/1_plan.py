"""Step 1: what do you want to know?"""

from segmentation.ui.frame import frame
from segmentation.ui.plan_cells import about_you, questions, strategy

study, analysis = frame("plan")
questions(study, analysis)
about_you(study, analysis)
strategy(study, analysis)
