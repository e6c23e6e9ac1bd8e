package kz.bagalau.rules.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.bagalau.rules.vote.VoteMistake.Kind;

/// An assessment commission, which decides on one motion after another by open votes (No. 02-17/15,
/// ¶57–61).
///
/// @param members without chair and secretary
/// @param secretary takes no part in the vote (¶61)
public record Commission(String chair, Set<String> members, String secretary) {

    /// What became of a motion.
    public sealed interface Result {}

    /// The motion is decided upon.
    ///
    /// @param carried a motion that is not carried decides nothing: another one may be put
    /// @param by what decided; a motion on the chair's own case that ends in a tie is not carried
    ///   by the majority that is missing
    public record Decided(boolean carried, By by, int votesFor, int votesAgainst)
            implements Result {}

    /// These votes decide nothing, and every reason why.
    public record Invalid(List<VoteMistake> mistakes) implements Result {

        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }

    public enum By {
        MAJORITY,
        /// The casting vote of the chair.
        CHAIR
    }

    /// Whether a meeting is held now, or entered from a protocol of the past.
    public enum Entry {
        LIVE,
        /// A chair who was absent is only warned about: the act asks for two thirds and no more.
        ARCHIVE
    }

    /// Throws [IllegalArgumentException] where one person has two seats.
    public Commission {
        members = Set.copyOf(members);
        if (members.contains(chair) || members.contains(secretary) || chair.equals(secretary)) {
            throw new IllegalArgumentException("one person has one seat");
        }
    }

    /// How many must be present: ¶57, two thirds of the composition.
    // DOUBT: whether the secretary belongs to the composition is not said, read as not, because the
    // secretary has no vote (¶61, G-16).
    public int required() {
        return Math.ceilDiv(2 * seats(), 3);
    }

    /// A motion is put to the vote: ¶59, ¶60.
    ///
    /// @param present who is there; the secretary and guests do not count
    /// @param owner whose assessment it is
    // DOUBT: "majority of votes of the members" may be of all or of those present, read as of those
    // who vote, because a tie is provided for (G-17). The chair must be present, because otherwise
    // nobody has the casting vote (G-44). Nobody votes on their own assessment, but they count as
    // present, and a tie in the chair's own case carries nothing (G-46).
    public Result decide(
            Set<String> present, List<Vote<Boolean>> votes, String owner, Entry entry) {
        List<VoteMistake> mistakes = new ArrayList<>();
        Set<String> seated = new HashSet<>(present);
        seated.removeIf(person -> !hasSeat(person));
        if (seated.size() < required()) {
            mistakes.add(VoteMistake.of(Kind.NO_QUORUM));
        }
        if (entry == Entry.LIVE && !present.contains(chair)) {
            mistakes.add(new VoteMistake(Kind.CHAIR_ABSENT, chair));
        }
        Map<String, Boolean> sides = sides(seated, votes, owner, mistakes);
        seated.stream()
                .filter(person -> !person.equals(owner) && !sides.containsKey(person))
                .sorted()
                .forEach(person -> mistakes.add(new VoteMistake(Kind.VOTE_MISSING, person)));
        return mistakes.isEmpty() ? count(sides) : new Invalid(mistakes);
    }

    private Map<String, Boolean> sides(
            Set<String> seated,
            List<Vote<Boolean>> votes,
            String owner,
            List<VoteMistake> mistakes) {
        Map<String, Boolean> sides = new HashMap<>();
        for (Vote<Boolean> vote : votes) {
            String member = vote.member();
            if (member.equals(secretary)) {
                mistakes.add(new VoteMistake(Kind.SECRETARY_VOTES, member));
            } else if (!hasSeat(member)) {
                mistakes.add(new VoteMistake(Kind.NOT_MEMBER, member));
            } else if (!seated.contains(member)) {
                mistakes.add(new VoteMistake(Kind.NOT_PRESENT, member));
            } else if (member.equals(owner)) {
                mistakes.add(new VoteMistake(Kind.OWN_CASE, member));
            } else if (sides.putIfAbsent(member, vote.choice()) != null) {
                mistakes.add(new VoteMistake(Kind.VOTED_TWICE, member));
            }
        }
        return sides;
    }

    private Decided count(Map<String, Boolean> sides) {
        int votesFor = (int) sides.values().stream().filter(side -> side).count();
        int votesAgainst = sides.size() - votesFor;
        if (votesFor != votesAgainst || !sides.containsKey(chair)) {
            return new Decided(votesFor > votesAgainst, By.MAJORITY, votesFor, votesAgainst);
        }
        return new Decided(Boolean.TRUE.equals(sides.get(chair)), By.CHAIR, votesFor, votesAgainst);
    }

    private int seats() {
        return members.size() + 1;
    }

    private boolean hasSeat(String person) {
        return person.equals(chair) || members.contains(person);
    }
}
