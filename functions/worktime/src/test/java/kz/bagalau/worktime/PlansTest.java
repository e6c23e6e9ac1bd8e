package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.json;
import static kz.bagalau.worktime.Field.made;
import static kz.bagalau.worktime.Field.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.contract.Answer;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.workmode.WorkSetting;
import kz.bagalau.rules.workmode.WorkSettings;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.desk.Desk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signals, and plans of visits.
class PlansTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Field field = new Field(SANDBOX);

    // Signals

    @Test
    void w17_aSignalOfASocialNetwork_standsWithTheAuthorityThatReceivesTheBody() {
        Answer central = field.post("/signals", field.service, field.signal(field.ministry));
        Answer local = field.post("/signals", field.service, field.signal(field.akimat));

        assertThat(made(central)).isNotBlank();
        assertThat(central.text("authority")).isEqualTo("agency");
        assertThat(central.text("state")).isEqualTo("NEW");
        assertThat(made(local)).isNotBlank();
        assertThat(local.text("authority")).isEqualTo(Field.TERRITORY);
        assertThat(ok(field.get("/signals", field.territorialMonitor)).findValuesAsText("id"))
                .contains(local.text("id"))
                .doesNotContain(central.text("id"));
        assertThat(ok(field.get("/signals", field.agency)).findValuesAsText("id"))
                .contains(local.text("id"), central.text("id"));
    }

    @Test
    void aSignalIsTaken_noted_andClosedWithANote() {
        String id = made(field.post("/signals", field.monitor, field.signal(field.ministry)));
        String path = "/signals/" + id;

        JsonNode noted =
                ok(field.put(path, field.monitor, json("{'state':'NEW','note':'x','version':1}")));
        assertThat(noted.path("state").asText()).isEqualTo("NEW");
        assertThat(noted.path("note").asText()).isEqualTo("x");
        assertThat(
                        field.put(
                                        path,
                                        field.agency,
                                        json("{'state':'CLOSED','note':'y','version':2}"))
                                .text("state"))
                .isEqualTo("NEW");
        ok(field.put(path, field.agency, json("{'state':'TAKEN','version':2}")));
        Answer noNote = field.put(path, field.agency, json("{'state':'CLOSED','version':3}"));
        assertThat(noNote.pointers()).containsExactly("/note");
        Answer noVisit =
                field.put(
                        path,
                        field.agency,
                        json("{'state':'CLOSED','note':'y','visit':'nowhere','version':3}"));
        assertThat(noVisit.codes()).containsExactly("UNKNOWN_VISIT");
        JsonNode closed =
                ok(
                        field.put(
                                path,
                                field.agency,
                                json("{'state':'CLOSED','note':'y','version':3}")));
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
        assertThat(
                        ok(field.call("GET", "/signals", field.agency)
                                        .query("body", field.ministry)
                                        .query("state", "CLOSED")
                                        .send())
                                .path("signals"))
                .hasSize(1);
        assertThat(
                        ok(field.call("GET", "/signals", field.agency)
                                        .query("body", field.ministry)
                                        .query("state", "NEW")
                                        .send())
                                .path("signals"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "link, javascript:alert(1), BAD_FORMAT",
        "date, 2026-02-11, IN_FUTURE",
        "date, 1970-01-01, OUT_OF_RANGE",
        "body, nobody, UNKNOWN_BODY",
        "source, RUMOUR, NOT_ALLOWED"
    })
    void whatIsNoSignalIsRefused(String name, String value, String code) {
        Answer refused =
                field.post("/signals", field.agency, field.signal(field.ministry).put(name, value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly(code);
        assertThat(refused.pointers()).containsExactly("/" + name);
    }

    @Test
    void aSignalIsChangedByItsOwnAuthorityOnly() {
        String id = made(field.post("/signals", field.service, field.signal(field.akimat)));
        ObjectNode take = json("{'state':'TAKEN','version':1}");

        assertThat(field.put("/signals/" + id, field.agency, take).status()).isEqualTo(403);
        assertThat(field.put("/signals/" + id, field.otherMonitor, take).status()).isEqualTo(404);
        assertThat(field.post("/signals", field.otherMonitor, field.signal(field.akimat)).status())
                .isEqualTo(403);
        assertThat(
                        field.call("GET", "/signals", field.otherMonitor)
                                .query("body", field.akimat)
                                .send()
                                .status())
                .isEqualTo(404);
        ok(field.put("/signals/" + id, field.territorial, take));
    }

    // Plans

    @Test
    void w04_aPlanWithAnEmptyQuarterIsNotApproved() {
        String plan = field.drafted(field.agency, field.ministry, 1, 2, 4);

        Answer refused =
                field.put(
                        "/visit-plans/" + plan + "/approve",
                        field.agency,
                        json("{'act':'№ 5','version':1}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("QUARTER_EMPTY");
        assertThat(refused.text("detail")).contains("2026-Q3");
    }

    @Test
    void w05_aPlanWithAVisitInEachQuarterIsApproved_andSentBodyByBody() {
        String plan = field.approved(field.agency, field.ministry);
        assertThat(field.get("/visit-plans/" + plan, field.hr).status()).isEqualTo(404);

        JsonNode sent =
                ok(
                        field.post(
                                "/visit-plans/" + plan + "/send",
                                field.agency,
                                field.sending(plan, field.ministry)));

        assertThat(sent.path("state").asText()).isEqualTo("APPROVED");
        assertThat(sent.path("sent").findValuesAsText("body")).containsExactly(field.ministry);
        assertThat(sent.path("quarters")).hasSize(4);
        JsonNode own = ok(field.get("/visit-plans/" + plan, field.head));
        assertThat(own.path("items")).hasSize(4);
        assertThat(own.has("quarters")).isFalse();
        assertThat(field.get("/visit-plans/" + plan, field.otherHr).status()).isEqualTo(404);
        assertThat(
                        ok(field.call("GET", "/visit-plans", field.hr).query("year", "2026").send())
                                .findValuesAsText("id"))
                .contains(plan);
        assertThat(
                        ok(field.call("GET", "/visit-plans", field.hr).query("year", "2027").send())
                                .path("plans"))
                .isEmpty();
    }

    @Test
    void w52_aPlanIsForAYear() {
        ObjectNode plan = field.plan(field.ministry, 1).put("to", "2027-06-30");

        Answer refused = field.post("/visit-plans", field.agency, plan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("OVER_A_YEAR");
        assertThat(field.post("/visit-plans", field.agency, plan.put("to", "2026-12-31")).status())
                .isEqualTo(201);
    }

    @Test
    void w01_byBodyEachBodyNeedsItsVisit() {
        field.settings =
                WorkSettings.DEFAULTS.with(
                        WorkSetting.MIN_VISITS_SCOPE, WorkSetting.VisitsScope.STATE_BODY);
        ObjectNode plan = field.plan(field.ministry, 1, 2, 3, 4);
        plan.withArray("/items").addObject().put("body", field.akimat).put("quarter", "2026-Q1");
        String id = made(field.post("/visit-plans", field.agency, plan));

        Answer refused =
                field.put(
                        "/visit-plans/" + id + "/approve",
                        field.agency,
                        json("{'act':'№ 5','version':1}"));

        assertThat(refused.codes()).hasSize(3);
        assertThat(refused.text("detail")).contains("2026-Q2 " + field.akimat);
    }

    @Test
    void anAmendmentNeedsAnAct_andKeepsWhatIsVisited() {
        String plan = field.approved(field.agency, field.ministry);
        String item = plan + ".1";
        String visit =
                made(
                        field.post(
                                "/visits",
                                field.monitor,
                                field.planned(item, field.ministry, Field.TODAY)));
        ok(field.post("/visits/" + visit + "/start", field.monitor, field.started(visit)));
        ObjectNode others = field.plan(field.ministry, 2, 3, 4);

        Answer noAct = field.put("/visit-plans/" + plan, field.agency, others);
        assertThat(noAct.pointers()).containsExactly("/act");
        ObjectNode amended = others.put("act", "№ 6");
        amended.set("version", field.at(Desk.PLAN, plan).get("version"));
        amended.withArray("/items").addObject().put("body", field.akimat).put("quarter", "2026-Q1");
        Answer started = field.put("/visit-plans/" + plan, field.agency, amended);
        assertThat(started.codes()).containsExactly("ITEM_STARTED");
        amended.withArray("/items")
                .addObject()
                .put("body", field.ministry)
                .put("quarter", "2026-Q1");
        JsonNode kept = ok(field.put("/visit-plans/" + plan, field.agency, amended));

        assertThat(kept.path("items").findValuesAsText("visit")).containsExactly(visit);
        assertThat(kept.path("items").findValuesAsText("id")).contains(item, plan + ".5");
        assertThat(kept.path("amended").findValuesAsText("act")).containsExactly("№ 6");
        assertThat(ok(field.put("/visit-plans/" + plan, field.agency, amended)).path("version"))
                .isEqualTo(kept.path("version"));
    }

    @Test
    void aSubdivisionPlansItsOwnBodies() {
        assertThat(
                        field.post("/visit-plans", field.territorial, field.plan(field.ministry, 1))
                                .status())
                .isEqualTo(403);
        String plan = field.drafted(field.territorial, field.akimat, 1, 2, 3, 4);

        assertThat(field.get("/visit-plans/" + plan, field.otherTerritorial).status())
                .isEqualTo(404);
        assertThat(ok(field.get("/visit-plans/" + plan, field.agency)).path("authority").asText())
                .isEqualTo(Field.TERRITORY);
        assertThat(
                        field.put(
                                        "/visit-plans/" + plan + "/approve",
                                        field.agency,
                                        json("{'act':'№ 5','version':1}"))
                                .status())
                .isEqualTo(403);
        assertThat(
                        field.post("/visit-plans", field.monitor, field.plan(field.ministry, 1))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void everythingWrongWithAPlanIsNamed() {
        ObjectNode plan = json("{'from':'2026-04-01','to':'2026-03-01','extra':1}");
        plan.putArray("items").addObject().put("body", "Nobody!").put("quarter", "2026-Q5");

        assertThat(field.post("/visit-plans", field.agency, plan).pointers())
                .containsExactlyInAnyOrder("/items/0/body", "/items/0/quarter", "/extra");
        plan.remove("extra");
        plan.putArray("items")
                .addObject()
                .put("body", "nobody")
                .put("quarter", "2025-Q1")
                .put("month", "2026-01");
        assertThat(field.post("/visit-plans", field.agency, plan).codes())
                .containsExactly("TO_BEFORE_FROM", "QUARTER_OUTSIDE", "MONTH_OUTSIDE_QUARTER");
    }

    @ParameterizedTest
    @CsvSource({
        "soon, BAD_FORMAT",
        "1970-01-01, OUT_OF_RANGE",
        "9999-12-31, OUT_OF_RANGE",
        "0001-01-01, OUT_OF_RANGE"
    })
    void aPlanFromADayThatNobodyMeansIsRefused(String from, String code) {
        ObjectNode plan = field.plan(field.ministry).put("from", from);

        assertThat(field.post("/visit-plans", field.agency, plan).codes()).containsExactly(code);
        plan.remove("from");
        assertThat(field.post("/visit-plans", field.agency, plan).codes())
                .containsExactly("REQUIRED");
        assertThat(
                        field.post("/visit-plans", field.agency, plan.put("from", "2100-12-31"))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aQuarterThatIsOverWithoutItsVisit_isMissedAndNotMet() {
        String plan = field.approved(field.agency, field.ministry);
        field.now = Field.at(LocalDate.of(2026, 4, 1), "09:00");

        JsonNode shown = ok(field.get("/visit-plans/" + plan, field.agency));

        assertThat(shown.path("items").findValuesAsText("state"))
                .containsExactly("MISSED", "PLANNED", "PLANNED", "PLANNED");
        assertThat(shown.at("/quarters/0/met").asBoolean()).isFalse();
    }

    // Recipients

    @Test
    void w25_whoReceivesTheReportsIsShown_withWhatWasEntered() {
        assertThat(ok(field.get("/bodies/" + field.ministry + "/worktime-recipient", field.hr)))
                .isEqualTo(json("{'body':'%s','recipient':'agency'}".formatted(field.ministry)));
        String unnamed = "unnamed-" + field.ministry;
        field.body(unnamed, StateBody.Category.OTHER);
        Caller ownHr = new Caller("h5", Set.of(Role.HR), Optional.of(unnamed));
        String path = "/bodies/" + unnamed + "/worktime-recipient";
        assertThat(ok(field.get(path, ownHr))).isEqualTo(json("{'body':'%s'}".formatted(unnamed)));
        JsonNode entered =
                ok(
                        field.put(
                                path,
                                field.agency,
                                json(
                                        "{'authority':'%s','basis':'letter 5'}"
                                                .formatted(Field.TERRITORY))));

        for (Caller reader :
                List.of(ownHr, field.agency, field.monitor, field.territorialMonitor)) {
            JsonNode shown = ok(field.get(path, reader));
            assertThat(shown.path("recipient").asText()).isEqualTo(Field.TERRITORY);
            assertThat(shown.path("entered")).isEqualTo(entered);
            assertThat(shown.has("overruled")).isFalse();
        }
        assertThat(field.get(path, field.otherTerritorial).status()).isEqualTo(404);
        assertThat(field.get(path, field.otherHr).status()).isEqualTo(403);
        assertThat(field.get(path, field.digital).status()).isEqualTo(403);
        assertThat(field.get("/bodies/nobody/worktime-recipient", field.agency).status())
                .isEqualTo(404);
    }

    @Test
    void w25_aRecipientIsEnteredByTheAgencyWithABasis() {
        String path = "/bodies/" + field.ministry + "/worktime-recipient";
        ObjectNode entry = json("{'authority':'agency','basis':'letter 5'}");

        JsonNode entered = ok(field.put(path, field.agency, entry));
        assertThat(entered.path("version").asInt()).isEqualTo(1);
        assertThat(ok(field.put(path, field.agency, entry))).isEqualTo(entered);
        ObjectNode other = json("{'authority':'astana','basis':'letter 6'}");
        Answer unseen = field.put(path, field.agency, other);
        assertThat(unseen.text("code")).isEqualTo("CHANGED");
        assertThat(unseen.body().path("current")).isEqualTo(entered);
        assertThat(
                        ok(field.put(path, field.agency, other.put("version", 1)))
                                .path("authority")
                                .asText())
                .isEqualTo("astana");
        JsonNode shown = ok(field.get(path, field.agency));
        assertThat(shown.path("recipient").asText()).as("named by ¶8 itself").isEqualTo("agency");
        assertThat(shown.path("overruled").asBoolean()).isTrue();
        assertThat(field.put(path, field.territorial, entry).status()).isEqualTo(403);
        assertThat(field.put("/bodies/nobody/worktime-recipient", field.agency, entry).status())
                .isEqualTo(404);
    }
}
