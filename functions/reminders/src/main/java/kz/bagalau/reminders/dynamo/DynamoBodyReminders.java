package kz.bagalau.reminders.dynamo;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Saved;
import kz.bagalau.cases.dynamo.DynamoEditions;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.reminders.BodyReminders;
import kz.bagalau.reminders.ReminderSettings;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Settings as items `reminders`, one a body, and all their editions as items `reminders#<body>`.
public final class DynamoBodyReminders implements BodyReminders {

    private final DynamoEditions<ReminderSettings> editions;

    public DynamoBodyReminders(Table table, Clock clock) {
        this.editions = new DynamoEditions<>(table, clock, new Settings());
    }

    /// The settings in this runtime's `RECORDS_TABLE`.
    public static DynamoBodyReminders fromEnvironment() {
        return new DynamoBodyReminders(
                Table.fromEnvironment("RECORDS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Edition<ReminderSettings> find(String body) {
        return editions.find(body).orElseThrow();
    }

    @Override
    public Saved<ReminderSettings> put(
            String body, ReminderSettings settings, OptionalLong seen, Caller by) {
        return editions.put(body, settings, seen, by);
    }

    private record Settings() implements Shelf<ReminderSettings> {

        private static final String PARTITION = "reminders";

        @Override
        public Item place(String body) {
            return Item.of(PARTITION, body);
        }

        @Override
        public String history(String body) {
            return PARTITION + "#" + body;
        }

        @Override
        public Optional<Edition<ReminderSettings>> before(String body) {
            return Optional.of(new Edition<>(ReminderSettings.DEFAULT, 0));
        }

        @Override
        public Item write(Item item, ReminderSettings settings) {
            return item.with("before", before(settings)).with("escalate", settings.escalate());
        }

        @Override
        public ReminderSettings read(Map<String, AttributeValue> item) {
            List<Integer> before =
                    Arrays.stream(Item.text(item, "before").split(" "))
                            .filter(days -> !days.isEmpty())
                            .map(Integer::valueOf)
                            .toList();
            return new ReminderSettings(before, (int) Item.number(item, "escalate"));
        }

        @Override
        public Map<String, String> audited(
                Optional<ReminderSettings> before, Edition<ReminderSettings> next) {
            return Map.of(
                    "version", Long.toString(next.version()),
                    "before", before(next.value()),
                    "escalate", Integer.toString(next.value().escalate()));
        }

        private static String before(ReminderSettings settings) {
            return settings.before().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(" "));
        }
    }
}
