package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Working;

/// The points of a criterion: the sum of its indicators that could be scored or were entered.
///
/// @param missing the indicators that are not in the sum though they concern the body
/// @param alternatives as [IndicatorScore]
public record CriterionScore(
        Criterion criterion,
        Working working,
        BigDecimal maximum,
        List<String> missing,
        Map<String, Map<String, BigDecimal>> alternatives) {

    public BigDecimal points() {
        return Decimals.points(working.value());
    }
}
