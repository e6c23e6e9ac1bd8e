package kz.bagalau.workmode;

import static kz.bagalau.workmode.Bureau.created;
import static kz.bagalau.workmode.Bureau.json;
import static kz.bagalau.workmode.Bureau.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.workmode.application.Applications;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexibleActsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Bureau bureau = new Bureau(SANDBOX);

    @Test
    void p17_anActNamesApprovedApplications_whichAreThenInAnAct() {
        String application = bureau.approved("e1");
        ObjectNode act = bureau.flexible("2026-12-07", "2027-06-06", Map.of("e1", application));

        Answer set = bureau.post("/flexible-acts", bureau.head, act);

        String id = created(set);
        assertThat(set.body().at("/employees/0/state").asText()).isEqualTo("ACTIVE");
        assertThat(set.body().at("/employees/0/application").asText()).isEqualTo(application);
        Answer named = bureau.get("/flexible-applications/" + application, bureau.employee);
        assertThat(named.text("state")).isEqualTo("IN_ACT");
        assertThat(named.text("act")).isEqualTo(id);
        assertThat(withdraw(application, 4).text("code")).isEqualTo("WRONG_STATE");
        assertThat(bureau.arrangement("e1").flexible()).hasSize(1);
    }

    @Test
    void v1_everythingThatIsMissingIsNamedAtOnce() {
        Answer refused =
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        json(
                                "{'employees':[{'employee':'e1'}],'number':'1','signedOn':'2026-11-30'}"));

        assertThat(refused.status()).isEqualTo(400);
        // W41: a period but no fixed working time
        assertThat(refused.codes())
                .containsExactlyInAnyOrder(
                        "GROUND_MISSING", "WORKING_TIME_MISSING", "FROM_MISSING", "TO_MISSING");
        assertThat(
                        bureau.post(
                                        "/flexible-acts",
                                        bureau.head,
                                        json(
                                                "{'ground':' ','from':'','to':null,'number':'1',"
                                                        + "'signedOn':'2026-12-01'}"))
                                .codes())
                .containsExactlyInAnyOrder(
                        "GROUND_MISSING",
                        "EMPLOYEES_MISSING",
                        "FROM_MISSING",
                        "TO_MISSING",
                        "IN_FUTURE");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-01, 2026-02-28, 2026-03-01", // W31
        "2026-01-15, 2026-07-14, 2026-07-15", // W32, W37
        "2025-08-31, 2026-02-28, 2026-03-01", // W34: no 31 February
        "2025-11-30, 2026-05-29, 2026-05-30" // W35
    })
    void w31_w32_w34_w35_w37_anActLastsSixMonthsAtMost(String from, String last, String over) {
        ObjectNode act = bureau.flexible(from, over, Map.of("e1", "none"));

        Answer refused = bureau.post("/flexible-acts", bureau.head, act);

        assertThat(refused.codes()).containsExactly("OVER_SIX_MONTHS");
        assertThat(refused.body().toString()).contains(last);
        assertThat(bureau.post("/flexible-acts", bureau.head, act.put("to", last)).text("code"))
                .isEqualTo("NO_APPLICATION");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-08, 2027-06-06, 10:00, 201", // a shorter period is covered
        "2026-12-06, 2027-06-05, 10:00, 409", // begins before what was asked for
        "2026-12-07, 2027-06-06, 10:30, 409" // another time
    })
    void v11_anApplicationCoversTimeAndPeriod(String from, String to, String start, int status) {
        ObjectNode act = bureau.flexible(from, to, Map.of("e1", bureau.approved("e1")));
        ((ObjectNode) act.at("/employees/0")).put("start", start);

        Answer answer = bureau.post("/flexible-acts", bureau.head, act);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 409) {
            assertThat(answer.text("code")).isEqualTo("NO_APPLICATION");
        }
    }

    @Test
    void v11_nobodyIsInAnActWithoutAnApplicationOfTheirOwn() {
        ObjectNode act = bureau.flexible("e1");
        act.withArray("employees")
                .addObject()
                .put("employee", "e2")
                .put("start", "10:00")
                .put("end", "19:00");

        Answer refused = bureau.post("/flexible-acts", bureau.head, act);

        assertThat(refused.text("code")).isEqualTo("NO_APPLICATION");
        assertThat(refused.pointers()).containsExactly("/employees/1");
        assertThat(bureau.arrangement("e1").flexible()).isEmpty();
    }

    @Test
    void anApplicationThatNobodyInTheActNeedsIsRefused() {
        ObjectNode act = bureau.flexible("e1");
        act.withArray("applications").add(bureau.approved("e2"));

        Answer refused = bureau.post("/flexible-acts", bureau.head, act);

        assertThat(refused.pointers()).containsExactly("/applications");
        assertThat(refused.codes()).containsExactly("NOT_ALLOWED");
    }

    /// The ordinary state of almost everybody, and no error for a page.
    @Test
    void p14_whoHasNoHoursByRegulations_isShownWithoutAny() {
        Answer none = ok(bureau.get("/bodies/{own}/employees/e1/regulated-hours", bureau.hr));

        assertThat(none.body().toString()).isEqualTo("{\"employee\":\"e1\",\"version\":0}");
    }

    @Test
    void whomTheDirectoryDoesNotKnowIsInNoActAndInNoApplication() {
        ObjectNode act = bureau.flexible("2026-12-07", "2027-06-06", Map.of("nobody", "x"));
        assertThat(bureau.post("/flexible-acts", bureau.head, act).codes())
                .containsExactly("UNKNOWN_PERSON");
        ObjectNode application =
                json(
                        "{'reasons':'x','from':'2026-12-07','to':'2027-01-06','channel':'PAPER',"
                                + "'employee':'nobody','mode':{'start':'10:00','end':'19:00'}}");
        assertThat(bureau.post("/flexible-applications", bureau.hr, application).codes())
                .containsExactly("UNKNOWN_PERSON");
        assertThat(
                        bureau.put(
                                        "/bodies/{own}/employees/nobody/regulated-hours",
                                        bureau.hr,
                                        json("{'basis':'item 12','from':'2026-01-05'}"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void v12_twoActsForOneEmployeeDoNotOverlap_theDayAfterIsAllowed() {
        bureau.flexibleAct("e1");
        String next = bureau.approved("e1", "2027-06-06", "2027-12-05");

        Answer overlapping =
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        bureau.flexible("2027-06-06", "2027-12-05", Map.of("e1", next)));
        assertThat(overlapping.text("code")).isEqualTo("OVERLAPS");
        assertThat(overlapping.body().toString()).contains("12");
        created(
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        bureau.flexible("2027-06-07", "2027-12-05", Map.of("e1", next))));
    }

    @Test
    void aWholeActOfTwelveIsWritten_theThirteenthIsRefusedByName() {
        Map<String, String> applications = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            applications.put("e" + i, bureau.approved("e" + i));
        }

        created(
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        bureau.flexible("2026-12-07", "2027-06-06", applications)));

        applications
                .values()
                .forEach(id ->
                        assertThat(bureau.document(Applications.KIND, id).state())
                                .isEqualTo("IN_ACT"));
        applications.put("e13", "x");
        assertThat(
                        bureau.post(
                                        "/flexible-acts",
                                        bureau.head,
                                        bureau.flexible("2027-06-07", "2027-12-06", applications))
                                .codes())
                .contains("TOO_MANY");
    }

    @Test
    void w38_anExtensionByAgreement_andItsLimits() {
        String act = bureau.flexibleAct("e1");

        Answer without = extend(act, "2027-11-30", " ", 1);
        assertThat(without.codes()).containsExactly("AGREEMENT_MISSING");
        assertThat(extend(act, "2027-12-07", "agreement 1", 1).codes())
                .containsExactly("OVER_SIX_MONTHS");
        assertThat(extend(act, "2027-06-06", "agreement 1", 1).codes())
                .containsExactly("TO_BEFORE_FROM");

        Answer extended = ok(extend(act, "2027-12-06", "agreement 1", 1));
        assertThat(extended.body().at("/employees/0/state").asText()).isEqualTo("EXTENDED");
        assertThat(extended.body().at("/employees/0/to").asText()).isEqualTo("2027-12-06");
        Answer twice = ok(extend(act, "2028-06-06", "agreement 2", 2));
        // W-10: the whole is longer than a year
        assertThat(twice.body().at("/warnings/0/code").asText()).isEqualTo("LONG_EXTENSION");
        assertThat(bureau.arrangement("e1").flexible().getFirst().term().term().lastDay())
                .isEqualTo("2028-06-06");
    }

    @Test
    void anExtensionDoesNotRunIntoAnotherAct() {
        String act = bureau.flexibleAct("e1");
        created(
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        bureau.flexible(
                                "2027-06-10",
                                "2027-12-09",
                                Map.of("e1", bureau.approved("e1", "2027-06-10", "2027-12-09")))));

        assertThat(extend(act, "2027-06-10", "agreement 1", 1).text("code")).isEqualTo("OVERLAPS");
        ok(extend(act, "2027-06-09", "agreement 1", 1));
    }

    @Test
    void p21_aCancellationNeedsTwoConfirmedViolationsWithinTheAct() {
        String act = bureau.flexibleAct("e1");
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");
        String one = bureau.violation(act, "e1", "2026-12-08");

        Answer refused = cancel(act, List.of(one), "2026-12-18", 1);
        assertThat(refused.text("code")).isEqualTo("NOT_SYSTEMATIC");
        assertThat(refused.body().toString()).contains("1 confirmed violations, at least 2");

        String open =
                created(
                        bureau.post(
                                "/flexible-acts/" + act + "/violations",
                                bureau.hr,
                                json(
                                        "{'employee':'e1','date':'2026-12-09','kind':'DISCIPLINE','version':1,"
                                                + "'description':'x'}")));
        assertThat(cancel(act, List.of(one, open), "2026-12-18", 1).codes())
                .containsExactly("NOT_ALLOWED");
        ok(
                bureau.put(
                        "/flexible-acts/" + act + "/violations/" + open,
                        bureau.hr,
                        json("{'state':'CONFIRMED','explanation':'none','version':1}")));
        // W-30: nothing is cancelled backwards
        assertThat(cancel(act, List.of(one, open), "2026-12-14", 1).codes())
                .containsExactly("LAST_DAY_BEFORE_SIGNING");
        Answer cancelled = ok(cancel(act, List.of(one, open), "2026-12-18", 1));
        assertThat(cancelled.body().at("/employees/0/state").asText()).isEqualTo("CANCELLED");
        assertThat(bureau.arrangement("e1").flexible().getFirst().term().term().lastDay())
                .isEqualTo("2026-12-18");
    }

    @Test
    void anActShowsItsViolations_toAnEmployeeTheOwnOnes() {
        Map<String, String> both = Map.of("e1", bureau.approved("e1"), "e2", bureau.approved("e2"));
        String act =
                created(
                        bureau.post(
                                "/flexible-acts",
                                bureau.head,
                                bureau.flexible("2026-12-07", "2027-06-06", both)));
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");
        bureau.violation(act, "e1", "2026-12-08");

        assertThat(bureau.get("/flexible-acts/" + act, bureau.head).body().path("violations"))
                .hasSize(1);
        assertThat(bureau.get("/flexible-acts/" + act, bureau.employee).body().path("violations"))
                .hasSize(1);
        assertThat(bureau.get("/flexible-acts/" + act, bureau.colleague).body().path("violations"))
                .isEmpty();
    }

    @Test
    void aViolationIsOfAnEmployeeOfTheActOnADayOfTheAct() {
        String act = bureau.flexibleAct("e1");
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");

        Answer before =
                bureau.post(
                        "/flexible-acts/" + act + "/violations",
                        bureau.hr,
                        json(
                                "{'employee':'e2','date':'2026-12-16','kind':'CONDITIONS',"
                                        + "'description':'x'}"));
        assertThat(before.codes()).containsExactlyInAnyOrder("NOT_IN_ACT", "IN_FUTURE");
        for (String day : List.of("2026-12-06", "1966-12-08")) {
            assertThat(
                            bureau.post(
                                            "/flexible-acts/" + act + "/violations",
                                            bureau.hr,
                                            json(
                                                    "{'employee':'e1','date':'%s','kind':'CONDITIONS','description':'x'}"
                                                            .formatted(day)))
                                    .codes())
                    .as(day)
                    .containsExactly("LAST_DAY_OUTSIDE");
        }
    }

    @Test
    void p14_hoursByRegulationsDoNotEndBeforeTheyBegin_alsoInAnotherCentury() {
        assertThat(
                        bureau.put(
                                        "/bodies/{own}/employees/e1/regulated-hours",
                                        bureau.hr,
                                        json(
                                                "{'basis':'order','from':'2026-01-05','to':'1966-01-04'}"))
                                .codes())
                .containsExactly("TO_BEFORE_FROM");
    }

    @Test
    void theRegimeOfTheOthersInTheActGoesOn() {
        Map<String, String> both = Map.of("e1", bureau.approved("e1"), "e2", bureau.approved("e2"));
        String act =
                created(
                        bureau.post(
                                "/flexible-acts",
                                bureau.head,
                                bureau.flexible("2026-12-07", "2027-06-06", both)));

        Answer ended =
                ok(
                        bureau.post(
                                "/flexible-acts/" + act + "/end",
                                bureau.head,
                                json(
                                        "{'employee':'e1','lastDay':'2026-12-31',"
                                                + "'document':'agreement 4','version':1}")));

        assertThat(states(ended)).containsExactly("ENDED", "ACTIVE");
        assertThat(ended.text("state")).isEqualTo("ACTIVE");
        assertThat(bureau.arrangement("e2").flexible().getFirst().term().term().lastDay())
                .isEqualTo("2027-06-06");
    }

    @Test
    void anAnnulledActWasNeverInForce_andItsApplicationIsApprovedAgain() {
        String application = bureau.approved("e1");
        ObjectNode form = bureau.flexible("2026-12-07", "2027-06-06", Map.of("e1", application));
        String act = created(bureau.post("/flexible-acts", bureau.head, form));

        Answer annulled = ok(annul(act, 1));

        assertThat(states(annulled)).containsExactly("ANNULLED");
        assertThat(bureau.document(Applications.KIND, application).state()).isEqualTo("APPROVED");
        assertThat(bureau.arrangement("e1").isSound()).isTrue();
        // The same days can be given anew.
        created(bureau.post("/flexible-acts", bureau.head, form));
        assertThat(annul(act, 1).status()).isEqualTo(200);
        assertThat(bureau.document(Applications.KIND, application).state()).isEqualTo("IN_ACT");
        assertThat(annul(act, 2).text("code")).isEqualTo("WRONG_STATE");
    }

    @Test
    void anActExpiresByItself() {
        String act = bureau.flexibleAct("e1");
        bureau.now = Instant.parse("2027-06-06T18:59:00Z"); // the last day in Almaty
        assertThat(states(bureau.get("/flexible-acts/" + act, bureau.hr)))
                .containsExactly("ACTIVE");

        bureau.now = Instant.parse("2027-06-06T19:00:00Z");

        assertThat(states(bureau.get("/flexible-acts/" + act, bureau.hr)))
                .containsExactly("EXPIRED");
        assertThat(extend(act, "2027-08-06", "agreement 1", 1).status()).isEqualTo(200);
    }

    @Test
    void theEmployeeAcknowledgesOnce() {
        String act = bureau.flexibleAct("e1");

        Answer first = ok(acknowledge(act, bureau.employee, 1));
        Answer again = ok(acknowledge(act, bureau.employee, 1));

        assertThat(first.body().at("/employees/0/acknowledgedAt").asText())
                .isEqualTo("2026-11-30T04:00:00Z");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(acknowledge(act, bureau.colleague, 2).status()).isEqualTo(404);
    }

    @Test
    void confidentiality_ownRowsOnly_andNothingOfAnotherBody() {
        Map<String, String> both = Map.of("e1", bureau.approved("e1"), "e2", bureau.approved("e2"));
        String act =
                created(
                        bureau.post(
                                "/flexible-acts",
                                bureau.head,
                                bureau.flexible("2026-12-07", "2027-06-06", both)));
        String path = "/flexible-acts/" + act;

        JsonNode own = ok(bureau.get(path, bureau.employee)).body();
        assertThat(own.path("employees")).hasSize(1);
        assertThat(own.at("/employees/0/employee").asText()).isEqualTo("e1");
        assertThat(own.has("applications") || own.has("warnings")).isFalse();
        assertThat(own.toString()).doesNotContain("\"e2\"", "of e2");
        assertThat(ok(bureau.get(path, bureau.hr)).body().path("employees")).hasSize(2);
        assertThat(ok(bureau.get("/flexible-acts", bureau.employee)).body().path("acts"))
                .hasSize(1);
        assertThat(bureau.get("/flexible-acts", bureau.employee).body().toString())
                .doesNotContain("\"e2\"", "of e2");
        for (Caller stranger :
                List.of(
                        bureau.unitHead,
                        bureau.otherHr,
                        bureau.otherHead,
                        bureau.otherEmployee,
                        bureau.agency,
                        bureau.service,
                        bureau.caller("e3", Role.EMPLOYEE))) {
            assertThat(bureau.get(path, stranger).status()).as(stranger.subject()).isEqualTo(404);
            assertThat(bureau.get(path + ".pdf", stranger).status())
                    .as(stranger.subject())
                    .isEqualTo(404);
        }
        assertThat(bureau.get("/flexible-acts", bureau.employee, "body", bureau.body).status())
                .isEqualTo(403);
        assertThat(bureau.get("/flexible-acts", bureau.otherHr, "body", bureau.body).status())
                .isEqualTo(403);
        // Who has read it stands in its trail; the employee's own row does not count.
        assertThat(bureau.cases().trail(new Reference("flexible-time", act)).entries())
                .filteredOn(entry -> entry.text().contains("\"read\""))
                .hasSize(1);
    }

    @Test
    void lists_byTheDayOnWhichTheyHold() {
        bureau.flexibleAct("e1");

        assertThat(listed("2026-12-06")).isEmpty();
        assertThat(listed("2026-12-07")).hasSize(1);
        assertThat(listed("2027-06-06")).hasSize(1);
        assertThat(listed("2027-06-07")).isEmpty();
        assertThat(
                        bureau.get(
                                        "/flexible-acts",
                                        bureau.hr,
                                        "body",
                                        bureau.body,
                                        "on",
                                        "7.12.26")
                                .codes())
                .containsExactly("BAD_FORMAT");
    }

    @Test
    void anActOnPaper() {
        String act = bureau.flexibleAct("e1");
        for (String language : List.of("kk", "ru", "en")) {
            byte[] paper =
                    bureau.call("GET", "/flexible-acts/" + act + ".pdf", bureau.hr)
                            .query("lang", language)
                            .bytes();
            assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThat(bureau.get("/flexible-acts/" + act + ".pdf", bureau.hr, "lang", "de").codes())
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void ofTwoActsAtOnceForOneEmployeeOneIsEntered() throws Exception {
        String one = bureau.approved("e1", "2026-12-07", "2027-06-06");
        String other = bureau.approved("e1", "2027-01-11", "2027-07-10");
        List<Callable<Answer>> both =
                List.of(
                        () ->
                                bureau.post(
                                        "/flexible-acts",
                                        bureau.head,
                                        bureau.flexible(
                                                "2026-12-07", "2027-06-06", Map.of("e1", one))),
                        () ->
                                bureau.post(
                                        "/flexible-acts",
                                        bureau.head,
                                        bureau.flexible(
                                                "2027-01-11", "2027-07-10", Map.of("e1", other))));

        assertThat(atOnce(both)).containsExactlyInAnyOrder(201, 409);
        assertThat(bureau.arrangement("e1").flexible()).hasSize(1);
    }

    @Test
    void ofACancellationAndAnExtensionAtOnceOneHappens() throws Exception {
        String act = bureau.flexibleAct("e1");
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");
        List<String> violations =
                List.of(
                        bureau.violation(act, "e1", "2026-12-08"),
                        bureau.violation(act, "e1", "2026-12-09"));

        assertThat(
                        atOnce(
                                List.of(
                                        () -> cancel(act, violations, "2026-12-18", 1),
                                        () -> extend(act, "2027-11-30", "agreement 1", 1))))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(bureau.document("flexible-time", act).version()).isEqualTo(2);
    }

    @Test
    void anApplicationThatIsWithdrawnAtOnceWithItsActIsInOneOfThemOnly() throws Exception {
        String application = bureau.approved("e1");
        ObjectNode act = bureau.flexible("2026-12-07", "2027-06-06", Map.of("e1", application));

        List<Integer> statuses =
                atOnce(
                        List.of(
                                () -> bureau.post("/flexible-acts", bureau.head, act),
                                () -> withdraw(application, 3)));

        String state = bureau.document(Applications.KIND, application).state();
        assertThat(statuses)
                .isEqualTo(state.equals("IN_ACT") ? List.of(201, 409) : List.of(409, 200));
        assertThat(bureau.arrangement("e1").flexible()).hasSize(state.equals("IN_ACT") ? 1 : 0);
    }

    private static List<Integer> atOnce(List<Callable<Answer>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            return pool.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .toList();
        }
    }

    private List<JsonNode> listed(String on) {
        return ok(bureau.get("/flexible-acts", bureau.hr, "body", bureau.body, "on", on))
                .body()
                .path("acts")
                .valueStream()
                .toList();
    }

    private static List<String> states(Answer act) {
        return act.body()
                .path("employees")
                .valueStream()
                .map(row -> row.path("state").asText())
                .toList();
    }

    private Answer withdraw(String application, int version) {
        return bureau.post(
                "/flexible-applications/" + application + "/withdraw",
                bureau.employee,
                json("{'version':" + version + "}"));
    }

    private Answer extend(String act, String to, String agreement, int version) {
        return bureau.post(
                "/flexible-acts/" + act + "/extensions",
                bureau.head,
                json(
                        ("{'employee':'e1','to':'%s','agreement':'%s','number':'31',"
                                        + "'signedOn':'2026-11-30','version':%d}")
                                .formatted(to, agreement, version)));
    }

    private Answer cancel(String act, List<String> violations, String lastDay, int version) {
        ObjectNode json =
                json(
                        ("{'employee':'e1','lastDay':'%s','number':'35','signedOn':'2026-12-15',"
                                        + "'version':%d}")
                                .formatted(lastDay, version));
        violations.forEach(json.putArray("violations")::add);
        return bureau.post("/flexible-acts/" + act + "/cancel", bureau.head, json);
    }

    private Answer annul(String act, int version) {
        return bureau.post(
                "/flexible-acts/" + act + "/annul",
                bureau.head,
                json(
                        "{'reason':'another was meant','document':'memo 7','version':"
                                + version
                                + "}"));
    }

    /// The paper of an act is read by whoever reads the act.
    @Test
    void theDocumentOfAnAnnulment_isReadWithTheAct() {
        String application = bureau.approved("e1");
        ObjectNode form = bureau.flexible("2026-12-07", "2027-06-06", Map.of("e1", application));
        String act = created(bureau.post("/flexible-acts", bureau.head, form));
        String file = bureau.sent(bureau.head);
        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/annul",
                        bureau.head,
                        json("{'reason':'another was meant','version':1}").put("document", file)));

        assertThat(opened(act, file, bureau.hr)).isEqualTo(303);
        assertThat(opened(act, bureau.sent(bureau.hr), bureau.hr)).isEqualTo(404);
        assertThat(opened(act, file, bureau.otherHr)).isEqualTo(404);
    }

    private int opened(String act, String file, Caller by) {
        return bureau.call("GET", "/flexible-acts/" + act, by)
                .query("document", file)
                .raw()
                .status();
    }

    private Answer acknowledge(String act, Caller by, int version) {
        return bureau.post(
                "/flexible-acts/" + act + "/acknowledgement",
                by,
                json("{'version':" + version + "}"));
    }
}
