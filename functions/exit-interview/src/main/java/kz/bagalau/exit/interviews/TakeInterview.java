package kz.bagalau.exit.interviews;

import java.time.Clock;
import java.util.Optional;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.exit.texts.ExitProblem;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Response;

/// Takes a leaver's interview, by whichever way it comes: 201 once, 200 for the same again, 409 for
/// another. One that stands stays acknowledged, whatever became of its announcement since.
public final class TakeInterview {

    /// Whether an interview is asked of a leaver, before the first question is answered.
    public enum Asked {
        OPEN,
        GIVEN,
        /// Rule 7 of Appendix 12, by a correction of the announcement.
        EXEMPT,
        TOO_LATE
    }

    private final Interviews interviews;
    private final Clock clock;

    public TakeInterview(Interviews interviews, Clock clock) {
        this.interviews = interviews;
        this.clock = clock;
    }

    /// @param by who entered it from paper
    public Response take(
            Announcement leaver, ExitAnswers answers, Medium medium, Optional<Caller> by) {
        Interviews.Interview interview = new Interviews.Interview(answers, medium);
        Optional<ExitProblem> refused = refusal(leaver);
        return refused.isEmpty()
                ? answer(interviews.give(leaver, interview, by))
                : interviews
                        .standing(leaver, interview)
                        .map(TakeInterview::answer)
                        .orElseGet(() -> refused(refused.get()));
    }

    /// What would become of an interview of the leaver that was sent now.
    ///
    /// @param leaver whose announcement stands
    public Asked asked(Announcement leaver) {
        if (interviews.isGiven(leaver)) {
            return Asked.GIVEN;
        }
        if (!leaver.invites()) {
            return Asked.EXEMPT;
        }
        return leaver.takesAnswers(clock.instant()) ? Asked.OPEN : Asked.TOO_LATE;
    }

    private Optional<ExitProblem> refusal(Announcement leaver) {
        if (leaver.state() == Announcement.State.WITHDRAWN) {
            return Optional.of(ExitProblem.NOT_INVITED);
        }
        if (!leaver.invites()) {
            return Optional.of(ExitProblem.EXEMPT);
        }
        return leaver.takesAnswers(clock.instant())
                ? Optional.empty()
                : Optional.of(ExitProblem.TOO_LATE);
    }

    private static Response answer(Interviews.Given given) {
        return switch (given) {
            case STORED -> {
                Log.count("exit_interview_stored");
                yield Response.created(Json.object().put("received", true));
            }
            case SAME_AGAIN -> {
                Log.count("exit_interview_repeated");
                yield Response.ok(Json.object().put("received", true));
            }
            case ANOTHER -> refused(ExitProblem.ALREADY_GIVEN);
            case NOT_INVITED -> refused(ExitProblem.ANNOUNCEMENT_CHANGED);
        };
    }

    private static Response refused(ExitProblem why) {
        Log.count("exit_interview_refused");
        return Problem.of(why);
    }
}
