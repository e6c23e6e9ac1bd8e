package kz.bagalau.rules.vote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.bagalau.rules.vote.VoteMistake.Kind;

/// A calibration session: its members vote for a number, round after round, until one number has
/// more than half of them (No. 245, ¶22).
///
/// @param members as approved; one who is absent still counts
/// @param presence who must vote in a round
public record Session(Set<String> members, Presence presence) {

    /// The setting `calibration_presence`.
    public enum Presence {
        /// As many as make a majority, so that one absent member does not break the term of ¶20.
        MAJORITY,
        ALL
    }

    /// What became of a round.
    public sealed interface Result {}

    /// One number has more than half of the members.
    ///
    /// @param score as in the first vote for it
    public record Adopted(BigDecimal score, int votesFor) implements Result {}

    /// No number has: what stood before stands, and another round follows.
    public record NoMajority() implements Result {}

    /// These votes are no round, and every reason why.
    public record Invalid(List<VoteMistake> mistakes) implements Result {

        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// What the session does to the score.
    public enum Direction {
        UP,
        DOWN,
        SAME;

        public static Direction of(BigDecimal original, BigDecimal adopted) {
            return switch (Integer.signum(adopted.compareTo(original))) {
                case 1 -> UP;
                case -1 -> DOWN;
                default -> SAME;
            };
        }
    }

    public Session {
        members = Set.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a session has members");
        }
    }

    /// The smallest number of votes that is more than half of the members.
    public int majority() {
        return members.size() / 2 + 1;
    }

    /// One round of votes. Numbers are compared by value: 4.2 is 4.20.
    // DOUBT: quorum, ties and absent members are not regulated (¶22); read as one number that more
    // than half of the approved members vote for, because the act speaks of the members' votes
    // (G-14).
    public Result round(List<Vote<BigDecimal>> votes) {
        List<VoteMistake> mistakes = new ArrayList<>();
        Map<String, BigDecimal> scores = new TreeMap<>();
        for (Vote<BigDecimal> vote : votes) {
            if (!members.contains(vote.member())) {
                mistakes.add(new VoteMistake(Kind.NOT_MEMBER, vote.member()));
            } else if (scores.putIfAbsent(vote.member(), vote.choice()) != null) {
                mistakes.add(new VoteMistake(Kind.VOTED_TWICE, vote.member()));
            }
        }
        int needed =
                switch (presence) {
                    case MAJORITY -> majority();
                    case ALL -> members.size();
                };
        if (scores.size() < needed) {
            members.stream()
                    .filter(member -> !scores.containsKey(member))
                    .sorted()
                    .forEach(member -> mistakes.add(new VoteMistake(Kind.VOTE_MISSING, member)));
        }
        return mistakes.isEmpty() ? count(votes) : new Invalid(mistakes);
    }

    /// The outcome of rounds that follow one another: that of the first that adopts a number.
    /// Throws [IllegalArgumentException] where a round follows one that has decided, or is none.
    public Optional<Adopted> outcome(List<List<Vote<BigDecimal>>> rounds) {
        Optional<Adopted> outcome = Optional.empty();
        for (List<Vote<BigDecimal>> votes : rounds) {
            if (outcome.isPresent()) {
                throw new IllegalArgumentException("the session has decided before");
            }
            outcome =
                    switch (round(votes)) {
                        case Adopted adopted -> Optional.of(adopted);
                        case NoMajority() -> Optional.empty();
                        case Invalid(var mistakes) ->
                                throw new IllegalArgumentException("no round: " + mistakes);
                    };
        }
        return outcome;
    }

    private Result count(List<Vote<BigDecimal>> votes) {
        for (Vote<BigDecimal> first : votes) {
            int votesFor =
                    (int)
                            votes.stream()
                                    .filter(vote -> vote.choice().compareTo(first.choice()) == 0)
                                    .count();
            if (votesFor >= majority()) {
                return new Adopted(first.choice(), votesFor);
            }
        }
        return new NoMajority();
    }
}
