package kz.bagalau.workmode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Calendars;
import kz.bagalau.contract.Call;
import kz.bagalau.contract.Crash;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.workmode.application.Applications;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManageFlexibleApplicationsTest {

    private static final String BODY = "min-digital";
    private static final String OTHER = "min-other";
    private static final Caller AGENCY = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    private static final Caller EMPLOYEE = of("e1", Role.EMPLOYEE, BODY);
    private static final Caller COLLEAGUE = of("e2", Role.EMPLOYEE, BODY);
    private static final Caller HR = of("h1", Role.HR, BODY);
    private static final Caller HEAD = of("d1", Role.HEAD, BODY);
    private static final Caller OTHER_HR = of("h2", Role.HR, OTHER);
    private static final Caller OTHER_HEAD = of("d2", Role.HEAD, OTHER);
    private static final Caller EQYZMET =
            new Caller("eqyzmet", Set.of(Role.SERVICE), Optional.empty());
    private static final Caller OTHER_SYSTEM =
            new Caller("kadry", Set.of(Role.SERVICE), Optional.empty());

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    private Instant now = Instant.parse("2026-11-30T04:00:00Z"); // a Monday, 09:00 in Almaty

    @BeforeEach
    void enterBodies() {
        enter(BODY);
        enter(OTHER);
    }

    @Test
    void p15_p16_anApplicationIsHandedInReceivedAndApproved() {
        Answer submitted = submit(EMPLOYEE, own());

        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("state")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("lastAllowed")).isEqualTo("2027-06-06");
        assertThat(submitted.body().path("norm").path("state").asText())
                .isEqualTo("TEXT_NOT_LOADED");
        assertThat(submitted.body().has("due")).isFalse();
        String id = submitted.text("id");
        assertThat(tasks(Party.office(Role.HR, BODY)))
                .extracting(Task::event)
                .containsExactly("receive");

        Answer received = receive(HR, id, 1);

        // ten working days from 30 November; 16 December is off
        assertThat(received.text("due")).isEqualTo("2026-12-14");
        assertThat(tasks(Party.office(Role.HR, BODY))).isEmpty();
        assertThat(tasks(Party.office(Role.HEAD, BODY)))
                .extracting(task -> task.event() + " " + task.due().orElseThrow())
                .containsExactly("approve 2026-12-14");

        Answer approved = decide(HEAD, id, "{'decision':'APPROVE','version':2}");

        assertThat(approved.text("state")).isEqualTo("APPROVED");
        assertThat(approved.text("decision")).isEqualTo("APPROVED");
        assertThat(tasks(Party.office(Role.HEAD, BODY))).isEmpty();
        assertThat(show(EMPLOYEE, id).body()).isEqualTo(approved.body());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-15T04:00:00Z, 2025-12-30", // W25
        "2026-03-16T04:00:00Z, 2026-04-02", // W26
        "2026-08-20T04:00:00Z, 2026-09-03", // W28
        "2026-04-27T04:00:00Z, 2026-05-14", // W29
        "2025-12-14T19:30:00Z, 2025-12-30" // half past midnight of the 15th in Almaty
    })
    void p16_tenWorkingDaysFromTheDayOnWhichItReachesTheAuthorisedPerson(
            String receivedAt, String due) {
        String id =
                submit(EQYZMET, electronic().put("submittedAt", "2025-12-01T04:00:00Z")).text("id");

        assertThat(receive(HEAD, id, "{'receivedAt':'" + receivedAt + "','version':1}").text("due"))
                .isEqualTo(due);
    }

    @Test
    void w50_aMissedTermIsOverdue_andApprovesNothing() {
        String id = submitAndReceive();
        now = Instant.parse("2026-12-14T18:59:00Z");
        assertThat(show(HR, id).body().path("overdue").asBoolean()).isFalse();

        now = Instant.parse("2026-12-14T19:00:00Z"); // the 15th in Almaty

        assertThat(show(HR, id).body().path("overdue").asBoolean()).isTrue();
        assertThat(show(HR, id).text("state")).isEqualTo("RECEIVED");
        assertThat(decide(HEAD, id, "{'decision':'APPROVE','version':2}").status()).isEqualTo(200);
        assertThat(show(HR, id).body().path("overdue").asBoolean()).isFalse();
    }

    @Test
    void aRefusalHasAReason() {
        String id = submitAndReceive();

        Answer without = decide(HEAD, id, "{'decision':'REFUSE','version':2}");
        Answer with = decide(HEAD, id, "{'decision':'REFUSE','reason':'no cover','version':2}");

        assertThat(without.pointers()).containsExactly("/reason");
        assertThat(with.text("state")).isEqualTo("REFUSED");
        assertThat(with.text("refusalReason")).isEqualTo("no cover");
    }

    @Test
    void theReasonOfAnApprovalIsNoRefusal() {
        String id = submitAndReceive();

        Answer approved = decide(HEAD, id, "{'decision':'APPROVE','reason':'agreed','version':2}");

        assertThat(approved.text("state")).isEqualTo("APPROVED");
        assertThat(approved.body().has("refusalReason")).isFalse();
    }

    /// CAL.4: a corrected calendar moves the term of what is open, and of nothing else.
    @ParameterizedTest
    @ValueSource(strings = {"", "APPROVE", "REFUSE", "withdraw"})
    void p16_theTermMovesWithTheCalendar_untilItIsDecidedOrWithdrawn(String end) {
        String id = submitAndReceive();
        if (end.equals("withdraw")) {
            assertThat(withdraw(EMPLOYEE, id, 2).status()).isEqualTo(200);
        } else if (!end.isEmpty()) {
            String decision = "{'decision':'" + end + "','reason':'r','version':2}";
            assertThat(decide(HEAD, id, decision).status()).isEqualTo(200);
        }

        dayOff(LocalDate.of(2026, 12, 14));

        assertThat(show(HR, id).text("due")).isEqualTo(end.isEmpty() ? "2026-12-15" : "2026-12-14");
    }

    @Test
    void aReceiptOfAnotherCenturyIsBeforeTheSubmission() {
        String id = submit(EMPLOYEE, own()).text("id");

        Answer refused = receive(HR, id, "{'receivedAt':'1966-11-30T09:00:00+05:00','version':1}");

        assertThat(refused.codes()).containsExactly("BEFORE_SUBMISSION");
        assertThat(document(id).state()).isEqualTo("SUBMITTED");
    }

    @Test
    void w40_everythingThatIsMissingIsNamedAtOnce() {
        Answer refused =
                submit(EMPLOYEE, Json.object().put("channel", "OWN_PAGE").put("reasons", " "));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/reasons", "/mode", "/from", "/to");
    }

    @Test
    void w37_v4_whatTheOrderRefusesIsRefusedWithItsPlace() {
        put(
                ManageWorkRules::new,
                HR,
                "PUT /bodies/{body}/employees/{employee}/regulated-hours",
                Map.of("body", BODY, "employee", "e1"),
                "{'basis':'item 12','from':'2026-01-05'}");

        Answer refused = submit(EMPLOYEE, own().put("to", "2027-06-07"));

        assertThat(refused.codes()).containsExactlyInAnyOrder("OVER_SIX_MONTHS", "EXCLUDED");
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/to", "/from");
        assertThat(refused.body().path("errors").toString()).contains("2027-06-06", "item 12");
    }

    @Test
    void v4_hoursEnteredBetweenReceiptAndDecisionKeepItFromBeingApproved() {
        String id = submitAndReceive();
        put(
                ManageWorkRules::new,
                HR,
                "PUT /bodies/{body}/employees/{employee}/regulated-hours",
                Map.of("body", BODY, "employee", "e1"),
                "{'basis':'item 12','from':'2026-01-05'}");

        assertThat(decide(HEAD, id, "{'decision':'APPROVE','version':2}").codes())
                .containsExactly("EXCLUDED");
        assertThat(
                        decide(HEAD, id, "{'decision':'REFUSE','reason':'item 12','version':2}")
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-10T18:59:00Z, 400", // W43: 10 July in Almaty
        "2026-07-10T19:00:00Z, 201" // W44
    })
    void w43_w44_anApplicationOnPaperIsJudgedByTheWordingOfItsDay(String submittedAt, int status) {
        ObjectNode paper =
                own().put("channel", "PAPER").put("employee", "e1").put("submittedAt", submittedAt);

        assertThat(submit(HR, paper).status()).isEqualTo(status);
    }

    @Test
    void w44_theSettingBlocksChannelsAgain_untilTheBodyHasMadeOurPageItsSystem() {
        put(
                ManageWorkRules::new,
                AGENCY,
                "PUT /worktime-settings",
                Map.of(),
                "{'values':{'channelRule':'BLOCK'},'reason':'letter 5'}");
        assertThat(submit(EMPLOYEE, own()).codes()).containsExactly("CHANNEL");

        put(
                ManageWorkRules::new,
                AGENCY,
                "PUT /bodies/{body}/hr-system",
                Map.of("body", BODY),
                "{'departmental':true,'basis':'order 2'}");

        assertThat(submit(EMPLOYEE, own()).status()).isEqualTo(201);
    }

    @Test
    void whoSendsDecidesByWhichChannelAndForWhom() {
        assertThat(submit(EMPLOYEE, own().put("channel", "PAPER").put("employee", "e1")).pointers())
                .containsExactly("/channel");
        assertThat(submit(HR, own().put("channel", "EQYZMET").put("employee", "e1")).pointers())
                .containsExactly("/channel");
        for (String channel : List.of("OWN_PAGE", "EQYZMET", "DEPARTMENTAL")) {
            ObjectNode named = own().put("channel", channel);
            assertThat(submit(EMPLOYEE, named.deepCopy().put("employee", "e2")).pointers())
                    .containsExactly("/employee");
            assertThat(
                            submit(
                                            EMPLOYEE,
                                            named.deepCopy()
                                                    .put("submittedAt", "2025-12-01T04:00:00Z"))
                                    .pointers())
                    .containsExactly("/submittedAt");
        }
        assertThat(submit(HR, own()).pointers()).containsExactly("/channel");
        assertThat(submit(HR, own().put("channel", "PAPER")).pointers()).contains("/employee");
        assertThat(submit(EQYZMET, own()).pointers()).contains("/channel");
        assertThat(submit(EQYZMET, without(electronic(), "body")).pointers()).contains("/body");
        assertThat(submit(EMPLOYEE, own().put("body", OTHER)).status()).isEqualTo(403);
        assertThat(submit(EQYZMET, electronic().put("body", "nobody")).status()).isEqualTo(404);
    }

    /// E-qyzmet may hand on the employee's own login.
    @Test
    void anEmployeeAppliesThroughEqyzmetWithTheirOwnLogin() {
        String id = submit(EMPLOYEE, own().put("channel", "EQYZMET")).text("id");

        Answer shown = show(EMPLOYEE, id);
        assertThat(shown.text("employee")).isEqualTo("e1");
        assertThat(shown.text("channel")).isEqualTo("EQYZMET");
        assertThat(show(EQYZMET, id).status()).isEqualTo(404);
    }

    @Test
    void w59_w62_whatCanBeSaidOfTheDurationIsAWarning() {
        ObjectNode short_ = own();
        short_.putObject("mode")
                .put("start", "10:00")
                .put("end", "16:00")
                .put("breakFrom", "13:00")
                .put("breakTo", "14:00");
        ObjectNode unknown = own();
        unknown.putObject("mode").put("start", "10:00").put("end", "19:00");

        assertThat(warnings(submit(EMPLOYEE, short_))).contains("DURATION");
        assertThat(warnings(submit(EMPLOYEE, unknown))).contains("DURATION_UNKNOWN");
        assertThat(warnings(submit(EMPLOYEE, own()))).containsExactly("TEXT_NOT_LOADED");
    }

    @Test
    void anothersApplicationDoesNotExist() {
        String id = submitAndReceive();

        for (Caller stranger : List.of(COLLEAGUE, OTHER_HR, OTHER_HEAD, OTHER_SYSTEM, AGENCY)) {
            assertThat(show(stranger, id).status()).as(stranger.subject()).isEqualTo(404);
        }
        assertThat(receive(OTHER_HR, id, 2).status()).isEqualTo(404);
        assertThat(decide(OTHER_HEAD, id, "{'decision':'APPROVE','version':2}").status())
                .isEqualTo(404);
        assertThat(withdraw(COLLEAGUE, id, 2).status()).isEqualTo(404);
        assertThat(show(EMPLOYEE, id).status()).isEqualTo(200);
    }

    @Test
    void aSystemReadsWhatItHasSent_andNothingElse() {
        String id = submit(EQYZMET, electronic()).text("id");
        submit(EMPLOYEE, own());

        assertThat(show(EQYZMET, id).text("employee")).isEqualTo("e1");
        assertThat(listed(EQYZMET, "")).containsExactly(id);
        assertThat(listed(OTHER_SYSTEM, "")).isEmpty();
        assertThat(listed(EMPLOYEE, "")).hasSize(2).contains(id);
    }

    @Test
    void aSystemWithTheNameOfAPersonIsNotThatPerson() {
        String id = submit(EMPLOYEE, own()).text("id");

        assertThat(show(new Caller("e1", Set.of(Role.SERVICE), Optional.empty()), id).status())
                .isEqualTo(404);
    }

    @Test
    void theListsOfABodyAreForItsPersonnelServiceAndItsHead_withoutTimesAndReasons() {
        String id = submitAndReceive();
        submit(EMPLOYEE, own().put("reasons", "another"));

        assertThat(listed(HR, BODY)).hasSize(2).contains(id);
        Answer received =
                Call.of("GET /flexible-applications", way())
                        .by(HEAD)
                        .query("body", BODY)
                        .query("state", "RECEIVED")
                        .send();
        JsonNode item = received.body().path("applications").get(0);
        assertThat(received.body().path("applications")).hasSize(1);
        assertThat(item.path("id").asText()).isEqualTo(id);
        assertThat(item.has("mode") || item.has("reasons")).isFalse();
        assertThat(list(HR, OTHER).status()).isEqualTo(403);
        assertThat(list(EMPLOYEE, BODY).status()).isEqualTo(403);
        assertThat(
                        Call.of("GET /flexible-applications", way())
                                .by(HR)
                                .query("body", BODY)
                                .query("state", "LOST")
                                .send()
                                .codes())
                .containsExactly("NOT_ALLOWED");
    }

    @Test
    void aCursorThatNoListHasGiven_isRefused() {
        Answer answer =
                Call.of("GET /flexible-applications", way())
                        .by(HR)
                        .query("body", BODY)
                        .query("cursor", "../..")
                        .send();

        assertThat(answer.codes()).containsExactly("BAD_FORMAT");
    }

    @Test
    void whoReadsAnothersApplicationIsInItsAuditTrail() {
        String id = submit(EMPLOYEE, own()).text("id");

        show(EMPLOYEE, id);
        show(HR, id);

        assertThat(events(id)).containsExactly("submit e1", "read h1");
    }

    @Test
    void theEmployeeTakesItBack_untilItIsDecidedAgainst() {
        String id = submitAndReceive();

        assertThat(withdraw(EMPLOYEE, id, 2).text("state")).isEqualTo("WITHDRAWN");
        assertThat(tasks(Party.office(Role.HEAD, BODY))).isEmpty();
        Answer late = decide(HEAD, id, "{'decision':'APPROVE','version':3}");
        assertThat(late.text("code")).isEqualTo("WRONG_STATE");
        assertThat(late.text("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatIsSentTwiceHappensOnce() {
        Answer first = keyed(own());
        Answer again = keyed(own());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(listed(EMPLOYEE, "")).hasSize(1);
        String id = first.text("id");

        receive(HR, id, 1);
        assertThat(receive(HR, id, 1).status()).isEqualTo(200);
        assertThat(show(EMPLOYEE, id).body().path("version").asInt()).isEqualTo(2);
        decide(HEAD, id, "{'decision':'APPROVE','version':2}");
        assertThat(decide(HEAD, id, "{'decision':'APPROVE','version':2}").status()).isEqualTo(200);
        Answer other = decide(HEAD, id, "{'decision':'REFUSE','reason':'no','version':2}");
        assertThat(other.text("code")).isEqualTo("CHANGED");
        assertThat(other.body().path("current").path("state").asText()).isEqualTo("APPROVED");
        assertThat(events(id)).containsExactly("submit e1", "receive h1", "approve d1");
    }

    @Test
    void ofAnApprovalAndAWithdrawalAtOnceOneHappens() throws Exception {
        String id = submitAndReceive();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> both =
                    List.of(
                            () -> decide(HEAD, id, "{'decision':'APPROVE','version':2}"),
                            () -> withdraw(EMPLOYEE, id, 2));
            List<Integer> statuses =
                    pool.invokeAll(both).stream()
                            .map(future -> future.resultNow().status())
                            .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(show(EMPLOYEE, id).body().path("version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Crash.Moment.class)
    void aFunctionThatDiesLeavesAllOrNothing(Crash.Moment moment) {
        for (int request = 1; ; request++) {
            String id = submitAndReceive();
            Optional<Answer> answered =
                    event(
                                    "PUT /flexible-applications/{application}/decision",
                                    HEAD,
                                    id,
                                    "{'decision':'APPROVE','version':2}")
                            .sendDying(request, moment);
            Document left = document(id);
            boolean done = left.state().equals("APPROVED");
            assertThat(left.version()).isEqualTo(done ? 3 : 2);
            assertThat(events(id)).hasSize((int) left.version());
            assertThat(
                            tasks(Party.office(Role.HEAD, BODY)).stream()
                                    .filter(task -> task.object().id().equals(id)))
                    .hasSize(done ? 0 : 1);
            // Sent again it is done, once.
            assertThat(decide(HEAD, id, "{'decision':'APPROVE','version':2}").status())
                    .isEqualTo(200);
            assertThat(document(id).version()).isEqualTo(3);
            if (answered.isPresent()) {
                return;
            }
        }
    }

    private String submitAndReceive() {
        String id = submit(EMPLOYEE, own()).text("id");
        assertThat(receive(HR, id, 1).status()).isEqualTo(200);
        return id;
    }

    private static ObjectNode own() {
        ObjectNode json =
                Json.object()
                        .put("reasons", "a child at school")
                        .put("from", "2026-12-07")
                        .put("to", "2027-06-06")
                        .put("channel", "OWN_PAGE");
        json.putObject("mode")
                .put("start", "10:00")
                .put("end", "19:00")
                .put("breakFrom", "13:00")
                .put("breakTo", "14:00");
        return json;
    }

    private static ObjectNode without(ObjectNode json, String field) {
        json.remove(field);
        return json;
    }

    private static ObjectNode electronic() {
        return own().put("channel", "EQYZMET").put("employee", "e1").put("body", BODY);
    }

    private Answer submit(Caller caller, ObjectNode json) {
        return Call.of("POST /flexible-applications", way()).by(caller).body(json).send();
    }

    private Answer keyed(ObjectNode json) {
        return Call.of("POST /flexible-applications", way())
                .by(EMPLOYEE)
                .header("idempotency-key", "key-1")
                .body(json)
                .send();
    }

    private Answer receive(Caller caller, String id, int version) {
        return receive(
                caller, id, "{'receivedAt':'2026-11-30T09:00:00+05:00','version':" + version + "}");
    }

    private Answer receive(Caller caller, String id, String json) {
        return event("PUT /flexible-applications/{application}/receipt", caller, id, json).send();
    }

    private Answer decide(Caller caller, String id, String json) {
        return event("PUT /flexible-applications/{application}/decision", caller, id, json).send();
    }

    private Answer withdraw(Caller caller, String id, int version) {
        return event(
                        "POST /flexible-applications/{application}/withdraw",
                        caller,
                        id,
                        "{'version':" + version + "}")
                .send();
    }

    private Answer show(Caller caller, String id) {
        return event("GET /flexible-applications/{application}", caller, id, null).send();
    }

    private Call event(String route, Caller caller, String id, @Nullable String json) {
        Crash crash = new Crash();
        Call call =
                Call.of(
                                route,
                                Call.to(
                                        sandbox.runtime(
                                                "ManageFlexibleApplications", clock(), crash),
                                        ManageFlexibleApplications::new),
                                crash)
                        .by(caller)
                        .path("application", id);
        return json == null ? call : call.body(json.replace('\'', '"'));
    }

    private Answer list(Caller caller, String body) {
        Call call = Call.of("GET /flexible-applications", way()).by(caller);
        return (body.isEmpty() ? call : call.query("body", body)).send();
    }

    private List<String> listed(Caller caller, String body) {
        return list(caller, body)
                .body()
                .path("applications")
                .valueStream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static List<String> warnings(Answer answer) {
        return answer.body()
                .path("warnings")
                .valueStream()
                .map(warning -> warning.path("code").asText())
                .toList();
    }

    private void put(
            Supplier<?> function,
            Caller caller,
            String route,
            Map<String, String> path,
            String json) {
        Call call =
                Call.of(route, Call.to(sandbox.runtime("ManageWorkRules", clock()), function))
                        .by(caller)
                        .body(json.replace('\'', '"'));
        path.forEach(call::path);
        assertThat(call.send().status()).isEqualTo(200);
    }

    private Call.Way way() {
        return Call.to(
                sandbox.runtime("ManageFlexibleApplications", clock()),
                ManageFlexibleApplications::new);
    }

    /// Corrects the calendar: nobody works on a day.
    private void dayOff(LocalDate day) {
        var calendars =
                new DynamoCalendars(new Table(sandbox.dynamo(), sandbox.table("Records")), clock());
        calendars.put(
                Calendars.withDayOff(calendars.current(), day).year(day.getYear()),
                OptionalLong.empty(),
                AGENCY);
    }

    private DynamoCases cases() {
        return new DynamoCases(new Table(sandbox.dynamo(), sandbox.table("Records")));
    }

    private Document document(String id) {
        return cases().find(Applications.reference(id).orElseThrow()).orElseThrow();
    }

    private List<Task> tasks(Party owner) {
        return cases().tasks(owner, Optional.empty(), Paging.first(100)).orElseThrow().items();
    }

    private List<String> events(String id) {
        var trail = cases().trail(Applications.reference(id).orElseThrow());
        assertThat(trail.faults()).isEmpty();
        return trail.entries().stream()
                .map(entry -> Json.read(entry.text()))
                .map(entry -> entry.path("event").asText() + " " + entry.path("by").asText())
                .toList();
    }

    private void enter(String id) {
        new DynamoBodies(sandbox.dynamo(), sandbox.table("Records"), clock())
                .put(
                        new StateBody(
                                id,
                                new LocalText(id, id, id),
                                BodyKind.OMO,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                100),
                        Optional.empty(),
                        AGENCY);
        Bureau.people(
                new Table(sandbox.dynamo(), sandbox.table("Records")), clock(), id, List.of());
    }

    private static Caller of(String subject, Role role, String body) {
        return new Caller(subject, Set.of(role), Optional.of(body));
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
