package kz.bagalau.cases.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Task;
import kz.bagalau.cases.TaskNotices;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;

/// Marks as items `noticed#<document>`, one an occasion, event and owner.
public final class DynamoTaskNotices implements TaskNotices {

    /// Longer than any schedule is repeated; also what shows afterwards who was reminded.
    private static final Duration KEPT = Duration.ofDays(400);

    private final Table table;
    private final Clock clock;

    public DynamoTaskNotices(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The marks in this runtime's `RECORDS_TABLE`.
    public static DynamoTaskNotices fromEnvironment() {
        return new DynamoTaskNotices(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public boolean store(Task task, String occasion, Message message) {
        Instant now = clock.instant();
        String mark = "%s#%s#%s".formatted(occasion, task.event(), task.owner());
        String id = "%s#%s#%s".formatted(now, task.object(), Sha256.base64(mark));
        return new Transaction()
                .putIfAbsent(
                        table.name(),
                        Item.of(Places.noticed(task.object()), mark)
                                .with("to", message.to().name())
                                .with("at", now.toString())
                                .with("expires", now.plus(KEPT).getEpochSecond()))
                .add(stillOpen(task))
                .put(table.name(), DynamoOutbox.item(id, task.body(), message))
                .write(table.dynamo())
                .isEmpty();
    }

    private ConditionCheck stillOpen(Task task) {
        return ConditionCheck.builder()
                .tableName(table.name())
                .key(TaskItems.key(task))
                .conditionExpression("attribute_exists(pk)")
                .build();
    }
}
