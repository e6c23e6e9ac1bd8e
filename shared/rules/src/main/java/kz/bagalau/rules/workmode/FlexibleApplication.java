package kz.bagalau.rules.workmode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.worktime.DayHours;

/// An employee's application for flexible time (120 ¶15).
///
/// @param submitted its day decides which wording of ¶15 holds
public record FlexibleApplication(
        String employee,
        String reasons,
        Optional<DayHours> mode,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Channel channel,
        LocalDate submitted) {

    /// All that is wrong with it, and what its readers should know.
    ///
    /// @param ownPageIsSystem whether our page is the body's personnel system on that day
    /// @param regulated the employee's hours by work regulations
    public List<Finding> findings(
            boolean ownPageIsSystem, List<RegulatedHours> regulated, WorkSettings settings) {
        List<Finding> findings = new ArrayList<>();
        if (reasons.isBlank()) {
            findings.add(Finding.of(Fault.REASONS_MISSING, "/reasons"));
        }
        mode.ifPresentOrElse(
                hours -> findings.addAll(duration(hours, "/mode", settings)),
                () -> findings.add(Finding.of(Fault.MODE_MISSING, "/mode")));
        findings.addAll(period(from, to, settings));
        if (!channel.open(submitted, ownPageIsSystem, settings)) {
            findings.add(Finding.of(Fault.CHANNEL, "/channel"));
        }
        if (!Norm.CHANNELS.oldWording(submitted)) {
            findings.add(Finding.of(Fault.TEXT_NOT_LOADED, "/channel", Norm.CHANNELS.code()));
        }
        from.flatMap(first -> to.flatMap(last -> excluded(regulated, first, last)))
                .ifPresent(basis -> findings.add(Finding.of(Fault.EXCLUDED, "/from", basis)));
        return findings;
    }

    /// Whether it asks for what an act gives: the same hours, on no other days. A break that it
    /// does not name is the act's to fix.
    public boolean covers(DayHours hours, LocalDate first, LocalDate last) {
        return mode.filter(asked ->
                        asked.time().equals(hours.time())
                                && (asked.pause().isEmpty() || asked.pause().equals(hours.pause())))
                        .isPresent()
                && from.filter(day -> !first.isBefore(day)).isPresent()
                && to.filter(day -> !last.isAfter(day)).isPresent();
    }

    static List<Finding> period(
            Optional<LocalDate> from, Optional<LocalDate> to, WorkSettings settings) {
        List<Finding> findings = new ArrayList<>(Term.period(from, to));
        from.map(first -> FlexiblePeriod.lastAllowed(first, settings))
                .filter(allowed -> to.filter(last -> last.isAfter(allowed)).isPresent())
                .ifPresent(
                        allowed -> findings.add(Finding.of(Fault.OVER_SIX_MONTHS, "/to", allowed)));
        return findings;
    }

    static Optional<String> excluded(
            List<RegulatedHours> regulated, LocalDate first, LocalDate last) {
        return regulated.stream()
                .filter(hours -> hours.overlaps(first, last))
                .map(RegulatedHours::basis)
                .findFirst();
    }

    /// What can be said of the duration of a day (120 ¶19): nothing without the break.
    static List<Finding> duration(DayHours hours, String place, WorkSettings settings) {
        if (!hours.fits()) {
            return List.of(Finding.of(Fault.BREAK_OUTSIDE, place));
        }
        Duration norm = Duration.ofMinutes(settings.get(WorkSetting.DAILY_NORM_MINUTES));
        return hours.worked()
                .map(worked ->
                        worked.equals(norm)
                                ? List.<Finding>of()
                                : List.of(
                                        Finding.of(
                                                Fault.DURATION,
                                                place,
                                                worked.toMinutes(),
                                                norm.toMinutes())))
                .orElseGet(() -> List.of(Finding.of(Fault.DURATION_UNKNOWN, place)));
    }
}
