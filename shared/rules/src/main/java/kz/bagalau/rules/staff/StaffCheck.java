package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.bagalau.rules.staff.StaffFinding.Code;
import kz.bagalau.rules.staff.StaffFinding.In;

/// Whether the records of a staff agree with one another.
public final class StaffCheck {

    private final Staff staff;
    private final List<StaffFinding> findings = new ArrayList<>();

    private StaffCheck(Staff staff) {
        this.staff = staff;
    }

    /// All that is wrong, record by record.
    public static List<StaffFinding> findings(Staff staff) {
        StaffCheck check = new StaffCheck(staff);
        staff.units().forEach(check::unit);
        staff.people().forEach(check::employee);
        staff.seconded().forEach(check::seconded);
        staff.substitutions().forEach(check::substitution);
        staff.decisions().forEach(check::decision);
        return List.copyOf(check.findings);
    }

    private void unit(Unit unit) {
        Place place = new Place(In.UNIT, unit.id());
        unit.parent().ifPresent(parent -> knownUnit(place, "/parent", parent));
        Set<String> above = new HashSet<>();
        Optional<Unit> next = unit.parent().flatMap(staff::unit);
        while (next.isPresent() && above.add(next.get().id())) {
            next = next.get().parent().flatMap(staff::unit);
        }
        if (above.contains(unit.id())) {
            add(Code.UNIT_CYCLE, place, "/parent", unit.parent().orElse(""));
        }
    }

    private void employee(Employee person) {
        Place place = new Place(In.EMPLOYEE, person.id());
        for (int i = 0; i < person.appointments().size(); i++) {
            appointment(place, "/appointments/" + i, person, person.appointments().get(i));
        }
        overlaps(place, "/appointments/", person.appointments(), Appointment::span);
        overlaps(place, "/absences/", person.absences(), Absence::span);
        overlaps(place, "/secondments/", person.secondments(), Secondment::span);
        for (int i = 0; i < person.absences().size(); i++) {
            within(place, "/absences/" + i, person, person.absences().get(i).span());
        }
        for (int i = 0; i < person.secondments().size(); i++) {
            within(place, "/secondments/" + i, person, person.secondments().get(i).span());
        }
    }

    private void appointment(Place place, String pointer, Employee person, Appointment held) {
        knownUnit(place, pointer + "/unit", held.unit());
        held.manager()
                .ifPresent(manager -> {
                    knownPerson(place, pointer + "/manager", manager);
                    if (isAbove(person.id(), manager, held.span().from())) {
                        add(Code.MANAGER_CYCLE, place, pointer + "/manager", manager);
                    }
                });
        held.higherManager()
                .ifPresent(higher -> {
                    knownPerson(place, pointer + "/higherManager", higher);
                    if (higher.equals(person.id())) {
                        add(Code.MANAGER_CYCLE, place, pointer + "/higherManager", higher);
                    }
                });
    }

    private void seconded(SecondedIn in) {
        in.place()
                .ifPresent(entered -> {
                    Place place = new Place(In.SECONDED, in.person().id());
                    knownUnit(place, "/unit", entered.unit());
                    knownPerson(place, "/manager", entered.manager());
                    if (isAbove(
                            in.person().id(), entered.manager(), in.secondment().span().from())) {
                        add(Code.MANAGER_CYCLE, place, "/manager", entered.manager());
                    }
                });
    }

    private void substitution(Substitution substitution) {
        Place place = new Place(In.SUBSTITUTION, substitution.id());
        knownPerson(place, "/substitute", substitution.substitute());
        switch (substitution.of()) {
            case Substitution.Absent(var person) -> {
                knownPerson(place, "/absent", person);
                if (person.equals(substitution.substitute())) {
                    add(Code.SELF, place, "/substitute", person);
                }
            }
            case Substitution.VacantHead(var unit) -> knownUnit(place, "/vacant", unit);
        }
        staff.substitutions().stream()
                .takeWhile(earlier -> !earlier.id().equals(substitution.id()))
                .filter(earlier ->
                        earlier.of().equals(substitution.of())
                                && earlier.span().overlaps(substitution.span()))
                .findFirst()
                .ifPresent(earlier -> add(Code.OVERLAP, place, "/from", earlier.id()));
    }

    private void decision(ApparatusDecision decision) {
        Place place = new Place(In.APPARATUS_DECISION, decision.id());
        for (int i = 0; i < decision.employees().size(); i++) {
            knownPerson(place, "/employees/" + i, decision.employees().get(i));
        }
    }

    /// Whether a person stands above their own manager on a day. A circle of appointments exists
    /// from the day on which the last of them begins, so looking on that day finds each.
    private boolean isAbove(String person, String manager, LocalDate day) {
        return manager.equals(person) || staff.managers(manager, day).contains(person);
    }

    private <T> void overlaps(Place place, String list, List<T> entries, Function<T, Span> span) {
        for (int i = 1; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (span.apply(entries.get(i)).overlaps(span.apply(entries.get(j)))) {
                    add(Code.OVERLAP, place, list + i, list + j);
                    break;
                }
            }
        }
    }

    /// Appointments that follow one another cover what lies over both; what has no end lasts as
    /// long as they do.
    private void within(Place place, String pointer, Employee person, Span span) {
        LocalDate last = span.to().orElse(span.from());
        LocalDate day = span.from();
        while (!day.isAfter(last)) {
            Optional<Appointment> held = person.appointmentOn(day);
            if (held.isEmpty()) {
                add(Code.OUTSIDE_APPOINTMENT, place, pointer, day.toString());
                return;
            }
            day = held.get().span().to().orElse(last).plusDays(1);
        }
    }

    private void knownUnit(Place place, String pointer, String unit) {
        if (staff.unit(unit).isEmpty()) {
            add(Code.UNKNOWN_UNIT, place, pointer, unit);
        }
    }

    private void knownPerson(Place place, String pointer, String person) {
        if (!staff.knows(person)) {
            add(Code.UNKNOWN_PERSON, place, pointer, person);
        }
    }

    private void add(Code code, Place place, String pointer, String value) {
        findings.add(new StaffFinding(code, place.in(), place.id(), pointer, value));
    }

    private record Place(In in, String id) {}
}
