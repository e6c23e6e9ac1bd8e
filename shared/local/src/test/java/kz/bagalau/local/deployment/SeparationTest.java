package kz.bagalau.local.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;

/// The separation of register, signer and ballot box (design, "Anonymity", step 6): every policy of
/// template.yaml, expanded into function, table, action and key, equals the table that stands in
/// `separation.csv`. Equality, not a subset: a right too many fails as one too few does.
final class SeparationTest {

    private static final String NOTHING = "-";
    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::000000000000:role/bagalau/(\\w+)/\\*");

    /// What opens data under a key; managing a key is not among it.
    private static final List<String> OPENING =
            List.of(
                    "kms:Decrypt",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo");

    /// How a function is fed by its queue.
    private static final List<String> READING =
            List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");

    @Test
    void everyFunctionMayDoExactlyWhatTheTableSays() throws IOException {
        assertThat(granted()).isEqualTo(written());
    }

    @Test
    void everyFunctionMayDoWithBucketsAndQueuesExactlyWhatTheListSays() throws IOException {
        assertThat(grantedBeyondTables()).isEqualTo(writtenBeyondTables());
    }

    @Test
    void aFunctionWritesOnlyTheItemsThatTheListSays() throws IOException {
        assertThat(grantedItems()).isEqualTo(writtenItems());
    }

    @Test
    void nobodyBothTakesFilesFromOutsideAndWritesWhatIsPublished() throws IOException {
        writtenBeyondTables()
                .forEach((function, rights) ->
                        assertThat(
                                        rights.containsKey("Uploads/*")
                                                && rights.getOrDefault("Documents/*", "")
                                                        .contains("PutObject"))
                                .as(function)
                                .isFalse());
    }

    @Test
    void everyRightNamesOneActionOnOneThing() {
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            for (Template.Statement statement : function.statements()) {
                if (statement.resources().equals(List.of("*"))) {
                    // SAM's own, of which the test below shows that nothing too much is left.
                    assertThat(function.feeds()).as(function.id()).isNotEmpty();
                } else if (statement.allow()) {
                    assertThat(statement.actions())
                            .as(function.id())
                            .allMatch(action -> action.matches("(dynamodb|kms|s3|sqs):[A-Za-z]+"));
                    assertThat(statement.except()).as(function.id()).isEmpty();
                    assertThat(statement.resources())
                            .as(function.id())
                            .allMatch(resource -> resource.matches("[^*?]+|arn:aws:s3:[^*?]+/\\*"));
                } else {
                    assertThat(statement.resources()).as(function.id()).isEmpty();
                }
            }
        }
    }

    /// SAM gives a function with a queue the right to read every queue of the account.
    @Test
    void aFunctionReadsTheQueuesThatFeedItAndNoOther() {
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            List<String> own = function.feeds().stream().map(Template.Feed::queue).toList();
            for (Template.Queue queue : Resource.TEMPLATE.queues().values()) {
                for (String action : READING) {
                    assertThat(function.may(action, queue.arn()))
                            .as(function.id() + " " + action + " " + queue.id())
                            .isEqualTo(own.contains(queue.arn()));
                }
            }
            assertThat(function.may("sqs:ReceiveMessage", "arn:aws:sqs:eu-central-1:1:Another"))
                    .as(function.id())
                    .isFalse();
        }
    }

    @Test
    void functionsHaveNoRightsBesidesTheirOwnStatements() {
        assertThat(Resource.ofType("AWS::Serverless::Function").toList())
                .allSatisfy(function -> {
                    assertThat(function.at("Properties", "Role")).isEmpty();
                    assertThat(function.text("Properties", "RolePath"))
                            .isEqualTo("/bagalau/%s/".formatted(function.id()));
                    // A function that touches no table has none.
                    assertThat(function.list("Properties", "Policies"))
                            .hasSizeLessThanOrEqualTo(1)
                            .allSatisfy(policy ->
                                    assertThat(((Map<?, ?>) policy).keySet())
                                            .map(Object::toString)
                                            .containsExactlyInAnyOrder("Version", "Statement"));
                });
        assertThat(Resource.all().map(Resource::type))
                .doesNotContain(
                        "AWS::IAM::Policy",
                        "AWS::IAM::ManagedPolicy",
                        "AWS::IAM::RolePolicy",
                        "AWS::KMS::Grant");
    }

    /// The only other roles are those with which the two APIs and the schedules call functions.
    @Test
    void eachApiAndTheSchedulesCallTheirOwnFunctionsAndNoOther() {
        Map<String, Set<String>> callers = new TreeMap<>();
        for (Template.Route route : Resource.TEMPLATE.routes()) {
            callers.computeIfAbsent(route.api() + "Caller", _ -> new TreeSet<>())
                    .add(alias(route.function()));
        }
        for (Template.Schedule schedule : Resource.TEMPLATE.schedules()) {
            callers.computeIfAbsent("ScheduleCaller", _ -> new TreeSet<>())
                    .add(alias(schedule.function()));
        }
        Map<String, Set<String>> granted = new TreeMap<>();
        for (Resource role : Resource.ofType("AWS::IAM::Role").toList()) {
            Set<String> functions = new TreeSet<>();
            for (Resource policy : role.parts("Properties", "Policies")) {
                for (Resource statement : policy.parts("PolicyDocument", "Statement")) {
                    assertThat(statement.text("Effect")).isEqualTo("Allow");
                    if (role.id().equals("ScheduleCaller")
                            && statement.texts("Action").equals(List.of("sqs:SendMessage"))) {
                        assertThat(statement.texts("Resource"))
                                .containsExactly(Resource.TEMPLATE.queue("ScheduleFailures").arn());
                    } else {
                        assertThat(statement.texts("Action"))
                                .containsExactly("lambda:InvokeFunction");
                        functions.addAll(statement.texts("Resource"));
                    }
                }
            }
            assertThat(role.at("Properties", "ManagedPolicyArns")).isEmpty();
            granted.put(role.id(), functions);
        }
        assertThat(granted).isEqualTo(callers);
    }

    @Test
    void aCallerIsTakenByItsServiceOnly() {
        Map<String, String> services =
                Map.of(
                        "ApiCaller", "apigateway.amazonaws.com",
                        "AnonymousApiCaller", "apigateway.amazonaws.com",
                        "ScheduleCaller", "scheduler.amazonaws.com");
        for (Resource role : Resource.ofType("AWS::IAM::Role").toList()) {
            assertThat(role.parts("Properties", "AssumeRolePolicyDocument", "Statement"))
                    .singleElement()
                    .satisfies(statement -> {
                        assertThat(statement.text("Action")).isEqualTo("sts:AssumeRole");
                        assertThat(statement.texts("Principal", "Service"))
                                .containsExactly(services.get(role.id()));
                    });
        }
        for (String api : List.of("Api", "AnonymousApi")) {
            Resource integrations =
                    Resource.named(api)
                            .part(
                                    "Properties",
                                    "DefinitionBody",
                                    "components",
                                    "x-amazon-apigateway-integrations")
                            .orElseThrow();
            assertThat(integrations.content().keySet())
                    .isNotEmpty()
                    .allSatisfy(function ->
                            assertThat(integrations.text(function.toString(), "credentials"))
                                    .isEqualTo("arn:aws:iam::000000000000:role/" + api + "Caller"));
        }
        Resource.ofType("AWS::Serverless::Function")
                .flatMap(function -> function.part("Properties", "Events").stream())
                .flatMap(events ->
                        events.content().keySet().stream()
                                .flatMap(name -> events.part(name.toString()).stream()))
                .filter(event -> event.text("Type").equals("ScheduleV2"))
                .forEach(event ->
                        assertThat(event.text("Properties", "RoleArn"))
                                .isEqualTo("arn:aws:iam::000000000000:role/ScheduleCaller"));
    }

    @Test
    void keysOpenForTheSameFunctionsThatTheirOwnPoliciesName() {
        assertThat(byKeyPolicy()).isEqualTo(byRolePolicy());
    }

    @Test
    void keysOpenForNobodyElse() {
        for (Resource key : tableKeys()) {
            for (Resource statement : key.parts("Properties", "KeyPolicy", "Statement")) {
                assertThat(statement.text("Effect")).isEqualTo("Allow");
                assertThat(statement.texts("Principal", "AWS"))
                        .containsExactly("arn:aws:iam::000000000000:root");
                assertThat(statement.texts("Action"))
                        .as(key + " " + statement.text("Sid"))
                        .allMatch(action -> action.matches("kms:[A-Za-z]+"));
                if (roles(statement).isEmpty() && !forNobodyYet(statement)) {
                    assertThat(statement.texts("Action"))
                            .as(key + " " + statement.text("Sid"))
                            .doesNotContainAnyElementsOf(OPENING);
                }
            }
        }
    }

    @Test
    void keysOpenThroughTheDatabaseOnly() {
        for (Resource key : tableKeys()) {
            for (Resource statement : key.parts("Properties", "KeyPolicy", "Statement")) {
                if (!statement.text("Sid").equals("Administer")) {
                    assertThat(statement.text("Condition", "StringEquals", "kms:ViaService"))
                            .as(key + " " + statement.text("Sid"))
                            .isEqualTo("dynamodb.eu-central-1.amazonaws.com");
                }
            }
        }
    }

    /// The key of the topic lets alarms in, and holds no data.
    @Test
    void theOnlyOtherKeyIsForAlarms() {
        assertThat(
                        Resource.ofType("AWS::KMS::Key")
                                .filter(key -> !tableKeys().contains(key))
                                .map(Resource::id))
                .containsExactly("AlarmsKey");
        assertThat(Resource.named("Alarms").text("Properties", "KmsMasterKeyId"))
                .isEqualTo("AlarmsKey");
        assertThat(
                        Resource.named("AlarmsKey")
                                .parts("Properties", "KeyPolicy", "Statement")
                                .stream()
                                .filter(statement -> statement.at("Principal", "AWS").isEmpty()))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.text("Principal", "Service"))
                            .isEqualTo("cloudwatch.amazonaws.com");
                    assertThat(statement.texts("Action"))
                            .containsExactlyInAnyOrder("kms:Decrypt", "kms:GenerateDataKey");
                    assertThat(statement.text("Condition", "StringEquals", "aws:SourceAccount"))
                            .isEqualTo("000000000000");
                });
    }

    @Test
    void nobodyHasBothTheRegisterOfPeopleAndTheBallots() throws IOException {
        written()
                .forEach((function, rights) ->
                        assertThat(rights.containsKey("Register") && rights.containsKey("Ballots"))
                                .as(function)
                                .isFalse());
    }

    /// function → table, index or key → actions, as the first part of separation.csv has them.
    private static Map<String, Map<String, String>> written() throws IOException {
        List<String[]> rows = part(0);
        String[] titles = rows.removeFirst();
        Map<String, Map<String, String>> table = new TreeMap<>();
        for (String[] row : rows) {
            assertThat(row).as(row[0]).hasSameSizeAs(titles);
            Map<String, String> rights = new TreeMap<>();
            for (int column = 1; column < row.length; column++) {
                if (!row[column].equals(NOTHING)) {
                    rights.put(titles[column], row[column]);
                }
            }
            assertThat(table.put(row[0], rights)).as("a second row " + row[0]).isNull();
        }
        return table;
    }

    /// function → bucket, its objects, or queue → actions, as the second part has them.
    private static Map<String, Map<String, String>> writtenBeyondTables() throws IOException {
        List<String[]> rows = part(1);
        assertThat(rows.removeFirst()).containsExactly("function", "bucket or queue", "may");
        Map<String, Map<String, String>> list = new TreeMap<>();
        for (String[] row : rows) {
            assertThat(row).as(row[0]).hasSize(3);
            assertThat(
                            list.computeIfAbsent(row[0], function -> new TreeMap<>())
                                    .put(row[1], row[2]))
                    .as("a second row " + row[0] + " " + row[1])
                    .isNull();
        }
        return list;
    }

    /// function → table and action → the first keys of items, as the third part has them.
    private static Map<String, Map<String, String>> writtenItems() throws IOException {
        List<String[]> rows = part(2);
        assertThat(rows.removeFirst()).containsExactly("function", "table", "may", "items");
        Map<String, Map<String, String>> list = new TreeMap<>();
        for (String[] row : rows) {
            assertThat(row).as(row[0]).hasSize(4);
            assertThat(
                            list.computeIfAbsent(row[0], _ -> new TreeMap<>())
                                    .put(row[1] + " " + row[2], row[3]))
                    .as("a second row " + row[0] + " " + row[1])
                    .isNull();
        }
        return list;
    }

    /// The same from template.yaml.
    private static Map<String, Map<String, String>> grantedItems() {
        Map<String, Map<String, String>> list = new TreeMap<>();
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            for (Template.Statement statement : function.statements()) {
                if (!statement.leadingKeys().isEmpty()) {
                    for (String resource : statement.resources()) {
                        list.computeIfAbsent(function.id(), _ -> new TreeMap<>())
                                .put(
                                        table(resource) + " " + actions(statement.actions()),
                                        statement.leadingKeys().stream()
                                                .sorted()
                                                .collect(Collectors.joining(" ")));
                    }
                }
            }
        }
        return list;
    }

    private static String table(String arn) {
        return Resource.TEMPLATE.tables().values().stream()
                .filter(table -> table.arn().equals(arn))
                .map(Template.Table::id)
                .findFirst()
                .orElse(arn);
    }

    private static List<Resource> tableKeys() {
        Set<String> keys =
                Resource.TEMPLATE.tables().values().stream()
                        .map(Template.Table::key)
                        .filter(Objects::nonNull)
                        .map(arn -> arn.substring(arn.indexOf('/') + 1))
                        .collect(Collectors.toSet());
        return Resource.ofType("AWS::KMS::Key").filter(key -> keys.contains(key.id())).toList();
    }

    private static String alias(String function) {
        return "arn:aws:lambda:eu-central-1:000000000000:function:" + function + ":live";
    }

    /// The rows of one part of separation.csv, its titles first; an empty line stands between
    /// parts.
    private static List<String[]> part(int number) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream csv = SeparationTest.class.getResourceAsStream("separation.csv")) {
            new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8)
                    .split("\n\n")[number]
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s*\\|\\s*"))
                    .forEach(rows::add);
        }
        return rows;
    }

    /// The same from template.yaml.
    private static Map<String, Map<String, String>> granted() {
        Map<String, String> columns = new TreeMap<>();
        for (Template.Table table : Resource.TEMPLATE.tables().values()) {
            columns.put(table.arn(), table.id());
            for (Template.Index index : table.indexes()) {
                columns.put(
                        table.arn() + "/index/" + index.name(),
                        table.id() + ", index " + index.name());
            }
            if (table.key() != null) {
                columns.put(table.key(), "key of " + table.id());
            }
        }
        Map<String, Map<String, String>> matrix = new TreeMap<>();
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            Map<String, TreeSet<String>> rights = new TreeMap<>();
            for (Template.Statement statement : function.statements()) {
                if (isBeyondTables(statement)) {
                    continue;
                }
                for (String resource : statement.resources()) {
                    rights.computeIfAbsent(
                                    columns.getOrDefault(resource, resource),
                                    name -> new TreeSet<>())
                            .addAll(statement.actions());
                }
            }
            matrix.put(function.id(), joined(rights));
        }
        return matrix;
    }

    /// What is left of all entries about buckets and queues together.
    private static Map<String, Map<String, String>> grantedBeyondTables() {
        Map<String, Map<String, String>> list = new TreeMap<>();
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            Map<String, TreeSet<String>> rights = new TreeMap<>();
            for (Template.Statement statement : function.statements()) {
                if (isBeyondTables(statement) && statement.allow()) {
                    for (String thing : things(statement)) {
                        for (String action : statement.actions()) {
                            if (function.may(action, arn(thing))) {
                                rights.computeIfAbsent(thing, name -> new TreeSet<>()).add(action);
                            }
                        }
                    }
                }
            }
            if (!rights.isEmpty()) {
                list.put(function.id(), joined(rights));
            }
        }
        return list;
    }

    private static boolean isBeyondTables(Template.Statement statement) {
        return statement.actions().stream()
                .anyMatch(action -> action.startsWith("s3:") || action.startsWith("sqs:"));
    }

    /// The buckets, their objects (`Uploads/*`, `Uploads/fleeting/*`) and the queues that an entry
    /// names; what the template does not have stands with its whole ARN.
    private static List<String> things(Template.Statement statement) {
        if (statement.resources().equals(List.of("*"))) {
            return List.copyOf(Resource.TEMPLATE.queues().keySet());
        }
        return statement.resources().stream().map(SeparationTest::thing).toList();
    }

    private static String thing(String resource) {
        for (Template.Queue queue : Resource.TEMPLATE.queues().values()) {
            if (resource.equals(queue.arn())) {
                return queue.id();
            }
        }
        for (Template.Bucket bucket : Resource.TEMPLATE.buckets().values()) {
            if (resource.equals(bucket.arn()) || resource.startsWith(bucket.arn() + "/")) {
                return bucket.id() + resource.substring(bucket.arn().length());
            }
        }
        return resource;
    }

    private static String arn(String thing) {
        String id = thing.replaceFirst("/.*", "");
        if (Resource.TEMPLATE.queues().containsKey(id)) {
            return Resource.TEMPLATE.queue(id).arn();
        }
        return Resource.TEMPLATE.buckets().containsKey(id)
                ? Resource.TEMPLATE.bucket(id).arn() + thing.substring(id.length())
                : thing;
    }

    /// key → function → actions, by the policies of the keys.
    private static Map<String, Map<String, String>> byKeyPolicy() {
        Map<String, Map<String, String>> keys = new TreeMap<>();
        for (Resource key : tableKeys()) {
            Map<String, TreeSet<String>> functions = new TreeMap<>();
            for (Resource statement : key.parts("Properties", "KeyPolicy", "Statement")) {
                for (String function : roles(statement)) {
                    functions
                            .computeIfAbsent(function, name -> new TreeSet<>())
                            .addAll(statement.texts("Action"));
                }
            }
            keys.put(key.id(), joined(functions));
        }
        return keys;
    }

    /// The same by the policies of the functions' roles.
    private static Map<String, Map<String, String>> byRolePolicy() {
        Map<String, Map<String, TreeSet<String>>> keys = new TreeMap<>();
        for (Template.Function function : Resource.TEMPLATE.functions().values()) {
            for (Template.Statement statement : function.statements()) {
                for (String resource : statement.resources()) {
                    if (resource.startsWith("arn:aws:kms:")) {
                        keys.computeIfAbsent(
                                        resource.substring(resource.indexOf('/') + 1),
                                        key -> new TreeMap<>())
                                .computeIfAbsent(function.id(), name -> new TreeSet<>())
                                .addAll(statement.actions());
                    }
                }
            }
        }
        return keys.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> joined(entry.getValue()),
                                (one, other) -> one,
                                TreeMap::new));
    }

    /// Whether a statement is the one for the first deployment: whoever makes the tables is a
    /// parameter that names nobody unless it is given.
    private static boolean forNobodyYet(Resource statement) {
        return statement
                .texts("Condition", "ArnEquals", "aws:PrincipalArn")
                .equals(List.of("arn:aws:iam::000000000000:role/nobody"));
    }

    /// The functions whose roles a statement of a key's policy is for.
    private static List<String> roles(Resource statement) {
        return statement.texts("Condition", "ArnLike", "aws:PrincipalArn").stream()
                .map(pattern -> {
                    Matcher role = ROLE.matcher(pattern);
                    assertThat(role.matches()).as(pattern).isTrue();
                    return role.group(1);
                })
                .toList();
    }

    private static Map<String, String> joined(Map<String, TreeSet<String>> actions) {
        Map<String, String> joined = new TreeMap<>();
        actions.forEach((name, all) -> joined.put(name, actions(all)));
        return joined;
    }

    private static String actions(Collection<String> all) {
        return all.stream()
                .map(action -> action.substring(action.indexOf(':') + 1))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
