"""How do colleagues think along on their phones? Plain pages over the store, and a listener of their own on the network."""

from segmentation.phones.listener import Listener, addresses, resume_sharing, share_room, stop_sharing
from segmentation.phones.routes import routes

__all__ = ["Listener", "addresses", "resume_sharing", "routes", "share_room", "stop_sharing"]
