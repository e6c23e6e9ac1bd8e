package kz.bagalau.directory.http;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;

/// State bodies: who is assessed, and within whom.
public final class ManageBodies extends HttpFunction {

    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_HEADCOUNT = 100_000;
    private static final int MAX_VERSION = 16;

    /// The version of a body that is not there yet.
    private static final String NONE = "none";

    private final Bodies bodies;

    public ManageBodies() {
        this(DynamoBodies.fromEnvironment());
    }

    ManageBodies(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/bodies", signedIn()).answers(this::list),
                Route.put("/bodies/{body}", only(Role.AGENCY))
                        .reads(this::form)
                        .answers(this::put));
    }

    private Response list(Caller caller, Path path) {
        ObjectNode answer = Json.object();
        var list = answer.putArray("bodies");
        bodies.all().forEach(body -> list.add(json(body)));
        return Response.ok(answer);
    }

    /// A body as it is to be.
    ///
    /// @param seen the version it was made from, or [#NONE]; empty where that is not said
    private record Entry(StateBody body, Optional<String> seen) {}

    private Response put(Caller caller, Path path, Entry entry) {
        StateBody body = entry.body();
        Optional<StateBody> standing = bodies.find(body.id());
        boolean same = standing.filter(body::equals).isPresent();
        String version = standing.map(ManageBodies::version).orElse(NONE);
        if (!same && entry.seen().filter(seen -> !seen.equals(version)).isPresent()) {
            return Problem.of(DirectoryProblem.BODY_CHANGED, body.id());
        }
        return same || bodies.put(body, standing, caller)
                ? Response.ok(json(body))
                : new Response.Retry();
    }

    private Input.Result<Entry> form(Request request) {
        String id = request.path("body");
        Input input = request.input(MAX_BYTES);
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
        Optional<String> seen = input.optionalText("version", MAX_VERSION);
        input.raw("category");
        if (!Input.isId(id)) {
            input.error("body", FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        parent.filter(above -> above.equals(id) || !isParent(above))
                .ifPresent(above -> input.error("parent", DirectoryProblem.NO_PARENT, above));
        if (parent.isPresent() || kind == BodyKind.OTHER) {
            bodies.all().stream()
                    .filter(body -> body.parent().equals(Optional.of(id)))
                    .findFirst()
                    .ifPresent(child ->
                            input.error(
                                    parent.isPresent() ? "parent" : "kind",
                                    DirectoryProblem.HAS_CHILDREN,
                                    child.id()));
        }
        return input.finish(() ->
                new Entry(
                        new StateBody(id, texts, kind, category, territory, parent, headcount),
                        seen));
    }

    /// What belongs to a body is assessed within it, so it must be assessed itself.
    private boolean isParent(String id) {
        return bodies.find(id).filter(StateBody::scored).isPresent();
    }

    private static ObjectNode json(StateBody body) {
        return content(body).put("version", version(body));
    }

    /// Changes with everything that is said of the body, and with nothing else.
    private static String version(StateBody body) {
        return Sha256.hex(Json.write(content(body))).substring(0, MAX_VERSION);
    }

    private static ObjectNode content(StateBody body) {
        ObjectNode json = Json.object().put("id", body.id());
        json.set("name", Json.texts(body.name()));
        json.put("kind", body.kind().name());
        body.category().ifPresent(category -> json.put("category", category.name()));
        body.territory().ifPresent(territory -> json.put("territory", territory));
        body.parent().ifPresent(parent -> json.put("parent", parent));
        return json.put("headcount", body.headcount());
    }
}
