package kz.bagalau.arrangements.dynamo;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.bagalau.arrangements.Arrangement;
import kz.bagalau.arrangements.Arrangements;
import kz.bagalau.arrangements.FixedTimes;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Written;
import kz.bagalau.cases.dynamo.DynamoCases;
import kz.bagalau.facts.dynamo.DynamoWorkTimes;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Shelves as items of `arrangements#<body>`, each with the version to which a change is held.
public final class DynamoArrangements implements Arrangements {

    private final Table table;
    private final DynamoWorkTimes times;
    private final DynamoCases cases;

    public DynamoArrangements(Table table, Clock clock) {
        this.table = table;
        this.times = new DynamoWorkTimes(table, clock);
        this.cases = new DynamoCases(table);
    }

    /// The arrangements of this runtime's `RECORDS_TABLE`.
    public static DynamoArrangements fromEnvironment() {
        return new DynamoArrangements(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Sight see(String body, Collection<String> employees) {
        Map<Integer, Shelf> shelves = new HashMap<>();
        for (String employee : employees) {
            shelves.computeIfAbsent(
                    Arrangements.shelfOf(employee),
                    number ->
                            table.find(partition(body), name(number))
                                    .map(DynamoArrangements::shelf)
                                    .orElse(new Shelf(0, Map.of())));
        }
        return new Sight(body, shelves);
    }

    @Override
    public List<Arrangement> all(String body) {
        return table.partition(partition(body)).stream()
                .flatMap(item -> shelf(item).people().values().stream())
                .toList();
    }

    @Override
    public Optional<Written> perform(
            List<Change> changes,
            Sight seen,
            Collection<Arrangement> next,
            Optional<FixedTimes> fixed) {
        Map<Integer, Map<String, Arrangement>> changed = new TreeMap<>();
        for (Arrangement arrangement : next) {
            if (!arrangement.equals(seen.of(arrangement.employee()))) {
                int shelf = Arrangements.shelfOf(arrangement.employee());
                changed.computeIfAbsent(shelf, number -> new TreeMap<>(seen.shelf(number).people()))
                        .put(arrangement.employee(), arrangement);
            }
        }
        Optional<DynamoWorkTimes.Seen> standing = fixed.map(_ -> times.see(seen.body()));
        return cases.perform(
                changes,
                transaction -> {
                    changed.forEach((number, people) -> put(transaction, seen, number, people));
                    fixed.ifPresent(act -> {
                        DynamoWorkTimes.Seen before = standing.orElseThrow();
                        times.add(transaction, before, before.withAct(act.act(), act.times()));
                    });
                });
    }

    private void put(
            Transaction transaction, Sight seen, int number, Map<String, Arrangement> people) {
        long version = seen.shelf(number).version();
        Put.Builder put =
                Put.builder()
                        .tableName(table.name())
                        .item(
                                Item.of(partition(seen.body()), name(number))
                                        .with("version", version + 1)
                                        .with("people", ArrangementJson.write(people.values()))
                                        .attributes());
        transaction.add(
                version == 0
                        ? put.conditionExpression("attribute_not_exists(pk)").build()
                        : put.conditionExpression("version = :seen")
                                .expressionAttributeValues(Map.of(":seen", Item.number(version)))
                                .build());
    }

    private static Shelf shelf(Map<String, AttributeValue> item) {
        return new Shelf(
                Item.number(item, "version"), ArrangementJson.read(Item.text(item, "people")));
    }

    private static String partition(String body) {
        return "arrangements#" + body;
    }

    private static String name(int shelf) {
        return "%02d".formatted(shelf);
    }
}
