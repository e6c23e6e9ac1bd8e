package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.act.Words;

/// A direction of the assessment: `pm` personnel management, `it` use of information technology.
///
/// @param maxima the highest points from the base indicators
/// @param criteria groups of indicators; none where each indicator is a criterion of its own (¶55)
/// @param indicators all of them, in the order of the Appendix
/// @param information the fact with the penalties of ¶24
public record Direction(
        String id,
        Timeline<BigDecimal> maxima,
        List<Criterion> criteria,
        List<Indicator> indicators,
        String information,
        Timeline<? extends Total> totals) {

    public Direction {
        criteria = List.copyOf(criteria);
        indicators = List.copyOf(indicators);
    }

    public LocalText label() {
        return Words.text("direction." + id);
    }
}
