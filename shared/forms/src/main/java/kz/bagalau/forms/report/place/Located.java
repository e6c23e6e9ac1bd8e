package kz.bagalau.forms.report.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// Where the columns of a table stand in somebody's sheet.
///
/// @param firstRow number of the first row of its headings
/// @param lastRow number of the last row of its headings
/// @param columns where columns were found, by their ids; 1 for A
/// @param twice further places at which a column's heading stands
public record Located(
        Table table,
        int firstRow,
        int lastRow,
        Map<String, Integer> columns,
        Map<String, Integer> twice) {

    public Located {
        columns = Map.copyOf(columns);
        twice = Map.copyOf(twice);
    }

    /// The required columns that the sheet does not have.
    public List<Column> missing() {
        return table.columns().stream()
                .filter(column -> column.required() && !columns.containsKey(column.id()))
                .toList();
    }

    /// The cell of a column in a row; empty where the sheet does not have the column.
    public Optional<Cell> cell(Row row, String column) {
        return Optional.ofNullable(columns.get(column)).map(row::cell);
    }
}
