"""What does a worker do? One job at a time: a study and a step in, progress and an answer out, as lines of JSON.

    {"job": 3, "study": "Ab…", "revision": 7, "step": "map", "language": "nl"}          in
    {"job": 3, "share": 0.4, "text": "Drawing the map"}                  out, any number of times
    {"job": 3, "done": true}   or   {"job": 3, "error": {"kind": "MissingData", "message": "…", "hint": "…"}}

The worker ends when its input ends: when the server stops, however it stops, its workers stop too.
"""

import errno
import gc
import json
import os
import queue
import sys
import threading
import time
from typing import Any, TextIO

from segmentation.errors import whereabouts

LEAST_SECONDS_BETWEEN = 0.1  # progress more often than this helps nobody


def main() -> None:
    """Serve until the input ends."""
    answers = _private_output()
    if hasattr(os, "nice"):
        os.nice(5)
    inbox: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_listen, args=(inbox,), daemon=True).start()
    try:
        _warm_up()
    except Exception as error:  # noqa: BLE001 - a step that does not need what is broken can still be done
        _say(answers, {"cold": whereabouts(error)})
    _say(answers, {"ready": True})
    while True:
        request = json.loads(inbox.get())
        _say(answers, _answer(request, answers))


def _listen(inbox: queue.Queue[str]) -> None:
    """Pass requests on; when the other side is gone, stop at once, also in the middle of a job."""
    for line in sys.stdin:
        inbox.put(line)
    os._exit(0)


def _private_output() -> TextIO:
    """The pipe to the server for our lines alone: whatever a library prints goes elsewhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, words: dict[str, Any]) -> None:
    answers.write(json.dumps(words) + "\n")
    answers.flush()


def _warm_up() -> None:
    """Load what takes long to load, so that the first job does not have to wait for it."""
    from importlib import import_module

    for name in ("store", "analysis", "customers", "segments", "economics"):
        import_module(f"segmentation.{name}")
    from segmentation.segments.map import warm_up

    warm_up()
    gc.collect()
    gc.freeze()


def _answer(request: dict[str, Any], answers: TextIO) -> dict[str, Any]:
    """Do one job; whatever goes wrong comes back as words for the user."""
    from segmentation.errors import SegmentationError
    from segmentation.language import _, speaking

    last = 0.0

    def progress(share: float, text: str) -> None:
        nonlocal last
        if time.monotonic() - last >= LEAST_SECONDS_BETWEEN:
            last = time.monotonic()
            _say(answers, {"job": request["job"], "share": float(share), "text": str(text)})

    with speaking(request["language"]):
        try:
            perform(request["study"], request["revision"], request["step"], progress)
        except SegmentationError as error:
            return _failed(request, type(error).__name__, error.message, error.hint)
        except MemoryError:
            hint = _("Close other programs, or use fewer rows or columns.")
            return _failed(request, "SegmentationError", _("There is not enough memory for this step."), hint)
        except Exception as error:  # noqa: BLE001 - a worker answers whatever happens; the place is told, never the data
            if _disk_is_full(error):
                return _failed(request, "SegmentationError", _("The disk is full."), _("Nothing you made is lost. Make room and try again."))
            hint = _("Nothing you made is lost. Change a choice and try again.")
            answer = _failed(request, "SegmentationError", _("Something went wrong in this step."), hint)
            return {**answer, "where": whereabouts(error)}
    return {"job": request["job"], "done": True}


def _disk_is_full(error: Exception) -> bool:
    """Also when a library tells it in words of its own."""
    return getattr(error, "errno", None) == errno.ENOSPC or os.strerror(errno.ENOSPC) in str(error)


def perform(study_id: str, revision: int, step: str, progress: Any) -> None:
    """One step of the study as it was saved then. `table:<key>` reads an upload, any other is a step of the Analysis."""
    from segmentation.store import open_store

    store = open_store()
    study, _revision = store.load(study_id, revision)
    if step.startswith("table:"):
        for upload in study.uploads:
            if upload.key == step.removeprefix("table:"):
                store.table(upload, progress)
        return
    try:
        store.analysis(study).compute(step, progress)
    finally:
        store.sweep()  # the study may have been thrown away meanwhile


def _failed(request: dict[str, Any], kind: str, message: str, hint: str) -> dict[str, Any]:
    return {"job": request["job"], "error": {"kind": kind, "message": message, "hint": hint}}


if __name__ == "__main__":
    _warm_up() if "--warm-up" in sys.argv else main()
