package kz.bagalau.arrangements.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.bagalau.arrangements.TimesReadings;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Readings as items of `times-read#<body>#<employee>` by their time.
public final class DynamoTimesReadings implements TimesReadings {

    private final Table table;

    public DynamoTimesReadings(Table table) {
        this.table = table;
    }

    /// The readings in this runtime's `RECORDS_TABLE`.
    public static DynamoTimesReadings fromEnvironment() {
        return new DynamoTimesReadings(Table.fromEnvironment("RECORDS_TABLE"));
    }

    @Override
    public void note(String body, Collection<String> employees, Reading reading) {
        List<String> all = List.copyOf(employees);
        for (int from = 0; from < all.size(); from += Transaction.MAX_ITEMS) {
            Transaction transaction = new Transaction();
            all.subList(from, Math.min(all.size(), from + Transaction.MAX_ITEMS))
                    .forEach(employee ->
                            transaction.put(table.name(), item(body, employee, reading)));
            transaction.write(table.dynamo());
        }
    }

    private static Item item(String body, String employee, Reading reading) {
        return Item.of(partition(body, employee), reading.at() + "#" + UUID.randomUUID())
                .with("by", reading.by())
                .with("at", reading.at().toString())
                .with("from", reading.from().toString())
                .with("to", reading.to().toString());
    }

    @Override
    public List<Reading> last(String body, String employee, int most) {
        return table
                .dynamo()
                .query(request ->
                        request.tableName(table.name())
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Item.text(partition(body, employee))))
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(most))
                .items()
                .stream()
                .map(DynamoTimesReadings::reading)
                .toList();
    }

    private static Reading reading(Map<String, AttributeValue> item) {
        return new Reading(
                Item.text(item, "by"),
                Instant.parse(Item.text(item, "at")),
                LocalDate.parse(Item.text(item, "from")),
                LocalDate.parse(Item.text(item, "to")));
    }

    private static String partition(String body, String employee) {
        return "times-read#" + body + "#" + employee;
    }
}
