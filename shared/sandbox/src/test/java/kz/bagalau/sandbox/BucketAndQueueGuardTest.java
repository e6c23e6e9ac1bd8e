package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.bagalau.lambda.Runtime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// `Clerk` may get and put files, and send to the desk's queue; `Archivist` may list, get and
/// delete them, and is fed by the desk's queue.
class BucketAndQueueGuardTest {

    private static final String YAML =
            """
            Resources:
              Clerk:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Clerk
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: [s3:GetObject, s3:PutObject]
                          Resource: !Sub ${Papers.Arn}/in/*
                        - Effect: Allow
                          Action: sqs:SendMessage
                          Resource: !GetAtt Desk.Arn
              Archivist:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Archivist
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: [s3:GetObject, s3:DeleteObject]
                          Resource: !Sub ${Papers.Arn}/*
                        - Effect: Allow
                          Action: s3:ListBucket
                          Resource: !GetAtt Papers.Arn
                        - Effect: Deny
                          Action: [sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage]
                          NotResource: !GetAtt Desk.Arn
                  Events:
                    Desk:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Desk.Arn
                        ScalingConfig: {MaximumConcurrency: 2}
              Papers:
                Type: AWS::S3::Bucket
              Others:
                Type: AWS::S3::Bucket
              Desk:
                Type: AWS::SQS::Queue
              Cellar:
                Type: AWS::SQS::Queue
            """;

    @AutoClose
    static final Sandbox SANDBOX = Sandbox.open(Template.parse(YAML, "papers-", Map.of()));

    private static final String PAPERS = SANDBOX.bucket("Papers");
    private static final String OTHERS = SANDBOX.bucket("Others");

    private final Runtime clerk = SANDBOX.runtime("Clerk", Clock.systemUTC());
    private final Runtime archivist = SANDBOX.runtime("Archivist", Clock.systemUTC());

    @BeforeAll
    static void onePaper() {
        for (String bucket : List.of(PAPERS, OTHERS)) {
            SANDBOX.s3()
                    .putObject(
                            put -> put.bucket(bucket).key("in/one"), RequestBody.fromString("1"));
        }
    }

    /// A name for the report, and what is done.
    record Call(String name, Consumer<Runtime> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Call> allowedToClerk() {
        return List.of(
                s3("get", s3 -> s3.getObjectAsBytes(get -> get.bucket(PAPERS).key("in/one"))),
                s3("head", s3 -> s3.headObject(head -> head.bucket(PAPERS).key("in/one"))),
                s3(
                        "put",
                        s3 ->
                                s3.putObject(
                                        put -> put.bucket(PAPERS).key("in/two"),
                                        RequestBody.fromString("2"))),
                s3(
                        "copy",
                        s3 ->
                                s3.copyObject(copy ->
                                        copy.sourceBucket(PAPERS)
                                                .sourceKey("in/one")
                                                .destinationBucket(PAPERS)
                                                .destinationKey("in/copy"))),
                sqs(
                        "send",
                        sqs ->
                                sqs.sendMessage(send ->
                                        send.queueUrl(SANDBOX.queue("Desk")).messageBody("m"))),
                sqs(
                        "send a batch",
                        sqs ->
                                sqs.sendMessageBatch(batch ->
                                        batch.queueUrl(SANDBOX.queue("Desk"))
                                                .entries(
                                                        SendMessageBatchRequestEntry.builder()
                                                                .id("a")
                                                                .messageBody("m")
                                                                .build()))),
                new Call("sign a get", runtime -> signGet(runtime, PAPERS)));
    }

    static List<Call> refusedToClerk() {
        return List.of(
                s3("delete", s3 -> s3.deleteObject(one -> one.bucket(PAPERS).key("in/one"))),
                s3("list", s3 -> s3.listObjectsV2(list -> list.bucket(PAPERS))),
                s3("head of the bucket", s3 -> s3.headBucket(head -> head.bucket(PAPERS))),
                s3("get elsewhere", s3 -> s3.getObject(get -> get.bucket(PAPERS).key("out/one"))),
                s3(
                        "get from another bucket",
                        s3 -> s3.getObject(get -> get.bucket(OTHERS).key("in/one"))),
                s3(
                        "get of a version",
                        s3 -> s3.getObject(get -> get.bucket(PAPERS).key("in/one").versionId("v"))),
                s3(
                        "put for everybody",
                        s3 ->
                                s3.putObject(
                                        put -> put.bucket(PAPERS).key("in/two").acl("public-read"),
                                        RequestBody.fromString("2"))),
                s3(
                        "copy from another bucket",
                        s3 ->
                                s3.copyObject(copy ->
                                        copy.sourceBucket(OTHERS)
                                                .sourceKey("in/one")
                                                .destinationBucket(PAPERS)
                                                .destinationKey("in/copy"))),
                s3("delete the bucket", s3 -> s3.deleteBucket(one -> one.bucket(PAPERS))),
                sqs(
                        "send to another queue",
                        sqs ->
                                sqs.sendMessage(send ->
                                        send.queueUrl(SANDBOX.queue("Cellar")).messageBody("m"))),
                sqs(
                        "receive",
                        sqs -> sqs.receiveMessage(one -> one.queueUrl(SANDBOX.queue("Desk")))),
                sqs("purge", sqs -> sqs.purgeQueue(one -> one.queueUrl(SANDBOX.queue("Desk")))),
                sqs("list", SqsClient::listQueues),
                new Call("sign a get from another bucket", runtime -> signGet(runtime, OTHERS)),
                new Call(
                        "sign a deletion",
                        runtime ->
                                runtime.presigner()
                                        .presignDeleteObject(sign ->
                                                sign.signatureDuration(Duration.ofMinutes(1))
                                                        .deleteObjectRequest(one ->
                                                                one.bucket(PAPERS)
                                                                        .key("in/one")))));
    }

    @ParameterizedTest
    @MethodSource
    void allowedToClerk(Call call) {
        assertThatCode(() -> call.work().accept(clerk)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void refusedToClerk(Call call) {
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() -> call.work().accept(clerk))
                .satisfies(refusal -> {
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).startsWith("AccessDenied");
                    assertThat(refusal).hasMessageContaining("Clerk is not authorized");
                });
    }

    /// Whoever may not list is not told whether an object is there.
    @Test
    void whatIsNotThereIsRefusedToWhomMayNotList() {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> clerk.s3().getObject(get -> get.bucket(PAPERS).key("in/nothing")))
                .satisfies(refusal -> {
                    assertThat(refusal).isNotInstanceOf(NoSuchKeyException.class);
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                });
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () -> clerk.s3().headObject(head -> head.bucket(PAPERS).key("in/nothing")))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() ->
                        archivist.s3().getObject(get -> get.bucket(PAPERS).key("in/nothing")));
    }

    @Test
    void aFunctionReadsTheQueueThatFeedsItAndNoOther() {
        assertThatCode(() ->
                        archivist.sqs().receiveMessage(one -> one.queueUrl(SANDBOX.queue("Desk"))))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(AwsServiceException.class)
                .isThrownBy(() ->
                        archivist
                                .sqs()
                                .receiveMessage(one -> one.queueUrl(SANDBOX.queue("Cellar"))))
                .withMessageContaining("sqs:ReceiveMessage");
    }

    @Test
    void aWriteUnderAConditionHappensOnce() {
        Consumer<S3Client> once =
                s3 ->
                        s3.putObject(
                                put -> put.bucket(PAPERS).key("in/once").ifNoneMatch("*"),
                                RequestBody.fromString("1"));
        once.accept(clerk.s3());

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> once.accept(clerk.s3()))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(412));
    }

    private static void signGet(Runtime runtime, String bucket) {
        runtime.presigner()
                .presignGetObject(sign ->
                        sign.signatureDuration(Duration.ofMinutes(1))
                                .getObjectRequest(get -> get.bucket(bucket).key("in/one")));
    }

    private static Call s3(String name, Consumer<S3Client> work) {
        return new Call(name, runtime -> work.accept(runtime.s3()));
    }

    private static Call sqs(String name, Consumer<SqsClient> work) {
        return new Call(name, runtime -> work.accept(runtime.sqs()));
    }
}
