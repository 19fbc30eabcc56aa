"""What can go wrong, told to the person at the screen: what happened, where, and what to do now."""

import os
import traceback


class SegmentationError(Exception):
    """Something a user can understand and act on.

    `message` says what happened and where; `hint` says what to do now. Both are already in the user's language:
    raise it with texts that went through `segmentation.language._`.

    >>> error = SegmentationError("This file is empty.", "Export it again and choose the new file.")
    >>> error.message, error.hint
    ('This file is empty.', 'Export it again and choose the new file.')
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint


class ReadError(SegmentationError):
    """A file cannot be read as a table."""


class MissingData(SegmentationError):
    """The tables do not hold what this step needs."""


class TooLittleData(SegmentationError):
    """There is something, but too little to say anything with."""


class WrongChoice(SegmentationError):
    """A setting that cannot be used as it is."""


class StoreError(SegmentationError):
    """A study could not be opened or saved."""


class Conflict(StoreError):
    """Somebody else saved this study after it was opened here."""


class Cancelled(SegmentationError):
    """The user stopped the work."""


def whereabouts(error: BaseException) -> str:
    """Where an error arose, for whoever mends it. Without its text, which may hold a customer's data."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-6:])
    places = " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {places}"
