package kz.bagalau.forms.report.row;

import java.util.regex.Pattern;

/// The marks that lead from a text to a footnote: `*`, `†`, and raised digits such as `¹` and `²⁾`.
public final class FootnoteMarks {

    private static final String MARK = "(?:\\s|[*†‡]|[¹²³⁰⁴-⁹]+[)⁾]?)";
    private static final Pattern LEADING = Pattern.compile("^" + MARK + "+");
    private static final Pattern TRAILING = Pattern.compile(MARK + "+$");

    private FootnoteMarks() {}

    /// A text without the marks at its beginning and end.
    public static String stripped(String text) {
        return TRAILING.matcher(LEADING.matcher(text).replaceFirst("")).replaceFirst("");
    }

    /// Whether a text begins with a mark, as the line of the footnote itself does.
    public static boolean leads(String text) {
        return !text.isBlank() && LEADING.matcher(text.strip()).find();
    }
}
