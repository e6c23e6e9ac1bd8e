package kz.bagalau.forms.workbook.writing;

import java.util.EnumSet;
import java.util.Set;

/// How a cell looks, and whether it can be typed into on a locked sheet.
///
/// @param format a number format of Excel, empty for the usual one
/// @param fill a colour as `RRGGBB`, empty for none
/// @param size of the letters in points
public record CellStyle(String format, String fill, int size, Side side, Set<Mark> marks) {

    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    public enum Mark {
        BOLD,
        ITALIC,
        FRAMED,
        /// What is taken away.
        RED,
        /// Can be typed into on a locked sheet.
        OPEN
    }

    public static final CellStyle PLAIN = new CellStyle("", "", 10, Side.LEFT, Set.of());

    /// The large line at the head of a sheet.
    public static final CellStyle TITLE = PLAIN.bold().sized(13).centred();

    /// A heading of a table.
    public static final CellStyle HEADING = PLAIN.bold().framed().centred().filled("E3ECF5");

    /// Text in a table.
    public static final CellStyle BOXED = PLAIN.framed();

    /// A cell that somebody fills in.
    public static final CellStyle INPUT = BOXED.filled("FFFBE6").open();

    public CellStyle {
        marks = Set.copyOf(marks);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    public CellStyle bold() {
        return marked(Mark.BOLD);
    }

    public CellStyle italic() {
        return marked(Mark.ITALIC);
    }

    public CellStyle framed() {
        return marked(Mark.FRAMED);
    }

    public CellStyle inRed() {
        return marked(Mark.RED);
    }

    public CellStyle open() {
        return marked(Mark.OPEN);
    }

    public CellStyle centred() {
        return new CellStyle(format, fill, size, Side.CENTRE, marks);
    }

    public CellStyle right() {
        return new CellStyle(format, fill, size, Side.RIGHT, marks);
    }

    public CellStyle sized(int points) {
        return new CellStyle(format, fill, points, side, marks);
    }

    public CellStyle filled(String colour) {
        return new CellStyle(format, colour, size, side, marks);
    }

    public CellStyle formatted(String numberFormat) {
        return new CellStyle(numberFormat, fill, size, side, marks);
    }

    private CellStyle marked(Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new CellStyle(format, fill, size, side, more);
    }
}
