package kz.bagalau.survey.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Response;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import kz.bagalau.survey.surveys.Surveys;

/// `GET /surveys/{survey}/turnout?body=…` (agency, the body's own hr): tokens given by day, in
/// multiples of five, so that nobody's own day can be found out. A day of fewer than five is left
/// out: a zero would say that it was somebody's.
public final class ShowTurnout {

    private static final int STEP = 5;

    private final Surveys surveys;
    private final Register register;

    public ShowTurnout(Surveys surveys, Register register) {
        this.surveys = surveys;
        this.register = register;
    }

    public Response show(Caller caller, Path path, String body) {
        return surveys.find(path.get("survey"))
                .flatMap(survey ->
                        surveys.constituency(survey, body).map(part -> show(survey, part)))
                .orElseGet(Response::notFound);
    }

    private Response show(Survey survey, Constituency part) {
        var byDay = register.tokens(survey, part.body());
        ObjectNode answer = Json.object().put("body", part.body());
        var days = answer.putArray("days");
        byDay.forEach((day, tokens) -> {
            if (stepped(tokens) > 0) {
                days.addObject().put("day", day.toString()).put("tokens", stepped(tokens));
            }
        });
        return Response.ok(
                answer.put("total", stepped(Register.Tokens.sum(byDay)))
                        .put("headcount", part.headcount()));
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
