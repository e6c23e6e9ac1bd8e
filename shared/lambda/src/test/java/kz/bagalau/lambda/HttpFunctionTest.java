package kz.bagalau.lambda;

import static kz.bagalau.lambda.Access.anonymous;
import static kz.bagalau.lambda.Access.signedIn;
import static kz.bagalau.lambda.Calls.call;
import static kz.bagalau.lambda.Calls.printed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("reads what the process prints")
class HttpFunctionTest {

    private static final Runtime RUNTIME = RolesOnly.of("bagalau:");

    private final Routes routes =
            Routes.of(
                    Route.post("/ballots", anonymous())
                            .answers((_, _) -> {
                                Log.event("ballot", Map.of());
                                Log.count("ballot");
                                return Response.ok(Json.object());
                            }),
                    Route.post("/tokens", signedIn())
                            .reads(request -> {
                                Log.count("token");
                                return request.input(100).finish(() -> "read");
                            })
                            .answers((_, _, _) -> Response.ok(Json.object())),
                    Route.get("/bug", anonymous())
                            .answers((_, _) -> {
                                throw new IllegalStateException("bug");
                            }));

    @Test
    void aQuietFunction_logsNothingOfARequest_whateverIsAnswered() {
        HttpFunction quiet = Calls.quiet(routes);

        assertThat(printed(() -> assertAnswered(200, quiet, event("POST /ballots")))).isEmpty();
        assertThat(printed(() -> assertAnswered(401, quiet, event("POST /tokens")))).isEmpty();
        assertThat(printed(() -> assertAnswered(400, quiet, signedInEvent().put("body", "{"))))
                .isEmpty();
        assertThat(printed(() -> assertAnswered(404, quiet, event("GET /nowhere")))).isEmpty();
    }

    @Test
    void aQuietFunction_logsAFailureOnce_howeverManyRequestsHaveIt() {
        HttpFunction quiet = Calls.quiet(routes);
        Runnable twice =
                () -> {
                    assertAnswered(500, quiet, event("GET /bug"));
                    assertAnswered(500, quiet, event("GET /bug"));
                };

        assertThat(printed(twice).lines()).singleElement().asString().contains("GET /bug");
    }

    @Test
    void anyOtherFunction_logsWhatItIsAskedTo() {
        HttpFunction function = Calls.function(routes);

        assertThat(printed(() -> assertAnswered(200, function, event("POST /ballots"))).lines())
                .hasSize(2);
    }

    /// A failure that left the function would be logged by the platform, with what it says.
    @Test
    void withoutAPrefixOfRoles_aSignedInRequestIsAnswered500_andAnAnonymousOneServed() {
        Runtime none = new RolesOnly(Optional.empty());
        HttpFunction quiet = Calls.quiet(routes);

        assertThat(call(none, quiet, signedInEvent()).path("statusCode").asInt()).isEqualTo(500);
        assertThat(call(none, quiet, event("POST /ballots")).path("statusCode").asInt())
                .isEqualTo(200);
    }

    /// Jackson's exceptions quote what they could not read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K2M-9QXW-3FHT-0ZRE-8",
                "{\"body\":\"{\\\"code\\\":7K2M\" 7K2M}",
                "{\"routeKey\":\"POST /ballots\",7K2M",
                "",
                "[7K2M]"
            })
    void whatIsNoEventIsAnswered_andNeitherLoggedNorThrown(String text) {
        for (HttpFunction function : List.of(Calls.quiet(routes), Calls.function(routes))) {
            StringBuilder answer = new StringBuilder();

            String printed = printed(() -> answer.append(Calls.raw(function, text)));

            assertThat(printed + answer).doesNotContain("7K2M");
            assertThat(Json.read(answer.toString()).path("statusCode").asInt()).isBetween(400, 599);
        }
    }

    @Test
    void whatCannotBeReadIsNotQuotedByTheException() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Json.read("{\"answers\":secret}"))
                .satisfies(e -> {
                    assertThat(e).hasNoCause();
                    assertThat(e.getMessage()).doesNotContain("secret");
                });
    }

    private static void assertAnswered(int status, HttpFunction function, ObjectNode event) {
        assertThat(call(RUNTIME, function, event).path("statusCode").asInt()).isEqualTo(status);
    }

    private static ObjectNode event(String route) {
        return Json.object().put("routeKey", route);
    }

    private static ObjectNode signedInEvent() {
        ObjectNode event = event("POST /tokens");
        event.putObject("requestContext")
                .putObject("authorizer")
                .putObject("jwt")
                .putObject("claims")
                .put("sub", "s1")
                .put("roles", "[bagalau:employee]");
        return event;
    }
}
