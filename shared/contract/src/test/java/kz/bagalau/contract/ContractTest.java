package kz.bagalau.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

    private static final String ENTRY =
            """
            {"surveys":[{"id":"s1","year":2025,"state":"OPEN","opens":"2025-11-03T09:00:00+05:00",
            "closes":"2025-11-14T18:00:00+05:00","bodies":["min-digital"],
            "fingerprint":"3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs"}]}\
            """;

    private static final String ROUTE = "GET /surveys";

    private final Contract contract = Contract.ofCheckout();

    @Test
    void anAnswerAsPromisedIsKept() {
        assertThat(breaches(200, "application/json; charset=utf-8", ENTRY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a field nobody was promised   | "id"                      | "by":"a1","id"
                    a missing field               | "year":2025,             | ''
                    a state of another name       | OPEN                      | OPENED
                    a number as a text            | 2025,                     | "2025",
                    a time without seconds        | 09:00:00                  | 09:00
                    an id with a capital          | min-digital               | Min-digital
                    a fingerprint that is too short | Ghs                     | Gh
                    """)
    void anAnswerThatBreaksIt_isFound(String what, String promised, String broken) {
        assertThat(ENTRY).contains(promised);
        assertThat(breaches(200, "application/json", ENTRY.replace(promised, broken)))
                .as(what)
                .hasSize(1);
    }

    @Test
    void anUnknownStatusTypeOrRoute_isFound() {
        assertThat(breaches(418, "application/json", ENTRY)).hasSize(1);
        assertThat(breaches(200, "text/html", ENTRY)).hasSize(1);
        assertThat(contract.answerBreaches("GET", "/elsewhere", 200, "application/json", "{}"))
                .hasSize(1);
    }

    @Test
    void anAnswerThatBreaksTheContractFailsTheTestThatGotIt() {
        var request = Json.object().put("routeKey", ROUTE).put("rawPath", "/surveys");
        var response =
                new HttpAnswer(
                        200,
                        Map.of("content-type", "application/json"),
                        "{\"surveys\":[{}]}",
                        false);

        assertThatThrownBy(() -> contract.requireKept(request, response))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /surveys answered 200")
                .hasMessageContaining("fingerprint");
    }

    /// So that no route can be served that the contract does not tell of, nor one without login by
    /// mistake.
    @Test
    void theContractHasTheRoutesOfTheTemplate_andItsAnonymousOnesOnly() throws IOException {
        Template template = Template.ofCheckout("", Map.of());

        assertThat(routes())
                .isEqualTo(
                        template.routes().stream()
                                .collect(
                                        Collectors.toMap(
                                                Template.Route::key, Template.Route::authorized)));
    }

    /// Each route of the contract, and whether it demands a login.
    private static Map<String, Boolean> routes() throws IOException {
        Map<String, Boolean> routes = new HashMap<>();
        new YAMLMapper()
                .readTree(Files.readString(Contract.file()))
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        routes.put(
                                                operation.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                !operation.getValue().has("security"))));
        return routes;
    }

    private List<String> breaches(int status, String type, String body) {
        return contract.answerBreaches("GET", "/surveys", status, type, body);
    }
}
