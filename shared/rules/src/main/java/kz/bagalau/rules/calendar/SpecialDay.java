package kz.bagalau.rules.calendar;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.rules.LocalText;

/// A day of a calendar that is named in it.
///
/// @param basis the act that makes it what it is
/// @param substitutesFor the holiday in whose place it is off, where that is known
public record SpecialDay(
        LocalDate date,
        DayKind kind,
        LocalText name,
        String basis,
        Optional<LocalDate> substitutesFor) {

    public SpecialDay {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("a day of a calendar needs a basis: " + date);
        }
    }

    public SpecialDay(LocalDate date, DayKind kind, LocalText name, String basis) {
        this(date, kind, name, basis, Optional.empty());
    }
}
