package kz.bagalau.workmode.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.RemoteAct;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// An act that sets remote or combined work, as its authorised person enters it (No. 120, ¶4–6).
///
/// @param besides what it says and no rule looks at: its number and day, the decision about its
///   cause, specifics, control, channels
record RemoteActForm(RemoteAct act, ObjectNode besides) {

    /// What one document holds with all that happens to it.
    static final int MAX_EMPLOYEES = 500;

    private static final int MAX_DOCUMENT = 300;

    static Input.Result<RemoteActForm> read(Request request, Staff staff, LocalDate today) {
        Input input = request.input(ActFields.MAX_BYTES);
        RemoteAct.Kind kind = input.oneOf("kind", RemoteAct.Kind.class, RemoteAct.Kind.REMOTE);
        RemoteAct.Basis basis =
                input.oneOf("basis", RemoteAct.Basis.class, RemoteAct.Basis.AGREEMENT);
        String ground = ActFields.element(input, "ground", WorkmodeProblem.GROUND_MISSING);
        String place = ActFields.element(input, "place", WorkmodeProblem.PLACE_MISSING);
        LocalDate from = ActFields.day(input, Rows.FROM, WorkmodeProblem.FROM_MISSING);
        LocalDate to = ActFields.day(input, Rows.TO, WorkmodeProblem.TO_MISSING);
        ActFields.period(input, from, to);
        ObjectNode besides = ActFields.signed(input, today);
        Optional<RemoteAct.Cause> cause = cause(input, besides);
        List<RemoteAct.Worker> employees = employees(input, staff);
        var remoteDays = RemoteDaysForm.read(input);
        List.of("specifics", "control", "channels")
                .forEach(field ->
                        input.optionalText(field, ActFields.MAX_TEXT)
                                .ifPresent(text -> besides.put(field, text)));
        return input.finish(() ->
                new RemoteActForm(
                        new RemoteAct(
                                kind,
                                basis,
                                ground,
                                cause,
                                employees,
                                Optional.of(from),
                                Optional.of(to),
                                place,
                                remoteDays),
                        besides));
    }

    private static Optional<RemoteAct.Cause> cause(Input input, ObjectNode besides) {
        return input.optionalObject("cause")
                .map(given -> {
                    given.optionalText("decision", MAX_DOCUMENT)
                            .ifPresent(text -> besides.put("decision", text));
                    return new RemoteAct.Cause(
                            given.oneOf(
                                    "kind",
                                    RemoteAct.Cause.Kind.class,
                                    RemoteAct.Cause.Kind.EMERGENCY),
                            given.date(Rows.FROM),
                            ActFields.optionalDay(given, "removedOn"));
                });
    }

    private static List<RemoteAct.Worker> employees(Input input, Staff staff) {
        List<RemoteAct.Worker> employees = new ArrayList<>();
        List<Input> rows = input.objects(Rows.EMPLOYEES, MAX_EMPLOYEES);
        if (rows.isEmpty()) {
            input.error(Rows.EMPLOYEES, WorkmodeProblem.EMPLOYEES_MISSING);
        }
        for (Input row : rows) {
            employees.add(
                    new RemoteAct.Worker(
                            ActFields.employee(row, staff),
                            row.optionalText("agreement", MAX_DOCUMENT)));
        }
        return employees;
    }

    /// What makes two acts the same.
    ObjectNode asked() {
        ObjectNode json =
                Json.object()
                        .put("kind", act.kind().name())
                        .put("basis", act.basis().name())
                        .put("ground", act.ground())
                        .put("place", act.place())
                        .put(Rows.FROM, act.from().orElseThrow().toString())
                        .put(Rows.TO, act.to().orElseThrow().toString());
        json.setAll(besides);
        json.remove("decision");
        act.cause()
                .ifPresent(cause -> {
                    ObjectNode written =
                            json.putObject("cause")
                                    .put("kind", cause.kind().name())
                                    .put(Rows.FROM, cause.from().toString());
                    if (besides.has("decision")) {
                        written.set("decision", besides.get("decision"));
                    }
                    cause.removed().ifPresent(day -> written.put("removedOn", day.toString()));
                });
        RemoteDaysForm.write(json, act.remoteDays());
        var rows = json.putArray(Rows.EMPLOYEES);
        act.employees()
                .forEach(worker -> {
                    ObjectNode row = rows.addObject().put(Rows.EMPLOYEE, worker.employee());
                    worker.agreement().ifPresent(text -> row.put("agreement", text));
                });
        return json;
    }
}
