package kz.bagalau.reports.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.reports.report.AwaitedFiles;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.ReportId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Awaited files as items `awaited-files`/`<report>#<kind>`, where the kind is `kept`, `fleeting`
/// or a scan's token.
public final class DynamoAwaitedFiles implements AwaitedFiles {

    private static final String PARTITION = "awaited-files";
    private static final String KEPT = "kept";
    private static final String FLEETING = "fleeting";

    private final Table table;

    private DynamoAwaitedFiles(Table table) {
        this.table = table;
    }

    /// The files awaited in this runtime's `RECORDS_TABLE`.
    public static DynamoAwaitedFiles fromEnvironment() {
        return new DynamoAwaitedFiles(Table.fromEnvironment("RECORDS_TABLE"));
    }

    static Item item(Files.Place place) {
        return Item.of(PARTITION, key(place));
    }

    @Override
    public List<Awaited> all() {
        return table.partition(PARTITION).stream().map(DynamoAwaitedFiles::awaited).toList();
    }

    @Override
    public void asked(Files.Place place, Instant at) {
        table.dynamo()
                .putItem(put ->
                        put.tableName(table.name())
                                .item(item(place).with("asked", at.toString()).attributes()));
    }

    @Override
    public void remove(Files.Place place) {
        table.dynamo()
                .deleteItem(delete ->
                        delete.tableName(table.name()).key(Item.key(PARTITION, key(place))));
    }

    private static Awaited awaited(Map<String, AttributeValue> item) {
        String[] key = Item.text(item, Item.SK).split("#", -1);
        ReportId report = ReportId.parse(key[0]).orElseThrow();
        Files.Place place =
                switch (key[1]) {
                    case KEPT -> new Files.OfReport(report, false);
                    case FLEETING -> new Files.OfReport(report, true);
                    default -> new Files.OfAttachment(report, key[1]);
                };
        Optional<Instant> asked = Item.optionalText(item, "asked").map(Instant::parse);
        return new Awaited(place, asked);
    }

    private static String key(Files.Place place) {
        return switch (place) {
            case Files.OfReport(var report, var fleeting) ->
                    report + "#" + (fleeting ? FLEETING : KEPT);
            case Files.OfAttachment(var report, var token) -> report + "#" + token;
        };
    }
}
