package kz.bagalau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final String PREFIX = "bagalau:";

    @Test
    void claimsAreReadAsApiGatewayHandsThemOver() {
        assertThat(
                        caller(
                                Map.of(
                                        "sub", "a1",
                                        "roles", "[bagalau:hr bagalau:employee]",
                                        "body", "min-digital",
                                        "territory", "astana")))
                .isEqualTo(
                        new Caller(
                                "a1",
                                Set.of(Role.HR, Role.EMPLOYEE),
                                Optional.of("min-digital"),
                                Optional.of("astana")));
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency]",
        "bagalau:agency",
        "'[bagalau:agency visitor]'",
        "'[offline_access bagalau:agency default-roles-state]'",
        "'[ bagalau:agency]'",
        "'[state hr bagalau:agency]'"
    })
    void oneRoleOrSeveral_theUnknownAreIgnored(String claim) {
        assertThat(roles(claim)).containsExactly(Role.AGENCY);
    }

    /// The comments name what the issuer wrote.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "bagalau:",
                "[bagalau:]",
                // "agency", ["agency"]: a role without the prefix
                "agency",
                "[agency]",
                // ["state agency"], ["hr agency employee"]: one value with spaces
                "[state agency]",
                "[hr agency employee]",
                // "bagalau:hr bagalau:agency": one value, and no role has this name
                "bagalau:hr bagalau:agency",
                "bagalau:agency visitor",
                " bagalau:agency",
                "bagalau:agency ",
                "[bagalau:AGENCY]",
                "[BAGALAU:agency]",
                "[bagalau:agencyx]",
                "[xbagalau:agency]",
                "[bagalau: agency]",
                "[bagalau:bagalau:agency]",
                "[bagalau:agency",
                "bagalau:agency]",
                // brackets, quotes and commas of other notations
                "[[bagalau:agency]]",
                "[[x bagalau:agency y]]",
                "[x [y bagalau:agency z]]",
                "[x] bagalau:agency [y]",
                "[x] bagalau:agency y]",
                "[map[x:y bagalau:agency:z]]",
                "[map[x:y bagalau:agency z:t]]",
                "map[bagalau:agency:true]",
                "map[roles:[x bagalau:agency y]]",
                "[\"bagalau:agency\"]",
                "[\"bagalau:agency\",\"bagalau:hr\"]",
                "{\"roles\":[\"bagalau:agency\"]}",
                "\"bagalau:agency\"",
                "bagalau:agency,bagalau:hr",
                "[bagalau:agency,bagalau:hr]",
                "[bagalau:agency, x]",
                // other white space is no limit between values
                "[x\tbagalau:agency]",
                "[x\nbagalau:agency]",
                "[x\u00a0bagalau:agency]",
                "<nil>",
                "true"
            })
    void whatIsNoRole_givesNoRight(String claim) {
        assertThat(roles(claim)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasItsName(Role role) {
        assertThat(roles("[" + PREFIX + role.claimName() + "]")).containsExactly(role);
        assertThat(roles(PREFIX + role.claimName())).containsExactly(role);
        assertThat(roles("[" + role.claimName() + "]")).isEmpty();
    }

    @Test
    void thePrefixIsTheDeploymentsOwn() {
        var claims = Map.of("sub", "a1", "roles", "[urn:state/hr bagalau:agency]");

        assertThat(Caller.of(claims, "urn:state/").roles()).containsExactly(Role.HR);
        assertThatThrownBy(() -> Caller.of(claims, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Caller.of(claims, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// An array, an object or a text of several words is no id of a body and no territory.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[min-digital]",
                "[min-digital akimat]",
                "min-digital akimat",
                "min-digital,akimat",
                "min-digital#2025",
                "min-digital ",
                "Min-Digital",
                "map[id:min-digital]",
                "[]",
                "<nil>",
                "../min-digital"
            })
    void aBodyOrTerritoryThatIsNoId_isNone(String claim) {
        Caller caller =
                caller(
                        Map.of(
                                "sub",
                                "a1",
                                "roles",
                                "[bagalau:hr]",
                                "body",
                                claim,
                                "territory",
                                claim));

        assertThat(caller.body()).isEmpty();
        assertThat(caller.territory()).isEmpty();
        assertThat(caller.has(Role.HR, claim)).isFalse();
    }

    @Test
    void withoutClaims_orWithoutASubject_aCallerIsNobody() {
        for (Caller nobody :
                new Caller[] {
                    Caller.of(Map.of()),
                    Calls.request(Json.object()).caller(),
                    Calls.request((ObjectNode) Json.read("{\"requestContext\":{}}")).caller(),
                    caller(Map.of()),
                    caller(Map.of("roles", "[bagalau:agency]")),
                    caller(Map.of("sub", " ", "roles", "[bagalau:agency]"))
                }) {
            assertThat(nobody.known()).isFalse();
            assertThat(nobody.roles()).isEmpty();
            assertThat(nobody.refusal().code()).isEqualTo(HttpProblem.UNAUTHORIZED);
        }
        assertThat(caller(Map.of("sub", "a1")).refusal().code()).isEqualTo(HttpProblem.FORBIDDEN);
    }

    @Test
    void aRoleCountsInOnesOwnBodyOnly() {
        Caller hr = caller(Map.of("sub", "a1", "roles", "[bagalau:hr]", "body", "min-digital"));
        Caller nowhere = caller(Map.of("sub", "a1", "roles", "[bagalau:hr]", "body", ""));

        assertThat(hr.has(Role.HR, "min-digital")).isTrue();
        assertThat(hr.has(Role.HR, "min-other")).isFalse();
        assertThat(hr.has(Role.HEAD, "min-digital")).isFalse();
        assertThat(nowhere.has(Role.HR, "")).isFalse();
    }

    private static Set<Role> roles(String claim) {
        return caller(Map.of("sub", "a1", "roles", claim)).roles();
    }

    private static Caller caller(Map<String, String> claims) {
        return Caller.of(claims, PREFIX);
    }
}
