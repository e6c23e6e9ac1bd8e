package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;

/// An indicator whose maximum the act names and whose formula is not in the source (spec §7): an
/// analyst enters the points with a basis. Its fact has the indicator's own name.
record EnteredByHand(String indicator, BigDecimal maximum) implements Formula {

    EnteredByHand(String indicator, String maximum) {
        this(indicator, Decimals.of(maximum));
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(maximum) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        return List.of();
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Outcome assess(Inputs inputs) {
        return inputs.manual()
                .<Outcome>map(entered ->
                        new Outcome.Manual(
                                entered.points(), maximum, entered.basis(), entered.document()))
                .orElseGet(() -> new Outcome.Incomplete(List.of(indicator)));
    }
}
