package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.bagalau.facts.FactJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;
import kz.bagalau.sandbox.SampleFacts;

/// The assessment of the example data: the analysts enter what neither the survey nor the leavers
/// nor the reports say, and a run scores the year. What came with evidence is not touched. One body
/// stays incomplete, so that it can be seen what that looks like.
final class DemoAssessment {

    private static final Person DIGITAL =
            new Person("demo-it", List.of("digital"), Optional.empty(), Optional.empty());
    private static final String DOCUMENT = "example-order-17";
    private static final int REPORTED = 100;
    private static final int TRIES = 20;
    private static final String BASIS = "Мысал деректері";

    /// How long no further body may be scored before it is given up.
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

    /// Enters what is missing of the bodies that have evidence.
    void enter() {
        progress.say("example data: facts of the analysts");
        for (JsonNode body : data.path("bodies")) {
            if (!body.path("kind").asText().equals("OTHER") && !body.has("parent")) {
                enter(body);
            }
        }
    }

    /// Enters what is missing of a body, and of one that is to stay incomplete all but one fact:
    /// what could be true of a body of its size, always the same for the same body.
    void enter(JsonNode body) {
        String path = "/facts/" + Demo.id(body) + "/" + year;
        SampleFacts made = SampleFacts.of(Demo.id(body).hashCode(), body.path("headcount").asInt());
        ObjectNode personnel = entry();
        ObjectNode technology = entry();
        for (JsonNode missing :
                client.send(Demo.AGENCY, "GET", path, null).expect(200).body().path("missing")) {
            String name = missing.asText();
            if (!name.equals(body.path("incomplete").asText())) {
                boolean digital = name.startsWith("it.") || name.startsWith("smart.");
                add(digital ? technology : personnel, name, made);
            }
        }
        send(Demo.AGENCY, path, personnel);
        send(DIGITAL, path, technology);
    }

    private static ObjectNode entry() {
        ObjectNode entry = Json.object().put("basis", BASIS).put("document", DOCUMENT);
        entry.putObject("facts");
        entry.putObject("manual");
        return entry;
    }

    private static void add(ObjectNode entry, String name, SampleFacts made) {
        Optional.ofNullable(made.facts().get(name))
                .ifPresent(
                        value -> entry.withObject("/facts").set(name, FactJson.write(name, value)));
        Optional.ofNullable(made.manual().get(name))
                .ifPresent(points ->
                        entry.withObject("/manual")
                                .putObject(name)
                                .put("points", points.points().toPlainString())
                                .put("basis", "Мысал: талдаушының бағасы")
                                .put("document", DOCUMENT));
    }

    private void send(Person who, String path, ObjectNode entry) {
        if (!entry.path("facts").isEmpty() || !entry.path("manual").isEmpty()) {
            client.send(who, "PUT", path, entry).expect(200);
        }
    }

    /// Scores all bodies in a preliminary run, which another start of the host finds again by its
    /// key.
    ///
    /// @param further how many bodies were added to those of the example; with more of them it is
    ///   another run
    void run(int further) {
        progress.say("example data: an assessment of " + year);
        String path = "/runs/" + start("further " + further);
        int scored = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode run = show(path);
        while (!run.path("state").asText().equals("DONE")) {
            int now = run.path("scored").asInt() + run.path("failed").asInt();
            if (now > scored) {
                end = System.nanoTime() + PATIENCE.toNanos();
                if (now / REPORTED > scored / REPORTED) {
                    progress.say(
                            "example data: %d of %d bodies scored"
                                    .formatted(now, run.path("bodies").asInt()));
                }
                scored = now;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the assessment was not finished");
            }
            pause();
            run = show(path);
        }
    }

    /// Where there are very many bodies, a call may end before every message of the run is sent;
    /// the same call again goes on with it.
    private String start(String occasion) {
        ObjectNode order = Json.object().put("year", year).put("kind", "PRELIMINARY");
        for (int more = TRIES - 1; ; more--) {
            Client.Reply reply = client.send(Demo.AGENCY, "POST", "/runs", order, occasion);
            if (reply.status() < 500 || more == 0) {
                return reply.expect(200, 202).body().path("id").asText();
            }
        }
    }

    private JsonNode show(String run) {
        return client.send(Demo.AGENCY, "GET", run, null).expect(200).body();
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
