package kz.bagalau.cases.dynamo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Editions: what stands now as one item, and every edition in the partition of its history. An
/// edition, its place in the history and its audit entry are one transaction.
///
/// A function of a build from before editions were kept writes what stands without a number. Where
/// there is a history already, it counts as the edition after the newest in it, and is put there
/// together with the edition that follows.
public final class DynamoEditions<T> {

    private static final String EDITION = "edition";
    private static final Condition UNNUMBERED =
            new Condition("attribute_not_exists(edition)", Map.of());

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
                .map(item -> standing(key, item))
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
        return put(key, value, seen, by, () -> _ -> {});
    }

    /// The same, with writes of the capability's own.
    ///
    /// @param also asked for before each attempt; a condition among its writes that does not hold
    ///   leads to another attempt
    public Saved<T> put(
            String key,
            T value,
            OptionalLong seen,
            Caller by,
            Supplier<Consumer<Transaction>> also) {
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
            if (write(key, standing, value, by, also.get()).isEmpty()) {
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
        List<Transaction.Refusal> refusals =
                transaction(key, standing, next, by, replaced(next), also).write(table.dynamo());
        Optional<Map<String, AttributeValue>> unnumbered =
                refusals.stream()
                        .filter(refusal -> refusal.position() == 0)
                        .map(Transaction.Refusal::standing)
                        .filter(item -> isUnnumbered(item, standing))
                        .findFirst();
        return unnumbered
                .map(item ->
                        transaction(key, standing, next, by, UNNUMBERED, also)
                                .putIfAbsent(table.name(), asEdition(key, item, next))
                                .write(table.dynamo()))
                .orElse(refusals);
    }

    /// Whether an item was read as `standing` and has no number.
    private boolean isUnnumbered(Map<String, AttributeValue> item, Optional<Edition<T>> standing) {
        return !item.isEmpty()
                && Item.optionalNumber(item, EDITION).isEmpty()
                && standing.map(Edition::value).equals(Optional.of(shelf.read(item)));
    }

    /// What stands without a number, as the edition before `next`.
    private Item asEdition(String key, Map<String, AttributeValue> item, Edition<T> next) {
        long version = next.version() - 1;
        Item edition = Item.of(shelf.history(key), number(version));
        item.forEach((name, value) -> {
            if (!name.equals(Item.PK) && !name.equals(Item.SK)) {
                edition.with(name, value);
            }
        });
        return edition.with(EDITION, version);
    }

    /// The condition under which what stands may be replaced.
    private record Condition(String expression, Map<String, AttributeValue> values) {}

    /// What stood before editions were kept has no number, as what comes with the program.
    private Condition replaced(Edition<T> next) {
        return next.version() == 1
                ? UNNUMBERED
                : new Condition(
                        "edition = :seen", Map.of(":seen", Item.number(next.version() - 1)));
    }

    private Transaction transaction(
            String key,
            Optional<Edition<T>> standing,
            Edition<T> next,
            Caller by,
            Condition condition,
            Consumer<Transaction> also) {
        Transaction transaction = new Transaction();
        add(transaction, key, standing, next, by, condition);
        also.accept(transaction);
        return transaction;
    }

    /// Adds to a transaction of the capability's own the edition after the one that stands: three
    /// writes, of which the first two have conditions. For what has had numbers from the beginning.
    ///
    /// @param standing what was read
    public void add(
            Transaction transaction,
            String key,
            Optional<Edition<T>> standing,
            T value,
            Caller by) {
        Edition<T> next = new Edition<>(value, standing.map(Edition::version).orElse(0L) + 1);
        add(transaction, key, standing, next, by, replaced(next));
    }

    private void add(
            Transaction transaction,
            String key,
            Optional<Edition<T>> standing,
            Edition<T> next,
            Caller by,
            Condition condition) {
        Instant now = clock.instant();
        transaction
                .add(replacement(item(shelf.place(key), next, by, now), condition))
                .putIfAbsent(
                        table.name(),
                        item(Item.of(shelf.history(key), number(next.version())), next, by, now))
                .put(table.name(), shelf.audit(key, standing.map(Edition::value), next, by, now));
    }

    private Put replacement(Item item, Condition condition) {
        Put.Builder put =
                Put.builder()
                        .tableName(table.name())
                        .item(item.attributes())
                        .conditionExpression(condition.expression())
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
        return condition.values().isEmpty()
                ? put.build()
                : put.expressionAttributeValues(condition.values()).build();
    }

    private Item item(Item place, Edition<T> edition, Caller by, Instant at) {
        return shelf.write(place, edition.value())
                .with(EDITION, edition.version())
                .with("by", by.subject())
                .with("at", at.toString());
    }

    /// The edition in an item that was read together with others.
    public Edition<T> edition(Map<String, AttributeValue> item) {
        return new Edition<>(shelf.read(item), Item.optionalNumber(item, EDITION).orElse(0L));
    }

    private Edition<T> standing(String key, Map<String, AttributeValue> item) {
        return Item.optionalNumber(item, EDITION).isPresent()
                ? edition(item)
                : new Edition<>(shelf.read(item), unnumbered(key));
    }

    /// The number of what stands without one: 0 where there is no history.
    private long unnumbered(String key) {
        long newest = newest(key);
        return newest == 0 ? 0 : newest + 1;
    }

    /// The newest edition in a history, whose numbers have no gap; 0 where it is empty. Found by
    /// keys, which every function that writes may read.
    private long newest(String key) {
        long known = 0;
        long beyond = 1;
        while (isKept(key, beyond)) {
            known = beyond;
            beyond *= 2;
        }
        while (beyond - known > 1) {
            long middle = (known + beyond) / 2;
            if (isKept(key, middle)) {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        return known;
    }

    private boolean isKept(String key, long version) {
        return table.find(shelf.history(key), number(version)).isPresent();
    }

    private static String number(long version) {
        return "%06d".formatted(version);
    }
}
