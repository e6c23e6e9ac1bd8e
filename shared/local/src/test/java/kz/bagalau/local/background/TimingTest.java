package kz.bagalau.local.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    @ParameterizedTest
    @CsvSource({
        "rate(5 minutes),      2026-01-05T10:03:00Z, 2026-01-05T10:05:00Z",
        "rate(5 minutes),      2026-01-05T10:05:00Z, 2026-01-05T10:10:00Z",
        "rate(1 hour),         2026-01-05T10:59:59Z, 2026-01-05T11:00:00Z",
        "rate(1 day),          2026-01-05T00:00:01Z, 2026-01-06T00:00:00Z",
        "cron(0 3 * * ? *),    2026-01-05T03:00:00Z, 2026-01-06T03:00:00Z",
        "cron(30 2 1 1 ? *),   2026-01-05T00:00:00Z, 2027-01-01T02:30:00Z",
        "cron(0/20 * * * ? *), 2026-01-05T10:21:00Z, 2026-01-05T10:40:00Z",
        "cron(0 9 ? * 2-6 *),  2026-01-09T09:00:00Z, 2026-01-12T09:00:00Z", // Friday, Monday
        "cron(0 0 29 2 ? *),   2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
        "'cron(0 8,20 * * ? *)', 2026-01-05T09:00:00Z, 2026-01-05T20:00:00Z",
    })
    void theNextTimeIsTheOneThatTheExpressionNames(String expression, Instant after, Instant next) {
        assertThat(Timing.parse(expression, ZoneOffset.UTC).next(after)).isEqualTo(next);
    }

    @Test
    void theHoursOfAScheduleAreThoseOfItsZone() {
        Timing yearly = Timing.parse("cron(0 3 5 1 ? *)", ZoneId.of("Asia/Almaty"));

        assertThat(yearly.next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo("2026-01-04T22:00:00Z"); // Monday 5 January, 03:00 in Almaty
        assertThat(yearly.next(Instant.parse("2026-01-04T22:00:00Z")))
                .isEqualTo("2027-01-04T22:00:00Z");
    }

    @Test
    void aYearThatIsOverIsNeverDue() {
        assertThat(
                        Timing.parse("cron(0 0 1 1 ? 2020)", ZoneOffset.UTC)
                                .next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo(Instant.MAX);
    }

    @Test
    void ofWhatPassedTheLastTimesAreDue() {
        assertThat(
                        Timing.parse("rate(5 minutes)", ZoneOffset.UTC)
                                .due(
                                        Instant.parse("2025-01-01T00:00:00Z"),
                                        Instant.parse("2026-01-01T00:07:00Z"),
                                        2))
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T00:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate(5)", "cron(0 0)", "cron(0 0 L * ? *)", "at(2026-01-01T00:00)"})
    void whatIsNotUnderstoodIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timing.parse(expression, ZoneOffset.UTC));
    }

    /// The years from 1 to 9999 lie apart as far as the clock can be moved.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minute)",
                "rate(1 day)",
                "cron(* * * * ? *)",
                "cron(0 3 * * ? *)",
                "cron(0 0 29 2 ? *)",
                "cron(0 0 1 1 ? 2020)"
            })
    void howFarTheTimesLieApartTakesNoLonger(String expression) {
        Timing timing = Timing.parse(expression, ZoneId.of("Asia/Almaty"));
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T00:00:00Z");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(timing.due(first, last, 3)).isNotEmpty());
        assertThat(timing.due(first, Instant.parse("0001-02-01T00:00:00Z"), 3).size())
                .isIn(expression.startsWith("rate") ? 3 : 0);
    }

    /// From the end it finds the same times as from the beginning.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(5 minutes)",
                "cron(0/20 * * * ? *)",
                "cron(0 9 ? * 2-6 *)",
                "cron(0 8,20 * 3,12 ? *)",
                "cron(59 23 31 * ? *)"
            })
    void thePreviousTimeOfTheNextIsItself(String expression) {
        Timing timing = Timing.parse(expression, ZoneId.of("Asia/Almaty"));
        Instant at = timing.next(Instant.parse("2025-11-30T00:00:00.5Z"));
        for (int i = 0; i < 200; i++) {
            Instant next = timing.next(at);
            assertThat(timing.previous(next)).isEqualTo(at);
            assertThat(timing.previous(next.plusNanos(1))).isEqualTo(next);
            assertThat(timing.previous(next.plusSeconds(1))).isEqualTo(next);
            at = next;
        }
    }
}
