package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;

/// What became of one indicator.
///
/// @param maximum empty where the indicator does not concern the body
/// @param citations every place that its working rests on
/// @param alternatives its points under the other readings of the settings that are always shown
///   beside a score, by setting and value
public record IndicatorScore(
        Indicator indicator,
        Outcome outcome,
        Optional<BigDecimal> maximum,
        List<Citation> citations,
        Map<String, Map<String, BigDecimal>> alternatives) {

    /// The points, of at most 6 decimals; empty where there are none.
    public Optional<BigDecimal> points() {
        return switch (outcome) {
            case Outcome.Scored scored -> Optional.of(scored.points());
            case Outcome.Manual manual -> Optional.of(Decimals.points(manual.points()));
            case Outcome.Incomplete _, Outcome.NotCalculable _, Outcome.NotApplicable _ ->
                    Optional.empty();
        };
    }

    /// Whether nothing more is to be waited for: scored, entered, or not applicable.
    public boolean settled() {
        return switch (outcome) {
            case Outcome.Scored _, Outcome.Manual _, Outcome.NotApplicable _ -> true;
            case Outcome.Incomplete _, Outcome.NotCalculable _ -> false;
        };
    }

    /// The facts that are missing, or whose zero has no rule.
    public List<String> missing() {
        return switch (outcome) {
            case Outcome.Incomplete(var names) -> names;
            case Outcome.NotCalculable(_, var names) -> names;
            case Outcome.Scored _, Outcome.Manual _, Outcome.NotApplicable _ -> List.of();
        };
    }

    public Optional<Working> working() {
        return outcome instanceof Outcome.Scored scored
                ? Optional.of(scored.working())
                : Optional.empty();
    }

    /// How the points came about, in one line for this reader; empty where there are none and
    /// nobody decided so.
    public Optional<String> line(Audience reader, Language language) {
        return switch (outcome) {
            case Outcome.Scored scored -> Optional.of(scored.working().line(reader, language));
            case Outcome.Manual manual ->
                    Optional.of(
                            Words.text("manual.entered")
                                    .with(Decimals.plain(manual.points()), manual.basis())
                                    .in(language));
            case Outcome.NotApplicable(_, var decision) when decision != null ->
                    Optional.of(Words.text("zero.decided").with(decision).in(language));
            case Outcome.NotApplicable _, Outcome.Incomplete _, Outcome.NotCalculable _ ->
                    Optional.empty();
        };
    }
}
