package kz.bagalau.exit.dynamo;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.exit.CountedFacts;
import kz.bagalau.exit.Counts;
import kz.bagalau.facts.Fact;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The facts `exit.*` in the table `Records`. Their source says where they come from, and nothing
/// of a person.
public final class DynamoCountedFacts implements CountedFacts {

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoCountedFacts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The facts of this runtime's `RECORDS_TABLE`.
    public static DynamoCountedFacts here() {
        Runtime runtime = Runtime.current();
        return new DynamoCountedFacts(runtime.dynamo(), runtime.env("RECORDS_TABLE"));
    }

    @Override
    public void publish(String body, int year, Counts counts, Optional<Negative> negative) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("exit.dismissed", counts.dismissed()));
        facts.add(fact("exit.exempt", counts.exempt()));
        facts.add(fact("exit.interviewed", counts.interviewed()));
        facts.add(fact("exit.paper", counts.paper()));
        negative.ifPresent(told -> {
            facts.add(fact("exit.negative", told.any()));
            facts.add(fact("exit.negative_majority", told.most()));
        });
        Transaction transaction = new Transaction();
        facts.forEach(fact -> transaction.put(table, DynamoFacts.item(body, year, fact)));
        transaction.write(dynamo);
    }

    private static Fact fact(String name, int value) {
        ObjectNode source = Json.object().put("kind", "exit-interviews");
        return new Fact(name, IntNode.valueOf(value), source);
    }
}
