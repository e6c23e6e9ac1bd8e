package kz.bagalau.cases.dynamo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Editions: what stands now as one item, and every edition in the partition of its history. An
/// edition, its place in the history and its audit entry are one transaction.
public final class DynamoEditions<T> {

    private static final String EDITION = "edition";

    private final Table table;
    private final Clock clock;
    private final Shelf<T> shelf;

    public DynamoEditions(Table table, Clock clock, Shelf<T> shelf) {
        this.table = table;
        this.clock = clock;
        this.shelf = shelf;
    }

    /// What stands now.
    public Optional<Edition<T>> find(String key) {
        var place = shelf.place(key).attributes();
        return table.find(Item.text(place, Item.PK), Item.text(place, Item.SK))
                .map(this::edition)
                .or(() -> shelf.before(key));
    }

    /// What once stood.
    public Optional<Edition<T>> find(String key, long version) {
        return version == 0
                ? shelf.before(key)
                : table.find(shelf.history(key), number(version)).map(this::edition);
    }

    /// Everything that now stands in a partition.
    public List<Edition<T>> all(String partition) {
        return table.partition(partition).stream().map(this::edition).toList();
    }

    /// Stores a new edition; the same again changes nothing.
    ///
    /// @param seen the version that the caller has edited; empty where the caller does not say
    public Saved<T> put(String key, T value, OptionalLong seen, Caller by) {
        OptionalLong expected = seen;
        while (true) {
            Optional<Edition<T>> standing = find(key);
            if (standing.filter(edition -> edition.value().equals(value)).isPresent()) {
                return new Saved.Kept<>(standing.get());
            }
            long version = standing.map(Edition::version).orElse(0L);
            if (expected.isPresent() && expected.getAsLong() != version) {
                return new Saved.Changed<>(version);
            }
            if (write(key, standing, value, by, transaction -> {}).isEmpty()) {
                return new Saved.Kept<>(new Edition<>(value, version + 1));
            }
            // Somebody was quicker: what stands now is either the same, or what the caller has not
            // seen.
            expected = OptionalLong.of(version);
        }
    }

    /// Writes the edition after the one that stands, with writes of the capability's own.
    ///
    /// @param standing what was read
    /// @return the writes whose condition did not hold: the first two are the edition's; empty
    ///   where all is written
    public List<Transaction.Refusal> write(
            String key,
            Optional<Edition<T>> standing,
            T value,
            Caller by,
            Consumer<Transaction> also) {
        Edition<T> next = new Edition<>(value, standing.map(Edition::version).orElse(0L) + 1);
        Instant now = clock.instant();
        String history = shelf.history(key);
        Item audit = shelf.audit(key, standing.map(Edition::value), next, by, now);
        Transaction transaction =
                new Transaction()
                        .add(replacement(item(shelf.place(key), next, by, now), next))
                        .putIfAbsent(
                                table.name(),
                                item(Item.of(history, number(next.version())), next, by, now))
                        .put(table.name(), audit);
        also.accept(transaction);
        return transaction.write(table.dynamo());
    }

    /// What stood before editions were kept has none, as what comes with the program.
    private Put replacement(Item item, Edition<T> next) {
        Put.Builder put = Put.builder().tableName(table.name()).item(item.attributes());
        return next.version() == 1
                ? put.conditionExpression("attribute_not_exists(edition)").build()
                : put.conditionExpression("edition = :seen")
                        .expressionAttributeValues(Map.of(":seen", Item.number(next.version() - 1)))
                        .build();
    }

    private Item item(Item place, Edition<T> edition, Caller by, Instant at) {
        return shelf.write(place, edition.value())
                .with(EDITION, edition.version())
                .with("by", by.subject())
                .with("at", at.toString());
    }

    private Edition<T> edition(Map<String, AttributeValue> item) {
        return new Edition<>(shelf.read(item), Item.optionalNumber(item, EDITION).orElse(0L));
    }

    private static String number(long version) {
        return "%06d".formatted(version);
    }
}
