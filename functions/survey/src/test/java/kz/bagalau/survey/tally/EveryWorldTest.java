package kz.bagalau.survey.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The strongest attacker there can be, in worlds small enough to count: who knows everything that
/// is told, and also how we decide what to tell. For every possible set of ballots we write down
/// what would be told; the sets that look the same are what the attacker cannot tell apart. A group
/// below the minimum is found out where it has the same size in all of them, a small one of one
/// mind where it has the same answers in all of them (unless everybody is of that mind, which the
/// total tells).
class EveryWorldTest {

    @ParameterizedTest(name = "k {0}, {1} ballots, cuts of {2} values, questions of {3} options")
    @CsvSource({
        "3, 7, 3, 1 1",
        "3, 7, 2 1, 2 1",
        "3, 6, 2 2, 1 1",
        "3, 7, 2 2, 2",
        "3, 5, 2, 2 2",
        "3, 7, 3, 2",
        "3, 9, 4, 1",
        "5, 12, 3, 1",
    })
    void whatIsTold_fitsSeveralSizesOfEverySmallGroup(
            int minimum, int ballots, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(world.foundOut(CAREFUL)).isEmpty();
    }

    @ParameterizedTest(name = "k {0}, {1} ballots, cuts of {2} values, questions of {3} options")
    @CsvSource({"3, 6, 3, 1 1", "3, 5, 2, 2 2", "3, 5, 2 2, 1 1"})
    void control_hidingOnlyTheSmallGroupsThemselves_isFoundOut(
            int minimum, int ballots, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(world.foundOut((login, all, k) -> new Teller.Naive(all, k))).isNotEmpty();
    }

    /// Whoever made slips and voted them knows what stands on them, and subtracts it.
    @ParameterizedTest(name = "k {0}, {1} by login, {2} by slip, cuts of {3}, questions of {4}")
    @CsvSource({
        "3, 5, 2, 3, 1",
        "3, 6, 2, 2, 2",
        "3, 5, 1, 2 1, 1 1",
        "3, 6, 1, 2 2, 1",
        "3, 7, 3, 3, 1",
        "5, 9, 1, 3, 1"
    })
    void whoKnowsEverySlip_findsOutNoSmallGroupOfThoseWhoLoggedIn(
            int minimum, int ballots, int slips, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(world.foundOutKnowing(slips, CAREFUL)).isEmpty();
    }

    @ParameterizedTest(name = "k {0}, {1} by login, {2} by slip, cuts of {3}, questions of {4}")
    @CsvSource({"3, 5, 2, 3, 1", "3, 6, 1, 2 2, 1"})
    void control_whereSlipsCountTowardsTheMinimum_whoKnowsThemFindsPeopleOut(
            int minimum, int ballots, int slips, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(
                        world.foundOutKnowing(
                                slips,
                                (login, all, k) -> new Teller.Careful(new Disclosure(all, all, k))))
                .isNotEmpty();
    }

    /// Respondents with a slip are people too: who knows no slip finds none of them out.
    @ParameterizedTest(name = "k {0}, {1} by login, {2} by slip, cuts of {3}, questions of {4}")
    @CsvSource({"3, 5, 2, 3, 1", "3, 6, 2, 2, 2", "3, 5, 1, 2 1, 1 1", "3, 6, 3, 3, 1"})
    void whoKnowsNoSlip_findsOutNoSmallGroupOfAll(
            int minimum, int ballots, int slips, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(world.foundOutKnowingNone(slips, CAREFUL)).isEmpty();
    }

    @ParameterizedTest(name = "k {0}, {1} by login, {2} by slip, cuts of {3}, questions of {4}")
    @CsvSource({"3, 6, 1, 2 2, 1"})
    void control_whereAValueSaidOnSlipsOnlyCountsAsSaidByNobody_itsPeopleAreFoundOut(
            int minimum, int ballots, int slips, String cuts, String questions) {
        var world = new World(minimum, ballots, cuts, questions);

        assertThat(
                        world.foundOutKnowingNone(
                                slips,
                                (login, all, k) ->
                                        new Teller.Careful(new Disclosure(login, login, k))))
                .isNotEmpty();
    }

    private static final Policy CAREFUL =
            (login, all, minimum) -> new Teller.Careful(new Disclosure(login, all, minimum));

    private interface Policy {
        Teller of(Crosstabs login, Crosstabs all, int minimum);
    }

    private static final class World {

        private final int minimum;
        private final int ballots;
        private final Map<String, List<Integer>> cuts = new TreeMap<>();
        private final Map<String, List<Integer>> questions = new TreeMap<>();
        private final List<Vote> kinds = new ArrayList<>();

        /// @param cutSizes the number of values of each cut; blank is one of them
        /// @param optionCounts the number of options of each question
        World(int minimum, int ballots, String cutSizes, String optionCounts) {
            this.minimum = minimum;
            this.ballots = ballots;
            for (String size : cutSizes.split(" ")) {
                cuts.put("cut" + cuts.size(), codes(Integer.parseInt(size) - 1));
            }
            for (String options : optionCounts.split(" ")) {
                questions.put("q" + questions.size(), codes(Integer.parseInt(options)));
            }
            kinds(new TreeMap<>(), new TreeMap<>());
        }

        private static List<Integer> codes(int count) {
            List<Integer> codes = new ArrayList<>();
            for (int code = 1; code <= count; code++) {
                codes.add(code);
            }
            return codes;
        }

        /// Every kind of ballot there can be.
        private void kinds(Map<String, Integer> respondent, Map<String, List<Integer>> answers) {
            for (String cut : cuts.keySet()) {
                if (!respondent.containsKey(cut)) {
                    choices(cuts, cut)
                            .forEach(value -> {
                                respondent.put(cut, value);
                                kinds(respondent, answers);
                                respondent.remove(cut);
                            });
                    return;
                }
            }
            for (String question : questions.keySet()) {
                if (!answers.containsKey(question)) {
                    choices(questions, question)
                            .forEach(code -> {
                                answers.put(question, code == 0 ? List.of() : List.of(code));
                                kinds(respondent, answers);
                                answers.remove(question);
                            });
                    return;
                }
            }
            kinds.add(new Vote(answers, respondent));
        }

        private static List<Integer> choices(Map<String, List<Integer>> of, String key) {
            List<Integer> choices = new ArrayList<>(of.getOrDefault(key, List.of()));
            choices.add(0);
            return choices;
        }

        /// The groups that are found out where nobody has a slip.
        Set<String> foundOut(Policy policy) {
            Sight sight = new Sight();
            everySet(
                    ballots,
                    votes -> {
                        Crosstabs tabs = tabs(votes);
                        sight.add(told(tabs, policy.of(tabs, tabs, minimum)), tabs);
                    });
            return sight.foundOut();
        }

        /// The groups of those who logged in that are found out by whoever knows the slips, of
        /// every set of slips there can be.
        Set<String> foundOutKnowing(int slips, Policy policy) {
            Set<String> foundOut = new TreeSet<>();
            everySet(
                    slips,
                    known -> {
                        List<Vote> bySlip = List.copyOf(known);
                        Sight sight = new Sight();
                        everySet(
                                ballots,
                                votes -> {
                                    Crosstabs login = tabs(votes);
                                    Crosstabs all = tabs(votes, bySlip);
                                    sight.add(told(all, policy.of(login, all, minimum)), login);
                                });
                        foundOut.addAll(sight.foundOut());
                    });
            return foundOut;
        }

        /// The groups of all people that are found out by whoever knows no slip.
        Set<String> foundOutKnowingNone(int slips, Policy policy) {
            Sight sight = new Sight();
            everySet(
                    slips,
                    unknown -> {
                        List<Vote> bySlip = List.copyOf(unknown);
                        everySet(
                                ballots,
                                votes -> {
                                    Crosstabs all = tabs(votes, bySlip);
                                    sight.add(told(all, policy.of(tabs(votes), all, minimum)), all);
                                });
                    });
            return sight.foundOut();
        }

        @SafeVarargs
        private Crosstabs tabs(List<Vote>... parts) {
            List<Vote> votes = new ArrayList<>();
            for (List<Vote> part : parts) {
                votes.addAll(part);
            }
            return new Crosstabs(votes, questions, cuts);
        }

        /// What is told, and every group that there can be where it is told.
        private final class Sight {

            private final Map<String, Map<String, Set<Group>>> possible = new HashMap<>();

            /// @param people whose groups are looked for
            void add(String told, Crosstabs people) {
                var alike = possible.computeIfAbsent(told, key -> new HashMap<>());
                groups(people)
                        .forEach((name, group) ->
                                alike.computeIfAbsent(name, key -> new HashSet<>()).add(group));
            }

            Set<String> foundOut() {
                Set<String> foundOut = new TreeSet<>();
                possible.forEach((told, groups) ->
                        groups.forEach((name, group) -> {
                            if (isFoundOut(group)) {
                                foundOut.add(name + " is " + group + ": " + told);
                            }
                        }));
                return foundOut;
            }
        }

        private boolean isFoundOut(Set<Group> possible) {
            Group one = possible.iterator().next();
            boolean oneSize = possible.stream().allMatch(group -> group.size() == one.size());
            boolean small = oneSize && one.size() < minimum;
            boolean ofOneMind = possible.size() == 1 && one.ofOneMind() && one.size() < 2 * minimum;
            return one.size() > 0 && (small || ofOneMind);
        }

        /// @param ofOneMind and not only because everybody is
        private record Group(int size, Map<Integer, Integer> options, boolean ofOneMind) {}

        private void everySet(int size, Consumer<List<Vote>> use) {
            everySet(0, size, new ArrayList<>(), use);
        }

        private void everySet(int kind, int size, List<Vote> votes, Consumer<List<Vote>> use) {
            if (votes.size() == size) {
                use.accept(votes);
            } else if (kind < kinds.size()) {
                votes.add(kinds.get(kind));
                everySet(kind, size, votes, use);
                votes.removeLast();
                everySet(kind + 1, size, votes, use);
            }
        }

        private static String told(Crosstabs tabs, Teller teller) {
            StringBuilder told = new StringBuilder();
            for (String question : tabs.questions()) {
                told.append(question).append(' ');
                told.append(teller.tells(question) ? tabs.total(question).options() : "-");
                for (String cut : tabs.cuts()) {
                    for (int value : tabs.values(cut)) {
                        told.append(' ').append(cut).append('=').append(value).append(' ');
                        told.append(
                                teller.tells(question, cut, value)
                                        ? tabs.counts(question, cut, Set.of(value)).options()
                                        : "-");
                    }
                }
                told.append('\n');
            }
            return told.toString();
        }

        private static Map<String, Group> groups(Crosstabs tabs) {
            Map<String, Group> groups = new HashMap<>();
            for (String question : tabs.questions()) {
                Counts total = tabs.total(question);
                groups.put(question, new Group(total.answered(), total.options(), false));
                for (String cut : tabs.cuts()) {
                    for (int value : tabs.values(cut)) {
                        Counts counts = tabs.counts(question, cut, Set.of(value));
                        groups.put(
                                question + " " + cut + "=" + value,
                                new Group(
                                        counts.answered(),
                                        counts.options(),
                                        counts.unanimous() && !total.unanimous()));
                        int people = tabs.people(cut, Set.of(value));
                        groups.put(cut + "=" + value, new Group(people, Map.of(), false));
                    }
                }
            }
            return groups;
        }
    }
}
