package kz.bagalau.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.bagalau.lambda.Log;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// S3Proxy, an S3-compatible server, in this JVM at a loopback address ([Loopback]). It checks
/// signatures, signed headers, checksums and conditions as S3 does; [Watch] sees every object,
/// which S3Proxy itself reports to nobody.
public final class BucketServer implements AutoCloseable {

    private final S3Proxy server;
    private final Endpoint endpoint;

    private BucketServer(S3Proxy server, Endpoint endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /// Sees every object on its way in.
    @FunctionalInterface
    public interface Watch {

        /// Called before the first byte is taken.
        Arrival coming(String bucket, String key);
    }

    /// One object on its way in; one of the two is called when that has ended.
    public interface Arrival {

        /// The object is stored and on the disk, and its sender has not been answered yet.
        void stored(Stored object);

        /// The object was refused; another of its name may stand there from before.
        void refused();
    }

    /// @param event as S3 names it: `ObjectCreated:Put`
    /// @param eTag without quotes
    public record Stored(String event, String bucket, String key, long size, String eTag) {}

    /// A server that forgets everything when the JVM ends, and has no pages that use it.
    public static BucketServer inMemory() {
        return start(
                new TransientNio2BlobStore(),
                CrossOriginResourceSharing.disabled(),
                Endpoint.COMMON_SECRET,
                (bucket, key) -> NOBODY,
                (bucket, key) -> {});
    }

    /// A server that keeps its objects in a folder, made where it does not exist. Its secret is
    /// drawn anew at each start: whoever knows its address alone gets nothing.
    ///
    /// @param origin of the pages that may use the buckets as the template's CORS rules say:
    ///   S3Proxy has one rule for all buckets, so a page may do with each what it may with any
    public static BucketServer inFolder(
            Path folder, Template template, List<String> origin, Watch watch) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(
                new FilesystemNio2BlobStore(folder.toString()),
                rules(template, origin),
                newSecret(),
                watch,
                (bucket, key) -> DurableFiles.force(folder.resolve(bucket).resolve(key), folder));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    private static String newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            // It has stopped: whoever was still sending is cut off.
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not stop", e);
        }
    }

    private static final Arrival NOBODY =
            new Arrival() {
                @Override
                public void stored(Stored object) {}

                @Override
                public void refused() {}
            };

    private static CrossOriginResourceSharing rules(Template template, List<String> origins) {
        List<Template.Origins> rules =
                template.buckets().values().stream()
                        .flatMap(bucket -> bucket.origins().stream())
                        .toList();
        return new CrossOriginResourceSharing(
                origins.stream().map(Pattern::quote).toList(),
                distinct(rules.stream().flatMap(rule -> rule.methods().stream())),
                distinct(rules.stream().flatMap(rule -> rule.headers().stream())),
                List.of(),
                "");
    }

    private static List<String> distinct(Stream<String> values) {
        return values.distinct().sorted().toList();
    }

    private static BucketServer start(
            BlobStore store,
            CrossOriginResourceSharing rules,
            String secret,
            Watch watch,
            BiConsumer<String, String> keep) {
        String address = Loopback.unpredictable();
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(new Watched(store, watch, keep))
                        .endpoint(URI.create("http://" + address + ":0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, Endpoint.KEY, secret)
                        .corsRules(rules)
                        .stopTimeout(1000)
                        .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy did not start: " + e, e);
        }
        URI uri = URI.create("http://" + address + ":" + server.getPort());
        return new BucketServer(server, new Endpoint(uri, secret));
    }

    private static final class Watched extends ForwardingBlobStore {

        private final Watch watch;

        /// Brings an object onto the disk, by its bucket and key.
        private final BiConsumer<String, String> keep;

        /// S3Proxy removes the folders that a removed object leaves empty, also those that it has
        /// just made for another one and has no file in yet. Held while either is so.
        private final ReentrantLock folders = new ReentrantLock();

        Watched(BlobStore store, Watch watch, BiConsumer<String, String> keep) {
            super(store);
            this.watch = watch;
            this.keep = keep;
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
            Sent sent = new Sent(body);
            return watched(
                    "ObjectCreated:Put",
                    request.bucket(),
                    request.key(),
                    sent,
                    () -> {
                        try (UntilRead opened = new UntilRead(sent)) {
                            return super.putBlob(request, opened);
                        }
                    });
        }

        /// Who is still sending hears no answer.
        private static void drain(InputStream body) {
            try {
                body.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                Log.failure("buckets", e);
            }
        }

        @Override
        public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
            folders.lock();
            try {
                return super.removeBlob(request);
            } finally {
                folders.unlock();
            }
        }

        @Override
        public CopyObjectResponse copyBlob(CopyObjectRequest request) {
            return watched(
                    "ObjectCreated:Copy",
                    request.destinationBucket(),
                    request.destinationKey(),
                    new Sent(InputStream.nullInputStream()),
                    () -> super.copyBlob(request));
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(
                MultipartUpload upload, CompleteMultipartUploadRequest request) {
            return watched(
                    "ObjectCreated:CompleteMultipartUpload",
                    request.bucket(),
                    request.key(),
                    new Sent(InputStream.nullInputStream()),
                    () -> super.completeMultipartUpload(upload, request));
        }

        /// A body that remembers whether it could not be read: its sender stopped, or its checksum
        /// differs. Neither is a fault of the disk.
        private static final class Sent extends FilterInputStream {

            private boolean failed;

            Sent(InputStream body) {
                super(body);
            }

            boolean hasFailed() {
                return failed;
            }

            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    failed = true;
                    throw e;
                }
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                try {
                    return super.read(bytes, from, length);
                } catch (IOException e) {
                    failed = true;
                    throw e;
                }
            }
        }

        /// A body that holds the folders until it is first read: by then there is a file. A slow
        /// sender keeps nobody waiting.
        private final class UntilRead extends FilterInputStream {

            UntilRead(InputStream body) {
                super(body);
                folders.lock();
            }

            @Override
            public int read() throws IOException {
                release();
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                release();
                return super.read(bytes, from, length);
            }

            /// Closes nothing: the body is the caller's.
            @Override
            public void close() {
                release();
            }

            private void release() {
                if (folders.isHeldByCurrentThread()) {
                    folders.unlock();
                }
            }
        }

        private Arrival coming(String bucket, String key, InputStream body) {
            try {
                return watch.coming(bucket, key);
            } catch (UncheckedIOException e) {
                drain(body);
                throw notWritten(e);
            }
        }

        private static boolean isOfDisk(Throwable failure) {
            for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
                if (each instanceof IOException) {
                    return true;
                }
            }
            return false;
        }

        /// What S3 answers where it cannot take an object at the moment; the object as it was
        /// before still stands. S3Proxy itself would answer 500.
        private static S3Exception notWritten(Exception cause) {
            Log.failure("buckets", cause);
            return (S3Exception)
                    S3Exception.builder()
                            .statusCode(503)
                            .message("The disk is full or cannot be written.")
                            .awsErrorDetails(
                                    AwsErrorDetails.builder()
                                            .errorCode("ServiceUnavailable")
                                            .errorMessage("The disk is full or cannot be written.")
                                            .build())
                            .cause(cause)
                            .build();
        }

        private <T> T watched(
                String event, String bucket, String key, Sent sent, Supplier<T> storing) {
            Arrival arrival = coming(bucket, key, sent);
            boolean stored = false;
            try {
                T answer = storing.get();
                stored = true;
                keep.accept(bucket, key);
                HeadObjectResponse object = blobMetadata(bucket, key);
                arrival.stored(
                        new Stored(
                                event,
                                bucket,
                                key,
                                object.contentLength(),
                                object.eTag().replace("\"", "")));
                return answer;
            } catch (RuntimeException e) {
                throw !sent.hasFailed() && isOfDisk(e) ? notWritten(e) : e;
            } finally {
                if (!stored) {
                    arrival.refused();
                }
            }
        }
    }
}
