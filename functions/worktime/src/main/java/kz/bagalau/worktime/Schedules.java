package kz.bagalau.worktime;

import java.util.Optional;
import kz.bagalau.rules.workmode.PersonalSchedule;

/// The people of state bodies with their schedules, as everything that is stored makes them.
interface Schedules {

    /// @param employee empty for somebody whom the directory does not name: the body's rules
    PersonalSchedule of(String body, Optional<String> employee);

    /// What somebody is called; empty for whom the body's directory does not know.
    Optional<String> name(String body, String employee);
}
