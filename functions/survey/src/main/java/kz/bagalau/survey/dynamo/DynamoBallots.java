package kz.bagalau.survey.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.ballots.Ballot;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.tally.ByChannel;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Ballots in the table `Ballots`: `<survey>#<group>`/id, and their texts as
/// `<survey>#<group>#<question>`/id.
public final class DynamoBallots implements Ballots {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBallots(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The ballots of this runtime's `BALLOTS_TABLE`.
    public static DynamoBallots fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoBallots(runtime.dynamo(), runtime.env("BALLOTS_TABLE"));
    }

    @Override
    public Cast putIfAbsent(Ballot ballot) {
        return ballot.texts().isEmpty() ? putOne(ballot) : putTogether(ballot);
    }

    private Cast putOne(Ballot ballot) {
        try {
            dynamo.putItem(request ->
                    request.tableName(table)
                            .item(item(ballot).attributes())
                            .conditionExpression("attribute_not_exists(pk)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Cast.STORED;
        } catch (ConditionalCheckFailedException e) {
            return compared(ballot, e.item());
        }
    }

    private Cast putTogether(Ballot ballot) {
        Transaction transaction = new Transaction().putIfAbsent(table, item(ballot));
        ballot.texts().forEach(text -> transaction.put(table, item(ballot, text)));
        List<Transaction.Refusal> refusals = transaction.write(dynamo);
        return refusals.isEmpty() ? Cast.STORED : compared(ballot, refusals.getFirst().standing());
    }

    @Override
    public Optional<Cast> standing(Ballot ballot) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(
                                        Item.key(
                                                partition(ballot.survey(), ballot.group()),
                                                encoded(ballot.id())))
                                .consistentRead(true));
        return found.hasItem() ? Optional.of(compared(ballot, found.item())) : Optional.empty();
    }

    private static Cast compared(Ballot ballot, Map<String, AttributeValue> standing) {
        return Arrays.equals(Item.bytes(standing, "seal"), ballot.seal())
                ? Cast.SAME_AGAIN
                : Cast.TOKEN_SPENT;
    }

    @Override
    public List<Ballot> of(String survey, String group) {
        List<Ballot> ballots = new ArrayList<>();
        query(partition(survey, group)).forEach(item -> ballots.add(ballot(survey, group, item)));
        return ballots;
    }

    @Override
    public ByChannel<String> texts(String survey, String group, String question) {
        List<String> login = new ArrayList<>();
        List<String> slip = new ArrayList<>();
        query(partition(survey, group) + "#" + question)
                .forEach(item ->
                        (channel(item) == Channel.LOGIN ? login : slip).add(text(item, "text")));
        return new ByChannel<>(login, slip);
    }

    /// Ballots of surveys whose slips had no keys of their own do not say it; they all count.
    private static Channel channel(Map<String, AttributeValue> item) {
        return Item.optionalText(item, "channel").map(Channel::valueOf).orElse(Channel.LOGIN);
    }

    private Iterable<Map<String, AttributeValue>> query(String pk) {
        return dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(Map.of(":pk", text(pk)))
                                .consistentRead(true))
                .items();
    }

    private static Item item(Ballot ballot) {
        Map<String, AttributeValue> answers = new HashMap<>();
        ballot.answers()
                .forEach((question, codes) ->
                        answers.put(
                                question,
                                AttributeValue.fromL(
                                        codes.stream().map(code -> Item.number(code)).toList())));
        Map<String, AttributeValue> respondent = new HashMap<>();
        ballot.respondent()
                .forEach((question, code) -> respondent.put(question, Item.number(code)));
        return Item.of(partition(ballot.survey(), ballot.group()), encoded(ballot.id()))
                .with("channel", ballot.channel().name())
                .with("answers", AttributeValue.fromM(answers))
                .with("respondent", AttributeValue.fromM(respondent))
                .with("seal", ballot.seal())
                .with("expires", ballot.expires().getEpochSecond());
    }

    private static Item item(Ballot ballot, Ballot.Text text) {
        return Item.of(
                        partition(ballot.survey(), ballot.group()) + "#" + text.question(),
                        encoded(text.id()))
                .with("text", text.text())
                .with("channel", ballot.channel().name())
                .with("expires", ballot.expires().getEpochSecond());
    }

    private static Ballot ballot(String survey, String group, Map<String, AttributeValue> item) {
        Map<String, List<Integer>> answers = new HashMap<>();
        item.getOrDefault("answers", AttributeValue.fromM(Map.of()))
                .m()
                .forEach((question, codes) ->
                        answers.put(
                                question,
                                codes.l().stream()
                                        .map(code -> Integer.valueOf(code.n()))
                                        .toList()));
        Map<String, Integer> respondent = new HashMap<>();
        item.getOrDefault("respondent", AttributeValue.fromM(Map.of()))
                .m()
                .forEach((question, code) -> respondent.put(question, Integer.valueOf(code.n())));
        return new Ballot(
                survey,
                group,
                channel(item),
                Base64.getUrlDecoder().decode(text(item, Item.SK)),
                answers,
                respondent,
                Item.bytes(item, "seal"),
                List.of(),
                Instant.ofEpochSecond(Item.number(item, "expires")));
    }

    private static String partition(String survey, String group) {
        return survey + "#" + group;
    }

    private static String encoded(byte[] id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
