package kz.bagalau.forms.report.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Findings;
import kz.bagalau.forms.report.reading.FormProblem;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.rules.LocalText;

/// Reports what is wrong with a single entry of a table.
public final class EntryCheck {

    private final Table table;
    private final Findings findings;
    private final CellCheck cells;

    public EntryCheck(Table table, Findings findings, int year) {
        this.table = table;
        this.findings = findings;
        this.cells = new CellCheck(findings, year);
    }

    public void check(Entry entry) {
        if (table.layout() == Table.Layout.TREE && !figures(entry)) {
            table.columns().stream()
                    .filter(column -> column.type().numeric())
                    .flatMap(column -> entry.cell(column.id()).stream())
                    .findFirst()
                    .ifPresent(cell -> findings.problem(entry.sheet(), cell, Code.NO_FIGURES));
            return;
        }
        Map<String, List<Column>> marks = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            entry.cell(column.id())
                    .ifPresent(cell -> {
                        check(entry, column, cell);
                        if (!column.group().isEmpty()) {
                            marks.computeIfAbsent(column.group(), _ -> new ArrayList<>())
                                    .add(column);
                        }
                    });
        }
        marks.values().forEach(group -> checkMarks(entry, group));
        table.checks().forEach(check -> checkParts(entry, check));
        table.outcome().ifPresent(outcome -> checkOutcome(entry, outcome));
    }

    private void check(Entry entry, Column column, Cell cell) {
        if (nameless(column, cell)) {
            findings.problem(entry.sheet(), cell, Code.VALUE_MISSING, column.heading());
        } else if (!Entry.empty(cell)) {
            cells.check(entry.sheet(), column, cell);
        } else if (column.required() && column.group().isEmpty()) {
            findings.problem(entry.sheet(), cell, missing(column), column.heading());
        }
    }

    /// The name of a unit has letters: what has none is a number of a column, or a sign.
    private boolean nameless(Column column, Cell cell) {
        return table.layout() == Table.Layout.TREE
                && column.required()
                && column.type() == Column.Type.TEXT
                && cell.text().codePoints().noneMatch(Character::isLetter);
    }

    public static Code missing(Column column) {
        return column.type().numeric() ? Code.FIGURE_MISSING : Code.VALUE_MISSING;
    }

    private boolean figures(Entry entry) {
        return table.columns().stream()
                .anyMatch(column -> column.type().numeric() && entry.says(column.id()));
    }

    private void checkMarks(Entry entry, List<Column> group) {
        List<Cell> marked = new ArrayList<>();
        for (Column column : group) {
            Optional<Cell> cell = entry.cell(column.id());
            Optional<Boolean> mark = cell.flatMap(found -> CellCheck.marked(column, found));
            if (cell.isEmpty() || mark.isEmpty()) {
                return;
            }
            if (mark.get()) {
                marked.add(cell.get());
            }
        }
        LocalText heading = group.getFirst().groupHeading();
        if (marked.size() > 1) {
            findings.problem(entry.sheet(), marked.getLast(), Code.MARK_TWICE, heading);
        } else if (marked.isEmpty()) {
            entry.cell(group.getFirst().id())
                    .ifPresent(cell ->
                            findings.problem(entry.sheet(), cell, Code.MARK_MISSING, heading));
        }
    }

    private void checkParts(Entry entry, Table.Check check) {
        Optional<BigDecimal> whole = Figures.stated(table.column(check.whole()), entry);
        Optional<BigDecimal> part =
                check.part().stream()
                        .map(column -> Figures.stated(table.column(column), entry))
                        .reduce(
                                Optional.of(BigDecimal.ZERO),
                                (sum, next) -> sum.flatMap(s -> next.map(s::add)));
        if (whole.isEmpty() || part.isEmpty() || part.get().compareTo(whole.get()) <= 0) {
            return;
        }
        Column first = table.column(check.part().getFirst());
        FormProblem problem =
                FormProblem.of(
                        entry.sheet(),
                        entry.cell(first.id()).map(Cell::address).orElse(""),
                        Code.PART_GREATER,
                        first.heading(),
                        table.column(check.whole()).heading(),
                        FormProblem.same(part.get().toPlainString()),
                        FormProblem.same(whole.get().toPlainString()),
                        FormProblem.same(check.paragraph()));
        if (check.warning()) {
            findings.warning(problem);
        } else {
            findings.problem(problem);
        }
    }

    /// A training is in time where it was done by the day it was due, late where after, and missed
    /// where it was not done.
    private void checkOutcome(Entry entry, Table.Outcome columns) {
        Column column = table.column(columns.outcome());
        Optional<Cell> stated = entry.cell(columns.outcome());
        Optional<Cell> doneCell = entry.cell(columns.done());
        if (stated.isEmpty() || doneCell.isEmpty()) {
            return;
        }
        var due = entry.cell(columns.due()).flatMap(Cell::date);
        var done = doneCell.flatMap(Cell::date);
        var word = column.word(stated.get().text());
        if (due.isEmpty() || word.isEmpty() || (done.isEmpty() && !Entry.empty(doneCell.get()))) {
            return;
        }
        String meant =
                done.isEmpty() ? "missed" : done.get().isAfter(due.get()) ? "late" : "in_time";
        if (!word.get().id().equals(meant)) {
            column.words().stream()
                    .filter(other -> other.id().equals(meant))
                    .findFirst()
                    .ifPresent(other ->
                            findings.problem(
                                    entry.sheet(),
                                    stated.get(),
                                    Code.OUTCOME_CONTRADICTS,
                                    other.label()));
        }
    }
}
