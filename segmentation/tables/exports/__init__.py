"""Which program wrote this file? Recognised by its headers, of any version and in Dutch or English, and mapped completely."""

from segmentation.tables.exports.known import Export, recognise

__all__ = ["Export", "recognise"]
