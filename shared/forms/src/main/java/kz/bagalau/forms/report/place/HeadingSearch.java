package kz.bagalau.forms.report.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;

/// Finds the headings of tables in a sheet, wherever they were moved to: by the codes under the
/// headings of our templates, or by the headings in any of our languages, as printed or nearly so.
/// Headings may fill up to three rows, with one heading above several columns.
public final class HeadingSearch {

    /// Rows that headings may fill, with the codes beneath them.
    static final int MOST_ROWS = 4;

    private static final double ALIKE = 0.78;
    private static final double SURELY = 0.97;
    private static final double CODE = 2;
    private static final int LONGEST_CODE = 10;
    private static final int FUZZY_ROWS = 300;
    private static final int LONGEST_HEADING = 600;
    private static final int MOST_PLACES = 256;

    // What a hostile sheet full of near headings may cost.
    private static final int MOST_COMPARED = 100_000;

    private final List<Table> tables;
    private final Map<String, Map<String, Double>> likenesses = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private int compared;

    public HeadingSearch(List<Table> tables) {
        this.tables = List.copyOf(tables);
        for (Table table : this.tables) {
            for (Column column : table.columns()) {
                known.addAll(column.names());
                known.addAll(column.groupNames());
                known.add(LookalikeKey.of(column.code()));
            }
        }
    }

    /// The table whose headings begin at one of the rows, if any; the best where several would do.
    ///
    /// @param rows of a sheet, from the top
    /// @param at the index of the row at which its headings may begin
    public Optional<Located> at(List<Row> rows, int at) {
        boolean fuzzy = at < FUZZY_ROWS;
        if (!fuzzy
                && places(rows.get(at))
                        .filter(HeadingSearch::heads)
                        .noneMatch(cell -> known.contains(LookalikeKey.of(cell.text())))) {
            return Optional.empty();
        }
        Optional<Match> best = Optional.empty();
        for (Table table : tables) {
            Optional<Match> match = match(table, rows, at, fuzzy);
            if (match.isPresent() && (best.isEmpty() || match.get().score() > best.get().score())) {
                best = match;
            }
        }
        return best.map(Match::located);
    }

    private record Match(Located located, double score) {}

    private record Pair(Column column, int place, double score) {}

    private Optional<Match> match(Table table, List<Row> rows, int at, boolean fuzzy) {
        // The row itself has to be one of the headings, or they begin further down.
        if (!labels(table, rows.get(at), fuzzy)) {
            return Optional.empty();
        }
        Optional<Match> best = Optional.empty();
        int columns = 0;
        for (int size = 1; size <= MOST_ROWS && at + size <= rows.size(); size++) {
            List<Row> window = rows.subList(at, at + size);
            // Rows far below do not belong to the same headings; data may begin at once.
            if (window.getLast().number() - window.getFirst().number() > MOST_ROWS) {
                break;
            }
            if (size > 1
                    && (data(window.getLast()) || codes(table, rows.get(at + size - 2)) >= 2)) {
                break;
            }
            Match match = match(table, window, fuzzy);
            boolean codes = codes(table, window.getLast()) >= 2;
            boolean more = match.located().columns().size() > columns || codes;
            if ((match.located().columns().size() >= enough(table) || codes) && more) {
                columns = match.located().columns().size();
                best = Optional.of(match);
            }
        }
        return best;
    }

    /// Whether a row has figures, and not the numbers of columns 1, 2, 3 …: headings end above it.
    private static boolean data(Row row) {
        List<Cell> numbers = places(row).filter(cell -> cell.number().isPresent()).toList();
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).text().equals(Integer.toString(i + 1))) {
                return numbers.size() > 1;
            }
        }
        return false;
    }

    private Match match(Table table, List<Row> window, boolean fuzzy) {
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> places = new HashSet<>();
        window.forEach(row -> places(row).forEach(cell -> places.add(cell.column())));
        for (Column column : table.columns()) {
            for (int place : places) {
                double score = score(column, window, place, fuzzy);
                if (score >= ALIKE) {
                    pairs.add(new Pair(column, place, score));
                }
            }
        }
        pairs.sort(
                Comparator.comparingDouble(Pair::score).reversed().thenComparingInt(Pair::place));
        Map<String, Integer> columns = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        double score = 0;
        for (Pair pair : pairs) {
            if (!columns.containsKey(pair.column().id()) && taken.add(pair.place())) {
                columns.put(pair.column().id(), pair.place());
                score += pair.score();
            }
        }
        Map<String, Integer> twice = new HashMap<>();
        // Where codes stand under the headings, the codes decide.
        double surely = codes(table, window.getLast()) == 0 ? SURELY : CODE;
        for (Pair pair : pairs) {
            if (pair.score() >= surely && taken.add(pair.place())) {
                twice.put(pair.column().id(), pair.place());
            }
        }
        return new Match(
                new Located(
                        table,
                        window.getFirst().number(),
                        window.getLast().number(),
                        columns,
                        twice),
                score);
    }

    private double score(Column column, List<Row> window, int place, boolean fuzzy) {
        double best = 0;
        for (int i = 0; i < window.size(); i++) {
            Cell cell = window.get(i).cell(place);
            if (!heads(cell)) {
                continue;
            }
            String text = cell.text();
            if (code(column, text)) {
                return CODE;
            }
            double own = likeness(text, column.names(), column.code(), fuzzy);
            if (own >= ALIKE && !column.groupNames().isEmpty()) {
                own *= above(column, window.subList(0, i), place, fuzzy);
            }
            best = Math.max(best, own);
        }
        return best;
    }

    /// How well the heading over several columns fits: the nearest text to the left in a row above.
    private double above(Column column, List<Row> above, int place, boolean fuzzy) {
        double best = 0;
        for (Row row : above) {
            Optional<Cell> nearest =
                    places(row)
                            .filter(cell -> cell.column() <= place && !cell.blank())
                            .max(Comparator.comparingInt(Cell::column));
            if (nearest.isPresent()) {
                best =
                        Math.max(
                                best,
                                likeness(
                                        nearest.get().text(),
                                        column.groupNames(),
                                        column.code() + "/",
                                        fuzzy));
            }
        }
        return best;
    }

    private double likeness(String text, List<String> names, String place, boolean fuzzy) {
        String key = LookalikeKey.of(text);
        if (key.isEmpty()) {
            return 0;
        }
        if (names.contains(key)) {
            return 1;
        }
        if (!fuzzy) {
            return 0;
        }
        Map<String, Double> found = likenesses.computeIfAbsent(place, _ -> new HashMap<>());
        if (!found.containsKey(key) && compared++ >= MOST_COMPARED) {
            return 0;
        }
        return found.computeIfAbsent(
                key,
                _ ->
                        names.stream()
                                .mapToDouble(name -> LookalikeKey.likeness(key, name))
                                .max()
                                .orElse(0));
    }

    /// The cells of a row that may be headings.
    private static Stream<Cell> places(Row row) {
        return row.cells().stream().limit(MOST_PLACES);
    }

    private static boolean heads(Cell cell) {
        return cell.value() instanceof Value.Text(var text) && text.length() <= LONGEST_HEADING;
    }

    private boolean labels(Table table, Row row, boolean fuzzy) {
        for (Cell cell : places(row).toList()) {
            if (heads(cell)) {
                for (Column column : table.columns()) {
                    if (code(column, cell.text())
                            || likeness(cell.text(), column.names(), column.code(), fuzzy) >= ALIKE
                            || likeness(
                                            cell.text(),
                                            column.groupNames(),
                                            column.code() + "/",
                                            fuzzy)
                                    >= ALIKE) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// How many cells of a row are codes of a table's columns.
    public static long codes(Table table, Row row) {
        return row.cells().stream()
                .filter(cell ->
                        table.columns().stream().anyMatch(column -> code(column, cell.text())))
                .count();
    }

    private static boolean code(Column column, String text) {
        return text.length() <= LONGEST_CODE
                && !text.isEmpty()
                && LookalikeKey.of(text).equals(LookalikeKey.of(column.code()));
    }

    /// How many columns have to be found for a table to be recognised: two, and two fifths of the
    /// first eight.
    private static int enough(Table table) {
        int named =
                (int)
                        table.columns().stream()
                                .filter(column -> column.type() != Column.Type.ORDINAL)
                                .count();
        return Math.max(2, (Math.min(named, 8) * 2 + 4) / 5);
    }
}
