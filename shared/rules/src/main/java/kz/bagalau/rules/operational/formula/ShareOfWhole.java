package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Parameters;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// `k × part / whole`, at most k: the form of ¶74-2, ¶74-4 and ¶78-3.
///
/// @param k by kind of body, as Appendix 16 gives the points; a kind without k is not concerned
public record ShareOfWhole(Map<BodyKind, Parameter> k, String part, String whole)
        implements Formula {

    public ShareOfWhole {
        k = Map.copyOf(k);
    }

    public static ShareOfWhole of(Parameters law, String part, String whole) {
        return new ShareOfWhole(
                Map.of(
                        BodyKind.OMO, law.get("k_omo", ParameterUnit.POINTS),
                        BodyKind.ZHAO, law.get("k_zhao", ParameterUnit.POINTS)),
                part,
                whole);
    }

    public static ShareOfWhole ofCentralBodies(Parameters law, String part, String whole) {
        return new ShareOfWhole(
                Map.of(BodyKind.OMO, law.get("k_omo", ParameterUnit.POINTS)), part, whole);
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return Optional.ofNullable(k.get(kind)).map(Parameter::value);
    }

    @Override
    public List<String> facts() {
        return List.of(part, whole);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        Parameter points = Objects.requireNonNull(k.get(inputs.kind()));
        Term counted = inputs.number(part);
        Term of = inputs.number(whole);
        inputs.denominator(of, whole);
        return inputs.scored(
                points.value(),
                () ->
                        Working.of(
                                Term.product(points.term(), counted).over(of),
                                citation,
                                new Working.Ceiling(points.value(), citation)));
    }
}
