"""Step 2: what does your market look like?"""

from segmentation.ui.frame import frame
from segmentation.ui.market_cells import market_questions

study, analysis = frame("market")
market_questions(study, analysis)
