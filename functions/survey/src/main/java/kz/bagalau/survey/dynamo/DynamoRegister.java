package kz.bagalau.survey.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.Survey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// The register in the table `Register`: rights as `<survey>`/`person#<sub>` or `code#<hash>`, who
/// was removed as `removed#<body>#<sub>`, batches of slips, and the register's own audit trail. The
/// index `ByBody` gathers the rights of a body.
public final class DynamoRegister implements Register {

    private static final String BY_BODY = "ByBody";
    private static final String PERSON = "person#";
    private static final String CODE = "code#";
    private static final String BATCH = "batch#";
    private static final String REMOVED = "removed#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Supplier<String> surveys;
    private final Supplier<String> records;
    private final Clock clock;

    /// @param surveys the table of surveys, whose parts count who is enrolled
    /// @param records the table of audit entries and replies; asked for only by what writes them,
    ///   as most functions have no right to it
    public DynamoRegister(
            DynamoDbClient dynamo,
            String table,
            Supplier<String> surveys,
            Supplier<String> records,
            Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.surveys = surveys;
        this.records = records;
        this.clock = clock;
    }

    /// The register of this runtime's `REGISTER_TABLE`.
    public static DynamoRegister fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoRegister(
                runtime.dynamo(),
                runtime.env("REGISTER_TABLE"),
                () -> runtime.env("SURVEYS_TABLE"),
                () -> runtime.env("RECORDS_TABLE"),
                runtime.clock());
    }

    @Override
    public Set<String> enrol(
            Survey survey, Constituency body, Set<String> people, boolean late, Caller by) {
        List<String> entered = new ArrayList<>();
        while (true) {
            Map<String, String> standing = standing(survey, people);
            Set<String> elsewhere = new LinkedHashSet<>();
            standing.forEach((person, where) -> {
                if (!where.equals(body.body())) {
                    elsewhere.add(person);
                }
            });
            if (!elsewhere.isEmpty()) {
                // another body enrolled them since we looked
                entered.forEach(person -> withdraw(survey, body, person, late, by));
                return elsewhere;
            }
            List<String> newcomers =
                    people.stream().filter(person -> !standing.containsKey(person)).toList();
            if (enter(survey, body, newcomers, late, by, entered)) {
                return Set.of();
            }
            // somebody else entered one of them meanwhile; look again
        }
    }

    /// @param entered takes up who is entered
    /// @return whether all are; false as soon as one of them stands there already
    private boolean enter(
            Survey survey,
            Constituency body,
            List<String> people,
            boolean late,
            Caller by,
            List<String> entered) {
        int most = Transaction.MAX_ITEMS - 2;
        for (int from = 0; from < people.size(); from += most) {
            List<String> some = people.subList(from, Math.min(from + most, people.size()));
            Transaction transaction =
                    new Transaction()
                            .put(table, audit(survey, by, "enrol", body, some.size()))
                            .add(
                                    DynamoSurveys.counting(
                                            surveys.get(),
                                            survey,
                                            body.body(),
                                            some.size(),
                                            late ? some.size() : 0));
            some.forEach(
                    person -> transaction.putIfAbsent(table, item(survey, body, person, late)));
            if (!transaction.write(dynamo).isEmpty()) {
                return false;
            }
            entered.addAll(some);
        }
        return true;
    }

    private static Item item(Survey survey, Constituency body, String person, boolean late) {
        Item item =
                Item.of(survey.id(), PERSON + person)
                        .with("body", body.body())
                        .with("group", body.group())
                        .with("voters", voters(survey, body.body()));
        return late ? item.with("late", AttributeValue.fromBool(true)) : item;
    }

    /// Takes back what an enrolment entered before it was refused; who has a token by now stays.
    private void withdraw(
            Survey survey, Constituency body, String person, boolean late, Caller by) {
        new Transaction()
                .add(removal(survey, body, person, late))
                .add(DynamoSurveys.counting(surveys.get(), survey, body.body(), -1, late ? -1 : 0))
                .put(table, audit(survey, by, "withdraw", body, 1))
                .write(dynamo);
    }

    private Delete removal(Survey survey, Constituency body, String person, boolean late) {
        return Delete.builder()
                .tableName(table)
                .key(Item.key(survey.id(), PERSON + person))
                .conditionExpression(
                        "body = :body AND attribute_not_exists(blinded) AND "
                                + (late ? "attribute_exists(late)" : "attribute_not_exists(late)"))
                .expressionAttributeValues(Map.of(":body", text(body.body())))
                .build();
    }

    @Override
    public List<Enrolled> enrolled(Survey survey, String body) {
        List<Enrolled> enrolled = new ArrayList<>();
        dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .indexName(BY_BODY)
                                .keyConditionExpression(
                                        "voters = :voters AND begins_with(sk, :person)")
                                .projectionExpression("sk, late")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":voters", text(voters(survey, body)),
                                                ":person", text(PERSON))))
                .items()
                .forEach(item ->
                        enrolled.add(
                                new Enrolled(
                                        text(item, Item.SK).substring(PERSON.length()),
                                        item.containsKey("late"))));
        return enrolled;
    }

    @Override
    public Removal remove(
            Survey survey, Constituency body, String person, boolean late, Caller by) {
        while (true) {
            Map<String, AttributeValue> before =
                    item(survey.id(), REMOVED + body.body() + "#" + person);
            Map<String, AttributeValue> entry = item(survey.id(), PERSON + person);
            if (entry.isEmpty() || !text(entry, "body").equals(body.body())) {
                return entry.isEmpty() && !before.isEmpty()
                        ? Removal.REMOVED_BEFORE
                        : Removal.UNKNOWN;
            }
            if (late && before.containsKey("late")) {
                return Removal.REMOVED_ONCE;
            }
            if (entry.containsKey("blinded")) {
                new Transaction()
                        .put(table, audit(survey, by, "removal_refused", body, person))
                        .write(dynamo);
                return Removal.TOKEN_ISSUED;
            }
            boolean enteredLate = entry.containsKey("late");
            Item mark = Item.of(survey.id(), REMOVED + body.body() + "#" + person);
            boolean removed =
                    new Transaction()
                            .add(removal(survey, body, person, enteredLate))
                            .add(
                                    DynamoSurveys.counting(
                                            surveys.get(),
                                            survey,
                                            body.body(),
                                            -1,
                                            enteredLate ? -1 : 0))
                            .put(
                                    table,
                                    late ? mark.with("late", AttributeValue.fromBool(true)) : mark)
                            .put(table, audit(survey, by, "remove", body, person))
                            .write(dynamo)
                            .isEmpty();
            if (removed) {
                return Removal.REMOVED;
            }
            // a token was issued, or somebody else removed the person meanwhile; look again
        }
    }

    /// Empty where there is none.
    private Map<String, AttributeValue> item(String pk, String sk) {
        return dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(pk, sk)).consistentRead(true))
                .item();
    }

    private Item audit(Survey survey, Caller by, String what, Constituency body, String person) {
        return Audit.entry(
                survey.id(),
                by,
                what,
                Map.of("body", body.body(), "person", person),
                clock.instant());
    }

    private Item audit(Survey survey, Caller by, String what, Constituency body, int people) {
        return Audit.entry(
                survey.id(),
                by,
                what,
                Map.of("body", body.body(), "people", Integer.toString(people)),
                clock.instant());
    }

    /// The body of each of these people who is in the register.
    private Map<String, String> standing(Survey survey, Set<String> people) {
        Map<String, String> standing = new LinkedHashMap<>();
        List<String> list = List.copyOf(people);
        for (int from = 0; from < list.size(); from += Transaction.MAX_ITEMS) {
            List<String> some =
                    list.subList(from, Math.min(from + Transaction.MAX_ITEMS, list.size()));
            Map<String, KeysAndAttributes> wanted =
                    Map.of(
                            table,
                            KeysAndAttributes.builder()
                                    .keys(
                                            some.stream()
                                                    .map(person ->
                                                            Item.key(survey.id(), PERSON + person))
                                                    .toList())
                                    .consistentRead(true)
                                    .build());
            dynamo.batchGetItemPaginator(request -> request.requestItems(wanted)).stream()
                    .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream())
                    .forEach(item ->
                            standing.put(
                                    text(item, Item.SK).substring(PERSON.length()),
                                    text(item, "body")));
        }
        return standing;
    }

    @Override
    public boolean print(
            Survey survey,
            Constituency body,
            Batch batch,
            Caller by,
            Optional<Idempotency.Reply> reply) {
        Transaction first =
                new Transaction()
                        .put(
                                table,
                                Item.of(survey.id(), BATCH + batch.id())
                                        .with("body", body.body())
                                        .with("hashes", Item.texts(batch.hashes())))
                        .put(
                                table,
                                Audit.entry(
                                        survey.id(),
                                        by,
                                        "print",
                                        Map.of("body", body.body(), "batch", batch.id()),
                                        clock.instant()));
        reply.ifPresent(kept ->
                first.putIfAbsent(records.get(), DynamoIdempotency.item(kept, clock.instant())));
        if (!first.write(dynamo).isEmpty()) {
            return false;
        }
        List<String> hashes = batch.hashes();
        for (int from = 0; from < hashes.size(); from += Transaction.MAX_ITEMS) {
            Transaction some = new Transaction();
            hashes.subList(from, Math.min(from + Transaction.MAX_ITEMS, hashes.size()))
                    .forEach(hash ->
                            some.put(
                                    table,
                                    Item.of(survey.id(), CODE + hash)
                                            .with("body", body.body())
                                            .with("group", body.group())
                                            .with("voters", voters(survey, body.body()))));
            some.write(dynamo);
        }
        return true;
    }

    @Override
    public Optional<Integer> cancel(Survey survey, String batch, Caller by) {
        if (!Input.isId(batch)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(survey.id(), BATCH + batch))
                                .consistentRead(true));
        if (!found.hasItem()) {
            return Optional.empty();
        }
        int removed = 0;
        for (String hash : Item.texts(found.item(), "hashes")) {
            if (remove(survey, CODE + hash)) {
                removed++;
            }
        }
        new Transaction()
                .put(
                        table,
                        Audit.entry(
                                survey.id(),
                                by,
                                "cancel",
                                Map.of("batch", batch, "slips", Integer.toString(removed)),
                                clock.instant()))
                .write(dynamo);
        return Optional.of(removed);
    }

    /// Removes a right that was not used.
    private boolean remove(Survey survey, String right) {
        try {
            dynamo.deleteItem(request ->
                    request.tableName(table)
                            .key(Item.key(survey.id(), right))
                            .conditionExpression(
                                    "attribute_exists(pk) AND attribute_not_exists(blinded)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public Optional<Entry> find(Survey survey, Right right) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(key(survey, right)).consistentRead(true));
        return found.hasItem()
                ? Optional.of(new Entry(text(found.item(), "body"), text(found.item(), "group")))
                : Optional.empty();
    }

    @Override
    public Claim claim(Survey survey, Right right, byte[] blindedHash, LocalDate day) {
        try {
            dynamo.updateItem(request ->
                    request.tableName(table)
                            .key(key(survey, right))
                            .updateExpression(
                                    "SET blinded = :hash, #day = if_not_exists(#day, :day)")
                            .conditionExpression(
                                    "attribute_exists(pk) AND"
                                            + " (attribute_not_exists(blinded)"
                                            + " OR blinded = :hash)")
                            .expressionAttributeNames(Map.of("#day", "day"))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":hash",
                                            AttributeValue.fromB(
                                                    SdkBytes.fromByteArray(blindedHash)),
                                            ":day",
                                            text(day.toString()))));
            return new Granted();
        } catch (ConditionalCheckFailedException e) {
            return new Refused();
        }
    }

    @Override
    public SortedMap<LocalDate, Tokens> tokens(Survey survey, String body) {
        SortedMap<LocalDate, Tokens> byDay = new TreeMap<>();
        dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .indexName(BY_BODY)
                                .keyConditionExpression("voters = :voters")
                                .filterExpression("attribute_exists(#day)")
                                .expressionAttributeNames(Map.of("#day", "day"))
                                .expressionAttributeValues(
                                        Map.of(":voters", text(voters(survey, body)))))
                .items()
                .forEach(item ->
                        byDay.merge(
                                LocalDate.parse(text(item, "day")),
                                text(item, Item.SK).startsWith(PERSON)
                                        ? new Tokens(1, 0)
                                        : new Tokens(0, 1),
                                Tokens::plus));
        return byDay;
    }

    private static Map<String, AttributeValue> key(Survey survey, Right right) {
        return switch (right) {
            case Person(var subject) -> Item.key(survey.id(), PERSON + subject);
            case Slip(var hash) -> Item.key(survey.id(), CODE + hash);
        };
    }

    private static String voters(Survey survey, String body) {
        return survey.id() + "#" + body;
    }
}
