package kz.bagalau.sandbox;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The template's buckets on an endpoint. What only a cloud has (encryption, lifecycle, policies)
/// is left to CloudFormation.
public final class Buckets {

    private final S3Client s3;
    private final Template template;

    public Buckets(S3Client s3, Template template) {
        this.s3 = s3;
        this.template = template;
    }

    /// Creates the buckets that do not exist yet, and returns their names.
    public List<Template.Bucket> create() {
        List<Template.Bucket> created = new ArrayList<>();
        for (Template.Bucket bucket : template.buckets().values()) {
            if (!exists(bucket)) {
                s3.createBucket(request -> request.bucket(bucket.name()));
                if (bucket.versioned()) {
                    keepVersions(bucket);
                }
                created.add(bucket);
            }
        }
        return created;
    }

    /// S3Proxy has versions in memory and none on a disk, and says that it has not (501).
    private void keepVersions(Template.Bucket bucket) {
        try {
            s3.putBucketVersioning(request ->
                    request.bucket(bucket.name())
                            .versioningConfiguration(versioning ->
                                    versioning.status(BucketVersioningStatus.ENABLED)));
        } catch (S3Exception e) {
            if (e.statusCode() != 501) {
                throw e;
            }
        }
    }

    /// The same on an S3 that reports objects itself: LocalStack, or AWS.
    public void createWithReports() {
        create();
        for (Template.Bucket bucket : template.buckets().values()) {
            if (!bucket.origins().isEmpty()) {
                s3.putBucketCors(request ->
                        request.bucket(bucket.name())
                                .corsConfiguration(cors ->
                                        cors.corsRules(
                                                bucket.origins().stream()
                                                        .map(Buckets::rule)
                                                        .toList())));
            }
            if (!bucket.reports().isEmpty()) {
                s3.putBucketNotificationConfiguration(request ->
                        request.bucket(bucket.name())
                                .notificationConfiguration(notification ->
                                        notification.queueConfigurations(
                                                bucket.reports().stream()
                                                        .map(Buckets::report)
                                                        .toList())));
            }
        }
    }

    private static CORSRule rule(Template.Origins origins) {
        return CORSRule.builder()
                .allowedOrigins(origins.origins())
                .allowedMethods(origins.methods())
                .allowedHeaders(origins.headers())
                .build();
    }

    private static QueueConfiguration report(Template.Report report) {
        return QueueConfiguration.builder()
                .queueArn(report.queue())
                .eventsWithStrings(report.event())
                .build();
    }

    private boolean exists(Template.Bucket bucket) {
        try {
            s3.headBucket(request -> request.bucket(bucket.name()));
            return true;
        } catch (NoSuchBucketException e) {
            return false;
        }
    }
}
