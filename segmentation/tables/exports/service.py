"""placeholder"""

from segmentation.tables.exports.known import Export, parsed

_EXPORTS = ""


def exports() -> tuple[Export, ...]:
    return parsed(_EXPORTS)
