"""Step 5: which kinds of customer do you have?"""

from segmentation.ui.criteria_cells import show_attractiveness
from segmentation.ui.frame import frame
from segmentation.ui.moved_cells import show_moved
from segmentation.ui.segments_cells import choose_features, choose_number, show_candidates, show_sizes, show_verdict
from segmentation.ui.segments_profile_cells import (
    show_gate,
    show_map,
    show_markers,
    show_micro,
    show_overlap,
    show_profiles,
    take_along,
)
from segmentation.ui.serving import by_plan
from segmentation.ui.work import ready

study, analysis = frame("segments")
if ready(analysis, "customers"):
    choose_features(study, analysis)
    choose_number(study, analysis)
    if ready(analysis, "segmentation"):
        show_verdict(study, analysis)
        if ready(analysis, "profiles"):
            show_sizes(study, analysis)
            show_moved(study, analysis)
            show_map(study, analysis)
            show_profiles(study, analysis)
            show_gate(study, analysis)
            show_attractiveness(study, analysis)
            by_plan(study, analysis, show_markers, show_candidates, show_micro, show_overlap)
            take_along(study, analysis)
