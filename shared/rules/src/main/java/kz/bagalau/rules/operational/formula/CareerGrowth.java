package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// ¶50: `kr = a / b`, the share of those appointed to a higher position who came from the body's
/// own system: from 0.80 on the highest points, below `C = 10 × kr`.
///
/// @param enough the share from which on the highest points are given
// DOUBT: a is counted "in the system", b "in the body" (C-15), read as the same scope, the body's
// system, because a share needs one; where the facts differ kr may pass 1, which changes nothing.
public record CareerGrowth(Parameter k, Parameter enough) implements Formula {

    public CareerGrowth(Parameters law) {
        this(law.get("k", ParameterUnit.POINTS), law.get("enough_share", ParameterUnit.SHARE));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of("career.promoted_within", "career.promoted_total");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Term within = inputs.number("career.promoted_within");
        Term total = inputs.number("career.promoted_total");
        inputs.denominator(total, "career.promoted_total");
        return inputs.scored(
                k.value(),
                () -> {
                    List<Working.Step> steps = new ArrayList<>();
                    if (within.value().compareTo(enough.value().multiply(total.value())) >= 0) {
                        steps.add(
                                new Working.Band(
                                        k.value(),
                                        Words.text("career.enough")
                                                .with(Decimals.plain(enough.value())),
                                        citation));
                    }
                    return new Working(Term.product(k.term(), within).over(total), citation, steps);
                });
    }
}
