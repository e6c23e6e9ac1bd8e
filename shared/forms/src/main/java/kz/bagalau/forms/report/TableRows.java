package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.OfficialUse;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.place.HeadingSearch;
import kz.bagalau.forms.report.place.Place;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.report.row.RowKind;
import kz.bagalau.forms.report.row.RowNotRead;
import kz.bagalau.forms.report.row.TableRow;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Row;

/// The rows of a table down to its end. What stands below the end or beside the columns and has
/// figures is a problem.
final class TableRows {

    private final Table table;
    private final Place place;
    private final RowKinds kinds;
    private final Findings findings;
    private final List<TableRow> rows = new ArrayList<>();
    private int excluded;
    private int page;
    private boolean ended;

    private TableRows(Table table, Place place, Findings findings) {
        this.table = table;
        this.place = place;
        this.kinds = new RowKinds(table, place.located());
        this.findings = findings;
    }

    static TableRows of(Table table, Place place, Findings findings) {
        TableRows rows = new TableRows(table, place, findings);
        place.rows().forEach(rows::read);
        return rows;
    }

    List<TableRow> rows() {
        return rows;
    }

    /// How many rows are for official use (¶57). Of these nothing but their number is known from
    /// here on.
    int excluded() {
        return excluded;
    }

    private void read(Row row) {
        if (table.confidential()
                && OfficialUse.marks(place.located(), row)
                && HeadingSearch.codes(table, row) < 2
                && !kinds.headingsAgain(row)) {
            excluded++;
            return;
        }
        RowKind kind = kinds.of(row);
        switch (kind) {
            case BLANK, FURNITURE -> {}
            case HEADINGS -> page++;
            case END -> ended = true;
            case NOTE -> {
                if (!ended) {
                    findings.warning(
                            sheet(), first(row), Code.ROW_NOT_READ, RowNotRead.NO_VALUES.text());
                }
            }
            case BESIDE -> {
                if (!ended) {
                    findings.problem(
                            sheet(), first(row), Code.ROW_NOT_READ, RowNotRead.BESIDE.text());
                }
            }
            case SECTION, GROUP, TOTAL, ENTRY -> take(row, kind);
        }
    }

    private void take(Row row, RowKind kind) {
        if (!ended) {
            rows.add(new TableRow(row, kind, entry(row), page));
        } else if (kinds.figures(row)) {
            findings.problem(sheet(), first(row), Code.ROW_NOT_READ, RowNotRead.BELOW.text());
        }
    }

    private Entry entry(Row row) {
        Map<String, Cell> found = new HashMap<>();
        for (Column column : table.columns()) {
            place.located().cell(row, column.id()).ifPresent(cell -> found.put(column.id(), cell));
        }
        return new Entry(sheet(), found);
    }

    private static Cell first(Row row) {
        return row.cells().stream().filter(cell -> !Entry.empty(cell)).findFirst().orElseThrow();
    }

    private String sheet() {
        return place.sheet().name();
    }
}
