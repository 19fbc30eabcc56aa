"""Step 8: how do you tell it to others?"""

from segmentation.ui.economics_cells import few
from segmentation.ui.frame import frame
from segmentation.ui.report_cells import downloads, owed, segment_plans, without_segments, worked_out, your_questions
from segmentation.ui.work import ready

study, analysis = frame("report")
if ready(analysis, "customers") and few(analysis):
    without_segments(study, analysis)
    your_questions(study, analysis)
elif worked_out(analysis):
    downloads(study, analysis)
    your_questions(study, analysis)
    segment_plans(study, analysis)
    owed(study, analysis)
