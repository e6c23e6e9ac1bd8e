package kz.bagalau.forms.kpi;

import java.time.LocalDate;
import java.time.MonthDay;
import kz.bagalau.forms.printed.Written;

/// The assessment period (¶2(11)); both days belong to it.
public record Period(LocalDate from, LocalDate to) {

    private static final MonthDay FIRST = MonthDay.of(1, 1);
    private static final MonthDay LAST = MonthDay.of(12, 31);

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " … " + to);
        }
    }

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// Whether it is one calendar year.
    boolean wholeYear() {
        return from.getYear() == to.getYear()
                && MonthDay.from(from).equals(FIRST)
                && MonthDay.from(to).equals(LAST);
    }

    /// `2022`, or `2021–2022` where it reaches over a year's end.
    String years() {
        return from.getYear() == to.getYear()
                ? Integer.toString(from.getYear())
                : from.getYear() + "–" + to.getYear();
    }

    String days(Written written) {
        return written.day(from) + " – " + written.day(to);
    }
}
