package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶35: `V = k × a / b`, at most k; where the majority of the dismissed linked their dismissal with
/// negative aspects of the body's activity, the penalty is deducted. Who gave which reason is the
/// Agency's only.
///
/// @param majority the share above which they are the majority; exactly it is not
/// @param paper the part of all interviews that those on paper are at most
public record ExitInterview(Parameter k, Parameter penalty, Parameter majority, Parameter paper)
        implements Formula {

    public ExitInterview(Parameters law) {
        this(
                law.get("k", ParameterUnit.POINTS),
                law.get("negative_penalty", ParameterUnit.POINTS),
                law.get("majority_share", ParameterUnit.SHARE),
                law.get("paper_share", ParameterUnit.SHARE));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "exit.interviewed",
                "exit.dismissed",
                "exit.exempt",
                "exit.negative",
                "exit.negative_majority",
                "exit.paper");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.EXIT_EXCLUDE_EXEMPT_FROM_B,
                Setting.EXIT_NEGATIVE_DENOMINATOR,
                Setting.EXIT_NEGATIVE_RULE,
                Setting.EXIT_PAPER_EXCESS,
                Setting.FLOOR_ZERO,
                Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Settings settings = inputs.settings();
        Citation citation = inputs.citation();
        Term interviewed = withoutExcessPaper(inputs, inputs.number("exit.interviewed"));
        Term dismissed = inputs.number("exit.dismissed");
        Term denominator = withoutExempt(inputs, dismissed);
        Term negative =
                inputs.number(
                        settings.is(
                                        Setting.EXIT_NEGATIVE_RULE,
                                        Setting.NegativeRule.ANY_NEGATIVE_REASON)
                                ? "exit.negative"
                                : "exit.negative_majority");
        inputs.denominator(denominator, "exit.dismissed");
        return inputs.scored(
                k.value(),
                () -> {
                    Term share = Term.product(k.term(), interviewed).over(denominator);
                    List<Working.Step> steps = new ArrayList<>();
                    steps.add(new Working.Ceiling(k.value(), citation));
                    Term of =
                            switch (settings.get(Setting.EXIT_NEGATIVE_DENOMINATOR)) {
                                case DISMISSED_B -> denominator;
                                case RESPONDENTS_A -> interviewed;
                            };
                    if (isMajority(negative.value(), of.value())) {
                        steps.add(
                                new Working.Penalty(
                                        penalty.value(),
                                        Words.text("exit.negative")
                                                .with(
                                                        Decimals.plain(negative.value()),
                                                        Decimals.plain(of.value())),
                                        Audience.AGENCY,
                                        citation));
                    }
                    return new Working(share, citation, inputs.floored(steps));
                });
    }

    /// More than 50 % of them, without dividing: nobody is no majority of nobody.
    private boolean isMajority(BigDecimal negative, BigDecimal of) {
        return negative.compareTo(majority.value().multiply(of)) > 0;
    }

    /// b without those whom rule 7 of Appendix 12 exempts; both values are shown.
    private Term withoutExempt(Inputs inputs, Term dismissed) {
        if (inputs.settings().is(Setting.EXIT_EXCLUDE_EXEMPT_FROM_B, Setting.YesNo.FALSE)) {
            return dismissed;
        }
        Optional<Term> exempt = inputs.ifGiven("exit.exempt");
        if (exempt.isEmpty()) {
            inputs.note(Words.text("default.zero").with("exit.exempt"), inputs.citation());
            return dismissed;
        }
        if (exempt.get().value().signum() == 0) {
            return dismissed;
        }
        inputs.note(
                Words.text("exit.exempt")
                        .with(
                                Decimals.plain(exempt.get().value()),
                                Decimals.plain(dismissed.value())),
                inputs.citation().at("Appendix 12 rule 7"));
        return dismissed.minus(exempt.get());
    }

    /// Rule 6 of Appendix 12: interviews on paper are at most 10 % of all, that is at most a ninth
    /// of the electronic ones.
    // DOUBT: rule 6 does not say which of the papers are too many, read as none in particular: all
    // negative answers stay counted, because nothing says whose would go.
    private Term withoutExcessPaper(Inputs inputs, Term interviewed) {
        boolean excluded =
                inputs.settings().is(Setting.EXIT_PAPER_EXCESS, Setting.PaperExcess.EXCLUDE_FROM_A);
        Optional<Term> onPaper =
                excluded ? Optional.of(inputs.number("exit.paper")) : inputs.ifGiven("exit.paper");
        if (onPaper.isEmpty()) {
            return interviewed;
        }
        BigDecimal electronic = interviewed.value().subtract(onPaper.get().value());
        BigDecimal allowed =
                electronic
                        .max(BigDecimal.ZERO)
                        .multiply(paper.value())
                        .divideToIntegralValue(BigDecimal.ONE.subtract(paper.value()));
        BigDecimal excess = onPaper.get().value().subtract(allowed);
        if (excess.signum() <= 0) {
            return interviewed;
        }
        Citation rule = paper.citation();
        inputs.note(
                Words.text("exit.paper")
                        .with(Decimals.plain(onPaper.get().value()), Decimals.plain(allowed)),
                rule);
        return excluded
                ? interviewed.minus(new Term.Parameter("excess", excess, rule))
                : interviewed;
    }
}
