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

/// A bonus by a share: ¶45-1 (servants sent to and accepted for internship, by the average
/// headcount) and ¶45-2 (personal files filled in E-kyzmet, by the servants on 31 December).
///
/// @param counted the facts whose sum is the share's numerator
/// @param of the fact that is its denominator; `headcount.monthly` stands for the average
/// @param bands the rows of points, the highest first; below the last one there are none
public record ShareInBands(Parameter maximum, List<String> counted, String of, List<Band> bands)
        implements Formula {

    public ShareInBands {
        counted = List.copyOf(counted);
        bands = List.copyOf(bands);
    }

    public static ShareInBands of(Parameters law, List<String> counted, String of) {
        return new ShareInBands(
                law.get("maximum", ParameterUnit.POINTS), counted, of, law.rows(Band::of));
    }

    /// @param edge the share where the band begins, in per cent
    /// @param included whether the edge itself belongs to it
    record Band(Parameter edge, boolean included, Parameter points) {

        /// A row that begins `from` its edge, or only `above` it.
        public static Band of(Parameters law) {
            boolean included = law.has("from");
            return new Band(
                    law.get(included ? "from" : "above", ParameterUnit.PERCENT),
                    included,
                    law.get("points", ParameterUnit.POINTS));
        }

        boolean holds(BigDecimal percent) {
            int comparison = percent.compareTo(edge.value());
            return comparison > 0 || (included && comparison == 0);
        }
    }

    @Override
    public Optional<BigDecimal> maximum(BodyKind kind, Settings settings) {
        return kind.assessed() ? Optional.of(maximum.value()) : Optional.empty();
    }

    @Override
    public List<String> facts() {
        List<String> facts = new ArrayList<>(counted);
        facts.add(of);
        return facts;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Setting.ZERO_DENOMINATOR);
    }

    @Override
    public Outcome assess(Inputs inputs) {
        Citation citation = inputs.citation();
        // DOUBT: ¶45-1 says "accepted and sent", ¶2(32) "sent (accepted)" (C-34), read as the sum
        // of both because they are different people.
        Term people = Term.sum(counted.stream().map(inputs::number).toList());
        Term whole =
                of.equals("headcount.monthly") ? inputs.averageHeadcount("n") : inputs.number(of);
        inputs.denominator(whole, of);
        return inputs.scored(
                maximum.value(),
                () -> {
                    Term percent = Term.product(Term.number(100), people).over(whole);
                    BigDecimal reached = Decimals.certain(percent.value());
                    return Working.of(percent, citation, row(reached, citation));
                });
    }

    private Working.Band row(BigDecimal percent, Citation citation) {
        for (Band band : bands) {
            if (band.holds(percent)) {
                return new Working.Band(
                        band.points().value(),
                        Words.text(band.included() ? "share.from" : "share.above")
                                .with(Decimals.plain(band.edge().value())),
                        citation);
            }
        }
        Band lowest = bands.getLast();
        return new Working.Band(
                BigDecimal.ZERO,
                Words.text("share.below").with(Decimals.plain(lowest.edge().value())),
                citation);
    }
}
