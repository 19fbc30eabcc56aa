"""How do a million points become a picture of a few kilobytes? Counted into a grid, coloured by segment, as a PNG in the page."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 300, 200


def density_picture(x: NDArray[np.float64], y: NDArray[np.float64], groups: NDArray[np.int64], colours: list[str]) -> str:
    """A data URL of a PNG of 300 × 200 pixels: the colour of the commonest segment, the denser the fuller.

    `groups`: number of the segment of each point; `colours`: "#rrggbb" per segment.
    """
    column = _cells(x, WIDTH)
    row = HEIGHT - 1 - _cells(y, HEIGHT)
    flat = np.bincount((groups * HEIGHT + row) * WIDTH + column, minlength=len(colours) * HEIGHT * WIDTH)
    counts = _softened(flat.reshape(len(colours), HEIGHT, WIDTH).astype(float))
    total = counts.sum(axis=0)
    light = np.log1p(total) / max(np.log1p(total.max()), 1e-9)
    paint = np.array([[int(colour[place : place + 2], 16) for place in (1, 3, 5)] for colour in colours], dtype=np.uint8)
    picture = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    picture[..., :3] = paint[counts.argmax(axis=0)]
    picture[..., 3] = (np.round(light * 11) * 20).astype(np.uint8)  # twelve steps compress to a third
    picture[total < 0.05] = 0
    return "data:image/png;base64," + base64.b64encode(_png(picture)).decode()


def _cells(values: NDArray[np.float64], cells: int) -> NDArray[np.int64]:
    low, high = float(values.min()), float(values.max())
    return np.clip(((values - low) / (high - low or 1) * cells).astype(np.int64), 0, cells - 1)


def _softened(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each point spread over its neighbouring pixels, or single customers would be dust."""
    up, across = np.pad(counts, ((0, 0), (1, 1), (0, 0))), counts
    across = (across + 0.5 * (up[:, :-2] + up[:, 2:])) / 2
    wide = np.pad(across, ((0, 0), (0, 0), (1, 1)))
    return (across + 0.5 * (wide[:, :, :-2] + wide[:, :, 2:])) / 2


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """RGBA pixels as PNG (ISO/IEC 15948): every row with filter 0."""
    height, width, _channels = pixels.shape
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1).tobytes()

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
