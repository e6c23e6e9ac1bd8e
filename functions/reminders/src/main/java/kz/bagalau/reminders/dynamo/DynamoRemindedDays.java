package kz.bagalau.reminders.dynamo;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reminders.RemindedDays;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Days as items `reminded-days#<body>`.
public final class DynamoRemindedDays implements RemindedDays {

    private static final String ONE = "-";

    private final Table table;

    public DynamoRemindedDays(Table table) {
        this.table = table;
    }

    /// The days in this runtime's `RECORDS_TABLE`.
    public static DynamoRemindedDays fromEnvironment() {
        return new DynamoRemindedDays(Table.fromEnvironment("RECORDS_TABLE"));
    }

    @Override
    public Optional<LocalDate> last(String body) {
        return table.find(partition(body), ONE)
                .map(item -> LocalDate.ofEpochDay(Item.number(item, "day")));
    }

    @Override
    public void done(String body, LocalDate day) {
        // What is refused stands at a later day already.
        new Transaction()
                .add(
                        Put.builder()
                                .tableName(table.name())
                                .item(
                                        Item.of(partition(body), ONE)
                                                .with("day", day.toEpochDay())
                                                .attributes())
                                .conditionExpression("attribute_not_exists(pk) OR #day < :day")
                                .expressionAttributeNames(Map.of("#day", "day"))
                                .expressionAttributeValues(
                                        Map.of(":day", Item.number(day.toEpochDay())))
                                .build())
                .write(table.dynamo());
    }

    private static String partition(String body) {
        return "reminded-days#" + body;
    }
}
