package kz.bagalau.worktime.act;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.worktime.desk.Days;
import kz.bagalau.worktime.desk.WorktimeProblem;
import kz.bagalau.worktime.visit.Evidence;

/// What is sent about acts of presence.
public final class ActForm {

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_TEXT = 4000;
    private static final int MAX_NAME = 300;
    private static final int MAX_SUB = 200;
    private static final int MAX_EVIDENCE = 20;

    private ActForm() {}

    /// A new act.
    ///
    /// @param employee by the directory; empty where `person` is named by hand
    public record Draft(
            Optional<String> employee, Instant observedAt, Set<String> evidence, ObjectNode json) {}

    public static Input.Result<Draft> draft(Request request, Document visit, Instant now) {
        Input input = request.input(MAX_BYTES);
        Asked.anyVersion(input);
        ObjectNode json = Json.object();
        Optional<String> employee = input.optionalText("employee", MAX_SUB);
        Optional<String> person = input.optionalText("person", MAX_NAME);
        if (employee.isPresent() == person.isPresent()) {
            input.error(
                    "employee",
                    employee.isPresent() ? FieldProblem.NOT_ALLOWED : FieldProblem.REQUIRED,
                    "person");
        }
        employee.ifPresent(id -> json.put("employee", id));
        person.ifPresent(name -> json.put("person", name));
        json.put("workplace", input.text("workplace", MAX_NAME));
        Instant observed = Days.notAfter(input, "observedAt", now);
        String started = visit.content().path("startedAt").asText();
        if (!observed.equals(Instant.EPOCH)
                && !started.isEmpty()
                && observed.isBefore(Instant.parse(started))) {
            input.error("observedAt", WorktimeProblem.TOO_EARLY, started);
        }
        json.put("observedAt", observed.toString());
        input.optionalText("reason", MAX_TEXT).ifPresent(text -> json.put("reason", text));
        input.optionalText("overtimeAct", MAX_NAME)
                .ifPresent(text -> json.put("overtimeAct", text));
        Set<String> evidence = input.optionalTexts("evidence", MAX_EVIDENCE, MAX_NAME);
        ArrayNode list = json.putArray("evidence");
        for (String id : evidence) {
            list.add(id);
            if (Evidence.find(visit.content(), id)
                    .filter(one -> !Evidence.isDropped(one))
                    .isEmpty()) {
                input.error("evidence", WorktimeProblem.UNKNOWN_EVIDENCE, id);
            }
        }
        return input.finish(() -> new Draft(employee, observed, evidence, json));
    }

    /// A signature over the digest of the printed act.
    public record Signing(String sha256, Asked asked) {}

    /// Each official signs, whatever the others have signed meanwhile: it is the digest that says
    /// what was seen.
    public static Input.Result<Signing> signing(Request request, Document act) {
        Input input = request.input(MAX_BYTES);
        Asked.anyVersion(input);
        String sha256 = input.sha256("sha256");
        Asked asked =
                new Asked(
                        "sign",
                        OptionalLong.of(act.version()),
                        Json.object().put("sha256", sha256));
        return input.finish(() -> new Signing(sha256, asked));
    }

    enum Acquaintance {
        SIGNED,
        REFUSED
    }

    /// Whether the person was acquainted with the act, or refused to be.
    public record Acquainted(Acquaintance kind, Instant at, Asked asked) {}

    public static Input.Result<Acquainted> acquainted(Request request, Instant now) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Acquaintance kind = input.oneOf("kind", Acquaintance.class, Acquaintance.SIGNED);
        Instant at = Days.notAfter(input, "at", now);
        Asked asked =
                new Asked(
                        "acquaint",
                        version,
                        Json.object().put("kind", kind.name()).put("at", at.toString()));
        return input.finish(() -> new Acquainted(kind, at, asked));
    }
}
