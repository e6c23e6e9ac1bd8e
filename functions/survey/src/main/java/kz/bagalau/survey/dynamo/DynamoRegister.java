package kz.bagalau.survey.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.time.LocalDate;
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
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Replies;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoReplies;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.Constituency;
import kz.bagalau.survey.Register;
import kz.bagalau.survey.Survey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The register in the table `Register`: rights as `<survey>`/`person#<sub>` or `code#<hash>`,
/// batches of slips, and the register's own audit trail. The index `ByBody` gathers the rights of a
/// body.
public final class DynamoRegister implements Register {

    private static final String BY_BODY = "ByBody";
    private static final String PERSON = "person#";
    private static final String CODE = "code#";
    private static final String BATCH = "batch#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Supplier<String> records;
    private final Clock clock;

    /// @param records the table of audit entries and replies; asked for only by what writes them,
    ///   as most functions have no right to it
    public DynamoRegister(
            DynamoDbClient dynamo, String table, Supplier<String> records, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.records = records;
        this.clock = clock;
    }

    /// The register of this runtime's `REGISTER_TABLE`.
    public static DynamoRegister here() {
        Runtime runtime = Runtime.current();
        return new DynamoRegister(
                runtime.dynamo(),
                runtime.env("REGISTER_TABLE"),
                () -> runtime.env("RECORDS_TABLE"),
                runtime.clock());
    }

    @Override
    public Set<String> enrol(Survey survey, Constituency body, Set<String> people, Caller by) {
        Map<String, String> standing = standing(survey, people);
        Set<String> elsewhere = new LinkedHashSet<>();
        standing.forEach((person, where) -> {
            if (!where.equals(body.body())) {
                elsewhere.add(person);
            }
        });
        List<String> list = List.copyOf(people);
        int most = Transaction.MAX_ITEMS - 1;
        for (int from = 0; from < list.size() && elsewhere.isEmpty(); from += most) {
            List<String> some = list.subList(from, Math.min(from + most, list.size()));
            Transaction transaction =
                    new Transaction().put(table, audit(survey, by, "enrol", body, some.size()));
            some.forEach(person -> transaction.add(enrolment(survey, body, person)));
            transaction
                    .write(dynamo)
                    .forEach(refusal -> elsewhere.add(some.get(refusal.position() - 1)));
            if (!elsewhere.isEmpty()) {
                // another body enrolled them since we looked
                withdraw(survey, body, newcomers(list.subList(0, from), standing), by);
            }
        }
        return elsewhere;
    }

    private static List<String> newcomers(List<String> people, Map<String, String> standing) {
        return people.stream().filter(person -> !standing.containsKey(person)).toList();
    }

    /// Takes back what an enrolment entered before it was refused; who has a token by now stays.
    private void withdraw(Survey survey, Constituency body, List<String> people, Caller by) {
        if (people.isEmpty()) {
            return;
        }
        people.forEach(person -> remove(survey, PERSON + person));
        new Transaction()
                .put(table, audit(survey, by, "withdraw", body, people.size()))
                .write(dynamo);
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

    private Update enrolment(Survey survey, Constituency body, String person) {
        return Update.builder()
                .tableName(table)
                .key(Item.key(survey.id(), PERSON + person))
                .updateExpression("SET body = :body, #group = :group, voters = :voters")
                .conditionExpression("attribute_not_exists(pk) OR body = :body")
                .expressionAttributeNames(Map.of("#group", "group"))
                .expressionAttributeValues(
                        Map.of(
                                ":body", text(body.body()),
                                ":group", text(body.group()),
                                ":voters", text(voters(survey, body.body()))))
                .build();
    }

    @Override
    public boolean print(
            Survey survey,
            Constituency body,
            Batch batch,
            Caller by,
            Optional<Replies.Reply> reply) {
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
                first.putIfAbsent(records.get(), DynamoReplies.item(kept, clock.instant())));
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
