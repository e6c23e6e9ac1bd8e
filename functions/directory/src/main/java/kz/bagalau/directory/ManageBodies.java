package kz.bagalau.directory;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.facts.Bodies;
import kz.bagalau.facts.StateBody;
import kz.bagalau.facts.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Http;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.BodyKind;

/// `PUT /bodies/{body}` (agency) and `GET /bodies` (anyone signed in).
public final class ManageBodies
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_HEADCOUNT = 100_000;

    private final Bodies bodies;

    public ManageBodies() {
        this(DynamoBodies.here());
    }

    ManageBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.answer(event, this::handle);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        Caller caller = Caller.of(event);
        return switch (event.getRouteKey()) {
            case "GET /bodies" -> caller.known() ? list() : Http.problem(event, caller.refusal());
            case "PUT /bodies/{body}" ->
                    caller.has(Role.AGENCY)
                            ? put(event, caller)
                            : Http.problem(event, caller.refusal());
            default -> Http.problem(event, Problem.of(HttpProblem.NOT_FOUND));
        };
    }

    private APIGatewayV2HTTPResponse list() {
        ObjectNode answer = Json.object();
        var list = answer.putArray("bodies");
        bodies.all().forEach(body -> list.add(json(body)));
        return Http.json(200, answer);
    }

    private APIGatewayV2HTTPResponse put(APIGatewayV2HTTPEvent event, Caller caller) {
        return switch (form(event)) {
            case Input.Rejected<StateBody>(var problem) -> Http.problem(event, problem);
            case Input.Accepted<StateBody>(var body) -> {
                bodies.put(body, caller);
                yield Http.json(200, json(body));
            }
        };
    }

    private Input.Result<StateBody> form(APIGatewayV2HTTPEvent event) {
        String id = Http.path(event, "body");
        Input input = Input.of(event, MAX_BYTES);
        Input name = input.object("name");
        LocalText texts =
                new LocalText(name.text("kk", 300), name.text("ru", 300), name.text("en", 300));
        var kind = input.oneOf("kind", BodyKind.class, BodyKind.OTHER);
        var category =
                input.has("category")
                        ? Optional.of(
                                input.oneOf(
                                        "category",
                                        StateBody.Category.class,
                                        StateBody.Category.OTHER))
                        : Optional.<StateBody.Category>empty();
        var territory = input.optionalId("territory");
        var parent = input.optionalId("parent");
        int headcount = input.integer("headcount", 0, MAX_HEADCOUNT);
        input.raw("category");
        if (!Input.isId(id)) {
            input.error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        parent.filter(above -> above.equals(id) || bodies.find(above).isEmpty())
                .ifPresent(above -> input.error("parent", FieldProblem.NOT_ALLOWED, above));
        return input.finish(
                () -> new StateBody(id, texts, kind, category, territory, parent, headcount));
    }

    private static ObjectNode json(StateBody body) {
        ObjectNode json = Json.object().put("id", body.id());
        json.putObject("name")
                .put("kk", body.name().kk())
                .put("ru", body.name().ru())
                .put("en", body.name().en());
        json.put("kind", body.kind().name());
        body.category().ifPresent(category -> json.put("category", category.name()));
        body.territory().ifPresent(territory -> json.put("territory", territory));
        body.parent().ifPresent(parent -> json.put("parent", parent));
        return json.put("headcount", body.headcount());
    }
}
