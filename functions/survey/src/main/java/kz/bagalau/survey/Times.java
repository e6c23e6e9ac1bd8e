package kz.bagalau.survey;

import java.time.Instant;
import java.time.LocalDate;
import kz.bagalau.lambda.Runtime;

/// Instants as people in Kazakhstan see them.
final class Times {

    private Times() {}

    /// RFC 3339 with Almaty's offset.
    static String shown(Instant instant) {
        return instant.atZone(Runtime.ALMATY).toOffsetDateTime().toString();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Runtime.ALMATY);
    }
}
