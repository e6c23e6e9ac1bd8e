package kz.bagalau.workmode.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.workmode.Channel;
import kz.bagalau.rules.workmode.FlexibleApplication;
import kz.bagalau.rules.worktime.DayHours;
import kz.bagalau.workmode.desk.HoursForm;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// An application for flexible time as it is sent (No. 120, ¶15): by the employee over our page, by
/// another system, or by the personnel service for one on paper.
///
/// @param submittedAt when the employee handed it in
/// @param externalId its id in the system that sent it
public record ApplicationForm(
        String body,
        String employee,
        Instant submittedAt,
        String reasons,
        DayHours mode,
        LocalDate from,
        LocalDate to,
        Channel channel,
        Optional<String> externalId) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_REASONS = 4000;
    private static final int MAX_EXTERNAL = 200;
    private static final String PERSON = "[^#|\\p{Cntrl}]+";

    public static Input.Result<ApplicationForm> read(Request request, Instant now) {
        Caller caller = request.caller();
        Input input = request.input(MAX_BYTES);
        Channel channel = input.oneOf("channel", Channel.class, Channel.OWN_PAGE);
        String employee = employee(input, caller, channel);
        String body = body(input, caller);
        Instant submittedAt = submitted(input, isOwn(caller, channel), now);
        String reasons = input.text("reasons", MAX_REASONS);
        DayHours mode = HoursForm.read(input.object("mode"));
        LocalDate from = input.date("from");
        LocalDate to = input.date("to");
        Optional<String> externalId = input.optionalText("externalId", MAX_EXTERNAL);
        return input.finish(() ->
                new ApplicationForm(
                        body, employee, submittedAt, reasons, mode, from, to, channel, externalId));
    }

    /// Who sends it decides by which channel it can have come in, and whether it is their own: the
    /// employee sends it with their own login from E-qyzmet and a body's system too.
    private static String employee(Input input, Caller caller, Channel channel) {
        boolean sends =
                switch (channel) {
                    case OWN_PAGE -> caller.has(Role.EMPLOYEE);
                    case PAPER -> caller.has(Role.HR);
                    case EQYZMET, DEPARTMENTAL ->
                            caller.has(Role.SERVICE) || caller.has(Role.EMPLOYEE);
                };
        if (!sends) {
            input.error("channel", FieldProblem.NOT_ALLOWED, channel.name());
        }
        if (isOwn(caller, channel)) {
            Optional<String> named = input.optionalText("employee", MAX_SUBJECT);
            if (named.filter(name -> !name.equals(caller.subject())).isPresent()) {
                input.error("employee", FieldProblem.NOT_ALLOWED, named.get());
            }
            return caller.subject();
        }
        String named = input.text("employee", MAX_SUBJECT);
        if (!named.isEmpty() && !named.matches(PERSON)) {
            input.error("employee", FieldProblem.BAD_FORMAT, "emp-1");
        }
        return named;
    }

    private static boolean isOwn(Caller caller, Channel channel) {
        return switch (channel) {
            case OWN_PAGE -> true;
            case PAPER -> false;
            case EQYZMET, DEPARTMENTAL -> caller.has(Role.EMPLOYEE) && !caller.has(Role.SERVICE);
        };
    }

    /// A system that belongs to no body names the employee's.
    private static String body(Input input, Caller caller) {
        Optional<String> own = caller.has(Role.SERVICE) ? Optional.empty() : caller.body();
        return own.map(body -> input.optionalId("body").orElse(body))
                .orElseGet(() -> input.id("body"));
    }

    private static Instant submitted(Input input, boolean own, Instant now) {
        if (!input.has("submittedAt")) {
            input.raw("submittedAt");
            return now;
        }
        Instant at = input.instant("submittedAt");
        if (at.isAfter(now)) {
            input.error("submittedAt", WorkmodeProblem.IN_FUTURE);
        }
        if (own && !at.equals(now)) {
            input.error("submittedAt", FieldProblem.NOT_ALLOWED, at.toString());
        }
        return at;
    }

    public FlexibleApplication application() {
        return new FlexibleApplication(
                employee,
                reasons,
                Optional.of(mode),
                Optional.of(from),
                Optional.of(to),
                channel,
                AlmatyTime.day(submittedAt));
    }

    /// What makes two applications the same: without the moment.
    public ObjectNode asked() {
        ObjectNode json =
                Json.object()
                        .put(Applications.EMPLOYEE, employee)
                        .put("reasons", reasons)
                        .put(Applications.FROM, from.toString())
                        .put("to", to.toString())
                        .put("channel", channel.name());
        json.set("mode", HoursJson.write(Json.object(), mode));
        externalId.ifPresent(id -> json.put("externalId", id));
        return json;
    }

    public ObjectNode content(Caller by) {
        return asked().put(Applications.BY, by.subject())
                .put(Applications.SUBMITTED, submittedAt.toString());
    }
}
