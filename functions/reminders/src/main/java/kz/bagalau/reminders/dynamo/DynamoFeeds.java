package kz.bagalau.reminders.dynamo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reminders.Feed;
import kz.bagalau.reminders.FeedPassword;
import kz.bagalau.reminders.Feeds;
import kz.bagalau.rules.Language;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Feeds as items `feed#<id>`.
public final class DynamoFeeds implements Feeds {

    private static final String ONE = "-";
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

    private final Table table;
    private final Clock clock;

    public DynamoFeeds(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The feeds in this runtime's `RECORDS_TABLE`.
    public static DynamoFeeds fromEnvironment() {
        return new DynamoFeeds(Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Optional<Known> find(String id) {
        // DynamoDB refuses keys that are empty or too long
        return ID.matcher(id).matches()
                ? table.find(partition(id), ONE)
                        .map(item -> known(id, item))
                        .filter(known -> clock.instant().isBefore(known.feed().until()))
                : Optional.empty();
    }

    @Override
    public boolean create(
            Feed feed, FeedPassword password, Caller by, Optional<Idempotency.Reply> reply) {
        Instant now = clock.instant();
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(table.name(), item(feed, password))
                        .put(table.name(), audit(feed, by, "create", now));
        reply.ifPresent(
                kept -> transaction.putIfAbsent(table.name(), DynamoIdempotency.item(kept, now)));
        return transaction.write(table.dynamo()).isEmpty();
    }

    @Override
    public void renew(Feed feed, FeedPassword password, Caller by) {
        new Transaction()
                .add(
                        Put.builder()
                                .tableName(table.name())
                                .item(item(feed, password).attributes())
                                .conditionExpression("attribute_exists(pk)")
                                .build())
                .put(table.name(), audit(feed, by, "renew", clock.instant()))
                .write(table.dynamo());
    }

    @Override
    public void remove(Feed feed, Caller by) {
        new Transaction()
                .add(
                        Delete.builder()
                                .tableName(table.name())
                                .key(Item.key(partition(feed.id()), ONE))
                                .conditionExpression("attribute_exists(pk)")
                                .build())
                .put(table.name(), audit(feed, by, "delete", clock.instant()))
                .write(table.dynamo());
    }

    private static Item audit(Feed feed, Caller by, String what, Instant at) {
        return Audit.entry(partition(feed.id()), by, what, Map.of(), at);
    }

    private static Item item(Feed feed, FeedPassword password) {
        List<String> parties = feed.parties().stream().map(Party::name).toList();
        return Item.of(partition(feed.id()), ONE)
                .with("owner", feed.owner())
                .with("body", feed.body())
                .with("parties", AttributeValue.fromL(parties.stream().map(Item::text).toList()))
                .with("language", feed.language().name())
                .with("salt", password.salt())
                .with("hash", password.hash())
                .with("expires", feed.until().getEpochSecond());
    }

    private static Known known(String id, Map<String, AttributeValue> item) {
        return new Known(
                new Feed(
                        id,
                        Item.text(item, "owner"),
                        Item.optionalText(item, "body"),
                        Item.texts(item, "parties").stream().map(Party::new).toList(),
                        Language.valueOf(Item.text(item, "language")),
                        Instant.ofEpochSecond(Item.number(item, "expires"))),
                new FeedPassword(Item.bytes(item, "salt"), Item.bytes(item, "hash")));
    }

    private static String partition(String id) {
        return "feed#" + id;
    }
}
