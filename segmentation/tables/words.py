"""In which words repairs, guesses and rejections are told."""

from segmentation.language import N_

REPAIRS = {
    "encoding": N_("The characters were read as {after}."),
    "unreadable_characters": N_("Characters that could not be read and show as �: {count}."),
    "byte_order_mark": N_("An invisible mark at the start of the file was taken off."),
    "unpacked": N_("Unpacked {after} from {before}."),
    "separator_line": N_("The line “{before}”, which only names the separator, was left out."),
    "title_lines": N_("Lines above the table that were left out: {count}, such as “{before}”."),
    "header_joined": N_("Header rows that were joined into one: {count}, which gives names such as “{after}”."),
    "header_made": N_("There is no header: the columns were given numbers."),
    "header_mended": N_("Cells of the header that were empty or double and got a name of their own: {count}, such as “{after}”."),
    "first_nameless": N_("The header has one name fewer than there are columns: the first column has none, and “{after}” is the second."),
    "blank_rows": N_("Empty rows that were left out: {count}."),
    "blank_columns": N_("Empty columns without a name that were left out: {count}."),
    "row_padded": N_("Rows with too few cells that were filled up with empty ones: {count}, such as line {where}."),
    "row_trimmed": N_("Rows with empty cells too many, which were taken off: {count}, such as line {where}."),
    "row_joined": N_("Rows with a separator inside a cell that were put together again: {count}, such as line {where}."),
    "row_split": N_("Rows that missed a separator and were split again: {count}, such as line {where}."),
    "row_delimiter": N_("Rows that used another separator: {count}, such as line {where}."),
    "stray_quotes": N_("Rows with a quotation mark that does not belong to a pair: {count}, such as line {where}."),
    "rows_unwrapped": N_("Rows that were quoted as a whole and were taken out of their quotation marks: {count}."),
    "lines_in_cells": N_("Rows that stood whole in one cell of the sheet and were split into columns: {count}."),
    "columns_by_place": N_("The columns were told apart by their place on the line: {count}."),
    "table_drawn": N_("The cells were taken out of a table drawn with bars and dashes: {count} columns."),
    "formula_text": N_("Cells with signs that only keep a spreadsheet from dropping their zeros: {count}."),
    "ruled_lines": N_("Lines drawn with dashes, which were left out: {count}."),
    "decimals_joined": N_("Decimal commas that were taken for separators and put back: {count}, such as in line {where}."),
    "texts_joined": N_("Texts with a separator in them that stood in two cells and were put together: {count}, such as in line {where}."),
    "groups_named": N_("Rows below the first of their group that were given its name as well, as the subtotals prove: {count}."),
    "row_mended": N_("Rows that you mended and that were put back: {count}."),
    "other_tables": N_("Other tables in this file: {count}. Only “{after}” was read."),
    "other_sheets": N_("Other sheets in this file: {count}. Only “{after}” was read."),
    "hidden_sheets": N_("Hidden sheets that were left out: {count}, such as “{before}”."),
    "flattened": N_("Nested fields that became columns of their own: {count}, such as “{after}”."),
    "curly_quotes": N_("Curly quotation marks around cells were read as straight ones: {count}."),
    "null_characters": N_("Invisible zero characters that were taken out: {count}."),
    "currency": N_("“{where}”: {count} amounts with a currency were read as numbers, such as “{before}” as {after}."),
    "currencies": N_(
        "“{where}”: {count} amounts are in another currency than {after}, such as “{before}”. They were read as they stand: convert them in the file, or totals are wrong."
    ),
    "decimal_comma": N_("“{where}”: {count} numbers with a decimal comma were read, such as “{before}” as {after}."),
    "thousands": N_("“{where}”: {count} numbers with marks between thousands were read, such as “{before}” as {after}."),
    "digit_spaces": N_("“{where}”: {count} numbers with spaces between the digits were read, such as “{before}” as {after}."),
    "minus_behind": N_("“{where}”: {count} numbers with the minus sign behind were read, such as “{before}” as {after}."),
    "brackets": N_("“{where}”: {count} numbers in brackets were read as negative, such as “{before}” as {after}."),
    "percent": N_("“{where}”: {count} percentages were read as shares, such as “{before}” as {after}."),
    "unit": N_("“{where}”: {count} numbers with a unit were read without it, such as “{before}” as {after}."),
    "date": N_("“{where}”: {count} dates were read, such as “{before}” as {after}."),
    "yes_no": N_("“{where}”: {count} cells were read as yes or no, such as “{before}”."),
    "point_zero": N_("“{where}”: {count} numbers got rid of “.0”, such as “{before}”, now {after}."),
    "missing_word": N_("“{where}”: {count} cells with a word for nothing, such as “{before}”, count as empty."),
    "unfit": N_("“{where}”: cells that do not fit the rest of the column and count as empty: {count}."),
    "bsn_refused": N_(
        "“{where}” holds citizen service numbers (BSN). The law does not allow you to use them for this: {count} cells were emptied."
    ),
}

ONCE = {  # the same where it was one cell only
    "currency": N_("“{where}”: one amount with a currency was read as a number: “{before}” as {after}."),
    "decimal_comma": N_("“{where}”: one number with a decimal comma was read: “{before}” as {after}."),
    "thousands": N_("“{where}”: one number with marks between thousands was read: “{before}” as {after}."),
    "digit_spaces": N_("“{where}”: one number with spaces between the digits was read: “{before}” as {after}."),
    "minus_behind": N_("“{where}”: one number with the minus sign behind was read: “{before}” as {after}."),
    "brackets": N_("“{where}”: one number in brackets was read as negative: “{before}” as {after}."),
    "percent": N_("“{where}”: one percentage was read as a share: “{before}” as {after}."),
    "unit": N_("“{where}”: one number with a unit was read without it: “{before}” as {after}."),
    "date": N_("“{where}”: one date was read: “{before}” as {after}."),
    "missing_word": N_("“{where}”: one cell with a word for nothing, “{before}”, counts as empty."),
    "currencies": N_(
        "“{where}”: one amount is in another currency than {after}: “{before}”. It was read as it stands: convert it in the file, or totals are wrong."
    ),
    "bsn_refused": N_(
        "“{where}” holds a citizen service number (BSN). The law does not allow you to use it for this: the cell was emptied."
    ),
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
    "order": N_("Day and month in “{where}”: {value}"),
    "decimal": N_("Decimal mark in “{where}”: {value}"),
    "excel": N_("“{where}” holds days as a spreadsheet counts them: {value}"),
}

REJECTIONS = {
    "total": N_("This is a total, not a row of its own."),
    "header_again": N_("This repeats the header."),
    "heading": N_("This is the name of a group of rows, not a row of its own."),
    "cut_off": N_("This row breaks off before its end."),
    "note": N_("This is a note, not a row of its own."),
    "too_many_cells": N_("This row has more cells than there are columns, and none of them is empty."),
}
