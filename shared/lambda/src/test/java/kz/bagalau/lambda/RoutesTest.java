package kz.bagalau.lambda;

import static kz.bagalau.lambda.Access.anonymous;
import static kz.bagalau.lambda.Access.oneselfOrOwn;
import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.own;
import static kz.bagalau.lambda.Access.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class RoutesTest {

    private record Thing(String body, int number) {}

    /// What was done, in its order.
    private final List<String> done = new ArrayList<>();

    private Idempotency.Known known = new Idempotency.New(Optional.empty());

    private static Input.Result<Thing> form(Request request) {
        Input input = request.input(100);
        String body = input.id("body");
        int number = input.integer("number", 1, 9);
        return input.finish(() -> new Thing(body, number));
    }

    private Response done(Object subject, Object form) {
        done.add(subject + " " + form);
        return Response.ok(Json.object().put("done", true));
    }

    private final Routes routes =
            Routes.of(
                    Route.get("/things", signedIn()).answers((_, _) -> done("list", "")),
                    Route.get("/open", anonymous()).answers((_, _) -> done("open", "")),
                    Route.put("/bodies/{body}", only(Role.AGENCY).orOwn(Role.HR))
                            .answers((_, path) -> done(path.get("body"), "")),
                    Route.post("/things", own(Role.HR))
                            .reads(RoutesTest::form)
                            .about(Thing::body)
                            .answers((_, _, thing) -> done("post", thing.number())),
                    Route.put("/things/{id}", only(Role.AGENCY, Role.HR))
                            .of((caller, path) -> Optional.of(path.get("id")).filter("t1"::equals))
                            .to((caller, _) -> caller.has(Role.AGENCY))
                            .reads(RoutesTest::form)
                            .answers((_, id, thing) -> done(id, thing.number())),
                    Route.get("/tasks", oneselfOrOwn(Role.HR))
                            .reads(request -> new Input.Accepted<>(request.query("body")))
                            .perhapsAbout(Function.identity())
                            .answers((_, _, body) -> done("tasks", body)),
                    Route.get("/feed", anonymous())
                            .answers((_, _) ->
                                    new Response.Challenge(
                                            "Basic", Problem.of(HttpProblem.UNAUTHORIZED))),
                    Route.put("/versions", signedIn())
                            .answers((_, _) -> Problem.changed(Json.object().put("version", 2))),
                    Route.post("/kept", signedIn())
                            .reads(RoutesTest::form)
                            .keeps(_ -> known)
                            .answers((_, _, thing, key) -> done("kept", thing.number())),
                    Route.post("/raced", signedIn())
                            .reads(RoutesTest::form)
                            .keeps(_ -> known)
                            .answers((_, _, _, _) -> {
                                known = new Idempotency.Done(201, "{\"id\":\"first\"}");
                                return new Response.Retry();
                            }),
                    Route.post("/overtaken", signedIn()).answers((_, _) -> new Response.Retry()),
                    Route.get("/outage", signedIn())
                            .answers((_, _) -> {
                                throw SdkClientException.create("gone");
                            }),
                    Route.get("/bug", signedIn())
                            .answers((_, _) -> {
                                throw new IllegalStateException("bug");
                            }));

    /// Each line: route, path parameter, roles, own body, input, status.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "GET /things,          -,   -,        -, -,                        401",
                "GET /things,          -,   employee, -, -,                        200",
                "GET /open,            -,   -,        -, -,                        200",
                "PUT /bodies/{body},   b1,  -,        -, -,                        401",
                "PUT /bodies/{body},   b1,  agency,   -, -,                        200",
                "PUT /bodies/{body},   b1,  hr,      b1, -,                        200",
                "PUT /bodies/{body},   b1,  hr,      b2, -,                        403",
                "PUT /bodies/{body},   b1,  hr,       -, -,                        403",
                "PUT /bodies/{body},   b1,  head,    b1, -,                        403",
                "POST /things,         -,   employee,b1, {,                        403",
                "POST /things,         -,   hr,       -, {,                        403",
                "POST /things,         -,   hr,      b1, {,                        400",
                "POST /things,         -,   hr,      b1, ~{\"body\":\"b1\",\"number\":1}~, 200",
                "POST /things,         -,   hr,      b1, ~{\"body\":\"b2\",\"number\":1}~, 403",
                "POST /things,         -,   agency,  b1, ~{\"body\":\"b1\",\"number\":1}~, 403",
                "PUT /things/{id},     t2,  agency,   -, {,                        404",
                "PUT /things/{id},     t2,  employee, -, {,                        403",
                "PUT /things/{id},     t1,  hr,       -, {,                        403",
                "PUT /things/{id},     t1,  agency,   -, {,                        400",
                "PUT /things/{id},     t1,  agency,   -, ~{\"body\":\"b\",\"number\":1}~,  200",
                "GET /nowhere,         -,   agency,   -, -,                        404",
                "GET /outage,          -,   agency,   -, -,                        503",
                "GET /bug,             -,   agency,   -, -,                        500",
                "POST /overtaken,      -,   agency,   -, -,                        503"
            })
    void refusalsComeInTheirOrder(
            String route, String parameter, String roles, String body, String input, int status) {
        JsonNode answer = call(route, parameter, roles, body, input);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(done).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void whatWasCarriedOutBefore_isAnsweredFromTheKeptReply() {
        known = new Idempotency.Done(201, "{\"id\":\"first\"}");

        JsonNode answer = call("POST /kept", "-", "agency", "-", "{\"body\":\"b\",\"number\":1}");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.path("body").asText()).isEqualTo("{\"id\":\"first\"}");
        assertThat(done).isEmpty();
    }

    @Test
    void aKeyOfAnotherRequest_isRefused() {
        known = new Idempotency.Reused();

        JsonNode answer = call("POST /kept", "-", "agency", "-", "{\"body\":\"b\",\"number\":1}");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(409);
        assertThat(done).isEmpty();
    }

    @Test
    void ofTwoSameRequestsAtOnce_theLaterGetsTheReplyOfTheFirst() {
        JsonNode answer = call("POST /raced", "-", "agency", "-", "{\"body\":\"b\",\"number\":1}");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.path("body").asText()).contains("first");
    }

    /// Each line: roles, own body, the body that is asked for, status.
    @ParameterizedTest
    @CsvSource({
        "-, -, -, 401",
        "employee, -, -, 200",
        "hr, b1, -, 200",
        "hr, b1, b1, 200",
        "hr, b1, b2, 403",
        "employee, b1, b1, 403",
        "agency, b1, b1, 403"
    })
    void whatIsOnesOwn_isForEverybody_andANamedBodysForItsRole(
            String roles, String own, String asked, int status) {
        ObjectNode event = event("GET /tasks", "-", roles, own, "-");
        if (!asked.equals("-")) {
            event.putObject("queryStringParameters").put("body", asked);
        }

        assertThat(call(event).path("statusCode").asInt()).isEqualTo(status);
    }

    /// An object's file is answered where the object names it, and by routes that enclose files.
    @Test
    void aFileIsAnsweredByTheObjectThatNamesIt() {
        String file = "0".repeat(32);
        Route shown =
                Route.get("/open", anonymous())
                        .answers((_, _) -> Response.ok(Json.object().put("document", file)));
        Request asked = asking(file);
        Request another = asking("1".repeat(32));

        assertThat(Routes.of(shown).answer(asked)).isInstanceOf(Response.Document.class);
        Routes enclosing =
                Routes.of(shown).enclosing(id -> Optional.of(URI.create("https://files/" + id)));
        assertThat(enclosing.answer(asked))
                .isEqualTo(new Response.Redirect(URI.create("https://files/" + file)));
        assertThat(enclosing.answer(another)).isEqualTo(Response.notFound());
    }

    private static Request asking(String file) {
        ObjectNode event = event("GET /open", "-", "-", "-", "-");
        event.putObject("queryStringParameters").put("document", file);
        return Request.read(
                new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChallengeNamesItsScheme() {
        JsonNode answer = call("GET /feed", "-", "-", "-", "-");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(401);
        assertThat(answer.at("/headers/www-authenticate").asText()).isEqualTo("Basic");
        assertThat(answer.path("body").asText()).contains("UNAUTHORIZED");
    }

    @Test
    void whatWasChangedMeanwhile_isAnsweredWithWhatStands() {
        JsonNode answer = call("PUT /versions", "-", "employee", "-", "-");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(409);
        JsonNode problem = Json.read(answer.path("body").asText());
        assertThat(problem.path("code").asText()).isEqualTo("CHANGED");
        assertThat(problem.at("/current/version").asInt()).isEqualTo(2);
    }

    @Test
    void aProblem_isInTheCallersLanguage() {
        ObjectNode event = event("GET /nowhere", "-", "agency", "-", "-");
        event.putObject("headers").put("accept-language", "ru");

        JsonNode answer = call(event);

        assertThat(answer.at("/headers/content-language").asText()).isEqualTo("ru");
        assertThat(answer.at("/headers/content-type").asText())
                .isEqualTo("application/problem+json; charset=utf-8");
    }

    @Test
    void aRouteStandsOnce() {
        Route route = Route.get("/a", signedIn()).answers((_, _) -> Response.notFound());

        assertThatThrownBy(() -> Routes.of(route, route)).hasMessageContaining("GET /a");
    }

    private JsonNode call(String route, String parameter, String roles, String body, String input) {
        return call(event(route, parameter, roles, body, input));
    }

    private JsonNode call(ObjectNode event) {
        return Calls.call(RolesOnly.of("bagalau:"), Calls.function(routes), event);
    }

    private static ObjectNode event(
            String route, String parameter, String roles, String body, String input) {
        ObjectNode event = Json.object().put("routeKey", route);
        if (!parameter.equals("-")) {
            event.putObject("pathParameters")
                    .put(route.replaceAll(".*\\{(.*)}.*", "$1"), parameter);
        }
        if (!roles.equals("-")) {
            ObjectNode claims =
                    event.putObject("requestContext")
                            .putObject("authorizer")
                            .putObject("jwt")
                            .putObject("claims")
                            .put("sub", "s1")
                            .put("roles", "[bagalau:" + roles + "]");
            if (!body.equals("-")) {
                claims.put("body", body);
            }
        }
        return input.equals("-") ? event : event.put("body", input);
    }
}
