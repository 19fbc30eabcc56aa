"""In which words repairs, guesses and rejections are told."""

from segmentation.language import N_

REPAIRS = {
    "encoding": N_("The characters were read as {after}."),
    "unreadable_characters": N_("{count} characters could not be read and show as �."),
    "byte_order_mark": N_("An invisible mark at the start of the file was taken off."),
    "unpacked": N_("Unpacked {after} from {before}."),
    "separator_line": N_("The line “{before}”, which only names the separator, was left out."),
    "title_lines": N_("{count} lines above the table were left out, such as “{before}”."),
    "header_joined": N_("{count} header rows were joined into one, such as “{after}”."),
    "header_made": N_("There is no header: the columns were given numbers."),
    "header_mended": N_("{count} cells of the header were empty or double and got a name of their own, such as “{after}”."),
    "blank_rows": N_("{count} empty rows were left out."),
    "blank_columns": N_("{count} empty columns without a name were left out."),
    "row_padded": N_("{count} rows had too few cells and were filled up with empty ones, such as line {where}."),
    "row_trimmed": N_("{count} rows had empty cells too many, which were taken off, such as line {where}."),
    "row_joined": N_("{count} rows had a separator inside a cell and were put together again, such as line {where}."),
    "row_split": N_("{count} rows missed a separator and were split again, such as line {where}."),
    "row_delimiter": N_("{count} rows used another separator, such as line {where}."),
    "stray_quotes": N_("{count} rows had a quotation mark that does not belong to a pair, such as line {where}."),
    "row_mended": N_("{count} rows that you mended were put back."),
    "other_tables": N_("There are {count} more tables in this file; only the first large one was read."),
    "other_sheets": N_("There are {count} more sheets in this file; only “{after}” was read."),
    "hidden_sheets": N_("{count} hidden sheets were left out, such as “{before}”."),
    "merged_cells": N_("{count} merged header cells were written out over the columns they cover."),
    "flattened": N_("{count} nested fields became columns of their own, such as “{after}”."),
    "null_characters": N_("{count} invisible zero characters were taken out."),
    "spaces": N_("Spaces around {count} cells were taken off."),
}

GUESSES = {
    "encoding": N_("Characters: {value}"),
    "delimiter": N_("Separator: {value}"),
    "quote": N_("Quotation mark: {value}"),
    "header": N_("Header in row: {value}"),
    "table": N_("Table in the file: {value}"),
    "sheet": N_("Sheet: {value}"),
    "skip_totals": N_("Leave out totals: {value}"),
    "kind": N_("Kind of table: {value}"),
}

REJECTIONS = {
    "total": N_("This is a total, not a row of its own."),
    "header_again": N_("This repeats the header."),
    "note": N_("This is a note under the table."),
    "too_many_cells": N_("This row has more cells than there are columns, and none of them is empty."),
    "too_few_cells": N_("This row has too few cells, and it cannot be told which are missing."),
    "cell_too_long": N_("This row has a cell that is far too long."),
}
