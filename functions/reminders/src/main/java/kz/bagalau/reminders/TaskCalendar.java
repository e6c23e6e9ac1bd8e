package kz.bagalau.reminders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import kz.bagalau.rules.Texts;

/// Days and counts as a calendar of RFC 5545: an event a day that takes up no time.
final class TaskCalendar {

    private static final Texts TEXTS = Texts.beside(TaskCalendar.class, "reminders.properties");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// The most octets of a line without its end (RFC 5545, 3.1).
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private TaskCalendar() {}

    /// @param days how many tasks are due on each
    /// @param now the moment of the calendar
    static String text(Feed feed, SortedMap<LocalDate, Integer> days, Instant now) {
        TaskCalendar calendar = new TaskCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Bagalau//Tasks//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped(TEXTS.text("feed-name").in(feed.language())));
        days.forEach((day, tasks) -> calendar.event(feed, day, tasks, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    /// A day's event keeps its UID, however many tasks there are.
    private void event(Feed feed, LocalDate day, int tasks, Instant now) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        line("BEGIN:VEVENT");
        line("UID:" + date + "-" + feed.id() + "@bagalau");
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART;VALUE=DATE:" + date);
        line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(TEXTS.text("feed").in(feed.language()).formatted(tasks)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /// A text as a value (RFC 5545, 3.3.11).
    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String content) {
        text.append(folded(content)).append("\r\n");
    }

    /// A line in pieces of at most 75 octets, no character cut in two.
    static String folded(String content) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int point : content.codePoints().toArray()) {
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
