package kz.bagalau.forms.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.forms.report.entry.CellCheck;
import kz.bagalau.forms.report.entry.Entry;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.reading.CellFact;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.FactValue;
import org.jspecify.annotations.Nullable;

/// What the entries of a form's tables say together.
final class Measures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    // Facts keep 12 decimals; an average over 12 months may have endless ones.
    private static final int DECIMALS = 12;

    private final Map<String, TableEntries> tables;

    Measures(Map<String, TableEntries> tables) {
        this.tables = Map.copyOf(tables);
    }

    /// A fact with the cells it follows from; empty where it is optional and not stated.
    Optional<CellFact> fact(Measure measure) {
        @Nullable TableEntries table = tables.get(measure.table());
        if (table == null) {
            return Optional.empty();
        }
        Optional<FactValue> value =
                measure.operation() instanceof Measure.Series(List<String> columns)
                        ? table.series(columns.getFirst(), columns.getLast())
                        : number(measure).map(FactValue.Amount::new);
        return value.map(found ->
                new CellFact(
                        measure.name(),
                        found,
                        table.sheet(),
                        table.range(measure.operation().columns())));
    }

    /// The number that a measure gives; empty where its table is missing, where it is optional and
    /// not stated, or where it divides by zero.
    Optional<BigDecimal> number(Measure measure) {
        @Nullable TableEntries table = tables.get(measure.table());
        if (table == null) {
            return Optional.empty();
        }
        return switch (measure.operation()) {
            case Measure.Sum(var columns) ->
                    measure.optional() && !stated(table, columns)
                            ? Optional.empty()
                            : Optional.of(sum(table, columns));
            case Measure.Average(var columns, var by) ->
                    Optional.of(rounded(sum(table, columns), BigDecimal.valueOf(by)));
            case Measure.Mean(var columns) -> {
                BigDecimal count = BigDecimal.valueOf(table.entries().size());
                yield count.signum() == 0
                        ? Optional.empty()
                        : Optional.of(rounded(sum(table, columns), count));
            }
            case Measure.Share(var columns) -> {
                BigDecimal whole = sum(table, List.of(columns.getLast()));
                yield whole.signum() == 0
                        ? Optional.empty()
                        : Optional.of(
                                rounded(
                                        sum(table, List.of(columns.getFirst())).multiply(HUNDRED),
                                        whole));
            }
            case Measure.Count(var where) ->
                    Optional.of(
                            count(
                                    table,
                                    entry ->
                                            where.entrySet().stream()
                                                    .allMatch(words ->
                                                            table.says(
                                                                    entry,
                                                                    words.getKey(),
                                                                    words.getValue()))));
            case Measure.CountAny(var columns) ->
                    Optional.of(
                            count(
                                    table,
                                    entry ->
                                            columns.stream()
                                                    .anyMatch(column -> names(entry, column))));
            case Measure.Series _ -> Optional.empty();
        };
    }

    private static boolean stated(TableEntries table, List<String> columns) {
        return table.entries().stream().anyMatch(entry -> columns.stream().anyMatch(entry::says));
    }

    /// Whether a cell names something; "no" and a dash name nothing.
    private static boolean names(Entry entry, String column) {
        return entry.cell(column).filter(cell -> !CellCheck.saysNo(cell)).isPresent();
    }

    private static BigDecimal sum(TableEntries table, List<String> columns) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : table.entries()) {
            for (String column : columns) {
                sum = sum.add(table.number(entry, column).orElse(BigDecimal.ZERO));
            }
        }
        return sum;
    }

    private static BigDecimal count(TableEntries table, Predicate<Entry> condition) {
        return BigDecimal.valueOf(table.entries().stream().filter(condition).count());
    }

    private static BigDecimal rounded(BigDecimal dividend, BigDecimal divisor) {
        return Decimals.divide(dividend, divisor)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
