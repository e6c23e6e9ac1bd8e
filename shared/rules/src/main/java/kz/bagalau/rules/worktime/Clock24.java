package kz.bagalau.rules.worktime;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times of day as people write them: `09:00`, and `24:00` for an end at midnight.
public final class Clock24 {

    private static final String MIDNIGHT = "24:00";
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private Clock24() {}

    /// A start, or the start or the end of a break; empty where it is no time of a day.
    public static Optional<LocalTime> time(String text) {
        return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    /// An end; midnight is `24:00` or `00:00`.
    public static Optional<LocalTime> end(String text) {
        return text.equals(MIDNIGHT) ? Optional.of(LocalTime.MIDNIGHT) : time(text);
    }

    public static String text(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    public static String endText(LocalTime end) {
        return end.equals(LocalTime.MIDNIGHT) ? MIDNIGHT : text(end);
    }
}
