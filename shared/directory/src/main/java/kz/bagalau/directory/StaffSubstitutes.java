package kz.bagalau.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Substitutes;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;

/// Who acts in somebody's place, as a body's directory says (No. 245, ¶3): whoever is absent, sent
/// elsewhere, or has left is represented by the substitute that an order names for the day. Who
/// does a vacant post's duties is found by the case, as a vacant post owns no task. Offices and
/// authorities act for themselves.
public final class StaffSubstitutes implements Substitutes {

    private final Staffs staffs;

    public StaffSubstitutes(Staffs staffs) {
        this.staffs = staffs;
    }

    @Override
    public OfBody of(String body, LocalDate day) {
        Staff staff = staffs.of(body).staff();
        return owner ->
                owner.subject()
                        .map(person -> Party.person(acting(staff, person, day)))
                        .orElse(owner);
    }

    /// In whose place somebody acts on a day. Only whoever is named in an order of the day is
    /// looked for among the people of the body.
    public Set<Party> representedBy(String body, String person, LocalDate day) {
        List<String> absent =
                staffs.substitutions(body).stream()
                        .filter(order ->
                                order.substitute().equals(person) && order.span().contains(day))
                        .map(Substitution::of)
                        .filter(Substitution.Absent.class::isInstance)
                        .map(of -> ((Substitution.Absent) of).person())
                        .toList();
        if (absent.isEmpty()) {
            return Set.of();
        }
        Staff staff = staffs.of(body).staff();
        return absent.stream()
                .filter(principal -> acting(staff, principal, day).equals(person))
                .map(Party::person)
                .collect(Collectors.toSet());
    }

    private static String acting(Staff staff, String person, LocalDate day) {
        if (!staff.knows(person) || staff.isPresent(person, day)) {
            return person;
        }
        Optional<String> substitute =
                staff.substitutionFor(person, day).map(Substitution::substitute);
        // a substitute who is away as well keeps it: the order names nobody else
        return substitute.orElse(person);
    }
}
