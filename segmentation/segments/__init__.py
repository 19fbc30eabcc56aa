"""Which groups are there, how real are they, and what are they? Customers → Segmentation, map, Profiles."""

from segmentation.segments.features import suggest_features
from segmentation.segments.find import find_segments
from segmentation.segments.map import draw_map
from segmentation.segments.micro import Zoom, zoom_in
from segmentation.segments.profile import Profiles, profile_segments
from segmentation.segments.segmentation import Feature, Segmentation

__all__ = [
    "Feature",
    "Profiles",
    "Segmentation",
    "Zoom",
    "draw_map",
    "find_segments",
    "profile_segments",
    "suggest_features",
    "zoom_in",
]
