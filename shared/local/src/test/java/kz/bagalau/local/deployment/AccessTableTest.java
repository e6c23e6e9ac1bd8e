package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
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
import kz.bagalau.lambda.Access;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may call which route of which function: the functions' own tables of routes against
/// `access.csv`, which a lawyer can read, against template.yaml and openapi.yaml, and each route
/// called by each role, for its own body and for another.
class AccessTableTest {

    private static final String OWN = "min-digital";
    private static final String OTHER = "min-other";

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final Map<String, HttpFunction> FUNCTIONS = functions();

    /// A route of a function.
    private record Served(String function, Route route) {
        @Override
        public String toString() {
            return route.key();
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
                        .filter(route -> FUNCTIONS.containsKey(route.function()))
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
    void theContractNamesWhatTheTemplateRoutes_andNothingElse() throws IOException {
        JsonNode paths =
                new YAMLMapper()
                        .readTree(Checkout.root().resolve("shared/web/openapi.yaml").toFile())
                        .path("paths");
        Set<String> contract = new TreeSet<>();
        Set<String> methods = Set.of("get", "put", "post", "delete");
        paths.properties().stream()
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
        assertThat(status(served, OWN, null)).isEqualTo(401);
    }

    /// The refused get the same answer for what is there and what is not, for good input and bad.
    @ParameterizedTest
    @MethodSource("routesWithLogin")
    void onlyTheRolesOfTheTable_areServed_andOnlyForTheirOwnBody(Served served) {
        Access access = served.route().access();
        boolean namesABody = served.route().path().contains("{body}");
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!namesABody && access.own().contains(role)) {
                continue; // for which body stands in the input: the capabilities' own tests
            }
            Caller caller = new Caller("somebody", Set.of(role), Optional.of(OWN));
            for (String body : List.of(OWN, OTHER)) {
                boolean admitted = namesABody ? access.admits(caller, body) : access.admits(caller);
                int status = status(served, body, caller);
                boolean refused = status == 401 || status == 403;
                if (admitted == refused) {
                    wrong.add(role + " for " + body + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int status(Served served, String body, @Nullable Caller caller) {
        String function = served.function();
        Call call =
                Call.of(
                                served.route().key(),
                                Call.to(runtime(function), () -> FUNCTIONS.get(function)))
                        .by(caller);
        Arrays.stream(served.route().path().split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .forEach(name -> call.path(name, name.equals("body") ? body : "no-such-" + name));
        return (served.route().method().equals("GET") ? call : call.body("{"))
                .raw()
                .getStatusCode();
    }
}
