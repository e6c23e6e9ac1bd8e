package kz.bagalau.forms.pdf;

import java.util.ArrayList;
import java.util.List;

/// Lines without a frame, such as a signature with its place for a name and a day. Blocks can stand
/// beside one another.
///
/// @param width relative to the blocks beside it
public record Block(int width, List<Line> lines) {

    static final float SIZE = 9.5f;
    private static final float CAPTION = 7.5f;

    public sealed interface Line {

        /// Words of the form itself.
        record Said(String text, float size, boolean bold, Table.Side side) implements Line {}

        /// What is filled in, with a rule under it that goes on to the end of the line; without
        /// contents a rule to write on.
        ///
        /// @param label stands before it, empty for none
        /// @param side of the contents on its rule
        record Field(String label, String contents, Table.Side side) implements Line {}
    }

    public Block {
        lines = List.copyOf(lines);
    }

    public static Block of(int width) {
        return new Block(width, List.of());
    }

    public Block said(String text) {
        return with(new Line.Said(text, SIZE, false, Table.Side.LEFT));
    }

    public Block strong(String text) {
        return with(new Line.Said(text, SIZE, true, Table.Side.LEFT));
    }

    /// Small words under the middle of a field that name what stands in it.
    public Block caption(String text) {
        return with(new Line.Said(text, CAPTION, false, Table.Side.CENTRE));
    }

    public Block field(String label, String contents) {
        return with(new Line.Field(label, contents, Table.Side.LEFT));
    }

    /// A field that fills the whole line.
    public Block field(String contents) {
        return with(new Line.Field("", contents, Table.Side.CENTRE));
    }

    private Block with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new Block(width, more);
    }
}
