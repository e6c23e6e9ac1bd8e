package kz.bagalau.scoring;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;

/// `GET /methodologies`, `GET /methodologies/{methodology}` and `POST
/// /methodologies/{methodology}/preview` (anybody signed in): what the methodology asks for, and
/// what it would make of any facts. It reads no table and stores nothing.
public final class PreviewScore
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Methodologies methodologies;

    public PreviewScore() {
        this(Methodologies.OPERATIONAL);
    }

    private PreviewScore(Methodologies methodologies) {
        this.methodologies = methodologies;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        if (!caller.known()) {
            return Http.problem(event, caller.refusal());
        }
        if (event.getRouteKey().equals("GET /methodologies")) {
            return list();
        }
        Optional<Methodology> methodology = methodologies.find(Http.path(event, "methodology"));
        if (methodology.isEmpty()) {
            return Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        }
        return event.getRouteKey().startsWith("GET ")
                ? Http.json(200, new MethodologyJson(methodology.get()).write())
                : preview(event, caller, methodology.get());
    }

    private APIGatewayV2HTTPResponse list() {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("methodologies");
        methodologies.all().forEach(each -> list.add(new MethodologyJson(each).head()));
        return Http.json(200, answer);
    }

    private static APIGatewayV2HTTPResponse preview(
            APIGatewayV2HTTPEvent event, Caller caller, Methodology methodology) {
        return switch (PreviewForm.parse(event, methodology)) {
            case Input.Rejected<Assessed>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<Assessed>(var body) -> {
                Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
                yield Http.json(
                        200,
                        new AssessmentJson(reader, Http.language(event))
                                .write(methodology.assess(body)));
            }
        };
    }
}
