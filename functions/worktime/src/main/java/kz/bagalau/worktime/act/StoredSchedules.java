package kz.bagalau.worktime.act;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.directory.Staffs;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Unit;
import kz.bagalau.rules.workmode.PersonalSchedule;

/// Schedules from the acts, the work rules and the directory.
public record StoredSchedules(PersonalSchedules personal, Staffs staffs) implements Schedules {

    /// No login has this name: whoever is named by hand stands under the body's rules.
    private static final String NOBODY = "#";

    @Override
    public PersonalSchedule of(String body, Optional<String> employee) {
        return personal.of(body, employee.orElse(NOBODY));
    }

    @Override
    public Optional<String> name(String body, String employee) {
        return name(staffs.of(body).staff(), employee);
    }

    @Override
    public List<Person> people(String body, LocalDate day) {
        Staff staff = staffs.of(body).staff();
        return staff.postsOn(day).stream()
                .flatMap(post ->
                        name(staff, post.person())
                                .map(name ->
                                        new Person(
                                                post.person(),
                                                name,
                                                staff.unit(post.unit()).map(Unit::name)))
                                .stream())
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::employee))
                .toList();
    }

    /// Also of somebody whom another body has sent.
    private static Optional<String> name(Staff staff, String employee) {
        return staff.person(employee)
                .or(() ->
                        staff.seconded().stream()
                                .map(SecondedIn::person)
                                .filter(person -> person.id().equals(employee))
                                .findFirst())
                .map(Employee::name);
    }
}
