package kz.bagalau.exit.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.exit.counts.Batch;
import kz.bagalau.exit.counts.Batches;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Batches as items `batches#<year>`/body and number, written once, together with who is in them as
/// `batched#<body>`/year and number.
public final class DynamoBatches implements Batches {

    private final Table table;

    private DynamoBatches(Table table) {
        this.table = table;
    }

    /// The batches of this runtime's `EXIT_INTERVIEWS_TABLE`.
    public static DynamoBatches fromEnvironment() {
        return new DynamoBatches(Table.fromEnvironment("EXIT_INTERVIEWS_TABLE"));
    }

    @Override
    public List<Batch> of(int year) {
        return table.partition(partition(year)).stream().map(DynamoBatches::batch).toList();
    }

    @Override
    public List<Batch> of(String body, int year) {
        return table.partition(partition(year), body + "#").stream()
                .map(DynamoBatches::batch)
                .toList();
    }

    @Override
    public boolean add(Batch batch) {
        ObjectNode counts = Json.object();
        batch.counts()
                .forEach((question, options) -> {
                    ObjectNode chosen = counts.putObject(question);
                    options.forEach(chosen::put);
                });
        String place = "%s#%06d".formatted(batch.body(), batch.number());
        return new Transaction()
                .putIfAbsent(
                        table.name(),
                        Item.of(partition(batch.year()), place)
                                .with("body", batch.body())
                                .with("year", batch.year())
                                .with("number", batch.number())
                                .with("members", Item.texts(batch.members()))
                                .with("counts", Json.write(counts))
                                .with("groups", Json.write(batch.groups()))
                                .with("answered", Json.write(batch.answered())))
                .putIfAbsent(
                        table.name(),
                        Item.of(
                                        batched(batch.body()),
                                        "%d#%06d".formatted(batch.year(), batch.number()))
                                .with("members", Item.texts(batch.members())))
                .write(table.dynamo())
                .isEmpty();
    }

    @Override
    public Set<String> members(String body) {
        return table.partition(batched(body)).stream()
                .flatMap(item -> Item.texts(item, "members").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Batch batch(Map<String, AttributeValue> item) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        Json.read(text(item, "counts"))
                .properties()
                .forEach(question -> counts.put(question.getKey(), numbers(question.getValue())));
        return new Batch(
                text(item, "body"),
                (int) Item.number(item, "year"),
                (int) Item.number(item, "number"),
                Set.copyOf(Item.texts(item, "members")),
                counts,
                numbers(Json.read(text(item, "groups"))),
                numbers(Json.read(text(item, "answered"))));
    }

    private static SortedMap<String, Integer> numbers(JsonNode json) {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        json.properties().forEach(each -> numbers.put(each.getKey(), each.getValue().intValue()));
        return numbers;
    }

    private static String batched(String body) {
        return "batched#" + body;
    }

    private static String partition(int year) {
        return "batches#" + year;
    }
}
