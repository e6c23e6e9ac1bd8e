package kz.bagalau.forms.report.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.bagalau.forms.report.layout.Column;
import kz.bagalau.forms.report.layout.Table;

/// The figures of a row in the columns of a table that can be added up, as numbers; 0 where none
/// stands or what stands is no number.
///
/// @param amounts in the order of these columns
public record Figures(List<BigDecimal> amounts) {

    public Figures {
        amounts = List.copyOf(amounts);
    }

    public static Figures none(Table table) {
        return new Figures(Collections.nCopies(table.figures().size(), BigDecimal.ZERO));
    }

    public static Figures of(Table table, Entry entry) {
        return new Figures(
                table.figures().stream()
                        .map(column -> stated(column, entry).orElse(BigDecimal.ZERO))
                        .toList());
    }

    /// The number in a column; empty where none stands or what stands is no number.
    public static Optional<BigDecimal> stated(Column column, Entry entry) {
        return entry.cell(column.id())
                .filter(cell -> !cell.blank())
                .flatMap(cell -> CellCheck.number(column, cell));
    }

    public Figures plus(Figures other) {
        List<BigDecimal> sum = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            sum.add(amounts.get(i).add(other.amounts.get(i)));
        }
        return new Figures(sum);
    }

    public Figures minus(Figures other) {
        List<BigDecimal> difference = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            difference.add(amounts.get(i).subtract(other.amounts.get(i)));
        }
        return new Figures(difference);
    }

    public boolean zero() {
        return amounts.stream().allMatch(amount -> amount.signum() == 0);
    }

    /// Whether any figure is greater than the other's by more than rounding.
    public boolean exceeds(Figures other, List<Column> columns, int parts) {
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i)
                            .subtract(other.amounts.get(i))
                            .compareTo(tolerance(columns.get(i), parts))
                    > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether all figures are those of the other, but for rounding.
    public boolean same(Figures other, List<Column> columns, int parts) {
        return !exceeds(other, columns, parts) && !other.exceeds(this, columns, parts);
    }

    /// By how much a sum may differ: units round averages to two decimals, so by half a hundredth
    /// for each of its parts; a sum of counts by nothing.
    public static BigDecimal tolerance(Column column, int parts) {
        return column.type() == Column.Type.COUNT
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5L * parts, 3);
    }
}
