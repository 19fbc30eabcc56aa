"""How does heavy work get done without freezing the app or taking it down?

In worker processes: a job is a study and a step, its progress comes back as lines of JSON, its result lies on the shelf.

    job = submit(study.id, "map", language="nl")
    job.state, job.share, job.text        # "waiting" → "running" → "done" or "failed" (then job.error says why)
    job.cancel()
"""

from segmentation.jobs.workers import Job, Office, office, submit, warm_up

__all__ = ["Job", "Office", "office", "submit", "warm_up"]
