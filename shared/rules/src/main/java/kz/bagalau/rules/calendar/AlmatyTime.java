package kz.bagalau.rules.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// C6: due dates are local dates of Kazakhstan, which has had one time zone, UTC+5, since
/// 2024-03-01 (tzdata 2024a or newer).
public final class AlmatyTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private AlmatyTime() {}

    /// The day on which something happened: 18:30 UTC on Friday 16 January 2026 is 23:30 of that
    /// very Friday here, and would have been Saturday under the UTC+6 of before.
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
