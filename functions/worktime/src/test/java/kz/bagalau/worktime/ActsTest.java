package kz.bagalau.worktime;

import static kz.bagalau.worktime.Field.made;
import static kz.bagalau.worktime.Field.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.contract.Answer;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.worktime.act.Schedules;
import kz.bagalau.worktime.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Acts of presence outside working time (121 ¶14).
class ActsTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Field field = new Field(SANDBOX);

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "W08, e2, 2026-02-10T19:40, 70, AFTER_END, RULES",
        "W-27 from the first minute, e2, 2026-02-10T18:30, 0, AFTER_END, RULES",
        "W-27 before the start, e2, 2026-02-10T08:15, 45, BEFORE_START, RULES",
        "W10, e2, 2026-03-09T11:00, , DAY_OFF, CALENDAR",
        "W13, e2, 2025-09-01T11:00, , DAY_OFF, CALENDAR",
        "W-22 the flexible act, e1, 2026-02-10T20:45, 15, AFTER_END, FLEXIBLE",
        "W-22 before its start, e1, 2026-02-10T09:30, 30, BEFORE_START, FLEXIBLE",
        "named by hand, Somebody, 2026-02-10T19:40, 70, AFTER_END, RULES"
    })
    void presenceOutsideWorkingTimeIsRecorded(
            String rule,
            String who,
            String at,
            @Nullable Integer minutes,
            String when,
            String source) {
        Answer made = observed(who, at);

        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.text("state")).isEqualTo("DRAFT");
        assertThat(made.text("when")).isEqualTo(when);
        assertThat(made.body().at("/schedule/source").asText()).isEqualTo(source);
        if (minutes == null) {
            assertThat(made.body().path("outsideMinutes").isNull()).isTrue();
        } else {
            assertThat(made.body().path("outsideMinutes").asInt()).isEqualTo(minutes);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "W11, e2, 2025-01-05T11:00",
        "the break is off by default, e2, 2026-02-10T13:10",
        "W-22 the flexible act, e1, 2026-02-10T19:40"
    })
    void presenceWithinWorkingTimeIsNoFact(String rule, String who, String at) {
        Answer refused = observed(who, at);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.codes()).containsExactly("INSIDE_WORKING_TIME");
        assertThat(refused.pointers()).containsExactly("/observedAt");
    }

    /// On a visit of that day.
    private Answer observed(String who, String at) {
        LocalDate day = LocalDate.parse(at.substring(0, 10));
        field.now = Field.at(day, "23:00");
        String visit =
                made(field.post("/visits", field.monitor, field.unscheduled(field.ministry, day)));
        ObjectNode start = field.started(visit).put("at", Field.at(day, "07:00").toString());
        ok(field.post("/visits/" + visit + "/start", field.monitor, start));
        ObjectNode act =
                field.act(who, "19:40")
                        .put("observedAt", Field.at(day, at.substring(11)).toString());
        return field.post("/visits/" + visit + "/acts", field.monitor, act);
    }

    @Test
    void withoutWorkRulesNobodyCanSay() {
        field.rules = List.of();

        assertThat(observed("e2", "2026-02-10T19:40").codes()).containsExactly("NO_SCHEDULE");
    }

    @Test
    void everythingWrongWithAnActIsNamed() {
        String visit = field.visitIn("IN_PROGRESS");
        ObjectNode act = field.act("e2", "19:40").put("person", "x").put("workplace", " ");
        act.put("observedAt", Instant.parse("2026-02-10T10:00:00Z").toString());
        act.putArray("evidence").add("nothing");

        assertThat(field.post("/visits/" + visit + "/acts", field.monitor, act).pointers())
                .containsExactlyInAnyOrder("/employee", "/workplace", "/observedAt", "/evidence");
        assertThat(
                        field.post(
                                        "/visits/" + visit + "/acts",
                                        field.monitor,
                                        field.act("e9", "19:40"))
                                .codes())
                .containsExactly("UNKNOWN_EMPLOYEE");
    }

    // Signatures

    @Test
    void p14_theLastOfficialMakesItSigned_overThePrintedAct() {
        Field.Act act = field.drafted();
        byte[] printed =
                field.call("GET", act.path() + ".pdf", field.monitor).query("lang", "kk").bytes();
        assertThat(Base64.getEncoder().encodeToString(Sha256.of(printed))).isEqualTo(act.sha256());

        assertThat(sign(act, field.monitor).path("state").asText()).isEqualTo("DRAFT");
        assertThat(sign(act, field.monitor).path("signatures")).hasSize(1);
        assertThat(sign(act, field.secondMonitor).path("state").asText()).isEqualTo("SIGNED");
        assertThat(sign(act, field.monitor).path("state").asText()).isEqualTo("SIGNED");
        assertThat(
                        field.call("GET", act.path() + ".pdf", field.monitor)
                                .query("lang", "kk")
                                .bytes())
                .isEqualTo(printed);
    }

    private JsonNode sign(Field.Act act, Caller by) {
        return ok(field.post(act.path() + "/signatures", by, act.signature()));
    }

    @Test
    void twoOfficialsSignAtOnce_andBothSignaturesStand() throws Exception {
        Field.Act act = field.drafted();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<JsonNode>> both =
                    Stream.of(field.monitor, field.secondMonitor)
                            .<Callable<JsonNode>>map(by -> () -> sign(act, by))
                            .toList();
            pool.invokeAll(both).forEach(future -> future.resultNow());
        }
        assertThat(ok(field.get(act.path(), field.agency)).path("state").asText())
                .isEqualTo("SIGNED");
    }

    @Test
    void anotherTextIsNotSigned_andNobodyElseSigns() {
        Field.Act act = field.drafted();
        ObjectNode other =
                act.signature().put("sha256", Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(field.post(act.path() + "/signatures", field.monitor, other).text("code"))
                .isEqualTo("OTHER_TEXT");
        assertThat(
                        field.post(act.path() + "/signatures", field.idleMonitor, act.signature())
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aVisitIsNotFinishedWhileAnActIsBegun_untilItIsSignedOrWithdrawn() {
        Field.Act act = field.drafted();
        ObjectNode finish = field.finished(act.visit());

        Answer open = field.post("/visits/" + act.visit() + "/finish", field.monitor, finish);
        assertThat(open.text("code")).isEqualTo("ACT_UNSIGNED");
        assertThat(open.body().at("/acts/0").asText()).isEqualTo(act.id());
        ok(
                field.post(
                        act.path() + "/withdraw",
                        field.monitor,
                        field.at(Desk.ACT, act.id()).put("reason", "a mistake")));
        ok(
                field.post(
                        "/visits/" + act.visit() + "/finish",
                        field.monitor,
                        field.finished(act.visit())));
    }

    @Test
    void acquaintanceOrItsRefusalIsRecorded() {
        Field.Act act = field.signed();
        ObjectNode refused =
                field.at(Desk.ACT, act.id())
                        .put("kind", "REFUSED")
                        .put("at", Field.at(Field.TODAY, "20:00").toString());

        JsonNode shown = ok(field.post(act.path() + "/acquaintance", field.monitor, refused));

        assertThat(shown.at("/acquaintance/kind").asText()).isEqualTo("REFUSED");
        assertThat(shown.path("state").asText()).isEqualTo("SIGNED");
    }

    @Test
    void anActIsWithdrawnUntilTheResultIsSent() {
        Field.Act act = field.signed();
        ok(
                field.post(
                        "/visits/" + act.visit() + "/finish",
                        field.monitor,
                        field.finished(act.visit())));
        String result =
                made(
                        field.post(
                                "/monitoring-results",
                                field.agency,
                                field.result(field.ministry, act.visit())));
        assertThat(field.get(act.path() + ".pdf", field.hr).status()).isEqualTo(404);
        ok(
                field.post(
                        "/monitoring-results/" + result + "/send",
                        field.agency,
                        field.at(Desk.RESULT, result)));

        Answer late =
                field.post(
                        act.path() + "/withdraw",
                        field.monitor,
                        field.at(Desk.ACT, act.id()).put("reason", "a mistake"));

        assertThat(late.text("code")).isEqualTo("RESULT_SENT");
        assertThat(field.call("GET", act.path() + ".pdf", field.hr).bytes()).isNotEmpty();
        assertThat(field.call("GET", act.path() + ".pdf", field.head).bytes()).isNotEmpty();
        assertThat(field.get(act.path() + ".pdf", field.otherHr).status()).isEqualTo(404);
    }

    // Access

    @Test
    void whoMayReadAnAct_andThatItIsNoted() {
        String visit = field.visitIn("IN_PROGRESS");
        Answer made =
                field.post("/visits/" + visit + "/acts", field.monitor, field.act("e1", "20:45"));
        String path = "/visits/" + visit + "/acts/" + made(made);

        assertThat(field.call("GET", path + ".pdf", field.employee).bytes()).isNotEmpty();
        assertThat(field.get(path, field.hr).status()).isEqualTo(404);
        field.strangers()
                .forEach(stranger -> assertThat(field.get(path, stranger).status()).isEqualTo(404));
        assertThat(field.get(path, field.digital).status()).isEqualTo(403);
        ok(field.get(path, field.agency));
        assertThat(field.readings(Desk.ACT, made.text("id"))).containsExactly("a1");
        Caller colleague = new Caller("e2", field.employee.roles(), field.employee.body());
        assertThat(field.get(path, colleague).status()).isEqualTo(404);
        Caller elsewhere = new Caller("e1", field.employee.roles(), field.otherHr.body());
        assertThat(field.get(path, elsewhere).status()).isEqualTo(404);
    }

    // Whom an act is on

    @ParameterizedTest
    @CsvSource({
        "Ахметова, e1",
        "дана ахм, e1",
        "ӘБІЛ, e2",
        "қан, e2",
        "серікқызы, e1",
        "метова, ", // the middle of a name
        "Ахметова Қанат, "
    })
    void peopleOfTheVisitedBodyAreFoundByTheBeginningsOfTheirNames(
            String name, @Nullable String found) {
        String visit = field.visitIn("IN_PROGRESS");

        JsonNode answer = ok(people(visit, name, field.monitor));

        assertThat(answer.path("people").findValuesAsText("employee"))
                .containsExactlyElementsOf(Optional.ofNullable(found).stream().toList());
        assertThat(answer.path("more").asBoolean()).isFalse();
        assertThat(field.read(Desk.VISIT, visit))
                .containsExactly("people " + Optional.ofNullable(found).orElse(""));
    }

    @Test
    void aDoubleNameIsFoundAsItIsWritten_andByEitherPart() {
        String visit = field.visitIn("IN_PROGRESS");
        field.people = List.of(new Schedules.Person("p1", "Абай-Құнанбаев Асан", Optional.empty()));

        for (String name : List.of("Абай-Құнан", "құнанб", "абай")) {
            assertThat(ok(people(visit, name, field.monitor)).path("people")).as(name).hasSize(1);
        }
    }

    @Test
    void aSearchShowsNameAndUnit_ofTenAtMost() {
        String visit = field.visitIn("IN_PROGRESS");
        assertThat(ok(people(visit, "ахм", field.monitor)).path("people"))
                .containsExactly(
                        Field.json(
                                "{'employee':'e1','name':'Ахметова Дана Серікқызы',"
                                        + "'unit':{'kk':'Заң бөлімі','ru':'Юридический отдел'}}"));
        field.people =
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                new Schedules.Person("p" + i, "Ахметов " + i, Optional.empty()))
                        .toList();

        JsonNode many = ok(people(visit, "ахметов", field.monitor));

        assertThat(many.path("people")).hasSize(10);
        assertThat(many.path("more").asBoolean()).isTrue();
    }

    /// Nobody lists the people of a body letter by letter, before a visit or after it.
    @Test
    void onlyAnOfficialOfAVisitThatIsUnderWaySearches() {
        String visit = field.visitIn("IN_PROGRESS");
        for (String few : List.of("", "ах", " а х ", "...", "а".repeat(101))) {
            Answer refused = people(visit, few, field.monitor);
            assertThat(refused.codes()).as(few).containsExactly("OUT_OF_RANGE");
            assertThat(refused.pointers()).containsExactly("name");
        }
        for (Caller other : List.of(field.idleMonitor, field.agency, field.hr, field.employee)) {
            assertThat(people(visit, "ахм", other).status()).isEqualTo(403);
        }
        for (Caller other : List.of(field.otherMonitor, field.territorialMonitor)) {
            assertThat(people(visit, "ахм", other).status()).isEqualTo(404);
        }
        assertThat(field.read(Desk.VISIT, visit)).isEmpty();
        ok(field.post("/visits/" + visit + "/finish", field.monitor, field.finished(visit)));

        Answer late = people(visit, "ахм", field.monitor);

        assertThat(late.text("code")).isEqualTo("WRONG_STATE");
        assertThat(late.text("state")).isEqualTo("DONE");
        assertThat(people(field.registered(), "ахм", field.monitor).text("code"))
                .isEqualTo("WRONG_STATE");
    }

    private Answer people(String visit, String name, Caller by) {
        return field.call("GET", "/visits/" + visit + "/people", by).query("name", name).send();
    }

    // Lists

    @Test
    void anEmployeeFindsTheOwnActs_andNoOthers() {
        String visit = field.visitIn("IN_PROGRESS");
        String own =
                made(
                        field.post(
                                "/visits/" + visit + "/acts",
                                field.monitor,
                                field.act("e1", "20:45")));
        made(field.post("/visits/" + visit + "/acts", field.monitor, field.act("e2", "19:40")));
        made(field.post("/visits/" + visit + "/acts", field.monitor, field.act("W", "19:40")));

        JsonNode listed = ok(field.get("/visit-acts", field.employee)).path("acts");

        assertThat(listed.findValuesAsText("id")).containsExactly(own);
        assertThat(listed.get(0).path("outsideMinutes").asInt()).isEqualTo(15);
        assertThat(listed.get(0).path("visit").asText()).isEqualTo(visit);
        Caller elsewhere = new Caller("e1", field.employee.roles(), field.otherHr.body());
        Caller odd = new Caller("#" + "ж".repeat(300), field.employee.roles(), field.hr.body());
        for (Caller other : List.of(elsewhere, odd)) {
            assertThat(ok(field.get("/visit-acts", other)).path("acts")).isEmpty();
        }
        assertThat(ok(ofBody(field.employee)).path("acts").findValuesAsText("id"))
                .containsExactly(own);
        for (Caller authority : List.of(field.agency, field.monitor, field.digital)) {
            assertThat(field.get("/visit-acts", authority).status()).isEqualTo(403);
        }
    }

    @Test
    void theBodyFindsTheActsOfAResultThatIsSent() {
        Field.Act act = field.signed();
        assertThat(ok(field.get("/visit-acts", field.hr)).path("acts")).isEmpty();
        ok(
                field.post(
                        "/visits/" + act.visit() + "/finish",
                        field.monitor,
                        field.finished(act.visit())));
        String result =
                made(
                        field.post(
                                "/monitoring-results",
                                field.agency,
                                field.result(field.ministry, act.visit())));
        ok(
                field.post(
                        "/monitoring-results/" + result + "/send",
                        field.agency,
                        field.at(Desk.RESULT, result)));

        for (Caller office : List.of(field.hr, field.head)) {
            assertThat(ok(ofBody(office)).path("acts").findValuesAsText("id"))
                    .containsExactly(act.id());
        }
        assertThat(ok(field.get("/visit-acts", field.otherHr)).path("acts")).isEmpty();
        assertThat(ofBody(field.otherHr).status()).isEqualTo(403);
        Caller both = new Caller("h1", Set.of(Role.HR, Role.EMPLOYEE), Optional.of(field.ministry));
        assertThat(ok(field.get("/visit-acts", both)).path("acts")).isEmpty();
        assertThat(ok(ofBody(both)).path("acts")).hasSize(1);
    }

    private Answer ofBody(Caller by) {
        return field.call("GET", "/visit-acts", by).query("body", field.ministry).send();
    }
}
