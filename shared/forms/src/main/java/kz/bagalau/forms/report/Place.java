package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.workbook.Cell;
import kz.bagalau.forms.workbook.Row;

/// Where a table stands: its headings, and the rows down to the next table.
///
/// @param named whether the sheet has the name that our template gives it
/// @param rows those under the headings of a table of rows; those of the parameters of a vertical
///   one
/// @param transposed whether the parameters stand one beneath the other
record Place(SheetRows sheet, Located located, boolean named, List<Row> rows, boolean transposed) {

    private static final int ENOUGH_PARAMETERS = 6;
    private static final double ALIKE = 0.8;

    Place {
        rows = List.copyOf(rows);
    }

    /// All tables of a sheet, from top to bottom.
    static List<Place> all(SheetRows sheet, HeadingSearch search, List<Table> tables) {
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
        List<Map.Entry<Integer, Located>> order = List.copyOf(starts.entrySet());
        for (int i = 0; i < order.size(); i++) {
            Located located = order.get(i).getValue();
            int end = i + 1 < order.size() ? order.get(i + 1).getKey() : rows.size();
            places.add(
                    new Place(
                            sheet,
                            located,
                            named(sheet, located.table()),
                            rows.subList(order.get(i).getKey(), end).stream()
                                    .filter(row -> row.number() > located.lastRow())
                                    .toList(),
                            false));
        }
        for (Table table : tables) {
            if (table.layout() == Table.Layout.VERTICAL
                    && places.stream().noneMatch(place -> place.located().table() == table)) {
                vertical(sheet, table).ifPresent(places::add);
            }
        }
        return places;
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
        String name = Skeleton.of(sheet.name());
        return name.equals(Skeleton.of(table.sheet().kk()))
                || name.equals(Skeleton.of(table.sheet().ru()))
                || name.equals(Skeleton.of(table.sheet().en()));
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
                                vertical(table, entry.getKey(), entry.getValue()),
                                named(sheet, table),
                                entry.getValue(),
                                true));
    }

    private static Located vertical(Table table, int column, List<Row> rows) {
        Map<String, Integer> found = new HashMap<>();
        for (Row row : rows) {
            parameter(table, row.cell(column))
                    .ifPresent(parameter -> found.put(parameter.id(), column));
        }
        return new Located(
                table, rows.getFirst().number(), rows.getFirst().number() - 1, found, Map.of());
    }

    /// The parameter that a cell names.
    static Optional<Column> parameter(Table table, Cell cell) {
        String skeleton = Skeleton.of(cell.text());
        if (skeleton.length() < 4) {
            return Optional.empty();
        }
        Optional<Column> exact =
                table.columns().stream()
                        .filter(column -> column.names().contains(skeleton))
                        .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return table.columns().stream()
                .max(Comparator.comparingDouble(column -> likeness(column, skeleton)))
                .filter(column -> likeness(column, skeleton) >= ALIKE);
    }

    private static double likeness(Column column, String skeleton) {
        return column.names().stream()
                .mapToDouble(name -> Skeleton.likeness(name, skeleton))
                .max()
                .orElse(0);
    }
}
