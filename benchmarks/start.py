"""How soon is the first page there, beside the same app with every library imported at the top?

    python benchmarks/start.py [--repeats 3]

A real server and a real Chromium, as on any day but the first: the files of the page lie in the browser's cache. Both are measured in turn, in one run,
once started by `klantbeeld` and once by `streamlit run app.py`: until the first page has been sent, and, in the browser, until it is seen.
"""

import argparse
import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets import Subprotocol
from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parents[1]
LIBRARIES = "umap, sklearn.cluster, sklearn.mixture, ibis, duckdb, pandas, altair, scipy.optimize, numba, typst, vl_convert, stepmix, xlsxwriter"
READY = '[data-testid="stMain"] h1'
PORT = 8760  # one for all: a browser keeps its cache by address
STARTS = {
    "klantbeeld": ["-m", "segmentation.cli", "serve", "--no-browser", "--port", str(PORT)],
    "streamlit run": ["-m", "streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(PORT)],
}


def copy_with_everything(folder: Path) -> Path:
    """The app as most would write it: the same files, all libraries imported in the first line."""
    for name in ("pages", "segmentation", "static", "sample_data", ".streamlit"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "app.py").write_text(f"import {LIBRARIES}\n" + (ROOT / "app.py").read_text("utf-8"), "utf-8")
    return folder


@contextmanager
def started(app: Path, start: list[str], home: Path) -> Iterator[tuple[float, float]]:
    """A server that answers; the moments at which it was started and answered."""
    surroundings = {**os.environ, "KLANTBEELD_HOME": str(home), "PYTHONPATH": str(app)}
    begun = time.perf_counter()
    server = subprocess.Popen([sys.executable, *start], cwd=app, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/_stcore/health", timeout=1).close()
                break
            time.sleep(0.02)
        yield begun, time.perf_counter()
    finally:
        server.kill()
        server.wait()


def sent(app: Path, start: list[str], home: Path) -> float:
    """Seconds from the command until all of the first page has been sent, to somebody who asks at once: what a browser needs is left out."""
    with started(app, start, home) as (begun, _up):
        with connect(f"ws://127.0.0.1:{PORT}/_stcore/stream", subprotocols=[Subprotocol("streamlit")]) as line:
            line.send(BackMsg(rerun_script=ClientState()).SerializeToString())
            while not ForwardMsg.FromString(bytes(line.recv())).HasField("script_finished"):  # type: ignore[arg-type]
                pass
        return time.perf_counter() - begun


def seen(app: Path, start: list[str], home: Path, browser: BrowserContext) -> tuple[float, float, float]:
    """Seconds until the server answers, from there until the first page is seen in a browser, and for a reload."""
    with started(app, start, home) as (begun, up):
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{PORT}/")
        page.wait_for_selector(READY, timeout=120_000)
        first = time.perf_counter()
        page.reload()
        page.wait_for_selector(READY, timeout=120_000)
        again = time.perf_counter()
        page.close()
        return up - begun, first - up, again - first


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args(arguments).repeats
    compileall.compile_dir(ROOT / "segmentation", quiet=1)  # as an installation does
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        everything = Path(place) / "everything"
        everything.mkdir()
        apps, home = {"ours": ROOT, "everything at the top": copy_with_everything(everything)}, Path(place) / "home"
        browser = playwright.chromium.launch_persistent_context(  # with a profile: a browser also keeps what it compiled
            Path(place) / "profile", executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for way, start in STARTS.items():
            times: dict[str, list[tuple[float, ...]]] = {name: [] for name in apps}
            for turn in range(repeats + 1):  # the first turn fills the caches of the disk and the browser
                for name, app in apps.items():
                    measured = (sent(app, start, home), *seen(app, start, home, browser))
                    if turn:
                        times[name].append(measured)
            tell(way, times)
        browser.close()


def tell(way: str, times: dict[str, list[tuple[float, ...]]]) -> None:
    print(f"started by {way}")
    usual = {name: [statistics.median(part) for part in zip(*runs, strict=True)] for name, runs in times.items()}
    for name, (whole, up, first, again) in usual.items():
        print(f"  {name:22} first page sent {whole:5.2f} s   server answers {up:5.2f} s, first page seen {first:5.2f} s later   reload {again:5.2f} s")
    ours, theirs = usual.values()
    both = (theirs[1] + theirs[2]) / (ours[1] + ours[2])
    print(f"  times as fast: {theirs[0] / ours[0]:.1f} until it is sent, {both:.1f} until it is seen, the browser's own work included")


if __name__ == "__main__":
    main(sys.argv[1:])
