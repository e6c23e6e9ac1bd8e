package kz.bagalau.forms.pdf;

import java.util.List;

/// A table whose heading is repeated on every page it reaches.
///
/// @param widths of the columns, relative to one another
/// @param heading the columns' headings, none for a table without
/// @param size of the letters in points
public record Table(List<Integer> widths, List<String> heading, float size, List<Row> rows) {

    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    public Table {
        widths = List.copyOf(widths);
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != widths.size()) {
                throw new IllegalArgumentException(row + " does not have " + widths + " columns");
            }
        }
    }

    /// @param strong in bold letters on a grey ground
    public record Row(List<Cell> cells, boolean strong) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), false);
        }
    }

    /// @param red what is taken away; its text says so without the colour too
    public record Cell(String text, Side side, boolean red) {

        public static Cell left(String text) {
            return new Cell(text, Side.LEFT, false);
        }

        public static Cell centre(String text) {
            return new Cell(text, Side.CENTRE, false);
        }

        public static Cell right(String text) {
            return new Cell(text, Side.RIGHT, false);
        }

        public Cell inRed() {
            return new Cell(text, side, true);
        }
    }
}
