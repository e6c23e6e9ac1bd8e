package kz.bagalau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.operational.fact.BodyKind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @AutoClose private final Stage stage = new Stage();

    private Answer show() {
        return stage.request("ManageSchedule", "GET /assessment-schedules/{year}")
                .by(Stage.HR)
                .path("year", "2025")
                .send();
    }

    private static ObjectNode one(String form, String period, String due) {
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        schedule.putArray("items")
                .addObject()
                .put("form", form)
                .put("period", period)
                .put("due", due);
        return schedule;
    }

    @Test
    void whatTheAgencySets_everybodySignedInReads_andCanBeSentAgainAsItIs() {
        assertThat(show().status()).isEqualTo(404);

        assertThat(stage.put(Stage.schedule()).status()).isEqualTo(200);

        Answer shown = show();
        assertThat(shown.body().path("items")).hasSize(6);
        assertThat(shown.body().path("version").asInt()).isEqualTo(1);
        Answer again = stage.put((ObjectNode) shown.body());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(shown.body());
    }

    @Test
    void theSameAgain_isNoNewEdition_andEveryEditionIsInTheAuditTrail() {
        stage.put(Stage.schedule());
        stage.put(Stage.schedule());
        stage.put(Stage.schedule().put("basis", "Order No. 301"));

        assertThat(show().body().path("version").asInt()).isEqualTo(2);
        assertThat(stage.records().stream().filter(item -> item.toString().contains("audit#")))
                .hasSize(2);
    }

    @Test
    void anEditOfAnotherEdition_isRefused() {
        stage.put(Stage.schedule());
        stage.put(Stage.schedule().put("basis", "Order No. 301"));

        Answer late = stage.put(Stage.schedule().put("basis", "No. 302").put("version", 1));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.codes()).containsExactly("SCHEDULE_CHANGED");
        assertThat(show().text("basis")).isEqualTo("Order No. 301");
    }

    @Test
    void everythingThatIsWrong_isToldAtOnce() {
        ObjectNode schedule = Json.object().put("closes", "2026-03-01").put("x", 1);
        ArrayNode items = schedule.putArray("items");
        items.addObject().put("form", "appendix-9").put("period", "2025").put("due", "2026-01-15");
        items.addObject().put("form", "appendix-1").put("period", "2025-13").put("due", "soon");
        items.addObject().put("form", "appendix-1").put("period", "2024").put("due", "2026-01-15");
        items.addObject()
                .put("form", "access-events")
                .put("period", "2025")
                .put("due", "2026-01-15");
        items.addObject()
                .put("form", "appendix-7")
                .put("period", "2025-03")
                .put("due", "2026-01-15");
        items.addObject().put("form", "appendix-2").put("period", "2025").put("due", "2026-03-02");
        items.addObject().put("form", "appendix-2").put("period", "2025").put("due", "2026-02-02");

        Answer answer = stage.put(schedule);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/basis",
                        "/x",
                        "/items/0/form",
                        "/items/1/period",
                        "/items/1/due",
                        "/items/2/period",
                        "/items/3/period",
                        "/items/4/period",
                        "/items/5/due",
                        "/items/6/period");
    }

    @Test
    void aQuarterCanBeAskedForOfAYearlyForm() {
        assertThat(stage.put(one("appendix-8", "2025-Q2", "2025-07-10")).status()).isEqualTo(200);
    }

    @Test
    void aDayOff_staysTheDaySet_andTheLastWorkingDayIsShownAsTheSafeOne() {
        stage.put(one("appendix-1", "2025", "2026-01-10")); // Saturday

        JsonNode item = show().body().path("items").path(0);

        assertThat(item.path("due").asText()).isEqualTo("2026-01-10");
        assertThat(item.path("workingDay").asBoolean()).isFalse();
        assertThat(item.path("safeDue").asText()).isEqualTo("2026-01-09"); // Friday
        assertThat(item.path("provisional").asBoolean()).isFalse();
    }

    @Test
    void aDayInAYearThatNobodyConfirmed_isProvisional() {
        stage.put(one("appendix-1", "2025", "2027-01-15"));

        assertThat(show().body().path("items").path(0).path("provisional").asBoolean()).isTrue();
    }

    @Test
    void aYearBeforeTheOrder_hasNoSchedule() {
        var answer =
                stage.request("ManageSchedule", "PUT /assessment-schedules/{year}")
                        .by(Stage.AGENCY)
                        .path("year", "2022")
                        .body(one("appendix-1", "2022", "2023-01-15"))
                        .send();

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void whoIsNotAssessed_orReportsThroughAnother_owesNothing() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.body("akimat", BodyKind.ZHAO, null);
        stage.body("committee", BodyKind.OMO, "min-digital");
        stage.body("district", BodyKind.OTHER, null);
        stage.put(Stage.schedule());

        assertThat(owed("min-digital")).isEqualTo(6);
        assertThat(owed("akimat")).isEqualTo(6);
        assertThat(owed("committee")).isZero();
        assertThat(owed("district")).isZero();
    }

    private int owed(String body) {
        return stage.obligations(body, Stage.AGENCY).body().path("obligations").size();
    }

    @Test
    void theTechnologyReportIsOfItsDirection_theOthersOfPersonnel() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.put(Stage.schedule());

        stage.obligations("min-digital", Stage.HR)
                .body()
                .path("obligations")
                .forEach(each ->
                        assertThat(each.path("direction").asText())
                                .isEqualTo(
                                        each.path("form").asText().equals("appendix-8")
                                                ? "it"
                                                : "pm"));
    }

    /// The day itself is in time: "later than the date set" (¶2(28)).
    @Test
    void p2_28_anObligationIsLateFromTheDayAfter() {
        stage.body("min-digital", BodyKind.OMO, null);
        stage.put(Stage.schedule());

        stage.at(Instant.parse("2026-01-15T18:59:59Z")); // Thursday 23:59:59 in Almaty
        assertThat(stage.obligation("min-digital", "appendix-1").path("state").asText())
                .isEqualTo("OPEN");
        stage.at(Instant.parse("2026-01-15T19:00:00Z")); // Friday
        JsonNode late = stage.obligation("min-digital", "appendix-1");

        assertThat(late.path("state").asText()).isEqualTo("LATE");
        assertThat(late.path("late").asBoolean()).isTrue();
        assertThat(late.path("risk").path("kinds").path(0).asText()).isEqualTo("UNTIMELY");
        assertThat(late.path("risk").path("atMost").asText()).isEqualTo("10");
        assertThat(late.path("risk").path("citation").asText()).endsWith("¶24");
    }
}
