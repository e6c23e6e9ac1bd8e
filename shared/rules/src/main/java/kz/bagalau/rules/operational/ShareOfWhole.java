package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Term;
import kz.bagalau.rules.Working;

/// `k × part / whole`, at most k: the form of ¶74-2, ¶74-4 and ¶78-3.
///
/// @param k by kind of body, as Appendix 16 gives the points; a kind without k is not concerned
record ShareOfWhole(Map<BodyKind, BigDecimal> k, String part, String whole) implements Formula {

    ShareOfWhole {
        k = Map.copyOf(k);
    }

    static ShareOfWhole of(String omo, String zhao, String part, String whole) {
        return new ShareOfWhole(
                Map.of(BodyKind.OMO, Decimals.of(omo), BodyKind.ZHAO, Decimals.of(zhao)),
                part,
                whole);
    }

    static ShareOfWhole ofCentralBodies(String omo, String part, String whole) {
        return new ShareOfWhole(Map.of(BodyKind.OMO, Decimals.of(omo)), part, whole);
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return Optional.ofNullable(k.get(kind));
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
        BigDecimal points = maximum(inputs.kind(), inputs.settings()).orElseThrow();
        Term counted = inputs.number(part);
        Term of = inputs.number(whole);
        inputs.denominator(of, whole);
        return inputs.scored(
                points,
                () ->
                        Working.of(
                                Term.product(inputs.parameter("k", points), counted).over(of),
                                citation,
                                new Working.Ceiling(points, citation)));
    }
}
