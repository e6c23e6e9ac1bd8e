package kz.bagalau.rules.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A body's units and people with everything that says who stands where, asked about a day. What is
/// wrong in it is found by [StaffCheck]; the questions answer all the same.
public final class Staff {

    private final String body;
    private final Map<String, Unit> units;
    private final Map<String, Employee> people;
    private final Map<String, List<SecondedIn>> seconded;
    private final Map<String, List<Employee>> byUnit;
    private final List<Substitution> substitutions;
    private final List<ApparatusDecision> decisions;

    // Every employee's quarter asks for the same few heads.
    private final Map<LocalDate, Optional<Post>> firstHeads = new ConcurrentHashMap<>();
    private final Map<LocalDate, Optional<Post>> apparatusHeads = new ConcurrentHashMap<>();
    private final Map<OfUnit, HeadPost> heads = new ConcurrentHashMap<>();
    private final Map<OfUnit, List<Post>> unitHeads = new ConcurrentHashMap<>();

    private record OfUnit(String unit, LocalDate day) {}

    /// Throws [IllegalArgumentException] where two units, people, substitutions or decisions have
    /// one id.
    ///
    /// @param people of the body itself
    /// @param seconded people of other bodies, once for each secondment that leads here
    public Staff(
            String body,
            List<Unit> units,
            List<Employee> people,
            List<SecondedIn> seconded,
            List<Substitution> substitutions,
            List<ApparatusDecision> decisions) {
        this.body = body;
        this.units = byId(units, Unit::id);
        this.people = byId(people, Employee::id);
        this.seconded =
                seconded.stream()
                        .collect(
                                Collectors.groupingBy(
                                        in -> in.person().id(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        this.substitutions = List.copyOf(byId(substitutions, Substitution::id).values());
        this.decisions = List.copyOf(byId(decisions, ApparatusDecision::id).values());
        this.byUnit = new HashMap<>();
        for (Employee person : people) {
            person.appointments().stream()
                    .map(Appointment::unit)
                    .distinct()
                    .forEach(unit -> add(unit, person));
        }
        for (SecondedIn in : seconded) {
            in.place().ifPresent(place -> add(place.unit(), in.person()));
        }
    }

    private void add(String unit, Employee person) {
        List<Employee> there = byUnit.computeIfAbsent(unit, _ -> new ArrayList<>());
        if (!there.contains(person)) {
            there.add(person);
        }
    }

    public String body() {
        return body;
    }

    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /// The people of the body itself, with those who have left.
    public List<Employee> people() {
        return List.copyOf(people.values());
    }

    public List<SecondedIn> seconded() {
        return seconded.values().stream().flatMap(List::stream).toList();
    }

    public List<Substitution> substitutions() {
        return substitutions;
    }

    public List<ApparatusDecision> decisions() {
        return decisions;
    }

    public Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /// A person of the body itself.
    public Optional<Employee> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /// Whether somebody is, or once was, of this body or sent to it.
    public boolean knows(String person) {
        return people.containsKey(person) || seconded.containsKey(person);
    }

    /// What somebody holds in this body on a day, also while absent or seconded elsewhere. Empty
    /// for who is seconded in without a place entered.
    public Optional<Post> postOf(String person, LocalDate day) {
        return person(person)
                .flatMap(own -> own.appointmentOn(day).map(held -> Post.of(own, held)))
                .or(() -> sentOn(person, day).flatMap(in -> placed(in, day)));
    }

    /// What somebody holds on a day, or held last before it.
    public Optional<Post> lastPostOf(String person, LocalDate day) {
        return postOf(person, day)
                .or(() ->
                        person(person).stream()
                                .flatMap(own ->
                                        own.appointments().stream()
                                                .filter(held -> held.span().endsBefore(day))
                                                .map(held -> Post.of(own, held)))
                                .max(Comparator.comparing(post -> post.span().from())));
    }

    /// Everybody who holds something in this body on a day, those seconded in too.
    public List<Post> postsOn(LocalDate day) {
        return Stream.concat(people.keySet().stream(), seconded.keySet().stream())
                .distinct()
                .flatMap(person -> postOf(person, day).stream())
                .toList();
    }

    /// Those sent to this body on a day, also where no place is entered for them.
    public List<SecondedIn> secondedOn(LocalDate day) {
        return seconded().stream().filter(in -> in.secondment().span().contains(day)).toList();
    }

    /// Whether somebody works in this body on a day: employed or sent here, not absent, not sent
    /// elsewhere.
    // DOUBT: who is on a business trip or in training is not said to be absent as an assessor (¶3),
    // read as absent because the act says "in the absence" without a distinction.
    public boolean isPresent(String person, LocalDate day) {
        boolean own =
                person(person)
                        .filter(employee ->
                                employee.appointmentOn(day).isPresent()
                                        && employee.secondmentOn(day).isEmpty()
                                        && employee.absenceOn(day).isEmpty())
                        .isPresent();
        return own
                || sentOn(person, day)
                        .map(SecondedIn::person)
                        .filter(employee ->
                                employee.appointmentOn(day).isPresent()
                                        && employee.absenceOn(day).isEmpty())
                        .isPresent();
    }

    /// Who does an absent person's duties on a day.
    public Optional<Substitution> substitutionFor(String person, LocalDate day) {
        return substitution(new Substitution.Absent(person), day);
    }

    /// Who does the duties of a unit's head on a day on which the post is vacant.
    public Optional<Substitution> substitutionForHead(String unit, LocalDate day) {
        return substitution(new Substitution.VacantHead(unit), day);
    }

    private Optional<Substitution> substitution(Substitution.Of of, LocalDate day) {
        return substitutions.stream()
                .filter(substitution ->
                        substitution.of().equals(of) && substitution.span().contains(day))
                .max(
                        Comparator.comparing((Substitution found) -> found.span().from())
                                .thenComparing(Substitution::id));
    }

    /// The direct manager, the manager's manager and so on, as they are named on a day; a circle is
    /// followed once.
    public List<String> managers(String person, LocalDate day) {
        List<String> chain = new ArrayList<>();
        Optional<String> next = managerOf(person, day);
        while (next.filter(id -> !id.equals(person) && !chain.contains(id)).isPresent()) {
            chain.add(next.get());
            next = managerOf(next.get(), day);
        }
        return List.copyOf(chain);
    }

    public Optional<String> managerOf(String person, LocalDate day) {
        return postOf(person, day).flatMap(Post::manager);
    }

    /// The higher manager named in the appointment, otherwise the manager's manager.
    public Optional<String> higherManagerOf(String person, LocalDate day) {
        return postOf(person, day)
                .flatMap(post ->
                        post.higherManager()
                                .or(() -> post.manager().flatMap(id -> managerOf(id, day))));
    }

    /// Those whose direct manager somebody is on a day.
    public List<Post> subordinatesOf(String manager, LocalDate day) {
        return postsOn(day).stream()
                .filter(post -> post.manager().filter(manager::equals).isPresent())
                .toList();
    }

    /// The post of a unit's head as ¶2(3) defines it.
    // DOUBT: a unit whose head's post nobody has entered is read as having one, vacant, where
    // somebody held it before or somebody does its duties by order: the act never sends an
    // assessment to the next head up (¶3).
    public HeadPost headOf(String unit, LocalDate day) {
        return heads.computeIfAbsent(new OfUnit(unit, day), this::headOf);
    }

    private HeadPost headOf(OfUnit asked) {
        String unit = asked.unit();
        LocalDate day = asked.day();
        List<Post> here = postsIn(unit, day);
        Optional<Post> holder =
                here.stream().filter(Post::definedHead).max(Comparator.comparing(Post::unitHead));
        if (holder.isPresent()) {
            return new HeadPost.Filled(holder.get());
        }
        boolean ofAnotherCategory = here.stream().anyMatch(Post::unitHead);
        return !ofAnotherCategory && hasDefinedHead(unit, day)
                ? new HeadPost.Vacant(unit)
                : new HeadPost.None();
    }

    private boolean hasDefinedHead(String unit, LocalDate day) {
        Optional<Category> entered = unit(unit).flatMap(Unit::head);
        if (entered.isPresent()) {
            return entered.get().equals(Category.D_3) || entered.get().equals(Category.D_O_1);
        }
        return substitutionForHead(unit, day).isPresent()
                || byUnit.getOrDefault(unit, List.of()).stream()
                        .flatMap(person ->
                                person.appointments().stream()
                                        .filter(held ->
                                                held.unit().equals(unit)
                                                        && held.span().endsBefore(day))
                                        .map(held -> Post.of(person, held)))
                        .anyMatch(Post::definedHead);
    }

    /// Who heads a unit on a day, of whatever category.
    public Optional<Post> unitHead(String unit, LocalDate day) {
        return headsOf(unit, day).stream().filter(Post::unitHead).findFirst();
    }

    /// All who head a unit on a day: of whatever category where the post says so, and a D-O-1 also
    /// where it does not; those whose posts say so first.
    public List<Post> headsOf(String unit, LocalDate day) {
        return unitHeads.computeIfAbsent(
                new OfUnit(unit, day),
                _ ->
                        postsIn(unit, day).stream()
                                .filter(Post::headsUnit)
                                .sorted(Comparator.comparing(post -> !post.unitHead()))
                                .toList());
    }

    public Optional<Post> firstHead(LocalDate day) {
        return firstHeads.computeIfAbsent(day, on -> holder(Post::firstHead, on));
    }

    public Optional<Post> apparatusHead(LocalDate day) {
        return apparatusHeads.computeIfAbsent(day, on -> holder(Post::apparatusHead, on));
    }

    /// The head of the apparatus on a day, or who was it last before.
    public Optional<Post> lastApparatusHead(LocalDate day) {
        return apparatusHead(day)
                .or(() ->
                        people.values().stream()
                                .flatMap(person ->
                                        person.appointments().stream()
                                                .filter(held ->
                                                        held.apparatusHead()
                                                                && held.span().endsBefore(day))
                                                .map(held -> Post.of(person, held)))
                                .max(Comparator.comparing(post -> post.span().from())));
    }

    /// Whether the first head has decided that the head of the apparatus assesses somebody.
    public boolean decidedForApparatus(String person, LocalDate day) {
        return decisions.stream()
                .anyMatch(decision ->
                        decision.span().contains(day) && decision.employees().contains(person));
    }

    private Optional<Post> holder(Predicate<Post> of, LocalDate day) {
        return postsOn(day).stream().filter(of).findFirst();
    }

    private List<Post> postsIn(String unit, LocalDate day) {
        return byUnit.getOrDefault(unit, List.of()).stream()
                .flatMap(person -> postOf(person.id(), day).stream())
                .filter(post -> post.unit().equals(unit))
                .toList();
    }

    private Optional<SecondedIn> sentOn(String person, LocalDate day) {
        return seconded.getOrDefault(person, List.of()).stream()
                .filter(in -> in.secondment().span().contains(day))
                .findFirst();
    }

    private static Optional<Post> placed(SecondedIn in, LocalDate day) {
        return in.place()
                .map(place ->
                        Post.of(
                                in,
                                place,
                                in.person().appointmentOn(day).flatMap(Appointment::category)));
    }

    private static <T> Map<String, T> byId(List<T> records, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T each : records) {
            if (found.putIfAbsent(id.apply(each), each) != null) {
                throw new IllegalArgumentException(id.apply(each) + " stands twice");
            }
        }
        return found;
    }
}
