package kz.bagalau.survey.surveys;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.directory.StateBody;

/// Which bodies a survey would take, and which of the others share people with them. Two surveys of
/// one questionnaire and year must have no person in common: the difference of their results would
/// be the answers of the few who are in one of them alone.
///
/// @param kin each body of the survey with all bodies above and below it in the directory, whose
///   personnel services could enrol the same people
public record Electorate(String questionnaire, int year, SortedMap<String, Set<String>> kin) {

    public static Electorate of(
            String questionnaire, int year, Set<String> bodies, Collection<StateBody> directory) {
        Map<String, String> parents = new TreeMap<>();
        directory.forEach(
                body -> body.parent().ifPresent(parent -> parents.put(body.id(), parent)));
        SortedMap<String, Set<String>> kin = new TreeMap<>();
        bodies.forEach(body -> kin.put(body, new HashSet<>(above(body, parents))));
        directory.forEach(body -> {
            for (String ancestor : above(body.id(), parents)) {
                Optional.ofNullable(kin.get(ancestor)).ifPresent(set -> set.add(body.id()));
            }
        });
        return new Electorate(questionnaire, year, kin);
    }

    /// The body and those above it; a circle in the directory ends it.
    private static Set<String> above(String body, Map<String, String> parents) {
        Set<String> above = new HashSet<>();
        for (Optional<String> next = Optional.of(body);
                next.isPresent() && above.add(next.get());
                next = Optional.ofNullable(parents.get(next.get()))) {
            // each step adds one body
        }
        return above;
    }

    /// The bodies that cannot stand in the survey `id`, each with the other survey that has it or
    /// its kin.
    public SortedMap<String, String> clashes(String id, Collection<Survey> surveys) {
        SortedMap<String, String> clashes = new TreeMap<>();
        for (Survey other : surveys) {
            if (other.id().equals(id)
                    || other.state() == Survey.State.CANCELLED
                    || other.year() != year
                    || !other.questionnaire().equals(questionnaire)) {
                continue;
            }
            kin.forEach((body, family) -> {
                if (other.bodies().stream().anyMatch(family::contains)) {
                    clashes.putIfAbsent(body, other.id());
                }
            });
        }
        return clashes;
    }

    /// One value for the questionnaire and year.
    public String name() {
        return questionnaire + "#" + year;
    }
}
