"""Can everybody tell the segments apart: enough contrast on both pages, and colours that differ also for who does not see them all?"""

import itertools
import re
import tomllib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import vl_convert

from segmentation.charts.segments import segment_sizes
from segmentation.charts.theme import SEGMENT_COLOURS

ROOT = Path(__file__).parents[2]

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
# Machado, Oliveira & Fernandes (2009), severity 1, on linear RGB
EYES = {
    "all colours": np.eye(3),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""
    dark, light = sorted(float(linear(colour) @ TO_XYZ[1]) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, eyes: np.ndarray) -> np.ndarray:
    """CIE 1976 L*a*b* under D65, as these eyes see it."""
    x, y, z = np.clip(eyes @ linear(colour), 0, 1) @ TO_XYZ.T / np.array([0.95047, 1, 1.08883])
    x, y, z = (np.cbrt(part) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("page", ["light", "dark"])
def test_every_colour_stands_out_on_the_page(page: str) -> None:
    background = SETTINGS[page]["backgroundColor"]
    assert [colour for colour in SEGMENT_COLOURS if contrast(colour, background) < 3] == []


@pytest.mark.parametrize("eyes", EYES)
def test_the_first_eight_keep_apart(eyes: str) -> None:
    seen = {colour: lab(colour, EYES[eyes]) for colour in SEGMENT_COLOURS[:8]}
    near = [pair for pair in itertools.combinations(seen, 2) if np.linalg.norm(seen[pair[0]] - seen[pair[1]]) < (25 if eyes == "all colours" else 10)]
    assert near == []


def test_streamlits_own_charts_use_them_too() -> None:
    assert tuple(SETTINGS["chartCategoricalColors"]) == SEGMENT_COLOURS


@pytest.mark.parametrize("page", ["light", "dark", "paper"])
def test_words_in_a_chart_stand_out_on_what_they_stand(page: str) -> None:
    background = "#FFFFFF" if page == "paper" else SETTINGS[page]["backgroundColor"]
    chart = segment_sizes(pd.Series({"A": 3, "B": 2}), {"A": "Regulars"}).properties(background=background)
    drawn = vl_convert.vegalite_to_svg(chart.to_dict())
    inks = set(re.findall(r'<text[^>]*fill="(#\w+)"[^>]*>[AB]\b', drawn))
    assert len(inks) == 1 and contrast(inks.pop(), background) > 7
