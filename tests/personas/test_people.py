"""Do names fit and faces stay abstract?"""

from xml.etree import ElementTree

import pytest

from segmentation.personas.face import draw_face
from segmentation.personas.names import FIRST, country_of, invent


@pytest.mark.parametrize(
    ("country", "province", "language", "code"),
    [
        ("Nederland", "Drenthe", "en", "nl"), ("NL", "Friesland", "nl", "fy"), ("United Kingdom", "", "nl", "en"), ("", "", "en", "en"),
        ("", "", "nl", "nl"), ("België", "", "nl", "be"), ("Germany", "", "en", "de"), ("Japan", "", "nl", "nl"),
    ],
)
def test_names_come_from_the_place(country, province, language, code):
    assert country_of(country, province, language) == code


def test_a_name_fits_the_age_and_says_nothing_of_gender_unless_the_data_do():
    young, old = invent(0, "A", age=22).split()[0], invent(0, "A", age=80).split()[0]
    assert young in FIRST["nl"][0][0].split()
    assert old in FIRST["nl"][75][0].split()
    assert invent(0, "A", age=80, gender="f").split()[0] in FIRST["nl"][75][1].split()


def test_nobody_is_called_the_same():
    taken: list[str] = []
    for letter in "ABCDEFGH":
        taken.append(invent(3, letter, age=50, taken=taken).split()[0])
    assert len(set(taken)) == 8


def test_a_face_is_a_picture_with_a_title_and_nothing_active():
    for seed in range(30):
        svg = draw_face("C", "Sam", seed, title="<script>alert(1)</script> & Sam")
        tree = ElementTree.fromstring(svg)
        assert tree.find("{http://www.w3.org/2000/svg}title").text == "<script>alert(1)</script> & Sam"
        assert not {element.tag.rpartition("}")[2] for element in tree.iter()} - {
            "svg", "title", "clipPath", "rect", "g", "circle", "path", "ellipse",
        }
