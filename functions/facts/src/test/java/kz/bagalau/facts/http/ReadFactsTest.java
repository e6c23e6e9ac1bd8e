package kz.bagalau.facts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFactsTest {

    private static final Map<String, String> AGENCY =
            Map.of("sub", "a1", "roles", "[bagalau:agency]");

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @BeforeEach
    void twoFactsOfOneBodyAndYear() {
        for (String body : List.of("min-digital", "akimat")) {
            new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), Clock.systemUTC())
                    .put(
                            new StateBody(
                                    body,
                                    new LocalText(body, body, body),
                                    BodyKind.OMO,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    33),
                            Optional.empty(),
                            new Caller("a1", Set.of(Role.AGENCY), Optional.empty()));
        }
        Transaction transaction = new Transaction();
        DynamoFacts.add(
                transaction,
                sandbox.table("Records"),
                new Publication(
                        "min-digital",
                        2025,
                        "survey",
                        List.of(fact("survey.q1", 0, 3, 10, 20), fact("survey.q2", 1, 2, 3, 4)),
                        "TallySurvey",
                        Instant.parse("2025-11-14T13:05:00Z")));
        transaction.write(sandbox.dynamo());
    }

    @Test
    void aFactStandsWithItsValueAndItsSource() {
        JsonNode facts = read("min-digital", "2025", AGENCY).path("facts");

        assertThat(facts.properties()).hasSize(3);
        assertThat(facts.path("survey.q1").path("value").toString()).isEqualTo("[0,3,10,20]");
        assertThat(facts.path("survey.q1").path("source").path("survey").asText()).isEqualTo("s1");
    }

    @Test
    void whatIsAskedForAndNotThereIsNamed_butToNobodyElseWhatOnlyTheAgencySees() {
        Map<String, String> digital = Map.of("sub", "d1", "roles", "[bagalau:digital]");

        assertThat(names(read("min-digital", "2025", AGENCY).path("missing")))
                .contains("career.promoted_total", "pm.gender", "survey.q3", "exit.negative")
                .doesNotContain("survey.q1", "hours.working_days", "smart.roads");
        assertThat(names(read("min-digital", "2025", digital).path("missing")))
                .contains("exit.dismissed")
                .doesNotContain("exit.negative");
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    @ParameterizedTest
    @CsvSource({"min-digital, 2024", "akimat, 2025"})
    void anotherBodyOrYearHasNoneButTheCalendars(String body, String year) {
        assertThat(read(body, year, AGENCY).path("facts").propertyStream().map(Map.Entry::getKey))
                .containsExactly("hours.working_days");
    }

    @ParameterizedTest
    @CsvSource({
        "[bagalau:agency], , 200",
        "[bagalau:digital], , 200",
        "[bagalau:hr], min-digital, 200",
        "[bagalau:hr], akimat, 403",
        "[bagalau:hr], , 403",
        "[bagalau:employee], min-digital, 403",
        "[bagalau:service bagalau:head], min-digital, 403",
    })
    void theAgencyTheInformatizationBodyAndTheBodysOwnPersonnelServiceRead(
            String roles, @Nullable String body, int status) {
        Map<String, String> claims =
                body == null
                        ? Map.of("sub", "x1", "roles", roles)
                        : Map.of("sub", "x1", "roles", roles, "body", body);

        assertThat(answer("min-digital", "2025", claims).status()).isEqualTo(status);
    }

    @Test
    void withoutClaimsNothingIsTold() {
        assertThat(answer("min-digital", "2025", Map.of()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "1999", "2025-Q1", "20255"})
    void whatIsNoYearIsNotFound(String year) {
        assertThat(answer("min-digital", year, AGENCY).status()).isEqualTo(404);
    }

    private static Fact fact(String name, int... counts) {
        ObjectNode source =
                Json.object()
                        .put("kind", "survey")
                        .put("survey", "s1")
                        .put("group", "min-digital")
                        .put("fingerprint", "3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs")
                        .put("at", "2025-11-14T18:05:00+05:00");
        return new Fact(
                name,
                new FactValue.Amounts(IntStream.of(counts).mapToObj(BigDecimal::valueOf).toList()),
                source);
    }

    private JsonNode read(String body, String year, Map<String, String> claims) {
        Answer answer = answer(body, year, claims);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer answer(String body, String year, Map<String, String> claims) {
        Runtime runtime = sandbox.runtime("ReadFacts", Clock.systemUTC());
        return Call.of("GET /facts/{body}/{year}", Call.to(runtime, ReadFacts::new))
                .by(claims)
                .path("body", body)
                .path("year", year)
                .send();
    }
}
