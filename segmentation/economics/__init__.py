"""What does every customer cost and earn, and what is to be done about it?"""

from segmentation.economics.costfield import CostField
from segmentation.economics.costs import Costs
from segmentation.economics.result import Economics
from segmentation.economics.weigh import weigh_economics

__all__ = ["CostField", "Costs", "Economics", "weigh_economics"]
