package kz.bagalau.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.bagalau.sandbox.Dynoxide;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Tables;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Where the tables lie: in a file under dynoxide, or (with `AWS_ENDPOINT_URL_DYNAMODB`) in another
/// DynamoDB, whose files are not ours to rewrite.
///
/// SQLite gives each new row a higher number than the last and keeps deleted content in free pages
/// and in its write-ahead log. So the file tells the order in which ballots came in, until
/// [#rewriteInKeyOrder] makes a new one.
final class Store implements AutoCloseable {

    private static final String FILE = "store.db";
    private static final String NEW = "store-new.db";
    private static final String OLD = "store-old.db";
    private static final int BATCH = 25;

    private final DataFolder data;
    private final Template template;
    private volatile @Nullable Dynoxide dynoxide;
    private final Endpoint endpoint;
    private final DynamoDbClient dynamo;

    private Store(
            DataFolder data, Template template, @Nullable Dynoxide dynoxide, Endpoint endpoint) {
        this.data = data;
        this.template = template;
        this.dynoxide = dynoxide;
        this.endpoint = endpoint;
        this.dynamo = endpoint.connect();
    }

    /// Starts dynoxide on the data folder's file, or connects to what the environment names, and
    /// creates the tables that are missing. Throws [NotStarted] where no DynamoDB answers, or where
    /// its tables are of another version.
    static Store open(Settings settings, DataFolder data, Template template) {
        try {
            return settings.ownStore() ? own(data, template) : elsewhere(data, template);
        } catch (IllegalStateException e) {
            throw new NotStarted("" + e.getMessage(), e);
        } catch (SdkException e) {
            throw new NotStarted(
                    """
                    DynamoDB does not answer: %s
                    Besides AWS_ENDPOINT_URL_DYNAMODB it needs AWS_REGION, AWS_ACCESS_KEY_ID and
                    AWS_SECRET_ACCESS_KEY (any values for LocalStack). Without AWS_ENDPOINT_URL_DYNAMODB
                    Bagalau brings a store of its own.\
                    """
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Store own(DataFolder data, Template template) {
        recover(data);
        Dynoxide dynoxide = Dynoxide.onFile(data.file(FILE));
        return new Store(data, template, dynoxide, Endpoint.of(dynoxide)).withTables();
    }

    private static Store elsewhere(DataFolder data, Template template) {
        return new Store(data, template, null, Endpoint.ofEnvironment()).withTables();
    }

    private Store withTables() {
        try {
            new Tables(dynamo, template).create();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    boolean isOwn() {
        return dynoxide != null;
    }

    /// Whether dynoxide still runs; of another DynamoDB nothing is known.
    boolean isAlive() {
        Dynoxide server = dynoxide;
        return server == null || server.isAlive();
    }

    /// Copies every item into a new file in the order of the keys, puts that in the place of the
    /// old one, and overwrites the old one with zeros. The new file depends on the items alone, not
    /// on when or in which order they came. Nobody may use the store meanwhile.
    void rewriteInKeyOrder() {
        Dynoxide server = dynoxide;
        if (server == null) {
            return;
        }
        erase(data.file(NEW));
        try (Dynoxide copy = Dynoxide.onFile(data.file(NEW));
                DynamoDbClient target = Endpoint.of(copy).connect()) {
            new Tables(target, template).create();
            for (Template.Table table : template.tables().values()) {
                copy(table, target);
            }
        }
        server.close();
        exchange();
        dynoxide = Dynoxide.onFile(data.file(FILE), server.port());
        erase(data.file(OLD));
    }

    /// A scan comes in the order of the keys' hashes, which no item's time can influence.
    private void copy(Template.Table table, DynamoDbClient target) {
        List<WriteRequest> batch = new ArrayList<>();
        for (Map<String, AttributeValue> item :
                dynamo.scanPaginator(scan -> scan.tableName(table.name())).items()) {
            batch.add(
                    WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(item).build())
                            .build());
            if (batch.size() == BATCH) {
                write(table, batch, target);
                batch.clear();
            }
        }
        write(table, batch, target);
    }

    private static void write(
            Template.Table table, List<WriteRequest> batch, DynamoDbClient target) {
        List<WriteRequest> left = List.copyOf(batch);
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> items = Map.of(table.name(), left);
            left =
                    target.batchWriteItem(write -> write.requestItems(items))
                            .unprocessedItems()
                            .getOrDefault(table.name(), List.of());
        }
    }

    private void exchange() {
        try {
            Files.move(data.file(FILE), data.file(OLD), StandardCopyOption.ATOMIC_MOVE);
            Files.move(data.file(NEW), data.file(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's new file could not be put in place", e);
        }
    }

    /// Takes up a rewriting that was interrupted, at whichever step.
    private static void recover(DataFolder data) {
        if (Files.exists(data.file(OLD)) && !Files.exists(data.file(FILE))) {
            try {
                Files.move(data.file(OLD), data.file(FILE), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        erase(data.file(OLD));
        erase(data.file(NEW));
    }

    /// Overwrites before it deletes. A file system or a disk that writes elsewhere than where it is
    /// told may keep the old blocks all the same.
    private static void erase(Path file) {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
                    for (long at = 0; at < channel.size(); at += zeros.capacity()) {
                        zeros.clear().limit((int) Math.min(zeros.capacity(), channel.size() - at));
                        channel.write(zeros, at);
                    }
                    channel.force(true);
                    Files.delete(part);
                } catch (IOException e) {
                    throw new UncheckedIOException("could not erase " + part, e);
                }
            }
        }
    }

    @Override
    public void close() {
        dynamo.close();
        Dynoxide server = dynoxide;
        if (server != null) {
            server.close();
        }
    }
}
