package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The calendar of one year: every day that is not what its day of the week says.
///
/// @param basis what a confirmed year rests on, or how a draft came about
/// @param days by date
public record CalendarYear(
        int year, WorkWeek week, Status status, String basis, List<SpecialDay> days) {

    public enum Status {
        /// Generated or entered, and confirmed by nobody: deadlines that run into it are
        /// provisional.
        DRAFT,
        CONFIRMED
    }

    /// @param index of the day in the list, from 0
    public record Mistake(int index, CalendarMistake what) {}

    /// Throws where the days have mistakes; whoever takes them from a person asks [#mistakes]
    /// first.
    public CalendarYear {
        List<Mistake> mistakes = mistakes(year, week, days);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(year + ": " + mistakes);
        }
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
    }

    /// All that is wrong with these days as the calendar of a year.
    public static List<Mistake> mistakes(int year, WorkWeek week, List<SpecialDay> days) {
        List<Mistake> mistakes = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            SpecialDay day = days.get(i);
            if (day.date().getYear() != year) {
                mistakes.add(new Mistake(i, CalendarMistake.OUTSIDE_YEAR));
            }
            if (!seen.add(day.date())) {
                mistakes.add(new Mistake(i, CalendarMistake.DAY_TWICE));
            }
            boolean rests = week.rests(day.date());
            switch (day.kind()) {
                case SUBSTITUTE, SWAP_OFF -> {
                    if (rests) {
                        mistakes.add(new Mistake(i, CalendarMistake.ALREADY_OFF));
                    }
                }
                case SWAP_WORK -> {
                    if (!rests) {
                        mistakes.add(new Mistake(i, CalendarMistake.ALREADY_WORKING));
                    }
                }
                case HOLIDAY, DAY_OFF -> {}
            }
            if (!substitutesRightly(day, week, days)) {
                mistakes.add(new Mistake(i, CalendarMistake.NOTHING_TO_SUBSTITUTE));
            }
        }
        return mistakes;
    }

    private static boolean substitutesRightly(
            SpecialDay day, WorkWeek week, List<SpecialDay> days) {
        if (day.substitutesFor().isEmpty()) {
            return true;
        }
        LocalDate replaced = day.substitutesFor().get();
        return day.kind() == DayKind.SUBSTITUTE
                && replaced.isBefore(day.date())
                && week.rests(replaced)
                && days.stream()
                        .anyMatch(other ->
                                other.kind() == DayKind.HOLIDAY && other.date().equals(replaced));
    }

    public boolean confirmed() {
        return status == Status.CONFIRMED;
    }

    /// The day as the calendar names it; empty where it is what its day of the week says.
    public Optional<SpecialDay> special(LocalDate day) {
        return days.stream().filter(special -> special.date().equals(day)).findAny();
    }

    public boolean isWorking(LocalDate day) {
        return special(day).map(special -> special.kind().works()).orElse(!week.rests(day));
    }

    public int workingDays() {
        return workingDays(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public int workingDays(Month month) {
        return workingDays(
                LocalDate.of(year, month, 1),
                LocalDate.of(year, month, month.length(Year.isLeap(year))));
    }

    private int workingDays(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.plusDays(1)).filter(this::isWorking).count();
    }
}
