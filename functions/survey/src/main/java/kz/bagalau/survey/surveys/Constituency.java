package kz.bagalau.survey.surveys;

import java.util.Optional;
import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;

/// A body's part in a survey: the ballot group in which its people vote, the keys of that group,
/// and how many of its people are enrolled. Only the last changes once the survey is there.
///
/// @param body the body
/// @param name the body's name
/// @param headcount the body's headcount when the survey was opened
/// @param group the ballot group: the body's own id, its parent's, or a pool's name
/// @param key the group's public key for those who log in
/// @param slipKey the group's public key for slips; empty where the survey was opened before slips
///   had keys of their own
/// @param enrolment how many people are enrolled
public record Constituency(
        String body,
        LocalText name,
        int headcount,
        String group,
        PublicKey key,
        Optional<PublicKey> slipKey,
        Enrolment enrolment) {

    /// People who log in and are in the register for a body.
    ///
    /// @param people how many there are
    /// @param late how many of them were entered after the survey's opening
    public record Enrolment(int people, int late) {

        public static final Enrolment NONE = new Enrolment(0, 0);

        public Enrolment plus(Enrolment other) {
            return new Enrolment(people + other.people, late + other.late);
        }
    }

    /// Whether the body has a result of its own.
    public boolean own() {
        return body.equals(group);
    }
}
