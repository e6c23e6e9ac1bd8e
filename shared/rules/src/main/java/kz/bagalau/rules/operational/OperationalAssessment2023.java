package kz.bagalau.rules.operational;

import static kz.bagalau.rules.Timeline.from;
import static kz.bagalau.rules.operational.act.Amendment2023.IN_FORCE;
import static kz.bagalau.rules.operational.act.Amendment2023.PARAMETERS;
import static kz.bagalau.rules.operational.act.Amendment2023.cite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import kz.bagalau.rules.Parameter;
import kz.bagalau.rules.ParameterUnit;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.act.InformationPenalties;
import kz.bagalau.rules.operational.formula.CareerGrowth;
import kz.bagalau.rules.operational.formula.Competitions;
import kz.bagalau.rules.operational.formula.EnteredByHand;
import kz.bagalau.rules.operational.formula.ExitInterview;
import kz.bagalau.rules.operational.formula.LabourNorm;
import kz.bagalau.rules.operational.formula.ShareInBands;
import kz.bagalau.rules.operational.formula.ShareOfWhole;
import kz.bagalau.rules.operational.formula.SmartCities;
import kz.bagalau.rules.operational.formula.StaffQuality;
import kz.bagalau.rules.operational.formula.StrategicPlanning;
import kz.bagalau.rules.operational.formula.SurveyIndicator;
import kz.bagalau.rules.operational.formula.Training;

/// `operational-assessment-2023`: the Methodology as amended by the joint order of 20 February
/// 2023. Every indicator stands here with its paragraph; its formula is in the class it names.
public final class OperationalAssessment2023 {

    private static final String WHOM_PM = "¶28";
    private static final String WHOM_IT = "¶55";

    // Appendix 13, criterion 1: personnel potential.

    /// ¶2(25), Appendix 13 row 1.1: the voluntary leaving of the civil service.
    static final Indicator NET_TURNOVER = byHand("pm.net_turnover");

    /// ¶2(12), Appendix 13 row 1.2: stability of staff.
    static final Indicator STABILITY = byHand("pm.stability");

    /// ¶35: `V = 5 × a / b`, less 1.5 where more than 50 % of the dismissed name negative aspects.
    static final Indicator EXIT_INTERVIEW =
            Indicator.base(
                    "pm.exit_interview",
                    "V",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.exit_interview", ExitInterview::new),
                                    cite("¶35"))));

    /// ¶2(7), Appendix 13 row 1.4: women in managerial positions.
    static final Indicator GENDER = byHand("pm.gender");

    /// ¶37: `P = 5 × (a + … + j) / z`.
    static final Indicator STAFF_QUALITY =
            Indicator.base(
                    "pm.staff_quality",
                    "P",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.staff_quality", StaffQuality::new),
                                    cite("¶37"))));

    // Appendix 13, criterion 2: work organisation.

    /// ¶40: `N = N1 + N2` less the penalty of ¶40.2.
    static final Indicator LABOUR_NORM =
            Indicator.base(
                    "pm.labour_norm",
                    "N",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.labour_norm", LabourNorm::new),
                                    cite("¶40"))));

    /// ¶41.
    static final Indicator CONDITIONS = ofSurvey(SurveyIndicator.T);

    /// ¶42.
    static final Indicator MANAGEMENT = ofSurvey(SurveyIndicator.Y);

    /// ¶44: `U = 5 × (0.5 × a / b + 0.5 × c / d)` less 0.5 for each late, 1 for each missed, at
    /// most 5.
    static final Indicator TRAINING =
            Indicator.base(
                    "pm.training",
                    "U",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.training", Training::new),
                                    cite("¶44"))));

    /// ¶45: `S = a + b`: a 2, 1 or 0; b 3 from 80 %, 2 from 60 %, 1 from 40 %.
    static final Indicator STRATEGY =
            Indicator.base(
                    "pm.strategy",
                    "S",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.strategy", StrategicPlanning::new),
                                    cite("¶45"))));

    /// ¶45-1: 2 bonus points above 10 %, 1 from 5 % to 10 %.
    static final Indicator INTERNSHIP =
            Indicator.bonus(
                    "pm.bonus_internship",
                    "I",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula(
                                            "pm.bonus_internship",
                                            law ->
                                                    ShareInBands.of(
                                                            law,
                                                            List.of(
                                                                    "internship.sent",
                                                                    "internship.accepted"),
                                                            "headcount.monthly")),
                                    cite("¶45-1"))));

    /// ¶45-2: 1.5 bonus points where at least 99 % of personal files are properly filled on 31
    /// December.
    static final Indicator EKYZMET =
            Indicator.bonus(
                    "pm.bonus_ekyzmet",
                    "K",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula(
                                            "pm.bonus_ekyzmet",
                                            law ->
                                                    ShareInBands.of(
                                                            law,
                                                            List.of("ekyzmet.files_complete"),
                                                            "ekyzmet.servants")),
                                    cite("¶45-2"))));

    // Appendix 13, criterion 3: meritocracy and organisational culture.

    /// ¶48: `A = 10 × (a + b) / (2 × c)` less 1 for each fact, at most 10.
    static final Indicator COMPETITIONS =
            Indicator.base(
                    "pm.competitions",
                    "A",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.competitions", Competitions::new),
                                    cite("¶48"))));

    /// ¶49.
    static final Indicator MERITOCRACY = ofSurvey(SurveyIndicator.B);

    /// ¶50: 10 from `kr = a / b` = 0.80 on, below `C = 10 × kr`.
    // DOUBT: the order announces new wordings of ¶¶48 and 49 and then prints ¶50 as well, without
    // its own instruction (C-16), read as amended because its text stands in the same quotation.
    static final Indicator CAREER =
            Indicator.base(
                    "pm.career",
                    "C",
                    WHOM_PM,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("pm.career", CareerGrowth::new),
                                    cite("¶50"))));

    /// ¶51.
    static final Indicator REWARDS = ofSurvey(SurveyIndicator.D);

    /// ¶52.
    static final Indicator ETHICS = ofSurvey(SurveyIndicator.E);

    // Appendix 16: use of information technology.

    /// ¶2(3), Appendix 16 row 1: the architecture portal.
    static final Indicator ARCH_PORTAL = byHand("it.arch_portal");

    /// ¶69-1…69-3: `B_sum × 100 / 6900` %, weight 10; local executive bodies only.
    static final Indicator SMART_CITIES =
            Indicator.base(
                    "it.smart_cities",
                    "G",
                    "¶66",
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula("it.smart_cities", SmartCities::new),
                                    cite("¶69-1"))));

    /// Appendix 16 row 3.
    static final Indicator DATA_CURRENCY = byHand("it.data_currency");

    /// Appendix 16 row 4.
    static final Indicator AUTOMATION = byHand("it.automation");

    /// ¶74-2: `L = c / d × k4`, k4 = 20 for central, 10 for local executive bodies.
    // DOUBT: the printed formula is n / l × k4, while c and d are defined (C-05), read as c / d.
    static final Indicator IT_STAFF =
            Indicator.base(
                    "it.it_staff",
                    "L",
                    WHOM_IT,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula(
                                            "it.it_staff",
                                            law ->
                                                    ShareOfWhole.of(
                                                            law,
                                                            "it.unit_educated",
                                                            "it.unit_staff")),
                                    cite("¶74-2"))));

    /// ¶74-4: `J = r / s × k5`, k5 = 5.
    // DOUBT: the definition mixes the score with the condition of a certificate in one broken
    // sentence (C-22), read as r counting only those with a certificate that can be verified.
    static final Indicator ICT_COURSES =
            Indicator.base(
                    "it.ict_courses",
                    "J",
                    WHOM_IT,
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula(
                                            "it.ict_courses",
                                            law ->
                                                    ShareOfWhole.of(
                                                            law, "it.trained", "it.employees")),
                                    cite("¶74-4"))));

    /// ¶79, Appendix 16 row 7: 5 bonus points at most; ¶81 stops it at 100.
    static final Indicator LOCAL_CONTENT = byHand("it.local_content", Indicator.Role.BONUS);

    /// ¶78-3: `H = i / v × k6`, k6 = 5 bonus points; central bodies only.
    static final Indicator DATA_REGISTER =
            Indicator.bonus(
                    "it.data_register",
                    "H",
                    "¶78-1",
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    PARAMETERS.formula(
                                            "it.data_register",
                                            law ->
                                                    ShareOfWhole.ofCentralBodies(
                                                            law,
                                                            "it.indicators_automatic",
                                                            "it.indicators")),
                                    cite("¶78-3"))));

    /// ¶81, Appendix 16 row 9: up to 15 points are subtracted.
    // DOUBT: ¶81 subtracts D, Appendix 16 shows −15 (C-06), read as a magnitude of 0 to 15 that is
    // subtracted once.
    static final Indicator UNUSED_SYSTEMS = byHand("it.unused_systems", Indicator.Role.DEDUCTION);

    private static final Criterion POTENTIAL =
            new Criterion(
                    "pm.1",
                    "1",
                    points("pm.1"),
                    List.of(NET_TURNOVER, STABILITY, EXIT_INTERVIEW, GENDER, STAFF_QUALITY));

    /// ¶39: `O = N + T + Y + S + U + I + K`, at most 30.
    private static final Criterion ORGANISATION =
            new Criterion(
                    "pm.2",
                    "O",
                    points("pm.2"),
                    List.of(
                            LABOUR_NORM,
                            CONDITIONS,
                            MANAGEMENT,
                            TRAINING,
                            STRATEGY,
                            INTERNSHIP,
                            EKYZMET));

    private static final Criterion CULTURE =
            new Criterion(
                    "pm.3",
                    "3",
                    points("pm.3"),
                    List.of(COMPETITIONS, MERITOCRACY, CAREER, REWARDS, ETHICS));

    private static final Direction PERSONNEL =
            new Direction(
                    "pm",
                    points("pm"),
                    List.of(POTENTIAL, ORGANISATION, CULTURE),
                    List.of(
                            NET_TURNOVER,
                            STABILITY,
                            EXIT_INTERVIEW,
                            GENDER,
                            STAFF_QUALITY,
                            LABOUR_NORM,
                            CONDITIONS,
                            MANAGEMENT,
                            TRAINING,
                            STRATEGY,
                            INTERNSHIP,
                            EKYZMET,
                            COMPETITIONS,
                            MERITOCRACY,
                            CAREER,
                            REWARDS,
                            ETHICS),
                    "information.pm",
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    new PersonnelTotal(InformationPenalties.MOST_2023),
                                    cite("Appendix 13"))));

    private static final Direction INFORMATION_TECHNOLOGY =
            new Direction(
                    "it",
                    points("it"),
                    List.of(),
                    List.of(
                            ARCH_PORTAL,
                            SMART_CITIES,
                            DATA_CURRENCY,
                            AUTOMATION,
                            IT_STAFF,
                            ICT_COURSES,
                            LOCAL_CONTENT,
                            DATA_REGISTER,
                            UNUSED_SYSTEMS),
                    "information.it",
                    Timeline.of(
                            from(
                                    IN_FORCE,
                                    new InformationTechnologyTotal(
                                            InformationPenalties.MOST_2023,
                                            PARAMETERS.only(
                                                    "it.total", "full", ParameterUnit.POINTS),
                                            "it.local_content",
                                            Set.of("it.it_staff", "it.ict_courses")),
                                    cite("¶81"))));

    public static final Methodology METHODOLOGY =
            new Methodology(
                    "operational-assessment-2023",
                    cite("Appendices 13 and 16"),
                    List.of(PERSONNEL, INFORMATION_TECHNOLOGY));

    static final Timeline<Methodology> TIMELINE =
            Timeline.of(from(IN_FORCE, METHODOLOGY, cite("clause 4")));

    private OperationalAssessment2023() {}

    private static Indicator ofSurvey(SurveyIndicator indicator) {
        return Indicator.base(indicator.id(), indicator.symbol(), WHOM_PM, indicator.formulas());
    }

    private static Indicator byHand(String id) {
        return byHand(id, Indicator.Role.BASE);
    }

    private static Indicator byHand(String id, Indicator.Role role) {
        Parameter maximum = maximum(id);
        return new Indicator(
                id,
                "",
                role,
                id.startsWith("pm.") ? WHOM_PM : WHOM_IT,
                Timeline.of(from(IN_FORCE, new EnteredByHand(id, maximum), maximum.citation())));
    }

    private static Timeline<BigDecimal> points(String id) {
        Parameter maximum = maximum(id);
        return Timeline.of(from(IN_FORCE, maximum.value(), maximum.citation()));
    }

    private static Parameter maximum(String id) {
        return PARAMETERS.only(id, "maximum", ParameterUnit.POINTS);
    }
}
