"""A store with a study, a room in it, and a listener that other machines could reach."""

import pytest

from segmentation.personas import draft_personas
from segmentation.phones import share_room, stop_sharing
from segmentation.store import open_store
from segmentation.store.rooms import Rooms
from tests.personas.people import profiles_of, three_kinds


@pytest.fixture(scope="session")
def body():
    profiles = profiles_of(*three_kinds(40))
    dutch, english = (draft_personas(profiles, language) for language in ("nl", "en"))
    return {"personas": [persona.to_dict() for persona in dutch], "en": [persona.to_dict() for persona in english]}


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return open_store(tmp_path_factory.mktemp("phones"))


@pytest.fixture(scope="session")
def rooms(store):
    return Rooms(store.engine)


@pytest.fixture
def room(store, rooms, body):
    opened = rooms.open(store.new("Autumn").id, body)
    yield share_room(store, opened.id, host="127.0.0.1", port=0)
    stop_sharing(store, opened.id)
