package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Working;

/// The points of a direction. They are the sum of what could be scored or was entered; only where
/// it is complete are they a result that bodies can be ranked by.
///
/// @param complete whether every indicator that concerns the body is in the sum, and at least one
/// @param penalty the points that ¶24 takes away
/// @param missing the indicators that are not in the sum though they concern the body
/// @param alternatives as [IndicatorScore]
public record DirectionScore(
        Direction direction,
        Working working,
        BigDecimal maximum,
        boolean complete,
        BigDecimal penalty,
        List<CriterionScore> criteria,
        List<IndicatorScore> indicators,
        List<String> missing,
        Map<String, Map<String, BigDecimal>> alternatives) {

    public BigDecimal points() {
        return Decimals.points(working.value());
    }
}
