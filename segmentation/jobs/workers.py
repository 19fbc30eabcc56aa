"""Who does which job? At most two workers, each with one job at a time; the rest waits its turn."""

import itertools
import json
import logging
import os
import subprocess
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from segmentation import errors
from segmentation.errors import Cancelled, SegmentationError, WrongChoice
from segmentation.language import _, speaking
from segmentation.store import Store, open_store
from segmentation.store.results import table_key
from segmentation.study import Study

log = logging.getLogger(__name__)

State = Literal["waiting", "running", "done", "failed"]
ROOT = Path(__file__).parents[2]
PROGRAM = ["-m", "segmentation.jobs.worker"]
REMEMBERED = 200  # finished jobs whose outcome is still known


@dataclass(eq=False)
class Job:
    """One step of one study being worked out. The result arrives on the shelf, never here."""

    study_id: str
    revision: int
    step: str
    language: str
    name: str
    office: "Office" = field(repr=False)
    number: int = field(default_factory=itertools.count(1).__next__)
    state: State = "waiting"
    share: float = 0.0
    text: str = ""
    error: SegmentationError | None = None
    over: threading.Event = field(default_factory=threading.Event, repr=False)

    def cancel(self) -> None:
        """Stop it; it has then failed with `Cancelled`."""
        self.office.cancel(self)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done or failed; False when it took longer than this."""
        return self.over.wait(seconds)


class Office:
    """The queue and the workers of one process."""

    def __init__(self, store: Store, workers: int | None = None) -> None:
        self.store = store
        self.size = workers or min(2, os.cpu_count() or 1)
        self._lock = threading.RLock()
        self._queue: deque[Job] = deque()
        self._jobs: dict[str, Job] = {}
        self._desks: list[_Desk] = []

    def submit(self, study_id: str, step: str, language: str = "nl", revision: int | None = None) -> Job:
        """Have this step worked out for the study as it was saved at `revision` (the newest otherwise).

        Asking again while it is waiting or running gives the same job, also for another study that asks the same question.
        Raises WrongChoice for a step that does not exist and StoreError for a study that does not.
        """
        study, revision = self.store.load(study_id, revision)
        name, there = self._named(study, step)
        with self._lock:
            job = self._jobs.get(name)
            if job is not None and job.state in ("waiting", "running"):
                return job
            job = Job(study_id, revision, step, language, name, self)
            if there:
                job.state, job.share = "done", 1.0
                job.over.set()
                return job
            with speaking(language):
                job.text = _("Waiting for a free place")
            self._remember(job)
            self._queue.append(job)
            self._staff()
        return job

    def cancel(self, job: Job) -> None:
        """Stop a job: out of the queue, or by ending its worker."""
        with speaking(job.language):
            stopped = Cancelled(_("You stopped this calculation."), _("Nothing you made is lost. You can start it again."))
        with self._lock:
            if job.state == "waiting":
                self._queue.remove(job)
            desk = next((desk for desk in self._desks if desk.job is job), None)
            self.finish(job, stopped)
            if desk is not None:
                desk.stop()

    def warm_up(self) -> None:
        """Start a worker before there is work, so that the first job finds everything loaded."""
        with self._lock:
            if not self._desks:
                self._desks.append(_Desk(self))

    def close(self) -> None:
        """End all workers; jobs that were waiting or running fail."""
        with self._lock:
            for job in [*self._queue, *(desk.job for desk in self._desks)]:
                if job is not None:
                    self.finish(job, _crashed(job))
            self._queue.clear()
            desks, self._desks = self._desks, []
        for desk in desks:
            desk.stop()

    def finish(self, job: Job, error: SegmentationError | None = None) -> None:
        with self._lock:
            if job.state in ("done", "failed"):
                return
            job.error, job.share = error, 1.0
            job.state = "failed" if error else "done"
            job.over.set()

    def next_for(self, desk: "_Desk") -> Job | None:
        """The next job for a free worker."""
        with self._lock:
            if desk.job is not None or not self._queue:
                return None
            desk.job = self._queue.popleft()
            desk.job.state = "running"
            return desk.job

    def leave(self, desk: "_Desk") -> None:
        """A worker has ended; when it was in the middle of a job, that job has failed."""
        with self._lock:
            if desk.job is not None:
                self.finish(desk.job, _crashed(desk.job))
            if desk not in self._desks:
                return
            self._desks.remove(desk)
            if not desk.ready and not self._desks:  # nobody can start: do not hire for ever
                while self._queue:
                    self.finish(job := self._queue.popleft(), _crashed(job))
            self._staff()
            if desk.ready:
                self.warm_up()

    def _staff(self) -> None:
        """Give waiting jobs to free workers, and hire when all are busy and there is room."""
        for desk in self._desks:
            desk.offer()
        busy = sum(desk.job is not None for desk in self._desks)
        while self._queue and busy + len(self._queue) > len(self._desks) and len(self._desks) < self.size:
            self._desks.append(_Desk(self))

    def _named(self, study: Study, step: str) -> tuple[str, bool]:
        """A name for what this job makes, and whether it is there already."""
        if step.startswith("table:"):
            uploads = [upload for upload in study.uploads if upload.key == step.removeprefix("table:")]
            if not uploads:
                raise WrongChoice(_("This file is not part of the study."), _("Upload it again."))
            return "table " + " ".join(map(table_key, uploads)), all(map(self.store.has_table, uploads))
        analysis = self.store.analysis(study)
        return f"{step} {analysis.key(step)}", analysis.ready(step)

    def _remember(self, job: Job) -> None:
        self._jobs[job.name] = job
        finished = [name for name, old in self._jobs.items() if old.over.is_set()]
        for name in finished[:-REMEMBERED]:
            del self._jobs[name]


class _Desk:
    """One worker process, and the thread that hires it and listens to it as long as it lives."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.job: Job | None = None
        self._process: subprocess.Popen[str] | None = None
        self._stopped = self.ready = False
        threading.Thread(target=self._serve, name="klantbeeld-worker", daemon=True).start()

    def offer(self) -> None:
        """Take the next job when this worker is free."""
        if self.ready and not self._stopped and (job := self.office.next_for(self)):
            told = {
                "job": job.number,
                "study": job.study_id,
                "revision": job.revision,
                "step": job.step,
                "language": job.language,
            }
            self._write(json.dumps(told) + "\n")

    def stop(self) -> None:
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def _serve(self) -> None:
        try:
            self._process = _hire(self.office.store)
            assert self._process.stdout is not None
            if self._stopped:
                self._process.kill()
            for line in self._process.stdout:
                self._hear(json.loads(line))
        except (OSError, ValueError) as error:
            log.warning("A worker could not go on: %s", type(error).__name__)
        finally:
            self.stop()
            if self._process is not None:
                self._process.wait()
            self.office.leave(self)

    def _hear(self, words: dict[str, Any]) -> None:
        with self.office._lock:
            if "ready" in words:
                self.ready = True
            elif "cold" in words:
                log.error("A worker could not load everything: %s", words["cold"])
                return
            elif self.job is None or words["job"] != self.job.number:
                return
            elif "share" in words:
                if self.job.state == "running":
                    self.job.share, self.job.text = words["share"], words["text"]
                return
            else:
                if "where" in words:
                    log.error("Step %s failed: %s", self.job.step, words["where"])
                job, self.job = self.job, None
                self.office.finish(job, _error(words["error"]) if "error" in words else None)
            self.offer()

    def _write(self, line: str) -> None:
        try:
            assert self._process is not None
            assert self._process.stdin is not None
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:
            self.stop()  # it died a moment ago: `_serve` notices and tells the office


def _hire(store: Store) -> subprocess.Popen[str]:
    surroundings = {
        **os.environ,
        "KLANTBEELD_HOME": str(store.home),
        "KLANTBEELD_DATABASE_URL": store.url or "",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "PYTHONIOENCODING": "utf-8",
    }
    below_normal = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return subprocess.Popen(
        [sys.executable, *PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what libraries print may hold a customer's data
        env=surroundings,
        text=True,
        encoding="utf-8",
        creationflags=below_normal,
    )


def _error(told: dict[str, str]) -> SegmentationError:
    kind = getattr(errors, told["kind"], SegmentationError)
    return kind(told["message"], told["hint"])


def _crashed(job: Job) -> SegmentationError:
    with speaking(job.language):
        return SegmentationError(
            _("This step stopped unexpectedly, perhaps for lack of memory."),
            _("Nothing you made is lost. Try again, or use fewer rows or columns."),
        )


def office() -> Office:
    """The office of this process, on the store of this process."""
    return _office_of(open_store())


_office_of = cache(Office)


def submit(study_id: str, step: str, language: str = "nl", revision: int | None = None) -> Job:
    """Have a step of a study worked out by a worker of this process; see `Office.submit`."""
    return office().submit(study_id, step, language, revision)


def warm_up() -> None:
    """Start a worker in the background."""
    office().warm_up()
