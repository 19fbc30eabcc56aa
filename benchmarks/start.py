"""How soon is the first page there, beside the same app with every library imported at the top?

    python benchmarks/start.py [--repeats 3]

A real server and a real Chromium, as on any day but the first: the files of the page lie in the browser's cache. Both are measured in turn, in one run,
once started by `klantbeeld` and once by `streamlit run app.py`: until the server answers, until the first page is drawn, and a reload.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

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


def once(app: Path, start: list[str], home: Path, browser: BrowserContext) -> tuple[float, float, float]:
    """Seconds until the server answers, from there to the first page, and for a reload."""
    surroundings = {**os.environ, "KLANTBEELD_HOME": str(home), "PYTHONPATH": str(app)}
    begun = time.perf_counter()
    server = subprocess.Popen([sys.executable, *start], cwd=app, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/_stcore/health", timeout=1).close()
                break
            time.sleep(0.02)
        up = time.perf_counter()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{PORT}/")
        page.wait_for_selector(READY, timeout=120_000)
        first = time.perf_counter()
        page.reload()
        page.wait_for_selector(READY, timeout=120_000)
        again = time.perf_counter()
        page.close()
        return up - begun, first - up, again - first
    finally:
        server.kill()
        server.wait()


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args(arguments).repeats
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        everything = Path(place) / "everything"
        everything.mkdir()
        apps, home = {"ours": ROOT, "everything at the top": copy_with_everything(everything)}, Path(place) / "home"
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        browser = chromium.new_context()
        for started, start in STARTS.items():
            times: dict[str, list[tuple[float, float, float]]] = {name: [] for name in apps}
            for turn in range(repeats + 1):  # the first turn fills the caches of the disk and the browser
                for name, app in apps.items():
                    measured = once(app, start, home, browser)
                    if turn:
                        times[name].append(measured)
            tell(started, times)
        chromium.close()


def tell(started: str, times: dict[str, list[tuple[float, float, float]]]) -> None:
    print(f"started by {started}")
    usual = {name: [statistics.median(part) for part in zip(*runs, strict=True)] for name, runs in times.items()}
    for name, (up, first, again) in usual.items():
        print(f"  {name:22} server {up:5.2f} s   first page {first:5.2f} s   together {up + first:5.2f} s   reload {again:5.2f} s")
    ours, theirs = usual.values()
    both = (theirs[0] + theirs[1]) / (ours[0] + ours[1])
    print(f"  first page {theirs[1] / ours[1]:.1f} times as fast, {both:.1f} with the server's own start")


if __name__ == "__main__":
    main(sys.argv[1:])
