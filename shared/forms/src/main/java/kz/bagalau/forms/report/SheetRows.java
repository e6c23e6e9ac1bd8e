package kz.bagalau.forms.report;

import java.util.List;
import kz.bagalau.forms.workbook.Row;

/// A sheet as a whole, for forms that are small enough.
record SheetRows(String name, List<Row> rows) {

    SheetRows {
        rows = List.copyOf(rows);
    }
}
