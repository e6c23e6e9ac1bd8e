package kz.bagalau.rules.operational;

import static kz.bagalau.rules.operational.setting.AgreementIndex.MEAN_OVER_MAX;
import static kz.bagalau.rules.operational.setting.AgreementIndex.MINMAX;
import static kz.bagalau.rules.operational.setting.AgreementIndex.SHARE_AGREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Provenance;
import kz.bagalau.rules.Timeline;
import kz.bagalau.rules.operational.fact.AnswerCounts;
import kz.bagalau.rules.operational.formula.SurveyIndicator;
import kz.bagalau.rules.operational.setting.AgreementIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyIndicatorTest {

    private static final AssessedPeriod YEAR = AssessedPeriod.ofYear(2025);
    private static final Provenance TALLY = new Provenance("survey", Map.of("survey", "s-2025"));

    @ParameterizedTest(name = "{0} {1}: {2} = {4}")
    @CsvFileSource(
            resources = "survey-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void p40_3_41_42_49_51_52_officialExamples(
            String paragraph,
            SurveyIndicator indicator,
            String arithmetic,
            String answers,
            String meanOverMax,
            String minmax,
            String shareAgree) {
        var facts = facts(indicator, answers);

        assertThat(indicator.citation(YEAR).paragraph()).isEqualTo(paragraph);
        assertThat(points(indicator, facts, MEAN_OVER_MAX)).as(arithmetic).isEqualTo(meanOverMax);
        assertThat(points(indicator, facts, MINMAX)).isEqualTo(minmax);
        assertThat(points(indicator, facts, SHARE_AGREE)).isEqualTo(shareAgree);
        assertThat(indicator.byEveryMethod(facts, YEAR)).hasSize(3);
    }

    @Test
    void p40_3_readsAsOneLine() {
        var scored = scored(SurveyIndicator.N2, "1/1/3/5 1/3/3/3 0/1/2/7 0/2/2/6", MEAN_OVER_MAX);

        assertThat(scored.working().line(Audience.BODY, Language.KK))
                .isEqualTo("5 × (0.8 + 0.7 + 0.9 + 0.85) / 4 = 4.0625");
    }

    @Test
    void p40_3_everyIndexHasItsOwnWorkingDownToTheAnswers() {
        var scored = scored(SurveyIndicator.N2, "1/1/3/5 1/3/3/3 0/1/2/7 0/2/2/6", MEAN_OVER_MAX);

        var first = scored.working().intermediates().getFirst();
        assertThat(first.symbol()).isEqualTo("i1");
        assertThat(first.working().citation().paragraph()).isEqualTo("¶40.3");
        assertThat(first.working().line(Audience.BODY, Language.RU))
                .isEqualTo("(1 × 1 + 2 × 1 + 3 × 3 + 4 × 5) / (4 × 10) = 0.8");
    }

    @Test
    void p40_3_theOtherMethodsReadAsTheirOwnArithmetic() {
        var fact = new Given<>("survey.q1", new AnswerCounts(1, 1, 3, 5), TALLY);
        var citation = SurveyIndicator.N2.citation(YEAR);

        assertThat(MINMAX.working(fact, citation).line(Audience.BODY, Language.EN))
                .isEqualTo("(1 × 1 + 2 × 1 + 3 × 3 + 4 × 5 − 10) / (3 × 10) = 0.733333");
        assertThat(SHARE_AGREE.working(fact, citation).line(Audience.BODY, Language.EN))
                .isEqualTo("(3 + 5) / 10 = 0.8");
    }

    @Test
    void p41_asManyPeopleAsAFactMayHave_areCountedRight() {
        String all = "1000000000/1000000000/1000000000/1000000000";
        var scored = scored(SurveyIndicator.T, String.join(" ", all, all, all, all), MEAN_OVER_MAX);

        assertThat(scored.points()).isEqualByComparingTo("3.125");
    }

    @Test
    void p42_takesSixStatements() {
        assertThat(SurveyIndicator.Y.facts(YEAR))
                .containsExactly(
                        "survey.q9",
                        "survey.q10",
                        "survey.q11",
                        "survey.q12",
                        "survey.q13",
                        "survey.q14");
    }

    @Test
    void theSixIndicatorsTakeStatements1To26OnceEach_andAreWorth35Points() {
        List<String> statements = new ArrayList<>();
        BigDecimal worth = BigDecimal.ZERO;
        for (SurveyIndicator indicator : SurveyIndicator.values()) {
            statements.addAll(indicator.facts(YEAR));
            worth = worth.add(indicator.maximum(YEAR));
        }

        assertThat(statements).hasSize(26).doesNotHaveDuplicates().endsWith("survey.q26");
        assertThat(worth).isEqualByComparingTo("35");
    }

    @Test
    void p41_aMissingStatementMakesItIncomplete_andIsNamed() {
        var facts = facts(SurveyIndicator.T, "1/1/1/7 1/1/1/7 1/1/1/7 1/1/1/7");
        facts.remove("survey.q6");
        facts.remove("survey.q8");

        assertThat(SurveyIndicator.T.assess(facts, YEAR, MEAN_OVER_MAX))
                .isEqualTo(new Outcome.Incomplete(List.of("survey.q6", "survey.q8")));
        assertThat(SurveyIndicator.T.byEveryMethod(facts, YEAR)).isEmpty();
    }

    @Test
    void p41_aStatementThatNobodyAnsweredIsNotCalculable_andNeverZero() {
        var facts = facts(SurveyIndicator.T, "1/1/1/7 0/0/0/0 1/1/1/7 1/1/1/7");

        assertThat(SurveyIndicator.T.assess(facts, YEAR, MEAN_OVER_MAX))
                .isEqualTo(
                        new Outcome.NotCalculable(
                                Outcome.NotCalculable.Cause.ZERO_DENOMINATOR,
                                List.of("survey.q6")));
    }

    @ParameterizedTest
    @EnumSource
    void theDayBeforeTheOrder_noIndicatorHasAFormula(SurveyIndicator indicator) {
        var dayBefore = new AssessedPeriod(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 3, 3));
        var theDay = new AssessedPeriod(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 4));
        var dayAfter = new AssessedPeriod(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 5));

        assertThatThrownBy(() -> indicator.maximum(dayBefore))
                .isInstanceOf(Timeline.NotInForce.class)
                .hasMessageContaining("2023-03-04")
                .hasMessageContaining(indicator.citation(YEAR).paragraph());
        assertThat(indicator.maximum(theDay)).isEqualTo(indicator.maximum(dayAfter));
        assertThat(indicator.maximum(AssessedPeriod.ofYear(2023))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void pointsStayBetweenZeroAndTheMaximum_andRiseWhenSomebodyAgreesMore(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            for (SurveyIndicator indicator : SurveyIndicator.values()) {
                var facts = randomFacts(indicator, random);
                var better = oneAnswerBetter(facts, random);
                for (AgreementIndex method : AgreementIndex.values()) {
                    var before = scored(indicator.assess(facts, YEAR, method)).points();
                    var after = scored(indicator.assess(better, YEAR, method)).points();
                    assertThat(before).isBetween(BigDecimal.ZERO, indicator.maximum(YEAR));
                    assertThat(after).isGreaterThanOrEqualTo(before);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void minmaxIsAStraightLineOfTheDefault_soBothRankBodiesAlike(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            for (SurveyIndicator indicator : SurveyIndicator.values()) {
                var facts = randomFacts(indicator, random);
                BigDecimal k = indicator.maximum(YEAR);
                BigDecimal byDefault =
                        scored(indicator.assess(facts, YEAR, MEAN_OVER_MAX)).working().value();
                BigDecimal byMinmax =
                        scored(indicator.assess(facts, YEAR, MINMAX)).working().value();

                // points_minmax = (4 · points_mean_over_max − k) / 3, spec §4.1
                BigDecimal line =
                        Decimals.divide(
                                byDefault.multiply(BigDecimal.valueOf(4)).subtract(k),
                                BigDecimal.valueOf(3));
                assertThat(Decimals.points(byMinmax)).isEqualByComparingTo(Decimals.points(line));
            }
        }
    }

    private static Map<String, Given<AnswerCounts>> facts(
            SurveyIndicator indicator, String answers) {
        Map<String, Given<AnswerCounts>> facts = new HashMap<>();
        String[] statements = answers.split(" ");
        for (String name : indicator.facts(YEAR)) {
            var counts =
                    Arrays.stream(statements[facts.size()].split("/"))
                            .map(Integer::valueOf)
                            .toList();
            facts.put(name, new Given<>(name, AnswerCounts.of(counts), TALLY));
        }
        return facts;
    }

    private static Map<String, Given<AnswerCounts>> randomFacts(
            SurveyIndicator indicator, Random random) {
        Map<String, Given<AnswerCounts>> facts = new HashMap<>();
        for (String name : indicator.facts(YEAR)) {
            var counts =
                    new AnswerCounts(
                            random.nextInt(40),
                            random.nextInt(40),
                            1 + random.nextInt(40),
                            random.nextInt(40));
            facts.put(name, new Given<>(name, counts, TALLY));
        }
        return facts;
    }

    /// Somebody who chose 3 chooses 4 instead.
    private static Map<String, Given<AnswerCounts>> oneAnswerBetter(
            Map<String, Given<AnswerCounts>> facts, Random random) {
        Map<String, Given<AnswerCounts>> better = new HashMap<>(facts);
        String name = List.copyOf(facts.keySet()).get(random.nextInt(facts.size()));
        better.computeIfPresent(
                name,
                (key, fact) -> {
                    var counts = fact.value();
                    return new Given<>(
                            key,
                            new AnswerCounts(
                                    counts.ones(),
                                    counts.twos(),
                                    counts.threes() - 1,
                                    counts.fours() + 1),
                            TALLY);
                });
        return better;
    }

    private static String points(
            SurveyIndicator indicator,
            Map<String, Given<AnswerCounts>> facts,
            AgreementIndex method) {
        return Decimals.plain(scored(indicator.assess(facts, YEAR, method)).points());
    }

    private static Outcome.Scored scored(
            SurveyIndicator indicator, String answers, AgreementIndex method) {
        return scored(indicator.assess(facts(indicator, answers), YEAR, method));
    }

    private static Outcome.Scored scored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Scored.class);
        return (Outcome.Scored) outcome;
    }
}
