package kz.bagalau.exit.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.exit.interviews.Interviews;
import kz.bagalau.exit.leavers.Announcement;
import kz.bagalau.exit.leavers.Announcement.Medium;
import kz.bagalau.forms.ExitAnswers;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Interviews as items `answers#<body>`/id, apart from the register, without the moment at which
/// they were given.
public final class DynamoInterviews implements Interviews {

    /// How many others may be sent before the same one is no longer acknowledged.
    private static final long OTHERS = 3;

    private static final int INTERVIEW = 0;

    private final Table table;
    private final Clock clock;

    private DynamoInterviews(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The interviews of this runtime's `EXIT_INTERVIEWS_TABLE`.
    public static DynamoInterviews fromEnvironment() {
        return new DynamoInterviews(
                Table.fromEnvironment("EXIT_INTERVIEWS_TABLE"), Runtime.current().clock());
    }

    @Override
    public Given give(Announcement leaver, Interview interview, Optional<Caller> by) {
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(table.name(), item(leaver, interview))
                        .add(
                                ConditionCheck.builder()
                                        .tableName(table.name())
                                        .key(
                                                Item.key(
                                                        DynamoLeavers.register(leaver.body()),
                                                        leaver.id()))
                                        .conditionExpression("#version = :seen")
                                        .expressionAttributeNames(Map.of("#version", "version"))
                                        .expressionAttributeValues(
                                                Map.of(":seen", Item.number(leaver.version())))
                                        .build())
                        .add(DynamoChanges.noted(table.name(), leaver.body(), leaver.year()));
        by.ifPresent(caller ->
                transaction.put(
                        table.name(),
                        Audit.entry(
                                "interview#" + leaver.id(),
                                caller,
                                "enter from paper",
                                Map.of("body", leaver.body()),
                                clock.instant())));
        List<Transaction.Refusal> refusals = transaction.write(table.dynamo());
        if (refusals.isEmpty()) {
            return Given.STORED;
        }
        return refusals.stream().anyMatch(refusal -> refusal.position() == INTERVIEW)
                ? standing(leaver, interview).orElse(Given.NOT_INVITED)
                : Given.NOT_INVITED;
    }

    /// Whoever holds a leaver's code, such as the personnel service that printed it, could send one
    /// guess after another until one is acknowledged. So each that differs is counted in the very
    /// write that compares it, and after a few none is acknowledged any more.
    @Override
    public Optional<Given> standing(Announcement leaver, Interview interview) {
        try {
            table.dynamo()
                    .updateItem(request ->
                            request.tableName(table.name())
                                    .key(Item.key(answers(leaver.body()), leaver.id()))
                                    .updateExpression("ADD differing :one")
                                    .conditionExpression(
                                            "attribute_exists(pk) AND answers <> :answers")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":one",
                                                    Item.number(1),
                                                    ":answers",
                                                    Item.text(interview.answers().canonical())))
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(Given.ANOTHER);
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? Optional.of(same(e.item())) : Optional.empty();
        }
    }

    private static Given same(Map<String, AttributeValue> item) {
        return Item.optionalNumber(item, "differing").orElse(0L) < OTHERS
                ? Given.SAME_AGAIN
                : Given.ANOTHER;
    }

    @Override
    public boolean isGiven(Announcement leaver) {
        return table.dynamo()
                .getItem(request ->
                        request.tableName(table.name())
                                .key(Item.key(answers(leaver.body()), leaver.id()))
                                .projectionExpression(Item.PK)
                                .consistentRead(true))
                .hasItem();
    }

    @Override
    public Map<String, Taken> given(String body) {
        return read(
                body,
                "sk, medium, leavingYear",
                item ->
                        new Taken(
                                Medium.valueOf(text(item, "medium")),
                                (int) Item.number(item, "leavingYear")));
    }

    @Override
    public void keep(Announcement leaver) {
        try {
            table.dynamo()
                    .updateItem(request ->
                            request.tableName(table.name())
                                    .key(Item.key(answers(leaver.body()), leaver.id()))
                                    .updateExpression("SET expires = :expires")
                                    .conditionExpression("attribute_exists(pk)")
                                    .expressionAttributeValues(
                                            Map.of(":expires", Item.number(expires(leaver)))));
        } catch (ConditionalCheckFailedException e) {
            // there is none
        }
    }

    @Override
    public Map<String, Interview> of(String body) {
        return read(
                body,
                "sk, medium, answers",
                item ->
                        new Interview(
                                ExitAnswers.of(text(item, "answers")),
                                Medium.valueOf(text(item, "medium"))));
    }

    private <T> Map<String, T> read(
            String body, String attributes, Function<Map<String, AttributeValue>, T> reading) {
        Map<String, T> read = new HashMap<>();
        table.dynamo()
                .queryPaginator(request ->
                        request.tableName(table.name())
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", Item.text(answers(body))))
                                .projectionExpression(attributes)
                                .consistentRead(true))
                .items()
                .forEach(item -> read.put(text(item, Item.SK), reading.apply(item)));
        return read;
    }

    private static Item item(Announcement leaver, Interview interview) {
        return Item.of(answers(leaver.body()), leaver.id())
                .with("answers", interview.answers().canonical())
                .with("medium", interview.medium().name())
                .with("leavingYear", leaver.year())
                .with("expires", expires(leaver));
    }

    private static long expires(Announcement leaver) {
        return leaver.keptUntil().getEpochSecond();
    }

    private static String answers(String body) {
        return "answers#" + body;
    }
}
