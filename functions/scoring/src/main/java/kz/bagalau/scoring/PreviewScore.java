package kz.bagalau.scoring;

import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.Assessed;
import kz.bagalau.rules.operational.Methodologies;
import kz.bagalau.rules.operational.Methodology;

/// What a methodology asks for, and what it would make of any facts. It reads no table and stores
/// nothing.
public final class PreviewScore extends HttpFunction {

    private final Methodologies methodologies;

    public PreviewScore() {
        this(Methodologies.OPERATIONAL);
    }

    private PreviewScore(Methodologies methodologies) {
        this.methodologies = methodologies;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/methodologies", signedIn()).answers(this::list),
                Route.get("/methodologies/{methodology}", signedIn())
                        .of(this::methodology)
                        .answers((_, methodology) ->
                                Response.ok(new MethodologyJson(methodology).write())),
                Route.post("/methodologies/{methodology}/preview", signedIn())
                        .of(this::methodology)
                        .readsWith(PreviewScore::facts)
                        .answers(PreviewScore::preview));
    }

    private Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("methodologies");
        methodologies.all().forEach(each -> list.add(new MethodologyJson(each).head()));
        return Response.ok(answer);
    }

    private Optional<Methodology> methodology(Caller caller, Path path) {
        return methodologies.find(path.get("methodology"));
    }

    private record Asked(Assessed body, Language language) {}

    private static Input.Result<Asked> facts(Request request, Methodology methodology) {
        return switch (PreviewForm.parse(request, methodology)) {
            case Input.Rejected<Assessed>(var problem) -> new Input.Rejected<>(problem);
            case Input.Accepted<Assessed>(var body) ->
                    new Input.Accepted<>(new Asked(body, request.language()));
        };
    }

    private static Response preview(Caller caller, Methodology methodology, Asked asked) {
        Audience reader = caller.has(Role.AGENCY) ? Audience.AGENCY : Audience.BODY;
        return Response.ok(
                new AssessmentJson(reader, asked.language())
                        .write(methodology.assess(asked.body())));
    }
}
