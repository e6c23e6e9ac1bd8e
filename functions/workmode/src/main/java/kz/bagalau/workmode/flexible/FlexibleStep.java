package kz.bagalau.workmode.flexible;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Request;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.ActStep;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// What an act of flexible time goes through for one employee, as it is entered.
final class FlexibleStep {

    private static final int MAX_VIOLATIONS = 50;

    private FlexibleStep() {}

    /// An extension by agreement (¶18).
    ///
    /// @param entry as it stands in the act
    record Extension(String employee, ObjectNode entry, Asked asked) {

        LocalDate to() {
            return Rows.day(entry, Rows.TO);
        }

        String agreement() {
            return entry.path("agreement").asText();
        }

        LocalDate signed() {
            return Rows.day(entry, "signedOn");
        }
    }

    /// A cancellation for systematic violation (¶21).
    record Cancellation(String employee, Set<String> violations, ObjectNode entry, Asked asked) {

        LocalDate lastDay() {
            return Rows.day(entry, "lastDay");
        }

        LocalDate signed() {
            return Rows.day(entry, "signedOn");
        }
    }

    static Input.Result<Extension> extension(Request request, Document act, LocalDate today) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String employee = ActFields.employee(input, act.content());
        LocalDate to = ActFields.day(input, Rows.TO, WorkmodeProblem.TO_MISSING);
        String agreement = ActFields.element(input, "agreement", WorkmodeProblem.AGREEMENT_MISSING);
        ObjectNode entry =
                ActFields.signed(input, today)
                        .put(Rows.TO, to.toString())
                        .put("agreement", agreement);
        return input.finish(() ->
                new Extension(employee, entry, ActStep.asked("extend", version, employee, entry)));
    }

    static Input.Result<Cancellation> cancellation(Request request, Document act, LocalDate today) {
        Input input = request.input(ActFields.MAX_BYTES);
        OptionalLong version = Asked.version(input);
        String employee = ActFields.employee(input, act.content());
        Set<String> violations = input.optionalTexts("violations", MAX_VIOLATIONS, 64);
        LocalDate lastDay = input.date("lastDay");
        ObjectNode entry = ActFields.signed(input, today).put("lastDay", lastDay.toString());
        violations.stream().sorted().forEach(entry.putArray("violations")::add);
        return input.finish(() ->
                new Cancellation(
                        employee,
                        violations,
                        entry,
                        ActStep.asked("cancel", version, employee, entry)));
    }
}
