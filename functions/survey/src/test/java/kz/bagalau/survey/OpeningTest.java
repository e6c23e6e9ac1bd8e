package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.opening.Fingerprint;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.EnrolledShare;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OpeningTest {

    @AutoClose private static final Stage STAGE = new Stage();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int number = NUMBER.incrementAndGet();
    private final String id = "s" + number;

    /// Each test has a year of its own, in which its bodies stand in no other survey.
    private final int year = 2030 + number;

    @BeforeAll
    static void aDirectory() {
        STAGE.body("min-digital", 61, null);
        STAGE.body("committee", 9, "min-digital");
        STAGE.body("office", 4, null);
        STAGE.body("bureau", 6, null);
    }

    @Test
    void aYearThatEndedBeforeAppendix9WasInForce_isRefused_andTheFirstAfterIsTaken() {
        var before = STAGE.open(order(id, "min-digital").put("year", 2022));
        var first = STAGE.open(order(id, "min-digital").put("year", 2023));

        assertThat(before.status()).isEqualTo(400);
        assertThat(before.codes()).containsExactly("OUT_OF_RANGE");
        assertThat(first.status()).isEqualTo(201);
    }

    @Test
    void bodiesOfOneGroup_haveOneKey_andTheFingerprintIsOfTheKeysShown() {
        ObjectNode order = order(id, "min-digital", "committee", "office", "bureau");
        pool(order, "small", "office", "bureau");

        var opened = STAGE.open(order);
        var shown = STAGE.show(id).body();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(shown.path("groups"))
                .isEqualTo(
                        Json.object()
                                .put("bureau", "small")
                                .put("committee", "min-digital")
                                .put("min-digital", "min-digital")
                                .put("office", "small"));
        List<PublicKey> all = new ArrayList<>();
        for (String kind : List.of("keys", "slipKeys")) {
            Map<String, PublicKey> keys = new HashMap<>();
            shown.path("groups")
                    .properties()
                    .forEach(entry -> {
                        PublicKey key = key(shown, kind, entry.getKey());
                        var standing = keys.putIfAbsent(entry.getValue().asText(), key);
                        assertThat(standing).isIn(null, key);
                    });
            all.addAll(keys.values());
        }
        assertThat(all).doesNotHaveDuplicates().hasSize(4);
        assertThat(shown.path("enrolledShare").asText()).isEqualTo("0.67");
        assertThat(shown.path("headcount").path("office").asInt()).isEqualTo(4);
        assertThat(shown.path("enrolled").path("office").asInt()).isZero();
        assertThat(shown.path("fingerprint").asText())
                .isEqualTo(fingerprint(shown))
                .isEqualTo(opened.text("fingerprint"));
    }

    @Test
    void theSameOrderAgain_isTheSameSurvey() {
        ObjectNode order = order(id, "min-digital");
        var first = STAGE.open(order);

        var again = STAGE.open(order);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertVotable(id, "min-digital");
    }

    @Test
    void theSameOrderInAnotherSequence_isTheSameSurvey() {
        ObjectNode order = order(id, "min-digital", "office", "bureau");
        pool(order, "small", "office", "bureau");
        ObjectNode turned = order(id, "bureau", "office", "min-digital");
        pool(turned, "small", "bureau", "office");
        STAGE.open(order);

        assertThat(STAGE.open(turned).status()).isEqualTo(200);
    }

    @Test
    void anotherOrderUnderTheSameId_isRefused_andTheFirstStands() {
        var first = STAGE.open(order(id, "min-digital"));

        var other = STAGE.open(order(id, "min-digital").put("year", 2026));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.codes()).containsExactly("SURVEY_EXISTS");
        assertThat(STAGE.show(id).text("fingerprint")).isEqualTo(first.text("fingerprint"));
        assertThat(STAGE.show(id).body().path("year").asInt()).isEqualTo(year);
        assertVotable(id, "min-digital");
    }

    @Test
    void anOrderWithoutId_sentTwice_opensOneSurvey() {
        ObjectNode order = order(id, "min-digital");
        order.remove("id");

        var first = STAGE.open(order);
        var again = STAGE.open(order);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(list()).containsOnlyOnce(first.text("id"));
    }

    /// The digest of an order is stored, and an order sent again after an update of this system is
    /// still the same order.
    @Test
    void theDigestOfAnOrder_staysWhatItIs() {
        ObjectNode unnamed = Stage.order(id, "min-digital", "office", "bureau").put("year", 2100);
        unnamed.remove("id");
        unnamed.put("minimumTexts", 11).put("enrolledShare", "0.75").putArray("multi").add("q29");
        pool(unnamed, "small", "office", "bureau");
        ObjectNode named = Stage.order("pinned", "min-digital").put("year", 2099);

        STAGE.open(named);

        assertThat(STAGE.open(unnamed).text("id")).isEqualTo("2100-rkctku00");
        assertThat(STAGE.items("Surveys"))
                .filteredOn(item -> Item.text(item, Item.SK).equals("pinned"))
                .singleElement()
                .extracting(item -> Item.text(item, "order"))
                .isEqualTo("maN8VH4jtw5qRt99sctskZWcWfw2E4YZ31KusriR0mE");
    }

    @Test
    void anIdempotencyKey_givesTheSameAnswer_andIsRefusedForAnotherOrder() {
        ObjectNode order = order(id, "min-digital");
        var first = keyed(order, "key-1").send();

        var again = keyed(order, "key-1").send();
        var other = keyed(order(id + "-b", "min-digital").put("year", year + 30), "key-1").send();
        var elsewhere =
                keyed(order(id + "-b", "min-digital").put("year", year + 30), "key-1")
                        .by(Stage.caller("agency-2", null, Role.AGENCY))
                        .send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.codes()).containsExactly("KEY_REUSED");
        assertThat(elsewhere.status()).as("another caller's key is another key").isEqualTo(201);
    }

    @Test
    void manyOpensAtOnce_openOneSurvey_whoseKeysAreThoseShown() {
        ObjectNode order = order(id, "min-digital", "office", "bureau");
        pool(order, "small", "office", "bureau");

        List<Answer> answers =
                IntStream.range(0, 3).parallel().mapToObj(i -> STAGE.open(order)).toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> answer.text("fingerprint"))
                .containsOnly(STAGE.show(id).text("fingerprint"));
        assertVotable(id, "min-digital");
        assertVotable(id, "office");
    }

    @Test
    void manyOpensAtOnce_ofDifferentOrders_openOne() {
        List<Answer> answers =
                IntStream.range(0, 3)
                        .parallel()
                        .mapToObj(i -> STAGE.open(order(id, "min-digital").put("year", 2090 + i)))
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        assertVotable(id, "min-digital");
    }

    @Test
    void ofAllTheKeysMade_onlyThoseOfTheSurveyAreKept() {
        STAGE.open(order(id, "min-digital"));
        STAGE.open(order(id, "min-digital"));
        STAGE.open(order(id, "min-digital").put("year", 2026));

        assertThat(of("SigningKeys").filter(item -> item.containsKey("key"))).hasSize(2);
    }

    @Test
    void aSurveyThatCannotBeOpened_namesEveryBody_andLeavesNothing() {
        var refused = STAGE.open(order(id, "committee", "office", "stranger"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.codes())
                .containsExactlyInAnyOrder("UNKNOWN_BODY", "TOO_SMALL", "TOO_SMALL");
        assertThat(refused.body().path("errors").findValuesAsText("message").toString())
                .contains("committee")
                .contains("office")
                .contains("stranger");
        assertThat(STAGE.show(id).status()).isEqualTo(404);
        assertThat(of("SigningKeys")).isEmpty();
        assertThat(of("Surveys")).isEmpty();
    }

    @Test
    void everythingWrongWithAnOrder_isSaidAtOnce() {
        ObjectNode order =
                Stage.order("S 1")
                        .put("year", 1999)
                        .put("questionnaire", "appendix-8")
                        .put("closes", Stage.OPENS.toString())
                        .put("minimumGroup", 4)
                        .put("minimumTexts", 9)
                        .put("enrolledShare", "0.49")
                        .put("colour", "blue");
        order.putArray("multi").add("q1");
        order.putArray("pools").addObject().put("name", "P").put("bodies", "x");

        var refused = STAGE.open(order);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/year",
                        "/questionnaire",
                        "/bodies",
                        "/pools/0/name",
                        "/pools/0/bodies",
                        "/closes",
                        "/minimumGroup",
                        "/minimumTexts",
                        "/enrolledShare",
                        "/multi",
                        "/colour");
    }

    private ObjectNode order(String survey, String... bodies) {
        return Stage.order(survey, bodies).put("year", year);
    }

    private static PublicKey key(JsonNode shown, String kind, String body) {
        return PublicKey.decoded(shown.path(kind).path(body).path("n").asText());
    }

    /// The fingerprint of what is shown, whatever the answer says it is.
    private static String fingerprint(JsonNode shown) {
        List<Constituency> parts = new ArrayList<>();
        shown.path("groups")
                .properties()
                .forEach(entry ->
                        parts.add(
                                new Constituency(
                                        entry.getKey(),
                                        new LocalText("-", "-", "-"),
                                        shown.path("headcount").path(entry.getKey()).asInt(),
                                        entry.getValue().asText(),
                                        key(shown, "keys", entry.getKey()),
                                        Optional.of(key(shown, "slipKeys", entry.getKey())),
                                        Constituency.Enrolment.NONE)));
        return Fingerprint.of(
                shown.path("id").asText(),
                shown.path("minimumGroup").asInt(),
                shown.path("minimumTexts").asInt(),
                EnrolledShare.decoded(shown.path("enrolledShare").asText()),
                parts);
    }

    /// Somebody of the body gets a token under the key shown, and the ballot is taken.
    private void assertVotable(String survey, String body) {
        STAGE.enrol(survey, body, "voter-" + body);
        assertThat(STAGE.vote(survey, body, "voter-" + body, Json.object().put("q1", 3)).status())
                .isEqualTo(201);
    }

    /// The items of this test's survey.
    private Stream<Map<String, AttributeValue>> of(String table) {
        return STAGE.items(table).stream()
                .filter(item ->
                        Item.text(item, Item.PK).startsWith(id + "#")
                                || Item.text(item, Item.SK).equals(id));
    }

    private List<String> list() {
        List<String> ids = new ArrayList<>();
        STAGE.request("ManageSurveys", "GET /surveys")
                .by(Stage.AGENCY)
                .send()
                .body()
                .path("surveys")
                .forEach(survey -> ids.add(survey.path("id").asText()));
        return ids;
    }

    private Call keyed(ObjectNode order, String key) {
        return STAGE.request("ManageSurveys", "POST /surveys")
                .by(Stage.AGENCY)
                .header("idempotency-key", key)
                .body(order);
    }

    private static void pool(ObjectNode order, String name, String... bodies) {
        var list = order.withArray("pools").addObject().put("name", name).putArray("bodies");
        for (String body : bodies) {
            list.add(body);
        }
    }
}
