package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.formula.EnteredByHand;
import kz.bagalau.rules.operational.formula.Formula;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// An indicator of the methodology with its formulas by date.
///
/// @param id its name in facts, API and forms
/// @param symbol the letter of the act; several indicators share one, so nothing goes by it
/// @param role what its points do in the total
/// @param concerns the place that says whom it concerns
public record Indicator(
        String id,
        String symbol,
        Role role,
        String concerns,
        Timeline<? extends Formula> formulas) {

    /// What an indicator's points do.
    public enum Role {
        BASE,
        BONUS,
        /// A positive magnitude that is subtracted.
        DEDUCTION
    }

    static Indicator base(
            String id, String symbol, String concerns, Timeline<? extends Formula> f) {
        return new Indicator(id, symbol, Role.BASE, concerns, f);
    }

    static Indicator bonus(
            String id, String symbol, String concerns, Timeline<? extends Formula> f) {
        return new Indicator(id, symbol, Role.BONUS, concerns, f);
    }

    public LocalText label() {
        return Words.text("indicator." + id);
    }

    /// Whether its points are entered by an analyst.
    public boolean manual(AssessedPeriod period) {
        return formula(period).value() instanceof EnteredByHand;
    }

    /// The highest points for a kind of body; empty where it does not concern it.
    public Optional<BigDecimal> maximum(BodyKind kind, AssessedPeriod period, Settings settings) {
        return formula(period).value().maximum(kind, settings);
    }

    public Citation citation(AssessedPeriod period) {
        return formula(period).citation();
    }

    /// The facts it may read.
    public List<String> facts(AssessedPeriod period) {
        return formula(period).value().facts();
    }

    /// The settings that may change its points.
    public List<Setting<?>> settings(AssessedPeriod period) {
        return formula(period).value().settings();
    }

    Outcome assess(Assessed body) {
        var formula = formula(body.period());
        Settings settings = body.settings();
        Optional<BigDecimal> maximum = formula.value().maximum(body.kind(), settings);
        if (maximum.isEmpty()) {
            return new Outcome.NotApplicable(formula.citation().at(concerns));
        }
        Outcome outcome = formula.value().assess(body.inputs(id, formula.citation()));
        return outcome instanceof Outcome.NotCalculable open
                ? decided(open, maximum.get(), settings, formula.citation())
                : outcome;
    }

    /// What a person decided for a denominator of zero, with the reason in the working. Until then
    /// the indicator stays not calculable.
    // DOUBT: what leaving an indicator out does to the maximum is not stated either, read as
    // nothing because the maxima of Appendices 13 and 16 are fixed. A decision is about the whole
    // indicator, for N about N1 and N2 together.
    private Outcome decided(
            Outcome.NotCalculable open, BigDecimal maximum, Settings settings, Citation citation) {
        Settings.Decision decision = settings.zeroDenominators().get(id);
        if (decision == null) {
            return open;
        }
        return switch (decision.value()) {
            case NOT_CALCULABLE -> open;
            case EXCLUDE -> new Outcome.NotApplicable(citation, decision.reason());
            case ZERO -> decided(BigDecimal.ZERO, maximum, decision, citation);
            case MAX -> decided(maximum, maximum, decision, citation);
        };
    }

    private static Outcome decided(
            BigDecimal points, BigDecimal maximum, Settings.Decision decision, Citation citation) {
        return Outcome.Scored.of(
                Working.of(
                        new Term.Parameter("zero_denominator", points, citation),
                        citation,
                        new Working.Note(
                                Words.text("zero.decided").with(decision.reason()),
                                Audience.BODY,
                                citation)),
                maximum);
    }

    private Timeline.Value<? extends Formula> formula(AssessedPeriod period) {
        return formulas.on(period.lawOf());
    }
}
