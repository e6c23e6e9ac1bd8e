package kz.bagalau.reminders;

import static kz.bagalau.reminders.Stage.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.bagalau.arrangements.PersonalSchedules;
import kz.bagalau.arrangements.dynamo.DynamoArrangements;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.dynamo.DynamoOutbox;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.contract.NoContext;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.reminders.sqs.QueuedMessages;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SendMessagesTest {

    /// What SQS takes in one message, and somewhat more.
    private static final String TOO_LONG = "x".repeat(1_100_000);

    @AutoClose private final Stage stage = new Stage();
    private final Outbox outbox = new DynamoOutbox(stage.table);

    @Test
    void aMessageNamesWhomItIsFor_whatItSays_andAnIdThatStays() {
        message(
                1,
                Party.person("emp-1"),
                Json.object().put("kk", "Кезек сізде").put("id", "other"));
        message(2, Party.office(Role.HR, "min-digital"), Json.object());
        message(3, Party.authority("astana"), Json.object());
        List<String> ids = outbox.waiting().map(Outbox.Waiting::id).toList();

        List<JsonNode> delivered = stage.delivered();

        assertThat(delivered)
                .extracting(message -> message.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(delivered)
                .anySatisfy(message -> {
                    assertThat(message.path("person").asText()).isEqualTo("emp-1");
                    assertThat(message.path("kk").asText()).isEqualTo("Кезек сізде");
                    assertThat(message.path("kind").asText()).isEqualTo("task-opened");
                })
                .anySatisfy(message -> {
                    assertThat(message.path("office").asText()).isEqualTo("hr");
                    assertThat(message.path("of").asText()).isEqualTo("min-digital");
                })
                .anySatisfy(message -> {
                    assertThat(message.path("office").asText()).isEqualTo("authority");
                    assertThat(message.path("of").asText()).isEqualTo("astana");
                });
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void manyMessagesAreSentInOneCall() {
        IntStream.range(0, 95).forEach(i -> message(i, Party.person("emp-" + i), Json.object()));

        assertThat(stage.run("SendMessages", Map.of())).containsEntry("sent", 95);

        assertThat(stage.received("Messages")).hasSize(95);
    }

    @Test
    void aMessageThatIsRefusedIsPutAside_andKeepsNoOtherWaiting() {
        var refusing = new Refusing(Set.of("emp-3", "emp-7"));
        IntStream.range(0, 40).forEach(i -> message(i, Party.person("emp-" + i), Json.object()));

        send(refusing);
        send(refusing);

        assertThat(refusing.taken).hasSize(38);
        assertThat(outbox.waiting()).isEmpty();
        assertThat(stage.table.partition("outbox-aside")).hasSize(2);
    }

    @Test
    void whatIsNeitherTakenNorRefusedIsSentLater() {
        message(1, Party.person("emp-1"), Json.object());

        send(_ -> new Delivery.Handed(Set.of(), Set.of()));

        assertThat(outbox.waiting()).hasSize(1);
        assertThat(stage.delivered()).hasSize(1);
    }

    @Test
    void whereTheQueueDoesNotAnswer_theCallFails_andNothingIsLost() {
        message(1, Party.person("emp-1"), Json.object());
        Delivery away =
                _ -> {
                    throw new Outage("away");
                };

        assertThatThrownBy(() -> send(away)).isInstanceOf(Outage.class);

        assertThat(stage.table.partition("outbox-aside")).isEmpty();
        assertThat(stage.delivered()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_everyMessageArrivesUnderItsId(Moment moment) {
        IntStream.range(0, 4).forEach(i -> message(i, Party.person("emp-" + i), Json.object()));
        Set<String> ids = new HashSet<>(outbox.waiting().map(Outbox.Waiting::id).toList());
        for (int request = 1; request <= 24; request += 5) {
            stage.crash.at(request, moment, () -> stage.run("SendMessages", Map.of()));
        }

        List<String> arrived =
                stage.delivered().stream().map(message -> message.path("id").asText()).toList();

        assertThat(arrived).containsAll(ids);
        assertThat(outbox.waiting()).isEmpty();
    }

    /// Between reading and removing, another sender has done the same.
    @Test
    void twoSendersAtOnceLoseNothing() {
        IntStream.range(0, 25).forEach(i -> message(i, Party.person("emp-" + i), Json.object()));
        var inner = new Refusing(Set.of());
        var outer = new Refusing(Set.of());

        send(messages -> {
            if (outer.taken.isEmpty()) {
                send(inner);
            }
            return outer.hand(messages);
        });

        assertThat(inner.taken).hasSize(25);
        assertThat(outbox.waiting()).isEmpty();
        assertThat(stage.table.partition("outbox-aside")).isEmpty();
    }

    /// W46, 120 ¶11: of somebody under an act of remote work nothing is required in the evening.
    @ParameterizedTest
    @CsvSource({
        "2026-04-13, 21:00, 2026-04-14, 08:59, 2026-04-14, 09:00", // Monday to Tuesday
        "2026-04-17, 18:30, 2026-04-20, 08:59, 2026-04-20, 09:00", // over a weekend
        "2026-04-14, 07:00, 2026-04-14, 08:59, 2026-04-14, 09:00" // before the start
    })
    void w46_aMessageToSomebodyWhoWorksRemotely_isKeptUntilTheirWorkingTime(
            LocalDate day,
            String time,
            LocalDate stillDay,
            String still,
            LocalDate begins,
            String start) {
        stage.remote("emp-1", MONDAY, MONDAY.plusMonths(1));
        message(1, Party.person("emp-1"), Json.object());
        message(2, Party.person("emp-2"), Json.object());
        message(3, Party.office(Role.HR, "min-digital"), Json.object());

        stage.time(day, time);
        assertThat(stage.delivered())
                .extracting(message -> message.path("person").asText())
                .containsExactlyInAnyOrder("emp-2", "");
        stage.time(stillDay, still);
        assertThat(stage.delivered()).isEmpty();

        stage.time(begins, start);
        assertThat(stage.delivered())
                .extracting(message -> message.path("person").asText())
                .containsExactly("emp-1");
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void w46_withinWorkingTime_andAfterTheLastDayOfTheAct_nothingIsKept() {
        stage.remote("emp-1", MONDAY, MONDAY);
        stage.time(MONDAY, "18:29");
        message(1, Party.person("emp-1"), Json.object());
        assertThat(stage.delivered()).hasSize(1);

        stage.time(MONDAY.plusDays(1), "21:00");
        message(2, Party.person("emp-1"), Json.object());
        assertThat(stage.delivered()).hasSize(1);
    }

    /// W46: reminders are such messages, too.
    @Test
    void w46_aReminderIsKeptAsWell() {
        stage.remote("emp-1", MONDAY, MONDAY.plusMonths(1));
        stage.document("d1", Party.person("emp-1"), MONDAY.plusDays(1));
        stage.time(MONDAY, "21:00");
        stage.remind();

        assertThat(stage.delivered()).isEmpty();

        stage.time(MONDAY.plusDays(1), "09:00");
        assertThat(stage.delivered())
                .extracting(message -> message.path("kind").asText())
                .containsExactly("task-reminder");
    }

    /// More are kept than are sent at once.
    @Test
    void w46_whatIsKeptKeepsNoOtherWaiting() {
        stage.remote("emp-1", MONDAY, MONDAY.plusMonths(1));
        IntStream.range(0, 40).forEach(i -> message(i, Party.person("emp-1"), Json.object()));
        message(41, Party.person("emp-2"), Json.object());
        stage.time(MONDAY, "21:00");
        var taking = new Refusing(Set.of());

        send(taking, 5);

        assertThat(taking.taken).hasSize(1);
        assertThat(outbox.waiting()).hasSize(40);
    }

    /// A real queue, and a message that is longer than any it takes.
    @Test
    void theQueueItselfRefusesWhatIsTooLong() {
        Outbox.Waiting good = waiting("good", Json.object());
        Outbox.Waiting bad = waiting("bad", Json.object().put("text", TOO_LONG));

        Delivery.Handed handed =
                stage.in(
                        "SendMessages",
                        () -> QueuedMessages.fromEnvironment().hand(List.of(bad, good)));

        assertThat(handed.taken()).containsExactly(good);
        assertThat(handed.refused()).containsExactly(bad);
    }

    private static Outbox.Waiting waiting(String id, ObjectNode json) {
        return new Outbox.Waiting(
                id,
                Optional.of(Stage.BODY),
                new Message("task-opened", Party.person("emp-1"), json));
    }

    private void send(Delivery delivery) {
        send(delivery, 1_000);
    }

    private void send(Delivery delivery, int atOnce) {
        stage.in(
                "SendMessages",
                () ->
                        new SendMessages(
                                        outbox,
                                        delivery,
                                        DynamoArrangements.fromEnvironment(),
                                        PersonalSchedules.fromEnvironment(),
                                        Runtime.current().clock(),
                                        atOnce)
                                .handleRequest(Map.of(), new NoContext()));
    }

    private static final class Refusing implements Delivery {

        private final Set<String> refused;
        private final List<String> taken = new ArrayList<>();

        private Refusing(Set<String> refused) {
            this.refused = refused;
        }

        @Override
        public Handed hand(List<Outbox.Waiting> messages) {
            Set<Outbox.Waiting> good = new HashSet<>(messages);
            good.removeIf(one ->
                    refused.contains(one.message().to().name().substring("person:".length())));
            Set<Outbox.Waiting> bad = new HashSet<>(messages);
            bad.removeAll(good);
            good.forEach(one -> taken.add(one.id()));
            return new Handed(good, bad);
        }
    }

    private void message(int number, Party to, ObjectNode content) {
        Document document =
                new Document(
                        new Reference("kpi-sheet", "k-" + number),
                        "kpi-sheet",
                        "min-digital",
                        "2026",
                        Set.of(),
                        "DRAFT",
                        1,
                        Json.object());
        Act act =
                new Act(
                        "open",
                        "hr-1",
                        MONDAY.atStartOfDay(Runtime.ALMATY).toInstant(),
                        Json.object());
        stage.cases.perform(
                new Change(
                        document,
                        act,
                        List.of(),
                        List.of(new Message("task-opened", to, content)),
                        Optional.empty()));
    }
}
