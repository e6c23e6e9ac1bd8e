package kz.bagalau.survey.opening;

import java.time.Clock;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;
import kz.bagalau.survey.texts.SurveyProblem;

/// `POST /surveys/{survey}/cancel` (agency) with a reason: ends an open survey for good. Nothing of
/// it is counted or published, so that its bodies may stand in another survey of the same year; a
/// survey that is closing or closed stays, and keeps its bodies for the year.
public final class CancelSurvey {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 500;

    private final Surveys surveys;
    private final Clock clock;

    public CancelSurvey(Surveys surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    public static Input.Result<String> reason(Request request) {
        Input input = request.input(MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return input.finish(() -> reason);
    }

    public Response cancel(Caller caller, Path path, String reason) {
        return surveys.find(path.get("survey"))
                .map(survey -> cancel(caller, survey, reason))
                .orElseGet(Response::notFound);
    }

    private Response cancel(Caller caller, Survey survey, String reason) {
        boolean cancelled =
                survey.state() == Survey.State.CANCELLED
                        || !survey.due(clock.instant())
                                && surveys.cancel(survey.id(), reason, caller);
        return cancelled
                ? Response.ok(
                        Json.object()
                                .put("id", survey.id())
                                .put("state", Survey.State.CANCELLED.name()))
                : Problem.of(SurveyProblem.CANNOT_CANCEL);
    }
}
