package kz.bagalau.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// It stands here because `shared/lambda` is built before the sandbox in which it can be tested.
class TransactionTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final String TABLE = SANDBOX.table("Records");

    @Test
    void allIsWritten_orNothing_andTheRefusedWriteIsNamedWithWhatStoodThere() {
        new Transaction()
                .put(TABLE, Item.of("t1", "b").with("was", "here"))
                .write(SANDBOX.dynamo());

        List<Transaction.Refusal> refusals =
                new Transaction()
                        .putIfAbsent(TABLE, Item.of("t1", "a"))
                        .putIfAbsent(TABLE, Item.of("t1", "b").with("was", "new"))
                        .write(SANDBOX.dynamo());

        assertThat(refusals).hasSize(1);
        assertThat(refusals.getFirst().position()).isEqualTo(1);
        assertThat(Item.text(refusals.getFirst().standing(), "was")).isEqualTo("here");
        assertThat(find("t1", "a")).isEmpty();
    }

    @Test
    void aHundredItemsAtOnce_areWritten() {
        Transaction transaction = new Transaction();
        for (int i = 0; i < Transaction.MAX_ITEMS; i++) {
            transaction.putIfAbsent(TABLE, Item.of("t2", "item-" + i));
        }

        assertThat(transaction.size()).isEqualTo(100);
        assertThat(transaction.write(SANDBOX.dynamo())).isEmpty();
        assertThat(find("t2", "item-99")).isNotEmpty();
    }

    @Test
    void manyAtOnceOnOneItem_areAllCarriedOut() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i ->
                        assertThat(
                                        new Transaction()
                                                .add(
                                                        Update.builder()
                                                                .tableName(TABLE)
                                                                .key(Item.key("t3", "counter"))
                                                                .updateExpression("ADD turns :one")
                                                                .expressionAttributeValues(
                                                                        Map.of(
                                                                                ":one",
                                                                                Item.number(1)))
                                                                .build())
                                                .put(TABLE, Item.of("t3", "turn-" + i))
                                                .write(SANDBOX.dynamo()))
                                .isEmpty());

        assertThat(Item.number(find("t3", "counter"), "turns")).isEqualTo(40);
    }

    @Test
    void ofManyThatPutTheSameItemIfAbsent_oneDoes() {
        long written =
                IntStream.range(0, 16)
                        .parallel()
                        .filter(i ->
                                new Transaction()
                                        .putIfAbsent(TABLE, Item.of("t4", "only"))
                                        .write(SANDBOX.dynamo())
                                        .isEmpty())
                        .count();

        assertThat(written).isEqualTo(1);
    }

    private static Map<String, AttributeValue> find(String pk, String sk) {
        return SANDBOX.dynamo()
                .getItem(request ->
                        request.tableName(TABLE).key(Item.key(pk, sk)).consistentRead(true))
                .item();
    }
}
