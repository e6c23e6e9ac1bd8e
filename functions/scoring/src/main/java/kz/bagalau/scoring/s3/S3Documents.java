package kz.bagalau.scoring.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.s3.Lookup;
import kz.bagalau.scoring.run.Documents;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Documents as objects `runs/<name>` of the bucket `Documents`, put on the condition that none
/// stands there.
public final class S3Documents implements Documents {

    private static final Duration SIGNED = Duration.ofMinutes(5);
    private static final int EXISTS = 412;

    private final Supplier<S3Client> s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public S3Documents(Supplier<S3Client> s3, Supplier<S3Presigner> presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /// The documents of this runtime's `DOCUMENTS_BUCKET`.
    public static S3Documents fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new S3Documents(runtime::s3, runtime::presigner, runtime.env("DOCUMENTS_BUCKET"));
    }

    @Override
    public void put(String name, byte[] content, String type) {
        try {
            s3.get()
                    .putObject(
                            request ->
                                    request.bucket(bucket)
                                            .key(key(name))
                                            .contentType(type)
                                            .ifNoneMatch("*"),
                            RequestBody.fromBytes(content));
        } catch (SdkException e) {
            // A bucket that refuses may hang up while a long document is still being sent, so that
            // no status arrives: what counts is what stands there.
            if (e instanceof S3Exception refused && refused.statusCode() != EXISTS) {
                throw e;
            }
            byte[] standing = find(name).orElseThrow(() -> e);
            if (!Arrays.equals(standing, content)) {
                throw new IllegalStateException(name + " stands there with other bytes", e);
            }
        }
    }

    @Override
    public Optional<byte[]> find(String name) {
        return Lookup.of(() ->
                s3.get()
                        .getObjectAsBytes(request -> request.bucket(bucket).key(key(name)))
                        .asByteArray());
    }

    @Override
    public URI address(String name) {
        try {
            return presigner
                    .get()
                    .presignGetObject(request ->
                            request.signatureDuration(SIGNED)
                                    .getObjectRequest(get -> get.bucket(bucket).key(key(name))))
                    .url()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String name) {
        return "runs/" + name;
    }
}
