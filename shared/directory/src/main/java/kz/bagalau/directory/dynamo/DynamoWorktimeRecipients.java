package kz.bagalau.directory.dynamo;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.directory.WorktimeRecipients;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.rules.monitoring.Recipient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Recipients as items `worktime-recipient`, and their editions as items
/// `worktime-recipient#<body>`.
public final class DynamoWorktimeRecipients implements WorktimeRecipients {

    private final Table table;
    private final DynamoEditions<Recipient.Entered> editions;

    public DynamoWorktimeRecipients(Table table, Clock clock) {
        this.table = table;
        this.editions = new DynamoEditions<>(table, clock, new Entries());
    }

    /// The recipients of this runtime's `RECORDS_TABLE`.
    public static DynamoWorktimeRecipients fromEnvironment() {
        return new DynamoWorktimeRecipients(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Optional<Edition<Recipient.Entered>> find(String body) {
        return editions.find(body);
    }

    @Override
    public Map<String, Recipient.Entered> all() {
        return table.partition(Entries.PARTITION).stream()
                .collect(
                        Collectors.toMap(
                                item -> Item.text(item, Item.SK),
                                item -> editions.edition(item).value()));
    }

    @Override
    public Saved<Recipient.Entered> put(
            String body, Recipient.Entered entered, OptionalLong seen, Caller by) {
        return editions.put(body, entered, seen, by);
    }

    private record Entries() implements Shelf<Recipient.Entered> {

        private static final String PARTITION = "worktime-recipient";

        /// What stands for the authorised body itself: no territory has a blank name.
        private static final String ITSELF = "";

        @Override
        public Item place(String body) {
            return Item.of(PARTITION, body);
        }

        @Override
        public String history(String body) {
            return PARTITION + "#" + body;
        }

        @Override
        public Item write(Item item, Recipient.Entered entered) {
            return item.with("territory", entered.territory().orElse(ITSELF))
                    .with("basis", entered.basis());
        }

        @Override
        public Recipient.Entered read(Map<String, AttributeValue> item) {
            return new Recipient.Entered(
                    Optional.of(Item.text(item, "territory"))
                            .filter(territory -> !territory.equals(ITSELF)),
                    Item.text(item, "basis"));
        }

        @Override
        public Map<String, String> audited(
                Optional<Recipient.Entered> before, Edition<Recipient.Entered> next) {
            return Map.of(
                    "version",
                    Long.toString(next.version()),
                    "territory",
                    next.value().territory().orElse(ITSELF),
                    "basis",
                    next.value().basis());
        }
    }
}
