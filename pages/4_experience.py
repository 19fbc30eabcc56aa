"""Step 4: what do your customers go through with you?"""

from segmentation.ui.experience_cells import show_experience
from segmentation.ui.frame import frame
from segmentation.ui.work import ready

study, analysis = frame("experience")
if ready(analysis, "customers"):
    show_experience(study, analysis)
