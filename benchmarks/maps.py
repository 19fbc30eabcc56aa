"""How much faster is our map than a plain `UMAP().fit`, and is it as good? Each in a fresh process, side by side.

    python benchmarks/maps.py                # 8,000 rows: first fit in a fresh process
    python benchmarks/maps.py 200000         # first and refined picture against plain umap (some minutes)
    python benchmarks/maps.py 1000000 ours   # ours only

Run `python -c "from segmentation.segments.kernels import warm_up; warm_up()"` once before (the launcher does that at install).
"""

import json
import os
import resource
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np


def customers(rows: int) -> np.ndarray:
    """Shop-like behaviour: five habits, skewed and correlated, standardised."""
    random = np.random.default_rng(1)
    habit = random.choice(5, rows, p=[0.35, 0.25, 0.2, 0.12, 0.08])
    centres = random.normal(scale=1.6, size=(5, 8))
    mixing = np.eye(8) + 0.35 * random.normal(size=(8, 8))
    values = centres[habit] + (random.gamma(2, 0.6, size=(rows, 8)) - 1.2) @ mixing
    return ((values - values.mean(0)) / values.std(0)).astype(np.float32)


def one(rows: int, way: str) -> None:
    points = customers(rows)
    begin = time.perf_counter()
    if way == "umap":
        import umap

        picture = umap.UMAP(random_state=0 if rows > 20_000 else None, n_jobs=1).fit_transform(points)
    else:
        from segmentation.segments.landmarks import place_all

        picture = place_all(points, seed=0, refine=way == "refined")
    seconds = time.perf_counter() - begin
    from segmentation.segments.trust import measure_trust

    trust, recall = measure_trust(points, picture, seed=0, rows=500)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"way": way, "seconds": seconds, "trust": trust, "recall": recall, "gigabytes": memory}))


def main(rows: int, only_ours: bool) -> None:
    ways = ["first"] + (["refined"] if rows > 20_000 else []) + ([] if only_ours else ["umap"])
    found = {}
    for way in ways:
        answer = subprocess.run([sys.executable, __file__, str(rows), f"={way}"], capture_output=True, text=True, check=True)
        found[way] = json.loads(answer.stdout.splitlines()[-1])
    slow = found.get("umap", {}).get("seconds")
    print(f"{rows:,} rows")
    for way, fact in found.items():
        ratio = f"{slow / fact['seconds']:6.1f}×" if slow else ""
        print(f"  {way:8} {fact['seconds']:7.1f} s {ratio}  trustworthiness {fact['trust']:.3f}  "
              f"recall {fact['recall']:.3f}  {fact['gigabytes']:.1f} GB")  # fmt: skip


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000
    way = sys.argv[2] if len(sys.argv) > 2 else ""
    if way.startswith("="):
        one(size, way[1:])
    else:
        main(size, way == "ours")
