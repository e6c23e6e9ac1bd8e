package kz.bagalau.survey.dynamo;

import static kz.bagalau.lambda.dynamo.Item.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.survey.results.Results;
import kz.bagalau.survey.surveys.Survey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Results in the table `Records`: `results#<survey>`/group, and the texts as
/// `texts#<survey>#<group>`/question and number.
public final class DynamoResults implements Results {

    /// An item holds 400 kB at the most, a text 400 characters of up to four bytes.
    private static final int TEXTS = 200;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoResults(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The results of this runtime's `RECORDS_TABLE`.
    public static DynamoResults fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoResults(runtime.dynamo(), runtime.env("RECORDS_TABLE"));
    }

    @Override
    public boolean has(Survey survey, String group) {
        return find(survey, group).isPresent();
    }

    @Override
    public void publish(Survey survey, Published published) {
        String group = published.group();
        new TreeMap<>(published.texts())
                .forEach((question, texts) -> putTexts(survey, group, question, texts));
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(
                                table,
                                Item.of(results(survey), group)
                                        .with("result", Json.write(published.result())));
        published.facts().ifPresent(facts -> DynamoFacts.add(transaction, table, facts));
        transaction.write(dynamo);
    }

    /// Writes the texts of a question. Before the result is there nobody reads them, and their
    /// number is the same each time, so that a run begun again writes them again in the same
    /// places.
    private void putTexts(Survey survey, String group, String question, List<String> texts) {
        for (int from = 0; from < texts.size(); from += TEXTS) {
            putTexts(
                    survey,
                    group,
                    question,
                    from / TEXTS,
                    texts.subList(from, Math.min(from + TEXTS, texts.size())));
        }
    }

    private void putTexts(
            Survey survey, String group, String question, int number, List<String> texts) {
        Item item =
                Item.of(textsOf(survey, group), "%s#%03d".formatted(question, number))
                        .with("texts", Item.texts(texts));
        dynamo.putItem(request -> request.tableName(table).item(item.attributes()));
    }

    @Override
    public Optional<ObjectNode> find(Survey survey, String group) {
        if (!Input.isId(group)) {
            return Optional.empty(); // DynamoDB refuses keys that are empty or too long
        }
        var found =
                dynamo.getItem(request ->
                        request.tableName(table)
                                .key(Item.key(results(survey), group))
                                .consistentRead(true));
        return found.hasItem()
                ? Optional.of((ObjectNode) Json.read(text(found.item(), "result")))
                : Optional.empty();
    }

    @Override
    public Map<String, List<String>> texts(Survey survey, String group) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", text(textsOf(survey, group)))))
                .items()
                .forEach(item ->
                        texts.computeIfAbsent(
                                        text(item, Item.SK).split("#", 2)[0],
                                        question -> new ArrayList<>())
                                .addAll(Item.texts(item, "texts")));
        return texts;
    }

    private static String results(Survey survey) {
        return "results#" + survey.id();
    }

    private static String textsOf(Survey survey, String group) {
        return "texts#" + survey.id() + "#" + group;
    }
}
