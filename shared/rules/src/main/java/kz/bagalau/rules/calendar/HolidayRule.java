package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// A holiday or day off as the law names it, with the years in which it is one.
///
/// @param day the day of every year; empty where the date is a lunar one and known by year only
/// @param moves whether it gives another day off where it falls on a weekly day off
/// @param fromYear the first year for which we know it
/// @param toYear the last year, where it has one
record HolidayRule(
        String code,
        Optional<MonthDay> day,
        DayKind kind,
        boolean moves,
        int fromYear,
        Optional<Integer> toYear,
        LocalText name,
        String basis) {

    static HolidayRule of(List<String> row) {
        return new HolidayRule(
                row.get(0),
                present(row.get(1)).map(day -> MonthDay.parse("--" + day)),
                DayKind.valueOf(row.get(2)),
                row.get(3).equals("moves"),
                Integer.parseInt(row.get(4)),
                present(row.get(5)).map(Integer::valueOf),
                Rows.text(row, 6),
                row.get(9));
    }

    boolean inForce(int year) {
        return fromYear <= year && toYear.filter(last -> last < year).isEmpty();
    }

    SpecialDay on(LocalDate date) {
        return new SpecialDay(date, kind, name, basis);
    }

    private static Optional<String> present(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(cell);
    }
}
