package kz.bagalau.forms.report.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.bagalau.forms.workbook.cell.Cell;

/// Cells as a person would name them: `C9:C20, E9`.
public final class Ranges {

    private static final int MOST = 20;

    private Ranges() {}

    /// The cells of some columns of the entries; those of all columns for none.
    public static String of(List<Entry> entries, List<String> columns) {
        List<Cell> cells =
                entries.stream()
                        .flatMap(entry ->
                                columns.isEmpty()
                                        ? entry.cells().values().stream()
                                        : columns.stream()
                                                .flatMap(column -> entry.cell(column).stream()))
                        .sorted(Comparator.comparingInt(Cell::column).thenComparingInt(Cell::row))
                        .toList();
        List<String> ranges = new ArrayList<>();
        for (int from = 0; from < cells.size(); ) {
            int to = from;
            while (to + 1 < cells.size() && follows(cells.get(to), cells.get(to + 1))) {
                to++;
            }
            String first = cells.get(from).address();
            ranges.add(to == from ? first : first + ":" + cells.get(to).address());
            from = to + 1;
        }
        return String.join(
                ", ",
                ranges.size() <= MOST
                        ? ranges
                        : Stream.concat(ranges.stream().limit(MOST), Stream.of("…")).toList());
    }

    private static boolean follows(Cell cell, Cell next) {
        return next.column() == cell.column() && next.row() == cell.row() + 1;
    }
}
