package kz.bagalau.worktime;

import java.util.Optional;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.directory.Staffs;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.workmode.PersonalSchedule;

/// Schedules from the acts, the work rules and the directory.
record StoredSchedules(PersonalSchedules personal, Staffs staffs) implements Schedules {

    /// No login has this name: whoever is named by hand stands under the body's rules.
    private static final String NOBODY = "#";

    @Override
    public PersonalSchedule of(String body, Optional<String> employee) {
        return personal.of(body, employee.orElse(NOBODY));
    }

    @Override
    public Optional<String> name(String body, String employee) {
        return staffs.of(body).staff().person(employee).map(Employee::name);
    }
}
