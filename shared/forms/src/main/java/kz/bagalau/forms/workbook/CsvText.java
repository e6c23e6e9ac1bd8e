package kz.bagalau.forms.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A CSV file in the making, as Excel in Kazakhstan opens it: UTF-8 with a byte order mark,
/// semicolons, lines that end in CR LF. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it; [#plain] takes it away again.
public final class CsvText {

    private static final char MARK = '\uFEFF';
    private static final char GUARD = '\'';

    /// With what a formula begins, in any program; and what stands before it once it is guarded.
    private static final String FORMULA = "=+-@\t\r|%" + GUARD;

    private final StringBuilder text = new StringBuilder().append(MARK);

    public CsvText row(List<String> fields) {
        text.append(fields.stream().map(CsvText::field).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A text as it was before it was guarded.
    public static String plain(String field) {
        return guarded(field) ? field.substring(1) : field;
    }

    private static boolean guarded(String field) {
        return field.length() > 1
                && field.charAt(0) == GUARD
                && FORMULA.indexOf(field.charAt(1)) >= 0;
    }

    private static String field(String value) {
        String safe =
                !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? GUARD + value : value;
        return safe.chars().anyMatch(c -> ";,\"\r\n\t".indexOf(c) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
