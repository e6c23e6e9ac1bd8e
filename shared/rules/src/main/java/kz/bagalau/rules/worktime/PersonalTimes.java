package kz.bagalau.rules.worktime;

import java.time.LocalDate;

/// The working time that an act of flexible time fixes for one employee (No. 120, ¶17(3)).
///
/// @param employee the id in the directory
/// @param to the last day, included
/// @param act its number
public record PersonalTimes(
        String employee, LocalDate from, LocalDate to, WorkTime time, String act) {

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
