package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.made;
import static kz.bagalau.worktime.Field.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.bagalau.cases.Paging;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.sandbox.HttpAnswer;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.desk.Desk;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Field field = new Field(SANDBOX);

    // Registration

    /// What the body could read of it would announce the visit.
    @Test
    void nothingOfAVisitBelongsToTheBody_neitherItsTaskNorItsTrail() {
        String visit = field.registered();

        assertThat(field.document(Desk.VISIT, visit).body()).isEqualTo("authority:agency");
        assertThat(
                        field.cases()
                                .tasksOf(field.ministry, Optional.empty(), Paging.first(10))
                                .orElseThrow()
                                .items())
                .isEmpty();
        assertThat(
                        field.cases()
                                .listed(Desk.VISIT, field.ministry, Paging.first(10))
                                .orElseThrow()
                                .items())
                .isEmpty();
    }

    @Test
    void p11_thirdUnscheduledVisitOfABodyAndYear_isRefusedNamingBoth() {
        String first = field.registered();
        String second = field.registered();

        Answer third =
                field.post("/visits", field.agency, field.unscheduled(field.ministry, Field.TODAY));

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.text("code")).isEqualTo("UNSCHEDULED_LIMIT");
        assertThat(third.body().path("visits").findValuesAsText("id"))
                .containsExactly(first, second);
        assertThat(third.text("detail")).contains(first, second);
    }

    @Test
    void w07_anotherYearHasNumbersOfItsOwn_andACancelledVisitGivesItsNumberBack() {
        String first = field.registered();
        Answer second =
                field.post(
                        "/visits", field.monitor, field.unscheduled(field.ministry, Field.TODAY));
        assertThat(second.body().path("number").asInt()).isEqualTo(2);
        assertThat(second.body().path("unscheduledLeft").asInt()).isEqualTo(0);
        LocalDate nextYear = LocalDate.of(2027, 1, 11);
        assertThat(
                        field.post(
                                        "/visits",
                                        field.monitor,
                                        field.unscheduled(field.ministry, nextYear))
                                .status())
                .isEqualTo(201);

        JsonNode cancelled =
                ok(field.post("/visits/" + first + "/cancel", field.agency, reason(first)));
        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        Answer third =
                field.post(
                        "/visits", field.monitor, field.unscheduled(field.ministry, Field.TODAY));
        assertThat(third.body().path("number").asInt()).isEqualTo(1);
    }

    private ObjectNode reason(String visit) {
        return field.at(Desk.VISIT, visit).put("reason", "ill");
    }

    @Test
    void ofThreeRegistrationsAtOnce_twoGetANumber() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Callable<Answer>> all =
                    IntStream.range(0, 3)
                            .<Callable<Answer>>mapToObj(_ ->
                                    () ->
                                            field.post(
                                                    "/visits",
                                                    field.monitor,
                                                    field.unscheduled(field.ministry, Field.TODAY)))
                            .toList();
            List<Integer> statuses =
                    pool.invokeAll(all).stream()
                            .map(future -> future.resultNow().status())
                            .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409);
        }
        assertThat(
                        ok(field.call("GET", "/visits", field.agency)
                                        .query("body", field.ministry)
                                        .send())
                                .path("visits")
                                .findValuesAsText("number"))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void whoIsOvertakenAtTheLastNumber_atAnyMoment_isRefused() {
        for (int request = 1; request <= 8; request++) {
            Field own = new Field(SANDBOX);
            own.registered();

            Answer answer =
                    own.call("POST", "/visits", own.monitor)
                            .body(own.unscheduled(own.ministry, Field.TODAY))
                            .sendWhile(request, once(own));

            assertThat(answer.status()).as("%d: %s", request, answer.body()).isEqualTo(409);
        }
    }

    private static Runnable once(Field own) {
        boolean[] done = {false};
        return () -> {
            if (!done[0]) {
                done[0] = true;
                Field.made(
                        own.call("POST", "/visits", own.secondMonitor)
                                .body(own.unscheduled(own.ministry, Field.TODAY))
                                .send());
            }
        };
    }

    @Test
    void aPlannedVisitNeedsItsItem_itsBodyAndItsQuarter() {
        String plan = field.approved(field.agency, field.ministry);
        ObjectNode visit = field.planned(plan + ".1", field.ministry, Field.TODAY);

        assertThat(codes(visit.deepCopy().put("item", plan + ".9")))
                .containsExactly("UNKNOWN_ITEM");
        assertThat(codes(visit.deepCopy().put("item", "nowhere"))).containsExactly("UNKNOWN_ITEM");
        assertThat(codes(visit.deepCopy().put("body", field.akimat).put("date", "2026-04-01")))
                .containsExactly("ITEM_OF_ANOTHER_BODY", "OUTSIDE_QUARTER");
        Answer registered = field.post("/visits", field.monitor, visit);
        assertThat(made(registered)).isNotBlank();
        assertThat(registered.body().at("/warnings/0/text").properties())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text.getValue().asText()).isNotBlank());
        assertThat(registered.body().path("warnings").findValuesAsText("code"))
                .containsExactly("NOT_SENT_IN_ADVANCE");
        assertThat(codes(visit)).containsExactly("ITEM_TAKEN");
    }

    private List<String> codes(ObjectNode visit) {
        return field.post("/visits", field.monitor, visit).codes();
    }

    @Test
    void w53_aPlanSentBeforeTheVisit_isInAdvance() {
        field.now = Field.at(Field.TODAY.minusDays(1), "12:00");
        String plan = field.sent(field.agency, field.ministry);

        Answer visit =
                field.post(
                        "/visits",
                        field.monitor,
                        field.planned(plan + ".1", field.ministry, Field.TODAY));

        assertThat(visit.body().path("warnings")).isEmpty();
    }

    @Test
    void aPlannedVisitThatIsDone_makesItsItemDoneAndItsQuarterMet() {
        String plan = field.approved(field.agency, field.ministry);
        String visit =
                made(
                        field.post(
                                "/visits",
                                field.monitor,
                                field.planned(plan + ".1", field.ministry, Field.TODAY)));
        ok(field.post("/visits/" + visit + "/start", field.monitor, field.started(visit)));
        ok(field.post("/visits/" + visit + "/finish", field.monitor, field.finished(visit)));

        JsonNode shown = ok(field.get("/visit-plans/" + plan, field.agency));

        assertThat(shown.at("/items/0/state").asText()).isEqualTo("DONE");
        assertThat(shown.at("/quarters/0/met").asBoolean()).isTrue();
        assertThat(shown.at("/quarters/0/held").asInt()).isEqualTo(1);
    }

    @Test
    void aCancelledVisitLeavesItsItemPlanned_andOneTakenFromThePlanCannotStart() {
        String plan = field.approved(field.agency, field.ministry);
        ObjectNode planned = field.planned(plan + ".1", field.ministry, Field.TODAY);
        String first = made(field.post("/visits", field.monitor, planned));
        ok(field.post("/visits/" + first + "/cancel", field.monitor, reason(first)));
        String second = made(field.post("/visits", field.monitor, planned));
        ObjectNode amended = field.plan(field.akimat, 1).put("act", "№ 6");
        amended.withArray("/items")
                .addAll((ArrayNode) field.plan(field.ministry, 2, 3, 4).get("items"));
        amended.set("version", field.at(Desk.PLAN, plan).get("version"));
        ok(field.put("/visit-plans/" + plan, field.agency, amended));

        Answer gone =
                field.post("/visits/" + second + "/start", field.monitor, field.started(second));

        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text("code")).isEqualTo("ITEM_GONE");
        ok(field.post("/visits/" + second + "/cancel", field.monitor, reason(second)));
    }

    // Course

    @Test
    void anOfficialWhomNobodyCanBe_isRefusedByName() {
        ObjectNode visit =
                Field.withOfficials(field.unscheduled(field.ministry, Field.TODAY), "m1", "m#2");

        Answer refused = field.post("/visits", field.monitor, visit);

        assertThat(refused.codes()).containsExactly("BAD_FORMAT");
        assertThat(refused.pointers()).containsExactly("/officials/1/sub");
    }

    @Test
    void aVisitChangesBeforeItStarts_withinItsYear() {
        String visit = field.registered();
        ObjectNode change =
                Field.withOfficials(field.at(Desk.VISIT, visit).put("date", "2026-03-02"), "m3");

        JsonNode changed = ok(field.put("/visits/" + visit, field.monitor, change));
        assertThat(changed.path("date").asText()).isEqualTo("2026-03-02");
        assertThat(changed.path("officials").findValuesAsText("sub")).containsExactly("m3");
        ObjectNode otherYear =
                Field.withOfficials(field.at(Desk.VISIT, visit).put("date", "2027-03-02"), "m3");
        assertThat(field.put("/visits/" + visit, field.monitor, otherYear).codes())
                .containsExactly("ANOTHER_YEAR");
        assertThat(
                        field.post(
                                        "/visits/" + visit + "/start",
                                        field.monitor,
                                        field.started(visit))
                                .status())
                .as("no longer an official")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "at, 2026-02-10T22:00:00+05:00, /at, IN_FUTURE",
        "at, 2026-02-09T19:00:00+05:00, /at, ANOTHER_DAY",
        "at, soon, /at, BAD_FORMAT",
        "cardsShown, , /cardsShown, CARD_NOT_SHOWN"
    })
    void w14_aVisitDoesNotStartWithoutCards_norOnAnotherDay(
            String name, String value, String pointer, String code) {
        String visit = field.registered();
        ObjectNode start = field.started(visit);
        if (name.equals("at")) {
            start.put("at", value);
        } else {
            start.put("cardsShown", false);
        }

        Answer refused = field.post("/visits/" + visit + "/start", field.monitor, start);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly(pointer);
        assertThat(refused.codes()).containsExactly(code);
    }

    @Test
    void p13_aVisitWithoutExplanationsEvidenceAndActsIsComplete() {
        String visit = field.visitIn("DONE");

        assertThat(field.document(Desk.VISIT, visit).state()).isEqualTo("DONE");
        assertThat(
                        field.post("/visits/" + visit + "/cancel", field.agency, reason(visit))
                                .text("state"))
                .isEqualTo("DONE");
    }

    @Test
    void w16_anExplanationThatWasNotGivenStaysAsDemanded_andIsSuppliedLater() {
        String visit = field.visitIn("IN_PROGRESS");
        String id =
                made(
                        field.post(
                                "/visits/" + visit + "/explanations",
                                field.monitor,
                                field.explanation()));
        assertThat(
                        ok(field.get("/visits/" + visit, field.agency))
                                .at("/explanations/0/state")
                                .asText())
                .isEqualTo("NONE");
        ok(field.post("/visits/" + visit + "/finish", field.monitor, field.finished(visit)));
        ObjectNode given =
                field.explanation()
                        .put("text", "a report was due")
                        .put("receivedAt", Field.at(Field.TODAY, "20:50").toString());
        given.setAll(field.at(Desk.VISIT, visit));

        JsonNode shown =
                ok(
                        field.put(
                                "/visits/" + visit + "/explanations/" + id,
                                field.secondMonitor,
                                given));

        assertThat(shown.at("/explanations/0/state").asText()).isEqualTo("RECEIVED");
        assertThat(
                        field.post(
                                        "/visits/" + visit + "/explanations",
                                        field.monitor,
                                        field.explanation())
                                .text("state"))
                .isEqualTo("DONE");
        given.put("receivedAt", Field.at(Field.TODAY, "19:00").toString());
        assertThat(
                        field.put("/visits/" + visit + "/explanations/" + id, field.monitor, given)
                                .codes())
                .containsExactly("TOO_EARLY");
        assertThat(field.put("/visits/" + visit + "/explanations/9", field.monitor, given).status())
                .isEqualTo(404);
    }

    // Evidence

    @Test
    void evidenceIsSentOnce_exactlyAsPermitted_andReadByTheAuthority() {
        String visit = field.visitIn("IN_PROGRESS");
        Answer asked =
                field.post("/visits/" + visit + "/evidence", field.monitor, field.evidence());
        String id = made(asked);
        JsonNode permit = asked.body().path("upload");
        String path = "/visits/" + visit + "/evidence/" + id;

        assertThat(field.get(path, field.agency).status()).isEqualTo(404);
        byte[] other = Field.PHOTO.clone();
        other[2] ^= 1;
        assertThat(Field.send(permit, other)).isBetween(400, 403);
        assertThat(Field.send(permit, Field.PHOTO)).isEqualTo(200);
        assertThat(Field.send(permit, Field.PHOTO)).isEqualTo(412);

        HttpAnswer read = field.call("GET", path, field.agency).raw();
        assertThat(read.status()).isEqualTo(303);
        assertThat(Field.fetch(read.headers().getOrDefault("location", ""))).isEqualTo(Field.PHOTO);
        JsonNode shown = ok(field.get("/visits/" + visit, field.agency));
        assertThat(shown.at("/evidence/0/receivedAt").asText()).isNotBlank();
        assertThat(shown.at("/evidence/0/device").asText()).isEqualTo("camera 7");
        assertThat(field.readings(Desk.VISIT, visit)).containsExactly("a1", "a1");
    }

    @Test
    void aVisitIsNotFinishedWhileAFileIsAwaited_untilItComesOrIsDropped() {
        String visit = field.visitIn("IN_PROGRESS");
        Answer first =
                field.post("/visits/" + visit + "/evidence", field.monitor, field.evidence());
        String second =
                made(
                        field.post(
                                "/visits/" + visit + "/evidence",
                                field.secondMonitor,
                                field.evidence()));
        Field.send(first.body().path("upload"), Field.PHOTO);

        Answer open =
                field.post("/visits/" + visit + "/finish", field.monitor, field.finished(visit));
        assertThat(open.text("code")).isEqualTo("UPLOAD_OPEN");
        assertThat(open.body().path("evidence")).hasSize(1);
        assertThat(open.body().at("/evidence/0").asText()).isEqualTo(second);
        String path = "/visits/" + visit + "/evidence/";
        assertThat(
                        field.call("DELETE", path + first.text("id"), field.monitor)
                                .send()
                                .text("state"))
                .as("a file that came stays")
                .isEqualTo("RECEIVED");
        JsonNode dropped = ok(field.call("DELETE", path + second, field.monitor).send());
        assertThat(ok(field.call("DELETE", path + second, field.monitor).send()))
                .isEqualTo(dropped);
        assertThat(field.get(path + second, field.agency).status()).isEqualTo(404);
        ok(field.post("/visits/" + visit + "/finish", field.monitor, field.finished(visit)));
    }

    @ParameterizedTest
    @CsvSource({
        "fileName, page.html, /fileName, NOT_ALLOWED",
        "fileName, film.mp4, /fileName, NOT_ALLOWED",
        "sha256, short, /sha256, BAD_FORMAT",
        "kind, RUMOUR, /kind, NOT_ALLOWED"
    })
    void whatIsNoEvidenceIsRefused(String name, String value, String pointer, String code) {
        String visit = field.visitIn("IN_PROGRESS");

        Answer refused =
                field.post(
                        "/visits/" + visit + "/evidence",
                        field.monitor,
                        field.evidence().put(name, value));

        assertThat(refused.pointers()).contains(pointer);
        assertThat(refused.codes()).contains(code);
    }

    @Test
    void underOneKeyThereIsOneFile_withAnAddressThatIsValidAgain() {
        String visit = field.visitIn("IN_PROGRESS");
        String path = "/visits/" + visit + "/evidence";

        Answer first =
                field.call("POST", path, field.monitor)
                        .header("idempotency-key", "k" + visit)
                        .body(field.evidence())
                        .send();
        Answer again =
                field.call("POST", path, field.monitor)
                        .header("idempotency-key", "k" + visit)
                        .body(field.evidence())
                        .send();

        assertThat(again.text("id")).isEqualTo(made(first));
        assertThat(ok(field.get("/visits/" + visit, field.agency)).path("evidence")).hasSize(1);
    }

    /// Parts stand beside those of others: whoever names the version that they saw is not refused.
    @Test
    void aPartMayNameTheVersionThatWasSeen_whateverWasAddedMeanwhile() {
        String path = "/visits/" + field.visitIn("IN_PROGRESS");

        for (int time = 0; time < 2; time++) {
            made(
                    field.post(
                            path + "/explanations",
                            field.monitor,
                            field.explanation().put("version", 2)));
            made(field.post(path + "/evidence", field.monitor, field.evidence().put("version", 2)));
            made(
                    field.post(
                            path + "/acts",
                            field.monitor,
                            field.act("e2", "19:40").put("version", 2)));
        }
        assertThat(
                        field.post(
                                        path + "/evidence",
                                        field.monitor,
                                        field.evidence().put("version", "new"))
                                .pointers())
                .containsExactly("/version");
    }

    // Access

    @Test
    void strangersSeeNothingOfAVisit_andOnlyItsOfficialsActInIt() {
        String visit = field.visitIn("IN_PROGRESS");
        String evidence =
                made(field.post("/visits/" + visit + "/evidence", field.monitor, field.evidence()));
        String path = "/visits/" + visit;

        field.strangers()
                .forEach(stranger -> {
                    assertThat(field.get(path, stranger).status())
                            .as("%s", stranger)
                            .isEqualTo(404);
                    assertThat(field.get(path + "/evidence/" + evidence, stranger).status())
                            .isEqualTo(404);
                    assertThat(field.post(path + "/cancel", stranger, reason(visit)).status())
                            .isEqualTo(404);
                    assertThat(
                                    field.post(
                                                    "/visits",
                                                    stranger,
                                                    field.unscheduled(field.ministry, Field.TODAY))
                                            .status())
                            .isEqualTo(403);
                    assertThat(
                                    field.call("GET", "/visits", stranger)
                                            .query("body", field.ministry)
                                            .send()
                                            .status())
                            .isEqualTo(404);
                });
        for (Caller by : List.of(field.idleMonitor)) {
            assertThat(field.post(path + "/finish", by, field.finished(visit)).status())
                    .isEqualTo(403);
            assertThat(field.post(path + "/explanations", by, field.explanation()).status())
                    .isEqualTo(403);
            assertThat(field.post(path + "/evidence", by, field.evidence()).status())
                    .isEqualTo(403);
            assertThat(field.call("DELETE", path + "/evidence/" + evidence, by).send().status())
                    .isEqualTo(403);
        }
        for (Caller by : List.of(field.hr, field.head, field.employee, field.digital)) {
            assertThat(field.get(path, by).status()).as("%s", by).isEqualTo(403);
        }
    }

    @Test
    void aSubdivisionSeesTheAgencysVisitInItsBody_andDoesNotChangeIt() {
        String visit =
                made(
                        field.post(
                                "/visits",
                                field.monitor,
                                field.unscheduled(field.akimat, Field.TODAY)));

        assertThat(ok(field.get("/visits/" + visit, field.territorial)).path("authority").asText())
                .isEqualTo("agency");
        assertThat(
                        field.post("/visits/" + visit + "/cancel", field.territorial, reason(visit))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void theListNamesNobody() {
        String visit = field.registered();

        JsonNode listed =
                ok(
                        field.call("GET", "/visits", field.monitor)
                                .query("body", field.ministry)
                                .query("year", "2026")
                                .send());

        assertThat(listed.path("visits").findValuesAsText("id")).containsExactly(visit);
        assertThat(listed.toString()).doesNotContain("officials");
        assertThat(
                        ok(field.call("GET", "/visits", field.monitor)
                                        .query("body", field.ministry)
                                        .query("year", "2025")
                                        .send())
                                .path("visits"))
                .isEmpty();
    }
}
