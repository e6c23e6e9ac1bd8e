package kz.bagalau.workmode.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// What becomes of an application.
public sealed interface Decided {

    int MAX_BYTES = 8 * 1024;
    int MAX_REASON = 4000;

    Asked asked();

    /// It has reached the authorised person (¶16).
    record Received(Instant at, Asked asked) implements Decided {

        public static Input.Result<Received> read(Request request, Instant submitted, Instant now) {
            Input input = request.input(MAX_BYTES);
            OptionalLong version = Asked.version(input);
            Instant at = input.instant("receivedAt");
            if (at.isAfter(now)) {
                input.error("receivedAt", WorkmodeProblem.IN_FUTURE);
            } else if (at.isBefore(submitted) && !input.isWrong("receivedAt")) {
                input.error("receivedAt", WorkmodeProblem.BEFORE_SUBMISSION);
            }
            ObjectNode asked = Json.object().put(Applications.RECEIVED, at.toString());
            return input.finish(() -> new Received(at, new Asked("receive", version, asked)));
        }
    }

    /// Approved or refused (¶16). A refusal has a reason.
    record Reviewed(boolean approved, Optional<String> reason, Asked asked) implements Decided {

        private enum Choice {
            APPROVE,
            REFUSE
        }

        public static Input.Result<Reviewed> read(Request request) {
            Input input = request.input(MAX_BYTES);
            OptionalLong version = Asked.version(input);
            Choice choice = input.oneOf("decision", Choice.class, Choice.APPROVE);
            Optional<String> reason = input.optionalText("reason", MAX_REASON);
            if (choice == Choice.REFUSE && !input.has("reason")) {
                input.error("reason", FieldProblem.REQUIRED);
            }
            boolean approved = choice == Choice.APPROVE;
            ObjectNode asked = Json.object().put("decision", choice.name());
            reason.ifPresent(text -> asked.put("reason", text));
            return input.finish(() ->
                    new Reviewed(
                            approved,
                            reason,
                            new Asked(approved ? "approve" : "refuse", version, asked)));
        }
    }

    /// Taken back by the employee, until an act names it.
    record Withdrawn(Asked asked) implements Decided {

        public static Input.Result<Withdrawn> read(Request request) {
            Input input = request.input(MAX_BYTES);
            OptionalLong version = Asked.version(input);
            return input.finish(() -> new Withdrawn(new Asked("withdraw", version, Json.object())));
        }
    }
}
