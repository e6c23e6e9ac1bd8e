package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the schemas of CloudFormation cannot know of template.yaml.
final class TemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// API Gateway ends a call after 30 seconds.
    private static final int LONGEST_ANSWER = 29;

    private static final int LONGEST_ANONYMOUS_ANSWER = 10;

    /// The tally starts this long after the close (design, "Anonymity", step 7).
    private static final int QUIET_PERIOD = 60;

    private static final int SCHEDULE = 300;

    /// The preliminary run: 5 January at 03:00.
    private static final String YEARLY = "cron(0 3 5 1 ? *)";

    static Stream<Resource> functions() {
        return Resource.ofType("AWS::Serverless::Function");
    }

    static Stream<Resource> buckets() {
        return Resource.ofType("AWS::S3::Bucket");
    }

    static Stream<Resource> queues() {
        return Resource.ofType("AWS::SQS::Queue");
    }

    static Stream<Resource> tables() {
        return Resource.ofType("AWS::DynamoDB::Table");
    }

    @Test
    void everyFunctionRunsJava25OnArmFromASnapshotBehindItsAlias() {
        // These stand under Globals; a function of its own mind would be seen below.
        Resource globals = globals();
        assertThat(globals.text("Runtime")).isEqualTo("java25");
        assertThat(globals.texts("Architectures")).containsExactly("arm64");
        assertThat(globals.text("SnapStart", "ApplyOn")).isEqualTo("PublishedVersions");
        assertThat(globals.text("AutoPublishAlias")).isEqualTo("live");
        assertThat(functions())
                .allSatisfy(function ->
                        assertThat(((Map<?, ?>) function.properties().content()).keySet())
                                .map(Object::toString)
                                .doesNotContain(
                                        "Runtime",
                                        "Architectures",
                                        "SnapStart",
                                        "AutoPublishAlias",
                                        "Tracing",
                                        "Layers",
                                        "VpcConfig"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsTheClassOfItsName(Resource function) throws ReflectiveOperationException {
        String[] handler = function.text("Properties", "Handler").split("::");
        Class<?> type = Class.forName(handler[0]);
        assertThat(type.getSimpleName()).isEqualTo(function.id());
        assertThat(handler[1]).isEqualTo("handleRequest");
        assertThat(RequestHandler.class).isAssignableFrom(type);
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsDeployedFromTheZipOfItsModule(Resource function) {
        String zip = function.text("Properties", "CodeUri");
        String module = zip.split("/")[1];
        assertThat(zip).isEqualTo("functions/%s/target/%s.zip", module, module);
        String type = function.text("Properties", "Handler").split("::")[0];
        assertThat(
                        Checkout.root()
                                .resolve("functions/" + module + "/src/main/java")
                                .resolve(type.replace('.', '/') + ".java"))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionHasALogOfItsOwnThatIsNotKeptForEver(Resource function) {
        String log = function.text("Properties", "LoggingConfig", "LogGroup");
        assertThat(log).isEqualTo(function.id() + "Logs");
        assertThat(Resource.named(log).type()).isEqualTo("AWS::Logs::LogGroup");
        assertThat(Resource.named(log).number("Properties", "RetentionInDays")).isBetween(1, 365);
    }

    @Test
    void logsLeaveOutThePlatformsLinesAboutEachCall() {
        assertThat(globals().text("LoggingConfig", "LogFormat")).isEqualTo("JSON");
        assertThat(globals().text("LoggingConfig", "SystemLogLevel")).isEqualTo("WARN");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsHeldToATimeAndAShareOfTheAccount(Resource function) {
        Template.Function read = Resource.TEMPLATE.function(function.id());
        int seconds = (int) read.timeout().toSeconds();
        assertThat(function.number("Properties", "ReservedConcurrentExecutions")).isPositive();
        if (!read.feeds().isEmpty()) {
            assertThat(read.routes()).isEmpty();
            assertThat(read.schedules()).isEmpty();
        } else if (!read.schedules().isEmpty()) {
            assertThat(seconds).isLessThan(SCHEDULE);
        } else if (read.routes().stream().allMatch(Template.Route::authorized)) {
            assertThat(seconds).isLessThanOrEqualTo(LONGEST_ANSWER);
        } else {
            assertThat(seconds).isLessThanOrEqualTo(LONGEST_ANONYMOUS_ANSWER);
        }
    }

    @Test
    void aBallotIsStoredOrRefusedWellBeforeTheTally() {
        assertThat(Resource.TEMPLATE.function("SubmitBallot").timeout().toSeconds() * 3)
                .isLessThan(QUIET_PERIOD);
    }

    @Test
    void aScheduleNeverRunsBesideItself() {
        for (Template.Schedule schedule : Resource.TEMPLATE.schedules()) {
            Resource function = Resource.named(schedule.function());
            assertThat(schedule.expression()).isIn("rate(1 minute)", "rate(5 minutes)", YEARLY);
            assertThat(function.number("Properties", "ReservedConcurrentExecutions")).isOne();
        }
    }

    @Test
    void theYearlyRunIsStartedByTheClocksOfKazakhstan() {
        assertThat(Resource.TEMPLATE.schedules())
                .filteredOn(schedule -> schedule.expression().equals(YEARLY))
                .singleElement()
                .satisfies(schedule ->
                        assertThat(schedule.zone()).isEqualTo(ZoneId.of("Asia/Almaty")));
    }

    @Test
    void aScheduleThatFailsLeavesALetter() {
        for (Template.Schedule schedule : Resource.TEMPLATE.schedules()) {
            Resource function = Resource.named(schedule.function());
            String letters = Resource.TEMPLATE.queue("ScheduleFailures").arn();
            assertThat(
                            function.text(
                                    "Properties",
                                    "EventInvokeConfig",
                                    "DestinationConfig",
                                    "OnFailure",
                                    "Destination"))
                    .isEqualTo(letters);
            assertThat(
                            function.text(
                                    "Properties",
                                    "Events",
                                    schedule.id().substring(schedule.function().length()),
                                    "Properties",
                                    "DeadLetterConfig",
                                    "Arn"))
                    .isEqualTo(letters);
        }
    }

    @Test
    void everySignedInRouteDemandsATokenAndNoAnonymousOneKnowsAny() {
        assertThat(Resource.TEMPLATE.routes())
                .allSatisfy(route ->
                        assertThat(route.authorized())
                                .as(route.key())
                                .isEqualTo(route.api().equals("Api")));
        assertThat(Resource.named("AnonymousApi").at("Properties", "Auth")).isEmpty();
        assertThat(functions().flatMap(function -> function.part("Properties", "Events").stream()))
                .noneMatch(events -> events.content().toString().contains("Authorizer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Api", "AnonymousApi"})
    void apisAreThrottledAndKeepNoAccessLogs(String api) {
        Resource resource = Resource.named(api);
        assertThat(resource.number("Properties", "DefaultRouteSettings", "ThrottlingRateLimit"))
                .isPositive();
        assertThat(resource.number("Properties", "DefaultRouteSettings", "ThrottlingBurstLimit"))
                .isPositive();
        assertThat(resource.properties().content().toString())
                .doesNotContain("AccessLog", "LoggingLevel", "DataTrace");
    }

    @Test
    void theDistributionSendsEveryRouteToItsApi() {
        for (Template.Route route : Resource.TEMPLATE.routes()) {
            String path = route.path().replaceAll("\\{[^}]+}", "min-digital");
            assertThat(
                            Resource.TEMPLATE.behaviours().stream()
                                    .filter(behaviour -> behaviour.matches(path))
                                    .findFirst()
                                    .map(Template.Behaviour::api))
                    .as(route.key())
                    .contains(route.api());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/survey.html",
                "/exit.html",
                "/desk.html",
                "/config.json",
                "/a.js"
            })
    void theDistributionSendsPagesToNoApi(String path) {
        assertThat(Resource.TEMPLATE.behaviours()).noneMatch(behaviour -> behaviour.matches(path));
    }

    @Test
    void theDistributionKeepsNoLogsAndPassesNothingOfARespondentsBrowser() {
        assertThat(Resource.named("Pages").at("Properties", "DistributionConfig", "Logging"))
                .isEmpty();
        assertThat(Resource.TEMPLATE.behaviours())
                .filteredOn(behaviour -> behaviour.api().equals("AnonymousApi"))
                .hasSize(5)
                .allSatisfy(behaviour -> {
                    assertThat(behaviour.headers())
                            .containsExactlyInAnyOrder(
                                    "accept-encoding", "accept-language", "content-type");
                    assertThat(behaviour.cookies()).isFalse();
                    assertThat(behaviour.query()).isFalse();
                });
    }

    @Test
    void pagesMayLoadNothingFromElsewhere() {
        assertThat(Resource.TEMPLATE.pageHeaders().get("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; connect-src 'self' IssuerOrigin"
                                + " uploads.s3.eu-central-1.amazonaws.com"
                                + " documents.s3.eu-central-1.amazonaws.com;"
                                + " form-action 'self'"
                                + " IssuerOrigin; base-uri 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsEncryptedAndNotDeletedByMistake(Resource table) {
        assertThat(table.text("Properties", "BillingMode")).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.text("Properties", "DeletionProtectionEnabled")).isEqualTo("true");
        assertThat(table.text("Properties", "SSESpecification", "SSEEnabled")).isEqualTo("true");
        assertThat(table.text("DeletionPolicy")).isEqualTo("Retain");
        assertThat(table.text("UpdateReplacePolicy")).isEqualTo("Retain");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aBucketIsPrivateEncryptedVersionedAndNotDeletedByMistake(Resource bucket) {
        assertThat(bucket.text("DeletionPolicy")).isEqualTo("Retain");
        assertThat(bucket.text("UpdateReplacePolicy")).isEqualTo("Retain");
        assertThat(
                        bucket.part("Properties", "PublicAccessBlockConfiguration")
                                .orElseThrow()
                                .content())
                .hasSize(4)
                .allSatisfy((name, value) -> assertThat(value).isEqualTo(true));
        assertThat(
                        bucket.parts("Properties", "OwnershipControls", "Rules")
                                .getFirst()
                                .text("ObjectOwnership"))
                .isEqualTo("BucketOwnerEnforced");
        assertThat(
                        bucket.parts(
                                        "Properties",
                                        "BucketEncryption",
                                        "ServerSideEncryptionConfiguration")
                                .getFirst()
                                .text("ServerSideEncryptionByDefault", "SSEAlgorithm"))
                .isEqualTo("AES256");
        assertThat(bucket.text("Properties", "VersioningConfiguration", "Status"))
                .isEqualTo("Enabled");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aBucketIsReachedOverTlsOnly(Resource bucket) {
        Template.Bucket read = Resource.TEMPLATE.bucket(bucket.id());
        assertThat(
                        Resource.ofType("AWS::S3::BucketPolicy")
                                .filter(policy ->
                                        policy.text("Properties", "Bucket").equals(read.name())))
                .singleElement()
                .satisfies(policy ->
                        assertThat(overTls(policy).texts("Resource"))
                                .containsExactlyInAnyOrder(read.arn(), read.arn() + "/*"));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void onlyTheDistributionReadsABucketByItsPolicy(Resource bucket) {
        String name = Resource.TEMPLATE.bucket(bucket.id()).name();
        assertThat(
                        Resource.ofType("AWS::S3::BucketPolicy")
                                .filter(policy -> policy.text("Properties", "Bucket").equals(name))
                                .flatMap(policy ->
                                        policy
                                                .parts("Properties", "PolicyDocument", "Statement")
                                                .stream())
                                .filter(statement -> statement.text("Effect").equals("Allow"))
                                .map(statement -> statement.text("Sid")))
                .isEqualTo(
                        bucket.id().equals("PagesBucket")
                                ? List.of("OnlyTheDistributionReads")
                                : List.of());
    }

    @Test
    void filesMayBeSentAndFetchedByThePagesOnly() {
        assertThat(Resource.TEMPLATE.bucket("Uploads").origins())
                .containsExactly(
                        new Template.Origins(
                                List.of("https://PagesDomain"),
                                List.of("GET", "PUT"),
                                List.of("content-type", "if-none-match", "x-amz-checksum-sha256")));
        assertThat(Resource.TEMPLATE.bucket("Documents").origins())
                .containsExactly(
                        new Template.Origins(
                                List.of("https://PagesDomain"), List.of("GET"), List.of()));
    }

    @Test
    void everyFileThatComesInIsReported() {
        assertThat(Resource.TEMPLATE.bucket("Uploads").reports())
                .containsExactly(
                        new Template.Report(
                                "s3:ObjectCreated:*",
                                Resource.TEMPLATE.queue("ReportFiles").arn()));
        assertThat(Resource.named("Uploads").text("DependsOn")).isEqualTo("ReportFilesPolicy");
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aQueueIsEncryptedAndReachedOverTlsOnly(Resource queue) {
        assertThat(queue.text("Properties", "SqsManagedSseEnabled")).isEqualTo("true");
        String url = Resource.TEMPLATE.queue(queue.id()).url();
        assertThat(
                        Resource.ofType("AWS::SQS::QueuePolicy")
                                .filter(policy ->
                                        policy.texts("Properties", "Queues").contains(url)))
                .singleElement()
                .satisfies(policy ->
                        assertThat(overTls(policy).texts("Action")).containsExactly("sqs:*"));
    }

    @Test
    void onlyTheStoreOfFilesMaySendToAQueueByItsPolicy() {
        assertThat(
                        Resource.ofType("AWS::SQS::QueuePolicy")
                                .flatMap(policy ->
                                        policy
                                                .parts("Properties", "PolicyDocument", "Statement")
                                                .stream())
                                .filter(statement -> statement.text("Effect").equals("Allow")))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.text("Principal", "Service"))
                            .isEqualTo("s3.amazonaws.com");
                    assertThat(statement.text("Action")).isEqualTo("sqs:SendMessage");
                    assertThat(statement.text("Resource"))
                            .isEqualTo(Resource.TEMPLATE.queue("ReportFiles").arn());
                    assertThat(statement.text("Condition", "StringEquals", "aws:SourceAccount"))
                            .isEqualTo("000000000000");
                    assertThat(statement.text("Condition", "ArnLike", "aws:SourceArn"))
                            .isEqualTo("arn:aws:s3:::*-uploads-*");
                });
    }

    /// Three times at least, so that a restart or a moment without a database is no failure.
    @ParameterizedTest
    @MethodSource("queues")
    void whatAQueueCannotWorkOffGoesToAnotherThatRaisesAnAlarm(Resource queue) {
        Template.DeadLetters letters = Resource.TEMPLATE.queue(queue.id()).letters();
        if (letters == null) {
            // It is one for dead letters itself.
            assertThat(watched()).contains(queue.id());
        } else {
            assertThat(letters.receives()).isGreaterThanOrEqualTo(3);
            assertThat(watched()).contains(Resource.TEMPLATE.queueOfArn(letters.queue()).id());
        }
        assertThat(Resource.TEMPLATE.queue(queue.id()).retention()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aQueueOfDeadLettersIsOneOrRaisesItsOwnAlarm() {
        Set<String> deadLetters =
                Resource.TEMPLATE.queues().values().stream()
                        .map(Template.Queue::letters)
                        .filter(Objects::nonNull)
                        .map(letters -> Resource.TEMPLATE.queueOfArn(letters.queue()).id())
                        .collect(Collectors.toSet());
        assertThat(
                        Resource.TEMPLATE.queues().values().stream()
                                .filter(queue -> queue.letters() == null)
                                .map(Template.Queue::id))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(deadLetters.stream(), Stream.of("ScheduleFailures"))
                                .toList());
    }

    @Test
    void aMessageStaysAwayForSixTimesAsLongAsItsFunctionMayTake() {
        for (Template.Feed feed : Resource.TEMPLATE.feeds()) {
            Template.Queue queue = Resource.TEMPLATE.queueOfArn(feed.queue());
            Template.Function function = Resource.TEMPLATE.function(feed.function());
            assertThat(queue.visibility())
                    .as(feed.id())
                    .isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
            assertThat(feed.reportsFailures()).as(feed.id()).isTrue();
            assertThat(feed.concurrency()).as(feed.id()).isGreaterThanOrEqualTo(2);
            assertThat(
                            Resource.named(feed.function())
                                    .number("Properties", "ReservedConcurrentExecutions"))
                    .as(feed.id())
                    .isGreaterThanOrEqualTo(feed.concurrency());
        }
    }

    @Test
    void ballotsHaveNothingThatWouldAddAnOrderOrATime() {
        assertThat(Resource.named("Ballots").properties().content().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "BillingMode",
                        "DeletionProtectionEnabled",
                        "AttributeDefinitions",
                        "KeySchema",
                        "TimeToLiveSpecification",
                        "PointInTimeRecoverySpecification",
                        "SSESpecification");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ballots", "Register", "SigningKeys"})
    void whatMustNotBeRestoredToASecondIsNot(String table) {
        assertThat(
                        Resource.named(table)
                                .text(
                                        "Properties",
                                        "PointInTimeRecoverySpecification",
                                        "PointInTimeRecoveryEnabled"))
                .isEqualTo("false");
    }

    @Test
    void noTableHasAStream() {
        assertThat(tables())
                .allSatisfy(table -> {
                    assertThat(table.at("Properties", "StreamSpecification")).isEmpty();
                    assertThat(table.at("Properties", "KinesisStreamSpecification")).isEmpty();
                });
    }

    @Test
    void nothingButTheFunctionsReachesBallotsAndSigningKeys() {
        Pattern either = Pattern.compile("table/(Ballots|SigningKeys)\\b");
        assertThat(
                        Resource.all()
                                .filter(one -> either.matcher(one.content().toString()).find())
                                .map(Resource::type))
                .containsOnly("AWS::Serverless::Function");
        assertThat(Resource.all().map(Resource::type))
                .noneMatch(type -> type.startsWith("AWS::Backup") || type.contains("CloudTrail"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsToldOfTheTablesItMayUseAndOfNoOther(Resource function) {
        Template.Function read = Resource.TEMPLATE.function(function.id());
        Set<String> told =
                read.environment().entrySet().stream()
                        .filter(variable -> variable.getKey().endsWith("_TABLE"))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        Set<String> mayUse =
                Resource.TEMPLATE.tables().values().stream()
                        .filter(table ->
                                read.statements().stream()
                                        .flatMap(one -> one.resources().stream())
                                        .anyMatch(arn ->
                                                arn.equals(table.arn())
                                                        || arn.startsWith(table.arn() + "/")))
                        .map(Template.Table::name)
                        .collect(Collectors.toSet());
        assertThat(told).isEqualTo(mayUse);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionThatFailsRaisesAnAlarm(Resource function) {
        assertThat(alarmed("Errors")).contains(function.id());
        assertThat(alarmed("Throttles")).contains(function.id());
    }

    @Test
    void aScheduleThatStopsRaisesAnAlarm() {
        assertThat(alarmed("Invocations"))
                .containsAll(
                        Resource.TEMPLATE.schedules().stream()
                                .map(Template.Schedule::function)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsToldOfTheBucketsAndQueuesItMayUseAndOfNoOther(Resource function) {
        Template.Function read = Resource.TEMPLATE.function(function.id());
        Set<String> told =
                read.environment().entrySet().stream()
                        .filter(variable -> variable.getKey().matches(".*_(BUCKET|QUEUE)"))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toSet());
        Stream<String> buckets =
                Resource.TEMPLATE.buckets().values().stream()
                        .filter(bucket ->
                                read.statements().stream()
                                        .flatMap(one -> one.resources().stream())
                                        .anyMatch(arn ->
                                                arn.equals(bucket.arn())
                                                        || arn.startsWith(bucket.arn() + "/")))
                        .map(Template.Bucket::name);
        Stream<String> queues =
                Resource.TEMPLATE.queues().values().stream()
                        .filter(queue -> read.may("sqs:SendMessage", queue.arn()))
                        .map(Template.Queue::url);
        assertThat(told).isEqualTo(Stream.concat(buckets, queues).collect(Collectors.toSet()));
    }

    @Test
    void everyAlarmReachesThePeopleOnDuty() {
        assertThat(Resource.ofType("AWS::CloudWatch::Alarm"))
                .allSatisfy(alarm ->
                        assertThat(alarm.texts("Properties", "AlarmActions"))
                                .containsExactly("Alarms"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionHasEventsForEveryRoute(Resource function) throws IOException {
        Template.Function read = Resource.TEMPLATE.function(function.id());
        List<JsonNode> events = events(function.id());
        if (!read.schedules().isEmpty()) {
            List<JsonNode> inputs = new ArrayList<>();
            for (Template.Schedule schedule : read.schedules()) {
                inputs.add(JSON.readTree(schedule.input()));
            }
            assertThat(events).containsExactlyInAnyOrderElementsOf(inputs);
            return;
        }
        if (!read.feeds().isEmpty()) {
            String queue = read.feeds().getFirst().queue();
            assertThat(events)
                    .isNotEmpty()
                    .allSatisfy(event ->
                            assertThat(event.at("/Records/0/eventSourceARN").asText())
                                    .isEqualTo(queue));
            return;
        }
        assertThat(events.stream().map(event -> event.path("routeKey").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        read.routes().stream().map(Template.Route::key).toList());
        boolean signedIn = read.routes().getFirst().authorized();
        assertThat(events)
                .allSatisfy(event -> {
                    assertThat(event.path("version").asText()).isEqualTo("2.0");
                    assertThat(event.at("/requestContext/authorizer").isMissingNode())
                            .isNotEqualTo(signedIn);
                    assertThat(event.at("/requestContext/http/path").asText())
                            .isEqualTo(event.path("rawPath").asText());
                });
    }

    @Test
    void everyFolderOfEventsIsAFunctions() throws IOException {
        try (Stream<Path> folders = Files.list(Checkout.root().resolve("events"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Resource.TEMPLATE.functions().keySet());
        }
    }

    /// The statement of a policy that refuses whatever comes without TLS.
    private static Resource overTls(Resource policy) {
        return policy.parts("Properties", "PolicyDocument", "Statement").stream()
                .filter(statement ->
                        statement.text("Effect").equals("Deny")
                                && statement.text("Principal").equals("*")
                                && statement
                                        .text("Condition", "Bool", "aws:SecureTransport")
                                        .equals("false"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(policy + " lets in what comes without TLS"));
    }

    /// The queues that an alarm watches.
    private static Set<String> watched() {
        return Resource.ofType("AWS::CloudWatch::Alarm")
                .filter(alarm ->
                        alarm.at("Properties", "Namespace").filter("AWS/SQS"::equals).isPresent())
                .flatMap(alarm -> alarm.parts("Properties", "Dimensions").stream())
                .map(dimension -> dimension.text("Value"))
                .collect(Collectors.toSet());
    }

    private static Resource globals() {
        return new Resource("Globals", Resource.TEMPLATE.globals());
    }

    private static List<JsonNode> events(String function) throws IOException {
        try (Stream<Path> files = Files.list(Checkout.root().resolve("events/" + function))) {
            List<JsonNode> events = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                events.add(JSON.readTree(file.toFile()));
            }
            return events;
        }
    }

    /// The functions for which an alarm watches a metric of Lambda.
    private static Set<String> alarmed(String metric) {
        return Resource.ofType("AWS::CloudWatch::Alarm")
                .flatMap(alarm ->
                        Stream.concat(
                                alarm.part("Properties").stream(),
                                alarm.parts("Properties", "Metrics").stream()
                                        .flatMap(one -> one.part("MetricStat", "Metric").stream())))
                .filter(watched -> watched.at("MetricName").filter(metric::equals).isPresent())
                .flatMap(watched -> watched.parts("Dimensions").stream())
                .map(dimension -> dimension.text("Value"))
                .collect(Collectors.toSet());
    }
}
