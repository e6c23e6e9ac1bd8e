package kz.bagalau.forms.report.row;

import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// A row of a table that says something.
///
/// @param kind SECTION, GROUP, TOTAL or ENTRY
/// @param page how often the headings were repeated above it
public record TableRow(Row row, RowKind kind, Entry entry, int page) {

    /// The first cell in which anything stands.
    public Cell first() {
        return row.cells().stream().filter(cell -> !Entry.empty(cell)).findFirst().orElseThrow();
    }
}
