package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void claimsAreReadAsApiGatewayHandsThemOver() {
        assertThat(
                        caller(
                                Map.of(
                                        "sub", "a1",
                                        "roles", "[hr employee]",
                                        "body", "min-digital")))
                .isEqualTo(
                        new Caller(
                                "a1", Set.of(Role.HR, Role.EMPLOYEE), Optional.of("min-digital")));
    }

    @ParameterizedTest
    @CsvSource({"[agency]", "agency", "'[agency visitor]'", "'agency visitor'", "'[ agency]'"})
    void oneRoleOrSeveral_theUnknownAreIgnored(String claim) {
        assertThat(caller(Map.of("sub", "a1", "roles", claim)).roles())
                .containsExactly(Role.AGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "AGENCY",
                "agencyx",
                "[agency",
                "agency]",
                "\"agency\"",
                "agency,hr"
            })
    void whatIsNoRole_givesNoRight(String claim) {
        assertThat(caller(Map.of("sub", "a1", "roles", claim)).roles()).isEmpty();
    }

    @Test
    void withoutClaims_orWithoutASubject_aCallerIsNobody() {
        var bare = new APIGatewayV2HTTPEvent();
        var context =
                APIGatewayV2HTTPEvent.builder()
                        .withRequestContext(RequestContext.builder().build())
                        .build();

        for (Caller nobody :
                new Caller[] {
                    Caller.of(bare),
                    Caller.of(context),
                    caller(Map.of()),
                    caller(Map.of("roles", "[agency]")),
                    caller(Map.of("sub", " ", "roles", "[agency]"))
                }) {
            assertThat(nobody.known()).isFalse();
            assertThat(nobody.roles()).isEmpty();
            assertThat(nobody.refusal().code()).isEqualTo(HttpProblem.UNAUTHORIZED);
        }
        assertThat(caller(Map.of("sub", "a1")).refusal().code()).isEqualTo(HttpProblem.FORBIDDEN);
    }

    @Test
    void aRoleCountsInOnesOwnBodyOnly() {
        Caller hr = caller(Map.of("sub", "a1", "roles", "[hr]", "body", "min-digital"));
        Caller nowhere = caller(Map.of("sub", "a1", "roles", "[hr]", "body", ""));

        assertThat(hr.has(Role.HR, "min-digital")).isTrue();
        assertThat(hr.has(Role.HR, "min-other")).isFalse();
        assertThat(hr.has(Role.HEAD, "min-digital")).isFalse();
        assertThat(nowhere.has(Role.HR, "")).isFalse();
    }

    private static Caller caller(Map<String, String> claims) {
        return Caller.of(
                APIGatewayV2HTTPEvent.builder()
                        .withRequestContext(
                                RequestContext.builder()
                                        .withAuthorizer(
                                                RequestContext.Authorizer.builder()
                                                        .withJwt(
                                                                RequestContext.Authorizer.JWT
                                                                        .builder()
                                                                        .withClaims(claims)
                                                                        .build())
                                                        .build())
                                        .build())
                        .build());
    }
}
