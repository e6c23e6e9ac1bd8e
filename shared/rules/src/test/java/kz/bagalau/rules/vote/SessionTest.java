package kz.bagalau.rules.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.rules.vote.Session.Adopted;
import kz.bagalau.rules.vote.Session.Direction;
import kz.bagalau.rules.vote.Session.Invalid;
import kz.bagalau.rules.vote.Session.NoMajority;
import kz.bagalau.rules.vote.Session.Presence;
import kz.bagalau.rules.vote.VoteMistake.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final int ABSENT = 0;

    /// Every round of three, five and seven members who stay away or vote for one of three numbers;
    /// nine with two numbers. Counted another way than the code does: in a table of counts.
    @ParameterizedTest
    @CsvSource({"1, 3", "3, 3", "5, 3", "7, 3", "9, 2"})
    void everyRound(int members, int numbers) {
        int[] choice = new int[members];
        do {
            for (Presence presence : Presence.values()) {
                check(members, choice, presence);
            }
        } while (next(choice, numbers));
    }

    private static void check(int members, int[] choice, Presence presence) {
        int[] counts = new int[4];
        List<Vote<BigDecimal>> votes = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            counts[choice[i]]++;
            if (choice[i] != ABSENT) {
                // 4 and 4.0 are one number.
                votes.add(vote("m" + i, choice[i] + (i % 2 == 0 ? "" : ".0")));
            }
        }
        var result = session(members, presence).round(votes);
        int voted = members - counts[ABSENT];
        boolean enough = presence == Presence.ALL ? voted == members : 2 * voted > members;
        int winner =
                IntStream.rangeClosed(1, 3)
                        .filter(n -> 2 * counts[n] > members)
                        .sum(); // one at most
        boolean as =
                !enough
                        ? result instanceof Invalid
                        : winner == 0
                                ? result instanceof NoMajority
                                : result instanceof Adopted adopted
                                        && adopted.votesFor() == counts[winner]
                                        && adopted.score().compareTo(BigDecimal.valueOf(winner))
                                                == 0;
        if (!as) {
            throw new AssertionError(Arrays.toString(choice) + " " + presence + ": " + result);
        }
    }

    @Test
    void p22_E52_twoOfThreeLowerTheScore() {
        var result = session(3, Presence.MAJORITY).round(votes("2.80 3.10 2.80"));

        assertThat(result).isEqualTo(new Adopted(new BigDecimal("2.80"), 2));
        assertThat(Direction.of(new BigDecimal("3.10"), new BigDecimal("2.80")))
                .isEqualTo(Direction.DOWN);
        assertThat(Direction.of(new BigDecimal("3.1"), new BigDecimal("3.10")))
                .isEqualTo(Direction.SAME);
        assertThat(Direction.of(new BigDecimal("3.10"), new BigDecimal("3.11")))
                .isEqualTo(Direction.UP);
    }

    @Test
    void G14_E53_withoutAMajorityAnotherRoundFollows() {
        Session session = session(5, Presence.MAJORITY);
        var first = votes("3.8 3.8 4.5 4.5 4.2");
        var second = votes("3.8 3.8 4.2 4.2 4.2");

        assertThat(session.round(first)).isEqualTo(new NoMajority());
        assertThat(session.outcome(List.of(first))).isEmpty();
        assertThat(session.outcome(List.of(first, second)))
                .isEqualTo(Optional.of(new Adopted(new BigDecimal("4.2"), 3)));
        assertThatThrownBy(() -> session.outcome(List.of(second, first)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.outcome(List.of(votes("3.8"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(session.outcome(List.of())).isEmpty();
    }

    @Test
    void G14_E114_anAbsentMemberCountsInTheMajority() {
        var four = votes("3.60 3.60 3.60 3.90");

        assertThat(session(5, Presence.MAJORITY).round(four))
                .isEqualTo(new Adopted(new BigDecimal("3.60"), 3));
        assertThat(session(5, Presence.ALL).round(four))
                .isEqualTo(new Invalid(List.of(new VoteMistake(Kind.VOTE_MISSING, "m4"))));
    }

    @Test
    void everyMistakeIsNamed() {
        var result =
                session(3, Presence.MAJORITY)
                        .round(List.of(vote("m0", "4"), vote("m0", "4"), vote("guest", "4")));

        assertThat(result)
                .isEqualTo(
                        new Invalid(
                                List.of(
                                        new VoteMistake(Kind.VOTED_TWICE, "m0"),
                                        new VoteMistake(Kind.NOT_MEMBER, "guest"),
                                        new VoteMistake(Kind.VOTE_MISSING, "m1"),
                                        new VoteMistake(Kind.VOTE_MISSING, "m2"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aMajorityIsTheSmallestNumberAboveHalf(int members) {
        int majority = session(members, Presence.ALL).majority();

        assertThat(2 * majority).isGreaterThan(members);
        assertThat(2 * (majority - 1)).isLessThanOrEqualTo(members);
    }

    @Test
    void aSessionHasMembers() {
        assertThatThrownBy(() -> new Session(Set.of(), Presence.ALL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean next(int[] choice, int numbers) {
        for (int i = 0; i < choice.length; i++) {
            if (choice[i]++ < numbers) {
                return true;
            }
            choice[i] = ABSENT;
        }
        return false;
    }

    private static Session session(int members, Presence presence) {
        return new Session(
                IntStream.range(0, members).mapToObj(i -> "m" + i).collect(Collectors.toSet()),
                presence);
    }

    private static List<Vote<BigDecimal>> votes(String scores) {
        List<String> each = Stream.of(scores.split(" ")).toList();
        return IntStream.range(0, each.size()).mapToObj(i -> vote("m" + i, each.get(i))).toList();
    }

    private static Vote<BigDecimal> vote(String member, String score) {
        return new Vote<>(member, new BigDecimal(score));
    }
}
