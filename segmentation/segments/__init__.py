"""Which groups are there, how real are they, and what are they? Customers → Segmentation, map, Profiles."""

from segmentation.segments.find import find_segments
from segmentation.segments.segmentation import Feature, Segmentation

__all__ = ["Feature", "Segmentation", "find_segments"]
