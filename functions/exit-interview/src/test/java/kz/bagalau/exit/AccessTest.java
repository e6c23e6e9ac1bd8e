package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route with every role, and with none, before anything of the request is looked at.
class AccessTest {

    @AutoClose private static final Stage STAGE = new Stage();

    static Stream<Arguments> routes() {
        Set<Role> announcing = Set.of(Role.HR, Role.SERVICE);
        return Stream.of(
                Arguments.of("POST /exit-interviews", announcing),
                Arguments.of(
                        "GET /exit-interviews", Set.of(Role.HR, Role.SERVICE, Role.TERRITORIAL)),
                Arguments.of("GET /exit-interviews/{id}", announcing),
                Arguments.of("PUT /exit-interviews/{id}", announcing),
                Arguments.of("POST /exit-interviews/{id}/withdrawal", announcing),
                Arguments.of("POST /exit-interviews/{id}/codes", announcing),
                Arguments.of("PUT /exit-interviews/{id}/paper", Set.of(Role.TERRITORIAL)),
                Arguments.of("GET /exit-interviews/mine", Set.of(Role.EMPLOYEE)),
                Arguments.of("PUT /exit-interviews/mine", Set.of(Role.EMPLOYEE)),
                Arguments.of("GET /exit-interviews/summary", Set.of(Role.AGENCY, Role.HR)),
                Arguments.of("GET /exit-interviews/summary.xlsx", Set.of(Role.AGENCY, Role.HR)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void withoutTheRole_everythingIsRefused(String route, Set<Role> allowed) {
        for (Role role : Role.values()) {
            if (!allowed.contains(role)) {
                String name = role.name().toLowerCase(Locale.ROOT);
                assertThat(
                                request(route)
                                        .by(Stage.claims("somebody", name))
                                        .body("{")
                                        .send()
                                        .status())
                        .as(route + " " + role)
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void withoutAToken_nobodyIsKnown(String route, Set<Role> allowed) {
        assertThat(allowed).isNotEmpty();
        assertThat(request(route).body("{").send().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anotherBodysLeaver_doesNotExist(String route, Set<Role> allowed) {
        if (route.contains("{id}") && allowed.contains(Role.HR)) {
            var announced =
                    STAGE.announce(Stage.leaver("of-digital").put("deliver", "LOGIN")).text("id");
            assertThat(
                            STAGE.request(route)
                                    .by(Stage.hr("min-finance"))
                                    .path("id", announced)
                                    .body("{}")
                                    .send()
                                    .status())
                    .isEqualTo(404);
        }
    }

    private static Call request(String route) {
        return STAGE.request(route)
                .path("id", "0b0e2a51-6d53-4f62-8a0f-6cf0c1c6b7a4")
                .query("year", "2025");
    }
}
