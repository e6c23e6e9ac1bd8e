package kz.bagalau.facts.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.Facts;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Item;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Facts as items `facts#<body>#<year>`, one a name.
public final class DynamoFacts implements Facts {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoFacts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The facts of this runtime's `RECORDS_TABLE`.
    public static DynamoFacts here() {
        Runtime runtime = Runtime.current();
        return new DynamoFacts(runtime.dynamo(), runtime.env("RECORDS_TABLE"));
    }

    /// The item of a fact, for the transaction of the capability that publishes it.
    public static Item item(String body, int year, Fact fact) {
        return Item.of(partition(body, year), fact.name())
                .with("value", Json.write(fact.value()))
                .with("source", Json.write(fact.source()));
    }

    @Override
    public List<Fact> of(String body, int year) {
        if (!Input.isId(body)) {
            return List.of(); // DynamoDB refuses keys that are too long
        }
        List<Fact> facts = new ArrayList<>();
        dynamo.queryPaginator(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Item.text(partition(body, year))))
                                .consistentRead(true))
                .items()
                .forEach(item -> facts.add(fact(item)));
        return facts;
    }

    private static Fact fact(Map<String, AttributeValue> item) {
        return new Fact(
                Item.text(item, Item.SK),
                Json.read(Item.text(item, "value")),
                (ObjectNode) Json.read(Item.text(item, "source")));
    }

    private static String partition(String body, int year) {
        return "facts#" + body + "#" + year;
    }
}
