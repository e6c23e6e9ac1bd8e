package kz.bagalau.sandbox;

import static kz.bagalau.sandbox.Intrinsics.list;
import static kz.bagalau.sandbox.Intrinsics.mapping;
import static kz.bagalau.sandbox.Intrinsics.optional;
import static kz.bagalau.sandbox.Intrinsics.section;
import static kz.bagalau.sandbox.Intrinsics.strings;
import static kz.bagalau.sandbox.Intrinsics.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What template.yaml says, as CloudFormation and SAM would read it: functions with their
/// environment, rights, routes, schedules and queues; tables; buckets with what they report to
/// queues; the APIs; the distribution with the pages' headers. Everything the one-machine host runs
/// comes from here.
///
/// A function takes the messages of a queue by an event of type `SQS`:
///
/// ```yaml
///   Events:
///     Bodies:
///       Type: SQS
///       Properties:
///         Queue: !GetAtt ScoreBodies.Arn
///         BatchSize: 10
///         FunctionResponseTypes: [ReportBatchItemFailures]
///         ScalingConfig:
///           MaximumConcurrency: 5
/// ```
///
/// SAM then gives its role the managed policy `AWSLambdaSQSQueueExecutionRole`, which opens every
/// queue of the account for reading, so [Function#statements] has that too. The function's own
/// policy takes it back for all but its queue:
///
/// ```yaml
///   - Effect: Deny
///     Action:
///       - sqs:DeleteMessage
///       - sqs:GetQueueAttributes
///       - sqs:ReceiveMessage
///     NotResource: !GetAtt ScoreBodies.Arn
/// ```
public final class Template {

    static final String FUNCTION = "AWS::Serverless::Function";
    static final String TABLE = "AWS::DynamoDB::Table";
    static final String BUCKET = "AWS::S3::Bucket";
    static final String QUEUE = "AWS::SQS::Queue";
    private static final String API = "AWS::Serverless::HttpApi";
    private static final String HEADERS = "AWS::CloudFront::ResponseHeadersPolicy";
    private static final String REQUESTS = "AWS::CloudFront::OriginRequestPolicy";
    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

    /// What SAM adds to the role of a function with a queue.
    private static final Statement READ_EVERY_QUEUE =
            new Statement(
                    true,
                    List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                    List.of("*"),
                    List.of(),
                    List.of());

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final Map<String, String> pageHeaders = new LinkedHashMap<>();
    private final List<Behaviour> behaviours = new ArrayList<>();
    private final Map<String, Object> resources;
    private final Map<String, Object> globals;

    /// `handler` is `package.Class::method` or `package.Class`; `environment` has table names in
    /// it.
    public record Function(
            String id,
            String handler,
            Map<String, String> environment,
            Duration timeout,
            int memory,
            List<Statement> statements,
            List<Route> routes,
            List<Schedule> schedules,
            List<Feed> feeds) {

        public String className() {
            return handler.split("::", 2)[0];
        }

        /// Whether the policies allow an action such as `s3:GetObject` on the thing of this ARN:
        /// one entry at least does, and none forbids it.
        public boolean may(String action, String resource) {
            return may(action, resource, null);
        }

        /// The same for items of a table with this value of their first key; null where a request
        /// does not name one.
        public boolean may(String action, String resource, @Nullable String leadingKey) {
            List<Statement> fitting =
                    statements.stream()
                            .filter(statement -> statement.fits(action, resource, leadingKey))
                            .toList();
            return !fitting.isEmpty() && fitting.stream().allMatch(Statement::allow);
        }
    }

    /// One entry of a policy, for `resources`, or for all `except` those. Actions, resources and
    /// keys may hold `*` and `?`.
    ///
    /// @param leadingKeys for which items of a table alone, by the first key; empty for all of them
    public record Statement(
            boolean allow,
            List<String> actions,
            List<String> resources,
            List<String> except,
            List<String> leadingKeys) {

        /// Actions are compared without regard to case, resources with it (IAM).
        boolean fits(String action, String resource, @Nullable String leadingKey) {
            boolean item =
                    leadingKeys.isEmpty()
                            || (leadingKey != null
                                    && leadingKeys.stream()
                                            .anyMatch(pattern -> wildcard(pattern, leadingKey)));
            boolean named = resources.stream().anyMatch(pattern -> wildcard(pattern, resource));
            boolean left =
                    !except.isEmpty()
                            && except.stream().noneMatch(pattern -> wildcard(pattern, resource));
            return item
                    && (named || left)
                    && actions.stream()
                            .anyMatch(pattern ->
                                    wildcard(
                                            pattern.toLowerCase(Locale.ROOT),
                                            action.toLowerCase(Locale.ROOT)));
        }
    }

    /// `path` as API Gateway writes it, `/surveys/{survey}/ballots`; `authorized` where a token of
    /// the API's authorizer is demanded.
    public record Route(
            String function, String api, String method, String path, boolean authorized) {

        public String key() {
            return method + " " + path;
        }
    }

    /// `id` is the logical id that SAM makes: the function's and the event's together.
    ///
    /// @param zone in which the hours of a `cron` expression are counted
    public record Schedule(
            String id, String function, String expression, ZoneId zone, String input) {}

    /// A queue whose messages a function is called with. Where it `reportsFailures`, its answer
    /// names the messages of a batch to come again; else all of them come again, or none.
    ///
    /// @param id the logical id that SAM makes, as a schedule's
    /// @param queue the ARN
    /// @param concurrency how many calls at once, at most
    public record Feed(
            String id,
            String function,
            String queue,
            int batch,
            boolean reportsFailures,
            int concurrency) {}

    /// `id` is the logical id, `name` what requests use.
    ///
    /// @param visibility how long a message that was received stays away from other receivers
    /// @param letters null where nothing takes what cannot be worked off
    public record Queue(
            String id,
            String name,
            Duration visibility,
            Duration retention,
            @Nullable DeadLetters letters) {

        public String arn() {
            return Intrinsics.queueArn(name);
        }

        public String url() {
            return Intrinsics.queueUrl(name);
        }
    }

    /// After `receives` receipts without a deletion a message goes to the queue of this ARN.
    public record DeadLetters(String queue, int receives) {}

    /// `id` is the logical id, `name` what requests use.
    public record Bucket(
            String id,
            String name,
            boolean versioned,
            List<Origins> origins,
            List<Report> reports) {

        public String arn() {
            return Intrinsics.bucketArn(name);
        }

        /// Host of addresses to the bucket on AWS.
        public String domain() {
            return Intrinsics.bucketDomain(name);
        }
    }

    /// What pages of other origins may do with a bucket: one CORS rule.
    public record Origins(List<String> origins, List<String> methods, List<String> headers) {}

    /// What a bucket reports, such as `s3:ObjectCreated:*`, to the queue of this ARN.
    public record Report(String event, String queue) {

        /// Whether an event such as `ObjectCreated:Put` is reported.
        public boolean sends(String what) {
            return wildcard(event, "s3:" + what);
        }
    }

    /// `id` is the logical id, `name` what requests use; `ttl` the attribute of the time to live;
    /// `key` the ARN of the table's own KMS key.
    public record Table(
            String id,
            String name,
            Map<String, String> attributeTypes,
            Keys keys,
            List<Index> indexes,
            @Nullable String ttl,
            @Nullable String key) {

        public String arn() {
            return Intrinsics.tableArn(name);
        }
    }

    public record Keys(String hash, @Nullable String range) {}

    public record Index(
            String name, Keys keys, String projection, List<String> projectedAttributes) {}

    /// An HTTP API; without an issuer it has no authorizer.
    public record Api(String id, @Nullable String issuer, List<String> audience) {}

    /// A path pattern of the distribution, the API behind it, and the request headers that reach
    /// the API (lower case; null for all of them). `cookies` and `query` say whether those do.
    public record Behaviour(
            String pattern,
            String api,
            @Nullable List<String> headers,
            boolean cookies,
            boolean query) {

        /// `*` stands for any characters, `/` among them; `?` for one.
        public boolean matches(String path) {
            return wildcard(pattern, path);
        }
    }

    /// The template at the root of the checkout, which is read once.
    public static Template ofCheckout(String prefix, Map<String, String> parameters) {
        return resolved(OfCheckout.ROOT, prefix, parameters);
    }

    private static final class OfCheckout {
        static final Map<String, Object> ROOT = read();

        private static Map<String, Object> read() {
            try {
                return Intrinsics.parse(Files.readString(Checkout.root().resolve("template.yaml")));
            } catch (IOException e) {
                throw new UncheckedIOException("template.yaml could not be read", e);
            }
        }
    }

    /// `prefix` is put before the name of every table, bucket and queue; `parameters` are values
    /// for the template's parameters, over their defaults. Throws [IllegalArgumentException] for
    /// what is not understood.
    public static Template parse(String yaml, String prefix, Map<String, String> parameters) {
        return resolved(Intrinsics.parse(yaml), prefix, parameters);
    }

    private static Template resolved(
            Map<String, Object> root, String prefix, Map<String, String> parameters) {
        return new Template(Intrinsics.resolve(root, parameters, prefix), prefix);
    }

    private Template(Map<String, Object> root, String prefix) {
        globals = section(section(root, "Globals"), "Function");
        resources = section(root, "Resources");
        List<Route> defined = new ArrayList<>();
        each(
                resources,
                API,
                (id, properties) -> {
                    Api api = api(id, properties);
                    apis.put(id, api);
                    defined.addAll(
                            ApiDefinition.routes(api, section(properties, "DefinitionBody")));
                });
        each(
                resources,
                FUNCTION,
                (id, own) -> functions.put(id, function(id, globals, own, defined)));
        requireFunctions(defined);
        each(resources, TABLE, (id, properties) -> tables.put(id, table(id, prefix, properties)));
        each(resources, QUEUE, (id, properties) -> queues.put(id, queue(id, prefix, properties)));
        each(
                resources,
                BUCKET,
                (id, properties) -> buckets.put(id, bucket(id, prefix, properties)));
        requireQueues();
        each(resources, HEADERS, (id, properties) -> pageHeaders.putAll(headers(properties)));
        each(
                resources,
                DISTRIBUTION,
                (id, properties) -> behaviours.addAll(behaviours(properties, resources)));
    }

    /// Every resource by its logical id as the template has it, with `Ref` and the like resolved.
    public Map<String, Object> resources() {
        return Collections.unmodifiableMap(resources);
    }

    /// What every function has without saying so.
    public Map<String, Object> globals() {
        return Collections.unmodifiableMap(globals);
    }

    public Map<String, Function> functions() {
        return Map.copyOf(functions);
    }

    /// Throws [IllegalArgumentException] where the template has no such function.
    public Function function(String id) {
        return Optional.ofNullable(functions.get(id))
                .orElseThrow(
                        () -> new IllegalArgumentException("template.yaml: no function " + id));
    }

    public Map<String, Table> tables() {
        return Map.copyOf(tables);
    }

    /// Throws [IllegalArgumentException] where the template has no such table.
    public Table table(String id) {
        return Optional.ofNullable(tables.get(id))
                .orElseThrow(() -> new IllegalArgumentException("template.yaml: no table " + id));
    }

    public Map<String, Bucket> buckets() {
        return Map.copyOf(buckets);
    }

    /// Throws [IllegalArgumentException] where the template has no such bucket.
    public Bucket bucket(String id) {
        return Optional.ofNullable(buckets.get(id))
                .orElseThrow(() -> new IllegalArgumentException("template.yaml: no bucket " + id));
    }

    public Map<String, Queue> queues() {
        return Map.copyOf(queues);
    }

    /// Throws [IllegalArgumentException] where the template has no such queue.
    public Queue queue(String id) {
        return Optional.ofNullable(queues.get(id))
                .orElseThrow(() -> new IllegalArgumentException("template.yaml: no queue " + id));
    }

    /// Throws [IllegalArgumentException] where the template has no queue of this ARN.
    public Queue queueOfArn(String arn) {
        return queues.values().stream()
                .filter(queue -> queue.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("template.yaml: no queue " + arn));
    }

    public List<Feed> feeds() {
        return functions.values().stream().flatMap(function -> function.feeds().stream()).toList();
    }

    public Map<String, Api> apis() {
        return Map.copyOf(apis);
    }

    public List<Route> routes() {
        return functions.values().stream().flatMap(function -> function.routes().stream()).toList();
    }

    public List<Schedule> schedules() {
        return functions.values().stream()
                .flatMap(function -> function.schedules().stream())
                .toList();
    }

    /// The headers that the distribution puts on every answer: security headers and the template's
    /// own.
    public Map<String, String> pageHeaders() {
        return Map.copyOf(pageHeaders);
    }

    /// The distribution's path patterns in its order: the first that fits decides.
    public List<Behaviour> behaviours() {
        return List.copyOf(behaviours);
    }

    /// Glob matching as in IAM and CloudFront.
    static boolean wildcard(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private interface Visitor {
        void visit(String id, Map<String, Object> properties);
    }

    private static void each(Map<String, Object> resources, String type, Visitor visitor) {
        resources.forEach((id, value) -> {
            Map<String, Object> resource = mapping(value, id);
            if (text(resource, "Type").equals(type)) {
                visitor.visit(id, section(resource, "Properties"));
            }
        });
    }

    private static Api api(String id, Map<String, Object> properties) {
        Map<String, Object> auth = section(properties, "Auth");
        Optional<String> authorizer = optional(auth, "DefaultAuthorizer");
        if (authorizer.isEmpty()) {
            return new Api(id, null, List.of());
        }
        Map<String, Object> jwt =
                section(
                        section(section(auth, "Authorizers"), authorizer.get()),
                        "JwtConfiguration");
        return new Api(id, text(jwt, "issuer"), strings(jwt, "audience"));
    }

    private Function function(
            String id, Map<String, Object> defaults, Map<String, Object> own, List<Route> defined) {
        Map<String, Object> all = new LinkedHashMap<>(defaults);
        all.putAll(own);
        Map<String, String> environment = new TreeMap<>();
        for (Map<String, Object> level : List.of(defaults, own)) {
            section(section(level, "Environment"), "Variables")
                    .forEach((name, value) -> environment.put(name, value.toString()));
        }
        List<Statement> statements = new ArrayList<>();
        for (Object policy : list(all, "Policies")) {
            for (Object statement : list(mapping(policy, id + " Policies"), "Statement")) {
                statements.add(statement(id, mapping(statement, id + " Statement")));
            }
        }
        List<Route> routes =
                new ArrayList<>(
                        defined.stream().filter(route -> route.function().equals(id)).toList());
        List<Schedule> schedules = new ArrayList<>();
        List<Feed> feeds = new ArrayList<>();
        section(all, "Events")
                .forEach((name, value) -> {
                    Map<String, Object> event = mapping(value, id + " " + name);
                    Map<String, Object> properties = section(event, "Properties");
                    switch (text(event, "Type")) {
                        case "HttpApi" -> routes.add(route(id, properties));
                        case "SQS" -> feeds.add(feed(id, name, properties));
                        case "ScheduleV2" ->
                                schedules.add(
                                        new Schedule(
                                                id + name,
                                                id,
                                                text(properties, "ScheduleExpression"),
                                                ZoneId.of(
                                                        optional(
                                                                        properties,
                                                                        "ScheduleExpressionTimezone")
                                                                .orElse("UTC")),
                                                optional(properties, "Input").orElse("{}")));
                        default ->
                                throw new IllegalArgumentException(
                                        "template.yaml: event %s of %s has type %s"
                                                .formatted(name, id, event.get("Type")));
                    }
                });
        if (!feeds.isEmpty()) {
            statements.add(READ_EVERY_QUEUE);
        }
        return new Function(
                id,
                text(all, "Handler"),
                Map.copyOf(environment),
                Duration.ofSeconds(Long.parseLong(optional(all, "Timeout").orElse("3"))),
                Integer.parseInt(optional(all, "MemorySize").orElse("128")),
                List.copyOf(statements),
                List.copyOf(routes),
                List.copyOf(schedules),
                List.copyOf(feeds));
    }

    private static Statement statement(String id, Map<String, Object> statement) {
        only(
                "a policy of " + id,
                statement,
                List.of("Effect", "Action", "Resource", "NotResource", "Condition"));
        return new Statement(
                text(statement, "Effect").equals("Allow"),
                strings(statement, "Action"),
                strings(statement, "Resource"),
                strings(statement, "NotResource"),
                leadingKeys(id, section(statement, "Condition")));
    }

    /// The one condition that is understood: for every item of a request.
    private static List<String> leadingKeys(String id, Map<String, Object> condition) {
        String operator = "ForAllValues:StringLike";
        only("a condition of " + id, condition, List.of(operator));
        Map<String, Object> keys = section(condition, operator);
        only("a condition of " + id, keys, List.of("dynamodb:LeadingKeys"));
        return strings(keys, "dynamodb:LeadingKeys");
    }

    private static Feed feed(String function, String name, Map<String, Object> properties) {
        String where = "event " + name + " of " + function;
        only(
                where,
                properties,
                List.of("Queue", "BatchSize", "FunctionResponseTypes", "ScalingConfig"));
        Map<String, Object> scaling = section(properties, "ScalingConfig");
        only(where, scaling, List.of("MaximumConcurrency"));
        List<String> types = strings(properties, "FunctionResponseTypes");
        if (!types.isEmpty() && !types.equals(List.of("ReportBatchItemFailures"))) {
            throw new IllegalArgumentException("template.yaml: " + where + " answers " + types);
        }
        int batch = Integer.parseInt(optional(properties, "BatchSize").orElse("10"));
        if (batch < 1 || batch > 10) {
            throw new IllegalArgumentException(
                    "template.yaml: "
                            + where
                            + " takes "
                            + batch
                            + " messages at once, not 1 to 10");
        }
        return new Feed(
                function + name,
                function,
                text(properties, "Queue"),
                batch,
                !types.isEmpty(),
                Integer.parseInt(text(scaling, "MaximumConcurrency")));
    }

    private static Queue queue(String id, String prefix, Map<String, Object> properties) {
        only(
                "queue " + id,
                properties,
                List.of(
                        "MessageRetentionPeriod",
                        "RedrivePolicy",
                        "SqsManagedSseEnabled",
                        "VisibilityTimeout"));
        Map<String, Object> redrive = section(properties, "RedrivePolicy");
        return new Queue(
                id,
                prefix + id,
                seconds(properties, "VisibilityTimeout", Duration.ofSeconds(30)),
                seconds(properties, "MessageRetentionPeriod", Duration.ofDays(4)),
                redrive.isEmpty()
                        ? null
                        : new DeadLetters(
                                text(redrive, "deadLetterTargetArn"),
                                Integer.parseInt(text(redrive, "maxReceiveCount"))));
    }

    private static Duration seconds(
            Map<String, Object> properties, String name, Duration otherwise) {
        return optional(properties, name)
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(otherwise);
    }

    private static Bucket bucket(String id, String prefix, Map<String, Object> properties) {
        only(
                "bucket " + id,
                properties,
                List.of(
                        "BucketEncryption",
                        "CorsConfiguration",
                        "LifecycleConfiguration",
                        "NotificationConfiguration",
                        "OwnershipControls",
                        "PublicAccessBlockConfiguration",
                        "VersioningConfiguration"));
        List<Origins> origins = new ArrayList<>();
        for (Object rule : list(section(properties, "CorsConfiguration"), "CorsRules")) {
            Map<String, Object> one = mapping(rule, id + " CorsRules");
            origins.add(
                    new Origins(
                            strings(one, "AllowedOrigins"),
                            strings(one, "AllowedMethods"),
                            strings(one, "AllowedHeaders")));
        }
        Map<String, Object> notification = section(properties, "NotificationConfiguration");
        only("bucket " + id, notification, List.of("QueueConfigurations"));
        List<Report> reports = new ArrayList<>();
        for (Object report : list(notification, "QueueConfigurations")) {
            Map<String, Object> one = mapping(report, id + " QueueConfigurations");
            only("bucket " + id, one, List.of("Event", "Queue"));
            reports.add(new Report(text(one, "Event"), text(one, "Queue")));
        }
        return new Bucket(
                id,
                (prefix + id).toLowerCase(Locale.ROOT),
                optional(section(properties, "VersioningConfiguration"), "Status")
                        .filter("Enabled"::equals)
                        .isPresent(),
                List.copyOf(origins),
                List.copyOf(reports));
    }

    /// What is not known here would silently be missing on one machine.
    static void only(String where, Map<String, Object> properties, List<String> known) {
        for (String name : properties.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "template.yaml: %s has %s, which is not understood here"
                                .formatted(where, name));
            }
        }
    }

    private void requireFunctions(List<Route> defined) {
        for (Route route : defined) {
            if (!functions.containsKey(route.function())) {
                throw new IllegalArgumentException(
                        "template.yaml: no function " + route.function() + " for " + route.key());
            }
        }
    }

    private void requireQueues() {
        feeds().forEach(feed -> queueOfArn(feed.queue()));
        buckets.values().stream()
                .flatMap(bucket -> bucket.reports().stream())
                .forEach(report -> queueOfArn(report.queue()));
        queues.values().stream()
                .flatMap(queue -> Optional.ofNullable(queue.letters()).stream())
                .forEach(letters -> queueOfArn(letters.queue()));
    }

    private Route route(String function, Map<String, Object> properties) {
        String api = text(properties, "ApiId");
        Api known = apis.get(api);
        if (known == null) {
            throw new IllegalArgumentException("template.yaml: no API " + api);
        }
        boolean open =
                optional(section(properties, "Auth"), "Authorizer")
                        .filter("NONE"::equals)
                        .isPresent();
        return new Route(
                function,
                api,
                text(properties, "Method").toUpperCase(Locale.ROOT),
                text(properties, "Path"),
                known.issuer() != null && !open);
    }

    private static Table table(String id, String prefix, Map<String, Object> properties) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Object attribute : list(properties, "AttributeDefinitions")) {
            Map<String, Object> one = mapping(attribute, id);
            types.put(text(one, "AttributeName"), text(one, "AttributeType"));
        }
        List<Index> indexes = new ArrayList<>();
        for (Object index : list(properties, "GlobalSecondaryIndexes")) {
            Map<String, Object> one = mapping(index, id);
            Map<String, Object> projection = section(one, "Projection");
            indexes.add(
                    new Index(
                            text(one, "IndexName"),
                            keys(one),
                            text(projection, "ProjectionType"),
                            strings(projection, "NonKeyAttributes")));
        }
        if (properties.containsKey("TableName")
                || properties.containsKey("LocalSecondaryIndexes")) {
            throw new IllegalArgumentException(
                    "template.yaml: table " + id + " has a fixed name or a local index");
        }
        return new Table(
                id,
                prefix + id,
                Map.copyOf(types),
                keys(properties),
                List.copyOf(indexes),
                optional(section(properties, "TimeToLiveSpecification"), "AttributeName")
                        .orElse(null),
                optional(section(properties, "SSESpecification"), "KMSMasterKeyId").orElse(null));
    }

    private static Keys keys(Map<String, Object> schema) {
        String hash = "";
        String range = null;
        for (Object key : list(schema, "KeySchema")) {
            Map<String, Object> one = mapping(key, "KeySchema");
            if (text(one, "KeyType").equals("HASH")) {
                hash = text(one, "AttributeName");
            } else {
                range = text(one, "AttributeName");
            }
        }
        return new Keys(hash, range);
    }

    private static Map<String, String> headers(Map<String, Object> properties) {
        Map<String, Object> config = section(properties, "ResponseHeadersPolicyConfig");
        Map<String, String> out = new LinkedHashMap<>();
        section(config, "SecurityHeadersConfig")
                .forEach((name, value) -> {
                    Map<String, Object> one = mapping(value, name);
                    switch (name) {
                        case "ContentSecurityPolicy" ->
                                out.put("Content-Security-Policy", text(one, name));
                        case "ContentTypeOptions" -> out.put("X-Content-Type-Options", "nosniff");
                        case "FrameOptions" -> out.put("X-Frame-Options", text(one, "FrameOption"));
                        case "ReferrerPolicy" -> out.put("Referrer-Policy", text(one, name));
                        case "StrictTransportSecurity" ->
                                out.put("Strict-Transport-Security", transport(one));
                        default ->
                                throw new IllegalArgumentException(
                                        "template.yaml: security header " + name);
                    }
                });
        for (Object item : list(section(config, "CustomHeadersConfig"), "Items")) {
            Map<String, Object> header = mapping(item, "CustomHeadersConfig");
            out.put(text(header, "Header"), text(header, "Value"));
        }
        return out;
    }

    private static String transport(Map<String, Object> header) {
        return "max-age="
                + text(header, "AccessControlMaxAgeSec")
                + (isTrue(header, "IncludeSubdomains") ? "; includeSubDomains" : "")
                + (isTrue(header, "Preload") ? "; preload" : "");
    }

    private static boolean isTrue(Map<String, Object> map, String name) {
        return optional(map, name).filter("true"::equals).isPresent();
    }

    private List<Behaviour> behaviours(
            Map<String, Object> properties, Map<String, Object> resources) {
        Map<String, Object> config = section(properties, "DistributionConfig");
        Map<String, String> origins = new LinkedHashMap<>();
        for (Object origin : list(config, "Origins")) {
            Map<String, Object> one = mapping(origin, "Origins");
            origins.put(text(one, "Id"), text(one, "DomainName").split("\\.", 2)[0]);
        }
        List<Behaviour> out = new ArrayList<>();
        for (Object behaviour : list(config, "CacheBehaviors")) {
            Map<String, Object> one = mapping(behaviour, "CacheBehaviors");
            String api = origins.getOrDefault(text(one, "TargetOriginId"), "");
            if (apis.containsKey(api)) {
                out.add(behaviour(text(one, "PathPattern"), api, one, resources));
            }
        }
        return out;
    }

    /// AWS's own request policies are named by an id that is no resource: they let everything pass.
    private static Behaviour behaviour(
            String pattern, String api, Map<String, Object> one, Map<String, Object> resources) {
        Object policy = resources.get(optional(one, "OriginRequestPolicyId").orElse(""));
        if (policy == null) {
            return new Behaviour(pattern, api, null, true, true);
        }
        Map<String, Object> resource = mapping(policy, "OriginRequestPolicyId");
        if (!text(resource, "Type").equals(REQUESTS)) {
            throw new IllegalArgumentException("template.yaml: no request policy at " + pattern);
        }
        Map<String, Object> config =
                section(section(resource, "Properties"), "OriginRequestPolicyConfig");
        Map<String, Object> headers = section(config, "HeadersConfig");
        return new Behaviour(
                pattern,
                api,
                text(headers, "HeaderBehavior").equals("allViewer")
                        ? null
                        : strings(headers, "Headers").stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toList(),
                !text(section(config, "CookiesConfig"), "CookieBehavior").equals("none"),
                !text(section(config, "QueryStringsConfig"), "QueryStringBehavior").equals("none"));
    }
}
