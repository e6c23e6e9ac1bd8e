package kz.bagalau.kpi.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.cases.Party;
import kz.bagalau.rules.staff.Post;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;

/// Who acts in an employee's case on a day, by the directory.
///
/// @param employee whom the case is about
public record Mandate(Staff staff, String employee, LocalDate day) {

    public Optional<String> directManager() {
        return post().flatMap(Post::manager);
    }

    /// ¶44, ¶50, ¶52: the manager's manager, or who is named for the position. Where the direct
    /// manager is the first head, the same (¶45, ¶51).
    // DOUBT: a direct manager above whom the directory names nobody is read as the first head,
    // because ¶45 provides for no other who has no higher manager.
    public Optional<String> higherManager() {
        return managerIsFirstHead()
                ? directManager()
                : post().flatMap(Post::higherManager).or(this::managersManager);
    }

    /// ¶45, ¶51.
    public boolean managerIsFirstHead() {
        Optional<Post> manager = directManager().flatMap(this::lastPost);
        return manager.filter(Post::firstHead).isPresent()
                || (directManager().isPresent()
                        && post().flatMap(Post::higherManager).isEmpty()
                        && managersManager().isEmpty());
    }

    public boolean isDirectManager(String person) {
        return acts(person, directManager());
    }

    public boolean isHigherManager(String person) {
        return acts(person, higherManager());
    }

    /// Who does it today: the manager, or who stands in.
    public Optional<String> actingDirectManager() {
        return acting(directManager());
    }

    Optional<String> actingHigherManager() {
        return acting(higherManager());
    }

    /// Whose task it is. It stays the manager's while they are absent: whoever an order names in
    /// their place has it by the directory of the day, and the manager again when they are back.
    /// The task of a vacant post is that of whoever does its duties.
    public Optional<String> directManagersTask() {
        return task(directManager());
    }

    public Optional<String> higherManagersTask() {
        return task(higherManager());
    }

    private Optional<String> task(Optional<String> of) {
        boolean represented = of.flatMap(person -> staff.substitutionFor(person, day)).isPresent();
        return represented ? of : acting(of);
    }

    /// Whom a plan or a sheet is listed for besides the body.
    public Set<Party> parties() {
        return Stream.of(
                        Optional.of(employee),
                        directManager(),
                        higherManager(),
                        actingDirectManager(),
                        actingHigherManager())
                .flatMap(Optional::stream)
                .map(Party::person)
                .collect(Collectors.toSet());
    }

    /// Nobody acts in their own case, not even in another's place.
    private boolean acts(String person, Optional<String> of) {
        return !person.equals(employee)
                && (of.filter(person::equals).isPresent()
                        || of.flatMap(this::substitute).filter(person::equals).isPresent());
    }

    private Optional<String> acting(Optional<String> of) {
        return of.flatMap(this::substitute)
                .filter(substitute -> !substitute.equals(employee))
                .or(() -> of);
    }

    /// Who stands in for somebody who is absent, or whose post is vacant since they left.
    private Optional<String> substitute(String person) {
        if (staff.isPresent(person, day)) {
            return Optional.empty();
        }
        return staff.substitutionFor(person, day)
                .or(() ->
                        staff.postOf(person, day).isPresent()
                                ? Optional.empty()
                                : lastPost(person)
                                        .filter(Post::headsUnit)
                                        .flatMap(post ->
                                                staff.substitutionForHead(post.unit(), day)))
                .map(Substitution::substitute);
    }

    private Optional<String> managersManager() {
        return directManager().flatMap(this::lastPost).flatMap(Post::manager);
    }

    private Optional<Post> post() {
        return lastPost(employee);
    }

    private Optional<Post> lastPost(String person) {
        return staff.lastPostOf(person, day);
    }
}
