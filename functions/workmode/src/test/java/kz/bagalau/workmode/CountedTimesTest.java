package kz.bagalau.workmode;

import static kz.bagalau.workmode.Bureau.created;
import static kz.bagalau.workmode.Bureau.json;
import static kz.bagalau.workmode.Bureau.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.bagalau.contract.Answer;
import kz.bagalau.directory.dynamo.DynamoCalendars;
import kz.bagalau.facts.WorkTimes;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.rules.worktime.MonthTimes;
import kz.bagalau.rules.worktime.Person;
import kz.bagalau.rules.worktime.Scope;
import kz.bagalau.rules.worktime.WorkTime;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What acts of flexible time and work rules say to those who count overtime: the times by which it
/// is counted, and which months were touched.
class CountedTimesTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private final Bureau bureau = new Bureau(SANDBOX);

    @Test
    void everythingThatHappensToAnActMovesTheTimesWithIt() {
        String act = bureau.flexibleAct("e1");
        assertThat(times()).containsExactly("e1 2026-12-07..2027-06-06 10:00-19:00 12");

        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/extensions",
                        bureau.head,
                        json(
                                "{'employee':'e1','to':'2027-11-30','agreement':'a','number':'31',"
                                        + "'signedOn':'2026-11-30','version':1}")));
        assertThat(times()).containsExactly("e1 2026-12-07..2027-11-30 10:00-19:00 12");

        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/end",
                        bureau.head,
                        json(
                                "{'employee':'e1','lastDay':'2026-12-31','document':'d','version':2}")));
        assertThat(times()).containsExactly("e1 2026-12-07..2026-12-31 10:00-19:00 12");

        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/annul",
                        bureau.head,
                        json("{'reason':'r','document':'d','version':3}")));
        assertThat(times()).isEmpty();
    }

    @Test
    void p21_aCancellationEndsTheTimesOfItsEmployeeOnly() {
        String act =
                created(
                        bureau.post(
                                "/flexible-acts",
                                bureau.head,
                                bureau.flexible(
                                        "2026-12-07",
                                        "2027-06-06",
                                        Map.of(
                                                "e1",
                                                bureau.approved("e1"),
                                                "e2",
                                                bureau.approved("e2")))));
        bureau.now = Instant.parse("2026-12-15T04:00:00Z");
        ObjectNode cancellation =
                json(
                        "{'employee':'e1','lastDay':'2026-12-18','number':'35',"
                                + "'signedOn':'2026-12-15','version':1}");
        cancellation
                .putArray("violations")
                .add(bureau.violation(act, "e1", "2026-12-08"))
                .add(bureau.violation(act, "e1", "2026-12-09"));

        ok(bureau.post("/flexible-acts/" + act + "/cancel", bureau.head, cancellation));

        assertThat(times())
                .containsExactly(
                        "e1 2026-12-07..2026-12-18 10:00-19:00 12",
                        "e2 2026-12-07..2027-06-06 10:00-19:00 12");
    }

    @Test
    void remoteWorkMovesNoTimes() {
        bureau.remoteAct("e1");

        assertThat(times()).isEmpty();
    }

    /// Entered on 30 November 2026 for 14 September to 9 October.
    @Test
    void anActThatIsEnteredLateTouchesItsMonths_andNeitherThoseBeforeNorAfter() { // §12, 9
        Map<YearMonth, MonthTimes.Digest> before = touched(2026);

        String act = flexible("2026-09-14", "2026-10-09", "e1");

        Map<YearMonth, MonthTimes.Digest> after = touched(2026);
        assertThat(differing(before, after)).containsExactly("2026-09", "2026-10");

        ok(
                bureau.post(
                        "/flexible-acts/" + act + "/annul",
                        bureau.head,
                        json("{'reason':'r','document':'d','version':1}")));

        assertThat(touched(2026)).isEqualTo(before);
    }

    @Test
    void anActOfTheFutureTouchesNothingYet() {
        Map<YearMonth, MonthTimes.Digest> before = touched(2026);

        bureau.flexibleAct("e1");

        assertThat(differing(before, touched(2026))).isEmpty();
        assertThat(touched(2027)).isEmpty();
    }

    @Test
    void workRulesThatAreEnteredLateTouchTheMonthsFromTheirFirstDayOn() {
        Map<YearMonth, MonthTimes.Digest> before = touched(2026);
        assertThat(before).hasSize(11); // the body's first rules are older than the year

        ok(
                bureau.put(
                        "/bodies/{own}/work-rules/2026-09-01",
                        bureau.hr,
                        json(
                                "{'unit':'u1','start':'08:00','end':'24:00','weekdays':['MONDAY'],"
                                        + "'act':'order 2'}")));

        assertThat(differing(before, touched(2026)))
                .containsExactly("2026-08", "2026-09", "2026-10", "2026-11");
        assertThat(all().rules()).hasSize(2);
    }

    /// `e1` works in u1, which now lies below u0.
    @Test
    void p4_rulesOfAUnitAboveMoveNeitherTheSchedule_norTheOvertime() {
        bureau.unitAbove("u0", "u1");
        rules("{'unit':'u0','start':'07:00','end':'16:00'}");
        assertThat(shown("e1", "2026-12-09")).isEqualTo("09:00-18:30");
        assertThat(counted("e1", "2026-12-09")).isEqualTo("09:00-18:30");

        rules("{'unit':'u1','start':'08:00','end':'17:00'}");

        assertThat(shown("e1", "2026-12-09")).isEqualTo("08:00-17:00");
        assertThat(counted("e1", "2026-12-09")).isEqualTo("08:00-17:00");
    }

    private void rules(String hours) {
        ObjectNode rules = json(hours).put("act", "order 3");
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .forEach(rules.withArray("/weekdays")::add);
        ok(bureau.put("/bodies/{own}/work-rules/2026-12-01", bureau.hr, rules));
    }

    private String shown(String person, String day) {
        var schedule =
                ok(bureau.get(
                                "/bodies/{own}/employees/" + person + "/schedule",
                                bureau.hr,
                                "from",
                                day,
                                "to",
                                day))
                        .body()
                        .at("/days/0");
        return schedule.path("start").asText() + "-" + schedule.path("end").asText();
    }

    private String counted(String person, String day) {
        WorkTime time =
                all().schedule()
                        .of(new Person("card", "u1", Scope.CENTRAL, person), LocalDate.parse(day))
                        .orElseThrow();
        return time.start() + "-" + time.end();
    }

    /// The months stand beside the facts of their year, and are no facts.
    @Test
    void factsAreReadAsBefore() {
        flexible("2026-09-14", "2026-10-09", "e1");

        assertThat(
                        new DynamoFacts(
                                        SANDBOX.dynamo(),
                                        SANDBOX.table("Records"),
                                        new DynamoCalendars(bureau.table(), bureau.clock()))
                                .of(bureau.body, 2026)
                                .facts()
                                .keySet())
                .containsExactly("hours.working_days");
    }

    /// Two acts of different employees rest on one digest of their month.
    @Test
    void ofActsAtOnceForDifferentEmployeesNoneIsMissingInTheMonth() throws Exception {
        List<Callable<Answer>> acts = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            ObjectNode act = act("2026-09-14", "2026-10-09", "e" + i);
            acts.add(() -> bureau.post("/flexible-acts", bureau.head, act));
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> entered : pool.invokeAll(acts)) {
                created(entered.get());
            }
        }

        YearMonth september = YearMonth.of(2026, 9);
        assertThat(times()).hasSize(4);
        assertThat(touched(2026)).containsEntry(september, all().digest(september));
    }

    /// With the longest transaction: twelve applications, and months of two years.
    @Test
    void aWholeActThatIsEnteredLateIsWritten() {
        Map<String, String> applications = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            applications.put("e" + i, bureau.approved("e" + i, "2025-11-03", "2026-05-02"));
        }

        created(
                bureau.post(
                        "/flexible-acts",
                        bureau.head,
                        bureau.flexible("2025-11-03", "2026-05-02", applications)));

        assertThat(times()).hasSize(12);
        assertThat(touched(2025)).isNotEmpty();
    }

    private String flexible(String from, String to, String person) {
        return created(bureau.post("/flexible-acts", bureau.head, act(from, to, person)));
    }

    private ObjectNode act(String from, String to, String person) {
        return bureau.flexible(from, to, Map.of(person, bureau.approved(person, from, to)));
    }

    private WorkTimes.Times all() {
        return times(bureau).of(bureau.body, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
    }

    private List<String> times() {
        return all().acts().stream()
                .map(one ->
                        "%s %s..%s %s-%s %s"
                                .formatted(
                                        one.employee(),
                                        one.from(),
                                        one.to(),
                                        one.time().start(),
                                        one.time().end(),
                                        one.act()))
                .sorted()
                .toList();
    }

    private Map<YearMonth, MonthTimes.Digest> touched(int year) {
        return times(bureau).touched(bureau.body, year);
    }

    static DynamoWorkTimes times(Bureau bureau) {
        return new DynamoWorkTimes(bureau.table(), bureau.clock());
    }

    private static List<String> differing(
            Map<YearMonth, MonthTimes.Digest> before, Map<YearMonth, MonthTimes.Digest> after) {
        return after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> entry.getKey().toString())
                .toList();
    }
}
