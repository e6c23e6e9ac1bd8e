package kz.bagalau.forms.workbook.cell;

/// A rectangle of cells, all four edges included, counted from 0.
public record Area(int top, int left, int bottom, int right) {

    public Area {
        if (top < 0 || left < 0 || bottom < top || right < left) {
            throw new IllegalArgumentException(top + "," + left + " … " + bottom + "," + right);
        }
    }

    public static Area cell(int row, int column) {
        return new Area(row, column, row, column);
    }

    public static Area column(int column, int firstRow, int lastRow) {
        return new Area(firstRow, column, lastRow, column);
    }

    /// Cells of one row.
    public static Area row(int row, int firstColumn, int lastColumn) {
        return new Area(row, firstColumn, row, lastColumn);
    }
}
