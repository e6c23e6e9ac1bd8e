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
/// environment, rights, routes and schedules; tables; the APIs; the distribution with the pages'
/// headers. Everything the one-machine host runs comes from here.
public final class Template {

    static final String FUNCTION = "AWS::Serverless::Function";
    static final String TABLE = "AWS::DynamoDB::Table";
    private static final String API = "AWS::Serverless::HttpApi";
    private static final String HEADERS = "AWS::CloudFront::ResponseHeadersPolicy";
    private static final String REQUESTS = "AWS::CloudFront::OriginRequestPolicy";
    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
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
            List<Schedule> schedules) {

        public String className() {
            return handler.split("::", 2)[0];
        }
    }

    /// One entry of a policy. Actions and resources may hold `*` and `?`.
    public record Statement(boolean allow, List<String> actions, List<String> resources) {}

    /// `path` as API Gateway writes it, `/surveys/{survey}/ballots`; `authorized` where a token of
    /// the API's authorizer is demanded.
    public record Route(
            String function, String api, String method, String path, boolean authorized) {

        public String key() {
            return method + " " + path;
        }
    }

    /// `id` is the logical id that SAM makes: the function's and the event's together.
    public record Schedule(String id, String function, String expression, String input) {}

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

    /// Reads the template at the root of the checkout.
    public static Template ofCheckout(String prefix, Map<String, String> parameters) {
        try {
            return parse(
                    Files.readString(Checkout.root().resolve("template.yaml")), prefix, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("template.yaml could not be read", e);
        }
    }

    /// `prefix` is put before every table's name; `parameters` are values for the template's
    /// parameters, over their defaults. Throws [IllegalArgumentException] for what is not
    /// understood.
    public static Template parse(String yaml, String prefix, Map<String, String> parameters) {
        return new Template(Intrinsics.resolve(Intrinsics.parse(yaml), parameters, prefix), prefix);
    }

    private Template(Map<String, Object> root, String prefix) {
        globals = section(section(root, "Globals"), "Function");
        resources = section(root, "Resources");
        each(resources, API, (id, properties) -> apis.put(id, api(id, properties)));
        each(resources, FUNCTION, (id, own) -> functions.put(id, function(id, globals, own)));
        each(resources, TABLE, (id, properties) -> tables.put(id, table(id, prefix, properties)));
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

    private Function function(String id, Map<String, Object> defaults, Map<String, Object> own) {
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
        List<Route> routes = new ArrayList<>();
        List<Schedule> schedules = new ArrayList<>();
        section(all, "Events")
                .forEach((name, value) -> {
                    Map<String, Object> event = mapping(value, id + " " + name);
                    Map<String, Object> properties = section(event, "Properties");
                    switch (text(event, "Type")) {
                        case "HttpApi" -> routes.add(route(id, properties));
                        case "ScheduleV2" ->
                                schedules.add(
                                        new Schedule(
                                                id + name,
                                                id,
                                                text(properties, "ScheduleExpression"),
                                                optional(properties, "Input").orElse("{}")));
                        default ->
                                throw new IllegalArgumentException(
                                        "template.yaml: event %s of %s has type %s"
                                                .formatted(name, id, event.get("Type")));
                    }
                });
        return new Function(
                id,
                text(all, "Handler"),
                Map.copyOf(environment),
                Duration.ofSeconds(Long.parseLong(optional(all, "Timeout").orElse("3"))),
                Integer.parseInt(optional(all, "MemorySize").orElse("128")),
                List.copyOf(statements),
                List.copyOf(routes),
                List.copyOf(schedules));
    }

    private static Statement statement(String id, Map<String, Object> statement) {
        if (statement.containsKey("Condition")
                || statement.containsKey("NotAction")
                || statement.containsKey("NotResource")) {
            throw new IllegalArgumentException(
                    "template.yaml: a policy of " + id + " has more than actions and resources");
        }
        return new Statement(
                text(statement, "Effect").equals("Allow"),
                strings(statement, "Action"),
                strings(statement, "Resource"));
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
