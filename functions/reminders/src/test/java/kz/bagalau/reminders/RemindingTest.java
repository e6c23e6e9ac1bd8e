package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.BODY;
import static kz.bagalau.reminders.Stage.HR;
import static kz.bagalau.reminders.Stage.MONDAY;
import static kz.bagalau.reminders.Stage.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Substitutes;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.cases.dynamo.DynamoTaskNotices;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.reminders.dynamo.DynamoBodyReminders;
import kz.bagalau.reminders.dynamo.DynamoRemindedDays;
import kz.bagalau.rules.calendar.WorkingCalendar;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemindingTest {

    private static final Party PERSON = Party.person("emp-1");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @AutoClose private final Stage stage = new Stage();

    @Test
    void aTaskNearItsDayReachesItsOwner_withoutScoreOrGrade() {
        stage.document("k-1", PERSON, TUESDAY);

        stage.remind();

        JsonNode message = only(stage.delivered());
        assertThat(message.path("kind").asText()).isEqualTo("task-reminder");
        assertThat(message.path("person").asText()).isEqualTo("emp-1");
        assertThat(message.path("object").asText()).isEqualTo("kpi-sheet~k-1");
        assertThat(message.path("rule").asText()).isEqualTo("kpi.resubmit");
        assertThat(message.path("due").asText()).isEqualTo("2026-04-14");
        assertThat(message.at("/text/en").asText())
                .isEqualTo(
                        "Reminder: “Resubmit the corrected assessment sheet”, last day 14.04.2026.");
        assertThat(message.at("/text/kk").asText())
                .contains("14.04.2026")
                .contains("бағалау парағын");
        assertThat(message.at("/text/ru").asText())
                .contains("14.04.2026")
                .contains("оценочный лист");
        assertThat(message.toString()).doesNotContain("99.5", "score", "grade");
        assertThat(stage.delivered()).isEmpty();
    }

    /// CAL.4: an open term moves with the calendar, and its reminders with it.
    @Test
    void aTermThatMovedWithTheCalendar_isRemindedOfByItsNewDay() {
        stage.counted("k-1", PERSON, MONDAY.minusDays(4)); // Monday
        stage.dayOff(MONDAY);

        stage.day(MONDAY.minusDays(3));
        stage.remind();
        assertThat(only(stage.delivered()).path("due").asText()).isEqualTo("2026-04-14");
        stage.day(TUESDAY);
        stage.remind();
        assertThat(stage.delivered()).as("it is not late yet").isEmpty();
    }

    /// Each line: working days before the due day (or after it, below zero), how many messages.
    @ParameterizedTest
    @CsvSource({"6, 0", "5, 1", "4, 0", "3, 0", "2, 0", "1, 1", "0, 0", "-1, 1", "-2, 0", "-3, 0"})
    void byDefaultFiveDaysAndOneDayBefore_andOneDayAfter(int before, int messages) {
        stage.document("k-1", PERSON, MONDAY);

        stage.day(shifted(MONDAY, -before));
        stage.remind();

        assertThat(stage.delivered()).hasSize(messages);
    }

    @Test
    void aBodyRemindsAsItHasSet() {
        stage.call("PUT /reminders/{body}")
                .by(HR)
                .path("body", BODY)
                .body("{\"before\":[3],\"escalate\":2}")
                .send();
        stage.document("k-1", PERSON, MONDAY);
        stage.document(OTHER, "k-2", PERSON, MONDAY);

        stage.day(shifted(MONDAY, -3));
        stage.remind();
        assertThat(objects()).containsExactly("kpi-sheet~k-1");
        stage.day(shifted(MONDAY, -1));
        stage.remind();
        assertThat(objects()).containsExactly("kpi-sheet~k-2");
        stage.day(shifted(MONDAY, 2));
        stage.remind();
        assertThat(objects()).containsExactlyInAnyOrder("kpi-sheet~k-1", "kpi-sheet~k-2");
    }

    /// Each line: who is late, who is asked.
    @ParameterizedTest
    @CsvSource({
        "person:emp-1,     hr",
        "head:min-digital, hr",
        "authority:agency, hr",
        "hr:min-finance,   hr",
        "hr:min-digital,   head"
    })
    void whatIsLateGoesToThePersonnelService_andIfThatIsLateToTheHead(String owner, String office) {
        stage.document("k-1", new Party(owner), MONDAY);

        stage.day(TUESDAY);
        stage.remind();

        JsonNode message = only(stage.delivered());
        assertThat(message.path("kind").asText()).isEqualTo("task-escalation");
        assertThat(message.path("office").asText()).isEqualTo(office);
        assertThat(message.path("of").asText()).isEqualTo(BODY);
        assertThat(message.at("/text/en").asText()).contains("the last day was 13.04.2026");
    }

    @Test
    void whatFollowsByItselfIsRemindedOfNobody() {
        stage.document("k-1", Party.SYSTEM, TUESDAY);
        stage.document("k-2", Party.SYSTEM, shifted(MONDAY, -1));

        stage.remind();

        assertThat(stage.delivered()).isEmpty();
    }

    @Test
    void aTaskWithoutARuleIsNamedInGeneral_andAProvisionalDaySaysSo() {
        stage.document(
                BODY,
                "k-1",
                new Task(
                        new Reference("kpi-sheet", "k-1"),
                        "hold",
                        Optional.empty(),
                        PERSON,
                        BODY,
                        Optional.of(TUESDAY),
                        Optional.of(TUESDAY),
                        true,
                        "No. 245",
                        "¶9"));

        stage.remind();

        assertThat(only(stage.delivered()).at("/text/en").asText())
                .startsWith("Reminder: “A task in a document”, last day 14.04.2026.")
                .endsWith("so the day may change.");
    }

    @Test
    void whoeverActsThatDayIsReminded() {
        stage.document("k-1", PERSON, TUESDAY);
        Reminding reminding =
                new Reminding(
                        stage.cases,
                        new DynamoBodyReminders(stage.table, Clock.systemUTC()),
                        new DynamoRemindedDays(stage.table),
                        new DynamoTaskNotices(stage.table, Clock.systemUTC()),
                        (body, day) ->
                                owner ->
                                        owner.equals(PERSON)
                                                        && body.equals(BODY)
                                                        && day.equals(MONDAY)
                                                ? Party.person("substitute-1")
                                                : owner);

        assertThat(reminding.remind(BODY, MONDAY, WorkingCalendar.published())).isOne();
        assertThat(reminding.remind(BODY, MONDAY, WorkingCalendar.published())).isZero();

        assertThat(only(stage.delivered()).path("person").asText()).isEqualTo("substitute-1");
    }

    @Test
    void whatIsDoneIsNotRemindedOf() {
        Document document = stage.document("k-1", PERSON, TUESDAY);
        stage.settle(document);

        stage.remind();

        assertThat(stage.delivered()).isEmpty();
    }

    @Test
    void aSecondRunOfTheDayRemindsOfWhatCameSince_andOfNothingTwice() {
        stage.document("k-1", PERSON, TUESDAY);
        stage.remind();
        stage.remind();
        assertThat(objects()).containsExactly("kpi-sheet~k-1");

        stage.document("k-2", PERSON, TUESDAY);
        stage.remind();

        assertThat(objects()).containsExactly("kpi-sheet~k-2");
    }

    /// From the daily call to the message in the queue, it dies at every request in turn.
    @ParameterizedTest
    @EnumSource
    void whereverAProcessDies_everyReminderIsStoredOnce(Moment moment) {
        stage.document("k-1", PERSON, TUESDAY);
        stage.document("k-2", Party.person("emp-2"), shifted(MONDAY, 5));
        String message = "{\"day\":\"%s\",\"bodies\":[\"%s\"]}".formatted(MONDAY, BODY);
        int died = 0;
        for (int request = 1; request <= 12; request++) {
            if (stage.crash.at(request, moment, () -> stage.remind(message)).isEmpty()) {
                died++;
            }
        }
        assertThat(died).isGreaterThan(5);

        assertThat(stage.remind(message)).isTrue();

        assertThat(objects()).containsExactlyInAnyOrder("kpi-sheet~k-1", "kpi-sheet~k-2");
    }

    @ParameterizedTest
    @EnumSource
    void theDailyCallCutShortAndSentAgain_asksForEveryBody(Moment moment) {
        IntStream.range(0, 230).forEach(i -> stage.body("body-%03d".formatted(i)));
        for (int request = 1; request <= 3; request++) {
            stage.crash.at(request, moment, () -> stage.run("RemindDeadlines", Map.of()));
        }
        stage.received("RemindedBodies");

        assertThat(stage.run("RemindDeadlines", Map.of())).containsEntry("bodies", 232);

        List<String> asked =
                stage.received("RemindedBodies").stream()
                        .flatMap(message -> Json.read(message.body()).path("bodies").valueStream())
                        .map(JsonNode::asText)
                        .toList();
        assertThat(asked).hasSize(232).doesNotHaveDuplicates().contains(BODY, OTHER, "body-229");
    }

    /// No schedule ran from Tuesday to Sunday. Of one task there is one message, the latest.
    @Test
    void daysOnWhichNothingRanAreMadeUpFor() {
        stage.remind();
        stage.document("near", PERSON, shifted(MONDAY, 9));
        stage.document("near-and-late", PERSON, shifted(MONDAY, 2));
        stage.document("late", Party.office(Role.HR, BODY), MONDAY);
        stage.document("far", PERSON, shifted(MONDAY, 11));

        stage.day(MONDAY.plusDays(7));
        stage.remind();

        assertThat(
                        stage.delivered().stream()
                                .map(message ->
                                        message.path("object").asText()
                                                + " "
                                                + message.path("kind").asText()))
                .containsExactlyInAnyOrder(
                        "kpi-sheet~near task-reminder",
                        "kpi-sheet~near-and-late task-escalation",
                        "kpi-sheet~late task-escalation");
        stage.remind();
        assertThat(objects()).isEmpty();
    }

    /// What was missed longer ago is of no use to anybody.
    @Test
    void onlyTwoWeeksAreMadeUpFor() {
        stage.remind();
        stage.document("long-late", PERSON, MONDAY);
        stage.document("late", PERSON, MONDAY.plusDays(21));

        stage.day(MONDAY.plusDays(30));
        stage.remind();

        assertThat(objects()).containsExactly("kpi-sheet~late");
    }

    /// What a body has set cannot be read.
    @Test
    void aBodyThatFailsKeepsNoOtherFromItsTurn_andComesAgain() {
        stage.document(BODY, "k-1", PERSON, TUESDAY);
        stage.document(OTHER, "k-2", PERSON, TUESDAY);
        put(Item.of("reminders", BODY).with("edition", 1).with("before", "x").with("escalate", 1));
        String message =
                "{\"day\":\"%s\",\"bodies\":[\"%s\",\"%s\"]}".formatted(MONDAY, BODY, OTHER);

        assertThat(stage.remind(message)).isFalse();
        assertThat(objects()).containsExactly("kpi-sheet~k-2");

        put(Item.of("reminders", BODY).with("edition", 1).with("before", "1").with("escalate", 1));
        assertThat(stage.remind(message)).isTrue();
        assertThat(objects()).containsExactly("kpi-sheet~k-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"day\":\"2026-04-13\"}",
                "{\"day\":\"2026-04-13\",\"bodies\":[]}",
                "{\"day\":\"today\",\"bodies\":[\"min-digital\"]}",
                "{\"day\":\"2026-04-13\",\"bodies\":[\"a#b\"]}"
            })
    void aMessageThatIsNoneOfOursIsPutAside(String message) {
        stage.document("k-1", PERSON, TUESDAY);

        assertThat(stage.remind(message)).isTrue();

        assertThat(stage.delivered()).isEmpty();
    }

    /// Only the tasks between the first and the last day of the reminders are read: 150 of them in
    /// two pages, and none of those before and after.
    @Test
    void whatIsFarFromItsDayIsNotRead() {
        for (int i = 0; i < 150; i++) {
            stage.document("near-" + i, Party.person("emp-" + i), TUESDAY);
            stage.document("far-" + i, Party.person("emp-" + i), MONDAY.plusDays(60));
            stage.document("past-" + i, Party.person("emp-" + i), MONDAY.minusDays(60));
        }
        AtomicInteger requests = new AtomicInteger();

        assertThat(
                        Runtime.with(
                                stage.runtime("RemindBodies", requests::incrementAndGet),
                                () ->
                                        new Reminding(
                                                        DynamoCases.fromEnvironment(),
                                                        DynamoBodyReminders.fromEnvironment(),
                                                        DynamoRemindedDays.fromEnvironment(),
                                                        DynamoTaskNotices.fromEnvironment(),
                                                        Substitutes.none())
                                                .remind(BODY, MONDAY, WorkingCalendar.published())))
                .isEqualTo(150);

        // settings, the last day, two pages, a transaction for each, the day
        assertThat(requests).hasValue(150 + 5);
    }

    private List<String> objects() {
        return stage.delivered().stream().map(message -> message.path("object").asText()).toList();
    }

    private void put(Item item) {
        stage.table
                .dynamo()
                .putItem(request -> request.tableName(stage.table.name()).item(item.attributes()));
    }

    private static LocalDate shifted(LocalDate day, int workingDays) {
        WorkingCalendar calendar = WorkingCalendar.published();
        LocalDate shifted = day;
        for (int i = 0; i < Math.abs(workingDays); i++) {
            shifted =
                    workingDays > 0
                            ? calendar.firstWorkingAfter(shifted)
                            : calendar.lastWorkingBefore(shifted);
        }
        return shifted;
    }

    private static JsonNode only(List<JsonNode> messages) {
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }
}
