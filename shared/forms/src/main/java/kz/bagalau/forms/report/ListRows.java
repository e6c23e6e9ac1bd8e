package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.LookalikeKey;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.row.RowKind;
import kz.bagalau.forms.report.row.RowNotRead;
import kz.bagalau.forms.report.row.TableRow;
import kz.bagalau.forms.workbook.cell.Cell;

/// The entries of a table in which one row is one entry, and whether its totals are those of the
/// entries above them or of all: sums of figures, counts of marks, and in other columns the number
/// of entries.
final class ListRows {

    private final Table table;
    private final String sheet;
    private final Findings findings;
    private final List<TableRow> rows;

    private ListRows(Table table, List<TableRow> rows, String sheet, Findings findings) {
        this.table = table;
        this.rows = rows;
        this.sheet = sheet;
        this.findings = findings;
    }

    static List<Entry> counted(Table table, List<TableRow> rows, String sheet, Findings findings) {
        ListRows list = new ListRows(table, rows, sheet, findings);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == RowKind.TOTAL) {
                list.checkTotal(rows.get(i), entries(rows.subList(0, i)));
            }
        }
        list.checkCountsOfMarks(entries(rows));
        list.checkNotHeld(entries(rows));
        return entries(rows);
    }

    /// Appendix 2: without candidates a competition is deemed not held and is not counted.
    private void checkNotHeld(List<Entry> entries) {
        for (Entry entry : entries) {
            table.columns().stream()
                    .filter(column -> column.type() == Column.Type.TEXT)
                    .flatMap(column -> entry.cell(column.id()).stream())
                    .filter(this::saysNotHeld)
                    .forEach(cell ->
                            findings.problem(
                                    sheet, cell, Code.ROW_NOT_READ, RowNotRead.NOT_HELD.text()));
        }
    }

    private boolean saysNotHeld(Cell cell) {
        String key = LookalikeKey.of(cell.text());
        return table.notHeld().stream().anyMatch(key::contains);
    }

    /// A first or last entry whose marks are numbers, as no other's are, and the counts of the
    /// marks of all others is rather a total of them.
    private void checkCountsOfMarks(List<Entry> entries) {
        List<Column> marks =
                table.columns().stream()
                        .filter(column -> column.type() == Column.Type.MARK)
                        .filter(column -> !column.group().isEmpty())
                        .toList();
        if (marks.isEmpty() || entries.size() < 2) {
            return;
        }
        for (Entry entry : List.of(entries.getLast(), entries.getFirst())) {
            List<Entry> others = entries.stream().filter(other -> other != entry).toList();
            boolean counts =
                    marks.stream()
                            .allMatch(column ->
                                    Figures.stated(column, entry)
                                            .or(() -> blank(column, entry))
                                            .filter(stated ->
                                                    stated.compareTo(sum(column, others)) == 0)
                                            .isPresent());
            boolean othersToo =
                    others.stream()
                            .anyMatch(other ->
                                    marks.stream()
                                            .anyMatch(column ->
                                                    Figures.stated(column, other).isPresent()));
            if (counts && !othersToo) {
                findings.problem(sheet, first(entry), Code.ROW_NOT_READ, RowNotRead.SUM.text());
                return;
            }
        }
    }

    private static Optional<BigDecimal> blank(Column column, Entry entry) {
        return entry.says(column.id()) ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    }

    private Cell first(Entry entry) {
        return rows.stream()
                .filter(row -> row.entry() == entry)
                .map(TableRow::first)
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry> entries(List<TableRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() == RowKind.ENTRY)
                .map(TableRow::entry)
                .toList();
    }

    private void checkTotal(TableRow total, List<Entry> above) {
        for (Column column : table.columns()) {
            Optional<Cell> cell = total.entry().cell(column.id()).filter(c -> !Entry.empty(c));
            if (cell.isEmpty()
                    || column.type() == Column.Type.ORDINAL
                    || column.type() == Column.Type.PERCENT) {
                continue;
            }
            Optional<BigDecimal> stated = cell.get().number();
            if (stated.isPresent()) {
                checkTotal(column, cell.get(), stated.get(), above);
            } else if (!column.label()) {
                findings.problem(sheet, cell.get(), Code.NOT_A_NUMBER, CellCheck.shown(cell.get()));
            }
        }
    }

    private void checkTotal(Column column, Cell cell, BigDecimal stated, List<Entry> above) {
        BigDecimal ofAbove = sum(column, above);
        BigDecimal ofAll = sum(column, entries(rows));
        if (!same(column, stated, ofAbove, above.size())
                && !same(column, stated, ofAll, rows.size())) {
            findings.problem(
                    sheet,
                    cell,
                    Code.TOTAL_DIFFERS,
                    FormProblem.same(stated.toPlainString()),
                    FormProblem.same((above.isEmpty() ? ofAll : ofAbove).toPlainString()));
        }
    }

    private static boolean same(Column column, BigDecimal stated, BigDecimal sum, int parts) {
        BigDecimal tolerance =
                column.type().numeric() ? Figures.tolerance(column, parts) : BigDecimal.ZERO;
        return stated.subtract(sum).abs().compareTo(tolerance) <= 0;
    }

    private static BigDecimal sum(Column column, List<Entry> entries) {
        if (column.type().numeric()) {
            return entries.stream()
                    .flatMap(entry -> Figures.stated(column, entry).stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return BigDecimal.valueOf(
                column.type() != Column.Type.MARK
                        ? entries.size()
                        : entries.stream()
                                .filter(entry ->
                                        entry.cell(column.id())
                                                .flatMap(cell -> CellCheck.marked(column, cell))
                                                .orElse(false))
                                .count());
    }
}
