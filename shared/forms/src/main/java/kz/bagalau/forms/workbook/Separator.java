package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// What separates the fields of a CSV file: what stands equally often in rows beneath each other.
/// Titles above the headings and texts with commas or semicolons in them decide nothing.
final class Separator {

    private static final char[] CANDIDATES = {';', ',', '\t'};
    private static final int MOST_LINES = 200;
    private static final int MOST_CHARACTERS = 1 << 17;

    private Separator() {}

    /// The first lines of a file, without what stands in quotation marks.
    static List<String> lines(Reader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        int c = reader.read();
        for (int read = 0; c >= 0 && read < MOST_CHARACTERS && lines.size() < MOST_LINES; read++) {
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            } else if (!quoted) {
                line.append((char) c);
            }
            c = reader.read();
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /// The separator of lines.
    static char of(List<String> lines) {
        char best = CANDIDATES[0];
        for (char candidate : CANDIDATES) {
            int more = Long.compare(alike(lines, candidate), alike(lines, best));
            if (more > 0 || (more == 0 && all(lines, candidate) > all(lines, best))) {
                best = candidate;
            }
        }
        return best;
    }

    /// How many lines have a character as often as the line before.
    private static long alike(List<String> lines, char wanted) {
        long alike = 0;
        long before = 0;
        for (String line : lines) {
            long now = count(line, wanted);
            alike += now > 0 && now == before ? 1 : 0;
            before = now;
        }
        return alike;
    }

    private static long all(List<String> lines, char wanted) {
        return lines.stream().mapToLong(line -> count(line, wanted)).sum();
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
