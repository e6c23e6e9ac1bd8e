package kz.bagalau.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table beside a class that a lawyer or a translator can edit: a row a line, cells between `|`,
/// the head of the table and remarks behind `#`.
public final class Rows {

    private Rows() {}

    /// Throws where the table is missing or a row has another number of cells.
    public static List<List<String>> of(Class<?> beside, String table, int cells) {
        try (var stream = beside.getResourceAsStream(table)) {
            if (stream == null) {
                throw new IllegalStateException(table + " is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> cells(table, line, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A table of names: code, kk, ru, en.
    public static Map<String, LocalText> texts(Class<?> beside, String table) {
        return of(beside, table, 4).stream()
                .collect(Collectors.toMap(List::getFirst, row -> text(row, 1)));
    }

    /// The three cells from `first` on as one text.
    public static LocalText text(List<String> row, int first) {
        return new LocalText(row.get(first), row.get(first + 1), row.get(first + 2));
    }

    private static List<String> cells(String table, String line, int expected) {
        List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != expected) {
            throw new IllegalStateException(
                    "%s: %d cells instead of %d in: %s"
                            .formatted(table, cells.size(), expected, line));
        }
        return cells;
    }
}
