package kz.bagalau.exit.interviews;

import java.util.Map;
import java.util.Optional;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.lambda.Caller;

/// The interviews that were given. No route reads one: the tally alone reads their answers, to
/// count them.
public interface Interviews {

    /// @param medium on which it was given, whatever was announced
    record Interview(ExitAnswers answers, Announcement.Medium medium) {}

    /// That an interview was given, not what was answered.
    ///
    /// @param year of leaving, as it was announced then
    record Taken(Announcement.Medium medium, int year) {}

    /// What became of an interview.
    enum Given {
        STORED,
        SAME_AGAIN,
        /// Another one stands, or too many others were sent to say.
        ANOTHER,
        /// The announcement was withdrawn or corrected meanwhile.
        NOT_INVITED
    }

    /// Stores a leaver's interview, once.
    ///
    /// @param by who entered it from paper; the leaver is not noted
    Given give(Announcement leaver, Interview interview, Optional<Caller> by);

    /// What this interview is answered where one stands already. It is a comparison that can be
    /// made a few times only: after that even the same one is answered as [Given#ANOTHER].
    Optional<Given> standing(Announcement leaver, Interview interview);

    /// Whether a leaver has given an interview.
    boolean isGiven(Announcement leaver);

    /// Who of a body's leavers gave an interview.
    Map<String, Taken> given(String body);

    /// Keeps a leaver's interview, where there is one, as long as the year that is announced now
    /// asks for.
    void keep(Announcement leaver);

    /// The interviews of a body's leavers.
    Map<String, Interview> of(String body);
}
