package kz.bagalau.exit.leavers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A leaver whom a personnel service has announced: an entry of the register of leavers.
///
/// @param id of the interview, random
/// @param person the leaver's `sub`
/// @param version counts the corrections, from 1
/// @param announced when the leaver was announced first
public record Announcement(
        String id,
        String body,
        String person,
        Leaving leaving,
        State state,
        int version,
        Instant announced) {

    public enum State {
        STANDING,
        /// The announcement was a mistake: it counts nowhere.
        WITHDRAWN
    }

    /// What is announced, and may be corrected.
    ///
    /// @param on the day the service in this body ends; its year is the year of assessment
    /// @param left what was left
    /// @param unit the structural unit, a row of Appendix 1
    /// @param failure the documented failure of E-qyzmet; there for paper only
    public record Leaving(
            LocalDate on,
            Left left,
            Ground ground,
            Unit unit,
            Medium medium,
            Optional<Failure> failure,
            Deliver deliver) {}

    /// The two pairs of columns of Appendix 1.
    public enum Left {
        /// The civil service.
        SERVICE,
        /// The system of the body, for another body.
        BODY
    }

    public enum Medium {
        ELECTRONIC,
        PAPER
    }

    /// How the code reaches the leaver.
    public enum Deliver {
        /// On a slip, handed over sealed: the code is in the answer to the personnel service.
        PRINT,
        SMS,
        EMAIL,
        /// Not at all: the leaver logs in.
        LOGIN
    }

    /// Rule 6 of Appendix 12: the authorised operator confirms the technical failure in documents.
    ///
    /// @param document number and date of the confirmation, or where it is kept
    /// @param date of the failure
    /// @param operator who confirmed it
    public record Failure(String document, LocalDate date, String operator) {}

    /// @param name empty where the personnel service names none
    public record Unit(Section section, String name) {}

    /// Where a unit stands in Appendix 1.
    public enum Section {
        CENTRAL,
        TERRITORIAL,
        DEPARTMENT,
        DEPARTMENT_TERRITORIAL
    }

    public int year() {
        return leaving.on().getYear();
    }

    /// Whether the leaver is to be interviewed.
    public boolean invites() {
        return state == State.STANDING && leaving.ground().rule7() == Ground.Rule7.INTERVIEWED;
    }

    /// Whether an interview may still be given.
    public boolean takesAnswers(Instant now) {
        return now.isBefore(Term.settled(year()));
    }

    /// Until when an interview of the leaver is kept.
    public Instant keptUntil() {
        return Term.forgotten(year());
    }

    public Announcement corrected(Leaving to) {
        return new Announcement(id, body, person, to, State.STANDING, version + 1, announced);
    }

    public Announcement withdrawn() {
        return new Announcement(id, body, person, leaving, State.WITHDRAWN, version + 1, announced);
    }
}
