"""Where do studies, their history and their files lie?

>>> import tempfile
>>> store = open_store(tempfile.mkdtemp())
>>> study = store.new("Autumn", language="en")
>>> study, revision = store.load(study.id)
>>> revision = store.save(study.change(k=4), revision)
>>> store.load(study.id)[0].k, [entry.name for entry in store.studies()]
(4, ['Autumn'])
"""

from segmentation.store.deleted import Deleted
from segmentation.store.store import Entry, Store, Version, open_store

__all__ = ["Deleted", "Entry", "Store", "Version", "open_store"]
