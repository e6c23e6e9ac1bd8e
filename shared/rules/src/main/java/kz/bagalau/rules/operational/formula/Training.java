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

/// ¶44: `U = k × (0.5 × a / b + 0.5 × c / d)`, at most k, less penalties. Nobody subject to a kind
/// of training is read as all of them trained: the paragraph itself sets the share to 1.
///
/// @param advanced the weight of a / b
/// @param retraining the weight of c / d
/// @param nobody the share where nobody is subject to a kind of training
/// @param late points for each training completed after its term
/// @param missed points for each training not completed
/// @param most the highest penalty in all
public record Training(
        Parameter k,
        Parameter advanced,
        Parameter retraining,
        Parameter nobody,
        Parameter late,
        Parameter missed,
        Parameter most)
        implements Formula {

    public Training(Parameters law) {
        this(
                law.get("k", ParameterUnit.POINTS),
                law.get("advanced_weight", ParameterUnit.FACTOR),
                law.get("retraining_weight", ParameterUnit.FACTOR),
                law.get("nobody_share", ParameterUnit.SHARE),
                law.get("late_penalty", ParameterUnit.POINTS),
                law.get("missed_penalty", ParameterUnit.POINTS),
                law.get("most_penalty", ParameterUnit.POINTS));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of(
                "training.advanced_done",
                "training.advanced_due",
                "training.retraining_done",
                "training.retraining_due",
                "training.late",
                "training.missed");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.FLOOR_ZERO);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Term inTraining =
                weighted(inputs, advanced, "training.advanced_done", "training.advanced_due");
        Term inRetraining =
                weighted(inputs, retraining, "training.retraining_done", "training.retraining_due");
        BigDecimal facts = inputs.number("training.late").value();
        BigDecimal gaps = inputs.number("training.missed").value();
        // DOUBT: whoever trains late or never lowers the share and is penalised as well, read
        // literally because the paragraph states both; a "fact" is read as one person and one kind
        // of training because the two kinds are counted apart.
        Working.Penalty penalty =
                new Working.Penalty(
                        late.value()
                                .multiply(facts)
                                .add(missed.value().multiply(gaps))
                                .min(most.value()),
                        Words.text("training.penalty")
                                .with(
                                        Decimals.plain(facts),
                                        Decimals.plain(late.value()),
                                        Decimals.plain(gaps),
                                        Decimals.plain(missed.value()),
                                        Decimals.plain(most.value())),
                        Audience.BODY,
                        citation);
        return inputs.scored(
                k.value(),
                () ->
                        new Working(
                                Term.product(k.term(), Term.sum(List.of(inTraining, inRetraining))),
                                citation,
                                inputs.floored(
                                        List.of(
                                                new Working.Ceiling(k.value(), citation),
                                                penalty))));
    }

    private Term weighted(Inputs inputs, Parameter weight, String done, String due) {
        Term completed = inputs.number(done);
        Term subject = inputs.number(due);
        return subject.value().signum() == 0
                ? Term.product(weight.term(), nobody.term())
                : Term.product(weight.term(), completed).over(subject);
    }
}
