package kz.bagalau.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Task;
import kz.bagalau.rules.calendar.UnknownYear;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The tasks that one day's reminders are about, by the days on which they are due. A reminder of N
/// days stands on the N-th working day before the last working day on or before the due day: the
/// last day on which one can act. An escalation of M days stands on the M-th working day after the
/// due day.
///
/// @param day a working day
/// @param occasions which do not overlap
record ReminderPlan(LocalDate day, List<Occasion> occasions) {

    enum Kind {
        BEFORE,
        ESCALATION
    }

    /// @param from the first due day of these tasks
    /// @param to the last one
    record Occasion(Kind kind, LocalDate from, LocalDate to) {

        boolean isOf(Task task) {
            return task.due().filter(due -> !due.isBefore(from) && !due.isAfter(to)).isPresent();
        }
    }

    ReminderPlan {
        occasions = List.copyOf(occasions);
    }

    /// Without occasions on a day off, and where the calendar of a year is not known.
    static ReminderPlan of(LocalDate day, ReminderSettings settings, WorkingCalendar calendar) {
        List<Occasion> occasions = new ArrayList<>();
        if (isWorking(day, calendar)) {
            settings.before()
                    .forEach(days -> before(day, days, calendar).ifPresent(occasions::add));
            escalation(day, settings.escalate(), calendar).ifPresent(occasions::add);
        }
        return new ReminderPlan(day, occasions);
    }

    /// The first due day of all occasions, of which there is one at least.
    LocalDate from() {
        return occasions.stream().map(Occasion::from).min(LocalDate::compareTo).orElseThrow();
    }

    /// The last one.
    LocalDate to() {
        return occasions.stream().map(Occasion::to).max(LocalDate::compareTo).orElseThrow();
    }

    Optional<Kind> of(Task task) {
        return occasions.stream()
                .filter(occasion -> occasion.isOf(task))
                .map(Occasion::kind)
                .findFirst();
    }

    private static Optional<Occasion> before(LocalDate day, int days, WorkingCalendar calendar) {
        try {
            LocalDate last = day;
            for (int i = 0; i < days; i++) {
                last = calendar.firstWorkingAfter(last);
            }
            return Optional.of(
                    new Occasion(Kind.BEFORE, last, calendar.firstWorkingAfter(last).minusDays(1)));
        } catch (UnknownYear e) {
            return Optional.empty();
        }
    }

    private static Optional<Occasion> escalation(
            LocalDate day, int days, WorkingCalendar calendar) {
        try {
            LocalDate first = day;
            LocalDate after = day;
            for (int i = 0; i < days; i++) {
                after = first;
                first = calendar.lastWorkingBefore(first);
            }
            return Optional.of(new Occasion(Kind.ESCALATION, first, after.minusDays(1)));
        } catch (UnknownYear e) {
            return Optional.empty();
        }
    }

    private static boolean isWorking(LocalDate day, WorkingCalendar calendar) {
        return calendar.find(day.getYear()).filter(year -> year.isWorking(day)).isPresent();
    }
}
