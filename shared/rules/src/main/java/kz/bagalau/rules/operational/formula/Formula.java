package kz.bagalau.rules.operational.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// How an indicator is made of facts, in one wording of the law. A formula that was once in force
/// is never edited: an amendment adds another one to the indicator's timeline.
public interface Formula {

    /// The highest points for a kind of body; empty where the indicator does not concern it.
    Optional<BigDecimal> maximum(BodyKind kind, Settings settings);

    /// The facts it may read, whatever the settings.
    List<String> facts();

    /// The settings that may change its result.
    List<Setting<?>> settings();

    /// What becomes of the indicator for a body whom it concerns.
    Outcome assess(Inputs inputs);
}
