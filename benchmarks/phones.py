"""How fast does a room answer fifty phones, and is anything lost or doubled when the server is killed in the middle?

    python benchmarks/phones.py [SECONDS] [PHONES]

Each phone does what the page does: it asks for news every two seconds, writes a note every five, gives and takes dots, and sends what
got no answer again under the same id. Half way the server is killed (SIGKILL) and started anew on the same address.
"""

import contextlib
import http.client
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from segmentation.personas import Line, Persona  # noqa: E402
from segmentation.store import open_store  # noqa: E402
from segmentation.store.rooms import Rooms  # noqa: E402
from tests.phones.people import Phone  # noqa: E402

PORT = 8799
SERVER = """
import sys, time
from segmentation.phones import share_room
from segmentation.store import open_store
share_room(open_store(sys.argv[1]), sys.argv[2], host="127.0.0.1", port=int(sys.argv[3]))
print("up", flush=True)
while True: time.sleep(1)
"""


class Server:
    def __init__(self, home: str, room: str) -> None:
        self.home, self.room = home, room
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", SERVER, self.home, self.room, str(PORT)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert self.process.stdout.readline().strip() == b"up"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def measure(seconds: float = 60, phones: int = 50, pause: float = 2.0) -> dict[str, float]:
    """Seconds until a note is on the big screen, milliseconds of an answer (median, 95th percentile), posts, and what was lost or doubled."""
    with tempfile.TemporaryDirectory() as home:
        store = open_store(home)
        lines = (Line("who", "I am 48.", "data", 48.0, (46.0, 50.0), 37.0, column="age", statistic="median", kind="number"),)
        rooms = Rooms(store.engine)
        room = rooms.open(store.new("Load").id, {"personas": [Persona("A", "Sam", 48, "Assen", lines).to_dict()]})
        server = Server(home, room.id)
        times: list[float] = []
        sent: set[str] = set()
        given: set[str] = set()
        fresh: dict[str, float] = {}
        end = time.monotonic() + seconds
        workers = [threading.Thread(target=_one, args=(room.code, number, end, pause, times, sent, given)) for number in range(phones)]
        workers.append(threading.Thread(target=_watch, args=(rooms, room.id, end, fresh)))
        for worker in workers:
            worker.start()
        time.sleep(seconds / 2)
        server.kill()
        server.start()
        for worker in workers:
            worker.join()
        server.kill()
        kept = [note.text for note in rooms.notes(room.id)]
        dots = sum(note.votes for note in rooms.notes(room.id))
        store.engine.dispose()
    return {
        "fresh_p95_s": statistics.quantiles(fresh.values(), n=20)[-1], "fresh_worst_s": max(fresh.values()),
        "requests": len(times), "median_ms": 1000 * statistics.median(times), "p95_ms": 1000 * statistics.quantiles(times, n=20)[-1],
        "notes_sent": len(sent), "lost": len(sent - set(kept)), "doubled": len(kept) - len(set(kept)), "dots_given": len(given), "dots_kept": dots,
    }


def _one(code: str, number: int, end: float, pause: float, times: list[float], sent: set[str], given: set[str]) -> None:
    draw = random.Random(number)
    phone = Phone(f"http://127.0.0.1:{PORT}")
    time.sleep(draw.random() * pause)
    phone.join(code)
    version, turn, mine = "0", 0, []
    while time.monotonic() < end:
        text = f"phone {number} note {turn}"
        if turn % 5 in {0, 3}:
            note = f"{number}-{turn}"
            if _insist(times, lambda note=note, text=text: phone.write(code, note, text), end + 30) == 200:
                sent.add(text)
                mine.append(note)
        if turn % 5 == 1 and mine and _insist(times, lambda: phone.vote(code, mine[-1])[0], end + 30) == 200:
            given.add(mine[-1])
        status, body = _insist(times, lambda v=version: phone.ask("GET", f"/room/{code}/state?v={v}")[:2], end + 30)
        if status == 200:
            version = body.partition('"version":')[2].partition(",")[0]
        turn += 1
        time.sleep(pause * (0.8 + 0.4 * draw.random()))


def _watch(rooms: Rooms, room: str, end: float, fresh: dict[str, float]) -> None:
    """The big screen: looks every two seconds, and finds how long ago each new note was sent."""
    while time.monotonic() < end:
        notes = rooms.notes(room)
        now = datetime.now(UTC)
        for note in notes:
            fresh.setdefault(note.id, (now - datetime.fromisoformat(note.sent)).total_seconds())
        time.sleep(2.0)


def _insist(times, ask, until):
    """Ask until there is an answer, as the page does; only answered requests are timed."""
    while time.monotonic() < until:
        start = time.perf_counter()
        with contextlib.suppress(OSError, http.client.HTTPException):
            answer = ask()
            times.append(time.perf_counter() - start)
            return answer
        time.sleep(0.3)
    raise TimeoutError


if __name__ == "__main__":
    given = [float(word) for word in sys.argv[1:]]
    result = measure(given[0] if given else 60, int(given[1]) if len(given) > 1 else 50)
    for name, value in result.items():
        print(f"{name:12} {value:.1f}")
