package kz.bagalau.forms.report.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// Where a table stands: its headings, and the rows down to the next table.
///
/// @param named whether the sheet has the name that our template gives it
/// @param rows those under the headings of a table of rows; those of the parameters of a vertical
///   one
/// @param transposed whether the parameters stand one beneath the other
public record Place(
        SheetRows sheet, Located located, boolean named, List<Row> rows, boolean transposed) {

    private static final int ENOUGH_PARAMETERS = 6;
    private static final double ALIKE = 0.8;

    public Place {
        rows = List.copyOf(rows);
    }

    /// All tables of a sheet, from top to bottom.
    public static List<Place> all(SheetRows sheet, HeadingSearch search, List<Table> tables) {
        List<Place> places = new ArrayList<>();
        List<Row> rows = sheet.rows();
        Map<Integer, Located> starts = new LinkedHashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            Optional<Located> located = search.at(rows, at);
            if (located.isPresent()) {
                if (!again(starts, located.get())) {
                    starts.put(at, located.get());
                }
                while (at + 1 < rows.size()
                        && rows.get(at + 1).number() <= located.get().lastRow()) {
                    at++;
                }
            }
        }
        List<Place> vertical =
                tables.stream()
                        .filter(table -> table.layout() == Table.Layout.VERTICAL)
                        .filter(table ->
                                starts.values().stream().noneMatch(at -> at.table() == table))
                        .flatMap(table -> vertical(sheet, table).stream())
                        .toList();
        starts.forEach((at, located) ->
                places.add(
                        new Place(
                                sheet,
                                located,
                                named(sheet, located.table()),
                                beneath(rows, at, starts, located, vertical),
                                false)));
        places.addAll(vertical);
        return places;
    }

    /// The rows under the headings of a table, down to those of the next one.
    private static List<Row> beneath(
            List<Row> rows,
            int at,
            Map<Integer, Located> starts,
            Located located,
            List<Place> vertical) {
        int end = rows.size();
        for (int next : starts.keySet()) {
            end = next > at ? Math.min(end, next) : end;
        }
        int firstOther =
                vertical.stream()
                        .mapToInt(place -> place.located().firstRow())
                        .filter(row -> row > located.lastRow())
                        .min()
                        .orElse(Integer.MAX_VALUE);
        return rows.subList(at, end).stream()
                .filter(row -> row.number() > located.lastRow() && row.number() < firstOther)
                .toList();
    }

    /// Headings that are repeated on every printed page, above the same columns, are no other
    /// table.
    private static boolean again(Map<Integer, Located> starts, Located located) {
        Optional<Located> last = starts.values().stream().reduce((_, second) -> second);
        return last.isPresent()
                && last.get().table() == located.table()
                && last.get().columns().equals(located.columns());
    }

    private static boolean named(SheetRows sheet, Table table) {
        String name = LookalikeKey.of(sheet.name());
        return name.equals(LookalikeKey.of(table.sheet().kk()))
                || name.equals(LookalikeKey.of(table.sheet().ru()))
                || name.equals(LookalikeKey.of(table.sheet().en()));
    }

    /// A table whose parameters stand one beneath the other: the column in which most of them are
    /// found, each in its row. Several blocks of parameters may follow each other.
    private static Optional<Place> vertical(SheetRows sheet, Table table) {
        Map<Integer, List<Row>> byColumn = new HashMap<>();
        for (Row row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                if (parameter(table, cell).isPresent()) {
                    byColumn.computeIfAbsent(cell.column(), _ -> new ArrayList<>()).add(row);
                    break;
                }
            }
        }
        return byColumn.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= ENOUGH_PARAMETERS)
                .findFirst()
                .map(entry ->
                        new Place(
                                sheet,
                                vertical(sheet, table, entry.getKey(), entry.getValue()),
                                named(sheet, table),
                                entry.getValue(),
                                true));
    }

    private static Located vertical(SheetRows sheet, Table table, int column, List<Row> rows) {
        Map<String, Integer> found = new HashMap<>();
        for (Row row : rows) {
            parameter(table, row.cell(column))
                    .ifPresent(parameter -> found.put(parameter.id(), column));
        }
        int first = rows.getFirst().number();
        boolean headed =
                sheet.rows().stream()
                        .filter(row -> row.number() == first - 1)
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> headsParameters(table, cell));
        return new Located(table, headed ? first - 1 : first, first - 1, found, Map.of());
    }

    private static boolean headsParameters(Table table, Cell cell) {
        return table.parameters()
                .filter(name ->
                        Stream.of(name.kk(), name.ru(), name.en())
                                .map(LookalikeKey::of)
                                .anyMatch(LookalikeKey.of(cell.text())::equals))
                .isPresent();
    }

    /// The parameter that a cell names.
    public static Optional<Column> parameter(Table table, Cell cell) {
        String key = LookalikeKey.of(cell.text());
        if (key.length() < 4) {
            return Optional.empty();
        }
        Optional<Column> exact =
                table.columns().stream().filter(column -> column.names().contains(key)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return table.columns().stream()
                .max(Comparator.comparingDouble(column -> likeness(column, key)))
                .filter(column -> likeness(column, key) >= ALIKE);
    }

    private static double likeness(Column column, String key) {
        return column.names().stream()
                .mapToDouble(name -> LookalikeKey.likeness(name, key))
                .max()
                .orElse(0);
    }
}
