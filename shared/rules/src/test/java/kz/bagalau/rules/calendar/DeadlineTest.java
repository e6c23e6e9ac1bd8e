package kz.bagalau.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kz.bagalau.rules.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private final WorkingCalendar calendar = WorkingCalendar.published();

    @ParameterizedTest(name = "{0} {1} from {2}: {4} ({7})")
    @CsvFileSource(
            resources = "deadline-examples.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void workedExamples(
            String example,
            String rule,
            LocalDate from,
            LocalDate nominalDue,
            LocalDate due,
            LocalDate safeDue,
            boolean provisional,
            String counted) {
        var found = found(Deadline.named(rule).orElseThrow(), from);

        assertThat(found.nominalDue()).as(example + ": " + counted).isEqualTo(nominalDue);
        assertThat(found.due()).isEqualTo(due);
        assertThat(found.safeDue()).isEqualTo(safeDue);
        assertThat(found.provisional()).isEqualTo(provisional);
    }

    @Test
    void p69_theAnswerIsExplainedDayByDay() {
        // E73: decided on Wednesday 29 April 2026
        var found = found(Deadline.KPI_APPEAL, LocalDate.of(2026, 4, 29));

        assertThat(found.counted())
                .hasSize(10)
                .startsWith(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 5, 4))
                .endsWith(LocalDate.of(2026, 5, 15), LocalDate.of(2026, 5, 18));
        assertThat(found.passedOver())
                .extracting(day -> day.date().getDayOfMonth())
                .containsExactly(1, 2, 3, 7, 9, 10, 11, 16, 17);
        assertThat(found.passedOver().getFirst().special().orElseThrow().name().ru())
                .isEqualTo("Праздник единства народа Казахстана");
        assertThat(found.passedOver().get(1).special()).isEmpty(); // an ordinary Saturday
        assertThat(found.conventions()).containsExactly(Convention.WORKING_DAYS_AFTER);
        assertThat(found.citation().paragraph()).isEqualTo("¶69");
    }

    @Test
    void p56_countingBackPassesOverDaysBackwards() {
        var found = found(Deadline.KPI_NOTIFY_ASSESSORS, LocalDate.of(2026, 5, 12));

        assertThat(found.passedOver())
                .extracting(day -> day.date().getDayOfMonth())
                .containsExactly(11, 10, 9, 7);
    }

    @Test
    void p4_theDaysOffBetweenTheSafeAndTheNamedDayAreTold() {
        var found = found(Deadline.APPRAISAL_QUARTER, LocalDate.of(2025, 3, 31)); // E01

        assertThat(found.counted()).isEmpty();
        assertThat(found.passedOver())
                .extracting(day -> day.date().getDayOfMonth())
                .containsExactly(19, 20);
        assertThat(found.conventions()).containsExactly(Convention.FIXED_DATE);
    }

    @Test
    void p10_aResultReceivedOnASaturdayIsC7() {
        var found = found(Deadline.CALIBRATION_APPLY, LocalDate.of(2026, 1, 17));

        assertThat(found.conventions())
                .containsExactly(Convention.WORKING_DAYS_AFTER, Convention.EVENT_AS_IT_IS);
        assertThat(found.due()).isEqualTo(LocalDate.of(2026, 1, 23));
    }

    @Test
    void theYearOfTheEventNeedNotBeKnown() {
        // A Sunday of a year that has no calendar; the term itself lies in 2024.
        var found = found(Deadline.CALIBRATION_APPLY, LocalDate.of(2023, 12, 31));

        assertThat(found.conventions()).containsExactly(Convention.WORKING_DAYS_AFTER);
        assertThat(found.counted()).hasSize(5).allMatch(day -> day.getYear() == 2024);
    }

    @Test
    void aTermThatRunsIntoADraftYearIsProvisional_andOneThatOnlyStartsInItIsNot() {
        assertThat(found(Deadline.KPI_SET, LocalDate.of(2026, 12, 17)).provisional()).isFalse();
        assertThat(found(Deadline.KPI_SET, LocalDate.of(2026, 12, 18)).provisional()).isTrue();
        assertThat(found(Deadline.KPI_SET, LocalDate.of(2024, 12, 31)).provisional()).isFalse();
        assertThat(found(Deadline.KPI_SET, LocalDate.of(2024, 12, 30)).provisional()).isTrue();
    }

    @Test
    void aDraftThatIsConfirmedMakesItsDeadlinesFirm() {
        CalendarYear draft = calendar.year(2027);
        var confirmed =
                calendar.with(
                        new CalendarYear(
                                2027,
                                draft.week(),
                                CalendarYear.Status.CONFIRMED,
                                "an act",
                                draft.days()));

        var due = Deadline.APPRAISAL_YEAR.due(LocalDate.of(2026, 12, 31), confirmed);

        assertThat(((DueDate.Found) due).provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "APPRAISAL_QUARTER, 2025-03-30, QUARTER_END",
        "APPRAISAL_QUARTER, 2025-04-30, QUARTER_END",
        "APPRAISAL_INFORM_DISMISSED, 2025-10-01, QUARTER_END",
        "APPRAISAL_YEAR, 2025-12-30, YEAR_END",
        "APPRAISAL_YEAR, 2025-09-30, YEAR_END"
    })
    void p4_p9_takeTheLastDayOfTheQuarterOrYearOnly(
            Deadline rule, LocalDate from, Deadline.Start expected) {
        assertThat(rule.due(from, calendar)).isEqualTo(new DueDate.NotAStart(expected));
    }

    @Test
    void aTermThatRunsBeyondTheCalendarHasNoAnswer() {
        assertThat(Deadline.KPI_SET.due(LocalDate.of(2027, 12, 20), calendar))
                .isEqualTo(new DueDate.BeyondCalendar(2028));
        assertThat(Deadline.KPI_SET.due(LocalDate.of(2023, 5, 1), calendar))
                .isEqualTo(new DueDate.BeyondCalendar(2023));
        assertThat(Deadline.APPRAISAL_YEAR.due(LocalDate.of(2027, 12, 31), calendar))
                .isEqualTo(new DueDate.BeyondCalendar(2028));
    }

    @ParameterizedTest
    @EnumSource
    void theWordingIsInForceFromItsDayUntilItsEnd_theDayBeforeOnAndAfter(Deadline rule) {
        for (Timeline.Entry<Counting> entry : rule.law().entries()) {
            LocalDate day = entry.from();
            boolean value = entry instanceof Timeline.Value<Counting>;
            boolean first = entry.equals(rule.law().entries().getFirst());

            assertThat(rule.inForce(day.minusDays(1))).isEqualTo(!first);
            assertThat(rule.inForce(day)).isEqualTo(value);
            assertThat(rule.inForce(day.plusDays(1))).isEqualTo(value);
            if (value) {
                assertThat(rule.wording(day)).isEqualTo(entry);
                assertThat(rule.wording(day)).isEqualTo(rule.law().on(day));
            }
        }
    }

    @Test
    void chapter6LapsesAfter31August2023_whileItsLastWordingStillCounts() {
        var last = LocalDate.of(2023, 8, 31); // Thursday

        assertThat(Deadline.KPI_SET.inForce(last)).isTrue();
        assertThat(Deadline.KPI_SET.inForce(last.plusDays(1))).isFalse();
        assertThat(Deadline.KPI_SET.wording(last.plusDays(1)).citation().paragraph())
                .isEqualTo("¶43");
        assertThat(found(Deadline.KPI_SET, LocalDate.of(2025, 5, 5)).inForce()).isFalse();
    }

    @Test
    void p11_outlivesChapter6() {
        assertThat(Deadline.KPI_INFORM.wording(LocalDate.of(2023, 8, 31)).citation().paragraph())
                .isEqualTo("¶67, ¶11");
        assertThat(Deadline.KPI_INFORM.wording(LocalDate.of(2023, 9, 1)).citation().paragraph())
                .isEqualTo("¶11");
        assertThat(found(Deadline.KPI_INFORM, LocalDate.of(2026, 5, 6)).inForce()).isTrue();
    }

    @Test
    void anEventBeforeItsActIsCountedByTheFirstWording_andSaidNotToBeInForce() {
        var found = found(Deadline.CALIBRATION_DECIDE, LocalDate.of(2025, 5, 14)); // E43

        assertThat(found.inForce()).isFalse();
        assertThat(found.citation().act()).isEqualTo("Mangystau region akimat No. 245");
        assertThat(found(Deadline.CALIBRATION_DECIDE, LocalDate.of(2026, 5, 14)).inForce())
                .isTrue();
    }

    @Test
    void theRulesOfTheApiAreAllThere_eachWithItsNameInThreeLanguages() {
        assertThat(Stream.of(Deadline.values()).map(Deadline::code))
                .doesNotHaveDuplicates()
                .contains(
                        "kpi.set",
                        "kpi.resubmit",
                        "kpi.to-commission",
                        "kpi.inform",
                        "kpi.notify-assessors",
                        "kpi.appeal",
                        "appraisal.quarter",
                        "appraisal.year",
                        "appraisal.inform-dismissed",
                        "calibration.apply",
                        "calibration.decide",
                        "calibration.hold",
                        "calibration.upload",
                        "flexible.review",
                        "flexible.period",
                        "records.keep");
        assertThat(Deadline.values())
                .allSatisfy(rule -> {
                    assertThat(Deadline.named(rule.code())).contains(rule);
                    assertThat(rule.text().kk()).isNotBlank();
                    assertThat(rule.text().ru()).isNotBlank();
                    assertThat(rule.text().en()).isNotBlank();
                });
        assertThat(Deadline.named("kpi.nothing")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void inEveryAnswerTheSafeDayWorks_andDaysCountedAndPassedOverAreDifferent(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var day = LocalDate.of(2024, 3, 1).plusDays(random.nextInt(1_000));
            for (Deadline rule : Deadline.values()) {
                if (!(rule.due(day, calendar) instanceof DueDate.Found found)) {
                    continue;
                }
                assertThat(found.safeDue()).isBeforeOrEqualTo(found.nominalDue());
                if (rule.end() == Deadline.End.ACT_BY) {
                    assertThat(calendar.isWorking(found.safeDue())).isTrue();
                }
                if (!found.counted().isEmpty()) {
                    assertThat(found.counted()).endsWith(found.nominalDue());
                }
                switch (rule.wording(day).value()) {
                    case Counting.WorkingDaysAfter _, Counting.WorkingDaysBefore _ -> {
                        assertThat(found.safeDue()).isEqualTo(found.due());
                        assertThat(found.passedOver())
                                .extracting(DueDate.DayOff::date)
                                .doesNotContainAnyElementsOf(found.counted());
                        assertThat(
                                        Stream.concat(
                                                        found.counted().stream(),
                                                        found.passedOver().stream()
                                                                .map(DueDate.DayOff::date))
                                                .count())
                                .isEqualTo(Math.abs(found.due().toEpochDay() - day.toEpochDay()));
                    }
                    default -> assertThat(found.due()).isAfterOrEqualTo(day);
                }
            }
        }
    }

    private DueDate.Found found(Deadline rule, LocalDate from) {
        return switch (rule.due(from, calendar)) {
            case DueDate.Found found -> found;
            case DueDate.NotAStart other -> throw new AssertionError(other);
            case DueDate.BeyondCalendar other -> throw new AssertionError(other);
        };
    }
}
