package kz.bagalau.rules.operational;

import static kz.bagalau.rules.Timeline.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.ParameterTable;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.act.Amendment2023;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.formula.CareerGrowth;
import kz.bagalau.rules.operational.formula.ExitInterview;
import kz.bagalau.rules.operational.formula.Formula;
import org.junit.jupiter.api.Test;

/// How an amendment is entered, walked through with an invented order of 2027: ¶50 asks for 0.90
/// from 1 July 2027 on, and a methodology of 2028 takes the place of the present one with ¶35's
/// penalty at 2. What was in force before stays as it is, and past years are scored by it.
class AmendmentTest {

    private static final LocalDate AMENDED = LocalDate.of(2027, 7, 1); // Thursday
    private static final LocalDate REPLACED = LocalDate.of(2028, 1, 1); // Saturday

    // 1. Cite the amending order, with the day on which it comes into force.
    private static final Citation ORDER_2027 =
            new Citation("an invented order", "¶50", null, AMENDED, LocalDate.of(2026, 11, 22));

    private static final ParameterTable NUMBERS =
            ParameterTable.read(AmendmentTest.class, "parameters-2027.csv", ORDER_2027::at);

    // 2. Put the new wording behind the old one; the old entry is not touched.
    private static final Indicator CAREER =
            amended(
                    OperationalAssessment2023.CAREER,
                    from(AMENDED, NUMBERS.formula("pm.career", CareerGrowth::new), ORDER_2027));

    private static final Methodology METHODOLOGY =
            with(OperationalAssessment2023.METHODOLOGY, "operational-assessment-2023", CAREER);

    // 3. Where the act as a whole is replaced, add a methodology with a name of its own.
    private static final Methodology METHODOLOGY_2028 =
            with(
                    METHODOLOGY,
                    "operational-assessment-2028",
                    amended(
                            OperationalAssessment2023.EXIT_INTERVIEW,
                            from(
                                    REPLACED,
                                    NUMBERS.formula("pm.exit_interview", ExitInterview::new),
                                    ORDER_2027.at("¶35"))));

    private static final Methodologies METHODOLOGIES =
            new Methodologies(
                    Timeline.of(
                            from(Amendment2023.IN_FORCE, METHODOLOGY, METHODOLOGY.citation()),
                            from(REPLACED, METHODOLOGY_2028, ORDER_2027)));

    private static final ExampleBody BODY =
            ExampleBody.complete(BodyKind.OMO)
                    .withAll("career.promoted_within=17 career.promoted_total=20 exit.negative=14");

    @Test
    void p50_thePeriodsLastDayChoosesTheWording() {
        // 4. Test the day before, the day itself and the day after.
        assertThat(career(LocalDate.of(2027, 6, 30))).isEqualTo("10"); // 17 / 20 = 0.85 ≥ 0.80
        assertThat(career(LocalDate.of(2027, 7, 1))).isEqualTo("8.5"); // 0.85 < 0.90
        assertThat(career(LocalDate.of(2027, 7, 2))).isEqualTo("8.5");
    }

    @Test
    void aPastYearIsScoredByTheRulesThenInForce_afterTheAmendmentAsBefore() {
        var before = OperationalAssessment2023.METHODOLOGY.assess(BODY.assessed());
        var after = METHODOLOGIES.of(BODY.period()).assess(BODY.assessed());

        assertThat(after.direction("pm").points())
                .isEqualByComparingTo(before.direction("pm").points());
        assertThat(line(after, "pm.career")).isEqualTo(line(before, "pm.career"));
        assertThat(after.indicator("pm.career").citations())
                .isEqualTo(before.indicator("pm.career").citations());
    }

    @Test
    void bothMethodologiesStandSideBySide_eachForItsYears() {
        var in2027 = BODY.in(AssessedPeriod.ofYear(2027));
        var in2028 = BODY.in(AssessedPeriod.ofYear(2028));

        var by2023 = METHODOLOGIES.of(in2027.period()).assess(in2027.assessed());
        var by2028 = METHODOLOGIES.of(in2028.period()).assess(in2028.assessed());

        assertThat(by2023.methodology()).isEqualTo("operational-assessment-2023");
        assertThat(by2028.methodology()).isEqualTo("operational-assessment-2028");
        assertThat(line(by2023, "pm.exit_interview"))
                .isEqualTo(
                        "5 × 18 / 24 = 3.75 − 1.5 (14 of 24 negative, more than half, ¶35) = 2.25");
        assertThat(line(by2028, "pm.exit_interview"))
                .isEqualTo(
                        "5 × 18 / 24 = 3.75 − 2 (14 of 24 negative, more than half, ¶35) = 1.75");
        assertThat(by2028.indicator("pm.exit_interview").citations())
                .containsExactly(ORDER_2027.at("¶35"));
        assertThat(METHODOLOGIES.all())
                .extracting(Methodology::id)
                .containsExactly("operational-assessment-2023", "operational-assessment-2028");
        assertThat(METHODOLOGIES.find("operational-assessment-2028")).contains(METHODOLOGY_2028);
    }

    @Test
    void anAmendmentBetweenTwoWordings_cannotBeEnteredOutOfOrder() {
        assertThatThrownBy(() ->
                        amended(
                                CAREER,
                                from(
                                        AMENDED.minusDays(1),
                                        NUMBERS.formula("pm.career", CareerGrowth::new),
                                        ORDER_2027)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of order");
    }

    @Test
    void aRepealedMethodologyIsStillFound_andHasNoPeriodAnyMore() {
        var repealed =
                new Methodologies(
                        Timeline.of(
                                from(Amendment2023.IN_FORCE, METHODOLOGY, METHODOLOGY.citation()),
                                Timeline.repealed(REPLACED, ORDER_2027)));

        assertThat(repealed.all()).containsExactly(METHODOLOGY);
        assertThatThrownBy(() -> repealed.of(AssessedPeriod.ofYear(2028)))
                .isInstanceOf(Timeline.NotInForce.class);
    }

    private static String career(LocalDate lastDay) {
        var body = BODY.in(new AssessedPeriod(LocalDate.of(2027, 1, 1), lastDay));
        var points =
                METHODOLOGIES
                        .of(body.period())
                        .assess(body.assessed())
                        .indicator("pm.career")
                        .points();
        return Decimals.plain(points.orElseThrow());
    }

    private static String line(Assessment assessment, String indicator) {
        return assessment
                .indicator(indicator)
                .working()
                .orElseThrow()
                .line(Audience.AGENCY, Language.EN);
    }

    private static Indicator amended(Indicator indicator, Timeline.Entry<Formula> wording) {
        List<Timeline.Entry<Formula>> entries = new ArrayList<>();
        for (Timeline.Entry<? extends Formula> entry : indicator.formulas().entries()) {
            if (entry instanceof Timeline.Value<? extends Formula> value) {
                entries.add(from(value.from(), value.value(), value.citation()));
            }
        }
        entries.add(wording);
        return new Indicator(
                indicator.id(),
                indicator.symbol(),
                indicator.role(),
                indicator.concerns(),
                timeline(entries));
    }

    @SuppressWarnings("unchecked")
    private static Timeline<Formula> timeline(List<Timeline.Entry<Formula>> entries) {
        return Timeline.of(entries.toArray(Timeline.Entry[]::new));
    }

    private static Methodology with(Methodology methodology, String id, Indicator changed) {
        return new Methodology(
                id,
                methodology.citation(),
                methodology.directions().stream()
                        .map(direction ->
                                new Direction(
                                        direction.id(),
                                        direction.maxima(),
                                        direction.criteria().stream()
                                                .map(criterion -> with(criterion, changed))
                                                .toList(),
                                        replaced(direction.indicators(), changed),
                                        direction.information(),
                                        direction.totals()))
                        .toList());
    }

    private static Criterion with(Criterion criterion, Indicator changed) {
        return new Criterion(
                criterion.id(),
                criterion.symbol(),
                criterion.maxima(),
                replaced(criterion.indicators(), changed));
    }

    private static List<Indicator> replaced(List<Indicator> indicators, Indicator changed) {
        return indicators.stream()
                .map(indicator -> indicator.id().equals(changed.id()) ? changed : indicator)
                .toList();
    }
}
