package kz.bagalau.directory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManageBodiesTest {

    private static final Map<String, String> AGENCY =
            Map.of("sub", "a1", "roles", "[bagalau:agency]");

    @AutoClose private final Sandbox sandbox = Sandbox.open();
    private Runtime runtime;

    @BeforeEach
    void standInTheFunctionsRuntime() {
        runtime = sandbox.runtime("ManageBodies", Clock.systemUTC());
    }

    @Test
    void theAgencyEntersABody_andAnybodySignedInFindsIt() {
        assertThat(put("min-digital", body(61), AGENCY).status()).isEqualTo(200);

        JsonNode found = list(Map.of("sub", "e1", "roles", "[bagalau:employee]")).path("bodies");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asText()).isEqualTo("min-digital");
        assertThat(found.path(0).path("headcount").asInt()).isEqualTo(61);
    }

    @Test
    void theLastEntryStands() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(70).put("category", "CENTRAL"), AGENCY);

        JsonNode found = list(AGENCY).path("bodies");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("headcount").asInt()).isEqualTo(70);
        assertThat(found.path(0).path("category").asText()).isEqualTo("CENTRAL");
    }

    @Test
    void eachChangeIsInTheAuditTrailOnce_andTheSameAgainIsNone() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(62), AGENCY);

        assertThat(audited()).hasSize(2);
    }

    @Test
    void everyEditionOfABodyIsKept() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(62), AGENCY);
        put("min-digital", body(62), AGENCY);

        var editions =
                new Table(sandbox.dynamo(), sandbox.table("Records")).partition("body#min-digital");
        assertThat(editions)
                .extracting(item -> Item.number(item, "headcount"))
                .containsExactly(61L, 62L);
        assertThat(editions).extracting(item -> Item.text(item, "by")).containsOnly("a1");
    }

    /// Stored before editions were kept.
    @Test
    void aBodyWithoutEditionsIsReadAndChangedAsBefore() {
        Item old =
                Item.of("bodies", "old-body")
                        .with("kk", "Ескі")
                        .with("ru", "Старый")
                        .with("en", "Old")
                        .with("kind", "OMO")
                        .with("headcount", 40);
        sandbox.dynamo()
                .putItem(request ->
                        request.tableName(sandbox.table("Records")).item(old.attributes()));

        assertThat(put("old-body", body(41), AGENCY).status()).isEqualTo(200);
        assertThat(audited().getLast()).contains("\"headcount\":\"40 → 41\"");
    }

    @Test
    void aChange_saysInTheAuditTrailWhatStoodBefore() {
        put("min-digital", body(61), AGENCY);
        put("min-digital", body(61).put("kind", "ZHAO").put("territory", "astana"), AGENCY);

        assertThat(audited().getLast())
                .isEqualTo(
                        Json.object()
                                .put("kind", "OMO → ZHAO")
                                .put("territory", " → astana")
                                .toString());
    }

    @Test
    void whatSomebodyElseChangedMeanwhile_isNotOverwritten() {
        String seen = put("akimat", body(61), AGENCY).text("version");
        put("akimat", body(61).put("kind", "ZHAO").put("version", seen), AGENCY);

        var late = put("akimat", body(61).put("territory", "astana").put("version", seen), AGENCY);
        var taken = put("akimat", body(5).put("version", "none"), AGENCY);

        assertThat(late.text("code")).isEqualTo("BODY_CHANGED");
        assertThat(taken.text("code")).isEqualTo("BODY_CHANGED");
        assertThat(list(AGENCY).at("/bodies/0/kind").asText()).isEqualTo("ZHAO");
        assertThat(list(AGENCY).at("/bodies/0").has("territory")).isFalse();
    }

    @Test
    void aChangeSentTwice_isAnsweredTwice() {
        String seen = put("akimat", body(61).put("version", "none"), AGENCY).text("version");
        ObjectNode change = body(62).put("version", seen);

        assertThat(put("akimat", change, AGENCY).status()).isEqualTo(200);
        assertThat(put("akimat", change, AGENCY).status()).isEqualTo(200);
        assertThat(put("akimat", body(61).put("version", "none"), AGENCY).status()).isEqualTo(409);
    }

    @Test
    void ofTwoChangesAtOnce_bothAreMadeOneAfterTheOther() throws Exception {
        put("akimat", body(1), AGENCY);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var answers =
                    callers.invokeAll(
                            IntStream.range(2, 18)
                                    .<Callable<Answer>>mapToObj(
                                            n -> () -> put("akimat", body(n), AGENCY))
                                    .toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        List<String> changes = audited().stream().skip(1).toList();
        assertThat(changes).hasSize(16);
        Set<String> from = new HashSet<>();
        changes.forEach(change -> from.add(change.split(" → ")[0]));
        assertThat(from).as("each was made from what stood").hasSize(16);
    }

    @Test
    void aBodyBelongsToOneThatIsAssessed_andNotToItself() {
        put("agency", body(61).put("kind", "OTHER"), AGENCY);
        for (String parent : List.of("committee", "min-digital", "agency")) {
            assertThat(put("committee", body(9).put("parent", parent), AGENCY).codes())
                    .as(parent)
                    .containsExactly("NO_PARENT");
        }

        put("min-digital", body(61), AGENCY);
        put("min-finance", body(61), AGENCY);
        assertThat(put("committee", body(9).put("parent", "min-digital"), AGENCY).status())
                .isEqualTo(200);

        assertThat(put("unit", body(9).put("parent", "committee"), AGENCY).codes())
                .containsExactly("NO_PARENT");
        assertThat(put("min-digital", body(61).put("parent", "min-finance"), AGENCY).codes())
                .containsExactly("HAS_CHILDREN");
        assertThat(put("min-digital", body(61).put("parent", "committee"), AGENCY).codes())
                .containsExactly("NO_PARENT", "HAS_CHILDREN");
        assertThat(put("min-digital", body(61).put("kind", "OTHER"), AGENCY).codes())
                .containsExactly("HAS_CHILDREN");
    }

    @Test
    void twoBodiesAreNeverEachOthersParents_alsoNotAtOnce() {
        put("a", body(61), AGENCY);
        put("b", body(61), AGENCY);
        var store = Runtime.with(runtime, DynamoBodies::fromEnvironment);
        StateBody a = store.find("a").orElseThrow();
        StateBody b = store.find("b").orElseThrow();
        Caller agency = new Caller("a1", Set.of(), Optional.empty());

        boolean first = store.put(within(a, "b"), Optional.of(a), agency);
        boolean second = store.put(within(b, "a"), Optional.of(b), agency);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
    }

    private static StateBody within(StateBody body, String parent) {
        return new StateBody(
                body.id(),
                body.name(),
                body.kind(),
                body.category(),
                body.territory(),
                Optional.of(parent),
                body.headcount());
    }

    /// The details of the changes in the audit trail, in their order.
    private List<String> audited() {
        return sandbox
                .dynamo()
                .scan(scan -> scan.tableName(sandbox.table("Records")))
                .items()
                .stream()
                .filter(item -> item.containsKey("details"))
                .sorted(Comparator.comparing(item -> Item.text(item, Item.SK)))
                .map(item -> Item.text(item, "details"))
                .toList();
    }

    @Test
    void allErrorsAreToldAtOnce() {
        ObjectNode body = Json.object().put("kind", "MINISTRY").put("headcount", -1).put("x", 1);
        body.putObject("name").put("kk", "Қ");

        var answer = put("Min Digital", body, AGENCY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/name/ru", "/name/en", "/kind", "/headcount", "/body", "/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[bagalau:hr]", "[bagalau:employee bagalau:digital]", "[]", "agency2"})
    void nobodyButTheAgencyEntersABody(String roles) {
        assertThat(put("min-digital", body(61), Map.of("sub", "h1", "roles", roles)).status())
                .isEqualTo(403);
        assertThat(stored()).isZero();
    }

    @Test
    void withoutClaimsNothingIsToldOrEntered() {
        assertThat(put("min-digital", body(61), Map.of()).status()).isEqualTo(401);
        assertThat(call("GET /bodies").send().status()).isEqualTo(401);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void aRefusalIsInTheCallersLanguage(String language) {
        var answer =
                entry("min-digital", body(61))
                        .by(Map.of("sub", "h1", "roles", "[bagalau:hr]"))
                        .in(language)
                        .raw();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).containsEntry("content-language", language);
    }

    private static ObjectNode body(int headcount) {
        ObjectNode body = Json.object().put("kind", "OMO").put("headcount", headcount);
        body.putObject("name").put("kk", "Министрлік").put("ru", "Министерство").put("en", "M");
        return body;
    }

    private Answer put(String id, ObjectNode body, Map<String, String> claims) {
        return entry(id, body).by(claims).send();
    }

    private Call entry(String id, ObjectNode body) {
        return call("PUT /bodies/{body}").path("body", id).body(body);
    }

    private Call call(String route) {
        return Call.of(route, Call.to(runtime, ManageBodies::new));
    }

    private JsonNode list(Map<String, String> claims) {
        Answer answer = call("GET /bodies").by(claims).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private int stored() {
        return Runtime.with(runtime, () -> DynamoBodies.fromEnvironment().all()).size();
    }
}
