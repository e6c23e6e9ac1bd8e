package kz.bagalau.survey.surveys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A survey as it stands.
///
/// @param questionnaire the form, `appendix-9`
/// @param multi the questions that take several options; the form's general instruction allows one
///   (C-26)
/// @param bodies those whose people take part
/// @param minimumGroup k: the smallest group of respondents of which anything is published
/// @param minimumTexts the same for free texts
/// @param enrolledShare of the headcount, from which on anything of a group is published
/// @param fingerprint of the public keys of all groups and of the settings
/// @param closingSince when it began to close
/// @param keysDeleted whether the signing keys are gone
public record Survey(
        String id,
        int year,
        String questionnaire,
        Set<String> multi,
        Set<String> bodies,
        Instant opens,
        Instant closes,
        int minimumGroup,
        int minimumTexts,
        EnrolledShare enrolledShare,
        String fingerprint,
        State state,
        Optional<Instant> closingSince,
        boolean keysDeleted) {

    /// OPEN takes ballots between `opens` and `closes`; CLOSING takes none any more and waits for
    /// those already admitted; CLOSED has been tallied. CANCELLED takes none and is never tallied;
    /// its bodies may stand in another survey of the year.
    public enum State {
        OPEN,
        CLOSING,
        CLOSED,
        CANCELLED
    }

    public Survey {
        multi = Set.copyOf(multi);
        bodies = Set.copyOf(bodies);
    }

    /// Whether tokens are given and ballots taken now.
    public boolean takesBallots(Instant now) {
        return state == State.OPEN && !now.isBefore(opens) && now.isBefore(closes);
    }

    /// Whether its time is over while it is still open.
    public boolean due(Instant now) {
        return state == State.OPEN && !now.isBefore(closes);
    }
}
