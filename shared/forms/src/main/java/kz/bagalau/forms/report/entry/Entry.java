package kz.bagalau.forms.report.entry;

import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;

/// One row of a table that counts, or one column of a vertical table.
///
/// @param cells by column id, with empty cells where nothing stands; columns that the sheet does
///   not have are absent
public record Entry(String sheet, Map<String, Cell> cells) {

    public Entry {
        cells = Map.copyOf(cells);
    }

    public Optional<Cell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /// Whether something stands in a column.
    public boolean says(String column) {
        return cell(column).filter(cell -> !empty(cell)).isPresent();
    }

    /// Whether a cell says nothing. A formula without a stored value says something we cannot read.
    public static boolean empty(Cell cell) {
        return cell.blank() && !(cell.value() instanceof Value.Uncalculated);
    }
}
