package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.report.FormProblem.Code;
import kz.bagalau.forms.workbook.Cell;

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
        return entries(rows);
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
            } else if (column.type() != Column.Type.TEXT) {
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
