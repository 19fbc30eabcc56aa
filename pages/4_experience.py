"""Step 4: what do your customers go through with you?"""

from segmentation.ui.experience_cells import (
    show_beside_value,
    show_campaigns,
    show_known,
    show_stages,
    show_support,
    show_themes,
)
from segmentation.ui.frame import frame
from segmentation.ui.serving import by_plan
from segmentation.ui.work import ready

study, analysis = frame("experience")
if ready(analysis, "customers"):
    show_known(study, analysis)
    by_plan(study, analysis, show_beside_value, show_campaigns, show_support, show_themes, show_stages)
