package kz.bagalau.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Another body's leaver, whom the path or the input names. Which role calls which route, and which
/// body it may ask for, is in the table of routes, with a test of its own.
class AccessTest {

    private static final Map<String, String> ANOTHER = Stage.hr("min-finance");

    @AutoClose private static final Stage STAGE = new Stage();

    @ParameterizedTest
    @CsvSource({
        "GET, /exit-interviews/{id}",
        "PUT, /exit-interviews/{id}",
        "POST, /exit-interviews/{id}/withdrawal",
        "POST, /exit-interviews/{id}/codes"
    })
    void anotherBodysLeaver_doesNotExist(String method, String path) {
        ObjectNode input =
                Stage.leaver("of-digital").put("deliver", "LOGIN").put("reason", "A mistake");
        String id = STAGE.announce(input).text("id");

        var call = STAGE.request(method + " " + path).by(ANOTHER).path("id", id);

        assertThat((method.equals("GET") ? call : call.body(input)).send().codes())
                .containsExactly("NOT_FOUND");
        assertThat(
                        STAGE.request("GET /exit-interviews/{id}")
                                .by(Stage.hr("min-digital"))
                                .path("id", id)
                                .send()
                                .body()
                                .path("history"))
                .hasSize(1);
    }

    @Test
    void anotherBodysLeaver_isNotAnnounced() {
        assertThat(
                        STAGE.request("POST /exit-interviews")
                                .by(ANOTHER)
                                .body(Stage.leaver("of-another"))
                                .send()
                                .codes())
                .containsExactly("FORBIDDEN");
        assertThat(STAGE.items("ExitInterviews").toString()).doesNotContain("of-another");
    }

    /// A territorial unit lists papers; with the role of a personnel service it lists that body.
    @ParameterizedTest
    @ValueSource(strings = {"[bagalau:hr]", "[bagalau:hr bagalau:territorial]"})
    void anotherBodysRegister_isNotListed(String roles) {
        assertThat(
                        STAGE.request("GET /exit-interviews")
                                .by(Map.of("sub", "both", "roles", roles, "body", "min-finance"))
                                .query("body", "min-digital")
                                .query("year", "2025")
                                .send()
                                .codes())
                .containsExactly("FORBIDDEN");
    }

    /// Only the Agency reads the requests of all bodies at once.
    @ParameterizedTest
    @ValueSource(strings = {"service", "hr"})
    void withoutABody_noRequestsAreListed(String role) {
        assertThat(
                        STAGE.request("GET /exit-consents")
                                .by(Stage.claims("somebody", role))
                                .send()
                                .codes())
                .containsExactly("FORBIDDEN");
    }
}
