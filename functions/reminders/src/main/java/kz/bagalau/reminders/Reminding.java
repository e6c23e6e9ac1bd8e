package kz.bagalau.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Substitutes;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.TaskNotices;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// The reminders of one body. Only the tasks are read whose day stands between the first and the
/// last that the day's reminders are about, or may since have moved there.
final class Reminding {

    /// So many days on which nothing ran are made up for.
    private static final int MADE_UP = 14;

    /// A corrected calendar has moved a term by so many days at most since it was counted.
    private static final int MOVED = 21;

    private final Cases cases;
    private final BodyReminders settings;
    private final RemindedDays days;
    private final TaskNotices notices;
    private final Substitutes substitutes;

    Reminding(
            Cases cases,
            BodyReminders settings,
            RemindedDays days,
            TaskNotices notices,
            Substitutes substitutes) {
        this.cases = cases;
        this.settings = settings;
        this.days = days;
        this.notices = notices;
        this.substitutes = substitutes;
    }

    /// Stores the reminders of a day, and of the days before it that were left out. Of one task it
    /// stores one at most, the latest.
    ///
    /// @return how many were stored now
    int remind(String body, LocalDate today, WorkingCalendar calendar) {
        ReminderSettings set = settings.find(body).value();
        LocalDate first =
                days.last(body)
                        .filter(last -> last.isBefore(today))
                        .map(last -> later(last.plusDays(1), today.minusDays(MADE_UP)))
                        .orElse(today);
        List<ReminderPlan> plans =
                first.datesUntil(today.plusDays(1))
                        .map(day -> ReminderPlan.of(day, set, calendar))
                        .filter(plan -> !plan.occasions().isEmpty())
                        .toList();
        int stored =
                plans.isEmpty()
                        ? 0
                        : remind(body, plans.reversed(), substitutes.of(body, today), calendar);
        days.done(body, today);
        return stored;
    }

    /// @param plans of which the latest is the first
    private int remind(
            String body,
            List<ReminderPlan> plans,
            Substitutes.OfBody acting,
            WorkingCalendar calendar) {
        LocalDate from =
                plans.stream().map(ReminderPlan::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = plans.stream().map(ReminderPlan::to).max(LocalDate::compareTo).orElseThrow();
        int stored = 0;
        Optional<Paging> paging = Optional.of(Paging.first(Paging.MAX));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<Task> page =
                    cases.tasksOf(body, from.minusDays(MOVED), to.plusDays(MOVED), asked)
                            .orElseThrow();
            for (Task task : page.items()) {
                if (remind(task, task.by(calendar), plans, acting)) {
                    stored++;
                }
            }
            paging = page.next().map(asked::after);
        }
        return stored;
    }

    /// @param stored the task as it was opened, by which it is found
    /// @param task the same by the calendar as it stands now
    /// @return whether a reminder was stored now
    private boolean remind(
            Task stored, Task task, List<ReminderPlan> plans, Substitutes.OfBody acting) {
        if (task.owner().equals(Party.SYSTEM)) {
            return false;
        }
        for (ReminderPlan plan : plans) {
            Optional<ReminderPlan.Kind> kind = plan.of(task);
            if (kind.isPresent()) {
                Party to = acting.actingFor(addressee(kind.get(), task));
                return notices.store(
                        stored, kind.get() + "#" + plan.day(), Reminder.of(kind.get(), task, to));
            }
        }
        return false;
    }

    private static Party addressee(ReminderPlan.Kind kind, Task task) {
        return switch (kind) {
            case BEFORE -> task.owner();
            case ESCALATION -> {
                Party hr = Party.office(Role.HR, task.body());
                yield task.owner().equals(hr) ? Party.office(Role.HEAD, task.body()) : hr;
            }
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
