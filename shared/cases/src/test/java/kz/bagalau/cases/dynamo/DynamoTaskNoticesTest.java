package kz.bagalau.cases.dynamo;

import static kz.bagalau.cases.dynamo.Sheets.EMPLOYEE;
import static kz.bagalau.cases.dynamo.Sheets.HIGHER;
import static kz.bagalau.cases.dynamo.Sheets.MANAGER;
import static kz.bagalau.cases.dynamo.Sheets.opening;
import static kz.bagalau.cases.dynamo.Sheets.submitting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.TaskNotices;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoTaskNoticesTest {

    private static final Clock CLOCK = Clock.fixed(Sheets.AT, ZoneOffset.UTC);
    private static final String MORNING = "BEFORE#2026-03-19";

    @AutoClose private final Sandbox sandbox = Sandbox.open();
    private final Crash crash = new Crash();

    @AutoClose private final DynamoDbClient mortal = new Endpoint(sandbox.address()).connect(crash);

    private final Table table = new Table(sandbox.dynamo(), sandbox.table("Records"));
    private final DynamoCases cases = new DynamoCases(table);
    private final TaskNotices notices = new DynamoTaskNotices(table, CLOCK);
    private final Document draft = Sheets.draft("k-1", "min-digital", "2026");
    private final Task task = opening(draft).tasks().getFirst();

    @Test
    void ofAnOccasionThereIsOneMessage_whoeverActs() {
        cases.perform(opening(draft));

        assertThat(notices.store(task, MORNING, to(MANAGER))).isTrue();
        assertThat(notices.store(task, MORNING, to(MANAGER))).isFalse();
        assertThat(notices.store(task, MORNING, to(EMPLOYEE))).isFalse();
        assertThat(notices.store(task, "BEFORE#2026-03-25", to(MANAGER))).isTrue();
        assertThat(waiting()).containsExactly(to(MANAGER), to(MANAGER));
    }

    @Test
    void ofATaskThatIsSettledThereIsNone() {
        cases.perform(opening(draft));
        cases.perform(submitting(draft));
        waiting(); // of the event itself

        assertThat(notices.store(task, MORNING, to(MANAGER))).isFalse();
        assertThat(waiting()).doesNotContain(to(MANAGER));
    }

    @Test
    void everyOwnerHasTheirOwn() {
        Task other = Sheets.task(draft, "submit", HIGHER, task.due());
        cases.perform(new Change(draft, Sheets.act("open", "hr-1"), List.of(task, other)));

        assertThat(notices.store(task, MORNING, to(MANAGER))).isTrue();
        assertThat(notices.store(other, MORNING, to(HIGHER))).isTrue();
    }

    @Test
    void ofManyAtOnce_oneIsStored() {
        cases.perform(opening(draft));

        assertThat(
                        IntStream.range(0, 12)
                                .parallel()
                                .filter(_ -> notices.store(task, MORNING, to(MANAGER)))
                                .count())
                .isOne();
        assertThat(waiting()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_thereIsOneInTheEnd(Moment moment) {
        cases.perform(opening(draft));
        TaskNotices dying =
                new DynamoTaskNotices(new Table(mortal, sandbox.table("Records")), CLOCK);

        assertThat(crash.at(1, moment, () -> dying.store(task, MORNING, to(MANAGER)))).isEmpty();
        notices.store(task, MORNING, to(MANAGER));

        assertThat(waiting()).containsExactly(to(MANAGER));
    }

    private List<Message> waiting() {
        return new DynamoOutbox(table).waiting().map(Outbox.Waiting::message).toList();
    }

    private static Message to(Party party) {
        return new Message("task-due", party, Json.object().put("kk", "Мерзім"));
    }
}
