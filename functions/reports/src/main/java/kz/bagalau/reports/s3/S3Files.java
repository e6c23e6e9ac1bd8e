package kz.bagalau.reports.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.lambda.failure.Outage;
import kz.bagalau.lambda.s3.Permit;
import kz.bagalau.lambda.s3.Uploads;
import kz.bagalau.reports.report.FileClaim;
import kz.bagalau.reports.report.Files;
import kz.bagalau.reports.report.ReportId;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Files in a bucket: `reports/…`, `fleeting/…`, `attachments/…`.
public final class S3Files implements Files {

    private static final Pattern KEY =
            Pattern.compile(
                    "(reports|fleeting|attachments)/([^/]+)/(20\\d\\d)/([0-9a-f]{32})"
                            + "(?:/([0-9a-f]{32}))?");

    private final S3Client s3;
    private final Uploads uploads;
    private final String bucket;

    public S3Files(S3Client s3, S3Presigner presigner, String bucket) {
        this.s3 = s3;
        this.uploads = new Uploads(() -> s3, () -> presigner, bucket);
        this.bucket = bucket;
    }

    /// The files of this runtime's `UPLOADS_BUCKET`.
    public static S3Files fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new S3Files(runtime.s3(), runtime.presigner(), runtime.env("UPLOADS_BUCKET"));
    }

    @Override
    public Permit permit(Place place, FileClaim file) {
        return uploads.permit(key(place), file.type().media(), file.bytes(), file.sha256());
    }

    @Override
    public Optional<Uploads.Stored> find(Place place) {
        return uploads.find(key(place));
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
