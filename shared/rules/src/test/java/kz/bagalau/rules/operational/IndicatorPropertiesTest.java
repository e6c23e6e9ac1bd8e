package kz.bagalau.rules.operational;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Random;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.worktime.Hours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for any facts, checked with many random ones from fixed seeds.
class IndicatorPropertiesTest {

    private static final int ROUNDS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void everyIndicatorStaysBetweenZeroAndItsMaximum(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            for (BodyKind kind : BodyKind.values()) {
                var assessment = random(kind, random).by(settings(random)).assess();
                for (DirectionScore direction : assessment.directions()) {
                    for (IndicatorScore score : direction.indicators()) {
                        score.points()
                                .ifPresent(points ->
                                        assertThat(points)
                                                .as(score.indicator().id())
                                                .isBetween(
                                                        BigDecimal.ZERO,
                                                        score.maximum().orElseThrow()));
                    }
                    assertThat(direction.points()).isNotNegative();
                    assertThat(direction.penalty()).isBetween(BigDecimal.ZERO, BigDecimal.TEN);
                }
                for (CriterionScore criterion : assessment.direction("pm").criteria()) {
                    if (assessment
                            .assessed()
                            .settings()
                            .is(Setting.CRITERION2_CAP, Setting.CriterionCap.INCLUDING_BONUSES)) {
                        assertThat(criterion.points())
                                .isBetween(BigDecimal.ZERO, criterion.maximum());
                    }
                }
            }
        }
    }

    /// One more of the fact never takes points from the indicator (+) or never gives it any (-).
    @ParameterizedTest(name = "{0} by {1} {2}")
    @CsvSource({
        "pm.exit_interview, exit.interviewed, +",
        "pm.exit_interview, exit.negative, -",
        "pm.exit_interview, exit.exempt, +",
        "pm.staff_quality, staff.doctors, +",
        "pm.staff_quality, staff.masters, +",
        "pm.labour_norm, hours.overtime_weekday, -",
        "pm.labour_norm, hours.overtime_weekend, -",
        "pm.labour_norm, hours.working_days, +",
        "pm.training, training.advanced_done, +",
        "pm.training, training.retraining_done, +",
        "pm.training, training.late, -",
        "pm.training, training.missed, -",
        "pm.strategy, strategy.execution_percent, +",
        "pm.bonus_internship, internship.sent, +",
        "pm.bonus_internship, internship.accepted, +",
        "pm.bonus_ekyzmet, ekyzmet.files_complete, +",
        "pm.bonus_ekyzmet, ekyzmet.servants, -",
        "pm.competitions, competitions.observed, +",
        "pm.competitions, competitions.recorded, +",
        "pm.competitions, competitions.violations, -",
        "pm.career, career.promoted_within, +",
        "pm.career, career.promoted_total, -",
        "it.smart_cities, smart.education, +",
        "it.smart_cities, smart.ecology, +",
        "it.it_staff, it.unit_educated, +",
        "it.it_staff, it.unit_staff, -",
        "it.ict_courses, it.trained, +",
        "it.ict_courses, it.employees, -",
        "it.data_register, it.indicators_automatic, +",
        "it.data_register, it.indicators, -"
    })
    void theLawsDirectionIsKept(String indicator, String fact, String direction) {
        var random = new Random(fact.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            BodyKind kind = indicator.equals("it.smart_cities") ? BodyKind.ZHAO : BodyKind.OMO;
            var body = random(kind, random);
            String value = body.facts().get(fact);
            if (fact.equals("strategy.execution_percent")
                    && new BigDecimal(value).intValue() > 98) {
                continue;
            }
            var more = body.with(fact, new BigDecimal(value).add(BigDecimal.ONE).toPlainString());
            var before = body.assess().indicator(indicator).points();
            var after = more.assess().indicator(indicator).points();
            if (before.isPresent() && after.isPresent()) {
                if (direction.equals("+")) {
                    assertThat(after.get()).isGreaterThanOrEqualTo(before.get());
                } else {
                    assertThat(after.get()).isLessThanOrEqualTo(before.get());
                }
            }
        }
    }

    /// The facts as they are published: hours in whole seconds with 6 decimals, an average of 12
    /// months with 12; and the months themselves.
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 2_000, 50_000})
    void p40_2_roundedFactsStayOnTheSideOnWhichTheSecondsAre(int servants) {
        var random = new Random(servants);
        for (int round = 0; round < ROUNDS; round++) {
            int sum = 12 * servants + random.nextInt(12);
            String average =
                    new BigDecimal(sum)
                            .divide(BigDecimal.valueOf(12), 12, RoundingMode.HALF_UP)
                            .toPlainString();
            for (int edge : new int[] {9, 184}) {
                for (int second = -1; second <= 1; second++) {
                    long seconds = 3600L * edge * sum / 12 + second;
                    String hours = Hours.decimal(Duration.ofSeconds(seconds)).toPlainString();
                    int lost = edge == 9 ? second < 0 ? 0 : 1 : second > 0 ? 2 : 1;

                    var body =
                            ExampleBody.complete(BodyKind.OMO)
                                    .with("hours.overtime_weekday", "0")
                                    .with("hours.overtime_weekend", hours)
                                    .with("headcount.monthly", "11*0/" + sum);
                    assertThat(lost(body)).isEqualTo(lost);
                    assertThat(lost(body.with("headcount.norm_average", average))).isEqualTo(lost);
                }
            }
        }
    }

    /// What p costs by ¶40.2.
    private static int lost(ExampleBody body) {
        var without = body.by("weekend_penalty_from=none").assess().indicator("pm.labour_norm");
        var with = body.assess().indicator("pm.labour_norm");
        return without.points().orElseThrow().subtract(with.points().orElseThrow()).intValueExact();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTotalIsTheSumOfWhatStandsInIt(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var body = random(BodyKind.OMO, random).withManual("it.local_content=0");
            var it = body.by("floor_zero=false").assess().direction("it");
            BigDecimal sum = it.penalty().negate();
            for (IndicatorScore score : it.indicators()) {
                BigDecimal points = score.points().orElse(BigDecimal.ZERO);
                sum =
                        score.indicator().role() == Indicator.Role.DEDUCTION
                                ? sum.subtract(points)
                                : sum.add(points);
            }
            // Points are rounded to 6 places each, the total once.
            assertThat(it.points().subtract(sum).abs()).isLessThan(new BigDecimal("0.00001"));
        }
    }

    /// Any counts, also those where parts are greater than their whole.
    private static ExampleBody random(BodyKind kind, Random random) {
        ExampleBody body = ExampleBody.complete(kind);
        for (FactType type : Vocabulary.all()) {
            String value =
                    switch (type.shape()) {
                        case COUNT -> "" + random.nextInt(random.nextBoolean() ? 5 : 300);
                        case DECIMAL -> random.nextInt(3000) + "." + random.nextInt(100);
                        case PERCENT_OR_UNKNOWN -> random.nextInt(100) + ".5";
                        case MONTHS -> "12*" + random.nextInt(300);
                        case ANSWERS ->
                                "%d/%d/%d/%d"
                                        .formatted(
                                                random.nextInt(9),
                                                random.nextInt(9),
                                                random.nextInt(9),
                                                random.nextInt(9));
                        case PENALTIES -> random.nextInt(8) + "/" + random.nextInt(8);
                        case STRATEGY -> random.nextBoolean() ? "with_content" : "without_content";
                    };
            body = body.with(type.name(), value);
        }
        return body;
    }

    /// Any readings that keep the floor.
    private static String settings(Random random) {
        StringBuilder chosen = new StringBuilder();
        for (Setting<?> setting : Setting.all()) {
            if (!setting.equals(Setting.FLOOR_ZERO) && !setting.equals(Setting.ZERO_DENOMINATOR)) {
                var value = setting.values().get(random.nextInt(setting.values().size()));
                chosen.append(setting.id()).append('=').append(value.id()).append(' ');
            }
        }
        return chosen.toString();
    }
}
