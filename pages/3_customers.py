"""Step 3: who are your customers, and how do they buy?"""

from segmentation.ui.customers_cells import (
    show_base,
    show_cohorts,
    show_concentration,
    show_grid,
    show_lifetime,
    show_months,
    show_spread,
)
from segmentation.ui.dictionary_cells import show_account, show_dictionary, show_models, show_who
from segmentation.ui.files_cells import add_files, show_files
from segmentation.ui.frame import frame
from segmentation.ui.privacy_cells import show_privacy
from segmentation.ui.serving import by_plan
from segmentation.ui.work import ready

study, analysis = frame("customers")
add_files(study, analysis)
if study.uploads and show_files(study, analysis):
    show_privacy(study, analysis)
    if ready(analysis, "customers"):
        show_base(study, analysis)
        by_plan(study, analysis, show_months, show_concentration, show_grid, show_cohorts, show_spread, show_lifetime)
        show_models(study, analysis)
        show_who(study, analysis)
        show_account(study, analysis)
        show_dictionary(study, analysis)
