package kz.bagalau.rules.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The working-time regime of the internal work rules of a body, or of one of its units (121 ¶4).
///
/// @param unit empty for the whole body
/// @param to the last day; empty until other rules of the same body or unit follow
/// @param weekdays the working days of an ordinary week
public record WorkRules(
        Optional<String> unit,
        LocalDate from,
        Optional<LocalDate> to,
        DayHours hours,
        Set<DayOfWeek> weekdays,
        String act) {

    public WorkRules {
        weekdays = Set.copyOf(weekdays);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("rules without a working day: " + act);
        }
    }

    // DOUBT: ¶4 does not say whether the rules of a unit also hold for the units below it, read as
    // of that unit alone, because the directory does not date which unit lies below which: hours of
    // past days would move with a change of the structure, and nobody would be asked for a new
    // file.
    /// The rules that hold for somebody on a day: those of the unit, otherwise those of the body.
    /// The personal schedule and the counting of overtime both ask here.
    ///
    /// @param unit of that person on that day; empty for who has none
    public static Optional<WorkRules> of(
            List<WorkRules> rules, Optional<String> unit, LocalDate day) {
        return unit.flatMap(id -> owned(rules, Optional.of(id), day))
                .or(() -> owned(rules, Optional.empty(), day));
    }

    /// Later rules take the place of earlier ones, also where they have ended themselves.
    static Optional<WorkRules> owned(List<WorkRules> rules, Optional<String> unit, LocalDate day) {
        return rules.stream()
                .filter(one -> one.unit.equals(unit) && !one.from.isAfter(day))
                .max(Comparator.comparing(WorkRules::from))
                .filter(one -> one.to.filter(day::isAfter).isEmpty());
    }
}
