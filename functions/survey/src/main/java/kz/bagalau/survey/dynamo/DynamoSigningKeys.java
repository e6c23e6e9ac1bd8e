package kz.bagalau.survey.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Survey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Private keys in the table `SigningKeys`, as `<survey>#<fingerprint>`/group for those who log in
/// and `<group>#slip` for slips: two attempts to open one survey cannot mix their keys. Keys that
/// no closing has deleted expire on their own.
public final class DynamoSigningKeys implements SigningKeys {

    private static final Duration EXPIRE_AFTER_CLOSE = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoSigningKeys(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The keys of this runtime's `SIGNING_KEYS_TABLE`.
    public static DynamoSigningKeys fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoSigningKeys(runtime.dynamo(), runtime.env("SIGNING_KEYS_TABLE"));
    }

    @Override
    public void put(Survey survey, Map<String, Pair> keys) {
        List<Item> items = new ArrayList<>();
        keys.forEach((group, pair) -> {
            for (Channel channel : Channel.values()) {
                items.add(item(survey, group, channel).with("key", pair.of(channel).encoded()));
            }
        });
        write(items);
    }

    /// Writes over the keys: who opens surveys may put into this table and do nothing else.
    @Override
    public void discard(Survey survey, Collection<String> groups) {
        List<Item> items = new ArrayList<>();
        for (String group : groups) {
            for (Channel channel : Channel.values()) {
                items.add(item(survey, group, channel));
            }
        }
        write(items);
    }

    /// Several transactions where there are many: keys of an opening cut short are used by nobody.
    private void write(List<Item> items) {
        for (int from = 0; from < items.size(); from += Transaction.MAX_ITEMS) {
            Transaction some = new Transaction();
            items.subList(from, Math.min(from + Transaction.MAX_ITEMS, items.size()))
                    .forEach(item -> some.put(table, item));
            some.write(dynamo);
        }
    }

    private static Item item(Survey survey, String group, Channel channel) {
        return Item.of(partition(survey), sort(group, channel))
                .with("expires", survey.closes().plus(EXPIRE_AFTER_CLOSE).getEpochSecond());
    }

    @Override
    public Optional<SigningKey> find(Survey survey, String group, Channel channel) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(partition(survey), sort(group, channel)))
                                .consistentRead(true));
        return found.item().containsKey("key")
                ? Optional.of(SigningKey.decoded(Item.bytes(found.item(), "key")))
                : Optional.empty();
    }

    @Override
    public void delete(Survey survey, Collection<String> groups) {
        for (String group : groups) {
            for (Channel channel : Channel.values()) {
                dynamo.deleteItem(request ->
                        request.tableName(table)
                                .key(Item.key(partition(survey), sort(group, channel))));
            }
        }
    }

    private static String sort(String group, Channel channel) {
        return channel == Channel.LOGIN ? group : group + "#slip";
    }

    private static String partition(Survey survey) {
        return survey.id() + "#" + survey.fingerprint();
    }
}
