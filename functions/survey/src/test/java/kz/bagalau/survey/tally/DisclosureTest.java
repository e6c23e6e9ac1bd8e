package kz.bagalau.survey.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies of real size, k = 5, the cuts and scale of Appendix 9. [EveryWorldTest] has a stronger
/// attacker in smaller worlds.
class DisclosureTest {

    private static final int MINIMUM = 5;
    private static final int SEEDS = 300;
    private static final List<Integer> SCALE = List.of(1, 2, 3, 4);
    private static final Map<String, List<Integer>> CUTS =
            new TreeMap<>(
                    Map.of(
                            "sex", List.of(1, 2),
                            "position", List.of(1, 2),
                            "service", List.of(1, 2, 3)));

    @ParameterizedTest
    @MethodSource("seeds")
    void randomBodies_noGroupBelowTheMinimumIsWorkedOut(long seed) {
        var tabs = tabs(randomBody(new Random(seed)));

        assertThat(workedOut(tabs, careful(tabs))).isEmpty();
    }

    @Test
    void control_withoutComplementarySuppressionMostRandomBodiesAreCracked() {
        long cracked =
                seeds().filter(
                                seed -> {
                                    var tabs = tabs(randomBody(new Random(seed)));
                                    return !workedOut(tabs, naive(tabs)).isEmpty();
                                })
                        .count();

        assertThat(cracked).isGreaterThan(SEEDS / 2);
    }

    @ParameterizedTest
    @EnumSource
    void nastyBodies_noGroupBelowTheMinimumIsWorkedOut(Nasty body) {
        var tabs = tabs(body.votes);

        assertThat(workedOut(tabs, careful(tabs))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void control_withoutComplementarySuppressionEveryNastyBodyIsCracked(Nasty body) {
        var tabs = tabs(body.votes);

        assertThat(workedOut(tabs, naive(tabs))).isNotEmpty();
    }

    @Test
    void aBodyWithoutSmallGroupsLosesNothing() {
        List<Vote> votes = new ArrayList<>();
        for (int person = 0; person < 96; person++) {
            Map<String, List<Integer>> answers = new HashMap<>();
            for (String question : questions()) {
                answers.put(question, List.of(1 + (person / 12) % 4));
            }
            votes.add(
                    new Vote(
                            answers,
                            Map.of(
                                    "sex", 1 + person % 2,
                                    "position", 1 + person / 2 % 2,
                                    "service", 1 + person / 4 % 3)));
        }
        var tabs = tabs(votes);
        var teller = careful(tabs);

        for (String question : questions()) {
            assertThat(teller.tells(question, "sex", 1)).isTrue();
            assertThat(teller.tells(question, "position", 2)).isTrue();
            assertThat(teller.tells(question, "service", 3)).isTrue();
        }
    }

    @Test
    void totalsAreNeverHiddenForTheSakeOfACut() {
        for (Nasty body : Nasty.values()) {
            var tabs = tabs(body.votes);
            var teller = careful(tabs);
            for (String question : tabs.questions()) {
                assertThat(teller.tells(question))
                        .isEqualTo(tabs.total(question).answered() >= MINIMUM);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsToldIsNeverSmall_norSmallAndOfOneMind(long seed) {
        var tabs = tabs(randomBody(new Random(seed)));
        var teller = careful(tabs);
        for (String question : tabs.questions()) {
            for (String cut : tabs.cuts()) {
                for (int value : tabs.values(cut)) {
                    if (teller.tells(question, cut, value)) {
                        var counts = tabs.counts(question, cut, Set.of(value));
                        assertThat(counts.answered()).isGreaterThanOrEqualTo(MINIMUM);
                        assertThat(
                                        counts.unanimous()
                                                && counts.answered() < 2 * MINIMUM
                                                && tabs.people(cut, Set.of(value)) < tabs.ballots())
                                .isFalse();
                    }
                }
            }
        }
    }

    /// Bodies in which hiding the small groups alone gives them away.
    enum Nasty {
        /// three women among thirty
        ONE_SMALL_GROUP(people(27, "sex", 1, all(4)), people(3, "sex", 2, all(1))),
        /// five women are known from q1; one of them leaves q2 blank
        SIZE_KNOWN_FROM_ANOTHER_QUESTION(
                people(25, "sex", 1, all(3)),
                people(4, "sex", 2, all(2)),
                people(1, "sex", 2, Map.of("q1", List.of(2)))),
        /// four and four, where no sum of five or more but eight is possible
        TWO_OF_THE_LARGEST_SMALL_SIZE(
                people(4, "service", 1, all(1)),
                people(4, "service", 2, all(2)),
                people(20, "service", 3, all(4))),
        /// the only manager is the only one with long service and the only man
        THE_SAME_PERSON_IN_EVERY_CUT(
                List.of(new Vote(all(1), Map.of("sex", 1, "position", 1, "service", 3))),
                Collections.nCopies(
                        11, new Vote(all(4), Map.of("sex", 2, "position", 2, "service", 1))),
                Collections.nCopies(
                        8, new Vote(all(3), Map.of("sex", 2, "position", 2, "service", 2)))),
        /// everybody says their sex but two
        FEW_BLANKS(
                people(12, "sex", 1, all(4)),
                people(9, "sex", 2, all(3)),
                people(2, "sex", 0, all(1))),
        /// all men answer q3, of the women four
        SPARSE_IN_ONE_GROUP(
                people(10, "sex", 1, all(4)),
                people(4, "sex", 2, all(2)),
                people(8, "sex", 2, without("q3"))),
        /// almost all men answer q3, of the many women four: the blanks are all women's
        BLANKS_ARE_ALL_OF_ONE_GROUP(
                people(20, "sex", 1, all(4)),
                people(4, "sex", 2, all(2)),
                people(2, "sex", 2, without("q3")));

        private final List<Vote> votes;

        @SafeVarargs
        Nasty(List<Vote>... parts) {
            votes = new ArrayList<>();
            for (List<Vote> part : parts) {
                votes.addAll(part);
            }
        }

        private static List<Vote> people(
                int count, String cut, int value, Map<String, List<Integer>> answers) {
            Map<String, Integer> respondent = value == 0 ? Map.of() : Map.of(cut, value);
            return Collections.nCopies(count, new Vote(answers, respondent));
        }

        private static Map<String, List<Integer>> all(int code) {
            Map<String, List<Integer>> answers = new HashMap<>();
            questions().forEach(question -> answers.put(question, List.of(code)));
            return answers;
        }

        private static Map<String, List<Integer>> without(String question) {
            Map<String, List<Integer>> answers = all(3);
            answers.remove(question);
            return answers;
        }
    }

    private static Set<String> workedOut(Crosstabs tabs, Teller teller) {
        Attacker attacker = new Attacker(tabs, teller, MINIMUM);
        Set<String> workedOut = new TreeSet<>();
        for (String question : tabs.questions()) {
            check(attacker, question, tabs.total(question), workedOut);
            for (String cut : tabs.cuts()) {
                for (int value : tabs.values(cut)) {
                    check(
                            attacker,
                            Attacker.name(question, cut, value),
                            tabs.counts(question, cut, Set.of(value)),
                            workedOut);
                    String people = cut + "=" + value;
                    int size = tabs.people(cut, Set.of(value));
                    if (0 < size && size < MINIMUM && attacker.knows(people)) {
                        workedOut.add(people + " is " + size);
                    }
                }
            }
        }
        return workedOut;
    }

    private static void check(Attacker attacker, String group, Counts counts, Set<String> found) {
        if (0 < counts.answered() && counts.answered() < MINIMUM) {
            if (attacker.knows(group)) {
                found.add(group + " is " + counts.answered());
            }
            counts.options()
                    .forEach((code, people) -> {
                        String option = group + ":" + code;
                        if (attacker.knows(option) && attacker.atLeast(option) > 0) {
                            found.add(option + " is " + people);
                        }
                    });
        }
    }

    private static Teller careful(Crosstabs tabs) {
        return new Teller.Careful(new Disclosure(tabs, tabs, MINIMUM));
    }

    private static Teller naive(Crosstabs tabs) {
        return new Teller.Naive(tabs, MINIMUM);
    }

    private static Crosstabs tabs(List<Vote> votes) {
        Map<String, List<Integer>> questions = new LinkedHashMap<>();
        questions().forEach(question -> questions.put(question, SCALE));
        return new Crosstabs(votes, questions, CUTS);
    }

    private static List<String> questions() {
        return IntStream.rangeClosed(1, 26).mapToObj(number -> "q" + number).toList();
    }

    private static List<Vote> randomBody(Random random) {
        int ballots = 4 + random.nextInt(60);
        Map<String, double[]> habits = new HashMap<>();
        CUTS.forEach((cut, values) -> habits.put(cut, weights(random, values.size() + 1)));
        Map<String, double[]> opinions = new HashMap<>();
        for (String question : questions()) {
            double[] weights = weights(random, 5);
            // blanks: in most questions few or none, in some many
            weights[0] = random.nextInt(4) == 0 ? weights[0] : random.nextInt(3) * 0.02;
            opinions.put(question, weights);
        }
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < ballots; i++) {
            Map<String, Integer> respondent = new HashMap<>();
            habits.forEach((cut, weights) -> {
                int value = draw(random, weights);
                if (value > 0) {
                    respondent.put(cut, value);
                }
            });
            Map<String, List<Integer>> answers = new HashMap<>();
            opinions.forEach((question, weights) -> {
                int code = draw(random, weights);
                if (code > 0) {
                    answers.put(question, List.of(code));
                }
            });
            votes.add(new Vote(answers, respondent));
        }
        return votes;
    }

    private static double[] weights(Random random, int count) {
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = Math.pow(random.nextDouble(), 3);
        }
        return weights;
    }

    private static int draw(Random random, double[] weights) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, SEEDS).boxed();
    }
}
