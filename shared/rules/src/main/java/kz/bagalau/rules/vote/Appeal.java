package kz.bagalau.rules.vote;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;

/// An appeal against a decision on an employee's assessment. A late one is recorded too, and said
/// to be late: no act says what becomes of it.
///
/// @param decidedOn the day from which the window runs
/// @param filedOn the day on which it reached the forum
public record Appeal(Forum forum, LocalDate decidedOn, LocalDate filedOn) {

    /// Where an appeal goes. Only the employee appeals.
    public enum Forum {
        /// No. 02-17/15, ¶69: the authorised body for the civil service or its territorial
        /// department. It proposes that the decision be cancelled, or leaves it.
        CIVIL_SERVICE_BODY(
                Acts.commission("¶69"),
                Optional.of(Deadline.KPI_APPEAL),
                Set.of(Outcome.PROPOSED, Outcome.LEFT)),
        /// No. 02-17/15, ¶70: a court. The act names no term.
        COURT_ON_COMMISSION(
                Acts.commission("¶70"), Optional.empty(), Set.of(Outcome.CANCELLED, Outcome.LEFT)),
        /// No. 245, ¶11: under the Administrative Procedure and Process Code, whose terms are not
        /// in the sources.
        // DOUBT: ¶11 names the session's decision only; an appeal without a session is recorded
        // with
        // a warning (E100), because nobody is kept from going to court.
        ADMINISTRATIVE(
                Acts.mangystau("¶11"),
                Optional.empty(),
                Set.of(Outcome.LEFT, Outcome.NEW_SESSION, Outcome.SCORE_SET)),
        /// A court, after the session of No. 245.
        COURT_ON_SESSION(
                Acts.mangystau("¶11"),
                Optional.empty(),
                Set.of(Outcome.LEFT, Outcome.NEW_SESSION, Outcome.SCORE_SET));

        private final Citation citation;
        private final Optional<Deadline> window;
        private final Set<Outcome> outcomes;

        Forum(Citation citation, Optional<Deadline> window, Set<Outcome> outcomes) {
            this.citation = citation;
            this.window = window;
            this.outcomes = outcomes;
        }

        public Citation citation() {
            return citation;
        }

        /// The term within which it is filed; empty where the act names none.
        public Optional<Deadline> window() {
            return window;
        }

        /// What this forum can decide.
        public Set<Outcome> outcomes() {
            return outcomes;
        }
    }

    public enum Outcome {
        /// What was decided stands.
        LEFT,
        /// The forum proposes to cancel and review: it stands until the body's own act cancels it.
        PROPOSED,
        /// The decision is cancelled; a new round follows.
        CANCELLED,
        /// A new calibration session follows.
        NEW_SESSION,
        /// The forum sets the score itself.
        SCORE_SET;

        /// Whether the appeal is over with this.
        public boolean ends() {
            return this != PROPOSED;
        }
    }

    public enum Timeliness {
        IN_TIME,
        LATE,
        /// The act names no term.
        NO_TERM,
        /// The term runs into a year whose working days are not known.
        UNKNOWN
    }

    /// Throws [IllegalArgumentException] for an appeal before there was anything to appeal.
    public Appeal {
        if (filedOn.isBefore(decidedOn)) {
            throw new IllegalArgumentException("an appeal follows what it is against");
        }
    }

    public Timeliness timeliness(WorkingCalendar calendar) {
        if (forum.window().isEmpty()) {
            return Timeliness.NO_TERM;
        }
        return switch (forum.window().get().due(decidedOn, calendar)) {
            case DueDate.Found found ->
                    filedOn.isAfter(found.due()) ? Timeliness.LATE : Timeliness.IN_TIME;
            case DueDate.BeyondCalendar _ -> Timeliness.UNKNOWN;
            case DueDate.NotAStart(var expected) ->
                    throw new IllegalStateException("the window starts on a " + expected);
        };
    }
}
