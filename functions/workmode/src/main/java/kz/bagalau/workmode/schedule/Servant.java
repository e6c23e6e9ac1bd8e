package kz.bagalau.workmode.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.arrangements.OpenVisits;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.workmode.Control;
import kz.bagalau.workmode.act.Rows;
import kz.bagalau.workmode.desk.WorkDesk;

/// An employee whose times a caller may see: the own ones, those of the own body for its personnel
/// service and its authorised person, and those of whom one controls by the directory (¶10). For
/// everybody else the employee does not exist.
///
/// @param whole whether the caller sees why somebody is away
/// @param controlled whether the caller controls the employee
record Servant(String body, String employee, boolean self, boolean whole, boolean controlled) {

    static Optional<Servant> find(WorkDesk desk, Caller caller, Path path) {
        String body = path.get("body");
        String employee = path.get(Rows.EMPLOYEE);
        Staff staff = desk.staffs().of(body);
        boolean ofBody = caller.has(Role.HR, body) || caller.has(Role.HEAD, body);
        boolean employed = caller.has(Role.EMPLOYEE, body);
        boolean self = employed && caller.subject().equals(employee);
        boolean controlled =
                employed && Control.controls(staff, caller.subject(), employee, desk.today());
        return (ofBody || self || controlled) && staff.knows(employee)
                ? Optional.of(new Servant(body, employee, self, ofBody || self, controlled))
                : Optional.empty();
    }

    /// An employee of a body that the caller is visiting as an official: what is written of
    /// presence is held against the person's own working time (121 ¶14). After the visit the
    /// employee does not exist for the caller.
    static Optional<Servant> visited(WorkDesk desk, Caller caller, Path path) {
        String body = path.get("body");
        String employee = path.get(Rows.EMPLOYEE);
        return new OpenVisits(desk.cases()).isVisiting(caller, body, desk.today())
                        && desk.staffs().of(body).knows(employee)
                ? Optional.of(new Servant(body, employee, false, false, false))
                : Optional.empty();
    }

    /// Notes a reading for the employee to see, before anything is answered.
    void noteReading(WorkDesk desk, Caller caller, LocalDate from, LocalDate to) {
        if (!self) {
            desk.readings()
                    .note(
                            body,
                            List.of(employee),
                            new TimesReadings.Reading(
                                    caller.subject(), desk.clock().instant(), from, to));
        }
    }
}
