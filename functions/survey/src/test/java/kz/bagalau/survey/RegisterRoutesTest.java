package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Enrolling people, printing and voiding slips, the turnout. One survey serves all tests; each has
/// people of its own.
class RegisterRoutesTest {

    @AutoClose private static final Stage STAGE = new Stage();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String me = "emp-" + NUMBER.incrementAndGet() + "-";

    @BeforeAll
    static void aSurveyOfThreeBodies() {
        STAGE.body("min-digital", 61, null);
        STAGE.body("min-other", 61, null);
        STAGE.body("akimat", 40, null);
        assertThat(STAGE.open(Stage.order("s1", "min-digital", "min-other", "akimat")).status())
                .isEqualTo(201);
    }

    @AfterEach
    void backInTime() {
        STAGE.at(Stage.OPENS.plus(Duration.ofHours(1)));
    }

    @Test
    void enrollingAgain_orAListThatOverlaps_entersNobodyTwice() {
        assertThat(STAGE.enrol("s1", "min-digital", me + 1, me + 2).body().path("enrolled").asInt())
                .isEqualTo(2);
        assertThat(STAGE.enrol("s1", "min-digital", me + 1, me + 2).status()).isEqualTo(200);
        assertThat(STAGE.enrol("s1", "min-digital", me + 2, me + 3).status()).isEqualTo(200);

        assertThat(enrolled()).containsExactlyInAnyOrder(me + 1, me + 2, me + 3);
    }

    @Test
    void enrollingAgain_givesNoSecondToken() {
        STAGE.enrol("s1", "min-digital", me);
        var paper = STAGE.paper("s1", "min-digital");
        var first = STAGE.token("s1", Stage.employee(me), paper.request());

        STAGE.enrol("s1", "min-digital", me);
        var another =
                STAGE.token("s1", Stage.employee(me), STAGE.paper("s1", "min-digital").request());

        assertThat(first.status()).isEqualTo(200);
        assertThat(another.codes()).containsExactly("ALREADY_USED");
    }

    @Test
    void aPersonOfAnotherBody_isRefusedByName_andNobodyOfTheListIsEntered() {
        STAGE.enrol("s1", "min-other", me + 1, me + 2);

        var refused = STAGE.enrol("s1", "min-digital", me + 1, me + 2, me + 3);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("errors").findValuesAsText("message").toString())
                .contains(me + 1)
                .contains(me + 2)
                .doesNotContain(me + 3);
        assertThat(enrolled()).containsExactlyInAnyOrder(me + 1, me + 2);
    }

    @Test
    void aListLongerThanOneTransaction_isEnteredWhole_orNotAtAll() {
        String[] people = people(250);
        STAGE.enrol("s1", "min-other", people[249]);

        assertThat(STAGE.enrol("s1", "min-digital", people).status()).isEqualTo(409);
        assertThat(enrolled()).containsExactly(people[249]);

        people[249] = me + "another";
        assertThat(STAGE.enrol("s1", "min-digital", people).status()).isEqualTo(200);
        assertThat(enrolled()).hasSize(251);
    }

    @Test
    void twoBodiesThatEnrolTheSamePeopleAtOnce_shareNobody_andWhoIsRefusedEntersNobody() {
        String[] people = people(250);
        List<String> turned = new ArrayList<>(List.of(people)).reversed();

        List<Integer> answers =
                Stream.of(List.of(people), turned)
                        .parallel()
                        .map(list ->
                                STAGE.enrol(
                                                "s1",
                                                list.equals(turned) ? "min-other" : "min-digital",
                                                list.toArray(String[]::new))
                                        .status())
                        .toList();

        assertThat(answers).isSubsetOf(200, 409).isNotEqualTo(List.of(200, 200));
        assertThat(bodies().distinct().toList()).hasSize(answers.contains(200) ? 1 : 0);
        assertThat(enrolled()).hasSize(answers.contains(200) ? 250 : 0);
    }

    @Test
    void whomAnotherBodyEnrolsMeanwhile_isRefused_andTheRestOfTheListIsTakenBack() {
        STAGE.enrol("s1", "min-digital", me + 0);
        ObjectNode list = Json.object().put("body", "min-digital");
        var people = list.putArray("people");
        for (String person : people(150)) {
            people.add(person);
        }

        // its requests: survey, body, two looks at the register, two transactions
        var refused =
                STAGE.request("ManageSurveys", "POST /surveys/{survey}/participants")
                        .by(Stage.hr("min-digital"))
                        .path("survey", "s1")
                        .body(list)
                        .sendWhile(6, () -> STAGE.enrol("s1", "min-other", me + 149));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("errors").findValuesAsText("message").toString())
                .contains(me + 149);
        assertThat(enrolled()).containsExactlyInAnyOrder(me + 0, me + 149);
    }

    @Test
    void afterTheClose_nobodyIsEnrolled_andNoSlipIsPrinted() {
        STAGE.at(Stage.CLOSES);

        assertThat(STAGE.enrol("s1", "min-digital", me).codes()).containsExactly("NOT_OPEN");
        assertThat(print("s1", 1).send().codes()).containsExactly("NOT_OPEN");
    }

    @Test
    void codesAreShownOnce_aRepeatedKeyNamesTheBatch_whichCanBeVoided() {
        var first = print("s1", 3).header("idempotency-key", me).send();
        var again = print("s1", 3).header("idempotency-key", me).send();
        var other = print("s1", 4).header("idempotency-key", me).send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("codes")).hasSize(3);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.codes()).containsExactly("BATCH_LOST");
        assertThat(again.text("detail")).contains(first.text("batch"));
        assertThat(other.codes()).containsExactly("KEY_REUSED");
        assertThat(cancel("s1", first.text("batch")).body().path("voided").asInt()).isEqualTo(3);
    }

    @Test
    void twoRequestsAtOnceUnderOneKey_printOneBatch_andTheOtherNamesIt() {
        List<Answer> answers =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(i -> print("s1", 2).header("idempotency-key", me).send())
                        .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        String batch =
                answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .findFirst()
                        .orElseThrow()
                        .text("batch");
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.text("detail")).contains(batch));
    }

    @Test
    void voidingABatch_sparesTheSlipsThatWereUsed() {
        var printed = print("s1", 3).send();
        List<String> codes =
                printed.body().path("codes").valueStream().map(JsonNode::asText).toList();
        var paper = STAGE.slipPaper("s1", "min-digital");
        STAGE.tokenByCode("s1", codes.get(0), paper.request());

        assertThat(cancel("s1", printed.text("batch")).body().path("voided").asInt()).isEqualTo(2);
        assertThat(cancel("s1", printed.text("batch")).body().path("voided").asInt()).isZero();
        assertThat(STAGE.tokenByCode("s1", codes.get(0), paper.request()).status()).isEqualTo(200);
        assertThat(STAGE.tokenByCode("s1", codes.get(1), paper.request()).codes())
                .containsExactly("UNKNOWN_CODE");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-0000-0000-0000-1, MISTYPED_CODE",
        "0000-0000-0000-0000, NOT_A_CODE",
        "not a code, NOT_A_CODE"
    })
    void aTypingMistake_isFoundWithoutTheStore(String typed, String problem) {
        var request = STAGE.paper("s1", "min-digital").request().put("code", typed);

        var answer =
                STAGE.request("IssueTokenByCode", "POST /surveys/{survey}/code-tokens")
                        .path("survey", "s1")
                        .body(request)
                        .sendDying(1, Crash.Moment.BEFORE)
                        .orElseThrow();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/code");
        assertThat(answer.codes()).containsExactly(problem);
    }

    @Test
    void codesAreKeptAsHashesOnly_areDifferent_andHave80Bits() {
        List<String> codes = STAGE.slips("s1", "akimat", 500);

        assertThat(codes).hasSize(500).doesNotHaveDuplicates();
        assertThat(codes)
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]"));
        String register = STAGE.items("Register").toString();
        for (String code : codes.subList(0, 20)) {
            assertThat(register)
                    .doesNotContain(code)
                    .doesNotContain(code.replace("-", ""))
                    .contains(Sha256.base64(code.replace("-", "").substring(0, 16)));
        }
    }

    @Test
    void theTurnout_isToldInMultiplesOfFive_andDaysOfFewerAreNotTold() {
        STAGE.body("turnout", 61, null);
        STAGE.open(Stage.order("s2", "turnout"));
        STAGE.enrol("s2", "turnout", people(13));
        tokens(0, 9);
        STAGE.at(Stage.OPENS.plus(Duration.ofDays(1)));
        tokens(9, 13);

        var turnout =
                STAGE.request("ManageSurveys", "GET /surveys/{survey}/turnout")
                        .by(Stage.hr("turnout"))
                        .path("survey", "s2")
                        .send()
                        .body();

        assertThat(turnout)
                .isEqualTo(
                        Json.read(
                                """
                                {"body":"turnout","days":[{"day":"2025-11-03","tokens":5}],
                                 "total":10,"headcount":61}
                                """));
    }

    @Test
    void whatIsNoId_isRefusedByName_andNobodyOfTheListIsEntered() {
        var refused = STAGE.enrol("s1", "min-digital", me, "bad id with spaces", "Ә-1", "x#y");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("NOT_AN_ID", "NOT_AN_ID", "NOT_AN_ID");
        assertThat(refused.body().path("errors").findValuesAsText("message").toString())
                .contains("bad id with spaces")
                .contains("Ә-1")
                .contains("x#y");
        assertThat(enrolled()).isEmpty();
    }

    @Test
    void whoIsEnrolled_isSeenByTheOwnPersonnelService_besideTheHeadcount() {
        STAGE.body("listed", 12, null);
        STAGE.open(Stage.order("s3", "listed"));
        STAGE.at(Stage.OPENS.minusSeconds(1));
        STAGE.enrol("s3", "listed", me + 2, me + 1);
        STAGE.at(Stage.OPENS);
        var late = STAGE.enrol("s3", "listed", me + 3);

        assertThat(late.body())
                .isEqualTo(
                        Json.read(
                                """
                                {"body":"listed","total":3,"afterOpening":1,"headcount":12,
                                 "enrolled":1}
                                """));
        assertThat(list("s3", "listed").body().toString())
                .isEqualTo(
                        Json.write(
                                Json.read(
                                        """
                                        {"body":"listed","total":3,"afterOpening":1,"headcount":12,
                                         "people":[{"person":"%1$s1","afterOpening":false},
                                                   {"person":"%1$s2","afterOpening":false},
                                                   {"person":"%1$s3","afterOpening":true}],
                                         "enrolled":3}
                                        """
                                                .formatted(me))));
        assertThat(STAGE.show("s3").body().at("/enrolled/listed").asInt()).isEqualTo(3);
        assertThat(STAGE.show("s3").body().at("/enrolledAfterOpening/listed").asInt()).isEqualTo(1);
        assertThat(list("s3", "listed", "min-digital").status()).isEqualTo(403);
        assertThat(list("s1", "listed").status()).isEqualTo(404);
    }

    @Test
    void theHeadcountIsThatOfTheOpening_whateverBecomesOfTheDirectory() {
        STAGE.body("grown", 12, null);
        STAGE.open(Stage.order("s4", "grown"));
        STAGE.body("grown", 4_000, null);

        assertThat(STAGE.show("s4").body().at("/headcount/grown").asInt()).isEqualTo(12);
    }

    @Test
    void somebodyIsRemovedUntilATokenWasIssued_byTheOwnBodyOnly_andMayGoElsewhere() {
        STAGE.enrol("s1", "min-digital", me + 1, me + 2);
        STAGE.token("s1", Stage.employee(me + 2), STAGE.paper("s1", "min-digital").request());

        assertThat(remove(me + 1, "min-digital", "min-other").status()).isEqualTo(403);
        assertThat(remove(me + 1, "min-other", "min-other").status()).isEqualTo(404);
        assertThat(remove("nobody", "min-digital", "min-digital").status()).isEqualTo(404);
        assertThat(remove("bad id", "min-digital", "min-digital").status()).isEqualTo(404);
        assertThat(remove(me + 2, "min-digital", "min-digital").codes())
                .containsExactly("TOKEN_ISSUED");
        assertThat(remove(me + 1, "min-digital", "min-digital").body().path("removed").asInt())
                .isEqualTo(1);
        assertThat(remove(me + 1, "min-digital", "min-digital").body().path("removed").asInt())
                .as("the same again")
                .isZero();
        assertThat(
                        STAGE.token(
                                        "s1",
                                        Stage.employee(me + 1),
                                        STAGE.paper("s1", "min-digital").request())
                                .codes())
                .containsExactly("NOT_ENROLLED");
        assertThat(STAGE.enrol("s1", "min-other", me + 1).status()).isEqualTo(200);
        assertThat(audited("removal_refused")).contains(me + 2);
        assertThat(audited("remove")).contains(me + 1);
    }

    private static String audited(String what) {
        return STAGE.items("Register").stream()
                .filter(item -> Item.text(item, Item.PK).equals("audit#s1"))
                .filter(item -> Item.text(item, "what").equals(what))
                .map(item -> Item.text(item, "details"))
                .toList()
                .toString();
    }

    private static Answer list(String survey, String body) {
        return list(survey, body, body);
    }

    private static Answer list(String survey, String body, String by) {
        return STAGE.request("ManageSurveys", "GET /surveys/{survey}/participants")
                .by(Stage.hr(by))
                .path("survey", survey)
                .query("body", body)
                .send();
    }

    private static Answer remove(String person, String body, String by) {
        return STAGE.request("ManageSurveys", "DELETE /surveys/{survey}/participants/{person}")
                .by(Stage.hr(by))
                .path("survey", "s1")
                .path("person", person)
                .query("body", body)
                .send();
    }

    private void tokens(int from, int to) {
        for (int i = from; i < to; i++) {
            var answer =
                    STAGE.token(
                            "s2", Stage.employee(me + i), STAGE.paper("s2", "turnout").request());
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    private String[] people(int count) {
        return IntStream.range(0, count).mapToObj(i -> me + i).toArray(String[]::new);
    }

    private List<String> enrolled() {
        return STAGE.items("Register").stream()
                .map(item -> Item.text(item, Item.SK))
                .filter(key -> key.startsWith("person#" + me))
                .map(key -> key.substring("person#".length()))
                .toList();
    }

    private Stream<String> bodies() {
        return STAGE.items("Register").stream()
                .filter(item -> Item.text(item, Item.SK).startsWith("person#" + me))
                .map(item -> Item.text(item, "body"));
    }

    private static Call print(String survey, int count) {
        return STAGE.request("ManageSurveys", "POST /surveys/{survey}/codes")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .body(Json.object().put("body", "min-digital").put("count", count));
    }

    private static Answer cancel(String survey, String batch) {
        return STAGE.request("ManageSurveys", "DELETE /surveys/{survey}/codes/{batch}")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .path("batch", batch)
                .send();
    }
}
