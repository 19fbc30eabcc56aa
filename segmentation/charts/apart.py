"""Where do circles stand that would cover one another, as near as can be to where they belong?

>>> import numpy as np
>>> spots = apart(np.array([[100.0, 100.0], [100.0, 100.0]]), np.array([10.0, 10.0]), (480.0, 300.0))
>>> round(float(np.hypot(*(spots[0] - spots[1]))), 1)
16.0
"""

import numpy as np

ROUNDS = 300
TOUCH = 0.8  # share of both radii that must lie between two centres: circles may overlap a little, their letters may not
BACK = 0.02  # how strongly each is drawn back to its own spot


def apart(spots: "np.ndarray", radii: "np.ndarray", room: tuple[float, float]) -> "np.ndarray":
    """Centres (n × 2, pixels) moved no further than needed, inside a room of that width and height; the same every time."""
    moved, home = spots.astype(float).copy(), spots.astype(float)
    least = TOUCH * (radii[:, None] + radii[None, :])
    turn = np.arange(len(spots)) * 2.399963  # the golden angle: those on one spot leave it in different directions
    apart_by = np.column_stack([np.cos(turn), np.sin(turn)])
    for round_ in range(ROUNDS):
        between = moved[:, None, :] - moved[None, :, :]
        far = np.hypot(between[..., 0], between[..., 1])
        same = far < 1e-6
        way = np.where(same[..., None], apart_by[:, None, :] - apart_by[None, :, :], between / np.where(same, 1, far)[..., None])
        push = np.where(far < least, (least - far) / 2, 0.0)
        np.fill_diagonal(push, 0.0)
        moved += (push[..., None] * way).sum(axis=1)
        if round_ < ROUNDS * 0.8:
            moved += BACK * (home - moved)
        moved = np.clip(moved, radii[:, None], np.array(room) - radii[:, None])
    return moved
