package kz.bagalau.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.local.start.StartProblem;

/// What a data folder states about itself: the number of its format, and what was made in it. A
/// host reads folders of its own format only, and starts on none in which something is missing.
///
/// The number goes up with every release that reads what an earlier one wrote differently: keys and
/// attributes of items, object keys, messages in queues, files of the folder.
public final class DataFormat {

    public static final int CURRENT = 2;

    private static final String FILE = "format.json";

    /// What a host of any release makes first in its folder.
    private static final Set<String> TRACES = Set.of("store.db", "buckets", "queues", "issuer.key");

    private final DataFolder data;
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> buckets = new TreeSet<>();
    private boolean issuerKey;

    private DataFormat(DataFolder data) {
        this.data = data;
    }

    /// Reads what the folder states; a folder that nobody used yet gets the current format. Throws
    /// [NotStarted] where it is of another format. Nothing else in it is changed.
    public static DataFormat of(DataFolder data) {
        DataFormat format = new DataFormat(data);
        Optional<String> stated = data.read(FILE);
        if (stated.isPresent()) {
            format.read(stated.get());
        } else if (TRACES.stream().anyMatch(trace -> Files.exists(data.file(trace)))) {
            throw StartProblem.FORMAT_OLDER.notStarted(data.file(""), CURRENT);
        } else {
            format.write();
        }
        return format;
    }

    private void read(String text) {
        JsonNode stated;
        try {
            stated = Json.parse(text);
        } catch (JsonProcessingException e) {
            throw StartProblem.FORMAT_UNREADABLE.notStarted(data.file(FILE));
        }
        JsonNode number = stated.path("format");
        if (!number.isInt()) {
            throw StartProblem.FORMAT_UNREADABLE.notStarted(data.file(FILE));
        }
        if (number.intValue() < CURRENT) {
            throw StartProblem.FORMAT_OLDER.notStarted(data.file(""), CURRENT);
        }
        if (number.intValue() > CURRENT) {
            throw StartProblem.FORMAT_NEWER.notStarted(data.file(""), CURRENT, number.intValue());
        }
        stated.path("tables").forEach(table -> tables.add(table.asText()));
        stated.path("buckets").forEach(bucket -> buckets.add(bucket.asText()));
        issuerKey = stated.path("issuerKey").asBoolean();
    }

    /// Whether there was a key with which tokens were signed.
    public synchronized boolean hadIssuerKey() {
        return issuerKey;
    }

    public synchronized void issuerKeyMade() {
        if (!issuerKey) {
            issuerKey = true;
            write();
        }
    }

    /// Throws [NotStarted] where the folder of a bucket is gone.
    synchronized void demandBuckets(String folder) {
        for (String bucket : buckets) {
            if (!Files.isDirectory(data.file(folder).resolve(bucket))) {
                throw StartProblem.BUCKET_MISSING.notStarted(data.file(folder).resolve(bucket));
            }
        }
    }

    public synchronized void bucketsMade(Collection<String> made) {
        if (buckets.addAll(made)) {
            write();
        }
    }

    /// The tables that were made in the store; none before the first start was through.
    public synchronized Set<String> tables() {
        return Set.copyOf(tables);
    }

    public synchronized void tablesMade(Collection<String> made) {
        if (tables.addAll(made)) {
            write();
        }
    }

    private void write() {
        ObjectNode stated = Json.object().put("format", CURRENT).put("issuerKey", issuerKey);
        tables.forEach(stated.putArray("tables")::add);
        buckets.forEach(stated.putArray("buckets")::add);
        data.write(FILE, Json.write(stated));
    }
}
