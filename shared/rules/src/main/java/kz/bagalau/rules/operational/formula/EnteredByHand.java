package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// An indicator whose maximum the act names and whose formula is not in the source (spec §7): an
/// analyst enters the points with a basis. Its fact has the indicator's own name.
public record EnteredByHand(String indicator, Parameter maximum) implements Formula {

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(maximum.value()) : Optional.empty();
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
                                entered.points(),
                                maximum.value(),
                                entered.basis(),
                                entered.document()))
                .orElseGet(() -> new Outcome.Incomplete(List.of(indicator)));
    }
}
