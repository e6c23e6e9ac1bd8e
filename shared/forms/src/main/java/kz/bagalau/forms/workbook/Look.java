package kz.bagalau.forms.workbook;

import java.util.EnumSet;
import java.util.Set;

/// How a cell looks, and whether it can be typed into on a locked sheet.
///
/// @param format a number format of Excel, empty for the usual one
/// @param fill a colour as `RRGGBB`, empty for none
/// @param size of the letters in points
public record Look(String format, String fill, int size, Side side, Set<Mark> marks) {

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

    public static final Look PLAIN = new Look("", "", 10, Side.LEFT, Set.of());

    /// The large line at the head of a sheet.
    public static final Look TITLE = PLAIN.bold().sized(13).centred();

    /// A heading of a table.
    public static final Look HEADING = PLAIN.bold().framed().centred().filled("E3ECF5");

    /// Text in a table.
    public static final Look BOXED = PLAIN.framed();

    /// A cell that somebody fills in.
    public static final Look INPUT = BOXED.filled("FFFBE6").open();

    public Look {
        marks = Set.copyOf(marks);
    }

    public boolean is(Mark mark) {
        return marks.contains(mark);
    }

    public Look bold() {
        return marked(Mark.BOLD);
    }

    public Look italic() {
        return marked(Mark.ITALIC);
    }

    public Look framed() {
        return marked(Mark.FRAMED);
    }

    public Look inRed() {
        return marked(Mark.RED);
    }

    public Look open() {
        return marked(Mark.OPEN);
    }

    public Look centred() {
        return new Look(format, fill, size, Side.CENTRE, marks);
    }

    public Look right() {
        return new Look(format, fill, size, Side.RIGHT, marks);
    }

    public Look sized(int points) {
        return new Look(format, fill, points, side, marks);
    }

    public Look filled(String colour) {
        return new Look(format, colour, size, side, marks);
    }

    public Look formatted(String numberFormat) {
        return new Look(numberFormat, fill, size, side, marks);
    }

    private Look marked(Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Look(format, fill, size, side, more);
    }
}
