package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
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

/// ¶48: `A = k × (a + b) / (2 × c)`, at most k, less a point for each fact of breaking the order of
/// recording the interviews: how many competitions were held with observers (a) and with video
/// recording (b).
///
/// @param fact points for one fact
/// @param most the highest penalty in all
public record Competitions(Parameter k, Parameter fact, Parameter most) implements Formula {

    public Competitions(Parameters law) {
        this(
                law.get("k", ParameterUnit.POINTS),
                law.get("fact_penalty", ParameterUnit.POINTS),
                law.get("most_penalty", ParameterUnit.POINTS));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "competitions.held",
                "competitions.observed",
                "competitions.recorded",
                "competitions.violations",
                "competitions.violations_by_competition");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.COMPETITION_FACT, Setting.FLOOR_ZERO, Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Term observed = inputs.number("competitions.observed");
        Term recorded = inputs.number("competitions.recorded");
        Term held = inputs.number("competitions.held");
        BigDecimal violations =
                inputs.number(
                                switch (inputs.settings().get(Setting.COMPETITION_FACT)) {
                                    case INTERVIEW -> "competitions.violations";
                                    case COMPETITION -> "competitions.violations_by_competition";
                                })
                        .value();
        inputs.denominator(held, "competitions.held");
        Working.Penalty penalty =
                new Working.Penalty(
                        fact.value().multiply(violations).min(most.value()),
                        Words.text("competitions.violations")
                                .with(Decimals.plain(violations), Decimals.plain(most.value())),
                        Audience.BODY,
                        citation);
        return inputs.scored(
                k.value(),
                () ->
                        new Working(
                                Term.product(k.term(), Term.sum(List.of(observed, recorded)))
                                        .over(Term.product(Term.number(2), held)),
                                citation,
                                inputs.floored(
                                        List.of(
                                                new Working.Ceiling(k.value(), citation),
                                                penalty))));
    }
}
