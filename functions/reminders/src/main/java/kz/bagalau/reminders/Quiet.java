package kz.bagalau.reminders;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.cases.Outbox;
import kz.bagalau.rules.workmode.PersonalSchedule;

/// Which messages are kept at one moment: those to an employee under an act of remote or combined
/// work, outside that employee's working time, of whom no availability may be required then (No.
/// 120, ¶11). Offices, and people under no such act, are written to at any hour.
final class Quiet {

    private final Arrangements arrangements;
    private final PersonalSchedules schedules;
    private final LocalDateTime now;
    private final Map<Of, Boolean> kept = new HashMap<>();
    private final Map<String, PersonalSchedules.OfBody> bodies = new HashMap<>();

    /// @param now in Almaty
    Quiet(Arrangements arrangements, PersonalSchedules schedules, LocalDateTime now) {
        this.arrangements = arrangements;
        this.schedules = schedules;
        this.now = now;
    }

    private record Of(String body, String employee) {}

    boolean keeps(Outbox.Waiting waiting) {
        Optional<String> employee = waiting.message().to().subject();
        return waiting.body()
                .flatMap(body -> employee.map(id -> new Of(body, id)))
                .map(of -> kept.computeIfAbsent(of, this::isAway))
                .orElse(false);
    }

    /// Where nothing is known of the working time to come, nothing is kept: it would be kept for
    /// good.
    private boolean isAway(Of of) {
        if (arrangements.of(of.body(), of.employee()).remoteOn(now.toLocalDate()).isEmpty()) {
            return false;
        }
        PersonalSchedule schedule =
                bodies.computeIfAbsent(of.body(), schedules::ofBody).of(of.employee());
        return schedule.nextWorkingMoment(now).filter(now::isBefore).isPresent();
    }
}
