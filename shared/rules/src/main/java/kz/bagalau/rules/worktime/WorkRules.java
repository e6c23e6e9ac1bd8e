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

    /// The rules that hold for somebody on a day: those of the nearest unit that has any, otherwise
    /// those of the body.
    ///
    /// @param units of that person on that day, the nearest first
    public static Optional<WorkRules> of(List<WorkRules> rules, List<String> units, LocalDate day) {
        return units.stream()
                .map(unit -> owned(rules, Optional.of(unit), day))
                .flatMap(Optional::stream)
                .findFirst()
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
