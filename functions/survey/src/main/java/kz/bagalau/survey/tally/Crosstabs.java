package kz.bagalau.survey.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// All counts of a ballot group, of everybody and by every cut, before anything is held back.
final class Crosstabs {

    private final int ballots;
    private final Map<String, Counts> totals = new LinkedHashMap<>();
    private final Map<String, SortedSet<Integer>> values = new LinkedHashMap<>();
    private final Map<Group, Integer> people = new HashMap<>();
    private final Map<Group, Map<String, Counts>> groups = new HashMap<>();

    /// The people of one value of one cut.
    private record Group(String cut, int value) {}

    /// @param questions question to its codes
    /// @param cuts cut to its values; blank is added
    Crosstabs(
            Collection<Vote> votes,
            Map<String, ? extends Collection<Integer>> questions,
            Map<String, ? extends Collection<Integer>> cuts) {
        ballots = votes.size();
        questions.forEach((id, codes) -> totals.put(id, Counts.of(id, codes, votes)));
        cuts.forEach((cut, codes) -> {
            SortedSet<Integer> all = new TreeSet<>(codes);
            all.add(Vote.BLANK);
            values.put(cut, all);
            all.forEach(value -> count(new Group(cut, value), votes, questions));
        });
    }

    private void count(
            Group group,
            Collection<Vote> votes,
            Map<String, ? extends Collection<Integer>> questions) {
        List<Vote> own = new ArrayList<>();
        for (Vote vote : votes) {
            if (vote.value(group.cut()) == group.value()) {
                own.add(vote);
            }
        }
        people.put(group, own.size());
        Map<String, Counts> counts = new HashMap<>();
        questions.forEach((id, codes) -> counts.put(id, Counts.of(id, codes, own)));
        groups.put(group, counts);
    }

    int ballots() {
        return ballots;
    }

    Set<String> questions() {
        return totals.keySet();
    }

    Set<String> cuts() {
        return values.keySet();
    }

    /// The values of a cut, blank first.
    SortedSet<Integer> values(String cut) {
        return Objects.requireNonNull(values.get(cut));
    }

    /// How many ballots say one of these values.
    int people(String cut, Collection<Integer> of) {
        return of.stream()
                .mapToInt(value -> Objects.requireNonNull(people.get(new Group(cut, value))))
                .sum();
    }

    Counts total(String question) {
        return Objects.requireNonNull(totals.get(question));
    }

    /// The answers to a question of those who say one of these values.
    Counts counts(String question, String cut, Collection<Integer> of) {
        return of.stream()
                .map(value -> Objects.requireNonNull(groups.get(new Group(cut, value))))
                .map(counts -> Objects.requireNonNull(counts.get(question)))
                .reduce(Counts::plus)
                .orElseThrow();
    }
}
