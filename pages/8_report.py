"""Step 8: how do you tell it to others?"""

from segmentation.ui.frame import frame
from segmentation.ui.report_cells import downloads, owed, segment_plans, your_questions
from segmentation.ui.work import ready

study, analysis = frame("report")
if ready(analysis, "customers", "segmentation", "profiles", "economics", "personas"):
    downloads(study, analysis)
    your_questions(study, analysis)
    segment_plans(study, analysis)
    owed(study, analysis)
