package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kz.bagalau.lambda.Json;

/// The assessment of the example data: the analysts enter what neither the survey nor the leavers
/// nor the reports say, and a run scores the year. What came with evidence is not touched. One body
/// stays incomplete, so that it can be seen what that looks like.
final class DemoAssessment {

    private static final Person DIGITAL =
            new Person("demo-it", List.of("digital"), Optional.empty(), Optional.empty());
    private static final String DOCUMENT = "example-order-17";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final int year;

    DemoAssessment(Client client, Progress progress, JsonNode data, int year) {
        this.client = client;
        this.progress = progress;
        this.data = data;
        this.year = year;
    }

    void make() {
        progress.say("example data: facts of the analysts, and an assessment of " + year);
        for (JsonNode body : data.path("bodies")) {
            if (assessed(body)) {
                enter(body, Demo.AGENCY, "pm.");
                enter(body, DIGITAL, "it.");
            }
        }
        run();
    }

    private static boolean assessed(JsonNode body) {
        return !body.path("kind").asText().equals("OTHER") && !body.has("parent");
    }

    /// Enters what is missing of one direction, and of a body that is to stay incomplete all but
    /// one fact.
    private void enter(JsonNode body, Person who, String direction) {
        String path = "/facts/" + Demo.id(body) + "/" + year;
        ObjectNode known = known(body);
        ObjectNode facts = Json.object();
        ObjectNode manual = Json.object();
        for (JsonNode missing :
                client.send(who, "GET", path, null).expect(200).body().path("missing")) {
            String name = missing.asText();
            boolean informatization = name.startsWith("it.") || name.startsWith("smart.");
            if (informatization != direction.equals("it.")
                    || name.equals(body.path("incomplete").asText())) {
                continue;
            }
            JsonNode value = known.path(name);
            if (value.isTextual() && isPoints(name)) {
                manual.putObject(name)
                        .put("points", value.asText())
                        .put("basis", "Мысал: талдаушының бағасы")
                        .put("document", DOCUMENT);
            } else if (!value.isMissingNode()) {
                facts.set(name, value);
            }
        }
        if (facts.isEmpty() && manual.isEmpty()) {
            return;
        }
        ObjectNode entry = Json.object().put("basis", "Мысал деректері").put("document", DOCUMENT);
        entry.set("facts", facts);
        entry.set("manual", manual);
        client.send(who, "PUT", path, entry).expect(200);
    }

    private static boolean isPoints(String name) {
        return List.of(
                        "pm.net_turnover",
                        "pm.stability",
                        "pm.gender",
                        "it.arch_portal",
                        "it.data_currency",
                        "it.automation",
                        "it.local_content",
                        "it.unused_systems")
                .contains(name);
    }

    /// What could be true of a body of this size, always the same for the same body.
    private static ObjectNode known(JsonNode body) {
        Random random = new Random(Demo.id(body).hashCode());
        int people = body.path("headcount").asInt();
        ObjectNode known = Json.object();
        for (int month = 0; month < 12; month++) {
            known.withArray("headcount.monthly").add(people);
        }
        known.put("exit.dismissed", 4 + random.nextInt(3))
                .put("exit.exempt", 1)
                .put("exit.interviewed", 3)
                .put("exit.negative", random.nextInt(2))
                .put("exit.negative_majority", 0)
                .put("exit.paper", 0);
        for (String quality :
                List.of(
                        "candidates",
                        "doctors",
                        "phd",
                        "academy",
                        "bolashak",
                        "nazarbayev",
                        "foreign",
                        "postgraduate",
                        "reserve",
                        "masters")) {
            known.put("staff." + quality, random.nextInt(3));
        }
        known.put("hours.overtime_weekday", Integer.toString(people * (20 + random.nextInt(40))))
                .put("hours.overtime_weekend", Integer.toString(people * (4 + random.nextInt(8))));
        known.put("training.advanced_due", 20)
                .put("training.advanced_done", 17 + random.nextInt(4))
                .put("training.retraining_due", 5)
                .put("training.retraining_done", 4 + random.nextInt(2))
                .put("training.late", random.nextInt(2))
                .put("training.missed", 0);
        known.put("strategy.content", "with_content")
                .put("strategy.execution_percent", Integer.toString(55 + random.nextInt(45)));
        known.put("internship.sent", random.nextInt(4)).put("internship.accepted", 2);
        known.put("ekyzmet.servants", people)
                .put("ekyzmet.files_complete", people - random.nextInt(2));
        known.put("competitions.held", 12)
                .put("competitions.observed", 9 + random.nextInt(4))
                .put("competitions.recorded", 9 + random.nextInt(4))
                .put("competitions.violations", random.nextInt(2));
        known.put("career.promoted_total", 10).put("career.promoted_within", 6 + random.nextInt(4));
        for (String sector :
                List.of(
                        "education",
                        "health",
                        "transport",
                        "roads",
                        "safety",
                        "tourism",
                        "utilities",
                        "ecology",
                        "management")) {
            known.put("smart." + sector, Integer.toString(350 + random.nextInt(300)));
        }
        known.put("it.unit_staff", 6)
                .put("it.unit_educated", 4 + random.nextInt(3))
                .put("it.employees", people)
                .put("it.trained", people / 3)
                .put("it.indicators", 40)
                .put("it.indicators_automatic", 20 + random.nextInt(20));
        return known.put("pm.net_turnover", Integer.toString(6 + random.nextInt(4)))
                .put("pm.stability", Integer.toString(3 + random.nextInt(3)))
                .put("pm.gender", Integer.toString(2 + random.nextInt(4)))
                .put("it.arch_portal", Integer.toString(20 + random.nextInt(9)))
                .put("it.data_currency", Integer.toString(14 + random.nextInt(6)))
                .put("it.automation", Integer.toString(15 + random.nextInt(9)))
                .put("it.local_content", Integer.toString(1 + random.nextInt(4)))
                .put("it.unused_systems", Integer.toString(random.nextInt(4)));
    }

    /// Starts a preliminary run, which another start of the host finds again by its key.
    private void run() {
        ObjectNode order = Json.object().put("year", year).put("kind", "PRELIMINARY");
        String run =
                client.send(Demo.AGENCY, "POST", "/runs", order)
                        .expect(200, 202)
                        .body()
                        .path("id")
                        .asText();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.send(Demo.AGENCY, "GET", "/runs/" + run, null)
                .expect(200)
                .body()
                .path("state")
                .asText()
                .equals("DONE")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the assessment was not finished");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
