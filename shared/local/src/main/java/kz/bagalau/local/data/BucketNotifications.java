package kz.bagalau.local.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.BucketNotification;
import kz.bagalau.sandbox.BucketServer;
import kz.bagalau.sandbox.Endpoint;
import kz.bagalau.sandbox.Template;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Reports objects that came in to the queues that the template names, each at least once: a note
/// is made before the first byte and removed after the report, and what a host that was killed left
/// noted is reported by the next one.
final class BucketNotifications implements BucketServer.Watch {

    /// Where the data folder has the objects.
    static final String BUCKETS = "buckets";

    private static final String NOTES = "arrivals";

    /// What S3Proxy puts after the key while it writes.
    private static final String HALF =
            "-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final DataFolder data;
    private final Template template;
    private final Clock clock;
    private final Supplier<Endpoint> queues;
    private final AtomicLong sequence;
    private @Nullable SqsClient sqs;

    BucketNotifications(
            DataFolder data, Template template, Clock clock, Supplier<Endpoint> queues) {
        this.data = data;
        this.template = template;
        this.clock = clock;
        this.queues = queues;
        this.sequence = new AtomicLong(clock.millis() << 20);
    }

    @Override
    public BucketServer.Arrival coming(String bucket, String key) {
        String note = NOTES + "/" + UUID.randomUUID();
        data.write(note, Json.write(Json.object().put("bucket", bucket).put("key", key)));
        return new BucketServer.Arrival() {
            @Override
            public void stored(BucketServer.Stored object) {
                report(object);
                data.delete(note);
            }

            @Override
            public void refused() {
                data.delete(note);
            }
        };
    }

    /// Notifies the queues of a bucket that was just made, as S3 does.
    void connected(Template.Bucket bucket) {
        bucket.reports()
                .forEach(report ->
                        send(report, BucketNotification.test(bucket.name(), clock.instant())));
    }

    /// Reports what was stored and not reported when the host ended, and clears away what was half
    /// written. A note that cannot be read is put aside and stops no other; what it was about is
    /// found by whoever compares the bucket with what is awaited.
    void restore(S3Client s3) {
        for (String name : data.list(NOTES)) {
            note(name)
                    .ifPresentOrElse(
                            note -> {
                                removeHalves(note);
                                stored(s3, note).ifPresent(this::report);
                                data.delete(name);
                            },
                            () -> data.putAside(name));
        }
    }

    /// What is noted of an object on its way in.
    ///
    /// @param whole where it lies when it has come
    private record Note(String bucket, String key, Path whole) {}

    private Optional<Note> note(String name) {
        try {
            JsonNode json = Json.parse(data.read(name).orElse(""));
            String bucket = json.path("bucket").asText();
            String key = json.path("key").asText();
            Path root = data.file(BUCKETS).resolve(bucket).normalize();
            Path whole = root.resolve(key).normalize();
            boolean known =
                    template.buckets().values().stream().anyMatch(one -> one.name().equals(bucket));
            return known && !whole.equals(root) && whole.startsWith(root)
                    ? Optional.of(new Note(bucket, key, whole))
                    : Optional.empty();
        } catch (JsonProcessingException | InvalidPathException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Empty where it never came in whole: then its sender was not answered that it had.
    private static Optional<BucketServer.Stored> stored(S3Client s3, Note note) {
        try {
            HeadObjectResponse object =
                    s3.headObject(head -> head.bucket(note.bucket()).key(note.key()));
            return Optional.of(
                    new BucketServer.Stored(
                            "ObjectCreated:Put",
                            note.bucket(),
                            note.key(),
                            object.contentLength(),
                            object.eTag().replace("\"", "")));
        } catch (S3Exception e) {
            return Optional.empty();
        }
    }

    private static void removeHalves(Note note) {
        Path parent = note.whole().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        Pattern half = Pattern.compile(Pattern.quote("" + note.whole().getFileName()) + HALF);
        try (Stream<Path> files = Files.list(parent)) {
            for (Path file :
                    files.filter(one -> half.matcher("" + one.getFileName()).matches()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(BucketServer.Stored object) {
        List<Template.Report> reports =
                template.buckets().values().stream()
                        .filter(bucket -> bucket.name().equals(object.bucket()))
                        .flatMap(bucket -> bucket.reports().stream())
                        .filter(report -> report.sends(object.event()))
                        .toList();
        for (Template.Report report : reports) {
            send(
                    report,
                    BucketNotification.of(object, clock.instant(), sequence.incrementAndGet()));
        }
    }

    private void send(Template.Report report, String message) {
        String url = template.queueOfArn(report.queue()).url();
        sqs().sendMessage(send -> send.queueUrl(url).messageBody(message));
    }

    /// The queues start beside the buckets and may be ready later.
    private synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = queues.get().sqs();
        }
        return sqs;
    }
}
