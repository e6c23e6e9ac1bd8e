package kz.bagalau.lambda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Instants as people in Kazakhstan see them.
public final class Times {

    private Times() {}

    /// RFC 3339 with Almaty's offset; seconds always, which `toString` leaves out where they are 0.
    public static String shown(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Runtime.ALMATY));
    }

    /// The day it is in Almaty (convention C6).
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Runtime.ALMATY);
    }
}
