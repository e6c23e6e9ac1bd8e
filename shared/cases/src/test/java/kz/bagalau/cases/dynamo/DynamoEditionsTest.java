package kz.bagalau.cases.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.contract.Crash;
import kz.bagalau.contract.Crash.Moment;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoEditionsTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-19T05:00:00Z"), ZoneOffset.UTC);
    private static final Caller AGENCY = new Caller("a1", Set.of(Role.AGENCY), Optional.empty());
    private static final OptionalLong ANY = OptionalLong.empty();

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();
    private static final Crash CRASH = new Crash();

    @AutoClose
    private static final DynamoDbClient MORTAL = new Endpoint(SANDBOX.address()).connect(CRASH);

    private static final Table TABLE = new Table(SANDBOX.dynamo(), SANDBOX.table("Records"));

    private final String key = "k" + UUID.randomUUID();
    private final DynamoEditions<String> editions =
            new DynamoEditions<>(TABLE, CLOCK, new Rules("rules"));
    private final DynamoEditions<String> mortal =
            new DynamoEditions<>(
                    new Table(MORTAL, SANDBOX.table("Records")), CLOCK, new Rules("rules"));

    private record Rules(String partition) implements Shelf<String> {

        @Override
        public Item place(String key) {
            return Item.of(partition, key);
        }

        @Override
        public String history(String key) {
            return partition + "#" + key;
        }

        @Override
        public Item write(Item item, String value) {
            return item.with("text", value);
        }

        @Override
        public String read(Map<String, AttributeValue> item) {
            return Item.text(item, "text");
        }

        @Override
        public Map<String, String> audited(Optional<String> before, Edition<String> next) {
            return Map.of("change", before.orElse("nothing") + " → " + next.value());
        }

        @Override
        public Optional<Edition<String>> before(String key) {
            return key.startsWith("known")
                    ? Optional.of(new Edition<>("as shipped", 0))
                    : Optional.empty();
        }
    }

    @Test
    void everyEditionIsKept() {
        assertThat(editions.find(key)).isEmpty();
        assertThat(editions.put(key, "first", ANY, AGENCY)).isEqualTo(kept("first", 1));
        assertThat(editions.put(key, "second", OptionalLong.of(1), AGENCY))
                .isEqualTo(kept("second", 2));

        assertThat(editions.find(key)).contains(new Edition<>("second", 2));
        assertThat(editions.find(key, 1)).contains(new Edition<>("first", 1));
        assertThat(editions.find(key, 3)).isEmpty();
        assertThat(editions.find(key, 0)).isEmpty();
        assertThat(editions.all("rules")).contains(new Edition<>("second", 2));
        assertThat(audit())
                .extracting(item -> Item.text(item, "details"))
                .containsExactlyInAnyOrder(
                        "{\"change\":\"nothing → first\"}", "{\"change\":\"first → second\"}");
    }

    @Test
    void theSameAgainIsNoEdition_whateverWasSeen() {
        editions.put(key, "first", ANY, AGENCY);

        assertThat(editions.put(key, "first", OptionalLong.of(0), AGENCY))
                .isEqualTo(kept("first", 1));
        assertThat(audit()).hasSize(1);
    }

    @Test
    void whoEditsAnOlderEditionIsRefused() {
        editions.put(key, "first", ANY, AGENCY);
        editions.put(key, "second", OptionalLong.of(1), AGENCY);

        assertThat(editions.put(key, "third", OptionalLong.of(1), AGENCY))
                .isEqualTo(new Saved.Changed<>(2));
        assertThat(editions.find(key)).contains(new Edition<>("second", 2));
    }

    @Test
    void whatComesWithTheProgramIsEditionZero() {
        String known = "known-" + key;

        assertThat(editions.find(known)).contains(new Edition<>("as shipped", 0));
        assertThat(editions.put(known, "as shipped", ANY, AGENCY)).isEqualTo(kept("as shipped", 0));
        assertThat(editions.put(known, "edited", OptionalLong.of(0), AGENCY))
                .isEqualTo(kept("edited", 1));
        assertThat(editions.find(known, 0)).contains(new Edition<>("as shipped", 0));
    }

    @Test
    void whatStoodBeforeEditionsWereKeptIsEditionZero_andIsReplacedOnce() {
        TABLE.dynamo()
                .putItem(request ->
                        request.tableName(TABLE.name())
                                .item(Item.of("rules", key).with("text", "old").attributes()));

        assertThat(editions.find(key)).contains(new Edition<>("old", 0));
        var old = editions.find(key);
        assertThat(editions.write(key, old, "one", AGENCY, writes -> {})).isEmpty();
        assertThat(editions.write(key, old, "two", AGENCY, writes -> {})).isNotEmpty();
        assertThat(editions.find(key)).contains(new Edition<>("one", 1));
    }

    /// A function of an older build overwrites what stands, without a number.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void whatAnOlderBuildWroteIsTheEditionAfterTheNewest(int editionsBefore) {
        for (int i = 1; i <= editionsBefore; i++) {
            editions.put(key, "edition " + i, ANY, AGENCY);
        }
        writtenByAnOlderBuild("overwritten");

        long version = editionsBefore + 1L;
        assertThat(editions.find(key)).contains(new Edition<>("overwritten", version));
        assertThat(editions.put(key, "lost", OptionalLong.of(editionsBefore), AGENCY))
                .isEqualTo(new Saved.Changed<>(version));
        assertThat(editions.put(key, "next", OptionalLong.of(version), AGENCY))
                .isEqualTo(kept("next", version + 1));
        assertThat(editions.find(key, version)).contains(new Edition<>("overwritten", version));
        assertThat(editions.find(key, version + 1)).contains(new Edition<>("next", version + 1));
        assertThat(editions.put(key, "and on", ANY, AGENCY)).isEqualTo(kept("and on", version + 2));
    }

    /// What the capability writes in the same transaction keeps its place among the refusals.
    @Test
    void anOlderBuildThatWritesOnceMore_isNotOverwrittenUnseen() {
        editions.put(key, "first", ANY, AGENCY);
        writtenByAnOlderBuild("overwritten");
        var seen = editions.find(key);
        writtenByAnOlderBuild("once more");

        assertThat(editions.write(key, seen, "next", AGENCY, _ -> {})).isNotEmpty();
        assertThat(editions.find(key)).contains(new Edition<>("once more", 2));
        assertThat(editions.find(key, 2)).isEmpty();
    }

    private void writtenByAnOlderBuild(String text) {
        TABLE.dynamo()
                .putItem(request ->
                        request.tableName(TABLE.name())
                                .item(Item.of("rules", key).with("text", text).attributes()));
    }

    @Test
    void ofManyAtOnce_eachIsAnEditionOrRefused() {
        long stored =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> editions.put(key, "by " + i, ANY, AGENCY))
                        .filter(saved -> saved instanceof Saved.Kept<String>)
                        .count();

        assertThat(stored).isPositive();
        assertThat(editions.find(key).orElseThrow().version()).isEqualTo(stored);
        assertThat(audit()).hasSize((int) stored);
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessDies_theSameAgainGivesOneEdition(Moment moment) {
        for (int request = 1; request <= 2; request++) {
            String mine = key + moment + request;
            int dying = request;

            assertThat(CRASH.at(dying, moment, () -> mortal.put(mine, "first", ANY, AGENCY)))
                    .isEmpty();
            assertThat(editions.put(mine, "first", ANY, AGENCY)).isEqualTo(kept("first", 1));
            assertThat(editions.find(mine, 2)).isEmpty();
        }
    }

    private static Saved<String> kept(String value, long version) {
        return new Saved.Kept<>(new Edition<>(value, version));
    }

    private List<Map<String, AttributeValue>> audit() {
        return TABLE.partition("audit#rules#" + key);
    }
}
