package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketAndQueueTemplateTest {

    private static final String YAML =
            """
            Parameters:
              PagesDomain: {Type: String}
            Resources:
              Read:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Read
                  Environment:
                    Variables:
                      PAPERS_BUCKET: !Ref Papers
                      DESK_QUEUE: !Ref Desk
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: s3:GetObject
                          Resource: !Sub ${Papers.Arn}/*
                        - Effect: Deny
                          Action: [sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:ReceiveMessage]
                          NotResource: !GetAtt Desk.Arn
                  Events:
                    Papers:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Desk.Arn
                        BatchSize: 5
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        ScalingConfig:
                          MaximumConcurrency: 3
              Papers:
                Type: AWS::S3::Bucket
                Properties:
                  VersioningConfiguration: {Status: Enabled}
                  CorsConfiguration:
                    CorsRules:
                      - AllowedOrigins: [!Sub "https://${PagesDomain}"]
                        AllowedMethods: [PUT]
                        AllowedHeaders: [content-type]
                  NotificationConfiguration:
                    QueueConfigurations:
                      - Event: s3:ObjectCreated:*
                        Queue: !GetAtt Desk.Arn
              Desk:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 90
                  MessageRetentionPeriod: 1209600
                  RedrivePolicy:
                    deadLetterTargetArn: !GetAtt Cellar.Arn
                    maxReceiveCount: 4
              Cellar:
                Type: AWS::SQS::Queue
              CellStyle:
                Type: Anything
                Properties:
                  Name: !GetAtt Desk.QueueName
                  Domain: !GetAtt Papers.RegionalDomainName
            """;

    private static final String DESK = "arn:aws:sqs:eu-central-1:000000000000:X-Desk";
    private static final String CELLAR = "arn:aws:sqs:eu-central-1:000000000000:X-Cellar";

    private final Template template = parse(YAML);

    @Test
    void aFunctionIsToldTheBucketsNameAndTheQueuesUrl() {
        assertThat(template.function("Read").environment())
                .isEqualTo(
                        Map.of(
                                "PAPERS_BUCKET",
                                "x-papers",
                                "DESK_QUEUE",
                                "https://sqs.eu-central-1.amazonaws.com/000000000000/X-Desk"));
        assertThat(template.bucket("Papers").name()).isEqualTo("x-papers");
        assertThat(template.queue("Desk").url()).endsWith("/X-Desk");
    }

    @Test
    void aBucketSaysWhoMayUseItAndWhereItReports() {
        assertThat(template.bucket("Papers"))
                .isEqualTo(
                        new Template.Bucket(
                                "Papers",
                                "x-papers",
                                true,
                                List.of(
                                        new Template.Origins(
                                                List.of("https://pages"),
                                                List.of("PUT"),
                                                List.of("content-type"))),
                                List.of(new Template.Report("s3:ObjectCreated:*", DESK))));
        Template.Report report = template.bucket("Papers").reports().getFirst();
        assertThat(report.sends("ObjectCreated:Put")).isTrue();
        assertThat(report.sends("ObjectRemoved:Delete")).isFalse();
    }

    @Test
    void aQueueHasItsTimesAndItsDeadLetters() {
        assertThat(template.queue("Desk"))
                .isEqualTo(
                        new Template.Queue(
                                "Desk",
                                "X-Desk",
                                Duration.ofSeconds(90),
                                Duration.ofDays(14),
                                new Template.DeadLetters(CELLAR, 4)));
        assertThat(template.queue("Cellar").visibility()).isEqualTo(Duration.ofSeconds(30));
        assertThat(template.queue("Cellar").letters()).isNull();
    }

    @Test
    void aFunctionSaysWhichQueueFeedsItAndHow() {
        assertThat(template.feeds())
                .containsExactly(new Template.Feed("ReadPapers", "Read", DESK, 5, true, 3));
    }

    /// SAM opens every queue to a function with one; the function's own policy closes the others.
    @Test
    void aFunctionThatAQueueFeedsMayReadThatOne() {
        Template.Function read = template.function("Read");
        assertThat(read.may("sqs:ReceiveMessage", DESK)).isTrue();
        assertThat(read.may("sqs:ReceiveMessage", CELLAR)).isFalse();
        assertThat(read.may("sqs:SendMessage", DESK)).isFalse();
        assertThat(
                        parse(YAML.replace("NotResource: !GetAtt Desk.Arn", "Resource: none"))
                                .function("Read")
                                .may("sqs:ReceiveMessage", CELLAR))
                .isTrue();
    }

    @Test
    void attributesOfBucketsAndQueuesAreKnown() {
        assertThat(template.resources().toString())
                .contains("Name=X-Desk")
                .contains("Domain=x-papers.s3.eu-central-1.amazonaws.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BatchSize: 5 | BatchSize: 50 | 50 messages",
                "BatchSize: 5 | FilterCriteria: {} | FilterCriteria",
                "[ReportBatchItemFailures] | [Something] | Something",
                "MaximumConcurrency: 3 | Other: 3 | Other",
                "VisibilityTimeout: 90 | FifoQueue: true | FifoQueue",
                "VisibilityTimeout: 90 | QueueName: fixed | QueueName",
                "Queue: !GetAtt Desk.Arn | Queue: arn:elsewhere | arn:elsewhere",
                "Event: s3:ObjectCreated:* | Filter: {} | Filter",
                "VersioningConfiguration: | BucketName: fixed # | BucketName",
                "QueueConfigurations: | LambdaConfigurations: | LambdaConfigurations",
                "!GetAtt Desk.QueueName | !GetAtt Desk.Other | Other",
                "!GetAtt Papers.RegionalDomainName | !GetAtt Papers.WebsiteURL | WebsiteURL"
            })
    void whatIsNotUnderstoodIsRefusedAndNamed(String good, String bad, String named) {
        String changed = YAML.replace(good, bad);
        assertThat(changed).isNotEqualTo(YAML);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(changed))
                .withMessageContaining(named);
    }

    private static Template parse(String yaml) {
        return Template.parse(yaml, "X-", Map.of("PagesDomain", "pages"));
    }
}
