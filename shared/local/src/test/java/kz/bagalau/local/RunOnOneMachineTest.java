package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs over HTTP, through the queues and buckets of the one-machine host.
class RunOnOneMachineTest {

    private static final Person AGENCY =
            new Person("agency", List.of("agency"), Optional.empty(), Optional.empty());
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path data;

    @Test
    void aRunGoesFromItsStartToItsConclusions() throws Exception {
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                Client client = new Client(host.address())) {
            bodies(client, 12);

            String run =
                    client.make(AGENCY, "/runs", order()).expect(202).body().path("id").asText();

            JsonNode done = finished(client, run);
            assertThat(done.path("scored").asInt()).isEqualTo(12);
            assertThat(done.path("failed").asInt()).isZero();
            assertThat(
                            client.send(AGENCY, "GET", "/runs/" + run + "/manifest", null)
                                    .expect(200)
                                    .body()
                                    .path("bodies"))
                    .hasSize(12);
            Person hr = new Person("hr-3", List.of("hr"), Optional.of("body-3"), Optional.empty());
            assertThat(
                            client.send(hr, "GET", "/runs/" + run + "/scores/body-3", null)
                                    .expect(200)
                                    .body()
                                    .path("directions"))
                    .hasSize(2);
            assertThat(file(host.address(), client, run, "body-3.pdf")).startsWith("%PDF");
        }
    }

    @Test
    void theClockOfFifthJanuaryStartsTheYearlyRun() throws Exception {
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                Client client = new Client(host.address())) {
            bodies(client, 2);
            clock(client, "2026-01-05T02:58:00+05:00");
            assertThat(runs(client)).isEmpty();

            clock(client, "2026-01-05T03:00:00+05:00");

            assertThat(finished(client, "2025-preliminary-yearly").path("scored").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void aRunUnderWayWhenTheHostEnds_isGoneOnWithAfterTheNextStart() throws Exception {
        String run;
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                Client client = new Client(host.address())) {
            bodies(client, 30);
            run = client.make(AGENCY, "/runs", order()).expect(202).body().path("id").asText();
        }
        try (Host host = Host.start(new Settings(0, data, true, false), line -> {});
                Client client = new Client(host.address())) {
            // What was under way comes again when its time away is over; the sweep does not wait.
            client.send(
                            null,
                            "POST",
                            "/local/clock",
                            Json.object()
                                    .put(
                                            "now",
                                            Instant.now().plus(Duration.ofMinutes(6)).toString()))
                    .expect(200);

            JsonNode done = finished(client, run);
            assertThat(done.path("scored").asInt()).isEqualTo(30);
            assertThat(done.path("failed").asInt()).isZero();
        }
    }

    private static void bodies(Client client, int count) {
        for (int i = 0; i < count; i++) {
            ObjectNode body =
                    Json.object().put("kind", i % 3 == 0 ? "ZHAO" : "OMO").put("headcount", 100);
            body.putObject("name").put("kk", "Б" + i).put("ru", "О" + i).put("en", "B" + i);
            client.send(AGENCY, "PUT", "/bodies/body-" + i, body).expect(200);
        }
    }

    private static ObjectNode order() {
        return Json.object().put("year", 2025).put("kind", "PRELIMINARY");
    }

    private static JsonNode runs(Client client) {
        return client.send(AGENCY, "GET", "/runs", null).expect(200).body().path("runs");
    }

    private static void clock(Client client, String now) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", now)).expect(200);
    }

    /// The run, once it is published.
    private static JsonNode finished(Client client, String run) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode shown = Json.object();
        while (Instant.now().isBefore(end)) {
            shown = client.send(AGENCY, "GET", "/runs/" + run, null).body();
            if (shown.path("state").asText().equals("DONE")) {
                return shown;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError(shown.toString());
    }

    private static String file(URI address, Client client, String run, String name)
            throws Exception {
        String token =
                client.send(
                                null,
                                "POST",
                                "/local/token",
                                Json.object()
                                        .put("sub", "a1")
                                        .set("roles", Json.object().putArray("r").add("agency")))
                        .expect(200)
                        .body()
                        .path("token")
                        .asText();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            address.resolve(
                                                    "/runs/" + run + "/conclusions/" + name))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
