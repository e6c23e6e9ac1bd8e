package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole way on one machine: a document with a task near its day, the morning on which the
/// schedule runs, the message in the outbox; and what else is read of tasks there.
class RemindersTest {

    private static final Person AGENCY =
            new Person("a1", List.of("agency"), Optional.empty(), Optional.empty());
    private static final Person HR =
            new Person("hr-1", List.of("hr"), Optional.of("min-digital"), Optional.empty());
    private static final Person EMPLOYEE =
            new Person("emp-1", List.of("employee"), Optional.of("min-digital"), Optional.empty());
    private static final LocalDate TUESDAY = LocalDate.of(2027, 4, 13);

    @TempDir static Path data;

    private static Host host;
    private static Client client;
    private static DynamoDbClient dynamo;

    @BeforeAll
    static void start() {
        host = Host.start(new Settings(0, data, true, false), line -> {});
        client = new Client(host.address());
        dynamo = host.tables().connect();
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", 61);
        body.putObject("name").put("kk", "Министрлік").put("ru", "Министерство").put("en", "M");
        client.send(AGENCY, "PUT", "/bodies/min-digital", body).expect(200);
    }

    @AfterAll
    static void stop() {
        dynamo.close();
        client.close();
        host.close();
    }

    @Test
    void aTaskNearItsDayReachesTheOutbox_theFeedAndTheTrail() throws Exception {
        client.send(
                        HR,
                        "PUT",
                        "/reminders/min-digital",
                        Json.read("{\"before\":[1],\"escalate\":1}"))
                .expect(200);
        document();
        move("2027-04-12T07:59:00+05:00");
        assertThat(reminders()).isEmpty();

        move("2027-04-12T08:05:00+05:00");

        JsonNode message = awaited();
        assertThat(message.path("person").asText()).isEqualTo("emp-1");
        assertThat(message.path("object").asText()).isEqualTo("kpi-sheet~k-1");
        assertThat(message.at("/text/kk").asText()).contains("13.04.2027");

        // again, at once and by hand: nothing comes twice
        run("RemindDeadlines");
        run("SendMessages");
        Thread.sleep(2_000);
        run("SendMessages");
        Thread.sleep(1_000);
        assertThat(reminders()).hasSize(1);

        JsonNode tasks = client.send(EMPLOYEE, "GET", "/tasks", null).expect(200).body();
        assertThat(tasks.at("/tasks/0/object").asText()).isEqualTo("kpi-sheet~k-1");

        assertThat(feed()).contains("DTSTART;VALUE=DATE:20270413", "SUMMARY:Tasks due: 1");

        JsonNode trail = client.send(HR, "GET", "/audit/kpi-sheet~k-1", null).expect(200).body();
        assertThat(trail.path("intact").asBoolean()).isTrue();
        JsonNode checked =
                client.send(
                                null,
                                "POST",
                                "/local/functions/CheckAuditTrails",
                                Json.object().put("body", "min-digital"))
                        .expect(200)
                        .body();
        assertThat(checked.path("checked").asInt()).isEqualTo(1);
        assertThat(checked.path("faults")).isEmpty();
    }

    @Test
    void onlyAnOperatorsFunctionIsCalledByHand_andWithWhatItUnderstands() {
        for (String function : List.of("ShowTasks", "RemindBodies", "RemindDeadlines", "None")) {
            client.send(null, "POST", "/local/functions/" + function, Json.object()).expect(404);
        }
        JsonNode answer =
                client.send(null, "POST", "/local/functions/CheckAuditTrails", Json.object())
                        .expect(400)
                        .body();
        assertThat(answer.path("message").asText()).contains("object").contains("body");
    }

    private static void document() {
        Reference reference = new Reference("kpi-sheet", "k-1");
        Task task =
                new Task(
                        reference,
                        "resubmit",
                        Optional.of("kpi.resubmit"),
                        Party.person("emp-1"),
                        "min-digital",
                        Optional.of(TUESDAY),
                        Optional.of(TUESDAY),
                        false,
                        "No. 02-17/15",
                        "¶54");
        Document document =
                new Document(
                        reference,
                        "kpi-sheet",
                        "min-digital",
                        "2027",
                        Set.of(),
                        "RETURNED",
                        1,
                        Json.object());
        new DynamoCases(new Table(dynamo, host.template().table("Records").name()))
                .perform(
                        new Change(
                                document,
                                new Act(
                                        "open",
                                        "hr-1",
                                        Instant.parse("2027-04-09T05:00:00Z"),
                                        Json.object()),
                                List.of(task)));
    }

    private static String feed() throws IOException, InterruptedException {
        JsonNode feed = client.make(EMPLOYEE, "/feeds", Json.object()).expect(201).body();
        assertThat(feed.path("url").asText()).isEqualTo(host.address() + "/feeds/tasks.ics");
        String login = feed.path("user").asText() + ":" + feed.path("password").asText();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(feed.path("url").asText()));
            HttpResponse<String> refused =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate").orElse(""))
                    .startsWith("Basic");
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(login.getBytes(StandardCharsets.UTF_8)));
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static JsonNode awaited() throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            run("SendMessages");
            List<JsonNode> found = reminders();
            if (!found.isEmpty()) {
                assertThat(found).hasSize(1);
                return found.getFirst();
            }
            Thread.sleep(300);
        }
        throw new AssertionError("no reminder came");
    }

    private static List<JsonNode> reminders() {
        return client.send(null, "GET", "/local/outbox", null)
                .expect(200)
                .body()
                .valueStream()
                .map(kept -> kept.path("message"))
                .filter(message -> message.path("kind").asText().equals("task-reminder"))
                .toList();
    }

    private static void run(String schedule) {
        client.send(null, "POST", "/local/schedules/" + schedule, Json.object()).expect(200);
    }

    private static void move(String there) {
        client.send(null, "POST", "/local/clock", Json.object().put("now", there)).expect(200);
    }
}
