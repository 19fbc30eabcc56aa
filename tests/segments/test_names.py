"""Names say what sets a segment apart, and no two are the same."""

import pandas as pd

from segmentation.customers.entries import ENTRIES
from segmentation.language import speaking
from segmentation.segments.names import NEVER, Naming, distinct_names, named_for_nothing, propose_names
from segmentation.segments.vocabulary import LABELS, figure, label_of


def test_the_segment_that_a_trait_fits_most_gets_the_name():
    highlights = pd.DataFrame({
        "segment": ["A", "B", "A"], "column": ["monetary", "monetary", "recency"], "level": ["", "", ""],
        "effect": [0.5, 0.9, -0.4], "place": [0, 0, 1],
    })  # fmt: skip
    names = propose_names(highlights, ["A", "B", "C"])
    assert names == {"A": Naming("recency", "", -1), "B": Naming("monetary", "", 1), "C": Naming()}


def test_who_never_bought_is_called_so():
    frame = pd.DataFrame({"frequency": [0, 0, 3, 0, 2]})
    assert named_for_nothing(frame, pd.Series(list("AABBB"))) == {"A": NEVER}
    assert named_for_nothing(frame[[]], pd.Series(list("AABBB"))) == {}
    with speaking("nl"):
        assert NEVER.words() == "Nog niets gekocht"


def test_names_in_words():
    with speaking("en"):
        assert Naming("monetary", "", 1).words() == "Big spenders"
        assert Naming("Shoe size", "", -1).words() == "Low “Shoe size”"
        assert Naming("country", "Nederland", 1).words() == "From Nederland"
        assert Naming("Newsletter", "yes", -1).words() == Naming("Newsletter", "False", 1).words() == "Without “Newsletter”"
        assert distinct_names({"A": Naming(), "B": Naming()}) == {"A": "Average customers A", "B": "Average customers B"}
    with speaking("nl"):
        assert Naming("monetary", "", 1).words() == "Grote besteders"
        assert Naming("Nieuwsbrief", "yes", 1).words() == "Met ‘Nieuwsbrief’"
        assert Naming("favourite_category", "Kinderen", 1).words() == "Vooral Kinderen"
        assert Naming("household", "Gezin met kinderen", 1).words() == "Gezin met kinderen"
        assert Naming("Soort", "vast", 1).words() == "‘Soort’: vast"


def test_figures_in_their_own_unit():
    with speaking("en"):
        assert figure(1234.5, "money", "EUR") == "€1,234" or figure(1234.5, "money", "EUR") == "€1,235"
        assert figure(12.25, "money", "EUR", exact=True) == "€12.25"
        assert figure(1, "days") == "1 day"
        assert figure(90, "days", exact=True) == "90 days"
        assert figure(0.1282, "share", exact=True) == "12.82%"
        assert figure(3, "count") == "3"
        assert label_of("recency") == "time since the last purchase"


def test_every_figure_of_the_catalogue_has_a_name_of_its_own_either_way():
    figures = [column for column, entry in ENTRIES.items() if entry.kind not in ("category", "date")]
    assert len(figures) > 40 and set(figures) <= set(LABELS)
    for language in ("en", "nl"):
        with speaking(language):
            names = [Naming(column, "", direction).words() for column in figures for direction in (1, -1)]
            assert all(names) and len(set(names)) == len(names)
    with speaking("en"):
        assert Naming("favourite_channel", "Webshop", -1).words() == "Less often Webshop"
