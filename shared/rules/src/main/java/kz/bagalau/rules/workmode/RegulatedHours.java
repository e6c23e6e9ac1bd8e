package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.Optional;

/// An employee whose working time is determined by peculiarities in the body's work regulations:
/// flexible time is not for them (120 ¶14).
///
/// @param basis the place in the regulations
/// @param to the last day; empty while it goes on
public record RegulatedHours(String basis, LocalDate from, Optional<LocalDate> to) {

    public boolean on(LocalDate day) {
        return overlaps(day, day);
    }

    // DOUBT: ¶14 does not say what of a period that such hours cover in part, read as excluded,
    // because the regime asked for could not be kept on those days.
    /// Whether it holds on any day of a period.
    public boolean overlaps(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && to.map(end -> !first.isAfter(end)).orElse(true);
    }
}
