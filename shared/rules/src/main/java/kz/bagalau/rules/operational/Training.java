package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;

/// ¶44: `U = k × (0.5 × a / b + 0.5 × c / d)`, at most k, less penalties. Nobody subject to a kind
/// of training is read as all of them trained: the paragraph itself sets the share to 1.
///
/// @param late points for each training completed after its term
/// @param missed points for each training not completed
/// @param most the highest penalty in all
record Training(BigDecimal k, BigDecimal late, BigDecimal missed, BigDecimal most)
        implements Formula {

    private static final BigDecimal HALF = Decimals.of("0.5");

    Training(String k, String late, String missed, String most) {
        this(Decimals.of(k), Decimals.of(late), Decimals.of(missed), Decimals.of(most));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(k) : Optional.empty();
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
        Term advanced = half(inputs, "training.advanced_done", "training.advanced_due");
        Term retraining = half(inputs, "training.retraining_done", "training.retraining_due");
        BigDecimal facts = inputs.number("training.late").value();
        BigDecimal gaps = inputs.number("training.missed").value();
        // DOUBT: whoever trains late or never lowers the share and is penalised as well, read
        // literally because the paragraph states both; a "fact" is read as one person and one kind
        // of training because the two kinds are counted apart.
        Working.Penalty penalty =
                new Working.Penalty(
                        late.multiply(facts).add(missed.multiply(gaps)).min(most),
                        Words.text("training.penalty")
                                .with(
                                        Decimals.plain(facts),
                                        Decimals.plain(late),
                                        Decimals.plain(gaps),
                                        Decimals.plain(missed),
                                        Decimals.plain(most)),
                        Audience.BODY,
                        citation);
        return inputs.scored(
                k,
                () ->
                        new Working(
                                Term.product(
                                        inputs.parameter("k", k),
                                        Term.sum(List.of(advanced, retraining))),
                                citation,
                                inputs.floored(
                                        List.of(new Working.Ceiling(k, citation), penalty))));
    }

    private static Term half(Inputs inputs, String done, String due) {
        Term completed = inputs.number(done);
        Term subject = inputs.number(due);
        Term half = inputs.parameter("half", HALF);
        return subject.value().signum() == 0
                ? Term.product(half, inputs.parameter("nobody", BigDecimal.ONE))
                : Term.product(half, completed).over(subject);
    }
}
