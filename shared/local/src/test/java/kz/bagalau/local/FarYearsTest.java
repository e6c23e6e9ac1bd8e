package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.background.Timing;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schedules of template.yaml in years that nobody lives in: time can be moved there and back,
/// and whatever is due runs a few times at most.
class FarYearsTest {

    private static final Template TEMPLATE = Template.ofCheckout("", Map.of());
    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());

    @TempDir static Path data;

    private static Host host;
    private static Client client;

    @BeforeAll
    static void start() {
        host = Host.start(new Settings(0, data, true, false), line -> {});
        client = new Client(host.address());
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", 61);
        body.putObject("name")
                .put("kk", "Министрлік")
                .put("ru", "Министерство")
                .put("en", "Ministry");
        client.send(AGENCY, "PUT", "/bodies/min-far", body).expect(200);
    }

    @AfterAll
    static void stop() {
        client.close();
        host.close();
    }

    static Stream<Template.Schedule> schedules() {
        return TEMPLATE.schedules().stream();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aScheduleIsMadeUpForAFewTimesHoweverFarTimeIsMoved(Template.Schedule schedule) {
        Timing timing = Timing.parse(schedule.expression(), schedule.zone());
        List<Instant> times =
                List.of(
                        Instant.parse("0001-01-02T00:00:00Z"),
                        Instant.parse("1970-01-01T00:00:00Z"),
                        Instant.parse("2026-11-30T00:00:00Z"),
                        Instant.parse("2226-11-30T00:00:00Z"),
                        Instant.parse("9999-12-31T18:59:59Z"));

        for (Instant from : times) {
            for (Instant to : times) {
                assertThat(timing.due(from, to, 3))
                        .as(from + " to " + to)
                        .hasSizeLessThanOrEqualTo(3)
                        .allMatch(due -> due.isAfter(from) && !due.isAfter(to));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00+05:00",
                "0001-01-01T00:00:00+05:00",
                "2226-11-30T09:00:00+05:00",
                "9999-12-31T23:59:58+05:00"
            })
    void timeCanBeMovedThereAndEveryScheduleRuns(String there) {
        move(there);

        assertThat(Duration.between(OffsetDateTime.parse(there), now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(2));
        for (Template.Schedule schedule : TEMPLATE.schedules()) {
            client.send(null, "POST", "/local/schedules/" + schedule.id(), null).expect(200);
        }
        client.send(AGENCY, "GET", "/bodies", null).expect(200);
        client.send(null, "GET", "/local/health", null).expect(200);
    }

    @Test
    void timeCanBeMovedTwoHundredYearsOnAndBackAndFurther() {
        for (String there :
                List.of(
                        "2226-11-30T09:00:00+05:00",
                        "2026-11-30T09:00:00+05:00",
                        "1826-11-30T09:00:00+05:00",
                        "2226-11-30T09:00:00+05:00")) {
            move(there);
        }
        client.send(null, "DELETE", "/local/clock", null).expect(200);

        assertThat(Duration.between(Instant.now(), now().toInstant()).abs())
                .isLessThan(Duration.ofMinutes(2));
        client.send(AGENCY, "GET", "/surveys", null).expect(200);
    }

    private static void move(String there) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", there)).expect(200);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.parse(
                client.send(null, "GET", "/local/clock", null)
                        .expect(200)
                        .body()
                        .path("now")
                        .asText());
    }
}
