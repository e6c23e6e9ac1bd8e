package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// ¶69-1…69-3: `B = B_sum × 100 / 6900` per cent of the sectors' scores, at most 100 %, brought to
/// the weight of Appendix 16. Local executive bodies only (¶66).
///
/// @param weight the points of Appendix 16
/// @param most the highest sum of the sectors' scores
/// @param percent the highest per cent
public record SmartCities(Parameter weight, Parameter most, Parameter percent) implements Formula {

    public SmartCities(Parameters law) {
        this(
                law.get("weight", ParameterUnit.POINTS),
                law.get("most_score", ParameterUnit.SECTOR_SCORE),
                law.get("most_percent", ParameterUnit.PERCENT));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind == BodyKind.ZHAO ? Optional.of(weight.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return Vocabulary.SMART_SECTORS;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Term sectors = Term.sum(Vocabulary.SMART_SECTORS.stream().map(inputs::number).toList());
        return inputs.scored(
                weight.value(),
                () -> {
                    Term reached =
                            new Term.Intermediate(
                                    "B",
                                    Working.of(
                                            Term.product(sectors, Term.number(100))
                                                    .over(most.term()),
                                            most.citation(),
                                            new Working.Ceiling(
                                                    percent.value(), percent.citation())));
                    return Working.of(
                            Term.product(weight.term(), reached).over(Term.number(100)),
                            citation,
                            new Working.Ceiling(weight.value(), citation));
                });
    }
}
