"""Analysis → files that people take along: tables, a workbook, a PDF, slides, a notebook."""

from segmentation.report.files import FILES, ReportFile, write_files

__all__ = ["FILES", "ReportFile", "write_files"]
