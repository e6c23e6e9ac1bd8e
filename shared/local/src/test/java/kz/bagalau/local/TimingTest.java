package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
}
