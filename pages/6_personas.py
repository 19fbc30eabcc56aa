"""Step 6: who is behind each segment?"""

from segmentation.ui.frame import frame
from segmentation.ui.personas_cells import show_personas
from segmentation.ui.work import ready

study, analysis = frame("personas")
if ready(analysis, "customers", "segmentation", "profiles", "economics", "personas"):
    show_personas(study, analysis)
