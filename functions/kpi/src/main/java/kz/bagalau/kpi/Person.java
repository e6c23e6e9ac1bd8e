package kz.bagalau.kpi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;

/// What the forms say of people, written down when it happens: a document names who signed it by
/// the name of that day.
final class Person {

    private Person() {}

    /// The employee whom a case is about: name, position, unit.
    static ObjectNode of(Mandate mandate) {
        Staff staff = mandate.staff();
        ObjectNode person = Json.object().put("name", name(staff, mandate.employee()));
        employee(staff, mandate.employee())
                .flatMap(own ->
                        own.appointmentOn(mandate.day())
                                .or(() -> own.appointments().stream().findFirst()))
                .ifPresent(held -> {
                    person.set("position", title(held.position()));
                    staff.unit(held.unit())
                            .map(Unit::name)
                            .ifPresent(unit -> person.set("unit", title(unit)));
                });
        return person;
    }

    /// Surname, name and patronymic where they are known, else the name as it is shown.
    static String name(Staff staff, String person) {
        return employee(staff, person)
                .map(found -> found.names().map(FullName::inOneLine).orElse(found.name()))
                .orElse(person);
    }

    /// Somebody signs under their name in a case.
    static void signs(ObjectNode content, String as, Caller caller, Mandate mandate, LocalDate on) {
        content.withObject("/signatures")
                .putObject(as)
                .put("signed", true)
                .put("on", on.toString())
                .put("by", caller.subject())
                .put("name", signer(as, caller, mandate));
    }

    /// An entry of the past is signed by who signed then: the manager of the case, not who enters
    /// it.
    private static String signer(String as, Caller caller, Mandate mandate) {
        String person =
                switch (as) {
                    case "manager" ->
                            mandate.isDirectManager(caller.subject())
                                    ? caller.subject()
                                    : mandate.directManager().orElse(caller.subject());
                    default ->
                            mandate.isHigherManager(caller.subject())
                                    ? caller.subject()
                                    : mandate.higherManager().orElse(caller.subject());
                };
        return name(mandate.staff(), person);
    }

    static Optional<Employee> employee(Staff staff, String person) {
        return Stream.concat(
                        staff.person(person).stream(),
                        staff.seconded().stream()
                                .map(SecondedIn::person)
                                .filter(seconded -> seconded.id().equals(person)))
                .findFirst();
    }

    static Optional<Appointment> appointment(Employee employee, LocalDate from, LocalDate to) {
        return employee.appointments().stream()
                .filter(held -> !held.span().from().isAfter(to))
                .filter(held -> held.span().to().filter(from::isAfter).isEmpty())
                .max(Comparator.comparing(held -> held.span().from()));
    }

    private static ObjectNode title(Title title) {
        return Json.object().put("kk", title.kk()).put("ru", title.ru());
    }
}
