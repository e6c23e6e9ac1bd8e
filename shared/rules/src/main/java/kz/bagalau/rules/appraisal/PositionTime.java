package kz.bagalau.rules.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.staff.Absence;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Span;

/// Somebody's time in one position inside a period, as the days on which they were there.
///
/// @param stretches in order, none touching the next
/// @param absences of the person, also outside the stretches
public record PositionTime(List<Stretch> stretches, List<Absence> absences, WorkWeek week) {

    /// Days in a row, both included.
    public record Stretch(LocalDate from, LocalDate to) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public PositionTime {
        stretches = List.copyOf(stretches);
        absences = List.copyOf(absences);
    }

    /// In a position at home: the appointment inside the period, without the days seconded
    /// elsewhere.
    // DOUBT: ¶5 does not say how a secondment inside the quarter is measured at home (G-48), read
    // as time that is not spent in the position, because the receiving body assesses it (¶3).
    // DOUBT: "in the assessed period" is read as only that part of the time in the position (G-29),
    // because the act counts what lies in the period.
    public static PositionTime atHome(
            Employee person, Appointment appointment, AssessedPeriod period) {
        List<Stretch> left = new ArrayList<>();
        within(appointment.span(), period).ifPresent(left::add);
        for (Secondment secondment : person.secondments()) {
            left = left.stream().flatMap(s -> without(s, secondment.span()).stream()).toList();
        }
        return new PositionTime(left, person.absences(), person.week());
    }

    /// In the receiving body: the seconded days inside the period on which the person had a
    /// position at home.
    ///
    /// @param sent the secondments of one person to one body
    public static PositionTime inReceivingBody(List<SecondedIn> sent, AssessedPeriod period) {
        Employee person = sent.getFirst().person();
        List<Stretch> found =
                sent.stream()
                        .flatMap(in ->
                                person.appointments().stream()
                                        .flatMap(held ->
                                                held
                                                        .span()
                                                        .common(in.secondment().span())
                                                        .stream()))
                        .flatMap(span -> within(span, period).stream())
                        .toList();
        return new PositionTime(joined(found), person.absences(), person.week());
    }

    /// Empty where nothing of the time lies in the period.
    public Optional<LocalDate> lastDay() {
        return stretches.stream().map(Stretch::to).max(Comparator.naturalOrder());
    }

    private static Optional<Stretch> within(Span span, AssessedPeriod period) {
        return span.common(Span.of(period.from(), period.to()))
                .map(common -> new Stretch(common.from(), common.to().orElse(period.to())));
    }

    private static List<Stretch> without(Stretch stretch, Span taken) {
        List<Stretch> left = new ArrayList<>();
        if (!taken.overlaps(Span.of(stretch.from(), stretch.to()))) {
            return List.of(stretch);
        }
        if (taken.from().isAfter(stretch.from())) {
            left.add(new Stretch(stretch.from(), taken.from().minusDays(1)));
        }
        taken.to()
                .filter(last -> last.isBefore(stretch.to()))
                .ifPresent(last -> left.add(new Stretch(last.plusDays(1), stretch.to())));
        return left;
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        stretches.stream()
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(next -> {
                    boolean touches =
                            !joined.isEmpty()
                                    && !next.from().isAfter(joined.getLast().to().plusDays(1));
                    if (!touches) {
                        joined.add(next);
                    } else if (next.to().isAfter(joined.getLast().to())) {
                        joined.set(
                                joined.size() - 1, new Stretch(joined.getLast().from(), next.to()));
                    }
                });
        return joined;
    }
}
