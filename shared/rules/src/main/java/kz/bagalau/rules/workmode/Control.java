package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;

/// Who controls an employee's regime beside the personnel service (120 ¶10), and where a body's
/// staff places the employee.
public final class Control {

    private Control() {}

    /// Who controls on a day: the head of the structural unit, where that one is absent the direct
    /// manager. Empty where the staff names neither.
    // DOUBT: ¶10 does not say who controls the head of the unit, read as the direct manager,
    // because nobody controls themselves.
    public static Optional<String> controller(Staff staff, String employee, LocalDate day) {
        return headOf(staff, employee, day)
                .filter(head -> staff.isPresent(head, day))
                .or(() -> staff.managerOf(employee, day));
    }

    /// Whether somebody may see the employee's times and place as who controls them: as head of the
    /// unit, or as direct manager, who steps in without a handover.
    public static boolean controls(Staff staff, String who, String employee, LocalDate day) {
        return headOf(staff, employee, day).filter(who::equals).isPresent()
                || staff.managerOf(employee, day)
                        .filter(manager -> manager.equals(who) && !who.equals(employee))
                        .isPresent();
    }

    /// The employee's unit on a day.
    public static Optional<String> unit(Staff staff, String employee, LocalDate day) {
        return staff.postOf(employee, day).map(Post::unit);
    }

    /// The kind of the employee's absence on a day; of who is seconded in, it is the body's that
    /// sent them.
    public static Optional<String> absence(Staff staff, String employee, LocalDate day) {
        return staff.person(employee)
                .or(() ->
                        staff.seconded().stream()
                                .map(in -> in.person())
                                .filter(person -> person.id().equals(employee))
                                .findFirst())
                .flatMap(person -> person.absenceOn(day))
                .map(absence -> absence.kind().name());
    }

    private static Optional<String> headOf(Staff staff, String employee, LocalDate day) {
        return staff.postOf(employee, day)
                .flatMap(post -> staff.unitHead(post.unit(), day))
                .map(Post::person)
                .filter(head -> !head.equals(employee));
    }
}
