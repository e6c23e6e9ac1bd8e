package kz.bagalau.forms.workbook.cell;

import java.util.List;

/// A row that holds at least one cell.
///
/// @param number as the spreadsheet shows it, from 1
/// @param cells those that hold anything, from left to right
/// @param hidden whether the sender's program does not show it: a filter or a hand has hidden it
public record Row(int number, List<Cell> cells, boolean hidden) {

    public Row {
        cells = List.copyOf(cells);
    }

    /// A row that is shown.
    public Row(int number, List<Cell> cells) {
        this(number, cells, false);
    }

    /// The cell of a column, column A being 1; an empty one where nothing stands.
    public Cell cell(int column) {
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Cell cell = cells.get(middle);
            if (cell.column() == column) {
                return cell;
            }
            if (cell.column() < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return new Cell(number, column, Value.NOTHING, false);
    }
}
