"""How do many small runs share the machine? Each run is serial compiled code; threads take them in turn, results keep their order."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def spread(run: Callable[[Any], Any], tasks: Iterable[Any]) -> list[Any]:
    """`run` for every task, in threads; the answers in the order of the tasks, whatever the number of threads."""
    todo = list(tasks)
    workers = min(len(todo), available())
    if workers < 2:
        return [run(task) for task in todo]
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(run, todo))


def available() -> int:
    """How many processors this process may use."""
    limit = os.environ.get("OMP_NUM_THREADS", "")
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, int(limit)) if limit.isdigit() and int(limit) > 0 else count
