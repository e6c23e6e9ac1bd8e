package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;

/// ¶69-1…69-3: `B = B_sum × 100 / 6900` per cent of the sectors' scores, at most 100 %, brought to
/// the weight of Appendix 16. Local executive bodies only (¶66).
///
/// @param weight the points of Appendix 16
/// @param all the highest sum of the sectors' scores
record SmartCities(BigDecimal weight, BigDecimal all) implements Formula {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    SmartCities(String weight, String all) {
        this(Decimals.of(weight), Decimals.of(all));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind == BodyKind.ZHAO ? Optional.of(weight) : Optional.empty();
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
                weight,
                () -> {
                    Term percent =
                            new Term.Intermediate(
                                    "B",
                                    Working.of(
                                            Term.product(sectors, Term.number(100))
                                                    .over(inputs.parameter("all", all)),
                                            citation.at("¶69-2"),
                                            new Working.Ceiling(HUNDRED, citation.at("¶69-3"))));
                    return Working.of(
                            Term.product(inputs.parameter("weight", weight), percent)
                                    .over(Term.number(100)),
                            citation,
                            new Working.Ceiling(weight, citation));
                });
    }
}
