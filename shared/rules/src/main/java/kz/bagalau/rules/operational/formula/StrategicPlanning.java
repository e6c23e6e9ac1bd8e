package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶45: `S = a + b`: a for an approved personnel strategy, with or without the content that the
/// Agency recommends; b for how far its indicators were reached.
///
/// @param execution the rows of the table of b, the highest first
public record StrategicPlanning(
        Parameter maximum, Parameter withContent, Parameter withoutContent, List<Row> execution)
        implements Formula {

    /// Points from a share of execution on.
    // DOUBT: the table reads 60–79.99 and ≥ 80 and leaves a gap between, read as half-open rows
    // [60, 80) because nothing says that 79.995 % is worth nothing.
    record Row(Parameter from, Parameter points) {

        Row(Parameters law) {
            this(law.get("from", ParameterUnit.PERCENT), law.get("points", ParameterUnit.POINTS));
        }
    }

    public StrategicPlanning(Parameters law) {
        this(
                law.get("maximum", ParameterUnit.POINTS),
                law.get("with_content", ParameterUnit.POINTS),
                law.get("without_content", ParameterUnit.POINTS),
                law.rows(Row::new));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(maximum.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of("strategy.content", "strategy.execution_percent");
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        String content = "strategy.content";
        var strategy = inputs.fact(content);
        String word =
                strategy.map(given -> given.value() instanceof FactValue.Word(var w) ? w : "")
                        .orElse("");
        Provenance source =
                strategy.map(given -> given.source())
                        .orElseGet(() -> new Provenance("none", Map.of()));
        BigDecimal points =
                switch (word) {
                    case "with_content" -> withContent.value();
                    case "without_content" -> withoutContent.value();
                    default -> BigDecimal.ZERO;
                };
        if (!word.isEmpty()) {
            inputs.note(Words.text("strategy." + word), citation);
        }
        // Without a strategy b is 0, whatever is said about its execution.
        Term b =
                word.equals("none")
                        ? Term.number(0)
                        : new Term.Intermediate("b", executed(inputs, citation));
        return inputs.scored(
                maximum.value(),
                () ->
                        Working.of(
                                Term.sum(List.of(new Term.Input(content, points, source), b)),
                                citation,
                                new Working.Ceiling(maximum.value(), citation)));
    }

    private Working executed(Inputs inputs, Citation citation) {
        String fact = "strategy.execution_percent";
        var given = inputs.fact(fact);
        if (given.isPresent()
                && given.get().value() instanceof FactValue.Amount(BigDecimal percent)) {
            BigDecimal points =
                    execution.stream()
                            .filter(row -> percent.compareTo(row.from().value()) >= 0)
                            .map(row -> row.points().value())
                            .findFirst()
                            .orElse(BigDecimal.ZERO);
            LocalText row =
                    Words.text("strategy.execution")
                            .with(Decimals.plain(percent), Decimals.plain(points));
            inputs.note(row, citation);
            return Working.of(
                    new Term.Input(fact, percent, given.get().source()),
                    citation,
                    new Working.Band(points, row, citation));
        }
        if (given.isPresent()) {
            inputs.note(Words.text("strategy.unknown"), citation);
        }
        return Working.of(Term.number(0), citation);
    }
}
