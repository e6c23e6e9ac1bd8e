package kz.bagalau.workmode.flexible;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.FlexibleAct;
import kz.bagalau.workmode.act.ActFields;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.HoursForm;
import kz.bagalau.workmode.desk.WorkmodeProblem;

/// An act that sets flexible time, as its authorised person enters it (No. 120, ¶17).
///
/// @param applications the ids of those that it names
/// @param signed its number and day
record FlexibleActForm(FlexibleAct act, Set<String> applications, ObjectNode signed) {

    /// What one transaction writes together with the applications of as many employees. A larger
    /// act is entered in parts under one number.
    static final int MAX_EMPLOYEES = 12;

    private static final int MAX_ID = 64;

    static Input.Result<FlexibleActForm> read(Request request, Staff staff, LocalDate today) {
        Input input = request.input(ActFields.MAX_BYTES);
        String ground = ActFields.element(input, "ground", WorkmodeProblem.GROUND_MISSING);
        Set<String> applications = input.optionalTexts("applications", MAX_EMPLOYEES, MAX_ID);
        List<FlexibleAct.Fixed> employees = employees(input, staff);
        LocalDate from = ActFields.day(input, Rows.FROM, WorkmodeProblem.FROM_MISSING);
        LocalDate to = ActFields.day(input, Rows.TO, WorkmodeProblem.TO_MISSING);
        ActFields.period(input, from, to);
        ObjectNode signed = ActFields.signed(input, today);
        return input.finish(() ->
                new FlexibleActForm(
                        new FlexibleAct(
                                ground,
                                employees,
                                Optional.of(from),
                                Optional.of(to),
                                Rows.day(signed, "signedOn")),
                        applications,
                        signed));
    }

    private static List<FlexibleAct.Fixed> employees(Input input, Staff staff) {
        List<FlexibleAct.Fixed> employees = new ArrayList<>();
        List<Input> rows = input.objects(Rows.EMPLOYEES, MAX_EMPLOYEES);
        if (rows.isEmpty()) {
            input.error(Rows.EMPLOYEES, WorkmodeProblem.EMPLOYEES_MISSING);
        }
        for (Input row : rows) {
            String employee = ActFields.employee(row, staff);
            if (row.has("start") || row.has("end")) {
                employees.add(new FlexibleAct.Fixed(employee, Optional.of(HoursForm.read(row))));
            } else {
                List.of("start", "end", "breakFrom", "breakTo").forEach(row::raw);
                row.error("start", WorkmodeProblem.WORKING_TIME_MISSING);
            }
        }
        return employees;
    }

    /// What makes two acts the same.
    ObjectNode asked() {
        ObjectNode json =
                Json.object()
                        .put("ground", act.ground())
                        .put(Rows.FROM, act.from().orElseThrow().toString())
                        .put(Rows.TO, act.to().orElseThrow().toString());
        json.setAll(signed);
        applications.stream().sorted().forEach(json.putArray("applications")::add);
        var rows = json.putArray(Rows.EMPLOYEES);
        act.employees()
                .forEach(fixed ->
                        HoursJson.write(
                                rows.addObject().put(Rows.EMPLOYEE, fixed.employee()),
                                fixed.hours().orElseThrow()));
        return json;
    }
}
