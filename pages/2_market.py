"""Step 2: what does your market look like?"""

from segmentation.ui.frame import frame
from segmentation.ui.market_cells import benchmarks, market_questions, stale
from segmentation.ui.market_spots_cells import spots

study, analysis = frame("market")
market_questions(study, analysis)
spots(study, analysis)
benchmarks(study, analysis)
stale(study, analysis)
