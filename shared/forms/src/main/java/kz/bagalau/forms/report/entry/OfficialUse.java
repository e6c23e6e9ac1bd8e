package kz.bagalau.forms.report.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.place.Located;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// Finds the rows that are marked as information for official use (¶57): they are not counted, and
/// nothing of them may be kept.
public final class OfficialUse {

    /// The column of our templates in which a row is marked.
    static final String COLUMN = "official_use";

    // "ҚБП" and "ҚБПҮ" are the Kazakh marks, the second also misprinted (C-39); "ДСП" the Russian.
    // "КБП" without Kazakh letters may be another abbreviation: it counts beside other text only
    // with its fourth letter.
    private static final Set<String> MARKS =
            Set.of("дсп", "қбп", "қбпү", "қбпу", "қбпұ", "кбпу", "кбпү");
    private static final Set<String> PHRASES =
            Set.of(
                    LookalikeKey.of("для служебного пользования"),
                    LookalikeKey.of("қызмет бабында пайдалану"),
                    LookalikeKey.of("for official use"));
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    // Letters of the marks that may have been typed on a Latin keyboard.
    private static final Map<Character, Character> CYRILLIC = Map.of('c', 'с', 'k', 'к');

    private OfficialUse() {}

    /// Whether any text of the row says so, or its own column is marked with anything but a "no".
    public static boolean marks(Located located, Row row) {
        boolean column =
                located.cell(row, COLUMN)
                        .filter(cell -> !Entry.empty(cell))
                        .map(cell -> CellCheck.marked(mark(located), cell).orElse(true))
                        .orElse(false);
        return column || row.cells().stream().anyMatch(OfficialUse::says);
    }

    static boolean says(Cell cell) {
        String text = cell.text();
        if (text.length() < 3) {
            return false;
        }
        for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() <= 4 && MARKS.contains(cyrillic(word))) {
                return true;
            }
        }
        String key = LookalikeKey.of(text);
        return PHRASES.stream().anyMatch(key::contains);
    }

    static Column mark(Located located) {
        return located.table().column(COLUMN);
    }

    private static String cyrillic(String word) {
        StringBuilder cyrillic = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            cyrillic.setCharAt(i, CYRILLIC.getOrDefault(word.charAt(i), word.charAt(i)));
        }
        return cyrillic.toString();
    }
}
