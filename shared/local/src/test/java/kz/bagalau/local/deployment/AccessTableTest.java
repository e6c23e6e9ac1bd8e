package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.contract.Call;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may call which route of which function: the functions' own tables of routes against
/// `access.csv`, which a lawyer can read, against template.yaml and openapi.yaml, and each route
/// called by each role, for its own body and for another.
class AccessTableTest {

    private static final String OWN = "min-digital";
    private static final String OTHER = "min-other";
    private static final String TERRITORY = "astana";

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final Map<String, HttpFunction> FUNCTIONS = functions();

    private static final JsonNode CONTRACT = contract();

    /// A route of a function.
    private record Served(String function, Route route) {
        @Override
        public String toString() {
            return route.key();
        }
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper()
                    .readTree(Checkout.root().resolve("shared/web/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Both bodies are of the territory of whoever calls.
    @BeforeAll
    static void enterBodies() {
        DynamoBodies bodies =
                new DynamoBodies(SANDBOX.dynamo(), SANDBOX.table("Records"), Clock.systemUTC());
        for (String body : List.of(OWN, OTHER)) {
            bodies.put(
                    new StateBody(
                            body,
                            new LocalText(body, body, body),
                            BodyKind.OMO,
                            Optional.empty(),
                            Optional.of(TERRITORY),
                            Optional.empty(),
                            100),
                    Optional.empty(),
                    new Caller("a1", Set.of(Role.AGENCY), Optional.empty()));
        }
    }

    private static Map<String, HttpFunction> functions() {
        Map<String, HttpFunction> functions = new HashMap<>();
        SANDBOX.template()
                .functions()
                .forEach((id, function) -> {
                    Object made = Runtime.with(runtime(id), () -> made(function.className()));
                    if (made instanceof HttpFunction http) {
                        functions.put(id, http);
                    }
                });
        return functions;
    }

    private static Runtime runtime(String function) {
        return SANDBOX.runtime(function, Clock.systemUTC());
    }

    private static Object made(String className) {
        try {
            return Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className, e);
        }
    }

    static Stream<Served> routes() {
        return FUNCTIONS.entrySet().stream()
                .flatMap(function ->
                        function.getValue().table().all().stream()
                                .map(route -> new Served(function.getKey(), route)));
    }

    static Stream<Served> routesWithLogin() {
        return routes().filter(served -> served.route().access().login());
    }

    @Test
    void theTables_areTheOneThatALawyerReads() throws IOException {
        try (var stream = getClass().getResourceAsStream("access.csv")) {
            List<String> lines =
                    new String(
                                    Objects.requireNonNull(stream).readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .toList();
            assertThat(routes().map(AccessTableTest::line).sorted())
                    .containsExactlyElementsOf(lines.stream().sorted().toList());
        }
    }

    private static String line(Served served) {
        Access access = served.route().access();
        String may =
                !access.login() ? "anybody" : access.anyRole() ? "signed in" : names(access.any());
        return String.join(
                ";",
                served.route().key(),
                served.function(),
                may,
                names(access.own()),
                served.route().keeps() ? "kept" : "");
    }

    private static String names(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theTemplateRoutesWhatTheTablesServe_andNothingElse() {
        Set<String> template =
                SANDBOX.template().routes().stream()
                        .map(route ->
                                route.function()
                                        + " "
                                        + route.key()
                                        + (route.authorized() ? "" : " without login"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(
                        routes().map(served ->
                                served.function()
                                        + " "
                                        + served.route().key()
                                        + (served.route().access().login()
                                                ? ""
                                                : " without login")))
                .containsExactlyInAnyOrderElementsOf(template);
    }

    @Test
    void theContractNamesWhatTheTemplateRoutes_andNothingElse() {
        Set<String> contract = new TreeSet<>();
        Set<String> methods = Set.of("get", "put", "post", "delete");
        CONTRACT.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/local/"))
                .forEach(path ->
                        path.getValue().properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(methods::contains)
                                .forEach(method ->
                                        contract.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));

        assertThat(SANDBOX.template().routes().stream().map(Template.Route::key))
                .containsExactlyInAnyOrderElementsOf(contract);
    }

    @ParameterizedTest
    @MethodSource("routesWithLogin")
    void withoutAToken_nobodyIsServed(Served served) {
        assertThat(outcome(served, OWN, null)).isEqualTo(HttpProblem.UNAUTHORIZED.name());
    }

    /// The refused get the same answer for what is there and what is not, for good input and bad.
    @ParameterizedTest
    @MethodSource("routesWithLogin")
    void onlyTheRolesOfTheTable_areServed_andOnlyForTheirOwnBody(Served served) {
        Access access = served.route().access();
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Caller caller =
                    new Caller("somebody", Set.of(role), Optional.of(OWN), Optional.of(TERRITORY));
            for (String body : List.of(OWN, OTHER)) {
                boolean admitted =
                        namesABody(served.route())
                                ? access.admits(caller, body)
                                : access.admits(caller);
                String outcome = outcome(served, body, caller);
                if (admitted == outcome.equals(HttpProblem.FORBIDDEN.name())) {
                    wrong.add(role + " for " + body + ": " + outcome);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Whether the body stands in the path or is asked for; where it stands in an input, or only an
    /// object is named that belongs to it, the capabilities' own tests look.
    private static boolean namesABody(Route route) {
        return route.path().contains("{body}")
                || route.path().contains("{file}")
                || asksFor(route, "body");
    }

    private static boolean asksFor(Route route, String name) {
        return CONTRACT.path("paths")
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT))
                .path("parameters")
                .valueStream()
                .map(AccessTableTest::resolved)
                .anyMatch(parameter ->
                        parameter.path("in").asText().equals("query")
                                && parameter.path("name").asText().equals(name));
    }

    private static JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? CONTRACT.at(parameter.path("$ref").asText().substring(1))
                : parameter;
    }

    /// The code of the problem that is answered; the status where there is none.
    private static String outcome(Served served, String body, @Nullable Caller caller) {
        Route route = served.route();
        String function = served.function();
        Call call =
                Call.of(route.key(), Call.to(runtime(function), () -> FUNCTIONS.get(function)))
                        .by(caller);
        Arrays.stream(route.path().split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .forEach(name ->
                        call.path(
                                name,
                                switch (name) {
                                    case "body" -> body;
                                    case "file" -> body + ".pdf";
                                    default -> "no-such-" + name;
                                }));
        Map.of("body", body, "year", "2025", "quarter", "2026-Q1").entrySet().stream()
                .filter(parameter -> asksFor(route, parameter.getKey()))
                .forEach(parameter -> call.query(parameter.getKey(), parameter.getValue()));
        var answer = (route.method().equals("GET") ? call : call.body("{")).raw();
        return answer.status() < 400
                ? Integer.toString(answer.status())
                : Json.read(answer.body()).path("code").asText();
    }
}
