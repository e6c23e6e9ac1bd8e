package kz.bagalau.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;

/// The people of a body who may be somebody's to assess on a day: whose direct or higher manager
/// one is, or heads their unit or one above it, or does the duties of who is that (No. 245, ¶3,
/// ¶16; No. 02-17/15, ¶44). Which of them one does assess is a matter of the case.
public final class OwnPeople {

    private final Staff staff;
    private final LocalDate day;

    /// The person, and those whose duties the person does on the day.
    private final Set<String> principals = new HashSet<>();

    /// The units that one of them heads, and those whose vacant head's duties the person does.
    private final Set<String> units = new HashSet<>();

    private OwnPeople(Staff staff, String person, LocalDate day) {
        this.staff = staff;
        this.day = day;
        principals.add(person);
        staff.substitutions().stream()
                .filter(found -> found.substitute().equals(person) && found.span().contains(day))
                .forEach(this::actsFor);
    }

    /// Ids, in their order. Nobody is among one's own people.
    public static Set<String> of(Staff staff, String person, LocalDate day) {
        OwnPeople own = new OwnPeople(staff, person, day);
        List<Post> posts = staff.postsOn(day);
        posts.stream()
                .filter(post -> post.unitHead() && own.principals.contains(post.person()))
                .forEach(post -> own.units.add(post.unit()));
        Set<String> people = new TreeSet<>();
        posts.stream().filter(own::isOwn).map(Post::person).forEach(people::add);
        people.remove(person);
        return people;
    }

    private void actsFor(Substitution substitution) {
        switch (substitution.of()) {
            case Substitution.Absent(var absent) -> principals.add(absent);
            case Substitution.VacantHead(var unit) -> units.add(unit);
        }
    }

    private boolean isOwn(Post post) {
        return isPrincipal(post.manager())
                || isPrincipal(staff.higherManagerOf(post.person(), day))
                || headed(post.unit());
    }

    private boolean isPrincipal(Optional<String> manager) {
        return manager.filter(principals::contains).isPresent();
    }

    private boolean headed(String unit) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(unit);
        while (next.isPresent() && seen.add(next.get())) {
            if (units.contains(next.get())) {
                return true;
            }
            next = next.flatMap(staff::unit).flatMap(Unit::parent);
        }
        return false;
    }
}
