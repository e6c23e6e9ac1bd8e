package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;

/// `GET /surveys/{survey}/turnout?body=…` (agency, the body's own hr): tokens given by day, in
/// multiples of five, so that nobody's own day can be told. A day of fewer than five is left out: a
/// zero would say that it was somebody's.
final class ShowTurnout {

    private static final int STEP = 5;

    private final Surveys surveys;
    private final Register register;

    ShowTurnout(Surveys surveys, Register register) {
        this.surveys = surveys;
        this.register = register;
    }

    APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Caller caller) {
        Optional<String> body = Http.query(event, "body").or(caller::body);
        if (!caller.has(Role.AGENCY)
                && body.filter(asked -> caller.has(Role.HR, asked)).isEmpty()) {
            return Http.problem(event, caller.refusal());
        }
        Optional<Survey> survey = surveys.find(Http.path(event, "survey"));
        Optional<Constituency> part =
                survey.flatMap(found -> body.flatMap(asked -> surveys.constituency(found, asked)));
        if (survey.isEmpty() || part.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        var byDay = register.tokens(survey.get(), part.get().body());
        ObjectNode answer = Json.object().put("body", part.get().body());
        var days = answer.putArray("days");
        byDay.forEach((day, tokens) -> {
            if (stepped(tokens) > 0) {
                days.addObject().put("day", day.toString()).put("tokens", stepped(tokens));
            }
        });
        answer.put("total", stepped(Register.Tokens.sum(byDay)));
        answer.put("headcount", part.get().headcount());
        return Http.json(200, answer);
    }

    /// Each channel apart: whoever used slips of their own to bring the sum to the edge of a step
    /// would otherwise see the moment at which the next person logs in.
    private static int stepped(Register.Tokens tokens) {
        return stepped(tokens.login()) + stepped(tokens.slip());
    }

    private static int stepped(int number) {
        return number / STEP * STEP;
    }
}
