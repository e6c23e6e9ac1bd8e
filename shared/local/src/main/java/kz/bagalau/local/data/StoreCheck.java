package kz.bagalau.local.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.StartProblem;
import kz.bagalau.sandbox.Dynoxide;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// Notices at the start that the database is not the one that was closed: gone, emptied, cut short,
/// another file, or with other bytes. A host that ends properly leaves the digest of its database;
/// after one that was killed everything is read once instead.
final class StoreCheck {

    private static final String DIGEST = "store.sha256";

    private final DataFolder data;
    private final DataFormat format;
    private final Path database;

    StoreCheck(DataFolder data, DataFormat format, Path database) {
        this.data = data;
        this.format = format;
        this.database = database;
    }

    /// Before the database is opened. Throws [NotStarted] where it is not the one that was closed.
    ///
    /// @return whether it has to be read once, because no digest was left
    boolean demandWhole() {
        if (format.tables().isEmpty()) {
            return false;
        }
        if (!Files.exists(database)) {
            throw StartProblem.STORE_MISSING.notStarted(database);
        }
        if (size() == 0 && !StoreFiles.hasLog(database)) {
            throw StartProblem.STORE_EMPTY.notStarted(database);
        }
        Optional<String> digest = data.read(DIGEST);
        boolean logged = StoreFiles.hasLog(database);
        if ((!logged && !StoreFiles.isDatabase(database))
                || (digest.isPresent() && (logged || !digest.get().strip().equals(digest())))) {
            throw damaged();
        }
        data.delete(DIGEST);
        return digest.isEmpty();
    }

    /// Opens the database. Throws [NotStarted] where the one that was there cannot be opened.
    Dynoxide open() {
        try {
            return Dynoxide.onFile(database);
        } catch (Dynoxide.NotOpened e) {
            if (format.tables().isEmpty()) {
                throw e;
            }
            throw damaged();
        }
    }

    /// After the database was opened and before anything is made in it.
    void demandTables(DynamoDbClient dynamo) {
        Set<String> found = new HashSet<>();
        try {
            dynamo.listTablesPaginator().tableNames().forEach(found::add);
        } catch (SdkException e) {
            throw damaged();
        }
        for (String table : format.tables()) {
            if (!found.contains(table)) {
                throw StartProblem.TABLE_MISSING.notStarted(table, database);
            }
        }
    }

    /// Reads every item of every table and index.
    void readAll(DynamoDbClient dynamo, Template template) {
        try {
            for (Template.Table table : template.tables().values()) {
                if (format.tables().contains(table.name())) {
                    count(dynamo, table.name(), null);
                    table.indexes().forEach(index -> count(dynamo, table.name(), index.name()));
                }
            }
        } catch (SdkException e) {
            throw damaged();
        }
    }

    private static void count(DynamoDbClient dynamo, String table, @Nullable String index) {
        dynamo.scanPaginator(scan -> scan.tableName(table).indexName(index).select(Select.COUNT))
                .forEach(page -> {});
    }

    /// After the database was closed for good.
    void closed() {
        if (Files.exists(database) && !StoreFiles.hasLog(database)) {
            data.write(DIGEST, digest());
        }
    }

    private NotStarted damaged() {
        return StartProblem.STORE_DAMAGED.notStarted(database, data.file(DIGEST));
    }

    private long size() {
        try {
            return Files.size(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest() {
        MessageDigest sha = Sha256.ofPieces();
        try (InputStream in = new DigestInputStream(Files.newInputStream(database), sha)) {
            byte[] piece = new byte[1 << 20];
            while (in.read(piece) >= 0) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
