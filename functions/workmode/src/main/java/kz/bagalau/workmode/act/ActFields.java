package kz.bagalau.workmode.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// The fields that acts of order 120 and their changes have in common.
public final class ActFields {

    public static final int MAX_BYTES = 128 * 1024;
    public static final int MAX_TEXT = 2000;
    static final int MAX_NUMBER = 100;
    public static final int MAX_SUBJECT = 200;

    private ActFields() {}

    /// A text without which an act is none (¶6, ¶17).
    public static String element(Input input, String field, WorkmodeProblem missing) {
        if (isBlank(input.raw(field))) {
            input.error(field, missing);
            return "";
        }
        return input.text(field, MAX_TEXT);
    }

    /// A day without which an act is none.
    public static LocalDate day(Input input, String field, WorkmodeProblem missing) {
        if (isBlank(input.raw(field))) {
            input.error(field, missing);
            return LocalDate.EPOCH;
        }
        return input.date(field);
    }

    /// A day that has come.
    public static LocalDate past(Input input, String field, LocalDate today) {
        LocalDate day = input.date(field);
        if (day.isAfter(today)) {
            input.error(field, WorkmodeProblem.IN_FUTURE);
        }
        return day;
    }

    public static Optional<LocalDate> optionalDay(Input input, String field) {
        Optional<LocalDate> day =
                input.has(field) ? Optional.of(input.date(field)) : Optional.empty();
        input.raw(field);
        return day;
    }

    /// An employee whom the body's staff names.
    public static String employee(Input input, Staff staff) {
        String employee = input.text(Rows.EMPLOYEE, MAX_SUBJECT);
        if (!employee.isEmpty() && !staff.knows(employee)) {
            input.error(Rows.EMPLOYEE, WorkmodeProblem.UNKNOWN_PERSON, employee);
        }
        return employee;
    }

    /// An employee of an act.
    public static String employee(Input input, ObjectNode act) {
        String employee = input.text(Rows.EMPLOYEE, MAX_SUBJECT);
        if (!employee.isEmpty() && Rows.of(act, employee).isEmpty()) {
            input.error(Rows.EMPLOYEE, WorkmodeProblem.NOT_IN_ACT, employee);
        }
        return employee;
    }

    /// Number and day of the document, which every act and every change of one has.
    public static ObjectNode signed(Input input, LocalDate today) {
        return Json.object()
                .put("number", input.text("number", MAX_NUMBER))
                .put("signedOn", past(input, "signedOn", today).toString());
    }

    public static void period(Input input, LocalDate from, LocalDate to) {
        if (to.isBefore(from) && !input.isWrong("to")) {
            input.error("to", WorkmodeProblem.TO_BEFORE_FROM, from.toString());
        }
    }

    static void required(Input input, String field) {
        input.error(field, FieldProblem.REQUIRED);
    }

    private static boolean isBlank(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
    }
}
