package kz.bagalau.forms.report.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;

/// What is known beside the file: what else the body has reported, and what came with it.
///
/// @param kind of the body that reports
/// @param year that the report is about
/// @param known facts of the body and year from other forms
/// @param attachments how many scans came with the file
public record ReadingContext(
        BodyKind kind, int year, Map<String, ? extends FactValue> known, int attachments) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    public ReadingContext {
        known = Map.copyOf(known);
    }

    /// The average headcount (¶37: the sum of the months, divided by 12), where it was reported.
    public Optional<BigDecimal> averageHeadcount() {
        return known.get("headcount.monthly") instanceof FactValue.Amounts(List<BigDecimal> months)
                ? Optional.of(
                        Decimals.divide(
                                months.stream().reduce(BigDecimal.ZERO, BigDecimal::add), MONTHS))
                : Optional.empty();
    }
}
