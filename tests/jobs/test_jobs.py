import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from segmentation.errors import Cancelled, MissingData, SegmentationError, StoreError, WrongChoice
from segmentation.jobs import Job, Office
from segmentation.store import Store
from segmentation.study import Study

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

# A worker whose steps do what the test needs; everything else about it is real.
ACTING = """
import errno, os, sys, time
from segmentation.jobs import worker
from segmentation.errors import MissingData
from segmentation.language import _

def perform(study_id, revision, step, progress):
    print("libraries print all sorts of things")
    if step == "map":
        progress(0.5, "half")
        time.sleep(60)
    elif step == "segmentation":
        raise MissingData(_("This study is not there (any more)."), "hint")
    elif step == "profiles":
        raise ValueError("Jansen, 9401 AB Assen")
    elif step == "economics":
        os._exit(9)
    elif step == "personas":
        raise MemoryError
    elif step == "zoom:A":
        raise OSError(errno.ENOSPC, "Jansen.parquet")
    elif step == "customers":
        time.sleep(0.3)

worker._warm_up = lambda: None
worker.perform = perform
worker.main()
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "home")


@pytest.fixture
def office(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office with one acting worker."""
    monkeypatch.setattr("segmentation.jobs.workers.PROGRAM", ["-c", ACTING])
    made = Office(store, workers=1)
    yield made
    made.close()


@pytest.fixture
def study(store: Store) -> Study:
    return store.new("Autumn")


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def finished(job: Job) -> Job:
    assert job.wait(150)
    return job


def test_a_job_is_done(office: Office, study: Study) -> None:
    job = finished(office.submit(study.id, "customers"))
    assert (job.state, job.share, job.error) == ("done", 1.0, None)


def test_the_same_job_asked_twice_is_one_job(office: Office, study: Study, store: Store) -> None:
    copy = store.copy(study.id)
    job = office.submit(study.id, "customers")
    assert office.submit(study.id, "customers") is job
    assert office.submit(copy.id, "customers") is job, "another study that asks the same question"
    assert finished(office.submit(study.id, "customers")) is job


def test_progress_arrives_and_the_user_can_stop_it(office: Office, study: Study) -> None:
    job = office.submit(study.id, "map")
    until(lambda: (job.state, job.share, job.text) == ("running", 0.5, "half"))
    job.cancel()
    assert job.state == "failed"
    assert isinstance(job.error, Cancelled)
    assert finished(office.submit(study.id, "customers")).state == "done", "a fresh worker goes on"


def test_a_job_that_waits_can_be_stopped(office: Office, study: Study) -> None:
    running, waiting = office.submit(study.id, "map"), office.submit(study.id, "customers")
    until(lambda: running.state == "running")
    assert waiting.state == "waiting"
    waiting.cancel()
    assert isinstance(finished(waiting).error, Cancelled)
    running.cancel()
    assert finished(office.submit(study.id, "customers")).state == "done"


def test_an_error_crosses_in_the_language_of_the_job(office: Office, study: Study) -> None:
    english = finished(office.submit(study.id, "segmentation", "en")).error
    assert isinstance(english, MissingData)
    assert (english.message, english.hint) == ("This study is not there (any more).", "hint")
    dutch = finished(office.submit(study.id, "segmentation", "nl")).error
    assert dutch is not None
    assert dutch.message == "Deze studie is er niet (meer)."


def test_an_unexpected_error_is_told_plainly_and_logged_without_data(
    office: Office, study: Study, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        error = finished(office.submit(study.id, "profiles", "en")).error
    assert type(error) is SegmentationError
    assert error.hint
    assert "Jansen" not in str(error)
    assert "Jansen" not in caplog.text
    assert "ValueError" in caplog.text


def test_a_lack_of_memory_is_told(office: Office, study: Study) -> None:
    error = finished(office.submit(study.id, "personas", "en")).error
    assert error is not None
    assert "memory" in error.message


def test_a_full_disk_is_told(office: Office, study: Study) -> None:
    error = finished(office.submit(study.id, "zoom:A", "en")).error
    assert error is not None
    assert error.message == "The disk is full."


def test_a_crash_of_a_worker_is_an_error_and_the_next_job_runs(office: Office, study: Study) -> None:
    error = finished(office.submit(study.id, "economics", "en")).error
    assert type(error) is SegmentationError
    assert error.hint
    assert finished(office.submit(study.id, "customers")).state == "done"


def test_a_worker_that_cannot_begin_is_an_error_not_a_loop(store: Store, study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segmentation.jobs.workers.sys.executable", str(store.home / "no python"))
    office = Office(store)
    assert type(finished(office.submit(study.id, "customers")).error) is SegmentationError


def test_an_older_tab_gets_the_answer_to_its_own_question(office: Office, study: Study, store: Store) -> None:
    store.save(study.change(currency="GBP"), 1)
    now, before = office.submit(study.id, "customers"), office.submit(study.id, "customers", revision=1)
    assert now is not before
    assert (now.revision, before.revision) == (2, 1)
    assert finished(before).state == finished(now).state == "done"


def test_questions_that_cannot_be_are_refused_at_once(office: Office, study: Study) -> None:
    for step in ("nonsense", "table:" + "0" * 64):
        with pytest.raises(WrongChoice):
            office.submit(study.id, step)
    with pytest.raises(StoreError):
        office.submit("nothing", "map")


def test_closing_ends_the_workers(office: Office, study: Study) -> None:
    job = office.submit(study.id, "map")
    until(lambda: job.state == "running")
    office.close()
    assert finished(job).error is not None


def test_a_real_worker_reads_an_upload(store: Store) -> None:
    study = store.add_upload(store.new("Autumn"), b"klant;bedrag\n1;2,50\n", "orders.csv")
    step = f"table:{study.uploads[0].hash}"
    office = Office(store, workers=1)
    try:
        assert finished(office.submit(study.id, step)).error is None
        assert store.has_table(study.uploads[0])
        assert office.submit(study.id, step).state == "done", "what is there needs no worker"
    finally:
        office.close()


SERVER = """
import sys, time
from segmentation.jobs import office
office().warm_up()
desk = office()._desks[0]
while desk._process is None:
    time.sleep(0.01)
print(desk._process.pid, flush=True)
time.sleep(120)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9 on Windows")
def test_workers_end_with_a_server_that_was_killed(tmp_path: Path) -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    worker = int(server.stdout.readline())
    server.send_signal(signal.SIGKILL)
    server.wait()
    until(lambda: not _alive(worker))


def _alive(process: int) -> bool:
    """Whether it runs; one that ended and waits for somebody to take notice does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
