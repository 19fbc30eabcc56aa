"""Step 7: what does each customer earn you, and what do you do about it?"""

from segmentation.ui.economics_cells import ask_costs, show_flags, show_goodbye, show_segments, show_whale
from segmentation.ui.frame import frame
from segmentation.ui.work import ready

study, analysis = frame("roi")
if ready(analysis, "customers", "segmentation", "profiles"):
    ask_costs(study, analysis)
    if ready(analysis, "economics"):
        show_segments(study, analysis)
        show_whale(study, analysis)
        show_flags(study, analysis)
        show_goodbye(study, analysis)
