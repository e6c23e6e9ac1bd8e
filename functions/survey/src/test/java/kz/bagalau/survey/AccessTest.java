package kz.bagalau.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs to another body, another survey, or nobody. Which role calls which route, and which
/// body it may ask for, is in the table of routes, with a test of its own.
class AccessTest {

    private static final Stage STAGE = new Stage();

    @BeforeAll
    static void twoSurveys() {
        STAGE.body("min-digital", 61, null);
        STAGE.body("min-other", 61, null);
        STAGE.body("akimat", 61, null);
        assertThat(STAGE.open(Stage.order("s1", "min-digital", "min-other")).status())
                .isEqualTo(201);
        assertThat(STAGE.open(Stage.order("s2", "min-other").put("year", 2024)).status())
                .isEqualTo(201);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void aPersonnelService_enrolsItsOwnPeopleOnly() {
        ObjectNode list = Json.object().put("body", "min-other");
        list.putArray("people").add("emp-1");

        for (var who :
                List.of(
                        Stage.hr("min-digital"),
                        Stage.caller("hr", null, Role.HR),
                        Stage.caller("x", "min-other", Role.ASSESSOR))) {
            assertThat(
                            STAGE.request("ManageSurveys", "POST /surveys/{survey}/participants")
                                    .path("survey", "s1")
                                    .by(who)
                                    .body(list)
                                    .send()
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(STAGE.enrol("s1", "min-other", "emp-1").status()).isEqualTo(200);
    }

    @Test
    void aPersonnelService_seesItsOwnTurnoutOnly() {
        assertThat(turnout("s1", "min-other").by(Stage.hr("min-digital")).send().status())
                .isEqualTo(403);
        assertThat(turnout("s1", "min-other").by(Stage.caller("hr", null, Role.HR)).send().status())
                .isEqualTo(403);
        assertThat(turnout("s1", "min-other").by(Stage.hr("min-other")).send().status())
                .isEqualTo(200);
        assertThat(turnout("s1", "min-other").by(Stage.AGENCY).send().status()).isEqualTo(200);
    }

    @Test
    void whereOnesBodyTakesNoPart_thereIsNothing() {
        assertThat(turnout("s2", "min-digital").by(Stage.hr("min-digital")).send().status())
                .isEqualTo(404);
        assertThat(STAGE.enrol("s2", "min-digital", "emp-1").status()).isEqualTo(404);
        assertThat(STAGE.enrol("s1", "akimat", "emp-1").status()).isEqualTo(404);
    }

    @Test
    void aBatchOfAnotherSurvey_isNotThere() {
        String batch =
                STAGE.request("ManageSurveys", "POST /surveys/{survey}/codes")
                        .by(Stage.AGENCY)
                        .path("survey", "s1")
                        .body(Json.object().put("body", "min-digital").put("count", 1))
                        .send()
                        .text("batch");

        assertThat(cancel("s2", batch)).isEqualTo(404);
        assertThat(cancel("s1", "another")).isEqualTo(404);
        assertThat(cancel("s1", batch)).isEqualTo(200);
    }

    @Test
    void whoIsNotEnrolled_getsNoToken_norWhoIsEnrolledInAnotherSurvey() {
        STAGE.enrol("s2", "min-other", "emp-s2");
        var blinded = STAGE.paper("s1", "min-other").request();

        assertThat(STAGE.token("s1", Stage.employee("emp-s2"), blinded))
                .satisfies(no -> {
                    assertThat(no.status()).isEqualTo(403);
                    assertThat(no.codes()).containsExactly("NOT_ENROLLED");
                });
    }

    @Test
    void anUnknownCode_getsNoToken_norOneOfAnotherSurvey() {
        String code = STAGE.slips("s2", "min-other", 1).getFirst();
        var blinded = STAGE.paper("s1", "min-other").request();

        for (String tried : List.of(code, "0000-0000-0000-0000-0")) {
            assertThat(STAGE.tokenByCode("s1", tried, blinded))
                    .satisfies(no -> {
                        assertThat(no.status()).isEqualTo(403);
                        assertThat(no.codes()).containsExactly("UNKNOWN_CODE");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "S1", "s1#min-digital", "казақша"})
    void anIdThatIsNoSurveys_isNotFound(String id) {
        assertNotFound(id);
    }

    @Test
    void anIdLongerThanAnyKey_isNotFound() {
        assertNotFound("s".repeat(3_000));
    }

    @Test
    void anEmptyBody_isNotFound() {
        assertThat(turnout("s1", "").by(Stage.AGENCY).send().status()).isEqualTo(404);
        assertThat(results("s1", "")).isEqualTo(404);
    }

    @Test
    void aPersonnelService_seesItsOwnResultsOnly() {
        var results =
                STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                        .path("survey", "s1")
                        .query("body", "min-other");

        assertThat(results.by(Stage.hr("min-digital")).send().status()).isEqualTo(403);
        assertThat(results.by(Stage.caller("hr", null, Role.HR)).send().status()).isEqualTo(403);
        assertThat(results.by(Stage.hr("min-other")).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"turnout", "results", "participants"})
    void whoNamesNoBody_asksForTheOwn(String what) {
        var request =
                STAGE.request(
                                what.equals("results") ? "SurveyResults" : "ManageSurveys",
                                "GET /surveys/{survey}/" + what)
                        .path("survey", "s1")
                        .by(Stage.hr("min-other"));

        assertThat(request.send().text("body")).isEqualTo("min-other");
    }

    @Test
    void theAgency_hasToNameABody() {
        assertThat(
                        STAGE.request("ManageSurveys", "GET /surveys/{survey}/turnout")
                                .path("survey", "s1")
                                .by(Stage.AGENCY)
                                .send()
                                .status())
                .isEqualTo(404);
        assertThat(
                        STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                                .path("survey", "s1")
                                .query("cut", "colour")
                                .by(Stage.AGENCY)
                                .send()
                                .codes())
                .as("everything wrong is named")
                .containsExactly("REQUIRED", "NOT_ALLOWED");
    }

    @Test
    void whoMayNotAsk_isNotShownWhatIsWrongWithTheQuestion() {
        assertThat(
                        STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                                .path("survey", "s1")
                                .query("body", "min-other")
                                .query("cut", "colour")
                                .by(Stage.hr("min-digital"))
                                .send()
                                .status())
                .isEqualTo(403);
    }

    private static void assertNotFound(String id) {
        ObjectNode list = Json.object().put("body", "min-digital");
        list.putArray("people").add("emp-1");
        var blinded = STAGE.paper("s1", "min-digital").request();

        assertThat(STAGE.show(id).status()).isEqualTo(404);
        assertThat(STAGE.token(id, Stage.employee("emp-1"), blinded).status()).isEqualTo(404);
        assertThat(STAGE.tokenByCode(id, "0000-0000-0000-0000-0", blinded).status()).isEqualTo(404);
        assertThat(STAGE.cast(id, Json.object()).status()).isEqualTo(404);
        assertThat(turnout(id, "min-digital").by(Stage.AGENCY).send().status()).isEqualTo(404);
        assertThat(cancel(id, "batch")).isEqualTo(404);
        assertThat(STAGE.enrol(id, "min-digital", "emp-1").status()).isEqualTo(404);
        assertThat(turnout("s1", id).by(Stage.AGENCY).send().status()).isEqualTo(404);
        assertThat(results("s1", id)).isEqualTo(404);
        assertThat(results(id, "min-digital")).isEqualTo(404);
        assertThat(cancel("s1", id)).isEqualTo(404);
    }

    private static Call turnout(String survey, String body) {
        return STAGE.request("ManageSurveys", "GET /surveys/{survey}/turnout")
                .path("survey", survey)
                .query("body", body);
    }

    private static int results(String survey, String body) {
        return STAGE.request("SurveyResults", "GET /surveys/{survey}/results")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .query("body", body)
                .send()
                .status();
    }

    private static int cancel(String survey, String batch) {
        return STAGE.request("ManageSurveys", "DELETE /surveys/{survey}/codes/{batch}")
                .by(Stage.AGENCY)
                .path("survey", survey)
                .path("batch", batch)
                .send()
                .status();
    }
}
