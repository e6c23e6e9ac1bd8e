package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Voter;

/// The example data of a first start: a few state bodies, one survey of them that is closed and
/// tallied, and one that is open now. All of it goes through the public HTTP API, every ballot with
/// a blind signature of its own. What is drawn is drawn from fixed seeds, and every request can be
/// sent again, so a start that was interrupted goes on where it stopped.
///
/// No body, person or answer in it is real; `demo.json` has them.
final class Demo {

    private static final String FILE = "demo.json";
    private static final String CLOSED = "example-results";
    private static final String OPEN = "example-open";
    private static final int AT_ONCE = 8;
    private static final int DAYS = 5;

    private static final Person AGENCY =
            new Person("demo-agency", List.of("agency"), Optional.empty(), Optional.empty());

    private final Host host;
    private final Progress progress;
    private final JsonNode data;

    Demo(Host host, Progress progress) {
        this.host = host;
        this.progress = progress;
        this.data = resource();
    }

    /// Makes the example data where `wanted` and the store is empty, and says how to begin. Without
    /// example data the host is useful too, so a failure is told and nothing more.
    String walkThrough(boolean wanted) {
        Optional<JsonNode> note = note();
        if (note.isEmpty() && !wanted) {
            return plain();
        }
        try (Client client = new Client(host.address())) {
            if (note.isEmpty()) {
                boolean empty =
                        client.send(AGENCY, "GET", "/bodies", null)
                                .expect(200)
                                .body()
                                .path("bodies")
                                .isEmpty();
                write(
                        Json.object()
                                .put("stage", empty ? "BEGUN" : "NOT_WANTED")
                                .put(
                                        "begun",
                                        OffsetDateTime.now(host.realClock())
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString()));
            }
            ObjectNode state = (ObjectNode) note().orElseThrow();
            if (state.path("stage").asText().equals("BEGUN")) {
                make(client, state);
                write(state.put("stage", "DONE"));
            }
            return state.path("stage").asText().equals("DONE") ? example(state) : plain();
        } catch (RuntimeException e) {
            progress.say("the example data could not be made: " + e);
            return plain();
        }
    }

    private void make(Client client, ObjectNode state) {
        ZonedDateTime begun =
                OffsetDateTime.parse(state.path("begun").asText())
                        .atZoneSameInstant(Runtime.ALMATY);
        progress.say("example data: state bodies and a survey of them");
        for (JsonNode body : data.path("bodies")) {
            client.send(AGENCY, "PUT", "/bodies/" + id(body), directoryEntry(body))
                    .expect(200, 201);
        }
        ZonedDateTime opens = begun.minusDays(DAYS + 3L).truncatedTo(ChronoUnit.DAYS).withHour(9);
        ZonedDateTime closes = opens.plusDays(DAYS).withHour(18);
        int year = opens.getYear();
        if (List.of("", "OPEN").contains(state(client, CLOSED))) {
            moveClock(client, opens);
            open(client, CLOSED, year - 1, opens, closes);
            vote(client, opens, slips(client, state));
        }
        if (!state(client, CLOSED).equals("CLOSED")) {
            progress.say("example data: closing and counting");
            moveClock(client, closes);
            moveClock(client, closes.plusMinutes(30));
        }
        client.send(null, "DELETE", "/local/clock", null).expect(200);
        if (!state(client, CLOSED).equals("CLOSED")) {
            throw new IllegalStateException("the survey " + CLOSED + " was not counted");
        }
        open(client, OPEN, year, begun.minusHours(1), begun.plusDays(30));
        enrolDemoPeople(client);
        ObjectNode slips =
                Json.object().put("body", id(data.path("bodies").path(0))).put("count", 5);
        JsonNode made =
                client.make(AGENCY, "/surveys/" + OPEN + "/codes", slips).expect(201).body();
        state.set("codes", made.path("codes"));
        state.put("fingerprint", survey(client, OPEN).path("fingerprint").asText());
        state.put("year", year);
    }

    private static void moveClock(Client client, ZonedDateTime to) {
        ObjectNode now = Json.object().put("now", to.toOffsetDateTime().toString());
        client.send(null, "POST", "/local/clock", now).expect(200);
    }

    /// A survey that is there already was opened before an interruption.
    private void open(
            Client client, String survey, int year, ZonedDateTime opens, ZonedDateTime closes) {
        if (state(client, survey).isEmpty()) {
            ObjectNode order =
                    Json.object()
                            .put("id", survey)
                            .put("year", year)
                            .put("questionnaire", "appendix-9")
                            .put("opens", opens.toOffsetDateTime().toString())
                            .put("closes", closes.toOffsetDateTime().toString())
                            .put("minimumGroup", 5)
                            .put("minimumTexts", 10);
            order.putArray("multi");
            order.putArray("pools");
            ArrayNode bodies = order.putArray("bodies");
            data.path("bodies").forEach(body -> bodies.add(id(body)));
            client.send(AGENCY, "POST", "/surveys", order).expect(200, 201);
        }
        if (survey.equals(CLOSED)) {
            for (JsonNode body : data.path("bodies")) {
                enrol(client, survey, id(body), voters(body));
            }
        }
    }

    private static void enrol(Client client, String survey, String body, List<String> people) {
        ObjectNode list = Json.object().put("body", body);
        people.forEach(list.putArray("people")::add);
        client.send(
                        new Person(
                                "demo-hr-" + body,
                                List.of("hr"),
                                Optional.of(body),
                                Optional.empty()),
                        "POST",
                        "/surveys/" + survey + "/participants",
                        list)
                .expect(200, 201);
    }

    private void enrolDemoPeople(Client client) {
        for (JsonNode body : data.path("bodies")) {
            List<String> people =
                    People.known().stream()
                            .filter(person -> person.roles().contains("employee"))
                            .filter(person -> person.body().filter(id(body)::equals).isPresent())
                            .map(Person::subject)
                            .toList();
            if (!people.isEmpty()) {
                enrol(client, OPEN, id(body), people);
            }
        }
    }

    /// Somebody with a right to one ballot, by login or by a slip's code.
    private record Right(JsonNode body, String person, Optional<String> code) {}

    /// Spreads the ballots over the days of the survey.
    private void vote(Client client, ZonedDateTime opens, List<Right> slips) {
        JsonNode survey = survey(client, CLOSED);
        List<Right> rights = new ArrayList<>();
        for (JsonNode body : data.path("bodies")) {
            voters(body).forEach(person -> rights.add(new Right(body, person, Optional.empty())));
        }
        rights.addAll(slips);
        Collections.shuffle(rights, new Random(1));
        AtomicInteger cast = new AtomicInteger();
        int perDay = rights.size() / DAYS + 1;
        for (int day = 0; day < DAYS; day++) {
            moveClock(client, opens.plusDays(day).plusHours(1));
            int from = Math.min(day * perDay, rights.size());
            int to = Math.min(from + perDay, rights.size());
            inParallel(
                    rights.subList(from, to),
                    right -> {
                        cast(client, survey, right);
                        if (cast.incrementAndGet() % 50 == 0) {
                            progress.say(
                                    "example data: %d of %d ballots"
                                            .formatted(cast.get(), rights.size()));
                        }
                    });
        }
    }

    /// Codes are shown once, so they are noted here before they are used.
    private List<Right> slips(Client client, ObjectNode state) {
        if (!state.has("slips")) {
            ObjectNode made = state.putObject("slips");
            for (JsonNode body : data.path("bodies")) {
                if (body.has("slips")) {
                    ObjectNode order =
                            Json.object().put("body", id(body)).set("count", body.path("slips"));
                    made.set(
                            id(body),
                            client.make(AGENCY, "/surveys/" + CLOSED + "/codes", order)
                                    .expect(201)
                                    .body()
                                    .path("codes"));
                }
            }
            write(state);
        }
        List<Right> rights = new ArrayList<>();
        for (JsonNode body : data.path("bodies")) {
            for (JsonNode code : state.path("slips").path(id(body))) {
                rights.add(new Right(body, code.asText(), Optional.of(code.asText())));
            }
        }
        return rights;
    }

    private void cast(Client client, JsonNode survey, Right right) {
        JsonNode key = survey.path("keys").path(id(right.body()));
        Voter voter = Voter.of(key.path("n").asText(), key.path("e").asText(), seeded(right));
        Voter.Blinding blinding = voter.blind();
        ObjectNode request = Json.object().put("blinded", encode(blinding.blinded()));
        String path = "/surveys/" + CLOSED;
        Client.Reply reply;
        if (right.code().isPresent()) {
            request.put("code", right.code().get());
            reply = client.send(null, "POST", path + "/code-tokens", request);
        } else {
            Person person =
                    new Person(
                            right.person(),
                            List.of("employee"),
                            Optional.of(id(right.body())),
                            Optional.empty());
            reply = client.send(person, "POST", path + "/tokens", request);
        }
        byte[] signature =
                Base64.getUrlDecoder()
                        .decode(reply.expect(200, 201).body().path("signature").asText());
        Voter.Token token = voter.finish(blinding, signature);
        client.send(null, "POST", path + "/ballots", ballot(right, token)).expect(200, 201);
    }

    private ObjectNode ballot(Right right, Voter.Token token) {
        Random random = new Random(right.person().hashCode() * 31L + id(right.body()).hashCode());
        double leaning = right.body().path("leaning").asDouble();
        ObjectNode ballot = Json.object().put("body", id(right.body()));
        ballot.putObject("token")
                .put("message", encode(token.message()))
                .put("signature", encode(token.signature()));
        ObjectNode answers = ballot.putObject("answers");
        double mood = random.nextGaussian() * 0.15;
        for (int question = 1; question <= 32; question++) {
            int options = options(question);
            double drawn = leaning + mood + 0.1 * Math.sin(question) + random.nextGaussian() * 0.22;
            int option = (int) Math.ceil(Math.clamp(drawn, 0.01, 1.0) * options);
            if (question == 1 || random.nextInt(30) != 0) {
                answers.put("q" + question, option);
            }
        }
        if (random.nextInt(4) == 0) {
            JsonNode texts = data.path("texts");
            answers.put("q33", texts.path(random.nextInt(texts.size())).asText());
        }
        ObjectNode respondent = ballot.putObject("respondent");
        respondent.put("sex", 1 + random.nextInt(2));
        respondent.put("position", random.nextInt(4) == 0 ? 1 : 2);
        respondent.put("service", 1 + random.nextInt(3));
        return ballot;
    }

    /// How many options a closed question of Appendix 9 has.
    private static int options(int question) {
        return switch (question) {
            case 27, 28 -> 2;
            case 29 -> 7;
            case 32 -> 6;
            default -> 4;
        };
    }

    private static List<String> voters(JsonNode body) {
        List<String> people = new ArrayList<>();
        int byLogin = body.path("voters").asInt() - body.path("slips").asInt();
        for (int number = 1; number <= byLogin; number++) {
            people.add("%s-%03d".formatted(id(body), number));
        }
        return people;
    }

    private static String id(JsonNode body) {
        return body.path("id").asText();
    }

    private static ObjectNode directoryEntry(JsonNode body) {
        ObjectNode entry = (ObjectNode) body.deepCopy();
        entry.remove(List.of("id", "voters", "leaning", "slips"));
        return entry;
    }

    private static JsonNode survey(Client client, String survey) {
        return client.send(null, "GET", "/surveys/" + survey, null).expect(200).body();
    }

    /// Empty where there is no such survey.
    private static String state(Client client, String survey) {
        return client.send(null, "GET", "/surveys/" + survey, null)
                .expect(200, 404)
                .body()
                .path("state")
                .asText();
    }

    /// A voter that draws the same blinding at every try. Good for examples only.
    private static SecureRandom seeded(Right right) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed((id(right.body()) + right.person()).getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA1PRNG", e);
        }
    }

    private interface Work {
        void on(Right right);
    }

    private static void inParallel(List<Right> rights, Work work) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Right right : rights) {
                places.acquire();
                all.add(
                        threads.submit(() -> {
                            try {
                                work.on(right);
                            } finally {
                                places.release();
                            }
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a ballot was refused: " + e.getCause(), e);
        }
    }

    private String plain() {
        return """

        Bagalau runs at %s (Ctrl-C stops it).
        """
                .formatted(host.address());
    }

    private String example(JsonNode state) {
        String link =
                "%s/survey.html?id=%s#fp=%s"
                        .formatted(host.address(), OPEN, state.path("fingerprint").asText());
        return """

        Bagalau runs at %1$s (Ctrl-C stops it).

        Answer a survey yourself, as a respondent with a slip of paper:
          %2$s&code=%3$s&body=%5$s
        or as one who logs in (take a demo person, such as demo-aigerim):
          %2$s
        See the results of a survey that is over (log in as demo-agency or demo-hr-digital):
          %1$s/desk.html
        More slips: %4$s
        """
                .formatted(
                        host.address(),
                        link,
                        state.path("codes").path(0).asText(),
                        String.join(" ", codes(state)),
                        id(data.path("bodies").path(0)));
    }

    private static List<String> codes(JsonNode state) {
        List<String> codes = new ArrayList<>();
        state.path("codes").forEach(code -> codes.add(code.asText()));
        return codes.subList(Math.min(1, codes.size()), codes.size());
    }

    private Optional<JsonNode> note() {
        return host.data().read(FILE).map(Json::read);
    }

    private void write(ObjectNode state) {
        host.data().write(FILE, Json.write(state));
    }

    private static String encode(byte[] bytes) {
        return Tokens.encode(bytes);
    }

    private static JsonNode resource() {
        try (InputStream in = Demo.class.getResourceAsStream("demo.json")) {
            return Json.read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
