package kz.bagalau.kpi.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.cases.http.CaseEvents;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.kpi.desk.KpiProblem;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.rules.flow.Actor;

/// The employee's signature under a plan or a sheet, or why there is none. It blocks nothing
/// (G-41).
///
/// @param signed whether it is given; otherwise it is refused or the employee is absent
/// @param on the day
public record Signature(Asked asked, boolean signed, LocalDate on) {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 1000;
    private static final String SIGNED = "signed";
    private static final String REFUSED = "refused";
    private static final String ABSENT = "absent";

    public static Input.Result<Signature> read(
            Request request, Document document, LocalDate today) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        boolean entry = Archive.isEntry(document);
        LocalDate on = Archive.day(input, entry, today);
        ObjectNode said = Json.object();
        if (input.raw(SIGNED).isBoolean()) {
            said.put(SIGNED, true);
            if (!input.raw(SIGNED).booleanValue()) {
                input.error(SIGNED, FieldProblem.NOT_ALLOWED, "false");
            }
        } else if (input.has(SIGNED)) {
            input.error(SIGNED, FieldProblem.WRONG_TYPE, "boolean");
        }
        Stream.of(REFUSED, ABSENT)
                .forEach(field ->
                        input.optionalText(field, MAX_REASON)
                                .ifPresent(reason -> said.put(field, reason)));
        if (said.size() != 1) {
            input.error(SIGNED, said.isEmpty() ? FieldProblem.REQUIRED : FieldProblem.REPEATED);
        }
        boolean signed = said.has(SIGNED);
        return input.finish(() ->
                new Signature(
                        new Asked("sign", version, Archive.asked(said, entry, on)), signed, on));
    }

    /// Signs, or records why not: only the employee signs, and what they have signed stands.
    public Response record(Caller caller, Document seen, Set<Actor> actors, CaseEvents events) {
        if (signed && !actors.contains(Actor.EMPLOYEE)) {
            return caller.refusal();
        }
        return events.happen(
                caller,
                seen,
                asked,
                _ ->
                        against(seen, actors)
                                .<Decision>map(Decision.Refused::new)
                                .orElseGet(() ->
                                        Decision.next(
                                                seen, seen.state(), signedContent(seen, caller))));
    }

    private Optional<Problem> against(Document seen, Set<Actor> actors) {
        boolean stands = seen.content().at("/signatures/employee").has(SIGNED);
        return stands && !actors.contains(Actor.EMPLOYEE)
                ? Optional.of(Problem.of(KpiProblem.SIGNED_ALREADY))
                : Archive.outOfOrder(seen, on, "on");
    }

    private ObjectNode signedContent(Document seen, Caller caller) {
        ObjectNode content = seen.content();
        ObjectNode signature = asked.asked();
        signature.put("on", on.toString()).put("by", caller.subject());
        content.withObject("/signatures").set("employee", signature);
        return Archive.isEntry(content) ? Archive.took(content, on) : content;
    }
}
