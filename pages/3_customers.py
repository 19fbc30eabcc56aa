"""Step 3: who are your customers, and how do they buy?"""

from segmentation.ui.customers_cells import show_base
from segmentation.ui.files_cells import add_files, show_files
from segmentation.ui.frame import frame
from segmentation.ui.work import ready, tables_ready

study, analysis = frame("customers")
add_files(study, analysis)
if study.uploads and tables_ready(study):
    show_files(study, analysis)
    if ready(analysis, "customers"):
        show_base(study, analysis)
