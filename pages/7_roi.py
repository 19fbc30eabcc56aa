"""Step 7: what does each customer earn you, and what do you do about it?"""

from segmentation.ui.cost_cells import ask_costs
from segmentation.ui.economics_cells import divided, few, show_few, show_flags, show_segments, show_statement, show_whale, weighed
from segmentation.ui.frame import frame
from segmentation.ui.freed_cells import show_freed
from segmentation.ui.goodbye_cells import show_goodbye
from segmentation.ui.levers_cells import show_levers, show_prospects
from segmentation.ui.serving import by_plan
from segmentation.ui.strategies_cells import show_strategies
from segmentation.ui.work import ready

study, analysis = frame("roi")
if ready(analysis, "customers") and (few(analysis) or divided(analysis)):
    ask_costs(study, analysis)
    if weighed(analysis):
        show_statement(study, analysis)
        show_goodbye(study, analysis)
        show_whale(study, analysis)
        if few(analysis):
            by_plan(study, analysis, show_flags, show_few)
        else:
            show_segments(study, analysis)
            by_plan(study, analysis, show_flags, show_strategies, show_levers, show_freed, show_prospects)
