"""How do colleagues think along on their phones? Plain pages over the store, and a listener of their own on the network."""

from segmentation.phones.listener import GOODBYE, Listener, addresses, resume_sharing, share_room, stop_sharing, stop_unused
from segmentation.phones.routes import routes

__all__ = ["GOODBYE", "Listener", "addresses", "resume_sharing", "routes", "share_room", "stop_sharing", "stop_unused"]
