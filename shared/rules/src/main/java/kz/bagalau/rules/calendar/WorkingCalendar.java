package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// Which days are working days, over all years that are known. Beyond them every question throws
/// [UnknownYear].
public final class WorkingCalendar {

    private final SortedMap<Integer, CalendarYear> years;

    // By the day of the year: every employee's quarter asks for some hundred days.
    private final Map<Integer, BitSet> working = new HashMap<>();

    private final Map<WorkWeek, WorkingCalendar> ofWeek = new ConcurrentHashMap<>();

    private WorkingCalendar(SortedMap<Integer, CalendarYear> years) {
        this.years = years;
        years.forEach((year, calendar) -> working.put(year, workingDays(calendar)));
    }

    private static BitSet workingDays(CalendarYear year) {
        BitSet working = new BitSet();
        Year.of(year.year())
                .atDay(1)
                .datesUntil(Year.of(year.year() + 1).atDay(1))
                .filter(year::isWorking)
                .forEach(day -> working.set(day.getDayOfYear()));
        return working;
    }

    /// The years that come with this program, for the five-day week (`years.csv`): the confirmed
    /// ones as they stand in their files, the others generated from the holiday rules as drafts.
    public static WorkingCalendar published() {
        return Published.CALENDAR;
    }

    /// This calendar with one year replaced or added.
    public WorkingCalendar with(CalendarYear year) {
        SortedMap<Integer, CalendarYear> changed = new TreeMap<>(years);
        changed.put(year.year(), year);
        return new WorkingCalendar(changed);
    }

    /// This calendar for people of another week. Its years are drafts, but for those that are of
    /// that week already.
    public WorkingCalendar inWeek(WorkWeek week) {
        return years.values().stream().allMatch(year -> year.week() == week)
                ? this
                : ofWeek.computeIfAbsent(week, this::changedTo);
    }

    private WorkingCalendar changedTo(WorkWeek week) {
        Holidays holidays = Holidays.ofKazakhstan();
        SortedMap<Integer, CalendarYear> changed = new TreeMap<>();
        years.forEach((number, year) ->
                changed.put(number, year.week() == week ? year : holidays.inWeek(year, week)));
        return new WorkingCalendar(changed);
    }

    public Optional<CalendarYear> find(int year) {
        return Optional.ofNullable(years.get(year));
    }

    public CalendarYear year(int year) {
        return find(year)
                .orElseThrow(() ->
                        new UnknownYear(
                                year,
                                "no calendar of %d: known are %s".formatted(year, years.keySet())));
    }

    public List<CalendarYear> years() {
        return List.copyOf(years.values());
    }

    public boolean isWorking(LocalDate day) {
        BitSet days = working.get(day.getYear());
        return days == null ? year(day.getYear()).isWorking(day) : days.get(day.getDayOfYear());
    }

    /// The day as its calendar names it; empty where it is what its day of the week says.
    public Optional<SpecialDay> special(LocalDate day) {
        return year(day.getYear()).special(day);
    }

    /// The working days of a period, both days included.
    public int workingDays(LocalDate from, LocalDate to) {
        return (int) working(from, to).count();
    }

    Stream<LocalDate> working(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::isWorking);
    }

    public LocalDate firstWorkingAfter(LocalDate day) {
        return firstWorkingOnOrAfter(day.plusDays(1));
    }

    public LocalDate lastWorkingBefore(LocalDate day) {
        return lastWorkingOnOrBefore(day.minusDays(1));
    }

    public LocalDate firstWorkingOnOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    public LocalDate lastWorkingOnOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorking(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /// Whether a term over these days, both included, runs into a year that nobody has confirmed
    /// (CAL.4).
    boolean provisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (find(year).filter(CalendarYear::confirmed).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    // Read at the first use: most functions never ask.
    private static final class Published {

        static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            Holidays holidays = Holidays.ofKazakhstan();
            SortedMap<Integer, CalendarYear> years = new TreeMap<>();
            for (List<String> row : Rows.of(WorkingCalendar.class, "years.csv", 3)) {
                int year = Integer.parseInt(row.get(0));
                years.put(
                        year,
                        switch (CalendarYear.Status.valueOf(row.get(1))) {
                            case CONFIRMED -> confirmed(year, row.get(2));
                            case DRAFT ->
                                    holidays.draft(year, WorkWeek.FIVE_DAYS, row.get(2), List.of());
                        });
            }
            return new WorkingCalendar(years);
        }

        private static CalendarYear confirmed(int year, String basis) {
            List<SpecialDay> days = new ArrayList<>();
            for (List<String> row : Rows.of(WorkingCalendar.class, year + ".csv", 7)) {
                days.add(
                        new SpecialDay(
                                LocalDate.parse(row.get(0)),
                                DayKind.valueOf(row.get(1)),
                                new LocalText(row.get(3), row.get(4), row.get(5)),
                                row.get(6),
                                row.get(2).equals("-")
                                        ? Optional.empty()
                                        : Optional.of(LocalDate.parse(row.get(2)))));
            }
            return new CalendarYear(
                    year, WorkWeek.FIVE_DAYS, CalendarYear.Status.CONFIRMED, basis, days);
        }
    }
}
