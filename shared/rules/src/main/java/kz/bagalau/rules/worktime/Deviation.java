package kz.bagalau.rules.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.worktime.Pairing.Unpaired;

/// A day on which an employee under an act of flexible time came later than it says, or left
/// earlier. It is listed for the personnel service, which accounts for flexible time (No. 120,
/// ¶20), and is no violation by itself.
///
/// @param minutes whole ones, at least 1
/// @param act its number
public record Deviation(String employee, LocalDate date, Kind kind, long minutes, String act) {

    public enum Kind {
        LATE,
        EARLY
    }

    // DOUBT: ¶20 does not say what is compared, read as the first entry and the last exit of the
    // day, each only where it is known and lies within the working time, because a missing passage
    // says nothing.
    /// The deviations of one person within what was paired.
    static List<Deviation> of(Person person, Pairing pairing, Schedule schedule, Shifts shifts) {
        List<Deviation> deviations = new ArrayList<>();
        pairing.presences().stream()
                .map(presence -> shifts.dayOf(presence.from()))
                .distinct()
                .sorted()
                .filter(day -> shifts.of(day).isPresent())
                .forEach(day ->
                        schedule.act(person.employee(), day)
                                .ifPresent(
                                        act -> deviations.addAll(on(day, act, pairing, shifts))));
        return deviations;
    }

    private static List<Deviation> on(
            LocalDate day, PersonalTimes act, Pairing pairing, Shifts shifts) {
        LocalDateTime start = day.atTime(act.time().start());
        LocalDateTime end = act.time().endOf(day);
        List<Presence> own =
                pairing.presences().stream()
                        .filter(presence -> shifts.dayOf(presence.from()).equals(day))
                        .toList();
        List<Deviation> deviations = new ArrayList<>();
        Presence first = own.getFirst();
        if (first.entered() && first.from().isBefore(end)) {
            minutes(start, first.from())
                    .ifPresent(late ->
                            deviations.add(
                                    new Deviation(
                                            act.employee(), day, Kind.LATE, late, act.act())));
        }
        LocalDateTime last = own.getLast().to();
        if (last.isAfter(start) && !leftOpen(day, pairing.unpaired(), last, shifts)) {
            minutes(last, end)
                    .ifPresent(early ->
                            deviations.add(
                                    new Deviation(
                                            act.employee(), day, Kind.EARLY, early, act.act())));
        }
        return deviations;
    }

    /// Whether somebody came back after their last exit and was not seen leaving.
    private static boolean leftOpen(
            LocalDate day, List<Unpaired> unpaired, LocalDateTime last, Shifts shifts) {
        return unpaired.stream()
                .anyMatch(passage ->
                        passage.missing() == Pairing.Missing.EXIT
                                && shifts.dayOf(passage.at()).equals(day)
                                && !passage.at().isBefore(last));
    }

    private static Optional<Long> minutes(LocalDateTime from, LocalDateTime to) {
        return Optional.of(Duration.between(from, to).toMinutes()).filter(whole -> whole >= 1);
    }
}
