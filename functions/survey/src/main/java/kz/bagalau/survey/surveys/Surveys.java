package kz.bagalau.survey.surveys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;

/// The surveys and their groups: metadata and public keys, nothing about anybody.
public interface Surveys {

    sealed interface Opening {}

    record Opened() implements Opening {}

    /// A survey of this id is there already.
    ///
    /// @param order digest of the request it was opened with
    record Exists(Survey survey, String order) implements Opening {}

    /// Bodies of it stand in another survey of the questionnaire and year, or their kin do.
    ///
    /// @param bodies each with that survey
    record Taken(SortedMap<String, String> bodies) implements Opening {}

    /// The request was carried out before, under its idempotency key.
    record CarriedOut() implements Opening {}

    /// Opens a survey with all its parts, or nothing.
    ///
    /// @param order digest of the request
    /// @param electorate of which nobody may stand in another survey; of two openings at once the
    ///   second sees the first
    Opening open(
            Survey survey,
            String order,
            List<Constituency> parts,
            Electorate electorate,
            Caller by,
            Optional<Idempotency.Reply> reply);

    /// The survey as it stands this moment (a consistent read).
    Optional<Survey> find(String id);

    /// Every survey, in the order of ids.
    List<Survey> all();

    /// The body's part in the survey. But for the enrolment it never changes once the survey is
    /// there.
    Optional<Constituency> constituency(Survey survey, String body);

    /// All parts, in the order of bodies.
    List<Constituency> constituencies(Survey survey);

    /// Turns OPEN into CLOSING because its time is over; a survey that is not open stays as it is.
    void beginClosing(String id, Instant at);

    /// The same on somebody's order.
    void beginClosing(String id, Instant at, Caller by);

    /// Turns OPEN into CANCELLED; a survey that is cancelled already stays so.
    ///
    /// @param reason why, in words
    /// @return whether it is cancelled now; false where it was closing or closed
    boolean cancel(String id, String reason, Caller by);

    /// Notes that the signing keys of a survey that is not open any more are gone.
    void keysDeleted(String id);

    /// Turns CLOSING into CLOSED.
    void closed(String id);
}
