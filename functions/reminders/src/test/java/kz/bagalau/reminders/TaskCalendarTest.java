package kz.bagalau.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.rules.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskCalendarTest {

    /// Kazakh letters have two octets, and the last character four.
    @ParameterizedTest
    @ValueSource(strings = {"a", "ұ", "€", "😀", "aұ€😀"})
    void aLineHasAtMost75Octets_andNoCharacterIsCut(String character) {
        for (int count = 1; count < 120; count++) {
            String content = "SUMMARY:" + character.repeat(count);

            String folded = TaskCalendar.folded(content);

            assertThat(folded.replace("\r\n ", "")).isEqualTo(content);
            for (String line : folded.split("\r\n")) {
                assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\uFFFD");
            }
        }
        assertThat(TaskCalendar.folded("x".repeat(75))).doesNotContain("\r\n");
        assertThat(TaskCalendar.folded("x".repeat(76))).isEqualTo("x".repeat(75) + "\r\n x");
    }

    @Test
    void everyLineEndsWithCarriageReturnAndLineFeed() {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        days.put(LocalDate.of(2026, 12, 31), 12);
        Feed feed = new Feed("f-1", "emp-1", Optional.empty(), List.of(), Language.KK, Instant.MAX);

        String text = TaskCalendar.text(feed, days, Instant.parse("2026-12-01T03:04:05.678Z"));

        assertThat(text).endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text)
                .contains(
                        "DTSTAMP:20261201T030405Z\r\n",
                        "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n",
                        "TRANSP:TRANSPARENT\r\n");
    }

    @Test
    void whatSeparatesValuesIsEscaped() {
        assertThat(TaskCalendar.escaped("a,b;c\\d\ne")).isEqualTo("a\\,b\\;c\\\\d\\ne");
    }
}
