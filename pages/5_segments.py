"""Step 5: which kinds of customer do you have?"""

from segmentation.ui.frame import frame
from segmentation.ui.segments_cells import choose_features, choose_number, show_map, show_profiles, show_sizes, show_verdict
from segmentation.ui.work import ready

study, analysis = frame("segments")
if ready(analysis, "customers"):
    choose_features(study, analysis)
    choose_number(study, analysis)
    if ready(analysis, "segmentation"):
        show_verdict(study, analysis)
        show_sizes(study, analysis)
        show_map(study, analysis)
        if ready(analysis, "profiles"):
            show_profiles(study, analysis)
