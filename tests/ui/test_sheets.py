"""Several sheets of one file stand in a study side by side, each with its own choices."""

from segmentation.study import Study, Upload
from segmentation.ui.meaning_cells import changed
from segmentation.ui.reading_cells import read_otherwise, with_sheet
from segmentation.ui.work import without_upload

BOOK = Upload(hash="a" * 64, name="zadel.xlsx", reading={"skip_totals": True})
OTHER = Upload(hash="b" * 64, name="b.csv")


def test_a_sheet_is_added_behind_its_file_and_keeps_choices_of_its_own():
    study = with_sheet(Study(name="x").change(uploads=(BOOK, OTHER)), BOOK, "Klanten")
    first, second, third = study.uploads
    assert (first, third) == (BOOK, OTHER) and (second.hash, second.sheet, second.reading) == (BOOK.hash, "Klanten", {})
    assert second.title == "zadel.xlsx · Klanten" and first.title == "zadel.xlsx" and len({one.key for one in study.uploads}) == 3
    told = changed(study, second.key, lambda _upload: {"kind": "customers"})
    assert [one.kind for one in told.uploads] == [None, "customers", None]
    assert without_upload(second.key)(told).uploads == (BOOK, OTHER)


def test_the_same_sheet_twice_is_there_once():
    study = with_sheet(Study(name="x").change(uploads=(BOOK,)), BOOK, "Klanten")
    assert with_sheet(study, BOOK, "Klanten").uploads == study.uploads


def test_another_sheet_does_not_keep_the_header_row_of_the_last():
    chosen = BOOK.model_copy(update={"reading": {"sheet": "Klanten", "header": 4, "encoding": "cp1252"}, "mended": {3: ["a"]}})
    assert read_otherwise(chosen, "sheet", "Bonnen") == {"reading": {"encoding": "cp1252", "sheet": "Bonnen"}, "mended": {}}
    assert read_otherwise(chosen, "header", 5)["reading"] == {"sheet": "Klanten", "header": 5, "encoding": "cp1252"}
    beside = chosen.model_copy(update={"sheet": "Klanten", "reading": {"header": 4}})
    assert read_otherwise(beside, "sheet", "Bonnen") == {"sheet": "Bonnen", "reading": {}, "mended": {}}
