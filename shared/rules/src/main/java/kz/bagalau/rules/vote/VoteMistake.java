package kz.bagalau.rules.vote;

/// What is wrong with the votes of a meeting, named for one person.
///
/// @param person whom it is about; empty where it is about the meeting
public record VoteMistake(Kind kind, String person) {

    public enum Kind {
        /// Fewer are present than the quorum.
        NO_QUORUM,
        /// Nobody has the casting vote.
        CHAIR_ABSENT,
        /// Who votes has no part in it.
        NOT_MEMBER,
        /// Who votes was not present.
        NOT_PRESENT,
        SECRETARY_VOTES,
        VOTED_TWICE,
        /// Nobody abstains.
        VOTE_MISSING,
        /// Nobody votes on their own assessment.
        OWN_CASE
    }

    static VoteMistake of(Kind kind) {
        return new VoteMistake(kind, "");
    }
}
