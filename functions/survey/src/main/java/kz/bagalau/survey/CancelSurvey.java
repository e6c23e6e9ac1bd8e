package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// `POST /surveys/{survey}/cancel` (agency) with a reason: ends an open survey for good. Nothing of
/// it is counted or published, so that its bodies may stand in another survey of the same year; a
/// survey that is closing or closed stays, and keeps its bodies for the year.
final class CancelSurvey {

    private static final int MAX_BYTES = 4 * 1024;
    private static final int MAX_REASON = 500;

    private final Surveys surveys;
    private final Clock clock;

    CancelSurvey(Surveys surveys, Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        Input input = Input.of(event, MAX_BYTES);
        String reason = input.text("reason", MAX_REASON);
        return switch (input.finish(() -> reason)) {
            case Input.Rejected<String>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<String>(var given) -> cancel(event, caller, given);
        };
    }

    private APIGatewayV2HTTPResponse cancel(
            APIGatewayV2HTTPEvent event, Caller caller, String reason) {
        String id = Http.path(event, "survey");
        Optional<Survey> survey = surveys.find(id);
        if (survey.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        boolean cancelled =
                survey.get().state() == Survey.State.CANCELLED
                        || !survey.get().due(clock.instant()) && surveys.cancel(id, reason, caller);
        return cancelled
                ? Http.json(
                        200,
                        Json.object().put("id", id).put("state", Survey.State.CANCELLED.name()))
                : Http.problem(event, Problem.of(SurveyProblem.CANNOT_CANCEL));
    }
}
