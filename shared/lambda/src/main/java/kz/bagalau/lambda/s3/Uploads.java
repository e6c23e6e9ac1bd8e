package kz.bagalau.lambda.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.bagalau.lambda.Runtime;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The bucket of the files that people send: each by a permit, once.
public final class Uploads {

    /// How long a permit to send holds.
    private static final Duration VALID = Duration.ofMinutes(15);

    /// How long the address of a file that has come holds.
    private static final Duration READABLE = Duration.ofMinutes(5);

    /// A file is written once; more versions than these are a fault of the store.
    private static final int VERSIONS = 100;

    /// What every client of HTTP sets by itself, and a browser allows nobody else to.
    private static final Set<String> SET_BY_CLIENTS = Set.of("host", "content-length");

    private final Supplier<S3Client> s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public Uploads(Supplier<S3Client> s3, Supplier<S3Presigner> presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /// This runtime's `UPLOADS_BUCKET`.
    public static Uploads fromEnvironment() {
        return fromEnvironment("UPLOADS_BUCKET");
    }

    /// The bucket that a variable of this runtime names.
    public static Uploads fromEnvironment(String variable) {
        Runtime runtime = Runtime.current();
        return new Uploads(runtime::s3, runtime::presigner, runtime.env(variable));
    }

    /// A file that has come.
    ///
    /// @param at when the store had the whole of it, in real time
    public record Stored(long bytes, Instant at) {}

    /// Lets exactly this file be sent: this key, size, checksum and type, and only if nothing is
    /// there.
    ///
    /// @param media the media type (RFC 6838)
    /// @param sha256 in base64, with padding
    public Permit permit(String key, String media, long bytes, String sha256) {
        var signed =
                presigner
                        .get()
                        .presignPutObject(presign ->
                                presign.signatureDuration(VALID)
                                        .putObjectRequest(put ->
                                                put.bucket(bucket)
                                                        .key(key)
                                                        .contentLength(bytes)
                                                        .contentType(media)
                                                        .checksumSHA256(sha256)
                                                        .ifNoneMatch("*")));
        Map<String, String> headers = new HashMap<>();
        signed.signedHeaders()
                .forEach((name, values) -> {
                    String header = name.toLowerCase(Locale.ROOT);
                    if (!SET_BY_CLIENTS.contains(header)) {
                        headers.put(header, String.join(",", values));
                    }
                });
        Instant expires = signed.expiration();
        return new Permit(uri(signed.url()), headers, expires.minus(VALID), expires);
    }

    /// Empty where no file has come.
    public Optional<Stored> find(String key) {
        return Lookup.of(() -> {
            var head = s3.get().headObject(request -> request.bucket(bucket).key(key));
            return new Stored(head.contentLength(), head.lastModified());
        });
    }

    /// Removes a file with all its versions: one that is only covered by a deletion mark is still
    /// there.
    public void destroy(String key) {
        for (int left = VERSIONS; left > 0; left--) {
            Optional<HeadObjectResponse> standing =
                    Lookup.of(
                            () -> s3.get().headObject(request -> request.bucket(bucket).key(key)));
            if (standing.isEmpty()) {
                return;
            }
            String version = standing.get().versionId();
            s3.get().deleteObject(request -> request.bucket(bucket).key(key).versionId(version));
        }
        throw new IllegalStateException("there is no end of the versions of " + key);
    }

    /// Where a file that has come can be read for some minutes. It is always saved, never shown in
    /// the page: what somebody sent is not run under our name.
    ///
    /// @param name under which it is saved, as its sender called it
    public URI address(String key, String media, String name) {
        String disposition =
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A");
        return uri(
                presigner
                        .get()
                        .presignGetObject(request ->
                                request.signatureDuration(READABLE)
                                        .getObjectRequest(get ->
                                                get.bucket(bucket)
                                                        .key(key)
                                                        .responseContentType(media)
                                                        .responseContentDisposition(disposition)))
                        .url());
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the SDK signed what is no address", e);
        }
    }
}
