package kz.bagalau.sandbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/// Refuses, as AWS would, what a function's policy in template.yaml does not allow: each table or
/// index with each action and the first key of each item, the parts of a transaction one by one,
/// the KMS key of a table that has its own; each object and bucket; each queue. What is not known
/// here is refused too.
public final class PolicyGuard implements ExecutionInterceptor {

    private static final byte[] ACCESS_DENIED =
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
                    .getBytes(StandardCharsets.UTF_8);

    private final Template.Function function;
    private final Map<String, Template.Table> tables = new HashMap<>();

    public PolicyGuard(Template template, Template.Function function) {
        this.function = function;
        template.tables().values().forEach(table -> tables.put(table.name(), table));
    }

    @Override
    public void beforeExecution(
            Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        demand(
                context.request(),
                Optional.ofNullable(
                                executionAttributes.getAttribute(
                                        SdkExecutionAttribute.OPERATION_NAME))
                        .orElse("Unknown"));
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(
            Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
        return hides(context)
                ? context.httpResponse().toBuilder()
                        .statusCode(403)
                        .removeHeader("Content-Length")
                        .build()
                : context.httpResponse();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes executionAttributes) {
        return hides(context)
                ? context.responseBody().map(_ -> new ByteArrayInputStream(ACCESS_DENIED))
                : context.responseBody();
    }

    /// S3 does not show whoever may not list a bucket that an object is not there. The SDK asks for
    /// the content with the response as it came, whatever [#modifyHttpResponse] made of it.
    private boolean hides(Context.ModifyHttpResponse context) {
        return context.httpResponse().statusCode() == 404
                && context.request() instanceof S3Request request
                && !function.may("s3:ListBucket", bucket(request));
    }

    /// Throws what AWS would where the function may not do this.
    void demand(SdkRequest request, String operation) {
        switch (request) {
            case DynamoDbRequest table ->
                    Access.of(table, operation, name -> Optional.ofNullable(tables.get(name)))
                            .forEach(this::demand);
            case S3Request bucket -> demand(bucket, operation);
            case SqsRequest queue ->
                    demand(
                            "Sqs",
                            "sqs:" + operation.replaceFirst("Batch$", ""),
                            Intrinsics.queueArn(
                                    queue.getValueForField("QueueUrl", String.class)
                                            .orElse("*")
                                            .replaceFirst(".*/", "")));
            default -> throw refusal("Unknown", operation, "*");
        }
    }

    /// A head needs the right to get; the parts of an upload the right to put.
    private void demand(S3Request request, String operation) {
        String bucket =
                Intrinsics.bucketArn(request.getValueForField("Bucket", String.class).orElse("*"));
        String object = bucket + "/" + request.getValueForField("Key", String.class).orElse("*");
        switch (request) {
            case GetObjectRequest get when get.versionId() != null ->
                    demand("S3", "s3:GetObjectVersion", object);
            case GetObjectRequest get -> demand("S3", "s3:GetObject", object);
            case HeadObjectRequest head when head.versionId() != null ->
                    demand("S3", "s3:GetObjectVersion", object);
            case HeadObjectRequest head -> demand("S3", "s3:GetObject", object);
            case PutObjectRequest put -> {
                demand("S3", "s3:PutObject", object);
                if (put.acl() != null) {
                    demand("S3", "s3:PutObjectAcl", object);
                }
                if (put.tagging() != null) {
                    demand("S3", "s3:PutObjectTagging", object);
                }
            }
            case CreateMultipartUploadRequest create -> demand("S3", "s3:PutObject", object);
            case UploadPartRequest part -> demand("S3", "s3:PutObject", object);
            case CompleteMultipartUploadRequest complete -> demand("S3", "s3:PutObject", object);
            case CopyObjectRequest copy -> {
                demand("S3", "s3:GetObject", Intrinsics.bucketArn(source(copy)));
                demand(
                        "S3",
                        "s3:PutObject",
                        Intrinsics.bucketArn(
                                copy.destinationBucket() + "/" + copy.destinationKey()));
            }
            case DeleteObjectRequest delete when delete.versionId() != null ->
                    demand("S3", "s3:DeleteObjectVersion", object);
            case DeleteObjectRequest delete -> demand("S3", "s3:DeleteObject", object);
            case DeleteObjectsRequest delete ->
                    delete.delete()
                            .objects()
                            .forEach(one ->
                                    demand("S3", "s3:DeleteObject", bucket + "/" + one.key()));
            case ListObjectsV2Request list -> demand("S3", "s3:ListBucket", bucket);
            case ListObjectsRequest list -> demand("S3", "s3:ListBucket", bucket);
            case HeadBucketRequest head -> demand("S3", "s3:ListBucket", bucket);
            case ListObjectVersionsRequest list -> demand("S3", "s3:ListBucketVersions", bucket);
            default -> demand("S3", "s3:" + operation, object);
        }
    }

    /// The SDK itself writes the two parts of the source as one, encoded, before it asks here.
    private static String source(CopyObjectRequest copy) {
        return copy.sourceBucket() == null
                ? URLDecoder.decode(
                        copy.getValueForField("CopySource", String.class).orElse("*"),
                        StandardCharsets.UTF_8)
                : copy.sourceBucket() + "/" + copy.sourceKey();
    }

    private static String bucket(S3Request request) {
        return Intrinsics.bucketArn(request.getValueForField("Bucket", String.class).orElse("*"));
    }

    private void demand(Access access) {
        String resource = Intrinsics.tableArn(access.table());
        if (access.index() != null) {
            resource += "/index/" + access.index();
        }
        String action = "dynamodb:" + access.action();
        if (!function.may(action, resource, access.leadingKey())) {
            throw refusal("DynamoDb", action, resource);
        }
        Template.Table table = tables.get(access.table());
        if (table != null && table.key() != null) {
            demand("DynamoDb", "kms:Decrypt", table.key());
        }
    }

    private void demand(String service, String action, String resource) {
        if (!function.may(action, resource)) {
            throw refusal(service, action, resource);
        }
    }

    private AwsServiceException refusal(String service, String action, String resource) {
        String message =
                "%s is not authorized to perform %s on %s: its policy in template.yaml does not allow it"
                        .formatted(function.id(), action, resource);
        AwsServiceException.Builder problem =
                switch (service) {
                    case "S3" -> S3Exception.builder().statusCode(403);
                    case "Sqs" -> SqsException.builder().statusCode(403);
                    default -> DynamoDbException.builder().statusCode(400);
                };
        return problem.message(message)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .serviceName(service)
                                .errorCode(
                                        service.equals("S3")
                                                ? "AccessDenied"
                                                : "AccessDeniedException")
                                .errorMessage(message)
                                .build())
                .build();
    }
}
