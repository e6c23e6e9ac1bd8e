package kz.bagalau.worktime.visit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Times;
import kz.bagalau.worktime.desk.Days;
import kz.bagalau.worktime.desk.WorktimeProblem;

/// What is sent about visits.
public final class VisitForm {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_NAME = 300;
    private static final int MAX_SUB = 200;
    private static final int MAX_CARD = 100;
    private static final int MAX_ID = 100;
    private static final int MAX_PEOPLE = 20;

    private VisitForm() {}

    enum VisitKind {
        PLANNED,
        UNSCHEDULED
    }

    /// Who may be invited (121 ¶15).
    enum Guest {
        /// The ethics officer.
        ETHICS,
        /// A representative of the public.
        PUBLIC
    }

    /// A visit that is to be registered.
    ///
    /// @param item of a plan; empty where it is unscheduled
    /// @param people the fields `officials` and `invited`
    public record Registration(
            VisitKind kind,
            Optional<String> item,
            String body,
            LocalDate date,
            Optional<String> ground,
            ObjectNode people) {

        ObjectNode asked() {
            ObjectNode asked =
                    Json.object()
                            .put("kind", kind.name())
                            .put("body", body)
                            .put("date", date.toString());
            item.ifPresent(id -> asked.put("item", id));
            ground.ifPresent(text -> asked.put("ground", text));
            asked.setAll(people);
            return asked;
        }
    }

    public static Input.Result<Registration> registration(Request request) {
        Input input = request.input(MAX_BYTES);
        VisitKind kind = input.oneOf("kind", VisitKind.class, VisitKind.PLANNED);
        Optional<String> item =
                switch (kind) {
                    case PLANNED -> Optional.of(input.text("item", MAX_ID));
                    case UNSCHEDULED -> Optional.empty();
                };
        String body = input.id("body");
        LocalDate date = Days.day(input, "date");
        Optional<String> ground = input.optionalText("ground", MAX_TEXT);
        ObjectNode people = people(input);
        return input.finish(() -> new Registration(kind, item, body, date, ground, people));
    }

    /// A visit that is registered, otherwise.
    public record Changed(
            LocalDate date, Optional<String> ground, ObjectNode people, Asked asked) {}

    public static Input.Result<Changed> changed(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        LocalDate date = Days.day(input, "date");
        Optional<String> ground = input.optionalText("ground", MAX_TEXT);
        ObjectNode people = people(input);
        ObjectNode asked = Json.object().put("date", date.toString());
        ground.ifPresent(text -> asked.put("ground", text));
        asked.setAll(people);
        return input.finish(
                () -> new Changed(date, ground, people, new Asked("change", version, asked)));
    }

    private static ObjectNode people(Input input) {
        ObjectNode people = Json.object();
        ArrayNode officials = people.putArray("officials");
        Set<String> subjects = new HashSet<>();
        if (!input.has("officials")) {
            input.error("officials", FieldProblem.REQUIRED);
        }
        List<Input> sent = input.objects("officials", MAX_PEOPLE);
        if (input.has("officials") && sent.isEmpty() && input.raw("officials").isEmpty()) {
            input.error("officials", FieldProblem.TOO_FEW, "1");
        }
        for (Input official : sent) {
            String sub = official.person("sub", MAX_SUB);
            if (!sub.isEmpty() && !subjects.add(sub)) {
                official.error("sub", FieldProblem.REPEATED, sub);
            }
            officials
                    .addObject()
                    .put("sub", sub)
                    .put("name", official.text("name", MAX_NAME))
                    .put("card", official.text("card", MAX_CARD));
        }
        ArrayNode invited = people.putArray("invited");
        for (Input guest : input.objects("invited", MAX_PEOPLE)) {
            invited.addObject()
                    .put("name", guest.text("name", MAX_NAME))
                    .put("kind", guest.oneOf("kind", Guest.class, Guest.ETHICS).name());
        }
        return people;
    }

    /// A step with a reason.
    public record Reasoned(String reason, Asked asked) {}

    public static Input.Result<Reasoned> reasoned(Request request, String event) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        String reason = input.text("reason", MAX_TEXT);
        Asked asked = new Asked(event, version, Json.object().put("reason", reason));
        return input.finish(() -> new Reasoned(reason, asked));
    }

    /// A step at a moment.
    public record Timed(Instant at, Asked asked) {}

    /// The start, which is on the day of the visit, with the cards shown (121 ¶12).
    public static Input.Result<Timed> start(Request request, Document visit, Instant now) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Instant at = Days.notAfter(input, "at", now);
        LocalDate date = LocalDate.parse(visit.content().path("date").asText());
        if (!at.equals(Instant.EPOCH) && !Times.day(at).equals(date)) {
            input.error("at", WorktimeProblem.ANOTHER_DAY, date.toString());
        }
        JsonNode shown = input.raw("cardsShown");
        if (shown.isMissingNode() || shown.isNull()) {
            input.error("cardsShown", FieldProblem.REQUIRED);
        } else if (!shown.isBoolean()) {
            input.error("cardsShown", FieldProblem.WRONG_TYPE, "boolean");
        } else if (!shown.booleanValue()) {
            input.error("cardsShown", WorktimeProblem.CARD_NOT_SHOWN);
        }
        return input.finish(() -> timed("start", at, version));
    }

    public static Input.Result<Timed> finish(Request request, Document visit, Instant now) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Instant at = Days.notAfter(input, "at", now);
        String started = visit.content().path("startedAt").asText();
        if (!at.equals(Instant.EPOCH)
                && !started.isEmpty()
                && at.isBefore(Instant.parse(started))) {
            input.error("at", WorktimeProblem.TOO_EARLY, started);
        }
        return input.finish(() -> timed("finish", at, version));
    }

    private static Timed timed(String event, Instant at, OptionalLong version) {
        return new Timed(at, new Asked(event, version, Json.object().put("at", at.toString())));
    }

    /// An explanation that was demanded (121 ¶13), whether or not it was given.
    ///
    /// @param json as it stands in the visit
    public record Explanation(ObjectNode json, Asked asked) {}

    public static Input.Result<Explanation> explanation(
            Request request, Instant now, boolean stands) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        ObjectNode json = Json.object().put("person", input.text("person", MAX_NAME));
        Instant requested = Days.notAfter(input, "requestedAt", now);
        json.put("requestedAt", requested.toString());
        input.optionalText("text", MAX_TEXT).ifPresent(text -> json.put("text", text));
        if (input.has("receivedAt")) {
            Instant received = Days.notAfter(input, "receivedAt", now);
            if (received.isBefore(requested) && !received.equals(Instant.EPOCH)) {
                input.error("receivedAt", WorktimeProblem.TOO_EARLY, requested.toString());
            }
            json.put("receivedAt", received.toString());
        }
        input.raw("receivedAt");
        return input.finish(() ->
                new Explanation(json, new Asked(stands ? "supplement" : "record", version, json)));
    }
}
