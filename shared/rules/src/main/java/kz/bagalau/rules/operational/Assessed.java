package kz.bagalau.rules.operational;

import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.formula.Inputs;
import kz.bagalau.rules.operational.setting.Settings;

/// What is assessed: a body of a kind, in a period, with its facts, the points entered by hand, and
/// the readings by which it is scored.
///
/// @param manual by the id of the indicator
public record Assessed(
        BodyKind kind,
        AssessedPeriod period,
        BodyFacts facts,
        Map<String, ManualPoints> manual,
        Settings settings) {

    public Assessed {
        manual = Map.copyOf(manual);
    }

    Assessed by(Settings otherSettings) {
        return new Assessed(kind, period, facts, manual, otherSettings);
    }

    Inputs inputs(String indicator, Citation citation) {
        return new Inputs(
                kind,
                period,
                facts,
                Optional.ofNullable(manual.get(indicator)),
                settings,
                citation);
    }
}
