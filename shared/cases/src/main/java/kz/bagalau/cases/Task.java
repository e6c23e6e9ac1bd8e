package kz.bagalau.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.rules.calendar.Convention;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// Whose turn it is with a document.
///
/// @param event what is to be done, by the flow's name
/// @param rule the code of the deadline; empty where the act names no term
/// @param body the document's
/// @param due the last day; empty where there is none, or its calendar is not known
/// @param safeDue the last working day on or before it
/// @param provisional whether the count runs into a year that nobody has confirmed
/// @param act the act that it rests on
/// @param paragraph the place in it
/// @param counted the working days of which `due` was made; empty where it was made of none, or is
///   not known
public record Task(
        Reference object,
        String event,
        Optional<String> rule,
        Party owner,
        String body,
        Optional<LocalDate> due,
        Optional<LocalDate> safeDue,
        boolean provisional,
        String act,
        String paragraph,
        Optional<Counted> counted) {

    /// Working days after an event, or before it.
    ///
    /// @param convention [Convention#WORKING_DAYS_AFTER] or [Convention#WORKING_DAYS_BEFORE]
    public record Counted(LocalDate from, Convention convention, int days) {

        /// How a day was counted; empty where no working days make it.
        static Optional<Counted> of(DueDate.Found found) {
            return Stream.of(Convention.WORKING_DAYS_AFTER, Convention.WORKING_DAYS_BEFORE)
                    .filter(found.conventions()::contains)
                    .filter(_ -> !found.counted().isEmpty())
                    .map(convention ->
                            new Counted(found.from(), convention, found.counted().size()))
                    .findFirst();
        }

        private Counting counting() {
            return convention == Convention.WORKING_DAYS_BEFORE
                    ? new Counting.WorkingDaysBefore(days)
                    : new Counting.WorkingDaysAfter(days);
        }
    }

    /// A task whose day, if it has one, no working days make.
    public Task(
            Reference object,
            String event,
            Optional<String> rule,
            Party owner,
            String body,
            Optional<LocalDate> due,
            Optional<LocalDate> safeDue,
            boolean provisional,
            String act,
            String paragraph) {
        this(
                object,
                event,
                rule,
                owner,
                body,
                due,
                safeDue,
                provisional,
                act,
                paragraph,
                Optional.empty());
    }

    // DOUBT: nothing says what becomes of a term that runs while the calendar is corrected, read as
    // counted again while the task is open (CAL.4), because it ends on working days that were.
    /// The same task by the calendar as it stands now: what is open moves with it.
    public Task by(WorkingCalendar calendar) {
        return rule.flatMap(Deadline::named)
                .flatMap(deadline ->
                        counted.map(
                                known -> deadline.due(known.from(), known.counting(), calendar)))
                .map(due ->
                        due instanceof DueDate.Found found
                                ? with(
                                        Optional.of(found.due()),
                                        Optional.of(found.safeDue()),
                                        found.provisional())
                                : this)
                .orElse(this);
    }

    /// Whether the day has passed; never where there is none.
    public boolean late(LocalDate today) {
        return due.filter(today::isAfter).isPresent();
    }

    /// The same task, once the calendar of its year is confirmed or no longer is.
    public Task provisional(boolean isProvisional) {
        return with(due, safeDue, isProvisional);
    }

    private Task with(Optional<LocalDate> day, Optional<LocalDate> safeDay, boolean isProvisional) {
        return new Task(
                object,
                event,
                rule,
                owner,
                body,
                day,
                safeDay,
                isProvisional,
                act,
                paragraph,
                counted);
    }
}
