package kz.bagalau.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.background.DeadLetters;
import kz.bagalau.local.background.Scheduler;
import kz.bagalau.local.data.DomainClock;
import kz.bagalau.local.data.Outbox;
import kz.bagalau.local.functions.OperatorFunctions;
import kz.bagalau.local.http.Answer;
import kz.bagalau.local.http.HostProblem;
import kz.bagalau.local.http.Request;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.people.Tokens;
import kz.bagalau.rules.Language;
import kz.bagalau.sandbox.Template;

/// What exists on one machine only: tokens for anybody, the domain clock, schedules at will,
/// functions for an operator, the outbox, the queues and their dead letters, and whether it runs.
final class LocalApi {

    private static final Pattern REDRIVE = Pattern.compile("/queues/([A-Za-z0-9]+)/redrive");

    private final Tokens tokens;
    private final DomainClock clock;
    private final Clock real;
    private final Scheduler scheduler;
    private final KeyOrder keyOrder;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final OperatorFunctions operator;

    LocalApi(
            Tokens tokens,
            DomainClock clock,
            Clock real,
            Scheduler scheduler,
            KeyOrder keyOrder,
            Outbox outbox,
            DeadLetters deadLetters,
            OperatorFunctions operator) {
        this.tokens = tokens;
        this.clock = clock;
        this.real = real;
        this.scheduler = scheduler;
        this.keyOrder = keyOrder;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.operator = operator;
    }

    Optional<Answer> answer(Request request) {
        String path = request.path().substring("/local".length());
        if (path.startsWith("/schedules/") && request.method().equals("POST")) {
            return Optional.of(run(path.substring("/schedules/".length())));
        }
        if (path.startsWith("/functions/") && request.method().equals("POST")) {
            return Optional.of(
                    json(request)
                            .map(input ->
                                    operator.call(path.substring("/functions/".length()), input))
                            .orElseGet(() -> Answer.message(400, "A JSON object is expected")));
        }
        Matcher redrive = REDRIVE.matcher(path);
        if (redrive.matches() && request.method().equals("POST")) {
            return Optional.of(redrive(request, redrive.group(1)));
        }
        return switch (request.method() + " " + path) {
            case "POST /token" -> Optional.of(token(request));
            case "GET /clock" -> Optional.of(now());
            case "POST /clock" -> Optional.of(moveClock(request));
            case "DELETE /clock" -> Optional.of(giveClockBack());
            case "GET /outbox" -> Optional.of(Answer.json(200, outbox.messages()));
            case "GET /health" -> Optional.of(health());
            case "GET /queues" -> Optional.of(queues(request));
            default -> Optional.empty();
        };
    }

    /// `keyOrder` is there while ballots of a closed survey wait for the rewriting.
    private Answer health() {
        ObjectNode health = Json.object().put("status", "UP");
        keyOrder.postponed().ifPresent(obstacle -> health.put("keyOrder", obstacle.name()));
        return Answer.json(200, health);
    }

    private Answer token(Request request) {
        Optional<JsonNode> asked = json(request);
        if (asked.isEmpty() || asked.get().path("sub").asText().isBlank()) {
            return problem(request, HostProblem.TOKEN_MALFORMED);
        }
        JsonNode person = asked.get();
        List<String> roles = new ArrayList<>();
        person.path("roles").forEach(role -> roles.add(role.asText()));
        return Answer.json(
                200,
                Map.of(
                        "token",
                        tokens.issue(
                                new Person(
                                        person.path("sub").asText(),
                                        roles,
                                        text(person, "body"),
                                        text(person, "name"),
                                        text(person, "territory")))));
    }

    private Answer moveClock(Request request) {
        Optional<Instant> to =
                json(request).flatMap(asked -> text(asked, "now")).flatMap(LocalApi::instant);
        if (to.isEmpty()) {
            return problem(
                    request,
                    HostProblem.CLOCK_MALFORMED,
                    "{\"now\":\"2026-01-05T03:00:00+05:00\"}");
        }
        if (!DomainClock.reaches(to.get())) {
            return problem(
                    request,
                    HostProblem.CLOCK_OUT_OF_RANGE,
                    Integer.toString(DomainClock.FIRST_YEAR),
                    Integer.toString(DomainClock.LAST_YEAR));
        }
        scheduler.move(to.get());
        keyOrder.restore();
        return now();
    }

    private Answer giveClockBack() {
        scheduler.giveBack(real.instant());
        keyOrder.restore();
        return now();
    }

    private Answer now() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
        return Answer.json(
                200, Json.object().put("now", now.toString()).put("moved", clock.isMoved()));
    }

    private Answer run(String id) {
        Optional<Template.Schedule> schedule = scheduler.schedule(id);
        if (schedule.isEmpty()) {
            return Answer.message(404, "No schedule " + id + ", only " + scheduler.ids());
        }
        boolean done = scheduler.during(() -> scheduler.run(schedule.get()));
        keyOrder.restore();
        return done
                ? Answer.json(200, Map.of("schedule", schedule.get().id()))
                : Answer.message(500, schedule.get().function() + " failed");
    }

    private static Answer problem(Request request, HostProblem problem, String... arguments) {
        return problem.answer(request.header("accept-language").orElse(""), arguments);
    }

    private Answer queues(Request request) {
        List<DeadLetters.Standing> standing = deadLetters.standing();
        if (byPerson(request)) {
            Language language = Language.accepted(request.header("accept-language").orElse(""));
            return Answer.html(200, QueuesPage.html(standing, language));
        }
        ObjectNode answer = Json.object();
        ArrayNode queues = answer.putArray("queues");
        standing.forEach(queue -> queues.add(json(queue)));
        return Answer.json(200, answer);
    }

    private Answer redrive(Request request, String id) {
        Optional<DeadLetters.Standing> before = deadLetters.redrive(id);
        if (before.isEmpty()) {
            return Answer.message(404, "No queue for dead letters " + id);
        }
        return byPerson(request)
                ? Answer.empty(303).with("Location", "/local/queues")
                : Answer.json(202, json(before.get()));
    }

    private static ObjectNode json(DeadLetters.Standing standing) {
        ObjectNode json = Json.object().put("id", standing.queue().id());
        standing.source().ifPresent(source -> json.put("deadLettersOf", source.id()));
        return json.put("waiting", standing.waiting()).put("away", standing.away());
    }

    /// Whether a browser asks for a page.
    private static boolean byPerson(Request request) {
        return request.header("accept").orElse("").contains("text/html");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(Request request) {
        try {
            return Optional.of(Json.parse(new String(request.body(), StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }
}
