"""Do segments keep their letter, colour and name when the user chooses again?"""

import pytest

from segmentation.analysis import Analysis
from segmentation.store import Store, open_store
from segmentation.study import Question, Study
from tests.analysis.test_analysis import lines

STUDY = Study(name="Autumn", id="fixed", language="en", features=("frequency", "monetary"), k=2, method="kmeans")


def test_naming_by_itself_changes_nothing() -> None:
    named = STUDY.change(segment_names={"A": "Now and then"})
    assert named.when_named() is None
    assert Analysis(named, []).key("segmentation") == Analysis(STUDY, []).key("segmentation")


def test_what_was_decided_when_the_first_name_was_given_is_kept() -> None:
    named = STUDY.change(segment_names={"A": "Now and then"})
    later = named.change(k=3).change(segment_names={"A": "Now and then", "C": "New"}).change(method="mixture")
    before = later.when_named()
    assert before is not None
    assert (before.k, before.method, before.segment_names, before.named_under) == (2, "kmeans", {}, None)
    assert later.change(k=2, method="kmeans").when_named() is None


def test_a_question_decides_nothing_when_the_features_were_chosen() -> None:
    asked = {"questions": (Question(text="Who returns most?"),)}
    assert STUDY.change(segment_names={"A": "Loyal"}).change(**asked).when_named() is None
    assert STUDY.change(features=None, segment_names={"A": "Loyal"}).change(**asked).when_named() is not None


def test_without_names_nothing_has_to_be_kept() -> None:
    assert STUDY.change(segment_names={"A": "Loyal"}).change(segment_names={}).named_under is None


@pytest.fixture
def store() -> Store:
    return open_store()


@pytest.mark.slow
def test_a_name_stays_with_its_customers_when_another_number_is_chosen(store: Store) -> None:
    study = store.add_upload(store.new("Autumn", **STUDY.model_dump(include={"language", "features", "k", "method"})), lines(), "orders.csv")
    first = store.analysis(study).segmentation
    best = first.labels.index[first.labels == "B"]
    later = study.change(segment_names={"B": "Regulars"}).change(k=4)
    analysis = store.analysis(later)
    again = analysis.segmentation
    assert again.k == 4
    kept = again.labels.index[again.labels == "B"]
    assert len(kept), "the letter with a name does not disappear"
    assert set(kept) <= set(best), "and it means the same customers, or part of them"
    assert set(again.moved.index) == {who for who in first.labels.index if first.labels[who] != again.labels[who]}
    assert store.analysis(later.change(k=2)).key("segmentation") == store.analysis(study).key("segmentation")


@pytest.mark.slow
def test_a_name_stays_when_next_month_s_file_takes_the_place_of_the_old(store: Store) -> None:
    study = store.add_upload(store.new("Autumn", **STUDY.model_dump(include={"language", "features", "k", "method"})), lines(), "orders.csv")
    letters = store.analysis(study).segmentation.labels
    regulars = set(letters.index[letters == "B"])
    store.save(study.change(segment_names={"B": "Regulars"}), store.revision(study.id))
    grown = b"\n".join([lines(), *(b"N%03d;2025-01-%02d;n%d;9,50;1" % (n, 1 + n % 28, n) for n in range(80))])
    later = store.add_upload(study, grown, "orders.csv")
    later = later.change(uploads=later.uploads[1:])
    again = store.analysis(later).segmentation
    assert set(again.labels.index[again.labels == "B"]) & regulars
    assert not set(again.labels.index[again.labels == "A"]) & regulars


@pytest.mark.slow
def test_after_an_upgrade_a_name_stays_with_the_customers_it_was_given_to(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from segmentation import analysis, segments
    from segmentation.store import results

    study = store.add_upload(store.new("Autumn", **STUDY.model_dump(include={"language", "features", "k", "method"})), lines(), "orders.csv")
    first = store.analysis(study).segmentation.labels.astype(str)
    given, find = [], segments.find_segments

    def newer(*customers, earlier, **choices):
        given.append(earlier)
        return find(*customers, earlier=earlier, **{**choices, "k": 3})

    for module in (analysis, results):
        monkeypatch.setattr(module, "FORMAT", module.FORMAT + 2)
    monkeypatch.setattr(segments, "find_segments", newer)
    named = store.analysis(study.change(segment_names={"B": "Regulars"}))
    assert named.segmentation.labels.astype(str)[first == "B"].eq("B").any()
    assert given[0].labels.astype(str).equals(first)
    assert set(named.segmentation.moved.index) == {who for who in first.index if first[who] != named.segmentation.labels[who]}
