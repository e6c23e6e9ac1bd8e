package kz.bagalau.survey.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;

/// Who may take part, and who was given a token: never what anybody answered. Of the moment a token
/// was given it keeps the day only.
public interface Register {

    /// One right to a token.
    sealed interface Right {}

    /// @param subject the claim `sub` of somebody who logs in
    record Person(String subject) implements Right {}

    /// @param hash SHA-256 of a slip's code
    record Slip(String hash) implements Right {}

    /// A right that is in the register.
    record Entry(String body, String group) {}

    sealed interface Claim {}

    /// The token may be signed: for the first time, or once more for the same blinded message.
    record Granted() implements Claim {}

    /// The right was used for another blinded message, or is gone.
    record Refused() implements Claim {}

    /// Enters people of a body who log in, and counts them in its part of the survey. Those already
    /// entered for it stay as they are.
    ///
    /// @param late whether the survey's opening is past, which is noted of everyone entered now
    /// @return the people who are entered for another body; nobody is entered then
    Set<String> enrol(
            Survey survey, Constituency body, Set<String> people, boolean late, Caller by);

    /// Somebody who is entered for a body.
    ///
    /// @param late entered after the survey's opening
    record Enrolled(String person, boolean late) {}

    /// Everybody who is entered for a body, in the order of ids; never who was given a token.
    List<Enrolled> enrolled(Survey survey, String body);

    /// What became of a removal.
    enum Removal {
        REMOVED,
        /// Was removed from this body before, and is not entered for any.
        REMOVED_BEFORE,
        /// A token was issued, so the person stays.
        TOKEN_ISSUED,
        /// Was removed from this body after the opening before. Once is enough to correct a
        /// mistake; more often would be a way to ask, again and again, whether somebody has voted
        /// yet.
        REMOVED_ONCE,
        /// Is not and was not entered for this body.
        UNKNOWN
    }

    /// Removes a person who was given no token; afterwards any body may enter that person.
    ///
    /// @param late whether the survey's opening is past
    Removal remove(Survey survey, Constituency body, String person, boolean late, Caller by);

    /// Enters slips of a body.
    ///
    /// @return whether they were entered; false where the request was carried out before, under its
    ///   idempotency key
    boolean print(
            Survey survey,
            Constituency body,
            Batch batch,
            Caller by,
            Optional<Idempotency.Reply> reply);

    /// A batch of slips.
    ///
    /// @param id of the batch
    /// @param hashes SHA-256 of each code, in random order
    record Batch(String id, List<String> hashes) {}

    /// Removes the unused slips of a batch.
    ///
    /// @return how many were removed; empty where there is no such batch
    Optional<Integer> cancel(Survey survey, String batch, Caller by);

    Optional<Entry> find(Survey survey, Right right);

    /// Uses a right for one blinded message, in one conditional write.
    Claim claim(Survey survey, Right right, byte[] blindedHash, LocalDate day);

    /// Tokens given to a body's people, by day.
    SortedMap<LocalDate, Tokens> tokens(Survey survey, String body);

    /// Tokens given by login and by slip.
    record Tokens(int login, int slip) {

        public static final Tokens NONE = new Tokens(0, 0);

        public Tokens plus(Tokens other) {
            return new Tokens(login + other.login, slip + other.slip);
        }

        public int total() {
            return login + slip;
        }

        public static Tokens sum(Map<LocalDate, Tokens> byDay) {
            return byDay.values().stream().reduce(NONE, Tokens::plus);
        }
    }
}
