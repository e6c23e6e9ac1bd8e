package kz.bagalau.exit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import kz.bagalau.exit.Announcement.Medium;
import kz.bagalau.exit.dynamo.DynamoInterviews;
import kz.bagalau.exit.dynamo.DynamoLeavers;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;

/// A leaver with a login (employee): `GET /exit-interviews/mine` says whether an interview is asked
/// for and about which leaving, `PUT /exit-interviews/mine` gives it. Whoever sends the id of that
/// leaving with the answers is never counted for another one, whatever is announced, corrected or
/// withdrawn meanwhile.
public final class SubmitOwnExitInterview
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Bodies bodies;
    private final Leavers leavers;
    private final Clock clock;
    private final TakeInterview take;

    public SubmitOwnExitInterview() {
        this(
                DynamoBodies.here(),
                DynamoLeavers.here(),
                DynamoInterviews.here(),
                Runtime.current().clock());
    }

    SubmitOwnExitInterview(Bodies bodies, Leavers leavers, Interviews interviews, Clock clock) {
        this.bodies = bodies;
        this.leavers = leavers;
        this.clock = clock;
        this.take = new TakeInterview(interviews, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.has(Role.EMPLOYEE)) {
            return Http.problem(event, caller.refusal());
        }
        return switch (event.getRouteKey()) {
            case "GET /exit-interviews/mine" -> show(event, caller);
            case "PUT /exit-interviews/mine" -> submit(event, caller);
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    private APIGatewayV2HTTPResponse show(APIGatewayV2HTTPEvent event, Caller caller) {
        return last(caller)
                .map(leaver -> Http.json(200, json(leaver)))
                .orElseGet(() -> Http.problem(event, Problem.of(ExitProblem.NOT_INVITED)));
    }

    private ObjectNode json(Announcement leaver) {
        ObjectNode json = Json.object().put("id", leaver.id()).put("body", leaver.body());
        bodies.find(leaver.body()).ifPresent(body -> json.set("name", Json.texts(body.name())));
        return json.put("leavingOn", leaver.leaving().on().toString())
                .put("open", leaver.takesAnswers(clock.instant()))
                .put("state", take.asked(leaver).name());
    }

    private APIGatewayV2HTTPResponse submit(APIGatewayV2HTTPEvent event, Caller caller) {
        return switch (AnswersForm.ofLogin(event)) {
            case Input.Rejected<AnswersForm>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<AnswersForm>(var form) ->
                    (form.id().isEmpty() ? last(caller) : own(caller, form.id()))
                            .map(leaver ->
                                    take.take(
                                            event,
                                            leaver,
                                            form.answers(),
                                            Medium.ELECTRONIC,
                                            Optional.empty()))
                            .orElseGet(
                                    () -> Http.problem(event, Problem.of(ExitProblem.NOT_INVITED)));
        };
    }

    private Optional<Announcement> own(Caller caller, String id) {
        return leavers.find(id).filter(leaver -> leaver.person().equals(caller.subject()));
    }

    /// Whoever left several bodies is asked about the last one.
    private Optional<Announcement> last(Caller caller) {
        return leavers.byPerson(caller.subject()).stream()
                .filter(Announcement::invites)
                .max(
                        Comparator.comparing((Announcement leaver) -> leaver.leaving().on())
                                .thenComparing(Announcement::announced)
                                .thenComparing(Announcement::id));
    }
}
