package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Timeline;

/// What became of a question for a deadline.
public sealed interface DueDate {

    /// The rule starts from another kind of day.
    record NotAStart(Deadline.Start expected) implements DueDate {}

    /// The count runs into a year whose working days nobody has said.
    record BeyondCalendar(int year) implements DueDate {}

    /// A day that was passed over because nobody works on it.
    ///
    /// @param special its name in the calendar; empty for an ordinary weekly day off
    record DayOff(LocalDate date, Optional<SpecialDay> special) {}

    /// The deadline, and everything that led to it.
    ///
    /// @param due the last day
    /// @param nominalDue the day that the act's words name
    /// @param safeDue the last working day on or before the nominal one, where somebody has to act;
    ///   otherwise the nominal day itself
    /// @param provisional whether the term runs into a year that is not confirmed (CAL.4)
    /// @param inForce whether the wording was in force on the event's day
    /// @param counted see [Counting.Count]
    /// @param passedOver the days off between the days that were counted, and those between
    ///   `safeDue` and `nominalDue`, in the same direction of time as `counted`
    record Found(
            Deadline rule,
            LocalDate from,
            LocalDate due,
            LocalDate nominalDue,
            LocalDate safeDue,
            boolean provisional,
            boolean inForce,
            Citation citation,
            List<Convention> conventions,
            List<LocalDate> counted,
            List<DayOff> passedOver)
            implements DueDate {

        public Found {
            conventions = List.copyOf(conventions);
            counted = List.copyOf(counted);
            passedOver = List.copyOf(passedOver);
        }

        static Found of(
                Deadline rule, LocalDate event, Counting counting, WorkingCalendar calendar) {
            Timeline.Value<Counting> wording = rule.wording(event);
            Counting.Count count = counting.from(event, calendar);
            LocalDate safe =
                    switch (rule.end()) {
                        case ACT_BY -> calendar.lastWorkingOnOrBefore(count.nominalDue());
                        case LASTS, MONTHS -> count.nominalDue();
                    };
            List<Convention> conventions = new ArrayList<>(List.of(counting.convention()));
            if (inWorkingDays(counting) && !isWorking(event, calendar)) {
                conventions.add(Convention.EVENT_AS_IT_IS);
            }
            return new Found(
                    rule,
                    event,
                    count.due(),
                    count.nominalDue(),
                    safe,
                    rule.end() != Deadline.End.MONTHS
                            && provisional(counting, event, count.due(), calendar),
                    rule.inForce(event),
                    wording.citation(),
                    conventions,
                    count.counted(),
                    passedOver(counting, event, count, safe, calendar));
        }

        private static boolean inWorkingDays(Counting counting) {
            return counting instanceof Counting.WorkingDaysAfter
                    || counting instanceof Counting.WorkingDaysBefore;
        }

        // The event's own day is not counted, so its year need not be known.
        private static boolean isWorking(LocalDate event, WorkingCalendar calendar) {
            return calendar.find(event.getYear()).map(year -> year.isWorking(event)).orElse(true);
        }

        private static boolean provisional(
                Counting counting, LocalDate event, LocalDate due, WorkingCalendar calendar) {
            return switch (counting) {
                case Counting.WorkingDaysBefore _ -> calendar.provisional(due, event.minusDays(1));
                case Counting.MonthsFrom _ -> calendar.provisional(event, due);
                case Counting.WorkingDaysAfter _,
                        Counting.CalendarDaysAfter _,
                        Counting.DayOfNextMonth _,
                        Counting.EndOfNextMonth _,
                        Counting.YearsAfter _ ->
                        calendar.provisional(event.plusDays(1), due);
            };
        }

        private static List<DayOff> passedOver(
                Counting counting,
                LocalDate event,
                Counting.Count count,
                LocalDate safe,
                WorkingCalendar calendar) {
            return switch (counting) {
                case Counting.WorkingDaysAfter _ ->
                        daysOff(event.plusDays(1), count.due(), calendar);
                case Counting.WorkingDaysBefore _ ->
                        daysOff(count.due(), event.minusDays(1), calendar).reversed();
                case Counting.CalendarDaysAfter _,
                        Counting.DayOfNextMonth _,
                        Counting.EndOfNextMonth _,
                        Counting.MonthsFrom _,
                        Counting.YearsAfter _ ->
                        daysOff(safe.plusDays(1), count.nominalDue(), calendar);
            };
        }

        private static List<DayOff> daysOff(
                LocalDate from, LocalDate to, WorkingCalendar calendar) {
            return from.datesUntil(to.plusDays(1))
                    .filter(day -> !calendar.isWorking(day))
                    .map(day -> new DayOff(day, calendar.special(day)))
                    .toList();
        }
    }
}
