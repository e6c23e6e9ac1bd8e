package kz.bagalau.directory;

import java.util.List;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;

/// What is entered into a body's staff at once: in the place of what stood under its id, or new.
public sealed interface StaffChange {

    record OfUnit(Unit unit) implements StaffChange {}

    /// One person, or all those of an import; who is left out stays.
    record OfPeople(List<Employee> people) implements StaffChange {

        public OfPeople {
            people = List.copyOf(people);
        }
    }

    /// Where a person of another body works in this one.
    record OfPlace(String person, SecondedPlace place) implements StaffChange {}

    record OfSubstitution(Substitution substitution) implements StaffChange {}

    record OfDecision(ApparatusDecision decision) implements StaffChange {}
}
