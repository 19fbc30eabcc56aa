"""How fast is the whole choice beside the loop a notebook would write, and does it give the same answer?

    python benchmarks/segments.py [--sizes 2000,20000,200000] [--bootstraps 100] [--measured 2]

Both choose among k = 2 … 12 with ten starts and 100 bootstraps, with the Jaccard of every segment. The loop is timed on a few bootstraps and
extrapolated; ours includes mixtures, Ward, HDBSCAN and the comparison with structureless copies, which the loop does not have.
"""

import argparse
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.preprocessing import StandardScaler

import segmentation as seg

KS = range(2, 13)


def customers(n, d=8, k=5, seed=0):
    rng = np.random.default_rng(seed)
    truth = rng.choice(k, n, p=[0.3, 0.25, 0.2, 0.15, 0.1])
    places = rng.normal(size=(k, d)) * 2.4
    return pd.DataFrame(places[truth] + rng.normal(size=(n, d)), columns=[f"v{i}" for i in range(d)]), truth


def mixed_customers(n=2000, seed=0):
    """Four groups that differ in money over orders of magnitude, in counts full of zeros and in four categories."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(4, n, p=[0.4, 0.3, 0.2, 0.1])
    frame = pd.DataFrame({
        "monetary": rng.lognormal(np.array([3.0, 4.6, 6.2, 7.4])[truth], 0.5), "frequency": 1 + rng.poisson(np.array([0.5, 2, 6, 15])[truth]),
        "recency": rng.exponential(np.array([300, 120, 60, 20])[truth]), "returns": rng.poisson(np.array([0.02, 0.8, 0.1, 2.5])[truth]),
        "noise": rng.normal(size=n),
    })
    for i in range(4):
        usual = np.array(list("abcd"))[(truth * (i + 1) + i) % 4]
        frame[f"kind {i}"] = np.where(rng.random(n) < 0.7, usual, rng.choice(list("abcdef"), n))
    return frame, truth


def where_types_matter(sure, seed=0, n=2000):
    """Three to six groups: money over orders of magnitude, amounts below zero, columns full of zeros, and five categories of up to 25 levels
    that say who is who in a share `sure` of the rows."""
    rng = np.random.default_rng([seed, 77])
    k = int(rng.integers(3, 7))
    truth = rng.choice(k, n, p=rng.dirichlet(np.full(k, 10)))

    def own(values):
        return np.asarray(values)[truth]

    frame = pd.DataFrame({
        "revenue": rng.lognormal(own(rng.normal(4, 1.2, k)), 1.2),
        "net": np.where(rng.random(n) < 0.25, -1, 1) * rng.lognormal(own(rng.normal(2, 1.2, k)), 1.2),
        "orders": 1 + rng.negative_binomial(1, 1 / (1 + own(rng.permutation(np.geomspace(0.4, 8, k))))),
        "recency": rng.exponential(own(rng.permutation(np.geomspace(20, 300, k)))),
    })
    for i in range(3):
        empty, middle = rng.uniform(0.5, 0.97, k), rng.normal(3, 1, k)
        frame[f"spent {i}"] = np.where(rng.random(n) < own(empty), 0, rng.lognormal(own(middle), 1))
    for i, levels in enumerate((3, 6, 12, 25, 3)):
        usual = rng.permutation(levels)[:k] if levels >= k else rng.integers(0, levels, k)
        shown = np.where(rng.random(n) < sure, own(usual), rng.choice(levels, n, p=rng.dirichlet(np.full(levels, 1.5))))
        frame[f"kind {i}"] = [f"level {level}" for level in shown]
    return frame, truth


def jaccards(old, new, k):
    out = []
    for group in range(k):
        inside = old == group
        out.append(max((inside & (new == other)).sum() / max((inside | (new == other)).sum(), 1) for other in range(k)))
    return np.array(out)


def the_loop(frame, bootstraps, measured, look_at):
    """(seconds extrapolated to all bootstraps, stability at `look_at`)."""
    points = StandardScaler().fit_transform(frame)
    rng = np.random.default_rng(0)
    start = time.perf_counter()
    base = {k: KMeans(k, n_init=10, random_state=0).fit_predict(points) for k in KS}
    for k in KS:
        silhouette_score(points, base[k], sample_size=min(len(points), 10_000), random_state=0)
    once = time.perf_counter() - start
    found = []
    start = time.perf_counter()
    for number in range(measured):
        rows = rng.integers(0, len(points), len(points))
        seen = np.unique(rows)
        for k in KS:
            model = KMeans(k, n_init=10, random_state=number).fit(points[rows])
            score = jaccards(base[k][seen], model.predict(points[seen]), k)
            if k == look_at:
                found.append(score.mean())
    return once + (time.perf_counter() - start) / measured * bootstraps, float(np.mean(found))


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="2000,20000,200000")
    parser.add_argument("--bootstraps", type=int, default=100)
    parser.add_argument("--measured", type=int, default=2)
    parser.add_argument("--mixed", type=int, default=0, help="how many tables where the types of columns matter, and nothing else")
    parser.add_argument("--alone", action="store_true", help="only ours")
    options = parser.parse_args(argv)
    if options.mixed:
        mixed_agreement(options.mixed)
        return
    start = time.perf_counter()
    seg.find_segments(mixed_customers(300)[0], bootstraps=5)
    print(f"first run (compiled code read from disk, or made): {time.perf_counter() - start:.1f} s")
    for n in [int(size) for size in options.sizes.split(",")]:
        frame, truth = customers(n)
        start = time.perf_counter()
        cpu = time.process_time()
        ours = seg.find_segments(frame, bootstraps=options.bootstraps)
        took = time.perf_counter() - start
        line = f"{n:9,d} customers: {took:6.1f} s ({time.process_time() - cpu:.1f} s of processor)  {ours.verdict} k={ours.k}"
        line += f" ARI {adjusted_rand_score(truth, ours.labels.astype(str)):.3f}"
        if not options.alone:
            theirs, stability = the_loop(frame, options.bootstraps, options.measured, ours.k)
            row = ours.candidates[(ours.candidates.method == "kmeans") & (ours.candidates.k == ours.k)].iloc[0]
            line += f"   loop {theirs:8.0f} s: {theirs / took:6.0f}×   stability {row.stability:.3f} against {stability:.3f}"
        print(line, flush=True)
    print("mixed columns (four groups; the naive way one-hot encodes, scales and runs the loop above)")
    for seed in range(3):
        frame, truth = mixed_customers(seed=seed)
        start = time.perf_counter()
        ours = seg.find_segments(frame, bootstraps=options.bootstraps)
        took = time.perf_counter() - start
        naive = pd.get_dummies(frame, dtype=float)
        labels = KMeans(4, n_init=10, random_state=0).fit_predict(StandardScaler().fit_transform(naive))
        theirs, _stability = (np.nan, 0) if options.alone else the_loop(naive, options.bootstraps, 1, 4)
        print(f"  seed {seed}: k={ours.k} {ours.method} ARI {adjusted_rand_score(truth, ours.labels.astype(str)):.3f} in {took:.1f} s;"
              f" naive, told k=4: ARI {adjusted_rand_score(truth, labels):.3f} in {theirs:.0f} s", flush=True)


def mixed_agreement(runs):
    """ARI of ours, which finds the number by itself, against one-hot k-means that is told it."""
    for sure in (0.25, 0.3, 0.35, 0.4, 0.45, 0.6):
        found = []
        for seed in range(runs):
            frame, truth = where_types_matter(sure, seed)
            wide = StandardScaler().fit_transform(pd.get_dummies(frame, dtype=float))
            naive = KMeans(truth.max() + 1, n_init=10, random_state=0).fit_predict(wide)
            ours = seg.find_segments(frame, bootstraps=20).labels.astype(str)
            found.append((adjusted_rand_score(truth, ours), adjusted_rand_score(truth, naive)))
        ours, naive = np.mean(found, axis=0)
        print(f"categories {sure:.0%} sure, {runs} tables: ARI {ours:.3f} against {naive:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
