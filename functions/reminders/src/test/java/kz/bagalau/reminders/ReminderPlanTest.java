package kz.bagalau.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.rules.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPlanTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
    private static final ReminderSettings SET = new ReminderSettings(List.of(5, 1), 1);

    /// 21 to 23 March 2026 are Nauryz; 24 and 25 March are off in place of its days at the weekend.
    @ParameterizedTest
    @CsvSource({
        // a Wednesday in an ordinary week
        "2026-04-15, 2026-04-07, ",
        "2026-04-15, 2026-04-08, BEFORE",
        "2026-04-15, 2026-04-09, ",
        "2026-04-15, 2026-04-13, ",
        "2026-04-15, 2026-04-14, BEFORE",
        "2026-04-15, 2026-04-15, ",
        "2026-04-15, 2026-04-16, ESCALATION",
        "2026-04-15, 2026-04-17, ",
        // a Saturday: one can act until the Friday before it
        "2026-04-18, 2026-04-10, BEFORE",
        "2026-04-18, 2026-04-16, BEFORE",
        "2026-04-18, 2026-04-17, ",
        "2026-04-18, 2026-04-20, ESCALATION",
        "2026-04-18, 2026-04-21, ",
        // a Sunday
        "2026-04-19, 2026-04-16, BEFORE",
        "2026-04-19, 2026-04-20, ESCALATION",
        // a Friday
        "2026-04-17, 2026-04-20, ESCALATION",
        // before and after the holidays
        "2026-03-20, 2026-03-19, BEFORE",
        "2026-03-20, 2026-03-26, ESCALATION",
        "2026-03-26, 2026-03-20, BEFORE",
        // days off have no reminders
        "2026-04-20, 2026-04-18, ",
        "2026-04-20, 2026-04-19, ",
        "2026-04-20, 2026-04-17, BEFORE"
    })
    void aTaskIsRemindedOfOnItsWorkingDays(
            LocalDate due, LocalDate day, ReminderPlan.Kind expected) {
        assertThat(ReminderPlan.of(day, SET, CALENDAR).of(due(due)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    /// Over two years: every task is reminded of once for each setting, and escalated once; and it
    /// stands between the first and the last day that are read.
    @Test
    void everyDueDayHasEachOfItsOccasionsOnce() {
        ReminderSettings set = new ReminderSettings(List.of(10, 5, 1, 0), 3);
        LocalDate first = LocalDate.of(2025, 3, 1);
        for (LocalDate due : first.datesUntil(LocalDate.of(2026, 10, 1)).toList()) {
            int before = 0;
            int escalated = 0;
            for (LocalDate day : due.minusDays(40).datesUntil(due.plusDays(40)).toList()) {
                ReminderPlan plan = ReminderPlan.of(day, set, CALENDAR);
                Optional<ReminderPlan.Kind> kind = plan.of(due(due));
                if (kind.isPresent()) {
                    assertThat(due).isBetween(plan.from(), plan.to());
                    assertThat(CALENDAR.isWorking(day)).isTrue();
                    if (kind.get() == ReminderPlan.Kind.BEFORE) {
                        assertThat(day).isBeforeOrEqualTo(due);
                        before++;
                    } else {
                        assertThat(day).isAfter(due);
                        escalated++;
                    }
                }
            }
            assertThat(before).as("before " + due).isEqualTo(4);
            assertThat(escalated).as("after " + due).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "2099-05-05", "9999-12-31"})
    void withoutACalendarNobodyIsReminded(LocalDate day) {
        assertThat(ReminderPlan.of(day, SET, CALENDAR).occasions()).isEmpty();
    }

    @Test
    void withoutADayNobodyIsReminded() {
        Task task = Stage.task("b", "k-1", Party.person("emp-1"), Optional.empty());

        assertThat(ReminderPlan.of(LocalDate.of(2026, 3, 4), SET, CALENDAR).of(task)).isEmpty();
    }

    private static Task due(LocalDate day) {
        return Stage.task("b", "k-1", Party.person("emp-1"), Optional.of(day));
    }
}
