package kz.bagalau.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.staff.Appointment;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.FullName;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Title;
import kz.bagalau.rules.staff.Unit;

/// What the printed forms say of people. A case writes it down when it happens: a document names
/// who acted by the name of that day.
public final class Persons {

    private Persons() {}

    /// Name, position and unit of the appointment that somebody holds on a day, else of the first:
    /// `{"name", "position": {"kk", "ru"}, "unit": {"kk", "ru"}}`.
    public static ObjectNode described(Staff staff, String id, LocalDate day) {
        ObjectNode person = Json.object().put("name", name(staff, id));
        find(staff, id)
                .flatMap(own ->
                        own.appointmentOn(day).or(() -> own.appointments().stream().findFirst()))
                .ifPresent(held -> describe(person, staff, held));
        return person;
    }

    /// Adds position and unit of an appointment.
    public static void describe(ObjectNode person, Staff staff, Appointment held) {
        person.set("position", title(held.position()));
        staff.unit(held.unit()).map(Unit::name).ifPresent(unit -> person.set("unit", title(unit)));
    }

    /// Surname, name and patronymic where they are known, else the name as it is shown.
    public static String name(Staff staff, String id) {
        return find(staff, id)
                .map(found -> found.names().map(FullName::inOneLine).orElse(found.name()))
                .orElse(id);
    }

    /// Somebody of the body, or sent to it.
    public static Optional<Employee> find(Staff staff, String id) {
        return staff.person(id)
                .or(() ->
                        staff.seconded().stream()
                                .map(SecondedIn::person)
                                .filter(seconded -> seconded.id().equals(id))
                                .findFirst());
    }

    public static ObjectNode title(Title title) {
        return Json.object().put("kk", title.kk()).put("ru", title.ru());
    }
}
