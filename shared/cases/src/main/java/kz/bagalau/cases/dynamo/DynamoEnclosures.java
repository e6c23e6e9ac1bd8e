package kz.bagalau.cases.dynamo;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Enclosure;
import kz.bagalau.cases.Enclosures;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.lambda.s3.Uploads;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Files as items `document#<id>`: what was sent, and beside it what names it.
public final class DynamoEnclosures implements Enclosures {

    private final Table table;

    public DynamoEnclosures(Table table) {
        this.table = table;
    }

    /// The files of this runtime's `RECORDS_TABLE`.
    public static DynamoEnclosures fromEnvironment() {
        return new DynamoEnclosures(Table.fromEnvironment("RECORDS_TABLE"));
    }

    /// Where the files of this runtime can be read; empty for a file that nobody sent.
    public static Function<String, Optional<URI>> addresses() {
        Runtime runtime = Runtime.current();
        return id -> Runtime.with(runtime, () -> address(id));
    }

    private static Optional<URI> address(String id) {
        return fromEnvironment()
                .find(id)
                .map(file ->
                        Uploads.fromEnvironment()
                                .address(file.key(), file.media(), file.fileName()));
    }

    @Override
    public boolean add(Enclosure file, Optional<Idempotency.Reply> reply) {
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(
                                table.name(),
                                Item.of(Places.file(file.id()), Places.SENT)
                                        .with("id", file.id())
                                        .with("fileName", file.fileName())
                                        .with("media", file.media())
                                        .with("bytes", file.bytes())
                                        .with("sha256", file.sha256())
                                        .with("by", file.by())
                                        .with("body", file.body())
                                        .with("at", file.at().toString()));
        reply.ifPresent(kept ->
                transaction.putIfAbsent(table.name(), DynamoIdempotency.item(kept, file.at())));
        return transaction.write(table.dynamo()).isEmpty();
    }

    @Override
    public Optional<Enclosure> find(String id) {
        return table.find(Places.file(id), Places.SENT).map(DynamoEnclosures::read);
    }

    @Override
    public void name(String id, Reference object) {
        table.dynamo()
                .putItem(request ->
                        request.tableName(table.name())
                                .item(
                                        Places.name(Places.file(id), Places.NAMED + object, object)
                                                .attributes()));
    }

    @Override
    public List<Reference> namedBy(String id) {
        return table.partition(Places.file(id), Places.NAMED).stream().map(Places::named).toList();
    }

    @Override
    public void withdraw(String id) {
        delete(id, Places.SENT);
    }

    @Override
    public void release(String id, Reference object) {
        delete(id, Places.NAMED + object);
    }

    private void delete(String id, String sk) {
        table.dynamo()
                .deleteItem(request ->
                        request.tableName(table.name()).key(Item.key(Places.file(id), sk)));
    }

    static Enclosure read(Map<String, AttributeValue> item) {
        return new Enclosure(
                Item.text(item, "id"),
                Item.text(item, "fileName"),
                Item.text(item, "media"),
                Item.number(item, "bytes"),
                Item.text(item, "sha256"),
                Item.text(item, "by"),
                Item.optionalText(item, "body"),
                Instant.parse(Item.text(item, "at")));
    }
}
