package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.bagalau.rules.Characters;
import kz.bagalau.rules.calendar.WorkWeek;

/// A person as one body holds them. One person has one id in all bodies.
///
/// @param name as it is shown
/// @param names as the forms print it; empty where only the shown name is known
/// @param appointments in this body, in any order; [StaffCheck] finds those that overlap
public record Employee(
        String id,
        String name,
        Optional<FullName> names,
        Optional<String> email,
        Optional<String> mobile,
        WorkWeek week,
        List<Appointment> appointments,
        List<Absence> absences,
        List<Secondment> secondments) {

    public Employee {
        Ids.check(id);
        if (Characters.isBlank(name)) {
            throw new IllegalArgumentException(id + " has no name");
        }
        if (appointments.isEmpty()) {
            throw new IllegalArgumentException(id + " has no appointment");
        }
        appointments = List.copyOf(appointments);
        absences = List.copyOf(absences);
        secondments = List.copyOf(secondments);
    }

    /// The appointment on a day, also while seconded away; of two that overlap, the later one.
    public Optional<Appointment> appointmentOn(LocalDate day) {
        return appointments.stream()
                .filter(appointment -> appointment.span().contains(day))
                .max(Comparator.comparing(appointment -> appointment.span().from()));
    }

    public Optional<Secondment> secondmentOn(LocalDate day) {
        return secondments.stream()
                .filter(secondment -> secondment.span().contains(day))
                .findFirst();
    }

    public Optional<Absence> absenceOn(LocalDate day) {
        return absences.stream().filter(absence -> absence.span().contains(day)).findFirst();
    }

    /// The last day in the body; empty where an appointment has no end.
    public Optional<LocalDate> lastDay() {
        return appointments.stream().anyMatch(appointment -> appointment.span().to().isEmpty())
                ? Optional.empty()
                : appointments.stream()
                        .flatMap(appointment -> appointment.span().to().stream())
                        .max(Comparator.naturalOrder());
    }
}
