"""Overruling what a column is: what one click changes in the study."""

from segmentation.study import Study, Upload
from segmentation.ui.meaning_cells import changed, overruled

ROLES = {"klantnummer": "customer", "naam": "name", "": None}
TYPES = {"tekst": "text", "nummer of code": "id"}
NOW = {"Klant": "customer", "Code": None}


def test_another_column_gets_the_role():
    upload = Upload(hash="a", name="a.csv")
    assert overruled(upload, now=NOW, edited={1: {"role": "klantnummer"}}, roles=ROLES, types=TYPES) == {
        "roles": {"customer": "Code"},
        "types": {},
    }


def test_a_column_gets_another_role_and_gives_up_its_own():
    upload = Upload(hash="a", name="a.csv")
    found = overruled(upload, now=NOW, edited={0: {"role": "naam", "type": "tekst"}}, roles=ROLES, types=TYPES)
    assert found == {"roles": {"customer": None, "name": "Klant"}, "types": {"Klant": "text"}}


def test_a_column_loses_its_role():
    upload = Upload(hash="a", name="a.csv", roles={"amount": "B"})
    found = overruled(upload, now=NOW, edited={0: {"role": ""}}, roles=ROLES, types=TYPES)
    assert found["roles"] == {"amount": "B", "customer": None}


def test_only_that_file_is_changed():
    study = Study(name="x", uploads=(Upload(hash="a", name="a.csv"), Upload(hash="b", name="b.csv")))
    after = changed(study, "b", lambda _upload: {"kind": "visits"})
    assert [upload.kind for upload in after.uploads] == [None, "visits"]
