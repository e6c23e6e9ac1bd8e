package kz.bagalau.rules.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.rules.vote.Commission.By;
import kz.bagalau.rules.vote.Commission.Decided;
import kz.bagalau.rules.vote.Commission.Entry;
import kz.bagalau.rules.vote.Commission.Invalid;
import kz.bagalau.rules.vote.VoteMistake.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommissionTest {

    private static final String NOBODY_HERE = "assessee";

    /// Every meeting of a commission of up to nine: whoever is present, every way to vote, on
    /// everybody's case. Counted another way than the code does: by the sum of votes.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void everyMeeting(int seats) {
        Commission commission = commission(seats);
        List<String> people = people(seats);
        for (int here = 0; here < 1 << seats; here++) {
            Set<String> present = chosen(people, here);
            for (String owner : List.of(NOBODY_HERE, "p0", "p" + (seats - 1))) {
                List<String> voters =
                        present.stream().filter(person -> !person.equals(owner)).sorted().toList();
                for (int sides = 0; sides < 1 << voters.size(); sides++) {
                    for (Entry entry : Entry.values()) {
                        check(commission, seats, present, owner, voters, sides, entry);
                    }
                }
            }
        }
    }

    private static void check(
            Commission commission,
            int seats,
            Set<String> present,
            String owner,
            List<String> voters,
            int sides,
            Entry entry) {
        List<Vote<Boolean>> votes = new ArrayList<>();
        int sum = 0;
        int chairs = 0;
        for (int i = 0; i < voters.size(); i++) {
            boolean side = (sides >> i & 1) == 1;
            votes.add(new Vote<>(voters.get(i), side));
            sum += side ? 1 : -1;
            if (voters.get(i).equals("p0")) {
                chairs = side ? 1 : -1;
            }
        }
        var result = commission.decide(present, votes, owner, entry);
        boolean chaired = present.contains("p0") || entry == Entry.ARCHIVE;
        if (3 * present.size() < 2 * seats || !chaired) {
            if (!(result instanceof Invalid)) {
                throw new AssertionError(present + " " + votes + " " + result);
            }
            return;
        }
        // A tie is broken by the chair's vote, which weighs less than any other vote.
        boolean carried = 2 * sum + chairs > 0;
        By by = sum == 0 && chairs != 0 ? By.CHAIR : By.MAJORITY;
        if (!(result instanceof Decided decided)
                || decided.carried() != carried
                || decided.by() != by
                || decided.votesFor() - decided.votesAgainst() != sum
                || decided.votesFor() + decided.votesAgainst() != voters.size()) {
            throw new AssertionError(present + " " + votes + " of " + owner + ": " + result);
        }
    }

    @ParameterizedTest(name = "E67: {0} seats need {1}")
    @CsvSource({"3, 2", "4, 3", "5, 4", "6, 4", "7, 5", "9, 6", "1, 1", "2, 2", "8, 6"})
    void p57_twoThirds(int seats, int required) {
        assertThat(commission(seats).required()).isEqualTo(required);
    }

    @Test
    void p57_E68_threeOfFiveAreNoQuorum() {
        assertThat(
                        kinds(
                                commission(5)
                                        .decide(
                                                set("p0", "p1", "p2"),
                                                votes("p0+ p1+ p2+"),
                                                "x",
                                                Entry.LIVE)))
                .containsExactly(Kind.NO_QUORUM);
    }

    @Test
    void p61_E70_theSecretaryHasNoVote_andMakesNoQuorum() {
        Commission commission = commission(3);

        assertThat(
                        kinds(
                                commission.decide(
                                        set("p0", "p1", "s"),
                                        votes("p0+ p1+ s+"),
                                        "x",
                                        Entry.LIVE)))
                .containsExactly(Kind.SECRETARY_VOTES);
        assertThat(kinds(commission.decide(set("p0", "s"), votes("p0+"), "x", Entry.LIVE)))
                .containsExactly(Kind.NO_QUORUM);
    }

    @Test
    void G44_E120_withoutItsChairACommissionDecidesNothing() {
        assertThat(
                        kinds(
                                commission(6)
                                        .decide(
                                                set("p1", "p2", "p3", "p4", "p5"),
                                                votes("p1+ p2+ p3+ p4+ p5+"),
                                                "x",
                                                Entry.LIVE)))
                .containsExactly(Kind.CHAIR_ABSENT);
    }

    @Test
    void G45_E121_aMotionThatIsNotCarriedDecidesNothing_andAnotherMayFollow() {
        Commission commission = commission(5);
        Set<String> all = set("p0", "p1", "p2", "p3", "p4");

        assertThat(commission.decide(all, votes("p0+ p1- p2- p3- p4-"), "x", Entry.LIVE))
                .isEqualTo(new Decided(false, By.MAJORITY, 1, 4));
        assertThat(commission.decide(all, votes("p0- p1+ p2+ p3+ p4+"), "x", Entry.LIVE))
                .isEqualTo(new Decided(true, By.MAJORITY, 4, 1));
    }

    @Test
    void p60_aTieIsTheChairs() {
        Set<String> all = set("p0", "p1", "p2", "p3");

        assertThat(commission(4).decide(all, votes("p0+ p1+ p2- p3-"), "x", Entry.LIVE))
                .isEqualTo(new Decided(true, By.CHAIR, 2, 2));
        assertThat(commission(4).decide(all, votes("p0- p1+ p2+ p3-"), "x", Entry.LIVE))
                .isEqualTo(new Decided(false, By.CHAIR, 2, 2));
    }

    @Test
    void G46_E122_nobodyVotesOnTheirOwnCase_butCountsAsPresent() {
        Commission commission = commission(3);

        assertThat(kinds(commission.decide(set("p0", "p1"), votes("p0+ p1+"), "p1", Entry.LIVE)))
                .containsExactly(Kind.OWN_CASE);
        assertThat(commission.decide(set("p0", "p1"), votes("p0+"), "p1", Entry.LIVE))
                .isEqualTo(new Decided(true, By.MAJORITY, 1, 0));
        // A tie in the chair's own case carries nothing.
        assertThat(commission.decide(set("p0", "p1", "p2"), votes("p1+ p2-"), "p0", Entry.LIVE))
                .isEqualTo(new Decided(false, By.MAJORITY, 1, 1));
    }

    @Test
    void everyMistakeIsNamed() {
        var result =
                commission(4)
                        .decide(
                                set("p0", "p1", "p2", "guest"),
                                votes("p0+ p0- p3+ guest+ s-"),
                                "x",
                                Entry.LIVE);

        assertThat(((Invalid) result).mistakes())
                .containsExactly(
                        new VoteMistake(Kind.VOTED_TWICE, "p0"),
                        new VoteMistake(Kind.NOT_PRESENT, "p3"),
                        new VoteMistake(Kind.NOT_MEMBER, "guest"),
                        new VoteMistake(Kind.SECRETARY_VOTES, "s"),
                        new VoteMistake(Kind.VOTE_MISSING, "p1"),
                        new VoteMistake(Kind.VOTE_MISSING, "p2"));
    }

    @Test
    void onePersonHasOneSeat() {
        assertThatThrownBy(() -> new Commission("a", Set.of("a", "b"), "s"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Commission("a", Set.of("b"), "b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Commission("a", Set.of("b"), "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Commission commission(int seats) {
        return new Commission(
                "p0",
                IntStream.range(1, seats).mapToObj(i -> "p" + i).collect(Collectors.toSet()),
                "s");
    }

    private static List<String> people(int seats) {
        return IntStream.range(0, seats).mapToObj(i -> "p" + i).toList();
    }

    private static Set<String> chosen(List<String> people, int bits) {
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            if ((bits >> i & 1) == 1) {
                chosen.add(people.get(i));
            }
        }
        return chosen;
    }

    private static Set<String> set(String... people) {
        return Set.of(people);
    }

    /// `p0+ p1-`: for and against.
    private static List<Vote<Boolean>> votes(String text) {
        return Stream.of(text.split(" "))
                .map(vote -> new Vote<>(vote.substring(0, vote.length() - 1), vote.endsWith("+")))
                .toList();
    }

    private static List<Kind> kinds(Commission.Result result) {
        return ((Invalid) result)
                .mistakes().stream()
                        .map(VoteMistake::kind)
                        .sorted(Comparator.naturalOrder())
                        .toList();
    }
}
