package kz.bagalau.arrangements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Who has read somebody's times and places, for that person to see.
public interface TimesReadings {

    /// @param by the claim `sub`
    /// @param from the first day that was read
    record Reading(String by, Instant at, LocalDate from, LocalDate to) {}

    /// Notes a reading with each whose times were read.
    void note(String body, Collection<String> employees, Reading reading);

    /// The last readings, the latest first.
    List<Reading> last(String body, String employee, int most);
}
