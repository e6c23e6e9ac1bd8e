package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How the end of a term is found from the day of its event.
public sealed interface Counting {

    Convention convention();

    Count from(LocalDate event, WorkingCalendar calendar);

    /// @param nominalDue the day the act's words name
    /// @param due the same, or the day it is moved to where a policy moves it
    /// @param counted what was counted, in the order of counting: the working days, the calendar
    ///   days, or the last day of each month; empty for a date that is named and not counted
    record Count(LocalDate nominalDue, LocalDate due, List<LocalDate> counted) {

        public Count {
            counted = List.copyOf(counted);
        }

        private static Count endingWith(List<LocalDate> counted) {
            return new Count(counted.getLast(), counted.getLast(), counted);
        }
    }

    /// C1: Friday 16 January 2026 and five working days give the 19th, 20th, 21st, 22nd and Friday
    /// the 23rd.
    record WorkingDaysAfter(int days) implements Counting {

        public WorkingDaysAfter {
            atLeastOne(days);
        }

        @Override
        public Convention convention() {
            return Convention.WORKING_DAYS_AFTER;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            List<LocalDate> counted = new ArrayList<>();
            LocalDate day = event;
            while (counted.size() < days) {
                day = calendar.firstWorkingAfter(day);
                counted.add(day);
            }
            return Count.endingWith(counted);
        }
    }

    /// C2: three working days before Tuesday 12 May 2026 are Friday the 8th, Wednesday the 6th and
    /// Tuesday the 5th (the 7th and the 11th are off).
    record WorkingDaysBefore(int days) implements Counting {

        public WorkingDaysBefore {
            atLeastOne(days);
        }

        @Override
        public Convention convention() {
            return Convention.WORKING_DAYS_BEFORE;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            List<LocalDate> counted = new ArrayList<>();
            LocalDate day = event;
            while (counted.size() < days) {
                day = calendar.lastWorkingBefore(day);
                counted.add(day);
            }
            return Count.endingWith(counted);
        }
    }

    /// C3: ten calendar days after 1 June are the 2nd to the 11th.
    record CalendarDaysAfter(int days, Roll roll) implements Counting {

        public CalendarDaysAfter {
            atLeastOne(days);
        }

        @Override
        public Convention convention() {
            return Convention.CALENDAR_DAYS;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            LocalDate last = event.plusDays(days);
            return new Count(
                    last,
                    roll.applied(last, calendar),
                    event.plusDays(1).datesUntil(last.plusDays(1)).toList());
        }
    }

    /// C4: a day of the month after the event, such as the 20th after a quarter's last day.
    record DayOfNextMonth(int day, Roll roll) implements Counting {

        @Override
        public Convention convention() {
            return Convention.FIXED_DATE;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            LocalDate date = YearMonth.from(event).plusMonths(1).atDay(day);
            return new Count(date, roll.applied(date, calendar), List.of());
        }
    }

    /// C4: the last day of the month after the event.
    record EndOfNextMonth(Roll roll) implements Counting {

        @Override
        public Convention convention() {
            return Convention.FIXED_DATE;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            LocalDate date = YearMonth.from(event).plusMonths(1).atEndOfMonth();
            return new Count(date, roll.applied(date, calendar), List.of());
        }
    }

    /// C5: six months from 15 January 2026 end on 14 July; six months from 31 August 2025 end on 28
    /// February 2026, because February has no 31st.
    record MonthsFrom(int months) implements Counting {

        public MonthsFrom {
            atLeastOne(months);
        }

        @Override
        public Convention convention() {
            return Convention.MONTHS;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            return Count.endingWith(
                    IntStream.rangeClosed(1, months).mapToObj(n -> lastDay(event, n)).toList());
        }

        private static LocalDate lastDay(LocalDate start, int months) {
            YearMonth month = YearMonth.from(start).plusMonths(months);
            return month.isValidDay(start.getDayOfMonth())
                    ? month.atDay(start.getDayOfMonth()).minusDays(1)
                    : month.atEndOfMonth();
        }
    }

    /// Years from the completion of something: C5 from the day after it, so that three years from
    /// 20 January 2026 end on 20 January 2029 (E103).
    record YearsAfter(int years) implements Counting {

        private static final int MONTHS_OF_A_YEAR = 12;

        public YearsAfter {
            atLeastOne(years);
        }

        @Override
        public Convention convention() {
            return Convention.MONTHS;
        }

        @Override
        public Count from(LocalDate event, WorkingCalendar calendar) {
            LocalDate start = event.plusDays(1);
            return Count.endingWith(
                    IntStream.rangeClosed(1, years)
                            .mapToObj(n -> MonthsFrom.lastDay(start, n * MONTHS_OF_A_YEAR))
                            .toList());
        }
    }

    private static void atLeastOne(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a term of " + length);
        }
    }
}
