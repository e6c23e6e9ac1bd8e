package kz.bagalau.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kz.bagalau.lambda.Json;

/// What S3 writes to a queue about an object, in its own JSON ("event message structure", version
/// 2.1). The key of the object is encoded as in a form, but for its slashes: a blank is a plus
/// sign.
public final class BucketNotification {

    private BucketNotification() {}

    /// @param sequencer grows from one version of an object to the next
    public static String of(BucketServer.Stored stored, Instant at, long sequencer) {
        ObjectNode message = Json.object();
        ObjectNode record = message.putArray("Records").addObject();
        record.put("eventVersion", "2.1");
        record.put("eventSource", "aws:s3");
        record.put("awsRegion", Intrinsics.REGION);
        record.put("eventTime", at.truncatedTo(ChronoUnit.MILLIS).toString());
        record.put("eventName", stored.event());
        record.putObject("userIdentity").put("principalId", Intrinsics.ACCOUNT);
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0");
        s3.put("configurationId", "template.yaml");
        ObjectNode bucket = s3.putObject("bucket");
        bucket.put("name", stored.bucket());
        bucket.putObject("ownerIdentity").put("principalId", Intrinsics.ACCOUNT);
        bucket.put("arn", Intrinsics.bucketArn(stored.bucket()));
        ObjectNode object = s3.putObject("object");
        object.put(
                "key", URLEncoder.encode(stored.key(), StandardCharsets.UTF_8).replace("%2F", "/"));
        object.put("size", stored.size());
        object.put("eTag", stored.eTag());
        object.put("sequencer", "%016X".formatted(sequencer));
        return Json.write(message);
    }

    /// What S3 sends once when a bucket is set to notify a queue. A function that is fed by that
    /// queue has to let it pass.
    public static String test(String bucket, Instant at) {
        return Json.write(
                Json.object()
                        .put("Service", "Amazon S3")
                        .put("Event", "s3:TestEvent")
                        .put("Time", at.truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("Bucket", bucket)
                        .put("RequestId", "0000000000000000")
                        .put("HostId", "local"));
    }
}
