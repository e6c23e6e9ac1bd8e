package kz.bagalau.survey;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Times;
import kz.bagalau.lambda.dynamo.DynamoReplies;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.dynamo.DynamoSurveys;

/// Everything the Agency and the personnel services do with a survey before its results: open it,
/// list surveys, enrol people, print and void slips, see the turnout, close or cancel it.
public final class ManageSurveys
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Surveys surveys;
    private final Clock clock;
    private final OpenSurvey open;
    private final CancelSurvey cancel;
    private final EnrolPeople enrol;
    private final PrintSlips slips;
    private final ShowTurnout turnout;

    public ManageSurveys() {
        this(
                DynamoBodies.here(),
                DynamoSurveys.here(),
                DynamoSigningKeys.here(),
                DynamoRegister.here(),
                DynamoReplies.here(),
                Runtime.current().clock());
    }

    ManageSurveys(
            Bodies bodies,
            Surveys surveys,
            SigningKeys keys,
            Register register,
            Replies replies,
            Clock clock) {
        this.surveys = surveys;
        this.clock = clock;
        this.open = new OpenSurvey(bodies, surveys, keys, replies);
        this.cancel = new CancelSurvey(surveys, clock);
        this.enrol = new EnrolPeople(surveys, register, clock);
        this.slips = new PrintSlips(surveys, register, replies, clock);
        this.turnout = new ShowTurnout(surveys, register);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        return switch (event.getRouteKey()) {
            case "POST /surveys" -> open.handle(event, caller);
            case "GET /surveys" -> list(event, caller);
            case "POST /surveys/{survey}/participants" -> enrol.enrol(event, caller);
            case "GET /surveys/{survey}/participants" -> enrol.list(event, caller);
            case "DELETE /surveys/{survey}/participants/{person}" -> enrol.remove(event, caller);
            case "POST /surveys/{survey}/codes" -> slips.print(event, caller);
            case "DELETE /surveys/{survey}/codes/{batch}" -> slips.cancel(event, caller);
            case "GET /surveys/{survey}/turnout" -> turnout.handle(event, caller);
            case "POST /surveys/{survey}/close" -> close(event, caller);
            case "POST /surveys/{survey}/cancel" -> cancel.handle(event, caller);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    /// The Agency sees all surveys, a personnel service those of its own body.
    private APIGatewayV2HTTPResponse list(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY) && !caller.has(Role.HR)) {
            return Http.problem(event, caller.refusal());
        }
        ObjectNode answer = Json.object();
        var list = answer.putArray("surveys");
        for (Survey survey : surveys.all()) {
            if (!caller.has(Role.AGENCY)
                    && survey.bodies().stream().noneMatch(body -> caller.has(Role.HR, body))) {
                continue;
            }
            ObjectNode entry = list.addObject();
            entry.put("id", survey.id())
                    .put("year", survey.year())
                    .put("state", survey.state().name())
                    .put("opens", Times.shown(survey.opens()))
                    .put("closes", Times.shown(survey.closes()))
                    .put("fingerprint", survey.fingerprint());
            var bodies = entry.putArray("bodies");
            survey.bodies().stream().sorted().forEach(bodies::add);
        }
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse close(APIGatewayV2HTTPEvent event, Caller caller) {
        if (!caller.has(Role.AGENCY)) {
            return Http.problem(event, caller.refusal());
        }
        String id = Http.path(event, "survey");
        if (surveys.find(id).isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        surveys.beginClosing(id, clock.instant(), caller);
        return Http.json(202, Json.object().put("id", id));
    }
}
