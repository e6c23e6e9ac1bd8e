package kz.bagalau.forms.report.place;

import java.util.List;
import java.util.Set;
import kz.bagalau.forms.workbook.cell.Row;

/// A sheet as a whole, for forms that are small enough.
///
/// @param hiddenColumns those that the sender's program does not show, 1 for A
public record SheetRows(String name, List<Row> rows, Set<Integer> hiddenColumns) {

    public SheetRows {
        rows = List.copyOf(rows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }
}
