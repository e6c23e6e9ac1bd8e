package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.lambda.Log;
import kz.bagalau.lambda.QuietHttpFunction;
import kz.bagalau.sandbox.Checkout;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the schemas of CloudFormation cannot know of template.yaml.
final @Isolated("reads what the process prints") class TemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// API Gateway ends a call after 30 seconds.
    private static final int LONGEST_ANSWER = 29;

    private static final int LONGEST_ANONYMOUS_ANSWER = 10;

    /// The tally starts this long after the close (design, "Anonymity", step 7).
    private static final int QUIET_PERIOD = 60;

    private static final int SCHEDULE = 300;

    /// The preliminary run: 5 January at 03:00.
    private static final String YEARLY = "cron(0 3 5 1 ? *)";

    /// The sheets whose appeal window has passed: every day at 02:30.
    private static final String DAILY = "cron(30 2 * * ? *)";

    /// The quarters of employees: every day at 00:10.
    private static final String NIGHT = "cron(10 0 * * ? *)";

    /// The reminders: every day at 08:00.
    private static final String MORNING = "cron(0 8 * * ? *)";

    /// The yearly scores, after what makes quarters final.
    private static final String BEFORE_DAWN = "cron(45 3 * * ? *)";

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
        assertThat(
                        RequestHandler.class.isAssignableFrom(type)
                                || RequestStreamHandler.class.isAssignableFrom(type))
                .isTrue();
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

    /// Whoever reads the logs of a capability must not find there what befell a respondent, and
    /// what befell a token not beside what befell a ballot.
    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionLogsWithItsCapability_orApartWhereItMeetsARespondent(Resource function) {
        String log = function.text("Properties", "LoggingConfig", "LogGroup");
        Stream<String> sharing =
                functions()
                        .filter(other ->
                                other.text("Properties", "LoggingConfig", "LogGroup").equals(log))
                        .map(Resource::id);
        if (meetsRespondents(function.id())) {
            assertThat(log).isEqualTo(function.id() + "Logs");
            assertThat(sharing).containsExactly(function.id());
        } else {
            assertThat(sharing.map(other -> module(Resource.named(other))))
                    .containsOnly(module(function));
        }
        assertThat(Resource.named(log).type()).isEqualTo("AWS::Logs::LogGroup");
        assertThat(Resource.named(log).number("Properties", "RetentionInDays")).isBetween(1, 365);
    }

    /// A function answers what failed in it with 500 or 503, or gives the message back, so that
    /// Lambda counts no error: the line it logs is counted instead.
    @ParameterizedTest
    @MethodSource("functions")
    void aFailureThatAFunctionCaughtRaisesAnAlarm(Resource function) {
        String log = function.text("Properties", "LoggingConfig", "LogGroup");
        assertThat(counted(log)).contains(entry("failure", "LoggedFailures"));
        assertThat(alarmedWithoutDimension("Bagalau/bagalau")).contains("LoggedFailures");
        assertThat(printed(() -> Log.failure("GET /bodies", new IllegalStateException("x"))))
                .contains("failure");
    }

    /// A line at a token or a ballot would be stamped with its moment: the platform writes none
    /// below a warning, and the code none at all but the first failure of each kind.
    @ParameterizedTest
    @ValueSource(strings = {"IssueToken", "IssueTokenByCode", "SubmitBallot"})
    void noLineIsWrittenAtATokenOrABallot(String name) throws ReflectiveOperationException {
        Resource function = Resource.named(name);
        String type = function.text("Properties", "Handler").split("::")[0];
        assertThat(Class.forName(type)).isAssignableTo(QuietHttpFunction.class);
        assertThat(function.text("Properties", "LoggingConfig", "LogFormat")).isEqualTo("JSON");
        for (String level : List.of("SystemLogLevel", "ApplicationLogLevel")) {
            assertThat(function.text("Properties", "LoggingConfig", level)).isEqualTo("WARN");
        }
        assertThat(function.at("Properties", "Tracing")).isEmpty();
        assertThat(
                        printed(() ->
                                Log.quietly(() -> {
                                    Log.count("ballot");
                                    Log.event("ballot", Map.of());
                                    return true;
                                })))
                .isEmpty();
    }

    @Test
    void aBodyThatARunGoesOnWithoutRaisesAnAlarm() {
        String log = Resource.named("FailBody").text("Properties", "LoggingConfig", "LogGroup");
        assertThat(counted(log)).contains(entry("body_failed", "FailedBodies"));
        assertThat(alarmedWithoutDimension("Bagalau/bagalau")).contains("FailedBodies");
    }

    /// No other line may hold the word that is counted.
    @Test
    void whatIsCountedIsLoggedByFailuresAlone() {
        assertThat(printed(() -> Log.count("ballot_stored"))).doesNotContain("failure");
        assertThat(printed(() -> Log.event("run_published", Map.of("run", "r1"))))
                .doesNotContain("failure", "body_failed");
    }

    @Test
    void anAnswerThatFailedRaisesAnAlarm() {
        assertThat(watched("AWS/ApiGateway", "5xx"))
                .containsExactlyInAnyOrder("Api", "AnonymousApi");
    }

    /// A metric of Lambda without a dimension is that of all functions.
    @ParameterizedTest
    @ValueSource(strings = {"Errors", "Throttles"})
    void whatLambdaItselfCountsRaisesAnAlarm(String metric) {
        assertThat(alarmedWithoutDimension("AWS/Lambda")).contains(metric);
    }

    @Test
    void aMessageThatComesAgainAndAgainRaisesAnAlarm() {
        assertThat(watched("AWS/SQS", "ApproximateAgeOfOldestMessage"))
                .containsAll(
                        Resource.TEMPLATE.feeds().stream()
                                .map(feed -> Resource.TEMPLATE.queueOfArn(feed.queue()).id())
                                .toList());
    }

    /// An alarm takes ten metrics at most.
    @Test
    void alarmsAreFewAndWithinTheirLimits() {
        List<Resource> alarms = Resource.ofType("AWS::CloudWatch::Alarm").toList();
        assertThat(alarms).hasSizeLessThanOrEqualTo(12);
        assertThat(alarms)
                .allSatisfy(alarm ->
                        assertThat(alarm.parts("Properties", "Metrics"))
                                .hasSizeLessThanOrEqualTo(11));
    }

    @Test
    void logsLeaveOutThePlatformsLinesAboutEachCall() {
        assertThat(globals().text("LoggingConfig", "LogFormat")).isEqualTo("JSON");
        assertThat(globals().text("LoggingConfig", "SystemLogLevel")).isEqualTo("WARN");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionIsHeldToATime(Resource function) {
        Template.Function read = Resource.TEMPLATE.function(function.id());
        int seconds = (int) read.timeout().toSeconds();
        if (!read.feeds().isEmpty()) {
            assertThat(read.routes()).isEmpty();
            assertThat(read.schedules()).isEmpty();
        } else if (!read.schedules().isEmpty()) {
            assertThat(read.schedules())
                    .allSatisfy(schedule ->
                            assertThat(seconds).isLessThan(interval(schedule.expression())));
        } else if (read.routes().stream().allMatch(Template.Route::authorized)) {
            assertThat(seconds).isLessThanOrEqualTo(LONGEST_ANSWER);
        } else {
            assertThat(seconds).isLessThanOrEqualTo(LONGEST_ANONYMOUS_ANSWER);
        }
    }

    /// A new account may run ten calls at once, and lets nobody reserve any of them. A queue takes
    /// two at least; the three of a run never all have work, and reminders have theirs at 08:00.
    @Test
    void anAccountWithASmallLimitIsEnough() {
        assertThat(functions())
                .allSatisfy(function ->
                        assertThat(function.at("Properties", "ReservedConcurrentExecutions"))
                                .as(function.id())
                                .isEmpty());
        assertThat(Resource.TEMPLATE.feeds().stream().mapToInt(Template.Feed::concurrency).sum())
                .isLessThanOrEqualTo(10);
    }

    @Test
    void whereTheAccountHasRoom_callsAreKeptForRespondentsAndASchedule() {
        Template roomy = Template.ofCheckout("", Map.of("ReservedConcurrency", "50"));
        Map<String, Integer> reserved = new TreeMap<>();
        for (Template.Function function : roomy.functions().values()) {
            new Resource(function.id(), Resource.content(roomy, function.id()))
                    .at("Properties", "ReservedConcurrentExecutions")
                    .ifPresent(calls ->
                            reserved.put(function.id(), Integer.parseInt(calls.toString())));
        }
        Map<String, Integer> expected = new TreeMap<>();
        for (Template.Function function : roomy.functions().values()) {
            if (meetsRespondents(function.id())) {
                expected.put(function.id(), 50);
            } else if (!function.schedules().isEmpty()) {
                expected.put(function.id(), 1);
            }
        }
        assertThat(reserved).isEqualTo(expected);
    }

    @Test
    void aBallotIsStoredOrRefusedWellBeforeTheTally() {
        assertThat(Resource.TEMPLATE.function("SubmitBallot").timeout().toSeconds() * 3)
                .isLessThan(QUIET_PERIOD);
    }

    @Test
    void aScheduleComesEveryFewMinutesOrAtItsHour() {
        for (Template.Schedule schedule : Resource.TEMPLATE.schedules()) {
            assertThat(schedule.expression())
                    .isIn(
                            "rate(1 minute)",
                            "rate(5 minutes)",
                            NIGHT,
                            DAILY,
                            BEFORE_DAWN,
                            MORNING,
                            YEARLY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NIGHT, DAILY, BEFORE_DAWN, MORNING, YEARLY})
    void whatHasItsHourIsStartedByTheClocksOfKazakhstan(String hour) {
        assertThat(Resource.TEMPLATE.schedules())
                .filteredOn(schedule -> schedule.expression().equals(hour))
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

    /// Whoever could change the issuer's answers on their way could let in anybody.
    @ParameterizedTest
    @ValueSource(strings = {"Issuer", "IssuerOrigin"})
    void theIssuerIsReachedOverTls(String parameter) {
        assertThatCode(() -> Template.ofCheckout("", Map.of(parameter, "https://login.example.kz")))
                .doesNotThrowAnyException();
        for (String address :
                List.of("http://login.example.kz", "//login.example.kz", "login.example.kz", "")) {
            assertThatIllegalArgumentException()
                    .as(address)
                    .isThrownBy(() -> Template.ofCheckout("", Map.of(parameter, address)))
                    .withMessageContaining(parameter);
        }
    }

    /// API Gateway leaves nothing but spaces between the values of an array.
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bagalau", "bagalau: ", "[:", "a b:"})
    void aRolePrefixHasNoSpaceAndAnEnd(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.ofCheckout("", Map.of("RolePrefix", prefix)))
                .withMessageContaining("RolePrefix");
        assertThat(Resource.TEMPLATE.functions().values())
                .allSatisfy(function ->
                        assertThat(function.environment())
                                .containsEntry("ROLE_PREFIX", "bagalau:"));
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

    /// Each anonymous route has a limit below its API's, so that whoever floods one leaves the
    /// others to the respondents.
    @Test
    void anAnonymousRouteHasALimitOfItsOwn() {
        Resource settings =
                Resource.named("AnonymousApi").part("Properties", "RouteSettings").orElseThrow();
        assertThat(settings.content().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(
                        Resource.TEMPLATE.routes().stream()
                                .filter(route -> route.api().equals("AnonymousApi"))
                                .map(Template.Route::key)
                                .toList());
        int limit =
                Resource.named("AnonymousApi")
                        .number("Properties", "DefaultRouteSettings", "ThrottlingRateLimit");
        assertThat(settings.content().keySet())
                .allSatisfy(route -> {
                    assertThat(settings.number(route.toString(), "ThrottlingRateLimit"))
                            .isBetween(1, limit);
                    assertThat(settings.number(route.toString(), "ThrottlingBurstLimit"))
                            .isBetween(1, 2 * limit);
                });
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
                // Who reads the calendar feed is known by the header Authorization.
                .filteredOn(behaviour -> !behaviour.pattern().equals("/feeds/tasks.ics"))
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
                                + " evidence.s3.eu-central-1.amazonaws.com"
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
        assertThat(table.text("DeletionPolicy")).isEqualTo("RetainExceptOnCreate");
        assertThat(table.text("UpdateReplacePolicy")).isEqualTo("Retain");
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aBucketIsPrivateEncryptedVersionedAndNotDeletedByMistake(Resource bucket) {
        assertThat(bucket.text("DeletionPolicy")).isEqualTo("RetainExceptOnCreate");
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
        for (String bucket : List.of("Uploads", "Evidence")) {
            assertThat(Resource.TEMPLATE.bucket(bucket).origins())
                    .containsExactly(
                            new Template.Origins(
                                    List.of("https://PagesDomain"),
                                    List.of("GET", "PUT"),
                                    List.of(
                                            "content-type",
                                            "if-none-match",
                                            "x-amz-checksum-sha256")));
        }
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

    /// SQS counts deliveries, also those that a crash or an outage ended: a queue that feeds one of
    /// our functions delivers as often as SQS allows, and the function counts its own errors.
    /// Others deliver three times at least.
    @ParameterizedTest
    @MethodSource("queues")
    void whatAQueueCannotWorkOffGoesToAnotherThatRaisesAnAlarm(Resource queue) {
        Template.DeadLetters letters = Resource.TEMPLATE.queue(queue.id()).letters();
        if (letters == null) {
            // It is one for dead letters itself.
            assertThat(watched()).contains(queue.id());
        } else {
            boolean feeds =
                    Resource.TEMPLATE.feeds().stream()
                            .anyMatch(feed ->
                                    feed.queue().equals(Resource.TEMPLATE.queue(queue.id()).arn()));
            assertThat(letters.receives()).isGreaterThanOrEqualTo(feeds ? 1_000 : 3);
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

    @Test
    void aScheduleOfEveryFewMinutesThatStopsRaisesAnAlarm() {
        assertThat(watched("AWS/Lambda", "Invocations"))
                .containsExactlyInAnyOrderElementsOf(
                        Resource.TEMPLATE.schedules().stream()
                                .filter(schedule -> schedule.expression().startsWith("rate("))
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
        if (read.routes().isEmpty()) {
            // Only an operator calls it, by the page that says how.
            assertThat(events).isNotEmpty();
            assertThat(Checkout.root().resolve("docs/operating.md"))
                    .content()
                    .contains("--function-name <" + function.id() + ">");
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

    /// The queues, by whichever metric.
    private static Set<String> watched() {
        return metrics()
                .filter(metric -> metric.text("Namespace").equals("AWS/SQS"))
                .flatMap(metric -> metric.parts("Dimensions").stream())
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

    /// What alarms watch: of each metric its namespace, name and dimensions.
    private static Stream<Resource> metrics() {
        return Resource.ofType("AWS::CloudWatch::Alarm")
                .flatMap(alarm ->
                        Stream.concat(
                                alarm.part("Properties").stream(),
                                alarm.parts("Properties", "Metrics").stream()
                                        .flatMap(one -> one.part("MetricStat", "Metric").stream())))
                .filter(metric -> metric.at("MetricName").isPresent());
    }

    /// The things whose metric an alarm watches.
    private static Set<String> watched(String namespace, String metric) {
        return metrics()
                .filter(one ->
                        one.text("Namespace").equals(namespace)
                                && one.text("MetricName").equals(metric))
                .flatMap(one -> one.parts("Dimensions").stream())
                .map(dimension -> dimension.text("Value"))
                .collect(Collectors.toSet());
    }

    private static Set<String> alarmedWithoutDimension(String namespace) {
        return metrics()
                .filter(one ->
                        one.text("Namespace").equals(namespace) && one.at("Dimensions").isEmpty())
                .map(one -> one.text("MetricName"))
                .collect(Collectors.toSet());
    }

    /// Which words in a group of logs are counted, and under which name.
    private static Map<String, String> counted(String log) {
        return Resource.ofType("AWS::Logs::MetricFilter")
                .filter(filter -> filter.text("Properties", "LogGroupName").equals(log))
                .collect(
                        Collectors.toMap(
                                filter -> filter.text("Properties", "FilterPattern"),
                                filter -> {
                                    Resource metric =
                                            filter.parts("Properties", "MetricTransformations")
                                                    .getFirst();
                                    assertThat(metric.text("MetricNamespace"))
                                            .isEqualTo("Bagalau/bagalau");
                                    assertThat(metric.text("MetricValue")).isEqualTo("1");
                                    return metric.text("MetricName");
                                }));
    }

    /// What is written to standard output meanwhile.
    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Whether a respondent is answered by the function: without login, or with a token for a
    /// ballot.
    private static boolean meetsRespondents(String function) {
        return function.equals("IssueToken")
                || Resource.TEMPLATE.function(function).routes().stream()
                        .anyMatch(route -> !route.authorized());
    }

    private static String module(Resource function) {
        return function.text("Properties", "CodeUri").split("/")[1];
    }

    private static int interval(String expression) {
        return switch (expression) {
            case "rate(1 minute)" -> 60;
            case "rate(5 minutes)", YEARLY -> SCHEDULE;
            case NIGHT, DAILY, BEFORE_DAWN, MORNING -> 86_400;
            default -> throw new AssertionError(expression);
        };
    }
}
