package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.bagalau.rules.calendar.CalendarYear;

/// The overtime of a body in one month: what it sends monthly under ¶40.1.
///
/// @param byUnit man-hours of the people who count, by unit
/// @param listing each person's days with overtime, by unit, person and date, for the body to check
/// @param unpaired passages without a partner, by person
/// @param withoutSchedule people who count, came on working days and have no working time
/// @param duplicates passages that only repeat another
/// @param uncounted people outside the scope of ¶40.1
/// @param deviations of those under acts of flexible time, by person and date
/// @param firstEntry the middle one of the first entries of people's working days, of nobody in
///   particular; empty where there is none
public record MonthOvertime(
        YearMonth month,
        SortedMap<String, Hours> byUnit,
        List<Row> listing,
        SortedMap<String, List<Pairing.Unpaired>> unpaired,
        List<String> withoutSchedule,
        int duplicates,
        int uncounted,
        List<Deviation> deviations,
        Optional<LocalTime> firstEntry) {

    /// One day of one person.
    public record Row(String unit, Person who, Overtime.Day day) {

        public String person() {
            return who.id();
        }
    }

    /// The first moment of the month's presence: until then the last night of the month before goes
    /// on.
    public static LocalDateTime begin(YearMonth month) {
        return month.atDay(1).atTime(Shifts.DAY_BREAK);
    }

    /// The first moment that belongs to the next month.
    public static LocalDateTime end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    /// Whether a passage outside the month may still be the other end of a stay in it, and so can
    /// stand among its passages.
    public static boolean neighbours(YearMonth month, LocalDateTime passage) {
        return !passage.isBefore(begin(month).minus(Pairing.LONGEST))
                && passage.isBefore(end(month).plus(Pairing.LONGEST));
    }

    /// What the hours of a month owe to its year's calendar: `w` for a working day and `-` for one
    /// off, from the first of the month to the first of the next, on which its last night ends.
    /// December has its own 31 days: 1 January stands in another year's calendar, and is a holiday
    /// in each.
    public static String days(YearMonth month, CalendarYear calendar) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(2))
                .filter(day -> day.getYear() == month.getYear())
                .map(day -> calendar.isWorking(day) ? "w" : "-")
                .collect(Collectors.joining());
    }

    // DOUBT: ¶40.1 says "monthly" and not to which month a night over its end belongs, read as the
    // one in which the stay began, because a working day is one wherever midnight falls.
    /// Counts a month.
    ///
    /// @param passages by person, in the order of the file. A stay is counted in the month in which
    ///   it began: those that [#neighbours] the month are only the other ends of its stays
    /// @param acts by person
    /// @param calendar of the month's year
    public static MonthOvertime of(
            YearMonth month,
            List<Person> people,
            Map<String, List<Passage>> passages,
            Schedule schedule,
            Map<String, List<EmployersAct>> acts,
            CalendarYear calendar) {
        Predicate<LocalDate> working = working(month, calendar);
        SortedMap<String, Hours> byUnit = new TreeMap<>();
        List<Row> listing = new ArrayList<>();
        SortedMap<String, List<Pairing.Unpaired>> unpaired = new TreeMap<>();
        List<String> withoutSchedule = new ArrayList<>();
        int duplicates = 0;
        int uncounted = 0;
        List<Deviation> deviations = new ArrayList<>();
        List<LocalTime> entries = new ArrayList<>();
        for (Person person : people) {
            Shifts shifts = new Shifts(working, day -> schedule.of(person, day));
            if (!person.scope().counts() && !schedule.actsFor(person.employee())) {
                uncounted++;
                continue;
            }
            Pairing pairing =
                    Pairing.of(passages.getOrDefault(person.id(), List.of()), shifts)
                            .begunWithin(begin(month), end(month));
            deviations.addAll(Deviation.of(person, pairing, schedule, shifts));
            if (!person.scope().counts()) {
                uncounted++;
                continue;
            }
            entries.addAll(firstEntries(pairing, shifts));
            byUnit.putIfAbsent(person.unit(), Hours.NONE);
            duplicates += pairing.duplicates();
            if (!pairing.unpaired().isEmpty()) {
                unpaired.put(person.id(), pairing.unpaired());
            }
            if (!scheduled(person, pairing, schedule, working)) {
                withoutSchedule.add(person.id());
                continue;
            }
            for (Overtime.Day day :
                    new Overtime(shifts)
                            .of(pairing.presences(), acts.getOrDefault(person.id(), List.of()))) {
                listing.add(new Row(person.unit(), person, day));
                byUnit.merge(person.unit(), Hours.of(day), Hours::plus);
            }
        }
        listing.sort(
                Comparator.comparing(Row::unit)
                        .thenComparing(Row::person)
                        .thenComparing(row -> row.day().date()));
        return new MonthOvertime(
                month,
                byUnit,
                listing,
                unpaired,
                withoutSchedule,
                duplicates,
                uncounted,
                deviations,
                middle(entries));
    }

    private static Collection<LocalTime> firstEntries(Pairing pairing, Shifts shifts) {
        Map<LocalDate, LocalTime> first = new TreeMap<>();
        pairing.presences().stream()
                .filter(Presence::entered)
                .filter(presence -> shifts.working(shifts.dayOf(presence.from())))
                .forEach(presence ->
                        first.putIfAbsent(
                                shifts.dayOf(presence.from()), presence.from().toLocalTime()));
        return first.values();
    }

    private static Optional<LocalTime> middle(List<LocalTime> times) {
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(times.stream().sorted().toList().get((times.size() - 1) / 2));
    }

    /// Whether the clock of a month seems to lie an hour off that of another: people do not come an
    /// hour earlier or later all at once.
    public static boolean anHourOff(LocalTime firstEntry, LocalTime other) {
        long minutes = Duration.between(firstEntry, other).abs().toMinutes();
        return minutes >= 45 && minutes <= 75;
    }

    /// As [#days] gives them: the small hours in which December's last night ends are those of a
    /// holiday, also while nobody has said which days of that year are working days. 31 December of
    /// the year before, whose shift may end in January, is what its day of the week says.
    private static Predicate<LocalDate> working(YearMonth month, CalendarYear calendar) {
        return day -> day.getYear() <= month.getYear() && calendar.isWorking(day);
    }

    private static boolean scheduled(
            Person person, Pairing pairing, Schedule schedule, Predicate<LocalDate> working) {
        for (Presence presence : pairing.presences()) {
            LocalDate last = presence.to().toLocalDate();
            for (LocalDate day = presence.from().toLocalDate();
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                if (working.test(day) && schedule.of(person, day).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The man-hours of the whole body.
    public Hours total() {
        return byUnit.values().stream().reduce(Hours.NONE, Hours::plus);
    }
}
