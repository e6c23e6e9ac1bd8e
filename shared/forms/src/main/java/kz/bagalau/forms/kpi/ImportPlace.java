package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.bagalau.forms.kpi.ImportColumn.Kind;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.cell.Value;

/// Where one of the two tables stands on a sheet: its headings, and the rows under them.
///
/// @param heads the rows of headings and codes; never empty
/// @param columns by what they are, column A being 1
/// @param above rows over them that look like those under them
/// @param rows those that hold anything
record ImportPlace(
        ImportTable table,
        String sheet,
        List<Row> heads,
        Map<ImportColumn, Integer> columns,
        List<Row> above,
        List<Row> rows) {

    /// The rows among which headings are looked for.
    private static final int HEAD = 15;

    /// So many headings make a row one of headings.
    private static final int ENOUGH = 4;

    static Optional<ImportPlace> on(String sheet, List<Row> rows) {
        for (ImportTable table : ImportTable.values()) {
            List<Row> heads =
                    rows.stream()
                            .filter(row -> row.number() <= HEAD)
                            .filter(row -> named(table, row).size() >= ENOUGH)
                            .toList();
            if (!heads.isEmpty()) {
                Map<ImportColumn, Integer> columns = columns(table, heads);
                return Optional.of(
                        new ImportPlace(
                                table,
                                sheet,
                                heads,
                                columns,
                                above(rows, heads, columns),
                                beneath(rows, heads)));
            }
        }
        return Optional.empty();
    }

    /// Whoever sorts a sheet with its headings leaves rows above them. Neither a title nor a row of
    /// the columns' numbers has both a number and a day in their columns.
    private static List<Row> above(
            List<Row> rows, List<Row> heads, Map<ImportColumn, Integer> columns) {
        return rows.stream()
                .filter(row -> row.number() < heads.getLast().number() && !heads.contains(row))
                .filter(row ->
                        holds(row, columns, Kind.NUMBER, cell -> cell.number().isPresent())
                                && holds(
                                        row,
                                        columns,
                                        Kind.DAY,
                                        cell -> cell.dateTime().isPresent()))
                .toList();
    }

    private static boolean holds(
            Row row, Map<ImportColumn, Integer> columns, Kind kind, Predicate<Cell> value) {
        return columns.entrySet().stream()
                .filter(column -> column.getKey().kind() == kind)
                .anyMatch(column -> value.test(row.cell(column.getValue())));
    }

    private static List<Row> beneath(List<Row> rows, List<Row> heads) {
        return rows.stream()
                .filter(row -> row.number() > heads.getLast().number())
                .filter(row -> row.cells().stream().anyMatch(ImportPlace::says))
                .toList();
    }

    /// Whether anything stands in a cell, be it a formula without a value.
    static boolean says(Cell cell) {
        return !cell.blank() || cell.value() instanceof Value.Uncalculated;
    }

    private static Map<ImportColumn, Integer> columns(ImportTable table, List<Row> heads) {
        Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
        // The codes are the last row, and the same in every language.
        for (Row head : heads.reversed()) {
            named(table, head).forEach(columns::putIfAbsent);
        }
        return columns;
    }

    private static Map<ImportColumn, Integer> named(ImportTable table, Row row) {
        Map<ImportColumn, Integer> named = new EnumMap<>(ImportColumn.class);
        for (Cell cell : row.cells()) {
            column(table, cell.text())
                    .ifPresent(column -> named.putIfAbsent(column, cell.column()));
        }
        return named;
    }

    private static Optional<ImportColumn> column(ImportTable table, String text) {
        return ImportColumn.of(table).stream()
                .filter(column ->
                        column.code().equalsIgnoreCase(text)
                                || ImportWord.same(column.heading(), text))
                .findFirst();
    }

    /// What is wrong with the columns: one that is missing, stands twice, is unknown or hidden, and
    /// values under no heading.
    List<ImportProblem> problems(Set<Integer> hidden) {
        List<ImportProblem> problems = new ArrayList<>();
        for (ImportColumn column : ImportColumn.of(table)) {
            Integer at = columns.get(column);
            if (at == null) {
                if (column.required()) {
                    problems.add(
                            problem(
                                    heads.getLast().cells().getFirst(),
                                    ImportProblem.Code.COLUMN_MISSING,
                                    column.heading()));
                }
            } else if (hidden.contains(at) && filled().contains(at)) {
                problems.add(
                        problem(
                                heads.getLast().cell(at),
                                ImportProblem.Code.COLUMN_HIDDEN,
                                column.heading()));
            }
        }
        for (Row head : heads) {
            head.cells().forEach(cell -> unknown(cell).ifPresent(problems::add));
        }
        above.forEach(
                row -> problems.add(problem(row.cells().getFirst(), ImportProblem.Code.ROW_ABOVE)));
        for (Row row : rows) {
            row.cells().stream()
                    .filter(cell ->
                            says(cell)
                                    && heads.stream()
                                            .allMatch(head -> head.cell(cell.column()).blank()))
                    .forEach(
                            cell -> problems.add(problem(cell, ImportProblem.Code.BESIDE_COLUMNS)));
            if (row.hidden()) {
                problems.add(problem(row.cells().getFirst(), ImportProblem.Code.ROW_HIDDEN));
            }
        }
        return problems;
    }

    private Optional<ImportProblem> unknown(Cell cell) {
        if (cell.blank()) {
            return Optional.empty();
        }
        Optional<ImportColumn> column = column(table, cell.text());
        if (column.isPresent()) {
            return Integer.valueOf(cell.column()).equals(columns.get(column.get()))
                    ? Optional.empty()
                    : Optional.of(problem(cell, ImportProblem.Code.COLUMN_TWICE, cell.text()));
        }
        boolean known = columns.containsValue(cell.column());
        return known || !filled().contains(cell.column())
                ? Optional.empty()
                : Optional.of(problem(cell, ImportProblem.Code.COLUMN_UNKNOWN, cell.text()));
    }

    /// The columns under whose headings anything stands.
    private Set<Integer> filled() {
        Set<Integer> filled = new TreeSet<>();
        rows.forEach(row ->
                row.cells().stream()
                        .filter(ImportPlace::says)
                        .forEach(cell -> filled.add(cell.column())));
        return Collections.unmodifiableSet(filled);
    }

    private ImportProblem problem(Cell cell, ImportProblem.Code code, Object... details) {
        return ImportProblem.of(sheet, cell.address(), code, details);
    }
}
