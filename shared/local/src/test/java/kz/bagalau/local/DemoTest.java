package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.demo.Demo;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;
import kz.bagalau.local.start.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The example data of a first start with six further bodies, on the functions and the template of
/// the checkout. It was interrupted after a hundred ballots, and again before the assessment.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());
    private static final int FURTHER = 6;

    @TempDir static Path folder;

    private Host host;
    private Client client;
    private int year;
    private final List<String> said = new ArrayList<>();
    private String first = "";
    private String second = "";
    private String third = "";

    @BeforeAll
    void interruptedTwice() {
        host = Host.start(new Settings(0, folder, true, true), line -> {});
        client = new Client(host.address());
        first = walkThrough("example data: 100", FURTHER);
        second = walkThrough("example data: 6 of 6 further", FURTHER);
        third = walkThrough("nothing", FURTHER);
        year =
                client.send(AGENCY, "GET", "/runs", null)
                        .expect(200)
                        .body()
                        .path("runs")
                        .path(0)
                        .path("year")
                        .asInt();
    }

    @AfterAll
    void end() {
        client.close();
        host.close();
    }

    private String walkThrough(String stop, int further) {
        Progress progress =
                line -> {
                    said.add(line);
                    if (line.startsWith(stop)) {
                        throw new IllegalStateException("interrupted");
                    }
                };
        return new Demo(host, progress, further).walkThrough(true);
    }

    @Test
    void theExamplesAreMadeOnceEvenWhereTheFirstStartWasInterrupted() {
        assertThat(first).doesNotContain("survey.html");
        assertThat(second).doesNotContain("survey.html");
        assertThat(third).as(said.toString()).contains("survey.html?id=example-open#fp=", "&code=");
        assertThat(walkThrough("nothing", FURTHER)).isEqualTo(third);

        JsonNode clock = client.send(null, "GET", "/local/clock", null).body();
        assertThat(clock.path("moved").asBoolean()).isFalse();
        assertThat(survey("example-open").path("state").asText()).isEqualTo("OPEN");
        assertThat(survey("example-results").path("state").asText()).isEqualTo("CLOSED");
        assertThat(folder.resolve("rewritten.json")).hasContent("[\"example-results\"]");
        for (String body : List.of("min-digital", "akimat-region", "revision-commission")) {
            JsonNode results = agency("/surveys/example-results/results?body=" + body);
            int tokens =
                    results.path("tokens").path("login").asInt()
                            + results.path("tokens").path("slip").asInt();
            assertThat(results.path("ballots").asInt()).isEqualTo(tokens).isGreaterThan(30);
            assertThat(results.path("statements").path(0).path("counts").isNull()).isFalse();
        }
    }

    /// ¶40.1: "sent monthly". The run counts what was sent.
    @ParameterizedTest
    @CsvSource({"min-digital, 40", "akimat-region, 78", "min-education, 32"})
    void theHoursOfABodyThatReportsComeFromTwelveMonthsOfPassages_andNobodyTypesThem(
            String body, String counted) {
        JsonNode facts = agency("/facts/" + body + "/" + year).path("facts");
        Set<String> months = new TreeSet<>();
        IntStream.rangeClosed(1, 12).forEach(month -> months.add(year + "-%02d".formatted(month)));

        assertThat(facts.path("headcount.norm_average").path("value").asText()).isEqualTo(counted);
        for (String part :
                List.of("weekday", "weekday_authorised", "weekend", "weekend_authorised")) {
            JsonNode hours = facts.path("hours.overtime_" + part);
            assertThat(hours.path("source").path("kind").asText()).isEqualTo("report");
            assertThat(hours.path("source").path("form").asText()).isEqualTo("access-events");
            assertThat(hours.path("source").path("months").properties())
                    .extracting(month -> month.getKey())
                    .containsExactlyElementsOf(months);
            assertThat(hours.path("others")).isEmpty();
        }
        Set<String> sent = new TreeSet<>();
        agency("/reports?body=" + body + "&year=" + year)
                .path("reports")
                .forEach(report -> {
                    assertThat(report.path("state").asText()).isEqualTo("ACCEPTED");
                    assertThat(
                                    sent.add(
                                            report.path("form").asText()
                                                    + " "
                                                    + report.path("period").asText()))
                            .as("sent once: " + sent)
                            .isTrue();
                });
        months.forEach(month -> assertThat(sent).contains("access-events " + month));
        assertThat(sent).hasSize(5 + 12);
        JsonNode scored = agency("/runs/" + run().path("id").asText() + "/scores/" + body);
        assertThat(scored.path("facts").path("hours.overtime_weekday"))
                .isEqualTo(facts.path("hours.overtime_weekday"));
        assertThat(points(scored, "pm.labour_norm")).isBetween(3.0, 9.0);
    }

    @Test
    void aBodyThatSentNothingHasTheHoursThatTheAnalystsKnow() {
        JsonNode facts = agency("/facts/akimat-city/" + year).path("facts");

        assertThat(facts.path("hours.overtime_weekday").path("source").path("kind").asText())
                .isEqualTo("analyst");
        assertThat(agency("/reports?body=akimat-city&year=" + year).path("reports")).isEmpty();
    }

    @Test
    void furtherBodiesAreRankedWithTheOthers_andALaterStartAddsMore() {
        JsonNode before = run();
        assertThat(before.path("bodies").asInt()).isEqualTo(5 + FURTHER);
        assertThat(complete(before))
                .contains(
                        "pm example-0001",
                        "pm example-0004",
                        "pm example-0006",
                        "it example-0001",
                        "it example-0004",
                        "it min-ecology")
                .doesNotContain("pm min-ecology")
                .hasSize(2 * (5 + FURTHER) - 1);

        walkThrough("nothing", FURTHER + 2);

        JsonNode after = run();
        assertThat(after.path("id")).isNotEqualTo(before.path("id"));
        assertThat(after.path("scored").asInt()).isEqualTo(5 + FURTHER + 2);
        assertThat(complete(after)).contains("pm example-0008", "it example-0008");
        assertThat(walkThrough("nothing", 0)).isEqualTo(third);
        assertThat(run()).isEqualTo(after);
    }

    @Test
    void aStoreWithDataOfItsOwnGetsNoExamples(@TempDir Path own) {
        try (Host other = Host.start(new Settings(0, own, true, true), line -> {});
                Client there = new Client(other.address())) {
            JsonNode body =
                    Json.read(
                            """
                            {"name":{"kk":"Б","ru":"Б","en":"B"},"kind":"OTHER","headcount":30}
                            """);
            there.send(AGENCY, "PUT", "/bodies/mine", body).expect(200, 201);

            assertThat(new Demo(other, line -> {}, FURTHER).walkThrough(true))
                    .doesNotContain("survey.html");

            assertThat(there.send(AGENCY, "GET", "/bodies", null).body().path("bodies")).hasSize(1);
        }
    }

    /// The latest.
    private JsonNode run() {
        return agency("/runs").path("runs").path(0);
    }

    /// Direction and id of those who have a rank.
    private List<String> complete(JsonNode run) {
        List<String> ranked = new ArrayList<>();
        for (JsonNode ranking :
                agency("/runs/" + run.path("id").asText() + "/scores").path("rankings")) {
            for (JsonNode place : ranking.path("ranked")) {
                ranked.add(ranking.path("direction").asText() + " " + place.path("body").asText());
            }
        }
        return ranked;
    }

    private static double points(JsonNode scored, String indicator) {
        for (JsonNode direction : scored.path("directions")) {
            for (JsonNode one : direction.path("indicators")) {
                if (one.path("id").asText().equals(indicator)) {
                    return one.path("points").asDouble();
                }
            }
        }
        throw new AssertionError("no " + indicator);
    }

    private JsonNode survey(String id) {
        return client.send(null, "GET", "/surveys/" + id, null).expect(200).body();
    }

    private JsonNode agency(String path) {
        return client.send(AGENCY, "GET", path, null).expect(200).body();
    }
}
