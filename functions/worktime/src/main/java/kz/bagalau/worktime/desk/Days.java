package kz.bagalau.worktime.desk;

import java.time.Instant;
import java.time.LocalDate;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Times;

/// Days and moments of requests, of years that anybody can mean.
public final class Days {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2100;

    private Days() {}

    public static LocalDate day(Input input, String field) {
        LocalDate day = input.date(field);
        return inRange(input, field, day) ? day : LocalDate.EPOCH;
    }

    /// A day that has come.
    public static LocalDate notAfter(Input input, String field, LocalDate today) {
        LocalDate day = day(input, field);
        if (day.isAfter(today)) {
            input.error(field, WorktimeProblem.IN_FUTURE, day.toString());
        }
        return day;
    }

    /// A moment that has come; the epoch where it is none.
    public static Instant notAfter(Input input, String field, Instant now) {
        Instant moment = input.instant(field);
        if (moment.isAfter(now)) {
            input.error(field, WorktimeProblem.IN_FUTURE, moment.toString());
            return Instant.EPOCH;
        }
        return inRange(input, field, Times.day(moment)) ? moment : Instant.EPOCH;
    }

    /// What could not be read is the epoch, and was noted.
    private static boolean inRange(Input input, String field, LocalDate day) {
        boolean known = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        boolean read = !day.equals(LocalDate.EPOCH) || isOfThatYear(input, field);
        if (!known && read) {
            input.error(
                    field,
                    FieldProblem.OUT_OF_RANGE,
                    Integer.toString(FIRST_YEAR),
                    Integer.toString(LAST_YEAR));
        }
        return known;
    }

    private static boolean isOfThatYear(Input input, String field) {
        String text = input.raw(field).asText().strip();
        return text.startsWith("1970-01-01") || text.startsWith("1969-12-31");
    }
}
