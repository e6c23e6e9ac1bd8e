package kz.bagalau.survey.ballots;

import java.util.List;
import java.util.Optional;
import kz.bagalau.survey.tally.ByChannel;

/// The ballot box.
public interface Ballots {

    /// What became of a ballot.
    enum Cast {
        STORED,
        /// The same ballot was here before: everything sent was the same.
        SAME_AGAIN,
        /// Another ballot was cast with the token.
        TOKEN_SPENT
    }

    /// Stores a ballot with its texts, or nothing of it.
    Cast putIfAbsent(Ballot ballot);

    /// What [#putIfAbsent] would say, without storing anything; empty where the token is unspent.
    Optional<Cast> standing(Ballot ballot);

    /// The ballots of a group, in the order of ids (a consistent read).
    List<Ballot> of(String survey, String group);

    /// The texts of a group on a question, each channel in the order of ids (a consistent read).
    ByChannel<String> texts(String survey, String group, String question);
}
