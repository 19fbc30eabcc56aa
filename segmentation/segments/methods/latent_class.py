"""Which hidden classes explain mixed answers? Latent class analysis through StepMix (Morin et al. 2023)."""

import warnings

import numpy as np
import pandas as pd


def classes(numbers: np.ndarray, codes: np.ndarray, k: int, seed: int, starts: int = 3) -> np.ndarray:
    """The most likely class of every customer: Gaussian within a class for numbers, level shares for categories."""
    from stepmix.stepmix import StepMix

    table = pd.DataFrame({f"n{j}": numbers[:, j] for j in range(numbers.shape[1])} | {f"c{j}": codes[:, j] for j in range(codes.shape[1])})
    parts = {}
    if numbers.shape[1]:
        parts["numbers"] = {"model": "gaussian_diag", "n_columns": numbers.shape[1]}
    if codes.shape[1]:
        parts["codes"] = {"model": "categorical", "n_columns": codes.shape[1]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = StepMix(n_components=k, measurement=parts, n_init=starts, max_iter=200, random_state=seed, progress_bar=0, verbose=0)
        return np.asarray(model.fit(table).predict(table), dtype=np.int64)
