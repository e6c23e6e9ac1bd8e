package kz.bagalau.rules.operational;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Term;

/// Adding up indicators: only what was scored or entered by hand. What is incomplete, not
/// calculable or not applicable is no term of the sum, and the score says so beside it.
final class Sums {

    private Sums() {}

    static Term of(List<Indicator> indicators, Map<String, Outcome> outcomes) {
        List<Term> terms = terms(indicators, outcomes);
        return terms.isEmpty() ? Term.number(0) : Term.sum(terms);
    }

    static List<Term> terms(List<Indicator> indicators, Map<String, Outcome> outcomes) {
        return indicators.stream()
                .flatMap(indicator -> term(indicator, outcome(outcomes, indicator)).stream())
                .toList();
    }

    private static Outcome outcome(Map<String, Outcome> outcomes, Indicator indicator) {
        return Objects.requireNonNull(outcomes.get(indicator.id()), indicator.id());
    }

    private static Optional<Term> term(Indicator indicator, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scored scored ->
                    Optional.of(new Term.Intermediate(indicator.symbol(), scored.working()));
            case Outcome.Manual manual -> {
                Map<String, String> details = new TreeMap<>();
                details.put("basis", manual.basis());
                if (manual.document() != null) {
                    details.put("document", manual.document());
                }
                yield Optional.of(
                        new Term.Input(
                                indicator.id(),
                                manual.points(),
                                new Provenance("analyst", details)));
            }
            case Outcome.Incomplete _, Outcome.NotCalculable _, Outcome.NotApplicable _ ->
                    Optional.empty();
        };
    }
}
