package kz.bagalau.forms.pdf;

/// How a paragraph is set.
///
/// @param tag its role for a screen reader, as PDF names it
/// @param size of the letters in points
/// @param before the space above it in points
/// @param keep how many points below it have to be on the same page
/// @param red what is taken away; its text says so without the colour too
public record Style(
        String tag,
        boolean bold,
        float size,
        Table.Side side,
        float before,
        float keep,
        boolean red) {

    public static final Style TITLE = new Style("H1", true, 12, Table.Side.CENTRE, 4, 120);

    /// A title under the head of a form.
    public static final Style FORM_TITLE = new Style("H1", true, 11, Table.Side.CENTRE, 16, 120);

    public static final Style HEADING = new Style("H2", true, 10.5f, Table.Side.LEFT, 12, 80);
    public static final Style SMALL_HEADING = new Style("H3", true, 9, Table.Side.LEFT, 9, 70);
    public static final Style NOTES = new Style("H3", true, 9, Table.Side.LEFT, 9, 24);
    public static final Style TEXT = new Style("P", false, 9.5f, Table.Side.LEFT, 4, 0);
    public static final Style STRONG = new Style("P", true, 9.5f, Table.Side.LEFT, 5, 0);
    public static final Style SMALL = new Style("P", false, 8, Table.Side.LEFT, 3, 0);
    public static final Style ASIDE = new Style("P", false, 8, Table.Side.RIGHT, 0, 0);

    public Style(String tag, boolean bold, float size, Table.Side side, float before, float keep) {
        this(tag, bold, size, side, before, keep, false);
    }

    public Style inRed() {
        return new Style(tag, bold, size, side, before, keep, true);
    }
}
