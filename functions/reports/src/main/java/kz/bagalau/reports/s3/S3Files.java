package kz.bagalau.reports.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Outage;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.Sha256;
import kz.bagalau.reports.FileClaim;
import kz.bagalau.reports.Files;
import kz.bagalau.reports.ReportId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Files in a bucket: `reports/…`, `fleeting/…`, `attachments/…`.
public final class S3Files implements Files {

    private static final Duration VALID = Duration.ofMinutes(15);
    private static final Pattern KEY =
            Pattern.compile(
                    "(reports|fleeting|attachments)/([^/]+)/(20\\d\\d)/([0-9a-f]{32})"
                            + "(?:/([0-9a-f]{32}))?");

    /// What every client of HTTP sets by itself, and a browser allows nobody else to.
    private static final Set<String> SET_BY_CLIENTS = Set.of("host", "content-length");

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Files(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /// The files of this runtime's `UPLOADS_BUCKET`.
    public static S3Files fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new S3Files(runtime.s3(), runtime.presigner(), runtime.env("UPLOADS_BUCKET"));
    }

    @Override
    public Permit permit(Place place, FileClaim file) {
        var signed =
                presigner.presignPutObject(presign ->
                        presign.signatureDuration(VALID)
                                .putObjectRequest(put ->
                                        put.bucket(bucket)
                                                .key(key(place))
                                                .contentLength(file.bytes())
                                                .contentType(file.type().media())
                                                .checksumSHA256(file.sha256())
                                                .ifNoneMatch("*")));
        Map<String, String> headers = new TreeMap<>();
        signed.signedHeaders()
                .forEach((name, values) -> {
                    String header = name.toLowerCase(Locale.ROOT);
                    if (!SET_BY_CLIENTS.contains(header)) {
                        headers.put(header, String.join(",", values));
                    }
                });
        Instant expires = signed.expiration();
        try {
            URI url = signed.url().toURI();
            return new Permit(url, headers, expires.minus(VALID), expires);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the SDK signed what is no address", e);
        }
    }

    @Override
    public Optional<Stored> find(Place place) {
        try {
            var head = s3.headObject(request -> request.bucket(bucket).key(key(place)));
            return Optional.of(new Stored(head.contentLength(), head.lastModified()));
        } catch (S3Exception e) {
            // Who may not list a bucket gets 403 for what is not there.
            if (e.statusCode() == 404 || e.statusCode() == 403) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public String copy(Place place, Path to) {
        MessageDigest digest = Sha256.ofPieces();
        try (InputStream from =
                        new DigestInputStream(
                                s3.getObject(request -> request.bucket(bucket).key(key(place))),
                                digest);
                OutputStream file = java.nio.file.Files.newOutputStream(to)) {
            from.transferTo(file);
        } catch (IOException e) {
            throw new Outage("a file could not be copied", e);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /// The version that stood there goes as well, by the bucket's lifecycle rule, within a day.
    @Override
    public void delete(Place place) {
        s3.deleteObject(request -> request.bucket(bucket).key(key(place)));
    }

    @Override
    public Optional<Place> place(String key) {
        Matcher found = KEY.matcher(key);
        if (!found.matches()) {
            return Optional.empty();
        }
        ReportId report =
                new ReportId(found.group(2), Integer.parseInt(found.group(3)), found.group(4));
        String scan = found.group(5);
        boolean attachment = found.group(1).equals("attachments");
        if (attachment == (scan == null)) {
            return Optional.empty();
        }
        return Optional.of(
                scan == null
                        ? new OfReport(report, found.group(1).equals("fleeting"))
                        : new OfAttachment(report, scan));
    }

    @Override
    public String key(Place place) {
        return switch (place) {
            case OfReport(var report, var fleeting) ->
                    (fleeting ? "fleeting/" : "reports/") + path(report);
            case OfAttachment(var report, var token) -> "attachments/" + path(report) + "/" + token;
        };
    }

    private static String path(ReportId report) {
        return report.body() + "/" + report.year() + "/" + report.token();
    }
}
