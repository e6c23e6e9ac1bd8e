package kz.bagalau.forms.report.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.entry.Figures;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.workbook.cell.Cell;

/// Whether rows that sum up others are the sums of the rows that are taken for counted. A figure
/// that is not filled in is not missed.
public final class SumCheck {

    /// What is stated in a cell and what the sum is.
    public record Difference(Cell cell, BigDecimal stated, BigDecimal sum) {}

    /// A row that is the sum of a scope, and of which.
    public record Match(SumRow row, Scope scope) {}

    private final Table table;
    private final Tree tree;
    private final BitSet counted;
    private final List<Figures> sumsBefore = new ArrayList<>();
    private final int[] countsBefore;
    private final List<Match> matches = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private SumCheck(Table table, Tree tree, BitSet counted) {
        this.table = table;
        this.tree = tree;
        this.counted = (BitSet) counted.clone();
        this.countsBefore = new int[tree.size() + 1];
        sumsBefore.add(Figures.none(table));
        for (int i = 0; i < tree.size(); i++) {
            Figures before = sumsBefore.getLast();
            countsBefore[i + 1] = countsBefore[i] + (counted.get(i) ? 1 : 0);
            sumsBefore.add(counted.get(i) ? before.plus(tree.item(i).figures()) : before);
        }
    }

    /// @param counted the places of the rows that are taken for counted
    public static SumCheck of(Table table, Tree tree, List<SumRow> sums, BitSet counted) {
        SumCheck check = new SumCheck(table, tree, counted);
        sums.forEach(check::compare);
        return check;
    }

    public List<Match> matches() {
        return matches;
    }

    /// Every figure that is not the sum, by the scope that fits its row best.
    public List<Difference> differences() {
        return differences;
    }

    private void compare(SumRow row) {
        Optional<List<Difference>> best = Optional.empty();
        for (Scope scope : row.scopes()) {
            List<Difference> found = differences(row, scope);
            if (found.isEmpty()) {
                matches.add(new Match(row, scope));
                return;
            }
            if (best.isEmpty() || found.size() < best.get().size()) {
                best = Optional.of(found);
            }
        }
        differences.addAll(best.orElse(List.of()));
    }

    private Figures sum(Scope scope) {
        return switch (scope) {
            case Scope.Range(var from, var to) -> sumsBefore.get(to).minus(sumsBefore.get(from));
            case Scope.Parts(var places) ->
                    places.stream()
                            .filter(counted::get)
                            .mapToObj(at -> tree.item(at).figures())
                            .reduce(Figures.none(table), Figures::plus);
        };
    }

    private int count(Scope scope) {
        return switch (scope) {
            case Scope.Range(var from, var to) -> countsBefore[to] - countsBefore[from];
            case Scope.Parts(var places) -> (int) places.stream().filter(counted::get).count();
        };
    }

    private List<Difference> differences(SumRow row, Scope scope) {
        Figures sum = sum(scope);
        int parts = count(scope);
        Entry entry = tree.item(row.at()).entry();
        List<Difference> found = new ArrayList<>();
        List<Column> columns = table.figures();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            BigDecimal summed = sum.amounts().get(i);
            Figures.stated(column, entry)
                    .filter(stated ->
                            stated.subtract(summed)
                                            .abs()
                                            .compareTo(Figures.tolerance(column, parts))
                                    > 0)
                    .ifPresent(stated ->
                            found.add(
                                    new Difference(
                                            entry.cell(column.id()).orElseThrow(),
                                            stated,
                                            summed)));
        }
        return found;
    }
}
