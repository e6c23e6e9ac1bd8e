package kz.bagalau.cases.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Outbox;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DynamoOutboxTest {

    private static final int SHELVES = 16;

    @AutoClose private final Sandbox sandbox = Sandbox.open();
    private final Table table = new Table(sandbox.dynamo(), sandbox.table("Records"));
    private final Outbox outbox = new DynamoOutbox(table);

    @Test
    void everythingThatWaitsIsReadOnce_theOldestOfEachShelfFirst() {
        List<String> put = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            put.add(put("2026-03-19T05:%02d:%02dZ#m%03d".formatted(i / 60, i % 60, i)));
        }

        List<String> read = outbox.waiting().map(Outbox.Waiting::id).toList();

        assertThat(read).containsExactlyInAnyOrderElementsOf(put);
        for (int shelf = 0; shelf < SHELVES; shelf++) {
            String mine = "outbox#" + shelf;
            assertThat(read.stream().filter(id -> shelf(id).equals(mine))).isSorted();
        }
    }

    /// The first shelf is full of what nobody can send, and has been for long.
    @Test
    void aFullShelfKeepsNoOtherWaiting() {
        for (int i = 0; i < 500; i++) {
            String id = "2020-01-01T00:00:00Z#old" + i;
            put("outbox#0", id);
        }
        List<String> others = new ArrayList<>();
        for (int shelf = 1; shelf < SHELVES; shelf++) {
            others.add(put("outbox#" + shelf, "2026-03-19T05:00:00Z#new" + shelf));
        }

        assertThat(outbox.waiting().limit(2L * SHELVES).map(Outbox.Waiting::id))
                .containsAll(others);
    }

    @Test
    void whatCannotBeReadIsPutAside_andTheRestIsRead() {
        String good = put("2026-03-19T05:00:00Z#good");
        List<String> broken =
                List.of(
                        "{",
                        "[]",
                        "{}",
                        "{\"kind\":\"a\",\"to\":\"nobody\",\"content\":{}}",
                        "{\"kind\":\"a\",\"to\":\"person:emp-1\"}");
        for (int i = 0; i < broken.size(); i++) {
            String id = "2026-03-19T04:00:00Z#" + i;
            write(Item.of(shelf(id), id).with("message", broken.get(i)));
        }

        assertThat(outbox.waiting().map(Outbox.Waiting::id)).containsExactly(good);
        assertThat(table.partition(DynamoOutbox.ASIDE)).hasSameSizeAs(broken);
        assertThat(outbox.waiting()).hasSize(1);
    }

    @Test
    void whatIsPutAsideWaitsNoLonger_andIsKept() {
        String id = put("2026-03-19T05:00:00Z#m");
        Outbox.Waiting waiting = outbox.waiting().findFirst().orElseThrow();

        outbox.putAside(waiting);
        outbox.putAside(waiting);

        assertThat(outbox.waiting()).isEmpty();
        assertThat(table.partition(DynamoOutbox.ASIDE))
                .singleElement()
                .satisfies(item -> {
                    assertThat(Item.text(item, Item.SK)).isEqualTo(id);
                    assertThat(Item.text(item, "message")).contains("person:emp-1");
                });
    }

    /// Two senders at once, and messages that come while they read.
    @Test
    void whatIsSentWhileItIsReadDisturbsNothing() {
        for (int i = 0; i < 250; i++) {
            put("2026-03-19T05:00:00Z#m" + i);
        }

        List<String> sent = new ArrayList<>();
        outbox.waiting()
                .forEach(waiting -> {
                    outbox.sent(waiting);
                    outbox.sent(waiting);
                    sent.add(waiting.id());
                });

        assertThat(sent).hasSize(250).doesNotHaveDuplicates();
        assertThat(outbox.waiting()).isEmpty();
    }

    private static String shelf(String id) {
        return Item.text(DynamoOutbox.item(id, "min-digital", message()).attributes(), Item.PK);
    }

    private static Message message() {
        return new Message("task-due", Party.person("emp-1"), Json.object().put("kk", "Мерзім"));
    }

    private String put(String id) {
        write(DynamoOutbox.item(id, "min-digital", message()));
        return id;
    }

    private String put(String shelf, String id) {
        write(
                Item.of(shelf, id)
                        .with(
                                "message",
                                Item.text(
                                        DynamoOutbox.item(id, "min-digital", message())
                                                .attributes(),
                                        "message")));
        return id;
    }

    private void write(Item item) {
        table.dynamo().putItem(request -> request.tableName(table.name()).item(item.attributes()));
    }
}
