"""How much is too much? Files that would fill the memory are refused before they are read."""

from segmentation.errors import ReadError
from segmentation.language import _, number

MIB = 1 << 20
BULK_BYTES = 4 * MIB  # larger texts go through the database engine, out of core
WHOLE_BYTES = 64 * MIB  # texts that the engine cannot take are read row by row up to here
MOST_UNPACKED = 16 * 1024 * MIB
FREE_UNPACKED = 64 * MIB  # below this no ratio is suspicious
MOST_RATIO = 150  # times its packed size; exports of shops stay under 60
MOST_WORKBOOK = 1536 * MIB
MOST_SHEET_CELLS = 60_000_000
MOST_COLUMNS = 20_000
MOST_CELL = 10 * MIB
MOST_PARQUET_CELLS_PER_BYTE = 60
FREE_PARQUET_CELLS = 5_000_000
MOST_JSON = 512 * MIB
MOST_DEPTH = 3


def too_large_unpacked() -> ReadError:
    return ReadError(
        _("This file would grow far too large when unpacked, as a trap would."),
        _("Open it in the program it came from and export the data again as CSV."),
    )


def too_many_columns(count: int) -> ReadError:
    return ReadError(
        _("This table has {count} columns; no more than {most} can be read.").format(
            count=number(count), most=number(MOST_COLUMNS)
        ),
        _("Export only the columns you need."),
    )


def cell_too_long() -> ReadError:
    return ReadError(
        _("There is a cell of more than {most} million characters in this file.").format(most=number(MOST_CELL // MIB)),
        _("A quotation mark may be missing, or the file is not a table. Export it again."),
    )


def broken(what: str) -> ReadError:
    return ReadError(_("This {what} file is damaged.").format(what=what), _("Export it again and choose the new file."))


def check_ratio(packed: int, unpacked: int) -> None:
    """Raise ReadError when something unpacks to suspiciously much."""
    if unpacked > MOST_UNPACKED or (unpacked > FREE_UNPACKED and unpacked > MOST_RATIO * max(1, packed)):
        raise too_large_unpacked()
