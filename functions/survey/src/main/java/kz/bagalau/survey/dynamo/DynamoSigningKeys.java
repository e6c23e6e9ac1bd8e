package kz.bagalau.survey.dynamo;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.SigningKeys;
import kz.bagalau.survey.Survey;
import kz.bagalau.survey.blind.SigningKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Private keys in the table `SigningKeys`, as `<survey>#<fingerprint>`/group: two attempts to open
/// one survey cannot mix their keys. Keys that no closing has deleted expire on their own.
public final class DynamoSigningKeys implements SigningKeys {

    private static final Duration EXPIRE_AFTER_CLOSE = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoSigningKeys(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The keys of this runtime's `SIGNING_KEYS_TABLE`.
    public static DynamoSigningKeys here() {
        Runtime runtime = Runtime.current();
        return new DynamoSigningKeys(runtime.dynamo(), runtime.env("SIGNING_KEYS_TABLE"));
    }

    @Override
    public void put(Survey survey, Map<String, SigningKey> keys) {
        Transaction transaction = new Transaction();
        keys.forEach((group, key) ->
                transaction.put(table, item(survey, group).with("key", key.encoded())));
        transaction.write(dynamo);
    }

    /// Writes over the keys: who opens surveys may put into this table and do nothing else.
    @Override
    public void discard(Survey survey, Collection<String> groups) {
        Transaction transaction = new Transaction();
        groups.forEach(group -> transaction.put(table, item(survey, group)));
        transaction.write(dynamo);
    }

    private static Item item(Survey survey, String group) {
        return Item.of(partition(survey), group)
                .with("expires", survey.closes().plus(EXPIRE_AFTER_CLOSE).getEpochSecond());
    }

    @Override
    public Optional<SigningKey> find(Survey survey, String group) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(partition(survey), group))
                                .consistentRead(true));
        return found.item().containsKey("key")
                ? Optional.of(SigningKey.decoded(Item.bytes(found.item(), "key")))
                : Optional.empty();
    }

    @Override
    public void delete(Survey survey, Collection<String> groups) {
        for (String group : groups) {
            dynamo.deleteItem(
                    request -> request.tableName(table).key(Item.key(partition(survey), group)));
        }
    }

    private static String partition(Survey survey) {
        return survey.id() + "#" + survey.fingerprint();
    }
}
