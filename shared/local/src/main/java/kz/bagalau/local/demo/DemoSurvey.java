package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.people.People;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.local.start.Progress;
import kz.bagalau.sandbox.Voter;

/// The surveys of the example data: one that is over and counted, every ballot with a blind
/// signature of its own, and one that is open now.
final class DemoSurvey {

    static final String OPEN = "example-open";

    private static final String CLOSED = "example-results";
    private static final int AT_ONCE = 8;
    private static final int DAYS = 5;

    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final ZonedDateTime begun;

    DemoSurvey(Client client, Progress progress, JsonNode data, ZonedDateTime begun) {
        this.client = client;
        this.progress = progress;
        this.data = data;
        this.begun = begun;
    }

    /// @param state what is noted between two starts
    /// @param note keeps it
    void make(ObjectNode state, Consumer<ObjectNode> note) {
        ZonedDateTime opens = begun.minusDays(DAYS + 3L).truncatedTo(ChronoUnit.DAYS).withHour(9);
        ZonedDateTime closes = opens.plusDays(DAYS).withHour(18);
        int year = opens.getYear();
        if (List.of("", "OPEN").contains(state(CLOSED))) {
            moveClock(opens.minusDays(1));
            open(CLOSED, year - 1, opens, closes);
            for (JsonNode body : data.path("bodies")) {
                enrol(CLOSED, Demo.id(body), withLogin(body));
            }
            vote(opens, slips(state, note));
        }
        if (!state(CLOSED).equals("CLOSED")) {
            progress.say("example data: closing and counting");
            moveClock(closes);
            moveClock(closes.plusMinutes(30));
        }
        client.send(null, "DELETE", "/local/clock", null).expect(200);
        if (!state(CLOSED).equals("CLOSED")) {
            throw new IllegalStateException("the survey " + CLOSED + " was not counted");
        }
        moveClock(begun.minusDays(1));
        open(OPEN, year, begun.minusHours(1), begun.plusDays(30));
        enrolDemoPeople();
        client.send(null, "DELETE", "/local/clock", null).expect(200);
        ObjectNode slips =
                Json.object().put("body", Demo.id(data.path("bodies").path(0))).put("count", 5);
        JsonNode made =
                client.make(Demo.AGENCY, "/surveys/" + OPEN + "/codes", slips).expect(201).body();
        state.set("codes", made.path("codes"));
        state.put("fingerprint", survey(OPEN).path("fingerprint").asText());
        state.put("year", year);
    }

    private void moveClock(ZonedDateTime to) {
        ObjectNode now = Json.object().put("now", to.toOffsetDateTime().toString());
        client.send(null, "POST", "/local/clock", now).expect(200);
    }

    /// A survey that is there already was opened before an interruption.
    private void open(String survey, int year, ZonedDateTime opens, ZonedDateTime closes) {
        if (state(survey).isEmpty()) {
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
            data.path("bodies").forEach(body -> bodies.add(Demo.id(body)));
            client.send(Demo.AGENCY, "POST", "/surveys", order).expect(200, 201);
        }
    }

    private void enrol(String survey, String body, List<String> people) {
        ObjectNode list = Json.object().put("body", body);
        people.forEach(list.putArray("people")::add);
        client.send(Demo.hr(body), "POST", "/surveys/" + survey + "/participants", list)
                .expect(200, 201);
    }

    private void enrolDemoPeople() {
        for (JsonNode body : data.path("bodies")) {
            List<String> people =
                    new ArrayList<>(
                            People.known().stream()
                                    .filter(person -> person.roles().contains("employee"))
                                    .filter(person ->
                                            person.body().filter(Demo.id(body)::equals).isPresent())
                                    .map(Person::subject)
                                    .toList());
            List<String> others = withLogin(body);
            people.addAll(others.subList(people.size(), others.size()));
            enrol(OPEN, Demo.id(body), people);
        }
    }

    /// Somebody with a right to one ballot, by login or by a slip's code.
    private record Right(JsonNode body, String person, Optional<String> code) {}

    /// Spreads the ballots over the days of the survey.
    private void vote(ZonedDateTime opens, List<Right> slips) {
        JsonNode survey = survey(CLOSED);
        List<Right> rights = new ArrayList<>();
        for (JsonNode body : data.path("bodies")) {
            voters(body).forEach(person -> rights.add(new Right(body, person, Optional.empty())));
        }
        rights.addAll(slips);
        Collections.shuffle(rights, new Random(1));
        AtomicInteger cast = new AtomicInteger();
        int perDay = rights.size() / DAYS + 1;
        for (int day = 0; day < DAYS; day++) {
            moveClock(opens.plusDays(day).plusHours(1));
            int from = Math.min(day * perDay, rights.size());
            int to = Math.min(from + perDay, rights.size());
            AtOnce.each(
                    rights.subList(from, to),
                    AT_ONCE,
                    right -> {
                        cast(survey, right);
                        if (cast.incrementAndGet() % 50 == 0) {
                            progress.say(
                                    "example data: %d of %d ballots"
                                            .formatted(cast.get(), rights.size()));
                        }
                    });
        }
    }

    /// Codes are shown once, so they are noted here before they are used.
    private List<Right> slips(ObjectNode state, Consumer<ObjectNode> note) {
        if (!state.has("slips")) {
            ObjectNode made = state.putObject("slips");
            for (JsonNode body : data.path("bodies")) {
                if (body.has("slips")) {
                    ObjectNode order =
                            Json.object()
                                    .put("body", Demo.id(body))
                                    .set("count", body.path("slips"));
                    made.set(
                            Demo.id(body),
                            client.make(Demo.AGENCY, "/surveys/" + CLOSED + "/codes", order)
                                    .expect(201)
                                    .body()
                                    .path("codes"));
                }
            }
            note.accept(state);
        }
        List<Right> rights = new ArrayList<>();
        for (JsonNode body : data.path("bodies")) {
            for (JsonNode code : state.path("slips").path(Demo.id(body))) {
                rights.add(new Right(body, code.asText(), Optional.of(code.asText())));
            }
        }
        return rights;
    }

    private void cast(JsonNode survey, Right right) {
        JsonNode key =
                survey.path(right.code().isPresent() ? "slipKeys" : "keys")
                        .path(Demo.id(right.body()));
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
                            Optional.of(Demo.id(right.body())),
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
        Random random =
                new Random(right.person().hashCode() * 31L + Demo.id(right.body()).hashCode());
        double leaning = right.body().path("leaning").asDouble();
        ObjectNode ballot = Json.object().put("body", Demo.id(right.body()));
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

    /// Everybody of a body but those who vote by slip.
    private static List<String> withLogin(JsonNode body) {
        return people(body, body.path("headcount").asInt() - body.path("slips").asInt());
    }

    private static List<String> voters(JsonNode body) {
        return people(body, body.path("voters").asInt() - body.path("slips").asInt());
    }

    private static List<String> people(JsonNode body, int count) {
        List<String> people = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            people.add("%s-%03d".formatted(Demo.id(body), number));
        }
        return people;
    }

    private JsonNode survey(String survey) {
        return client.send(null, "GET", "/surveys/" + survey, null).expect(200).body();
    }

    /// Empty where there is no such survey.
    private String state(String survey) {
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
            random.setSeed(
                    (Demo.id(right.body()) + right.person()).getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA1PRNG", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Tokens.encode(bytes);
    }
}
