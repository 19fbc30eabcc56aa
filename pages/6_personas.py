"""Step 6: who is behind each segment?"""

from segmentation.ui.brainstorm_cells import lead_brainstorm
from segmentation.ui.criteria_cells import show_asked
from segmentation.ui.frame import frame
from segmentation.ui.personas_cells import print_posters, show_personas
from segmentation.ui.personas_writing_cells import help_writing
from segmentation.ui.work import ready

study, analysis = frame("personas")
if ready(analysis, "customers", "segmentation", "profiles", "personas"):
    show_personas(study, analysis)
    show_asked(study, analysis)
    lead_brainstorm(study, analysis)
    print_posters(study, analysis)
    help_writing(study, analysis)
