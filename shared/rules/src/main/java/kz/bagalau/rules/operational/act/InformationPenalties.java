package kz.bagalau.rules.operational.act;

import static kz.bagalau.rules.operational.act.Amendment2023.IN_FORCE;
import static kz.bagalau.rules.operational.act.Amendment2023.PARAMETERS;

import java.math.BigDecimal;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Timeline;

/// ¶24: the penalties for incorrect, incomplete or untimely information (¶2(8), ¶2(27), ¶2(28)).
/// The act sets no points for a single violation.
public final class InformationPenalties {

    /// The most by the order of 2023, for each direction.
    public static final Parameter MOST_2023 =
            PARAMETERS.only("information", "most_penalty", ParameterUnit.POINTS);

    /// The most that all of them together may be, for each direction.
    public static final Timeline<BigDecimal> MOST =
            Timeline.of(Timeline.from(IN_FORCE, MOST_2023.value(), MOST_2023.citation()));

    private InformationPenalties() {}
}
