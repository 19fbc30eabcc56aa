import pytest

from segmentation.errors import Conflict, StoreError, WrongChoice
from segmentation.store import Store, open_store

CSV = b"klant;bedrag\n1;2,50\n"


@pytest.fixture
def store() -> Store:
    return open_store()


def test_a_decision_is_there_after_a_restart(store: Store) -> None:
    study = store.new("Autumn", language="en")
    store.save(study.change(k=4), 1)
    again = Store(store.home)
    assert again.load(study.id)[0].k == 4
    assert again.load(study.id)[1] == 2
