package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.Problem;

/// Takes a leaver's interview, by whichever way it comes: 201 once, 200 for the same again, 409 for
/// another. One that stands stays acknowledged, whatever became of its announcement since.
final class TakeInterview {

    /// Whether an interview is asked of a leaver, before the first question is answered.
    enum Asked {
        OPEN,
        GIVEN,
        /// Rule 7 of Appendix 12, by a correction of the announcement.
        EXEMPT,
        TOO_LATE
    }

    private final Interviews interviews;
    private final Clock clock;

    TakeInterview(Interviews interviews, Clock clock) {
        this.interviews = interviews;
        this.clock = clock;
    }

    /// @param by who entered it from paper
    APIGatewayV2HTTPResponse take(
            APIGatewayV2HTTPEvent event,
            Announcement leaver,
            ExitAnswers answers,
            Medium medium,
            Optional<Caller> by) {
        Interviews.Interview interview = new Interviews.Interview(answers, medium);
        Optional<ExitProblem> refused = refusal(leaver);
        if (refused.isEmpty()) {
            return answer(event, interviews.give(leaver, interview, by));
        }
        Optional<Interviews.Given> standing = interviews.standing(leaver, interview);
        if (standing.isPresent()) {
            return answer(event, standing.get());
        }
        Log.count("exit_interview_refused");
        return Http.problem(event, Problem.of(refused.get()));
    }

    /// What would become of an interview of the leaver that was sent now.
    ///
    /// @param leaver whose announcement stands
    Asked asked(Announcement leaver) {
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

    private static APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event, Interviews.Given given) {
        return switch (given) {
            case STORED -> {
                Log.count("exit_interview_stored");
                yield Http.json(201, Json.object().put("received", true));
            }
            case SAME_AGAIN -> {
                Log.count("exit_interview_repeated");
                yield Http.json(200, Json.object().put("received", true));
            }
            case ANOTHER -> {
                Log.count("exit_interview_refused");
                yield Http.problem(event, Problem.of(ExitProblem.ALREADY_GIVEN));
            }
            case NOT_INVITED -> {
                Log.count("exit_interview_refused");
                yield Http.problem(event, Problem.of(ExitProblem.ANNOUNCEMENT_CHANGED));
            }
        };
    }
}
