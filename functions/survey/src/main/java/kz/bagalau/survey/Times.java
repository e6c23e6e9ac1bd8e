package kz.bagalau.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import kz.bagalau.lambda.Runtime;

/// Instants as people in Kazakhstan see them.
final class Times {

    private Times() {}

    /// RFC 3339 with Almaty's offset; seconds always, which `toString` leaves out where they are 0.
    static String shown(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Runtime.ALMATY));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Runtime.ALMATY);
    }
}
