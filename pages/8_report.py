"""Step 8: how do you tell it to others?"""

from segmentation.ui.frame import frame
from segmentation.ui.report_cells import downloads, owed, segment_plans, worked_out, your_questions

study, analysis = frame("report")
if worked_out(analysis):
    downloads(study, analysis)
    your_questions(study, analysis)
    segment_plans(study, analysis)
    owed(study, analysis)
