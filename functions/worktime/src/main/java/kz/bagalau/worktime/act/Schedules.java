package kz.bagalau.worktime.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.workmode.PersonalSchedule;

/// The people of state bodies with their schedules, as everything that is stored makes them.
public interface Schedules {

    /// @param employee empty for somebody whom the directory does not name: the body's rules
    PersonalSchedule of(String body, Optional<String> employee);

    /// What somebody is called; empty for whom the body's directory does not know.
    Optional<String> name(String body, String employee);

    /// Who works in the body on a day, whoever was sent there included, by name.
    List<Person> people(String body, LocalDate day);

    /// Somebody of the directory, with the least that distinguishes them from others.
    ///
    /// @param unit what it is called; empty for who has no place in a unit
    record Person(String employee, String name, Optional<Title> unit) {}
}
