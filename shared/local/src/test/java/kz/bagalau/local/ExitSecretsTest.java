package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Four left a body, three gave an interview, and all three named negative aspects: ¶35 takes 1.5
/// points. Everybody but the Agency reads everything they can read about it, and learns that the
/// penalty applies, and no number, no name and no reason.
class ExitSecretsTest {

    private static final String BODY = "min-secret";
    private static final Person AGENCY = person("agency-1", "agency", null);
    private static final Person DIGITAL = person("digital-1", "digital", null);
    private static final Person HR = person("hr-1", "hr", BODY);
    private static final int YEAR = 2025;

    private static final String IN_TIME = "2025-12-10T12:00:00+05:00";

    /// The year is settled, so that its negative reasons are told to the Agency.
    private static final String SETTLED = "2026-02-10T12:00:00+05:00";

    @TempDir static Path folder;

    private static Host host;
    private static Client client;
    private static String run;

    private static void clock(String now) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", now)).expect(200);
    }

    @BeforeAll
    static void aRunOfTheYear() throws InterruptedException {
        host = Host.start(new Settings(0, folder, true, false), line -> {});
        client = new Client(host.address());
        clock(IN_TIME);
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", 50);
        body.putObject("name").put("kk", "Құпия").put("ru", "Секрет").put("en", "Secret");
        client.send(AGENCY, "PUT", "/bodies/" + BODY, body).expect(200, 201);
        for (int number = 1; number <= 4; number++) {
            JsonNode announced =
                    client.send(HR, "POST", "/exit-interviews", leaver("leaver-" + number))
                            .expect(201)
                            .body();
            if (number < 4) {
                answer(announced.path("code").asText());
            }
        }
        clock(SETTLED);
        client.send(null, "POST", "/local/schedules/TallyExitInterviews", null).expect(200);
        run =
                client.send(
                                AGENCY,
                                "POST",
                                "/runs",
                                Json.object().put("year", YEAR).put("kind", "PRELIMINARY"))
                        .expect(202)
                        .body()
                        .path("id")
                        .asText();
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (!state().equals("DONE") && Instant.now().isBefore(end)) {
            Thread.sleep(500);
        }
        assertThat(state()).isEqualTo("DONE");
    }

    @AfterAll
    static void stop() {
        client.close();
        host.close();
    }

    static Stream<Person> others() {
        return Stream.of(HR, DIGITAL);
    }

    @Test
    void theAgency_seesWhatItMustScore() {
        JsonNode facts = read(AGENCY, "/facts/" + BODY + "/" + YEAR).expect(200).body();

        assertThat(facts.at("/facts/exit.negative/value").asText()).isEqualTo("3");
        assertThat(indicator(AGENCY).path("working").asText()).contains("3");
    }

    @ParameterizedTest
    @MethodSource("others")
    void facts_doNotTellHowManyWereNegative(Person reader) {
        String facts = read(reader, "/facts/" + BODY + "/" + YEAR).expect(200).body().toString();

        assertThat(facts).contains("exit.interviewed").doesNotContain("negative", "leaver-");
    }

    @ParameterizedTest
    @MethodSource("others")
    void theHistoryOfAFact_doesNotEither(Person reader) {
        Client.Reply reply =
                read(reader, "/facts/" + BODY + "/" + YEAR + "/history?fact=exit.negative");

        assertThat(reply.status() == 200 && reply.body().path("history").size() > 0).isFalse();
    }

    @ParameterizedTest
    @MethodSource("others")
    void aScore_saysThatThePenaltyApplies_andNoNumber(Person reader) {
        JsonNode score = read(reader, "/runs/" + run + "/scores/" + BODY).expect(200).body();

        JsonNode indicator = indicator(reader);
        assertThat(indicator.path("points").asText()).isEqualTo("2.25"); // 5 × 3 / 4 - 1.5
        assertThat(indicator.path("working").asText()).contains("¶35");
        assertThat(score.path("facts").toString()).doesNotContain("negative");
        assertThat(indicator.path("facts").toString()).doesNotContain("negative");
        assertThat(score.toString()).doesNotContain("leaver-", "exit.q1", "3 of 4");
    }

    @ParameterizedTest
    @MethodSource("others")
    void theManifest_isTheAgencys(Person reader) {
        assertThat(read(reader, "/runs/" + run + "/manifest").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("others")
    void reasons_areTheAgencys(Person reader) {
        Client.Reply summary =
                read(reader, "/exit-interviews/summary?body=" + BODY + "&year=" + YEAR);

        assertThat(summary.body().has("reasons")).isFalse();
        assertThat(summary.status()).isEqualTo(reader.equals(HR) ? 200 : 403);
    }

    private static JsonNode indicator(Person reader) {
        return read(reader, "/runs/" + run + "/scores/" + BODY)
                .expect(200)
                .body()
                .path("directions")
                .valueStream()
                .flatMap(direction -> direction.path("indicators").valueStream())
                .filter(each -> each.path("id").asText().equals("pm.exit_interview"))
                .findFirst()
                .orElseThrow();
    }

    private static String state() {
        return read(AGENCY, "/runs/" + run).expect(200).body().path("state").asText();
    }

    private static Client.Reply read(Person who, String path) {
        return client.send(who, "GET", path, null);
    }

    private static ObjectNode leaver(String person) {
        return Json.object()
                .put("body", BODY)
                .put("person", person)
                .put("leavingOn", YEAR + "-10-10")
                .put("left", "SERVICE")
                .put("ground", "OWN_WILL")
                .put("medium", "ELECTRONIC")
                .put("deliver", "PRINT");
    }

    private static void answer(String code) {
        ObjectNode interview = Json.object().put("code", code);
        ObjectNode answers = interview.putObject("answers");
        answers.putArray("q1").add("exit.q1.process.workload");
        answers.put("q2", "exit.q2.lt1").put("q3", "exit.q3.male");
        List.of("q4", "q5", "q6", "q8", "q9", "q10", "q11")
                .forEach(question -> answers.put(question, "exit." + question + ".no"));
        answers.put("q7", "exit.q7.weekly");
        client.send(null, "PUT", "/exit-interviews/by-code", interview).expect(201);
    }

    private static Person person(String subject, String role, @Nullable String body) {
        return new Person(subject, List.of(role), Optional.ofNullable(body), Optional.empty());
    }
}
