package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.AGENCY;
import static kz.bagalau.reminders.Stage.BODY;
import static kz.bagalau.reminders.Stage.EMPLOYEE;
import static kz.bagalau.reminders.Stage.HR;
import static kz.bagalau.reminders.Stage.MONDAY;
import static kz.bagalau.reminders.Stage.OTHER;
import static kz.bagalau.reminders.Stage.OTHER_HR;
import static kz.bagalau.reminders.Stage.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Party;
import kz.bagalau.contract.Answer;
import kz.bagalau.contract.Call;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Substitution;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTasksTest {

    @AutoClose private final Stage stage = new Stage();

    @Test
    void oneSeesWhatWaitsForOneself_withItsRuleDayAndSource() {
        stage.document("k-1", Party.person("emp-1"), MONDAY.minusDays(3));

        JsonNode task = tasks(EMPLOYEE).getFirst();

        assertThat(task.path("object").asText()).isEqualTo("kpi-sheet~k-1");
        assertThat(task.path("rule").asText()).isEqualTo("kpi.resubmit");
        assertThat(task.path("event").asText()).isEqualTo("resubmit");
        assertThat(task.path("owner").asText()).isEqualTo("person:emp-1");
        assertThat(task.path("due").asText()).isEqualTo("2026-04-10");
        assertThat(task.path("safeDue").asText()).isEqualTo("2026-04-10");
        assertThat(task.path("late").asBoolean()).isTrue();
        assertThat(task.path("provisional").asBoolean()).isFalse();
        assertThat(task.path("citation").asText()).isEqualTo("No. 02-17/15, ¶54");
    }

    /// Each line: whose task, who asks with which role and body, whether it is seen.
    @ParameterizedTest
    @CsvSource({
        "person:emp-1,       emp-1, EMPLOYEE,    min-digital, true",
        "person:emp-1,       emp-2, EMPLOYEE,    min-digital, false",
        "person:emp-1,       emp-2, HR,          min-digital, false",
        "hr:min-digital,     hr-1,  HR,          min-digital, true",
        "hr:min-digital,     hr-1,  HEAD,        min-digital, false",
        "hr:min-digital,     hr-2,  HR,          min-finance, false",
        "head:min-digital,   b-1,   HEAD,        min-digital, true",
        "head:min-digital,   b-1,   EMPLOYEE,    min-digital, false",
        "authority:agency,   a-1,   AGENCY,      min-digital, true",
        "authority:agency,   t-1,   TERRITORIAL, min-digital, false",
        "system:clock,       clock, AGENCY,      min-digital, false"
    })
    void oneSeesTheTasksOfTheOfficesThatOneHolds_andNoOthers(
            String owner, String subject, Role role, String body, boolean seen) {
        stage.document("k-1", new Party(owner), MONDAY);

        assertThat(tasks(caller(subject, body, role))).hasSize(seen ? 1 : 0);
    }

    @Test
    void aTerritorialUnitSeesItsOwn() {
        stage.document("k-1", Party.authority("astana"), MONDAY);

        assertThat(tasks(territorial("astana"))).hasSize(1);
        assertThat(tasks(territorial("turkistan"))).isEmpty();
    }

    private static Caller territorial(String unit) {
        return new Caller("t-1", Set.of(Role.TERRITORIAL), Optional.empty(), Optional.of(unit));
    }

    /// Of whoever holds two offices, in pages that are shorter than what each of them has.
    @Test
    void whatComesFromSeveralOwnersIsOneListByDay() {
        List<Party> owners =
                List.of(
                        Party.person("hr-1"),
                        Party.office(Role.HR, BODY),
                        Party.office(Role.HEAD, BODY));
        for (int i = 0; i < 30; i++) {
            stage.document("k-" + i, owners.get(i % 3), MONDAY.plusDays(i % 7));
        }
        Caller both = caller("hr-1", BODY, Role.HR, Role.HEAD);

        List<JsonNode> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Call call = stage.call("GET /tasks").by(both).query("limit", "7");
            cursor.ifPresent(next -> call.query("cursor", next));
            JsonNode page = call.send().body();
            assertThat(page.path("tasks")).hasSizeLessThanOrEqualTo(7);
            page.path("tasks").forEach(read::add);
            cursor = Optional.of(page.path("next").asText()).filter(next -> !next.isEmpty());
        } while (cursor.isPresent());

        assertThat(read).hasSize(30);
        assertThat(read.stream().map(task -> task.path("object").asText()).distinct()).hasSize(30);
        assertThat(read.stream().map(task -> task.path("due").asText())).isSorted();
    }

    @Test
    void thePersonnelServiceSeesEverybodysOfItsBody_andOfNoOther() {
        stage.document("k-1", Party.person("emp-1"), MONDAY);
        stage.document(
                BODY, "k-2", Stage.task(BODY, "k-2", Party.person("emp-2"), Optional.empty()));
        stage.document(OTHER, "k-3", Party.person("emp-3"), MONDAY);

        JsonNode list = stage.call("GET /tasks").by(HR).query("body", BODY).send().body();

        assertThat(list.path("tasks").findValuesAsText("object"))
                .containsExactly("kpi-sheet~k-1", "kpi-sheet~k-2");
        assertThat(list.at("/tasks/1").has("due")).isFalse();
        assertThat(list.at("/tasks/1/late").asBoolean()).isFalse();
        for (Caller caller : List.of(OTHER_HR, EMPLOYEE, AGENCY, Stage.HEAD)) {
            assertThat(stage.call("GET /tasks").by(caller).query("body", BODY).send().status())
                    .isEqualTo(403);
        }
    }

    /// No. 245, ¶3: the substitute acts while the other is absent, on the days of the order, in the
    /// body, and never in the own case.
    @Test
    void p3_theSubstituteSeesTheTasksOfWhoIsAbsent() {
        stage.staff(
                List.of("chief", "deputy", "worker"),
                Map.of("chief", new Span(MONDAY, Optional.of(MONDAY.plusDays(4)))),
                new Substitution(
                        "s-1",
                        new Substitution.Absent("chief"),
                        "deputy",
                        new Span(MONDAY.minusDays(7), Optional.of(MONDAY.plusDays(2))),
                        new Order("12", MONDAY.minusDays(8), Optional.empty())));
        stage.about("k-1", Party.person("chief"), "worker");
        stage.about("k-2", Party.person("chief"), "deputy");
        stage.document(OTHER, "k-3", Party.person("chief"), MONDAY);
        Caller deputy = caller("deputy", BODY, Role.EMPLOYEE);
        Caller worker = caller("worker", BODY, Role.EMPLOYEE, Role.ASSESSOR);

        for (int day = -1; day <= 3; day++) {
            stage.day(MONDAY.plusDays(day));
            assertThat(tasks(deputy).stream().map(task -> task.path("object").asText()))
                    .as("%d", day)
                    .isEqualTo(day >= 0 && day <= 2 ? List.of("kpi-sheet~k-1") : List.of());
            assertThat(tasks(worker)).isEmpty();
        }
        assertThat(tasks(caller("chief", BODY, Role.ASSESSOR))).hasSize(3);
    }

    @Test
    void aTaskSaysWhomAndWhenItIsAbout_andNothingElseOfTheDocument() {
        stage.about("k-1", Party.person("chief"), "worker");

        JsonNode task = tasks(caller("chief", BODY, Role.ASSESSOR)).getFirst();

        assertThat(task.path("about").toString())
                .isEqualTo("{\"name\":\"Name of worker\",\"period\":\"2026\"}");
        assertThat(task.toString()).doesNotContain("99.5");
    }

    /// CAL.4: what is open moves with the calendar.
    @Test
    void anOpenTermIsCountedAgain_whereTheCalendarIsCorrected() {
        stage.counted("k-1", Party.person("emp-1"), MONDAY.minusDays(4));
        stage.day(MONDAY.plusDays(1));
        JsonNode before = tasks(EMPLOYEE).getFirst();
        assertThat(before.path("due").asText()).isEqualTo("2026-04-13");
        assertThat(before.path("late").asBoolean()).isTrue();

        stage.dayOff(MONDAY);

        JsonNode after = tasks(EMPLOYEE).getFirst();
        assertThat(after.path("due").asText()).isEqualTo("2026-04-14");
        assertThat(after.path("safeDue").asText()).isEqualTo("2026-04-14");
        assertThat(after.path("late").asBoolean()).isFalse();
        JsonNode ofBody = stage.call("GET /tasks").by(HR).query("body", BODY).send().body();
        assertThat(ofBody.at("/tasks/0/due").asText()).isEqualTo("2026-04-14");
    }

    /// Orders 120 and 121: what is listed by its act or its year is named by its days.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "violation | a-1 | {'act':'a-1','employee':'worker','date':'2026-12-08'}"
                        + " | {'period':'2026-12-08','within':'flexible-time~a-1'}",
                "visit | 2026 | {'date':'2026-11-30'} | {'period':'2026-11-30'}",
                "presence-act | 2026 | {'visit':'v-1','observedAt':'2026-11-30T19:30:00Z'}"
                        + " | {'period':'2026-12-01','within':'visit~v-1'}",
                "visit-plan | 2026 | {'from':'2026-07-01','to':'2027-06-30'}"
                        + " | {'period':'2026-07-01–2027-06-30'}",
                "monitoring-result | 2026 | {'from':'2026-10-01','to':'2026-12-31'}"
                        + " | {'period':'2026-10-01–2026-12-31'}",
                "recall | 2026-12-10 | {'employee':'worker'} | {'period':'2026-12-10'}",
                "monitoring-signal | 2026-11-29 | {} | {'period':'2026-11-29'}",
                "flexible-application | 2026-11-28 | {} | {'period':'2026-11-28'}"
            })
    void aTaskSaysTheDaysByWhichPeopleKnowIt(
            String kind, String period, String content, String about) {
        stage.waiting(kind, period, content.replace('\'', '"'), Party.person("chief"));

        JsonNode task = tasks(caller("chief", BODY, Role.EMPLOYEE)).getFirst();

        assertThat(task.path("about").toString()).isEqualTo(about.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({"cursor, ?", "cursor, ''", "limit, 0", "limit, 101", "limit, ten"})
    void whatIsNoPageIsRefused(String parameter, String value) {
        Answer answer = stage.call("GET /tasks").by(EMPLOYEE).query(parameter, value).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly(parameter);
    }

    private List<JsonNode> tasks(Caller caller) {
        return stage.call("GET /tasks")
                .by(caller)
                .send()
                .body()
                .path("tasks")
                .valueStream()
                .toList();
    }
}
