package kz.bagalau.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.cases.Edition;
import kz.bagalau.rules.staff.ApparatusDecision;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.SecondedIn;
import kz.bagalau.rules.staff.SecondedPlace;
import kz.bagalau.rules.staff.Secondment;
import kz.bagalau.rules.staff.Staff;
import kz.bagalau.rules.staff.Substitution;
import kz.bagalau.rules.staff.Unit;

/// A body's staff as it is now recorded, each record with its version, by id.
///
/// @param revision how many changes there were; a change is made to the revision it was seen in
/// @param units by id, as the others
/// @param places of people of other bodies, also of those who are not sent here any more
/// @param sent by other bodies to this one: the people by sending body
public record StaffRecords(
        String body,
        long revision,
        SortedMap<String, Edition<Unit>> units,
        SortedMap<String, Edition<Employee>> people,
        SortedMap<String, Edition<SecondedPlace>> places,
        SortedMap<String, List<Employee>> sent,
        SortedMap<String, Edition<Substitution>> substitutions,
        SortedMap<String, Edition<ApparatusDecision>> decisions) {

    public StaffRecords {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
        sent = Collections.unmodifiableSortedMap(new TreeMap<>(sent));
        substitutions = Collections.unmodifiableSortedMap(new TreeMap<>(substitutions));
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
    }

    /// The staff, to be asked about any day.
    public Staff staff() {
        return new Staff(
                body,
                values(units.values()),
                values(people.values()),
                seconded(),
                values(substitutions.values()),
                values(decisions.values()));
    }

    /// Everybody whom another body sends here, once for each secondment.
    public List<SecondedIn> seconded() {
        return sent.entrySet().stream()
                .flatMap(from ->
                        from.getValue().stream()
                                .flatMap(person ->
                                        person.secondments().stream()
                                                .filter(secondment -> secondment.to().equals(body))
                                                .map(secondment ->
                                                        in(from.getKey(), person, secondment))))
                .toList();
    }

    private SecondedIn in(String from, Employee person, Secondment secondment) {
        return new SecondedIn(
                person,
                from,
                secondment,
                Optional.ofNullable(places.get(person.id())).map(Edition::value));
    }

    /// The staff as it is after a change. Versions grow by one where something changes.
    public StaffRecords with(StaffChange change) {
        return switch (change) {
            case StaffChange.OfUnit(var unit) ->
                    new StaffRecords(
                            body,
                            revision,
                            next(units, Map.of(unit.id(), unit)),
                            people,
                            places,
                            sent,
                            substitutions,
                            decisions);
            case StaffChange.OfPeople(var entered) -> {
                Map<String, Employee> byId = new TreeMap<>();
                entered.forEach(person -> byId.put(person.id(), person));
                yield new StaffRecords(
                        body,
                        revision,
                        units,
                        next(people, byId),
                        places,
                        sent,
                        substitutions,
                        decisions);
            }
            case StaffChange.OfPlace(var person, var place) ->
                    new StaffRecords(
                            body,
                            revision,
                            units,
                            people,
                            next(places, Map.of(person, place)),
                            sent,
                            substitutions,
                            decisions);
            case StaffChange.OfSubstitution(var substitution) ->
                    new StaffRecords(
                            body,
                            revision,
                            units,
                            people,
                            places,
                            sent,
                            next(substitutions, Map.of(substitution.id(), substitution)),
                            decisions);
            case StaffChange.OfDecision(var decision) ->
                    new StaffRecords(
                            body,
                            revision,
                            units,
                            people,
                            places,
                            sent,
                            substitutions,
                            next(decisions, Map.of(decision.id(), decision)));
        };
    }

    private static <T> SortedMap<String, Edition<T>> next(
            SortedMap<String, Edition<T>> standing, Map<String, T> entered) {
        SortedMap<String, Edition<T>> next = new TreeMap<>(standing);
        entered.forEach((id, value) -> {
            Edition<T> stands = standing.get(id);
            if (stands == null || !stands.value().equals(value)) {
                next.put(id, new Edition<>(value, stands == null ? 1 : stands.version() + 1));
            }
        });
        return next;
    }

    private static <T> List<T> values(Collection<Edition<T>> editions) {
        return editions.stream().map(Edition::value).toList();
    }
}
