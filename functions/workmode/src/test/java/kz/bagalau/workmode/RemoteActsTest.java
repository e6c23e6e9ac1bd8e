package kz.bagalau.workmode;

import static kz.bagalau.workmode.Bureau.created;
import static kz.bagalau.workmode.Bureau.json;
import static kz.bagalau.workmode.Bureau.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteActsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Bureau bureau = new Bureau(SANDBOX);

    @Test
    void w61_anActByAgreementOfTwelveEmployees() {
        String[] people = new String[12];
        for (int i = 0; i < people.length; i++) {
            people[i] = "e" + (i + 1);
        }

        Answer set = bureau.post("/remote-acts", bureau.head, bureau.remote(people));

        created(set);
        assertThat(set.body().path("employees")).hasSize(12);
        assertThat(bureau.arrangement("e12").remote()).hasSize(1);
        // §6: the act lies after 2026-07-10
        assertThat(set.body().at("/warnings/0/code").asText()).isEqualTo("TEXT_NOT_LOADED");
        assertThat(
                        ok(bureau.get("/remote-acts/" + set.text("id"), bureau.hr))
                                .body()
                                .path("warnings"))
                .allSatisfy(warning ->
                        assertThat(warning.path("text").properties())
                                .hasSize(3)
                                .allSatisfy(text ->
                                        assertThat(text.getValue().asText())
                                                .isNotBlank()
                                                .doesNotContain("%s")));
    }

    @Test
    void w20_byAgreementForFourteenMonths_theAgreementIsNeeded() {
        ObjectNode act = bureau.remote("e1").put("to", "2028-01-31");
        ObjectNode without = act.deepCopy();
        ((ObjectNode) without.at("/employees/0")).remove("agreement");

        Answer refused = bureau.post("/remote-acts", bureau.head, without);

        assertThat(refused.codes()).containsExactly("AGREEMENT_MISSING");
        assertThat(refused.pointers()).containsExactly("/employees/0/agreement");
        created(bureau.post("/remote-acts", bureau.head, act));
    }

    @Test
    void v1_everythingThatIsMissingIsNamedAtOnce() {
        Answer refused =
                bureau.post(
                        "/remote-acts",
                        bureau.head,
                        json(
                                "{'kind':'REMOTE','basis':'EXCEPTIONAL','number':'1',"
                                        + "'signedOn':'2026-11-30','place':' '}"));

        assertThat(refused.codes())
                .containsExactlyInAnyOrder(
                        "GROUND_MISSING",
                        "EMPLOYEES_MISSING",
                        "PLACE_MISSING",
                        "FROM_MISSING",
                        "TO_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, ''", // that day is within
        "2026-03-01, 2026-04-15, 2026-03-01, 2026-03-31, BEYOND_CAUSE", // W19
        "2026-02-28, 2026-03-31, 2026-03-01, 2026-03-31, BEFORE_CAUSE",
        "2026-03-01, 2027-04-15, 2026-03-01, '', ''" // nothing is known yet
    })
    void w19_v3_theTermOfAnExceptionalCase(
            String from, String to, String cause, String removed, String code) {
        ObjectNode act = exceptional(from, to, cause);
        if (!removed.isEmpty()) {
            ((ObjectNode) act.path("cause")).put("removedOn", removed);
        }

        Answer answer = bureau.post("/remote-acts", bureau.head, act);

        if (code.isEmpty()) {
            // W56: nobody has agreed
            created(answer);
        } else {
            assertThat(answer.codes()).containsExactly(code);
        }
    }

    @Test
    void p5_theRegimeEndsOnTheDayOfTheRemoval() {
        String act =
                created(
                        bureau.post(
                                "/remote-acts",
                                bureau.head,
                                exceptional("2026-11-02", "2027-04-15", "2026-11-01")));

        assertThat(remove(act, "2026-10-31", 1).codes()).containsExactly("BEFORE_CAUSE");
        Answer removed = ok(remove(act, "2026-12-20", 1));

        assertThat(removed.body().at("/employees/0/state").asText()).isEqualTo("CAUSE_REMOVED");
        assertThat(removed.body().at("/employees/0/to").asText()).isEqualTo("2026-12-20");
        assertThat(removed.body().at("/cause/removedOn").asText()).isEqualTo("2026-12-20");
        assertThat(bureau.arrangement("e1").remote().getFirst().term().term().lastDay())
                .isEqualTo("2026-12-20");
        assertThat(remove(act, "2026-12-20", 1).status()).isEqualTo(200);
        assertThat(remove(act, "2026-12-21", 2).text("code")).isEqualTo("WRONG_STATE");
        assertThat(remove(bureau.remoteAct("e2"), "2026-12-20", 1).codes())
                .containsExactly("CAUSE_MISSING");
    }

    @Test
    void v12_twoRemoteActsDoNotOverlap_aFlexibleOneStandsBeside() {
        bureau.remoteAct("e1");

        Answer refused =
                bureau.post(
                        "/remote-acts",
                        bureau.head,
                        bureau.remote("e2", "e1")
                                .put("from", "2026-12-31")
                                .put("to", "2027-01-31"));
        assertThat(refused.text("code")).isEqualTo("OVERLAPS");
        assertThat(refused.pointers()).containsExactly("/employees/1");
        assertThat(bureau.arrangement("e2").remote()).isEmpty();
        // W49: flexible time for a remote employee
        bureau.flexibleAct("e1");
    }

    @Test
    void combinedWorkNamesItsRemoteDaysWithinTheTerm() {
        ObjectNode act = bureau.remote("e1").put("kind", "COMBINED");
        act.putArray("remoteDays").add("MONDAY").add("2027-01-01").add("someday");
        assertThat(bureau.post("/remote-acts", bureau.head, act).codes())
                .containsExactly("NOT_ALLOWED");
        act.putArray("remoteDays").add("MONDAY").add("2027-01-01");
        assertThat(bureau.post("/remote-acts", bureau.head, act).codes())
                .containsExactly("REMOTE_DAYS_OUTSIDE");
        act.putArray("remoteDays").add("MONDAY").add("2026-12-08");
        assertThat(
                        bureau.post(
                                        "/remote-acts",
                                        bureau.head,
                                        act.deepCopy().put("kind", "REMOTE"))
                                .codes())
                .containsExactly("REMOTE_DAYS_NOT_COMBINED");

        created(bureau.post("/remote-acts", bureau.head, act));

        assertThat(places("e1", "2026-12-07", "2026-12-09"))
                .containsExactly("REMOTE", "REMOTE", "SITE");
    }

    @Test
    void p8_theEquipmentIsRecordedByThePersonnelService() {
        String act = bureau.remoteAct("e1");
        ObjectNode equipment = json("{'items':['laptop','token'],'version':1}");
        assertThat(bureau.get("/remote-acts/" + act, bureau.hr).body().path("warnings").toString())
                .contains("EQUIPMENT_MISSING");

        Answer first =
                ok(bureau.put("/remote-acts/" + act + "/equipment/e1", bureau.hr, equipment));

        assertThat(first.body().at("/employees/0/equipment/items/0").asText()).isEqualTo("laptop");
        assertThat(bureau.get("/remote-acts/" + act, bureau.hr).body().path("warnings").toString())
                .doesNotContain("EQUIPMENT_MISSING");
        assertThat(first.body().at("/employees/0/equipment/costBearer").asText())
                .isEqualTo("EMPLOYER");
        assertThat(
                        bureau.put("/remote-acts/" + act + "/equipment/e1", bureau.hr, equipment)
                                .body()
                                .path("version")
                                .asInt())
                .isEqualTo(2);
        assertThat(
                        bureau.put("/remote-acts/" + act + "/equipment/e2", bureau.hr, equipment)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void v5_aRecallForUrgentWorkNeedsANoticeBeforeTheWorkingTime() {
        String act = bureau.remoteAct("e1");
        ObjectNode recall = bureau.recall(act, "e1");

        ObjectNode without = recall.deepCopy();
        without.remove("noticeSentAt");
        assertThat(bureau.post("/recalls", bureau.head, without).codes())
                .containsExactly("NOTICE_REQUIRED");
        assertThat(
                        bureau.post(
                                        "/recalls",
                                        bureau.head,
                                        recall.deepCopy()
                                                .put("from", "2026-11-30")
                                                .put("noticeSentAt", "2026-11-30T04:00:00Z"))
                                .codes())
                .containsExactlyInAnyOrder("NOTICE_TOO_LATE");
        assertThat(
                        bureau.post("/recalls", bureau.head, recall.deepCopy().put("reason", " "))
                                .codes())
                .containsExactly("REASON_MISSING");

        Answer notified = bureau.post("/recalls", bureau.head, recall);
        created(notified);
        assertThat(notified.text("state")).isEqualTo("NOTIFIED");
        assertThat(places("e1", "2026-12-09", "2026-12-11"))
                .containsExactly("REMOTE", "SITE", "SITE");
    }

    @Test
    void w23_aRecallForSecretDocumentsNeedsNone() {
        String act = bureau.remoteAct("e1");
        ObjectNode recall = bureau.recall(act, "e1").put("kind", "SECRET");
        recall.remove("noticeSentAt");

        Answer recalled = bureau.post("/recalls", bureau.head, recall);

        created(recalled);
        assertThat(recalled.text("state")).isEqualTo("AT_OFFICE");
    }

    @Test
    void aRecallEndsOnTheDayOnWhichRemoteWorkGoesOn_andCannotBeWithdrawnOnceBegun() {
        String act = bureau.remoteAct("e1");
        String recall = created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));
        assertThat(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")).text("code"))
                .isEqualTo("OVERLAPS");
        bureau.now = Instant.parse("2026-12-09T19:00:00Z"); // 10 December in Almaty
        Answer late = withdraw(recall, 1);
        assertThat(late.text("code")).isEqualTo("WRONG_STATE");
        assertThat(late.text("state")).isEqualTo("AT_OFFICE");

        for (String day : List.of("2026-12-09", "1966-12-14")) {
            assertThat(giveBack(recall, day, 1).codes()).as(day).containsExactly("TO_BEFORE_FROM");
        }
        Answer returned = ok(giveBack(recall, "2026-12-14", 1));

        assertThat(returned.text("state")).isEqualTo("RETURNED");
        assertThat(places("e1", "2026-12-11", "2026-12-14"))
                .containsExactly("SITE", "OFF", "OFF", "REMOTE");
        created(
                bureau.post(
                        "/recalls",
                        bureau.head,
                        bureau.recall(act, "e1").put("from", "2026-12-14")));
    }

    @Test
    void p12_aRecallLastsUntilTheReturn_soItMayNotBeginBeforeAnother() {
        String act = bureau.remoteAct("e1");
        String first = created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));
        ObjectNode before = bureau.recall(act, "e1").put("from", "2026-12-03");

        Answer refused = bureau.post("/recalls", bureau.head, before);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("OVERLAPS");
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/from");
        assertThat(bureau.arrangement("e1").recalls()).hasSize(1);
        assertThat(places("e1", "2026-12-03", "2026-12-03")).containsExactly("REMOTE");

        ok(withdraw(first, 1));
        created(bureau.post("/recalls", bureau.head, before));
    }

    @Test
    void p12_ofTwoRecallsAtOnceThatBeginOnDifferentDaysOneIsEntered() throws Exception {
        String act = bureau.remoteAct("e1");
        List<Callable<Answer>> both =
                Stream.of("2026-12-03", "2026-12-10")
                        .<Callable<Answer>>map(from ->
                                () ->
                                        bureau.post(
                                                "/recalls",
                                                bureau.head,
                                                bureau.recall(act, "e1").put("from", from)))
                        .toList();
        try (var pool = Executors.newFixedThreadPool(2)) {
            assertThat(pool.invokeAll(both).stream().map(Future::resultNow).map(Answer::status))
                    .containsExactlyInAnyOrder(201, 409);
        }
        assertThat(bureau.arrangement("e1").recalls()).hasSize(1);
    }

    @Test
    void aRecallEndsWithItsAct_andRecallsNobodyFromALaterOne() {
        String act =
                created(
                        bureau.post(
                                "/remote-acts",
                                bureau.head,
                                bureau.remote("e1").put("to", "2026-12-11")));
        String recall = created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));
        created(
                bureau.post(
                        "/remote-acts",
                        bureau.head,
                        bureau.remote("e1").put("from", "2026-12-14").put("number", "15")));

        assertThat(places("e1", "2026-12-09", "2026-12-14"))
                .containsExactly("REMOTE", "SITE", "SITE", "OFF", "OFF", "REMOTE");
        assertThat(recalls(bureau.hr, "body", bureau.body, "on", "2026-12-11"))
                .containsExactly(recall);
        assertThat(recalls(bureau.hr, "body", bureau.body, "on", "2026-12-14")).isEmpty();
    }

    @Test
    void aRecallFromAnAnnulledActRecallsNobody() {
        String act = bureau.remoteAct("e1");
        created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));
        ok(
                bureau.post(
                        "/remote-acts/" + act + "/annul",
                        bureau.head,
                        json("{'reason':'by mistake','document':'d','version':1}")));
        created(bureau.post("/remote-acts", bureau.head, bureau.remote("e1").put("number", "15")));

        assertThat(places("e1", "2026-12-10", "2026-12-10")).containsExactly("REMOTE");
    }

    @Test
    void aRecallIsWithdrawnBeforeItsFirstDay() {
        String act = bureau.remoteAct("e1");
        String recall = created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));

        assertThat(ok(withdraw(recall, 1)).text("state")).isEqualTo("WITHDRAWN");
        assertThat(bureau.arrangement("e1").recalls()).isEmpty();
        assertThat(places("e1", "2026-12-10", "2026-12-10")).containsExactly("REMOTE");
    }

    @Test
    void aRecallIsFromAnActOfTheEmployeeThatHolds() {
        String act = bureau.remoteAct("e1");

        assertThat(bureau.post("/recalls", bureau.head, bureau.recall(act, "e2")).codes())
                .containsExactly("NOT_IN_ACT");
        assertThat(
                        bureau.post(
                                        "/recalls",
                                        bureau.head,
                                        bureau.recall(act, "e1").put("from", "2027-01-01"))
                                .text("code"))
                .isEqualTo("NOT_IN_FORCE");
    }

    @Test
    void ofTwoRecallsAtOnceOneIsEntered() throws Exception {
        String act = bureau.remoteAct("e1");
        List<Callable<Answer>> both =
                List.of(
                        () -> bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")),
                        () ->
                                bureau.post(
                                        "/recalls",
                                        bureau.head,
                                        bureau.recall(act, "e1").put("reason", "another")));
        try (var pool = Executors.newFixedThreadPool(2)) {
            assertThat(pool.invokeAll(both).stream().map(Future::resultNow).map(Answer::status))
                    .containsExactlyInAnyOrder(201, 409);
        }
        assertThat(bureau.arrangement("e1").recalls()).hasSize(1);
    }

    @Test
    void confidentiality_ofRemoteActsAndRecalls() {
        String act = bureau.remoteAct("e1", "e2");
        String recall = created(bureau.post("/recalls", bureau.head, bureau.recall(act, "e1")));
        JsonNode own = ok(bureau.get("/remote-acts/" + act, bureau.employee)).body();
        assertThat(own.toString()).doesNotContain("\"e2\"", "of e2");
        assertThat(recalls(bureau.employee)).containsExactly(recall);
        assertThat(recalls(bureau.colleague)).isEmpty();
        assertThat(recalls(bureau.hr, "body", bureau.body)).containsExactly(recall);
        // ¶10: the head of the unit controls the employee
        assertThat(recalls(bureau.unitHead, "body", bureau.body)).containsExactly(recall);
        assertThat(recalls(bureau.colleague, "body", bureau.body)).isEmpty();
        assertThat(bureau.get("/recalls", bureau.otherHr, "body", bureau.body).status())
                .isEqualTo(403);
        for (Caller stranger :
                List.of(
                        bureau.caller("e3", Role.EMPLOYEE),
                        bureau.unitHead,
                        bureau.otherHead,
                        bureau.otherEmployee,
                        bureau.service,
                        bureau.agency)) {
            assertThat(bureau.get("/remote-acts/" + act, stranger).status())
                    .as(stranger.subject())
                    .isEqualTo(404);
        }
        assertThat(
                        bureau.put(
                                        "/recalls/" + recall + "/return",
                                        bureau.otherHead,
                                        json("{'on':'2026-12-14','version':1}"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anActOnPaper() {
        String act =
                created(
                        bureau.post(
                                "/remote-acts",
                                bureau.head,
                                exceptional("2026-11-02", "2027-04-15", "2026-11-01")));
        byte[] paper =
                bureau.call("GET", "/remote-acts/" + act + ".pdf", bureau.employee)
                        .query("lang", "kk")
                        .bytes();
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private ObjectNode exceptional(String from, String to, String cause) {
        ObjectNode act =
                bureau.remote("e1").put("basis", "EXCEPTIONAL").put("from", from).put("to", to);
        ((ObjectNode) act.at("/employees/0")).remove("agreement");
        act.putObject("cause")
                .put("kind", "RESTRICTION")
                .put("decision", "decree 5")
                .put("from", cause);
        return act;
    }

    private Answer remove(String act, String on, int version) {
        return bureau.put(
                "/remote-acts/" + act + "/cause-removed",
                bureau.head,
                json("{'on':'%s','document':'decision 4','version':%d}".formatted(on, version)));
    }

    private Answer withdraw(String recall, int version) {
        return bureau.post(
                "/recalls/" + recall + "/withdraw",
                bureau.head,
                json("{'version':" + version + "}"));
    }

    private Answer giveBack(String recall, String on, int version) {
        return bureau.put(
                "/recalls/" + recall + "/return",
                bureau.head,
                json("{'on':'%s','version':%d}".formatted(on, version)));
    }

    private List<String> recalls(Caller by, String... query) {
        return ok(bureau.get("/recalls", by, query))
                .body()
                .path("recalls")
                .valueStream()
                .map(recall -> recall.path("id").asText())
                .toList();
    }

    private List<String> places(String person, String from, String to) {
        return ok(bureau.get(
                        "/bodies/{own}/employees/" + person + "/schedule",
                        bureau.hr,
                        "from",
                        from,
                        "to",
                        to))
                .body()
                .path("days")
                .valueStream()
                .map(day -> day.path("place").asText())
                .toList();
    }
}
