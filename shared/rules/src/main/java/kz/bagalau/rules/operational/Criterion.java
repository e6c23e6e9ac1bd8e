package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.setting.Setting;

/// A criterion: indicators that are added up to a maximum (Appendix 13). For criterion 2 the sum
/// and its maximum are those of ¶39: `O = N + T + Y + S + U + I + K`.
///
/// @param id its name in API and forms, `pm.2`
/// @param symbol the letter of the act
public record Criterion(
        String id, String symbol, Timeline<BigDecimal> maxima, List<Indicator> indicators) {

    public Criterion {
        indicators = List.copyOf(indicators);
    }

    public LocalText label() {
        return Words.text("criterion." + id);
    }

    /// The sum of what was scored or entered, bonuses inside the maximum or on top of it.
    Working sum(Map<String, Outcome> outcomes, Assessed body) {
        Timeline.Value<BigDecimal> maximum = maxima.on(body.period().lawOf());
        Citation citation = maximum.citation();
        Working.Ceiling ceiling = new Working.Ceiling(maximum.value(), citation);
        return switch (body.settings().get(Setting.CRITERION2_CAP)) {
            case INCLUDING_BONUSES -> Working.of(Sums.of(indicators, outcomes), citation, ceiling);
            case BONUSES_OUTSIDE -> {
                List<Indicator> base =
                        indicators.stream().filter(i -> i.role() == Indicator.Role.BASE).toList();
                List<Indicator> bonuses =
                        indicators.stream().filter(i -> i.role() == Indicator.Role.BONUS).toList();
                Working capped = Working.of(Sums.of(base, outcomes), citation, ceiling);
                List<Term> terms = new ArrayList<>();
                terms.add(new Term.Intermediate(symbol, capped));
                terms.addAll(Sums.terms(bonuses, outcomes));
                yield Working.of(Term.sum(terms), citation);
            }
        };
    }
}
