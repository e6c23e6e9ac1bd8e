package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.fact.BodyFacts;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.ManualPoints;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodologyTest {

    private static final Methodology METHODOLOGY = OperationalAssessment2023.METHODOLOGY;
    private static final AssessedPeriod YEAR = AssessedPeriod.ofYear(2025);

    static List<String> indicators() {
        return METHODOLOGY.indicators().stream().map(Indicator::id).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"OMO", "ZHAO"})
    void appendix13And16_theMaximaOfTheBaseIndicatorsAddUpTo100ADirection(BodyKind kind) {
        for (Direction direction : METHODOLOGY.directions()) {
            BigDecimal sum =
                    direction.indicators().stream()
                            .filter(indicator -> indicator.role() == Indicator.Role.BASE)
                            .flatMap(indicator ->
                                    indicator.maximum(kind, YEAR, Settings.DEFAULTS).stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(direction.id()).isEqualByComparingTo("100");
        }
    }

    @Test
    void appendix13_theCriteriaHaveTheMaximumOfTheirBaseIndicators() {
        for (Criterion criterion : METHODOLOGY.directions().getFirst().criteria()) {
            BigDecimal sum =
                    criterion.indicators().stream()
                            .filter(indicator -> indicator.role() == Indicator.Role.BASE)
                            .map(i -> i.maximum(BodyKind.OMO, YEAR, Settings.DEFAULTS))
                            .map(maximum -> maximum.orElseThrow())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(criterion.maxima().on(YEAR.lawOf()).value())
                    .as(criterion.id())
                    .isEqualByComparingTo(sum);
        }
    }

    @Test
    void p40_theOtherMaximumOfLabourNormalisationIsASetting() {
        var thirteen = Settings.DEFAULTS.with(Setting.N_MAX, Setting.LabourNormMaximum.THIRTEEN);

        assertThat(OperationalAssessment2023.LABOUR_NORM.maximum(BodyKind.OMO, YEAR, thirteen))
                .contains(new BigDecimal("13"));
    }

    @ParameterizedTest
    @EnumSource(names = {"OMO", "ZHAO"})
    void aBodyWithEveryFactIsComplete(BodyKind kind) {
        var assessment = ExampleBody.complete(kind).assess();

        for (DirectionScore direction : assessment.directions()) {
            assertThat(direction.missing()).isEmpty();
            assertThat(direction.complete()).isTrue();
            assertThat(direction.maximum()).isEqualByComparingTo("100");
        }
        assertThat(assessment.direction("it").penalty()).isEqualByComparingTo("2");
    }

    @Test
    void p28_appendix16_aBodyOfAnotherKindIsNotAssessed_andItsZeroIsNoResult() {
        var assessment = ExampleBody.complete(BodyKind.OTHER).assess();

        for (DirectionScore direction : assessment.directions()) {
            assertThat(direction.indicators())
                    .allSatisfy(score -> {
                        assertThat(score.outcome()).isInstanceOf(Outcome.NotApplicable.class);
                        assertThat(score.maximum()).isEmpty();
                        assertThat(score.settled()).isTrue();
                    });
            assertThat(direction.complete()).isFalse();
        }
        assertThat(assessment.indicator("pm.career").outcome())
                .isEqualTo(
                        new Outcome.NotApplicable(
                                OperationalAssessment2023.CAREER.citation(YEAR).at("¶28")));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void withoutAnyFact_anIndicatorIsIncompleteAndNamesWhatIsMissing(String id) {
        var assessment = ExampleBody.of(BodyKind.ZHAO, "").assess();
        var score = assessment.indicator(id);

        if (score.indicator().maximum(BodyKind.ZHAO, YEAR, Settings.DEFAULTS).isPresent()) {
            assertThat(score.outcome()).isInstanceOf(Outcome.Incomplete.class);
            assertThat(score.missing()).isNotEmpty();
            assertThat(score.points()).isEmpty();
            assertThat(score.settled()).isFalse();
        }
        assertThat(assessment.direction("pm").complete()).isFalse();
        assertThat(assessment.direction("pm").points()).isEqualByComparingTo("0");
        assertThat(assessment.direction("pm").missing()).hasSize(17);
        assertThat(assessment.criterion("pm.2").missing()).hasSize(7);
    }

    /// Facts that are needed by the default readings: each taken away alone is named.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm.exit_interview exit.dismissed",
                "pm.exit_interview exit.interviewed",
                "pm.exit_interview exit.negative",
                "pm.staff_quality staff.masters",
                "pm.staff_quality headcount.monthly",
                "pm.labour_norm hours.working_days",
                "pm.labour_norm hours.overtime_weekday",
                "pm.labour_norm hours.overtime_weekend",
                "pm.labour_norm headcount.monthly",
                "pm.labour_norm survey.q4",
                "pm.conditions survey.q5",
                "pm.management survey.q14",
                "pm.training training.advanced_done",
                "pm.training training.retraining_due",
                "pm.training training.late",
                "pm.training training.missed",
                "pm.strategy strategy.content",
                "pm.strategy strategy.execution_percent",
                "pm.bonus_internship internship.sent",
                "pm.bonus_internship internship.accepted",
                "pm.bonus_ekyzmet ekyzmet.servants",
                "pm.bonus_ekyzmet ekyzmet.files_complete",
                "pm.competitions competitions.held",
                "pm.competitions competitions.observed",
                "pm.competitions competitions.recorded",
                "pm.competitions competitions.violations",
                "pm.meritocracy survey.q15",
                "pm.career career.promoted_within",
                "pm.career career.promoted_total",
                "pm.rewards survey.q22",
                "pm.ethics survey.q26",
                "it.it_staff it.unit_staff",
                "it.it_staff it.unit_educated",
                "it.ict_courses it.employees",
                "it.ict_courses it.trained",
                "it.data_register it.indicators",
                "it.data_register it.indicators_automatic"
            })
    void aMissingFactIsNamed_andMakesItsIndicatorAndItsDirectionIncomplete(String both) {
        String[] indicatorAndFact = both.split(" ");

        var assessment = ExampleBody.complete(BodyKind.OMO).without(indicatorAndFact[1]).assess();

        assertThat(assessment.indicator(indicatorAndFact[0]).outcome())
                .isEqualTo(new Outcome.Incomplete(List.of(indicatorAndFact[1])));
        var direction = assessment.direction(indicatorAndFact[0].substring(0, 2));
        assertThat(direction.complete()).isFalse();
        assertThat(direction.missing()).contains(indicatorAndFact[0]);
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void anIndicatorReadsNoFactButThoseItNames(String id) {
        var indicator = METHODOLOGY.indicator(id).orElseThrow();
        var all = ExampleBody.complete(BodyKind.OMO);
        var own = new HashMap<>(all.facts());
        own.keySet().retainAll(indicator.facts(YEAR));
        var alone = new ExampleBody(all.kind(), all.period(), own, all.manual(), all.settings());

        assertThat(alone.assess().indicator(id).outcome())
                .isEqualTo(all.assess().indicator(id).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm.net_turnover=10",
                "pm.stability=5",
                "pm.gender=5",
                "it.arch_portal=30",
                "it.data_currency=20",
                "it.automation=25",
                "it.local_content=5",
                "it.unused_systems=15"
            })
    void spec7_whatHasNoFormulaIsEnteredByHand_upToItsMaximum(String entered) {
        String id = entered.substring(0, entered.indexOf('='));
        var indicator = METHODOLOGY.indicator(id).orElseThrow();
        var maximum = new BigDecimal(entered.substring(entered.indexOf('=') + 1));

        assertThat(indicator.manual(YEAR)).isTrue();
        assertThat(indicator.facts(YEAR)).isEmpty();
        assertThat(indicator.settings(YEAR)).isEmpty();
        assertThat(indicator.maximum(BodyKind.ZHAO, YEAR, Settings.DEFAULTS)).contains(maximum);
        assertThat(ExampleBody.complete(BodyKind.OMO).withManual(entered).assess().indicator(id))
                .satisfies(score -> {
                    assertThat(score.points()).contains(maximum.setScale(6));
                    assertThat(score.working()).isEmpty();
                    assertThat(score.line(Audience.BODY, Language.EN))
                            .contains(
                                    maximum.toPlainString()
                                            + " (entered by the analyst: an inspection)");
                    assertThat(score.missing()).isEmpty();
                });
        assertThat(ExampleBody.complete(BodyKind.OMO).withoutManual(id).assess().indicator(id))
                .extracting(IndicatorScore::missing)
                .isEqualTo(List.of(id));
        var tooMuch = ExampleBody.complete(BodyKind.OMO).withManual(entered + ".01");
        assertThatThrownBy(tooMuch::assess).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsByHandNeedABasis_andAreNotBelowZero() {
        assertThatThrownBy(() -> new ManualPoints(BigDecimal.ONE, " ", null))
                .hasMessageContaining("basis");
        assertThatThrownBy(() -> new ManualPoints(new BigDecimal("-1"), "an inspection", null))
                .hasMessageContaining("below zero");
        assertThat(new ManualPoints(BigDecimal.ZERO, "an inspection", null).document()).isNull();
    }

    @Test
    void besideEachScoreStandThePointsByTheOtherReadings() {
        var assessment = ExampleBody.complete(BodyKind.OMO).assess();
        var minmax = ExampleBody.complete(BodyKind.OMO).by("agreement_index=minmax").assess();
        var share = ExampleBody.complete(BodyKind.OMO).by("agreement_index=share_agree").assess();

        assertThat(assessment.indicator("pm.conditions").alternatives())
                .isEqualTo(
                        Map.of(
                                "agreement_index",
                                Map.of(
                                        "minmax",
                                        minmax.indicator("pm.conditions").points().orElseThrow(),
                                        "share_agree",
                                        share.indicator("pm.conditions").points().orElseThrow())));
        assertThat(assessment.indicator("pm.career").alternatives()).isEmpty();
        assertThat(assessment.criterion("pm.1").alternatives()).isEmpty();
        assertThat(assessment.criterion("pm.2").alternatives().get("agreement_index"))
                .containsEntry("minmax", minmax.criterion("pm.2").points());
        assertThat(assessment.direction("pm").alternatives())
                .containsOnlyKeys("agreement_index")
                .containsEntry(
                        "agreement_index",
                        Map.of(
                                "minmax", minmax.direction("pm").points(),
                                "share_agree", share.direction("pm").points()));
        assertThat(assessment.direction("it").alternatives()).containsOnlyKeys("it_total_formula");
        assertThat(assessment.direction("it").alternatives().get("it_total_formula"))
                .containsOnlyKeys("literal_81");
        assertThat(minmax.direction("pm").alternatives().get("agreement_index"))
                .containsOnlyKeys("mean_over_max", "share_agree")
                .containsEntry("mean_over_max", assessment.direction("pm").points());
    }

    @Test
    void anIncompleteIndicatorHasNoAlternatives() {
        var score =
                ExampleBody.complete(BodyKind.OMO)
                        .without("survey.q5")
                        .assess()
                        .indicator("pm.conditions");

        assertThat(score.alternatives()).isEmpty();
    }

    @Test
    void p40_eachPlaceThatAScoreRestsOnIsCited() {
        var score = ExampleBody.complete(BodyKind.OMO).assess().indicator("pm.labour_norm");

        assertThat(score.citations())
                .extracting(Citation::paragraph)
                .containsExactly("¶40", "¶40.2", "¶40.1", "¶40.3");
    }

    @ParameterizedTest
    @CsvSource({"55, true", "56, false"})
    void p37_whoeverIsCountedInSeveralCategoriesIsTold(int persons, boolean told) {
        // 2 + 0 + 3 + 4 + 6 + 5 + 4 + 1 + 1 + 30 = 56
        var quality =
                ExampleBody.complete(BodyKind.OMO)
                        .withAll("staff.unique_persons=" + persons)
                        .assess()
                        .indicator("pm.staff_quality");

        assertThat(quality.line(Audience.BODY, Language.EN).orElseThrow().contains("several"))
                .isEqualTo(told);
    }

    @Test
    void p37_aZeroThatHasNoRuleIsNamed() {
        assertThat(
                        ExampleBody.complete(BodyKind.OMO)
                                .withAll("headcount.monthly=12*0")
                                .assess()
                                .indicator("pm.staff_quality")
                                .missing())
                .containsExactly("headcount.monthly");
    }

    @Test
    void anIndicatorLeftOutByADecisionCarriesItsReason() {
        var body =
                ExampleBody.complete(BodyKind.OMO)
                        .withAll("career.promoted_within=0 career.promoted_total=0");

        assertThat(body.assess().direction("pm").complete()).isFalse();
        var excluded = body.by("zero_denominator.pm.career=exclude").assess();
        assertThat(excluded.direction("pm").complete()).isTrue();
        assertThat(excluded.indicator("pm.career").line(Audience.BODY, Language.EN))
                .contains("the denominator is zero; decided: nobody was promoted");
        assertThat(body.assess().indicator("pm.career").line(Audience.BODY, Language.EN)).isEmpty();
        assertThat(excluded.indicator("pm.career").outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotApplicable.class,
                        outcome -> assertThat(outcome.decision()).isEqualTo("nobody was promoted"));
        assertThat(excluded.direction("pm").points())
                .isEqualByComparingTo(body.assess().direction("pm").points());
    }

    @Test
    void p35_aBodyNeverReadsWhoGaveWhichReason() {
        var body = ExampleBody.complete(BodyKind.OMO).withAll("exit.negative=17");
        var working = body.assess().indicator("pm.exit_interview").working().orElseThrow();

        assertThat(working.line(Audience.AGENCY, Language.EN))
                .isEqualTo(
                        "5 × 18 / 24 = 3.75 − 1.5 (17 of 24 negative, more than half, ¶35) = 2.25");
        for (Language language : Language.values()) {
            assertThat(working.line(Audience.BODY, language))
                    .doesNotContain("17")
                    .startsWith("5 × 18 / 24 = 3.75 − 1.5 (¶35: ")
                    .endsWith(") = 2.25");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkingReadsInEveryLanguage(Language language) {
        for (BodyKind kind : BodyKind.values()) {
            for (Assessment assessment :
                    List.of(
                            ExampleBody.complete(kind).assess(),
                            ExampleBody.complete(kind)
                                    .withAll(
                                            "exit.exempt=2 exit.paper=9 hours.overtime_weekend=99999")
                                    .withAll("strategy.execution_percent=unknown")
                                    .without("information.pm")
                                    .by("zero_denominator.it.it_staff=zero it_bonus_mode=literal")
                                    .assess())) {
                for (DirectionScore direction : assessment.directions()) {
                    assertThat(direction.working().line(Audience.AGENCY, language)).isNotBlank();
                    for (IndicatorScore score : direction.indicators()) {
                        score.working()
                                .ifPresent(w ->
                                        assertThat(w.line(Audience.AGENCY, language))
                                                .isNotBlank()
                                                .doesNotContain("%s"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsThereInThreeLanguages(Language language) {
        assertThat(METHODOLOGY.label().in(language)).isNotBlank();
        for (Direction direction : METHODOLOGY.directions()) {
            assertThat(direction.label().in(language)).isNotBlank();
            direction.criteria().forEach(c -> assertThat(c.label().in(language)).isNotBlank());
            direction.indicators().forEach(i -> assertThat(i.label().in(language)).isNotBlank());
        }
        Setting.all().forEach(setting -> assertThat(setting.about().in(language)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheFactsDoesNotMatter(long seed) {
        var assessed = ExampleBody.complete(BodyKind.ZHAO);
        List<Given<FactValue>> given = new ArrayList<>();
        assessed.values()
                .forEach((name, value) ->
                        given.add(new Given<>(name, value, new Provenance("x", Map.of()))));
        Collections.shuffle(given, new Random(seed));
        var shuffled =
                new Assessed(
                        BodyKind.ZHAO,
                        YEAR,
                        new BodyFacts(given),
                        assessed.manual(),
                        Settings.DEFAULTS);

        assertThat(METHODOLOGY.assess(shuffled).direction("pm").points())
                .isEqualByComparingTo(assessed.assess().direction("pm").points());
    }

    @Test
    void theDayBeforeTheOrder_thereIsNoMethodology() {
        var dayBefore = new AssessedPeriod(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 3, 3));
        var theDay = new AssessedPeriod(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 3, 4));

        assertThatThrownBy(() -> Methodologies.OPERATIONAL.of(dayBefore))
                .isInstanceOf(Timeline.NotInForce.class);
        assertThat(Methodologies.OPERATIONAL.of(theDay)).isEqualTo(METHODOLOGY);
        assertThat(Methodologies.OPERATIONAL.of(YEAR)).isEqualTo(METHODOLOGY);
        assertThat(Methodologies.OPERATIONAL.find("operational-assessment-2023"))
                .contains(METHODOLOGY);
        assertThat(Methodologies.OPERATIONAL.find("operational-assessment-2022")).isEmpty();
        for (Indicator indicator : METHODOLOGY.indicators()) {
            assertThatThrownBy(() -> indicator.facts(dayBefore))
                    .as(indicator.id())
                    .isInstanceOf(Timeline.NotInForce.class);
            assertThat(indicator.facts(theDay)).isEqualTo(indicator.facts(YEAR));
        }
    }

    @Test
    void nothingByAnUnknownNameIsFound() {
        var assessment = ExampleBody.complete(BodyKind.OMO).assess();

        assertThatThrownBy(() -> assessment.indicator("pm.none"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assessment.criterion("pm.4"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assessment.direction("hr"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
