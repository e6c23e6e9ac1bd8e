package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The figures of a row in the columns of a table that can be added up, as numbers; 0 where none
/// stands or what stands is no number.
///
/// @param amounts in the order of these columns
record Figures(List<BigDecimal> amounts) {

    Figures {
        amounts = List.copyOf(amounts);
    }

    static Figures none(Table table) {
        return new Figures(Collections.nCopies(table.figures().size(), BigDecimal.ZERO));
    }

    static Figures of(Table table, Entry entry) {
        return new Figures(
                table.figures().stream()
                        .map(column -> stated(column, entry).orElse(BigDecimal.ZERO))
                        .toList());
    }

    /// The number in a column; empty where none stands or what stands is no number.
    static Optional<BigDecimal> stated(Column column, Entry entry) {
        return entry.cell(column.id())
                .filter(cell -> !cell.blank())
                .flatMap(cell -> CellCheck.number(column, cell));
    }

    Figures plus(Figures other) {
        List<BigDecimal> sum = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            sum.add(amounts.get(i).add(other.amounts.get(i)));
        }
        return new Figures(sum);
    }

    Figures minus(Figures other) {
        List<BigDecimal> difference = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            difference.add(amounts.get(i).subtract(other.amounts.get(i)));
        }
        return new Figures(difference);
    }

    boolean zero() {
        return amounts.stream().allMatch(amount -> amount.signum() == 0);
    }

    /// Whether any figure is greater than the other's by more than rounding.
    boolean exceeds(Figures other, List<Column> columns, int parts) {
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
    boolean same(Figures other, List<Column> columns, int parts) {
        return !exceeds(other, columns, parts) && !other.exceeds(this, columns, parts);
    }

    /// By how much a sum may differ: units round averages to two decimals, so by half a hundredth
    /// for each of its parts; a sum of counts by nothing.
    static BigDecimal tolerance(Column column, int parts) {
        return column.type() == Column.Type.COUNT
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5L * parts, 3);
    }
}
