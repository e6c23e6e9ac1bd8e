package kz.bagalau.local.data;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.bagalau.lambda.Log;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Settings;
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
/// and in its write-ahead log. So the file shows the order in which ballots came in, until
/// [#rewriteInKeyOrder] makes a new one.
public final class Store implements AutoCloseable {

    private static final int BATCH = 25;

    private final StoreFiles files;
    private final Template template;
    private volatile @Nullable Dynoxide dynoxide;
    private volatile boolean exchanging;

    /// Null where the database is not known to be whole: then nothing is stated about it.
    private @Nullable StoreCheck check;

    private final Endpoint endpoint;
    private final DynamoDbClient dynamo;

    /// What became of a rewriting.
    public sealed interface Rewriting {}

    /// The file in use depends on the items alone.
    public record Rewritten() implements Rewriting {}

    /// The file in use is the one from before, with everything in it. To be tried again.
    public record Postponed(Obstacle obstacle) implements Rewriting {}

    public enum Obstacle {
        /// The copy could not be made: the disk is full, or a database failed.
        COPY_FAILED,
        /// A database ended without folding its log into its file.
        LOG_REMAINS,
        /// The new file does not hold what was copied.
        COPY_DIFFERS
    }

    /// What was just done; a process can end after each.
    public enum Step {
        COPIED,
        CLOSED,
        OLD_ASIDE,
        NEW_IN_PLACE,
        NEW_OPENED,
        NEW_READ,
        OLD_RELEASED,
        OLD_ERASED
    }

    private Store(
            StoreFiles files, Template template, @Nullable Dynoxide dynoxide, Endpoint endpoint) {
        this.files = files;
        this.template = template;
        this.dynoxide = dynoxide;
        this.endpoint = endpoint;
        this.dynamo = endpoint.connect();
    }

    /// Starts dynoxide on the data folder's file, or connects to what the environment names, and
    /// creates the tables that are missing. Throws [NotStarted] where no DynamoDB answers, or where
    /// its tables are of another version.
    public static Store open(
            Settings settings, DataFolder data, DataFormat format, Template template) {
        try {
            return settings.ownStore() ? own(data, format, template) : elsewhere(data, template);
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

    private static Store own(DataFolder data, DataFormat format, Template template) {
        StoreFiles files = new StoreFiles(data);
        files.recover();
        StoreCheck check = new StoreCheck(data, format, files.inUse());
        boolean unread = check.demandWhole();
        Dynoxide dynoxide = check.open();
        Store store = new Store(files, template, dynoxide, Endpoint.of(dynoxide));
        try {
            check.demandTables(store.dynamo);
            if (unread) {
                check.readAll(store.dynamo, template);
            }
            new Tables(store.dynamo, template).create();
            format.tablesMade(
                    template.tables().values().stream().map(Template.Table::name).toList());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        store.check = check;
        return store;
    }

    private static Store elsewhere(DataFolder data, Template template) {
        Store store = new Store(new StoreFiles(data), template, null, Endpoint.ofEnvironment());
        try {
            new Tables(store.dynamo, template).create();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return store;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /// The process id of dynoxide; of an own store only.
    public OptionalLong pid() {
        Dynoxide server = dynoxide;
        return server == null ? OptionalLong.empty() : OptionalLong.of(server.pid());
    }

    public boolean isOwn() {
        return dynoxide != null;
    }

    /// Whether dynoxide still runs, or is being replaced; of another DynamoDB nothing is known.
    public boolean isAlive() {
        Dynoxide server = dynoxide;
        return server == null || exchanging || server.isAlive();
    }

    /// Copies every item into a new file in the order of the keys, puts that in the place of the
    /// old one, and overwrites the old one with zeros. The new file depends on the items alone, not
    /// on when or in which order they came. Nobody may use the store meanwhile.
    ///
    /// The old file stays until the new one was opened and read. Where anything is not as it should
    /// be, the old file is used further and the answer says why.
    public Rewriting rewriteInKeyOrder() {
        return rewriteInKeyOrder(step -> {});
    }

    /// @param done called after each step
    public synchronized Rewriting rewriteInKeyOrder(Consumer<Step> done) {
        Dynoxide server = dynoxide;
        if (server == null) {
            return new Rewritten();
        }
        Map<String, Contents> copied;
        try {
            files.discardCopy();
            copied = copyAll();
            done.accept(Step.COPIED);
        } catch (SdkException | IllegalStateException | UncheckedIOException e) {
            Log.failure("store copy", e);
            files.discardCopy();
            return new Postponed(Obstacle.COPY_FAILED);
        }
        exchanging = true;
        try {
            return exchange(server, copied, done);
        } finally {
            exchanging = false;
        }
    }

    private Rewriting exchange(Dynoxide server, Map<String, Contents> copied, Consumer<Step> done) {
        server.close();
        done.accept(Step.CLOSED);
        if (files.hasLogInUse() || files.hasLogOfCopy()) {
            files.discardCopy();
            dynoxide = reopened(server);
            return new Postponed(Obstacle.LOG_REMAINS);
        }
        files.putAside();
        done.accept(Step.OLD_ASIDE);
        files.putInPlace();
        done.accept(Step.NEW_IN_PLACE);
        if (!opens(server, copied, done)) {
            files.putBack();
            dynoxide = reopened(server);
            return new Postponed(Obstacle.COPY_DIFFERS);
        }
        files.release();
        done.accept(Step.OLD_RELEASED);
        files.eraseReleased();
        done.accept(Step.OLD_ERASED);
        return new Rewritten();
    }

    /// Opens the new file and reads all of it. False, and closed again, where it does not hold what
    /// was copied.
    private boolean opens(Dynoxide server, Map<String, Contents> copied, Consumer<Step> done) {
        Dynoxide opened;
        try {
            opened = reopened(server);
        } catch (IllegalStateException e) {
            Log.failure("store exchange", e);
            return false;
        }
        dynoxide = opened;
        done.accept(Step.NEW_OPENED);
        boolean same = false;
        try {
            same = contents(dynamo).equals(copied);
        } catch (SdkException e) {
            Log.failure("store exchange", e);
        }
        if (!same) {
            opened.close();
            return false;
        }
        done.accept(Step.NEW_READ);
        return true;
    }

    /// On the file in use, at the address that clients know.
    private Dynoxide reopened(Dynoxide before) {
        return Dynoxide.onFile(files.inUse(), before);
    }

    /// What every table held when it was copied. Throws where the copy does not hold the same.
    private Map<String, Contents> copyAll() {
        Map<String, Contents> copied = new TreeMap<>();
        try (Dynoxide copy = Dynoxide.onFile(files.copy());
                DynamoDbClient target = Endpoint.of(copy).connect()) {
            new Tables(target, template).create();
            for (Template.Table table : template.tables().values()) {
                copied.put(table.name(), copy(table, target));
            }
            if (!contents(target).equals(copied)) {
                throw new IllegalStateException("the copy does not hold what was copied");
            }
        }
        return copied;
    }

    private Map<String, Contents> contents(DynamoDbClient from) {
        Map<String, Contents> all = new TreeMap<>();
        for (Template.Table table : template.tables().values()) {
            Contents contents = Contents.NONE;
            for (Map<String, AttributeValue> item : items(table, from)) {
                contents = contents.with(item);
            }
            all.put(table.name(), contents);
        }
        return all;
    }

    /// In the order of the keys' hashes, which no item's time can influence.
    private static Iterable<Map<String, AttributeValue>> items(
            Template.Table table, DynamoDbClient from) {
        return from.scanPaginator(scan -> scan.tableName(table.name()).consistentRead(true))
                .items();
    }

    private Contents copy(Template.Table table, DynamoDbClient target) {
        Contents copied = Contents.NONE;
        List<WriteRequest> batch = new ArrayList<>();
        for (Map<String, AttributeValue> item : items(table, dynamo)) {
            copied = copied.with(item);
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
        return copied;
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

    /// Waits for a rewriting under way.
    @Override
    public synchronized void close() {
        dynamo.close();
        Dynoxide server = dynoxide;
        if (server != null) {
            server.close();
        }
        if (check != null) {
            try {
                check.closed();
            } catch (DataFolder.NotWritten e) {
                Log.failure("store digest", e);
            }
            check = null;
        }
    }
}
